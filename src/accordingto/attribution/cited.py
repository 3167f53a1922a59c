"""Who is cited by whoever tells: Reuters, *citing two aides*, said …; *quoted by the daily Vedo as saying* …

The cited one tells the content, and the one who cites passes it on, so that the chain runs through both. A reason that
is cited (*citing health concerns*) tells nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.media import is_document, is_medium_source
from accordingto.attribution.passage import Passage
from accordingto.model.resources import load_toml
from accordingto.model.span import Span, Spans, any_covers, any_overlap, overlaps, subtract, trim

_CITING = frozenset({"cite", "quote"})
_TELLERS = frozenset({"PERSON", "ORG", "NORP"})
_SET_OFF = frozenset({"relcl", "appos", "punct", "advcl", "cc"})
_HIGHEST = 4
"""Steps up the tree from *citing* to the word of telling that it goes with."""


def with_cited(passage: Passage, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one paragraph, with those who are cited made tellers within those who cite them."""
    told = list(candidates)
    for token in passage.tokens:
        if token.lemma_ not in _CITING or token.pos_ != "VERB":
            continue
        if token.tag_ == "VBG":
            _cite(passage, token, told)
        elif _agent_of(token) is not None:
            _quote_within_source(passage, token, told)
        _quote_as_saying(passage, token, told)
    return tuple(told)


def holders_through_cited(candidates: Sequence[Candidate], holders: Sequence[int | None]) -> list[int | None]:
    """The holders, those who are cited held by who cites them, and what both tell held by the cited one."""
    numbers = {candidate.cue: number for number, candidate in enumerate(candidates) if candidate.cue}
    passing = {number: numbers.get(item.passed_on_by) for number, item in enumerate(candidates) if item.passed_on_by}
    cited = {outer: inner for inner, outer in passing.items() if outer is not None and holders[outer] != inner}
    settled = list(holders)
    for outer, inner in cited.items():
        settled[inner] = outer
    for number, candidate in enumerate(candidates):
        if number not in passing:
            settled[number] = _through(candidates, candidate, holders[number], cited)
    return settled


def _through(
    candidates: Sequence[Candidate], candidate: Candidate, holder: int | None, cited: Mapping[int, int]
) -> int | None:
    """The innermost of those who are cited for what the holder tells, where they tell the candidate too."""
    for _ in cited:
        inner = None if holder is None else cited.get(holder)
        if inner is None or not _tells(candidates[inner], candidate):
            break
        holder = inner
    return holder


def is_teller(noun: Token) -> bool:
    """True for those who can tell: people, bodies, media, documents; not for *concerns* or *a lack of funds*."""
    if noun.ent_type_ in _TELLERS and noun.pos_ == "PROPN":
        return True
    lemma = noun.lemma_.lower()
    return lemma in _participants() or is_medium_source(noun) or is_document(noun)


def _tells(outer: Candidate, inner: Candidate) -> bool:
    return all(any_covers(outer.content, span) for span in inner.spans)


def _cite(passage: Passage, citing: Token, told: list[Candidate]) -> None:
    """*Reuters said troops left, citing two aides.*"""
    noun = _object_of(citing)
    number = None if noun is None else _telling_above(passage, citing, told)
    if noun is None or number is None:
        return
    clause = passage.span(citing, citing.right_edge)
    outer = told[number]
    outer = replace(outer, source=_whole_source(passage, outer, clause), content=_cut(passage, outer, clause))
    cue = _span_of(passage, citing)
    inner = Candidate((_phrase(passage, noun),), (cue,), outer.content, outer.probability, passed_on_by=outer.cue)
    told[number] = outer
    _replace_of_cue(told, inner)
    for deeper in noun.children:
        source = _object_of(deeper) if deeper.dep_ == "relcl" and deeper.lemma_ in _CITING else None
        if source is not None:
            words = (_span_of(passage, deeper),)
            _replace_of_cue(told, replace(inner, source=(_phrase(passage, source),), cue=words, passed_on_by=inner.cue))


def _whole_source(passage: Passage, outer: Candidate, clause: Span) -> Spans:
    """The source without the clause of citing; the whole subject where that clause broke it: *State radio*, citing …"""
    source = _without(passage, outer.source, clause)
    phrases = (_phrase(passage, subject) for subject in _subjects_of(passage, outer))
    broken = next((phrase for phrase in phrases if any_covers((phrase,), source[0]) and phrase != source[0]), None)
    return source if broken is None or len(source) > 1 else (broken,)


