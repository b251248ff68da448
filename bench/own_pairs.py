"""What does the audit miss on rewrites that no one fitted it to? Pairs of invented articles, in the form that the scorer reads.

    bench/gate --only alterations-own

Each pair in `bench/alteration_pairs` is a TOML file: an article, a rewrite, the alterations planted in it and the facts that it
tells in other words, each by its exact words, which stand once in their text. They were written without a look at the program.
Those up to 22 have been read since, and what they showed was mended by its class; of 23 to 30 only the false alarms were read; 31
to 44 have been read, and of 49 to 68 those with odd numbers; 45 to 48 and the even ones from 50 have not. At first sight of 31 to
40 the audit found them at group F1 .646 (precision .646, recall .646). Reading 31 to 35 (.647 to 1.0) brought 36 to 40, unread,
from .645 to .667 only, so the mending of what one editor's pairs showed did not carry far to his next ones. Reading 36 to 40 then
brought those to .889 (.903, .875); this time each class was tried on some eight more wordings of other subjects, written for it,
of which 9 of 10 changed numbers, 8 of 8 blurred lengths of time and 6 of 10 exchanged sources are found now, against one, one and
none before. These forty stand at .880 (.926, .837). 41 to 48 came at .608 (.596, .608), at .549 by the program of a day before.
Reading 41 to 44, with a hundred wordings of other subjects, brought those from .612 (.625, .600) to .809 (.864, .760), facts
flagged that stayed the same from .106 to .021; 45 to 48, unread, of which only the scores have been seen, stood at .593 (.571,
.615) before and after: none of it carried over.

49 to 60 came at .669 (.692, .648), the odd ones at .683 (.689, .677), the even ones, unread, at .655 (.696, .619). The odd ones
were read, and for each class that they showed some fifteen wordings of other subjects were written, changed ones and faithful
ones; then further classes were thought of (deeds, sides of a time, approximations, spots), and nine reports retold as freely as
can be were searched for false alarms. That brought the odd ones to .951 (.967, .935), the even ones to .700 (.737, .667) and 45
to 48 to .630 (.607, .654), all ten unread ones from .636 to .678. What the reading of the pairs themselves mended moved the even
ones by .012, fewer false claims by .011; the classes thought of beyond it by .022.

61 to 68, by two writers more, came at .578 (.634, .532). The odd ones were read, and 349 wordings of other subjects written for
what they showed: they stand at .895 (.940, .855). The even ones went from .610 to .634 (.711, .571), those of 50 to 60 from .700
to .732 (.750, .714), 45 to 48 from .630 to .679 (.633, .731): all fourteen that nobody read from .651 to .686. Of two settings
these scores were seen before they were chosen. What a new pair gives is told by those fourteen.
"""

import json
import pathlib
import tomllib
from typing import Any

from bench.jsonl import Record

FOLDER = pathlib.Path(__file__).parent / "alteration_pairs"


class PairError(Exception):
    """A pair's file is not what it should be; names the file and the words."""


def write(target: pathlib.Path, folder: pathlib.Path = FOLDER) -> None:
    """Write the pairs of a folder as JSONL, in the form of the development pairs.

    Raises:
        PairError: if words that are marked stand not just once in their text.
    """
    pairs = [pair(path) for path in sorted(folder.glob("*.toml"))]
    target.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in pairs), encoding="utf8")


def pair(path: pathlib.Path) -> Record:
    """One pair, its marked words as spans.

    Raises:
        PairError: if words that are marked stand not just once in their text.
    """
    given = tomllib.loads(path.read_text(encoding="utf8"))
    about = {"must_find": True, "planted": True}
    return {
        "pair_id": path.stem,
        "style": given["style"],
        **{side: {"id": f"{path.stem}-{side}", **given[side]} for side in "ab"},
        "relation": "rewrite",
        "direction": "a->b",
        "alterations": [about | x | _spans(x, given, path) for x in given.get("alterations", [])],
        "unchanged": [x | _spans(x, given, path) for x in given["unchanged"]],
        "alignments": [],
    }


def _spans(marked: Record, given: Record, path: pathlib.Path) -> dict[str, Any]:
    spans: dict[str, Any] = {"a": None, "b": None}
    for side in spans:
        words, text = marked.get(side), given[side]["text"]
        if words:
            if text.count(words) != 1:
                raise PairError(f"{path.name}: “{words}” stands {text.count(words)} times in {side}")
            start = text.index(words)
            spans[side] = {"start": start, "end": start + len(words), "text": words}
    return spans
