"""The store as other rooms use it: each method is one transaction, or part of the one that is open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Engine

from accordingto.model.article import Article
from accordingto.model.incident import Link
from accordingto.model.reading import Reading
from accordingto.model.reported import Report, ReportedClaim
from accordingto.model.summary import IncidentOrder, IncidentSummary
from accordingto.store import (
    add,
    appearances,
    decisions,
    describe,
    groups,
    incident_search,
    keys,
    links,
    load,
    narrow,
    numbered,
    publishers,
    reports,
    search,
    sketches,
    stored,
    summaries,
    versions,
)
from accordingto.store.appearances import Appearance, Appearances
from accordingto.store.decisions import Decision
from accordingto.store.describe import Contents
from accordingto.store.engines import shown
from accordingto.store.groups import FamilyMember
from accordingto.store.incident_search import FacetCounts, IncidentCount, IncidentPage, IncidentSearch
from accordingto.store.narrow import NarrowClaims
from accordingto.store.publishers import Publisher
from accordingto.store.search import DEFAULT_LIMIT, ClaimSearch, FoundArticle
from accordingto.store.session import Session
from accordingto.store.sighting import AddOutcome, Sighting
from accordingto.store.stored import StoredArticle

Clock = Callable[[], datetime]
EVERY_INCIDENT: Final = IncidentSearch()


class Store:
    """Articles, claims and judgements on the disk. Open one with `open_store`; it may be used by many threads."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._session = Session(engine)
        self._clock = clock

    @property
    def name(self) -> str:
        """The file or the URL, without a password."""
        return shown(self._session.engine)

    def close(self) -> None:
        self._session.engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done within is committed together at the end, or, where an error leaves the block, not at all.

        No other process writes meanwhile. What is read within sees what was written within.
        """
        with self._session.writing():
            yield

    # Adding

    def is_settled(self, article: Article, sighting: Sighting) -> bool:
        """True where adding the article would change nothing, so that it need not be read."""
        with self._session.reading() as connection:
            return add.is_settled(connection, article, sighting)

    def is_read(self, article: Article, sighting: Sighting) -> bool:
        """True where the article is stored, read by that program and reader; its address may be new."""
        with self._session.reading() as connection:
            return add.is_read(connection, article.id, sighting.provenance)

    def note_sighting(self, article: Article, sighting: Sighting) -> AddOutcome:
        """Note where a stored article was found; a new version where it replaces another there."""
        with self._session.writing() as connection:
            return add.note_sighting(connection, article, sighting, self._clock())

    def add_reading(
        self,
        reading: Reading,
        claims: Sequence[ReportedClaim],
        keys: Mapping[str, Collection[str]],
        sighting: Sighting,
        *,
        article_keys: Collection[str] = (),
    ) -> AddOutcome:
        """Store the article, its reading, its claims with their keys (by the claims' ids), all or nothing."""
        addition = add.Addition(reading, claims, sighting, keys, article_keys)
        with self._session.writing() as connection:
            return add.add_reading(connection, addition, self._clock())

    # Looking up

    def article(self, article: str) -> StoredArticle | None:
        return next(iter(self.articles([article])), None)

    def articles(self, ids: Iterable[str]) -> tuple[StoredArticle, ...]:
        """The articles with these ids, in their order; those that are not in the store are left out."""
        with self._session.reading() as connection:
            return stored.articles_with(connection, ids)

    def original(self, article: str) -> Article | None:
        """The article as it was added, with its parts."""
        return self.originals([article]).get(article)

    def originals(self, ids: Iterable[str]) -> dict[str, Article]:
        """The articles as they were added, with their parts, by id."""
        with self._session.reading() as connection:
            return reports.originals_of(connection, ids)

    def reports(self, ids: Iterable[str]) -> dict[str, Report]:
        """The report of each article that is in the store, with its family, by article."""
        with self._session.reading() as connection:
            return reports.reports_of(connection, ids)

    def reading(self, article: str) -> dict[str, Any] | None:  # an object of JSON
        """The latest reading of the article, as the object of the contract."""
        with self._session.reading() as connection:
            return stored.reading_of(connection, article)

    def versions(self, address: str) -> tuple[str, ...]:
        """The articles that the address showed, first to last."""
        with self._session.reading() as connection:
            return versions.history_of(connection, address)

    def claims(self, ids: Iterable[str]) -> tuple[ReportedClaim, ...]:
        """The claims with these ids, in their order; those that are not in the store are left out."""
        with self._session.reading() as connection:
            return load.claims_with(connection, ids, self._session.recent)

    def claims_of_article(self, article: str) -> tuple[ReportedClaim, ...]:
        """The claims of the article's latest reading, in the order of the text."""
        with self._session.reading() as connection:
            return stored.claims_of_article(connection, article, self._session.recent)

    def claims_of_articles(self, ids: Iterable[str]) -> tuple[ReportedClaim, ...]:
        """The current claims of these articles, in the order of adding."""
        with self._session.reading() as connection:
            return stored.claims_of_articles(connection, ids, self._session.recent)

    def save_sketch(self, article: str, sketch: str) -> None:
        """Keep what linking needs of a stored article."""
        with self._session.writing() as connection:
            sketches.save_sketch(connection, article, sketch)

    def sketches(self, ids: Iterable[str]) -> dict[str, str]:
        """What was kept of each article for linking, by article."""
        with self._session.reading() as connection:
            return sketches.sketches_of(connection, ids)

    def claims_by_keys(self, keys_: Iterable[str], *, limit: int = DEFAULT_LIMIT) -> dict[str, tuple[str, ...]]:
        """The ids of the current claims under each key, `limit` a key at most, those added last first."""
        with self._session.reading() as connection:
            return keys.claims_by_keys(connection, keys_, limit)

    def articles_under(self, keys_: Iterable[str], *, limit: int = DEFAULT_LIMIT) -> dict[str, int]:
        """Under how many of the keys each article is, older versions too; of a key the last `limit` added count."""
        with self._session.reading() as connection:
            return keys.articles_under(connection, keys_, limit)

    def search_claims(self, wanted: ClaimSearch, *, limit: int = DEFAULT_LIMIT) -> tuple[ReportedClaim, ...]:
        """The current claims that fit, latest first."""
        with self._session.reading() as connection:
            return search.search_claims(connection, wanted, limit)

    def search_articles(self, words: str, *, limit: int = DEFAULT_LIMIT) -> tuple[FoundArticle, ...]:
        """The current articles that hold all the words, best first."""
        with self._session.reading() as connection:
            return search.search_articles(connection, words, limit)

    def describe(self) -> Contents:
        """How much the store holds."""
        with self._session.reading() as connection:
            return describe.describe(connection)

    # Going through all of it, with little in memory

    def articles_in_order(self) -> Iterator[StoredArticle]:
        """The current articles in the order of adding."""
        with self._session.reading() as connection:
            yield from stored.articles_in_order(connection)

    def claims_in_order(self) -> Iterator[ReportedClaim]:
        """The current claims in the order of their ids."""
        with self._session.reading() as connection:
            yield from stored.claims_in_order(connection)

    def keys_in_order(self) -> Iterator[tuple[str, str]]:
        """Each key with the id of each current claim under it, in the order of the keys."""
        with self._session.reading() as connection:
            yield from keys.keys_in_order(connection)

    def incidents_in_order(self) -> Iterator[str]:
        """The ids of the incidents, in order."""
        with self._session.reading() as connection:
            yield from groups.incidents_in_order(connection)

    # Judgements

    def save_links(self, made: Iterable[Link]) -> int:
        """How many links were added; one that says what the standing one of its pair and method says adds none.

        A standing link that is contradicted by one of the same method is withdrawn.
        """
        with self._session.writing() as connection:
            return links.save_links(connection, made, self._clock())

    def withdraw_links(self, withdrawn: Iterable[Link]) -> int:
        """How many standing links were withdrawn: those of the same pairs and methods."""
        with self._session.writing() as connection:
            return links.withdraw_links(connection, withdrawn, self._clock())

    def links_of(self, ids: Iterable[str], *, withdrawn: bool = False) -> tuple[Link, ...]:
        """The links on any of the claims, in the order they were made; withdrawn ones only when asked for."""
        with self._session.reading() as connection:
            return links.links_of(connection, ids, withdrawn=withdrawn)

    def joined_to(self, ids: Iterable[str]) -> frozenset[str]:
        """The claims that standing links join to any of the claims."""
        with self._session.reading() as connection:
            return links.joined_to(connection, ids)

    def save_decision(self, person: str, kind: str, subject: str, details: dict[str, Any]) -> Decision:
        """The decision, which is in the store now."""
        with self._session.writing() as connection:
            return decisions.save_decision(connection, person, (kind, subject, details), self._clock())

    def undo_decision(self, number: int) -> Decision | None:
        """The decision, undone now, or None where there is none of that number that stands."""
        with self._session.writing() as connection:
            return decisions.undo_decision(connection, number, self._clock())

    def decisions(
        self, subject: str | None = None, *, kind: str | None = None, undone: bool = False
    ) -> tuple[Decision, ...]:
        """The decisions on the subject, of the kind, or all, in order of making; undone ones only when asked for."""
        with self._session.reading() as connection:
            return decisions.decisions_on(connection, subject, kind, undone=undone)

    def decided_on(self, subjects: Iterable[str], kind: str) -> frozenset[str]:
        """Those of the subjects (ids of claims or incidents) that a decision of the kind stands on."""
        with self._session.reading() as connection:
            return decisions.decided_on(connection, subjects, kind)

    # Families and incidents, which can be worked out again

    def save_families(self, members: Iterable[FamilyMember]) -> None:
        """Put each article into its family; it leaves the one it was in."""
        with self._session.writing() as connection:
            groups.save_families(connection, members)

    def families_of(self, ids: Iterable[str]) -> dict[str, FamilyMember]:
        """The membership of each article that has one, by article."""
        with self._session.reading() as connection:
            return groups.families_of(connection, ids)

    def family(self, family: str) -> tuple[FamilyMember, ...]:
        """The articles of a family, by id."""
        with self._session.reading() as connection:
            return groups.members_of(connection, family)

    def save_incidents(self, incidents: Mapping[str, Collection[str]]) -> None:
        """Put the claims of each incident into it; each leaves the one it was in."""
        with self._session.writing() as connection:
            groups.save_incidents(connection, incidents)

    def remove_from_incidents(self, ids: Iterable[str]) -> None:
        """Take the claims out of their incidents."""
        with self._session.writing() as connection:
            groups.remove_from_incidents(connection, ids)

    def clear_incidents(self) -> None:
        """Take all claims out of their incidents, to put them there again from the links."""
        with self._session.writing() as connection:
            groups.clear_incidents(connection)

    def incidents_of(self, ids: Iterable[str]) -> dict[str, str]:
        """The incident of each claim that has one, by claim."""
        with self._session.reading() as connection:
            return groups.incidents_of(connection, ids)

    def claims_of_incidents(self, incidents: Iterable[str]) -> frozenset[str]:
        """The ids of the claims of any of the incidents."""
        with self._session.reading() as connection:
            return groups.claims_of_incidents(connection, incidents)

    def claims_of_incident(self, incident: str) -> tuple[str, ...]:
        """The ids of the incident's claims, in the order of adding."""
        with self._session.reading() as connection:
            return groups.claims_of_incident(connection, incident)

    # Summaries of incidents, which can be worked out again

    def save_summaries(self, summaries_: Iterable[IncidentSummary], *, gone: Iterable[str] = ()) -> None:
        """Write the summaries over those of the same incidents; those of the incidents that are `gone` are removed."""
        with self._session.writing() as connection:
            summaries.save_summaries(connection, summaries_, gone)

    def summaries(self, ids: Iterable[str]) -> tuple[IncidentSummary, ...]:
        """The summaries of these incidents, in their order; those that are not in the store are left out."""
        with self._session.reading() as connection:
            return summaries.summaries_with(connection, ids)

    def incident_summaries(
        self,
        wanted: IncidentSearch = EVERY_INCIDENT,
        *,
        order: IncidentOrder = IncidentOrder.NEWEST,
        limit: int = DEFAULT_LIMIT,
        after: str | None = None,
    ) -> IncidentPage:
        """The first incidents that fit, or those `after` the page that gave it as `next`."""
        with self._session.reading() as connection:
            return incident_search.page_of(connection, wanted, order, limit, after)

    def count_incidents(self, wanted: IncidentSearch = EVERY_INCIDENT) -> IncidentCount:
        """How many incidents fit; of a search that no index counts, so many at least."""
        with self._session.reading() as connection:
            return incident_search.count_incidents(connection, wanted)

    def count_facets(self, wanted: IncidentSearch = EVERY_INCIDENT) -> FacetCounts:
        """How many of the incidents that fit are of each type, country, year and dispute."""
        with self._session.reading() as connection:
            return incident_search.count_facets(connection, wanted)

    # For search and dossiers

    def publishers(self) -> tuple[Publisher, ...]:
        """The publishers of the current reports, that of most first."""
        with self._session.reading() as connection:
            return publishers.publishers(connection)

    def report_days(self) -> tuple[date | None, date | None]:
        """The days of the first and the last report."""
        with self._session.reading() as connection:
            return publishers.report_days(connection)

    def version(self) -> str:
        """What stays the same as long as no reading, link or decision is added or undone."""
        with self._session.reading() as connection:
            return numbered.version_of(connection)

    def narrow_claims(self) -> NarrowClaims:
        """The current claims as columns of numbers, in which filters and counts take milliseconds."""
        with self._session.reading() as connection:
            return narrow.narrow_claims(connection)

    def claims_numbered(self, numbers: Iterable[int]) -> Iterator[ReportedClaim]:
        """The claims with these numbers, in their order, a few in memory at once."""
        with self._session.reading() as connection:
            yield from numbered.claims_numbered(connection, numbers)

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        """The number of each claim that is in the store, by id."""
        with self._session.reading() as connection:
            return numbered.numbers_of(connection, ids)

    def article_numbers(self, words: str) -> frozenset[int] | None:
        """The numbers of all articles that hold the words, older versions too; None where there are no words."""
        with self._session.reading() as connection:
            return numbered.article_numbers(connection, words)

    def parties_holding(self, word: str) -> tuple[Appearance, ...]:
        """The parties whose name holds the word, in any case, with nothing counted yet."""
        with self._session.reading() as connection:
            return appearances.parties_holding(connection, word)

    def appearances_of(self, parties: Collection[str]) -> Appearances:
        """Where the parties (by id) appear in current claims: numbers of claims by part, latest first, and reports."""
        with self._session.reading() as connection:
            return appearances.appearances_of(connection, parties)
