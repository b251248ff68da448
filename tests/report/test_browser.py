"""The report in a real browser: every part is clicked through, at desktop and phone widths, with and without script."""

import pathlib
import re
from typing import Literal

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

import twosource
from bench.page import load
from tests.report.made import HOSTILE, TEXT, briefing, grown
from twosource.records import Annotation, Briefing
from twosource.report.briefing import briefing_view
from twosource.report.html import briefing_html, pair_html
from twosource.report.pair import pair_view

WIDTHS = {"desktop": (1280, 900), "phone": (375, 740)}
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
READY_SECONDS = 1.0


@pytest.fixture
def page(browser: Browser, pile_page: str) -> Page:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(pile_page)
    return opened


def in_view(page: Page, selector: str) -> bool:
    """Whether an element's top stands in the window, below the bar."""
    found: bool = page.evaluate(
        "s => { const r = document.querySelector(s).getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight }", selector
    )
    return found


def opened(browser: Browser, path: pathlib.Path, shown: Briefing) -> Page:
    path.write_text(briefing_html(briefing_view(shown)), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize(("width", "scheme"), [("desktop", "light"), ("phone", "dark")])
def test_the_checker_of_wcag_finds_nothing(
    browser: Browser, pile_page: str, width: str, scheme: Literal["light", "dark"]
) -> None:
    """Sizes are the width's matter and contrast the scheme's: two runs see all four."""
    wide, high = WIDTHS[width]
    page = browser.new_page(viewport={"width": wide, "height": high}, color_scheme=scheme)
    page.goto(pile_page)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    result = Axe().run(page, options=RULES)
    assert result.violations_count == 0, result.generate_report()
    assert len(result.response["passes"]) > 20, "it did look"
    assert page.evaluate("document.documentElement.scrollWidth") <= wide, "nothing sticks out"


def test_the_page_of_a_compared_pair_is_clean_too(browser: Browser, pile: Briefing, tmp_path: pathlib.Path) -> None:
    relation = next(r for story in pile.stories for r in story.reuse if r.alterations)
    by_id = {a.id: a for a in pile.articles if isinstance(a, Annotation)}
    path = tmp_path / "pair.html"
    path.write_text(pair_html(pair_view(relation, by_id[relation.a], by_id[relation.b], "0")), "utf-8")
    page = browser.new_page(viewport={"width": 375, "height": 740})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    assert said == []
    expect(page.locator(".sides mark").first).to_be_visible()
    page.locator(".sides mark + a.note").first.click()
    assert page.locator(".alterations li:target").count() == 1
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    result = Axe().run(page, options=RULES)
    assert result.violations_count == 0, result.generate_report()


def test_it_asks_for_nothing(browser: Browser, pile_page: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(pile_page)
    expect(page.locator("#map-buttons")).to_be_visible()
    assert asked == [pile_page]
    assert said == []


def test_sixty_articles_are_ready_within_a_second(browser: Browser, pile: Briefing, tmp_path: pathlib.Path) -> None:
    """In seconds of the processor, all threads of the page together: what else the machine does is not the page's fault."""
    path = tmp_path / "sixty.html"
    path.write_text(briefing_html(briefing_view(grown(pile, 5))), "utf-8")
    measured = load(browser, path, "desk")
    assert 0 < measured["readable"] <= measured["ready"]
    assert 0 < measured["processor"] < READY_SECONDS


def test_the_four_figures_lead_to_their_parts(page: Page, pile: Briefing) -> None:
    view = briefing_view(pile)
    expect(page.locator(".figures b")).to_have_text([str(n) for n in (view.articles, view.origins, view.events, view.altered)])
    for part in ("articles", "stories", "events", "altered"):
        page.locator(f".figures a[href='#{part}']").click()
        assert in_view(page, f"#{part}")


def test_the_table_can_be_searched(page: Page) -> None:
    rows = page.locator(".events tbody tr")
    before = rows.count()
    page.get_by_label("Find").fill("antofagasta")
    shown = page.locator(".events tbody tr:not([hidden])")
    assert 0 < shown.count() < before
    assert all("antofagasta" in text.lower() for text in shown.all_text_contents())
    expect(page.locator("#found")).to_have_text(f"{shown.count()} of {before}")
    page.get_by_label("Find").fill("")
    page.get_by_label("Verdict").select_option("single-origin")
    assert set(page.locator(".events tbody tr:not([hidden]) .verdict").all_text_contents()) == {"single origin"}


def test_from_the_table_to_the_card_to_the_words_and_back(page: Page) -> None:
    link = page.locator(".events th a").first
    card = str(link.get_attribute("href"))
    link.click()
    expect(page.locator(card)).to_have_attribute("open", "")
    words = page.locator(f"{card} .telling p a[href^='#w']").first
    quote = page.locator(f"{card} blockquote").first.inner_text()
    at = str(words.get_attribute("href"))
    words.click()
    lit = page.locator("mark.lit")
    expect(lit.first).to_be_in_viewport()
    assert quote.split(" … ")[0].removesuffix("…") in "".join(lit.all_text_contents())
    page.locator(f"{at} ~ a.note[href='{card}']").first.click()
    assert in_view(page, card)
    alone = page.locator(".alone q a").first
    page.evaluate("document.querySelectorAll('.story details').forEach(d => d.open = true)")
    alone.click()
    assert lit.first.get_attribute("id") == str(alone.get_attribute("href"))[1:]
    expect(lit.first).to_be_in_viewport()


def test_the_map_zooms_by_button_key_and_wheel_and_its_spots_lead_to_the_list(page: Page) -> None:
    group = page.locator("#map-zoom")
    drawing = page.locator("#map-drawing")
    drawing.scroll_into_view_if_needed()

    def scale() -> float:
        return float(str(group.get_attribute("transform")).split("scale(")[1].rstrip(")"))

    page.get_by_role("button", name="Zoom in").click()
    assert scale() == pytest.approx(1.6)
    page.get_by_role("button", name="Show all places").click()
    assert scale() == 1
    drawing.focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowLeft")
    assert scale() == pytest.approx(1.6)
    drawing.hover()
    page.mouse.wheel(0, -300)
    page.wait_for_function("!document.querySelector('#map-zoom').getAttribute('transform').includes('scale(1.6')")
    page.keyboard.press("0")
    assert scale() == 1
    page.locator(".places b a").first.click()
    expect(group).not_to_have_attribute("transform", re.compile(r"scale\(1\b"))
    assert scale() > 2
    assert page.evaluate("document.activeElement.id") == "spot-1"
    page.keyboard.press("Enter")
    expect(page.locator("#place-1")).to_be_in_viewport()
    spot = page.locator(".spot").last
    name = spot.locator("text").text_content()
    spot.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".places li:target")).to_contain_text(str(name))


