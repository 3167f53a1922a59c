"""How far reports of one event differ in what they say: for a column of a table, or a slot of our incidents.

The measures are those of the R package eventreport. Two kinds treat a report that says nothing differently: the
share of events with disagreement and the divergence count silence as a value of its own, the others leave it out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from accordingto.record.aggregation_columns import Value


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How far the reports of many events differ in one column, as means over the events.

    `share` of events with more than one value, `divergence` values beyond the first, `normalised` the same over all
    values in the column, `modal_confidence` the share of reports that give the commonest value, `mean_range` and
    `mean_deviation` of numbers. None where no event has enough values for it.
    """

    events: int
    share: float | None
    divergence: float | None
    normalised: float | None
    modal_confidence: float | None
    mean_range: float | None
    mean_deviation: float | None


def diagnose(events: Sequence[Sequence[Value]]) -> Disagreement:
    """The measures over events, each given as the values of its reports.

    >>> found = diagnose([["army", "army", "police"], ["army"]])
    >>> found.share, found.divergence, round(found.modal_confidence, 3), found.mean_range
    (0.5, 0.5, 0.833, None)
    """
    distinct = len({value for values in events for value in values})
    mean_divergence = _mean([float(divergence(values)) for values in events])
    return Disagreement(
        events=len(events),
        share=_mean([float(is_disputed(values)) for values in events]),
        divergence=mean_divergence,
        normalised=None if mean_divergence is None else mean_divergence / distinct,
        modal_confidence=_mean([modal_share(values) for values in events]),
        mean_range=_mean([spread(values) for values in events]),
        mean_deviation=_mean([deviation(values) for values in events]),
    )


def is_disputed(values: Sequence[Value]) -> bool:
    """True where the reports give more than one value; silence beside a value counts."""
    return divergence(values) > 0


def divergence(values: Sequence[Value]) -> int:
    """How many values there are beyond the first; silence counts as one.

    >>> divergence(["army", "police", None]), divergence(["army", "army"])
    (2, 0)
    """
    return max(0, len(set(values)) - 1)


def modal_share(values: Sequence[Value]) -> float | None:
    """The share of the reports that give the commonest value, of those that give any; None where none does.

    >>> modal_share(["army", "army", "police", "rebels", None])
    0.5
    """
    told = Counter(value for value in values if value is not None)
    return max(told.values()) / told.total() if told else None


def event_disagreement(values: Sequence[Value]) -> float | None:
    """The share of the reports that do not give the commonest value: 0 where all agree, None where none says any."""
    agreed = modal_share(values)
    return None if agreed is None else 1 - agreed


def spread(values: Sequence[Value]) -> float | None:
    """The largest number less the smallest; None where there is no number.

    >>> spread([3, 10, None]), spread(["army"])
    (7, None)
    """
    numbers = _numbers(values)
    return max(numbers) - min(numbers) if numbers else None


def deviation(values: Sequence[Value]) -> float | None:
    """The sample standard deviation of the numbers; None where there are fewer than two.

    >>> deviation([8, 12]) == 8**0.5, deviation([8])
    (True, None)
    """
    numbers = _numbers(values)
    return stdev(numbers) if len(numbers) > 1 else None


def _numbers(values: Sequence[Value]) -> list[float]:
    return [value for value in values if isinstance(value, int | float)]


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
