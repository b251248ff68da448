"""What speaks for reuse between two articles, and how is it called?

Method: named features, each a number with the words it rests on, of four kinds. What stands word for word (`copies`); whether
the sentences, and the words in them, follow one another as in the other article (`order`, `rewrites`); what each has that the
other lacks; which quotations are shared. Every measure is taken of both sides; what counts is now the better side, for a
rewrite that condenses covers its original only in part, now the other. Five features are products of two others, for what one
says hangs on the other: police prose that stands verbatim in two reports of which each has names of its own is no reuse, and
the numbers that two articles share tell most where their uncommon words are the same, least where only one of them quotes. The
five were picked, one by one, of all products of two values, by the held-out loss: with them the rewrites of `bench/reuse_sets`
can be learnt without losing those of others.

Tried and left out: how far the words that the two do not share are told in place all the same, by the likeness of their vectors
in context (the sentence model's last states): hardly any pair of the development sets, no local report and next to no rewrite
of `bench/reuse_sets/hard` comes out otherwise, and every article would have to be kept with a vector a word.

Known failures: short items (some sixty words) about one small event, all of whose few facts both must tell, pass for rewrites; a
free retelling that condenses a long text to a few sentences passes for independent; so does a text that takes two paragraphs of
another, reworded, into much of its own.
"""

import math

from twosource.compare.copies import runs_kept, verbatim
from twosource.compare.order import order
from twosource.compare.own import Side, sides
from twosource.compare.rewrites import (
    found_in_answers,
    own_details,
    shared_quotes,
    told_alone,
    uncommon_shared,
    whole_lexical,
    whole_meaning,
    words_in_order,
)
from twosource.compare.terms import uncommonness
from twosource.records import Reading, RelationKind, Span

COPIED = 0.6
"""Share of both articles' words that stand verbatim in the other, from which a derived one is a copy."""
EXCERPTED = 0.7
"""Share of one article's words that stand verbatim in the other, from which a derived one is an excerpt."""
SPLICED, SPLICED_WORDS = 0.75, 30
"""Share of verbatim words in the sentences that both tell, and words in long runs, from which a derived one is an excerpt too:
what it took, it took word for word. One in a hundred development rewrites reaches the first."""
WHOLE, WHOLE_RUN = 0.75, 10
"""Share of one article's words that stand verbatim in the other, and words of the longest run, from which it stands there whole,
however short it is: 381 development pairs have both, all of them derived."""
ALONE = 0.45
"""Share of sentences told alone on both sides from which two articles are each mostly on their own."""
ONE_STORY = 0.9
"""Sum of two articles' cosines, of meaning and of words, from which they tell one story; right for 93 in 100 dev pairs."""

Feature = tuple[float, Span | None, Span | None]


