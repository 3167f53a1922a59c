"""What the learned commitment looks at: the rules' stance, the words at the event, and those that govern it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from accordingto.events.commitment_words import governor_of
from accordingto.events.embedding import Tie, tie_of
from accordingto.events.factuality import WHOLE, Scope, assess
from accordingto.events.own_words import stance_alone

_FUNCTION = frozenset({"aux", "auxpass", "neg", "mark", "expl", "prt"})
_BESIDE = frozenset({"advmod", "amod", "det", "poss", "preconj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_CLIMBED = 3


def commitment_features(token: Token, scope: Scope = WHOLE) -> list[str]:
    """Named features of the event at the token, as one source has it; each counts once."""
    stance = assess(token, scope)
    alone = stance_alone(token).factuality
    value = f"{stance.factuality}{stance.commitment:+.0f}"
    tie = tie_of(token)
    if tie is not None and not scope.holds(tie.governor):
        tie = None
    arc = tie.arc if tie is not None else "top"
    tense, person = _tense(token), _person(token)
    found = [f"f={stance.factuality}", f"v={value}", f"alone={alone}", f"arc={arc}", f"tense={tense}",
             f"tag={token.tag_}", f"dep={token.dep_}", f"lemma={token.lemma_}", f"person={person}",
             f"f*arc={value}/{arc}", f"f*tense={value}/{tense}", f"arc*tense={arc}/{tense}",
             f"f*person={value}/{person}", f"person*tense={person}/{tense}", f"alone*arc={alone}/{arc}",
             f"f*lemma={stance.factuality}/{token.lemma_}"]  # fmt: skip
    around = _sentence(token)
    found += [f"{name}*f={stance.factuality}" for name in around] + around
    return list({*found, *_around(token, tense), *_above(tie, scope)})


def _around(token: Token, tense: str) -> Iterator[str]:
    for child in token.children:
        if child.dep_ in _FUNCTION or child.dep_ in _BESIDE:
            yield f"{child.dep_}={child.lower_}"
        elif child.dep_ in _SUBJECTS:
            yield f"{child.dep_}:{child.lemma_ if child.pos_ == 'PRON' else child.tag_}"
            yield f"subject={child.lower_}"
        else:
            yield f"has={child.dep_}"
            yield f"has*tense={child.dep_}/{tense}"
    for place, name in ((token.i - 1, "before"), (token.i + 1, "after"), (token.i - 2, "before2")):
        if 0 <= place < len(token.doc):
            yield f"{name}={token.doc[place].lower_}"


def _above(tie: Tie | None, scope: Scope) -> Iterator[str]:
    arcs: list[str] = []
    for height in range(1, _CLIMBED + 1):
        if tie is None or not scope.holds(tie.governor):
            return
        word = tie.governor
        arcs.append(tie.arc)
        governor = governor_of(word, tie.arc)
        group = governor.name if governor is not None else "-"
        own = assess(word, scope).factuality
        yield f"arcs={'<'.join(arcs)}"
        yield f"{height}:{tie.arc}<{word.lemma_}"
        yield f"{height}:{group}/{tie.arc}"
        yield f"{height}:{group}*{own}"
        yield f"{height}:own={own}/{tie.arc}"
        yield f"{height}:tense={_tense(word)}/{tie.arc}"
        if height == 1:
            yield f"{height}:person={_person(word)}/{tie.arc}"
        tie = tie_of(word)


def _sentence(token: Token) -> list[str]:
    sentence = token.sent
    words = [word.lower_ for word in sentence if not word.is_space]
    last = next((word for word in reversed(words) if word not in {'"', "'", ")"}), "")
    second_person = any(word in {"you", "your"} for word in words)
    return [f"last={last if last in {'?', '!', '.'} else '-'}", f"first={words[0] if words else ''}",
            f"you={second_person}", f"i={any(word in {'i', 'my', 'we'} for word in words)}",
            f"if={'if' in words}", f"short={len(words) < 12}"]  # fmt: skip


def _tense(token: Token) -> str:
    """The auxiliaries and the form: "will+VB", "have+been+VBN"."""
    return "+".join([*(child.lower_ for child in token.lefts if child.dep_ in {"aux", "auxpass"}), token.tag_])


def _person(token: Token) -> str:
    subject = next((child for child in token.lefts if child.dep_ in _SUBJECTS), None)
    if subject is None:
        return "none"
    return subject.lower_ if subject.pos_ == "PRON" else subject.tag_
