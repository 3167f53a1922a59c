"""Readings, claims and incidents with labels in place of the names of persons: what may be shown to others.

A label depends on the name and on a key alone, so it is the same in every file that is written with one key, and
nobody without the key can test a guess at the name. Ids are hashes of the words, names among them: they are hashed
again with the key. Offices, countries, organisations and places stay.
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final, TypeVar

from accordingto.model.entity import EntityKind
from accordingto.model.ids import ID_LENGTH
from accordingto.model.incident import Incident
from accordingto.model.reported import Party, ReportedClaim
from accordingto.model.span import Span
from accordingto.redacting_names import (
    Edit,
    Person,
    edited,
    find_names,
    folded_words,
    holds_a_name,
    is_named,
    moved,
    name_words,
    words_of_mention,
)

Json = dict[str, Any]  # a JSON object: values of many types
Thing = TypeVar("Thing")

LABEL_LENGTH: Final = 8
_ID: Final = re.compile(rf"\b[0-9a-f]{{{ID_LENGTH}}}\b")
_ADDRESSES: Final = frozenset({"url", "path"})
_CODE_NAMES: Final = (
    "format kind sectors type types mode contexts country precision form factuality language role act source_kind "
    "standpoint published start end provenance publisher"
)
_CODES: Final = frozenset(_CODE_NAMES.split())
"""Fields whose words are codes, days, or the publisher, who stays."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What takes the place of names and ids. `only`, where it is given, is the name of the one person meant.

    `chosen` is the label of that person where somebody chose one.
    """

    key: bytes
    only: str | None = None
    chosen: str | None = None

    def of_person(self, name: str) -> str:
        """The label of a name: the same for other ways to write its words, in any case and order."""
        if self.chosen is not None:
            return self.chosen
        folded = " ".join(sorted(folded_words(name))) or name.casefold()
        return f"Person-{self._digest('person', folded)[:LABEL_LENGTH]}"

    def of_id(self, id_: str) -> str:
        """The id in its place: of the same length, and no hash of the words alone."""
        return self._digest("id", id_)[:ID_LENGTH]

    def means(self, name: str) -> bool:
        """True where the name is to be replaced."""
        return self.only is None or folded_words(self.only) <= folded_words(name)

    def _digest(self, kind: str, value: str) -> str:
        given = f"{kind}\x1f{value}".encode("utf-8", errors="surrogatepass")
        return hmac.new(self.key, given, "sha256").hexdigest()


def make_labels(key: str | None = None) -> Labels:
    """Labels by the key, or by a new one that nobody keeps: then no two exports can be laid side by side."""
    return Labels(secrets.token_bytes(32) if key is None else key.encode("utf-8"))


def redact_reading(reading: Json, labels: Labels) -> Json:
    """The reading (an object of the contract) with labels for persons, its spans moved so that they hold."""
    persons = _persons_of_reading(reading, labels)
    article = reading["article"]
    edits = find_names(article["text"], persons)
    names = {entity["id"]: entity["name"] for entity in reading["entities"] if _is_person(entity["name"], entity)}
    changed: Json = _Redaction(persons, labels, edits).of(reading)
    changed["article"]["text"] = edited(article["text"], edits)
    known = _grouped(names.values(), labels)
    for entity, before in zip(changed["entities"], reading["entities"], strict=True):
        entity["name"] = known.get(names.get(before["id"], ""), entity["name"])
    if labels.only is None:
        changed["article"]["byline"] = [labels.of_person(name) for name in article["byline"]]
    return changed


def redact_incident(incident: Incident, labels: Labels, *, names: Iterable[str] = ()) -> Incident:
    """The incident with labels for persons, in its claims and reports too. Give it to any exporter.

    `names` are persons that may stand in its sentences without a part in it.
    """
    return _redact_words(incident, incident.claims, labels, names)


def redact_claim(claim: ReportedClaim, labels: Labels, *, names: Iterable[str] = ()) -> ReportedClaim:
    """The claim with labels for persons. `start` stays what it was in the report that has the names."""
    return _redact_words(claim, (claim,), labels, names)


def named_persons(reading: Json) -> tuple[str, ...]:
    """The names of all persons of a reading, and of its authors, each once."""
    names = [entity["name"] for entity in reading["entities"] if _is_person(entity["name"], entity)]
    return tuple(dict.fromkeys([*names, *reading["article"]["byline"]]))


def relabelled(words: str, labels: Labels) -> str:
    """Some words with the label in place of the one name that is meant."""
    name = labels.only or ""
    return edited(words, find_names(words, [Person(frozenset(name_words(name)), labels.of_person(name))]))


def persons_of(claims: Iterable[ReportedClaim]) -> tuple[str, ...]:
    """The names of the persons who act, are acted upon, or speak in the claims, each once."""
    parties = (party for claim in claims for party in _parties(claim))
    return tuple(dict.fromkeys(party.name for party in parties if _is_person(party.name, {"kind": party.kind})))


def _redact_words(thing: Thing, claims: Iterable[ReportedClaim], labels: Labels, names: Iterable[str] = ()) -> Thing:
    known = _grouped((*persons_of(claims), *names), labels)
    persons = [Person(frozenset(name_words(name)), label) for name, label in known.items()]
    redacted: Thing = _Redaction(persons, labels, ()).of(thing)
    return redacted


@dataclass(frozen=True, slots=True)
class _Redaction:
    """What is put into every string and span of a thing, whatever it is made of."""

    persons: list[Person]
    labels: Labels
    edits: tuple[Edit, ...]

    def of(self, value: Any, name: str = "") -> Any:  # values of many types
        if name in _CODES or value is None or isinstance(value, Enum):
            return value
        if isinstance(value, str):
            return self._words(value, name)
        if isinstance(value, list | tuple):
            return self._items(value, name)
        if isinstance(value, Mapping):
            return {key: self.of(each, key) for key, each in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            changed = {each.name: self.of(getattr(value, each.name), each.name) for each in fields(value) if each.init}
            return replace(value, **changed)
        return value

    def _words(self, value: str, name: str) -> str | None:
        if name in _ADDRESSES:
            return None if any(holds_a_name(value, person.words) for person in self.persons) else value
        if name == "text":
            return value
        with_labels = edited(value, find_names(value, self.persons))
        return _ID.sub(lambda found: self.labels.of_id(found.group()), with_labels)

    def _items(self, value: list[Any] | tuple[Any, ...], name: str) -> Any:  # as above
        if isinstance(value, list) and len(value) == 2 and all(type(each) is int for each in value):
            return list(moved(value[0], value[1], self.edits))
        return type(value)(self.of(each, name) for each in value)


def _persons_of_reading(reading: Json, labels: Labels) -> list[Person]:
    text = reading["article"]["text"]
    entities = [entity for entity in reading["entities"] if _is_person(entity["name"], entity)]
    known = _grouped((entity["name"] for entity in entities), labels)
    persons = [_person_of(text, entity, known[entity["name"]]) for entity in entities if entity["name"] in known]
    others = [*reading["article"]["byline"], *filter(None, [labels.only])]
    return persons + [
        Person(frozenset(name_words(name)), labels.of_person(name)) for name in others if labels.means(name)
    ]


def _person_of(text: str, entity: Json, label: str) -> Person:
    words = name_words(entity["name"])
    mentions = tuple(Span(*mention) for mention in entity["mentions"])
    told = {word for mention in mentions for word in words_of_mention(mention.of(text), words)}
    return Person(frozenset({*words, *told}), label, mentions)


def _grouped(names: Iterable[str], labels: Labels) -> dict[str, str]:
    """A label for each name that is meant; a part of just one longer name ("Fares") has the label of that."""
    each = {name: folded_words(name) for name in dict.fromkeys(names)}
    longest = {name: [other for other in each if each[name] < each[other]] for name in each}
    fullest = {
        name: max(longer, key=lambda other: len(each[other])) if len({*map(labels.of_person, longer)}) == 1 else name
        for name, longer in longest.items()
    }
    return {name: labels.of_person(full) for name, full in fullest.items() if labels.means(full)}


def _is_person(name: str, entity: Mapping[str, Any]) -> bool:
    """True for a person, and for a name of nobody knows what: rather one label too many."""
    return entity["kind"] in {None, EntityKind.PERSON, EntityKind.UNKNOWN} and is_named(name)


def _parties(claim: ReportedClaim) -> Iterator[Party]:
    yield from (*claim.actors, *claim.recipients)
    for hop in claim.hops:
        if hop.speaker is not None:
            yield hop.speaker
