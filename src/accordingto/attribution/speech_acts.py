"""What a source does by saying something: the speech act of an attribution, from its cue and from its content.

A cue that names the act decides (*denied*, *vowed to*), the content decides under a cue that only tells (said it
*will*). A cue that is denied gives no answer (*did not say*, *would neither confirm nor deny*), nor does a denial that
is itself denied (*did not deny*). The acts are a practical choice from Searle's kinds: assertives (assert, deny,
confirm, accuse, predict), directives (demand, order, ask), commissives (promise, threaten), and hope; to decline is
to give none.
"""

from __future__ import annotations

from spacy.tokens import Token

from accordingto.attribution.act_contents import (
    Clause,
    act_of_content,
    act_of_verdict,
    clause_at,
    is_future,
    is_harm,
    is_own,
)
from accordingto.attribution.act_words import act_of_cue, act_of_phrase, words
from accordingto.attribution.candidate import Candidate
from accordingto.attribution.passage import PassageIndex
from accordingto.model.attribution import SpeechAct
from accordingto.model.span import Spans

_NOBODY = frozenset({"no", "neither", "nobody", "none"})
_MINDS = frozenset({"believe", "think", "expect", "want", "hope", "see"})
_COMMISSIVES = frozenset({SpeechAct.PROMISE, SpeechAct.THREATEN})
_OBJECTS = frozenset({"dobj", "nsubjpass", "pobj"})


def act_of(index: PassageIndex, candidate: Candidate) -> SpeechAct | None:
    """The speech act of a telling; None where neither its cue nor its content has a word to go by."""
    return act_by_words(_head(index, candidate.cue), _clause(index, candidate))


def act_by_words(cue: Token | None, clause: Clause | None) -> SpeechAct | None:
    """The act by the cue's word and the content's clause."""
    by_cue = None if cue is None else _act_by_cue(cue, clause)
    if by_cue is not None:
        return by_cue
    if clause is None:
        return None if cue is None else SpeechAct.ASSERT
    if cue is not None and cue.lemma_ in words("content", "memory"):
        return SpeechAct.ASSERT
    found = act_of_content(clause)
    if found is SpeechAct.PREDICT and cue is not None and cue.lemma_ == "announce":
        return SpeechAct.PROMISE
    return SpeechAct.PREDICT if found is SpeechAct.PROMISE and cue is not None and cue.lemma_ in _MINDS else found


def _head(index: PassageIndex, spans: Spans) -> Token | None:
    passage = index.passage_at(spans[0].start) if spans else None
    return None if passage is None else passage.head_of(spans[0])


def _clause(index: PassageIndex, candidate: Candidate) -> Clause | None:
    head = _head(index, candidate.content)
    passage = index.passage_at(candidate.content[0].start) if candidate.content else None
    if head is None or passage is None:
        return None
    return clause_at(head, quoted=passage.quotation_of(head) is not None)


def _act_by_cue(cue: Token, clause: Clause | None) -> SpeechAct | None:
    """The act where the cue settles it, alone or with what it is said of."""
    act = act_of_phrase(cue) or act_of_cue(cue)
    if is_denied(cue) or is_declining(cue):
        return _denied(cue, act)
    for found in (
        _warned(cue, clause),
        _told_to(cue, clause),
        _turned_down(cue),
        _ruled_out(cue),
        _wanted(cue),
        _called(cue),
        _agreed(cue),
    ):
        if found is not None:
            return found
    if act in _COMMISSIVES:
        return _commissive(cue, clause, act)
    return act


