"""The README and the tutorial do what they say; the reference pages are what the program says."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = ["README.md", "docs/tutorial.md", "docs/how-to/read-in-a-notebook.md"]
SET_UP = ("git ", "cd ", "make ", "pip ")  # what a reader does once, before the rest

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page, and the block right after it where that shows what it prints."""

    page: str
    language: str
    text: str
    printed: str | None


def blocks(page: str) -> list[Block]:
    """The blocks of a page that can be run."""
    text = (ROOT / page).read_text(encoding="utf-8") if (ROOT / page).exists() else ""
    found = list(_BLOCK.finditer(text))
    pairs = zip(found, [*found[1:], None], strict=True)
    return [Block(page, block[1], block[2], _printed(text, block, after)) for block, after in pairs]


def _printed(text: str, block: re.Match[str], after: re.Match[str] | None) -> str | None:
    """The output that stands right after a block of Python, with nothing but "prints" between them."""
    if after is None or after[1] != "text" or text[block.end() : after.start()].strip() not in {"", "prints"}:
        return None
    return after[2]


def matches(actual: str, shown: str) -> bool:
    """True where the output is what a page shows; a line "…" stands for any lines, and white space at ends is free."""
    lines = [line.rstrip() for line in shown.strip("\n").splitlines()]
    pattern = "\n".join(r"(?:.*\n)*?.*" if line.strip() == "…" else re.escape(line) for line in lines)
    return re.fullmatch(pattern, "\n".join(line.rstrip() for line in actual.strip("\n").splitlines())) is not None


@pytest.mark.parametrize("page", PAGES)
def test_python_blocks_run_and_print_what_the_page_shows(page: str) -> None:
    names: dict[str, object] = {}
    for block in blocks(page):
        if block.language == "python":
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                exec(compile(block.text, page, "exec"), names)
            assert block.printed is None or matches(out.getvalue(), block.printed), out.getvalue()


@pytest.mark.parametrize("page", PAGES)
def test_commands_print_what_the_page_shows(page: str, tmp_path: Path) -> None:
    for block in blocks(page):
        for command, shown in commands_of(block) if block.language == "console" else ():
            actual = on_a_terminal(command, tmp_path)
            assert matches(actual, shown), f"$ {command}\n{actual}"


def commands_of(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a console block with the output below it, without what is done once to set up."""
    for piece in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, shown = piece.partition("\n")
        if not command.startswith(SET_UP):
            yield command.removeprefix(".venv/bin/"), shown


def on_a_terminal(command: str, folder: Path) -> str:
    """What a command prints on a plain terminal of 100 columns."""
    pty = pytest.importorskip("pty", reason="there are no pseudo-terminals on this system")
    ours, theirs = pty.openpty()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"}
    process = subprocess.Popen(
        ["bash", "-c", command], cwd=folder, env=environment, stdout=theirs, stderr=subprocess.DEVNULL
    )
    os.close(theirs)
    printed = b"".join(_chunks(ours))
    os.close(ours)
    assert process.wait() == 0, f"$ {command}: exit status {process.returncode}"
    return printed.decode("utf-8").replace("\r\n", "\n")


def _chunks(descriptor: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(descriptor, 65536)
        except OSError:  # how Linux says that the other end is closed
            return
        if not chunk:
            return
        yield chunk


def test_the_reference_is_what_the_program_says() -> None:
    checked = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "reference.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    "page", sorted(str(path.relative_to(ROOT)) for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
)
def test_every_link_to_a_file_leads_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", (ROOT / page).read_text(encoding="utf-8")):
        assert target.startswith(("http://", "https://")) or (ROOT / page).parent.joinpath(target).exists(), target
