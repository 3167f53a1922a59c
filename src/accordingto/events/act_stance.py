"""What the speech act of a telling makes of a stance: what a source says *will* happen it promises or threatens.

The act is read from cue and content together, so it knows what the words at the event do not: "said it would send aid"
is expected by its words, promised by its act.
"""

from __future__ import annotations

from spacy.tokens import Token

from accordingto.events.stance import Stance
from accordingto.model.attribution import SpeechAct
from accordingto.model.claim import Factuality

_COMMISSIVES = {SpeechAct.PROMISE: Factuality.PROMISED, SpeechAct.THREATEN: Factuality.THREATENED}
_OF_WHAT_IS = frozenset({SpeechAct.ASSERT, SpeechAct.DENY, SpeechAct.CONFIRM, SpeechAct.ACCUSE})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def through_act(stance: Stance, act: SpeechAct | None) -> Stance:
    """The stance, where it expects what the act binds the source to.

    >>> through_act(Stance(Factuality.EXPECTED, 2.0), SpeechAct.PROMISE).factuality.value
    'promised'
    >>> through_act(Stance(Factuality.DENIED, -3.0), SpeechAct.PROMISE).factuality.value
    'denied'
    """
    bound = _COMMISSIVES.get(act) if act is not None else None
    if bound is None or stance.factuality is not Factuality.EXPECTED:
        return stance
    return Stance(bound, stance.commitment)


def is_bound_to_nothing(stance: Stance, act: SpeechAct | None) -> bool:
    """True for *swore* that his men had never entered: under a word of promising, what is told is past."""
    return stance.factuality is Factuality.PROMISED and act in _OF_WHAT_IS


def is_by_the_bound(trigger: Token, content: frozenset[int]) -> bool:
    """True for the deeds of whoever the content's first clause speaks of: "*it* would send aid", no one else's."""
    first = min((i for i in content if trigger.doc[i].dep_ in _SUBJECTS), default=None)
    own = next((child.i for child in trigger.lefts if child.dep_ in _SUBJECTS), None)
    if first is not None and trigger.doc[first].sent != trigger.sent:
        return False
    return own is None or own == first
