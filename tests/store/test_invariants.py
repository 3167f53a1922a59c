"""Whatever is added in whatever order: the same store, and nothing lost or twice."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.conftest import ticking
from tests.store.reports import a_text, add

from accordingto.store.open import open_store
from accordingto.store.sighting import AddStatus
from accordingto.store.store import Store

ADDRESSES = (None, "/a.txt", "/b.txt")
STEPS = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(ADDRESSES)), max_size=12)


def expected_current(steps: list[tuple[int, str | None]]) -> set[int]:
    """The numbers of the texts that are the latest at an address, or never had one."""
    latest = {address: number for number, address in steps if address is not None}
    with_address = {number for number, address in steps if address is not None}
    return set(latest.values()) | {number for number, _ in steps if number not in with_address}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_what_is_current_is_what_the_addresses_show(an_empty_file: Path, steps: list[tuple[int, str | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        path.write_bytes(an_empty_file.read_bytes())
        store = open_store(str(path), clock=ticking())
        statuses = [add(store, a_text(number), address).status for number, address in steps]
        _check(store, steps, statuses)
        store.close()


def _check(store: Store, steps: list[tuple[int, str | None]], statuses: list[AddStatus]) -> None:
    current = {a_text(number) for number in expected_current(steps)}
    assert {article.text for article in store.articles_in_order()} == current
    assert {claim.sentence for claim in store.claims_in_order()} == current
    assert len(list(store.claims_in_order())) == 2 * len(current)
    contents = store.describe()
    assert contents.articles + contents.older_versions == len({number for number, _ in steps})
    for address in ADDRESSES[1:]:
        shown = [number for number, where in steps if where == address]
        changes = [number for number, before in zip(shown, [None, *shown], strict=False) if number != before]
        history = store.articles(store.versions(address))
        assert {article.text for article in history} == {a_text(number) for number in changes}
        assert len(store.versions(address)) == len(changes)
    for position, (step, status) in enumerate(zip(steps, statuses, strict=True)):
        if step in steps[:position] and status is AddStatus.NEW:
            pytest.fail(f"{step} was new twice")


def test_the_order_of_adding_leaves_the_same_claims(tmp_path: Path) -> None:
    stores = []
    for name, numbers in (("up", range(6)), ("down", range(5, -1, -1))):
        store = open_store(str(tmp_path / f"{name}.db"), clock=ticking(), create=True)
        for number in numbers:
            add(store, a_text(number), f"/{number}.txt")
        stores.append((list(store.claims_in_order()), store.describe()))
        store.close()
    assert stores[0] == stores[1]
