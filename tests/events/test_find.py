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
    # what it was said to be, or not to be
    ("There was no coup, the army said.", ["COERCE:seize coup:  > "]),
    # what a pronoun stands for
    (
        "The leader of the militia says that two sailors joined it.",
        ["REALIGN:join joined: two sailors > "],
    ),
    ("The boys joined the militia.", ["REALIGN:join joined … militia: The boys > "]),
    # a headline without its "was", and a shared object
    ("Two nurses rescued off coast", ["AID rescued:  > Two nurses"]),
    (
        "Police arrested and charged the editor.",
        ["COERCE:arrest arrested: Police > the editor", "ACCUSE:allege charged: Police > the editor"],
    ),
    # relative clause
    (
        "The rebels who kidnapped the nurse fled.",
        ["ASSAULT:abduct kidnapped: The rebels > the nurse", "MOVE:flee fled: The rebels > "],
    ),
    # participial clause: its subject is that of the clause
    (
        "Rebels stormed the prison, killing a guard.",
        ["ASSAULT stormed: Rebels > the prison", "ASSAULT killing: Rebels > a guard"],
    ),
    # a clause told before its verb of telling
    (
        "Rebels overran the base, officials said, killing a guard.",
        ["COERCE:seize overran: Rebels > the base", "ASSAULT killing: Rebels > a guard"],
    ),
    # what is imposed is part of the act, whoever it is imposed on undergoes it
    ("Chile imposes sanctions on two firms.", ["COERCE:restrict imposes sanctions on: Chile > two firms"]),
    ("Japan imposed an import quota on steel makers.", ["COERCE:restrict imposed … quota on: Japan > steel makers"]),
    # a date that the parser takes for a name is no participant
    ("On Nov. 24 they seized the tanker.", ["COERCE:seize seized: they > the tanker"]),
    # a piece of a hyphenated word is no participant
    ("The navy stopped ship-to-ship transfers.", []),
    # who is seen doing it does it
    ("Two guards were filmed kicking a prisoner.", ["ASSAULT:beat kicking: Two guards > a prisoner"]),
    # the possessor of an overthrow is overthrown, of whatever kind the name is taken to be
    (
        "Following Morsi's overthrow, police arrested aides.",
        ["COERCE:seize overthrow:  > Morsi", "COERCE:arrest arrested: police > aides"],
    ),
    # the teller acts, not the "it" of what is told
    (
        "The union said it was dangerous and condemned the plan.",
        ["ACCUSE:disapprove condemned: The union > "],
    ),
    (
        "The minister said the deal was dead, accusing Peru of lying.",
        ["ACCUSE:allege accusing: The minister > Peru"],
    ),
    # who makes a rule does what it does
    (
        "The parliament passed a law banning the party.",
        ["COERCE:ban banning: The parliament > the party"],
    ),
    # a court's order to pay is a sentence
    ("The court ordered the firm to pay damages.", ["SANCTION:convict ordered: The court > the firm"]),
    # an act whose doers nobody names, where the place is told
    ("Protests have been held in Lima.", ["PROTEST:demo Protests … held:  > "]),
    ("Protests against the law have been held.", ["PROTEST:demo Protests … held:  > "]),
    ("Two sailors are being held in Lima.", ["COERCE:arrest held:  > Two sailors"]),
    ("The attack was blamed on rebels.", ["ASSAULT attack: rebels > ", "ACCUSE:allege blamed on:  > rebels"]),
    ("A navy corvette seized a trawler.", ["COERCE:seize seized: A navy corvette > a trawler"]),
    ("Daler Nazarov was dismissed as consul.", ["PERSONNEL:dismiss dismissed:  > Daler Nazarov"]),
    ("The envoy called the raid deplorable.", ["ACCUSE:disapprove called: The envoy > "]),
    (
        "Residents called for police to solve the murder.",
        ["REQUEST called for: Residents > police"],
    ),
    # asked that something be done: nobody is told whom it is asked of
    (
        "Residents called for the editor to be released.",
        ["REQUEST:yield called for: Residents > ", "RETREAT:release released:  > the editor"],
    ),
    # whom charges name did what they are for
    (
        "Prosecutors filed charges against two guards for beating a prisoner.",
        ["ACCUSE:allege filed charges: Prosecutors > two guards", "ASSAULT:beat beating: two guards > a prisoner"],
    ),
    ("He faces charges for punching an officer.", ["ASSAULT:beat punching: He > an officer"]),
    # soldiers in training are people
    ("A bomber killed two army trainees.", ["ASSAULT:aerial killed: A bomber > two army trainees"]),
    # the act as subject of its harm: one event, with the actor of the act
    ("A Turkish airstrike killed a farmer.", ["ASSAULT:aerial killed: Turkish > a farmer"]),
    # an instrument is no actor
    ("A car bomb killed a farmer.", ["ASSAULT:explosives killed:  > a farmer"]),
    # undergoing
    ("Peacekeepers came under fire from rebels.", ["ASSAULT came under fire: rebels > Peacekeepers"]),
    # a name in apposition to a description is the participant
    ("The premier, Anna Berg, resigned.", ["RETREAT:resign resigned: Anna Berg > "]),
    # gone over to the other side of a list: actors of talks between two
    ("Talks between Iran and Turkey collapsed.", ["CONSULT Talks … collapsed: Iran, Turkey > Iran, Turkey"]),
    # what is taken goes to the taker
    ("Ghana sent doctors to Togo.", ["AID sent: Ghana > Togo"]),
    # the maker of what is condemned
    ("Chile condemned Peru's decision.", ["ACCUSE:disapprove condemned: Chile > Peru"]),
    # announced by the one who will act: a promise besides the act
    (
        "The rebels said they will release the nurse.",
        ["AGREE will: The rebels > the nurse", "RETREAT:release release: they > the nurse"],
    ),
    # announced not to come: a refusal
    (
        "Israel will not release the prisoners.",
        ["REJECT:yield will not: Israel > the prisoners", "RETREAT:release release: Israel > the prisoners"],
    ),
    # told what they must do: a request
    (
        "The minister said Peru must withdraw its troops.",
        ["REQUEST:yield must: The minister > Peru", "RETREAT:withdraw withdraw: Peru > "],
    ),
    # the recipient of what is refused
    (
        "Sudan refused to meet the envoy.",
        ["REJECT:meet refused: Sudan > the envoy", "CONSULT meet: Sudan, the envoy > Sudan, the envoy"],
    ),
    # reticence is no refusal, an accident no assault, a finger of a phrase no visit
    ("The ministry declined to comment.", []),
    ("Two men were killed in a car crash.", []),
    ("The storm killed 12 people.", []),
    ("The scandal hit the government.", []),
    ("Thank you for your support.", []),
    # figures that are numbers are not freed; ships pay no visits; bylines give no aid
    ("The ministry released figures on trade.", []),
    ("The ship visited Callao Port in May.", []),
    ("Anna Berg contributed from Lima.", []),
    # talking to the press, and not
    ("The minister spoke with German channel ZDK.", []),
    ("The minister declined to discuss the case with reporters.", []),
    # comment and state of affairs
    ("The sanctions are a bad idea.", []),
    ("Relations between the two countries are complicated.", []),
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
