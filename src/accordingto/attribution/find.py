"""The attributions of a report: candidates by a finder, then the steps that every finder's candidates go through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from accordingto.attribution.agentless import find_hearsay, with_agentless
from accordingto.attribution.announced import with_announced_paragraphs
from accordingto.attribution.candidate import Candidate, in_order
from accordingto.attribution.chains import with_chains
from accordingto.attribution.channels import find_channels
from accordingto.attribution.cited import holders_through_cited, with_cited
from accordingto.attribution.confidence import load_confidence
from accordingto.attribution.continued import with_continued_quotations
from accordingto.attribution.coordinated import with_coordinated_cues
from accordingto.attribution.decode import decode_candidates
from accordingto.attribution.deeds import without_deeds
from accordingto.attribution.dialogue import with_dialogue
from accordingto.attribution.exchange import with_turns
from accordingto.attribution.form import form_of, quoted_spans
from accordingto.attribution.hands import with_handed_sources
from accordingto.attribution.light_finder import find_candidates
from accordingto.attribution.media import is_medium_source
from accordingto.attribution.nested_finder import find_nested
from accordingto.attribution.nesting import find_holders
from accordingto.attribution.noun_cues import find_noun_cues
from accordingto.attribution.partial_quotations import with_partial_quotations
from accordingto.attribution.passage import Passage, PassageIndex, passages_of
from accordingto.attribution.performatives import find_performatives
from accordingto.attribution.relative import with_relative_contents
from accordingto.attribution.signed import with_signed_quotations
from accordingto.attribution.speakable import with_speakable_sources
from accordingto.attribution.speech_acts import act_of
from accordingto.attribution.told_nouns import with_told_nouns
from accordingto.attribution.trailing import with_whole_sentences
from accordingto.attribution.weights import load_light_model
from accordingto.model.attribution import Attribution, attribution_id
from accordingto.model.span import any_covers, any_overlap, hull, overlaps
from accordingto.parse.encoder import EncodedWindow, load_encoder
from accordingto.parse.parsed import ParsedArticle

SURE_OF_PARSE = 0.85
"""On PolNeAR dev these cost .001 of full match (speech .002); at .9 half of it, but tellings *according to* and
*reported by* are lost that nothing else finds."""


def find_attributions(parsed: ParsedArticle) -> tuple[Attribution, ...]:
    """Who is said to have said what in a report, in the order of the text; speakers are not resolved yet."""
    passages = tuple(passages_of(parsed))
    if parsed.encoded is None:
        return complete(parsed, passages, _found_by_parse(passages))
    return complete(parsed, passages, _found_by_encoder(parsed.encoded, passages))


def _found_by_parse(passages: Sequence[Passage]) -> Iterator[Candidate]:
    """The fast reader's candidates."""
    model = load_light_model()
    for passage in passages:
        likely = with_told_nouns(passage, tuple(find_candidates(passage, model)))
        yield from (*likely, *find_noun_cues(passage, likely, model), *find_hearsay(passage, likely))


def _found_by_encoder(encoded: Sequence[EncodedWindow], passages: Sequence[Passage]) -> Iterator[Candidate]:
    """The accurate reader's candidates, and the hearsay that its training set does not mark."""
    found = decode_candidates(encoded, load_encoder().tag, load_confidence())
    for passage in passages:
        here = [candidate for candidate in found if overlaps(hull(candidate.cue), passage.paragraph.span)]
        told = with_told_nouns(passage, (*with_whole_sentences(passage, here), *_passed_over(passage, here)))
        yield from (*told, *find_hearsay(passage, told))


def _passed_over(passage: Passage, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """What the parse is sure of where the encoder has nothing: its training set knows no *was quoted as saying*."""
    taken = [span for candidate in found for span in (*candidate.cue, *candidate.content)]
    for candidate in find_candidates(passage, load_light_model()):
        is_new = not any_overlap(candidate.cue, taken) and not _cuts_into(passage, candidate, found)
        if candidate.probability >= SURE_OF_PARSE and candidate.cue and is_new:
            yield candidate


def _cuts_into(passage: Passage, candidate: Candidate, found: Sequence[Candidate]) -> bool:
    """True where the content holds another's cue, save a medium's with all of it: *the envoy said …*, Vedo said."""
    held = [other for other in found if any_overlap(candidate.content, other.cue)]
    if not held:
        return False
    head = passage.head_of(candidate.source[0]) if candidate.source else None
    passes_on = head is not None and is_medium_source(head)
    return not passes_on or not all(any_covers(candidate.content, span) for other in held for span in other.spans)


def complete(
    parsed: ParsedArticle, passages: Sequence[Passage], candidates: Iterable[Candidate]
) -> tuple[Attribution, ...]:
    """The attributions that any finder's candidates make: with those held within them, form and channel."""
    index = PassageIndex(passages)
    told = with_announced_paragraphs(index, with_dialogue(index, tuple(candidates)))
    told = with_turns(index, with_signed_quotations(index, told))
    told = with_continued_quotations(index, told)
    chained = _with_chains(index, (*told, *_nested(index, told)))
    return _attributions(parsed, index, in_order(chained))


def _nested(index: PassageIndex, told: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """Candidates that stand in the content of those that are there already."""
    model = load_light_model()
    here: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in told:
        for number in index.numbers_of(candidate.content):
            here[number].append(candidate)
    for number, holders in here.items():
        yield from find_nested(index.passages[number], holders, model)
        yield from find_performatives(index.passages[number], model)


def _with_chains(index: PassageIndex, told: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates, paragraph by paragraph, with chains of sources put in order."""
    at_home: dict[int | None, list[Candidate]] = defaultdict(list)
    for candidate in told:
        at_home[index.number_at((candidate.cue or candidate.content)[0].start)].append(candidate)
    return tuple(
        chained
        for number, group in at_home.items()
        for chained in (group if number is None else _settled(index.passages[number], group))
    )


def _settled(passage: Passage, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    told = with_relative_contents(passage, with_speakable_sources(passage, without_deeds(passage, candidates)))
    chained = with_chains(passage, with_partial_quotations(passage, with_coordinated_cues(passage, told)))
    return with_agentless(passage, with_handed_sources(passage, with_cited(passage, chained)))


def _attributions(parsed: ParsedArticle, index: PassageIndex, told: tuple[Candidate, ...]) -> tuple[Attribution, ...]:
    text, article_id = parsed.article.text, parsed.article.id
    ids = [attribution_id(article_id, item.source, item.cue, item.content) for item in told]
    holders = holders_through_cited(told, find_holders(told))
    quoted = quoted_spans(index.passages)
    channels = find_channels(index, told)
    return tuple(
        Attribution(
            id=ids[position],
            source=item.source,
            cue=item.cue,
            content=item.content,
            form=form_of(text, item.content, item.cue, quoted),
            within=None if (holder := holders[position]) is None else ids[holder],
            channel=channels[position],
            score=round(item.probability, 3),
            act=act_of(index, item),
        )
        for position, item in enumerate(told)
    )
