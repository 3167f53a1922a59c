"""Who can act or be acted on in public life, by name, noun or pronoun."""

from __future__ import annotations

from functools import cache
from typing import Final

from spacy.tokens import Token

from accordingto.model.resources import load_toml

ACTING_NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PLACE_NAMES: Final = frozenset({"GPE", "LOC", "FAC"})
_OTHER_NAMES: Final = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "EVENT", "LAW", "LANGUAGE"})
_PERSONAL: Final = frozenset(
    {
        "he",
        "him",
        "she",
        "her",
        "they",
        "them",
        "we",
        "us",
        "i",
        "me",
        "you",
        "who",
        "whom",
        "himself",
        "themselves",
        "his",
        "their",
        "our",
        "my",
        "your",
        "whose",
    }
)
_TIME_NOUNS: Final = frozenset(
    {"day", "week", "month", "year", "hour", "minute", "night", "morning", "evening", "afternoon", "weekend", "time",
     "moment", "today", "yesterday", "tomorrow", "decade", "century", "dawn", "dusk", "midnight", "noon", "eve"}
)  # fmt: skip

_MONTHS: Final = frozenset(
    {"jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.",
     "january", "february", "april", "june", "july", "august", "september", "october", "november", "december",
     "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)  # fmt: skip
"""Names of months and weekdays that are never names of people in the news alone."""

_MOST_FORENAMES: Final = 2
_POINTING: Final = frozenset({"what", "there", "this", "that", "which", "whatever"})


def is_human(token: Token) -> bool:
    """True for words for people: *rebels*, *she*, *Annan*."""
    if token.ent_type_ in {"PERSON", "NORP"} or token.lower_ in _PERSONAL:
        return True
    if token.ent_type_ in _OTHER_NAMES:
        return False
    if token.tag_ == "CD" or token.tag_ in {"NNP", "NNPS"}:
        return token.ent_type_ in {"", "CARDINAL"} and (token.tag_ == "CD" or _noun(token) in _people())
    if _noun(token) in _people():
        return (token.tag_ != "DT" and token.pos_ != "ADJ") or _stands_for_people(token)
    return False


def may_be_a_persons_name(token: Token) -> bool:
    """True for two or three capitalised words that name no body: *Daler Sharipov*, whom the parser takes for one."""
    if token.tag_ != "NNP" or token.ent_type_ not in {"", "ORG"} or not _is_like_a_name(token):
        return False
    before = [child for child in token.lefts if child.lower_ != "-"]
    named = all(child.dep_ == "compound" and _is_like_a_name(child) for child in before)
    return named and 0 < len(before) <= _MOST_FORENAMES


def _is_like_a_name(token: Token) -> bool:
    return token.is_title and token.is_alpha and _noun(token) not in _bodies() and token.lower_ not in _people()


def is_noun_for_people(token: Token) -> bool:
    """True for a plain noun for people: *gunman*, *minister*."""
    return _noun(token) in _people()


def is_actor(token: Token) -> bool:
    """True for people, states and organisations: *the ministry*, *Turkey*, *gunmen*."""
    return (
        token.ent_type_ in ACTING_NAMES
        or is_human(token)
        or (token.ent_type_ not in _OTHER_NAMES and _noun(token) in _bodies())
        or token.lower_ in {"it", "its", "which", "that"}
        or (_is_capitalised(token) and token.ent_type_ not in _OTHER_NAMES)
    )


def _stands_for_people(quantifier: Token) -> bool:
    """True for some of the *rebels* and for *many* alone, not for some of the *charges*."""
    for child in quantifier.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return any(part.dep_ == "pobj" and is_human(part) for part in child.children)
    return True


def _is_capitalised(token: Token) -> bool:
    """True for names, also where the tagger takes the last word for a plain noun: Rural *Aid*."""
    if token.pos_ == "PROPN":
        return True
    return token.pos_ == "NOUN" and token.is_title and not token.is_sent_start


def is_state(token: Token) -> bool:
    """True for names of countries and towns, and words for them."""
    return token.ent_type_ in {"GPE", "LOC"} or token.lemma_ in {"country", "nation", "state", "government"}


def is_site(token: Token) -> bool:
    """True for places and buildings, by name or noun: *Aleppo*, the *bridge*."""
    return token.ent_type_ in _PLACE_NAMES or (token.ent_type_ not in _OTHER_NAMES and _noun(token) in _places())


def is_time(token: Token) -> bool:
    """True for dates and times of day: on *Wednesday*."""
    if token.ent_type_ in {"DATE", "TIME"} or token.lemma_.lower() in _TIME_NOUNS:
        return True
    return token.lower_ in _MONTHS and token.ent_type_ != "PERSON"


def can_take_part(head: Token) -> bool:
    """False for times, sums of money, verbs and words that only point: *what*, *this*."""
    return not (
        is_time(head)
        or is_piece_of_compound(head)
        or head.ent_type_ in {"MONEY", "PERCENT", "QUANTITY"}
        or head.pos_ in {"VERB", "AUX", "ADV"}
        or head.lower_ in _POINTING
        or head.tag_ in {"WP", "WDT"}
    )


def is_piece_of_compound(token: Token) -> bool:
    """True for a word inside a hyphenated one: *ship*-to-*ship* transfers; not for the vice-*president*."""
    if not token.is_lower:
        return False
    if _is_hyphen(token.i + 1, token) and not token.whitespace_:
        return True
    return _is_hyphen(token.i - 1, token) and token.dep_ == "pobj" and not token.nbor(-1).whitespace_


def _is_hyphen(position: int, token: Token) -> bool:
    return 0 <= position < len(token.doc) and token.doc[position].text == "-"


def _noun(token: Token) -> str:
    """The noun, in the singular also where the tagger takes a capital for a name: *Pensioners* marched."""
    lemma = token.lemma_.lower()
    return lemma.removesuffix("s") if token.tag_ == "NNPS" else lemma


@cache
def _people() -> frozenset[str]:
    return frozenset(load_toml("participant_nouns.toml")["people"])


@cache
def _places() -> frozenset[str]:
    return frozenset(load_toml("participant_nouns.toml")["places"])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load_toml("participant_nouns.toml")["bodies"])
