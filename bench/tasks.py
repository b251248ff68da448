"""Which scorers are there, what does the product have to print for each, and which of their figures are kept?

A task is one scorer with one kind of input; `answers` runs it.
"""

import dataclasses
from typing import Literal


@dataclasses.dataclass(frozen=True)
class Figure:
    """One kept figure: where it stands in the scorer's JSON, and whether more of it is better."""

    name: str
    path: tuple[str, ...]
    better: Literal["higher", "lower"] = "higher"


def figure(path: str, better: Literal["higher", "lower"] = "higher") -> Figure:
    """A figure from its keys joined by ` > `, which is also its name in the records."""
    return Figure(path, tuple(path.split(" > ")), better)


@dataclasses.dataclass(frozen=True)
class Task:
    """One measurement.

    Attributes:
        name: as in the records and behind `--only`.
        scorer: its file under `eval`, and its arguments before the gold.
        gold: path under `gold`; `gold_option` is how the scorer calls it.
        product: which command answers. "piles" is `brief` once an input file, "seeds" is `annotate` on the two texts of the seed
            pair, and `brief` too unless the scorer takes them as `--seeds`; "verdicts" is measured by `bench.count_piles`.
        figures: what is kept.
        input_options: further arguments of `--make-input`.
        baseline: the file under `eval/baselines` and its arguments, None where there is none.
        single_lines: every line of the gold stands alone, so that a sample of the lines can be scored by itself.
        own: the gold is the project's own, a folder of TOML files under `bench`.
    """

    name: str
    scorer: tuple[str, ...]
    gold: str
    product: Literal["annotate", "compare", "piles", "seeds", "verdicts"]
    figures: tuple[Figure, ...]
    gold_option: str = "--gold"
    input_options: tuple[str, ...] = ()
    baseline: tuple[str, ...] | None = None
    single_lines: bool = True
    own: bool = False


PILES = ("newscluster", "basil", "ecbplus", "gunviolence", "mixed")
EVENT_SETS = ("gunviolence", "muc", "case2021", "india", "plover")
PLACE_FIGURES = ("exact > f1", "overlap > f1", "resolution > acc161", "end_to_end > f1")