class Pair:
    """Two articles side by side, with what several features need.

    Raises:
        ValueError: if a reading has no vectors.
    """

    def __init__(self, a: Reading, b: Reading) -> None:
        self.a, self.b = sides(a, b)
        self.weight = uncommonness(self.a.stems | self.b.stems)
        self.same = verbatim(self.a, self.b)
        self.told = order(self.a, self.b, self.weight)
        self.quotes = shared_quotes(self.a, self.b, self.weight)

    def features(self) -> dict[str, Feature]:
        """Each feature's value and the words it rests on, the same for (a, b) as for (b, a) but for the side of the spans."""
        a, b, weight, same, told, quotes = self.a, self.b, self.weight, self.same, self.told, self.quotes
        in_order, total = words_in_order(a, b, weight, names=True)
        without_names, _ = words_in_order(a, b, weight, names=False)
        own_a, own_b = own_details(a, b), own_details(b, a)
        agency = _agency(a.reading, b.reading)
        long_runs, least_verbatim = math.log1p(same.long_words), min(same.a, same.b)
        fewer_details, fewer_names = (math.log1p(min(n)) for n in ((own_a.details, own_b.details), (own_a.names, own_b.names)))
        uncommon, one_quotes = uncommon_shared(a, b, weight), abs(a.quoted_share() - b.quoted_share())
        amounts, answered = math.log1p(len(a.telling.amounts & b.telling.amounts)), found_in_answers(a, b)

        def verbatim_spans(value: float) -> Feature:
            return value, same.span_a, same.span_b

        def sentence_spans(value: float) -> Feature:
            return value, told.span_a, told.span_b

        def own(value: float) -> Feature:
            return value, own_a.span, own_b.span

        return {
            "verbatim, better covered side": verbatim_spans(max(same.a, same.b)),
            "verbatim, other side": verbatim_spans(least_verbatim),
            "stands whole in the other": verbatim_spans(float(max(same.a, same.b) >= WHOLE and same.longest >= WHOLE_RUN)),
            "words in long runs, counted": verbatim_spans(long_runs),
            "runs of three words kept, other side": verbatim_spans(runs_kept(a, b, 3).least),
            "runs of six words kept, counted": verbatim_spans(math.log1p(runs_kept(a, b, 6).count)),
            "words in order, other side": (in_order / (total + 1), None, None),
            "words in order, counted": (math.log1p(without_names), None, None),
            "uncommon words shared in a hundred": (uncommon, None, None),
            "sentences with one partner": sentence_spans(told.partnered),
            "sentences told in order, counted": sentence_spans(math.log1p(told.chained)),
            "sentences rather forwards than backwards": sentence_spans(told.forwards),
            "partners at corresponding places": sentence_spans(told.places),
            "names and numbers found, better covered side": (max(own_a.found, own_b.found), None, None),
            "own names and numbers, side with fewer": own(fewer_details),
            "own names and numbers unquoted, side with more": own(math.log1p(max(own_a.unquoted, own_b.unquoted))),
            "own names, side with fewer": own(fewer_names),
            "own sources, side with more": (math.log1p(max(own_a.sources, own_b.sources)), None, None),
            "own amounts, side with fewer": (math.log1p(min(own_a.amounts, own_b.amounts)), None, None),
            "each mostly on its own": (float(max(same.a, same.b) < COPIED and told_alone(a, b) >= ALONE), None, None),
            "quoted by one side only": (one_quotes, None, None),
            "quotations shared alone": (math.log1p(quotes.alone), *quotes.spans_alone),
            "same agency credited": (1.0 if agency else 0.0, *(agency or (None, None))),
            "length of the shorter": (math.log1p(min(len(a.words), len(b.words))), None, None),
            "words in long runs, times own names": verbatim_spans(long_runs * fewer_names),
            "verbatim, times own names and numbers": verbatim_spans(least_verbatim * fewer_details),
            "uncommon words shared, times amounts shared": (uncommon * amounts, None, None),
            "quoted by one side only, times amounts shared": (one_quotes * amounts, None, None),
            "quoted by one side only, times answers found": (one_quotes * answered, None, None),
        }

    def kind_if_derived(self) -> RelationKind:
        """What the relation is called when one derives from the other, or both from one text."""
        least, most = sorted((self.same.a, self.same.b))
        if least >= COPIED:
            return "copy"
        spliced = min(
            _verbatim_share(self.a, self.told.told_a, self.same.covered_a),
            _verbatim_share(self.b, self.told.told_b, self.same.covered_b),
        )
        if most >= EXCERPTED or (spliced >= SPLICED and self.same.long_words >= SPLICED_WORDS):
            return "excerpt"
        return "rewrite"

    def kind_if_not(self) -> RelationKind:
        """What the relation is called when neither derives from the other."""
        if self.quotes.in_context + self.quotes.alone:
            return "same-story"
        near = whole_meaning(self.a, self.b) + whole_lexical(self.a, self.b, self.weight)
        return "same-story" if near >= ONE_STORY else "unrelated"


def _verbatim_share(side: Side, sentences: tuple[int, ...], covered: frozenset[int]) -> float:
    """Share of the unquoted words of these sentences that are covered."""
    own = [k for i in sentences for k in range(side.starts[i], side.starts[i + 1]) if not side.said[k]]
    return sum(k in covered for k in own) / max(1, len(own))


def _agency(a: Reading, b: Reading) -> tuple[Span, Span] | None:
    for first in a.annotation.credits:
        for second in b.annotation.credits:
            if first.kind == second.kind == "agency" and first.name == second.name:
                return first.span, second.span
    return None
