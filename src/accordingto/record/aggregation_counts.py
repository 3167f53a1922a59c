"""One number, or three, from the counts of people that several reports give, as two conflict datasets do it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from accordingto.model.reported import Count
from accordingto.record.aggregation_columns import Value, maximum, minimum, numeric_mode


@dataclass(frozen=True, slots=True)
class Estimate:
    """A count of one kind of people in three numbers; None where no report gives any."""

    kind: str
    low: int | None
    best: int | None
    high: int | None


def ucdp_estimate(kind: str, counts: Sequence[Count]) -> Estimate:
    """Low, best and high in the manner of UCDP: the lowest number told, the commonest, and the highest.

    Where numbers are told equally often the smaller is best. Each count is one report's.

    >>> ucdp_estimate("killed", [Count("killed", 4, 4), Count("killed", 4, 9), Count("killed", 12, 12)])
    Estimate(kind='killed', low=4, best=4, high=12)
    """
    told = [bound for count in counts for bound in (count.low, count.high) if bound is not None]
    return Estimate(kind, _whole(minimum(told)), _whole(numeric_mode(best_of_each(counts))), _whole(maximum(told)))


def acled_number(counts: Sequence[Count]) -> int | None:
    """The lowest number that any report gives, as ACLED takes it where reports differ; None where none gives any.

    "At least nine" gives nine and so does "at most nine", which says no lower number.

    >>> acled_number([Count("killed", 12, 12), Count("killed", 9, None)])
    9
    """
    return _whole(minimum(best_of_each(counts)))


def estimate_by(kind: str, counts: Sequence[Count], choose: Callable[[Sequence[Value]], Value]) -> Estimate:
    """Low, best and high with each chosen by one function from what the reports have in its place.

    A bound that a report leaves open is the one it gives, and its best is its lower one; so best and low are one
    number here. The high one is never below them, which the commonest upper bound by itself may be.

    >>> estimate_by("killed", [Count("killed", 4, 4), Count("killed", 7, 9)], maximum)
    Estimate(kind='killed', low=7, best=7, high=9)
    """
    low = choose(best_of_each(counts))
    high = maximum([low, choose([count.low if count.high is None else count.high for count in counts])])
    return Estimate(kind, _whole(low), _whole(low), _whole(high))


def best_of_each(counts: Sequence[Count]) -> list[int | None]:
    """The one number of each report: the lower bound where it gives one, else the upper.

    >>> best_of_each([Count("killed", 7, 9), Count("killed", None, 5)])
    [7, 5]
    """
    return [count.high if count.low is None else count.low for count in counts]


def _whole(value: Value) -> int | None:
    return int(value) if isinstance(value, int | float) else None
