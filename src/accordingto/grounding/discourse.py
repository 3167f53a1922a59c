"""What has been spoken of so far, for a pronoun to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accordingto.grounding.drafts import Draft
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.span import covers

FARTHEST_SENTENCES = 8
"""How far back a pronoun looks. On GUM's texts 98 of 100 antecedents are within it."""

MOST_CANDIDATES = 30
NEVER = -99
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(slots=True)
class Track:
    """One draft as the text has gone on: its last mention, how often it was spoken of, and where it stood in front.

    `subject_in` and `opened` are the numbers of the last sentences that it was a subject of, and that began with it.
    """

    draft: Draft
    last: Mention
    opens_sentence: bool
    count: int = 0
    named: int = 0
    last_pronoun: str | None = None
    subject_in: int = NEVER
    opened: int = NEVER
    last_name: Mention | None = None


class Discourse:
    """Hears mentions in the order of the text and says which drafts are near."""

    def __init__(self, text: str, by_mention: Mapping[Mention, Draft]) -> None:
        self._text = text
        self._by_mention = by_mention
        self._tracks: dict[int, Track] = {}
        self._sentence = -1

    def hear(self, mention: Mention) -> None:
        """Take note of a mention whose draft is known."""
        draft = self._by_mention[mention]
        opens = mention.sentence != self._sentence
        self._sentence = mention.sentence
        track = self._tracks.pop(id(draft), None) or Track(draft, mention, opens)
        track.last, track.opens_sentence = mention, opens
        track.count += 1
        if opens:
            track.opened = mention.sentence
        if mention.relation in SUBJECTS:
            track.subject_in = mention.sentence
        if mention.form is MentionForm.PRONOUN:
            track.last_pronoun = mention.span.of(self._text).lower()
        else:
            track.named += mention.form is MentionForm.NAME
            track.last_name = mention if mention.form is MentionForm.NAME else track.last_name
        self._tracks[id(draft)] = track

    def near(self, pronoun: Mention) -> Iterator[Track]:
        """The tracks within reach, the most recent first, without those the pronoun is a part of."""
        found = 0
        for track in reversed(self._tracks.values()):
            if pronoun.sentence - track.last.sentence > FARTHEST_SENTENCES or found == MOST_CANDIDATES:
                return
            if not covers(track.last.span, pronoun.span):
                found += 1
                yield track

    def ahead(self, draft: Draft, mention: Mention) -> Track:
        """The track of a draft as if the mention, which is still to come, had been its last."""
        track = self._tracks.get(id(draft))
        if track is None:
            return Track(draft, mention, opens_sentence=False)
        return Track(draft, mention, opens_sentence=False, count=track.count, named=track.named)

    def is_in(self, sentence: int) -> bool:
        """True where something of the sentence has been spoken of already."""
        return self._sentence == sentence
