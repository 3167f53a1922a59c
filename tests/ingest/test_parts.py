"""The role of each paragraph."""

from __future__ import annotations

import pytest

from accordingto.ingest.paragraphs import Block, find_blocks
from accordingto.ingest.parts import dateline_of, find_parts, find_stamp
from accordingto.model.article import PartRole
from accordingto.model.span import Span

BODY = "The troops fired on the crowd on Monday, a witness said."


def roles(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(part.role.value, part.span.of(text)) for part in find_parts(text, find_blocks(text), title)]


def test_the_margins_of_a_report() -> None:
    text = (
        "Troops fire on crowd\n\nBy Ann Hale\n\nJuly 4, 2012\n\nCAIRO (AP) — The troops fired. Two died, he said.\n\n"
        f"{BODY} (Editing by Bo Ruiz)\n\nSign up for our newsletter."
    )
    assert roles(text) == [
        ("headline", "Troops fire on crowd"),
        ("byline", "By Ann Hale"),
        ("dateline", "July 4, 2012"),
        ("dateline", "CAIRO (AP) —"),
        ("body", "The troops fired. Two died, he said."),
        ("body", BODY),
        ("boilerplate", "(Editing by Bo Ruiz)"),
        ("boilerplate", "Sign up for our newsletter."),
    ]


def test_titles_under_read_more_are_links() -> None:
    text = f"{BODY}\n\n{BODY}\n\nRead more:\n\nFerry sinks in the strait\n\nWho owns the bridge?\n\n{BODY}"
    assert [role for role, _ in roles(text)] == ["body", "body", *["boilerplate"] * 3, "body"]


@pytest.mark.parametrize(
    ("introduction", "quoted", "expected"),
    [
        ("The agency reported:", "The envoy met the general for an hour.", PartRole.BLOCKQUOTE),
        ("In a letter to the paper she wrote:", "Nobody asked us before the dam was built.", PartRole.BLOCKQUOTE),
        ("The statement reads:", "The council regrets the death of two men.", PartRole.BLOCKQUOTE),
        ("The agency reported:", "“The envoy met the general for an hour.”", PartRole.BODY),
        ("There are three ways out:", "The envoy meets the general for an hour.", PartRole.BODY),
        ("The agency reported.", "The envoy met the general for an hour.", PartRole.BODY),
        ("The agency reported:", "6:01 p.m.", PartRole.BODY),
        ("He said: the road is shut. Here is the map:", "It shows the road to the north.", PartRole.BODY),
    ],
)
def test_a_paragraph_introduced_by_telling_and_a_colon_is_quoted(
    introduction: str, quoted: str, expected: PartRole
) -> None:
    text = f"{BODY}\n\n{introduction}\n\n{quoted}\n\n{BODY}"
    assert [part.role for part in find_parts(text, find_blocks(text))] == [
        PartRole.BODY,
        PartRole.BODY,
        expected,
        PartRole.BODY,
    ]


def test_a_markdown_quotation_is_quoted() -> None:
    text = f"{BODY}\n\n> The envoy met the general.\n\n{BODY}"
    assert roles(text)[1] == ("blockquote", "> The envoy met the general.")


def test_a_markdown_heading_is_a_headline() -> None:
    assert roles(f"# The way out of it all.\n\n{BODY}\n\n## Later\n\n#Cairo\n\n{BODY}") == [
        ("headline", "# The way out of it all."),
        ("body", BODY),
        ("headline", "## Later"),
        ("body", "#Cairo"),
        ("body", BODY),
    ]


def test_markup_goes_before_the_words() -> None:
    text = f"{BODY}\n\nThe way out\n\n{BODY}"
    blocks = [
        Block(block.span, PartRole.HEADLINE if number == 1 else None) for number, block in enumerate(find_blocks(text))
    ]
    assert [part.role for part in find_parts(text, blocks)][1] is PartRole.HEADLINE


@pytest.mark.parametrize(
    "text",
    [BODY, f"{BODY}\n\n{BODY}", f"By Wednesday the army had left.\n\n{BODY}", f"“Go,” he said.\n\n{BODY}"],
)
def test_a_report_without_margins_is_all_body(text: str) -> None:
    assert {role for role, _ in roles(text)} == {"body"}


def test_the_dateline_of_a_report_tells_place_and_agency() -> None:
    text = f"Troops fire on crowd\n\nCAIRO (AP) —\n\n{BODY}"
    found = dateline_of(text, find_parts(text, find_blocks(text)))
    assert found is not None
    assert found.place == Span(22, 27)
    assert found.agency == "The Associated Press"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("July 4, 2012", "July 4, 2012"),
        ("Published: 4 July 2012, 10:15 GMT", "4 July 2012"),
        ("Last updated on Wednesday, July 4, 2012 at 3:05 pm", "Wednesday, July 4, 2012"),
        ("2012-07-04", "2012-07-04"),
        ("Published by the council on July 4", None),
        ("They left on July 4, 2012", None),
    ],
)
def test_a_paragraph_that_is_only_a_date(words: str, expected: str | None) -> None:
    assert find_stamp(words) == expected
