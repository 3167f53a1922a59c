"""What the words around a time say of it: that it lies ahead, that it is part of a name, that it starts a stretch."""

from __future__ import annotations

from functools import cache

from accordingto.grounding.time_expressions import TimeExpression
from accordingto.grounding.time_words import TimeToken
from accordingto.model.resources import load_toml

CUE_WINDOW = 12
"""Tokens on either side of a weekday or month in which "will" and the like put it ahead."""

LONGEST_ABBREVIATION = 4
"""Letters of "Sept"; the full stop after a longer month ends the sentence."""

_SENTENCE_ENDS = frozenset(".!?;")
_BEFORE_TIME = frozenset({"on", "in", "by", "next", "this", "the", "early", "late", "from"})
_NEXT_CLAUSE = frozenset({"and", "but", "while", "so", "which", "who"})
_CLAUSE_OPENERS = _NEXT_CLAUSE | {"that"}
_TENSED_RULES = frozenset({"weekday", "month", "numbered_day", "weekend", "quarter", "season", "shifted_unit"})
_NAMED_RULES = frozenset({"weekday", "month", "deictic"})


def lies_ahead(tokens: list[TimeToken], expression: TimeExpression) -> bool | None:
    """True where the clause looks ahead, "will meet *on Friday*"; None otherwise.

    The day of the telling is never ahead: "said *Friday* it will resign".
    """
    if expression.rule not in _TENSED_RULES:
        return None
    first, last = expression.first, expression.first + len(expression.tokens)
    if any(token.word in time_words_of("told") for token in tokens[max(0, first - 2) : first]):
        return None
    start = max(0, first - CUE_WINDOW)
    before = next((place for place in range(first - 1, start - 1, -1) if _is_cue_or_end(tokens, place)), None)
    if before is not None and _looks_ahead(tokens, before):
        return True
    if not _opens_clause(tokens, first):
        return None
    after = next((place for place in _after(tokens, expression, last) if _is_cue_or_end(tokens, place)), None)
    return True if after is not None and _looks_ahead(tokens, after) else None


def _opens_clause(tokens: list[TimeToken], first: int) -> bool:
    """True for "*On Friday* the ministers will meet", not for "marched *on Tuesday* against plans to close it"."""
    before = [token.word for token in tokens[max(0, first - 3) : first] if token.word not in _BEFORE_TIME]
    return not before or not before[-1].isalpha() or before[-1] in _CLAUSE_OPENERS


def is_part_of_name(expression: TimeExpression) -> bool:
    """True for the *Sunday* Times, Good *Friday*: names, or days that need more than a weekday."""
    if expression.rule not in _NAMED_RULES or len(expression.tokens) > 1:
        return False
    before, after = expression.before, expression.after
    names = load_toml("times.toml")["name_with_time"]
    return bool((before and before.word in names["before"]) or (after and after.word in names["after"]))


def _after(tokens: list[TimeToken], expression: TimeExpression, last: int) -> range:
    """The places after the expression up to the window's end; none where its own full stop ends the sentence."""
    name = expression.tokens[-2].word if len(expression.tokens) > 1 else ""
    is_over = expression.tokens[-1].word == "." and len(name) > LONGEST_ABBREVIATION
    return range(last, last if is_over else min(len(tokens), last + CUE_WINDOW))


def _is_cue_or_end(tokens: list[TimeToken], place: int) -> bool:
    word = tokens[place].word
    is_end = word in _SENTENCE_ENDS or word in time_words_of("told") or _opens_next_clause(tokens, place)
    return is_end or _looks_ahead(tokens, place)


def _opens_next_clause(tokens: list[TimeToken], place: int) -> bool:
    """True for the comma of "was bombed on Monday, *and* ships will not come in"."""
    follows = tokens[place + 1].word if place + 1 < len(tokens) else ""
    return tokens[place].word == "," and follows in _NEXT_CLAUSE


def _looks_ahead(tokens: list[TimeToken], place: int) -> bool:
    """True for *will* meet, is *set* to meet."""
    word = tokens[place].word
    if word in time_words_of("future"):
        return True
    follows = tokens[place + 1].word if place + 1 < len(tokens) else ""
    return follows == "to" and word in time_words_of("future_before_to")


def is_after_time_word(before: TimeToken | None) -> bool:
    """True where a bare year or an ambiguous month may follow: after "in" or "since", or where nothing is before."""
    return before is None or before.word in time_words_of("before_time") or before.kind in "(MASWE"


@cache
def time_words_of(group: str) -> frozenset[str]:
    """The words of a group of data/times.toml."""
    return frozenset(load_toml("times.toml")[group]["words"])
