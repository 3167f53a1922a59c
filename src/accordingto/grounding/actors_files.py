"""Files of actors that users bring, told apart by what is in them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.grounding.actors_csv import actors_from_csv, is_csv
from accordingto.grounding.actors_ftm import actors_from_ftm, is_ftm
from accordingto.grounding.actors_in_force import OwnActors
from accordingto.grounding.actors_own import BadRow, OwnActor, assemble_own_actors
from accordingto.grounding.actors_petrarch import actors_from_petrarch, is_petrarch
from accordingto.model.errors import InputError

VERSION_LENGTH = 12
"""Hexadecimal digits of the digest of all files that readings name them by."""

Reader = Callable[[str], Iterator[OwnActor | BadRow]]

_FORMATS: tuple[tuple[Callable[[str], bool], Reader], ...] = (
    (is_ftm, actors_from_ftm),
    (is_csv, actors_from_csv),
    (is_petrarch, actors_from_petrarch),
)


@dataclass(frozen=True, slots=True)
class LoadedActors:
    """The actors of some files, and a sentence for each row that could not be used."""

    actors: OwnActors
    problems: tuple[str, ...] = ()


def load_actors(files: Sequence[Path]) -> LoadedActors:
    """The actors of the files; of two rows for one name in two files, the first file's says what it is.

    Raises InputError for a file that cannot be read or is of none of the formats.
    """
    actors: list[OwnActor] = []
    problems: list[str] = []
    digest = hashlib.sha256()
    for file in files:
        text = _text(file)
        digest.update(text.encode())
        for row in _rows(text, file):
            if isinstance(row, BadRow):
                problems.append(f"{file}, line {row.line}: {row.reason}")
            else:
                actors.append(row)
    return LoadedActors(assemble_own_actors(actors, digest.hexdigest()[:VERSION_LENGTH]), tuple(problems))


def _rows(text: str, file: Path) -> Iterator[OwnActor | BadRow]:
    for is_format, read in _FORMATS:
        if is_format(text):
            return read(text)
    raise InputError(
        f"{file} holds no actors: its first line is neither a JSON entity nor a CSV header with 'name', and no line "
        "has a code in brackets. Give CSV, FollowTheMoney JSON lines or a PETRARCH dictionary."
    )


def _text(file: Path) -> str:
    """The text of a file in UTF-8, or in Latin-1 as older dictionaries are."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}.") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")
