"""The incident page: its counts and why, accounts, timeline, and a map at the precision known."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest
from fastapi.testclient import TestClient
from tests.factories import a_claim

from accordingto.model.claim import Factuality
from accordingto.model.incident import Incident
from accordingto.model.reported import Hop, Location, Party, Period, Report, ReportedClaim
from accordingto.model.when import TimePrecision
from accordingto.record.incidents import assemble_incident
from accordingto.store.store import Store
from accordingto.web.incidents.lanes import lanes_of
from accordingto.web.incidents.map import map_of, places_of
from accordingto.web.incidents.network import network_of

ADEN = Location("Aden", "YEM", 415189, 12.78, 45.03, "city")
YEMEN = Location("Yemen", "YEM", 69543, 15.5, 47.5, "country")
HADRAMAUT = Location("Hadramaut", "YEM", 75411, 16.0, 49.0, "region")
NOWHERE = Location("the old mill")


@pytest.fixture
def incident(room_store: Store) -> str:
    """The shelling that three reports tell of."""
    summaries = room_store.summaries(list(room_store.incidents_in_order()))
    return max(summaries, key=lambda each: (each.counts.reports, each.claims)).id


def an_incident(*claims: ReportedClaim) -> Incident:
    reports = {
        claim.article: Report(claim.article, claim.publisher, claim.article, published=claim.published)
        for claim in claims
    }
    return assemble_incident(claims, reports)


def test_the_heading_counts_accounts_origins_and_reports(room: TestClient, incident: str) -> None:
    page = " ".join(room.get(f"/incident/{incident}").text.split())
    counts = room.get(f"/incident/{incident}.json").json()
    found = re.search(r"(\d+) accounts?, (\d+) independent origins?, (\d+) reports?", page)
    assert found
    wanted = (len(counts["accounts"]), counts["counts"]["origins"], counts["counts"]["reports"])
    assert tuple(map(int, found.groups())) == wanted


def test_it_names_as_many_origins_as_it_counts(room: TestClient, incident: str) -> None:
    page = room.get(f"/incident/{incident}").text
    named = page.partition("Here they are:")[2].partition("</ul>")[0].count("<li>")
    assert named == room.get(f"/incident/{incident}.json").json()["counts"]["origins"]


def test_exact_words_lead_into_the_report(room: TestClient, incident: str) -> None:
    links = re.findall(r'href="(/report/[0-9a-f]+)#(c-[0-9a-f]+)"', room.get(f"/incident/{incident}").text)
    assert links
    for path, fragment in links:
        assert f'id="{fragment}"' in room.get(path).text


def test_the_table_has_a_row_a_claim(room: TestClient, room_store: Store, incident: str) -> None:
    rows = list(csv.DictReader(io.StringIO(room.get(f"/incident/{incident}.csv").text)))
    assert {row["claim"] for row in rows} == set(room_store.claims_of_incident(incident))


def test_every_incident_has_a_page(room: TestClient, room_store: Store) -> None:
    for incident in room_store.incidents_in_order():
        assert room.get(f"/incident/{incident}").status_code == 200


@pytest.mark.parametrize(
    ("place", "drawn", "shaded"),
    [(ADEN, "point", False), (YEMEN, "country", True), (HADRAMAUT, "around", False)],
)
def test_a_place_is_drawn_as_closely_as_it_is_known(place: Location, drawn: str, shaded: bool) -> None:
    places = places_of(an_incident(a_claim("Troops fired.", place=place)))
    found = map_of(places)
    assert found is not None
    assert [each.drawn for each in found.places] == [drawn]
    assert any(is_shaded for _, is_shaded in found.outlines) is shaded


def test_a_point_lies_within_its_map() -> None:
    found = map_of(places_of(an_incident(a_claim("Troops fired.", place=ADEN))))
    assert found is not None
    assert 0 < found.places[0].x < found.width
    assert 0 < found.places[0].y < found.height


@pytest.mark.parametrize("country", ["RUS", "USA", "FJI", "ATA", "CHL", "NOR", "FRA"])
def test_any_country_can_be_drawn(country: str) -> None:
    place = Location(country, country, None, None, None, "country")
    found = map_of(places_of(an_incident(a_claim("Troops fired.", place=place))))
    assert found is not None
    assert 100 < found.height < 1000


def test_a_place_that_nobody_knows_has_no_map() -> None:
    assert map_of(places_of(an_incident(a_claim("Troops fired.", place=NOWHERE)))) is None


def test_event_time_and_report_time_are_apart() -> None:
    month = Period(date(2012, 7, 1), date(2012, 7, 31), TimePrecision.MONTH)
    lanes = lanes_of(an_incident(a_claim("Troops fired.", when=month, published=date(2012, 8, 9))))
    assert lanes is not None
    assert [(bar.start, bar.end) for bar in lanes.happened] == [(month.start, month.end)]
    assert [dot.start for dot in lanes.reported] == [date(2012, 8, 9)]
    assert lanes.happened[0].x < lanes.reported[0].x
    assert lanes.happened[0].y < lanes.middle < lanes.reported[0].y


def test_the_network_leads_from_publishers_to_who_said_it_first() -> None:
    """Two papers have it from one aide, one of them through an agency."""
    aide, agency = Hop(Party("an aide", "person")), Hop(Party("Gulf Wire", "medium"))
    network = network_of(
        an_incident(
            a_claim("Troops fired.", publisher="Harbour Post", hops=(aide,)),
            a_claim("Troops had fired.", publisher="Inland Mail", hops=(aide, agency)),
        )
    )
    assert network is not None
    columns = sorted({box.x for box in network.boxes})
    assert [{box.name for box in network.boxes if box.x == x} for x in columns] == [
        {"Harbour Post", "Inland Mail"},
        {"Gulf Wire"},
        {"an aide"},
    ]
    assert [line.about for line in network.lines] == [
        "Harbour Post, from an aide: 1",
        "Inland Mail, from Gulf Wire: 1",
        "Gulf Wire, from an aide: 1",
    ]


def test_one_way_is_no_network() -> None:
    assert network_of(an_incident(a_claim("Troops fired."))) is None


def test_without_a_day_there_is_no_timeline() -> None:
    assert lanes_of(an_incident(a_claim("Troops fired.", published=None))) is None


def test_factuality_is_a_word_and_a_line(room: TestClient, incident: str) -> None:
    assert f'<span class="fact fact-{Factuality.HAPPENED}">happened</span>' in room.get(f"/incident/{incident}").text
