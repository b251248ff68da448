"""Stories counted by origin."""

from twosource.records import CONTRACT_VERSION, NOT_RULED, Alignment, Direction, Reason, Relation, RelationKind, Ruled, Span
from twosource.story.independence import origins
from twosource.story.lineage import descents
from twosource.story.wires import Wire


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


def test_many_copies_are_one_origin_though_few_pairs_were_compared() -> None:
    names = [f"p{n:02}" for n in range(40)]
    star = [relation("p00", name, kind="copy", score=0.99) for name in names[1:]]
    found = origins(names, [*star, relation("p07", "own", kind="same-story", score=0.1, direction="unknown")])
    assert [(o.articles, o.root) for o in found] == [(tuple(names), "p00")]


def test_a_rewrite_of_one_copy_belongs_to_all_of_them() -> None:
    names = [f"p{n:02}" for n in range(20)]
    star = [relation("p00", name, kind="copy", score=0.99) for name in names[1:]]
    found = origins([*names, "new"], [*star, relation("p03", "new", score=0.9)])
    assert len(found) == 1
    found = origins(
        [*names, "new"],
        [*star, relation("p03", "new", score=0.6), *(relation(p, "new", kind="same-story", score=0.2) for p in names[4:8])],
    )
    assert [o.articles for o in found] == [tuple(names), ("new",)]


def test_a_rewrite_of_an_excerpt_is_one_of_the_whole_text() -> None:
    apart = relation("long", "new", kind="same-story", score=0.3, direction="unknown")
    found = origins(
        ["long", "short", "new"], [relation("long", "short", kind="excerpt", score=0.99), relation("short", "new"), apart]
    )
    assert [o.articles for o in found] == [("long", "short", "new")]
    found = origins(["long", "short", "new"], [relation("long", "short"), relation("short", "new"), apart])
    assert len(found) == 2


def test_what_copies_a_copy_loosely_is_not_drawn_in_by_the_chain() -> None:
    chain = [relation("a", "b", kind="copy", score=0.95), relation("b", "c"), relation("c", "d")]
    assert [o.articles for o in origins(["a", "b", "c", "d"], chain)] == [("a", "b", "c"), ("d",)]


def test_what_may_derive_is_an_origin_of_its_own_until_it_is_sure() -> None:
    assert len(origins("ab", [relation("a", "b", score=0.8)])) == 2
    assert len(origins("ab", [relation("a", "b", score=0.9)])) == 1


AP = Wire(frozenset({"Associated Press"}))


def test_two_edits_of_one_agency_text_are_one_origin_without_a_root() -> None:
    pair = [relation("north", "south", kind="same-story", score=0.2, direction="unknown", **{"verbatim, other side": 0.3})]
    assert len(origins(["north", "south"], pair)) == 2
    found = origins(["north", "south"], pair, {"north": AP, "south": AP})
    assert [(o.articles, o.root) for o in found] == [(("north", "south"), None)]
    assert len(origins(["north", "south"], pair, {"north": AP, "south": Wire(frozenset({"dpa"}))})) == 2


def test_of_copies_of_an_agency_text_none_is_the_parent_but_the_agency() -> None:
    pile = [relation("north", "south", kind="copy"), relation("agency", "south"), relation("agency", "north")]
    wires = {"north": AP, "south": AP}
    assert descents(pile[:1], wires) == ()
    assert origins(["north", "south"], pile[:1], wires)[0].root is None
    wires["agency"] = Wire(AP.names, own=True)
    assert {(e.parent, e.child) for e in descents(pile, wires)} == {("agency", "north"), ("agency", "south")}
    assert origins(["north", "south", "agency"], pile, wires)[0].root == "agency"


def ruled(copies: tuple[str, ...] = (), independent: tuple[str, ...] = ()) -> Ruled:
    """People's judgement of pairs written as "ab"."""
    return Ruled({frozenset(p): 1 for p in copies}, {frozenset(p): 2 for p in independent}, {}, {})


def test_a_person_joins_origins_and_parts_them_against_any_score() -> None:
    assert [o.articles for o in origins("ab", [], ruled=ruled(copies=("ab",)))] == [("a", "b")]
    sure = [relation("a", "b", kind="copy", score=0.99)]
    assert len(origins("ab", sure, ruled=NOT_RULED)) == 1
    assert [o.articles for o in origins("ab", sure, ruled=ruled(independent=("ab",)))] == [("a",), ("b",)]


def test_no_third_article_brings_together_what_a_person_parts() -> None:
    star = [relation("c", "a", kind="copy", score=0.99), relation("c", "b", kind="copy", score=0.99)]
    assert len(origins("abc", star)) == 1
    found = [set(o.articles) for o in origins("abc", star, ruled=ruled(independent=("ab",)))]
    assert not any({"a", "b"} <= group for group in found)
    rewrites = [relation("a", "c"), relation("c", "b")]
    found = [set(o.articles) for o in origins("abc", rewrites, ruled=ruled(independent=("ab",)))]
    assert not any({"a", "b"} <= group for group in found)
