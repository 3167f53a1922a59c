"""Where the content of a cue may stand: constituents of the clause, the clause around it, quotations beside it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from accordingto.attribution.channels import is_channel
from accordingto.attribution.cues import Cue
from accordingto.attribution.options import Option, Options, collect
from accordingto.attribution.passage import Passage, with_whole_quotations
from accordingto.attribution.quotations import Quotation
from accordingto.model.span import Span, Spans, merge, trim

_CONTENT_RELATIONS = frozenset(
    {"ccomp", "xcomp", "dobj", "prep", "advcl", "acl", "oprd", "attr", "nsubjpass", "parataxis", "dative", "relcl",
     "pcomp", "npadvmod", "appos", "agent", "acomp", "dep", "conj", "csubj", "csubjpass", "pobj", "nmod", "compound"}
)  # fmt: skip
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "parataxis", "prep", "pcomp", "ROOT"})
_COPULAS = frozenset({"be", "remain", "become"})
_GAP_MARKS = " \t\n\r\u00a0,;:.—–-"
_WIDEST_GAP = 60
"""Code points between a cue and a quotation that is still looked at; wider gaps held no content in 1,000 tries."""


def content_options(passage: Passage, cue: Cue) -> Options:
    """The spans that may be the content of a cue, each with the ways in which it was found."""
    outside = passage.offset(cue.anchor)
    found = list(_constituents(passage, cue))
    found += _around(passage, cue)
    found += _beside(passage, cue)
    widened = (Option(kind, with_whole_quotations(passage, spans, outside=outside)) for kind, spans in found)
    return collect(passage.text, widened)


def _constituents(passage: Passage, cue: Cue) -> Iterator[tuple[str, Spans]]:
    anchor = cue.anchor
    yield from _of_children(passage, anchor, anchor, "")
    right = [child for child in anchor.rights if child.dep_ in _CONTENT_RELATIONS and child.i > cue.last.i]
    if len(right) > 1:
        whole = (passage.span(right[0].left_edge, right[-1].right_edge),)
        yield "right", whole
        yield f"right={'+'.join(_named(child) for child in right[:3])}", whole
        if len(right) > 2:
            yield "right-but-last", (passage.span(right[0].left_edge, right[-2].right_edge),)
        yield "right-later", (passage.span(right[1].left_edge, right[-1].right_edge),)
    if anchor.pos_ != "VERB" and anchor.dep_ != "ROOT":
        yield from _of_children(passage, anchor.head, anchor, f"{_role(anchor)}>")
    elif anchor.pos_ == "VERB":
        yield from _of_light_object(passage, anchor)
    for later in anchor.conjuncts:
        if later.i > anchor.i and later.pos_ == anchor.pos_:
            yield from _of_children(passage, later, anchor, "conj>")


def _of_children(passage: Passage, governor: Token, anchor: Token, way: str) -> Iterator[tuple[str, Spans]]:
    for child in governor.children:
        if child.dep_ not in _CONTENT_RELATIONS or child.left_edge.i <= anchor.i <= child.right_edge.i:
            continue
        side = "" if child.i > anchor.i else "<"
        name = f"{way}{side}{child.dep_}"
        yield name, (passage.span(child.left_edge, child.right_edge),)
        if child.dep_ in {"prep", "agent"}:
            yield f"{name}:{child.lower_}", (passage.span(child.left_edge, child.right_edge),)
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"} and not _is_circumstance(child, inner):
                    yield f"{name}:{child.lower_}>", (passage.span(inner.left_edge, inner.right_edge),)


def _is_circumstance(preposition: Token, noun: Token) -> bool:
    """True for when and through what somebody said it, which is no content: said on *Tuesday*, wrote on *his blog*."""
    return noun.dep_ == "pobj" and (noun.ent_type_ in {"DATE", "TIME"} or is_channel(preposition.lower_, noun))


def _of_light_object(passage: Passage, anchor: Token) -> Iterator[tuple[str, Spans]]:
    """The content inside the object: made the *claim that it rained*, issued a *statement saying …*."""
    for child in anchor.rights:
        if child.dep_ in {"dobj", "attr", "acomp", "prep"}:
            for inner in child.rights:
                if inner.dep_ in _CONTENT_RELATIONS:
                    yield f"{child.dep_}>{inner.dep_}", (passage.span(inner.left_edge, inner.right_edge),)
                    yield f"{child.dep_}>rest", (passage.span(inner.left_edge, anchor.right_edge),)
                if inner.dep_ == "pobj":
                    yield from _of_spoken_document(passage, inner)


def _of_spoken_document(passage: Passage, noun: Token) -> Iterator[tuple[str, Spans]]:
    """The clause that the parse hung on a channel: said in a *speech* that he would go."""
    for clause in noun.rights:
        if clause.dep_ in {"acl", "relcl", "ccomp"}:
            yield f"prep>pobj>{clause.dep_}", (passage.span(clause.left_edge, noun.right_edge),)


def _role(anchor: Token) -> str:
    return "be" if anchor.head.lemma_ in _COPULAS else anchor.dep_


def _around(passage: Passage, cue: Cue) -> Iterator[tuple[str, Spans]]:
    """The rest of the sentence, the words before the cue's clause, and the clause that the cue's clause hangs on."""
    anchor, doc = cue.anchor, cue.anchor.doc
    sentence = anchor.sent
    first, last = doc[sentence.start], doc[sentence.end - 1]
    if cue.last.i < last.i:
        yield "rest", (_ended(passage, doc[cue.last.i + 1], last),)
    start, end = _clause_edges(cue)
    before = (_ended(passage, first, doc[start - 1]),) if start > first.i else ()
    after = (_ended(passage, doc[end + 1], last),) if end < last.i else ()
    if before:
        yield "front", before
    if after:
        yield "behind", after
    if before and after:
        yield "split", before + after
    if (anchor.dep_ in _CLAUSES and anchor.dep_ != "ROOT") or anchor.pos_ == "ADV":
        yield f"host:{anchor.dep_}", _without(passage, anchor.head, _top(anchor))
    if anchor.dep_ in {"relcl", "acl"}:
        head = anchor.head
        yield "antecedent", (passage.span(head.left_edge, doc[max(head.i, anchor.left_edge.i - 1)]),)


def _named(child: Token) -> str:
    return f"{child.dep_}.{child.lower_}" if child.dep_ == "prep" else child.dep_


def _top(anchor: Token) -> Token:
    """*according* may hang on its own *to*, or the other way round: the upper of the two."""
    return anchor.head if anchor.lower_ == "according" and anchor.head.lower_ == "to" else anchor


def _without(passage: Passage, host: Token, hole: Token) -> Spans:
    doc = host.doc
    left, right = host.left_edge.i, host.right_edge.i
    inner_left, inner_right = hole.left_edge.i, hole.right_edge.i
    pieces: list[Span] = []
    if left < inner_left:
        pieces.append(_ended(passage, doc[left], doc[inner_left - 1]))
    if inner_right < right:
        pieces.append(_ended(passage, doc[inner_right + 1], doc[right]))
    return tuple(piece for piece in pieces if len(piece) > 1)


def _clause_edges(cue: Cue) -> tuple[int, int]:
    """The first and last token of the words that only say who says: *the envoy said on Monday*."""
    start, end = cue.first.i, cue.last.i
    for child in cue.anchor.children:
        if child.dep_ in {"nsubj", "nsubjpass", "advmod", "aux", "agent", "npadvmod", "dative", "prt", "expl", "mark"}:
            start, end = min(start, child.left_edge.i), max(end, child.right_edge.i)
        elif child.dep_ in {"prep", "dobj", "pobj"} and child.i > cue.anchor.i and "ccomp" not in _below(child):
            end = max(end, child.right_edge.i)
    return start, end


def _below(token: Token) -> set[str]:
    return {inner.dep_ for inner in token.children}


def _ended(passage: Passage, first: Token, last: Token) -> Span:
    """The span without a full stop at its end, which closes the sentence and not the content."""
    span = passage.span(first, last)
    if passage.quotations and passage.quotation_of(last) is not None:
        return span
    return trim(passage.text, span, " \t\r\n\u00a0,;.—–")


def _beside(passage: Passage, cue: Cue) -> Iterator[tuple[str, Spans]]:
    """The quotations right before and right after the cue's clause, alone and together."""
    if not passage.quotations:
        return
    start, end = _clause_edges(cue)
    doc, at = cue.anchor.doc, passage.offset(cue.anchor)
    edges = Span(passage.offset(doc[start]), passage.offset(doc[end]) + len(doc[end]))
    before = next((item for item in reversed(passage.quotations) if item.span.end <= at), None)
    after = [item for item in passage.quotations if item.span.start > at]
    left = _near(passage, before, edges) if before else None
    right = _near(passage, after[0], edges) if after else None
    if before and left:
        yield f"quote-before:{left}", (before.span,)
    if after and right:
        yield f"quote-after:{right}", (after[0].span,)
        yield from _and_next(passage, f"quote-after:{right}", (after[0].span,), after[1:2])
    if before and left and after and right:
        both = (before.span, after[0].span)
        yield f"quotes:{left}:{right}", both
        yield from _and_next(passage, f"quotes:{left}:{right}", both, after[1:2])


def _and_next(passage: Passage, kind: str, spans: Spans, following: list[Quotation]) -> Iterator[tuple[str, Spans]]:
    """With the quotation that comes next with nothing but a space between."""
    if following and not passage.text[spans[-1].end : following[0].span.start].strip(_GAP_MARKS):
        yield f"{kind}+", merge((*spans, following[0].span))


def _near(passage: Passage, quotation: Quotation, edges: Span) -> str | None:
    """How near a quotation is to the cue's clause: "tight", "loose", or None where it is too far."""
    span = quotation.span
    gap = passage.text[span.end : edges.start] if span.end <= edges.start else passage.text[edges.end : span.start]
    if len(gap) > _WIDEST_GAP:
        return None
    if span.start < edges.end and span.end > edges.start:
        return "inside"
    words = len(gap.strip(_GAP_MARKS).split())
    return "tight" if words == 0 else "close" if words <= 3 else "loose"
