"""The answers of the review: what a form says -> the decision in the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Final

from fastapi import Request

from accordingto import reviewing
from accordingto.model.errors import InputError, OptionError
from accordingto.model.incident import Slot
from accordingto.store.store import Store

LONGEST_WORDS: Final = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What the form of the review holds; which fields an answer needs depends on the answer."""

    action: str = ""
    incident: str = ""
    account: str = ""
    claim: str = ""
    other: str = ""
    slot: str = ""
    words: str = ""
    number: str = ""
    person: str = ""
    after: str = ""


async def answer_of(request: Request) -> Answer:
    """What the form holds; fields that are none of an answer, and files, are left out."""
    form = await request.form()
    return Answer(**{field.name: str(form.get(field.name, "")) for field in fields(Answer)})


Decide = Callable[[Store, Answer, str], int | None]


def _accept(store: Store, given: Answer, person: str) -> int:
    return reviewing.accept(store, given.incident, person).number


def _split(store: Store, given: Answer, person: str) -> int:
    return reviewing.split(store, given.incident, given.account, person).number


def _merge(store: Store, given: Answer, person: str) -> int:
    if not given.other:
        raise OptionError("Say with which incident: choose one of the list, or write its id.")
    return reviewing.merge(store, given.incident, given.other.strip().rpartition("/")[2], person).number


def _withdraw(store: Store, given: Answer, person: str) -> int:
    if not given.claim:
        raise OptionError("Say which claim is none: choose one of the list.")
    return reviewing.withdraw(store, given.claim, person).number


def _edit(store: Store, given: Answer, person: str) -> int:
    if given.slot not in set(Slot):
        raise OptionError(f"There is no slot {given.slot[:40]!r}. Slots: {', '.join(Slot)}.")
    return reviewing.edit(store, given.claim, Slot(given.slot), given.words[:LONGEST_WORDS], person).number


def _undo(store: Store, given: Answer, _person: str) -> None:
    if not (given.number.isascii() and given.number.isdigit() and len(given.number) < 10):
        raise InputError("Nothing was decided just now. Decisions that stand are in the files of this page.")
    reviewing.undo(store, int(given.number))


ANSWERS: Final[dict[str, Decide]] = {
    "accept": _accept,
    "split": _split,
    "merge": _merge,
    "withdraw": _withdraw,
    "edit": _edit,
    "undo": _undo,
}
