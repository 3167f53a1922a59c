"""One departure, two accounts: the report this project was started from, with four others of the same days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from accordingto.model.incident import Incident, Slot
from accordingto.reader import read
from accordingto.record.assemble import assemble_record

SEED = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"
FOLDER = Path(__file__).parent / "ambassador"
DAY = date(2012, 7, 12)
PUBLISHERS = {"agency": "Levant Wire", "gulf": "Gulf Herald", "reprint": "Harbour Post", "general": "Paris Courier"}


@pytest.fixture(scope="module")
def incidents() -> tuple[Incident, ...]:
    if not SEED.exists():
        pytest.skip(f"the seed report is not part of the project, and not at {SEED}")
    texts = {"The Wire": SEED.read_text(encoding="utf-8")}
    texts |= {publisher: (FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name, publisher in PUBLISHERS.items()}
    readings = [read(text, published=DAY, publisher=name, reader="fast") for name, text in texts.items()]
    return assemble_record(readings)


def the_departure(incidents: tuple[Incident, ...]) -> Incident:
    found = [each for each in incidents if {"REALIGN", "PERSONNEL"} <= set(each.types)]
    assert len(found) == 1, [each.title for each in found]
    return found[0]


def test_the_ambassadors_departure_is_one_incident_of_four_reports(incidents: tuple[Incident, ...]) -> None:
    departure = the_departure(incidents)
    assert {report.publisher for report in departure.reports} == {
        "The Wire",
        "Levant Wire",
        "Gulf Herald",
        "Harbour Post",
    }
    assert Slot.WHAT in departure.disputed


def test_two_accounts_with_the_right_holders(incidents: tuple[Incident, ...]) -> None:
    accounts = {account.slots[Slot.WHAT]: account for account in the_departure(incidents).accounts}
    assert set(accounts) == {"REALIGN:defect", "PERSONNEL:dismiss"}
    dismissed = {holder.name.casefold().removeprefix("the ") for holder in accounts["PERSONNEL:dismiss"].holders}
    assert dismissed == {"foreign ministry"}
    defected = {holder.name for holder in accounts["REALIGN:defect"].holders}
    assert {"Nawaf Fares", "Gulf Herald"} <= defected


def test_the_reprint_is_no_origin_of_its_own(incidents: tuple[Incident, ...]) -> None:
    departure = the_departure(incidents)
    assert departure.counts.publishers < departure.counts.reports


def test_the_generals_defection_is_another_incident(incidents: tuple[Incident, ...]) -> None:
    assert not any("Tlass" in participant.name for participant in the_departure(incidents).participants)
