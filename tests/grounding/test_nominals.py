"""What a description speaks of again."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.grounding.workbench import lay_out
from accordingto.parse.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Foreign Minister Ali Nasser met aides. The foreign minister left.", "The foreign minister", "Ali Nasser"),
        ("Ambassador Ana Duarte met the rebels. The diplomat left.", "The diplomat", "Ana Duarte"),
        ("Gen. Tariq Aslan met the rebels. The commander left.", "The commander", "Tariq Aslan"),
        ("The army told Xinhua so. The news agency printed it. The agency withdrew it.", "The agency", "Xinhua"),
        ("Hezbollah met the army. The group left.", "The group", "Hezbollah"),
        ("Microsoft met Sen. Ana Duarte. The company left.", "The company", "Microsoft"),
        ("Gen. Tariq Aslan met Ana Duarte. A general left.", "A general", "A general"),
        ("Iraqi President Ali Nasser left. The Omani president fell.", "The Omani president", "The Omani president"),
    ],
)
def test_a_definite_description_is_the_last_that_fits(text: str, words: str, name: str) -> None:
    parsed = a_parse(text)
    mentions = find_mentions(parsed)
    bench = lay_out(parsed.article, mentions, ())
    mention = next(mention for mention in mentions if mention.span.of(text) == words)
    assert bench.by_mention[mention].best_name == name
