"""Named features of a word that may tell of an event: what the codebook says of it, and the words around it.

The learned classifier sums the weights of these names; with the encoder it adds the states of the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Span, Token

from accordingto.events.arguments import is_passive, logical_object, logical_subject, objects_of_preposition
from accordingto.events.contexts import contexts_of
from accordingto.events.modes import mode_of
from accordingto.events.participants import is_actor, is_human, is_site
from accordingto.events.proposals import Proposal
from accordingto.model.codebook import Codebook

_CLAUSES: Final = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp"})
_MARKS: Final = frozenset({"aux", "neg", "prt"})
_DESCRIBING: Final = frozenset({"amod", "compound", "nmod"})
_PREPOSITIONAL: Final = frozenset({"prep", "agent", "dative"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all proposals of one sentence share: its contexts and the types that the codebook has for its words."""

    names: tuple[str, ...]


def surroundings_of(sentence: Span, book: Codebook) -> Surroundings:
    """The shared features of a sentence."""
    types = {kind for token in sentence for kind in _types_of(token, book)}
    contexts = contexts_of(sentence.root, book)
    return Surroundings((*(f"context={name}" for name in contexts), *(f"near={name}" for name in sorted(types))))


def proposal_features(
    proposal: Proposal, clause: Iterable[Token], around: Surroundings, book: Codebook
) -> tuple[str, ...]:
    """All features of a proposal, each once; `clause` are the words of its clause."""
    head, code = proposal.coded.match.head, proposal.coded.match.trigger.event_type
    names = [*_of_codebook(proposal, book), *_of_word(head, code), *_of_sides(proposal, code), *_of_head(head, book)]
    for child in head.children:
        names += _of_child(child, head, code, book)
    names += (f"clause={token.lemma_.lower()}" for token in clause if _says(token))
    return tuple(dict.fromkeys((*names, *around.names)))


def _of_codebook(proposal: Proposal, book: Codebook) -> Iterator[str]:
    """What the codebook makes of it, and what it could make of the lemma elsewhere."""
    match, origin = proposal.coded.match, proposal.origin
    row = match.trigger
    yield from (f"origin={origin}", f"code={row.event_type}", f"code={row.event_type} {origin}")
    yield f"code={row.event_type}:{mode_of(match, book)}"
    yield f"row={row.event_type}:{row.mode}:{row.lemma}:{len(row.conditions)}"
    yield f"conditions={min(len(row.conditions), 3)}"
    lemma = match.head.lemma_.lower()
    for table in (book.verbs, book.nouns, book.adjectives):
        yield from (f"may={other.event_type}" for other in table.get(lemma, ()))


def _of_word(head: Token, code: str) -> Iterator[str]:
    yield from (f"lemma={head.lemma_.lower()}", f"tag={head.tag_}", f"relation={head.dep_}")
    yield from (f"part={head.pos_}", f"code part={code}:{head.pos_}")
    if is_passive(head):
        yield "passive"


def _of_child(child: Token, head: Token, code: str, book: Codebook) -> Iterator[str]:
    """Auxiliaries, particles, what follows prepositions, clauses below, adjectives before."""
    word, relation = child.lemma_.lower(), child.dep_
    if relation in _MARKS:
        yield from (f"{relation}={word}", f"code {relation}={code}:{word}")
    elif relation in _PREPOSITIONAL:
        yield from (f"after={child.lower_}", f"lemma after={head.lemma_.lower()}:{child.lower_}")
        for noun in objects_of_preposition(child):
            yield from (f"of={noun.lemma_.lower()}", f"after of={child.lower_}:{noun.lemma_.lower()}")
            yield from (f"after kind={child.lower_}:{kind}" for kind in _kinds(noun))
    elif relation in _CLAUSES:
        yield from (f"clause {relation}={word}", f"has {relation}", f"code has={code}:{relation}")
        yield from (f"clause may={kind}" for kind in _types_of(child, book))
    elif relation in _DESCRIBING:
        yield f"before={word}"


def _of_sides(proposal: Proposal, code: str) -> Iterator[str]:
    head, roles = proposal.coded.match.head, proposal.coded.roles
    if head.pos_ == "VERB":
        yield from _of_side("subject", logical_subject(head), head, code)
        yield from _of_side("object", logical_object(head), head, code)
    for name, tokens in (("actor", roles.actors), ("recipient", roles.recipients)):
        yield f"{name}s={min(len(tokens), 2)}"
        for token in tokens:
            yield f"{name}={token.lemma_.lower()}"
            yield from (f"{name} kind={kind}" for kind in _kinds(token))


def _of_side(name: str, side: Token | None, head: Token, code: str) -> Iterator[str]:
    if side is None:
        yield f"no {name}"
        return
    word = side.lemma_.lower()
    yield from (f"{name}={word}", f"lemma {name}={head.lemma_.lower()}:{word}")
    for kind in _kinds(side):
        yield from (f"{name} kind={kind}", f"code {name} kind={code}:{kind}")
    yield from (f"{name} before={token.lemma_.lower()}" for token in side.lefts if token.dep_ in {"compound", "amod"})


def _of_head(head: Token, book: Codebook) -> Iterator[str]:
    """The words over it: *refused* to meet, a call for *talks*."""
    over = head.head
    if over is head:
        return
    yield from (f"over={over.lemma_.lower()}", f"relation over={head.dep_}:{over.lemma_.lower()}")
    yield from (f"over may={kind}" for kind in _types_of(over, book))
    if over.head is not over:
        yield f"over that={over.head.lemma_.lower()}"


def _types_of(token: Token, book: Codebook) -> Iterable[str]:
    """The types that the codebook has for the token's lemma."""
    if token.pos_ == "VERB":
        return {row.event_type for row in book.verbs.get(token.lemma_.lower(), ())}
    if token.pos_ == "NOUN":
        return {row.event_type for row in book.nouns.get(token.lemma_.lower(), ())}
    return ()


def _kinds(token: Token) -> list[str]:
    found = [name for name, is_kind in (("human", is_human), ("actor", is_actor), ("site", is_site)) if is_kind(token)]
    return [*found, *([token.ent_type_] if token.ent_type_ else [])] or ["thing"]


def _says(token: Token) -> bool:
    return token.is_alpha and not token.is_stop
