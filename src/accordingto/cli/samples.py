"""The sample reports that the package ships, in pairs that disagree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accordingto.model.resources import load_toml, read_data

_FOLDER = "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """One report: its file, the text, and what is known of it."""

    file: str
    text: str
    publisher: str
    published: date


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of one incident, and in a few words how they differ."""

    about: str
    reports: tuple[Sample, ...]


def pairs() -> Iterator[Pair]:
    """Every pair, in the order of the index."""
    for row in load_toml(f"{_FOLDER}/index.toml")["pair"]:
        yield Pair(row["about"], tuple(Sample(text=sample_text(each["file"]), **each) for each in row["reports"]))


def sample_text(file: str) -> str:
    """The text of one sample report."""
    return read_data(f"{_FOLDER}/{file}")
