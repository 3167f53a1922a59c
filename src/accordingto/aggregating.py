"""One row an incident, only when asked and by the name of a rule, with how far its reports disagree beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from accordingto.model.incident import Incident, Slot
from accordingto.record.aggregation_columns import Value
from accordingto.record.aggregation_counts import acled_number, ucdp_estimate
from accordingto.record.aggregation_incident import AggregatedIncident, aggregate_incident
from accordingto.record.aggregation_values import report_counts, slot_values
from accordingto.record.disagreement import deviation, event_disagreement, modal_share, spread

KINDS: Final = ("killed", "injured")
"""What is counted in columns of its own. `show` has the other kinds."""
SLOTS: Final = (Slot.WHETHER, Slot.WHAT, Slot.WHO, Slot.TO_WHOM, Slot.WHEN, Slot.WHERE)

Row = dict[str, Any]  # columns of many types


def aggregated_rows(incidents: Iterable[Incident], name: str, *, copies_once: bool = False) -> Iterator[Row]:
    """One row an incident by the named aggregation: its slots, its counts in three manners, and the disagreement.

    `killed_low`, `_best` and `_high` are by the aggregation, `ucdp_killed_…` UCDP's low, best and high, `acled_killed`
    ACLED's conservative number. `modal_…` is the share of the reports that give the commonest value of a slot (modal
    confidence), `disagreement_…` the rest; `range_…` and `deviation_…` are of the numbers. What no report tells is
    None. Raises OptionError for a name that is none.
    """
    for incident in incidents:
        found = aggregate_incident(incident, name, copies_once=copies_once)
        counts = [each for kind in KINDS for each in _counts(incident, found, kind, copies_once=copies_once).items()]
        yield _slots(incident, found) | dict(counts) | _disagreement(incident)


def _slots(incident: Incident, found: AggregatedIncident) -> Row:
    return {
        "incident": incident.id,
        "title": incident.title,
        "aggregation": found.aggregation.value,
        "rows": found.rows,
        "reports": incident.counts.reports,
        "publishers": incident.counts.publishers,
        "origins": incident.counts.origins,
        "accounts": len(incident.accounts),
        "whether": None if found.whether is None else found.whether.value,
        "what": found.what,
        "who": found.who,
        "to_whom": found.to_whom,
        "start": None if found.start is None else found.start.isoformat(),
        "end": None if found.end is None else found.end.isoformat(),
        "where": found.where,
        "undecided": "; ".join(slot.value for slot in found.undecided),
        "disputed": "; ".join(slot.value for slot in incident.disputed),
    }


def _counts(incident: Incident, found: AggregatedIncident, kind: str, *, copies_once: bool) -> Row:
    own = next((each for each in found.how_many if each.kind == kind), None)
    told = report_counts(incident, kind, copies_once=copies_once)
    ucdp = ucdp_estimate(kind, told)
    return {
        **{f"{kind}_{bound}": None if own is None else getattr(own, bound) for bound in _BOUNDS},
        **{f"ucdp_{kind}_{bound}": getattr(ucdp, bound) for bound in _BOUNDS},
        f"acled_{kind}": acled_number(told),
    }


_BOUNDS: Final = ("low", "best", "high")


def _disagreement(incident: Incident) -> Row:
    values = {slot.value: slot_values(incident, slot) for slot in SLOTS}
    numbers = {kind: slot_values(incident, Slot.HOW_MANY, kind=kind) for kind in KINDS}
    row: Row = {}
    for name, told in (values | numbers).items():
        row |= {
            f"modal_{name}": _rounded(modal_share(told)),
            f"disagreement_{name}": _rounded(event_disagreement(told)),
        }
    for kind, told in numbers.items():
        row |= {f"range_{kind}": _rounded(spread(told)), f"deviation_{kind}": _rounded(deviation(told))}
    return row


def _rounded(value: Value) -> float | None:
    return round(value, 3) if isinstance(value, int | float) else None
