"""Documents of ECB+ with their event mentions, marked across documents.

A file is named topic_number + "ecb" or "ecbplus": the two halves of a topic tell of two different incidents of one
sort, so that topic and half are the story. Only the sentences that `ECBplus_coreference_sentences.csv` names were
checked by people, and only they count. The first line of an "ecbplus" file is its address.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, parse  # files of a set that the user points at

from accordingto.model.errors import InputError
from accordingto.model.span import Span, Spans, merge

SENTENCES: Final = "ECBplus_coreference_sentences.csv"

_EVENT: Final = ("ACTION_", "NEG_ACTION_")
_FILE: Final = re.compile(r"(?P<topic>\d+)_(?P<number>\d+)(?P<half>ecb(?:plus)?)\.xml")
_NO_SPACE_BEFORE: Final = frozenset(
    {".", ",", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "n't", "n’t", "''", "”", "’"}
)
_NO_SPACE_AFTER: Final = frozenset({"(", "[", "$", "``", "“", "‘", "£", "€"})
_DAY_IN_ADDRESS: Final = re.compile(r"\b((?:19|20)\d\d) ?[/-] ?(\d\d?) ?[/-] ?(\d\d?)\b")
_ADDRESSES: Final = ("http", "www")
_OPEN_END: Final = re.compile(r"[.!?]['\"”’)]*$")

Tokens = list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class MarkedMention:
    """The words of an event as marked, and the chain they belong to: equal names are one event."""

    id: str
    span: Spans
    chain: str


@dataclass(frozen=True, slots=True)
class EcbDocument:
    """One document: its text with natural spacing, the day of its address, and the mentions that count."""

    name: str
    topic: int
    story: str
    text: str
    published: date | None
    mentions: tuple[MarkedMention, ...]


def read_ecbplus(folder: Path, topics: Iterable[int] | None = None) -> Iterator[EcbDocument]:
    """Every document of the topics (None: all), in order. Raises InputError where the list of sentences is missing."""
    table = folder / SENTENCES
    if not table.exists():
        raise InputError(
            f"{folder} holds no {SENTENCES}. Give the folder that has it, with a folder a topic beside it."
        )
    counted = _counted_sentences(table)
    wanted = None if topics is None else set(topics)
    files = [(found, path) for path in folder.glob("*/*.xml") if (found := _FILE.fullmatch(path.name))]
    for found, path in sorted(files, key=lambda one: (int(one[0]["topic"]), one[0]["half"], int(one[0]["number"]))):
        topic = int(found["topic"])
        if wanted is None or topic in wanted:
            yield _document(path, topic, found["half"], counted.get(path.stem, set()))


def _counted_sentences(table: Path) -> dict[str, set[int]]:
    """The numbers of the sentences that count, by document."""
    counted: dict[str, set[int]] = defaultdict(set)
    with table.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            counted[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    return counted


def _document(path: Path, topic: int, half: str, counted: set[int]) -> EcbDocument:
    root = parse(path).getroot()  # noqa: S314  # a file of the set
    sentences: dict[int, Tokens] = defaultdict(list)
    for token in root.iter("token"):
        sentences[int(token.get("sentence", 0))].append((int(token.get("t_id", 0)), token.text or ""))
    address = _address(sentences)
    text, spans = _spaced(sentences)
    number_of = {token: number for number, tokens in sentences.items() for token, _ in tokens}
    kept = {token: spans[token] for token in spans if number_of[token] in counted}
    return EcbDocument(
        name=path.stem,
        topic=topic,
        story=f"{topic}{half}",
        text=text,
        published=_day(address),
        mentions=tuple(sorted(_mentions(root, path.stem, kept), key=lambda mention: mention.span)),
    )


def _address(sentences: dict[int, Tokens]) -> str:
    """The address in the first line, taken out of the sentences; "" where there is none."""
    first = sentences.get(0, [])
    if not first or not first[0][1].lower().startswith(_ADDRESSES):
        return ""
    return " ".join(word for _, word in sentences.pop(0))


def _day(address: str) -> date | None:
    found = _DAY_IN_ADDRESS.search(address)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= 28 else None


def _spaced(sentences: Mapping[int, Tokens]) -> tuple[str, dict[int, Span]]:
    """The text and where each token stands; a sentence without a stop at its end is a paragraph of its own."""
    text, spans = "", dict[int, Span]()
    for tokens in sentences.values():
        after = "" if not text else " " if _OPEN_END.search(text) else "\n\n"
        for token, word in tokens:
            text += "" if word in _NO_SPACE_BEFORE else after
            spans[token] = Span(len(text), len(text) + len(word))
            text += word
            after = "" if word in _NO_SPACE_AFTER else " "
    return text, spans


def _mentions(root: Element, name: str, spans: Mapping[int, Span]) -> Iterator[MarkedMention]:
    """The event mentions in the sentences that count, each with its chain; a mention in no chain has its own."""
    chains = dict(_chains(root, name))
    for markable in root.find("Markables") or ():
        tokens = [int(anchor.get("t_id", 0)) for anchor in markable]
        if tokens and markable.tag.startswith(_EVENT) and all(token in spans for token in tokens):
            own = f"{name}#{markable.get('m_id')}"
            yield MarkedMention(own, merge(spans[token] for token in tokens), chains.get(markable.get("m_id", ""), own))


def _chains(root: Element, name: str) -> Iterator[tuple[str, str]]:
    """Of each mention in a relation the chain: across documents by its note, within one by the relation's number."""
    for relation in root.find("Relations") or ():
        across = relation.get("note") if relation.tag == "CROSS_DOC_COREF" else None
        for source in relation.findall("source"):
            yield source.get("m_id", ""), across or f"{name}@{relation.get('r_id')}"
