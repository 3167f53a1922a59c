"""The attributions of a report: candidates by a finder, then the steps that every finder's candidates go through."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.attribution.announced import with_announced_paragraphs
from accordingto.attribution.candidate import Candidate, in_order
from accordingto.attribution.channels import find_channels
from accordingto.attribution.continued import with_continued_quotations
from accordingto.attribution.form import form_of, quoted_spans
from accordingto.attribution.light_finder import find_candidates
from accordingto.attribution.nesting import find_holders
from accordingto.attribution.passage import passages_of
from accordingto.attribution.weights import load_light_model
from accordingto.model.attribution import Attribution, attribution_id
from accordingto.parse.parsed import ParsedArticle


def find_attributions(parsed: ParsedArticle) -> tuple[Attribution, ...]:
    """Who is said to have said what in a report, in the order of the text; speakers are not resolved yet."""
    model = load_light_model()
    found = (candidate for passage in passages_of(parsed) for candidate in find_candidates(passage, model))
    return complete(parsed, found)


def complete(parsed: ParsedArticle, candidates: Iterable[Candidate]) -> tuple[Attribution, ...]:
    """The attributions that any finder's candidates make: with continued quotations, form, channel and holder."""
    passages = tuple(passages_of(parsed))
    found = with_announced_paragraphs(passages, tuple(candidates))
    found = in_order(with_continued_quotations(passages, found))
    text, article_id = parsed.article.text, parsed.article.id
    ids = [attribution_id(article_id, item.source, item.cue, item.content) for item in found]
    holders = find_holders(found)
    quoted = quoted_spans(passages)
    channels = find_channels(passages, found)
    return tuple(
        Attribution(
            id=ids[index],
            source=item.source,
            cue=item.cue,
            content=item.content,
            form=form_of(text, item.content, quoted),
            within=None if (holder := holders[index]) is None else ids[holder],
            channel=channels[index],
            score=round(item.probability, 3),
        )
        for index, item in enumerate(found)
    )
