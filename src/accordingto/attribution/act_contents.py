"""What a source does by the words of its content, where the cue only tells: said it *will*, troops *must* leave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from accordingto.attribution.act_words import act_of_cue, words
from accordingto.model.attribution import SpeechAct

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_WILL = frozenset({"will", "'ll", "’ll", "wo", "would", "shall", "'d", "’d"})
_CONDITIONAL = frozenset({"would", "'d", "’d"})
_MUST = frozenset({"must", "should", "ought", "has", "have", "need", "needs"})
_MAY = frozenset({"may", "might", "could"})
_CAN = frozenset({"can", "ca", "cannot"})
_FIRST = frozenset({"i", "we"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we"})
_NOBODY = frozenset({"nobody", "none", "no", "neither", "nothing"})
_OF_DEEDS = frozenset({"VERB", "NOUN"})
_BEHIND = 12
"""Words behind a verb of the future in which its harm stands: will *level* the site, would bring a swift *response*."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The main clause of what is told: its verb, subject and auxiliaries, and whether it stands in quotation marks."""

    verb: Token
    subject: Token | None
    auxiliaries: frozenset[str]
    negated: bool
    quoted: bool

    @property
    def lemma(self) -> str:
        return self.verb.lemma_.lower()


def clause_at(head: Token, *, quoted: bool) -> Clause:
    """The clause whose head the content's head is, or stands in: "the troops" of "the troops must leave"."""
    verb = head
    while verb.pos_ not in {"VERB", "AUX"} and verb.dep_ in {"attr", "acomp", *_SUBJECTS} and verb.head is not verb:
        verb = verb.head
    subject = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
    auxiliaries = frozenset(child.lower_ for child in verb.lefts if child.dep_ in _AUXILIARIES)
    return Clause(verb, subject, auxiliaries, _is_negated(verb, subject), quoted)


def act_of_content(clause: Clause) -> SpeechAct:
    """What saying the clause does; to assert where nothing more is shown."""
    own = is_own(clause)
    for found in (_asked(clause), _own_act(clause, own=own), _unanswered(clause), _future(clause, own=own),
                  _demanded(clause), _hoped(clause), _denied(clause, own=own), _blamed(clause)):  # fmt: skip
        if found is not None:
            return found
    return SpeechAct.ASSERT


def is_future(clause: Clause) -> bool:
    """True for *will leave*, *is going to leave*, and infinitives: vowed *to leave*.

    *Would* is the past of *will* in told words (said it *would* leave); in quoted ones it is a condition's.
    """
    will = _WILL - _CONDITIONAL if clause.quoted else _WILL
    return bool(clause.auxiliaries & (will | {"to"})) or _is_going_to(clause.verb)


def act_of_verdict(words_said: Iterable[Token]) -> SpeechAct:
    """What calling a thing so does: called the claim *baseless*, called the offer *a trick*."""
    lemmas = {word.lower_ for word in words_said}
    if lemmas & words("content", "untrue"):
        return SpeechAct.DENY
    return SpeechAct.ACCUSE if lemmas & words("content", "blame") else SpeechAct.ASSERT


def is_harm(clause: Clause) -> bool:
    """True where what is to come is harm: will *retaliate*, would bring *consequences*."""
    ahead = clause.verb.doc[clause.verb.i : clause.verb.i + _BEHIND]
    return any(
        token.lemma_ in words("content", "harm") and token.pos_ in _OF_DEEDS and token.sent == clause.verb.sent
        for token in ahead
    )


def is_own(clause: Clause) -> bool:
    """True where the source seems to speak of itself or its side: *it* will, *we* will, *his country* will."""
    subject = clause.subject
    if subject is None:
        return "to" in clause.auxiliaries
    if subject.lower_ in _PRONOUNS or _is_pointed_at_self(clause):
        return _is_pointed_at_self(clause)
    bare = not any(child.dep_ in {"compound", "amod", "poss"} for child in subject.children)
    return bare and subject.lemma_.lower() in words("content", "bodies")


def _is_pointed_at_self(clause: Clause) -> bool:
    """True for *it*, *his country*; in a quotation for *we* alone, since "he" is someone else there."""
    subject = clause.subject
    if subject is None:
        return False
    if any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in subject.children):
        return True
    return subject.lower_ in _FIRST or (subject.lower_ in _PRONOUNS and not clause.quoted)


def _asked(clause: Clause) -> SpeechAct | None:
    """A question, an order to an unnamed "you": "*Leave* the city", "*Please* send help"."""
    sentence = clause.verb.sent
    marks = [token.text for token in sentence if token.text in {"?", "!", "."}]
    if clause.quoted and marks[-1:] == ["?"]:
        return SpeechAct.ASK
    if not clause.quoted or clause.subject is not None or clause.verb.tag_ not in {"VB", "VBP"}:
        return None
    if clause.auxiliaries - {"do"}:
        return None
    return SpeechAct.ASK if any(child.lower_ == "please" for child in clause.verb.lefts) else SpeechAct.DEMAND


