"""What the light model looks at to tell a cue from a word that only could be one."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from accordingto.attribution.cue_words import groups_of
from accordingto.attribution.cues import Cue
from accordingto.attribution.passage import Passage

_FRAME = frozenset(
    {"ccomp", "xcomp", "dobj", "prep", "nsubj", "nsubjpass", "agent", "prt", "neg", "auxpass", "advcl", "oprd", "attr",
     "dative", "poss", "acl", "relcl", "parataxis", "acomp", "pcomp", "expl", "csubj", "conj", "appos"}
)  # fmt: skip
_OPENING_CLASSES = frozenset({"SCONJ", "ADP", "PART", "PRON", "ADV"})
_CLIMBED = 6
"""How far up the tree a cue that would hold this one is looked for."""
_TELLING = frozenset({"say", "show", "think", "demand"})


def word_features(anchor: Token) -> list[str]:
    """The names of the features of the word alone."""
    word = f"{anchor.lemma_.lower()}.{anchor.pos_[0]}"
    names = ["bias", anchor.pos_, word, f"{word}/{anchor.tag_}", f"dep={anchor.dep_}", f"tag={anchor.tag_}"]
    return names + [f"group={group}" for group in _groups(anchor)]


def clause_features(passage: Passage, cue: Cue) -> list[str]:
    """The names of the features of the word in its clause and beside its quotations."""
    anchor = cue.anchor
    word = f"{anchor.lemma_.lower()}.{anchor.pos_[0]}"
    shape = list(_shape(anchor))
    context = [*_neighbours(cue), *_quoting(passage, cue), *_holders(anchor)]
    names = shape + context
    names += [f"{word}+{name}" for name in shape]
    names += [f"{word}+{name}" for name in context if name.startswith(("quote", "held"))]
    names += [f"{group}+{name}" for group in _groups(anchor) for name in (*shape, *context, f"dep={anchor.dep_}")]
    return names


def _groups(anchor: Token) -> tuple[str, ...]:
    return groups_of(anchor.lemma_.lower(), anchor.pos_) or ("none",)


def _shape(anchor: Token) -> Iterator[str]:
    """The frame of the word: its relations, prepositions, and the words that fill them."""
    seen: set[str] = set()
    for child in anchor.children:
        relation = child.dep_
        if relation in _FRAME:
            seen.add(relation)
            yield from _of_child(anchor, child)
    if not seen & {"ccomp", "xcomp"}:
        yield "no-clause"
    if not seen & {"nsubj", "nsubjpass", "poss", "agent"}:
        yield "no-subject"
    yield "frame=" + ",".join(sorted(seen & {"ccomp", "xcomp", "dobj", "nsubj", "nsubjpass", "agent", "advcl", "prt"}))


def _of_child(anchor: Token, child: Token) -> Iterator[str]:
    relation = child.dep_
    yield relation if child.i > anchor.i else f"<{relation}"
    if relation in {"prep", "prt"}:
        yield f"{relation}={child.lower_}"
    elif relation in {"nsubj", "nsubjpass", "poss"}:
        yield f"{relation}.{child.tag_}.{child.ent_type_}"
        yield f"{relation}~{_named(child)}"
    elif relation in {"dobj", "attr", "acomp"}:
        yield f"{relation}~{_named(child)}"
        yield from (f"{relation}>{inner.dep_}" for inner in child.rights if inner.dep_ in _FRAME)
    elif relation in {"ccomp", "xcomp", "advcl", "acl"}:
        opening = child.left_edge
        yield f"{relation}[{opening.lower_ if opening.pos_ in _OPENING_CLASSES else opening.pos_}"
        yield f"{relation}.{child.tag_}"


def _named(token: Token) -> str:
    """The lemma of a common word; for a name, what sort of name it is."""
    return token.ent_type_ or token.tag_ if token.pos_ == "PROPN" else token.lemma_.lower()


def _neighbours(cue: Cue) -> Iterator[str]:
    doc, anchor = cue.anchor.doc, cue.anchor
    before = doc[cue.first.i - 1].lower_ if cue.first.i > 0 else "^"
    after = doc[cue.last.i + 1].lower_ if cue.last.i + 1 < len(doc) else "$"
    yield f"before={before}"
    yield f"after={after}"
    yield f"around={before}_{after}"
    for child in anchor.children:
        if child.dep_ in {"aux", "neg", "mark"}:
            yield f"aux={child.lower_}"
    head = anchor.head
    if head is not anchor:
        yield f"head={anchor.dep_}.{head.pos_}"
        yield f"head={anchor.dep_}.{head.lemma_.lower()}"
        yield from (f"head={anchor.dep_}.{group}" for group in groups_of(head.lemma_.lower(), head.pos_))


def _quoting(passage: Passage, cue: Cue) -> Iterator[str]:
    if not passage.quotations:
        return
    if passage.quotation_of(cue.anchor) is not None:
        yield "quoted"
        return
    start, end = passage.offset(cue.anchor), passage.offset(cue.anchor) + len(cue.anchor)
    before = [quotation.span.end for quotation in passage.quotations if quotation.span.end <= start]
    after = [quotation.span.start for quotation in passage.quotations if quotation.span.start >= end]
    yield f"quote-before={_words(passage.text[before[-1] : start])}" if before else "quote-before=no"
    yield f"quote-after={_words(passage.text[end : after[0]])}" if after else "quote-after=no"


def _words(gap: str) -> str:
    if len(gap) > 120:  # further than any clause between a cue and its quotation on the train part
        return "far"
    count = len(gap.split())
    return str(count) if count <= 4 else "8" if count <= 8 else "more"


def _holders(anchor: Token) -> Iterator[str]:
    """Whether a word of telling stands above: what is in another's content is told by that other."""
    token, path = anchor, 0
    while token.dep_ != "ROOT" and path < _CLIMBED:
        relation, token, path = token.dep_, token.head, path + 1
        groups = groups_of(token.lemma_.lower(), token.pos_)
        if relation in {"ccomp", "advcl", "xcomp", "acl"} and _TELLING.intersection(groups):
            yield f"held={relation}.{min(path, 3)}"
            yield f"held-by={token.lemma_.lower()}"
            return
    if not path:
        yield "root"
