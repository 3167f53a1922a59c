"""Articles without end, varied from the reports that the project ships: article N is the same everywhere.

Each is one of the reports with its body paragraphs in another order and one in five of them left out, half of the
capitalised names swapped for others by a table drawn anew for each article, and the numbers below 100 drawn anew, all
by a seed, which is its number.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from accordingto.cli.samples import pairs

NAMES = (  # noqa: SIM905  # shorter than the list
    "Anna Jonas Mira Pavel Leila Tomas Ruth Omar Ines Viktor Nadia Karl Weber Keller Santos Novak Haddad Lind "
    "Moreau Okoye Petrov Silva Brandt Mori"
).split()
NAME = re.compile(r"\b([A-Z][a-z]{3,})\b(?=[ ,.’'])")
NUMBER = re.compile(r"\b\d{1,2}\b")
KEPT = 0.8


def varied(count: int) -> Iterator[dict[str, str]]:
    """So many articles as objects of JSON Lines."""
    samples = [report.text for pair in pairs() for report in pair.reports]
    for number in range(count):
        draw = random.Random(number)  # noqa: S311  # a seed, not a secret
        yield {"text": _varied(draw.choice(samples), draw), "publisher": f"Paper {draw.randrange(40)}",
               "published": f"2024-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}"}  # fmt: skip


def _varied(text: str, draw: random.Random) -> str:
    first, *rest = text.split("\n\n")
    kept = [paragraph for paragraph in rest if draw.random() < KEPT]
    draw.shuffle(kept)
    names: dict[str, str] = {}

    def renamed(found: re.Match[str]) -> str:
        if draw.random() < 0.5:  # half of the names stay, so that places and bodies are still found
            return names.setdefault(found[1], found[1])
        return names.setdefault(found[1], draw.choice(NAMES))

    whole = NAME.sub(renamed, "\n\n".join([first, *kept]))
    return NUMBER.sub(lambda found: str(draw.randrange(1, 99)), whole)
