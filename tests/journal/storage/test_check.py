"""Looking the journal over: every letter that changed is found."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journal.model import Comment, Note
from journal.storage.store import Store
from tests.support import MONDAY, moment, rating


def filled(store: Store) -> None:
    """A journal with something in every column that can be changed."""
    at = moment(MONDAY)
    (saved,) = store.record([rating(MONDAY, 5, id="r", zone="Europe/Berlin", note="on the stairs", tags=("t",))], "one")
    store.record(
        [Note(id="n", at=at, note="x"), Comment(id="c", at=at, author="physio", text="Rest.", refers_to="r")], "two"
    )
    store.amend(saved, rating(MONDAY, 6, id=saved.id), "three")
    store.remove("n", "four")
    store.undo()


def test_a_journal_as_it_was_written_has_no_problems(store: Store) -> None:
    assert store.check() == ()
    filled(store)
    before = store.version()
    assert store.check() == ()
    assert store.version() == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE entry SET id = 'q' WHERE id = 'r'", "entry q: it is not what was written"),
        ("UPDATE entry SET instant = instant + 1 WHERE id = 'r'", "entry r: it is not what was written"),
        ("UPDATE entry SET offset = 3600 WHERE id = 'r'", "entry r: it is not what was written"),
        ("UPDATE entry SET note = 'X' WHERE id = 'c'", "entry c: it is not what was written"),
        ("UPDATE entry SET tags = 'u' WHERE id = 'c'", "entry c: it is not what was written"),
        ("UPDATE entry SET source = 'typeD' WHERE id = 'r'", "entry r: it is not what was written"),
        ("UPDATE entry SET entered_late = 1 WHERE id = 'r'", "entry r: it is not what was written"),
        ("UPDATE entry SET body = replace(body, '6', '7') WHERE id = 'r'", "entry r: it is not what was written"),
        ("UPDATE entry SET body = replace(body, '6', '66') WHERE id = 'r'", "entry r: score 66 is not a 0-10 rating"),
        ("UPDATE entry SET checksum = x'00' WHERE id = 'r'", "entry r: it is not what was written"),
        ("UPDATE entry SET day = '2026-11-22' WHERE id = 'r'", "entry r: what it is found by does not fit"),
        ("UPDATE entry SET score = 7 WHERE id = 'r'", "entry r: what it is found by does not fit"),
        ("UPDATE entry SET site = NULL WHERE id = 'r'", "entry r: what it is found by does not fit"),
        ("UPDATE entry SET words = 'other' WHERE id = 'r'", "is damaged"),
        ("DELETE FROM entry WHERE id = 'r'", "entry r: it is missing"),
        ("DELETE FROM change WHERE entry = 'c'", "entry c: it is there, but was not recorded"),
        ("UPDATE action SET label = 'One' WHERE seq = 1", "action 1: it is not what was written"),
        ("UPDATE action SET made_at = 0 WHERE seq = 1", "action 1: it is not what was written"),
        ("UPDATE change SET after = replace(after, 'stairs', 'stars') WHERE n = 1", "change 1: it is not what was"),
        ("UPDATE change SET before = NULL WHERE before IS NOT NULL", "it is not what was written"),
        ("UPDATE change SET entry = 'q' WHERE n = 1", "change 1: it is not what was written"),
        ("DELETE FROM action WHERE seq = 1", "change 1 belongs to nothing"),
    ],
)
def test_every_change_that_we_did_not_make_is_found(store: Store, path: Path, change: str, says: str) -> None:
    filled(store)
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(change).rowcount > 0
    assert any(says in line for line in store.check())
