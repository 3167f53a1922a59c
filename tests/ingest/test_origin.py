"""Where a report ran before, and who reported it."""

from __future__ import annotations

import pytest

from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.plain_text import article_from_text
from accordingto.model.article import Article

BODY = "The troops fired on the crowd on Monday, a witness said."


def read(text: str, publisher: str | None = "The Harbour Post") -> Article:
    return article_from_text(text, ArticleDetails(publisher=publisher))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{BODY}\n\nThis article is from the archive of our partner The Wharf.", ["The Wharf"]),
        (f"{BODY}\n\nThis article is from the archive of our partner .", []),
        (f"{BODY}\n\nThis story was originally published by the Wharf and Quay on May 3.", ["Wharf and Quay"]),
        (f"{BODY}\n\nThis article first appeared in The Wharf.", ["The Wharf"]),
        (f"{BODY}\n\nThis article first appeared on wharf.org.", ["wharf.org"]),
        (f"{BODY}\n\nRepublished from The Wharf under a licence.", ["The Wharf"]),
        (f"CAIRO (AP) — {BODY}", ["The Associated Press"]),
        (f"By Ann Hale, Reuters\n\n{BODY}", ["Reuters"]),
        (f"{BODY}\n\n(AFP, dpa)", ["Agence France-Presse", "Deutsche Presse-Agentur"]),
        (f"{BODY} — AFP", ["Agence France-Presse"]),
        (f"{BODY}\n\nCopyright 2021 The Associated Press. All rights reserved.", ["The Associated Press"]),
        (f"{BODY}\n\nThe Associated Press contributed to this report.", []),
        (f"{BODY}\n\nThe story first appeared in The Wharf, the minister said.", []),
        (f"{BODY}\n\nReuters\n\n{BODY}\n\n{BODY}\n\n{BODY}\n\n{BODY}", []),
    ],
)
def test_republications(text: str, expected: list[str]) -> None:
    assert [earlier.publisher for earlier in read(text).republished_from] == expected


def test_a_republication_points_at_its_words() -> None:
    text = f"{BODY}\n\nThis article is from the archive of our partner The Wharf."
    (earlier,) = read(text).republished_from
    assert earlier.span is not None
    assert earlier.span.of(text) == "The Wharf"


@pytest.mark.parametrize("publisher", ["AP", "Associated Press", "The Associated Press"])
def test_the_publisher_does_not_republish_itself(publisher: str) -> None:
    assert read(f"CAIRO (AP) — {BODY}", publisher).republished_from == ()


def test_a_site_is_its_outlet() -> None:
    assert read(f"(CNN) {BODY}", "edition.cnn.com").republished_from == ()


def test_reporters_come_from_bylines_and_credits() -> None:
    text = f"By Ann Hale\n\n{BODY}\n\n(Reporting by Ann Hale and Bo Ruiz; editing by Cy Dunn)"
    assert read(text).byline == ("Ann Hale", "Bo Ruiz")


@pytest.mark.parametrize(
    ("margin", "expected"),
    [
        ("Ann Hale contributed from Cairo.", ("Ann Hale",)),
        ("Ann Hale and Bo Ruiz contributed to this report.", ("Ann Hale", "Bo Ruiz")),
        ("The Associated Press contributed to this report.", ()),
        ("By Cy Dunn\n\nAnn Hale contributed to this report.", ("Cy Dunn",)),
    ],
)
def test_who_contributed_is_the_reporter_where_no_other_is_named(margin: str, expected: tuple[str, ...]) -> None:
    first, _, second = margin.partition("\n\n")
    assert read(f"{first}\n\n{BODY}\n\n{second}" if second else f"{BODY}\n\n{first}").byline == expected
