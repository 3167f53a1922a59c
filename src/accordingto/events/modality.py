"""What the words at an event say of its reality: modals, tense, adverbs and adjectives, imperatives, questions."""

from __future__ import annotations

from spacy.tokens import Token

from accordingto.events.commitment_words import modal_stance, modifier_stance, words
from accordingto.events.embedding import earlier_conjuncts, is_conditioned, is_infinitive
from accordingto.events.stance import HAPPENED, UNKNOWN, Stance, within
from accordingto.model.claim import Factuality

COUNTERFACTUAL = Stance(Factuality.HYPOTHETICAL, -1.5)
"""They would have fired: in most news they did not."""

PAST_POSSIBILITY = Stance(Factuality.POSSIBLE, 1.0)
REPORTED_FUTURE = Stance(Factuality.EXPECTED, 1.5)
NEAR_FUTURE = Stance(Factuality.EXPECTED, 2.0)
DEMANDED = Stance(Factuality.DEMANDED, 0.5)

CONDITIONED = Stance(Factuality.HYPOTHETICAL, 0.5)
"""If talks fail, the rebels will resume the war: neither is told to come."""

_OF_OUTCOMES = frozenset({"will", "'ll", "wo", "shall", "would", "'d", "could", "can", "may", "might"})
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_BESIDE = frozenset({"advmod", "amod", "compound"})
_ORDERING = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis"})
_WH_TAGS = frozenset({"WP", "WP$", "WRB", "WDT"})


def own_stance(token: Token, *, reported: bool) -> Stance:
    """The stance of the event's own words, negation and governing words aside.

    `reported` is True under someone's telling, where *would* is the past of *will*.
    """
    stance = _verbal(token, reported=reported) if token.pos_ in {"VERB", "AUX"} else HAPPENED
    for child in token.children:
        beside = modifier_stance(child) if child.dep_ in _BESIDE or _is_reduced_clause(child) else None
        if beside is not None:
            stance = _beside(beside, stance)
    return within(Stance(Factuality.POSSIBLE, 1.0), stance) if is_in_scare_quotes(token) else stance


def modal_of(token: Token) -> Token | None:
    """The modal verb over the token, its own or the one it shares: they *will* meet and talk."""
    own = _own_modal(token)
    if own is not None or token.tag_ not in {"VB", "VBN"}:
        return own
    return next((modal for modal in map(_own_modal, earlier_conjuncts(token)) if modal is not None), None)


def _own_modal(token: Token) -> Token | None:
    return next((child for child in token.lefts if child.dep_ == "aux" and child.tag_ == "MD"), None)


def is_perfect(token: Token) -> bool:
    """True for would *have* fired."""
    return any(child.dep_ == "aux" and child.lower_ == "have" for child in token.lefts)


def is_polar_question(top: Token) -> bool:
    """True where the clause asks whether: "Did troops fire?", not "Why did troops fire?"."""
    last = next((token for token in reversed(top.sent) if not token.is_space and token.text not in _QUOTES), None)
    if last is None or last.text != "?":
        return False
    start = next(iter(top.lefts), top).i
    return not any(token.tag_ in _WH_TAGS for token in top.doc[max(start, top.sent.start) : start + 3])


def is_imperative(token: Token) -> bool:
    """True for an order at the top of its sentence: *Turn* your cannons around, and *march*."""
    return all(_is_order(verb) for verb in (token, *earlier_conjuncts(token)))


def _is_order(token: Token) -> bool:
    if token.tag_ != "VB" or is_infinitive(token) or token.dep_ not in _ORDERING or _has_subject(token):
        return False
    return not any(child.dep_ in {"aux", "mark"} and child.lower_ != "do" for child in token.lefts)


def is_in_scare_quotes(token: Token) -> bool:
    """True where the one word stands in quotation marks: the "massacre" at the border."""
    doc, i = token.doc, token.i
    return 0 < i < len(doc) - 1 and doc[i - 1].text in _QUOTES and doc[i + 1].text in _QUOTES


def _is_reduced_clause(child: Token) -> bool:
    """True for "the visit, *planned* for May"."""
    return child.dep_ == "acl" and child.tag_ == "VBN" and any(below.lower_ == "for" for below in child.rights)


def _beside(modifier: Stance, stance: Stance) -> Stance:
    """An adverb says more than the tense: they will *probably* leave, *hopefully* by noon."""
    return modifier if stance.factuality is Factuality.EXPECTED else within(modifier, stance)


def _has_subject(token: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in token.children)


def _verbal(token: Token, *, reported: bool) -> Stance:
    if is_imperative(token):
        return DEMANDED
    modal = modal_of(token)
    if modal is None:
        return NEAR_FUTURE if _is_scheduled(token) or _is_announced(token) else HAPPENED
    return _modal_meaning(token, modal, reported=reported)


def _modal_meaning(token: Token, modal: Token, *, reported: bool) -> Stance:
    word = modal.lower_
    perfect = is_perfect(token)
    if perfect and word in {"would", "'d", "should"}:
        return COUNTERFACTUAL
    if perfect:
        return PAST_POSSIBILITY
    if is_conditioned(token) and word in _OF_OUTCOMES:
        return CONDITIONED
    if word in {"would", "'d"} and any(child.lower_ in words("later") for child in token.children):
        return HAPPENED
    if word in {"would", "'d"} and reported:
        return REPORTED_FUTURE
    return modal_stance(modal) or UNKNOWN


def _is_announced(token: Token) -> bool:
    """True for the infinitive of a headline: "King *to visit* quake zone"."""
    return token.dep_ == "ROOT" and is_infinitive(token) and _has_subject(token)


def _is_scheduled(token: Token) -> bool:
    """True for a present tense with a time to come: the envoys *leave* tomorrow."""
    if token.tag_ not in {"VBZ", "VBP", "VBG"}:
        return False
    return any(
        child.lower_ in words("future_time")
        or any(below.lower_ == "next" and below.dep_ == "amod" for below in child.children)
        for child in token.rights
        if child.dep_ in {"npadvmod", "advmod"}
    )
