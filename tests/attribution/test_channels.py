"""Hands, venues and media that words came through."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.attribution.find import find_attributions
from accordingto.model.span import words_of


@pytest.mark.parametrize(
    ("report", "source", "channels"),
    [
        ("In a letter released by the palace, the duke said he was ill.", "the duke", ["a letter", "the palace"]),
        ("The duke said in a letter posted on Facebook that he was ill.", "The duke", ["a letter", "Facebook"]),
        ("The duke is ill, according to a letter seen by Reuters.", "a letter", ["Reuters"]),
        ("A letter obtained by Reuters says the duke is ill.", "A letter", ["Reuters"]),
        ("The duke is ill, according to a letter written by a nurse.", "a letter written by a nurse", []),
        ("The duke said in remarks carried by state radio that he was ill.", "The duke", ["state radio"]),
        ("The duke told parliament that he was ill.", "The duke", ["parliament"]),
        ("The duke said before the tribunal that he was ill.", "The duke", ["the tribunal"]),
        ('"I am ill," the duke said by telephone.', "the duke", ["telephone"]),
        ('"I am ill," the duke said through an interpreter.', "the duke", ["an interpreter"]),
        ("Speaking on state radio, the duke said he was ill.", "the duke", ["state radio"]),
        ("The duke told Radio Ova in an interview that he was ill.", "The duke", ["Radio Ova"]),
        ('"I am ill," the duke is heard saying in a recording.', "the duke", ["a recording"]),
        ("The duke told the rights group Open Doors that he was ill.", "The duke", ["the rights group Open Doors"]),
        ("The duke told deputies in the committee that he was ill.", "The duke", ["the committee"]),
        ("The duke wrote on his Facebook page that he was ill.", "The duke", ["his Facebook page"]),
        ("Pictures analysed by the Ova Institute show that the duke is ill.", "Pictures", ["the Ova Institute"]),
        ("The duke told reporters that he was ill.", "The duke", []),
        ("The duke told his wife that he was ill.", "The duke", []),
        ("The duke told the United Nations that he was ill.", "The duke", []),
    ],
)
def test_what_words_came_through(report: str, source: str, channels: list[str]) -> None:
    """Who is only spoken to and who wrote a document add nothing; venues, media and hands do."""
    told = [item for item in find_attributions(a_parse(report)) if item.content]
    widest = max(told, key=lambda item: sum(map(len, item.content)))
    assert words_of(report, widest.source) == source
    assert [channel.span.of(report) for channel in widest.channel] == channels


def test_a_document_that_a_clause_is_about_is_a_channel() -> None:
    """What the duke admits in a diary came through the diary."""
    report = "Vedo quoted a diary in which the duke admits that he forged the will."
    found = next(item for item in find_attributions(a_parse(report)) if words_of(report, item.source) == "the duke")
    assert [channel.span.of(report) for channel in found.channel] == ["a diary"]