def test_the_labels_of_the_map_never_touch(browser: Browser, pile_page: str) -> None:
    for wide, high in WIDTHS.values():
        page = browser.new_page(viewport={"width": wide, "height": high})
        page.goto(pile_page)
        for step in range(4):
            boxes = page.evaluate(
                "[...document.querySelectorAll('#map-drawing text:not([hidden])')].map(t => t.getBoundingClientRect())"
                ".map(b => [b.left, b.top, b.right, b.bottom])"
            )
            assert boxes or step
            for n, a in enumerate(boxes):
                for b in boxes[n + 1 :]:
                    apart = a[0] >= b[2] - 1 or b[0] >= a[2] - 1 or a[1] >= b[3] - 3 or b[1] >= a[3] - 3
                    assert apart, "two labels lie on each other"
            page.get_by_role("button", name="Zoom in").click()


def test_the_timeline_turns_from_places_to_actors(page: Page) -> None:
    expect(page.locator(".by-place")).to_be_visible()
    expect(page.locator(".by-actor")).to_be_hidden()
    page.get_by_label("actor", exact=True).check()
    expect(page.locator(".by-actor")).to_be_visible()
    expect(page.locator(".by-place")).to_be_hidden()
    mark = page.locator(".by-actor .mark").first
    card = str(mark.get_attribute("href"))
    mark.locator("use, .touch").first.click()
    expect(page.locator(card)).to_have_attribute("open", "")


