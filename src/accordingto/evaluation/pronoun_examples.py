"""Marked texts made ready: read once, then examples for the ranker to learn from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.attribution.find import find_attributions
from accordingto.evaluation.ecbplus_pronouns import read_ecbplus_pronouns
from accordingto.evaluation.marked_pronouns import MarkedDocument, MarkedPronoun, NamePair, read_gap, read_gum
from accordingto.grounding.drafts import Draft
from accordingto.grounding.pronoun_features import PRONOUNS
from accordingto.grounding.pronoun_network import Floats, StateAt
from accordingto.grounding.pronoun_ranker import Ranker, shipped_ranker, states_of_choice
from accordingto.grounding.workbench import lay_out
from accordingto.model.article import Article
from accordingto.model.attribution import Attribution
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.span import Span, any_overlap
from accordingto.parse.encoder import Encoder
from accordingto.parse.language_model import load_language_model
from accordingto.parse.mentions import find_mentions
from accordingto.parse.parsed import parse_article, with_encoding
from accordingto.parse.states import state_finder


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with its marked pronouns, read. `pair` is its row of GAP; other sets have none."""

    set: str
    document: str
    article: Article
    pronouns: tuple[MarkedPronoun, ...]
    pair: NamePair | None
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    state_at: StateAt | None


@dataclass(frozen=True, slots=True)
class Example:
    """A marked pronoun as the ranker sees it: the features of each candidate, which are right, and the states."""

    set: str
    document: str
    candidates: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    states: tuple[Floats, Floats] | None


def read_marked(path: Path, encoder: Encoder | None = None) -> Iterator[MarkedText]:
    """The texts of a GAP table, of a folder of GUM's files, or of ECB+."""
    if path.is_file():
        for number, pair in enumerate(read_gap(path)):
            meant = tuple(name for name, is_meant in zip(pair.names, pair.meant, strict=True) if is_meant)
            document = MarkedDocument(f"gap-{number}", pair.article, (MarkedPronoun(pair.pronoun, meant),))
            yield _read("gap", document, pair, encoder)
        return
    for document in read_gum(path):
        yield _read("gum-" + document.name.split("_")[1], document, None, encoder)
    for document in read_ecbplus_pronouns(path):
        yield _read("ecb+", document, None, encoder)


def examples_of(text: MarkedText) -> Iterator[Example]:
    """The marked pronouns in order; each is linked to its marked antecedent before the next is looked at."""
    wanted = {asked.span.start: asked.antecedents for asked in asked_of(text) if asked.antecedents}
    ranker = shipped_ranker(text.state_at)
    pronouns = lay_out(text.article, text.mentions, text.attributions, ranker).pronouns
    for choice in pronouns.choices(text.mentions):
        antecedents = wanted.get(choice.pronoun.span.start, ())
        right = tuple(_is_at(each.draft, antecedents) for each in choice.candidates)
        if antecedents:
            found = tuple(each.features for each in choice.candidates)
            states = states_of_choice(choice, text.state_at) if text.state_at is not None else None
            yield Example(text.set, text.document, found, right, states)
        meant = (each.draft for each, is_right in zip(choice.candidates, right, strict=True) if is_right)
        pronouns.link(choice.pronoun, next(meant, None) or ranker.best(choice))


def linked(text: MarkedText, ranker: Ranker) -> dict[Span, list[Mention]]:
    """For each pronoun the mentions in words of what the ranker puts it to."""
    bench = lay_out(text.article, text.mentions, text.attributions, ranker)
    bench.pronouns.resolve(text.mentions)
    return {
        mention.span: [other for other in draft.mentions if other.form is not MentionForm.PRONOUN]
        for mention, draft in bench.by_mention.items()
        if mention.form is MentionForm.PRONOUN
    }


def asked_of(text: MarkedText) -> list[MarkedPronoun]:
    """The marked pronouns that are of the third person."""
    return [asked for asked in text.pronouns if asked.span.of(text.article.text).lower() in PRONOUNS]


def _read(name: str, document: MarkedDocument, pair: NamePair | None, encoder: Encoder | None) -> MarkedText:
    parsed = parse_article(document.article, load_language_model())
    if encoder is not None:
        parsed = with_encoding(parsed, encoder)
    return MarkedText(
        set=name,
        document=document.name,
        article=document.article,
        pronouns=document.pronouns,
        pair=pair,
        mentions=find_mentions(parsed),
        attributions=find_attributions(parsed),
        state_at=state_finder(parsed.encoded or ()),
    )


def _is_at(draft: Draft, antecedents: Sequence[Span]) -> bool:
    heads = (mention.head for mention in draft.mentions if mention.form is not MentionForm.PRONOUN)
    return any_overlap(heads, antecedents)
