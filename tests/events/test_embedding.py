"""What governs an event, and by what tie."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.events.embedding import tie_of


@pytest.mark.parametrize(
    ("sentence", "trigger", "governor", "arc"),
    [
        ("The minister denied that troops fired.", "fired", "denied", "that"),
        ("The council urged them to withdraw.", "withdraw", "urged", "to"),
        ("They asked whether troops fired.", "fired", "asked", "whether"),
        ("He would not say who fired.", "fired", "say", "interrogative"),
        ("Police kept them from marching.", "marching", "kept", "from"),
        ("The strike paved the way to talks.", "talks", "way", "to-noun"),
        ("They denied the attack.", "attack", "denied", "object"),
        ("An attack is possible.", "attack", "possible", "subject"),
        ("It is unclear if they fled.", "fled", "unclear", "whether"),
        ("If they fire, we leave.", "fire", "leave", "conditional"),
        ("Instead of leaving, they stayed.", "leaving", "stayed", "contrary"),
        ("The man who shot the envoy was caught.", "shot", "man", "relative"),
    ],
)
def test_ties(sentence: str, trigger: str, governor: str, arc: str) -> None:
    tie = tie_of(next(token for token in a_parse(sentence).tokens() if token.text == trigger))
    assert tie is not None
    assert (tie.governor.text, tie.arc) == (governor, arc)


def test_the_top_of_a_sentence_hangs_on_nothing() -> None:
    assert tie_of(next(token for token in a_parse("Troops fired.").tokens() if token.text == "fired")) is None
