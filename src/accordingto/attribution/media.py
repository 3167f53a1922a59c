"""Which words name a medium, a document or a platform."""

from __future__ import annotations

import csv
from functools import cache
from io import StringIO

from spacy.tokens import Token

from accordingto.model.resources import load_toml, read_data


@cache
def channel_words(group: str) -> frozenset[str]:
    """The lemmas of a group of data/channels.toml."""
    return frozenset(load_toml("channels.toml")[group].split())


@cache
def media_names() -> frozenset[str]:
    """The names of known media in lower case, without an article."""
    rows = csv.DictReader(StringIO(read_data("actors/media.csv")))
    names = (name for row in rows for name in (row["name"], *row["alternates"].split(";")))
    return frozenset(without_article(name.strip().lower()) for name in names if name.strip())


def without_article(name: str) -> str:
    """The name without *the* before it and *'s* after it.

    >>> without_article("the associated press'")
    'associated press'
    """
    return name.removeprefix("the ").removesuffix("'s").removesuffix("’s").rstrip("'’ ")


def is_medium(head: Token) -> bool:
    """True for a phrase that names or describes a medium or who works for one: *Reuters*, *the state news agency*."""
    if head.lemma_.lower() in channel_words("media") or head.lower_ == "media":
        return True
    if head.lemma_.lower() in channel_words("reporters") and head.pos_ == "NOUN":
        return any(is_medium(child) for child in head.children if child.dep_ in {"compound", "poss", "nmod"})
    return is_named_medium(head)


def is_named_medium(head: Token) -> bool:
    """True for a known name or one that begins or ends as media names do: *Al Jazeera*, *the Anadolu Agency*."""
    if head.pos_ not in {"PROPN", "NOUN", "X", "ADJ"} or not head.text[:1].isupper():
        return False
    if head.lower_.endswith("press") or _opens_as_medium(head):
        return True
    if head.lower_ in channel_words("name_endings") and head.i > 0 and head.doc[head.i - 1].text[:1].isupper():
        return True
    names = media_names()
    return head.lower_ in names or any(phrase in names for phrase in _phrases(head))


def _opens_as_medium(head: Token) -> bool:
    """True for *Radio Ova*, *the daily El Faro*: a medium's word in the name or as its description."""
    words = (child for child in head.children if child.i < head.i and child.dep_ in {"compound", "amod", "nmod"})
    return any(child.lower_ in channel_words("name_openings") for child in words)


def is_medium_source(head: Token) -> bool:
    """True for a source that passes on what others say: a medium, or one who speaks for it (*AP's Jane Doe*)."""
    return is_medium(head) or any(is_medium(child) for child in head.children if child.dep_ in {"poss", "compound"})


def is_document(head: Token) -> bool:
    """True for what words are written down or spoken in: *a statement*, *an interview*."""
    return head.lemma_.lower() in channel_words("documents") and head.pos_ != "VERB"


def is_platform(head: Token) -> bool:
    """True for *Twitter* and its kind, and for a page there: *her Facebook page*."""
    if head.lower_ in channel_words("platforms") and head.text[:1].isupper():
        return True
    return head.lower_ in channel_words("pages") and any(
        child.dep_ == "compound" and is_platform(child) for child in head.lefts
    )


def _phrases(head: Token) -> tuple[str, ...]:
    """The words of a name up to its head, and from it to the end of its right modifiers."""
    doc = head.doc
    first = head.left_edge.i
    while first < head.i and doc[first].pos_ in {"DET", "ADJ", "ADV"} and doc[first].text[:1].islower():
        first += 1
    left = doc[first : head.i + 1].text.lower()
    around = doc[max(head.i - 1, 0) : head.i + 2].text.lower()
    return (without_article(left), without_article(around), doc[head.i : head.i + 2].text.lower())
