"""Verbs of telling that here tell nothing: *fired a missile*, *called a meeting*, *found guilty*, *does not seem*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.channels import is_channel
from accordingto.attribution.cue_words import groups_of
from accordingto.attribution.passage import Passage
from accordingto.model.resources import load_toml

_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "oprd", "parataxis"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_TIMES = frozenset({"DATE", "TIME"})


def without_deeds(passage: Passage, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one paragraph but for those whose cue is an act or an impression and tells nothing."""
    return tuple(candidate for candidate in candidates if not _is_deed(passage, candidate))


def _is_deed(passage: Passage, candidate: Candidate) -> bool:
    verb = passage.head_of(candidate.cue[0]) if candidate.cue else None
    if verb is None or verb.pos_ != "VERB" or _is_quoting(passage, candidate):
        return False
    if is_act(verb) or is_state_found(verb) or is_reason(verb) or is_pointer(verb):
        return True
    if not candidate.source and (is_impression(verb) or is_happening(verb)):
        return True
    return _only_tells_when(passage, candidate, verb)


def is_act(verb: Token) -> bool:
    """True for acts by their object or tool: *fired a missile*, *called a meeting*, *charged the crowd with batons*."""
    if _has_clause(verb):
        return verb.lemma_ in _words("verbs")
    if verb.lemma_ in _words("verbs") or verb.lemma_ in _words("bare"):
        return True
    if _gives_grounds(verb) or _is_shown_in_writing(verb):
        return False
    if any((verb.lemma_, noun.lemma_.lower()) in _acts() for noun in _objects(verb)):
        return True
    return verb.lemma_ in _words("force") and any(noun.lemma_ in _words("tools") for noun in _after(verb, "with"))


def _gives_grounds(verb: Token) -> bool:
    """True for judgements with their grounds: attacked the town *for its roads*, slammed the base *as a waste*."""
    if "judge" not in groups_of(verb.lemma_, "VERB"):
        return False
    return any(word.lower_ in {"for", "as", "over"} for word in (*verb.rights, *_behind_objects(verb)))


def _behind_objects(verb: Token) -> Iterator[Token]:
    for noun in _objects(verb):
        yield from noun.rights


def _is_shown_in_writing(verb: Token) -> bool:
    """True for *the poll showed little interest*: a document's finding, not what somebody does."""
    subjects = (child for child in verb.lefts if child.dep_ == "nsubj")
    return any("document" in groups_of(noun.lemma_.lower(), "NOUN") for noun in subjects)


def is_state_found(verb: Token) -> bool:
    """True for *found guilty*, *found dead*: a verdict or a discovery, not what somebody thinks."""
    if verb.lemma_ != "find" or verb.i + 1 == len(verb.doc):
        return False
    return verb.doc[verb.i + 1].lower_ in _words("states")


def is_reason(verb: Token) -> bool:
    """True for *considering that the vote is near*, which gives a reason and has nobody who considers."""
    if verb.lower_ != "considering" or any(child.dep_ in {"aux", "nsubj"} for child in verb.lefts):
        return False
    return verb.is_sent_start is True or verb.doc[verb.i - 1].lower_ == ","


def is_pointer(verb: Token) -> bool:
    """True for *the standoff underscores the risk*: what happens makes plain, and nobody says so."""
    if verb.lemma_ not in _words("pointers"):
        return False
    return any(child.dep_ == "nsubj" and child.lemma_.lower() in _words("happenings") for child in verb.lefts)


def is_impression(verb: Token) -> bool:
    """True for *a deal appears unlikely*, *does not seem to matter*: nobody is said to find it so."""
    if "seem" not in groups_of(verb.lemma_, "VERB") or any(_after(verb, "to")):
        return False
    clauses = (child for child in verb.rights if child.dep_ in _CLAUSES and child.pos_ in {"VERB", "AUX"})
    return any(child.dep_ == "neg" for child in verb.lefts) or not any(clauses)


def is_happening(verb: Token) -> bool:
    """True for passives with no clause: *is seen in waters*, *were recalled*; not *is seen as a threat*."""
    if verb.tag_ != "VBN" or verb.lemma_ not in _words("found") or _has_clause(verb):
        return False
    return not any(child.lower_ in {"as", "by"} or child.dep_ == "agent" for child in verb.rights)


def _only_tells_when(passage: Passage, candidate: Candidate, verb: Token) -> bool:
    """True where the content is only a time or a channel: *blasted off at noon*, *was charged this week by police*."""
    if len(candidate.content) != 1 or _has_clause(verb):
        return False
    start = candidate.content[0].start
    first = next((token for token in verb.subtree if passage.offset(token) == start), None)
    if first is None or any(token.lower_ == "that" for token in first.doc[first.i : verb.sent.end]):
        return False
    top = first
    while top.head.i != verb.i and top.head.i != top.i and top.head.dep_ not in {"prep", "agent"}:
        top = top.head
    if top.dep_ == "npadvmod":
        return top.ent_type_ in _TIMES
    circumstance = top.ent_type_ in _TIMES or is_channel(top.head.lower_, top)
    return top.dep_ == "pobj" and circumstance and not any(_objects(verb))


def _is_quoting(passage: Passage, candidate: Candidate) -> bool:
    return any('"' in text or "“" in text for text in (span.of(passage.text) for span in candidate.content))


def _has_clause(verb: Token) -> bool:
    return any(child.dep_ in _CLAUSES for child in verb.children)


def _objects(verb: Token) -> Iterator[Token]:
    """What it is done to; of *rounds of talks*, *number of shells* the inner noun too."""
    for child in verb.children:
        if child.dep_ in _OBJECTS:
            yield child
            yield from _after(child, "of")


def _after(head: Token, preposition: str) -> Iterator[Token]:
    for child in head.rights:
        if child.lower_ == preposition:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


@cache
def _acts() -> frozenset[tuple[str, str]]:
    rows = load_toml("deeds.toml")["deeds"]
    return frozenset((verb, noun) for row in rows for verb in row["verbs"].split() for noun in row["objects"].split())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_toml("deeds.toml")["deeds_alone"][name].split())