TASKS = (
    Task(
        "reuse",
        ("reuse.py",),
        "reuse/pairs.jsonl",
        "compare",
        (
            figure("macro > auc"),
            figure("macro > auc_same_event"),
            figure("macro > recall_at_1"),
            figure("macro > recall_at_01"),
            figure("core > precision"),
            figure("core > recall"),
            figure("core > f1"),
            figure("sets > news > auc"),
            figure("sets > made-rewrite > auc"),
            figure("sets > basil > false_alarms", "lower"),
            figure("sets > news > false_alarms", "lower"),
            figure("relation_right"),
            figure("relation_accepted"),
        ),
        baseline=("reuse.py", "tfidf"),
    ),
    Task(
        "alterations",
        ("alterations.py",),
        "alterations/pairs.jsonl",
        "compare",
        (
            figure("alignments > f1"),
            figure("strict > f1"),
            figure("group > p"),
            figure("group > r"),
            figure("group > f1"),
            figure("spot > f1"),
            figure("span fit"),
            figure("benign false-alarm rate", "lower"),
            figure("false alarms per 1000 words, faithful pairs", "lower"),
            figure("relation right"),
            figure("direction right"),
        ),
        baseline=("alterations.py",),
    ),
    Task(
        "alterations-seed",
        ("alterations.py",),
        "seeds/gold.json",
        "compare",
        (figure("alignments > f1"), figure("strict > f1"), figure("group > p"), figure("group > r"), figure("group > f1")),
        gold_option="--seeds",
        baseline=("alterations.py",),
        single_lines=False,
    ),
    Task(
        "alterations-own",
        ("alterations.py",),
        "alteration_pairs",
        "compare",
        (
            figure("strict > f1"),
            figure("group > p"),
            figure("group > r"),
            figure("group > f1"),
            figure("benign false-alarm rate", "lower"),
            figure("false alarms per 1000 words, faithful pairs", "lower"),
        ),
        baseline=("alterations.py",),
        single_lines=False,
        own=True,
    ),
    Task(
        "summedits",
        ("alterations.py", "summedits"),
        "summedits/pairs.jsonl",
        "compare",
        (
            figure("mean balanced accuracy"),
            figure("recall by type of edit > antonym_swap > r"),
            figure("recall by type of edit > entity_modification > r"),
            figure("recall by type of edit > negation_insertion_removal > r"),
        ),
        baseline=("alterations.py",),
    ),
    Task(
        "attributions",
        ("attributions.py",),
        "attributions/articles.jsonl",
        "annotate",
        (
            figure("scores > found > p"),
            figure("scores > found > r"),
            figure("scores > found > f1"),
            figure("scores > source exact > f1"),
            figure("scores > cue exact > f1"),
            figure("scores > content exact > f1"),
            figure("scores > all three exact > f1"),
            figure("groups > cue of reporting > found"),
            figure("groups > direct > found"),
            figure("groups > indirect > found"),
            figure("labelled > macro F1"),
            figure("labelled > accuracy where found"),
            figure("labelled > kinds > anonymous > r_all"),
        ),
        baseline=("attributions.py", "rule"),
    ),
    Task(
        "attributions-seed",
        ("attributions.py", "--seeds"),
        "seeds/gold.json",
        "annotate",
        (figure("right > found"), figure("right > source"), figure("right > cue"), figure("right > via")),
        baseline=("attributions.py", "rule"),
        single_lines=False,
    ),
    Task(
        "times",
        ("times.py",),
        "times/articles.jsonl",
        "annotate",
        (
            figure("scores > all > relaxed F1"),
            figure("scores > all > strict F1"),
            figure("scores > all > type acc"),
            figure("scores > all > value F1"),
            figure("scores > all > days"),
            figure("scores > MEANTIME > value F1"),
        ),
        baseline=("times.py", "dateparser"),
    ),
    Task(
        "factuality",
        ("factuality.py",),
        "factuality/articles.jsonl",
        "annotate",
        (
            figure("factuality > MEANTIME > coverage"),
            figure("factuality > MEANTIME > MAE", "lower"),
            figure("factuality > MEANTIME > r"),
            figure("factuality > UW > MAE", "lower"),
            figure("factuality > UW > r"),
            figure("status > macro F1"),
            figure("status > accuracy"),
        ),
        input_options=("--with-triggers",),
        baseline=("factuality.py", "judgements"),
    ),
    Task(
        "events",
        ("events.py", "all"),
        "events",
        "annotate",
        (
            figure("gunviolence > all > found"),
            figure("gunviolence > all > both"),
            figure("gunviolence > all > date +-1"),
            figure("gunviolence > all > place 25 km"),
            figure("gunviolence > all > end to end"),
            figure("muc > matched > f1"),
            figure("muc > all > f1"),
            figure("case2021 > plover"),
            figure("case2021 > plover_macro"),
            figure("case2021 > acled"),
            figure("india > KILL > f1"),
            figure("india > ARREST > f1"),
            figure("india > FORCE > f1"),
            figure("india > macro_f1"),
            figure("plover > type"),
            figure("plover > triple"),
            *(figure(f"{name} > events per article", "lower") for name in EVENT_SETS),
        ),
        baseline=("events.py",),
    ),
    Task(
        "places",
        ("places.py",),
        "places",
        "annotate",
        (
            *(figure(f"geowebnews > {what}") for what in PLACE_FIGURES),
            *(figure(f"lgl > {what}") for what in PLACE_FIGURES),
            figure("geowebnews > sense > accuracy"),
        ),
        baseline=("places.py",),
    ),
    Task(
        "places-seed",
        ("places.py",),
        "seeds",
        "seeds",
        (figure("places > 0"), figure("metonyms > 0")),
        gold_option="--seeds",
        single_lines=False,
    ),
    Task(
        "stories",
        ("stories.py",),
        "stories",
        "piles",
        (
            *(figure(f"{pile} > b3_f1") for pile in PILES),
            figure("newscluster > origins > precision"),
            figure("newscluster > origins > recall"),
        ),
        baseline=("stories.py",),
        single_lines=False,
    ),
    Task(
        "gunpile",
        ("countonce.py", "gunpile"),
        "countonce",
        "piles",
        (
            figure("gunpile > covered"),
            figure("gunpile > all > conll"),
            figure("gunpile > all > lea"),
            figure("gunpile > no singletons > conll"),
            figure("gunpile > singles kept"),
            figure("gunpile > events > count error", "lower"),
        ),
        baseline=("countonce.py",),
        single_lines=False,
    ),
    Task(
        "ecbplus",
        ("countonce.py", "ecbplus"),
        "countonce",
        "piles",
        (
            figure("ecbplus > coverage"),
            figure("ecbplus > reported > conll"),
            figure("ecbplus > lemma, same mentions > conll"),
        ),
        baseline=("countonce.py",),
        single_lines=False,
    ),
    Task(
        "origins",
        ("countonce.py", "origins"),
        "countonce",
        "piles",
        (
            figure("origins > event origins > exact"),
            figure("origins > event origins > error", "lower"),
            figure("origins > story origins > exact"),
            figure("origins > story origins > error", "lower"),
            figure("origins > story b3"),
        ),
        baseline=("countonce.py",),
        single_lines=False,
    ),
    Task(
        "seeds",
        ("seeds.py",),
        "seeds/gold.json",
        "seeds",
        (
            figure("parts right"),
            figure("found"),
            figure("whole"),
            figure("surplus", "lower"),
            figure("brief > one story, one origin"),
            figure("brief > rewrite recognised"),
            figure("brief > nothing corroborated"),
            figure("brief > Donetsk from the rewrite alone"),
            figure("brief > Poltava once, from both"),
            figure("brief > Odesa once, from both"),
        ),
        single_lines=False,
    ),
    Task(
        "verdicts",
        ("count_piles.py",),
        "verdict_piles",
        "verdicts",
        (
            figure("found"),
            figure("independent sources exact"),
            figure("one too many", "lower"),
            figure("verdict right"),
            figure("disagreements right"),
            figure("articles exact"),
            figure("origins exact"),
        ),
        single_lines=False,
        own=True,
    ),
)
