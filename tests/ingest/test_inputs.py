"""Files, folders and standard input."""

from __future__ import annotations

import io
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.failure import Failure
from accordingto.ingest.inputs import find_inputs, read_articles
from accordingto.ingest.opening import articles_from_bytes
from accordingto.model.article import Article
from accordingto.model.errors import InputError

BODY = "The troops fired on the crowd on Monday, a witness said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, raw in {
        "b.txt": BODY.encode(),
        "a.md": BODY.encode("utf-16"),
        "c.jsonl": b'{"text": "Troops fired."}\n{oops\n',
        "empty.txt": b"",
        "picture.png": b"\x89PNG",
        ".hidden.txt": BODY.encode(),
        "sub/d.txt": b"%PDF-1.7",
        ".git/e.txt": BODY.encode(),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(raw)
    return tmp_path


def test_a_folder_is_read_in_order_without_hidden_files(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    found = [os.path.relpath(path, folder) for path in find_inputs([folder]) if isinstance(path, str)]
    assert found == ["a.md", "b.txt", "c.jsonl", "empty.txt", os.path.join("sub", "d.txt")]
    assert "passed over: 1 .png" in caplog.text


def test_bad_files_are_told_and_the_rest_is_read(folder: Path) -> None:
    found = list(read_articles([folder / "missing.txt", folder]))
    names = [(type(item).__name__, os.path.relpath(str(item.path), folder)) for item in found]
    assert names == [
        ("Failure", "missing.txt"),
        ("Article", "a.md"),
        ("Article", "b.txt"),
        ("Article", "c.jsonl:1"),
        ("Failure", "c.jsonl:2"),
        ("Failure", "empty.txt"),
        ("Failure", os.path.join("sub", "d.txt")),
    ]
    assert all(item.path in item.reason for item in found if isinstance(item, Failure))


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert list(find_inputs([folder / "b.txt", folder / "b.txt"])) == [str(folder / "b.txt")]


def test_a_named_file_of_another_kind_is_told(folder: Path) -> None:
    (found,) = read_articles([folder / "picture.png"])
    assert isinstance(found, Failure)
    assert "a picture" in found.reason


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (found,) = read_articles([tmp_path])
    assert isinstance(found, Failure)
    assert "holds no files to read" in found.reason


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (BODY.encode(), Article),
        (b'{"text": "Troops fired."}', Article),
        (b"", Failure),
        (b"\x00", Failure),
        (b" ", Failure),
    ],
)
def test_standard_input(raw: bytes, kind: type) -> None:
    (found,) = read_articles(["-"], stdin=io.BytesIO(raw))
    assert isinstance(found, kind)


@given(
    st.one_of(st.binary(), st.text().map(str.encode)),
    st.sampled_from([b"", b"<html><body><p>", b'{"text": "', b"\xef\xbb\xbf", b"\xff\xfe"]),
    st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.json", "-"]),
)
@settings(deadline=None)
def test_no_bytes_raise_anything_but_an_input_error(raw: bytes, start: bytes, name: str) -> None:
    try:
        found = list(articles_from_bytes(start + raw, name))
    except InputError:
        return
    assert all(isinstance(item, (Article, Failure)) for item in found)


def test_text_is_the_file_unchanged(tmp_path: Path) -> None:
    text = "  One\r\n\r\nTwo\u00a0\u2028e\u0301\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    (article,) = read_articles([tmp_path / "a.txt"], ArticleDetails(published=date(2020, 1, 2)))
    assert isinstance(article, Article)
    assert article.text == text
    assert article.published == date(2020, 1, 2)


@pytest.mark.parametrize(("size", "found"), [(20_000_001, "too large"), (2_000_000, "too long for one report")])
def test_a_text_beyond_any_report_is_told(tmp_path: Path, size: int, found: str) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * size)
    (failure,) = read_articles([tmp_path / "a.txt"])
    assert isinstance(failure, Failure)
    assert found in failure.reason


def test_a_line_beyond_the_limit_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "' + b"a" * 45_000_000 + b'"}\n{"text": "Troops fired."}\n')
    failure, article = read_articles([tmp_path / "a.jsonl"])
    assert isinstance(failure, Failure)
    assert failure.reason.startswith(f"{tmp_path}/a.jsonl:1 is too large")
    assert isinstance(article, Article)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "a.txt").chmod(0)
    (found,) = read_articles([tmp_path / "a.txt"])
    assert isinstance(found, Failure)
