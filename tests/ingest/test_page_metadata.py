"""What pages tell machines of themselves."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.html_page import article_from_html
from accordingto.ingest.page_metadata import linked_details

PEOPLE = '"author": [{"@type": "Person", "name": "Ann Hale"}, {"@type": "Organization", "name": "Harbour Media"}]'
NEWS = (
    '{"@type": "NewsArticle", "publisher": {"name": "The Harbour Post"}, "datePublished": "2021-05-03", ' + PEOPLE + "}"
)
PAGE = """<html><head><title>Envoy leaves</title><meta property="og:site_name" content="{site}">
<script type="application/ld+json">{linked}</script></head><body><article><p>The envoy of the northern republic left his
post on Monday, the foreign ministry said in a letter to the council, and is on his way.</p></article></body></html>"""


@pytest.mark.parametrize(
    "linked",
    [NEWS, f"[{NEWS}]", f'{{"@graph": [{{"@type": "WebSite", "name": "x"}}, {NEWS}]}}', f'{{"mainEntity": {NEWS}}}'],
)
def test_an_article_is_found_wherever_it_stands(linked: str) -> None:
    found = linked_details(PAGE.format(site="Post", linked=linked))
    assert found == ArticleDetails(publisher="The Harbour Post", published=date(2021, 5, 3), byline=("Ann Hale",))


@pytest.mark.parametrize(
    "linked",
    [
        "",
        "{",
        "[[[[[[[[1]]]]]]]]",
        "[" * 10_000,
        '{"@type": 3}',
        '{"@type": "NewsArticle", "publisher": [null, 3]}',
        "null",
    ],
)
def test_what_is_no_article_tells_nothing(linked: str) -> None:
    assert linked_details(PAGE.format(site="Post", linked=linked)) == ArticleDetails()


@given(st.text(alphabet='{}[]":,@typeNwsArticl 1\\', max_size=80))
def test_nothing_raises(linked: str) -> None:
    linked_details(PAGE.format(site="Post", linked=linked))


@pytest.mark.parametrize(
    ("site", "expected"),
    [("theharbourpost.example", "The Harbour Post"), ("The Quay Herald", "The Quay Herald")],
)
def test_of_one_outlet_the_full_name_counts_and_of_another_the_site(site: str, expected: str) -> None:
    assert article_from_html(PAGE.format(site=site, linked=NEWS).encode()).publisher == expected
