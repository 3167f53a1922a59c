"""Sources as reports describe them: the body behind a spokesman, the holder of an office, the name of a description."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from accordingto.model.reported import Party
from accordingto.model.resources import load_toml
from accordingto.record.features_words import small_words
from accordingto.record.parties import is_named, name_words

_INDEFINITE = re.compile(r"(?:an?|some|several|many|one|two|three|four|five|six|another|other)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|his|her|its|their)\b|\S+(?:['’]s|s['’])\s", re.IGNORECASE)
_BEFORE_COMPLEMENT = re.compile(r"\s(?:of|for|in|at|on|from|who|that|which|with|to)\s|,")
_WORD = re.compile(r"[^\W_]+")
_HELD_BY = re.compile(r"\s(?:for|of|by|from)\s+", re.IGNORECASE)

Told = tuple[Party, str]
"""A source and the words in which its report has it."""


def as_body(party: Party) -> Party:
    """The body behind its spokesman, statement or press office; else the party itself.

    >>> as_body(Party("Interior Ministry spokesman")).name, as_body(Party("a spokesman for the coalition")).name
    ('Interior Ministry', 'the coalition')
    >>> as_body(Party("the army's spokesman")).name
    'the army'
    >>> as_body(Party("a navy spokesman")).name, as_body(Party("a spokesman")).name
    ('navy', 'a spokesman')
    """
    found = _spoken_for().search(party.name)
    if found is None:
        return party
    before = re.sub(r"(?:['’]s|(?<=s)['’])$", "", _INDEFINITE.sub("", party.name[: found.start()]).strip())
    after = _HELD_BY.split(party.name[found.end() :], maxsplit=1)
    body = (
        before
        if name_words(before) and before.casefold() not in _ARTICLES
        else after[1].strip()
        if len(after) > 1
        else ""
    )
    return Party(body, "organisation", party.country, party.sectors) if body else party


def is_identifiable(party: Party) -> bool:
    """True for a source that is the same one whoever hears it: a name, a body, or the one holder of an office.

    Asked of sources for one incident, where "the governor" of two reports is one man and "the official" may be two.

    >>> is_identifiable(Party("the governor", "person")), is_identifiable(Party("a doctor", "person"))
    (True, False)
    """
    if is_named(party):
        return True
    if _INDEFINITE.match(party.name) or party.kind in {"group", "document"}:
        return False
    if party.kind == "organisation" or party.kind == "medium":
        return True
    return bool(_DEFINITE.match(party.name)) and head_of(party.name) not in _anonymous()


def is_one_office(left: Party, right: Party) -> bool:
    """True for two descriptions of one holder of an office: *the state's prosecutor*, *the prosecutor*.

    >>> is_one_office(Party("the interior minister", "person"), Party("the defence minister", "person"))
    False
    """
    if left.kind != right.kind or is_named(left) or is_named(right) or head_of(left.name) != head_of(right.name):
        return False
    if left.country and right.country and left.country != right.country:
        return False
    mine, theirs = _told(left.name), _told(right.name)
    return mine <= theirs or theirs <= mine


def is_introduced(left: Told, right: Told, sentences: Iterable[str]) -> bool:
    """True where one is a name and the other the description under which a sentence brings that name in.

    >>> minister, name = Party("Bolivia's interior minister", "person"), Party("Jorge Quispe", "person")
    >>> is_introduced((minister, minister.name), (name, name.name), ["The minister, Jorge Quispe, said so."])
    True
    """
    for (named, name), (described, description) in ((left, right), (right, left)):
        if named.kind != "person" or not is_named(named) or not description or is_a_name(description):
            continue
        if named.country and described.country and named.country != described.country:
            continue
        if any(_introduces(sentence, name_words(name or named.name), description) for sentence in sentences):
            return True
    return False


def is_a_name(description: str) -> bool:
    """True for words that end in a name: *Jorge Quispe*; *Bolivia's interior minister* does not."""
    head = head_of(description)
    return not head or head not in description


def head_of(description: str) -> str:
    """The word that says what the source is, in small letters.

    >>> head_of("the governor of Diyala province"), head_of("Bolivia's interior minister")
    ('governor', 'minister')
    """
    words = _BEFORE_COMPLEMENT.split(description, maxsplit=1)[0].split()
    return words[-1].casefold() if words else ""


@lru_cache(maxsize=1 << 16)
def _introduces(sentence: str, name: tuple[str, ...], description: str) -> bool:
    """True for "the minister, Jorge Quispe, said", "Army spokesman Captain Ali Darro" and "Ali Darro, the governor"."""
    small = sentence.casefold()
    if name[-1] not in small or head_of(description) not in small:
        return False
    surname, head = re.escape(name[-1]), re.escape(head_of(description))
    before = re.search(
        rf"(\S+)\s{head}(?:\s(?:of|for)\s[^,.;]{{1,60}})?,?\s(?:[A-Z]\S*\s){{0,3}}(?i:{surname})\b", sentence
    )
    after = re.search(rf"(?i:{surname}),\s(?:\S+\s){{0,3}}?(\S+)\s{head}\b", sentence)
    return any(found is not None and _is_of(found[1], description) for found in (before, after))


def _is_of(word: str, description: str) -> bool:
    """True unless the word before the office makes it another: "finance" does for the interior minister, "the" not."""
    return word.casefold() in _ARTICLES or word.casefold() in description.casefold() or not word[0].islower()


def _told(description: str) -> frozenset[str]:
    """The words of the description but for articles and small words, titles among them."""
    words = frozenset(_WORD.findall(description.casefold().replace("'s", "").replace("’s", "")))
    return words - _ARTICLES - small_words()


_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "whose"})


@cache
def _spoken_for() -> re.Pattern[str]:
    words = "|".join(load_toml("record.toml")["spokespeople"]["words"])
    return re.compile(rf"(?:^|(?<=\s))(?:{words})\b", re.IGNORECASE)


@cache
def _anonymous() -> frozenset[str]:
    return frozenset(load_toml("record.toml")["anonymous"]["heads"])
