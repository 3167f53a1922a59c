"""No address of the OpenAPI document breaks, whatever it is asked: schemathesis tries a few values of each, or more.

EXAMPLES=200 tries longer: `make test-api`.
"""

from __future__ import annotations

import os
from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accordingto.store.store import Store
from accordingto.web.app import create_app
from accordingto.web.settings import Settings

EXAMPLES = int(os.environ.get("EXAMPLES", "6"))


def test_no_address_breaks(room_store: Store) -> None:
    app = create_app(room_store, Settings(names=("testserver",)))
    schema = schemathesis.openapi.from_asgi("/openapi.json", app)
    found: list[Any] = list(schema.get_all_operations())  # Ok or Err
    operations = [each.ok() for each in found]
    assert len(operations) > 20
    for operation in operations:
        broken = _first_broken(operation)
        assert broken is None, broken


def _first_broken(operation: Any) -> str | None:  # schemathesis' operations have no public type
    """The first request that the server failed on."""
    broken: list[str] = []

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=st.one_of(operation.as_strategy()))
    def ask(case: Any) -> None:  # as above
        if case.call().status_code >= 500:
            broken.append(f"{case.method} {case.formatted_path} {case.query}")

    ask()
    return next(iter(broken), None)
