"""Verbs of telling that do something in place of telling it, beside the same verbs at their usual work."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.attribution.find import find_attributions
from accordingto.model.span import words_of

DEEDS = [
    "The north fired a missile over the strait on Friday.",
    "The navy fired two shells at the harbour.",
    "The rebels attacked the village of Oru before dawn.",
    "The army defended the town against the rebels.",
    "The rocket blasted off at noon.",
    "The premier called an emergency meeting of the council on Monday.",
    "The judge sentenced her to 15 months in jail.",
    "The council passed a resolution banning coal exports.",
    "The coast guard questioned its crew on Sunday.",
    "The port denied the ship access to its docks.",
    "The channel showed footage of the burning ship.",
    "The regime has shown little regard for the law.",
    "The police charged the crowd with batons.",
    "The bank charged a fee of ten crowns.",
    "The tanker is seen in waters off the cape.",
    "The cars were recalled last year.",
    "The pact does not seem to have changed much.",
    "A deal appears unlikely this year.",
    "An adult found guilty of assaulting a child can be jailed for years.",
    "Considering that the vote is near, any shift in policy is unlikely.",
    "The company issued a recall of the cars.",
    "The exiles opposed the occupation of the island.",
    "Students protested the arrest of a singer.",
    "The standoff underscores the frustration of the cabinet.",
    "He was charged this week by prosecutors in the capital.",
]

TOLD = [
    ("The general blasted the plan as reckless.", "The general", "blasted"),
    ("The minister attacked the plan as reckless.", "The minister", "attacked"),
    ("The premier called the raid a crime.", "The premier", "called"),
    ("The premier called for an emergency meeting.", "The premier", "called"),
    ("The mayor slammed the hospital for its long queues.", "The mayor", "slammed"),
    ("The paper attacked the town over its roads.", "The paper", "attacked"),
    ("The poll showed little interest in the vote.", "The poll", "showed"),
    ("The envoy vowed in a televised speech that he would stay.", "The envoy", "vowed"),
    ("The army denied firing the shells.", "The army", "denied"),
    ("The report showed that sales had fallen.", "The report", "showed"),
    ("The audit found that the bank had lied.", "The audit", "found"),
    ("Villagers protested that the water was foul.", "Villagers", "protested"),
    ("The envoy questioned whether the truce would hold.", "The envoy", "questioned"),
    ("The move is widely seen as a defeat for the cabinet.", "", "is widely seen"),
]


@pytest.mark.parametrize("report", DEEDS)
def test_an_act_tells_nothing(report: str) -> None:
    assert find_attributions(a_parse(report)) == ()


@pytest.mark.parametrize(("report", "source", "cue"), TOLD, ids=[cue for _, _, cue in TOLD])
def test_the_same_verb_may_tell(report: str, source: str, cue: str) -> None:
    found = [(words_of(report, item.source), words_of(report, item.cue)) for item in find_attributions(a_parse(report))]
    assert (source, cue) in found
