"""The HTML view of a reading."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from tests.cli.readings import TEXT, a_reading

from accordingto.model.article import Article, Part, PartRole
from accordingto.model.reading import Reading
from accordingto.model.span import Span
from accordingto.notebook import reading_to_html


class _Text(HTMLParser):
    """Collects the words inside the element of class text."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or ("class", "text") in attrs

    def handle_data(self, data: str) -> None:
        self.words += data if self._inside else ""


def shown_text(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    return parser.words


def of(text: str) -> Reading:
    return Reading(Article(text, (Part(PartRole.BODY, Span(0, len(text))),)))


def test_the_text_is_shown_whole_and_in_order() -> None:
    assert shown_text(reading_to_html(a_reading())) == TEXT


def test_source_cue_content_and_event_are_marked() -> None:
    html = reading_to_html(a_reading())
    assert '<span class="source">Harbour Radio</span>' in html
    assert '<span class="cue">according to</span>' in html
    assert re.search(r'<span class="content event"[^>]*>killed</span>', html)


def test_factuality_stands_there_as_a_word() -> None:
    assert 'data-says="ASSAULT: denied / unknown"' in reading_to_html(a_reading())


def test_markup_in_a_report_stays_text() -> None:
    hostile = '<script>alert(1)</script> & "quotes"'
    html = reading_to_html(of(hostile))
    assert "<script>" not in html
    assert unescape(shown_text(html)) == hostile


def test_an_empty_report_has_a_view() -> None:
    assert shown_text(reading_to_html(of(""))) == ""


def test_notes_are_shown() -> None:
    assert "note: Not English." in reading_to_html(a_reading(notes=("Not English.",)))


def test_a_notebook_finds_the_view_on_the_reading() -> None:
    import accordingto

    view = getattr(accordingto.Reading, "_repr_html_")  # noqa: B009  # how a notebook looks for it
    assert view(a_reading()) == reading_to_html(a_reading())
