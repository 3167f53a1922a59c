"""The learned commitment: in step with the factuality, and within its own bounds."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.events.commitment import BANDS, judge, with_commitment
from accordingto.events.factuality import assess
from accordingto.events.stance import MOST, Stance
from accordingto.model.claim import Factuality


def test_every_factuality_has_a_band() -> None:
    assert set(BANDS) == set(Factuality)


@pytest.mark.parametrize("factuality", list(Factuality))
def test_the_commitment_stays_in_the_band_of_the_factuality(factuality: Factuality) -> None:
    token = next(token for token in a_parse("Troops did not fire on the crowd.").tokens() if token.text == "fire")
    low, high = BANDS[factuality]
    assert low <= with_commitment(Stance(factuality, low), token).commitment <= high


def test_a_negative_stance_turns_the_band() -> None:
    parsed = a_parse("The envoy urged the army not to fire.")
    token = next(token for token in parsed.tokens() if token.text == "fire")
    assert with_commitment(assess(token), token).commitment <= 0


def test_what_happened_is_judged_surer_than_what_may() -> None:
    parsed = a_parse("Troops burned the market.", "Troops may burn the market.", "Troops did not burn the market.")
    burned, may, did_not = (judge(token) for token in parsed.tokens() if token.lemma_ == "burn")
    assert burned.commitment > may.commitment > did_not.commitment


def test_what_is_to_come_is_sure_but_has_not_happened() -> None:
    parsed = a_parse("The two presidents will meet in Oslo.")
    judgement = next(judge(token) for token in parsed.tokens() if token.text == "meet")
    assert judgement.commitment > 0 > judgement.occurred


def test_judgements_are_in_bounds_and_the_same_twice() -> None:
    tokens = list(a_parse("If the army attacks, \U0001f600 thousands will flee — 'maybe'.").tokens())
    first, second = ([judge(token) for token in tokens] for _ in range(2))
    assert first == second
    assert all(abs(judgement.commitment) <= MOST and abs(judgement.occurred) <= MOST for judgement in first)
