"""Noun phrases, names and pronouns of a parsed report, as mentions that need no parse any more."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from accordingto.model.mention import Mention, MentionForm
from accordingto.parse.parsed import Paragraph, ParsedArticle, span_of, span_of_all

THING_LABELS = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
"""The recogniser's labels for things; the others are dates, times and numbers."""

_PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT", "EX"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_PLURAL_PRONOUNS = frozenset({"they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours", "ourselves"})
_EDGES = frozenset({"the", "a", "an", "'s", "'", ",", '"', "“", "”", "(", ")", "-", "--", "—"})


def find_mentions(parsed: ParsedArticle) -> tuple[Mention, ...]:
    """Every noun phrase, and every name inside or outside one, in the order of the text."""
    found = [mention for paragraph in parsed.paragraphs for mention in _in_paragraph(paragraph)]
    return tuple(sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)))


def _in_paragraph(paragraph: Paragraph) -> Iterator[Mention]:
    names = [name for name in map(_trimmed, paragraph.doc.ents) if name is not None]
    sentences = _sentence_numbers(paragraph)
    taken: set[int] = set()
    for phrase in paragraph.doc.noun_chunks:
        inside = [name for name in names if phrase.start <= name.start and name.end <= phrase.end]
        headed = next((name for name in inside if name.start <= phrase.root.i < name.end), None)
        if headed is not None:
            taken.add(headed.start)
        yield _mention(phrase, headed, paragraph.index, sentences[phrase.root.i])
    for name in names:
        if name.start not in taken:
            yield _mention(name, name, paragraph.index, sentences[name.start])
    for token in paragraph.doc:
        if token.tag_ == "PRP$":
            yield _mention(paragraph.doc[token.i : token.i + 1], None, paragraph.index, sentences[token.i])


def _mention(phrase: TokenSpan, name: TokenSpan | None, paragraph: int, sentence: int) -> Mention:
    head = phrase.root
    return Mention(
        span=span_of_all(phrase),
        head=span_of(head),
        form=_form(head, name),
        label=name.label_ if name is not None else None,
        name=span_of_all(name) if name is not None else None,
        lemma=head.lemma_.lower(),
        plural=head.tag_ in _PLURAL_TAGS or head.lower_ in _PLURAL_PRONOUNS or _is_coordinated(head),
        relation=head.dep_,
        governor=None if head.dep_ == "ROOT" else span_of(head.head),
        apposition_of=span_of(head.head) if head.dep_ == "appos" else None,
        sentence=sentence,
        paragraph=paragraph,
        ancestors=_ancestors(head),
    )


def _ancestors(head: Token) -> tuple[tuple[int, str], ...]:
    """Where each word above the head begins, and the label by which the word below hangs on it."""
    found: list[tuple[int, str]] = []
    token, relation, first = head, head.dep_, span_of(head).start - head.idx
    while relation != "ROOT" and (above := token.head) != token:
        found.append((first + above.idx, relation))
        token, relation = above, above.dep_
    return tuple(found)


def _form(head: Token, name: TokenSpan | None) -> MentionForm:
    if head.tag_ in _PRONOUN_TAGS:
        return MentionForm.PRONOUN
    return MentionForm.NAME if name is not None else MentionForm.NOMINAL


def _is_coordinated(head: Token) -> bool:
    """True for the first of several: *Bilefsky* and de la Baume reported."""
    return any(child.dep_ == "conj" for child in head.children)


def _trimmed(name: TokenSpan) -> TokenSpan | None:
    """The name without articles, possessive marks and quotation marks at its edges; None for dates and numbers."""
    if name.label_ not in THING_LABELS:
        return None
    start, end = name.start, name.end
    while start < end and name.doc[start].lower_ in _EDGES:
        start += 1
    while end > start and name.doc[end - 1].lower_ in _EDGES:
        end -= 1
    return TokenSpan(name.doc, start, end, label=name.label) if end > start else None


def _sentence_numbers(paragraph: Paragraph) -> list[int]:
    """For each token the number of its sentence in the article."""
    numbers: list[int] = []
    for offset, sentence in enumerate(paragraph.doc.sents):
        numbers += [paragraph.first_sentence + offset] * len(sentence)
    return numbers
