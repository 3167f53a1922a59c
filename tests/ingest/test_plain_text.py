"""Plain text as an article: nothing is changed, nothing is lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.plain_text import LONGEST_ARTICLE, article_from_text
from accordingto.model.article import Article
from accordingto.model.errors import AccordingToError, InputError

BODY = "The troops fired on the crowd on Monday, a witness said."

PIECES = st.sampled_from(
    [
        BODY,
        "By Ann Hale",
        "CAIRO (AP) — ",
        "Reuters",
        "The agency reported:",
        "(Reporting by Ann Hale; editing by Bo Ruiz)",
        "Copyright 2021 The Associated Press.",
        "This article is from the archive of our partner ",
        "> ",
        "“",
        "”",
        '"',
        "\n",
        "\n\n",
        "\r\n",
        "\u00a0",
        "e\u0301",
        "👩‍👩‍👧",
        "\u202eשלום",
        "مرحبا",
        "\u200b",
        "\ud800",
        "\x00",
        " ",
        "—",
        ":",
    ]
)
TEXTS = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=12).map("".join),
    st.lists(st.one_of(PIECES, st.text()), max_size=8).map("".join),
)


def read(text: str) -> Article | None:
    try:
        return article_from_text(text, ArticleDetails(publisher="The Harbour Post"))
    except AccordingToError:
        return None


@given(TEXTS)
@settings(deadline=None)
def test_parts_are_in_order_apart_and_cover_every_word(text: str) -> None:
    article = read(text)
    if article is None:
        assert not text.strip()
        return
    assert article.text == text
    end = 0
    for part in article.parts:
        assert text[end : part.span.start].strip() == ""
        assert end <= part.span.start < part.span.end <= len(text)
        end = part.span.end
    assert text[end:].strip() == ""


@given(TEXTS)
@settings(deadline=None)
def test_republications_point_into_the_text(text: str) -> None:
    article = read(text)
    for earlier in article.republished_from if article else ():
        assert earlier.span is not None
        assert earlier.span.of(text).strip()


@given(st.lists(st.sampled_from([BODY, "By Ann Hale", "CAIRO (AP) — The troops fired."]), min_size=1, max_size=5))
def test_line_ends_do_not_change_the_roles(paragraphs: list[str]) -> None:
    unix, windows = (article_from_text(joint.join(paragraphs)) for joint in ("\n\n", "\r\n\r\n"))
    assert [part.role for part in unix.parts] == [part.role for part in windows.parts]
    assert [part.span.of(unix.text) for part in unix.parts] == [part.span.of(windows.text) for part in windows.parts]


@pytest.mark.parametrize("text", ["", " \n\u00a0\t"])
def test_a_blank_text_is_an_error(text: str) -> None:
    with pytest.raises(InputError, match=r"report\.txt holds"):
        article_from_text(text, ArticleDetails(path="report.txt"))


def test_a_text_beyond_any_report_is_an_error() -> None:
    with pytest.raises(InputError, match="too long for one report"):
        article_from_text("word " * (LONGEST_ARTICLE // 5 + 1))


def test_what_the_caller_gives_goes_first() -> None:
    details = ArticleDetails(date(2020, 1, 2), "The Quay", "Given title", byline=("Cy Dunn",), language="en")
    article = article_from_text(f"Found title of it\n\nBy Ann Hale\n\nGENEVA (3 May 2019) – {BODY}", details)
    assert (article.published, article.publisher, article.title) == (date(2020, 1, 2), "The Quay", "Given title")
    assert (article.byline, article.language) == (("Cy Dunn",), "en")


def test_what_the_text_tells_comes_second() -> None:
    article = article_from_text(f"Troops fire on crowd\n\nBy Ann Hale\n\nGENEVA (3 May 2019) – {BODY}")
    assert (article.title, article.byline, article.published) == (
        "Troops fire on crowd",
        ("Ann Hale",),
        date(2019, 5, 3),
    )


def test_a_stamp_gives_the_day() -> None:
    article = article_from_text(f"Troops fire on crowd\n\nPublished: 3 May 2019, 10:15\n\n{BODY}\n\n{BODY}")
    assert article.published == date(2019, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "a " * 100_000,
        "a\n" * 50_000,
        "A — " * 50_000,
        "(" * 100_000,
        "AP, " * 50_000,
        "x" * 200_000,
        "By Ann Hale, " * 9_000,
    ],
)
def test_odd_texts_are_read_in_time_that_grows_with_their_length(text: str) -> None:
    assert article_from_text(text).parts
