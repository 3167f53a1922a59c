"""A person whom one report knows is labelled in the reports that do not know them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.export.made import a_reading

from accordingto import recorder
from accordingto.exporting import export_store
from accordingto.exporting_redacted import known_persons
from accordingto.model.reading import Reading
from accordingto.redacting import make_labels
from accordingto.store.open import open_store
from accordingto.store.sighting import Provenance


def who_is_unknown() -> Reading:
    """A report that names the governor in its text and title, where the reading has no such person."""
    known = a_reading(before="Salim Haddad was seen. ", title="Salim Haddad speaks", publisher="Daily Mail")
    nobody = tuple(entity for entity in known.entities if entity.id != "haddad")
    return Reading(known.article, events=known.events[:1], claim_rows=known.claim_rows[:1], entities=nobody,
                   places=known.places, times=known.times)  # fmt: skip


@pytest.mark.parametrize("name", ["readings", "csl", "claims-csv", "annotations", "schema-org"])
def test_a_name_that_another_report_knows_is_labelled(name: str, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "record.db"), create=True)
    for reading in (a_reading(), who_is_unknown()):
        recorder.add(store, reading, recorder.sighting_of(reading.article, Provenance("1.0", "fast")))
    assert known_persons(store) == {"Salim Haddad"}
    found = b"".join(export_store(store, name, labels=make_labels("a key")))
    store.close()
    assert b"Haddad" not in found
    assert b"Salim" not in found
    assert b"erson-" in found
