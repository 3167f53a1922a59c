"""Pronouns of ECB+ with the other mentions of their chains: world news, a second set of news beside GUM's."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from pathlib import Path

from accordingto.evaluation.marked_pronouns import MarkedDocument, MarkedPronoun
from accordingto.grounding.pronoun_features import PRONOUNS
from accordingto.model.article import Article, Part, PartRole
from accordingto.model.span import Span

_COREFERENCE = frozenset({"CROSS_DOC_COREF", "INTRA_DOC_COREF"})
_OTHER_PRONOUNS = frozenset(
    {"i", "me", "my", "we", "us", "our", "you", "your", "who", "whom", "which", "that", "whose"}
)
_GLUED_TO_LAST = re.compile(r"[.,;:!?%)\]}”’]|'\w{0,2}|n't|''")
_GLUED_TO_NEXT = frozenset({"(", "[", "{", "$", "“", "‘", "``", "#"})


def read_ecbplus_pronouns(folder: Path) -> Iterator[MarkedDocument]:
    """The documents that mark a third-person pronoun and, in words, what it stands for."""
    for path in sorted(folder.glob("*/*.xml")):
        document = _document(path)
        if document.pronouns:
            yield document


def _document(path: Path) -> MarkedDocument:
    # The files are a public corpus that the trainer names.
    root = ElementTree.parse(path).getroot()  # noqa: S314
    text, spans = _lay_out(root.findall("token"))
    mentions = {
        mention.attrib["m_id"]: [spans[anchor.attrib["t_id"]] for anchor in mention.findall("token_anchor")]
        for mention in root.find("Markables") or ()
    }
    pronouns: list[MarkedPronoun] = []
    for relation in root.find("Relations") or ():
        if relation.tag in _COREFERENCE:
            chain = [mentions[source.attrib["m_id"]] for source in relation.findall("source")]
            pronouns += _pronouns([Span(words[0].start, words[-1].end) for words in chain if words], text)
    part = Part(PartRole.BODY, Span(0, len(text)))
    return MarkedDocument(path.stem, Article(text, (part,)), tuple(sorted(pronouns, key=lambda each: each.span)))


def _pronouns(chain: Sequence[Span], text: str) -> Iterator[MarkedPronoun]:
    words = {span: span.of(text).lower() for span in chain}
    named = tuple(span for span, word in words.items() if word not in PRONOUNS and word not in _OTHER_PRONOUNS)
    for span, word in words.items():
        if word in PRONOUNS and named:
            yield MarkedPronoun(span, named)


def _lay_out(tokens: Sequence[ElementTree.Element]) -> tuple[str, dict[str, Span]]:
    """The text, spaced as one writes it, a line a sentence joined by blanks; where each token stands."""
    text, spans = "", {}
    is_glued, quotations = True, 0
    for token in tokens:
        word = token.text or ""
        opens = word == '"' and quotations % 2 == 0
        quotations += word == '"'
        if not is_glued and not _GLUED_TO_LAST.fullmatch(word) and (word != '"' or opens):
            text += " "
        spans[token.attrib["t_id"]] = Span(len(text), len(text) + len(word))
        text += word
        is_glued = word in _GLUED_TO_NEXT or opens
    return text, spans
