"""How much an archive may hold, and the meter that holds it to that: no bomb is unpacked beyond a small multiple."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from accordingto.model.errors import InputError


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one input may unpack to. Chosen, not tuned: pages pack to a tenth, near-identical ones to a hundredth."""

    ratio: int = 200
    """Unpacked bytes for each byte of the input; beyond `free` only."""
    free: int = 200_000_000
    """Unpacked bytes that no ratio is asked of."""
    entries: int = 10_000_000
    """Files or records of one input."""
    depth: int = 4
    """Archives within archives: a `.warc.gz` in a `.zip` is three."""


BOUNDS: Final = Bounds()


class Meter:
    """Counts what one input takes and gives. Raises InputError where it gives too much."""

    def __init__(self, name: str, size: int | None = None, bounds: Bounds = BOUNDS) -> None:
        self.name = name
        self.bounds = bounds
        self.given = 0
        self.entries = 0
        self._size = size
        self._taken = 0

    def take(self, count: int) -> None:
        """So many bytes of the input were read; those of a file are counted by its size, however often they are."""
        self._taken += count

    def give(self, count: int) -> None:
        """So many bytes were unpacked from it."""
        self.given += count
        size = self._taken if self._size is None else self._size
        if self.given > self.bounds.free and self.given > self.bounds.ratio * size:
            raise InputError(
                f"{self.name} unpacks to more than {self.bounds.ratio} times its size: {self.given:,} bytes so far "
                f"from {size:,}. Unpack it yourself, if you trust it, and give the folder."
            )

    def enter(self) -> None:
        """One more file or record was found in it."""
        self.entries += 1
        if self.entries > self.bounds.entries:
            raise InputError(f"{self.name} holds more than {self.bounds.entries:,} files. Split it.")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an input something stands: its label, such as "pages.zip!world/a.html", and how deep."""

    label: str
    meter: Meter
    depth: int = 0

    def within(self, name: str | None = None) -> Place:
        """The place of an entry, by its name; with no name, of what is packed here. Raises InputError if too deep."""
        self.meter.enter()
        label = self.label if name is None else f"{self.label}!{name}"
        if self.depth >= self.meter.bounds.depth:
            raise InputError(f"{label} lies too deep: archives within archives are read {self.depth} deep. Unpack it.")
        return Place(label, self.meter, self.depth + 1)
