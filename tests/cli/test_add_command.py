"""`accordingto add` from files on the disk to rows in a store."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.store.reports import a_text

from accordingto.cli.adding import Orders
from accordingto.cli.main import run
from accordingto.cli.reading_options import How
from accordingto.model.reading import Reading
from accordingto.model.reported import ReportedClaim
from accordingto.record.flatten import reported_claims
from accordingto.store.open import open_store
from accordingto.store.store import Store

COMMAND = [str(Path(sys.executable).with_name("accordingto")), "add"]
COPIED = (
    "Shells fell on the harbour of Brega before dawn on Monday and set two fuel tanks on fire, port officials said. "
    "Firefighters from three towns needed six hours to put out the blaze, which closed the coast road until noon."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports and an empty file."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text("Rebels shelled Aden on Monday, killing 12 people, the governor said.\n")
    (reports / "b.txt").write_text("")
    row = {"text": "The minister resigned on Tuesday.", "publisher": "Gulf Herald", "url": "https://example.org/1#top"}
    (reports / "c.jsonl").write_text(json.dumps(row) + "\n")
    return reports


@pytest.fixture
def where(tmp_path: Path) -> str:
    return str(tmp_path / "record.db")


def add(folder: Path, where: str, *options: str) -> int:
    return run(["add", str(folder), "--store", where, "--reader", "fast", *options])


def stored(where: str) -> Store:
    return open_store(where)


def test_reports_are_added_and_what_failed_is_named(
    folder: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(folder, where) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "b.txt is empty" in captured.err
    assert "2 new, 0 unchanged, 0 new version, 0 near-duplicate, 1 failed\n" in captured.err
    store = stored(where)
    assert store.describe().claims >= 2
    assert [article.raw_hash is None for article in store.articles_in_order()] == [False, True]
    assert len(store.versions(str(folder / "a.txt"))) == 1
    assert len(store.versions("https://example.org/1")) == 1


def test_adding_again_reads_nothing_and_changes_nothing(
    folder: Path, where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    add(folder, where)
    before = stored(where).describe()
    monkeypatch.setattr("accordingto.cli.workers.read_one", lambda *given: pytest.fail("an article was read again"))
    monkeypatch.chdir(folder.parent)
    assert add(Path("reports"), where) == 3
    assert "0 new, 2 unchanged, 0 new version, 0 near-duplicate, 1 failed\n" in capsys.readouterr().err
    assert stored(where).describe() == before


def test_a_changed_file_is_a_new_version(folder: Path, where: str, capsys: pytest.CaptureFixture[str]) -> None:
    add(folder, where)
    with (folder / "a.txt").open("a") as file:
        file.write("Two of them died on Tuesday.\n")
    add(folder, where)
    assert "0 new, 1 unchanged, 1 new version, 0 near-duplicate, 1 failed\n" in capsys.readouterr().err
    contents = stored(where).describe()
    assert (contents.articles, contents.older_versions) == (2, 1)


def test_each_article_is_listed_once_it_is_stored(folder: Path, where: str, capsys: pytest.CaptureFixture[str]) -> None:
    add(folder, where, "--list")
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["status"], Path(row["path"]).name) for row in rows] == [("new", "a.txt"), ("new", "c.jsonl:1")]
    assert [row["article"] for row in rows] == [article.id for article in stored(where).articles_in_order()]


def test_a_copy_in_another_paper_is_a_near_duplicate(
    tmp_path: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"text": COPIED, "publisher": "Herald"}, {"text": f"{COPIED} It was the third fire.", "publisher": "Mail"}]
    (tmp_path / "day.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert add(tmp_path / "day.jsonl", where) == 0
    assert "2 new, 0 unchanged, 0 new version, 1 near-duplicate, 0 failed\n" in capsys.readouterr().err
    store = stored(where)
    families = store.families_of(article.id for article in store.articles_in_order())
    assert len(families) == 2
    assert len({member.family for member in families.values()}) == 1


def test_a_corrected_report_is_no_copy_of_itself(
    tmp_path: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.txt"
    for text in (COPIED, f"{COPIED} It was the third fire."):
        report.write_text(text)
        add(report, where)
    assert "0 new, 0 unchanged, 1 new version, 0 near-duplicate, 0 failed\n" in capsys.readouterr().err


def test_two_workers_add_the_same(folder: Path, where: str, tmp_path: Path) -> None:
    add(folder, where)
    add(folder, str(tmp_path / "other.db"), "--workers", "2")
    assert list(stored(where).claims_in_order()) == list(stored(str(tmp_path / "other.db")).claims_in_order())


def test_another_reader_reads_again(folder: Path, where: str, capsys: pytest.CaptureFixture[str]) -> None:
    add(folder, where)
    run(["add", str(folder / "a.txt"), "--store", where])
    assert "1 read again" in capsys.readouterr().err
    assert stored(where).describe().articles == 2


def test_other_actors_make_another_reading(tmp_path: Path) -> None:
    files = [tmp_path / "one.csv", tmp_path / "two.csv"]
    for number, file in enumerate(files):
        file.write_text(f"name\nActor {number}\n")
    readers = {
        Orders(How(1, "fast", actors)).provenance.reader for actors in ((), (files[0],), (files[1],), tuple(files))
    }
    assert len(readers) == 4


def test_a_defect_in_one_article_does_not_stop_the_rest(
    folder: Path, where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(reading: Reading) -> tuple[ReportedClaim, ...]:
        if "Aden" in reading.article.text:
            raise ZeroDivisionError
        return reported_claims(reading)

    monkeypatch.setattr("accordingto.recorder.reported_claims", broken)
    assert add(folder, where) == 3
    captured = capsys.readouterr()
    assert "a.txt could not be stored: ZeroDivisionError" in captured.err
    assert "1 new, 0 unchanged, 0 new version, 0 near-duplicate, 2 failed\n" in captured.err


def test_a_store_that_cannot_be_opened_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(folder, str(tmp_path / "gone" / "record.db")) == 1
    assert "there is no folder" in capsys.readouterr().err
    assert run(["add", str(folder)]) == 2


def test_the_store_may_be_given_by_the_environment(folder: Path, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORDINGTO_STORE", where)
    assert run(["add", str(folder / "a.txt"), "--reader", "fast"]) == 0
    assert stored(where).describe().articles == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL on this system")
def test_killed_while_adding_it_goes_on_where_it_was(
    tmp_path: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [json.dumps({"text": a_text(number), "url": f"https://example.org/{number}"}) for number in range(40)]
    (tmp_path / "day.jsonl").write_text("\n".join(lines))
    command = [*COMMAND, str(tmp_path / "day.jsonl"), "--store", where, "--reader", "fast", "--list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        listed = [json.loads(process.stdout.readline())["article"] for _ in range(3)]
        time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
        listed += [json.loads(line)["article"] for line in process.stdout if line.endswith("}\n")]
    kept = {article.id for article in stored(where).articles_in_order()}
    assert set(listed) <= kept
    assert len(kept) < 40
    assert run(command[1:]) == 0
    assert f"{40 - len(kept)} new, {len(kept)} unchanged" in capsys.readouterr().err
    assert stored(where).describe().articles == 40
