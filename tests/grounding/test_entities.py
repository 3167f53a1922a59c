"""Who and what a report speaks of, on short reports of our own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import an_article, the_span

from accordingto.attribution.find import find_attributions
from accordingto.grounding.entities import Entities, ground_entities
from accordingto.model.article import Article
from accordingto.model.entity import Entity, EntityKind
from accordingto.model.span import Span
from accordingto.parse.language_model import load_language_model
from accordingto.parse.mentions import find_mentions
from accordingto.parse.parsed import parse_article

ON = date(2012, 7, 12)


def grounded(*paragraphs: str) -> tuple[Article, Entities]:
    article = an_article(*paragraphs, published=ON)
    parsed = parse_article(article, load_language_model())
    return article, ground_entities(article, find_mentions(parsed), find_attributions(parsed))


def entity_at(article: Article, entities: Entities, words: str) -> Entity | None:
    found = entities.entity_of(the_span(article, words))
    return next((entity for entity in entities.entities if entity.id == found), None)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Omar Haddad resigned. Haddad gave no reason.", "Omar Haddad", "Haddad"),
        ("Omar al-Haddad resigned. Omar Haddad gave no reason.", "Omar al-Haddad", "Omar Haddad"),
        ("Mr. Haddad resigned. Omar Haddad had led the party.", "Mr. Haddad", "Omar Haddad"),
        ("Bahsar Khoury resigned. Bashar Khoury had led the party.", "Bahsar Khoury", "Bashar Khoury"),
        ("Mohammed Karimi resigned. Muhammad Karimi had led the party.", "Mohammed Karimi", "Muhammad Karimi"),
        (
            "The Tripoli Observers League (TOL) said two died. TOL gave no names.",
            "The Tripoli Observers League",
            "TOL",
        ),
        ("The United Nations said two died. The UN gave no names.", "The United Nations", "The UN"),
        ("The Associated Press said two died. The AP gave no names.", "The Associated Press", "The AP"),
        (
            "FARC rebels attacked. The Revolutionary Armed Forces of Colombia said so.",
            "FARC",
            "The Revolutionary Armed Forces of Colombia",
        ),
        (
            "Finance Minister Ana Duarte resigned on Monday. The minister gave no reason.",
            "Finance Minister Ana Duarte",
            "The minister",
        ),
        ("The spokeswoman Ana Ruiz left. Then the spokeswoman wept.", "Ana Ruiz", "the spokeswoman"),
        ("The newspaper Le Soir said so.", "Le Soir", "The newspaper"),
        ("Gen. Tariq Aslan resigned on Monday. The general gave no reason.", "Gen. Tariq Aslan", "The general"),
        ("Ana Duarte, the finance minister, resigned.", "Ana Duarte", "the finance minister"),
        ("Reuters said two died. The agency gave no names.", "Reuters", "The agency"),
        ("The Lisbon Times said two died. The Times gave no names.", "The Lisbon Times", "Times"),
        ("Norda Airlines cut two routes. Norda gave no reason.", "Norda Airlines", "Norda"),
        (
            "The Omani Foreign Ministry denied it. The Foreign Ministry left.",
            "The Omani Foreign Ministry",
            "Foreign Ministry",
        ),
        ("The rebels attacked. On Sunday the rebels left.", "The rebels", "the rebels"),
        ("Ana Duarte, who resigned on Monday, left.", "Ana Duarte", "who"),
    ],
)
def test_two_forms_are_one(text: str, one: str, other: str) -> None:
    article, entities = grounded(text)
    later = Span(text.rindex(other), text.rindex(other) + len(other))
    assert _id(entities, the_span(article, one)) == _id(entities, later)


def _id(entities: Entities, span: Span) -> str:
    found = entities.entity_of(span)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Omar Haddad met his rival Salim Haddad on Monday.", "Omar Haddad", "Salim Haddad"),
        ("Ana Duarte resigned. Ana Pereira succeeded her.", "Ana Duarte", "Ana Pereira"),
        ("Syria expelled the envoy. Iraq protested.", "Syria", "Iraq"),
        ("Omar Haddad resigned. Mrs. Haddad wept.", "Omar Haddad", "Mrs. Haddad"),
        ("Kim Jong Un left. Kim Jong Il had died.", "Kim Jong Un", "Kim Jong Il"),
        ("The second source denied it. The first source had left.", "The second source", "The first source"),
        ("The family said no. The family of a lawmaker said yes.", "The family", "The family of a lawmaker"),
    ],
)
def test_two_things_stay_apart(text: str, one: str, other: str) -> None:
    article, entities = grounded(text)
    assert entities.entity_of(the_span(article, one)) != entities.entity_of(the_span(article, other))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Iraqi Foreign Minister Ali Nasser resigned.", "Iraqi Foreign Minister Ali Nasser", ("IRQ", ("GOV",))),
        ("Gen. Tariq Aslan resigned.", "Gen. Tariq Aslan", (None, ("MIL",))),
        ("Karim Saleh, Syria's ambassador to Iraq, resigned.", "Karim Saleh", ("SYR", ("GOV",))),
        ("President Bashar Assad resigned.", "President Bashar Assad", ("SYR", ("GOV",))),
        ("Officials in Ankara said so. The Kremlin denied it.", "The Kremlin", ("RUS", ("GOV",))),
        ("Al Jazeera TV said two died.", "Al Jazeera TV", ("QAT", ("JRN",))),
        ("The Times said so. The New York Times said more.", "The Times", ("USA", ("JRN",))),
        ("Mr. Hill resigned.", "Mr. Hill", (None, ())),
        ("Mr. Marin resigned in 2024.", "Mr. Marin", (None, ())),
        ("MIT said so.", "MIT", ("USA", ("EDU",))),
        ("All-Nippon Airways (ANA) apologised. ANA said so.", "ANA", ("JPN", ("BUS",))),
        ("The National Institutes of Health said two died.", "The National Institutes of Health", (None, ("EDU",))),
    ],
)
def test_a_name_has_its_country_and_sector(text: str, words: str, expected: tuple[str | None, tuple[str, ...]]) -> None:
    article, entities = grounded(text)
    found = entity_at(article, entities, words)
    assert found is not None
    assert (found.country, found.sectors) == expected


def test_an_officer_of_no_told_country_is_of_the_country_the_report_is_about() -> None:
    text = "Syria shelled two towns. Syrian tanks left Homs. Syria denied it. Gen. Tariq Aslan has fled."
    article, entities = grounded(text)
    found = entity_at(article, entities, "Gen. Tariq Aslan")
    assert found is not None
    assert found.country == "SYR"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Iraq denied it. Its troops left.", "Its troops", "IRQ"),
        ("A spokesman for the United Nations left.", "A spokesman", None),
        ("Iraq's NSC met. The NSC denied it.", "The NSC", "IRQ"),
        ('"Countries including Norway object," a senator said. "Countries must act."', "Countries", None),
        ("The chairman of the Prisoners Club denied it.", "The chairman", None),
    ],
)
def test_what_has_an_owner_or_many_has_not_the_country_of_the_report(
    text: str, words: str, country: str | None
) -> None:
    about_syria = "Syria shelled two towns. Syrian tanks left Homs. Syria denied it. Syria said more. Syria won. "
    article = an_article(about_syria + text, published=ON)
    parsed = parse_article(article, load_language_model())
    mentions = find_mentions(parsed)
    entities = ground_entities(article, mentions, find_attributions(parsed))
    span = the_span(article, words)
    found = next((entity for entity in entities.entities if span in entity.mentions), None)
    assert found is None or found.country == country


def test_an_envoy_of_the_united_nations_is_of_no_country() -> None:
    article, entities = grounded("Syria is at war. Syria fights. Syria bleeds. U.N. envoy Kofi Annan left Syria.")
    found = entity_at(article, entities, "U.N. envoy Kofi Annan")
    assert found is not None
    assert found.country is None


def test_a_source_that_is_only_described_is_an_entity() -> None:
    article, entities = grounded('"We shot first," a senior official said.')
    found = entity_at(article, entities, "a senior official")
    assert found is not None
    assert (found.name, found.kind) == ("a senior official", EntityKind.PERSON)


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("Omar Haddad resigned. He gave no reason.", "He gave", "Omar Haddad"),
        ("Ana Duarte met Omar Haddad. She left early.", "She left", "Ana Duarte"),
        ('Omar Haddad spoke. "I will resign," he said.', "I will", "Omar Haddad"),
        ("The ministry denied it. It gave no reason.", "It gave", "The ministry"),
        ("The rebels attacked. They left at dawn.", "They left", "The rebels"),
        ("The report said ships loaded oil. Oil prices rose. It said ten left.", "It said", "The report"),
        (
            'Ana Duarte, President Omar Haddad\'s adviser, said so. "It is a threat," she said.',
            "she said",
            "Ana Duarte",
        ),
        ("The council adopted the law in May, which asked members to leave.", "which asked", "the law"),
        ("A lawyer from Geneva, who said nothing, left.", "who said", "A lawyer"),
        ("It names nurses at the camp, who said nothing.", "who said", "nurses"),
    ],
)
def test_a_pronoun_is_a_mention_of_what_it_means(text: str, pronoun: str, meant: str) -> None:
    article, entities = grounded(text)
    start = article.text.index(pronoun)
    assert entities.entity_of(Span(start, start + len(pronoun.split(maxsplit=1)[0]))) == entities.entity_of(
        the_span(article, meant)
    )


def test_the_first_of_two_sources_in_one_span_stands_for_both() -> None:
    article, entities = grounded("Omar Haddad and Ana Duarte said two died.")
    found = entity_at(article, entities, "Omar Haddad and Ana Duarte")
    assert found is not None
    assert found.name == "Omar Haddad"


def test_reading_twice_gives_the_same_entities() -> None:
    text = "Omar Haddad resigned. The minister gave no reason. Syria denied it."
    assert grounded(text)[1].entities == grounded(text)[1].entities


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_grounded_and_every_mention_is_in_it(text: str) -> None:
    article, entities = grounded(text)
    for entity in entities.entities:
        assert entity.mentions
        assert all(0 <= span.start < span.end <= len(article.text) for span in entity.mentions)
    assert entities.entity_of(Span(0, len(article.text))) is None or entities.entities


def test_a_name_behind_the_is_no_person() -> None:
    _, entities = grounded("The Koti, an oil tanker, was held. Officials seized the Koti.")
    assert all(entity.kind is not EntityKind.PERSON or "Koti" not in entity.name for entity in entities.entities)


def test_a_name_behind_a_noun_for_places_is_no_person() -> None:
    _, entities = grounded("Troops burned the village of Karim. They left Karim on Monday.")
    assert all(entity.kind is not EntityKind.PERSON for entity in entities.entities)
