"""Reads a pile of news: which reports are independent, what each rewrite altered, who says so, and what happened.

    twosource.annotate("report.txt")
    twosource.compare("report.txt", "rewrite.txt")
    twosource.brief("folder")

The interface is `surfaces.api`. It is loaded when one of its names is first used, for the models' libraries take seconds to
import; `__init__.pyi` tells type checkers what is there. `annotate` and `compare` are also rooms of the house: those modules can
be called.
"""

import importlib
import types
from typing import Any

__all__ = ["Annotation", "Article", "Briefing", "Options", "Relation", "TwosourceError", "annotate", "brief", "compare"]


class _Command(types.ModuleType):
    """A room that has the name of a command: it stays a module, and calling it is calling the command."""

    def __call__(self, *given: Any, **named: Any) -> Any:
        return getattr(importlib.import_module("twosource.surfaces.api"), self.__name__.rpartition(".")[2])(*given, **named)


for _room in ("annotate", "compare"):
    importlib.import_module(f"twosource.{_room}").__class__ = _Command


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(importlib.import_module("twosource.surfaces.api"), name)
    raise AttributeError(f"module 'twosource' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