def _quote_within_source(passage: Passage, quoted: Token, told: list[Candidate]) -> None:
    """*Residents, quoted by the daily Vedo, said troops left.*"""
    agent, words = _agent_of(quoted), _span_of(passage, quoted)
    for number, inner in enumerate(told):
        if agent is None or quoted.dep_ != "acl" or not inner.content or any_overlap(inner.cue, (words,)):
            continue
        clause = passage.span(quoted, quoted.right_edge)
        source = _without(passage, inner.source, clause) if any_covers(inner.source, words) else ()
        if not source and quoted.head not in _subjects_of(passage, inner):
            continue
        outer = Candidate((_phrase(passage, agent),), (words,), inner.content, inner.probability)
        source = source or (_phrase(passage, quoted.head),)
        told[number] = replace(inner, source=source, passed_on_by=outer.cue)
        _replace_of_cue(told, outer)
        return


def _quote_as_saying(passage: Passage, quoting: Token, told: list[Candidate]) -> None:
    """*The envoy was quoted by Vedo as saying troops left*; *troops left, Vedo quoted the envoy as saying*."""
    saying = next((inner for child in quoting.rights if child.lower_ == "as" for inner in child.children), None)
    teller = _agent_of(quoting) or next((child for child in quoting.lefts if child.dep_ == "nsubj"), None)
    number = None if saying is None else _number_of(told, _span_of(passage, saying))
    if saying is None or teller is None or number is None:
        return
    first = min(teller.left_edge.i, quoting.i)
    clause = passage.span(saying.doc[first], saying)
    inner = told[number]
    if any(overlaps(clause, span) for span in inner.content):
        inner = replace(inner, content=_cut(passage, inner, clause))
    outer = Candidate((_phrase(passage, teller),), (_span_of(passage, quoting),), inner.content, inner.probability)
    there = _number_of(told, outer.cue[0])
    outer = outer if there is None else replace(outer, cue=told[there].cue)
    told[number] = replace(inner, passed_on_by=outer.cue)
    _replace_of_cue(told, outer)


def _telling_above(passage: Passage, citing: Token, told: Sequence[Candidate]) -> int | None:
    """The candidate with a content whose cue *citing* hangs on, straight or by its source."""
    token = citing
    for _ in range(_HIGHEST):
        if token.head is token:
            return None
        token = token.head
        number = _number_of(told, _span_of(passage, token))
        if number is not None and told[number].content and told[number].source:
            return number
    return None


def _number_of(told: Sequence[Candidate], word: Span) -> int | None:
    return next((number for number, item in enumerate(told) if any(overlaps(span, word) for span in item.cue)), None)


def _replace_of_cue(told: list[Candidate], candidate: Candidate) -> None:
    """Put the candidate in the place of those with its cue."""
    told[:] = [item for item in told if not any_overlap(item.cue, candidate.cue)]
    told.append(candidate)


def _subjects_of(passage: Passage, candidate: Candidate) -> list[Token]:
    verb = passage.head_of(candidate.cue[0]) if candidate.cue else None
    return [] if verb is None else [child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}]


def _object_of(verb: Token) -> Token | None:
    objects = (child for child in verb.rights if child.dep_ == "dobj")
    return next((noun for noun in objects if is_teller(noun)), None)


def _agent_of(verb: Token) -> Token | None:
    agents = (inner for child in verb.rights if child.dep_ in {"agent", "prep"} and child.lower_ == "by"
              for inner in child.children)  # fmt: skip
    return next((noun for noun in agents if noun.dep_ == "pobj"), None)


def _span_of(passage: Passage, token: Token) -> Span:
    start = passage.offset(token)
    return Span(start, start + len(token))


def _phrase(passage: Passage, head: Token) -> Span:
    """The noun phrase up to a clause or an apposition that is set off from it."""
    set_off = (child for child in head.rights if child.dep_ in _SET_OFF and not _joins(child))
    cut = next(iter(set_off), None)
    last = head.right_edge if cut is None else head.doc[cut.left_edge.i - 1]
    return passage.span(head.left_edge, last)


def _joins(child: Token) -> bool:
    """True for the *and* and the comma of a list: two aides *and* a guard."""
    return child.dep_ == "cc" or (child.dep_ == "punct" and any(later.dep_ == "conj" for later in child.head.rights))


def _cut(passage: Passage, candidate: Candidate, clause: Span) -> Spans:
    return _without(passage, candidate.content, clause)


def _without(passage: Passage, spans: Spans, hole: Span) -> Spans:
    if not any(overlaps(span, hole) for span in spans):
        return spans
    rest = (trim(passage.text, span, " \t\r\n\u00a0,;—–") for span in subtract(spans, (hole,)))
    return tuple(span for span in rest if len(span) > 1)


@cache
def _participants() -> frozenset[str]:
    """The nouns for people and bodies, and the offices (*source*, *official*) that stand for those who hold them."""
    nouns, offices = load_toml("participant_nouns.toml"), load_toml("actors/agents.toml")["weak"]
    return frozenset((*nouns["people"], *nouns["bodies"], *offices["persons"], *offices["bodies"]))
