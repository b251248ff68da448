"""Stories counted by origin."""

from twosource.records import CONTRACT_VERSION, Alignment, Direction, Reason, Relation, RelationKind, Span
from twosource.story.independence import origins
from twosource.story.lineage import descents


def relation(
    a: str, b: str, kind: RelationKind = "rewrite", score: float = 0.95, direction: Direction = "a->b", **values: float
) -> Relation:
    reasons = tuple(Reason(name.replace("_", " "), value, 1.0, None, None) for name, value in values.items())
    return Relation(CONTRACT_VERSION, a, b, kind, direction, score, reasons, (), ())


def test_two_papers_that_took_from_one_agency_are_one_origin() -> None:
    found = origins(
        ["wire", "north", "south", "own"], [relation("wire", "north"), relation("wire", "south"), relation("north", "south")]
    )
    assert [(o.articles, o.root) for o in found] == [(("wire", "north", "south"), "wire"), (("own",), "own")]


def test_no_direction_no_root() -> None:
    found = origins(["a", "b"], [relation("a", "b", direction="unknown")])
    assert [(o.articles, o.root) for o in found] == [(("a", "b"), None)]


def test_an_article_that_borrowed_from_two_does_not_make_them_one() -> None:
    found = origins(["a", "b", "both"], [relation("a", "both", score=0.97), relation("b", "both", score=0.85)])
    assert [o.articles for o in found] == [("a", "both"), ("b",)]


def test_same_story_is_not_same_origin() -> None:
    found = origins(["a", "b"], [relation("a", "b", kind="same-story", score=0.3, direction="unknown")])
    assert len(found) == 2


def test_a_second_parent_must_bring_something() -> None:
    def aligned(parent: str, start: int, end: int, score: float) -> Relation:
        spans = (Span(start, end, "x" * (end - start)),)
        return Relation(CONTRACT_VERSION, parent, "c", "rewrite", "a->b", score, (), (Alignment(spans, spans, 1.0),), ())

    found = descents([aligned("a", 0, 50, 0.99), aligned("b", 0, 48, 0.95), aligned("d", 60, 90, 0.9)])
    assert [edge.parent for edge in found] == ["a", "d"]
