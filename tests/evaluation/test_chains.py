"""The scorer of chains, and that every row of our own table can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.factories import an_article, the_span

from accordingto.evaluation.chains import (
    UNNAMED,
    Hop,
    JudgedChain,
    evaluate_chains,
    judge,
    load_chains,
    predicted_hops,
)
from accordingto.evaluation.report import Counts
from accordingto.model.attribution import Attribution, Channel, Form
from accordingto.model.entity import Entity, EntityKind
from accordingto.model.errors import InputError
from accordingto.model.reading import Reading

OWN = Path(__file__).parents[2] / "gold" / "chains.tsv"
TEXT = "Radio Lomo reported that he said on television that troops had left."


def a_reading() -> Reading:
    """The text with its two tellings: his, on television, within the radio's."""
    article = an_article(TEXT)
    radio = the_span(article, "Radio Lomo")
    person = Entity("e1", "Oku Dessa", EntityKind.PERSON)
    outer = Attribution(
        "a1",
        source=(radio,),
        cue=(the_span(article, "reported"),),
        content=(the_span(article, "that he said on television that troops had left"),),
        form=Form.INDIRECT,
    )
    inner = Attribution(
        "a2",
        source=(the_span(article, "he"),),
        cue=(the_span(article, "said"),),
        content=(the_span(article, "that troops had left"),),
        form=Form.INDIRECT,
        within="a1",
        speaker="e1",
        channel=(Channel(the_span(article, "television")),),
    )
    return Reading(article, attributions=(outer, inner), entities=(person,))


def test_a_chain_runs_from_the_source_over_its_channels_to_what_holds_it() -> None:
    reading = a_reading()
    assert predicted_hops(reading, the_span(reading.article, "left")) == (
        Hop("he", "Oku Dessa"),
        Hop("television"),
        Hop("Radio Lomo"),
    )


def test_words_that_nobody_is_given_have_no_hops() -> None:
    reading = a_reading()
    assert predicted_hops(reading, the_span(reading.article, "reported")) == ()


READ = (Hop("General Oku Dessa"), Hop("state television"))
CASES = [
    ("the telling words suffice", ("Dessa", "television"), READ, True, 2),
    ("a name tells as well as the words", ("Dessa",), (Hop("he", "Oku Dessa"),), True, 1),
    ("a missing hop", ("Dessa", "television", "Reuters"), READ, False, 2),
    ("a hop too many", ("Dessa",), READ, False, 1),
    ("the wrong order", ("television", "Dessa"), READ, False, 2),
    ("another hop", ("Dessa", "Reuters"), READ, False, 1),
    ("no hop is no hop", (), (), True, 0),
    ("an unnamed source is its own sign", (UNNAMED,), (Hop(UNNAMED),), True, 1),
    ("an unnamed source is not just anyone", (UNNAMED,), (Hop("Dessa"),), False, 0),
    ("half the sentence is no hop", ("Dessa",), (Hop("Dessa " + "and so on " * 4),), False, 0),
]


@pytest.mark.parametrize(
    ("gold", "read", "exact", "hits"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_judge(gold: tuple[str, ...], read: tuple[Hop, ...], exact: bool, hits: int) -> None:
    assert judge(gold, read) == JudgedChain(exact, Counts(hits, len(read), len(gold)))


def test_the_figures_of_a_table(tmp_path: Path) -> None:
    table = tmp_path / "chains.tsv"
    table.write_text(f"text\tanchor\tchain\n{TEXT}\tleft\tDessa < television < Radio Lomo\n", encoding="utf-8")
    figures = evaluate_chains(table, lambda text: a_reading()).figures
    assert [(figure.name, figure.value) for figure in figures] == [("exact chain", 1.0), ("hop F1", 1.0)]


def test_a_row_whose_anchor_is_not_in_its_text_is_told(tmp_path: Path) -> None:
    table = tmp_path / "chains.tsv"
    table.write_text("text\tanchor\tchain\nThey left.\tstayed\t-\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: the anchor 'stayed'"):
        list(load_chains(table))


def test_paragraphs_are_parted_in_a_row(tmp_path: Path) -> None:
    table = tmp_path / "chains.tsv"
    table.write_text("text\tanchor\tchain\nQ: Who left? ¶ A: They did.\tdid\tA\n", encoding="utf-8")
    (row,) = load_chains(table)
    assert row.text == "Q: Who left?\n\nA: They did."
    assert row.anchor.of(row.text) == "did"


@pytest.mark.skipif(not OWN.exists(), reason="our marks come with a checkout only")
def test_every_row_of_our_own_is_told_by_its_own_words() -> None:
    rows = list(load_chains(OWN))
    assert len(rows) >= 175
    assert len({(row.text, row.anchor) for row in rows}) == len(rows)
    for row in rows:
        assert len(re.findall(rf"\b{re.escape(row.anchor.of(row.text))}\b", row.text)) == 1, row
        telling = {word for hop in row.hops for word in re.findall(r"\w+", hop.casefold())}
        assert telling <= set(re.findall(r"\w+", row.text.casefold())), row
