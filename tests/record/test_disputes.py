"""On which slots two claims of one incident cannot both be right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.factories import a_claim

from accordingto.model.claim import Factuality
from accordingto.model.incident import Slot
from accordingto.model.reported import Count, Location, Party, Period
from accordingto.model.when import TimePrecision
from accordingto.record.disputes import disputed_slots, kilometres

ARMY, REBELS = Party("the army", None, "SYR", ("MIL",)), Party("rebels", None, "SYR", ("REB",))
HOMS = Location("Homs", "SYR", 169577, 34.73, 36.71, "city")
ALEPPO = Location("Aleppo", "SYR", 170063, 36.20, 37.16, "city")
SYRIA = Location("Syria", "SYR", 163843, None, None, "country")
MARCH_TO_COME = Period(date(2013, 3, 1), date(2013, 3, 31), TimePrecision.MONTH)
FARES = Party("Nawaf Fares", "person", "SYR", ("GOV",))


def days(first: int, last: int) -> Period:
    return Period(date(2012, 7, first), date(2012, 7, last), TimePrecision.DAY)


Slots = dict[str, Any]
ROWS: list[tuple[Slots, Slots, tuple[Slot, ...]]] = [
    ({}, {"factuality": Factuality.DENIED}, (Slot.WHETHER,)),
    ({"factuality": Factuality.POSSIBLE}, {"factuality": Factuality.DENIED}, ()),
    ({"actors": (ARMY,)}, {"actors": (REBELS,)}, (Slot.WHO,)),
    ({"actors": (ARMY,)}, {"actors": (Party("gunmen"),)}, ()),
    ({"actors": (ARMY,)}, {}, ()),
    ({"recipients": (ARMY,)}, {"recipients": (REBELS,)}, (Slot.TO_WHOM,)),
    ({"type": "REALIGN", "recipients": (ARMY,)}, {"type": "REALIGN", "recipients": (REBELS,)}, ()),
    ({"place": HOMS}, {"place": ALEPPO}, (Slot.WHERE,)),
    ({"place": HOMS}, {"place": SYRIA}, ()),
    ({"when": days(10, 10)}, {"when": days(11, 11)}, (Slot.WHEN,)),
    ({"when": days(9, 15)}, {"when": days(11, 11)}, ()),
    ({"counts": (Count("killed", 12, 12),)}, {"counts": (Count("killed", 15, 15),)}, (Slot.HOW_MANY,)),
    ({"counts": (Count("killed", 12, None),)}, {"counts": (Count("killed", 15, 15),)}, ()),
    ({"counts": (Count("killed", 12, 12),)}, {"counts": (Count("injured", 15, 15),)}, ()),
    (
        {"type": "REALIGN", "mode": "defect", "actors": (FARES,)},
        {"type": "PERSONNEL", "mode": "dismiss", "recipients": (FARES,)},
        (Slot.WHAT,),
    ),
    ({"type": "PROTEST", "mode": "demo"}, {"type": "PROTEST", "mode": "riot"}, (Slot.WHAT,)),
    ({"type": "REALIGN", "mode": "defect"}, {"type": "REALIGN", "mode": "defect"}, ()),
]


ROWS += [
    ({"place": HOMS}, {"place": replace(ALEPPO, name="Homs")}, ()),  # one name, found in two places
    ({"recipients": (Party("Leila", "person"),)}, {"recipients": (Party("Leila Darro", "person"),)}, ()),
    ({"recipients": (Party("six divers"),)}, {"recipients": (Party("nine navy divers"),)}, (Slot.HOW_MANY,)),
    ({"recipients": (Party("six divers"),)}, {"recipients": (Party("nine nuns"),)}, ()),
    ({"recipients": (Party("six divers"),)}, {"recipients": (Party("the divers"),)}, ()),
    ({"when": MARCH_TO_COME}, {"when": days(11, 11)}, (Slot.WHEN,)),  # March is that of the year before
]


@pytest.mark.parametrize(("left", "right", "expected"), ROWS)
def test_what_two_claims_dispute(left: Slots, right: Slots, expected: tuple[Slot, ...]) -> None:
    one, other = a_claim("Shots fell.", **left), a_claim("Guns spoke.", **right)
    assert disputed_slots(one, other) == disputed_slots(other, one) == expected


def test_one_word_read_in_two_ways_does_not_exclude_itself() -> None:
    left = a_claim("Dockers stormed the yard.", trigger="stormed", type="PROTEST", mode="riot")
    right = a_claim("Sixty men stormed the yard.", trigger="Stormed", type="ASSAULT")
    assert disputed_slots(left, right) == ()


def test_the_killed_and_the_wounded_are_not_in_dispute() -> None:
    left = a_claim("Shells killed soldiers.", trigger="killed", recipients=(ARMY,))
    right = a_claim("Shells wounded rebels.", trigger="wounded", recipients=(REBELS,))
    assert disputed_slots(left, right) == ()


def test_kilometres_between_two_towns() -> None:
    assert kilometres(HOMS, ALEPPO) == pytest.approx(168, abs=3)
    assert kilometres(HOMS, SYRIA) is None


def test_a_day_after_the_report_is_not_when_it_happened() -> None:
    late = a_claim("He was arrested.", when=days(19, 19))
    assert disputed_slots(a_claim("He was arrested.", when=days(11, 11)), late) == ()
