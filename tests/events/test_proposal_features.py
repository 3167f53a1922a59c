"""The named features of proposals."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.events.modes import clause_words
from accordingto.events.proposal_features import proposal_features, surroundings_of
from accordingto.events.proposals import propose
from accordingto.events.topic import topic_of
from accordingto.model.codebook import load_codebook


def features_of(text: str, word: str) -> tuple[str, ...]:
    parsed, book = a_parse(text), load_codebook()
    proposals = propose(parsed.paragraphs[0], topic_of(parsed, book), book)
    one = next(one for one in proposals if one.coded.match.head.text == word)
    head = one.coded.match.head
    return proposal_features(one, clause_words(head), surroundings_of(head.sent, book), book)


@pytest.mark.parametrize(
    ("text", "word", "feature"),
    [
        ("Rebels attacked the town.", "attacked", "code=ASSAULT"),
        ("Rebels attacked the town.", "attacked", "lemma=attack"),
        ("Rebels attacked the town.", "attacked", "object=town"),
        ("The soldiers attacked the town.", "attacked", "actor kind=human"),
        ("The town was attacked by rebels.", "attacked", "passive"),
        ("The sailors towed the boat.", "towed", "origin=open"),
        ("The ministers did not agree with the union.", "agree", "neg=not"),
        ("The envoy refused to meet the rebels.", "meet", "over=refuse"),
        ("The envoy refused to meet the rebels.", "meet", "over may=REJECT"),
        ("The envoy refused to meet the rebels.", "refused", "clause xcomp=meet"),
        ("The army shelled the village with howitzers.", "shelled", "after of=with:howitzer"),
        ("The army shelled the village and the rebels fled.", "fled", "near=ASSAULT"),
    ],
)
def test_what_stands_around_a_word_has_a_name(text: str, word: str, feature: str) -> None:
    assert feature in features_of(text, word)


def test_each_feature_comes_once() -> None:
    found = features_of("Rebels attacked rebels and rebels attacked rebels.", "attacked")
    assert len(found) == len(set(found))


def test_an_active_verb_is_not_called_passive() -> None:
    assert "passive" not in features_of("Rebels attacked the town.", "attacked")
