"""The parts of the view: pieces of text, side by side, tree of origins, timeline, map, sources."""

import itertools

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.made import annotation, briefing
from twosource.records import Alignment, Annotation, Descent, EventDate, MergedToll, Origin, Place, Relation, Span
from twosource.report.atlas import HEIGHT, WIDTH, atlas, world
from twosource.report.briefing import briefing_view
from twosource.report.derived import DerivedRow, blocks, derived_rows
from twosource.report.family import family
from twosource.report.marked import pieces
from twosource.report.names import weightiest
from twosource.report.timeline import APART, Dated, timeline
from twosource.report.voices import voices
from twosource.report.wording import day, moment, what, when

# ---------------------------------------------------------------------------------------------------------------- pieces


def test_overlapping_marks_are_cut_apart() -> None:
    found = pieces("abcdef", [(0, 4, "x"), (2, 6, "y"), (2, 4, "x")])
    assert [(p.text, p.marks) for p in found] == [("ab", ("x",)), ("cd", ("x", "y")), ("ef", ("y",))]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_the_pieces_put_together_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [(min(a, b, len(text)), min(max(a, b), len(text)), str(n)) for n, (a, b) in enumerate(spans)]
    found = pieces(text, marks)
    assert "".join(p.text for p in found) == text
    for first, last, name in marks:
        assert "".join(p.text for p in found if name in p.marks) == text[first:last]


# ----------------------------------------------------------------------------------------------------------- side by side


def written(id: str, *sentences: str) -> Annotation:
    text = " ".join(sentences)
    starts = [text.index(s) for s in sentences]
    spans = tuple(Span(n, n + len(s), s) for n, s in zip(starts, sentences, strict=True))
    return msgspec.structs.replace(annotation(id, id), text=text, sentences=spans, events=(), attributions=(), places=())


def test_every_sentence_of_both_texts_stands_in_one_row() -> None:
    old = written("a", "One came.", "Two left.", "Three slept.")
    new = written("b", "Zero ran.", "Three slept well.", "Four woke.", "One came.")
    links = ((0, 3), (2, 1))
    aligned = tuple(Alignment((old.sentences[i],), (new.sentences[j],), 1.0) for i, j in links)
    relation = Relation(1, "a", "b", "rewrite", "a->b", 0.9, (), aligned, ())
    rows = [tuple("".join(p.text for p in side) for side in (r.earlier, r.later)) for r in derived_rows(relation, old, new, ())]
    assert sorted(left for left, _ in rows if left) == sorted(s.text for s in old.sentences)
    assert sorted(right for _, right in rows if right) == sorted(s.text for s in new.sentences)
    assert ("One came.", "One came.") in rows
    assert rows.index(("Two left.", "")) < rows.index(("Three slept.", "Three slept well.")), "in the order of the earlier text"


def test_altered_words_carry_the_number_of_their_alteration() -> None:
    row = briefing_view(briefing()).stories[0].derivations[0].rows[0]
    assert [p.text for p in row.earlier if p.marks == ("0",)] == ["Four"]
    assert [p.text for p in row.later if p.marks == ("0",)] == ["Five"]


# ------------------------------------------------------------------------------------------------------------- the family


def derived(parent: str, child: str, score: float) -> Relation:
    return Relation(1, parent, child, "rewrite", "a->b", score, (), (), ())


def origin(articles: str, root: str | None, relations: list[Relation]) -> Origin:
    return Origin("o", tuple(articles), root, tuple(Descent(r.a, r.b, r.score) for r in relations))


def test_children_hang_on_their_parent_and_rails_lead_there() -> None:
    relations = [derived("a", "b", 0.9), derived("b", "c", 0.9), derived("a", "d", 0.8)]
    tree = family(origin("cbad", "a", relations), relations, dict.fromkeys("abcd"))
    assert [(x.article, x.parent, x.rails) for x in tree] == [
        ("a", None, ()),
        ("b", "a", (True,)),
        ("c", "b", (True, False)),
        ("d", "a", (False,)),
    ]


def test_articles_that_took_from_each_other_in_a_ring_are_all_shown_once() -> None:
    ring = [derived("a", "b", 0.9), derived("b", "a", 0.9)]
    tree = family(origin("ab", None, ring), ring, dict.fromkeys("ab"))
    assert sorted(x.article for x in tree) == ["a", "b"]


# ------------------------------------------------------------------------------------------------------------ the timeline


def dated(anchor: str, value: str | None, place: str = "Talca") -> Dated:
    return Dated(anchor, anchor, "single-source", value, place, "")


