"""The page is one file that asks for nothing, and whatever an article says stays text, code point by code point."""

import html.parser
import re

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.report.made import HOSTILE, TEXT, briefing, grown
from twosource.records import Annotation, Briefing, Origin, Reason, Relation, Report
from twosource.report.briefing import briefing_view
from twosource.report.html import briefing_html, pair_html
from twosource.report.pair import pair_view

VOID = {"meta", "input", "br", "circle", "rect", "line", "path"}


class Page(html.parser.HTMLParser):
    """The tags, attributes and ids of a page, and the text of its articles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.titles: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes += given.items()
        if tag not in VOID:
            self._open.append({"text": "article", "note": "note"}.get(given.get("class") or "", tag))
            if given.get("class") == "text":
                self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() in (tag, "article", "note"), f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if "article" in self._open and "note" not in self._open:
            self.texts[-1] += data
        if self._open[-1:] == ["h3"]:
            self.titles.append(data)

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.attributes if key == name]


def pair_page(relation: Relation | None = None) -> str:
    """The page of two compared articles with hostile text."""
    both = briefing(HOSTILE, HOSTILE, HOSTILE)
    a, b = (x for x in both.articles if isinstance(x, Annotation))
    return pair_html(pair_view(relation or both.stories[0].reuse[0], b, a, "0"))


def page(title: str = "Blast at the quay", name: str = "Rosa Milla", tail: str = "") -> str:
    return briefing_html(briefing_view(briefing(title, name, tail)))


def test_the_policy_admits_the_file_s_own_style_and_script_alone() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page())
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[A-Za-z0-9+/=]+'", rules["script-src"])
    assert re.fullmatch(r"'sha256-[A-Za-z0-9+/=]+'", rules["style-src"])


def test_nothing_is_loaded_and_nothing_acts() -> None:
    found = Page(page(HOSTILE, HOSTILE, HOSTILE))
    assert not {"img", "iframe", "link", "object", "embed", "base"} & found.tags
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in ("src", "style", "action")]
    assert all(value.startswith("#") for value in found.values("href"))
    assert page(HOSTILE, HOSTILE, HOSTILE).count("<script") == 1


def test_every_link_leads_somewhere_and_every_name_is_given_once() -> None:
    found = Page(page())
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert {value[1:] for value in found.values("href")} <= set(ids)


def test_an_event_of_two_stories_is_told_where_the_ledger_has_it() -> None:
    given = briefing()
    story = given.stories[0]
    apart = [
        msgspec.structs.replace(
            story, id=id, articles=(article,), origins=(Origin(f"o-{id}", (article,), article, ()),), reuse=()
        )
        for id, article in (("s1", "a.txt"), ("s2", "b.txt"))
    ]
    alone = msgspec.structs.replace(given.events[0], id="E2", story="s1", reports=(Report("b.txt", "e1"),), articles=1)
    for events in (given.events, (alone,)):
        found = Page(briefing_html(briefing_view(msgspec.structs.replace(given, stories=tuple(apart), events=events))))
        assert {value[1:] for value in found.values("href")} <= set(found.values("id"))
        assert "e1" in found.values("id")


def test_two_articles_of_one_outlet_are_told_apart_by_their_titles() -> None:
    given = briefing()
    a, b = (x for x in given.articles if isinstance(x, Annotation))
    other = msgspec.structs.replace(b, title="Five hurt at the quay")
    same = briefing_html(briefing_view(msgspec.structs.replace(given, articles=(a, other))))
    assert "“<bdi>Five hurt at the quay</bdi>” took from “<bdi>Blast at the quay</bdi>”" in same
    hill = msgspec.structs.replace(other, outlet="Hill Post")
    apart = briefing_html(briefing_view(msgspec.structs.replace(given, articles=(a, hill))))
    assert "<bdi>Hill Post</bdi> took from <bdi>Port Gazette</bdi>" in apart


def test_what_tells_who_was_first_is_no_reason_for_one_text() -> None:
    given = briefing()
    relation = given.stories[0].reuse[0]
    first = Reason("direction: published earlier", -1.0, 3.0, None, None)
    story = msgspec.structs.replace(
        given.stories[0], reuse=(msgspec.structs.replace(relation, reasons=(*relation.reasons, first)),)
    )
    shown = briefing_view(msgspec.structs.replace(given, stories=(story,))).stories[0].derivations[0]
    assert shown.order == (("published earlier", 3.0),), "b->a: what speaks against side a speaks for the earlier text"
    assert [name for name, _ in shown.reasons] == ["phrases kept", "length ratio"]


def test_everything_of_the_view_is_in_the_page() -> None:
    shown = page()
    for words in (
        "single origin", "Valdivia", "5 May 2031", "4–5 injured", "Rosa Milla", "Radio Calle-Calle", "Port Gazette",
        "number changed", "c.bin", "Altered on the way", "Borders are no endorsement", "phrases kept",
    ):  # fmt: skip
        assert words in shown, words


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
@example("a\r\nb\rc\n")
@example("&amp;<b>&#0;]]>-->")
@example("\x00\ud800")
@example("\u202eright to left\u202c \u05d0\u05d1")
def test_any_text_survives(text: str) -> None:
    held = re.sub("[\x00\ud800-\udfff]", "\ufffd", text)
    found = Page(page(title=text or "-", name=text, tail=text))
    assert found.texts == [TEXT + held, TEXT.replace("Four", "Five") + held]
    assert held.strip() == "" or "".join(found.titles) == held


def test_a_word_of_100_kb_is_cut_in_titles_and_whole_in_the_text() -> None:
    word = "x" * 100_000
    shown = page(word, word, word)
    assert Page(shown).texts[0] == TEXT + word
    assert shown.count(word) <= 2 + 4, "whole in the two articles and where words are quoted, cut elsewhere"


def test_fifty_articles_are_under_a_megabyte(pile: Briefing) -> None:
    view = briefing_view(grown(pile, 5))
    assert view.articles == 60
    assert view.events == 5 * len(pile.events)
    assert len(briefing_html(view).encode()) < 1_000_000


def test_a_compared_pair_is_a_page_of_its_own_on_which_nothing_acts() -> None:
    found = Page(pair_page())
    assert not {"img", "iframe", "link", "object", "embed", "base"} & found.tags
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in ("src", "style", "action")]
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert {value[1:] for value in found.values("href")} <= set(ids)
    assert "mark" in found.tags
    assert "Why they are held to have one text" in pair_page()


def test_a_pair_of_which_none_derives_stands_side_by_side_as_well() -> None:
    relation = msgspec.structs.replace(briefing().stories[0].reuse[0], relation="same-story", alterations=(), direction="unknown")
    found = pair_page(relation)
    assert "What speaks for and against one text" in found
    assert 'class="sides"' in found
