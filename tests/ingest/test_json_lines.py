"""JSON Lines, one article a line."""

from __future__ import annotations

import json
from datetime import date

import pytest

from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.failure import Failure
from accordingto.ingest.json_lines import articles_from_json, articles_from_jsonl
from accordingto.model.article import Article

BODY = "The troops fired on the crowd on Monday, a witness said."


def one(row: object, details: ArticleDetails | None = None) -> Article | Failure:
    (found,) = articles_from_jsonl([json.dumps(row).encode()], "reports.jsonl", details or ArticleDetails())
    return found


def test_the_keys_of_a_line() -> None:
    article = one(
        {
            "text": BODY,
            "title": "Troops fire",
            "publisher": "The Quay",
            "published": "2012-07-12T08:00:00Z",
            "url": "https://example.org/1",
            "byline": ["Ann Hale"],
            "language": "en",
            "id": 7,
        }
    )
    assert isinstance(article, Article)
    assert (article.title, article.publisher, article.published) == ("Troops fire", "The Quay", date(2012, 7, 12))
    assert (article.url, article.byline, article.language) == ("https://example.org/1", ("Ann Hale",), "en")
    assert (article.text, article.path) == (BODY, "reports.jsonl:1")


@pytest.mark.parametrize(
    ("row", "byline"),
    [
        ({"author": "Ann Hale; Bo Ruiz"}, ("Ann Hale", "Bo Ruiz")),
        ({"authors": ["Ann Hale", 3]}, ("Ann Hale",)),
        ({"byline": 3}, ()),
    ],
)
def test_authors_come_as_a_list_or_as_words(row: dict[str, object], byline: tuple[str, ...]) -> None:
    article = one({"text": BODY, **row})
    assert isinstance(article, Article)
    assert article.byline == byline


@pytest.mark.parametrize(
    ("language", "expected"), [("en-GB", "en"), ("English", "en"), ("FR", "fr"), ("None", "en"), (None, "en")]
)
def test_the_language_given_goes_before_the_one_found(language: str | None, expected: str) -> None:
    article = one({"text": BODY, "language": language})
    assert isinstance(article, Article)
    assert article.language == expected


def test_a_page_will_do_for_the_text() -> None:
    paragraphs = "".join(f"<p>{BODY} It was the {day} day of the fighting.</p>" for day in ("first", "second", "third"))
    article = one({"html": f"<html><body><article>{paragraphs}</article></body></html>"})
    assert isinstance(article, Article)
    assert BODY in article.text


def test_a_bad_field_does_not_blank_the_report(caplog: pytest.LogCaptureFixture) -> None:
    article = one({"text": BODY, "published": "soon", "title": 3, "url": None})
    assert isinstance(article, Article)
    assert article.published is None
    assert "reports.jsonl:1: 'soon' is no date" in caplog.text


def test_what_the_caller_gives_goes_first() -> None:
    article = one({"text": BODY, "publisher": "The Quay"}, ArticleDetails(publisher="The Wharf"))
    assert isinstance(article, Article)
    assert article.publisher == "The Wharf"


def test_a_bad_line_is_told_and_the_rest_goes_on() -> None:
    lines = [
        b'{"text": "Troops fired."}\n',
        b"{oops\n",
        b"\n",
        b"[1]\n",
        b'{"title": "x"}\n',
        b'{"text": " "}\n',
        b'{"text": "So."}',
    ]
    found = list(articles_from_jsonl(lines, "a.jsonl"))
    assert [item.path for item in found] == [
        "a.jsonl:1",
        "a.jsonl:2",
        "a.jsonl:4",
        "a.jsonl:5",
        "a.jsonl:6",
        "a.jsonl:7",
    ]
    reasons = [item.reason for item in found if isinstance(item, Failure)]
    assert len(reasons) == 4
    assert reasons[0].startswith("a.jsonl:2 holds no JSON object")
    assert "Keys found: title" in reasons[2]


def test_half_a_character_can_be_written_again() -> None:
    (article,) = articles_from_jsonl([b'{"text": "a \\ud800 b \\ud83d\\ude00"}'], "a.jsonl")
    assert isinstance(article, Article)
    assert article.text == "a \ufffd b 😀"
    article.text.encode("utf-8")


def test_a_json_document_holds_one_report_or_a_list() -> None:
    assert [item.path for item in articles_from_json(json.dumps({"text": BODY}).encode(), "a.json")] == ["a.json"]
    listed = list(articles_from_json(json.dumps([{"text": BODY}, 3]).encode(), "a.json"))
    assert [(type(item), item.path) for item in listed] == [(Article, "a.json:1"), (Failure, "a.json:2")]
