"""The evaluation of event types: the choice among events, and the figures."""

from __future__ import annotations

from pathlib import Path

from accordingto.evaluation.events import MarkedSentence, confusions, evaluate_events, outcome_of, root_of
from accordingto.model.article import Article, Part, PartRole
from accordingto.model.event import EventMention, Participant
from accordingto.model.reading import Reading
from accordingto.model.span import Span

SENTENCE = "Chile condemned Peru and praised Ghana."
HEADER = "sentence_id\tsentence\tsource\ttarget\tgold_root\tgold_penta\n"


def an_event(kind: str, trigger: str, actor: str, recipient: str, mode: str | None = None) -> EventMention:
    def span(words: str) -> Span:
        start = SENTENCE.index(words)
        return Span(start, start + len(words))

    return EventMention(
        id=kind,
        trigger=(span(trigger),),
        type=kind,
        mode=mode,
        actors=(Participant(span(actor)),),
        recipients=(Participant(span(recipient)),),
    )


def a_reading(*events: EventMention) -> Reading:
    return Reading(Article(SENTENCE, (Part(PartRole.BODY, Span(0, len(SENTENCE))),)), events=events)


CONDEMNED = an_event("ACCUSE", "condemned", "Chile", "Peru")
PRAISED = an_event("SUPPORT", "praised", "Chile", "Ghana")
GOLD = MarkedSentence(1, SENTENCE, "Chile", "Ghana", "SUPPORT", 1)


def test_the_event_of_the_marked_pair_is_chosen() -> None:
    assert outcome_of(GOLD, a_reading(CONDEMNED, PRAISED)).chosen == "SUPPORT"


def test_without_an_event_nothing_is_chosen() -> None:
    outcome = outcome_of(GOLD, a_reading())
    assert (outcome.chosen, outcome.roots) == (None, ())
    assert confusions([outcome]) == {("SUPPORT", "none"): 1}


def test_concede_and_retreat_are_yield_and_a_recall_a_sanction() -> None:
    assert root_of(an_event("RETREAT", "praised", "Chile", "Peru")) == "YIELD"
    assert root_of(an_event("CONCEDE", "praised", "Chile", "Peru")) == "YIELD"
    assert root_of(an_event("PERSONNEL", "praised", "Chile", "Peru", "recall")) == "SANCTION"


def test_the_figures_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "marked.tsv"
    rows = [f"1\t{SENTENCE}\tChile\tGhana\tSUPPORT\t1", f'2\t{SENTENCE}\tChile\tPeru "\tREJECT\t3']
    file.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    evaluation = evaluate_events(file, lambda _: a_reading(CONDEMNED, PRAISED))
    values = {figure.name: figure.value for figure in evaluation.figures}
    assert values["root accuracy, best overlap"] == 0.5
    assert values["quad accuracy, best overlap"] == 1.0
    assert values["events a sentence"] == 2.0
