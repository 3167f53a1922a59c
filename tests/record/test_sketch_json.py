"""A sketch comes back as it was."""

from __future__ import annotations

import pytest

from accordingto.record.sketch_json import sketch_from_json, sketch_to_json
from accordingto.record.stories_sketch import sketch_of_text


@pytest.mark.parametrize("text", ["", "Storm Hedda tore 12 roofs off at Marsala on Monday, July 3, 2012.", "É “ü”"])
def test_a_sketch_comes_back_as_it_was(text: str) -> None:
    sketch = sketch_of_text("a", text)
    assert sketch_from_json("a", sketch_to_json(sketch)) == sketch
