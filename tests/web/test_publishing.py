"""A published copy: whole, without a server, the same bytes each time."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web.hostile import TEXT, a_reading, add, an_article

from accordingto.model.errors import OptionError
from accordingto.store.store import Store
from accordingto.web.addresses import file_of
from accordingto.web.publishing import publish_site

_LINK = re.compile(r'\b(?:href|src|action)="([^"]*)"')


@pytest.fixture
def site(room_store: Store, tmp_path: Path) -> Path:
    add(room_store, a_reading(an_article(TEXT)))
    list(publish_site(room_store, tmp_path / "site"))
    return tmp_path / "site"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_incident_and_report_is_in_it_with_its_files(site: Path, room_store: Store) -> None:
    for ending in ("html", "json", "csv"):
        for incident in room_store.incidents_in_order():
            assert (site / "incident" / f"{incident}.{ending}").exists()
        for article in room_store.articles_in_order():
            assert (site / "report" / f"{article.id}.{ending}").exists()
    assert (site / "index.html").exists()


def test_every_link_leads_to_a_file_of_it(site: Path) -> None:
    for page in site.rglob("*.html"):
        for link in _LINK.findall(page.read_text(encoding="utf-8")):
            path = unquote(link.partition("#")[0])
            assert not path.startswith("/"), f"{page}: {link}"
            assert not path or (page.parent / path).resolve().is_file(), f"{page}: {link}"


def test_nothing_in_it_asks_a_server(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<form" not in text
        assert "http://" not in _without_text(text)


def test_the_same_store_gives_the_same_bytes(site: Path, room_store: Store, tmp_path: Path) -> None:
    list(publish_site(room_store, tmp_path / "again"))
    assert contents(tmp_path / "again") == contents(site)


def test_what_is_no_page_any_more_goes_and_nothing_else(site: Path, room_store: Store) -> None:
    mark = site / "accordingto-site.txt"
    mark.write_text(mark.read_text(encoding="utf-8") + "incident/old.html\n../outside.txt\n", encoding="utf-8")
    (site / "incident" / "old.html").write_text("old", encoding="utf-8")
    (site / "mine.txt").write_text("mine", encoding="utf-8")
    (site.parent / "outside.txt").write_text("outside", encoding="utf-8")
    list(publish_site(room_store, site))
    assert not (site / "incident" / "old.html").exists()
    assert (site / "mine.txt").exists()
    assert (site.parent / "outside.txt").exists()


def test_a_folder_of_something_else_is_left_alone(room_store: Store, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OptionError, match="not empty"):
        list(publish_site(room_store, tmp_path))
    assert [path.name for path in tmp_path.glob("*.html")] == []


@given(st.text(min_size=1, max_size=200).filter(lambda text: "/" not in text))
def test_no_address_leads_out_of_the_folder(name: str) -> None:
    from urllib.parse import quote

    path = Path("/site") / file_of("/actor/" + quote(name, safe="", errors="replace"))
    assert path.parent == Path("/site/actor")
    assert "\x00" not in str(path)
    assert len(path.name.encode()) <= 255


def _without_text(page: str) -> str:
    """The tags of a page alone, without the namespaces of drawings."""
    return "".join(re.findall(r"<[^>]*>", page)).replace("http://www.w3.org", "")
