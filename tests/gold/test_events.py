"""The sentences of `gold/events`: marks that can be read, labels that exist, enough of each, no copies."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from accordingto.model.codebook import load_codebook

FILE: Final = Path(__file__).parents[2] / "gold" / "events" / "sentences.tsv"
MARK: Final = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]*)\|([^\[\]|]*)\|([^\[\]|]*)\]\]")
SENTENCES, WITHOUT_EVENT, A_TYPE, A_MODE, A_CONTEXT = 1500, 350, 60, 20, 12
"""At least so many sentences, sentences without an event, and events of each type, mode and context."""
SHARED_GRAMS: Final = 0.2
"""At most this share of the shorter sentence's runs of four words may stand in another sentence."""
SAME_FRAME: Final = 3
"""At most so many sentences have the same small words in the same places."""
FRAMED: Final = 4
"""A frame is one with so many small words."""
FRAME_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        """a an the of in on at to by for from with and or but as that which who whom whose it its he she they his her
        their after before when while since until if not no had has have was were is are be been will would said""",
    )
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked event: its words, type, mode and contexts as they are written."""

    words: str
    event_type: str
    mode: str
    contexts: tuple[str, ...]


@cache
def rows() -> tuple[tuple[str, str, str], ...]:
    """The (id, split, text) of every sentence."""
    lines = FILE.read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines]
    return tuple((cell[0], cell[1], cell[2]) for cell in cells if len(cell) == 3)


@cache
def marks() -> tuple[Mark, ...]:
    """Every marked event of every sentence."""
    found = [match.groups() for _, _, text in rows() for match in MARK.finditer(text)]
    return tuple(Mark(words, kind, mode, tuple(filter(None, names.split(",")))) for words, kind, mode, names in found)


def plain(text: str) -> str:
    """The sentence as a paper would print it."""
    return MARK.sub(r"\1", text)


def words_of(text: str) -> list[str]:
    return re.findall(r"[\w']+", plain(text).lower())


def grams_of(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of four words."""
    words = words_of(text)
    return frozenset(tuple(words[i : i + 4]) for i in range(len(words) - 3))


def test_every_line_has_three_cells_and_every_mark_can_be_read() -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "id\tsplit\ttext"
    assert len(rows()) == len(lines) - 1
    assert [row for row in rows() if re.search(r"\[\[|\]\]|\|", plain(row[2]))] == []
    assert [mark for mark in marks() if mark.words != mark.words.strip()] == []


def test_ids_are_unique_and_every_fifth_sentence_is_a_test() -> None:
    assert [row[0] for row in rows()] == [f"e{number:04}" for number in range(1, len(rows()) + 1)]
    assert [row[1] for row in rows()] == ["train" if number % 5 else "test" for number in range(1, len(rows()) + 1)]


def test_every_label_is_the_codebooks() -> None:
    book = load_codebook()
    known = {(name, mode) for name, kind in book.types.items() for mode in ("", *kind.modes)}
    assert [mark for mark in marks() if (mark.event_type, mark.mode) not in known] == []
    assert {name for mark in marks() for name in mark.contexts} - set(book.contexts) == set()
    assert [mark for mark in marks() if len(set(mark.contexts)) != len(mark.contexts)] == []


def test_there_are_enough_sentences_and_enough_without_an_event() -> None:
    assert len(rows()) >= SENTENCES
    assert sum(not MARK.search(text) for _, _, text in rows()) >= WITHOUT_EVENT


@pytest.mark.parametrize("name", sorted(load_codebook().types))
def test_every_type_and_mode_has_its_minimum(name: str) -> None:
    modes = Counter(mark.mode for mark in marks() if mark.event_type == name)
    assert modes.total() >= A_TYPE
    assert {mode: modes[mode] for mode in load_codebook().types[name].modes if modes[mode] < A_MODE} == {}


def test_every_context_has_its_minimum() -> None:
    counts = Counter(name for mark in marks() for name in mark.contexts)
    assert {name: counts[name] for name in load_codebook().contexts if counts[name] < A_CONTEXT} == {}


def labels_of(text: str) -> list[tuple[str, ...]]:
    """The type and mode of each of the sentence's events."""
    return sorted(match.groups()[1:3] for match in MARK.finditer(text))


def test_no_sentence_is_nearly_another_of_the_same_label() -> None:
    """Pairs that differ in a word are wanted where the event differs: sacked by the bank, sacked by the minister."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    texts = [text for _, _, text in rows()]
    grams = [grams_of(text) for text in texts]
    for number, own in enumerate(grams):
        for gram in own:
            holders[gram].append(number)
    shared = Counter((a, b) for held in holders.values() for a in held for b in held if a < b)
    close = [pair for pair, count in shared.items() if count > SHARED_GRAMS * min(len(grams[i]) for i in pair)]
    assert [(rows()[a][0], rows()[b][0]) for a, b in close if labels_of(texts[a]) == labels_of(texts[b])] == []
    assert len({tuple(words_of(text)) for text in texts}) == len(texts)


def frame_of(text: str) -> list[str]:
    """The sentence with all but its small words blank."""
    return [word if word in FRAME_WORDS else "_" for word in words_of(text)]


def test_no_frame_of_small_words_is_worn_out() -> None:
    frames = [frame_of(text) for _, _, text in rows()]
    counts = Counter(" ".join(frame) for frame in frames if len(frame) - frame.count("_") >= FRAMED)
    assert [frame for frame, count in counts.items() if count > SAME_FRAME] == []


def test_no_opening_is_worn_out() -> None:
    openings = Counter(tuple(words_of(text)[:4]) for _, _, text in rows())
    assert [opening for opening, count in openings.items() if count > SAME_FRAME] == []


@pytest.mark.parametrize("file", sorted(FILE.parent.glob("*.tsv")), ids=lambda file: str(file.stem))
def test_every_table_names_types_modes_and_contexts_of_the_codebook(file: Path) -> None:
    book, text = load_codebook(), file.read_text(encoding="utf-8")
    for _, kind, mode, contexts in MARK.findall(text):
        assert kind in book.types
        assert mode in {"", *book.types[kind].modes}
        assert set(filter(None, contexts.split(","))) <= set(book.contexts)
    assert text.count("[[") == len(MARK.findall(text))
