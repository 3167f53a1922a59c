"""Chains of sources against our own marked sentences: `gold/chains.tsv`, guidelines in `docs/explanation/chains.md`.

A row has a text, one word of what is told (the anchor) and the chain from the anchor outward, its hops parted by `<`:
"Dessa < Radio Lomo". A hop is told by its telling words; `?` is a source the text does not name, `-` the report's own
voice; `¶` parts paragraphs. A predicted hop is right where its words, or the name of the one they point to, hold the
telling words and few others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.evaluation.own_tables import rows_of
from accordingto.evaluation.report import Counts, Evaluation, Figure, f1, figure
from accordingto.model.attribution import Attribution
from accordingto.model.errors import InputError
from accordingto.model.reading import Reading
from accordingto.model.span import Span, any_covers, words_of

UNNAMED = "?"
OWN_VOICE = "-"
PARAGRAPH_MARK = " ¶ "
MOST_OTHER_WORDS = 8
"""Words a right hop may have beside the telling ones: a title, an office, an apposition."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class MarkedChain:
    """A text, where its anchor stands, and the telling words of each hop from the anchor outward."""

    text: str
    anchor: Span
    hops: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hop:
    """One hop as read: the words that stand for it, and the name of the entity they point to."""

    words: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class JudgedChain:
    """Whether a chain is right hop for hop, and the counts of its hops wherever they stand in it."""

    is_exact: bool
    hops: Counts


def evaluate_chains(file: Path, read: Callable[[str], Reading]) -> Evaluation:
    """The share of chains that are exactly right, and F1 over hops. Raises InputError for a row that is no row."""
    marked = tuple(load_chains(file))
    judged = [judge(chain.hops, predicted_hops(read(chain.text), chain.anchor)) for chain in marked]
    return Evaluation("chains", len(marked), chain_figures(judged))


def chain_figures(judged: Sequence[JudgedChain]) -> tuple[Figure, ...]:
    """The share of exact chains and F1 over hops."""
    return (
        figure("exact chain", judged, _share_exact, len(judged)),
        figure("hop F1", judged, _hop_f1, sum(row.hops.gold for row in judged)),
    )


def load_chains(file: Path) -> Iterator[MarkedChain]:
    """The rows of a tab-separated file with the columns text, anchor, chain."""
    for where, row in rows_of(file, ()):
        text, anchor, chain = (row.get(column) or "" for column in ("text", "anchor", "chain"))
        text = text.replace(PARAGRAPH_MARK, "\n\n")
        start = text.find(anchor)
        if not anchor or start < 0 or not chain:
            raise InputError(f"{where}: the anchor '{anchor}' is not in the text, or no chain is given.")
        hops = () if chain == OWN_VOICE else tuple(hop.strip() for hop in chain.split("<"))
        yield MarkedChain(text, Span(start, start + len(anchor)), hops)


def predicted_hops(reading: Reading, anchor: Span) -> tuple[Hop, ...]:
    """The hops of the innermost attribution that holds the anchor: source, channels, then those of what holds it."""
    holders = [found for found in reading.attributions if any_covers(found.content, anchor)]
    outer = {link.id for holder in holders for link in _outward(reading, holder)[1:]}
    inner = min(
        (holder for holder in holders if holder.id not in outer),
        key=lambda holder: sum(map(len, holder.content)),
        default=None,
    )
    if inner is None:
        return ()
    return tuple(hop for link in _outward(reading, inner) for hop in _hops_of(reading, link))


def _outward(reading: Reading, attribution: Attribution) -> list[Attribution]:
    chain = [attribution]
    while chain[-1].within is not None and len(chain) <= len(reading.attributions):
        chain.append(reading.attributions_by_id[chain[-1].within])
    return chain


def _hops_of(reading: Reading, attribution: Attribution) -> Iterator[Hop]:
    text = reading.article.text
    yield Hop(words_of(text, attribution.source) or UNNAMED, _name(reading, attribution.speaker))
    yield from (Hop(channel.span.of(text), _name(reading, channel.entity)) for channel in attribution.channel)


def _name(reading: Reading, entity: str | None) -> str | None:
    found = reading.entities_by_id.get(entity or "")
    return None if found is None else found.name


def judge(gold: Sequence[str], predicted: Sequence[Hop]) -> JudgedChain:
    """The hops of a chain as marked held against those read."""
    left = list(predicted)
    hits = 0
    for hop in gold:
        match = next((other for other in left if _is_same(hop, other)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    exact = len(gold) == len(predicted) and all(map(_is_same, gold, predicted))
    return JudgedChain(exact, Counts(hits, len(predicted), len(gold)))


def _is_same(hop: str, predicted: Hop) -> bool:
    telling = set(words_in(hop))
    if not telling:
        return hop == predicted.words
    return any(has_words(telling, phrase) for phrase in (predicted.words, predicted.name or ""))


def words_in(phrase: str) -> list[str]:
    """The words of a phrase, without regard to case.

    >>> words_in("Ravi Deen's aide")
    ['ravi', 'deen', 's', 'aide']
    """
    return _WORD.findall(phrase.casefold())


def has_words(telling: set[str], phrase: str) -> bool:
    """True where a phrase holds all the telling words and few others.

    >>> has_words({"deen"}, "Spokesman Ravi Deen"), has_words({"deen", "aide"}, "Ravi Deen")
    (True, False)
    """
    found = words_in(phrase)
    return telling <= set(found) and len(found) <= len(telling) + MOST_OTHER_WORDS


def _share_exact(judged: Sequence[JudgedChain]) -> float:
    return sum(row.is_exact for row in judged) / len(judged) if judged else 0.0


def _hop_f1(judged: Sequence[JudgedChain]) -> float:
    return f1(sum((row.hops for row in judged), Counts()))
