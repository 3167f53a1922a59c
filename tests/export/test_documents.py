"""The formats that are no tables: annotations, linked data, maps, references, brat, FollowTheMoney."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.export.made import a_reading, exported, hostile_rows, members, rows_of

HERE = Path(__file__).parent
Json = Any  # JSON values


def loaded(name: str) -> Json:
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def expanded(document: Json) -> Json:
    """The document expanded by contexts that lie here."""
    jsonld = pytest.importorskip("pyld").jsonld
    contexts = {
        "http://www.w3.org/ns/anno.jsonld": loaded("anno_context.json"),
        "https://schema.org": {"@context": {"@vocab": "https://schema.org/"}},
    }

    def load(url: str, options: Json) -> Json:
        return {"contextUrl": None, "documentUrl": url, "document": contexts[url]}

    return jsonld.expand(document, {"documentLoader": load})


@pytest.mark.parametrize("rows", [rows_of(a_reading()), hostile_rows()], ids=["plain", "hostile"])
def test_the_words_of_a_selector_stand_where_it_says(rows: Json) -> None:
    text = next(iter(rows.reports())).text
    page = json.loads(exported("annotations", rows))
    targets = [target for item in page["items"] for target in item["target"]]
    assert len(targets) == 5
    for target in targets:
        where, quote = target["selector"]
        assert text[where["start"] : where["end"]] == quote["exact"]
        assert text[: where["start"]].endswith(quote["prefix"].replace("\ufffd", "")[-3:])


def test_annotations_expand_to_the_vocabulary_of_web_annotation() -> None:
    (page,) = expanded(json.loads(exported("annotations")))
    first = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"][0]
    assert first["@type"] == ["http://www.w3.org/ns/oa#Annotation"]
    selectors = first["http://www.w3.org/ns/oa#hasTarget"][0]["http://www.w3.org/ns/oa#hasSelector"]
    assert {selector["@type"][0].rpartition("#")[2] for selector in selectors} == {
        "TextPositionSelector",
        "TextQuoteSelector",
    }


def test_a_schema_org_claim_has_who_makes_it() -> None:
    graph = json.loads(exported("schema-org"))["@graph"]
    assert [each["author"]["name"] for each in graph] == ["Gulf Herald", "Salim Haddad"]
    nodes = expanded({"@context": "https://schema.org", "@graph": graph})
    assert {node["@type"][0] for node in nodes} == {"https://schema.org/Claim"}


def test_prov_points_only_to_what_it_tells_of() -> None:
    (bundle,) = json.loads(exported("prov"))["bundle"].values()
    known = {*bundle["entity"], *bundle["activity"], *bundle["agent"]}
    relations = ("used", "wasGeneratedBy", "wasDerivedFrom", "wasAttributedTo", "wasAssociatedWith")
    pointed = {end for name in relations for row in bundle[name].values() for end in row.values()}
    assert pointed <= known
    assert len(bundle["wasAttributedTo"]) == 2


@pytest.mark.parametrize(
    ("country", "geometry"), [(False, {"type": "Point", "coordinates": [45.04, 12.78]}), (True, None)]
)
def test_a_country_is_no_pin(country: bool, geometry: Json) -> None:
    (feature,) = json.loads(exported("geojson", rows_of(a_reading(country=country))))["features"]
    assert feature["geometry"] == geometry
    assert feature["properties"]["place_precision"] == ("country" if country else "city")
    assert "latitude" not in feature["properties"]


@pytest.mark.parametrize("rows", [rows_of(a_reading()), rows_of(a_reading(title=None, publisher=None)), hostile_rows()])
def test_references_keep_to_the_schema(rows: Json) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(json.loads(exported("csl", rows)), loaded("csl_subset.json"))


@pytest.mark.parametrize("rows", [rows_of(a_reading()), hostile_rows()], ids=["plain", "hostile"])
def test_brat_spans_are_the_words_of_the_text(rows: Json) -> None:
    files = members(exported("brat", rows))
    (text,) = (content.decode() for name, content in files.items() if name.endswith(".txt"))
    (notes,) = (content.decode() for name, content in files.items() if name.endswith(".ann"))
    spans = re.findall(r"^T\d+\t\S+ ([\d ;]+)\t(.*)$", notes, re.MULTILINE)
    assert len(spans) == 7
    for where, words in spans:
        pieces = [text[int(start) : int(end)] for start, end in (each.split() for each in where.split(";"))]
        assert " ".join(pieces) == words
    numbers = set(re.findall(r"^([TER#]\d+)\t", notes, re.MULTILINE))
    assert set(re.findall(r":(T\d+)", notes)) <= numbers


def properties_of(schema: str, schemata: Json) -> set[str]:
    own = schemata[schema]
    return set(own["properties"]).union(*(properties_of(each, schemata) for each in own["extends"]))


def test_entities_have_the_properties_of_their_schema() -> None:
    schemata = loaded("ftm_schemata.json")
    lines = members(exported("ftm"))["entities.ftm.json"].decode().splitlines()
    entities = [json.loads(line) for line in lines]
    assert {each["schema"] for each in entities} == {"Article", "Event", "LegalEntity"}
    for entity in entities:
        assert set(entity["properties"]) <= properties_of(entity["schema"], schemata)


def test_rival_values_stand_side_by_side() -> None:
    lines = members(exported("ftm"))["entities.ftm.json"].decode().splitlines()
    (event,) = (each for each in map(json.loads, lines) if each["schema"] == "Event")
    assert sorted(event["properties"]["notes"]) == ["killed: 12 to 12", "killed: 9 to 9"]
    assert event["properties"]["country"] == ["ye"]


def test_native_lines_come_back_whole() -> None:
    rows = hostile_rows()
    (reading,) = map(json.loads, exported("readings", rows).decode().split("\n")[:-1])
    assert reading == next(iter(rows.reports())).reading
    (incident,) = map(json.loads, exported("incidents", rows).decode().split("\n")[:-1])
    assert incident["format"] == "accordingto.incident/1"