def is_denied(cue: Token) -> bool:
    """True for *did not* say, *neither* confirmed *nor* denied, *nobody* would comment."""
    words_before = [child for child in cue.lefts if child.i < cue.i]
    if any(child.dep_ == "neg" or child.lower_ in {"neither", "nor"} for child in words_before):
        return True
    subject = next((child for child in words_before if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None:
        return subject.lower_ in _NOBODY or any(child.lower_ in _NOBODY for child in subject.lefts)
    return cue.dep_ == "conj" and cue.head is not cue and is_denied(cue.head)


def is_declining(cue: Token) -> bool:
    """True for *declined to* comment, where the cue is the word behind."""
    return cue.dep_ == "xcomp" and act_of_cue(cue.head) is SpeechAct.DECLINE


def _denied(cue: Token, act: SpeechAct | None) -> SpeechAct | None:
    """Answers denied are none given; thoughts denied are thoughts (*do not expect*); other acts are not done."""
    if cue.lemma_ in words("answers", "verbs") or is_declining(cue):
        return SpeechAct.DECLINE
    return act if cue.lemma_ in _MINDS else None


def _warned(cue: Token, clause: Clause | None) -> SpeechAct | None:
    """*Warned* that it would strike back is a threat, of a flood a forecast; *warned* them to leave an order."""
    if cue.lemma_ not in {"warn", "caution", "warning"}:
        return None
    if any(child.dep_ in {"xcomp", "ccomp"} and _is_infinitive(child) for child in cue.rights):
        return SpeechAct.ORDER
    if clause is not None and is_harm(clause) and (is_future(clause) or clause.quoted):
        return SpeechAct.THREATEN
    if any(child.lower_ == "against" for child in cue.rights):
        return SpeechAct.DEMAND
    own = clause is not None and is_own(clause) and is_future(clause)
    return SpeechAct.THREATEN if own else SpeechAct.PREDICT


def _told_to(cue: Token, clause: Clause | None) -> SpeechAct | None:
    """*Told* his men *to* hold their fire."""
    if cue.lemma_ != "tell":
        return None
    told = any(child.dep_ in {"xcomp", "ccomp"} and _is_infinitive(child) for child in cue.rights)
    return SpeechAct.ORDER if told else None


def _turned_down(cue: Token) -> SpeechAct | None:
    """*Rejected* calls is turning down, *rejected* the charge is denying."""
    objects = {child.lemma_.lower() for child in cue.subtree if child.dep_ in _OBJECTS}
    if cue.lemma_ in words("answers", "verbs_of_dismissing"):
        return SpeechAct.DECLINE if objects & words("answers", "wishes") else SpeechAct.DENY
    if cue.lemma_ not in words("answers", "verbs_of_turning_down"):
        return None
    told = objects & words("answers", "told") and not objects & words("answers", "wishes")
    return SpeechAct.DENY if told else SpeechAct.DECLINE


def _ruled_out(cue: Token) -> SpeechAct | None:
    """*Ruled out* sending tanks binds oneself; *ruled out* foul play denies."""
    if cue.lemma_ != "rule" or not any(child.lower_ == "out" for child in cue.rights):
        return None
    return SpeechAct.PROMISE if any(child.dep_ in {"pcomp", "xcomp"} for child in cue.rights) else SpeechAct.DENY


def _wanted(cue: Token) -> SpeechAct | None:
    """*Wants* the island to sign is a demand, *wants* to sign a hope."""
    if cue.lemma_ != "want" or cue.pos_ != "VERB":
        return None
    wish = next((child for child in cue.rights if child.dep_ in {"xcomp", "ccomp"}), None)
    if wish is not None and not any(child.dep_ == "nsubj" for child in wish.lefts):
        return SpeechAct.HOPE
    return SpeechAct.DEMAND


def _called(cue: Token) -> SpeechAct | None:
    """*Called* the offer a trick, *described* the vote as a sham; but *called* for calm, *called* on them to leave."""
    if cue.lemma_ not in words("content", "verdicts") or any(
        child.lower_ in {"for", "on", "upon"} for child in cue.rights
    ):
        return None
    if any(child.dep_ in {"xcomp", "ccomp"} and _is_infinitive(child) for child in cue.rights):
        return None
    return act_of_verdict(cue.doc[cue.i + 1 : cue.right_edge.i + 1])


def _agreed(cue: Token) -> SpeechAct | None:
    """*Agreed* that it was late binds to nothing; *agreed* to leave does."""
    if cue.lemma_ != "agree":
        return None
    binds = any(child.dep_ == "xcomp" or _is_infinitive(child) for child in cue.rights)
    return None if binds else SpeechAct.ASSERT


def _commissive(cue: Token, clause: Clause | None, act: SpeechAct) -> SpeechAct:
    """*Vowed* revenge threatens; *swore* that he had not done it binds to nothing, it denies."""
    if act is SpeechAct.THREATEN or clause is None:
        return act
    if clause.verb.pos_ in {"NOUN", "PROPN"} or is_future(clause):
        return SpeechAct.THREATEN if is_harm(clause) and not clause.negated else act
    return act_of_content(clause) if clause.verb.tag_ in {"VBD", "VBN"} else act


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)
