"""A sketch as text, so that a store keeps it beside the article and nobody has to make it twice."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import lru_cache
from typing import Final

from accordingto.record.stories_sketch import Sketch

RECENT: Final = 600
"""Sketches kept in memory: about 30 MB. A report meets those of sixty others, mostly of its own week."""
_PARTS: Final = tuple(field.name for field in fields(Sketch) if field.name != "article")


def sketch_to_json(sketch: Sketch) -> str:
    """The sketch's parts, in which no figure is rounded."""
    return json.dumps([getattr(sketch, part) for part in _PARTS], ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=RECENT)
def sketch_from_json(article: str, text: str) -> Sketch:
    """The sketch of that article, as it was."""
    return Sketch(article, *json.loads(text))
