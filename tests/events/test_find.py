"""Events of sentences: type and mode, trigger, actors and recipients, one linguistic point a row."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.events.find import find_events
from accordingto.model.event import EventMention
from accordingto.model.span import words_of

ROWS = [
    # plain verbs
    ("Rebels attacked the barracks.", ["ASSAULT attacked: Rebels > the barracks"]),
    # passive with agent
    ("The mayor was arrested by soldiers.", ["COERCE:arrest arrested: soldiers > The mayor"]),
    # passive without agent: no actor, never "someone"
    ("The mayor was arrested.", ["COERCE:arrest arrested:  > The mayor"]),
    # two verbs, one subject and object
    (
        "The editor was arrested and charged.",
        ["COERCE:arrest arrested:  > The editor", "ACCUSE:allege charged:  > The editor"],
    ),
    # compound actors stay separate
    ("Norway and Chile condemned the junta.", ["ACCUSE:disapprove condemned: Norway, Chile > the junta"]),
    # multi-word triggers
    ("General Okoro was relieved of his duties.", ["PERSONNEL:dismiss relieved of … duties:  > General Okoro"]),
    ("The minister stepped down.", ["RETREAT:resign stepped down: The minister > "]),
    ("Police opened fire on the crowd.", ["ASSAULT:firearms opened fire: Police > the crowd"]),
    # a light verb lends its subject
    ("Troops launched an attack on the village.", ["ASSAULT launched … attack: Troops > the village"]),
    # nominal events
    ("The defection of a general shook the capital.", ["REALIGN:defect defection: a general > "]),
    (
        "Peru's dismissal of its envoy surprised many.",
        ["PERSONNEL:dismiss dismissal: Peru > its envoy"],
    ),
    # reciprocal: both act, both undergo
    (
        "The envoy met Prime Minister Lund.",
        ["CONSULT met: The envoy, Prime Minister Lund > The envoy, Prime Minister Lund"],
    ),
    # control: the one asked is the one to act
    (
        "He urged the army to attack the palace.",
        ["REQUEST urged: He > the army", "ASSAULT attack: the army > the palace"],
    ),
    # other senses
    ("He had a heart attack.", []),
    ("Inflation attacked savings.", []),
]


def coded(parsed_text: str) -> list[str]:
    parsed = a_parse(parsed_text)
    return [in_words(event, parsed.article.text) for event in find_events(parsed)]


def in_words(event: EventMention, text: str) -> str:
    code = ":".join(filter(None, (event.type, event.mode)))
    actors = ", ".join(actor.span.of(text) for actor in event.actors)
    recipients = ", ".join(recipient.span.of(text) for recipient in event.recipients)
    return f"{code} {words_of(text, event.trigger)}: {actors} > {recipients}"


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_events_of_a_sentence(sentence: str, expected: list[str]) -> None:
    assert coded(sentence) == expected
