"""The mark-up of our own training texts, and the texts themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("training.attribution.own_texts", reason="the training code stands beside a checkout only")

from hypothesis import given
from hypothesis import strategies as st
from training.attribution.corpus import Article, Spans
from training.attribution.own_texts import MarkError, parse_own_text, read_own_texts

PATH = Path("ferry.txt")
OWN = Path(__file__).parent.parent.parent / "training" / "attribution" / "own"
ONE_LINE = "{s1|The harbour master} {c1|said} {t1|the ferry was late}."


def words_of(article: Article, spans: Spans) -> list[str]:
    return [article.text[start:end] for start, end in spans]


def roles_of(marked_text: str) -> list[tuple[list[str], list[str], list[str]]]:
    article = parse_own_text(marked_text, PATH)
    return [
        (words_of(article, each.source), words_of(article, each.cue), words_of(article, each.content))
        for each in article.marked
    ]


@pytest.mark.parametrize(
    ("marked_text", "expected"),
    [
        (ONE_LINE, [(["The harbour master"], ["said"], ["the ferry was late"])]),
        # A split content
        (
            "{t1|The ferry}, {s1|he} {c1|said}, {t1|was late}.",
            [(["he"], ["said"], ["The ferry", "was late"])],
        ),
        # An attribution within a content
        (
            "{s1|Radio Five} {c1|quoted} {s2|him} as {c2|saying} {t1,2|the ferry sank}.",
            [(["Radio Five"], ["quoted"], ["the ferry sank"]), (["him"], ["saying"], ["the ferry sank"])],
        ),
        (
            "{s1|She} {c1|thinks} {t1|{s2|he} {c2|denied} {t2|it}}.",
            [(["She"], ["thinks"], ["he denied it"]), (["he"], ["denied"], ["it"])],
        ),
        # No source, and a quotation with neither source nor cue
        ("{t1|The ferry} {c1|reportedly} {t1|sank}.", [([], ["reportedly"], ["The ferry", "sank"])]),
        ("{t1|“We swam.”}", [([], [], ["“We swam.”"])]),
    ],
)
def test_marks_become_spans(marked_text: str, expected: list[object]) -> None:
    assert roles_of(marked_text) == expected


def test_pieces_that_touch_are_one_span() -> None:
    assert roles_of("{s1|He} {c1|said} “{t1|no}{t1|”}") == [(["He"], ["said"], ["no”"])]


@pytest.mark.parametrize(
    ("marked_text", "place", "message"),
    [
        ("{s1|He} {c1|said {t1|no}.", "1:9", "never closed"),
        ("{s1|He} {c1|said} {t1|no}}.", "1:26", "closes nothing"),
        ("A line.\n{x1|He} said no.", "2:1", "opens no mark"),
        ("{s|He} said no.", "1:1", "opens no mark"),
        ("{s1|He} {c1|said }{t1|no}.", "1:9", "white space"),
        ("{s1|He} {c1|} {t1|no}.", "1:9", "empty"),
        ("{s1|He} {c1|said}.", "1:1", "no content"),
        ("{s1|He}: {t1|no}.", "1:1", "no cue"),
        ("{s1|He} {c1|said} and {c1|says} {t1|no}.", "1:1", "2 cues"),
        ("{t1|{s1|he} will} {c1|say}.", "1:5", "over each other"),
    ],
)
def test_an_ill_formed_mark_is_an_error_that_names_its_place(marked_text: str, place: str, message: str) -> None:
    with pytest.raises(MarkError, match=rf"^ferry\.txt:{place}: .*{re.escape(message)}"):
        parse_own_text(marked_text, PATH)


@given(st.lists(st.text(alphabet="ab é“\n", min_size=1).map(str.strip).filter(bool), min_size=3, max_size=3))
def test_spans_cover_the_words_between_the_marks(words: list[str]) -> None:
    source, cue, content = words
    article = parse_own_text(f"{{s1|{source}}} {{c1|{cue}}}\n\n{{t1|{content}}}.", PATH)
    assert article.text == f"{source} {cue}\n\n{content}."
    (marked,) = article.marked
    assert [words_of(article, spans) for spans in (marked.source, marked.cue, marked.content)] == [
        [source],
        [cue],
        [content],
    ]


def test_a_folder_is_read_by_name(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text(ONE_LINE, encoding="utf-8")
    assert [article.name for article in read_own_texts(tmp_path)] == ["a", "b"]


def test_our_own_texts_are_well_formed_and_no_number_spans_a_whole_text() -> None:
    """A mistyped number joins two attributions: their spans then lie far apart."""
    articles = read_own_texts(OWN)
    assert len(articles) >= 180
    assert sum(len(article.text.split()) for article in articles) >= 25_000
    far = [
        (article.name, words_of(article, each.cue))
        for article in articles
        for each in article.marked
        if _reach(each.source + each.cue + each.content) > 1500
    ]
    assert not far


def _reach(spans: Spans) -> int:
    return max(end for _, end in spans) - min(start for start, _ in spans)
