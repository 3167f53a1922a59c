"""`accordingto read` from bytes on the disk to bytes on stdout."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from accordingto.cli.main import run

REPORT = (
    "Rebels shelled Aden on Monday, killing 12 people, the governor said.\n\n“We did not fire,” a rebel leader said.\n"
)
COMMAND = [str(Path(sys.executable).with_name("accordingto")), "read"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports, and between them an empty file and a binary one."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "d.txt").write_bytes(REPORT.encode("utf-8") + b" caf\xe9 \xff")
    (tmp_path / "e.jsonl").write_text(json.dumps({"text": REPORT, "publisher": "Gulf Herald"}) + "\n", encoding="utf-8")
    return tmp_path


def lines_of(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_elsewhere_than_on_a_terminal_it_is_one_line_an_article(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(folder / "a.txt"), "--published", "2024-05-14", "--publisher", "Gulf Herald"]) == 0
    (row,) = lines_of(capsys.readouterr().out)
    assert row["format"] == "accordingto.reading/1"
    article = row["article"]
    assert isinstance(article, dict)
    assert article["text"] == REPORT
    assert article["publisher"] == "Gulf Herald"
    assert article["published"] == "2024-05-14"
    assert article["path"] == str(folder / "a.txt")
    assert row["claims"]


def test_bad_files_in_a_folder_are_named_and_the_rest_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(folder)]) == 3
    captured = capsys.readouterr()
    assert len(lines_of(captured.out)) == 3
    assert str(folder / "b.txt") in captured.err
    assert str(folder / "c.txt") in captured.err
    assert "3 read, 2 failed" in captured.err


def test_a_missing_file_is_status_3(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(folder / "gone.txt"), str(folder / "a.txt")]) == 3
    captured = capsys.readouterr()
    assert len(lines_of(captured.out)) == 1
    assert "gone.txt" in captured.err


def test_an_address_of_this_machine_is_not_fetched_and_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "http://127.0.0.1:9/report.html"]) == 3
    assert "--allow-host 127.0.0.1" in capsys.readouterr().err


def test_what_failed_is_listed_and_alone_read_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = folder / "e.jsonl"
    lines.write_text("{broken\n" + lines.read_text(encoding="utf-8"), encoding="utf-8")
    listed = folder / "failed.list"
    assert run(["read", str(folder), "--failures", str(listed)]) == 3
    rows = lines_of(listed.read_text(encoding="utf-8"))
    assert [row["path"] for row in rows] == [str(folder / "b.txt"), str(folder / "c.txt"), f"{lines}:1"]
    assert rows[2]["input"] == str(lines)
    capsys.readouterr()
    (folder / "b.txt").write_text(REPORT, encoding="utf-8")
    assert run(["read", "--retry", str(listed), "--failures", str(listed)]) == 3
    assert [row["article"]["path"] for row in lines_of(capsys.readouterr().out)] == [str(folder / "b.txt")]  # type: ignore[index]
    assert len(lines_of(listed.read_text(encoding="utf-8"))) == 2


@pytest.mark.parametrize("format_", ["table", "json", "jsonl", "csv"])
def test_every_format_is_written(folder: Path, format_: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(folder / "a.txt"), "--format", format_]) == 0
    out = capsys.readouterr().out
    match format_:
        case "table":
            assert "who did what" in out
        case "json":
            assert len(json.loads(out)) == 1
        case "jsonl":
            assert len(lines_of(out)) == 1
        case "csv":
            assert {row["path"] for row in csv.DictReader(io.StringIO(out))} == {str(folder / "a.txt")}


def test_a_report_in_which_nothing_is_found_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "short.txt").write_text("Hello.", encoding="utf-8")
    assert run(["read", str(tmp_path / "short.txt")]) == 0
    captured = capsys.readouterr()
    (row,) = lines_of(captured.out)
    assert row["notes"]
    assert "short.txt: note: " in captured.err


def read_as_process(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, **options)  # type: ignore[call-overload,no-any-return]  # subprocess's own options


def test_standard_input_is_read_and_output_is_utf8_in_any_locale() -> None:
    done = read_as_process("-", input=REPORT.encode("utf-8"), env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert "“We did not fire,”" in done.stdout.decode("utf-8")


def test_two_workers_write_the_same_as_one(folder: Path) -> None:
    one, two = (read_as_process(str(folder), "--workers", count) for count in ("1", "2"))
    assert one.stdout == two.stdout
    assert one.returncode == two.returncode == 3


def test_a_closed_pipe_ends_it_quietly(folder: Path) -> None:
    paths = " ".join([str(folder / "a.txt"), *[str(folder / "d.txt")] * 3, str(folder / "e.jsonl")])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {' '.join(COMMAND)} {paths} --format json | head -c 10"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_an_interrupt_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text((json.dumps({"text": REPORT}) + "\n") * 5000, encoding="utf-8")
    process = subprocess.Popen(
        [*COMMAND, str(tmp_path / "many.jsonl"), "--workers", "2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    started = time.monotonic()
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert time.monotonic() - started < 30
