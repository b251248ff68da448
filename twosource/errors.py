"""What can go wrong, and where? One base class; an error carries the input's id and the stage that could not take it."""

from twosource.records import Failure


class TwosourceError(Exception):
    """An input, or a stage's work on it, that failed.

    Args:
        id: the article's id, or the path as given on the command line.
        stage: the stage's name ("ingest", "document", "parse", "compare" …).
        reason: one plain sentence for the person who must mend it.
    """

    def __init__(self, id: str, stage: str, reason: str) -> None:
        super().__init__(f"{id}: {stage}: {reason}")
        self.id, self.stage, self.reason = id, stage, reason

    @property
    def failure(self) -> Failure:
        return Failure(self.id, self.stage, self.reason)
