"""`accordingto shards cut`: an archive in files of some thousand articles, one for each task of a cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, islice
from pathlib import Path

import click

from accordingto.cli import streams
from accordingto.cli.named_path import A_FOLDER
from accordingto.cli.read_options import SOME_INPUTS_FAILED
from accordingto.ingest.failure import Failure
from accordingto.model.article import Article
from accordingto.model.errors import InputError

ARTICLES_A_PART = 10_000
"""Some twenty minutes of one core with the fast reader."""


@click.command(short_help="An archive -> files of articles, one for each task of a cluster.")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("--out", "folder", metavar="DIR", required=True, type=A_FOLDER,
              help="Where the files go; made where there is none.")  # fmt: skip
@click.option("--size", type=click.IntRange(1, 10_000_000), default=ARTICLES_A_PART, show_default=True,
              help="Articles a file.")  # fmt: skip
def cut(inputs: tuple[str, ...], folder: Path, size: int) -> None:
    """Cut an archive into files of JSON Lines, part-00000.jsonl and on, in its order; nothing is read yet.

    Each article keeps its parts and its id, so that it is read as from the archive; its path is then FILE:LINE of the
    file it was cut into, where its old path stands in the line.
    """
    from accordingto.cli.inputs import Gathering, articles_of, find_inputs  # noqa: PLC0415
    from accordingto.ingest.details import ArticleDetails  # noqa: PLC0415

    if any(folder.glob("part-*.jsonl")):
        raise InputError(f"{folder} holds parts already. Name another folder, or delete them.")
    progress = streams.Progress(None)
    articles = _told(articles_of(find_inputs(inputs), Gathering(ArticleDetails())), progress)
    files = sum(1 for _ in write_parts(folder, articles, size))
    progress.clear()
    streams.say(f"{folder}: {progress.read:,} articles in {files:,} files.")
    if progress.failed:
        click.get_current_context().exit(SOME_INPUTS_FAILED)


def write_parts(folder: Path, articles: Iterable[Article], size: int) -> Iterator[Path]:
    """The files, each as it is written, and named when it is whole."""
    from accordingto.ingest.whole_articles import whole_line  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    rest = iter(articles)
    for number in count():
        first = next(rest, None)
        if first is None:
            return
        unfinished, file = folder / ".part-unfinished", folder / f"part-{number:05d}.jsonl"
        with unfinished.open("w", encoding="ascii") as out:
            out.write(whole_line(first))
            out.writelines(map(whole_line, islice(rest, size - 1)))
        yield unfinished.replace(file)


def _told(found: Iterable[Article | Failure], progress: streams.Progress) -> Iterator[Article]:
    """The articles; what is none is told with its reason."""
    for each in found:
        if isinstance(each, Failure):
            progress.clear()
            streams.say(each.reason)
            progress.count(failed=True)
        else:
            progress.count()
            yield each
