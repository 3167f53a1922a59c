"""Pages as served."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.html_page import article_from_html
from accordingto.model.errors import AccordingToError, InputError

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Envoy leaves post - The Harbour Post</title>
<meta property="og:title" content="Envoy leaves post"><meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2021-05-03T10:00:00Z"><meta name="author" content="Ann Hale">
</head><body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Envoy leaves post</h1>
<p>CAIRO (AP) &mdash; The envoy of the northern republic left his post on Monday, the foreign ministry said in a
letter to the council, and is now on his way to the coast.</p>
<h2>A letter to the council</h2>
<p>The agency, which had seen the letter, quoted from its second page, where the minister gives his reasons:</p>
<blockquote><p>The envoy has not been seen at his desk since the first of April, and no one has heard from him.</p>
</blockquote>
<p>The council did not answer questions about the letter. A neighbour said&nbsp;that the envoy had packed his books
&#128218; long before, and that lorries had come at night.</p>
<p>(Reporting by Ann Hale and Bo Ruiz; editing by Cy Dunn)</p>
</article><footer>Sign up for our newsletter</footer></body></html>"""


def test_the_article_of_a_page() -> None:
    article = article_from_html(PAGE.encode(), ArticleDetails(path="page.html"))
    found = [(part.role.value, part.span.of(article.text)[:25]) for part in article.parts]
    assert found == [
        ("headline", "Envoy leaves post"),
        ("dateline", "CAIRO (AP) —"),
        ("body", "The envoy of the northern"),
        ("headline", "A letter to the council"),
        ("body", "The agency, which had see"),
        ("blockquote", "The envoy has not been se"),
        ("body", "The council did not answe"),
        ("boilerplate", "(Reporting by Ann Hale an"),
    ]
    assert (article.title, article.publisher, article.path) == ("Envoy leaves post", "The Harbour Post", "page.html")
    assert (article.published, article.byline, article.language) == (date(2021, 5, 3), ("Ann Hale",), "en")
    assert [earlier.publisher for earlier in article.republished_from] == ["The Associated Press"]


def test_what_the_caller_gives_goes_first() -> None:
    article = article_from_html(PAGE.encode(), ArticleDetails(published=date(2020, 1, 2), publisher="The Quay"))
    assert (article.published, article.publisher) == (date(2020, 1, 2), "The Quay")


def test_an_agency_as_author_is_where_the_report_comes_from() -> None:
    page = (
        PAGE.replace('content="Ann Hale"', 'content="Associated Press"')
        .replace("CAIRO (AP) &mdash;", "")
        .replace("(Reporting", "(By")
    )
    article = article_from_html(page.encode())
    assert [(earlier.publisher, earlier.span) for earlier in article.republished_from] == [
        ("The Associated Press", None)
    ]


def test_the_last_part_of_a_title_may_be_the_site() -> None:
    page = PAGE.replace('content="Envoy leaves post"', 'content="Envoy leaves post | Harbour Post"').replace(
        "<h1>Envoy leaves post</h1>", ""
    )
    assert article_from_html(page.replace("The Harbour Post", "Harbour Post").encode()).title == "Envoy leaves post"


@pytest.mark.parametrize("page", ["<html></html>", "<html><body></body></html>", "<", "\x00"])
def test_a_page_without_an_article_is_an_error(page: str) -> None:
    with pytest.raises(InputError, match=r"page\.html holds no article text"):
        article_from_html(page.encode(), ArticleDetails(path="page.html"))


@pytest.mark.parametrize("cut", [200, 700, 1200, 1500])
def test_broken_pages_do_not_raise_anything_else(cut: int) -> None:
    try:
        article_from_html(PAGE[:cut].encode())
    except AccordingToError:
        return


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</div>",
                "<blockquote>",
                "Troops fired on Monday. ",
                "<br>",
                "&#x110000;",
                "\x00",
                "<!--",
                "<table><tr><td>",
            ]
        ),
        max_size=30,
    )
)
@settings(deadline=None, max_examples=40)
def test_parts_cover_every_word_of_a_page(pieces: list[str]) -> None:
    try:
        article = article_from_html(("<html><body>" + "".join(pieces)).encode())
    except AccordingToError:
        return
    end = 0
    for part in article.parts:
        assert article.text[end : part.span.start].strip() == ""
        end = part.span.end
    assert article.text[end:].strip() == ""
