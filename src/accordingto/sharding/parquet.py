"""Outcomes of a shard <-> the bytes of a Parquet file: the same bytes wherever they are made with the same pyarrow.

A row an article, in order: `article` (id), `path`, `publisher`, `published`, `reading` (the object of the contract as
JSON) and, where there is no reading, `failure` (the reason). The file's metadata says what the shard was made of, and,
where articles were given up for want of time, after how many seconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from accordingto.attempting import Outcome
from accordingto.ingest.failure import Failure
from accordingto.model.contract import reading_to_dict
from accordingto.model.contract_reading import reading_from_dict
from accordingto.model.errors import InputError, InstallationError

if TYPE_CHECKING:
    from types import ModuleType

FORMAT = "accordingto.shard/1"
_FORMAT, _DIGEST, _MADE_BY = b"accordingto.format", b"accordingto.digest", b"accordingto.made_by"
_SECONDS = b"accordingto.seconds"
_ROWS_AT_ONCE = 20


def to_parquet(outcomes: Sequence[Outcome], *, digest: str, made_by: str) -> bytes:
    """The file of a shard. Raises InstallationError where pyarrow is missing."""
    arrow, parquet = libraries()
    text, columns = arrow.string(), [_row(outcome) for outcome in outcomes]
    schema = arrow.schema(
        [("article", text), ("path", text), ("publisher", text), ("published", arrow.date32()), ("reading", text),
         ("failure", text)],
        metadata={_FORMAT: FORMAT, _DIGEST: digest, _MADE_BY: made_by, **_given_up(outcomes)},
    )  # fmt: skip
    sink = arrow.BufferOutputStream()
    parquet.write_table(arrow.Table.from_pylist(columns, schema=schema), sink, compression="zstd")
    written: bytes = sink.getvalue().to_pybytes()
    return written


def digest_in(file: Path) -> str | None:
    """The digest that a shard's file was written with; None where it is missing, broken or no shard."""
    found = _metadata_or_none(file)
    return found[_DIGEST].decode() if found is not None and _DIGEST in found else None


def is_done(file: Path, digest: str, seconds: float) -> bool:
    """True where the file was made of what the digest stands for, and no article of it was given up that would now be
    read for longer.
    """
    found = _metadata_or_none(file) or {}
    given_up_after = float(found.get(_SECONDS, b"0"))
    return found.get(_DIGEST) == digest.encode() and not 0 < given_up_after < seconds


def made_by(file: Path) -> str:
    """What read the articles of the file. Raises InputError where it is no shard."""
    return _metadata(file)[_MADE_BY].decode()


def read_shard(file: Path) -> Iterator[Outcome]:
    """The outcomes of a shard's file in their order, few in memory at once. Raises InputError where it is no shard."""
    _metadata(file)
    _, parquet = libraries()
    with parquet.ParquetFile(file) as opened:
        for batch in opened.iter_batches(_ROWS_AT_ONCE, columns=["path", "reading", "failure"]):
            for row in batch.to_pylist():
                yield _outcome(row)


def failures_in(file: Path) -> tuple[Failure, ...]:
    """The articles of a shard's file that have no reading, with the reason."""
    _, parquet = libraries()
    rows = parquet.read_table(file, columns=["path", "failure"]).to_pylist()
    return tuple(Failure(row["path"] or "-", row["failure"]) for row in rows if row["failure"] is not None)


def articles_in(file: Path) -> tuple[str, ...]:
    """The ids of the articles of a shard's file that have a reading, in their order."""
    _, parquet = libraries()
    rows = parquet.read_table(file, columns=["article"]).to_pylist()
    return tuple(row["article"] for row in rows if row["article"] is not None)


def _outcome(row: dict[str, str | None]) -> Outcome:
    if row["reading"] is None:
        return Failure(row["path"] or "-", row["failure"] or "")
    return reading_from_dict(json.loads(row["reading"]))


def _given_up(outcomes: Sequence[Outcome]) -> dict[bytes, str]:
    """What is noted of articles that were given up for want of time: nothing where none was, so that a shard that was
    read whole is the same bytes however long it might have taken.
    """
    seconds = [each.seconds for each in outcomes if isinstance(each, Failure) and each.seconds is not None]
    return {_SECONDS: repr(min(seconds))} if seconds else {}


def _metadata_or_none(file: Path) -> dict[bytes, bytes] | None:
    """The file's metadata; None where it is missing or broken."""
    arrow, parquet = libraries()
    if not file.is_file():
        return None
    try:
        found: dict[bytes, bytes] = parquet.read_schema(file).metadata or {}
    except (OSError, arrow.ArrowInvalid):
        return None
    return found


def _metadata(file: Path) -> dict[bytes, bytes]:
    arrow, parquet = libraries()
    try:
        found: dict[bytes, bytes] = parquet.read_schema(file).metadata or {}
    except (OSError, arrow.ArrowInvalid) as error:
        raise InputError(
            f"{file} could not be read as a shard: {error}. Make it with: accordingto shards read"
        ) from None
    if found.get(_FORMAT, b"").decode() != FORMAT:
        raise InputError(f"{file} is a Parquet file, but no shard. Make one with: accordingto shards read")
    return found


def _row(outcome: Outcome) -> dict[str, object]:
    if isinstance(outcome, Failure):
        return {"path": _plain(outcome.path), "failure": _plain(outcome.reason)}
    article = outcome.article
    return {
        "article": article.id,
        "path": _plain(article.path),
        "publisher": _plain(article.publisher),
        "published": article.published,
        "reading": json.dumps(reading_to_dict(outcome), separators=(",", ":")),
    }


def _plain(text: str | None) -> str | None:
    """The text without lone surrogates, which Parquet cannot hold; in `reading` they stay, as JSON's escapes."""
    return None if text is None else text.encode("utf-8", errors="replace").decode()


def libraries() -> tuple[ModuleType, ModuleType]:
    """pyarrow and its part for Parquet. Raises InstallationError where they are missing."""
    try:
        import pyarrow  # noqa: PLC0415  # an extra
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError:
        raise InstallationError("Shards need pyarrow. Install it with: pip install 'accordingto[parquet]'") from None
    return pyarrow, pyarrow.parquet
