"""The whole way in real Chromium: front page, incident, report, and back; with a script and without."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.browser import a_server, faults
from tests.web.hostile import TEXT, a_reading, add, an_article

from accordingto.store.open import open_store
from accordingto.web.publishing import publish_site

Colours = Literal["light", "dark"]
LATER = (
    "Nobody knew why the shops had closed so early that evening, or who had told the drivers to stay at home until the "
    "lamps were lit again along the quay. An aide said that guards fired on the crowd."
)
PLAIN = "An aide said that guards fired on the crowd.\n\nNobody else was there."


@pytest.fixture(scope="module")
def folder(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with reports of both kinds, plain and hostile, and a published copy of it."""
    made = tmp_path_factory.mktemp("reading")
    shutil.copy(filled_file, made / "room.db")
    store = open_store(str(made / "room.db"))
    (made / "plain").write_text(add(store, a_reading(an_article(PLAIN, "Shots at the gate", "Harbour Post"))))
    (made / "later").write_text(add(store, a_reading(an_article(LATER, "Shops shut", "Harbour Post"))))
    (made / "hostile").write_text(add(store, a_reading(an_article(TEXT))))
    list(publish_site(store, made / "site"))
    store.close()
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    store = open_store(str(folder / "room.db"))
    with a_server(store) as found:
        yield found
    store.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def report(folder: Path, kind: str = "plain") -> str:
    return f"/report/{(folder / kind).read_text()}"


def incident(page: Page, address: str) -> str:
    """The address of the incident of most reports."""
    page.goto(address + "/")
    return str(page.locator(".card h3 a").first.get_attribute("href"))


def test_the_whole_way_from_the_front_page_to_the_words(page: Page, address: str) -> None:
    page.goto(address + "/")
    page.locator(".card h3 a").first.click()
    expect(page.locator("h2", has_text="Accounts")).to_be_visible()
    page.locator("summary", has_text="Why").first.click()
    expect(page.get_by_text("An origin is the innermost source")).to_be_visible()
    page.locator(".exact a").first.click()
    expect(page.locator(".told li:target")).to_be_in_viewport()
    page.locator(".told li:target a.more").click()
    expect(page.locator("h2", has_text="Accounts")).to_be_visible()


def test_a_card_is_level_with_its_sentence_where_it_stands_beside_it(page: Page, address: str, folder: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address + report(folder, "later"))
    words, sentence, card = (edge(page, each) for each in (".words", ".words .r-source", ".side"))
    assert words + 20 < card
    assert abs(card - sentence) < 10
    page.set_viewport_size({"width": 390, "height": 900})
    assert edge(page, ".side") > edge(page, ".words", "bottom")


def edge(page: Page, selector: str, side: str = "top") -> float:
    """Where the first such thing begins or ends, pixels down the window."""
    return float(page.locator(selector).first.evaluate(f"each => each.getBoundingClientRect().{side}"))


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, address: str, folder: Path, colours: Colours) -> None:
    context = browser.new_context(color_scheme=colours, bypass_csp=True)
    page = context.new_page()
    for path in (incident(page, address), report(folder), report(folder, "hostile"), "/contents", "/incident/none"):
        page.goto(address + path)
        assert faults(page) == [], path
    context.close()


def test_no_page_runs_or_fetches_what_a_report_holds(page: Page, address: str, folder: Path) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    for path in (report(folder, "hostile"), report(folder), incident(page, address), "/contents"):
        page.goto(address + path)
    assert said == []
    assert [url for url in asked if not url.startswith(address)] == []


def test_card_and_words_light_each_other_up(page: Page, address: str, folder: Path) -> None:
    page.goto(address + report(folder))
    card, words = page.locator("#e-e1"), page.locator("#w-e1")
    words.hover()
    expect(card).to_have_class("side lit")
    page.mouse.move(0, 0)
    expect(card).to_have_class("side")
    card.focus()
    assert "lit" in str(words.get_attribute("class"))


def test_the_keyboard_goes_from_words_to_card_and_back(page: Page, address: str, folder: Path) -> None:
    page.goto(address + report(folder))
    page.locator("#w-e1").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#e-e1:target")).to_be_visible()
    page.locator("#e-e1 h3 a").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#w-e1:target")).to_be_visible()


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [("plain", 4, 17), ("plain", 0, 2), ("plain", 46, 52), ("hostile", 0, 12), ("hostile", 40, 60)],
)
def test_an_address_shows_a_span_of_code_points(
    page: Page, address: str, folder: Path, kind: str, start: int, end: int
) -> None:
    page.goto(f"{address}{report(folder, kind)}#span={start}-{end}")
    picked = "".join(page.locator("mark, .picked").all_text_contents())
    wanted = (PLAIN if kind == "plain" else TEXT)[start:end]
    assert picked == wanted.replace("\x00", "⟨U+0000⟩").replace("\u202e", "⟨U+202E⟩")


def test_selected_words_have_an_address(page: Page, address: str, folder: Path) -> None:
    page.goto(address + report(folder))
    page.evaluate("document.getSelection().selectAllChildren(document.getElementById('w-e1'))")
    expect(page.locator("#words-link")).to_have_attribute("href", "#span=25-30")


def test_a_layer_can_be_switched_off(page: Page, address: str, folder: Path) -> None:
    page.goto(address + report(folder))
    weight = "getComputedStyle(document.getElementById('w-e1')).fontWeight"
    assert page.evaluate(weight) == "700"
    page.locator("#layer-trigger").uncheck()
    assert page.evaluate(weight) == "400"
    page.locator("#layer-cards").uncheck()
    expect(page.locator("#e-e1")).to_be_hidden()


def test_it_all_reads_without_a_script(browser: Browser, address: str, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + report(folder))
    words, card = page.locator("#w-e1").bounding_box(), page.locator("#e-e1").bounding_box()
    assert words
    assert card
    assert abs(words["y"] - card["y"]) < 40
    page.locator("#w-e1").click()
    expect(page.locator("#e-e1:target")).to_be_visible()
    context.close()


def test_a_phone_needs_no_scrolling_sideways(browser: Browser, address: str, folder: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    for path in (incident(page, address), report(folder), report(folder, "hostile"), "/contents"):
        page.goto(address + path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path
    context.close()


def test_a_published_copy_reads_from_the_disk(page: Page, folder: Path) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((folder / "site" / "index.html").as_uri())
    page.locator(".card h3 a").first.click()
    expect(page.locator("h2", has_text="Accounts")).to_be_visible()
    page.locator(".exact a").first.click()
    expect(page.locator(".told li:target")).to_be_visible()
    expect(page.locator(".row").first).to_have_css("display", "grid")
    assert said == []
