"""Where the source of a cue may stand: subject, agent, possessor, the subject of a governing verb, a noun beside it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from accordingto.attribution.cues import Cue
from accordingto.attribution.options import Option, Options, collect
from accordingto.attribution.passage import Passage
from accordingto.model.span import Span, Spans, any_covers

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_SHARING = frozenset(
    {"xcomp", "conj", "advcl", "acl", "ccomp", "prep", "pcomp", "dobj", "pobj", "attr", "acomp", "relcl"}
)
_FURTHEST = 4
"""How many words up the tree a shared subject is looked for: "tried to begin to say" needs three."""


def source_options(passage: Passage, cue: Cue, content: Spans) -> Options:
    """The spans that may be the source of a cue with that content, each with the ways in which it was found."""
    found = collect(passage.text, (Option(kind, spans) for kind, spans in _options(passage, cue)))
    return {spans: kinds for spans, kinds in found.items() if not _covers_all(spans, content)}


def _options(passage: Passage, cue: Cue) -> Iterator[tuple[str, Spans]]:
    anchor = cue.anchor
    for kind, head in _heads(cue):
        if not head.left_edge.i <= anchor.i <= head.right_edge.i:
            yield kind, (passage.span(head.left_edge, head.right_edge),)
        yield f"{kind}|short", (_short(passage, head, anchor),)
    if anchor.lower_ == ":":
        yield "label", (passage.span(anchor.doc[0], anchor.doc[anchor.i - 1]),)


def _heads(cue: Cue) -> Iterator[tuple[str, Token]]:
    anchor = cue.anchor
    for child in anchor.children:
        if child.dep_ in _SUBJECTS:
            yield (child.dep_ if child.i < anchor.i else f"{child.dep_}-after"), child
        elif child.dep_ == "poss":
            yield "poss", child
        elif child.dep_ in {"agent", "prep"}:
            yield from ((f"{child.lower_}>", inner) for inner in child.children if inner.dep_ == "pobj")
        elif child.dep_ in {"dobj", "attr", "dative", "amod", "compound", "npadvmod"}:
            yield f"{child.dep_}-{'after' if child.i > anchor.i else 'before'}", child
    if anchor.lower_ == "according":
        yield from _after_according(cue)
    yield from _of_governors(anchor)
    yield from _beside(cue)


def _after_according(cue: Cue) -> Iterator[tuple[str, Token]]:
    for relative in (cue.last, cue.anchor.head):
        yield from (("according", inner) for inner in relative.children if inner.dep_ in {"pobj", "dobj"})


def _of_governors(anchor: Token) -> Iterator[tuple[str, Token]]:
    """Subjects further up: *the envoy* refused to say, *the envoy*, speaking in Doha, *the envoy*'s words."""
    token, path = anchor, ""
    for _ in range(_FURTHEST):
        if token.dep_ not in _SHARING and token.dep_ not in _SUBJECTS:
            return
        path += f"{token.dep_}^"
        if token.dep_ in {"acl", "relcl"}:
            yield f"{path}head", token.head
        token = token.head
        for child in token.children:
            if child.dep_ in _SUBJECTS and child.i != anchor.i:
                yield f"{path}{child.dep_}", child
            elif child.dep_ == "agent":
                yield from ((f"{path}by", inner) for inner in child.children if inner.dep_ == "pobj")
            elif child.dep_ == "poss":
                yield f"{path}poss", child


def _beside(cue: Cue) -> Iterator[tuple[str, Token]]:
    """The heads of the noun phrases that touch the cue, for clauses that the parse got wrong."""
    doc = cue.anchor.doc
    if cue.last.i + 1 < len(doc):
        after = doc[cue.last.i + 1]
        yield "next", _phrase_head(after)
    if cue.first.i > 0:
        before = doc[cue.first.i - 1]
        yield "previous", _phrase_head(before)


def _phrase_head(token: Token) -> Token:
    while (
        token.dep_ in {"det", "compound", "amod", "poss", "nummod", "case", "nmod", "quantmod"}
        and token.head is not token
    ):
        token = token.head
    return token


def _short(passage: Passage, head: Token, anchor: Token) -> Span:
    """The phrase up to its head word, with what is close after it that does not hold the cue."""
    last = head
    for child in head.rights:
        if child.dep_ in {"relcl", "acl", "appos", "advcl", "punct", "prep"} or child.right_edge.i >= anchor.i > head.i:
            break
        last = child.right_edge
    first = head.left_edge
    if first.i <= anchor.i < head.i:
        first = head
    return passage.span(first, last)


def _covers_all(spans: Spans, content: Spans) -> bool:
    """True where the words of a content would be its source too, which the parse offers now and then."""
    return bool(content) and all(any_covers(spans, told) for told in content)
