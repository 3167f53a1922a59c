"""What a source does by saying something: by its cue, by its content, and by both."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.attribution.find import find_attributions

BY_THE_CUE = [
    ("The minister denied that shots were fired.", "denied", "deny"),
    ("The navy confirmed that a frigate had sunk.", "confirmed", "confirm"),
    ("Miners accused the owners of theft.", "accused", "accuse"),
    ("The union demanded a new vote.", "demanded", "demand"),
    ("The king called for calm.", "called", "demand"),
    ("Pirates threatened to sink the ferry.", "threatened", "threaten"),
    ("The bank pledged to repay its clients.", "pledged", "promise"),
    ("Traders expect that prices will fall.", "expect", "predict"),
    ("The envoy hopes that talks will resume.", "hopes", "hope"),
    ("The mayor ordered the police to clear the square.", "ordered", "order"),
    ("Farmers begged the state for seed.", "begged", "ask"),
    ("The firm declined to comment on the fire.", "comment", "decline"),
    ("The cell claimed responsibility for the blast.", "claimed", "confirm"),
    ("The judge described the arrest as a farce.", "described", "accuse"),
    ("The judge described the arrest as routine.", "described", "assert"),
]

BY_THE_CONTENT = [
    ("The general said it was raining.", "said", "assert"),
    ("The ministry said it would send doctors.", "said", "promise"),
    ("The militia said it would bomb the bridge.", "said", "threaten"),
    ("The bank said prices would rise.", "said", "predict"),
    ("The envoy said the rebels must leave the port.", "said", "demand"),
    ("The envoy said the rebels should have left.", "said", "assert"),
    ("The envoy said the army had tortured prisoners.", "said", "accuse"),
    ("The envoy said the claim was false.", "said", "deny"),
    ("The company said it had not paid a bribe.", "said", "deny"),
    ("The company said it had no information.", "said", "decline"),
    ('"Leave the island now," the captain said.', "said", "demand"),
    ('"Why did nobody help us?" the captain said.', "said", "ask"),
    ('"We condemn this raid," the captain said.', "said", "accuse"),
    ('"We will rebuild the school," the captain said.', "said", "promise"),
    ("The envoy said there was still hope.", "said", "hope"),
    ('"I cannot sleep here," the envoy said.', "said", "assert"),
    ('"I would never sign this," the envoy said.', "said", "assert"),
    ("The envoy said prices were set to rise.", "said", "predict"),
    ("The envoy said two swans had been set free.", "said", "assert"),
]

BY_BOTH = [
    ("The ministry warned that it would retaliate.", "warned", "threaten"),
    ("The ministry warned that the dam would break.", "warned", "predict"),
    ("The army told villagers to leave their homes.", "told", "order"),
    ("The clan vowed revenge.", "vowed", "threaten"),
    ("The captain recalled that the crew would sing.", "recalled", "assert"),
    ("The colonel swore that his men had never entered the church.", "swore", "deny"),
    ("The party rejected the accusation.", "rejected", "deny"),
    ("The party rejected the demand.", "rejected", "decline"),
    ("Students want the rector to resign.", "want", "demand"),
    ("The two sides agreed that it was late.", "agreed", "assert"),
    ("Residents believe the army will return.", "believe", "predict"),
]

DENIED = [
    ("The minister did not say whether troops had left.", "say", "decline"),
    ("The minister did not deny that troops had left.", "deny", "decline"),
    ("The minister would neither confirm nor deny that troops had left.", "deny", "decline"),
    ("Nobody at the ministry would confirm that troops had left.", "confirm", "decline"),
    ("The minister denied that he had threatened to resign.", "denied", "deny"),
    ("The minister did not expect that troops would leave.", "expect", "predict"),
]


def act_of_words(text: str, cue: str) -> str | None:
    """The act of the attribution whose cue holds the word."""
    parsed = a_parse(text)
    found = [item for item in find_attributions(parsed) if any(cue in span.of(text) for span in item.cue)]
    assert found, f"no attribution with the cue {cue!r}"
    return found[0].act


@pytest.mark.parametrize(("text", "cue", "expected"), [*BY_THE_CUE, *BY_THE_CONTENT, *BY_BOTH, *DENIED])
def test_the_act(text: str, cue: str, expected: str) -> None:
    assert act_of_words(text, cue) == expected


@pytest.mark.xfail(strict=True, reason="a passive future has no subject to bind: who will hold the vote is not told")
def test_a_promise_in_the_passive() -> None:
    assert act_of_words("The junta said elections would be held in May.", "said") == "promise"


@pytest.mark.xfail(strict=True, reason="only words of wrong accuse; that a school may not be a depot is not in them")
def test_an_accusation_in_neutral_words() -> None:
    assert act_of_words("The coalition said militants had used the school as a depot.", "said") == "accuse"
