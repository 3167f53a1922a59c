"""The reading of an article, or the reason why there is none: what goes wrong in one never stops the others."""

from __future__ import annotations

from dataclasses import replace

from accordingto.budget import MOST_SECONDS, OverTimeError, at_most
from accordingto.ingest.failure import Failure
from accordingto.model.article import Article
from accordingto.model.errors import InstallationError
from accordingto.model.reading import Reading

Outcome = Reading | Failure


def read_one(article: Article, reader: str = "accurate", *, seconds: float = MOST_SECONDS) -> Outcome:
    """The reading of one article, or a Failure where it has a defect, takes too long or too much memory."""
    from accordingto.reader import read_article  # noqa: PLC0415  # a second that only a reading needs

    try:
        with at_most(seconds):
            return read_article(article, reader=reader)
    except OverTimeError:
        reason = f"it took longer than the {seconds:g} seconds that one article may take"
        return replace(failure_of(article, f"{reason} ({len(article.text):,} characters). Split it."), seconds=seconds)
    except MemoryError:
        return failure_of(article, f"memory ran out on its {len(article.text):,} characters. Split the file.")
    except InstallationError:
        raise  # nothing can be read at all
    except Exception as error:  # noqa: BLE001  # one article's defect is told, and the others are read
        defect = f"{type(error).__name__}: {error}. This is a defect of accordingto: please report it."
        return failure_of(article, defect)


def failure_of(article: Article, reason: str) -> Failure:
    """The failure that says so of the article."""
    path = article.path or "-"
    return Failure(path, f"{path} could not be read: {reason}")
