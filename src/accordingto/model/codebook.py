"""The codebook: event types, their modes, the contexts, and the trigger words with their frames.

The words live in data files (`codebook.toml` and its siblings); this module turns them into an index by lemma. A
trigger row is a lemma followed by conditions on its neighbours:

- `>a,b`  one of these nouns is its object, and part of the act: "open >fire"
- `=a,b`  its object is one of these, and stays a participant: "free =prisoner"
- `!a,b`  its object is none of these; `!*` it has no object at all: "withdraw !*"
- `<a,b`  one of these is its subject; `<!a,b` none of these is
- `+p`    it has the particle, preposition or adverb p: "step +down"
- `-p,q`  it has none of these particles, prepositions or relations: "call -on,for"
- `+p:a,b` and one of these nouns after it, part of the act: "take +to:street"
- `&to`, `&that` it has an infinitive or a clause as complement: "agree &to"
- `~a,b`, `~!a,b` (nouns) one of these words stands before it in its phrase, none of these does

`@name` stands for a class of words of `codebook.toml`; `@human`, `@actor`, `@state` and `@site` for what the names
and nouns are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

from accordingto.model.resources import load_toml

CODEBOOK_FILES: Final = (
    "codebook_cooperation.toml",
    "codebook_verbal_conflict.toml",
    "codebook_conflict.toml",
    "codebook_moves.toml",
    "codebook_idioms.toml",
)
"""The files of trigger words; types, contexts and classes are in `codebook.toml`."""


class Frame(StrEnum):
    """Which argument is who.

    DIRECT: the subject acts on the object. TRANSFER: the object goes from the subject to the recipient. MUTUAL: all act
    on each other, so that all are actors and recipients. RECEIVED: the subject undergoes. ALONE: the subject acts and
    an object is no recipient. UNDERGONE: the subject undergoes and nobody is told to act.
    """

    DIRECT = "direct"
    MUTUAL = "mutual"
    RECEIVED = "received"
    TRANSFER = "transfer"
    ALONE = "alone"
    UNDERGONE = "undergone"


class Relation(StrEnum):
    """What a condition of a trigger row speaks of."""

    OBJECT_IN_ACT = ">"
    OBJECT = "="
    NOT_OBJECT = "!"
    SUBJECT = "<"
    NOT_SUBJECT = "<!"
    PARTICLE = "+"
    NOT_PARTICLE = "-"
    COMPLEMENT = "&"
    BEFORE = "~"
    NOT_BEFORE = "~!"


_FORBIDDING: Final = frozenset({Relation.NOT_OBJECT, Relation.NOT_SUBJECT, Relation.NOT_BEFORE, Relation.NOT_PARTICLE})


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing a trigger's neighbours must be. `particle` only for `+`; no `words`: any will do (`!*`: none)."""

    relation: Relation
    words: frozenset[str]
    particle: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """One row of the codebook: a lemma that tells of an event of this type where its conditions hold.

    `recipients` are the prepositions that bring the recipient, best first; `of_is_actor` says (nouns) that the
    phrase after "of" acts: the *resignation of*, against the *arrest of*; `possessor_undergoes` that a possessor alone
    undergoes: *his* arrest, against *his* attack.
    """

    lemma: str
    event_type: str
    mode: str | None
    frame: Frame
    recipients: tuple[str, ...]
    of_is_actor: bool
    possessor_undergoes: bool
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of the codebook with its modes, each with its definition."""

    name: str
    quad: int
    definition: str
    modes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Types, trigger rows by lemma (most conditions first), mode words by type, contexts by word, word classes."""

    types: dict[str, EventType]
    verbs: dict[str, tuple[Trigger, ...]]
    nouns: dict[str, tuple[Trigger, ...]]
    adjectives: dict[str, tuple[Trigger, ...]]
    mode_words: dict[str, tuple[tuple[str, frozenset[str]], ...]]
    contexts: dict[str, frozenset[str]]
    classes: dict[str, frozenset[str]]


@cache
def load_codebook() -> Codebook:
    """The codebook that the package ships, read once."""
    core = load_toml("codebook.toml")
    classes = {name: frozenset(words) for name, words in (core["classes"] | core["light_verbs"]).items()}
    groups = [group for file in CODEBOOK_FILES for group in load_toml(file)["group"]]
    return Codebook(
        types={
            name: EventType(name, row["quad"], row["definition"], row["modes"]) for name, row in core["type"].items()
        },
        verbs=_index(groups, "verbs", classes),
        nouns=_index(groups, "nouns", classes),
        adjectives=_index(groups, "adjectives", classes),
        mode_words={
            name: tuple((mode, frozenset(words)) for mode, words in modes.items())
            for name, modes in core["mode_words"].items()
        },
        contexts={name: frozenset(words) for name, words in load_toml("codebook_contexts.toml")["context"].items()},
        classes=classes,
    )


def _index(
    groups: Iterable[dict[str, Any]], key: str, classes: dict[str, frozenset[str]]
) -> dict[str, tuple[Trigger, ...]]:
    """All rows of one part of speech by lemma; the row with most conditions first, else in the order of the file."""
    found: dict[str, list[Trigger]] = {}
    for group in groups:
        for row in group.get(key, ()):
            trigger = _trigger(
                row, group | {"to": group["noun_to"]} if key == "nouns" and "noun_to" in group else group, classes
            )
            found.setdefault(trigger.lemma, []).append(trigger)
    return {lemma: tuple(sorted(rows, key=lambda row: -_weight(row))) for lemma, rows in found.items()}


def _weight(trigger: Trigger) -> int:
    """How narrow a row is: the sum over its conditions."""
    return sum(_narrowness(condition) for condition in trigger.conditions)


def _narrowness(condition: Condition) -> int:
    """Words of the act count most, then what else is asked for, then what is forbidden."""
    if condition.relation in _FORBIDDING:
        return 1
    if condition.relation is Relation.PARTICLE:
        return 5 if condition.words else 4
    return 4 if condition.relation in {Relation.OBJECT_IN_ACT, Relation.BEFORE} and condition.words else 3


def _trigger(row: str, group: dict[str, Any], classes: dict[str, frozenset[str]]) -> Trigger:
    lemma, *conditions = row.split()
    return Trigger(
        lemma=lemma,
        event_type=group["type"],
        mode=group.get("mode"),
        frame=Frame(group.get("frame", "direct")),
        recipients=tuple(group.get("to", ("against", "on", "upon", "at", "with", "toward", "towards", "to", "into"))),
        of_is_actor=group.get("of", "recipient") == "actor",
        possessor_undergoes=group.get("possessor", "actor") == "recipient",
        conditions=tuple(_condition(text, classes) for text in conditions),
    )


def _condition(text: str, classes: dict[str, frozenset[str]]) -> Condition:
    """One condition of a row; raises ValueError where its mark is unknown.

    >>> _condition("+to:street,@road", {"road": frozenset({"highway"})}).particle
    'to'
    """
    mark = text[:2] if text[:2] in {"<!", "~!"} else text[:1]
    rest = text[len(mark) :]
    if mark != Relation.PARTICLE:
        return Condition(Relation(mark), frozenset(_expanded(rest, classes)))
    particle, _, nouns = rest.partition(":")
    return Condition(Relation.PARTICLE, frozenset(_expanded(nouns, classes)), particle)


def _expanded(words: str, classes: dict[str, frozenset[str]]) -> Iterator[str]:
    for word in words.split(","):
        if word.startswith("@") and word[1:] in classes:
            yield from classes[word[1:]]
        elif word and word != "*":
            yield word