def test_a_day_is_a_dot_and_a_month_a_bar() -> None:
    found = timeline([dated("e1", "2031-05-05"), dated("e2", "2031-05"), dated("e3", None), dated("e4", "PAST_REF")])
    assert found is not None
    assert found.undated == 2
    day_mark, month = ({m.anchor: m for m in found.by_place[0].marks}[a] for a in ("e1", "e2"))
    assert day_mark.left == day_mark.right
    assert month.left < day_mark.left < month.right
    assert day_mark.row != month.row


def test_marks_of_one_row_never_touch_and_lanes_are_few() -> None:
    found = timeline([dated(f"e{n}", f"2031-05-{n % 28 + 1:02}", f"town {n % 20}") for n in range(60)])
    assert found is not None
    assert len(found.by_place) <= 12
    assert sum(len(lane.marks) for lane in found.by_place) == 60
    for lane in found.by_place:
        for row in range(lane.rows):
            marks = sorted((m.left, m.right) for m in lane.marks if m.row == row)
            assert all(b[0] - a[1] >= APART for a, b in itertools.pairwise(marks))


def test_one_date_centuries_away_does_not_squeeze_the_rest() -> None:
    found = timeline([dated("e1", "1723-01-01"), *(dated(f"e{n}", f"2031-05-{n:02}") for n in range(2, 12))])
    assert found is not None
    marks = {m.anchor: m for m in found.by_place[0].marks}
    assert marks["e1"].left == 0
    assert marks["e11"].left - marks["e2"].left > 80
    assert found.outside == 1


def test_no_date_no_timeline() -> None:
    assert timeline([dated("e1", None)]) is None


# ---------------------------------------------------------------------------------------------------------------- the map


def place(name: str, lat: float | None, lon: float | None, precision: str | None, country: str | None = "CL") -> Place:
    return Place(Span(0, 1, "x"), "location", name, None, lat, lon, country, None, precision)  # type: ignore[arg-type]  # literal


def test_a_district_is_a_circle_and_a_country_its_outline() -> None:
    found = atlas([
        ("e1", place("Talca", -35.4, -71.7, "city")),
        ("e2", place("Maule", -35.6, -71.5, "admin1")),
        ("e3", place("Chile", -30.0, -71.0, "country")),
        ("e4", place("Nowhere", None, None, None)),
        ("e5", None),
    ])  # fmt: skip
    assert found is not None
    assert found.unplaced == 2
    spots = {s.name: s for s in found.spots}
    assert spots["Talca"].exact
    assert not spots["Maule"].exact
    assert spots["Maule"].reach > spots["Talca"].reach
    assert spots["Chile"].code == "CL"
    assert any(o.code == "CL" and o.scale == "50" for o in found.outlines), "fine where the events are"
    assert all(0 <= s.x <= WIDTH and 0 <= s.y <= HEIGHT for s in found.spots)


