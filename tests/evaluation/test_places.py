"""The place evaluation on marked names of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.evaluation.places import GoldToponym, evaluate_places, kilometres_off, score_article
from accordingto.model.place import Place, PlacePrecision
from accordingto.model.span import Span
from accordingto.parse.language_model import LanguageModel

HOMS = Place("1", "Homs", "SYR", 34.73, 36.71, 169577, PlacePrecision.CITY, (Span(3, 7),))

CORPUS = """<articles><article docid="1"><domain>example.com</domain><url>http://example.com/a</url><text>Shells fell in
Damascus.</text><toponyms><toponym><start>15</start><end>23</end><phrase>Damascus</phrase>
<gaztag geonameid="170654"><lat>33.51</lat><lon>36.29</lon></gaztag></toponym></toponyms></article></articles>"""


@pytest.mark.parametrize(
    ("gold", "low", "high"),
    [
        (GoldToponym(Span(3, 7), 169577, None, None), 0, 0),
        (GoldToponym(Span(3, 7), 1, 34.73, 36.71), 0, 1),
        (GoldToponym(Span(3, 7), 1, 33.51, 36.29), 130, 150),
        (GoldToponym(Span(3, 7), 1, None, None), 20_000, 21_000),
    ],
)
def test_how_far_off_a_place_is(gold: GoldToponym, low: float, high: float) -> None:
    assert low <= kilometres_off(gold, HOMS) <= high


def test_names_found_and_missed() -> None:
    gold = (GoldToponym(Span(3, 7), 169577, 34.73, 36.71), GoldToponym(Span(20, 25), 2, 0.0, 0.0))
    score = score_article(gold, [HOMS])
    assert (score.toponyms.hits, score.toponyms.predicted, score.toponyms.gold) == (1, 1, 2)
    assert score.errors == (0.0, None)


def test_a_corpus_is_read(tmp_path: Path, language_model: LanguageModel) -> None:
    file = tmp_path / "corpus.xml"
    file.write_text(CORPUS, encoding="utf-8")
    values = {figure.name: figure.value for figure in evaluate_places(file, language_model).figures}
    assert values["accuracy within 161 km, toponyms found"] == 1.0
