"""A folder in the layout of ECB+ is read, linked and scored."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from accordingto.evaluation.coreference import evaluate_coreference, read_reports
from accordingto.evaluation.ecbplus import SENTENCES, read_ecbplus
from accordingto.model.errors import InputError

REPORTS = {
    "26_1ecb": ["Gunmen shot Ana Ruiz in Lorca .", "Police arrested Karl Weber ."],
    "26_2ecb": ["Ana Ruiz was shot by gunmen in Lorca .", "Her aide wept ."],
    "26_1ecbplus": ["http : / / paper . example / 2013 / 05 / 02 / storm", "A storm sank the ferry Aurora off Malta ."],
}
EVENTS = {"shot": "ACT1", "arrested": "ACT2", "sank": "ACT3"}


def write_set(folder: Path) -> None:
    """Invented documents with each word of `EVENTS` marked, and the list of the sentences that count."""
    rows = ["Topic,File,Sentence Number"]
    for name, sentences in REPORTS.items():
        tokens: list[str] = []
        marks: list[str] = []
        chains: list[str] = []
        for number, sentence in enumerate(sentences):
            for word in sentence.split():
                place = len(tokens) + 1
                tokens.append(f'<token t_id="{place}" sentence="{number}" number="0">{word}</token>')
                if word in EVENTS:
                    marks.append(
                        f'<ACTION_OCCURRENCE m_id="{place}"><token_anchor t_id="{place}"/></ACTION_OCCURRENCE>'
                    )
                    source = f'<source m_id="{place}"/>'
                    chains.append(f'<CROSS_DOC_COREF r_id="{place}" note="{EVENTS[word]}">{source}</CROSS_DOC_COREF>')
            rows.append(f"26,{name.removeprefix('26_')},{number}")
        parts = f"{''.join(tokens)}<Markables>{''.join(marks)}</Markables><Relations>{''.join(chains)}</Relations>"
        (folder / "26").mkdir(exist_ok=True)
        (folder / "26" / f"{name}.xml").write_text(f"<Document>{parts}</Document>", encoding="utf-8")
    (folder / SENTENCES).write_text("\n".join(rows), encoding="utf-8")


def test_the_address_gives_the_day_and_is_no_text(tmp_path: Path) -> None:
    write_set(tmp_path)
    ferry = next(document for document in read_ecbplus(tmp_path) if document.story == "26ecbplus")
    assert (ferry.text, ferry.published) == ("A storm sank the ferry Aurora off Malta.", date(2013, 5, 2))


def test_mentions_point_to_their_words_and_chains(tmp_path: Path) -> None:
    write_set(tmp_path)
    first = next(iter(read_ecbplus(tmp_path)))
    told = [(mention.span[0].of(first.text), mention.chain) for mention in first.mentions]
    assert told == [("shot", "ACT1"), ("arrested", "ACT2")]


def test_sentences_that_are_not_listed_do_not_count(tmp_path: Path) -> None:
    write_set(tmp_path)
    (tmp_path / SENTENCES).write_text("Topic,File,Sentence Number\n26,1ecb,1\n", encoding="utf-8")
    assert [len(document.mentions) for document in read_ecbplus(tmp_path)] == [1, 0, 0]


def test_a_folder_without_the_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="ECBplus_coreference_sentences"):
        list(read_ecbplus(tmp_path))


def test_each_marked_trigger_has_a_claim_with_its_participants(tmp_path: Path) -> None:
    write_set(tmp_path)
    first, second, _ = read_reports(tmp_path)
    assert [claim.trigger for claim in first.claims.values()] == ["shot", "arrested"]
    shot = next(iter(second.claims.values()))
    assert [party.name for party in shot.recipients] == ["Ana Ruiz"]


def test_two_reports_of_one_shooting_are_found_together(tmp_path: Path) -> None:
    """Four mentions in three chains; the figures are exact, since the two shootings alone are joined."""
    write_set(tmp_path)
    figures = {figure.name: figure.value for figure in evaluate_coreference(tmp_path).figures}
    assert figures["CoNLL F1"] == pytest.approx(1.0)
    assert figures["LEA F1"] == pytest.approx(1.0)
    assert figures["story clusters B³"] == pytest.approx(1.0)
