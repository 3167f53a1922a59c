"""What speaks for a pronoun's meaning a thing: features of the pair, for a linear ranker.

After Denis and Baldridge (2007): a ranker chooses among all candidates at once. Each feature carries the pronoun's
class, so that what holds for "he" need not hold for "it".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.grounding.atoms import is_acronym
from accordingto.grounding.discourse import Track
from accordingto.grounding.drafts import Draft, Gender
from accordingto.model.attribution import Form
from accordingto.model.entity import EntityKind
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.span import Spans, any_covers

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.SHE),
    **dict.fromkeys(("it", "its", "itself"), Gender.IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), Gender.THEY),
}
"""Third-person pronouns and what they agree with."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "obj"})
_PERSON_ENDINGS = ("ist", "ian")
_OWNERS = frozenset({"poss", "nmod:poss"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What attributions say of the place where a pronoun stands.

    `speaker` is who utters the words around it, in the given `form`; `last_speaker` who spoke before; `own_words` what
    the pronoun itself is said to say; `opens` that nothing else of its sentence was spoken of before it.
    """

    speaker: Draft | None
    form: Form | None
    last_speaker: Draft | None
    own_words: Spans = ()
    opens: bool = False


def agrees(draft: Draft, last: Mention, wanted: Gender) -> bool:
    """True where a pronoun of that kind can mean the draft: *it* is no person but state *media*, *she* no man."""
    gender = draft.gender or Gender.IT
    if wanted in {Gender.HE, Gender.SHE}:
        if gender in {Gender.HE, Gender.SHE}:
            return gender is wanted
        return gender is Gender.PERSON or _may_be_mistaken(draft, last)
    if wanted is Gender.IT and draft.kind is EntityKind.MEDIUM:
        return True
    if wanted is Gender.IT:
        return gender is Gender.IT and not (last.plural and last.form is MentionForm.NOMINAL)
    return gender in {Gender.THEY, Gender.IT, Gender.PERSON}


def _may_be_mistaken(draft: Draft, last: Mention) -> bool:
    """True for a short name, or a noun in -ist, that the recogniser may not have seen to be a person's."""
    if not draft.names:
        first = draft.mentions[0]
        return draft.kind is EntityKind.UNKNOWN and not first.plural and first.lemma.endswith(_PERSON_ENDINGS)
    if draft.canonical is not None or any(len(name.split()) > 2 or is_acronym(name) for name in draft.names):
        return False
    is_bare = last.name is None or last.span == last.name
    return is_bare and (draft.kind is EntityKind.UNKNOWN or last.relation in _SUBJECTS | _OWNERS | _OBJECTS)


def features(pronoun: Mention, word: str, track: Track, place: tuple[int, int], around: Surroundings) -> Iterator[str]:
    """The features that hold; `place` is the rank by recency among those that agree, and among subjects."""
    wanted = PRONOUNS[word]
    family = "he" if wanted in {Gender.HE, Gender.SHE} else wanted.value
    for feature in _plain(pronoun, word, track, place, around):
        yield f"{family}|{feature}"


def _plain(pronoun: Mention, word: str, track: Track, place: tuple[int, int], around: Surroundings) -> Iterator[str]:
    last, draft = track.last, track.draft
    distance = pronoun.sentence - last.sentence
    role, own = role_of(last), role_of(pronoun)
    yield f"distance:{min(distance, 5)}"
    yield f"role:{role}:{min(distance, 2)}"
    yield f"roles:{own}:{role}:{min(distance, 1)}"
    yield f"form:{last.form}:{min(distance, 1)}"
    yield f"rank:{min(place[0], 6)}"
    yield f"letters:{(max(pronoun.span.start - last.span.end, 0) // 8).bit_length()}"
    yield f"subject_rank:{min(place[1], 4)}:{role == 'subject'}"
    yield f"count:{_bucket(track.count)}"
    yield f"named:{_bucket(track.named)}"
    yield f"kind:{draft.kind}:{draft.gender}"
    yield f"paragraph:{min(pronoun.paragraph - last.paragraph, 2)}"
    yield f"own_opens:{around.opens}:{role}:{min(distance, 1)}"
    if track.opens_sentence:
        yield f"opens:{min(distance, 1)}"
    if track.last_pronoun is not None:
        yield f"pronoun_before:{PRONOUNS.get(track.last_pronoun) is PRONOUNS[word]}"
    if last.span.start > pronoun.span.start:
        yield f"cataphora:{own}:{role}:{around.opens}"
    if distance == 0 and pronoun.governor is not None:
        yield from _in_clause(pronoun, last)
    if draft is around.last_speaker:
        yield f"last_speaker:{around.form is None}"
    if around.speaker is not None:
        yield f"speaker:{around.form}:{draft is around.speaker}"
    if around.own_words:
        yield f"own_words:{any_covers(around.own_words, last.head)}"
    if last.apposition_of is not None:
        yield "apposition"


def _in_clause(pronoun: Mention, last: Mention) -> Iterator[str]:
    if last.governor == pronoun.governor:
        yield f"same_governor:{role_of(last)}:{role_of(pronoun)}"
    if pronoun.governor == last.head:
        yield "governs"
    if pronoun.relation in _OWNERS and last.span.end <= pronoun.span.start:
        yield f"owner:{role_of(last)}"


def role_of(mention: Mention) -> str:
    """The part a mention plays in its clause, coarsely."""
    if mention.relation in _SUBJECTS:
        return "subject"
    if mention.relation in _OBJECTS:
        return "object"
    if mention.relation in _OWNERS:
        return "owner"
    return mention.relation if mention.relation in {"pobj", "conj", "appos", "compound"} else "other"


def is_person(draft: Draft) -> bool:
    """True for a draft that "he" or "she" may mean."""
    return draft.kind is EntityKind.PERSON or draft.gender in {Gender.HE, Gender.SHE, Gender.PERSON}


def _bucket(count: int) -> str:
    return str(count) if count < 3 else "3-4" if count < 5 else "5+"
