"""The tables: CSV and its data package, Parquet, Gephi, and columns named as in other datasets."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.export.made import HOSTILE, a_reading, exported, hostile_rows, members, rows_of

from accordingto.export.claim_columns import CLAIMS
from accordingto.export.gdelt import EVENTS, MENTIONS, cameo_code
from accordingto.export.polecat import POLECAT, auxiliary_modes
from accordingto.export.rows import Rows
from accordingto.export.text import whole_text, with_formula
from accordingto.model.claim import Factuality
from accordingto.model.codebook import load_codebook
from accordingto.model.resources import load_toml


def table(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    text = io.StringIO(data.decode(), newline="")
    if delimiter == ",":
        return list(csv.DictReader(text))
    return list(csv.DictReader(text, delimiter=delimiter, quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("rows", [rows_of(a_reading()), hostile_rows(), Rows()], ids=["plain", "hostile", "empty"])
def test_the_bundle_is_a_valid_data_package(rows: Rows, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    for name, content in members(exported("csv", rows)).items():
        (tmp_path / name).write_bytes(content)
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])


def test_hostile_text_comes_back_from_csv() -> None:
    row = table(exported("claims-csv", hostile_rows()))[0]
    assert row["title"].startswith("'=")
    assert with_formula(row["title"]) == whole_text(HOSTILE + "title")
    assert with_formula(row["publisher"]) == "=cmd|x"


def test_a_claim_has_its_chain_counts_and_quotation() -> None:
    own, told = sorted(table(exported("claims-csv")), key=lambda row: int(row["start"]))
    assert (own["chain"], own["counts"], own["quotation"]) == ("", "killed 12-12", "")
    assert (told["chain"], told["counts"]) == ("Salim Haddad", "killed 9-9")
    assert told["quotation"] == "Nine died when they shelled it"


def test_parquet_holds_what_csv_holds(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    (tmp_path / "claims.parquet").write_bytes(exported("parquet", hostile_rows()))
    found = parquet.read_table(tmp_path / "claims.parquet")
    assert found.column_names == list(CLAIMS.header)
    assert found.column("title").to_pylist()[0] == whole_text(HOSTILE + "title")
    assert found.schema.field("claim").metadata[b"description"] == b"Id of the claim."


def test_edges_lead_from_node_to_node() -> None:
    files = members(exported("gephi"))
    nodes, edges = table(files["nodes.csv"]), table(files["edges.csv"])
    ids = {row["Id"] for row in nodes}
    assert {(row["Source"] in ids, row["Target"] in ids) for row in edges} == {(True, True)}
    assert {row["relation"] for row in edges} == {"did", "told of"}


def test_polecat_has_its_forty_columns_in_their_order() -> None:
    assert len(POLECAT.header) == 40
    assert POLECAT.header[:8] == (
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    )  # fmt: skip
    assert POLECAT.header[-8:] == (
        "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
        "Language", "Version",
    )  # fmt: skip


def test_polecat_has_names_words_and_codes() -> None:
    row = table(exported("polecat"), "\t")[0]
    assert (row["Actor Name"], row["Actor Name Raw"]) == ("the rebels", "Rebels")
    assert (row["Event Type"], row["Event Mode"], row["Quad Code"]) == ("ASSAULT", "heavy-weapons", "MATERIAL CONFLICT")
    assert (row["City"], row["Country"], row["Story People"]) == ("Aden", "YEM", "Salim Haddad")


@pytest.mark.parametrize(
    ("factuality", "expected"),
    [
        (Factuality.HAPPENED, ()),
        (Factuality.DENIED, ("negation",)),
        (Factuality.PROMISED, ("future",)),
        (Factuality.FEARED, ("hypothetical",)),
    ],
)
def test_factuality_is_an_auxiliary_mode(factuality: Factuality, expected: tuple[str, ...]) -> None:
    from dataclasses import replace

    row = next(rows_of(a_reading()).claims())
    assert auxiliary_modes(replace(row, claim=replace(row.claim, factuality=factuality))) == expected


def test_ucdp_has_rival_numbers_precisions_and_the_original_source() -> None:
    (row,) = table(exported("ucdp"))
    assert (row["low"], row["best"], row["high"]) == ("9", "12", "12")
    assert (row["where_prec"], row["date_prec"], row["country"]) == ("1", "1", "Yemen")
    assert set(row["source_original"].split(" | ")) == {"Gulf Herald", "Salim Haddad"}


def test_acled_names_a_shelling() -> None:
    (row,) = table(exported("acled"))
    assert row["sub_event_type"] == "Shelling/artillery/missile attack"
    assert (row["time_precision"], row["geo_precision"], row["fatalities"]) == ("1", "1", "9")


def test_gdelt_has_its_columns_and_joins() -> None:
    assert (len(EVENTS.header), len(MENTIONS.header)) == (61, 16)
    files = members(exported("gdelt"))
    (event,), mentions = table(files["events.tsv"], "\t"), table(files["mentions.tsv"], "\t")
    assert {row["GLOBALEVENTID"] for row in mentions} == {event["GLOBALEVENTID"]}
    assert (event["EventCode"], event["EventRootCode"], event["QuadClass"]) == ("194", "19", "4")
    assert (event["SQLDATE"], event["GoldsteinScale"]) == ("20240513", "")


def test_every_plover_type_and_each_mode_named_has_a_cameo_code() -> None:
    types = load_codebook().types
    codes = load_toml("cameo.toml")
    assert {name for name, each in types.items() if each.quad} == set(codes)
    assert [
        (name, mode) for name, modes in codes.items() for mode in modes if mode and mode not in types[name].modes
    ] == []
    assert cameo_code("MOVE", "flee") is None


def test_the_description_of_the_bundle_tells_every_column() -> None:
    described = json.loads(members(exported("csv"))["datapackage.json"])
    assert all(field["description"] for each in described["resources"] for field in each["schema"]["fields"])
