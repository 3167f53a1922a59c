"""Whom a pronoun means, and who may be meant at all."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest
from tests.factories import a_parse

from accordingto.grounding.drafts import Draft
from accordingto.grounding.pronoun_network import Network
from accordingto.grounding.pronoun_ranker import STATE_WEIGHTS, Candidate, Choice, Ranker, shipped_ranker
from accordingto.grounding.pronoun_syntax import clause_of, tree_features
from accordingto.grounding.workbench import lay_out
from accordingto.model.entity import EntityKind
from accordingto.model.mention import Mention
from accordingto.parse.mentions import find_mentions


def _meant(text: str, pronoun: str) -> str | None:
    """The best name of what the last pronoun of that form is put to."""
    parsed = a_parse(text)
    mentions = find_mentions(parsed)
    bench = lay_out(parsed.article, mentions, ())
    bench.pronouns.resolve(mentions)
    asked = [mention for mention in mentions if mention.span.of(text) == pronoun]
    draft = bench.by_mention.get(asked[-1])
    return draft.best_name if draft is not None else None


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Omar Haddad met Ana Duarte. He resigned.", "He", "Omar Haddad"),
        ("Omar Haddad met Ana Duarte. She resigned.", "She", "Ana Duarte"),
        ("Ana Duarte blamed herself after Eva Ruiz left.", "herself", "Ana Duarte"),
        ("Ana Duarte resigned on Monday. She had led the party for years.", "She", "Ana Duarte"),
        ("The ministry denied the report. It blamed the rebels.", "It", "The ministry"),
        ("Before he resigned, Omar Haddad called the police.", "he", "Omar Haddad"),
        ("With her lawyer Omar Haddad, Ana Duarte left the court.", "her", "Ana Duarte"),
        ("The protesters met the mayor. They left at noon.", "They", "The protesters"),
    ],
)
def test_a_pronoun_means_what_agrees_and_stands_in_front(text: str, pronoun: str, name: str) -> None:
    assert _meant(text, pronoun) == name


def _mentions(text: str) -> dict[str, Mention]:
    return {mention.span.of(text): mention for mention in find_mentions(a_parse(text))}


def test_the_way_between_two_in_the_tree_names_the_clauses_on_it() -> None:
    found = _mentions("Omar Haddad resigned because he was ill.")
    features = set(tree_features(found["he"], found["Omar Haddad"]))
    assert {"path:advcl:nsubj", "over:advcl"} <= features
    assert clause_of(found["he"]) == "advcl"
    assert clause_of(found["Omar Haddad"]) == ""


def test_two_of_different_sentences_have_no_way_between_them() -> None:
    found = _mentions("Omar Haddad resigned. He was ill.")
    assert list(tree_features(found["He"], found["Omar Haddad"])) == []


def _choice(first: Draft, second: Draft) -> Choice:
    (pronoun,) = find_mentions(a_parse("He resigned."))
    candidates = Candidate(first, ("a",), (1, 1, 1)), Candidate(second, ("b",), (2, 2, 2))
    return Choice(pronoun, (0, 0), candidates)


def test_the_speaker_goes_before_a_slightly_better_candidate() -> None:
    first, second = Draft(EntityKind.PERSON), Draft(EntityKind.PERSON)
    ranker = Ranker({"a": 1.0})
    assert ranker.best(_choice(first, second)) is first
    assert ranker.best(_choice(first, second), second) is second


def test_the_network_changes_the_order_only_where_states_are_at_hand() -> None:
    first, second = Draft(EntityKind.PERSON), Draft(EntityKind.PERSON)
    ones = np.ones((3, 1), np.float32)
    network = Network(ones, np.ones((4, 1), np.float32), np.ones((4, 1), np.float32), np.ones(1, np.float32))
    weights = {"a": 1.0}
    assert Ranker(weights, network).best(_choice(first, second)) is first
    states = Ranker(weights, network, lambda place: np.array([place], np.float32))
    assert states.best(_choice(first, second)) is second


def test_the_shipped_network_was_trained_on_the_states_of_the_shipped_encoder() -> None:
    """Else it is not used. After a change of the encoder: python training/pronouns/train.py --gold FOLDER --write."""
    held = files("accordingto").joinpath("data", STATE_WEIGHTS)
    if not held.is_file():
        pytest.skip("no weights for word states are shipped")
    assert shipped_ranker(lambda _: np.zeros(384, np.float32)).network is not None


def test_without_states_the_shipped_ranker_has_no_network() -> None:
    ranker = shipped_ranker()
    assert ranker.weights
    assert ranker.network is None
