"""From a store to rows for export, streamed: a large record is never in memory as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from accordingto.export.formats import format_named
from accordingto.export.rows import ExportedReport, Rows
from accordingto.exporting_redacted import known_persons, redacted_incident, redacted_report
from accordingto.model.incident import Incident
from accordingto.model.reported import Party, ReportedClaim
from accordingto.record.incidents import assemble_incident
from accordingto.redacting import Labels
from accordingto.store.search import ClaimSearch
from accordingto.store.store import Store

EVERYTHING = ClaimSearch()
MOST_ARTICLES = 10_000_000
"""Reports that the words of a search may be in; all of them."""
PAGE = 500
"""Claims whose incidents are looked up at once."""
INCIDENTS_AT_ONCE = 50
"""Incidents that are put together at once."""


def export_store(
    store: Store,
    format_: str,
    wanted: ClaimSearch = EVERYTHING,
    *,
    disputed: bool = False,
    labels: Labels | None = None,
) -> Iterator[bytes]:
    """What fits, in the named format, in pieces. Raises OptionError for a format that is none."""
    chosen = format_named(format_)
    return chosen.write(rows_of(store, wanted, disputed=disputed, labels=labels))


def rows_of(
    store: Store, wanted: ClaimSearch = EVERYTHING, *, disputed: bool = False, labels: Labels | None = None
) -> Rows:
    """The rows of the filter: incidents with a claim that fits, and reports with their claims that fit.

    Incidents come in the order of the ids of their claims, reports in the order of adding. With `labels`, persons have
    labels in place of their names.
    """
    search = _Search(store, wanted, disputed=disputed)
    if labels is None:
        return Rows(search.reports, search.incidents)
    known = known_persons(store)
    return Rows(
        lambda: (redacted_report(report, labels, known) for report in search.reports()),
        lambda: (redacted_incident(store, incident, labels, known) for incident in search.incidents()),
    )


def is_wanted(claim: ReportedClaim, wanted: ClaimSearch) -> bool:
    """True where the claim is what a search asks for, its words aside: as the store's own search has it."""
    first, last = (claim.when.start, claim.when.end) if claim.when else (claim.published, claim.published)
    parties = (*claim.actors, *claim.recipients)
    publisher = (claim.publisher or "").lower()
    return all(
        (
            wanted.type is None or claim.type == wanted.type,
            wanted.mode is None or claim.mode == wanted.mode,
            wanted.country is None or wanted.country in {each.country for each in (*parties, claim.place) if each},
            wanted.since is None or (last or date.min) >= wanted.since,
            wanted.until is None or (first or date.max) <= wanted.until,
            wanted.actor is None or _bears(wanted.actor, (*parties, *_speakers(claim))),
            wanted.publisher is None or publisher == wanted.publisher.lower(),
        )
    )


class _Search:
    """What a filter lets through, gone through page by page."""

    __slots__ = ("_disputed", "_everything", "_store", "_wanted")

    def __init__(self, store: Store, wanted: ClaimSearch, *, disputed: bool) -> None:
        self._store, self._wanted, self._disputed = store, wanted, disputed
        self._everything = wanted == EVERYTHING and not disputed

    def incidents(self) -> Iterator[Incident]:
        for page in _pages(self._incident_ids(), INCIDENTS_AT_ONCE):
            for assembled in self._assembled(page):
                if assembled.disputed or not self._disputed:
                    yield assembled

    def _incident_ids(self) -> Iterator[str]:
        """The incidents of the claims that fit, in the order of these, each once."""
        articles, seen = self._articles(), set[str]()
        fitting = (claim.id for claim in self._store.claims_in_order() if self._fits(claim, articles))
        for page in _pages(fitting, PAGE):
            where = self._store.incidents_of(page)
            found = [incident for claim in page if (incident := where.get(claim)) is not None and incident not in seen]
            seen.update(found)
            yield from dict.fromkeys(found)

    def reports(self) -> Iterator[ExportedReport]:
        articles = self._articles()
        disputed = self._claims_in_dispute() if self._disputed else None
        for article in self._store.articles_in_order():
            told = self._store.claims_of_article(article.id)
            claims = tuple(claim for claim in told if self._fits(claim, articles))
            if disputed is not None:
                claims = tuple(claim for claim in claims if claim.id in disputed)
            reading = self._store.reading(article.id)
            if reading is not None and (claims or self._everything):
                yield ExportedReport(reading, claims, self._store.incidents_of(claim.id for claim in claims))

    def _fits(self, claim: ReportedClaim, articles: frozenset[str] | None) -> bool:
        return (articles is None or claim.article in articles) and is_wanted(claim, self._wanted)

    def _articles(self) -> frozenset[str] | None:
        """The reports that hold the words, or None where no words are asked for."""
        if not self._wanted.words:
            return None
        return frozenset(found.id for found in self._store.search_articles(self._wanted.words, limit=MOST_ARTICLES))

    def _claims_in_dispute(self) -> frozenset[str]:
        return frozenset(claim.id for incident in self.incidents() for claim in incident.claims)

    def _assembled(self, incidents: Iterable[str]) -> Iterator[Incident]:
        """The incidents, whose claims and reports are looked up together."""
        held = [self._store.claims_of_incident(incident) for incident in incidents]
        claims = {claim.id: claim for claim in self._store.claims(each for ids in held for each in ids)}
        reports = self._store.reports(claim.article for claim in claims.values())
        for ids in held:
            told = [claims[each] for each in ids if each in claims]
            if told:  # another process may have taken them out meanwhile
                yield assemble_incident(told, reports)


def _pages(items: Iterable[str], size: int) -> Iterator[list[str]]:
    rest = iter(items)
    while page := list(islice(rest, size)):
        yield page


def _speakers(claim: ReportedClaim) -> Iterable[Party]:
    return (hop.speaker for hop in claim.hops if hop.speaker is not None)


def _bears(name: str, parties: Iterable[Party]) -> bool:
    return any(name.casefold() in party.name.casefold() for party in parties)
