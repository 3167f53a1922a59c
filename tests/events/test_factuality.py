"""What the nearest source commits to: our own sentences, the trigger in square brackets, and robustness."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.evaluation.stances import load_stances, read_stance
from accordingto.events.factuality import assess
from accordingto.events.stance import MOST
from accordingto.model.claim import Factuality
from accordingto.parse.language_model import load_language_model

GOLD = Path(__file__).parents[2] / "gold" / "stances.tsv"

WRONG = {
    "The minister rejected claims that his men had [tortured] suspects.": "the parse makes it an adjective",
    "The widow longs for the general to be [punished].": "the parse makes longs a noun",
    "If the army [attacks], thousands will flee.": "the parse makes attacks a noun",
    "Parliament failed for the third time to [elect] a speaker.": "the parse hangs the infinitive on time",
    "The ultimatum gave the rebels a week to [disarm].": "who gave the week and for what is not in the syntax",
    "The town escaped [bombing] during the war.": "what is escaped is mostly real: an attack, an attempt",
    "Any soldier who [deserts] will be tried.": "the parse makes deserts a noun",
    "A by-election to [replace] the senator takes place in May.": "what a noun is for is taken as the noun is",
    "The company gave its word that it would [compensate] the widows.": "an idiom that no list has",
    "Unless the wage rises, the nurses warned, they will [walk out].": "to warn of one's own act is to threaten",
    "The junta said it would [shoot] anyone who broke the curfew.": "harm foretold by who will do it",
    "The ministry warned that it would [expel] more diplomats.": "to warn of one's own act is to threaten",
    '"Come any closer and we will [fire]," the captain told them.': "an order that is a condition",
    "The union brandished the prospect of a general [strike].": "brandished is in no list",
    "Washington insisted that the militia [disarm].": "the parse makes disarm a noun",
    "The bill would require firms to [report] payments.": "a demand that a bill would make",
    "The law lets judges [jail] reporters for insults.": "what a law lets is taken for a possibility",
    "Were Ankara to [close] the straits, grain prices would double.": "the parse hangs it on a clause of its own",
    "It took an appeal by the cardinal to [end] the hunger strike.": "it took X to do Y: done",
    "Reports that the bridge had been [blown] up proved false.": "the parse makes the reports the top of the sentence",
    "The widow prays that the court will [convict] them.": "to pray is to ask in the list",
}


def rows() -> list[object]:
    return [_row(marked.sentence, marked.factuality) for marked in load_stances(GOLD)]


def _row(sentence: str, factuality: Factuality) -> object:
    if sentence not in WRONG:
        return (sentence, factuality)
    return pytest.param(sentence, factuality, marks=pytest.mark.xfail(strict=True, reason=WRONG[sentence]))


@pytest.mark.parametrize(("sentence", "factuality"), rows())
def test_the_source_commits_as_its_words_say(sentence: str, factuality: str) -> None:
    assert read_stance(sentence).factuality == factuality


def test_the_gold_has_every_factuality() -> None:
    found = {line.split("\t")[1] for line in GOLD.read_text(encoding="utf-8").splitlines()[1:]}
    assert found == set(Factuality)


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("The mediator asked the rebels to [withdraw].", 1),
        ("The mediator asked the rebels not to [withdraw].", -1),
        ("The rebels may have [withdrawn].", 1),
        ("The rebels may not have [withdrawn].", -1),
        ("The rebels may have failed to [withdraw].", -1),
        ("The general promised to [withdraw].", 1),
        ("The general promised not to [withdraw].", -1),
    ],
)
def test_the_sign_of_the_commitment_keeps_the_polarity(sentence: str, sign: int) -> None:
    assert read_stance(sentence).commitment * sign > 0


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab .,?!\"'()-\n notifwillsaidto"), max_size=120))
def test_any_words_have_a_stance_in_bounds(text: str) -> None:
    for doc in load_language_model().parse([text or "."]):
        for token in doc:
            stance = assess(token)
            assert -MOST <= stance.commitment <= MOST
            assert stance.factuality is not Factuality.HAPPENED or stance.commitment >= 0


def test_an_endless_list_has_stances_too() -> None:
    """A chain of a thousand conjuncts neither ends in an error nor takes long."""
    for doc in load_language_model().parse(["They did not fire" + " or shell or burn, loot" * 330 + " anyone."]):
        assert all(assess(token).factuality in Factuality for token in doc)
