"""The blocks of a Markdown page that can be run, and what they print."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/tutorial.md", "docs/how-to/read-in-a-notebook.md", "docs/how-to/look-up-actors.md")
SET_UP = ("git ", "cd ", "make ", "pip ")  # what a reader does once, before the rest
ANY_LINES = "…"

NEAR_ENOUGH = 0.7
"""How much of a shown output must still be printed: a rule that reads better changes a cell or two of a shown table,
and that is no fault of the page. `make docs` writes the outputs again."""

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """Something a page runs, and the output it shows below it (None: it shows none), with where that stands."""

    run: str
    output: str | None
    start: int
    end: int


def python_blocks(text: str) -> list[Shown]:
    """The blocks of Python, each with the output in the block of text right after it."""
    found = list(_BLOCK.finditer(text))
    shown = []
    for block, after in zip(found, [*found[1:], None], strict=True):
        if block[1] != "python":
            continue
        follows = after is not None and after[1] == "text" and not text[block.end() : after.start()].strip()
        if after is not None and follows:
            shown.append(Shown(block[2], after[2], after.start(2), after.end(2)))
        else:
            shown.append(Shown(block[2], None, block.end(), block.end()))
    return shown


def commands(text: str) -> Iterator[Shown]:
    """The commands of the console blocks with the output below each, without those that set up."""
    for block in _BLOCK.finditer(text):
        if block[1] != "console":
            continue
        for command in re.finditer(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block[2], re.MULTILINE):
            if not command[1].startswith(SET_UP):
                start = block.start(2) + command.start(2)
                yield Shown(command[1].removeprefix(".venv/bin/"), command[2], start, start + len(command[2]))


def matches(actual: str, shown: str) -> bool:
    """True where the output is near enough to what a page shows; a line "…" stands for any lines.

    The first line must be the same. White space is free: a longer name moves a whole column.
    """
    lines = shown.splitlines()
    cut = next((number for number, line in enumerate(lines) if line.strip() == ANY_LINES), len(lines))
    before, after = " ".join(lines[:cut]).split(), " ".join(lines[cut + 1 :]).split()
    words = plain(actual).split()
    kept = words if cut == len(lines) else words[: len(before)] + words[len(words) - len(after) :]
    first = "".join(plain(actual).splitlines()[:1]).split()
    same_start = not before or first == lines[0].split()
    return same_start and SequenceMatcher(None, kept, before + after, autojunk=False).ratio() >= NEAR_ENOUGH


def plain(output: str) -> str:
    """The output without white space at the ends of its lines and without empty lines around it."""
    return "\n".join(line.rstrip() for line in output.splitlines()).strip("\n")


def printed_by_python(code: str, page: str, names: dict[str, object]) -> str:
    """What the code prints; its names stay in `names` for the next block."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, page, "exec"), names)
    return out.getvalue()


def printed_on_a_terminal(command: str, folder: Path) -> str:
    """What a command prints on a plain terminal of 80 columns. Raises ChildProcessError where it fails."""
    import pty

    ours, theirs = pty.openpty()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "80", "TERM": "dumb", "NO_COLOR": "1"}
    process = subprocess.Popen(
        ["bash", "-c", command], cwd=folder, env=environment, stdout=theirs, stderr=subprocess.DEVNULL
    )
    os.close(theirs)
    printed = b"".join(_chunks(ours))
    os.close(ours)
    if process.wait() != 0:
        raise ChildProcessError(f"$ {command}: exit status {process.returncode}")
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
