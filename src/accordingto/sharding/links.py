"""The links of a shard's articles <-> the bytes of a Parquet file that stands beside the shard's.

A row a link: `article` (the one that was added later), `left`, `right` (claims), `judgement`, `score`, `method`,
`made_by`, `reasons`. The file's metadata says of which shards, read in which order, the links are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from accordingto.model.incident import Judgement, Link
from accordingto.sharding.parquet import articles_in, digest_in, libraries

FORMAT = "accordingto.links/1"
_DIGEST = b"accordingto.digest"
_FORMAT = b"accordingto.format"

LinksOf = Mapping[str, Sequence[Link]]


def links_name(shard: Path) -> str:
    """The name of the file of a shard's links.

    >>> links_name(Path("shards/shard-000012.parquet"))
    'links-000012.parquet'
    """
    return shard.name.replace("shard-", "links-")


def links_digest(shards: Iterable[Path], made_by: str) -> str:
    """What tells whether links are of the articles read in these shards in this order, by this program and model."""
    digest = hashlib.sha256(made_by.encode())
    for shard in shards:
        digest.update(f"{shard.name} {digest_in(shard)} {' '.join(articles_in(shard))}".encode())
    return digest.hexdigest()


def links_to_parquet(links: LinksOf, digest: str) -> bytes:
    """The file of a shard's links, by article. Raises InstallationError where pyarrow is missing."""
    arrow, parquet = libraries()
    text = arrow.string()
    names = [(name, text) for name in ("article", "left", "right", "judgement", "method", "made_by")]
    schema = arrow.schema(
        [*names, ("score", arrow.float64()), ("reasons", arrow.list_(text))],
        metadata={_FORMAT: FORMAT, _DIGEST: digest},
    )
    rows = [_row(article, link) for article, some in links.items() for link in some]
    sink = arrow.BufferOutputStream()
    parquet.write_table(arrow.Table.from_pylist(rows, schema=schema), sink, compression="zstd")
    written: bytes = sink.getvalue().to_pybytes()
    return written


def links_beside(shard: Path, digest: str) -> LinksOf | None:
    """The links of the shard's articles, by article; None where there are none for these shards."""
    file = shard.with_name(links_name(shard))
    if digest_in(file) != digest:
        return None
    _, parquet = libraries()
    found: dict[str, list[Link]] = {}
    for row in parquet.read_table(file).to_pylist():
        found.setdefault(row.pop("article"), []).append(_link(row))
    return found


def _row(article: str, link: Link) -> dict[str, object]:
    names = ("left", "right", "judgement", "score", "method", "made_by")
    return {"article": article, "reasons": list(link.reasons), **{name: getattr(link, name) for name in names}}


def _link(row: Mapping[str, object]) -> Link:
    given = {**row, "judgement": Judgement(row["judgement"]), "reasons": tuple(row["reasons"])}  # type: ignore[arg-type]  # a list of strings
    return Link(**given)  # type: ignore[arg-type]  # the columns are the fields
