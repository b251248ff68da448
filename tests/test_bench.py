"""Does the gate notice what it is there to notice? On a scorer, a product and gold of a few lines, made here."""

import dataclasses
import json
import pathlib
import re
import stat
import sys

import pytest

from bench import answers, gate_runs, own_pairs
from bench.answers import BenchError
from bench.candidates import largest_part
from bench.gate_runs import Figures, broken, flatten, gold_hash, moved
from bench.piles import pile
from bench.speed import briefings
from bench.tasks import EVENT_SETS, TASKS, Task, figure

GOOD, BAD = figure("all > f1"), figure("false alarms", "lower")

SCORER = """
import argparse, json
ask = argparse.ArgumentParser()
for name in ("--gold", "--make-input", "--pred"):
    ask.add_argument(name)
ask.add_argument("--json", action="store_true")
given = ask.parse_args()
gold = [json.loads(line) for line in open(given.gold)]
if given.make_input:
    open(given.make_input, "w").writelines(json.dumps({"id": g["id"], "text": g["text"]}) + "\\n" for g in gold)
else:
    said = {p["id"]: p["count"] for p in map(json.loads, open(given.pred))}
    right = sum(said.get(g["id"]) == g["count"] for g in gold)
    print(json.dumps({"all": {"f1": right / len(gold)}, "false alarms": len(gold) - right}))
"""

PRODUCT = """#!{python}
import json, sys
command, path, *options = sys.argv[1:]
assert command == "annotate" and options == ["--format", "jsonl"]
for line in open(path):
    record = json.loads(line)
    print(json.dumps({{"id": record["id"], "count": len(record["text"].split()) + {error}}}))
"""

GOLD = [
    {"id": "a", "text": "Rain fell", "count": 2},
    {"id": "b", "text": "No bus ran today", "count": 4},
    {"id": "c", "text": "Fog", "count": 9},
]


