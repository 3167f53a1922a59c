"""What is handed in with a reading, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a reading. An article is read once by each pair of program and reader."""

    program: str
    reader: str
    models: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where an article was found and what read it.

    `address` is what tells a new version from a new report: the url, else the whole path; None where the place does not
    last, such as standard input. `raw_hash` is the SHA-256 of the file, None where there is none.
    """

    provenance: Provenance
    address: str | None = None
    raw_hash: str | None = None


class AddStatus(StrEnum):
    """What adding an article came to. `READ_AGAIN`: known, but read by another program or reader than before."""

    NEW = "new"
    UNCHANGED = "unchanged"
    NEW_VERSION = "new version"
    READ_AGAIN = "read again"


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """What became of one article. `replaced` is the article that its address showed before, where it did."""

    status: AddStatus
    article: str
    replaced: str | None = None
