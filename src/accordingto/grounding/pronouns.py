"""Pronouns put to the entity they stand for, by a small trained ranker; its card stands beside its weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from accordingto.grounding.discourse import Discourse, Track
from accordingto.grounding.drafts import Draft, Gender
from accordingto.grounding.genders import gender_of_draft
from accordingto.grounding.pronoun_features import (
    PRONOUNS,
    Surroundings,
    agrees,
    crowd_of,
    features,
    is_person,
    role_of,
)
from accordingto.grounding.pronoun_ranker import Candidate, Choice, Places, Ranker
from accordingto.grounding.relatives import antecedent
from accordingto.grounding.speakers import can_speak
from accordingto.grounding.voices import Voices
from accordingto.grounding.words import words
from accordingto.model.entity import EntityKind
from accordingto.model.mention import Mention, MentionForm

_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})


class Pronouns:
    """Goes through an article's mentions in order and links its pronouns, as the ranker has it."""

    def __init__(self, text: str, voices: Voices, by_mention: dict[Mention, Draft], ranker: Ranker) -> None:
        self._text = text
        self._voices = voices
        self._by_mention = by_mention
        self.ranker = ranker
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
                    yield Choice(mention, _places(mention), candidates)
            if mention in self._by_mention:
                discourse.hear(mention)

    def _meant(self, choice: Choice) -> Draft | None:
        """The best candidate; where the pronoun says something, one that can, before others who spoke last, or None."""
        pronoun = choice.pronoun
        if not self._voices.words_of(pronoun):
            return self.ranker.best(choice)
        wanted = PRONOUNS[pronoun.span.of(self._text).lower()]
        spoken = self._voices.has_spoken
        able = [each for each in choice.candidates if can_speak(each.draft, wanted, has_spoken=spoken(each.draft))]
        if not able:
            return None
        if wanted in {Gender.HE, Gender.SHE}:
            able = [each for each in able if is_person(each.draft)] or able
        speaker = self._voices.speaker_before(pronoun.span)
        return self.ranker.best(Choice(pronoun, choice.places, tuple(able)), speaker)

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

    def _candidates(self, mention: Mention, word: str, discourse: Discourse) -> Iterator[Candidate]:
        agreeing = self._agreeing(mention, PRONOUNS[word], discourse)
        speaker, form = self._voices.speaker_around(mention.span)
        around = Surroundings(
            speaker,
            form,
            self._voices.speaker_before(mention.span),
            self._voices.words_of(mention),
            not discourse.is_in(mention.sentence),
            crowd_of(agreeing),
            self._text,
        )
        subjects = 0
        for rank, track in enumerate(agreeing):
            found = tuple(features(mention, word, track, (rank, subjects), around)) if len(agreeing) > 1 else ()
            name = track.last_name.head.start if track.last_name is not None else track.last.head.start
            yield Candidate(track.draft, found, (*_places(track.last), name))
            subjects += role_of(track.last) == "subject"

    def _agreeing(self, pronoun: Mention, wanted: Gender, discourse: Discourse) -> list[Track]:
        """What the pronoun can mean, the most recent first, then who is first named behind it in its sentence."""
        before = [track for track in discourse.near(pronoun) if agrees(track.draft, track.last, wanted)]
        here = {id(track.draft) for track in before if track.last.sentence == pronoun.sentence}
        ahead = (track for track in self._ahead(pronoun, discourse) if id(track.draft) not in here)
        return before + [track for track in ahead if agrees(track.draft, track.last, wanted)]


def _places(mention: Mention) -> Places:
    """Where the head stands, and the word that it depends on."""
    head = mention.head.start
    return head, mention.governor.start if mention.governor is not None else head


def _named_by_sentence(mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.form is MentionForm.NAME:
            found.setdefault(mention.sentence, []).append(mention)
    return found


def set_of(drafts: Iterable[Draft]) -> list[Draft]:
    """Each draft once, in order."""
    return list({id(draft): draft for draft in drafts}.values())
