"""What an article says itself, and what it quotes."""

from tests.compare.readings import reading
from twosource.compare.copies import runs_kept, verbatim
from twosource.compare.own import sides, telling
from twosource.compare.rewrites import own_details, shared_quotes
from twosource.compare.terms import uncommonness

STATEMENT = "We will rebuild the bridge before the spring floods come down the valley again"
MARKED = f'The mayor of Talca spoke on Friday. "{STATEMENT}," she said.\nWork starts in March with 40 engineers from Santiago.'
PASTED = f"In Talca the mayor posted a statement on Friday night.\n{STATEMENT}\nNobody answered the telephone at the town hall."


def test_what_one_prints_as_a_quotation_is_quoted_in_the_other_too() -> None:
    a, b = sides(reading(None, "a", MARKED), reading(None, "b", PASTED))
    assert [w for w, said in zip(b.words, b.said, strict=True) if said] == STATEMENT.lower().split()
    assert b.quoted_share() > 0.3
    found = verbatim(a, b)
    assert (found.a, found.b, found.long_words) == (0.0, 0.0, 0)
    assert runs_kept(a, b, 6).count == 0


def test_without_quotation_marks_anywhere_the_same_words_are_copied() -> None:
    plain = MARKED.replace('"', "").replace("again, she said", "again")
    a, b = sides(reading(None, "a", plain), reading(None, "b", PASTED))
    found = verbatim(a, b)
    assert found.longest == found.long_words == len(STATEMENT.split())
    assert [s and s.text for s in (found.span_a, found.span_b)] == [STATEMENT, STATEMENT]


def test_captions_tell_nothing() -> None:
    text = "The ferry to Ancud sank in the night.\nPhoto: rescuers stand on the pier at Ancud. (Elena Rojas/Agency)"
    told = telling(reading(None, "a", text))
    assert "ferry" in told.words
    assert "rescuers" not in told.words


def test_details_of_each_side() -> None:
    a, b = sides(reading(None, "a", MARKED), reading(None, "b", PASTED))
    mine, theirs = own_details(a, b), own_details(b, a)
    assert mine.details == 2  # 40 and Santiago; months are no names
    assert theirs.details == 0
    assert mine.span is not None
    assert mine.span.text in {"40", "Santiago"}


def test_a_quotation_is_shared_alone_or_in_context() -> None:
    said = f'"{STATEMENT}," the mayor told farmers who had lost their cattle.'
    again = f'The mayor told farmers whose cattle drowned: "{STATEMENT}."'
    other = f'"{STATEMENT}," Carla Soto promised in the rain, to some applause and a few whistles.'
    pairs = [sides(reading(None, "a", said), reading(None, "b", text)) for text in (again, other)]
    counts = [shared_quotes(a, b, uncommonness(a.stems | b.stems)) for a, b in pairs]
    assert [(c.in_context, c.alone) for c in counts] == [(1, 0), (0, 1)]
    assert all(c.spans_in_context[0] or c.spans_alone[0] for c in counts)
