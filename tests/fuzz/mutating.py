"""Valid inputs with a few bytes changed: what a broken download, a bad disk or somebody of ill will makes of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

INPUTS = int(os.environ.get("FUZZ_INPUTS", "30"))
"""Of each kind. `make fuzz` sets it to 100,000."""

ODD = (
    b"<", b">", b"&#x", b"&#1114112;", b"\x00", b"\xff\xfe", b"]]>", b"<!--", b'{"', b"\\ud800", b"\r\n\r\n", b"\n",
    b"Content-Length: 99999999999\r\n", b"charset=rot13", b"<!ENTITY a '&a;'>", b"<!DOCTYPE a [", b"\x1f\x8b",
    b"PK\x01\x02", b"PK\x05\x06", b"../../", b"\xe2\x80\xae", b"-1", b"1e999", b"null", b"[" * 60, b"%00", b"%ff",
)  # fmt: skip
"""What stands for something in one of the formats."""

Change = tuple[str, float, bytes]
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(("set", "insert", "cut", "end", "repeat")),
        st.floats(0, 1),
        st.one_of(st.sampled_from(ODD), st.binary(min_size=1, max_size=6)),
    ),
    min_size=1,
    max_size=8,
)


def mutated(seeds: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """The seeds, each changed in one to eight places."""
    return st.builds(_changed, st.sampled_from(tuple(seeds)), CHANGES)


def many(strategy: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run the test on as many inputs as were asked for; the last argument is the input."""
    enough = settings(max_examples=INPUTS, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    return lambda test: enough(given(strategy)(test))


def _changed(seed: bytes, changes: list[Change]) -> bytes:
    raw = seed
    for kind, where, piece in changes:
        at = int(where * len(raw))
        before, after = raw[:at], raw[at:]
        raw = {
            "set": before + piece + after[len(piece) :],
            "insert": before + piece + after,
            "cut": before + after[4 * len(piece) :],
            "end": before or raw,
            "repeat": before + after[:50] + after,
        }[kind]
    return raw