@dataclasses.dataclass
class Bench:
    """A made-up scorer, gold and product in one folder."""

    folder: pathlib.Path

    def product(self, error: int) -> None:
        """Install a product whose every count is off by `error`."""
        path = self.folder / "product"
        path.write_text(PRODUCT.format(python=sys.executable, error=error), encoding="utf8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def gold(self, rows: list[dict[str, object]]) -> None:
        """Lay out the gold."""
        (self.folder / "shared/gold/words.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf8")

    def gate(self, *options: str) -> int:
        """Run the gate."""
        return gate_runs.main(["--shared", str(self.folder / "shared"), "--only", "words", *options])

    @property
    def floors(self) -> dict[str, float]:
        """The floors on disk."""
        found: dict[str, float] = json.loads((self.folder / "floors.json").read_text(encoding="utf8"))["words"]["figures"]
        return found

    @property
    def records(self) -> list[pathlib.Path]:
        """The recorded runs."""
        return sorted((self.folder / "runs").glob("*.json"))


@pytest.fixture
def made(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    (tmp_path / "shared/eval").mkdir(parents=True)
    (tmp_path / "shared/gold").mkdir()
    (tmp_path / "shared/eval/words.py").write_text(SCORER, encoding="utf8")
    task = Task("words", ("words.py",), "words.jsonl", "annotate", (GOOD, BAD))
    monkeypatch.setattr(gate_runs, "TASKS", (task,))
    monkeypatch.setattr(gate_runs, "RUNS", tmp_path / "runs")
    monkeypatch.setattr(gate_runs, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(answers, "twosource", lambda: str(tmp_path / "product"))
    bench = Bench(tmp_path)
    bench.product(error=0)
    bench.gold(list(GOLD))
    return bench


def test_flatten_picks_by_path_and_turns_truth_into_numbers() -> None:
    wanted = [figure("x > f1"), figure("x > fine"), figure("x > none"), figure("gone > f1"), figure("named > f1")]
    result = {"x": {"f1": 0.123456, "fine": True, "none": None}, "named": {"f1": 1}}
    assert flatten(result, wanted) == {"x > f1": 0.1235, "x > fine": 1.0, "x > none": None, "gone > f1": None, "named > f1": 1.0}
    assert flatten([{"set": "named", "f1": 0.5}], [figure("named > f1")]) == {"named > f1": 0.5}
    counted = [figure("places > 0"), figure("places > 2")]
    assert flatten({"places": [3, 4]}, counted) == {"places > 0": 3.0, "places > 2": None}


def test_flatten_refuses_what_is_no_number() -> None:
    with pytest.raises(BenchError, match="no number"):
        flatten({"all": {"f1": "3 of 4"}}, [GOOD])


@pytest.mark.parametrize(
    ("figures", "complaints"),
    [
        ({"all > f1": 0.8, "false alarms": 0.1}, 0),
        ({"all > f1": 0.9, "false alarms": 0.05}, 0),
        ({"all > f1": 0.7999, "false alarms": 0.1}, 1),
        ({"all > f1": 0.8, "false alarms": 0.11}, 1),
        ({"all > f1": None, "false alarms": 0.1}, 1),
        ({"all > f1": 0.1, "false alarms": 0.9}, 2),
    ],
)
def test_broken_knows_which_way_is_worse(figures: Figures, complaints: int) -> None:
    assert len(broken(figures, {"all > f1": 0.8, "false alarms": 0.1}, [GOOD, BAD])) == complaints


def test_a_figure_without_a_floor_breaks_nothing() -> None:
    assert broken({"all > f1": 0.0, "false alarms": 9.0}, {}, [GOOD, BAD]) == []


def test_floors_rise_alone_and_fall_only_when_told() -> None:
    floors = {"all > f1": 0.8, "false alarms": 0.1}
    mixed: Figures = {"all > f1": 0.9, "false alarms": 0.3}
    assert moved(mixed, floors, [GOOD, BAD], lower=False) == {"all > f1": 0.9, "false alarms": 0.1}
    assert moved(mixed, floors, [GOOD, BAD], lower=True) == {"all > f1": 0.9, "false alarms": 0.3}
    unknown: Figures = {"all > f1": None, "false alarms": None}
    assert moved(unknown, floors, [GOOD, BAD], lower=False) == floors
    assert moved(unknown, floors, [GOOD, BAD], lower=True) == {}


def test_gold_hash_sees_a_changed_byte_and_not_the_readme(tmp_path: pathlib.Path) -> None:
    (tmp_path / "x.jsonl").write_text("{}\n")
    before = gold_hash(tmp_path)
    (tmp_path / "README.md").write_text("words about it")
    assert gold_hash(tmp_path) == before
    (tmp_path / "x.jsonl").write_text("{ }\n")
    assert gold_hash(tmp_path) != before


@pytest.mark.parametrize(("lines", "count"), [(7, 2), (2, 3), (1, 1), (0, 2)])
def test_shards_hold_every_line_once_in_order(tmp_path: pathlib.Path, lines: int, count: int) -> None:
    whole = tmp_path / "in.jsonl"
    whole.write_text("".join(f"{i} and a line separator \u2028 inside\n" for i in range(lines)), encoding="utf8")
    parts = answers.shards(whole, count)
    assert all(part.read_text(encoding="utf8").endswith("\n") for part in parts)
    assert "".join(p.read_text(encoding="utf8") for p in parts) == whole.read_text(encoding="utf8")
    assert len(parts) <= count


def test_a_traceback_is_a_failure_even_with_exit_code_1() -> None:
    with pytest.raises(BenchError, match="ZeroDivisionError"):
        answers.call([sys.executable, "-c", "1/0"], accept=(0, 1))
    assert answers.call([sys.executable, "-c", "print('x'); raise SystemExit(1)"], accept=(0, 1)) == "x\n"


def test_nothing_to_measure_against_passes(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate_runs.main(["--shared", str(tmp_path / "nowhere")]) == 0
    assert "nothing was measured" in capsys.readouterr().out


def test_the_whole_way(made: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    assert made.gate("--raise") == 0
    assert made.floors == {"all > f1": 0.6667, "false alarms": 1.0}
    record = json.loads(made.records[0].read_text(encoding="utf8"))
    assert record["figures"] == {"words": made.floors}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-[\w-]+", made.records[0].stem)

    made.product(error=1)
    assert made.gate() == 1
    assert "BROKEN  words: all > f1 is 0.0, its floor 0.6667" in capsys.readouterr().out
    assert made.gate("--raise") == 1
    assert made.floors["all > f1"] == 0.6667
    assert made.gate("--lower") == 0
    assert made.floors == {"all > f1": 0.0, "false alarms": 3.0}


def test_other_gold_breaks_the_floors_until_they_are_set_anew(made: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    assert made.gate("--raise") == 0
    made.gold(list(GOLD[:2]))
    assert made.gate("--raise") == 1
    assert "other gold" in capsys.readouterr().out
    assert made.floors["all > f1"] == 0.6667
    assert made.gate("--lower") == 0
    assert made.floors["all > f1"] == 1.0


def test_several_processes_give_the_same_figures(made: Bench) -> None:
    assert made.gate("--raise", "--jobs", "2") == 0
    assert made.floors["all > f1"] == 0.6667


def test_a_sample_is_neither_recorded_nor_held_against_floors(made: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    assert made.gate("--raise") == 0
    made.records[0].unlink()
    made.product(error=5)
    assert made.gate("--sample", "1") == 0
    assert "0.000" in capsys.readouterr().out
    assert made.records == []


def test_a_product_that_falls_over_breaks_the_gate(made: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    (made.folder / "product").write_text(f"#!{sys.executable}\nraise KeyError('x')\n", encoding="utf8")
    assert made.gate() == 1
    assert "did not run through" in capsys.readouterr().out


def test_task_names_and_figures_are_unique() -> None:
    assert len({task.name for task in TASKS}) == len(TASKS)
    for task in TASKS:
        assert len({f.name for f in task.figures}) == len(task.figures) > 0


def test_events_are_counted_for_each_set_by_its_ids(tmp_path: pathlib.Path) -> None:
    for name in EVENT_SETS:
        ids = ["a", "b"] if name == "muc" else ["c"] if name == "india" else []
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps({"id": i}) + "\n" for i in ids), encoding="utf8")
    told = [{"id": "a", "events": [1, 2, 3]}, {"id": "b", "events": []}, {"id": "c", "events": [1]}]
    (tmp_path / "pred").write_text("".join(json.dumps(a) + "\n" for a in told), encoding="utf8")
    means = answers.events_per_article(tmp_path, tmp_path / "pred")
    assert (means["muc"], means["india"], means["plover"]) == (1.5, 1.0, 0.0)


def test_a_pile_of_any_size() -> None:
    articles = [
        {
            "id": "x",
            "title": "Fog stops the ferries",
            "text": "Fog fell.\nNo ferry ran.\nIt lifted.\nAll ran.",
            "published": "2024-01-31",
        },
        {"id": "y", "title": "Snow", "text": "Snow fell on Narvik.", "published": "no day"},
    ]
    made = pile(articles, 7)
    assert made == pile(articles, 7)
    assert len({a["id"] for a in made}) == 7
    assert sorted(a["text"] for a in made[:2]) == sorted(a["text"] for a in articles)
    copies = made[2:]
    assert all("six days a week" in a["text"] for a in copies)
    assert {a["published"] for a in copies} <= {"2024-01-31", "2024-02-01", "2024-02-02", "no day"}


def test_the_largest_part_of_an_event() -> None:
    assert largest_part([1, 2, 3, 4, 5], {(1, 2), (2, 5), (3, 4), (4, 9)}) == 3
    assert largest_part([7], set()) == 1


def test_a_briefing_is_timed_by_stage() -> None:
    articles = [{"id": str(n), "text": f"The ferry to Bar{n} sank on Monday. Nobody died."} for n in range(3)]
    small, large = briefings(articles, [4, 2])
    assert (small["articles"], large["articles"]) == (2, 4)
    assert set(small["share of time"]) == {"reading", "candidates", "comparing", "stories", "ledger", "rest"}
    assert sum(large["share of time"].values()) == pytest.approx(1, abs=0.01)
    assert large["peak MB, main process"] > 10
    assert "growth" in large


def test_own_pairs_are_read_with_spans_that_stand_once(tmp_path: pathlib.Path) -> None:
    own_pairs.write(tmp_path / "all.jsonl")
    for made in map(json.loads, (tmp_path / "all.jsonl").read_text(encoding="utf8").splitlines()):
        for marked in made["alterations"] + made["unchanged"]:
            for side in ("a", "b"):
                if span := marked[side]:
                    assert made[side]["text"][span["start"] : span["end"]] == span["text"]
    text = 'style = "x"\nunchanged = [{a = "fog", b = "mist"}]\n[a]\ntext = "fog in fog"\n[b]\ntext = "mist"\n'
    (tmp_path / "x.toml").write_text(text, encoding="utf8")
    with pytest.raises(own_pairs.PairError, match=r"x\.toml: “fog” stands 2 times in a"):
        own_pairs.pair(tmp_path / "x.toml")
