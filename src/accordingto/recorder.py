"""From a reading to the record: the one place that knows the order of the steps between `record` and `store`.

Everything that one article brings with it is written in one transaction of the one writer, so that a kill leaves
either all of it or nothing, and each article is compared with all that was added before it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from accordingto.admitting import admitted, refuse_forgotten
from accordingto.judging import claim_keys, judge_article, story_keys
from accordingto.model.article import Article
from accordingto.model.incident import Link
from accordingto.model.reading import Reading
from accordingto.model.reported import ReportedClaim
from accordingto.record.families import Copy, Fingerprint, find_copy, fingerprint_of
from accordingto.record.flatten import reported_claims
from accordingto.record.sketch_json import sketch_to_json
from accordingto.record.stories_sketch import sketch_of
from accordingto.standing import carry_over
from accordingto.store.groups import FamilyMember
from accordingto.store.sighting import AddOutcome, AddStatus, Provenance, Sighting
from accordingto.store.store import Store

COPY_CANDIDATES = 20
"""Articles compared, those that share most keys first: one of many copies suffices to find their family."""

FIRST_SEEN = frozenset({AddStatus.NEW, AddStatus.NEW_VERSION})
_FAMILIES_BY = "shingles"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of an article, and whether it is a copy of one from elsewhere."""

    outcome: AddOutcome
    is_copy: bool = False


def sighting_of(article: Article, provenance: Provenance, raw_hash: str | None = None) -> Sighting:
    """Where an article was found: its url without a fragment, else the whole path of its file."""
    return Sighting(provenance, _address_of(article), raw_hash)


def recall(store: Store, article: Article, sighting: Sighting) -> Recorded | None:
    """What adding an article comes to that need not be read, or None where it must be."""
    if store.is_settled(article, sighting):
        return Recorded(AddOutcome(AddStatus.UNCHANGED, article.id))
    if not store.is_read(article, sighting):
        return None
    with store.transaction():
        outcome = store.note_sighting(article, sighting)
        _judge(store, outcome)
    return Recorded(outcome)


def add(
    store: Store,
    reading: Reading,
    sighting: Sighting,
    *,
    allow_forgotten: bool = False,
    links: Iterable[Link] | None = None,
) -> Recorded:
    """What became of the article of the reading, which is in the store now with all that follows from it.

    `links` are those of its claims to what was added before, where they were found beforehand.

    Raises ForgottenError for an article that was forgotten, unless that is allowed; a forgotten name gets its label.
    """
    if not allow_forgotten:
        refuse_forgotten(store, reading.article)
        reading, sighting = admitted(store, reading, sighting)
    claims = reported_claims(reading)
    fingerprint = fingerprint_of(reading.article)
    made = replace(sighting, provenance=replace(sighting.provenance, models=dict(reading.models)))
    with store.transaction():
        outcome = _store(store, reading, claims, fingerprint, made)
        if outcome.status is AddStatus.UNCHANGED:
            return Recorded(outcome)
        is_copy = _join_family(store, fingerprint, sighting)
        _judge(store, outcome, links if outcome.status in FIRST_SEEN else None)
        if outcome.status is AddStatus.READ_AGAIN:
            carry_over(store, outcome.article)
    return Recorded(outcome, is_copy)


def add_alone(store: Store, reading: Reading, sighting: Sighting) -> tuple[ReportedClaim, ...]:
    """The claims of the reading, which is in the store now, compared with nothing: what is known to be new."""
    claims = reported_claims(reading)
    _store(store, reading, claims, fingerprint_of(reading.article), sighting)
    return claims


def _store(
    store: Store, reading: Reading, claims: tuple[ReportedClaim, ...], fingerprint: Fingerprint, sighting: Sighting
) -> AddOutcome:
    sketch = sketch_of(reading.article)
    keys = [*_copy_keys(fingerprint), *story_keys(sketch, reading.article.published)]
    outcome = store.add_reading(reading, claims, claim_keys(claims), sighting, article_keys=keys)
    store.save_sketch(reading.article.id, sketch_to_json(sketch))
    return outcome


def _judge(store: Store, outcome: AddOutcome, links: Iterable[Link] | None = None) -> None:
    """Link the article's claims and put the incidents together again; what it replaced leaves its incidents."""
    judge_article(store, outcome.article, links=links)
    if outcome.replaced is not None:
        judge_article(store, outcome.replaced)


def _join_family(store: Store, fingerprint: Fingerprint, sighting: Sighting) -> bool:
    """True where the article is a copy: it, all that it is a copy of, and their families are one family now."""
    copies = {_other(copy, fingerprint.article): copy for copy in _copies(store, fingerprint, sighting.address)}
    if not copies:
        return False
    known = store.families_of(copies)
    kin = {member.article: member.reason for each in known.values() for member in store.family(each.family)}
    closest = max(copies.values(), key=lambda copy: copy.shared)
    reasons = {other: copy.reason for other, copy in copies.items()} | {fingerprint.article: closest.reason} | kin
    family = min(reasons)
    made_by = f"{_FAMILIES_BY} {sighting.provenance.program}"
    store.save_families(FamilyMember(article, family, reason, made_by) for article, reason in reasons.items())
    return True


def _copies(store: Store, fingerprint: Fingerprint, address: str | None) -> Iterator[Copy]:
    """The judgements that the article is a copy of another; an earlier version at the same address is none."""
    shared = store.articles_under(_copy_keys(fingerprint), limit=COPY_CANDIDATES)
    own_versions = {fingerprint.article} | (set() if address is None else set(store.versions(address)))
    candidates = sorted(shared.keys() - own_versions, key=lambda id_: (-shared[id_], id_))
    for original in store.originals(candidates[:COPY_CANDIDATES]).values():
        copy = find_copy(fingerprint, fingerprint_of(original))
        if copy is not None:
            yield copy


def _other(copy: Copy, article: str) -> str:
    return copy.right if copy.left == article else copy.left


def _copy_keys(fingerprint: Fingerprint) -> list[str]:
    """The keys as text: the store holds no numbers of 56 bits on every database."""
    return [f"{key:014x}" for key in fingerprint.keys]


def _address_of(article: Article) -> str | None:
    """The url, else the whole path; None for what came through standard input.

    >>> _address_of(Article("Troops fired.", (), path="-:3")) is None
    True
    >>> _address_of(Article("Troops fired.", (), url="https://example.org/a#top"))
    'https://example.org/a'
    """
    if article.url is not None:
        return article.url.split("#")[0]
    if article.path is None or article.path == "-" or article.path.startswith("-:"):
        return None
    return os.path.abspath(article.path)
