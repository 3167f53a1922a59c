"""The cards beside a report: who says so, in which order, and what of it is an event."""

from __future__ import annotations

import pytest
from tests.factories import an_article, the_span

from accordingto.model.attribution import Attribution, Channel, Form, SourceKind, SpeechAct
from accordingto.model.claim import Claim, Factuality
from accordingto.model.event import EventMention
from accordingto.model.reading import Reading
from accordingto.web.reports.cards import Card, cards_by_thing, cards_of

ARTICLE = an_article(
    "Gulf Wire said an official told state radio that guards fired.", "A clerk denied it.", publisher="Harbour Post"
)
WIRE = Attribution("wire", (the_span(ARTICLE, "Gulf Wire"),), (the_span(ARTICLE, "said"),), (), Form.INDIRECT)
OFFICIAL = Attribution(
    "official",
    (the_span(ARTICLE, "an official"),),
    (the_span(ARTICLE, "told"),),
    (the_span(ARTICLE, "guards fired"),),
    Form.INDIRECT,
    within="wire",
    channel=(Channel(the_span(ARTICLE, "state radio")),),
    source_kind=SourceKind.ANONYMOUS,
)
CLERK = Attribution(
    "clerk", (the_span(ARTICLE, "A clerk"),), (the_span(ARTICLE, "denied"),), (), Form.INDIRECT, act=SpeechAct.DENY
)
FIRED = EventMention("fired", (the_span(ARTICLE, "fired"),), "ASSAULT")


def cards(*attributions: Attribution, chain: tuple[str, ...] = ()) -> tuple[Card, ...]:
    claim = Claim("claim", "fired", chain, Factuality.HAPPENED, 3.0)
    return cards_of(Reading(ARTICLE, attributions, (FIRED,), (claim,)), {"claim": "incident"})


def test_a_chain_runs_from_the_report_inwards() -> None:
    (card,) = cards(WIRE, OFFICIAL, chain=("official", "wire"))
    chain = card.claims[0].chain
    assert [strip.name for strip in chain] == ["Gulf Wire", "an official"]
    assert [strip.is_anonymous for strip in chain] == [False, True]
    assert chain[1].channels == ("state radio",)


def test_without_a_chain_the_publisher_speaks() -> None:
    (card,) = cards()
    assert [strip.name for strip in card.claims[0].chain] == ["Harbour Post (own voice)"]
    assert card.claims[0].incident == "incident"


def test_words_that_tell_no_event_have_a_card_of_their_own() -> None:
    event, words = cards(CLERK)
    assert (event.event, words.event) == ("fired", None)
    assert words.claims[0].factuality == "denies"
    assert event.start < words.start


@pytest.mark.parametrize("within", ["wire", "official", "nobody"])
def test_attributions_within_each_other_are_followed_once(within: str) -> None:
    """Also where they are within each other in a circle, or within one that is not there."""
    from dataclasses import replace

    found = cards(replace(WIRE, within=within), OFFICIAL)
    chains = {card.key: [strip.name for strip in card.claims[0].chain] for card in found}
    assert chains["a-official"][-1] == "an official"
    assert len(chains["a-official"]) == 2


def test_a_source_belongs_to_the_card_of_the_event_it_tells() -> None:
    reading = Reading(
        ARTICLE, (WIRE, OFFICIAL), (FIRED,), (Claim("claim", "fired", ("official", "wire"), Factuality.HAPPENED, 3.0),)
    )
    assert cards_by_thing(reading, cards_of(reading, {})) == {"fired": (1,), "official": (1,), "wire": (1,)}
