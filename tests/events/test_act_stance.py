"""The speech act of a telling in the claims made of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories import a_parse, the_span

from accordingto.events.act_stance import through_act
from accordingto.events.claims import find_claims
from accordingto.events.stance import Stance
from accordingto.model.attribution import Attribution, Form, SpeechAct
from accordingto.model.claim import Factuality
from accordingto.model.event import EventMention, event_id

ROWS = [
    ("The ministry said it would send aid.", "said", SpeechAct.PROMISE, "send", "promised"),
    ("The ministry said it would send aid.", "said", None, "send", "expected"),
    ("The militia said it would bomb the bridge.", "said", SpeechAct.THREATEN, "bomb", "threatened"),
    ("The ministry said it had sent aid.", "said", SpeechAct.PROMISE, "sent", "happened"),
    ("The town said it would send aid because rebels will attack.", "said", SpeechAct.PROMISE, "attack", "expected"),
    ("The colonel swore that he had never entered the church.", "swore", SpeechAct.DENY, "entered", "denied"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "act", "trigger", "expected"), ROWS)
def test_what_the_act_makes_of_the_event(
    text: str, cue: str, act: SpeechAct | None, trigger: str, expected: str
) -> None:
    parsed = a_parse(text)
    article = parsed.article
    content = the_span(article, text[text.index(cue) + len(cue) + 1 : -1])
    source = the_span(article, text[: text.index(cue) - 1])
    told = Attribution("a", (source,), (the_span(article, cue),), (content,), Form.INDIRECT, act=act)
    spans = (the_span(article, trigger),)
    event = EventMention(event_id(article.id, spans, "ASSAULT", None), spans, "ASSAULT")
    assert [str(claim.factuality) for claim in find_claims(parsed, [told], [event])] == [expected]


@pytest.mark.parametrize("act", [act for act in SpeechAct if act not in {SpeechAct.PROMISE, SpeechAct.THREATEN}])
def test_other_acts_leave_the_stance_as_it_is(act: SpeechAct) -> None:
    stance = Stance(Factuality.EXPECTED, 2.0)
    assert through_act(stance, act) == stance


@pytest.mark.parametrize("factuality", [kind for kind in Factuality if kind is not Factuality.EXPECTED])
def test_a_promise_changes_only_what_is_expected(factuality: Factuality) -> None:
    stance = replace(Stance(Factuality.EXPECTED, 1.0), factuality=factuality)
    assert through_act(stance, SpeechAct.PROMISE) == stance
