"""What kind of source stands behind an attribution, how it is described, and of whom it speaks."""

from __future__ import annotations

import pytest

from accordingto.grounding.source_words import kind_described, phrase_of
from accordingto.model.attribution import Attribution
from accordingto.reader import read

KINDS = [
    ("Interior Minister Oren Tal said the road was open.", "person"),
    ("The governor's aide, Lena Moravec, said the road was open.", "person"),
    ("Oren Tal left on Monday. He said the road was open.", "person"),
    ("The interior minister said the road was open.", "office"),
    ("A police spokesman said the road was open.", "office"),
    ("The navy said the road was open.", "organisation"),
    ("The port authority said the road was open.", "organisation"),
    ("Norway said the road was open.", "organisation"),
    ("Reuters said the road was open.", "medium"),
    ("The Orlo Enquirer said the road was open.", "medium"),
    ("State radio said the road was open.", "medium"),
    ("A government report said the road was open.", "document"),
    ("A senior official said the road was open.", "anonymous"),
    ("Two diplomats said the road was open.", "anonymous"),
    ("One resident said the road was open.", "anonymous"),
    ("Sources close to the talks said the road was open.", "anonymous"),
    ("Residents said the road was open.", "collective"),
    ("Most analysts said the road was open.", "collective"),
    ("Officials said the road was open.", "collective"),
    ("Officials who asked not to be named said the road was open.", "anonymous"),
]

ANONYMITY = [
    (
        "A senior official who spoke on condition of anonymity because the plan is secret said the road was open.",
        ("A senior official", "who spoke on condition of anonymity"),
        "because the plan is secret",
    ),
    (
        "The road was open, said a clerk, who asked not to be named for fear of losing his job.",
        ("a clerk", "who asked not to be named"),
        "for fear of losing his job",
    ),
    (
        "A guard said the road was open. He spoke on condition of anonymity, citing the rules of his employer.",
        ("A guard", "spoke on condition of anonymity"),
        "citing the rules of his employer",
    ),
    (
        "An officer, who was not authorised to speak to reporters, said the road was open.",
        ("An officer",),
        "who was not authorised to speak to reporters",
    ),
    ("A retired pilot said the road was open.", ("A retired pilot",), None),
]

STANDPOINTS = [
    ("The company said it had closed two plants.", "self"),
    ('"We have closed two plants," the company said.', "self"),
    ("The minister denied taking bribes.", "self"),
    ("The suspect denied the charges.", "self"),
    ("The foreign minister said her country would leave the pact.", "side"),
    ("Witnesses said the bus had burned for an hour.", "witness"),
    ("A baker said she heard two shots.", "witness"),
    ("The opposition accused the government of fraud.", "adversary"),
    ("Economists said prices had fallen.", None),
    ("The bishop said it was windy.", None),
]


def the_attribution(text: str) -> Attribution:
    """The first attribution with a source that the fast reader finds."""
    found = [item for item in read(text, reader="fast").attributions if item.source]
    assert found, "no attribution with a source"
    return found[0]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_the_kind(text: str, expected: str) -> None:
    assert the_attribution(text).source_kind == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The nurse said the road was open.", "anonymous"),
        ("The nurse said the road was open. Oren Tal was hurt.", None),
        ("A nurse said the road was open. Oren Tal was hurt.", "anonymous"),
        ("The nurse, who asked not to be named, said the road was open. Oren Tal was hurt.", "anonymous"),
        ("The nurse who treated them said the road was open. Oren Tal was hurt.", "anonymous"),
    ],
)
def test_a_bare_description_may_be_of_somebody_named(text: str, expected: str | None) -> None:
    assert the_attribution(text).source_kind == expected


def test_telling_without_a_teller_has_no_kind() -> None:
    found = read("The convoy was reportedly attacked near the pass.", reader="fast").attributions
    assert [(item.source_kind, item.standpoint, item.anonymity) for item in found] == [(None, None, None)]


@pytest.mark.parametrize(("text", "described", "reason"), ANONYMITY)
def test_how_the_anonymous_are_described(text: str, described: tuple[str, ...], reason: str | None) -> None:
    anonymity = the_attribution(text).anonymity
    assert anonymity is not None
    assert tuple(span.of(text) for span in anonymity.described) == described
    assert (None if anonymity.reason is None else anonymity.reason.of(text)) == reason


@pytest.mark.parametrize("text", [text for text, kind in KINDS if kind != "anonymous"])
def test_only_the_anonymous_are_described(text: str) -> None:
    assert the_attribution(text).anonymity is None


@pytest.mark.parametrize(("text", "expected"), STANDPOINTS)
def test_the_standpoint(text: str, expected: str | None) -> None:
    assert the_attribution(text).standpoint == expected


def test_who_tells_of_the_adversarys_deeds_accuses() -> None:
    text = "The government said the rebels had shelled the port."
    assert the_attribution(text).act == "accuse"


@pytest.mark.parametrize(
    ("words", "expected"),
    [("the circus performers", "collective"), ("both governments", "collective"), ("others", "collective"),
     ("a leaked memo", "document"), ("the daily", "medium"), ("rumours", None), ("orlopost.com", "medium"),
     ("health and safety experts", "collective"), ("the nominee and his aides", "office"),
     ("the pilot", "anonymous"), ("", None)],
)  # fmt: skip
def test_described_words(words: str, expected: str | None) -> None:
    assert kind_described(words) == expected


def test_a_phrase_without_a_noun_is_none() -> None:
    assert phrase_of(", ") is None
