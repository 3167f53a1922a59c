"""Archives, packed files and feeds as inputs: read as streams, bounded, and never a traceback."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.ingest.bounds import Bounds, Meter, Place
from accordingto.ingest.details import NO_DETAILS
from accordingto.ingest.failure import Failure
from accordingto.ingest.inputs import read_articles
from accordingto.ingest.metered import buffered
from accordingto.ingest.opening import articles_in
from accordingto.model.article import Article

REPORT = b"Rebels shelled the harbour on Monday, the governor said."
LINE = b'{"text": "Rebels shelled the harbour on Monday, the governor said."}\n'
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.compress,
}


def read(raw: bytes, bounds: Bounds | None = None, name: str = "-") -> list[Article | Failure]:
    meter = Meter(name, len(raw), bounds or Bounds())
    return list(articles_in(buffered(io.BytesIO(raw), name, meter.take), Place(name, meter), NO_DETAILS))


def reason(raw: bytes, bounds: Bounds | None = None) -> str:
    (found,) = read(raw, bounds)
    assert isinstance(found, Failure)
    return found.reason


def zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return held.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=mode) as archive:  # type: ignore[call-overload]  # a mode of any packing
        for name, raw in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(raw)
            archive.addfile(member, io.BytesIO(raw))
    return held.getvalue()


def stored(name: str, raw: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, raw)
    return held.getvalue()


STORED = stored("a.txt", REPORT)


@pytest.mark.parametrize("packing", sorted(PACKERS))
def test_packed_lines_are_read_whatever_the_name(packing: str) -> None:
    found = read(PACKERS[packing](LINE * 3))
    assert [item.path for item in found] == ["-:1", "-:2", "-:3"]
    assert all(isinstance(item, Article) for item in found)


@pytest.mark.parametrize("packing", sorted(PACKERS))
def test_a_packed_file_that_was_cut_off_is_told(packing: str) -> None:
    packed = PACKERS[packing](REPORT * 99)
    assert "cut off" in reason(packed[: len(packed) - 20])


@pytest.mark.parametrize(("packing", "least"), [("gz", 3_900), ("bz2", 2_900), ("xz", 3_900), ("zst", 3_000)])
def test_what_came_before_the_cut_is_kept(packing: str, least: int) -> None:
    numbers = random.Random(3)
    lines = [b'{"text": "Rebels shelled the harbour, %0256x."}\n' % numbers.getrandbits(1024) for _ in range(8_000)]
    packed = PACKERS[packing](b"".join(lines))
    *kept, last = read(packed[: len(packed) // 2])
    assert len(kept) >= least
    assert all(isinstance(item, Article) for item in kept)
    assert isinstance(last, Failure)
    assert "cut off" in last.reason


def test_frames_of_zstandard_follow_each_other() -> None:
    skipped = b"\x50\x2a\x4d\x18" + (5).to_bytes(4, "little") + b"notes"
    found = read(zstandard.compress(LINE * 2) + skipped + zstandard.compress(LINE))
    assert [item.path for item in found] == ["-:1", "-:2", "-:3"]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_names_in_a_tar_are_labels_and_nothing_is_written(
    mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = read(tarred({"../../a.txt": REPORT, "/etc/b.txt": REPORT, "c.png": b"\x89PNG"}, mode))
    assert [item.path for item in found] == ["-!../../a.txt", "-!/etc/b.txt"]
    assert list(tmp_path.iterdir()) == []


def test_a_zip_is_read_from_a_file_and_from_a_pipe(tmp_path: Path) -> None:
    raw = zipped({"a.txt": REPORT, "deep/b.jsonl": LINE, "style.css": b"a {}", "__MACOSX/a.txt": b"x"})
    (tmp_path / "pages.zip").write_bytes(raw)
    (from_file, line) = read_articles([tmp_path / "pages.zip"])
    assert (from_file.path, line.path) == (f"{tmp_path}/pages.zip!a.txt", f"{tmp_path}/pages.zip!deep/b.jsonl:1")
    assert [item.path for item in read(raw)] == ["-!a.txt", "-!deep/b.jsonl:1"]


@pytest.mark.parametrize(
    ("raw", "bounds", "expected"),
    [
        (gzip.compress(b"a" * 3_000_000), Bounds(ratio=10, free=1_000_000), "more than 10 times its size"),
        (zstandard.compress(b"a" * 9_000_000), Bounds(ratio=10, free=1_000_000), "more than 10 times its size"),
        (zipped({"a.txt": b"a" * 3_000_000}), Bounds(ratio=10, free=1_000_000), "more than 10 times its size"),
        (gzip.compress(gzip.compress(gzip.compress(REPORT))), Bounds(depth=2), "lies too deep"),
        (zipped({f"{n}.css": b"" for n in range(9)}), Bounds(entries=3), "more than 3 files"),
        (zipped({"a.txt": REPORT})[:-40], None, "list of files is missing"),
        (zipped({"[Content_Types].xml": b"", "word/document.xml": b""}), None, "an Office document"),
        (b"<rss>" + b"<a>" * 100_000, None, "lists no reports"),
        (b"<html><body>" + b"<div>" * 99_000 + b"<p>Troops fired.", None, "holds no article text"),
        (b"<html><body>" + b"<p>a</p>" * 60_000, None, "120,002 tags"),
        (
            zipped({"a.txt": REPORT}).replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xff"),
            None,
            "zip file version",
        ),
        (STORED.replace(b"harbour", b"harbOur"), None, "Bad CRC-32"),
        (b"PK\x03\x04" + b"\x00" * 500, None, "list of files is missing"),
        (b"\x28\xb5\x2f\xfd" + b"\xff" * 99, None, "is damaged"),
    ],
)
def test_what_is_hostile_or_broken_is_told(raw: bytes, bounds: Bounds | None, expected: str) -> None:
    assert expected in reason(raw, bounds)


def test_a_tar_that_was_cut_off_is_told() -> None:
    found = read(tarred({"a.txt": b"a" * 900_000})[:600_000])
    assert [type(item) for item in found] == [Failure, Failure]
    assert "unexpected end of data" in getattr(found[0], "reason", "")


def test_entities_of_a_feed_do_not_expand() -> None:
    entities = b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    raw = (
        b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'ha'>" + entities + b"]><rss><channel>"
        b"<item><link>https://example.org/a</link><description>&a11;</description></item></channel></rss>"
    )
    assert len(read(raw)) == 1
    assert "hahaha" not in reason(raw)


@given(
    st.binary(max_size=300),
    st.sampled_from(
        [b"\x1f\x8b\x08\x00", b"BZh9", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"PK\x03\x04", b"WARC/1.0\r\n"]
    )
    | st.sampled_from(
        [b"WARC/1.0\r\n", b"<rss>", b"<feed><entry>", tarred({"a.txt": REPORT})[:700], zipped({"a.txt": REPORT})]
    ),
)
@settings(deadline=None)
def test_no_bytes_raise(raw: bytes, start: bytes) -> None:
    assert all(isinstance(item, (Article, Failure)) for item in read(start + raw))
