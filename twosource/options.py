"""Which knobs does a person have?"""

import msgspec


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of a run.

    pipeline: the spaCy pipeline that parses English: an installed package's name or a folder; None is the one shipped with
        the dependencies (en_core_web_md).
    workers: processes that annotate; 0 is one for each processor.
    least_sources: independent sources that make an event corroborated (contract: default two).
    """

    pipeline: str | None = None
    workers: int = 0
    least_sources: int = 2
