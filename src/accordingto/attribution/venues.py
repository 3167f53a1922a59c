"""Where words were said or who took them down: told *parliament*, said *before the tribunal*, said *by telephone*."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from io import StringIO

from spacy.tokens import Token

from accordingto.attribution.media import channel_words, without_article
from accordingto.model.resources import read_data

_BEFORE = frozenset({"before", "in", "at"})
_CARRIED = frozenset({"by", "over", "via", "through", "on", "with"})
_SPEAKING = frozenset({"speak", "appear", "write", "talk", "testify"})
_TELLING = frozenset({"tell", "inform"})


def takes_words(verb: Token, hearer: Token) -> bool:
    """True for a hearer who puts on record what it is told: told *parliament*, told *Vedo*; not told reporters.

    A body with a name that no list knows is taken for a medium: of 3 such on PolNeAR dev all work for one.
    """
    if verb.lemma_ not in _TELLING:
        return False
    if is_venue(hearer) or _is_described_body(hearer):
        return True
    return hearer.pos_ == "PROPN" and hearer.ent_type_ == "ORG" and not _is_known(hearer)


def _is_described_body(name: Token) -> bool:
    """True for *the rights group Lantern Watch*: a name beside what it is, whichever of the two heads the phrase."""
    if name.pos_ == "PROPN":
        return any(child.lemma_ in channel_words("bodies") and child.pos_ == "NOUN" for child in name.lefts)
    return name.lemma_ in channel_words("bodies") and any(
        child.dep_ == "appos" and child.pos_ == "PROPN" for child in name.rights
    )


def is_venue(noun: Token) -> bool:
    """True for places where words are spoken for the record: *the court*, *parliament*."""
    return noun.lemma_.lower() in channel_words("venues")


def venues_of(cue: Token) -> Iterator[Token]:
    """The venues and carriers of a cue's own clause: said *in court*, told deputies *in the committee*."""
    hearers = (child for child in cue.rights if child.dep_ == "dobj")
    for word in (cue, *hearers):
        for preposition in word.rights:
            for noun in preposition.children:
                if noun.dep_ == "pobj" and is_venue_of(preposition.lower_, noun):
                    yield noun


def is_venue_of(preposition: str, noun: Token) -> bool:
    """True where the preposition and the noun tell a venue or what carries a voice: *by telephone*."""
    if preposition in _BEFORE and is_venue(noun):
        return True
    return preposition in _CARRIED and noun.lemma_.lower() in channel_words("carriers")


def speaking_of(cue: Token) -> Iterator[Token]:
    """Participles that set the scene of a cue: *speaking* on state television, the envoy said …"""
    yield from (child for child in cue.lefts if _is_speaking(child))
    for subject in cue.lefts:
        if subject.dep_ == "nsubj":
            yield from (child for child in subject.rights if _is_speaking(child))


def _is_speaking(token: Token) -> bool:
    return token.tag_ == "VBG" and token.lemma_ in _SPEAKING and token.dep_ in {"advcl", "acl", "csubj"}


def _is_known(name: Token) -> bool:
    words = name.doc[name.left_edge.i : name.i + 1].text.lower()
    return without_article(words) in _known_bodies() or name.lower_ in _known_bodies()


@cache
def _known_bodies() -> frozenset[str]:
    """The names of bodies and groups of the actor lists, in lower case."""
    files = ("actors/organisations.csv", "actors/groups.csv")
    rows = (row for file in files for row in csv.DictReader(StringIO(read_data(file))))
    names = (name.strip().lower() for row in rows for name in (row["name"], *row["alternates"].split(";")))
    return frozenset(without_article(name) for name in names if name)
