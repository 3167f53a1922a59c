"""Claims lately read are kept, few of them, and never beyond what made them."""

from __future__ import annotations

import pytest
from tests.store.reports import a_claim, a_reading, a_text, add

from accordingto.model.claim import Factuality
from accordingto.model.incident import Slot
from accordingto.store.corrections import EDITED
from accordingto.store.recent import RecentClaims
from accordingto.store.store import Store


def test_those_asked_for_last_are_kept() -> None:
    made = [a_claim(a_reading(a_text(1)).article, number) for number in range(3)]
    recent = RecentClaims(most=2)
    recent.keep(((claim.id, 1), claim) for claim in made[:2])
    assert recent.known([(made[0].id, 1)]) == {made[0].id: made[0]}
    recent.keep([((made[2].id, 1), made[2])])
    assert set(recent.known((claim.id, 1) for claim in made)) == {made[0].id, made[2].id}


def test_a_claim_of_another_reading_is_not_known() -> None:
    claim = a_claim(a_reading(a_text(1)).article, 0)
    recent = RecentClaims()
    recent.keep([((claim.id, 1), claim)])
    assert recent.known([(claim.id, 2)]) == {}


def test_a_correction_shows_at_once_and_goes_when_undone(store: Store) -> None:
    article = add(store, a_text(1)).article
    before = store.claims_of_article(article)
    made = store.save_decision("Ana", EDITED, before[0].id, {"slot": Slot.WHETHER.value, "value": "denied"})
    assert store.claims([before[0].id])[0].factuality is Factuality.DENIED
    store.undo_decision(made.number)
    assert store.claims_of_article(article) == before


def test_what_was_taken_back_is_not_kept(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        _add_and_fail(store)
    assert not store._session.recent._kept


def _add_and_fail(store: Store) -> None:
    with store.transaction():
        store.claims_of_article(add(store, a_text(1)).article)
        raise ZeroDivisionError
