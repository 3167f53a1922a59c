"""Token classes -> the stretches of tokens that tell a time, each with the rule that found it.

The grammar is one alternation over class characters (time_words.py), longest forms first. A rule only says where an
expression is; time_values.py says when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.grounding.time_words import TimeToken

_AMOUNT = r"(?:a?[vh]f?a?|a?[dnqy](?:-?q){0,2}(?:d/d)?f?|a)m?"
_EDGE = r"(?:t?Ef?-?t?)"
_MONTH = r"[MA]\.?"
_DAYS = r"t?[dDo](?:[->&]t?[dDo](?!-?[UQ]))?(?!-?[UQ])"
_DAYS_AFTER = r"t?[dD](?:[->&]t?[dD](?!-?[UQ]|f?[MA]))?(?!-?[UQ])"

RULES: dict[str, str] = {
    "iso": r"y[-/]d[-/]d",
    "slashed": r"d/d/[ydn]",
    "numbered_day": rf"(?:W\.?,?)?(?:{_DAYS}f?{_MONTH}|{_MONTH}{_DAYS_AFTER})(?:,?f?y(?!-?U))?",
    "month_of_shifted": rf"{_EDGE}?{_MONTH}f?RU",
    "part_of_month": rf"t?[RoD][U]f{_MONTH}(?:,?f?y)?",
    "month": rf"{_EDGE}?R?{_MONTH}(?:,?f?y)?",
    "decade": rf"{_EDGE}?t?z",
    "quarter": r"(?:t?F?t?o-?Q(?:f?t?(?:F?U?y|RU))?|t?yo-?Q)",
    "half": r"t?[oR]hf?(?:t?y|RU)",
    "season": rf"{_EDGE}?(?:f?t|R)?S(?:f?t?(?:y|RU))?",
    "fiscal": r"t?F(?:U?y)",
    "century": rf"{_EDGE}?t?[Do]-?U(?!g|e)",
    "edge_of_unit": r"t?EftU",
    "side_of_unit": r"eftU",
    "day_before_yesterday": r"tU<T",
    "deictic": r"[Ee]?TP?",
    "weekday": r"R?W(?:P|f?RU)?",
    "duration_to_duration": rf"{_AMOUNT}-?[UQ]>{_AMOUNT}-?[UQ]",
    "ago": rf"{_AMOUNT}?-?[UQ](?:g|e|bx)",
    "shifted_span": rf"t?RR?{_AMOUNT}(?:>{_AMOUNT})?[UQ]",
    "recent": r"t?r[UQ]",
    "ordinal_span": rf"to{_AMOUNT}[UQ]",
    "shifted_unit": rf"(?:{_EDGE}|e)?t?RR?[UQPw]P?",
    "same_unit": r"t?sU",
    "unit_before": r"tU<(?=[,.]|$)",
    "weekend": r"tw",
    "overnight": r"V",
    "year": rf"{_EDGE}?t?y(?![-/]?U|%)",
    "duration": rf"{_AMOUNT}(?:[>-]{_AMOUNT})?-?[UQu](?!-?!)",
    "units_alone": r"[UQ]",
}
"""Patterns over class characters; where two match at one token the earlier rule has it."""

_GRAMMAR = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in RULES.items()))


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """The tokens of one expression, the rule that found it, and its neighbours (None at the text's ends)."""

    rule: str
    tokens: tuple[TimeToken, ...]
    before: TimeToken | None
    after: TimeToken | None
    first: int

    def values(self, kinds: str) -> list[int]:
        """The values of the tokens of these classes, in order."""
        return [int(token.value) for token in self.tokens if token.kind in kinds]

    def token(self, kinds: str) -> TimeToken | None:
        """The first token of these classes."""
        return next((token for token in self.tokens if token.kind in kinds), None)


def find_expressions(tokens: list[TimeToken]) -> Iterator[TimeExpression]:
    """Every stretch that a rule of the grammar matches, from left to right, none within another."""
    for match in _GRAMMAR.finditer("".join(token.kind for token in tokens)):
        start, end = match.span()
        yield TimeExpression(
            match.lastgroup or "",
            tuple(tokens[start:end]),
            tokens[start - 1] if start else None,
            tokens[end] if end < len(tokens) else None,
            start,
        )
