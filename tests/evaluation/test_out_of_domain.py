"""The scorer of marked paragraphs, and that our marks hold no word of the articles."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from accordingto.evaluation.out_of_domain import MARKS, evaluate_out_of_domain, read_marked_paragraphs
from accordingto.evaluation.polnear import Marked
from accordingto.model.errors import InputError
from accordingto.model.span import Span, Spans

ARTICLES = Path(__file__).parents[3] / "shared" / "gold" / "news_events"
TEXT = "The mayor said the ferry sank.\nA guard told us nobody drowned.\nShe hopes to swim."


def spans_of(*words: str) -> Spans:
    return tuple(Span(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in words)


SAID = Marked(spans_of("The mayor"), spans_of("said"), spans_of("the ferry sank"))
TOLD = Marked(spans_of("A guard"), spans_of("told"), spans_of("nobody drowned"))
HOPES = Marked(spans_of("She"), spans_of("hopes"), spans_of("to swim"))


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    """Marks of the second paragraph alone, beside its article."""
    (tmp_path / "one.json").write_text(json.dumps({"text": TEXT}), encoding="utf-8")
    told = {
        role: [[span.start, span.end] for span in spans]
        for role, spans in (("source", TOLD.source), ("cue", TOLD.cue), ("content", TOLD.content))
    }
    (paragraph,) = spans_of("A guard told us nobody drowned.")
    row: dict[str, Any] = {"file": "one.json", "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}
    row |= {"paragraph": [paragraph.start, paragraph.end], "attributions": [told]}
    (tmp_path / "marks.jsonl").write_text(json.dumps(row), encoding="utf-8")
    return tmp_path / "marks.jsonl"


CASES = [
    ("as marked; what lies in other paragraphs does not count", (SAID, TOLD, HOPES), 1.0),
    ("nothing", (), 0.0),
    ("only elsewhere", (SAID, HOPES), 0.0),
    ("one too many", (TOLD, Marked((), TOLD.cue, spans_of("us"))), 2 / 3),
]


@pytest.mark.parametrize(("read", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_full_match(marks: Path, read: Sequence[Marked], expected: float) -> None:
    figures = evaluate_out_of_domain(marks.parent, lambda text: read, marks).figures
    values = {figure.name: figure.value for figure in figures}
    assert values["all: full match, F1"] == pytest.approx(expected)


def test_a_changed_article_is_told(marks: Path) -> None:
    (marks.parent / "one.json").write_text(json.dumps({"text": TEXT + " "}), encoding="utf-8")
    with pytest.raises(InputError, match="is not the one that was marked"):
        list(read_marked_paragraphs(marks, marks.parent))


def test_missing_marks_and_articles_are_told(marks: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No marks"):
        list(read_marked_paragraphs(tmp_path / "none.jsonl", tmp_path))
    with pytest.raises(InputError, match=r"No article one\.json"):
        list(read_marked_paragraphs(marks, tmp_path / "elsewhere"))


@pytest.mark.skipif(not MARKS.exists(), reason="our marks come with a checkout only")
def test_our_marks_hold_offsets_and_no_text() -> None:
    rows = [json.loads(line) for line in MARKS.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 40
    assert {key for row in rows for key in row} == {"file", "sha256", "paragraph", "attributions"}
    for told in (told for row in rows for told in row["attributions"]):
        assert set(told) == {"source", "cue", "content"}
        assert all(isinstance(offset, int) for spans in told.values() for span in spans for offset in span)


@pytest.mark.skipif(not ARTICLES.exists() or not MARKS.exists(), reason="the marked articles are not here")
def test_our_marks_lie_on_whole_words() -> None:
    for marked in read_marked_paragraphs(MARKS, ARTICLES):
        for told in marked.attributions:
            assert told.cue, marked.paragraph
            assert told.content, marked.paragraph
            for span in (*told.source, *told.cue, *told.content):
                around = marked.text[max(span.start - 1, 0) : span.start + 1], marked.text[span.end - 1 : span.end + 1]
                assert not any(len(pair) == 2 and pair.isalnum() for pair in around), span.of(marked.text)
