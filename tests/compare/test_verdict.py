"""Two articles, related."""

import math

import pytest

from tests.compare.readings import reading
from twosource.compare.embed import Embedder
from twosource.compare.verdict import relate
from twosource.compare.weights import DIRECTION_WEIGHTS, INTERCEPT, WEIGHTS

WIRE = (
    "VALPARAISO, Chile - Dockworkers at the port of Valparaiso walked off the job on Monday after talks on pay broke down.\n"
    'About 1,200 workers joined the strike, union leader Marta Rojas said. "We waited eleven months for an answer and got none," '
    "she told reporters at the gate.\n"
    "Nine container ships are waiting in the bay, and fruit exporters said cherries worth 40 million dollars could spoil.\n"
    "The port company called the walkout illegal and said it would ask a court to order the men back.\n"
    "The last strike at the port, in 2018, lasted 35 days and cost growers a tenth of their harvest."
)
CUT = "\n".join(WIRE.split("\n")[:4]).replace("VALPARAISO, Chile - ", "")
ELSEWHERE = (
    "Marta Rojas has led the dockers of Valparaiso for six years, and she rarely raises her voice.\n"
    'On Monday she did. "We waited eleven months for an answer and got none," she said, before the gates closed behind her.\n'
    "In the cafes above the harbour, shopkeepers who lived through the long stoppage of 2018 are counting their stocks.\n"
    "The labour minister, Pablo Ortega, flew in late in the evening and met both sides at a hotel in Vina del Mar."
)
OTHER = "The museum of Graz bought a painting by an unknown master. Its director, Eva Huber, paid for it with a lottery grant."


def test_the_same_words(embedder: Embedder) -> None:
    found = relate(reading(embedder, "a", WIRE), reading(embedder, "b", WIRE.replace("\n", "\n\n")))
    assert (found.relation, found.score) == ("identical", 1.0)


def test_a_cut_wire_text_is_derived_and_the_days_tell_the_direction(embedder: Embedder) -> None:
    found = relate(reading(embedder, "a", CUT, "2024-02-07"), reading(embedder, "b", WIRE, "2024-02-06"))
    assert found.relation in {"copy", "excerpt"}
    assert found.direction == "b->a"


def test_a_shared_quotation_is_no_copy(embedder: Embedder) -> None:
    found = relate(reading(embedder, "a", WIRE), reading(embedder, "b", ELSEWHERE))
    assert found.relation == "same-story"
    assert found.direction == "unknown"
    assert found.alterations == ()


def test_a_flash_of_one_sentence_is_an_excerpt_of_the_report_that_has_it(embedder: Embedder) -> None:
    flash = "Dockworkers at the port of Valparaiso walked off the job on Monday after talks on pay broke down."
    found = relate(reading(embedder, "a", WIRE), reading(embedder, "b", flash))
    assert found.relation == "excerpt"
    assert any(r.feature == "stands whole in the other" and r.value for r in found.reasons)


def test_two_days_of_one_strike_on_one_leaders_word_are_no_rewrite(embedder: Embedder) -> None:
    days = [
        "Workers at the tram works in Zadar went on strike on Monday, union leader Ivo Babic said.\n"
        "A welder earns less there than a waiter on the quay, said Babic, who has led the union since 2029.\n"
        "The works lie behind the station and have built trams for nine cities.\n"
        "The union asked labour minister Ana Peric on Monday to mediate, Babic said.",
        "Police fired tear gas at the gate of the works in Zadar on Thursday and hurt 14 people, union leader Ivo Babic said.\n"
        "The workers have been on strike since Monday, Babic said in a tent, where somebody was frying sardines.\n"
        "Two of the hurt were cooks from the canteen and one a postman who had a parcel to deliver.\n"
        "The gate was shut with a chain in the afternoon, and the trams in the yard were covered with sheets.",
    ]
    found = relate(*(reading(embedder, n, text) for n, text in zip("ab", days, strict=True)))
    assert found.relation == "same-story"
    assert any(r.feature == "each mostly on its own" and r.value for r in found.reasons)


def test_unrelated(embedder: Embedder) -> None:
    found = relate(reading(embedder, "a", WIRE), reading(embedder, "b", OTHER))
    assert (found.relation, found.alignments) == ("unrelated", ())


def test_the_order_of_the_two_does_not_matter(embedder: Embedder) -> None:
    a, b = reading(embedder, "a", WIRE), reading(embedder, "b", ELSEWHERE)
    one, other = relate(a, b), relate(b, a)
    assert one.score == other.score
    assert [(r.feature, r.value) for r in one.reasons] == [(r.feature, r.value) for r in other.reasons]


