"""The lists in real Chromium: nothing serious by axe-core, the keyboard alone, no JavaScript, a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext
from tests.web.browser import a_server, faults

from accordingto.store.open import open_store
from accordingto.tracking import Question, save_question

PAGES = (
    "/", "/search", "/search?kind=incidents&type=ASSAULT", "/search?kind=articles", "/search?words=nothing+at+all",
    "/actor/Ana%20Ruiz", "/actor/Ana%20Ruiz?part=did", "/actor/Nobody", "/sources", "/review", "/review?after=0 x",
    "/search?type=MURDER", "/docs", "/tracks", "/track/Dara",
)  # fmt: skip
Colours = Literal["light", "dark"]


@pytest.fixture(scope="module")
def address(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("browser") / "room.db"
    shutil.copy(filled_file, path)
    store = open_store(str(path))
    save_question(store, "Dara", Question(type="ASSAULT"), "Eva")
    with a_server(store) as found:
        yield found
    store.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context()
    yield made
    made.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, address: str, colours: Colours) -> None:
    context = browser.new_context(color_scheme=colours, bypass_csp=True)
    page = context.new_page()
    for path in PAGES:
        page.goto(address + path)
        assert faults(page) == [], path
    context.close()


def test_no_page_breaks_its_own_policy(context: BrowserContext, address: str) -> None:
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for path in PAGES:
        page.goto(address + path)
    assert [each for each in said if "status of 4" not in each] == []


def test_a_phone_needs_no_scrolling_sideways(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    context.close()


def test_reviewing_with_keys_alone(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/review")
    page.fill("#person", "Eva Lind")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Decided by")
    before = page.inner_text("h2")
    page.keyboard.press("?")
    assert page.evaluate("document.activeElement.id") == "help"
    page.keyboard.press("a")
    page.wait_for_selector("text=: accept, by Eva Lind")
    assert page.inner_text("h2") != before
    page.keyboard.press("u")
    page.wait_for_selector(f"h2:has-text('{before[:30]}')")


def test_reviewing_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/review")
    page.fill("#person", "Ira Holm")
    page.click("text=That is me")
    page.click("text=It is right")
    assert "accept, by" in page.inner_text("main")
    page.click("text=Undo")
    assert "accept, by" not in page.inner_text("main")
    context.close()


def test_from_facet_to_incident_with_the_keyboard(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/search")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
    page.focus(".facets a")
    page.keyboard.press("Enter")
    page.wait_for_selector(".ticked")
    assert "type=" in page.url
    assert page.evaluate("getComputedStyle(document.querySelector('.facets a')).outlineStyle") is not None
