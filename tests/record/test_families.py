"""Which reports are one dispatch in several papers."""

from __future__ import annotations

from tests.factories import an_article

from accordingto.model.article import Article
from accordingto.record.families import Copy, assemble_families, find_copy, fingerprint_of

DISPATCH = (
    "Police in the port of Brenholm arrested eleven dock workers on Monday after a night of clashes at the east gate.",
    "The workers had blocked the gate since Friday over unpaid wages, and two lorries were set on fire before dawn.",
    "A court is to hear the first of them this week, the regional prosecutor's office announced in the evening.",
)
REWRITTEN = tuple(words.replace("arrested", "detained").replace("lorries", "trucks") for words in DISPATCH)
INDEPENDENT = (
    "Eleven men were taken into custody in Brenholm early in the week when a strike in the harbour turned violent.",
    "Their union says that wages have not been paid for three months and that the police struck first.",
    "Burnt-out vehicles stood at the eastern gate, where soldiers replaced the harbour's own guards at noon.",
)
SPEECH = "“We will not leave this gate until every worker has been paid what this company owes him since the spring,”"


def copied(left: Article, right: Article) -> Copy | None:
    return find_copy(fingerprint_of(left), fingerprint_of(right))


def test_a_reprint_is_a_copy() -> None:
    assert copied(an_article(*DISPATCH, publisher="A"), an_article(*DISPATCH, publisher="B")) is not None


def test_a_trimmed_copy_is_a_copy() -> None:
    assert copied(an_article(*DISPATCH), an_article(*DISPATCH[:2])) is not None


def test_a_lightly_rewritten_copy_is_a_copy() -> None:
    assert copied(an_article(*DISPATCH), an_article(*REWRITTEN)) is not None


def test_two_reporters_at_one_scene_did_not_copy() -> None:
    assert copied(an_article(*DISPATCH), an_article(*INDEPENDENT)) is None


def test_a_speech_that_both_quote_makes_no_copy() -> None:
    left = an_article(*INDEPENDENT, f"{SPEECH} the union's leader told the crowd on Monday.")
    right = an_article("The strike goes on in the harbour of the town.", f"{SPEECH} said Jon Berg, who leads it.")
    assert copied(left, right) is None


def test_a_trimmed_copy_is_found_by_a_key() -> None:
    whole, part = fingerprint_of(an_article(*DISPATCH)), fingerprint_of(an_article(*DISPATCH[:2]))
    assert set(whole.keys) & set(part.keys)


def test_families_do_not_depend_on_the_order() -> None:
    copies = [Copy("b", "c", 0.9), Copy("a", "b", 0.5), Copy("x", "y", 1.0)]
    expected = {"a": "a", "b": "a", "c": "a", "x": "x", "y": "x"}
    assert assemble_families(copies) == expected == assemble_families(reversed(copies))


def test_a_text_without_words_has_no_keys() -> None:
    assert fingerprint_of(an_article("…")).keys == ()
