"""What someone commits to about an event, and how one commitment passes through another.

Commitment runs from −3 (certain it did not happen) to +3 (certain it did). The factuality says in which way it is
left open; the sign of the commitment keeps the polarity: "urged them not to fire" is demanded, −1.
"""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.model.claim import Factuality

MOST = 3.0
"""Full commitment."""


@dataclass(frozen=True, slots=True)
class Stance:
    """A factuality and its commitment, −3 to +3."""

    factuality: Factuality
    commitment: float


HAPPENED = Stance(Factuality.HAPPENED, MOST)
DENIED = Stance(Factuality.DENIED, -MOST)
UNKNOWN = Stance(Factuality.UNKNOWN, 0.0)

_NEGATED_BY_VALUE: dict[Factuality, Stance] = {
    Factuality.HAPPENED: DENIED,
    Factuality.EXPECTED: Stance(Factuality.DENIED, -2.0),
}


def within(inner: Stance, outer: Stance) -> Stance:
    """The stance of an event that is `inner` in its own words, under a stance `outer` that holds for those words.

    What happened keeps the outer stance; what did not turns it; what is open already stays open.

    >>> within(DENIED, Stance(Factuality.DEMANDED, 1.0))  # urged them not to fire
    Stance(factuality=<Factuality.DEMANDED: 'demanded'>, commitment=-1.0)
    >>> within(DENIED, DENIED).factuality  # denied that they had not paid
    <Factuality.HAPPENED: 'happened'>
    """
    if outer.factuality is Factuality.HAPPENED:
        return weaker(inner, outer)
    if inner.factuality is Factuality.HAPPENED:
        return outer
    if outer.factuality is Factuality.DENIED:
        return _in_a_denial(inner)
    if inner.factuality is Factuality.DENIED:
        return Stance(outer.factuality, -outer.commitment)
    return outer


def effect(affirmed: Stance, negated: Stance, governor: Stance) -> Stance:
    """The stance of a complement under a governor that has these effects and this stance of its own.

    >>> failed = Stance(Factuality.DENIED, -2.0), Stance(Factuality.HAPPENED, 1.5)
    >>> effect(*failed, HAPPENED).factuality.value, effect(*failed, DENIED).factuality.value
    ('denied', 'happened')
    >>> effect(*failed, Stance(Factuality.POSSIBLE, 1.0))  # may have failed to agree
    Stance(factuality=<Factuality.POSSIBLE: 'possible'>, commitment=-1.0)
    """
    if governor.factuality is Factuality.HAPPENED:
        return affirmed
    if governor.factuality is Factuality.DENIED:
        return negated
    if affirmed.factuality is Factuality.HAPPENED:
        return governor
    if affirmed.factuality is Factuality.DENIED:
        return Stance(governor.factuality, -governor.commitment)
    return affirmed


def negation_of(stance: Stance) -> Stance:
    """The stance with its event denied: will → will not, may → may not.

    >>> negation_of(HAPPENED) == DENIED
    True
    """
    turned = _NEGATED_BY_VALUE.get(stance.factuality)
    return turned if turned is not None else Stance(stance.factuality, -stance.commitment)


def weaker(left: Stance, right: Stance) -> Stance:
    """`left`, committed no further than `right` is.

    >>> weaker(HAPPENED, Stance(Factuality.HAPPENED, 2.0)).commitment
    2.0
    """
    if abs(left.commitment) <= abs(right.commitment):
        return left
    size = abs(right.commitment)
    return Stance(left.factuality, size if left.commitment > 0 else -size)


def _in_a_denial(inner: Stance) -> Stance:
    if inner.factuality is Factuality.DENIED:
        return Stance(Factuality.HAPPENED, 2.0)
    if inner.factuality in {Factuality.POSSIBLE, Factuality.EXPECTED}:
        return Stance(Factuality.DENIED, -2.0)
    return UNKNOWN
