"""Who a claim's speaker is in the record: with the complement of its description, or the name of its office."""

from __future__ import annotations

import pytest
from tests.factories import an_article

from accordingto.reader import read_article
from accordingto.record.flatten import reported_claims

ROWS = [
    ("Rebels shelled the port on Monday, a spokesman for the harbour board said.", "a spokesman for the harbour board"),
    ("Rebels shelled the port on Monday, said the minister, Ivo Brandt.", "Ivo Brandt"),
]


@pytest.mark.parametrize(("text", "speaker"), ROWS)
def test_speaker(text: str, speaker: str) -> None:
    claims = reported_claims(read_article(an_article(text), reader="fast"))
    assert speaker in {hop.speaker.name for claim in claims for hop in claim.hops if hop.speaker}


def test_an_office_takes_the_name_of_its_one_holder() -> None:
    text = "Rebels shelled the port on Monday, the interior minister said. The minister, Ivo Brandt, said they fled."
    claims = reported_claims(read_article(an_article(text), reader="fast"))
    assert {hop.speaker.name for claim in claims for hop in claim.hops if hop.speaker} == {"Ivo Brandt"}
