"""Attributions of short reports: one point of reported speech a row."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories import a_parse

from accordingto.attribution.find import find_attributions
from accordingto.model.article import Article, Part, PartRole
from accordingto.model.attribution import Attribution, Form
from accordingto.model.span import Span, words_of
from accordingto.parse.language_model import load_language_model
from accordingto.parse.parsed import ParsedArticle, parse_article


@dataclass(frozen=True, slots=True)
class Expected:
    """The words of an attribution; content pieces are joined by an ellipsis."""

    source: str
    cue: str
    content: str
    form: Form = Form.INDIRECT
    channel: tuple[str, ...] = ()


def found_in(parsed: ParsedArticle) -> list[Attribution]:
    return list(find_attributions(parsed))


def as_expected(text: str, attribution: Attribution) -> Expected:
    return Expected(
        words_of(text, attribution.source),
        words_of(text, attribution.cue),
        words_of(text, attribution.content),
        attribution.form,
        tuple(channel.span.of(text) for channel in attribution.channel),
    )


CASES: list[tuple[str, str, Expected]] = [
    (
        "indirect",
        "The minister said troops had left the valley.",
        Expected("The minister", "said", "troops had left the valley"),
    ),
    ("pronoun", "She added that nobody would leave.", Expected("She", "added", "that nobody would leave")),
    ("direct", '"We will stay," the mayor said.', Expected("the mayor", "said", '"We will stay,"', Form.DIRECT)),
    (
        "inverted",
        '"Nobody came," said Ana Ruiz, a nurse at the clinic.',
        Expected("Ana Ruiz, a nurse at the clinic", "said", '"Nobody came,"', Form.DIRECT),
    ),
    (
        "split",
        '"If they come," she said, "we will fight."',
        Expected("she", "said", '"If they come," … "we will fight."', Form.DIRECT),
    ),
    (
        "split over sentences",
        '"We waited for hours," said Ana Ruiz. "Nobody came. The lights went out."',
        Expected("Ana Ruiz", "said", '"We waited for hours," … "Nobody came. The lights went out."', Form.DIRECT),
    ),
    (
        "mixed",
        'The ministry said the envoy had been "relieved of his duties" and would face "a disciplinary hearing".',
        Expected(
            "The ministry",
            "said",
            'the envoy had been "relieved of his duties" and would face "a disciplinary hearing"',
            Form.MIXED,
        ),
    ),
    (
        "according to, first",
        "According to a witness who asked not to be named, the convoy was hit at dawn.",
        Expected("a witness who asked not to be named", "According to", "the convoy was hit at dawn"),
    ),
    (
        "according to, last",
        "The convoy was hit at dawn, according to two officials.",
        Expected("two officials", "according to", "The convoy was hit at dawn"),
    ),
    (
        "the recipient is in neither role",
        "The minister told lawmakers on Monday that troops had left the valley.",
        Expected("The minister", "told", "that troops had left the valley"),
    ),
    (
        "the recipient is a medium",
        "Iraqi officials told Reuters that the attackers wore uniforms.",
        Expected("Iraqi officials", "told", "that the attackers wore uniforms", channel=("Reuters",)),
    ),
    (
        "on television",
        '"The road is open," the general said on state television.',
        Expected("the general", "said", '"The road is open,"', Form.DIRECT, ("state television",)),
    ),
    (
        "in a statement",
        "In a statement, the ministry said the road was open.",
        Expected("the ministry", "said", "the road was open", channel=("a statement",)),
    ),
    (
        "on a platform",
        "The ministry announced on Twitter that the border was closed.",
        Expected("The ministry", "announced", "that the border was closed", channel=("Twitter",)),
    ),
    (
        "passive without an agent",
        "It was reported that two soldiers were killed.",
        Expected("", "was reported", "that two soldiers were killed"),
    ),
    (
        "quoted as saying",
        "The envoy was quoted as saying the talks had failed.",
        Expected("The envoy", "saying", "the talks had failed"),
    ),
    (
        "a noun",
        "There were reports that the bridge had been hit.",
        Expected("", "reports", "that the bridge had been hit"),
    ),
    ("fear", "Villagers fear that the dam will break.", Expected("Villagers", "fear", "that the dam will break")),
    (
        "hope",
        "Diplomats are hoping that the truce will hold.",
        Expected("Diplomats", "are hoping", "that the truce will hold"),
    ),
    (
        "a document",
        "“The road is closed,” according to a sign at the gate.",
        Expected("a sign at the gate", "according to", "“The road is closed,”", Form.DIRECT),
    ),
    (
        "anonymous",
        "A senior official, speaking on condition of anonymity, said the plan was dead.",
        Expected("A senior official, speaking on condition of anonymity", "said", "the plan was dead"),
    ),
    (
        "nobody is told to say it",
        '"The old bridge is gone for good." Traffic stopped at noon.',
        Expected("", "", '"The old bridge is gone for good."', Form.DIRECT),
    ),
]


@pytest.mark.parametrize(("report", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_source_cue_and_content(report: str, expected: Expected) -> None:
    parsed = a_parse(report)
    assert expected in [as_expected(report, attribution) for attribution in found_in(parsed)]


CHAINS = [
    (
        "a medium passes on a ministry",
        "The ministry says the envoy was dismissed, according to the Associated Press.",
        ["The ministry", "the Associated Press"],
    ),
    (
        "a source told a medium",
        "Reuters reports that the envoy is abroad, according to the foreign minister.",
        ["the foreign minister", "Reuters"],
    ),
    (
        "a denial in a report",
        "Rebels have denied the claim that they shelled the market, the daily Horizon reported.",
        ["Rebels", "the daily Horizon"],
    ),
]


@pytest.mark.parametrize(("report", "chain"), [case[1:] for case in CHAINS], ids=[case[0] for case in CHAINS])
def test_one_source_holds_another(report: str, chain: list[str]) -> None:
    found = found_in(a_parse(report))
    by_id = {attribution.id: attribution for attribution in found}
    inner = next(item for item in found if words_of(report, item.source) == chain[0])
    assert inner.within is not None
    assert words_of(report, by_id[inner.within].source) == chain[1]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    parsed = a_parse('"We waited for hours," said Ana Ruiz. "Nobody came.', '"Then the lights went out."')
    (said,) = found_in(parsed)
    assert words_of(parsed.article.text, said.content).endswith('"Nobody came. … "Then the lights went out."')


def test_a_block_quotation_belongs_to_the_cue_before_its_colon() -> None:
    text = "The agency reported:\n\nTroops fired on the crowd, the mayor said.\n\nThe square was empty later."
    starts = [0, text.index("Troops"), text.index("The square")]
    ends = [text.index("\n\n"), text.index("\n\nThe square"), len(text)]
    roles = [PartRole.BODY, PartRole.BLOCKQUOTE, PartRole.BODY]
    parts = tuple(Part(role, Span(*edges)) for role, *edges in zip(roles, starts, ends, strict=True))
    found = found_in(parse_article(Article(text, parts), load_language_model()))
    agency = next(item for item in found if words_of(text, item.source) == "The agency")
    mayor = next(item for item in found if words_of(text, item.source) == "the mayor")
    assert words_of(text, agency.content) == "Troops fired on the crowd, the mayor said."
    assert mayor.within == agency.id


def test_a_performative_in_a_quotation_is_held_by_it() -> None:
    text = '"I call on the army to leave the city," the bishop said.'
    found = found_in(a_parse(text))
    held = next(item for item in found if words_of(text, item.source) == "I")
    outer = next(item for item in found if words_of(text, item.source) == "the bishop")
    assert held.within == outer.id
    assert (held.form, outer.form) == (Form.INDIRECT, Form.DIRECT)


def test_what_was_aired_before_a_quotation_is_its_channel() -> None:
    text = 'Okoro aired this message on Al Jazeera TV. "We are leaving the capital," he said.'
    said = next(item for item in found_in(a_parse(text)) if words_of(text, item.source) == "he")
    assert [channel.span.of(text) for channel in said.channel] == ["Al Jazeera TV"]


@pytest.mark.parametrize(
    "report",
    [
        "Troops crossed the river at dawn.",
        "The bridge collapsed after heavy rain.",
        'She is the author of "The Long Night".',
    ],
)
def test_what_nobody_tells_has_no_attribution(report: str) -> None:
    assert found_in(a_parse(report)) == []


def test_reading_twice_gives_the_same() -> None:
    parsed = a_parse('The minister said troops had left. "We stay," a guard told Reuters.')
    assert find_attributions(parsed) == find_attributions(parsed)


PIECES = st.sampled_from(
    ["the minister", " said", " told Reuters", ' "', "“", "”", "''", "’", " that", " troops left", ".", ",", ":",
     "\n\n", " according to", " reported", " 😀", "\u00a0", "(", " In a statement", " I announce", " מים", "\u0301"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_gives_spans_inside_it_and_holders_that_exist(text: str) -> None:
    parsed = a_parse(*text.split("\n\n"))
    found = find_attributions(parsed)
    ids = {attribution.id for attribution in found}
    for attribution in found:
        spans = (*attribution.source, *attribution.cue, *attribution.content)
        assert all(0 <= span.start < span.end <= len(parsed.article.text) for span in spans)
        assert list(attribution.content) == sorted(attribution.content)
        assert attribution.within is None or attribution.within in ids - {attribution.id}
