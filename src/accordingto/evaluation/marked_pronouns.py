"""Texts with pronouns whose antecedents people marked: the GAP layout (TSV) and GUM's (CoNLL-U with entities)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from accordingto.model.article import Article, Part, PartRole
from accordingto.model.span import Span

_BRACKET = re.compile(r"\((\d+)(?:\[\d+/\d+\])?(-[^()]*)?(\))?|(\d+)(?:\[\d+/\d+\])?\)")
_MINIMAL_SPAN = 5
"""Which field of GUM's entity notation names the mention's core words, counted after its number."""


@dataclass(frozen=True, slots=True)
class NamePair:
    """One row of GAP: a pronoun, two names, and which of them it means."""

    article: Article
    pronoun: Span
    names: tuple[Span, Span]
    meant: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class MarkedPronoun:
    """A pronoun of GUM and the core words of the other mentions of its chain that are no pronouns."""

    span: Span
    antecedents: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A text of GUM with its third-person pronouns that have an antecedent in words."""

    name: str
    article: Article
    pronouns: tuple[MarkedPronoun, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    span: Span
    tag: str
    entity: str


def read_gap(path: Path) -> list[NamePair]:
    """The rows of a GAP file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [_name_pair(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def read_gum(folder: Path, genre: str = "") -> list[MarkedDocument]:
    """The documents of a folder of GUM files, of one genre ("news") or of all."""
    return [_document(path) for path in sorted(folder.glob(f"GUM_{genre}*.conllu"))]


def _name_pair(row: dict[str, str]) -> NamePair:
    text = row["Text"]
    pronoun, first, second = (
        Span(int(row[f"{role}-offset"]), int(row[f"{role}-offset"]) + len(row[role])) for role in ("Pronoun", "A", "B")
    )
    meant = row["A-coref"] == "TRUE", row["B-coref"] == "TRUE"
    return NamePair(Article(text, (Part(PartRole.BODY, Span(0, len(text))),)), pronoun, (first, second), meant)


def _document(path: Path) -> MarkedDocument:
    text, parts, tokens = _read_text(path.read_text(encoding="utf-8").splitlines())
    chains: dict[str, list[tuple[Span, bool]]] = {}
    for number, core, is_pronoun in _mentions(tokens):
        chains.setdefault(number, []).append((core, is_pronoun))
    pronouns = []
    for mentions in chains.values():
        named = tuple(core for core, is_pronoun in mentions if not is_pronoun)
        if named:
            pronouns += [MarkedPronoun(core, named) for core, is_pronoun in mentions if is_pronoun]
    article = Article(text, tuple(Part(PartRole.BODY, span) for span in parts))
    return MarkedDocument(path.stem, article, tuple(sorted(pronouns, key=lambda pronoun: pronoun.span)))


def _read_text(lines: list[str]) -> tuple[str, list[Span], list[_Token]]:
    """The text with a blank line between paragraphs, where the paragraphs stand, and the tokens."""
    text, start = "", 0
    parts: list[Span] = []
    tokens: list[_Token] = []
    together_until = 0
    for line in lines:
        if line.startswith("# newpar") and text[start:].strip():
            parts.append(Span(start, len(text.rstrip())))
            text = text.rstrip() + "\n\n"
            start = len(text)
        cells = line.split("\t")
        if len(cells) < 10 or "." in cells[0]:
            continue
        if "-" in cells[0]:
            together_until = int(cells[0].split("-")[1])
            apart = "" if "SpaceAfter=No" in cells[9] else " "
            continue
        span = Span(len(text), len(text) + len(cells[1]))
        tokens.append(_Token(span, cells[4], _entity_field(cells[9])))
        number = int(cells[0])
        if number < together_until:
            text += cells[1]
            continue
        if number > together_until or together_until == 0:
            apart = "" if "SpaceAfter=No" in cells[9] else " "
        text += cells[1] + apart
        together_until = 0
    parts.append(Span(start, len(text.rstrip())))
    return text.rstrip(), parts, tokens


def _entity_field(cell: str) -> str:
    return next((field[7:] for field in cell.split("|") if field.startswith("Entity=")), "")


def _mentions(tokens: list[_Token]) -> Iterator[tuple[str, Span, bool]]:
    """The chain number, the core words, and whether it is a third-person pronoun, for every mention."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for index, token in enumerate(tokens):
        for number, fields, closed, closing in _BRACKET.findall(token.entity):
            if number:
                opened.setdefault(number, []).append((index, fields))
            if (closed or closing) and opened.get(number or closing):
                first, held = opened[number or closing].pop()
                yield number or closing, _core(tokens[first : index + 1], held), _is_pronoun(tokens[first : index + 1])


def _core(tokens: list[_Token], fields: str) -> Span:
    cells = fields.split("-")
    numbers = cells[_MINIMAL_SPAN].split(",") if len(cells) > _MINIMAL_SPAN else []
    kept = [tokens[int(number) - 1] for number in numbers if number.isdigit() and int(number) <= len(tokens)]
    return Span((kept or tokens)[0].span.start, (kept or tokens)[-1].span.end)


def _is_pronoun(tokens: list[_Token]) -> bool:
    return len(tokens) == 1 and tokens[0].tag in {"PRP", "PRP$", "WP", "WP$", "WDT", "DT", "EX"}
