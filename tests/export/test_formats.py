"""Every format: documented, deterministic, streamed, unbroken by hostile text, and without names where asked."""

from __future__ import annotations

import dataclasses
import json
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.export.made import a_reading, an_incident, contents, exported, hostile_rows, members, rows_of

from accordingto.export.documentation import formats_page
from accordingto.export.formats import FORMATS, format_named
from accordingto.export.rows import ExportedReport, Rows
from accordingto.model.errors import OptionError
from accordingto.model.incident import Incident
from accordingto.redacting import make_labels, named_persons, redact_claim, redact_incident, redact_reading

NAMES = list(FORMATS)
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "exports" / "formats.md"


@pytest.mark.parametrize("name", NAMES)
def test_a_format_says_what_it_holds_and_what_it_cannot_carry(name: str) -> None:
    chosen = FORMATS[name]
    assert chosen.holds.endswith(".")
    assert len(chosen.cannot_carry) > 20


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_documented_and_named_once(name: str) -> None:
    for table in FORMATS[name].tables():
        assert len(set(table.header)) == len(table.header)
        for column in table.columns:
            assert len(column.holds) >= 8, column.name
            assert column.holds.endswith("."), column.name


def test_the_reference_page_is_what_the_formats_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == formats_page(), "Write it again: python tools/exports.py"


@pytest.mark.parametrize("name", NAMES)
def test_the_same_rows_give_the_same_bytes(name: str) -> None:
    assert exported(name) == exported(name)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_record_is_a_file_too(name: str) -> None:
    assert b"".join(FORMATS[name].write(Rows())) is not None


@pytest.mark.parametrize("name", [name for name in NAMES if not FORMATS[name].is_binary])
def test_hostile_text_breaks_no_text_format(name: str) -> None:
    found = exported(name, hostile_rows()).decode("utf-8")
    media = FORMATS[name].media_type
    if "ndjson" in media:
        assert [json.loads(line) for line in found.split("\n")[:-1]]
    elif "json" in media:
        assert json.loads(found)
    elif "tab-separated" in media:
        assert {line.count("\t") for line in found.split("\n")[:-1]} == {39}


@pytest.mark.parametrize("name", [name for name in NAMES if FORMATS[name].media_type == "application/zip"])
def test_hostile_text_breaks_no_archive(name: str) -> None:
    for file, content in members(exported(name, hostile_rows())).items():
        assert "\x00" not in content.decode("utf-8"), file


def redacted_rows() -> Rows:
    rows, labels = rows_of(a_reading()), make_labels("a key")
    report, incident = next(iter(rows.reports())), next(iter(rows.incidents()))
    names = named_persons(report.reading)
    claims = tuple(redact_claim(claim, labels, names=names) for claim in report.claims)
    ids = {labels.of_id(claim): labels.of_id(other) for claim, other in report.incidents.items()}
    changed = ExportedReport(redact_reading(report.reading, labels), claims, ids)
    return Rows(lambda: [changed], lambda: [redact_incident(incident, labels, names=names)])


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_person_stays_in_redacted_bytes(name: str) -> None:
    plain, found = exported(name), exported(name, redacted_rows())
    assert plain != found
    assert any("Haddad" in each for each in contents(plain)), "the name is there where it is not redacted"
    assert not [each for each in contents(found) if "Haddad" in each or "Salim" in each]


@pytest.mark.parametrize("name", ["readings", "claims-csv", "polecat", "annotations", "schema-org", "prov", "csl"])
def test_few_of_twenty_thousand_claims_are_in_memory_at_once(name: str) -> None:
    """2,000 reports of ten claims each go through; never more than a handful of reports are alive."""
    report = next(iter(rows_of(a_reading()).reports()))
    alive: weakref.WeakSet[ExportedReport] = weakref.WeakSet()
    told, most = 0, 0

    def reports() -> Iterator[ExportedReport]:
        nonlocal told
        for number in range(2_000):
            claims = tuple(replace(report.claims[each % 2], id=f"{number:08x}{each:08x}") for each in range(10))
            told += len(claims)
            made = _Hashed(report.reading, claims)
            alive.add(made)
            yield made

    for piece in FORMATS[name].write(Rows(reports)):
        assert isinstance(piece, bytes)
        most = max(most, len(alive))
    assert told == 20_000
    assert most <= 4


@pytest.mark.parametrize("name", ["incidents", "incidents-csv", "geojson", "ucdp", "acled"])
def test_few_incidents_of_twenty_thousand_claims_are_in_memory_at_once(name: str) -> None:
    """10,000 incidents of two claims each go through; never more than a handful are alive."""
    incident = an_incident(a_reading())
    fields = {field.name: getattr(incident, field.name) for field in dataclasses.fields(incident)}
    alive: weakref.WeakSet[Incident] = weakref.WeakSet()
    told, most = 0, 0

    def incidents() -> Iterator[Incident]:
        nonlocal told
        for number in range(10_000):
            made = _HashedIncident(**fields | {"id": f"{number:016x}"})
            told += len(made.claims)
            alive.add(made)
            yield made

    for piece in FORMATS[name].write(Rows(incidents=incidents)):
        assert isinstance(piece, bytes)
        most = max(most, len(alive))
    assert told == 20_000
    assert most <= 4


class _HashedIncident(Incident):
    """An incident that a set of weak references can hold."""

    __hash__ = object.__hash__
    __eq__ = object.__eq__


class _Hashed(ExportedReport):
    """A report that a set of weak references can hold."""

    __hash__ = object.__hash__
    __eq__ = object.__eq__


def test_an_unknown_format_is_told_with_those_there_are() -> None:
    with pytest.raises(OptionError, match=r"Cannot export to 'xls'. Formats: readings, incidents"):
        format_named("xls")
