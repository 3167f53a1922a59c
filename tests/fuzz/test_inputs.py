"""Broken input of every kind gives what it can or says why not, and nothing else."""

from __future__ import annotations

import io

import pytest
from tests.fuzz.mutating import many, mutated
from tests.fuzz.targets import FILES, TARGETS

from accordingto.ingest.inputs import read_articles
from accordingto.model.article import Article


@pytest.mark.parametrize("kind", TARGETS)
def test_broken_input_gives_what_it_can_or_reasons(kind: str) -> None:
    many(mutated(TARGETS[kind].seeds))(TARGETS[kind].take)()


@pytest.mark.parametrize("kind", FILES)
def test_whole_input_gives_articles(kind: str) -> None:
    for raw in FILES[kind]:
        assert any(isinstance(each, Article) for each in read_articles(["-"], stdin=io.BytesIO(raw)))
