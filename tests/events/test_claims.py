"""Who claims an event, and what each of them commits to."""

from __future__ import annotations

import pytest
from tests.factories import a_parse, the_span

from accordingto.events.claims import find_claims
from accordingto.model.article import Article
from accordingto.model.attribution import Attribution, Form, attribution_id
from accordingto.model.event import EventMention, event_id
from accordingto.parse.parsed import ParsedArticle

Told = tuple[str, str, str]  # source, cue, content; the first is innermost


def an_event(article: Article, trigger: str) -> EventMention:
    spans = (the_span(article, trigger),)
    return EventMention(event_id(article.id, spans, "ASSAULT", None), spans, "ASSAULT")


def attributions(article: Article, told: list[Told], form: Form = Form.INDIRECT) -> tuple[Attribution, ...]:
    """The tellings, each held by the one after it."""
    found: list[Attribution] = []
    for roles in reversed(told):
        source, cue, content = ((the_span(article, words),) if words else () for words in roles)
        within = found[-1].id if found else None
        name = attribution_id(article.id, source, cue, content)
        found.append(Attribution(name, source, cue, content, form, within))
    return tuple(reversed(found))


def stances(parsed: ParsedArticle, told: list[Told], trigger: str, form: Form = Form.INDIRECT) -> dict[str, str]:
    """For each claim: the chain's source words joined with <, and the factuality."""
    known = attributions(parsed.article, told, form)
    source = {one.id: one.source[0].of(parsed.article.text) for one in known}
    claims = find_claims(parsed, known, [an_event(parsed.article, trigger)])
    return {" < ".join(source[link] for link in claim.chain): str(claim.factuality) for claim in claims}


ROWS: list[tuple[str, list[Told], str, dict[str, str]]] = [
    # the article's own voice
    ("The ambassador has defected to the opposition.", [], "defected", {"": "happened"}),
    ("Its envoy has defected and is now urging the army to turn its guns on the palace.", [], "turn", {"": "demanded"}),
    (
        "Its envoy has defected and is now urging the army to turn its guns on the palace.",
        [],
        "urging",
        {"": "happened"},
    ),
    ("The ministry denied firing on the crowd.", [], "firing", {"": "unknown"}),
    ("The ministry denied firing on the crowd.", [], "denied", {"": "happened"}),
    # a condition hung on the wrong verb by the parse
    (
        "The union has called a strike for Monday and threatened to block the highway unless the minister resigns.",
        [("The union", "threatened", "to block the highway unless the minister resigns")],
        "resigns",
        {"The union": "hypothetical"},
    ),
    # one source
    (
        "The ministry says the envoy has been relieved of his duties.",
        [("The ministry", "says", "the envoy has been relieved of his duties")],
        "relieved",
        {"The ministry": "happened"},
    ),
    (
        "Diplomats hope the defections will spur Kamal to step aside.",
        [("Diplomats", "hope", "the defections will spur Kamal to step aside")],
        "step",
        {"Diplomats": "hoped"},
    ),
    (
        "The rebels threatened to kill the hostages.",
        [("The rebels", "threatened", "to kill the hostages")],
        "kill",
        {"The rebels": "threatened"},
    ),
    (
        "The rebels threatened to kill the hostages.",
        [("The rebels", "threatened", "to kill the hostages")],
        "threatened",
        {"": "happened"},
    ),
    (
        "The council urged both armies to withdraw.",
        [("The council", "urged", "both armies to withdraw")],
        "withdraw",
        {"The council": "demanded"},
    ),
    (
        "Reporters asked whether soldiers had fired on the crowd.",
        [("Reporters", "asked", "whether soldiers had fired on the crowd")],
        "fired",
        {"Reporters": "unknown"},
    ),
    (
        "Police suspect that the gunmen kidnapped the judge.",
        [("Police", "suspect", "that the gunmen kidnapped the judge")],
        "kidnapped",
        {"Police": "possible"},
    ),
    (
        "The general refused to confirm that his men shelled the port.",
        [("The general", "confirm", "that his men shelled the port")],
        "shelled",
        {"The general": "unknown"},
    ),
    # the chain goes outward; who passes it on has no claim of their own
    (
        "The ministry said the envoy was dismissed, Reuters reported.",
        [
            ("The ministry", "said", "the envoy was dismissed"),
            ("Reuters", "reported", "The ministry said the envoy was dismissed"),
        ],
        "dismissed",
        {"The ministry < Reuters": "happened"},
    ),
    # a denial that is passed on is left open
    (
        "Reuters said the minister denied that troops fired.",
        [("the minister", "denied", "that troops fired"), ("Reuters", "said", "the minister denied that troops fired")],
        "fired",
        {"the minister < Reuters": "denied", "Reuters": "unknown"},
    ),
    (
        "The minister denied that troops fired.",
        [("The minister", "denied", "that troops fired")],
        "fired",
        {"The minister": "denied"},
    ),
    # a factive cue: who uses it grants the content
    (
        "The army admitted that it had shelled the school.",
        [("The army", "admitted", "that it had shelled the school")],
        "shelled",
        {"The army": "happened", "": "happened"},
    ),
    (
        "The army did not admit that it had shelled the school.",
        [("The army", "admit", "that it had shelled the school")],
        "shelled",
        {"The army": "unknown"},
    ),
    # a telling that is called untrue
    (
        "The governor falsely claimed that the rebels surrendered.",
        [("The governor", "claimed", "that the rebels surrendered")],
        "surrendered",
        {"The governor": "happened", "": "denied"},
    ),
]


@pytest.mark.parametrize(("text", "told", "trigger", "expected"), ROWS)
def test_each_chain_has_its_stance(text: str, told: list[Told], trigger: str, expected: dict[str, str]) -> None:
    assert stances(a_parse(text), told, trigger) == expected


def test_a_direct_quotation_is_the_speakers_own_words() -> None:
    """The cue "urged" does not make a demand of what the speaker says has happened."""
    parsed = a_parse('"The regime shot at us. Turn your cannons on the palace," he urged.')
    told = [("he", "urged", "The regime shot at us. Turn your cannons on the palace")]
    assert stances(parsed, told, "shot", Form.DIRECT) == {"he": "happened"}
    assert stances(parsed, told, "Turn", Form.DIRECT) == {"he": "demanded"}


def test_an_event_held_by_two_sources_apart_is_two_claims() -> None:
    parsed = a_parse("The mayor said and the priest repeated that soldiers burned the market.")
    content = "that soldiers burned the market"
    known = attributions(parsed.article, [("The mayor", "said", content)])
    known += attributions(parsed.article, [("the priest", "repeated", content)])
    claims = find_claims(parsed, known, [an_event(parsed.article, "burned")])
    assert [claim.chain for claim in claims] == [(known[0].id,), (known[1].id,)]


def test_a_circle_of_attributions_ends() -> None:
    parsed = a_parse("Officials said troops fired.")
    roles = ((the_span(parsed.article, "Officials"),), (the_span(parsed.article, "said"),))
    content = (the_span(parsed.article, "troops fired"),)
    one = Attribution("one", *roles, content, Form.INDIRECT, within="two")
    two = Attribution("two", (), (), (), Form.INDIRECT, within="one")
    claims = find_claims(parsed, [one, two], [an_event(parsed.article, "fired")])
    assert [claim.chain for claim in claims] == [("one", "two")]


def test_no_events_no_claims() -> None:
    assert find_claims(a_parse("Troops fired."), (), ()) == ()