def _own_act(clause: Clause, *, own: bool) -> SpeechAct | None:
    """The act that the source says it does: "We *condemn* it", said he *wished* that, said his client *denied* it."""
    if not own or clause.negated or is_future(clause) or clause.verb.pos_ != "VERB":
        return None
    if clause.lemma in words("content", "deeds") and not clause.quoted:
        return None
    act = SpeechAct.DEMAND if clause.lemma == "want" and clause.quoted else act_of_cue(clause.verb)
    return None if clause.auxiliaries & (_MUST | _MAY) else act


def _unanswered(clause: Clause) -> SpeechAct | None:
    """*No comment*; he did *not know*; it had *no information*."""
    start = clause.verb.left_edge.i
    near = clause.verb.doc[start : clause.verb.i + 4]
    for no, thing in pairwise(near):
        if no.lower_ == "no" and thing.lower_ in words("answers", "nothing"):
            return SpeechAct.DECLINE
    if clause.negated and clause.lemma in words("answers", "knowing") and is_own(clause):
        return SpeechAct.DECLINE
    return None


def _future(clause: Clause, *, own: bool) -> SpeechAct | None:
    """What the source will do is promised or threatened, what others will do is predicted."""
    ready = any(child.lower_ in words("content", "willing") for child in clause.verb.rights)
    plans = clause.lemma in {"plan", "intend"}
    if own and (ready or plans or (is_future(clause) and "have" not in clause.auxiliaries)):
        return SpeechAct.THREATEN if is_harm(clause) and not clause.negated else SpeechAct.PROMISE
    if "have" in clause.auxiliaries:
        return None
    coming = any(_is_coming(token) for token in (clause.verb, *clause.verb.rights))
    if is_future(clause) or coming or _may_come(clause):
        return SpeechAct.PREDICT
    return None


def _is_coming(word: Token) -> bool:
    """True for *set to* rise, *likely to* fall, not for *set* free."""
    return word.lower_ in words("content", "coming") and any(child.dep_ in {"xcomp", "ccomp"} for child in word.rights)


def _may_come(clause: Clause) -> bool:
    """True for *may* rise, no state: *may* be a hoax."""
    return bool(clause.auxiliaries & _MAY) and not clause.negated and clause.lemma != "be"


def _demanded(clause: Clause) -> SpeechAct | None:
    """What others *must*, *should* or *need to* do."""
    must = clause.auxiliaries & {"must", "should", "ought"} and "have" not in clause.auxiliaries
    needs = clause.lemma in {"need", "have"} and any(child.dep_ == "xcomp" for child in clause.verb.rights)
    others = clause.subject is not None and not _is_pointed_at_self(clause)
    return SpeechAct.DEMAND if (must or needs) and others else None


def _hoped(clause: Clause) -> SpeechAct | None:
    """There was still *hope*; was *hopeful*."""
    predicates = (child for child in clause.verb.rights if child.dep_ in {"attr", "acomp"})
    return SpeechAct.HOPE if any(act_of_cue(word) is SpeechAct.HOPE for word in predicates) else None


def _denied(clause: Clause, *, own: bool) -> SpeechAct | None:
    """A deed that the source did not do, or a charge that is *false*."""
    if not clause.negated and any(_is_untrue(child) for child in clause.verb.rights):
        return SpeechAct.DENY
    near = clause.verb.doc[clause.verb.i : clause.verb.i + 5].text.lower()
    if "nothing to do with" in near:
        return SpeechAct.DENY
    nobody = clause.subject is not None and clause.subject.lower_ in {"nobody", "none"}
    deed = clause.verb.pos_ == "VERB" and clause.lemma not in words("content", "mind")
    deed = deed and not clause.auxiliaries & (_WILL | _MAY | _CAN | {"must", "should"})
    return SpeechAct.DENY if clause.negated and deed and (own or nobody) else None


def _blamed(clause: Clause) -> SpeechAct | None:
    """A wrong that others do or did: the owners had *lied*, the verdict is a *disgrace*."""
    if clause.negated or _is_pointed_at_self(clause):
        return None
    if clause.lemma in words("content", "wrong") and clause.subject is not None:
        return SpeechAct.ACCUSE if clause.subject.dep_ == "nsubj" else None
    predicates = [child for child in clause.verb.rights if child.dep_ in {"attr", "acomp", "oprd"}]
    return SpeechAct.ACCUSE if any(word.lower_ in words("content", "blame") for word in predicates) else None


def _is_untrue(word: Token) -> bool:
    return word.dep_ in {"attr", "acomp", "oprd"} and word.lower_ in words("content", "untrue")


def _is_negated(verb: Token, subject: Token | None) -> bool:
    if any(child.dep_ == "neg" or child.lower_ in {"neither", "never"} for child in verb.lefts):
        return True
    if any(child.dep_ == "neg" for child in verb.rights) or verb.doc[max(verb.i - 2, 0) : verb.i].text == "no longer":
        return True
    if subject is None:
        return False
    return subject.lower_ in _NOBODY or any(child.lower_ in {"no", "neither"} for child in subject.lefts)


def _is_going_to(verb: Token) -> bool:
    return verb.lower_ == "going" and any(child.dep_ == "xcomp" for child in verb.rights)
