"""From what several reports say to one row, only when asked and by the name of a rule.

The record keeps every report's values. A row made of them has decided something; the name says how: `conservative`,
`representative`, `informative`. The tables are in data/aggregation.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from accordingto.model.errors import OptionError
from accordingto.model.resources import load_toml
from accordingto.record import aggregation_columns as columns
from accordingto.record.aggregation_columns import Value
from accordingto.record.aggregation_roles import settle_roles

Row = Mapping[str, Value]


class Aggregation(StrEnum):
    """The names of the aggregations."""

    CONSERVATIVE = "conservative"
    REPRESENTATIVE = "representative"
    INFORMATIVE = "informative"


@dataclass(frozen=True, slots=True)
class AggregationRule:
    """How one column is aggregated: the name of a column function, and the column of precisions where it takes one."""

    column: str
    function: str
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class AggregationRules:
    """A whole aggregation: its rules, the columns that break ties, and columns that are sums of aggregated ones."""

    name: Aggregation
    title: str
    rules: tuple[AggregationRule, ...]
    first_tie: str
    second_tie: str
    added: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        """All columns that the rules read."""
        read = {column for rule in self.rules for column in (rule.column, rule.precision) if column is not None}
        return frozenset(read | {self.first_tie, self.second_tie})


@cache
def rules_named(name: str, *, layout: str = "reports") -> AggregationRules:
    """The rules of an aggregation, for rows in the layout of MAVERICK (`reports`) or for ours (`incident`).

    >>> rules_named("informative").rules[-1]
    AggregationRule(column='actor6_party', function='most_precise', precision='actor6_precision')

    Raises OptionError for a name that is none.
    """
    if name not in set(Aggregation):
        raise OptionError(f"No aggregation is called {name!r}. Aggregations: {', '.join(Aggregation)}.")
    table = load_toml("aggregation.toml")[layout]
    own = table[name]
    actors = table.get("actors", 0)
    return AggregationRules(
        name=Aggregation(name),
        title=own["title"],
        rules=tuple(_rules(table.get("always", {}), actors)) + tuple(_rules(own, actors)),
        first_tie=table["first_tie"],
        second_tie=table["second_tie"],
        added=tuple((column, tuple(summed)) for column, summed in table.get("added", {}).items()),
    )


def aggregate(rows: Sequence[Row], rules: AggregationRules) -> dict[str, Value]:
    """One row for the reports of one event, by the rules; with how many reports it was made of, and by which rules.

    Raises OptionError where there are no reports, or where they lack a column that the rules read.
    """
    if not rows:
        raise OptionError("No report to aggregate. Give the reports of one event, at least one.")
    missing = sorted(rules.columns - rows[0].keys())
    if missing:
        raise OptionError(f"The reports have no column {missing[0]!r}, which the {rules.name} aggregation reads.")
    found = {rule.column: aggregate_column(rows, rule, rules) for rule in rules.rules}
    found |= {column: _added([found[each] for each in summed]) for column, summed in rules.added}
    return settle_roles(found) | {
        "number_of_sources": len(rows),
        "unit_of_analysis": "Event",
        "aggregation": rules.title,
    }


def aggregate_column(rows: Sequence[Row], rule: AggregationRule, rules: AggregationRules) -> Value:
    """The one value of a column."""
    values = [row[rule.column] for row in rows]
    if rule.function in _PLAIN:
        return _PLAIN[rule.function](values)
    first, second = _numbers(rows, rules.first_tie), _numbers(rows, rules.second_tie)
    if rule.precision is None:
        return _WEIGHED[rule.function](values, first, second)
    return _PRECISE[rule.function](values, _numbers(rows, rule.precision), first, second)


_PLAIN: dict[str, Callable[[Sequence[Value]], Value]] = {
    "minimum": columns.minimum,
    "maximum": columns.maximum,
    "total": columns.total,
    "binary_mode": columns.binary_mode,
    "numeric_mode": columns.numeric_mode,
    "date_mode": columns.date_mode,
    "combined": columns.combined,
    "combined_with_gaps": columns.combined_with_gaps,
}
_WEIGHED = {"mode": columns.mode_of, "mode_ignoring_gaps": columns.mode_ignoring_gaps}
_PRECISE = {"most_precise": columns.most_precise, "least_precise": columns.least_precise}


def _rules(table: Mapping[str, Any], actors: int) -> Iterator[AggregationRule]:  # TOML values have no common type
    for function in (*_PLAIN, *_WEIGHED):
        for column in _each_actor(table.get(function, ()), actors):
            yield AggregationRule(column, function)
    for function in _PRECISE:
        for precision, read in table.get(function, {}).items():
            yield from _precise_rules(function, precision, read, actors)


def _precise_rules(function: str, precision: str, read: Sequence[str], actors: int) -> Iterator[AggregationRule]:
    for column in read:
        numbers = range(1, actors + 1) if "{n}" in column else range(1)
        for n in numbers:
            yield AggregationRule(column.format(n=n), function, precision.format(n=n))


def _each_actor(read: Sequence[str], actors: int) -> Iterator[str]:
    for column in read:
        yield from (column.format(n=n) for n in range(1, actors + 1)) if "{n}" in column else (column,)


def _numbers(rows: Sequence[Row], column: str) -> list[float | None]:
    values = [row[column] for row in rows]
    return [value if isinstance(value, int | float) else None for value in values]


def _added(values: Sequence[Value]) -> Value:
    return None if None in values else columns.total(values)