def test_reasons_add_up_and_their_spans_lie_in_the_texts(embedder: Embedder) -> None:
    a, b = reading(embedder, "a", WIRE), reading(embedder, "b", CUT)
    for reason in relate(a, b).reasons:
        for side, found in ((a, reason.a), (b, reason.b)):
            assert found is None or side.annotation.text[found.start : found.end] == found.text


def test_an_article_without_text(embedder: Embedder) -> None:
    assert relate(reading(embedder, "a", WIRE), reading(embedder, "b", "")).relation == "unrelated"


RETOLD = (
    "In Valparaiso, harbour workers downed tools on Monday once wage negotiations had collapsed.\n"
    "According to Marta Rojas, who leads the union, some 1,200 of them take part; they had waited eleven months for a reply "
    "and never received one, she told journalists at the entrance.\n"
    "Nine vessels with containers lie in the bay, and exporters fear that cherries valued at 40 million dollars may rot.\n"
    "The port's operator considers the stoppage unlawful and intends to have a judge order the dockers back.\n"
    "When they last went on strike, in 2018, it took 35 days and farmers lost one tenth of their crop."
)


def test_a_rewrite_without_a_line_in_common_is_derived(embedder: Embedder) -> None:
    found = relate(reading(embedder, "a", WIRE), reading(embedder, "b", RETOLD))
    assert found.relation == "rewrite"
    assert found.score > 0.95


def test_paragraphs_spliced_into_an_own_report_are_an_excerpt(embedder: Embedder) -> None:
    own, taken = ELSEWHERE.split("\n"), WIRE.split("\n")[2:]
    spliced = reading(embedder, "b", "\n".join([*own[:2], *taken, *own[2:]]))
    assert relate(reading(embedder, "a", WIRE), spliced).relation == "excerpt"
    assert relate(spliced, reading(embedder, "c", ELSEWHERE)).relation == "excerpt"  # it derives from both


def test_the_score_is_the_sum_of_the_reasons_but_for_those_of_direction(embedder: Embedder) -> None:
    for other in (RETOLD, ELSEWHERE, OTHER):
        found = relate(reading(embedder, "a", WIRE, "2024-02-06"), reading(embedder, "b", other, "2024-02-07"))
        odds = INTERCEPT + sum(r.weight * r.value for r in found.reasons if not r.feature.startswith("direction: "))
        assert found.score == pytest.approx(1 / (1 + math.exp(-odds)), abs=1e-4)


def test_every_reason_has_its_weight(embedder: Embedder) -> None:
    found = relate(reading(embedder, "a", WIRE), reading(embedder, "b", RETOLD))
    names = [r.feature for r in found.reasons]
    assert names == [*WEIGHTS, *(f"direction: {name}" for name in DIRECTION_WEIGHTS)]


COURIER = (
    "The dam above Kariba town will be emptied by half before the rains, the energy minister said on Thursday, two weeks after "
    "divers found a crack in its eastern wall.\n"
    '"Nobody in the valley is in danger tonight," Grace Moyo told reporters in Harare. "We would not sit here if they were."\n'
    "The crack is 14 metres long and runs below the third sluice. Engineers from Lausanne will inspect it next month.\n"
    '"We are not going to hide a single page of that report," Moyo said.\n'
    "Lowering the lake will cost Zimbabwe a fifth of its electricity until March, she added. Mines in the copper belt must "
    "prepare for cuts at night.\n"
    "The opposition called for her resignation. Its leader, Tendai Ncube, said warnings had lain in a drawer since 2019."
)
GAZETTE = (
    "Fishermen on Lake Kariba learned of it from the radio: by Christmas, half of the water they live on is to be gone.\n"
    "Joseph Banda, 61, has mended nets at the harbour for forty years. He shrugs when asked about the wall, which he sees "
    "from his door, and about the government, which he does not.\n"
    'In the capital, the energy minister, Grace Moyo, sounded sure of herself. "Nobody in the valley is in danger tonight," she '
    'said. "We would not sit here if they were."\n'
    "How the crack, 14 metres long, came to be is disputed. A former director of the dam, Peter Haller, blames blasts in a "
    "quarry nearby; the quarry's owners deny it and point to an earthquake in June.\n"
    'Asked whether the findings would be published, Moyo said: "We are not going to hide a single page of that report."\n'
    "Zambia, which shares the lake, was told on Wednesday evening. Its president has asked for a meeting of both cabinets."
)


def test_one_press_conference_in_two_newspapers_is_no_reuse(embedder: Embedder) -> None:
    found = relate(reading(embedder, "a", COURIER), reading(embedder, "b", GAZETTE))
    assert found.relation == "same-story"
    assert found.score < 0.3
    weighed = {r.feature: r.value * r.weight for r in found.reasons}
    assert weighed["quotations shared alone"] <= 0, "what two heard at one place is no sign of copying"
