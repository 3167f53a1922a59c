"""The README and the tutorial do what they say; the reference pages are what the program says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.pages import PAGES, ROOT, commands, matches, printed_by_python, printed_on_a_terminal, python_blocks

RENEW = "Where the program is right, write the page's output again: make docs"


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def every_page() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


@pytest.mark.parametrize("page", PAGES)
def test_python_blocks_run_and_print_what_the_page_shows(page: str) -> None:
    names: dict[str, object] = {}
    for block in python_blocks(text_of(page)):
        printed = printed_by_python(block.run, page, names)
        assert block.output is None or matches(printed, block.output), f"{printed}\n{RENEW}"


@pytest.mark.parametrize("page", PAGES)
def test_commands_print_what_the_page_shows(page: str, tmp_path: Path) -> None:
    pytest.importorskip("pty", reason="there are no pseudo-terminals on this system")
    for command in commands(text_of(page)):
        printed = printed_on_a_terminal(command.run, tmp_path)
        assert matches(printed, command.output or ""), f"$ {command.run}\n{printed}\n{RENEW}"


def test_the_reference_is_what_the_program_says() -> None:
    checked = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "reference.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("page", every_page())
def test_every_link_to_a_file_leads_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", text_of(page)):
        assert target.startswith(("http://", "https://")) or (ROOT / page).parent.joinpath(target).exists(), target


@pytest.mark.parametrize(
    ("actual", "shown", "expected"),
    [
        ("12\n", "12\n", True),
        ("13\n", "12\n", False),
        ("a\nb\nc\n", "a\n…\nc\n", True),
        ("x\nb\nc\n", "a\n…\nc\n", False),
        ("anything\nat all\n", "…\n", True),
        ("one two   three four\n", "one two three four\n", True),
        ("title\none two three four five six\n", "title\none two three for five six\n", True),
        ("title\none two three four five six\n", "title\nsomething else altogether was here once\n", False),
    ],
)
def test_output_is_compared_word_by_word(actual: str, shown: str, expected: bool) -> None:
    assert matches(actual, shown) is expected
