"""Pronouns put to the entity they stand for, by a small trained ranker; its card stands beside its weights."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from accordingto.grounding.discourse import Discourse, Track
from accordingto.grounding.drafts import Draft, Gender
from accordingto.grounding.genders import gender_of_draft
from accordingto.grounding.pronoun_features import PRONOUNS, Surroundings, agrees, features, role_of
from accordingto.grounding.relatives import antecedent
from accordingto.grounding.speakers import can_speak
from accordingto.grounding.voices import Voices
from accordingto.grounding.words import words
from accordingto.model.entity import EntityKind
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.resources import read_data

WEIGHTS = "pronouns.json"

SPEAKER_WEIGHT = 4.0
"""Added to the score of who spoke last, for a pronoun that is said to say something.

Tuned on our own reports: speakers of pronouns right 0.72 at 0, 0.76 at 1 and 2, 0.83 at 4, 0.79 at 7.
"""

_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun and the drafts it can mean, each with its features."""

    pronoun: Mention
    candidates: tuple[tuple[Draft, tuple[str, ...]], ...]


class Pronouns:
    """Goes through an article's mentions in order and links its pronouns; `choose` may be put in its place to train."""

    def __init__(self, text: str, voices: Voices, by_mention: dict[Mention, Draft]) -> None:
        self._text = text
        self._voices = voices
        self._by_mention = by_mention
        self._by_sentence: dict[int, list[Mention]] = {}

    def resolve(self, mentions: Sequence[Mention]) -> None:
        """Link every third-person pronoun that something agrees with, then the "I" of quotations to its speaker."""
        for choice in self.choices(mentions):
            meant = self._meant(choice)
            if meant is not None:
                self.link(choice.pronoun, meant)
        for mention in mentions:
            if mention.form is MentionForm.PRONOUN and mention.span.of(self._text).lower() in _FIRST_PERSON:
                speaker = self._voices.speaker_around(mention.span)[0]
                if speaker is not None:
                    self.link(mention, speaker)

    def choices(self, mentions: Sequence[Mention]) -> Iterator[Choice]:
        """Each third-person pronoun with what it can mean; link it before asking for the next."""
        self._by_sentence = _named_by_sentence(mentions)
        discourse = Discourse(self._text, self._by_mention)
        for draft in set_of(self._by_mention.values()):
            draft.gender = gender_of_draft(draft, self._text)
        for mention in mentions:
            word = mention.span.of(self._text).lower()
            if mention.form is MentionForm.PRONOUN and word in words("relative"):
                before = antecedent(mention, self._text, discourse.near(mention))
                if before is not None:
                    self.link(mention, before)
            if mention.form is MentionForm.PRONOUN and word in PRONOUNS:
                candidates = tuple(self._candidates(mention, word, discourse))
                if candidates:
                    yield Choice(mention, candidates)
            if mention in self._by_mention:
                discourse.hear(mention)

    def _meant(self, choice: Choice) -> Draft | None:
        """The best candidate; where the pronoun says something, one that can, before others who spoke last, or None."""
        pronoun = choice.pronoun
        if not self._voices.words_of(pronoun):
            return best(choice)
        wanted = PRONOUNS[pronoun.span.of(self._text).lower()]
        spoken = self._voices.has_spoken
        able = [pair for pair in choice.candidates if can_speak(pair[0], wanted, has_spoken=spoken(pair[0]))]
        if not able:
            return None
        return best(Choice(pronoun, tuple(able)), self._voices.speaker_before(pronoun.span))

    def link(self, pronoun: Mention, draft: Draft) -> None:
        """Make the pronoun a mention of the draft, which takes its sex from it."""
        draft.mentions.append(pronoun)
        self._by_mention[pronoun] = draft
        wanted = PRONOUNS.get(pronoun.span.of(self._text).lower())
        if wanted in {Gender.HE, Gender.SHE} and draft.gender is Gender.PERSON:
            draft.gender = wanted
        if wanted in {Gender.HE, Gender.SHE} and draft.names and draft.kind is EntityKind.UNKNOWN:
            draft.kind, draft.gender = EntityKind.PERSON, wanted

    def _ahead(self, pronoun: Mention, discourse: Discourse) -> Iterator[Track]:
        """Who is first named behind the pronoun in its sentence: before *he* resigned, Fares called."""
        for mention in self._by_sentence.get(pronoun.sentence, ()):
            draft = self._by_mention.get(mention)
            if mention.span.start > pronoun.span.end and draft is not None:
                yield discourse.ahead(draft, mention)

    def _candidates(self, mention: Mention, word: str, discourse: Discourse) -> Iterator[tuple[Draft, tuple[str, ...]]]:
        wanted = PRONOUNS[word]
        agreeing = [track for track in discourse.near(mention) if agrees(track.draft, track.last, wanted)]
        if not any(track.last.sentence == mention.sentence for track in agreeing):
            ahead = self._ahead(mention, discourse)
            agreeing += [track for track in ahead if agrees(track.draft, track.last, wanted)]
        speaker, form = self._voices.speaker_around(mention.span)
        around = Surroundings(
            speaker,
            form,
            self._voices.speaker_before(mention.span),
            self._voices.words_of(mention),
            not discourse.is_in(mention.sentence),
        )
        subjects = 0
        for rank, track in enumerate(agreeing):
            yield track.draft, tuple(features(mention, word, track, (rank, subjects), around))
            subjects += role_of(track.last) == "subject"


def best(choice: Choice, speaker: Draft | None = None) -> Draft:
    """The candidate of the highest score, the most recent of equals; `speaker` is who is likely to go on speaking."""
    weights = _weights()

    def score(pair: tuple[Draft, tuple[str, ...]]) -> float:
        return sum(weights.get(name, 0.0) for name in pair[1]) + SPEAKER_WEIGHT * (pair[0] is speaker)

    return max(choice.candidates, key=score)[0]


def _named_by_sentence(mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.form is MentionForm.NAME:
            found.setdefault(mention.sentence, []).append(mention)
    return found


def set_of(drafts: Iterable[Draft]) -> list[Draft]:
    """Each draft once, in order."""
    return list({id(draft): draft for draft in drafts}.values())


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(read_data(WEIGHTS))["weights"]
    return weights
