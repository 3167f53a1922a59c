"""Lines that hold an article whole give it back, and lines that only say so give a reason."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.ingest.details import NO_DETAILS, ArticleDetails
from accordingto.ingest.failure import Failure
from accordingto.ingest.html_page import article_from_html
from accordingto.ingest.json_lines import articles_from_jsonl
from accordingto.ingest.plain_text import article_from_text
from accordingto.ingest.whole_articles import whole_line
from accordingto.model.article import Article

PAGE = (
    "<html><head><title>Port shut</title></head><body><h1>Port shut</h1><p>By Anna Weber</p>"
    "<p>The port was shut on Monday.</p><blockquote>It stays shut.</blockquote></body></html>"
)


def back(line: str, details: ArticleDetails = NO_DETAILS) -> Article | Failure:
    (found,) = articles_from_jsonl([line.encode()], "part.jsonl", details)
    return found


@given(st.text(min_size=1).filter(lambda text: text.strip() != ""))
def test_an_article_comes_back_as_it_was(text: str) -> None:
    article = article_from_text(text, ArticleDetails(publisher="The Daily Norden", byline=("Anna Weber",)))
    assert back(whole_line(article)) == replace(article, path="part.jsonl:1")


def test_the_parts_that_a_page_told_apart_come_back() -> None:
    article = article_from_html(PAGE.encode(), ArticleDetails(path="/etc/passwd"))
    found = back(whole_line(article))
    assert found == replace(article, path="part.jsonl:1")


def test_what_the_caller_knows_goes_first() -> None:
    found = back(whole_line(article_from_text("Troops fired.")), ArticleDetails(publisher="The Wire"))
    assert isinstance(found, Article)
    assert found.publisher == "The Wire"


ROW: dict[str, Any] = json.loads(whole_line(article_from_text("Troops fired.\n\nThe port was shut.")))


@pytest.mark.parametrize(
    "change",
    [
        {"text": None}, {"text": ["Troops fired."]}, {"text": ""}, {"text": "Troops"}, {"parts": None}, {"parts": []},
        {"parts": [{"role": "body", "span": [0, 4]}]}, {"parts": [{"role": "body", "span": [5, 99]}]},
        {"parts": [{"role": "verse", "span": [0, 33]}]}, {"parts": [{"role": "body", "span": ["0", 33]}]},
        {"parts": ROW["parts"][::-1]}, {"published": "soon"}, {"published": 7}, {"publisher": {}}, {"title": [1]},
        {"byline": None}, {"byline": [7]}, {"republished_from": [{"publisher": 1, "span": None}]},
        {"republished_from": [{"publisher": "The Wire", "span": [90, 99]}]}, {"language": 1}, {"url": 3},
    ],
)  # fmt: skip
def test_a_line_that_is_not_of_the_form_is_told(change: dict[str, Any]) -> None:
    found = back(json.dumps({**ROW, **change}))
    assert isinstance(found, Failure)
    assert "part.jsonl:1" in found.reason
    assert "defect" not in found.reason
