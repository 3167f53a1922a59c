"""Whether two reports name parties that cannot be the same."""

from __future__ import annotations

import pytest

from accordingto.model.reported import Party
from accordingto.record.told_apart import is_opposed_party

ARMY = Party("the army", "organisation", "SYR", ("MIL",))
REBELS = Party("rebels", "group", "SYR", ("REB",))
RUIZ = Party("Ana Ruiz", "person", "PER", ("OPP",))

APART = [
    (ARMY, REBELS),
    (Party("Ana Ruiz", "person"), Party("Eva Paz", "person")),
    (Party("Turkish soldiers", "group", "TUR", ("MIL",)), Party("Greek soldiers", "group", "GRC", ("MIL",))),
    (Party("Luis Paredes", "person", "PER", ("REB",)), Party("a soldier", "person", "PER", ("MIL",))),
    (Party("fighters", "group", None, ("REB",)), Party("wedding guests", "group", None, ("CVL",))),
]
NOT_APART = [
    (Party("gunmen"), ARMY),
    (ARMY, Party("Syria", "country", "SYR", ("GOV",))),
    # who is only described may be the one who is named
    (RUIZ, Party("a girl of sixteen", "person", "PER", ("CVL",))),
    (RUIZ, Party("the alleged gang member", "person", "PER", ("CRM",))),
    # the country of bare soldiers is only inferred
    (Party("soldiers", "group", "TUR", ("MIL",)), Party("Greek soldiers", "group", "GRC", ("MIL",))),
    (Party("Chile", "country", "CHL", ("GOV",)), Party("Chilean ships", "group", "CHL", ("BUS",))),
    (Party("the miners", "group", None, ("LAB",)), Party("eleven miners", "group", None, ("CVL",))),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_told_apart(left: Party, right: Party) -> None:
    assert is_opposed_party(left, right)
    assert is_opposed_party(right, left)


@pytest.mark.parametrize(("left", "right"), NOT_APART)
def test_not_told_apart(left: Party, right: Party) -> None:
    assert not is_opposed_party(left, right)
    assert not is_opposed_party(right, left)