def test_labels_never_touch() -> None:
    found = atlas([(f"e{n}", place(f"Village of San {n}", -35 + n % 7 * 0.05, -71 + n // 7 * 0.05, "city")) for n in range(49)])
    assert found is not None
    boxes = []
    for spot in found.spots:
        if spot.label:
            x, y, anchor = spot.label
            left = x - {"start": 0, "middle": len(spot.name) * 3.5, "end": len(spot.name) * 7}[anchor]
            boxes.append((left, y - 12, left + len(spot.name) * 7, y + 3))
    assert boxes
    assert len(boxes) < 49, "where there is no room, no label"
    for n, a in enumerate(boxes):
        assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for b in boxes[n + 1 :])


def test_events_of_one_place_share_a_spot() -> None:
    found = atlas([("e1", place("Talca", -35.4, -71.7, "city")), ("e2", place("Talca", -35.4, -71.7, "city"))])
    assert found is not None
    assert [s.events for s in found.spots] == [("e1", "e2")]


def test_no_place_no_map() -> None:
    assert atlas([("e1", None)]) is None


@pytest.mark.parametrize("scale", ["50", "110"])
def test_crimea_is_drawn_with_ukraine(scale: str) -> None:
    def holds(code: str) -> bool:
        outline = next(o for o in world() if o.scale == scale and o.code == code)
        return any(inside(ring, 3420, -4520) for ring in rings(outline.path))

    assert holds("UA")
    assert not holds("RU")


def rings(path: str) -> list[list[tuple[int, int]]]:
    found = []
    for ring in path.split("M")[1:]:
        start, _, steps = ring.rstrip("z").partition("l")
        numbers = [int(n) for n in re_numbers(start)]
        points = [(numbers[0], numbers[1])]
        moves = [int(n) for n in re_numbers(steps)]
        for dx, dy in zip(moves[::2], moves[1::2], strict=True):
            points.append((points[-1][0] + dx, points[-1][1] + dy))
        found.append(points)
    return found


def re_numbers(text: str) -> list[str]:
    return text.replace("-", " -").replace(",", " ").split()


def inside(ring: list[tuple[int, int]], x: int, y: int) -> bool:
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


# ----------------------------------------------------------------------------------------------------- sources and wording


def test_a_source_has_all_its_statements_and_the_event_leads_to_them() -> None:
    view = briefing_view(briefing())
    (voice,) = view.voices
    assert (voice.name, voice.articles, len(voice.said)) == ("Rosa Milla", 2, 2)
    assert {e.voice for e in view.stories[0].events[0].evidence} == {voice.anchor}


def test_what_is_written_small_is_no_name_that_joins_articles() -> None:
    one, other = (x for x in briefing(name="Harbour master").articles if isinstance(x, Annotation))
    shown, at = voices([one, other], lambda id, said: id)
    assert [(v.name, v.articles) for v in shown] == [("Harbour master", 1)] * 2, "“the harbour master” of two articles may be two"
    assert at[one.id, 0] != at[other.id, 0]


def test_the_nameless_stand_together() -> None:
    given_ = briefing()
    nameless = tuple(
        msgspec.structs.replace(
            a, attributions=tuple(msgspec.structs.replace(x, source_kind="anonymous") for x in a.attributions)
        )
        for a in given_.articles
        if isinstance(a, Annotation)
    )
    (voice,) = briefing_view(msgspec.structs.replace(given_, articles=nameless)).voices
    assert voice.name is None
    assert voice.said[0].called == "the harbour master"


def test_the_steps_lead_from_articles_to_independent_sources() -> None:
    (event,) = briefing_view(briefing()).stories[0].events
    assert [(change, left) for _, change, left in event.counted] == [(2, 2), (-1, 1), (0, 1)]


def test_events_are_numbered_by_sources_then_toll_and_what_is_denied_comes_last() -> None:
    plain = msgspec.structs.replace(briefing().events[0], injured=None)
    sourced = msgspec.structs.replace(plain, id="sourced", independent_sources=2)
    grave = msgspec.structs.replace(plain, id="grave", killed=MergedToll(3, None, None))
    hurt = msgspec.structs.replace(plain, id="hurt", injured=MergedToll(None, 40, 50))
    denied = msgspec.structs.replace(sourced, id="denied", status="denied", killed=MergedToll(9, 9, 9))
    found = weightiest([denied, plain, hurt, grave, sourced], briefing().stories)
    assert [e.id for e in found] == ["sourced", "grave", "hurt", plain.id, "denied"]


def test_a_run_of_the_same_words_is_one_row() -> None:
    same, other = DerivedRow(pieces("One.", []), pieces("One.", [])), DerivedRow(pieces("Two.", []), ())
    assert [(b.same, len(b.rows)) for b in blocks([same, same, other, same])] == [("One. One.", 2), (None, 1), ("One.", 1)]


def test_few_far_dates_do_not_stretch_the_scale_and_what_is_not_told_has_a_lane_of_its_own() -> None:
    days = [dated(f"e{n}", f"2031-05-{n:02}", place=f"town {n}" if n > 9 else "") for n in range(1, 28)]
    found = timeline([dated("old", "2024-01-01"), *days])
    assert found is not None
    assert (found.outside, found.ticks[0][1]) == (1, "1 May 2031")
    assert [lane.name for lane in found.by_place[-2:]] == ["9 others", "place not told"]
    assert len(found.by_place[-1].marks) == 9


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-05-05", "5 May 2031"),
        ("2031-05", "May 2031"),
        ("2031-05-01/2031-05-10", "1 May 2031 – 10 May 2031"),
        ("2031-13-45", "2031-13-45"),
        ("2031-W20", "week of 12 May 2031"),
        ("2031-W20-WE", "weekend of 17 May 2031"),
        ("2031-W60", "2031-W60"),
        ("2027-FA", "autumn 2027"),
        ("2031-Q3", "third quarter of 2031"),
        ("2031-XX", "2031-XX"),
        ("199", "the 1990s"),
    ],
)
def test_dates_in_words(value: str, words: str) -> None:
    assert when(EventDate(value, "day")) == words


def test_words_for_codes() -> None:
    assert what("ASSAULT", "heavy-weapons") == "Shelling or missile attack"
    assert (what("DISASTER", "earthquake"), what("CONSULT", None)) == ("Earthquake", "Meeting"), "a mode that names itself"
    assert day("soon") == "soon"
    assert when(None) == ""
    assert [moment(x) for x in ("2031-05-05T14:30:00Z", "2031-05-05", "2031-05-05T00:00:00")] == [
        "5 May 2031, 14:30", "5 May 2031", "5 May 2031",
    ], "midnight is how a day is written whose hour is not known"  # fmt: skip
