"""Names of files -> whether they are read when a folder or an archive holds them; what they are, their bytes tell."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

REPORTS: Final = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".json", ""})
ARCHIVES: Final = frozenset({".warc", ".wacz", ".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst"})
FEEDS: Final = frozenset({".rss", ".atom", ".xml"})

SUFFIXES: Final = REPORTS | ARCHIVES | FEEDS
"""The files of a folder or an archive that are read. Others are read when they are named themselves."""


def suffix_of(name: str) -> str:
    """The end of a name that tells its kind, in lower case: ".html" of "World/A.HTML", "" where there is none."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()
