"""Expressions of time and the days they mean, seen from Thursday, 12 July 2012."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import an_article, the_span

from accordingto.grounding.times import ground_times, time_of
from accordingto.model.article import Article
from accordingto.model.when import TimePrecision, When

THURSDAY = date(2012, 7, 12)


def told(article: Article) -> list[tuple[str, str | None, str | None, str]]:
    """(words, first day, last day, precision) of every mention, in order."""
    rows = [
        (mention, when.start.isoformat() if when.start else None, when.end.isoformat() if when.end else None, when)
        for when in ground_times(article)
        for mention in when.mentions
    ]
    return [(span.of(article.text), start, end, when.precision) for span, start, end, when in sorted(rows, key=_first)]


def _first(row: tuple[object, object, object, object]) -> str:
    return f"{row[0]}" if not hasattr(row[0], "start") else f"{row[0].start:09}"


@pytest.mark.parametrize(
    ("sentence", "words", "days", "precision"),
    [
        ("The envoy left Wednesday.", "Wednesday", "2012-07-11", "day"),
        ("The envoy left on Wednesday night.", "Wednesday night", "2012-07-11", "day"),
        ("The envoy left on Thursday.", "Thursday", "2012-07-12", "day"),
        ("The envoy will leave on Friday.", "Friday", "2012-07-13", "day"),
        ("The envoy said Friday that he will leave.", "Friday", "2012-07-06", "day"),
        ("The envoy set the house on fire on Friday.", "Friday", "2012-07-06", "day"),
        ("The envoy is set to leave on Friday.", "Friday", "2012-07-13", "day"),
        ("The talks broke down in March. He will leave.", "March", "2012-03-01 2012-03-31", "month"),
        ("The talks will resume in September.", "September", "2012-09-01 2012-09-30", "month"),
        ("The envoy left last Tuesday.", "last Tuesday", "2012-07-10", "day"),
        ("The envoy leaves next Friday.", "next Friday", "2012-07-20", "day"),
        ("The envoy left yesterday.", "yesterday", "2012-07-11", "day"),
        ("The envoy leaves tomorrow morning.", "tomorrow morning", "2012-07-13", "day"),
        ("The envoy left the day before yesterday.", "the day before yesterday", "2012-07-10", "day"),
        ("The envoy left last night.", "last night", "2012-07-11", "day"),
        ("The envoy left this morning.", "this morning", "2012-07-12", "day"),
        ("The envoy left two days ago.", "two days ago", "2012-07-10", "day"),
        ("The envoy left on July 3, 2011.", "July 3, 2011", "2011-07-03", "day"),
        ("The envoy left on 3 July 2011.", "3 July 2011", "2011-07-03", "day"),
        ("The envoy left on the 3rd of July.", "the 3rd of July", "2012-07-03", "day"),
        ("The envoy left on Wednesday, July 4, alone.", "Wednesday, July 4", "2012-07-04", "day"),
        ("The envoy left on 2011-07-03.", "2011-07-03", "2011-07-03", "day"),
        ("The envoy left on 25/6/2012.", "25/6/2012", "2012-06-25", "day"),
        ("The envoy left on Dec. 30.", "Dec. 30", "2011-12-30", "day"),
        ("The envoy left on Christmas Eve.", "Christmas Eve", "2011-12-24", "day"),
        ("The envoy left last week.", "last week", "2012-07-02 2012-07-08", "week"),
        ("The envoy left this week.", "this week", "2012-07-09 2012-07-15", "week"),
        ("The envoy left three weeks ago.", "three weeks ago", "2012-06-18 2012-06-24", "week"),
        ("The envoy left last month.", "last month", "2012-06-01 2012-06-30", "month"),
        ("The envoy left in May.", "May", "2012-05-01 2012-05-31", "month"),
        ("The envoy left in June 2010.", "June 2010", "2010-06-01 2010-06-30", "month"),
        ("The envoy left last June.", "last June", "2012-06-01 2012-06-30", "month"),
        ("The envoy left in November.", "November", "2011-11-01 2011-11-30", "month"),
        ("The envoy left in 2009.", "2009", "2009-01-01 2009-12-31", "year"),
        ("The envoy left after the 2009 election.", "2009", "2009-01-01 2009-12-31", "year"),
        ("The envoy left last year.", "last year", "2011-01-01 2011-12-31", "year"),
        ("The envoy left a decade ago.", "a decade ago", "2002-01-01 2002-12-31", "year"),
        ("The envoy left early in 2012.", "early in 2012", "2012-01-01 2012-04-30", "period"),
        ("The envoy left in mid-March.", "mid-March", "2012-03-11 2012-03-20", "period"),
        ("The envoy left in the 1990s.", "the 1990s", "1990-01-01 1999-12-31", "period"),
        ("The envoy left overnight.", "overnight", "2012-07-11 2012-07-12", "period"),
        ("The envoy left over the weekend.", "the weekend", "2012-07-07 2012-07-08", "period"),
        ("The envoy left last summer.", "last summer", "2011-06-01 2011-08-31", "period"),
        ("It grew in the first quarter of 2011.", "the first quarter of 2011", "2011-01-01 2011-03-31", "period"),
        ("It grew in the first half of 2011.", "the first half of 2011", "2011-01-01 2011-06-30", "period"),
        ("He has been away since Friday.", "since Friday", "2012-07-06 2012-07-12", "period"),
        ("He was away the past two weeks.", "the past two weeks", "2012-06-28 2012-07-12", "period"),
        ("He was away from 3 to 5 June.", "3 to 5 June", "2012-06-03 2012-06-05", "period"),
        ("He was away July 4-6.", "July 4-6", "2012-07-04 2012-07-06", "period"),
        ("He was away between March and May 2011.", "March and May 2011", "2011-03-01 2011-05-31", "period"),
        ("He was away from Monday to Friday.", "Monday to Friday", "2012-07-02 2012-07-06", "period"),
        ("It stood in the 19th century.", "the 19th century", "1801-01-01 1900-12-31", "period"),
        ("It fell in the last week of June.", "the last week of June", "2012-06-24 2012-06-30", "period"),
        ("It fell on the first day of May 2010.", "the first day of May 2010", "2010-05-01", "day"),
        ("It may fall by the end of the year.", "the end of the year", "2012-09-01 2012-12-31", "period"),
        ("It fell earlier in the week.", "earlier in the week", "2012-07-09 2012-07-12", "period"),
        ("He was away the past 24 hours.", "the past 24 hours", "2012-07-11 2012-07-12", "period"),
        ("He was away the past year.", "the past year", "2011-07-12 2012-07-12", "period"),
        ("He was away earlier this year.", "earlier this year", "2012-01-01 2012-07-12", "period"),
    ],
)
def test_a_time_on_the_calendar(sentence: str, words: str, days: str, precision: str) -> None:
    article = an_article(sentence, published=THURSDAY)
    start, end = days.split(maxsplit=1)[0], days.rsplit(maxsplit=1)[-1]
    assert told(article) == [(words, start, end, precision)]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It may take six months to a year.", "six months to a year"),
        ("They held a two-hour meeting.", "a two-hour"),
        ("They talked for three weeks.", "three weeks"),
        ("They will need several more months.", "several more months"),
    ],
)
def test_a_length_has_no_days(sentence: str, words: str) -> None:
    assert told(an_article(sentence, published=THURSDAY)) == [(words, None, None, "duration")]


@pytest.mark.parametrize(
    "sentence",
    [
        "May he rest, she said.",
        "Troops march on the capital.",
        "It was the second attack.",
        "Theresa May resigned.",
        "USA Today asked.",
        "They march every Friday.",
        "They march on Fridays.",
        "This may be the end.",
        "The Sunday Times asked.",
        "The boy is 15 years old.",
        "A 15-year-old boy died.",
        "Some 2000 people fled.",
        "It costs 1984 euros.",
        "It happens three times a day.",
        "The fall of the city was near.",
        "",
        "A woman in her mid-50s left.",
        "He was in his 40s then.",
    ],
)
def test_no_time(sentence: str) -> None:
    assert told(an_article(sentence, published=THURSDAY)) == []


def test_a_relative_time_without_publication_date_has_no_days() -> None:
    assert told(an_article("He left on Wednesday.")) == [("Wednesday", None, None, "day")]


def test_a_date_that_two_countries_read_differently_has_no_days() -> None:
    assert told(an_article("He left on 4/5/2012.", published=THURSDAY)) == [("4/5/2012", None, None, "day")]


def test_the_next_day_follows_the_last_day_told() -> None:
    article = an_article("He fell ill on July 3. The next day he left.", published=THURSDAY)
    assert told(article)[1] == ("The next day", "2012-07-04", "2012-07-04", "day")


def test_that_year_is_the_last_year_told() -> None:
    article = an_article("He left in 1998. That year the war began.", published=THURSDAY)
    assert told(article)[1] == ("That year", "1998-01-01", "1998-12-31", "year")


def test_words_for_one_day_are_one_time() -> None:
    (when,) = ground_times(an_article("He left Wednesday. Yesterday was hot.", published=THURSDAY))
    assert len(when.mentions) == 2


def test_the_time_of_words_is_the_calendar_time_in_them() -> None:
    article = an_article("He left for three weeks on Wednesday.", published=THURSDAY)
    times = ground_times(article)
    found = time_of(times, the_span(article, "for three weeks on Wednesday"))
    assert [when.precision for when in times if when.id == found] == [TimePrecision.DAY]
    assert time_of(times, the_span(article, "He")) is None


WORDS = [
    "July",
    "4",
    "2012",
    "-",
    "to",
    "last",
    "the",
    "two",
    "weeks",
    "ago",
    "May",
    ",",
    "of",
    "99999",
    "since",
    "'s",
    "İ",
]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)), st.dates())
def test_any_text_is_read(text: str, published: date) -> None:
    article = an_article(text, published=published)
    for when in ground_times(article):
        assert isinstance(when, When)
        assert (when.start is None) == (when.end is None)
        assert when.start is None or when.end is None or when.start <= when.end
        assert all(mention.end <= len(text) for mention in when.mentions)
