"""What may come into a store in which something was forgotten: not the article, and not the name.

A store keeps of a forgotten name only slow, salted hashes of its words. Each run of capitalised words in a report is
held against them, so that a report that names the person is stored with the label in place of the name. Whoever holds
the file can test a guess at the name in the same way; there is no knowing it again without that.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from typing import Final

from accordingto.model.article import Article
from accordingto.model.contract_reading import reading_from_dict
from accordingto.model.errors import InputError
from accordingto.model.reading import Reading
from accordingto.redacting import Labels, redact_reading
from accordingto.redacting_names import holds_a_name, name_words
from accordingto.store.sighting import Sighting
from accordingto.store.store import Store
from accordingto.store.tombstones import Tombstone, TombstoneKind, tombstones_of
from accordingto.store.values import text_hash

ROUNDS: Final = 2_000
"""Of the hash: a millisecond a name. A list of 100,000 names is tried in two minutes: it slows a search, no more."""
LONGEST_RUN: Final = 6
"""Capitalised words looked at together: a headline in capitals is cut into such pieces."""

_RUN: Final = re.compile(r"[^\W\d_][\w'’.\-]*(?:[ \u00a0\-]+(?:(?:al|el|bin|de|von|van|der)[ \-])?[^\W\d_][\w'’.\-]*)*")


class ForgottenError(InputError):
    """An article that was forgotten, and is not to come back."""


def refusal_of(store: Store, article: Article) -> str | None:
    """Why the article is not to come back, for people; None where it was not forgotten."""
    for tombstone in tombstones_of(store, TombstoneKind.ARTICLE):
        if article.id == tombstone.subject or text_hash(article.text) in tombstone.marks:
            name = article.path or article.url or article.id
            when = f"{tombstone.forgotten_at:%Y-%m-%d}"
            return (
                f"{name} was forgotten on {when} ({tombstone.reason}). To add it all the same: accordingto add --allow"
            )
    return None


def refuse_forgotten(store: Store, article: Article) -> None:
    """Raises ForgottenError for an article that was forgotten, or whose words are those of one that was."""
    refusal = refusal_of(store, article)
    if refusal is not None:
        raise ForgottenError(refusal)


def admitted(store: Store, reading: Reading, sighting: Sighting) -> tuple[Reading, Sighting]:
    """The reading and where it was found, with labels in place of the names that were forgotten."""
    for tombstone in tombstones_of(store, TombstoneKind.PERSON):
        names = _names_in(reading)
        if (name := next((each for each in names if is_meant(tombstone, each)), None)) is not None:
            labels = labels_of(tombstone, _told_words(tombstone, name))
            reading, sighting = without_name(reading, labels), without_address(sighting, labels)
    return reading, sighting


def labels_of(tombstone: Tombstone, name: str) -> Labels:
    """What takes the place of the forgotten name."""
    return Labels(bytes.fromhex(tombstone.salt or ""), only=name, chosen=tombstone.subject)


def without_name(reading: Reading, labels: Labels) -> Reading:
    """The reading with the label in place of the name."""
    return reading_from_dict(redact_reading(reading.to_dict(), labels))


def without_address(sighting: Sighting, labels: Labels) -> Sighting:
    """Where it was found, without an address that spells the name, and without the hash of the file that holds it."""
    address = sighting.address
    if address is not None and holds_a_name(address, name_words(labels.only or "")):
        address = f"redacted:{labels.of_id(address)}"
    return replace(sighting, address=address, raw_hash=None)


def mark_of(words: Iterable[str], salt: str) -> str:
    """How many words the name has, and a slow hash of them: the same in any case and order."""
    folded = sorted({word.casefold() for word in words})
    return f"{len(folded)}:{_slow_hash(' '.join(folded), salt)}"


def is_meant(tombstone: Tombstone, name: str) -> bool:
    """True where the words of the forgotten name are among those of this one."""
    return _told_words(tombstone, name) != ""


def _told_words(tombstone: Tombstone, name: str) -> str:
    """Those of the words that are the forgotten name, "" where they are not all there."""
    words = tuple(dict.fromkeys(name_words(name)))
    for size in {int(mark.partition(":")[0]) for mark in tombstone.marks}:
        for some in combinations(words, size):
            if mark_of(some, tombstone.salt or "") in tombstone.marks:
                return " ".join(some)
    return ""


def _names_in(reading: Reading) -> Iterator[str]:
    """What may be a name: runs of capitalised words in text and title, bylines, and the names of entities."""
    article = reading.article
    yield from (*article.byline, *(entity.name for entity in reading.entities))
    for told in filter(None, (article.title, article.text)):
        for run in _RUN.findall(told):
            words = name_words(run)
            yield from (" ".join(words[at : at + LONGEST_RUN]) for at in range(0, len(words), LONGEST_RUN // 2))


@lru_cache(maxsize=100_000)
def _slow_hash(words: str, salt: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", words.encode("utf-8", "surrogatepass"), bytes.fromhex(salt), ROUNDS).hex()
