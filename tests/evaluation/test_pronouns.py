"""The readers of marked pronouns and their scores, on made-up files in the sets' layouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.evaluation.ecbplus_pronouns import read_ecbplus_pronouns
from accordingto.evaluation.marked_pronouns import read_gap, read_gum
from accordingto.evaluation.pronoun_examples import examples_of, read_marked
from accordingto.evaluation.pronouns import evaluate_gap, evaluate_gum

GAP = (
    "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
    "one\tOmar Haddad resigned. He gave Ana Duarte no reason.\tHe\t22\tOmar Haddad\t0\tTRUE\tAna Duarte\t30\tFALSE\tu\n"
)
GUM = """# newdoc id = GUM_news_made
# newpar
# sent_id = 1
1\tOmar\tOmar\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-nn-cf1-1,2-coref
2\tHaddad\tHaddad\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tresigned\tresign\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
# sent_id = 2
1\tHe\the\tPRON\tPRP\t_\t3\tnsubj\t_\tEntity=(1-person-giv-nn-cf1-1-ana)
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsay\tsay\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
"""


@pytest.fixture
def gap(tmp_path: Path) -> Path:
    path = tmp_path / "gap.tsv"
    path.write_text(GAP, encoding="utf-8")
    return path


@pytest.fixture
def gum(tmp_path: Path) -> Path:
    (tmp_path / "GUM_news_made.conllu").write_text(GUM, encoding="utf-8")
    return tmp_path


def test_a_row_of_gap_names_a_pronoun_and_two_names(gap: Path) -> None:
    (pair,) = read_gap(gap)
    text = pair.article.text
    assert pair.pronoun.of(text) == "He"
    assert [name.of(text) for name in pair.names] == ["Omar Haddad", "Ana Duarte"]
    assert pair.meant == (True, False)


def test_a_document_of_gum_keeps_its_paragraphs_and_its_antecedents(gum: Path) -> None:
    (document,) = read_gum(gum, "news")
    text = document.article.text
    assert text == "Omar Haddad resigned.\n\nHe didn't say."
    (pronoun,) = document.pronouns
    assert pronoun.span.of(text) == "He"
    assert [span.of(text) for span in pronoun.antecedents] == ["Omar Haddad"]


def test_the_scores_count_names_and_antecedents(gap: Path, gum: Path) -> None:
    figures = {figure.name.split(": ")[1]: figure.value for figure in evaluate_gap(gap).figures}
    assert figures == {"F1": 1.0, "precision": 1.0, "recall": 1.0, "F1, masculine": 1.0, "F1, feminine": 0.0}
    assert evaluate_gum(gum).figures[0].value == 1.0


def test_too_few_documents_are_not_cut_into_folds(gap: Path) -> None:
    assert {figure.name.split(": ")[0] for figure in evaluate_gap(gap).figures} == {"shipped weights, trained on this"}


def test_an_example_marks_the_candidate_that_is_meant(tmp_path: Path) -> None:
    text = "Ana Duarte met Eva Ruiz. She resigned."
    row = f"one\t{text}\tShe\t25\tAna Duarte\t0\tTRUE\tEva Ruiz\t15\tFALSE\tu\n"
    path = tmp_path / "gap.tsv"
    path.write_text(GAP.splitlines()[0] + "\n" + row, encoding="utf-8")
    (example,) = [example for text in read_marked(path) for example in examples_of(text)]
    assert sorted(example.right) == [False, True]
    assert all(example.candidates)
    assert example.states is None


def test_a_chain_of_ecb_gives_its_pronouns_and_its_words(tmp_path: Path) -> None:
    words = ["Omar", "Haddad", "resigned", ".", "He", "left", "."]
    tokens = "".join(
        f'<token t_id="{number}" sentence="0" number="{number}">{word}</token>' for number, word in enumerate(words)
    )
    anchors = {"1": (0, 1), "2": (4,)}
    marked = "".join(
        f'<HUMAN_PART_PER m_id="{name}">' + "".join(f'<token_anchor t_id="{one}"/>' for one in of) + "</HUMAN_PART_PER>"
        for name, of in anchors.items()
    )
    chain = '<CROSS_DOC_COREF r_id="9"><source m_id="1"/><source m_id="2"/><target m_id="3"/></CROSS_DOC_COREF>'
    (tmp_path / "1").mkdir()
    (tmp_path / "1" / "1_1ecb.xml").write_text(
        f"<Document>{tokens}<Markables>{marked}</Markables><Relations>{chain}</Relations></Document>", encoding="utf-8"
    )
    (document,) = read_ecbplus_pronouns(tmp_path)
    text = document.article.text
    assert text == "Omar Haddad resigned. He left."
    (pronoun,) = document.pronouns
    assert (pronoun.span.of(text), [span.of(text) for span in pronoun.antecedents]) == ("He", ["Omar Haddad"])
