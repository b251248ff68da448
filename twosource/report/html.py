"""How does a briefing, or a pair of articles, look in a browser? One self-contained file: no request, all text escaped.

The content-security policy admits nothing but the file's own style and script, each by its hash, so that even a mistake in a
template could not make an article's text act. The script holds no text of any article: it only works on what stands in the page,
and without it everything can be read as well.

Text survives as it is, but for what HTML cannot hold: U+0000 and lone surrogates are shown as U+FFFD.
"""

import base64
import functools
import hashlib
import pathlib
import re

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from twosource.report.briefing import BriefingView
from twosource.report.pair import PairView
from twosource.report.view import cut
from twosource.report.wording import KINDS, STATUSES, VERDICTS, day, moment

FOLDER = pathlib.Path(__file__).parent / "page"
TITLE = 160
"""Characters of a title that are shown where it stands for the article."""
BRIEF = 70
"""Characters of a title, or of the words for a source, where they stand once for every article that a source speaks in."""
PASSAGE = 240
"""Characters of a passage that are shown where a link leads to the whole of it in its article."""
ALONE = (
    "Each of these events is told by one article alone, so it has one independent source at the most; a second one, of another "
    "origin, would corroborate it. Where no source stands behind the words they are the article’s own."
)
_UNHELD = re.compile("[\x00\ud800-\udfff]")


def briefing_html(view: BriefingView) -> str:
    """The report as one HTML document."""
    return _rendered("briefing.html.j2", view=view)


def pair_html(view: PairView) -> str:
    """Two compared articles as one HTML document."""
    return _rendered("comparison.html.j2", view=view, d=view.pair)


def _rendered(template: str, **given: object) -> str:
    style, script = ((FOLDER / name).read_text("utf-8") for name in ("briefing.css", "briefing.js"))
    own = {"style": Markup(style), "script": Markup(script)}  # our own files, the only ones that are not escaped
    return _environment().get_template(template).render(**given, **own, style_hash=_hash(style), script_hash=_hash(script))


def as_text(value: object) -> object:
    """What stands in the page for a value of the view: text escaped so that a browser gives it back code point by code point."""
    if isinstance(value, str) and not isinstance(value, Markup):
        safe = escape(_UNHELD.sub("\ufffd", value))
        return safe.replace("\r", Markup("&#13;"))  # a bare CR would be read as LF
    return value


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=as_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "day": day,
        "moment": moment,
        "short": lambda text: cut(text, TITLE),
        "brief": lambda text: cut(text, BRIEF),
        "passage": lambda text: cut(text, PASSAGE),
        "percent": lambda share: f"{share:.0%}",
    }
    environment.globals |= {"KINDS": KINDS, "STATUSES": STATUSES, "VERDICTS": VERDICTS, "ALONE": ALONE}
    return environment


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
