"""Pronouns against marked ones: GAP's F1 over its two names, and the antecedents of GUM's third-person pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.attribution.find import find_attributions
from accordingto.evaluation.marked_pronouns import MarkedDocument, NamePair, read_gap, read_gum
from accordingto.evaluation.report import Counts, Evaluation, f1, figure, precision, recall
from accordingto.grounding.drafts import Draft
from accordingto.grounding.pronoun_features import PRONOUNS
from accordingto.grounding.pronouns import best
from accordingto.grounding.workbench import lay_out
from accordingto.model.article import Article
from accordingto.model.attribution import Attribution
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.span import Span, any_overlap, overlaps
from accordingto.parse.language_model import load_language_model
from accordingto.parse.mentions import find_mentions
from accordingto.parse.parsed import parse_article

Found = tuple[tuple[Mention, ...], tuple[Attribution, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """A marked pronoun as the ranker sees it: the features of each candidate, and which are right."""

    set: str
    document: str
    candidates: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def evaluate_gap(path: Path) -> Evaluation:
    """F1, precision and recall over the two names of every row, as GAP counts them."""
    units = [_gap_counts(pair, *_read(pair.article)) for pair in read_gap(path)]
    gold = sum(unit.gold for unit in units)
    figures = (
        figure("F1", units, lambda some: f1(_total(some)), gold),
        figure("precision", units, lambda some: precision(_total(some)), gold),
        figure("recall", units, lambda some: recall(_total(some)), gold),
    )
    return Evaluation("pronouns, GAP", len(units), figures)


def evaluate_gum(folder: Path, genre: str = "news") -> Evaluation:
    """The part of third-person pronouns whose entity has a mention at one of the marked antecedents."""
    units = [_gum_counts(document, *_read(document.article)) for document in read_gum(folder, genre)]
    total = sum(unit.gold for unit in units)
    right = figure("accuracy", units, lambda some: recall(_total(some)), total)
    return Evaluation(f"pronouns, GUM {genre}", len(units), (right,))


def gap_examples(path: Path) -> Iterator[Example]:
    """GAP's rows that mean one of the names, for training."""
    for number, pair in enumerate(read_gap(path)):
        wanted = [name for name, meant in zip(pair.names, pair.meant, strict=True) if meant]
        if wanted:
            yield from _examples("gap", f"gap-{number}", pair.article, [(pair.pronoun, wanted)])


def gum_examples(folder: Path) -> Iterator[Example]:
    """GUM's third-person pronouns, for training; each set is named by its genre."""
    for document in read_gum(folder):
        marked = [(pronoun.span, list(pronoun.antecedents)) for pronoun in document.pronouns]
        yield from _examples("gum-" + document.name.split("_")[1], document.name, document.article, marked)


def _total(units: Sequence[Counts]) -> Counts:
    return sum(units, Counts())


def _read(article: Article) -> Found:
    parsed = parse_article(article, load_language_model())
    return find_mentions(parsed), find_attributions(parsed)


def _examples(
    name: str, document: str, article: Article, marked: Sequence[tuple[Span, list[Span]]]
) -> Iterator[Example]:
    """The marked pronouns in order; each is linked to its marked antecedent before the next is looked at."""
    wanted = {pronoun.start: antecedents for pronoun, antecedents in marked if _is_third_person(article, pronoun)}
    mentions, attributions = _read(article)
    pronouns = lay_out(article, mentions, attributions).pronouns
    for choice in pronouns.choices(mentions):
        antecedents = wanted.pop(choice.pronoun.span.start, None)
        if antecedents is None:
            pronouns.link(choice.pronoun, best(choice))
            continue
        right = tuple(_is_at(draft, antecedents) for draft, _ in choice.candidates)
        yield Example(name, document, tuple(names for _, names in choice.candidates), right)
        meant = (draft for (draft, _), is_right in zip(choice.candidates, right, strict=True) if is_right)
        pronouns.link(choice.pronoun, next(meant, None) or best(choice))
    for _ in wanted:
        yield Example(name, document, (), ())


def _gap_counts(pair: NamePair, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...]) -> Counts:
    found = _linked(pair.article, mentions, attributions).get(pair.pronoun, [])
    said = [any(overlaps(mention.name or mention.span, name) for mention in found) for name in pair.names]
    hits = sum(ours and theirs for ours, theirs in zip(said, pair.meant, strict=True))
    return Counts(hits, sum(said), sum(pair.meant))


def _gum_counts(
    document: MarkedDocument, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...]
) -> Counts:
    asked = [pronoun for pronoun in document.pronouns if _is_third_person(document.article, pronoun.span)]
    linked = _linked(document.article, mentions, attributions)
    hits = answered = 0
    for pronoun in asked:
        found = linked.get(pronoun.span, [])
        answered += bool(found)
        hits += any_overlap((mention.head for mention in found), pronoun.antecedents)
    return Counts(hits, answered, len(asked))


def _linked(
    article: Article, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...]
) -> dict[Span, list[Mention]]:
    """For each pronoun the mentions in words of what it was put to."""
    bench = lay_out(article, mentions, attributions)
    bench.pronouns.resolve(mentions)
    return {
        mention.span: [other for other in draft.mentions if other.form is not MentionForm.PRONOUN]
        for mention, draft in bench.by_mention.items()
        if mention.form is MentionForm.PRONOUN
    }


def _is_third_person(article: Article, pronoun: Span) -> bool:
    return pronoun.of(article.text).lower() in PRONOUNS


def _is_at(draft: Draft, antecedents: Sequence[Span]) -> bool:
    heads = (mention.head for mention in draft.mentions if mention.form is not MentionForm.PRONOUN)
    return any_overlap(heads, antecedents)
