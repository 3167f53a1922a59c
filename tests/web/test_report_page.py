"""The report page: words with their roles, and cards beside them."""

from __future__ import annotations

import csv
import io
import re

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from tests.web.hostile import a_reading, add, an_article

from accordingto.model.span import Span
from accordingto.store.store import Store
from accordingto.web.addresses import PAGE_CHARACTERS, claim_address
from accordingto.web.reports.atoms import atoms_of
from accordingto.web.reports.marks import Mark, MarkRole
from accordingto.web.reports.rows import cut, rows_of

TEXT = "An aide said that guards fired on the crowd.\n\nNobody else was there."


@pytest.fixture
def report(room_store: Store) -> str:
    return add(room_store, a_reading(an_article(TEXT, "Shots at the gate", "Harbour Post")))


def test_overlapping_marks_become_flat_pieces(room: TestClient, report: str) -> None:
    """The source "An aide" ends within the content, which begins in the middle of it."""
    page = room.get(f"/report/{report}").text
    assert '<span class="r-source" data-at="0" data-c="1">An </span>' in page
    assert re.search(r'<span class="r-source r-content" data-at="3" data-c="1">aide</span>', page)
    assert '<a class="r-content r-trigger" id="w-e1" href="#e-e1" data-at="25" data-c="1">fired</a>' in page


def test_the_card_says_who_and_how_firmly(room: TestClient, report: str) -> None:
    card = room.get(f"/report/{report}").text.partition('id="e-e1"')[2].partition("</article>")[0]
    words = " ".join(re.sub(r"<[^>]+>", " ", card).split())
    assert "ASSAULT" in words
    assert "according to An aide happened" in words
    assert 'class="fact fact-happened"' in card


def test_a_claim_is_where_its_incident_links_to(room: TestClient, room_store: Store, report: str) -> None:
    claim = room_store.claims_of_article(report)[0]
    path, _, fragment = claim_address(report, claim.id, claim.start).partition("#")
    assert f'id="{fragment}"' in room.get(path).text


def test_the_table_has_a_row_a_claim(room: TestClient, report: str) -> None:
    rows = list(csv.DictReader(io.StringIO(room.get(f"/report/{report}.csv").text)))
    assert [(row["trigger"], row["start"], row["end"], row["according_to"]) for row in rows] == [
        ("fired", "25", "30", "An aide")
    ]


def test_the_object_is_the_contract(room: TestClient, report: str) -> None:
    assert room.get(f"/report/{report}.json").json()["article"]["text"] == TEXT


def test_a_long_report_takes_pages_and_loses_nothing() -> None:
    article = an_article("\n\n".join("He left the town on foot. " * 30 for _ in range(300)))
    pages = [rows_of(article, page) for page in range(1, len(article.text) // PAGE_CHARACTERS + 2)]
    shown = "".join(row.of(article.text) for rows in pages for _, row in rows)
    assert len(pages) > 2
    assert "".join(shown.split()) == "".join(article.text.split())


def test_a_long_paragraph_is_cut_where_sentences_end() -> None:
    text = "He left the town on foot. " * 60
    assert {piece.of(text)[-1] for piece in cut(text, Span(0, len(text)))} == {"."}


@given(st.data(), st.text(min_size=1, max_size=60))
def test_atoms_are_the_text_whatever_the_marks(data: st.DataObject, text: str) -> None:
    edges = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(edges, edges, st.sampled_from(MarkRole)), max_size=8))
    marks = [Mark(Span(min(a, b), max(a, b)), role) for a, b, role in pairs]
    atoms = atoms_of(text, Span(0, len(text)), marks)
    assert "".join(atom.text for atom in atoms) == text
    for atom in atoms:
        covering = {m.role for m in marks if m.span.start <= atom.start and atom.start + atom.length <= m.span.end}
        assert set(atom.roles) == covering