def test_the_tree_leads_to_both_texts_side_by_side(page: Page) -> None:
    link = page.locator(".tree a[href^='#p']").last
    pair = str(link.get_attribute("href"))
    link.click()
    expect(page.locator(f"{pair} .sides")).to_be_visible()
    note = page.locator(f"{pair} .sides mark + a.note").first
    line = str(note.get_attribute("href"))
    note.click()
    expect(page.locator(line)).to_be_in_viewport()
    page.locator(f"{pair} details summary", has_text="Why they are held").click()
    expect(page.locator(f"{pair} .odds li").first).to_be_visible()


def test_a_source_shows_everything_it_said(page: Page) -> None:
    link = page.locator(".telling a[href^='#s']").first
    voice = str(link.get_attribute("href"))
    link.click()
    expect(page.locator(f"{voice} li").first).to_be_visible()
    said = page.locator(f"{voice} li a").first
    said.click()
    expect(page.locator(f"u{said.get_attribute('href')}")).to_be_in_viewport()


def test_everything_can_be_reached_with_the_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the events"
    page.keyboard.press("Enter")
    assert in_view(page, "#events")
    summary = page.locator(".page > summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".page .text").first).to_be_visible()


def test_without_script_every_part_can_still_be_read(browser: Browser, pile_page: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(pile_page)
    for part in (
        ".events tbody tr",
        "#map-drawing .spot",
        ".places li",
        ".by-place .mark",
        ".tree li",
        ".card .telling",
        "#altered .pair",
    ):
        expect(page.locator(part).first).to_be_visible()
    expect(page.locator("#filter")).to_be_hidden()
    expect(page.locator("#map-buttons")).to_be_hidden()
    page.get_by_label("actor", exact=True).check()
    expect(page.locator(".by-actor")).to_be_visible()
    page.locator(".page > summary").first.click()
    expect(page.locator(".page .text").first).to_be_visible()


def test_paper_shows_what_is_folded(page: Page) -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".bar")).to_be_hidden()
    expect(page.locator(".page .text").last).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".page[open]").count() == 0


def test_a_notebook_shows_the_report_in_a_frame(browser: Browser, pile: Briefing) -> None:
    page = browser.new_page()
    shown = twosource.Briefing(**msgspec.structs.asdict(pile))._repr_html_()
    page.set_content(f"<!doctype html><title>notebook</title><body>{shown}")
    frame = page.frame_locator("iframe")
    expect(frame.locator("#map-buttons")).to_be_visible()
    link = frame.locator(".events th a").first
    card = str(link.get_attribute("href"))
    link.click()
    expect(frame.locator(f"{card} .telling").first).to_be_in_viewport()


def test_hostile_text_stays_text(browser: Browser, tmp_path: pathlib.Path) -> None:
    page = browser.new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"an article's script spoke: {dialog.message}"))
    odd = HOSTILE + "\r\n\u05d0\u05d1\u202e\u2066" + "w" * 100_000
    (tmp_path / "x.html").write_text(briefing_html(briefing_view(briefing(HOSTILE, HOSTILE, odd))), "utf-8", newline="")
    page.set_viewport_size({"width": 375, "height": 740})
    page.goto((tmp_path / "x.html").as_uri())
    page.evaluate("document.querySelectorAll('.text .note').forEach(note => note.remove())")  # the numbers of events are ours
    texts = page.locator(".text").all_text_contents()
    assert texts == [TEXT + odd, TEXT.replace("Four", "Five") + odd]
    assert page.locator("img, main script").count() == 0
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375, "a word of 100 kB is broken, not left to stick out"


def test_a_word_that_turns_the_direction_turns_nothing_around_it(browser: Browser, tmp_path: pathlib.Path) -> None:
    page = opened(browser, tmp_path / "x.html", briefing("\u202eevil", "\u202eevil"))
    left, right = page.evaluate(
        """() => { const cell = document.querySelector('.tree li div'), link = cell.querySelector('a').getBoundingClientRect(),
        after = cell.querySelector('.quiet').getBoundingClientRect(); return [link.right, after.left] }"""
    )
    assert left <= right, "what follows a title stands behind it"
