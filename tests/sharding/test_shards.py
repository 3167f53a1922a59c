"""Articles in shards: the same cut, the same digest, the same bytes, and none half there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import an_article

from accordingto.ingest.failure import Failure
from accordingto.model.article import Article
from accordingto.model.errors import InputError
from accordingto.model.reading import Reading
from accordingto.sharding.folder import save_shard, shards_in, still_to_do
from accordingto.sharding.links import links_digest
from accordingto.sharding.parquet import digest_in, failures_in, made_by, read_shard
from accordingto.sharding.shards import Shard, cut_shards, digest_of
from accordingto.sharding.task import Orders, read_shard_articles

ORDERS = Orders("0.1.0 fast", "fast")


def some_articles(count: int) -> list[Article]:
    return [
        an_article(f"The minister said that troops had fired. That was on day {number}.") for number in range(count)
    ]


@given(st.integers(0, 30), st.integers(1, 7))
def test_shards_hold_all_articles_in_their_order(count: int, size: int) -> None:
    articles = some_articles(count)
    shards = list(cut_shards(articles, size))
    assert [article for shard in shards for article in shard.articles] == articles
    assert [shard.number for shard in shards] == list(range(len(shards)))
    assert all(0 < len(shard.articles) <= size for shard in shards)


def test_a_shard_is_the_same_bytes_each_time_and_gives_its_readings_back() -> None:
    shard = Shard(0, (*some_articles(3), Failure("gone.txt", "gone.txt is not there.")))
    assert read_shard_articles(shard, ORDERS) == read_shard_articles(shard, ORDERS)


def test_what_is_read_from_a_file_is_what_was_written(tmp_path: Path) -> None:
    odd = replace(
        an_article("The minister said \ud800 that troops had fired."), path="b\udcff.txt", publisher="The \0 Post"
    )
    shard = Shard(7, (odd, Failure("gone.txt", "gone.txt is not there.")))
    file = save_shard(tmp_path, shard.name, read_shard_articles(shard, ORDERS))
    reading, failure = read_shard(file)
    assert isinstance(reading, Reading)
    assert (reading.article.text, reading.article.path) == (odd.text, odd.path)
    assert failure == shard.articles[1]
    assert failures_in(file) == (shard.articles[1],)
    assert made_by(file) == "0.1.0 fast"


def test_only_what_is_not_there_is_done(tmp_path: Path) -> None:
    shards = list(cut_shards(some_articles(6), 2))
    for shard in shards[:2]:
        save_shard(tmp_path, shard.name, read_shard_articles(shard, ORDERS))
    assert list(still_to_do(tmp_path, shards, ORDERS)) == shards[2:]
    assert list(still_to_do(tmp_path, shards, Orders("0.1.0 accurate"))) == shards


def test_what_was_given_up_is_tried_again_where_more_seconds_are_given(tmp_path: Path) -> None:
    shards = list(cut_shards(some_articles(4), 2))
    short = replace(ORDERS, seconds=0.00001)
    save_shard(tmp_path, shards[0].name, read_shard_articles(shards[0], ORDERS))
    save_shard(tmp_path, shards[1].name, read_shard_articles(shards[1], short))
    assert list(still_to_do(tmp_path, shards, short)) == []
    assert list(still_to_do(tmp_path, shards, ORDERS)) == shards[1:]
    assert list(still_to_do(tmp_path, shards, replace(ORDERS, seconds=0.000001))) == []


def test_a_shard_that_was_read_whole_is_the_same_bytes_with_more_seconds() -> None:
    shard = Shard(0, tuple(some_articles(1)))
    assert read_shard_articles(shard, ORDERS) == read_shard_articles(shard, replace(ORDERS, seconds=900))


def test_links_are_of_the_articles_that_were_read(tmp_path: Path) -> None:
    shard = Shard(0, tuple(some_articles(2)))
    file = save_shard(tmp_path, shard.name, read_shard_articles(shard, replace(ORDERS, seconds=0.00001)))
    before = links_digest([file], "1")
    save_shard(tmp_path, shard.name, read_shard_articles(shard, ORDERS))
    assert links_digest([file], "1") != before


@pytest.mark.parametrize("broken", [b"", b"PAR1", b"nothing of the kind" * 100])
def test_a_broken_file_is_made_again(tmp_path: Path, broken: bytes) -> None:
    shard = Shard(0, tuple(some_articles(1)))
    (tmp_path / shard.name).write_bytes(broken)
    assert list(still_to_do(tmp_path, [shard], ORDERS)) == [shard]
    with pytest.raises(InputError, match="accordingto shards read"):
        next(read_shard(tmp_path / shard.name))


def test_other_details_make_another_shard() -> None:
    article = some_articles(1)[0]
    dated = replace(article, publisher="The Daily Norden")
    assert digest_of(Shard(0, (article,)), "1") != digest_of(Shard(0, (dated,)), "1")


def test_nothing_half_written_has_the_name_of_a_shard(tmp_path: Path) -> None:
    (tmp_path / ".shard-000000.parquet.123").write_bytes(b"half")
    with pytest.raises(InputError, match="holds no shards"):
        shards_in(tmp_path)
    assert digest_in(tmp_path / "shard-000000.parquet") is None


def test_an_article_that_ended_its_process_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    shard = Shard(0, tuple(some_articles(3)))
    file = save_shard(tmp_path, shard.name, read_shard_articles(shard, ORDERS, frozenset({1})))
    first, second, third = read_shard(file)
    assert isinstance(first, Reading)
    assert isinstance(second, Failure)
    assert "died" in second.reason
    assert isinstance(third, Reading)
