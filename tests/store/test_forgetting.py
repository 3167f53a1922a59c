"""Forgetting: nothing of it is left in any table or byte, the rest stays, and it does not come back by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from tests.store.conftest import ticking
from tests.store.news import add, fill, groups_of, incident_by, reading_by

from accordingto import reviewing
from accordingto.admitting import ForgottenError, is_meant, mark_of
from accordingto.cli.main import run
from accordingto.forgetting import forget_article, forget_person
from accordingto.keeping import check_store
from accordingto.model.errors import InputError
from accordingto.recorder import add as record
from accordingto.recorder import sighting_of
from accordingto.store.open import open_store
from accordingto.store.schema import TABLES
from accordingto.store.sighting import Provenance
from accordingto.store.store import Store
from accordingto.store.tombstones import Tombstone, TombstoneKind, tombstones_of

WHO = {"reason": "asked for it", "person": "Rita"}


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store)
    return store


def everything_in(store: Store) -> str:
    """All values of all tables, as text."""
    with store._session.reading() as connection:
        return "\n".join(str(row) for table in TABLES for row in connection.execute(select(table)))


def test_a_forgotten_article_is_in_no_table(filled: Store) -> None:
    article = reading_by("Valley Times").article
    forget_article(filled, article.id, **WHO)
    assert "Dara" not in everything_in(filled)
    assert filled.search_articles("shelled") == ()
    assert [(each.subject, each.reason) for each in tombstones_of(filled, TombstoneKind.ARTICLE)] == [
        (article.id, "asked for it")
    ]
    assert check_store(filled) == ()
    assert filled.describe().articles == 3


def test_the_others_are_as_if_it_had_never_been_there(filled: Store, tmp_path: Path) -> None:
    forget_article(filled, reading_by("Inland Mail").article.id, **WHO)
    alone = open_store(str(tmp_path / "alone.db"), create=True)
    fill(alone, "Harbour Post", "Valley Times", "Coast Courier")
    assert groups_of(filled) == groups_of(alone)
    alone.close()


def test_a_forgotten_article_is_refused_unless_it_is_allowed(filled: Store) -> None:
    reading = reading_by("Valley Times")
    forget_article(filled, reading.article.id, **WHO)
    with pytest.raises(ForgottenError, match=r"was forgotten on 2024-05-14 \(asked for it\).*--allow"):
        add(filled, reading)
    record(filled, reading, sighting_of(reading.article, Provenance("test", "fast")), allow_forgotten=True)
    assert filled.describe().articles == 4


def test_what_was_decided_on_a_forgotten_article_goes_with_it(filled: Store) -> None:
    reviewing.merge(filled, incident_by(filled, "Valley Times"), incident_by(filled, "Coast Courier"), "Rita")
    forget_article(filled, reading_by("Valley Times").article.id, **WHO)
    assert filled.decisions(undone=True) == ()
    assert check_store(filled) == ()


def test_a_forgotten_person_has_a_label_everywhere(filled: Store) -> None:
    done = forget_person(filled, "Jon Berg", label="Person-A", **WHO)
    assert (done.articles, done.partly) == (3, ())
    left = everything_in(filled)
    assert "Berg" not in left
    assert "berg" not in left
    assert "The ambassador to Norway, Person-A, defected" in left
    assert check_store(filled) == ()
    assert filled.describe().articles == 4
    claims = list(filled.claims_in_order())
    assert {claim.actors[0].name for claim in claims if claim.type == "REALIGN"} == {"Person-A"}
    assert {len(group) for group in groups_of(filled)} >= {2}, (
        "the two accounts of the departure are still one incident"
    )


def test_no_byte_of_a_forgotten_name_is_left(tmp_path: Path) -> None:
    """In the file, its log, the index of words, and pages that are free."""
    path = tmp_path / "record.db"
    store = open_store(str(path), clock=ticking(), create=True)
    fill(store)
    assert b"Berg" in _bytes(tmp_path)
    forget_person(store, "Jon Berg", label="Person-A", **WHO)
    assert b"Ida Lund" in _bytes(tmp_path)
    assert b"berg" not in _bytes(tmp_path).lower()
    forget_article(store, reading_by("Valley Times").article.id, **WHO)
    assert b"dara" not in _bytes(tmp_path).lower()
    store.close()
    assert b"berg" not in _bytes(tmp_path).lower()


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_a_forgotten_name_gets_its_label_when_another_report_brings_it(filled: Store) -> None:
    forget_article(filled, reading_by("Inland Mail").article.id, **WHO)
    forget_person(filled, "Jon Berg", label="Person-A", **WHO)
    reading = reading_by("Harbour Post")
    assert add(filled, reading).outcome.status == "unchanged", "the same report, with the label, is there"
    later = reading_by("Coast Courier")
    before = filled.describe().articles
    add(filled, later, program="newer")
    assert "Berg" not in everything_in(filled)
    assert filled.describe().articles == before


def test_decisions_on_what_is_relabelled_stay(filled: Store) -> None:
    reviewing.merge(filled, incident_by(filled, "Harbour Post"), incident_by(filled, "Valley Times"), "Rita")
    sizes = sorted(map(len, groups_of(filled)))
    forget_person(filled, "Jon Berg", label="Person-A", **WHO)
    assert sorted(map(len, groups_of(filled))) == sizes
    (decision,) = filled.decisions()
    assert (decision.person, decision.kind) == ("Rita", "merge")
    reviewing.undo(filled, decision.number)
    assert check_store(filled) == ()
    assert len(groups_of(filled)) == len(sizes) + 1


def test_what_cannot_be_forgotten_is_said(filled: Store) -> None:
    with pytest.raises(InputError, match="no article 'nothing'"):
        forget_article(filled, "nothing", **WHO)
    with pytest.raises(InputError, match="too short a name"):
        forget_person(filled, "Berg", **WHO)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Jon Berg", True), ("BERG, JON", True), ("Jon Harald Berg", True), ("Jon Vik", False), ("Berg", False)],
)
def test_a_name_is_known_again_by_its_mark(name: str, expected: bool) -> None:
    tombstone = Tombstone(TombstoneKind.PERSON, "Person-A", (mark_of(["Jon", "Berg"], "00ff"),), "", "", "00ff")
    assert is_meant(tombstone, name) is expected


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = str(tmp_path / "record.db")
    store = open_store(where, create=True)
    fill(store)
    store.close()
    article = reading_by("Valley Times").article.id
    assert run(["forget", "article", article, "--reason", "withdrawn", "--store", where]) == 0
    assert run(["forget", "person", "Jon Berg", "--reason", "asked", "--label", "Person-A", "--store", where]) == 0
    assert "Forgotten in 3 articles: Person-A stands for the person now." in capsys.readouterr().err
    assert run(["store", "check", "--store", where]) == 0
    assert run(["add", "--store", where]) == 2
