"""A search goes to a query string and back; what means nothing is said clearly."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.model.errors import OptionError
from accordingto.searching import Kind, Search, from_query, to_query

NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40).map(str.strip).filter(bool)
SEVERAL = st.lists(NAMES, max_size=3, unique=True).map(tuple)
SEARCHES = st.builds(
    Search,
    kind=st.sampled_from(Kind),
    words=st.none() | NAMES,
    type=st.sampled_from([(), ("ASSAULT",), ("COERCE", "ASSAULT")]),
    country=st.sampled_from([(), ("SYR",), ("SYR", "IRQ")]),
    actor=SEVERAL,
    speaker=SEVERAL,
    publisher=SEVERAL,
    since=st.none() | st.dates(max_value=date(2000, 1, 1)),
    until=st.none() | st.dates(min_value=date(2000, 1, 1)),
    disputed=st.booleans(),
    after=st.none() | st.integers(0, 2**31 - 1),
)


@given(SEARCHES)
def test_a_search_comes_back_from_its_query_string(search: Search) -> None:
    assert from_query(to_query(search)) == search


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("colour=red", "There is no parameter 'colour'"),
        ("type=MURDER", "There is no type 'MURDER'. There is: ACCUSE"),
        ("factuality=true", "There is no factuality 'true'"),
        ("country=Syria", "no country. Write three letters"),
        ("since=yesterday", "since='yesterday' is no day"),
        ("since=2024-02-02&until=2024-01-01", "is later than until"),
        ("since=2024-01-01&since=2024-01-02", "since is given 2 times"),
        ("after=99999999999999999999", "no key of a page"),
        ("after=-1", "no key of a page"),
        ("after=%D9%A3", "no key of a page"),
        ("disputed=maybe", "Give 1 or leave it out"),
        ("kind=people", "There is no kind 'people'"),
        ("words=" + "a" * 301, "301 characters. Give 300 at most"),
        ("&".join(f"actor={number}" for number in range(21)), "21 values. Give 20 at most"),
        ("&".join(f"a{number}=1" for number in range(300)), "more than 200 parameters"),
    ],
)
def test_what_means_nothing_is_said(query: str, message: str) -> None:
    with pytest.raises(OptionError, match=message.replace("?", ".")):
        from_query(query)


@pytest.mark.parametrize(
    ("query", "search"),
    [
        ("", Search()),
        ("words=&type=", Search()),
        ("type=assault", Search(type=("ASSAULT",))),
        ("country=syr&country=SYR", Search(country=("SYR",))),
        ("words=a%00b", Search(words="a b")),
        ("actor=%00&words=%ed%b3%a1", Search(words="\ufffd" * 3)),
        ("disputed=0", Search()),
    ],
)
def test_values_are_read_kindly(query: str, search: Search) -> None:
    assert from_query(query) == search


@given(st.text(max_size=200))
def test_any_query_string_gives_a_search_or_a_message(query: str) -> None:
    try:
        search = from_query(query)
    except OptionError:
        return
    assert from_query(to_query(search)) == search


def test_ticking_twice_is_not_ticking() -> None:
    search = Search(type=("ASSAULT",), after=7)
    ticked = search.with_value("country", "SYR")
    assert (ticked.country, ticked.after) == (("SYR",), None)
    assert ticked.with_value("country", "SYR") == Search(type=("ASSAULT",))
