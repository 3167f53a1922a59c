"""Work that takes long is done once, and pages say meanwhile that it is being done."""

from __future__ import annotations

import threading

import pytest

from accordingto.web.pending import result_of


def test_work_goes_on_and_is_done_once() -> None:
    may_end = threading.Event()
    done: list[int] = []

    def work() -> str:
        may_end.wait(5)
        done.append(1)
        return "found"

    assert result_of("a", work, 0.01) is None
    assert result_of("a", work, 0.01) is None
    may_end.set()
    assert result_of("a", work, 5) == "found"
    assert done == [1]


def test_what_failed_is_said_and_tried_again() -> None:
    with pytest.raises(ZeroDivisionError):
        result_of("b", lambda: 1 // 0, 5)
    assert result_of("b", lambda: 2, 5) == 2
