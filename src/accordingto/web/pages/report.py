"""A report with its sources in the margin."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Path

from accordingto.model.article import READ_ROLES, Article, PartRole
from accordingto.model.contract_reading import reading_from_dict
from accordingto.model.errors import InputError
from accordingto.model.reading import Reading
from accordingto.model.reported import Report
from accordingto.model.span import Span
from accordingto.web.reports.atoms import Atom, atoms_of
from accordingto.web.reports.cards import Card, cards_by_thing, cards_of
from accordingto.web.reports.marks import MarkRole, marks_of
from accordingto.web.reports.rows import page_count, rows_of, sentences_of
from accordingto.web.reports.table import claim_table
from accordingto.web.siblings import Page, add_page
from accordingto.web.site import Site, SiteDep

router = APIRouter()
MOST_OF_A_TITLE: Final = 90


@dataclass(frozen=True, slots=True)
class ShownCards:
    """The cards of one sentence, which begins at the code point `start`."""

    start: int
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the page: words on one side, cards on the other."""

    role: PartRole
    start: int
    atoms: tuple[Atom, ...]
    beside: tuple[ShownCards, ...]


def report_page(site: SiteDep, report: str, page: Annotated[int, Path(ge=1, le=100_000)]) -> Page:
    """One report as published, with who says what beside each sentence. A long report takes several pages."""
    reading = _reading(site, report)
    pages = page_count(reading.article)
    if page > pages:
        raise InputError(f"This report has {pages} pages.")
    values = {
        "article": reading.article,
        "title": title_of(reading.article),
        "reading": reading,
        "about": site.store.reports([report]).get(report),
        "copies": _copies(site, report),
        "page": page,
        "pages": pages,
        "rows": tuple(_rows(site, reading, page)),
        "roles": tuple(MarkRole),
    }
    return Page("report.html", values, reading.to_dict, lambda: claim_table(reading), f"report-{report}")


def first_report_page(site: SiteDep, report: str) -> Page:
    """One report as published, with who says what beside each sentence."""
    return report_page(site, report, 1)


add_page(router, "/report/{report}", first_report_page)
add_page(router, "/report/{report}/{page}", report_page)


def _reading(site: Site, report: str) -> Reading:
    found = site.store.reading(report)
    if found is None:
        raise InputError("There is no such report in this store.")
    return reading_from_dict(found)


def title_of(article: Article) -> str:
    """The title, else the first words that are part of the report."""
    if article.title and article.title.strip():
        return article.title
    first = next((part.span.of(article.text) for part in article.parts if part.role in READ_ROLES), "")
    return textwrap.shorten(first[:MOST_OF_A_TITLE], MOST_OF_A_TITLE, placeholder=" …") or "Report without words"


def _copies(site: Site, report: str) -> tuple[Report, ...]:
    """The other reports that are counted as one with it."""
    member = site.store.families_of([report]).get(report)
    if member is None:
        return ()
    ids = [each.article for each in site.store.family(member.family) if each.article != report]
    return tuple(site.store.reports(ids).values())


def _rows(site: Site, reading: Reading, page: int) -> Iterator[ShownRow]:
    rows = rows_of(reading.article, page)
    if not rows:
        return
    shown = Span(rows[0][1].start, rows[-1][1].end)
    cards = cards_of(reading, site.store.incidents_of(_claims_within(reading, shown)))
    marks = marks_of(reading, cards_by_thing(reading, cards), shown)
    beside = _beside([row for _, row in rows], cards)
    for number, (role, row) in enumerate(rows):
        text = reading.article.text
        yield ShownRow(role, row.start, atoms_of(text, row, marks), tuple(_by_sentence(text, row, beside[number])))


def _by_sentence(text: str, row: Span, cards: list[Card]) -> Iterator[ShownCards]:
    """The row's cards by the sentence they are about; those of the gap after the row stay with its last sentence."""
    sentences = sentences_of(text, row) if cards else ()
    for number, sentence in enumerate(sentences):
        is_last = number + 1 == len(sentences)
        held = tuple(card for card in cards if sentence.start <= card.start and (is_last or card.start < sentence.end))
        if held:
            yield ShownCards(sentence.start, held)


def _claims_within(reading: Reading, shown: Span) -> list[str]:
    return [each.row.id for each in reading.claims if shown.start <= min(each.event.trigger).start < shown.end]


def _beside(rows: list[Span], cards: tuple[Card, ...]) -> dict[int, list[Card]]:
    """The cards of each row, by its number: those that are about words of it, or of the gap after it."""
    beside: dict[int, list[Card]] = defaultdict(list)
    number = 0
    for card in cards:
        while number + 1 < len(rows) and rows[number + 1].start <= card.start:
            number += 1
        if rows[0].start <= card.start < rows[-1].end:
            beside[number].append(card)
    return beside
