"""Write the outputs that README and tutorial show again, by running what stands above them.

    python -m tools.outputs     from the root of the project

Where a page shortens an output with a line "…", as many lines as now stand before and after it are kept.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.pages import (
    ANY_LINES,
    PAGES,
    ROOT,
    Shown,
    commands,
    plain,
    printed_by_python,
    printed_on_a_terminal,
    python_blocks,
)


def main() -> None:
    """Renew every page."""
    for page in PAGES:
        path = ROOT / page
        text = path.read_text(encoding="utf-8")
        renewed = _renewed(page, text)
        if renewed != text:
            path.write_text(renewed, encoding="utf-8")
            sys.stderr.write(f"{page}: outputs renewed\n")


def _renewed(page: str, text: str) -> str:
    names: dict[str, object] = {}
    fresh = [(block, printed_by_python(block.run, page, names)) for block in python_blocks(text)]
    with TemporaryDirectory() as folder:
        fresh += [(command, printed_on_a_terminal(command.run, Path(folder))) for command in commands(text)]
    for shown, printed in sorted(fresh, key=lambda pair: -pair[0].start):
        if shown.output is not None:
            text = text[: shown.start] + _shortened(shown, plain(printed)) + text[shown.end :]
    return text


def _shortened(shown: Shown, printed: str) -> str:
    """The output, cut where the page cuts it."""
    lines = printed.splitlines()
    before = (shown.output or "").splitlines()
    cuts = [number for number, line in enumerate(before) if line.strip() == ANY_LINES]
    if cuts and len(lines) > len(before):
        after = len(before) - cuts[-1] - 1
        lines = [*lines[: cuts[0]], ANY_LINES, *lines[len(lines) - after :]]
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    main()
