"""Writes what exported weights read in the articles of a folder, one JSON object a line, for a scorer.

`python -m training.attribution.predict GOLD/dev FOLDER PREDICTIONS.jsonl`
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path

from training.attribution.corpus import Article, read_articles

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.confidence import CONFIDENCE_FILE, Confidence, read_confidence
from accordingto.attribution.decode import decode_candidates
from accordingto.model.span import Spans
from accordingto.parse.encoder import Encoder

logger = logging.getLogger("predict")


def predictions(articles: list[Article], encoder: Encoder, confidence: Confidence) -> Iterator[dict[str, object]]:
    """One row an article, in the scorer's format."""
    for article in articles:
        found = decode_candidates(encoder.encode(article.text), encoder.tag, confidence)
        yield {"doc_id": article.name, "attributions": [_row(candidate) for candidate in found]}


def _row(candidate: Candidate) -> dict[str, list[list[int]]]:
    return {
        "source": _pairs(candidate.source),
        "cue": _pairs(candidate.cue),
        "content": _pairs(candidate.content),
    }


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("articles", "weights", "out"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    articles = list({article.name: article for article in read_articles(given.articles)}.values())
    encoder = Encoder(given.weights)
    confidence = read_confidence((given.weights / Path(CONFIDENCE_FILE).name).read_text(encoding="utf-8"))
    began = time.process_time()
    rows = [json.dumps(row) for row in predictions(articles, encoder, confidence)]
    logger.info("%.1f articles a second of processor time", len(rows) / (time.process_time() - began))
    given.out.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
