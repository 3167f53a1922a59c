"""How many people an event tells of: killed, injured, arrested and so on, as a range.

"At least 12 people were killed and dozens injured": killed 12 or more, injured 24 to 99. What a vague word stands for
is in quantities.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.tokens import Token

from accordingto.events.count_details import with_details
from accordingto.events.matching import Match
from accordingto.events.participants import is_human
from accordingto.events.phrases import with_conjuncts
from accordingto.events.roles import Roles
from accordingto.events.tolls import toll_of
from accordingto.model.event import Quantity
from accordingto.model.resources import load_toml
from accordingto.model.span import Span
from accordingto.parse.parsed import span_of_all

_WORDS: Final = {
    word: value
    for value, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        )
    )
} | dict(zip(["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(30, 100, 10), strict=True))
_THOUSAND: Final = 1000
_MULTIPLIERS: Final = {"dozen": 12, "score": 20, "hundred": 100, "thousand": _THOUSAND, "million": 1_000_000}
_UNITS: Final = _MULTIPLIERS | {"hundreds": 100, "thousands": _THOUSAND, "millions": 1_000_000}
"""What a vague word counts: several *hundred*, tens of *thousands*."""
_OTHER_NAMES: Final = frozenset({"MONEY", "PERCENT", "DATE", "TIME", "QUANTITY", "ORDINAL"})
_SINGULAR: Final = frozenset({"a", "an", "one"})
_TOLL: Final = "killed"
"""What a toll counts where nothing else is said."""

_CROWD: Final = "protesting"
"""What is counted in every protest: *400 farmers* blocked the road, *hundreds* went on strike."""

_REACH = 4
"""Tokens before a number in which words such as "at least" are looked for."""


@dataclass(frozen=True, slots=True)
class Range:
    """Both ends included; None where an end is open."""

    low: int | None
    high: int | None


def quantities_of(match: Match, roles: Roles) -> tuple[Quantity, ...]:
    """The counts of those the event happened to; empty where none is told."""
    kinds = _kinds()
    kind = next((kinds[word.lemma_.lower()] for word in match.words if word.lemma_.lower() in kinds), None)
    toll = toll_of(match.head)
    if toll is not None:
        return tuple(with_details(one, toll, match.head) for one in _counts(toll, kind or _TOLL))
    if kind is None and match.trigger.event_type == "PROTEST":
        kind = _CROWD
    if kind is None:
        return ()
    counted = roles.actors if kind == _CROWD or (kind == "displaced" and not roles.recipients) else roles.recipients
    found = (
        with_details(quantity, one, match.head)
        for head in counted
        for one in with_conjuncts(head)
        if kind != _CROWD or is_human(one)
        for quantity in _counts(one, kind)
    )
    return tuple({quantity.span: quantity for quantity in found}.values())


def _counts(head: Token, kind: str) -> Iterator[Quantity]:
    """The count of one noun phrase: *twelve* people, *dozens* of soldiers, between *10 and 20*."""
    numbers = [head] if _is_number(head) else [child for child in head.lefts if _is_number(child)]
    if numbers:
        tokens = sorted({token for number in numbers for token in _number_tokens(number)}, key=lambda token: token.i)
        found = read_range(tokens)
        if found is not None:
            yield Quantity(kind, found.low, found.high, span_of_all(tokens))
    elif head.tag_ == "NN" and any(child.lower_ in _SINGULAR for child in head.lefts) and head.ent_type_ == "":
        yield Quantity(kind, 1, 1, _single_span(head))


def read_range(tokens: list[Token]) -> Range | None:
    """The range that a number and the words before it stand for; None where there is no number."""
    values = [value for value in (_value(run) for run in _runs(tokens)) if value is not None]
    if not values:
        return None
    before = " " + " ".join(token.lower_ for token in tokens[0].doc[max(0, tokens[0].i - _REACH) : tokens[-1].i]) + " "
    if len(values) > 1:
        return Range(min(value.low or 0 for value in values), max(value.high or value.low or 0 for value in values))
    only = values[0]
    if _has(before, "at_least"):
        return Range(only.low, None)
    if _has(before, "at_most"):
        return Range(None, only.high)
    return only


def _value(run: list[Token]) -> Range | None:
    """The value of neighbouring number words: *two hundred*, *1,200*, *20 000*, *dozens*, *tens of thousands*."""
    total, current, vague = 0, 0, None
    for token in run:
        word = token.lower_.replace(",", "")
        if word.isdecimal():
            is_last_group = 0 < current < _THOUSAND and len(word) == len("000")
            current = current * (_THOUSAND if is_last_group else 1) + int(word)
        elif word in _WORDS:
            current += _WORDS[word]
        elif vague is not None and word in _UNITS:
            vague = _times(vague, _UNITS[word])
        elif word in _MULTIPLIERS:
            current = max(current, 1) * _MULTIPLIERS[word]
            if current >= _THOUSAND:
                total, current = total + current, 0
        elif word in _vague() and vague is None:
            vague = _vague()[word]
    if total + current:
        return Range(total + current, total + current)
    return vague


def _times(vague: Range, unit: int) -> Range:
    """So many of a unit: *several* hundred is 300 to 999."""
    return Range(
        None if vague.low is None else vague.low * unit, None if vague.high is None else (vague.high + 1) * unit - 1
    )


def _runs(tokens: list[Token]) -> Iterator[list[Token]]:
    """The number words, parted where "and" or "to" stands between two counts: between *10* and *20*."""
    run: list[Token] = []
    for token in tokens:
        if _is_number(token):
            run.append(token)
        elif (run and token.lower_ in {"to", "or", "-", "–"}) or (
            run and token.lower_ == "and" and not _continues(run, token)
        ):
            yield run
            run = []
    if run:
        yield run


def _continues(run: list[Token], conjunction: Token) -> bool:
    """True within one number: two hundred *and* six."""
    after = conjunction.i + 1
    return run[-1].lower_ in _MULTIPLIERS and after < len(conjunction.doc) and _is_number(conjunction.doc[after])


def _number_tokens(number: Token) -> list[Token]:
    """The number with the number words that hang on it; from the first to the last, all between."""
    parts = [number, *(token for token in number.subtree if _is_number(token) and abs(token.i - number.i) <= _REACH)]
    positions = [token.i for token in parts]
    return list(number.doc[min(positions) : max(positions) + 1])


def _is_number(token: Token) -> bool:
    if token.ent_type_ in _OTHER_NAMES and not _counts_people(token):
        return False
    word = token.lower_
    return word.replace(",", "").isdecimal() or word in _WORDS or word in _MULTIPLIERS or word in _vague()


def _counts_people(number: Token) -> bool:
    """True for a number that the tagger takes for a date, and that stands before people: 10 and 15 *villagers*."""
    first = number.head if number.dep_ == "conj" else number
    return first.dep_ == "nummod" and first.head.ent_type_ == "" and is_human(first.head)


def _has(before: str, bound: str) -> bool:
    return any(f" {phrase} " in before for phrase in load_toml("quantities.toml")["bounds"][bound])


def _single_span(head: Token) -> Span:
    return span_of_all([child for child in head.lefts if child.lower_ in _SINGULAR] + [head])


@cache
def _vague() -> dict[str, Range]:
    rows = load_toml("quantities.toml")["vague"]
    return {word: Range(row.get("low"), row.get("high")) for word, row in rows.items()}


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in load_toml("quantities.toml")["kinds"].items() for word in words}
