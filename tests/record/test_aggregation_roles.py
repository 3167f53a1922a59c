"""Who began it, took part, stepped in or stood by, from how many reports say so."""

from __future__ import annotations

import pytest

from accordingto.record.aggregation_columns import Value
from accordingto.record.aggregation_roles import settle_roles

ROLES = ("initiator", "perpetrator", "intervener", "bystander")


def a_row(*actors: tuple[str | None, int, int, int, int]) -> dict[str, Value]:
    row: dict[str, Value] = {"city": "Hafen"}
    for number, (name, *counts) in enumerate(actors, start=1):
        row |= {f"actor{number}": name}
        row |= {f"actor{number}_{role}": count for role, count in zip(ROLES, counts, strict=True)}
    return row


def roles(row: dict[str, Value], actor: str) -> tuple[Value, ...]:
    settled = settle_roles(row)
    return tuple(settled[f"{actor}_{role}"] for role in ROLES)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (a_row(("army", 2, 2, 0, 0), ("rebels", 1, 2, 0, 0)), (1, 1, 0, 0)),
        (a_row(("army", 1, 2, 0, 0), ("rebels", 1, 2, 0, 0)), (0, 1, 0, 0)),
        (a_row(("army", 0, 1, 0, 0)), (0, 1, 0, 0)),
        (a_row(("army", 0, 2, 0, 1)), (0, 0, 0, 1)),
        (a_row(("army", 0, 0, 1, 1)), (0, 0, 1, 0)),
        (a_row(("army", 1, 1, 1, 0)), (1, 1, 0, 0)),
        (a_row(("army", 1, 0, 1, 0), ("rebels", 2, 2, 0, 0)), (0, 0, 1, 0)),
        (a_row(("army", 1, 0, 0, 1)), (1, 0, 0, 0)),
        (a_row((None, 1, 1, 1, 1)), (None, None, None, None)),
        (a_row(("Indeterminate", 1, 1, 0, 0)), (1, 1, 0, 0)),
        # an actor that the row has lost still stands against the other's having begun it
        (a_row(("army", 1, 1, 0, 0), (None, 1, 1, 0, 0)), (0, 1, 0, 0)),
    ],
)
def test_roles_of_the_first_actor(row: dict[str, Value], expected: tuple[Value, ...]) -> None:
    assert roles(row, "actor1") == expected


def test_other_columns_stay() -> None:
    row = a_row(("army", 1, 1, 0, 0))
    assert settle_roles(row)["city"] == "Hafen"
    assert row["actor1_initiator"] == 1
    assert settle_roles({"city": "Hafen"}) == {"city": "Hafen"}
