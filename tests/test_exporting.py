"""From a store to rows: the filter is the store's own, redaction takes every name, and the command writes files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.export.made import a_reading, contents

from accordingto import recorder
from accordingto.cli.main import run
from accordingto.export.formats import FORMATS
from accordingto.exporting import export_store, is_wanted, rows_of
from accordingto.redacting import make_labels
from accordingto.store.open import open_store
from accordingto.store.search import ClaimSearch
from accordingto.store.sighting import Provenance
from accordingto.store.store import Store


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("export") / "record.db"
    store = open_store(str(path), create=True)
    for reading in (
        a_reading(),
        a_reading(before="Rain fell. ", publisher="Daily Mail"),
        a_reading(before="Hail. ", country=True),
    ):
        recorder.add(store, reading, recorder.sighting_of(reading.article, Provenance("1.0", "fast")))
    store.close()
    return str(path)


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    opened = open_store(where)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "wanted",
    [
        ClaimSearch(),
        ClaimSearch(type="ASSAULT", mode="heavy-weapons"),
        ClaimSearch(type="PROTEST"),
        ClaimSearch(country="YEM"),
        ClaimSearch(country="SYR"),
        ClaimSearch(since=date(2024, 5, 14)),
        ClaimSearch(until=date(2024, 5, 13)),
        ClaimSearch(actor="HADDAD"),
        ClaimSearch(actor="rebel"),
        ClaimSearch(publisher="daily mail"),
    ],
    ids=str,
)
def test_a_filter_lets_through_what_the_store_finds(store: Store, wanted: ClaimSearch) -> None:
    expected = {claim.id for claim in store.search_claims(wanted, limit=1000)}
    assert {claim.id for claim in store.claims_in_order() if is_wanted(claim, wanted)} == expected
    assert {row.claim.id for row in rows_of(store, wanted).claims()} == expected


def test_words_choose_reports(store: Store) -> None:
    assert len(list(rows_of(store, ClaimSearch(words="hail")).reports())) == 1


def test_every_incident_comes_once(store: Store) -> None:
    ids = [incident.id for incident in rows_of(store).incidents()]
    known = set(store.incidents_of(claim.id for claim in store.claims_in_order()).values())
    assert sorted(ids) == sorted(known)


def test_disputed_leaves_only_what_is_disputed(store: Store) -> None:
    found = list(rows_of(store, disputed=True).incidents())
    assert all(incident.disputed for incident in found)
    claims = {claim.id for incident in found for claim in incident.claims}
    assert {row.claim.id for row in rows_of(store, disputed=True).claims()} == claims


@pytest.mark.parametrize("name", list(FORMATS))
def test_no_name_leaves_the_store_redacted(store: Store, name: str) -> None:
    found = b"".join(export_store(store, name, labels=make_labels("a key")))
    assert not [each for each in contents(found) if "Haddad" in each or "Salim" in each]


def test_the_command_writes_a_file_and_leaves_no_other(where: str, tmp_path: Path) -> None:
    key = tmp_path / "key.txt"
    key.write_text("a long key\n")
    for name in ("one", "two"):
        options = ["-o", str(tmp_path / name), "--redact", "--key", str(key)]
        assert run(["export", "--format", "csv", "--store", where, *options]) == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["key.txt", "one", "two"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--key", "x"], "Add --redact"),
        (["--redact", "--key", "nowhere"], "There is no key file nowhere"),
        (["-o", "/nowhere/at/all"], "Name a file in a folder that exists"),
    ],
)
def test_a_wrong_option_is_told(
    where: str, options: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "--format", "incidents", "--store", where, *options]) == 1
    assert message in capsys.readouterr().err


def test_compare_writes_what_both_have(where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ged.csv"
    file.write_text("id,date_start,country,side_a,best\n7,2024-05-13,Yemen,Rebels,30\n8,2024-06-01,Oman,x,1\n")
    assert run(["compare", "--store", where, "--ucdp", str(file), "--format", "json"]) == 0
    out = capsys.readouterr()
    statuses = [row["status"] for row in json.loads(out.out)]
    assert (statuses.count("both"), statuses.count("theirs")) == (1, 1)
    assert "both 1" in out.err
    for form, words in (("csv", "status,ours,theirs"), ("table", "differs in deaths")):
        assert run(["compare", "--store", where, "--ucdp", str(file), "--format", form]) == 0
        assert words in capsys.readouterr().out


def test_compare_wants_one_file(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "--store", where]) == 1
    assert "Give one of --ucdp, --acled, --polecat" in capsys.readouterr().err
