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
        ("They told the rights group Open Door so. The group left.", "The group", "Open Door"),
        ("The mining company, Tarvex, denied it. The company left.", "The company", "Tarvex"),
        ("A spokesman, Major Emil Roth, denied it. The spokesman left.", "The spokesman", "Emil Roth"),
        ("Radio Lumen reported it. The army denied what the radio said.", "the radio", "Radio Lumen"),
        ("He told state television so. The broadcaster reported it.", "The broadcaster", "state television"),
        ("Analysts at Tarvex left. The firm said nothing.", "The firm", "Tarvex"),
        ("Pirates took nine fishermen. The fishermen wept.", "The fishermen", "nine fishermen"),
        ("Iraqi President Ali Nasser left. The Omani president fell.", "The Omani president", "The Omani president"),
    ],
)
def test_a_definite_description_is_the_last_that_fits(text: str, words: str, name: str) -> None:
    parsed = a_parse(text)
    mentions = find_mentions(parsed)
    bench = lay_out(parsed.article, mentions, ())
    mention = next(mention for mention in mentions if mention.span.of(text) == words)
    assert bench.by_mention[mention].best_name == name


def test_some_of_many_are_not_what_the_plain_noun_speaks_of() -> None:
    parsed = a_parse("A rout at dawn", "Rebels fled. Troops caught at least nine rebels. The rebels wept.")
    mentions = find_mentions(parsed)
    bench = lay_out(parsed.article, mentions, ())
    mention = next(mention for mention in mentions if mention.span.of(parsed.article.text) == "The rebels")
    assert bench.by_mention[mention].best_name == "Rebels"


def test_a_heading_does_not_keep_a_description_from_its_name() -> None:
    text = "Former minister denies theft\n\nFormer minister Ali Nasser denied it. The former minister left."
    parsed = a_parse(text)
    mentions = find_mentions(parsed)
    bench = lay_out(parsed.article, mentions, ())
    mention = next(mention for mention in mentions if mention.span.of(text) == "The former minister")
    assert bench.by_mention[mention].best_name == "Ali Nasser"


def test_the_day_of_a_dateline_is_no_part_of_a_name() -> None:
    text = "LISBON, Monday - Ana Ruiz resigned. Ruiz gave no reason."
    parsed = a_parse(text)
    bench = lay_out(parsed.article, find_mentions(parsed), ())
    assert "Ana Ruiz" in {draft.best_name for draft in bench.drafts}
