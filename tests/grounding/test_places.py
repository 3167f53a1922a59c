"""Names of places and the place each means in its report."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import an_article, the_span

from accordingto.grounding.places import ground_places, place_of
from accordingto.model.article import Article, Part, PartRole
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.place import Place
from accordingto.model.span import Span


def a_name(article: Article, words: str, label: str = "GPE") -> Mention:
    span = the_span(article, words)
    return Mention(span, span, MentionForm.NAME, label, span, words.lower(), False, "pobj", None, None, 0, 0)


def places_in(sentence: str, *names: str, label: str = "GPE", publisher: str | None = None) -> tuple[Place, ...]:
    article = an_article(sentence, publisher=publisher)
    return ground_places(article, tuple(a_name(article, name, label) for name in names))


@pytest.mark.parametrize(
    ("sentence", "names", "countries"),
    [
        ("Troops left Baghdad.", ["Baghdad"], ["IRQ"]),
        ("The envoy is in Qatar.", ["Qatar"], ["QAT"]),
        ("Shells hit Damascus.", ["Damascus"], ["SYR"]),
        ("The plane landed in Paris.", ["Paris"], ["FRA"]),
        ("The plane landed in Paris, Texas.", ["Paris", "Texas"], ["USA", "USA"]),
        ("The plane landed in Alexandria, La.", ["Alexandria"], ["USA", "USA"]),
        ("The ferry left Alexandria for Cairo.", ["Alexandria", "Cairo"], ["EGY", "EGY"]),
        ("The talks in the U.S. failed.", ["U.S."], ["USA"]),
        ("The talks in the UK failed.", ["UK"], ["GBR"]),
        ("Rebels in northern Syria fled.", ["northern Syria"], ["SYR"]),
        ("Rebels took Aleppo province.", ["Aleppo province"], ["SYR"]),
        ("Burma closed the border.", ["Burma"], ["MMR"]),
        ("Tbilisi fell silent as Georgia mourned.", ["Tbilisi", "Georgia"], ["GEO", "GEO"]),
        ("Atlanta is where Georgia mourned.", ["Atlanta", "Georgia"], ["USA", "USA"]),
        ("Tripoli and Beirut are in Lebanon.", ["Tripoli", "Beirut", "Lebanon"], ["LBN", "LBN", "LBN"]),
        ("Tripoli and Benghazi fell.", ["Tripoli", "Benghazi"], ["LBY", "LBY"]),
        ("Hyderabad and Karachi were flooded.", ["Hyderabad", "Karachi"], ["PAK", "PAK"]),
        ("Hyderabad and Mumbai were flooded.", ["Hyderabad", "Mumbai"], ["IND", "IND"]),
        ("Paris, the sheriff of Edgar County said.", ["Paris", "Edgar County"], ["USA", "USA"]),
        (
            "He lives in Pieta, Malta, and in New York, Boston and Chicago.",
            ["Pieta", "Malta", "New York", "Boston", "Chicago"],
            ["MLT", "MLT", "USA", "USA", "USA"],
        ),
        ("Washington condemned Moscow.", ["Washington", "Moscow"], ["USA", "RUS"]),
        ("She flew to L.A. again.", ["L.A."], ["USA"]),
        ("Fighting went on in the Donbas.", ["Donbas"], ["UKR"]),
        ("Fighting went on in Crimea.", ["Crimea"], ["UKR"]),
        ("Fighting went on in the Gaza Strip.", ["Gaza Strip"], ["PSE"]),
        ("Fighting went on in the Middle East.", ["Middle East"], [None]),
    ],
)
def test_the_country_of_a_place(sentence: str, names: list[str], countries: list[str | None]) -> None:
    assert [place.country for place in places_in(sentence, *names)] == countries


@pytest.mark.parametrize(
    ("name", "precision", "has_point"),
    [("Homs", "city", True), ("Texas", "region", True), ("Qatar", "country", False), ("Middle East", "area", False)],
)
def test_a_country_or_area_has_no_point(name: str, precision: str, has_point: bool) -> None:
    (place,) = places_in(f"They met in {name}.", name)
    assert (place.precision, place.latitude is not None) == (precision, has_point)


def test_the_publisher_tells_the_country() -> None:
    (place,) = places_in("The mayor of London spoke.", "London", publisher="example.ca")
    assert place.country in {"GBR", "CAN"}


def test_one_place_has_all_its_names() -> None:
    article = an_article("Kyiv was hit. People in Kiev fled.")
    (place,) = ground_places(article, (a_name(article, "Kyiv"), a_name(article, "Kiev")))
    assert [mention.of(article.text) for mention in place.mentions] == ["Kyiv", "Kiev"]


@pytest.mark.parametrize(
    ("sentence", "name", "label", "found"),
    [
        ("Families fled from Homs.", "Homs", "PERSON", True),
        ("Kunduz residents fled.", "Kunduz", "PERSON", True),
        ("Paris Hilton arrived.", "Paris Hilton", "PERSON", False),
        ("Washington lost the game.", "Washington", "PERSON", False),
        ("They live in Grandfenwickia.", "Grandfenwickia", "GPE", False),
        ("Homs Police Department reported it.", "Homs Police Department", "ORG", True),
        ("Lincoln Elementary School closed.", "Lincoln Elementary School", "ORG", False),
        ("The New York Times reported it.", "New York Times", "ORG", False),
        ("Lebanon rejected the claim.", "Lebanon", "ORG", True),
        ("It lies in the North.", "North", "LOC", False),
        ("Troops attacked the village of Tarin.", "Tarin", "GPE", False),
    ],
)
def test_what_is_a_place_at_all(sentence: str, name: str, label: str, found: bool) -> None:
    assert bool(places_in(sentence, name, label=label)) == found


def test_a_place_is_found_again_where_the_recogniser_did_not_see_it() -> None:
    article = an_article("Shells hit Homs.", "Homs police fled. West Homs Road is shut. HOMS is calm.")
    (place,) = ground_places(article, (a_name(article, "Homs"),))
    assert [mention.start for mention in place.mentions] == [11, 18, 60]


def test_a_surname_is_no_place() -> None:
    article = an_article("Ann Lincoln spoke. Lincoln then left.")
    again = Span(19, 26)
    second = Mention(again, again, MentionForm.NAME, "GPE", again, "lincoln", False, "nsubj", None, None, 1, 0)
    assert ground_places(article, (a_name(article, "Ann Lincoln", "PERSON"), second)) == ()


def test_a_first_name_is_no_place_unless_a_great_city_bears_it() -> None:
    article = an_article("Harvey Lane met Paris Lane. Harvey spoke. Paris is far.")
    people = (a_name(article, "Harvey Lane", "PERSON"), a_name(article, "Paris Lane", "PERSON"))
    spans = (Span(28, 34), Span(42, 47))
    alone = tuple(
        Mention(span, span, MentionForm.NAME, "GPE", span, "", False, "nsubj", None, None, 1, 0) for span in spans
    )
    assert [place.name for place in ground_places(article, (*people, *alone))] == ["Paris"]


@pytest.mark.parametrize(
    ("sentence", "name", "found"), [("Petrova said so.", "Petrova", 0), ("Ankara said so.", "Ankara", 1)]
)
def test_who_says_something_is_a_person_or_a_capital(sentence: str, name: str, found: int) -> None:
    assert len(places_in(sentence, name)) == found


def test_each_of_a_list_of_provinces_is_a_region() -> None:
    article = an_article("Troops left Homs and Hama provinces.")
    assert [place.precision for place in ground_places(article, ())] == ["region", "region"]


def test_an_abbreviated_state_after_a_town_is_a_place_too() -> None:
    names = [(place.name, place.country) for place in places_in("It began in Alexandria, La., at dawn.", "Alexandria")]
    assert names == [("Alexandria", "USA"), ("Louisiana", "USA")]


def test_the_dateline_is_a_place() -> None:
    text = "ALEPPO, Syria (AP) — Shells fell."
    article = Article(text, (Part(PartRole.DATELINE, Span(0, 20)), Part(PartRole.BODY, Span(21, len(text)))))
    (place,) = ground_places(article, ())
    assert (place.name, place.mentions[0].of(text)) == ("Aleppo", "ALEPPO")


def test_the_place_of_words_is_the_finest_in_them() -> None:
    article = an_article("Shells fell in Homs, Syria, at dawn.")
    places = ground_places(article, (a_name(article, "Homs"), a_name(article, "Syria")))
    found = place_of(places, the_span(article, "in Homs, Syria"))
    assert [place.name for place in places if place.id == found] == ["Homs"]
    assert place_of(places, the_span(article, "at dawn")) is None


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["GPE", "LOC", "FAC", "PERSON", "ORG", "NORP"]))
def test_any_name_is_read(name: str, label: str) -> None:
    article = an_article(f"In {name}, Texas.")
    span = Span(3, 3 + len(name))
    mention = Mention(span, span, MentionForm.NAME, label, span, "", False, "pobj", None, None, 0, 0)
    for place in ground_places(article, (mention,)):
        assert all(there.end <= len(article.text) for there in place.mentions)
        assert (place.latitude is None) == (place.longitude is None)
