"""Whether each actor of an event began it, took part, stepped in or stood by, from how many reports say so."""

from __future__ import annotations

from collections.abc import Mapping

from accordingto.record.aggregation_columns import Value

_INITIATOR, _PERPETRATOR, _INTERVENER, _BYSTANDER = "_initiator", "_perpetrator", "_intervener", "_bystander"


def settle_roles(row: Mapping[str, Value]) -> dict[str, Value]:
    """The row with each role 1 or 0 in place of the number of reports that give it; None where there is no actor.

    Only the one actor that most reports say began it did: with a tie nobody did. Who takes part for some report and
    stands by for none takes part. Who began it does not step in, and a bystander is nothing else.

    >>> settle_roles({"actor1": "army", "actor1_initiator": 2, "actor1_perpetrator": 2, "actor1_intervener": 1,
    ...               "actor1_bystander": 1})["actor1_initiator"]
    1
    """
    actors = [column.removesuffix(_INITIATOR) for column in row if column.endswith(_INITIATOR)]
    told = {actor: {role: _count(row, actor + role) for role in _ROLES} for actor in actors}
    most = max((counts[_INITIATOR] for counts in told.values()), default=0)
    alone = [counts[_INITIATOR] for counts in told.values()].count(most) == 1
    settled = dict(row)
    for actor, counts in told.items():
        roles = _settled(counts, began=alone and counts[_INITIATOR] == most > 0)
        settled |= {actor + role: None if row[actor] is None else int(is_so) for role, is_so in roles.items()}
    return settled


_ROLES = (_INITIATOR, _PERPETRATOR, _INTERVENER, _BYSTANDER)


def _settled(counts: Mapping[str, float], *, began: bool) -> dict[str, bool]:
    took_part = counts[_PERPETRATOR] > 0 and counts[_BYSTANDER] == 0
    stepped_in = counts[_INTERVENER] > 0 and not began
    stood_by = counts[_BYSTANDER] > 0 and not (began or took_part or stepped_in)
    return {_INITIATOR: began, _PERPETRATOR: took_part, _INTERVENER: stepped_in, _BYSTANDER: stood_by}


def _count(row: Mapping[str, Value], column: str) -> float:
    value = row[column]
    return value if isinstance(value, int | float) else 0
