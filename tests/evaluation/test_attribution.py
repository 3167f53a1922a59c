"""The attribution scorer: on an invented article, and against the published scorer where that is at hand."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from accordingto.evaluation.attribution import evaluate_attribution, form_in_marks, is_speech
from accordingto.evaluation.polnear import Marked, read_polnear
from accordingto.evaluation.report import Evaluation
from accordingto.model.errors import InputError
from accordingto.model.span import Span, Spans

SHARED = Path(__file__).parents[3] / "shared"
DEV = SHARED / "gold" / "polnear" / "dev"
SCORER = SHARED / "score" / "score_polnear.py"
TEXT = 'The envoy said troops had left.\n\n"We stay," a guard told us. He hopes to go.'


@dataclass(frozen=True, slots=True)
class Read:
    source: Spans
    cue: Spans
    content: Spans


def spans_of(*words: str) -> Spans:
    return tuple(Span(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in words)


SAID = Read(spans_of("The envoy"), spans_of("said"), spans_of("troops had left"))
TOLD = Read(spans_of("a guard"), spans_of("told"), spans_of('"We stay,"'))
HOPES = Read(spans_of("He"), spans_of("hopes"), spans_of("to go"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, encoding="utf-8")
    lines: list[str] = []
    for number, told in enumerate((SAID, TOLD, HOPES)):
        names = [f"T{number}{role}" for role in range(3)]
        for name, label, spans in zip(
            names, ("Source", "Cue", "Content"), (told.source, told.cue, told.content), strict=True
        ):
            lines.append(f"{name}\t{label} {';'.join(f'{span.start} {span.end}' for span in spans)}\twords")
        lines.append(f"E{number}\tAttribution:{names[1]} Source:{names[0]} Cue:{names[1]} Content:{names[2]}")
    (tmp_path / "attributions" / "one_a.ann").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "attributions" / "one_b.ann").write_text("", encoding="utf-8")
    return tmp_path


def values_of(evaluation: Evaluation) -> dict[str, float]:
    return {figure.name: figure.value for figure in evaluation.figures}


def test_the_first_annotator_is_read(folder: Path) -> None:
    (article,) = read_polnear(folder)
    assert article.id == "one"
    assert article.attributions == tuple(Marked(told.source, told.cue, told.content) for told in (SAID, TOLD, HOPES))


def test_gold_against_itself_is_one(folder: Path) -> None:
    values = values_of(evaluate_attribution(folder, lambda text: (SAID, TOLD, HOPES)))
    assert values.pop("speech: full match, recall of mixed") == values.pop("all: full match, recall of mixed") == 0.0
    assert set(values.values()) == {1.0}


CASES = [
    ("one of three is missing", (SAID, TOLD), 0.8),
    ("a wrong cue", (SAID, TOLD, Read(HOPES.source, spans_of("had"), HOPES.content)), 2 / 3),
    ("a wrong source", (SAID, TOLD, Read(spans_of("us"), HOPES.cue, HOPES.content)), 2 / 3),
    ("half of the content", (SAID, TOLD, Read(HOPES.source, HOPES.cue, spans_of("go"))), 1.0),
    ("nothing", (), 0.0),
]


@pytest.mark.parametrize(("read", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_full_match(folder: Path, read: Sequence[Read], expected: float) -> None:
    assert values_of(evaluate_attribution(folder, lambda text: read))["all: full match, F1"] == pytest.approx(expected)


def test_only_cues_of_speech_are_in_the_speech_view() -> None:
    assert [is_speech(TEXT, told) for told in (SAID, TOLD, HOPES)] == [True, True, False]


@pytest.mark.parametrize(("content", "form"), [(SAID.content, "indirect"), (TOLD.content, "direct"), ((), "empty")])
def test_form_in_marks(content: Spans, form: str) -> None:
    assert form_in_marks(TEXT, content) == form


def test_a_folder_without_marked_articles_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No marked articles"):
        list(read_polnear(tmp_path))


@pytest.mark.skipif(not DEV.exists() or not SCORER.exists(), reason="the marked set and its scorer are not here")
@pytest.mark.parametrize("view", ["all", "speech"])
def test_it_agrees_with_the_published_scorer(view: str) -> None:
    scorer = _scorer()
    own, ours = _shifted_gold(), _our_values()
    gold = scorer.read_gold(DEV)
    read = {key: [_theirs(scorer, told) for told in own[text]] for key, (text, _) in gold.items()}
    if view == "speech":
        read = {
            key: [a for a in told if scorer.classify(gold[key][0], a)["cue"] == "speech"] for key, told in read.items()
        }
        gold = {
            key: (text, [a for a in told if scorer.classify(text, a)["cue"] == "speech"])
            for key, (text, told) in gold.items()
        }
    counters, details, _ = scorer.score(gold, read)
    theirs: dict[str, Any] = scorer.summarize(counters.values())
    assert ours[f"{view}: full match, F1"] == pytest.approx(theirs["attribution/+cue"]["f1"], abs=0.0005)
    assert ours[f"{view}: full match, recall"] == pytest.approx(theirs["attribution/+cue"]["r"], abs=0.0005)
    assert ours[f"{view}: content, F1"] == pytest.approx(theirs["attribution/content"]["f1"], abs=0.0005)
    assert ours[f"{view}: content to the word, F1"] == pytest.approx(theirs["exact-nopunct/content"]["f1"], abs=0.0005)
    assert len(details) > 500


@cache
def _our_values() -> dict[str, float]:
    own = _shifted_gold()
    return values_of(evaluate_attribution(DEV, lambda text: own[text]))


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_polnear", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_polnear"] = module
    spec.loader.exec_module(module)
    return module


def _theirs(scorer: ModuleType, told: Marked) -> object:
    return scorer.Attribution(
        *([(span.start, span.end) for span in role] for role in (told.source, told.cue, told.content))
    )


@cache
def _shifted_gold() -> dict[str, list[Marked]]:
    """The marked attributions made partly wrong in a fixed way: dropped, cut short, or with a wrong role."""
    shifted: dict[str, list[Marked]] = {}
    for article in read_polnear(DEV):
        kept: list[Marked] = []
        for number, told in enumerate(article.attributions):
            short = tuple(
                Span(span.start, span.start + max(len(span) * (number % 10) // 10, 1)) for span in told.content
            )
            source = told.cue if number % 7 == 0 else told.source[:1]
            cue = told.content[:1] if number % 5 == 0 else told.cue
            if number % 9:
                kept.append(Marked(source, cue, short if number % 2 else told.content))
        shifted[article.text] = kept
    return shifted
