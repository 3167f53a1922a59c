"""The codebook that is shipped: every row can be read, every type and mode is known, nothing stands twice."""

from __future__ import annotations

from itertools import chain

import pytest

from accordingto.model.codebook import Codebook, Relation, Trigger, load_codebook

PLOVER_TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
OWN_TYPES = {"REALIGN", "PERSONNEL", "MOVE"}
CONTEXTS = 37


def rows(codebook: Codebook) -> list[Trigger]:
    return list(chain(*codebook.verbs.values(), *codebook.nouns.values(), *codebook.adjectives.values()))


def test_the_types_are_plovers_sixteen_and_three_of_our_own() -> None:
    assert set(load_codebook().types) == PLOVER_TYPES | OWN_TYPES


def test_every_row_has_a_known_type_and_mode() -> None:
    book = load_codebook()
    wrong = [row for row in rows(book) if row.mode is not None and row.mode not in book.types[row.event_type].modes]
    assert wrong == []


def test_every_type_has_verbs() -> None:
    book = load_codebook()
    assert {row.event_type for row in chain(*book.verbs.values())} == set(book.types)


def test_every_mode_of_ours_has_a_row_or_a_word() -> None:
    book = load_codebook()
    reached = {(row.event_type, row.mode) for row in rows(book)}
    reached |= {(name, mode) for name, table in book.mode_words.items() for mode, _ in table}
    missing = {(name, mode) for name, kind in book.types.items() for mode in kind.modes} - reached
    assert missing <= {("THREATEN", "rights")}


def test_mode_words_belong_to_known_modes() -> None:
    book = load_codebook()
    assert all(mode in book.types[name].modes for name, table in book.mode_words.items() for mode, _ in table)


def test_there_are_37_contexts() -> None:
    assert len(load_codebook().contexts) == CONTEXTS


def test_no_class_is_left_unexpanded() -> None:
    """A misspelt class name would match nothing, in silence."""
    tests = {"@human", "@actor", "@state", "@site", "@any"}
    named = {word for row in rows(load_codebook()) for condition in row.conditions for word in condition.words}
    assert {word for word in named if word.startswith("@")} <= tests


def test_no_row_stands_twice() -> None:
    book = load_codebook()
    for part in (book.verbs, book.nouns, book.adjectives):
        found = list(chain(*part.values()))
        assert len({(row.lemma, row.event_type, row.mode, row.conditions) for row in found}) == len(found)


@pytest.mark.parametrize(
    ("lemma", "event_type", "mode"),
    [("defect", "REALIGN", "defect"), ("arrest", "COERCE", "arrest"), ("condemn", "ACCUSE", "disapprove")],
)
def test_plain_verbs_are_found_by_lemma(lemma: str, event_type: str, mode: str) -> None:
    assert (event_type, mode) in {(row.event_type, row.mode) for row in load_codebook().verbs[lemma]}


def test_the_narrowest_row_comes_first() -> None:
    first = load_codebook().verbs["open"][0]
    assert any(condition.relation is Relation.OBJECT_IN_ACT for condition in first.conditions)
