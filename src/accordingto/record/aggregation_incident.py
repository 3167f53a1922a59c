"""One row for an incident, only when asked and by name. The accounts it was made from stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accordingto.model.claim import Factuality
from accordingto.model.incident import Incident, Slot
from accordingto.record.aggregation import Aggregation, AggregationRules, aggregate_column, rules_named
from accordingto.record.aggregation_columns import INDETERMINATE, Value, maximum, minimum, numeric_mode
from accordingto.record.aggregation_counts import Estimate, estimate_by
from accordingto.record.aggregation_values import ReportRow, report_counts, report_rows

_SLOT_OF = {"start": Slot.WHEN, "end": Slot.WHEN}
_NUMBERS = {
    Aggregation.CONSERVATIVE: minimum,
    Aggregation.REPRESENTATIVE: numeric_mode,
    Aggregation.INFORMATIVE: maximum,
}


@dataclass(frozen=True, slots=True)
class AggregatedIncident:
    """What an incident is by one aggregation. A slot is None where no report fills it, and where it is `undecided`.

    `rows` is how many reports (or dispatches) it was made of; `what` is TYPE or TYPE:mode; several parties are apart
    by a semicolon.
    """

    incident: str
    aggregation: Aggregation
    rows: int
    whether: Factuality | None
    what: str | None
    who: str | None
    to_whom: str | None
    start: date | None
    end: date | None
    where: str | None
    how_many: tuple[Estimate, ...] = ()
    undecided: tuple[Slot, ...] = ()


def aggregate_incident(incident: Incident, name: str, *, copies_once: bool = False) -> AggregatedIncident:
    """The incident as one row by the named aggregation; with `copies_once`, copies of one dispatch count once.

    Silence is no value here: each slot is decided among the reports that fill it. Raises OptionError for an unknown
    name.
    """
    rules = rules_named(name, layout="incident")
    rows = report_rows(incident, copies_once=copies_once)
    found = _with_days({rule.column: _decided(rows, rules, rule.column) for rule in rules.rules})
    undecided = {_SLOT_OF.get(column) or Slot(column) for column, value in found.items() if value == INDETERMINATE}
    known = {column: None if value == INDETERMINATE else str(value) for column, value in found.items() if value}
    return AggregatedIncident(
        incident=incident.id,
        aggregation=rules.name,
        rows=len(rows),
        whether=_as_factuality(known.get("whether")),
        what=known.get("what"),
        who=known.get("who"),
        to_whom=known.get("to_whom"),
        start=_as_day(known.get("start")),
        end=_as_day(known.get("end")),
        where=known.get("where"),
        how_many=_estimates(incident, rules.name, copies_once=copies_once),
        undecided=tuple(slot for slot in Slot if slot in undecided),
    )


def kinds_counted(incident: Incident) -> tuple[str, ...]:
    """The kinds of people that any claim counts, in alphabetical order."""
    return tuple(sorted({count.kind for claim in incident.claims for count in claim.counts}))


def _decided(rows: Sequence[ReportRow], rules: AggregationRules, column: str) -> Value:
    rule = next(rule for rule in rules.rules if rule.column == column)
    told = [row for row in rows if row[column] is not None]
    return aggregate_column(told, rule, rules) if told else None


def _with_days(found: dict[str, Value]) -> dict[str, Value]:
    """`start` and `end` in place of a `when` that was decided as a whole, so that no event ends before it starts."""
    when = found.get("when")
    rest = {column: value for column, value in found.items() if column != "when"}
    if not isinstance(when, str):
        return rest
    start, _, end = when.partition("/")
    return rest | {"start": start, "end": end or start}


def _estimates(incident: Incident, name: Aggregation, *, copies_once: bool) -> tuple[Estimate, ...]:
    return tuple(
        estimate_by(kind, report_counts(incident, kind, copies_once=copies_once), _NUMBERS[name])
        for kind in kinds_counted(incident)
    )


def _as_factuality(value: str | None) -> Factuality | None:
    return None if value is None else Factuality(value)


def _as_day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
