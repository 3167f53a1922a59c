"""What the words of a described source say of its kind: its head word, and whether one or many are meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from accordingto.grounding.agent_nouns import agent_noun, singular
from accordingto.model.attribution import SourceKind
from accordingto.model.entity import EntityKind
from accordingto.model.resources import load_toml

_WORD = re.compile(r"[\w'’-]+|,")
_AND = frozenset({"and", "or"})
_SITE = re.compile(r"\.(?:com|org|net|info)$", re.IGNORECASE)
_ORDER = (
    SourceKind.ANONYMOUS,
    SourceKind.DOCUMENT,
    SourceKind.MEDIUM,
    SourceKind.OFFICE,
    SourceKind.COLLECTIVE,
    SourceKind.ORGANISATION,
)
_OF_PEOPLE = frozenset({EntityKind.PERSON, EntityKind.GROUP})


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """The head word of a described source in the singular, and what stands before it."""

    head: str
    plural: bool
    counted: bool
    capital: bool


def phrase_of(words: str) -> SourcePhrase | None:
    """The head and number of a noun phrase; None of one without a noun.

    >>> phrase_of("Two Western diplomats familiar with the talks")
    SourcePhrase(head='diplomat', plural=True, counted=True, capital=False)
    """
    found = _WORD.findall(words)
    before: list[str] = []
    while found and found[0].lower() in _determining():
        before.append(found.pop(0).lower())
    noun = _up_to_a_stop(found)
    if not noun:
        return SourcePhrase(before[-1], plural=True, counted=False, capital=False) if before else None
    head = noun[-1].lower().removesuffix("'s").removesuffix("’s")
    one = singular(head)
    counted = bool(set(before) & word_list("determiners", "counted")) or noun[0].lower() in {"one", "two", "three"}
    return SourcePhrase(one, one != head or head == "people", counted, _is_capital(noun, bare=not before))


def kind_described(words: str) -> SourceKind | None:
    """The kind of a source that is only described; None where its words do not tell.

    >>> [str(kind_described(words)) for words in ("an official", "the foreign minister", "critics", "a report")]
    ['anonymous', 'office', 'collective', 'document']
    """
    if _SITE.search(words):
        return SourceKind.MEDIUM
    phrase = phrase_of(words)
    if phrase is None:
        return None
    if phrase.head in word_list("heads", "nobody"):
        return None
    by_list = _listed(phrase.head)
    if by_list is SourceKind.ORGANISATION and phrase.plural:
        return SourceKind.COLLECTIVE
    if by_list in {SourceKind.DOCUMENT, SourceKind.MEDIUM, SourceKind.ORGANISATION, SourceKind.ANONYMOUS}:
        return by_list
    if phrase.head in word_list("heads", "spokespeople") and not phrase.plural:
        return SourceKind.OFFICE
    if phrase.counted and not (phrase.head in word_list("heads", "collective") and not phrase.plural):
        return SourceKind.ANONYMOUS
    if phrase.plural or by_list is SourceKind.COLLECTIVE:
        return SourceKind.COLLECTIVE
    return by_list or _by_table(phrase.head)


def is_bare(words: str) -> bool:
    """True for *the* and a noun with nothing behind it.

    >>> is_bare("the young singer"), is_bare("a singer"), is_bare("the singer who left")
    (True, False, False)
    """
    found = _WORD.findall(words)
    return len(found) > 1 and found[0].lower() == "the" and len(_up_to_a_stop(found[1:])) == len(found) - 1


def is_hidden(phrase: SourcePhrase) -> bool:
    """True for *source*, *insider*: words that hide who it is."""
    return phrase.head in word_list("heads", "anonymous")


def is_person(phrase: SourcePhrase) -> bool:
    """True where the table of agent nouns has the head as a person."""
    noun = agent_noun((phrase.head,))
    return noun is not None and noun.kind in _OF_PEOPLE


def kind_of_lead_in(words: str) -> SourceKind | None:
    """The kind that the words before a name say: *the website* Tundra Post; None of a title or of none.

    >>> str(kind_of_lead_in("The hacker group")), kind_of_lead_in("Foreign Minister")
    ('organisation', None)
    """
    phrase = phrase_of(words)
    listed = None if phrase is None else _listed(phrase.head)
    return listed if listed in {SourceKind.ORGANISATION, SourceKind.MEDIUM, SourceKind.DOCUMENT} else None


def _by_table(head: str) -> SourceKind:
    """By the table of agent nouns: a body is an organisation, whoever else is described is not named."""
    noun = agent_noun((head,))
    if noun is None or noun.kind in _OF_PEOPLE:
        return SourceKind.ANONYMOUS
    return SourceKind.MEDIUM if noun.kind is EntityKind.MEDIUM else SourceKind.ORGANISATION


def _up_to_a_stop(found: list[str]) -> list[str]:
    noun: list[str] = []
    for word, following in zip(found, [*found[1:], "the"], strict=False):
        if word.lower() in _AND and following.lower() in _determining():
            break
        if word == "," or (noun and word.lower() in word_list("determiners", "stops")):
            break
        noun.append(word)
    return noun


def _is_capital(noun: list[str], *, bare: bool) -> bool:
    """True for *father Bassem*, *PETA* and *Origi*, not for "The *Singer*", whom a heading capitalises."""
    return noun[-1][:1].isupper() and (len(noun) > 1 or noun[-1][1:2].isupper() or bare)


def _listed(head: str) -> SourceKind | None:
    return next((kind for kind in _ORDER if head in word_list("heads", kind)), None)


@cache
def word_list(table: str, group: str) -> frozenset[str]:
    """A list of data/source_kinds.toml."""
    return frozenset(load_toml("source_kinds.toml")[table][group].split())


@cache
def _determining() -> frozenset[str]:
    lists = (word_list("determiners", group) for group in ("counted", "quantifiers", "words"))
    return frozenset(word for words in lists for word in words)
