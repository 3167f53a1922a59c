"""Many articles in order, in one process or several, whatever goes wrong in one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.factories import an_article

from accordingto.attempting import read_one
from accordingto.cli.reading_options import How
from accordingto.cli.workers import WAITING_PER_WORKER, read_all
from accordingto.ingest.failure import Failure
from accordingto.model.article import Article
from accordingto.model.errors import InstallationError
from accordingto.model.reading import Reading

SENTENCES = ("Troops fired on the crowd.", "The minister resigned.", "Rebels denied it, a spokesman said.")


def some_articles(count: int) -> list[Article]:
    return [an_article(f"{SENTENCES[number % 3]} That was on day {number}.") for number in range(count)]


@pytest.mark.parametrize("workers", [1, 2])
def test_readings_and_failures_come_in_the_order_of_the_articles(workers: int) -> None:
    missing = Failure("gone.txt", "gone.txt is not there.")
    articles: list[Article | Failure] = [*some_articles(20), missing, *some_articles(5)]
    outcomes = list(read_all(articles, How(workers)))
    told = [outcome.article.text if isinstance(outcome, Reading) else outcome for outcome in outcomes]
    assert told == [article if isinstance(article, Failure) else article.text for article in articles]


def test_several_workers_take_only_a_few_articles_ahead() -> None:
    taken = 0

    def counted() -> Iterator[Article]:
        nonlocal taken
        for article in some_articles(200):
            taken += 1
            yield article

    outcomes = read_all(counted(), How(2))
    next(outcomes)
    assert taken <= 2 * WAITING_PER_WORKER + 1
    outcomes.close()  # type: ignore[attr-defined]  # a generator, whose end ends the processes


def test_a_defect_in_one_article_is_told_and_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    import accordingto.reader

    whole = accordingto.reader.read_article

    def fragile(article: Article, *, reader: str) -> Reading:
        if "resigned" in article.text:
            raise RecursionError("too deep")
        return whole(article)

    monkeypatch.setattr(accordingto.reader, "read_article", fragile)
    first, second, third = (read_one(article) for article in some_articles(3))
    assert isinstance(second, Failure)
    assert "RecursionError: too deep" in second.reason
    assert isinstance(first, Reading)
    assert isinstance(third, Reading)


def test_a_missing_part_of_the_installation_stops_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(article: Article, *, reader: str) -> Reading:
        raise InstallationError("The language model is not installed.")

    monkeypatch.setattr("accordingto.reader.read_article", broken)
    with pytest.raises(InstallationError):
        list(read_all(some_articles(1), How()))
