"""`accordingto shards` through the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.cli.main import run
from accordingto.sharding.folder import shards_in
from accordingto.sharding.parquet import articles_in
from accordingto.store.open import open_store

REPORTS = {
    "a.txt": "The minister said on Friday that troops had fired on a crowd in Lyon.",
    "b.txt": "Rebels seized the airport, a spokesman said.",
    "c.txt": "The envoy resigned on Monday.",
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def read(reports: Path, out: Path) -> int:
    return run(["shards", "read", str(reports), "--out", str(out), "--size", "2", "--reader", "fast"])


def test_a_folder_goes_into_shards_and_from_there_into_a_store(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, store = tmp_path / "shards", tmp_path / "record.db"
    assert read(reports, out) == 0
    assert "2 shards written" in capsys.readouterr().err
    assert read(reports, out) == 0
    assert "0 shards written" in capsys.readouterr().err
    assert run(["shards", "add", str(out), "--store", str(store)]) == 0
    assert "3 new" in capsys.readouterr().err
    assert run(["add", str(reports), "--store", str(store), "--reader", "fast"]) == 0
    assert "0 new, 3 unchanged" in capsys.readouterr().err


def test_a_store_from_shards_is_the_store_from_the_articles(reports: Path, tmp_path: Path) -> None:
    out, one, other = tmp_path / "shards", tmp_path / "one.db", tmp_path / "other.db"
    read(reports, out)
    run(["shards", "add", str(out), "--store", str(one)])
    run(["add", str(reports), "--store", str(other), "--reader", "fast"])
    stores = [open_store(str(each)) for each in (one, other)]
    first, second = ([*store.claims_in_order()] for store in stores)
    assert first == second
    assert len(first) > 0
    for store in stores:
        store.close()


def test_what_failed_is_told_with_the_exit_status_of_some(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (reports / "d.txt").write_text("", encoding="utf-8")
    assert read(reports, tmp_path / "shards") == 3
    assert "1 articles without a reading" in capsys.readouterr().err


def test_an_archive_cut_into_parts_gives_the_readings_of_the_archive(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = "<html><head><title>Airport seized</title></head><body><h1>Airport seized</h1><p>By Anna Weber</p>"
    (reports / "d.html").write_text(f"{page}<p>Rebels seized the airport, a spokesman said.</p>" * 2, encoding="utf-8")
    (reports / "e.txt").write_text("", encoding="utf-8")
    parts, whole, cut = tmp_path / "parts", tmp_path / "whole", tmp_path / "cut"
    assert run(["shards", "cut", str(reports), "--out", str(parts), "--size", "3"]) == 3
    told = capsys.readouterr().err
    assert "4 articles in 2 files" in told
    assert "e.txt is empty" in told
    assert sorted(file.name for file in parts.iterdir()) == ["part-00000.jsonl", "part-00001.jsonl"]
    read(reports, whole)
    assert read(parts, cut) == 0
    kept, given = ([each for file in shards_in(folder) for each in articles_in(file)] for folder in (cut, whole))
    assert kept == given
    assert run(["shards", "cut", str(reports), "--out", str(parts)]) == 1
    assert "holds parts already" in capsys.readouterr().err


BERG = {
    "a.txt": "The ambassador to Norway, Jon Berg, defected on Sunday, the opposition said.",
    "b.txt": "Jon Berg, the ambassador to Norway, defected on Sunday and asked for asylum in Oslo.",
    "c.txt": "The foreign ministry dismissed Jon Berg, its ambassador to Norway, on Sunday.",
}


@pytest.fixture
def departures(tmp_path: Path) -> Path:
    folder = tmp_path / "departures"
    folder.mkdir()
    for name, text in BERG.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def incidents_in(where: Path) -> list[tuple[str, tuple[str, ...]]]:
    store = open_store(str(where))
    found = [(each, store.claims_of_incident(each)) for each in store.incidents_in_order()]
    store.close()
    return found


def test_links_found_beforehand_give_the_incidents_of_adding(
    departures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, one, other = tmp_path / "shards", tmp_path / "one.db", tmp_path / "other.db"
    read(departures, out)
    assert run(["shards", "add", str(out), "--store", str(one)]) == 0
    assert run(["shards", "link", str(out), "--partitions", "3"]) == 0
    assert not list(out.glob(".linking-*"))
    capsys.readouterr()
    monkeypatch.setattr("accordingto.judging.link_claims", lambda *given: pytest.fail("links were looked for again"))
    assert run(["shards", "add", str(out), "--store", str(other)]) == 0
    assert incidents_in(other) == incidents_in(one)
    assert max(len(claims) for _, claims in incidents_in(one)) >= 2


def test_a_store_that_holds_other_articles_looks_for_links_itself(
    reports: Path, departures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, one, other = tmp_path / "shards", tmp_path / "one.db", tmp_path / "other.db"
    read(departures, out)
    for where in (one, other):
        run(["add", str(reports), "--store", str(where), "--reader", "fast"])
    run(["shards", "add", str(out), "--store", str(one)])
    run(["shards", "link", str(out)])
    capsys.readouterr()
    assert run(["shards", "add", str(out), "--store", str(other)]) == 0
    assert "holds other articles" in capsys.readouterr().err
    assert incidents_in(other) == incidents_in(one)


def test_shards_read_in_two_ways_are_not_linked(
    reports: Path, departures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "shards"
    read(reports, out)
    run(["shards", "read", str(departures), "--out", str(out), "--size", "3"])
    assert run(["shards", "link", str(out)]) != 0
    assert "read in 2 ways" in capsys.readouterr().err


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("command", [["read"], ["add", "--store", "record.db"], ["shards", "read", "--out", "out"]])
def test_an_article_gets_the_seconds_that_are_asked_for(
    command: list[str],
    workers: str,
    reports: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    given = [str(reports / "a.txt"), "--reader", "fast", "--seconds", "0.00001", "--workers", workers]
    assert run([*command, *given]) == 3
    assert "longer than the 1e-05 seconds" in capsys.readouterr().err
