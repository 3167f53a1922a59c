"""Small stores of invented reports for the tests of pages."""

from __future__ import annotations

from datetime import date

from accordingto import recorder
from accordingto.reader import read
from accordingto.store.sighting import Provenance
from accordingto.store.store import Store

REPORTS = (
    ("Harbour Post", 4, "Rebels shelled the town of Dara in Syria on Saturday, killing four people."),
    ("Inland Mail", 4, "Rebels shelled the town of Dara in Syria on Saturday, killing nine, a doctor said."),
    ("Valley Times", 5, "The government denied that rebels shelled Dara in Syria on Saturday."),
    ("Harbour Post", 6, "Police arrested the union leader Jon Berg in Oslo on Sunday, his lawyer Ana Ruiz said."),
    ("<script>alert(1)</script>", 7, "Foreign Minister Ana Ruiz visited Oslo on Friday and met <b>King</b> Harald."),
)
"""Publisher, day of March 2019, words."""


def fill(store: Store) -> None:
    """Add the reports, read fast."""
    for publisher, day, text in REPORTS:
        reading = read(text, publisher=publisher, published=date(2019, 3, day), reader="fast")
        recorder.add(store, reading, recorder.sighting_of(reading.article, Provenance("test", "fast")))
