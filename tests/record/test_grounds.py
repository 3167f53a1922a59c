"""Rules by name that join two claims of reports that disagree."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.factories import a_claim

from accordingto.model.reported import Count, Location, Party, Period, ReportedClaim
from accordingto.model.when import TimePrecision
from accordingto.record.grounds import ground

BASRA = Location("Basra", "IRQ", 99532, 30.51, 47.78, "city")
IRAQ = Location("Iraq", "IRQ", 99237, 33.0, 44.0, "country")
BLAST = "A blast hit a market."
TROOPS = Party("Omani troops", "organisation", "OMN", ("MIL",))


def on(day: int, precision: TimePrecision = TimePrecision.DAY) -> Period:
    return Period(date(2012, 7, day), date(2012, 7, day), precision)


def person(name: str) -> Party:
    return Party(name, "person")


def test_one_person_who_defected_and_was_dismissed_is_one_incident() -> None:
    left = a_claim("defected", type="REALIGN", mode="defect", actors=(person("Nawaf Fares"),))
    right = a_claim("dismissed", type="PERSONNEL", mode="dismiss", recipients=(person("Fares"),))
    assert ground(left, right) == "one person in two accounts: went over, or was removed"


def test_another_person_dismissed_is_another_incident() -> None:
    left = a_claim("defected", type="REALIGN", mode="defect", actors=(person("Nawaf Fares"),))
    right = a_claim("dismissed", type="PERSONNEL", mode="dismiss", recipients=(person("Manaf Tlass"),))
    assert ground(left, right) is None


def test_opposed_acts_far_apart_in_time_are_two() -> None:
    left = a_claim("defected", type="REALIGN", mode="defect", actors=(person("Nawaf Fares"),), when=on(2))
    right = a_claim("dismissed", type="PERSONNEL", mode="dismiss", recipients=(person("Fares"),), when=on(25))
    assert ground(left, right) is None


@pytest.mark.parametrize(
    ("slots", "is_joined"),
    [
        ({"recipients": (person("Ana Ruiz"),)}, True),  # held, or abducted
        ({"actors": (person("Ana Ruiz"),)}, False),  # she hit somebody, and was arrested
        ({"recipients": (person("Ana Ruiz"),), "article": "one"}, False),  # one teller tells of two acts
    ],
)
def test_opposed_acts_must_befall_one_person_in_two_tellings(slots: dict[str, Any], is_joined: bool) -> None:
    arrest = a_claim("arrested", type="COERCE", mode="arrest", recipients=(person("Ana Ruiz"),), article="one")
    assert (ground(a_claim("seized", type="ASSAULT", mode="abduct", **slots), arrest) is not None) is is_joined


@pytest.mark.parametrize(
    ("name", "mode", "is_joined"),
    [
        ("Ana Ruiz", None, True),
        ("Ana Ruiz", "abduct", False),  # abducted, then shot: two acts
        ("Karl Weber", None, False),
        ("Ruiz", None, False),  # a surname alone may be another Ruiz
    ],
)
def test_an_attack_on_one_person_by_name_is_one(name: str, mode: str | None, is_joined: bool) -> None:
    shot = a_claim("was shot", mode="firearms", recipients=(person("Ana Ruiz"),))
    taken = a_claim("was taken", mode=mode, recipients=(person(name),))
    assert (ground(shot, taken) is not None) is is_joined


def test_one_kind_of_act_in_one_town_on_one_day_is_one_incident() -> None:
    slots = {"mode": "explosives", "place": BASRA, "when": on(3)}
    assert ground(a_claim(BLAST, **slots), a_claim("A bomb went off.", **slots)) == "one kind of act, one town, one day"
    assert ground(a_claim(BLAST, **slots), a_claim("A bomb went off.", **(slots | {"when": on(4)}))) is None


def left_base(verb: str, code: str, **slots: Any) -> ReportedClaim:  # the slots of a claim are of many types
    given = {"actors": (TROOPS,), "when": on(3), "sentence": f"The troops {verb} from a base near Sohar."}
    kind, mode = code.split(":")
    return a_claim(verb, type=kind, mode=mode, **(given | slots))


WITHDREW = left_base("withdrew", "RETREAT:withdraw")


@pytest.mark.parametrize(
    ("other", "is_joined"),
    [
        (left_base("deserted", "REALIGN:desert"), True),
        (left_base("deserted", "REALIGN:desert", when=on(4)), False),
        (left_base("deserted", "REALIGN:desert", when=None), False),  # no day, no name: too little to go by
        (left_base("deserted", "REALIGN:desert", sentence="The troops deserted from a base near Nizwa."), False),
        (left_base("deserted", "REALIGN:desert", actors=(Party("Two drivers", "group"),)), False),
        (left_base("arrived", "MOVE:arrive"), False),  # does not exclude a withdrawal
    ],
)
def test_opposed_acts_of_those_told_alike_on_one_day_and_scene_are_one(other: ReportedClaim, is_joined: bool) -> None:
    assert (ground(WITHDREW, other) is not None) is is_joined
    assert ground(WITHDREW, other) == ground(other, WITHDREW)


def toll(who: str, killed: int, **slots: Any) -> ReportedClaim:  # the slots of a claim are of many types
    counts = (Count("killed", killed, killed),)
    return a_claim(f"killed {who}", recipients=(Party(who, "group"),), counts=counts, **slots)


@pytest.mark.parametrize(
    ("left", "right", "is_joined"),
    [
        (toll("six divers", 6, when=on(3)), toll("Six divers", 6), True),
        (toll("six divers", 6, when=on(3)), toll("six divers", 6, when=on(4)), False),
        (toll("six people", 6, when=on(3)), toll("six people", 6), False),  # people may be any six
        (toll("six divers", 6, when=on(3)), toll("nine divers", 9), False),
        (toll("six divers", 6, when=on(3), place=BASRA), toll("nine divers", 9, when=on(3), place=BASRA), True),
        (toll("six divers", 6, when=on(3), place=IRAQ), toll("nine divers", 9, when=on(3), place=IRAQ), False),
    ],
)
def test_those_told_alike_by_number_or_by_day_and_scene_are_one(
    left: ReportedClaim, right: ReportedClaim, is_joined: bool
) -> None:
    assert (ground(left, right) is not None) is is_joined


def test_who_is_brought_in_by_name_is_the_one_described() -> None:
    sentence = "The commander of the fleet, Admiral Ivo Brandt, resigned."
    left = a_claim("resigned", type="RETREAT", mode="resign", actors=(person("Ivo Brandt"),), sentence=sentence)
    right = a_claim("dismissed", type="PERSONNEL", mode="dismiss", recipients=(person("the commander"),))
    assert ground(left, right) == "one person in two accounts: stepped down, or was removed"


def test_one_holder_of_an_office_resigned_and_was_dismissed() -> None:
    left = a_claim("resigned", type="RETREAT", mode="resign", actors=(person("The finance minister"),), when=on(3))
    slots = {"type": "PERSONNEL", "mode": "dismiss", "when": on(3)}
    assert ground(left, a_claim("dismissed", recipients=(person("the finance minister"),), **slots)) is not None
    assert ground(left, a_claim("dismissed", recipients=(person("the health minister"),), **slots)) is None
