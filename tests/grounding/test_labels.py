"""Who stands behind the bare labels of an interview."""

from __future__ import annotations

from accordingto.grounding.labels import with_label_speakers
from accordingto.model.attribution import Attribution, Channel, Form
from accordingto.model.entity import Entity, EntityKind
from accordingto.model.span import Span

TEXT = "Ada Rey spoke to Radio Ova. Q: Who? A: We."
REY = Entity("rey", "Ada Rey", EntityKind.PERSON, mentions=(Span(0, 7),))


def a_turn(label: str, *channels: Channel) -> Attribution:
    start = TEXT.index(f"{label}:")
    source, cue = Span(start, start + 1), Span(start + 1, start + 2)
    return Attribution(label, (source,), (cue,), (Span(start + 3, start + 5),), Form.INDIRECT, channel=channels)


def test_answers_are_the_introduced_ones_and_questions_the_mediums() -> None:
    """The person before the first label answers; the channel's entity asks."""
    turns = with_label_speakers(TEXT, [a_turn("Q"), a_turn("A", Channel(Span(17, 26), "ova"))], [REY])
    assert [turn.speaker for turn in turns] == ["ova", "rey"]


def test_nobody_introduced_is_nobody() -> None:
    """Without a person and a medium the labels stay unresolved."""
    assert [turn.speaker for turn in with_label_speakers(TEXT, [a_turn("Q"), a_turn("A")], [])] == [None, None]
