"""The three aggregations by name: their tables, and rows of our own."""

from __future__ import annotations

import pytest

from accordingto.model.errors import OptionError
from accordingto.record.aggregation import Aggregation, AggregationRule, AggregationRules, aggregate, rules_named
from accordingto.record.aggregation_columns import Value

EMPTY: dict[str, Value] = dict.fromkeys(set().union(*(rules_named(name).columns for name in Aggregation)))
COUNTED = {
    column: 0
    for column in EMPTY
    if column.endswith(("_initiator", "_perpetrator", "_intervener", "_bystander", "_victim"))
    or column.startswith(("certain", "deaths", "injuries", "dis", "dam"))
}


def a_report(**told: Value) -> dict[str, Value]:
    given: dict[str, Value] = {"source_classification": 2, "certain": 1, "source": "The Herald", "country": "Ruritania"}
    return EMPTY | COUNTED | given | told


REPORTS = [
    a_report(
        city="Hafen", geo_precision=4, actor1="the Blue Guard", actor1_precision=4, actor1_violence="arson",
        actor1_perpetrator=1, actor1_initiator=1, date_start="2020-03-01", date_end="2020-03-01", deaths_best=4,
        certain1=1,
    ),
    a_report(
        city=None, geo_precision=2, actor1="armed men", actor1_precision=0, actor1_violence=None, actor1_perpetrator=1,
        date_start="2020-03-02", date_end="2020-03-05", deaths_best=9, damage=1, source="The Mail",
    ),
    a_report(
        city="Hafen", geo_precision=4, actor1="armed men", actor1_precision=0, actor1_violence="arson; looting",
        actor1_perpetrator=1, date_start="2020-03-02", date_end="2020-03-03", deaths_best=4, certain2=1,
    ),
]  # fmt: skip
TOGETHER = [
    ("city", None, "Hafen", "Hafen"),
    ("geo_precision", 2, 4, 4),
    ("actor1", "armed men", "armed men", "the Blue Guard"),
    ("actor1_violence", "Indeterminate", "Indeterminate", "arson; NA; looting"),
    ("actor1_initiator", 1, 1, 1),
    ("actor2", None, None, None),
    ("actor2_perpetrator", None, None, None),
    ("date_start", "2020-03-01", "2020-03-02", "2020-03-02"),
    ("date_end", "2020-03-05", "2020-03-03", "2020-03-01"),
    ("deaths_best", 4, 4, 9),
    ("damage", 0, 0, 1),
    ("certain", 2, 2, 2),
    ("country", "Ruritania", "Ruritania", "Ruritania"),
    ("source", "The Herald; The Mail", "The Herald; The Mail", "The Herald; The Mail"),
    ("number_of_sources", 3, 3, 3),
    ("aggregation", "Most-conservative", "Most-representative", "Most-informative"),
]


@pytest.mark.parametrize("name", list(Aggregation))
@pytest.mark.parametrize(("column", "conservative", "representative", "informative"), TOGETHER)
def test_three_reports_by_each_name(
    name: Aggregation, column: str, conservative: Value, representative: Value, informative: Value
) -> None:
    expected = dict(zip(Aggregation, (conservative, representative, informative), strict=True))
    assert aggregate(REPORTS, rules_named(name))[column] == expected[name]


@pytest.mark.parametrize("name", list(Aggregation))
def test_one_report_alone_keeps_its_values(name: Aggregation) -> None:
    found = aggregate(REPORTS[:1], rules_named(name))
    kept = ("city", "actor1", "actor1_violence", "date_start", "deaths_best")
    assert [found[column] for column in kept] == [REPORTS[0][column] for column in kept]


def test_every_name_fills_the_same_columns() -> None:
    filled = {frozenset(aggregate(REPORTS, rules_named(name))) for name in Aggregation}
    assert len(filled) == 1


def test_the_tables_have_each_column_once() -> None:
    for name in Aggregation:
        columns = [rule.column for rule in rules_named(name).rules]
        assert len(columns) == len(set(columns))


def test_rules_of_ones_own() -> None:
    rules = AggregationRules(
        Aggregation.REPRESENTATIVE, "own", (AggregationRule("city", "mode"),), first_tie="weight", second_tie="weight"
    )
    rows: list[dict[str, Value]] = [{"city": "Hafen", "weight": 1}, {"city": "Berg", "weight": 2}]
    assert aggregate(rows, rules)["city"] == "Berg"


def test_an_unknown_name_says_which_there_are() -> None:
    with pytest.raises(OptionError, match=r"'best'.*conservative, representative, informative"):
        rules_named("best")


def test_no_reports_is_an_error() -> None:
    with pytest.raises(OptionError, match="at least one"):
        aggregate([], rules_named("informative"))


def test_a_missing_column_is_named() -> None:
    with pytest.raises(OptionError, match="'actor1'"):
        aggregate([{column: None for column in EMPTY if column != "actor1"}], rules_named("informative"))
