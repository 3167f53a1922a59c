"""Options on where reports come from and what becomes of those that fail: --allow-host, --failures, --retry."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from accordingto.cli import streams
from accordingto.cli.named_path import A_FILE
from accordingto.ingest.failure import Failure

Passing = TypeVar("Passing")


@dataclass(frozen=True, slots=True)
class Sources:
    """The hosts allowed by name, where failures are listed, and the paths that alone are wanted."""

    allowed_hosts: frozenset[str] = frozenset()
    failures: Path | None = None
    retried: dict[str, str] = field(default_factory=dict)
    """Paths that failed before, each with the input it stands in; none where everything is wanted."""

    def inputs(self, named: tuple[str, ...]) -> tuple[str, ...]:
        """The inputs to open: those named, else those of the failures. Raises UsageError where there are none."""
        if not named and not self.retried:
            raise click.UsageError("Missing argument 'INPUT...': name one, or --retry a file of failures.")
        return named or tuple(dict.fromkeys(self.retried.values()))

    def is_wanted(self, path: str | None) -> bool:
        """True for whatever is to be read: everything, or on a second run what failed before."""
        return not self.retried or path is None or path in self.retried


def allow_host_option() -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # click decorates any command
    """The option --allow-host, with its help."""
    text = "Fetch from HOST though its network is private."
    return click.option("--allow-host", metavar="HOST", multiple=True, help=text)


def hosts_named(given: tuple[str, ...]) -> frozenset[str]:
    """The hosts of --allow-host as they are compared: an address of version 6 without its brackets."""
    return frozenset(host.lower().strip("[]") for host in given)


def source_options() -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # click decorates any command
    """The options, given to the command as one `sources`."""
    there = click.Path(exists=True, dir_okay=False, path_type=Path)

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def with_sources(*, allow_host: tuple[str, ...], failures: Path | None, retry: Path | None, **rest: Any) -> Any:
            retried = _retried(retry) if retry is not None else {}
            if retry is not None and not retried:
                streams.say(f"{retry} lists no failures: nothing to do.")
                return None
            return command(sources=Sources(hosts_named(allow_host), failures, retried), **rest)

        decorated: Callable[..., Any] = with_sources
        for option in (
            click.option("--retry", metavar="FILE", type=there, help="Read only what FILE of --failures lists."),
            click.option("--failures", metavar="FILE", type=A_FILE, help="List what failed in FILE, as JSON Lines."),
            allow_host_option(),
        ):
            decorated = option(decorated)
        return decorated

    return decorate


def noting(
    outcomes: Iterable[Passing | Failure], sources: Sources, inputs: Iterable[str]
) -> Iterator[Passing | Failure]:
    """The outcomes as they come; at the end, or where it is broken off, the failures among them are listed."""
    failed: list[Failure] = []
    try:
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                failed.append(outcome)
            yield outcome
    finally:
        if sources.failures is not None:
            _list(failed, sources.failures, tuple(inputs))


def input_of(path: str, inputs: tuple[str, ...]) -> str:
    """The input that the path stands in: "dump.zip" for "dump.zip!a.jsonl:7"; itself where it is one.

    >>> input_of("dump.zip!a.jsonl:7", ("dump.zip",)), input_of("https://example.org/a", ("feed.xml",))
    ('dump.zip', 'https://example.org/a')
    """
    if path in inputs:
        return path
    holding = (each for each in inputs if path.startswith((f"{each}!", f"{each}:")))
    return max(holding, key=len, default=path)


def _list(failed: list[Failure], file: Path, inputs: tuple[str, ...]) -> None:
    rows = ({"input": input_of(each.path, inputs), "path": each.path, "reason": each.reason} for each in failed)
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    if failed:
        streams.say(f"{len(failed):,} failures are listed in {file}. To read only those: --retry {file}")


def _retried(file: Path) -> dict[str, str]:
    """The paths of a file of failures, each with its input. Raises UsageError where it is none."""
    found: dict[str, str] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in ("input", "path")):
            raise click.UsageError(f'{file}:{number} is no failure. Each line has "input", "path" and "reason".')
        found[row["path"]] = row["input"]
    return found
