"""What a report is about decides what its words can mean."""

from __future__ import annotations

from tests.factories import a_parse

from accordingto.events.find import find_events

LEISURE = "The film has a new trailer. Its actors, the sequel and the season finale thrill fans of the movie."
CRASH = "A bus left the road in a storm. The crash and the fire that followed shocked drivers."
CAMPAIGN = "Candidates and voters met in the primary. The nominee lost the debate, the poll and the election campaign."


def codes(*paragraphs: str) -> list[str]:
    return [event.type for event in find_events(a_parse(*paragraphs))]


def test_a_fight_in_a_film_is_no_assault() -> None:
    assert "ASSAULT" not in codes(LEISURE, "The heroes attacked the monster.")


def test_a_state_in_a_report_of_leisure_still_acts() -> None:
    assert "COERCE" in codes(LEISURE, "France banned the film.")


def test_nobody_meant_the_deaths_of_a_crash() -> None:
    assert codes(CRASH, "Four people were injured.") == []


def test_an_attack_in_a_campaign_is_one_of_words() -> None:
    assert "ASSAULT" not in codes(CAMPAIGN, "Berg attacked Lund.")


def test_an_attack_elsewhere_is_an_assault() -> None:
    assert "ASSAULT" in codes("Berg attacked Lund with a knife.")
