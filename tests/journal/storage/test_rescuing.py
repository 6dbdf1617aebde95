"""A new journal from what can be read of a damaged one."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from journal.model import Entry, Note
from journal.storage import pages
from journal.storage.errors import JournalDamaged
from journal.storage.rescuing import rescue
from journal.storage.store import Store, no_words
from tests.faults.damage import cut, flip, places_of, zeros
from tests.journal.storage.released import entries as one_of_every_kind
from tests.support import MONDAY, FakeClock, moment, rating

LONG = "a long story " * 3000


@pytest.fixture
def written(path: Path, clock: FakeClock) -> Path:
    """A closed journal: one of every kind, 300 notes, a long one, one changed, one removed, one undone."""
    store = Store.open(path, clock)
    store.record(one_of_every_kind(), "one of every kind")
    notes = [Note(id=f"n{each}", at=moment(MONDAY), note=f"note number {each}") for each in range(300)]
    saved = store.record(notes, "notes")
    store.record([Note(id="long", at=moment(MONDAY), note=LONG)], "long")
    store.amend(saved[7], Note(id="n7", at=moment(MONDAY), note="note number seven"), "changed")
    store.remove("n8", "removed")
    store.record([Note(id="undone", at=moment(MONDAY), note="never mind")], "undone")
    store.undo()
    store.close()
    return path


def everything(path: Path, clock: FakeClock) -> dict[str, Entry]:
    with closing(Store.open(path, clock)) as store:
        assert store.check() == ()
        return {each.id: each for each in store.all_entries()}


def test_every_row_is_found_without_sqlite(written: Path) -> None:
    found = {row.rowid: row.values[1:] for row in pages.rows(written.read_bytes()) if len(row.values) == 22}
    with closing(sqlite3.connect(written)) as connection:
        told = {row[0]: row[1:] for row in connection.execute("SELECT * FROM entry")}
    assert {n: found[n] for n in told} == told


@pytest.mark.parametrize("seed", range(5))
def test_noise_is_no_obstacle_to_reading_pages(written: Path, seed: int) -> None:
    content, random = bytearray(written.read_bytes()), Random(seed)
    for _ in range(2000):
        content[random.randrange(len(content))] = random.randrange(256)
    assert isinstance(list(pages.rows(bytes(content))), list)
    assert list(pages.rows(b"")) == []


def test_a_whole_journal_comes_back_as_it_is(written: Path, clock: FakeClock) -> None:
    before, content = everything(written, clock), written.read_bytes()
    rescued = rescue(written, None, clock, no_words)
    assert everything(written, clock) == before
    assert (rescued.entries, rescued.from_log, rescued.doubtful) == (len(before), (), ())
    assert Path(rescued.former).read_bytes() == content
    assert {each.name for each in written.parent.iterdir()} == {
        *("journal.db", "journal.db.lock", Path(rescued.former).name)
    }


def test_a_letter_that_changed_is_taken_from_the_change_log(written: Path, clock: FakeClock) -> None:
    before = everything(written, clock)
    flip(written, places_of(written, "note number 250")[0] + 5)
    flip(written, places_of(written, "note number 251")[-1] + 5)
    rescued = rescue(written, None, clock, no_words)
    assert everything(written, clock) == before
    assert set(rescued.from_log) <= {"n250", "n251"}
    assert rescued.from_log
    assert rescued.doubtful == ()


def test_what_changed_everywhere_is_kept_as_it_can_be_read_and_named(written: Path, clock: FakeClock) -> None:
    before = everything(written, clock)
    for place in places_of(written, "note number 250"):
        flip(written, place + 3)
    rescued = rescue(written, None, clock, no_words)
    assert rescued.doubtful == ("n250",)
    assert everything(written, clock) == before | {"n250": replace(before["n250"], note="notd number 250")}


def test_what_changed_everywhere_comes_from_the_backup(written: Path, tmp_path: Path, clock: FakeClock) -> None:
    before = everything(written, clock)
    with closing(Store.open(written, clock)) as store:
        store.backup(tmp_path / "backup.db")
    for place in places_of(written, "note number 250"):
        flip(written, place + 3)
    rescued = rescue(written, tmp_path / "backup.db", clock, no_words)
    assert rescued.from_backup == ("n250",)
    assert everything(written, clock) == before


@pytest.mark.parametrize("page", range(1, 15))
def test_a_page_of_zeros_costs_nothing_that_stands_elsewhere(written: Path, clock: FakeClock, page: int) -> None:
    before = everything(written, clock)
    zeros(written, page)
    rescue(written, None, clock, no_words)
    found = everything(written, clock)
    assert before.items() <= found.items()
    # That something was taken back may stand on that page alone; then it is kept.
    assert found.keys() - before.keys() <= {"undone", "n8"}


def test_half_a_file_gives_half_and_the_backup_the_rest(written: Path, tmp_path: Path, clock: FakeClock) -> None:
    with closing(Store.open(written, clock)) as store:
        store.backup(tmp_path / "backup.db")
        store.record([rating(MONDAY, 5, id="new")], "new")
    before = everything(written, clock)
    cut(written, 0.5)
    rescued = rescue(written, tmp_path / "backup.db", clock, no_words)
    found = everything(written, clock)
    assert before.keys() - found.keys() <= {"new"}
    assert found.keys() - before.keys() <= {"undone", "n8"}
    assert rescued.entries == len(found)


def test_nothing_to_be_read_changes_nothing(written: Path, clock: FakeClock) -> None:
    os.truncate(written, 0)
    with pytest.raises(JournalDamaged, match="nothing in it can be read"):
        rescue(written, None, clock, no_words)
    assert {each.name for each in written.parent.iterdir()} == {"journal.db", "journal.db.lock"}
    assert written.read_bytes() == b""
