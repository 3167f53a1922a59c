"""What the light model looks at to choose the content and the source of a cue among the options."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.attribution.cue_words import groups_of
from accordingto.attribution.cues import Cue
from accordingto.attribution.options import Options
from accordingto.attribution.passage import Passage
from accordingto.attribution.quotations import quotation_at
from accordingto.model.span import Spans, any_overlap, hull

_TELLING_KINDS = ("ccomp", "<ccomp", "xcomp", "dobj", "<nsubjpass", "acl", "parataxis", "oprd", "attr", "prep")


def content_choice_features(passage: Passage, cue: Cue, options: Options) -> list[list[str]]:
    """For each option the names of the features that hold for it as the content."""
    word, classes = _cue_classes(cue)
    signature = _signature(options)
    rows: list[list[str]] = []
    for spans, kinds in options.items():
        looks = _looks(passage, cue, spans)
        names = [f"{kind}" for kind in kinds]
        names += [f"{kind}|{signature}" for kind in kinds]
        names += [f"{kind}|{given}" for kind in kinds for given in (word, *classes)]
        names += looks
        names += [f"{classes[0]}|{look}" for look in looks]
        names += [f"{kinds[0]}|{look}" for look in looks]
        rows.append(names)
    return rows


def source_choice_features(passage: Passage, cue: Cue, options: Options, content: Spans) -> list[list[str]]:
    """For each option, and last for no source at all, the names of the features that hold for it as the source."""
    word, classes = _cue_classes(cue)
    signature = ",".join(sorted({kind.split("|")[0] for kinds in options.values() for kind in kinds})[:4])
    rows: list[list[str]] = []
    for spans, kinds in options.items():
        looks = _looks_of_source(passage, cue, spans, content)
        names = [f"{kind}" for kind in kinds]
        names += [f"{kind}|{given}" for kind in kinds for given in (word, *classes)]
        names += looks
        names += [f"{kinds[0]}|{look}" for look in looks]
        names.append(f"{kinds[0]}|{signature}")
        rows.append(names)
    rows.append(["none", f"none|{word}", f"none|{signature}", *(f"none|{given}" for given in classes)])
    return rows


def _cue_classes(cue: Cue) -> tuple[str, tuple[str, ...]]:
    anchor = cue.anchor
    lemma = anchor.lemma_.lower()
    groups = groups_of(lemma, anchor.pos_) or ("none",)
    return f"{lemma}.{anchor.pos_[0]}", (groups[0], f"{anchor.pos_}.{anchor.tag_}.{anchor.dep_}")


def _signature(options: Options) -> str:
    """The principal constituents that are there to choose from, and the nearest quotations."""
    kinds = {kind for found in options.values() for kind in found}
    quotes = sorted({kind for kind in kinds if kind.startswith("quote-")})
    return ",".join([*(kind for kind in _TELLING_KINDS if kind in kinds), *quotes])


def _looks(passage: Passage, cue: Cue, spans: Spans) -> list[str]:
    text, at = passage.text, passage.offset(cue.anchor)
    first, last = spans[0], spans[-1]
    opening = text[first.start : first.start + 40].split(None, 1)
    length = sum(len(span) for span in spans)
    looks = [
        f"opens={opening[0].lower() if opening and len(opening[0]) < 8 else '-'}",
        f"length={_bucket(length)}",
        f"side={'split' if len(spans) > 1 else 'before' if last.end <= at else 'after'}",
        f"next={text[last.end : last.end + 1] or '$'}",
        f"then={_word_after(text, last.end)}",
        f"holds={first.start <= at < last.end and len(spans) == 1}",
    ]
    if passage.quotations:
        looks.append(_quoted(passage, spans))
    return looks


def _word_after(text: str, end: int) -> str:
    """The word that the option leaves out first, in lower case; "$" at the end of a paragraph."""
    following = text[end : end + 24].partition("\n")[0].split(None, 1)
    return following[0].lower() if following else "$"


def _quoted(passage: Passage, spans: Spans) -> str:
    opens = quotation_at(passage.quotations, spans[0].start)
    closes = quotation_at(passage.quotations, spans[-1].end - 1)
    if opens is not None and closes is not None:
        return "quotation" if opens.span.start == spans[0].start else "in-quotation"
    inside = any_overlap((quotation.span for quotation in passage.quotations), spans)
    return "holds-quotation" if inside else "no-quotation"


def _looks_of_source(passage: Passage, cue: Cue, spans: Spans, content: Spans) -> list[str]:
    paragraph = passage.paragraph.doc
    span, at = spans[0], passage.offset(cue.anchor)
    tokens = paragraph.char_span(span.start - passage.start, span.end - passage.start, alignment_mode="expand")
    head = tokens.root if tokens is not None else cue.anchor
    looks = [
        f"tag={head.tag_}",
        f"label={head.ent_type_}",
        f"length={_bucket(len(span))}",
        f"side={'before' if span.end <= at else 'after'}",
        f"overlap={any_overlap(spans, content)}",
        f"quoted={quotation_at(passage.quotations, span.start) is not None}",
    ]
    if head.pos_ != "PROPN":
        looks.append(f"word={head.lemma_.lower()}")
    if content:
        between = hull((span, *content))
        looks.append(f"between={between.start <= at < between.end}")
    return looks


def _bucket(length: int) -> str:
    for bound in (4, 10, 25, 60, 120, 250):
        if length <= bound:
            return str(bound)
    return "long"


def best_of(options: Options, scores: Sequence[float]) -> Spans:
    """The option with the highest score; no spans where the score beyond the options ("none") is highest."""
    best = max(range(len(scores)), key=scores.__getitem__)
    spans = list(options)
    return spans[best] if best < len(spans) else ()
