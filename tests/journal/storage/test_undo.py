"""Undo and redo: unlimited, surviving a restart, keeping ids, never losing what came after."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from journal.model import Entry
from journal.storage.errors import Overtaken, StaleUndo
from journal.storage.shapes import Changed
from journal.storage.store import Store
from tests.journal.storage.support import to_redo, to_undo
from tests.strategies import entries
from tests.support import MONDAY, FakeClock, function, moment, rating

Snapshot = dict[str, Entry]


def test_undo_and_redo_say_what_they_did(store: Store) -> None:
    (saved,) = store.record([rating(MONDAY, 5)], "calf 5")
    undone = store.undo()
    assert undone is not None
    assert undone.label == "calf 5"
    assert undone.changes == (Changed(id=saved.id, before=saved, after=None),)
    assert (to_undo(store), to_redo(store)) == (None, "calf 5")
    redone = store.redo()
    assert redone is not None
    assert redone.action == undone.action
    assert redone.changes == (Changed(id=saved.id, before=None, after=saved),)
    assert store.entries() == [saved]


def test_there_may_be_nothing_to_undo_or_redo(store: Store) -> None:
    assert store.undo() is None
    assert store.redo() is None


def test_undoing_a_removal_brings_the_same_entry_back(store: Store) -> None:
    (saved,) = store.record([rating(MONDAY, 5, note="x", tags=("y",))], "calf 5")
    store.remove(saved.id, "remove")
    assert store.entry(saved.id) is None
    store.undo()
    assert store.entry(saved.id) == saved


def test_a_new_action_ends_redoing_but_the_log_keeps_everything(store: Store, path: Path) -> None:
    store.record([rating(MONDAY, 1)], "one")
    store.record([rating(MONDAY, 2)], "two")
    store.undo()
    store.record([rating(MONDAY, 3)], "three")
    assert to_redo(store) is None
    assert store.redo() is None
    with closing(sqlite3.connect(path)) as connection:
        log = connection.execute("SELECT label, state FROM action ORDER BY seq").fetchall()
    assert log == [("one", "done"), ("two", "discarded"), ("three", "done")]
    store.undo()
    assert to_undo(store) == "one"


@pytest.mark.parametrize("change", ["UPDATE entry SET note = 'other'", "DELETE FROM entry"])
def test_undo_refuses_when_an_entry_is_not_as_it_was_left(store: Store, path: Path, change: str) -> None:
    (saved,) = store.record([rating(MONDAY, 5)], "calf 5")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    with pytest.raises(StaleUndo, match=saved.id) as refused:
        store.undo()
    assert refused.value.label == "calf 5"
    assert to_undo(store) == "calf 5"


def test_redo_refuses_when_the_entry_is_there_already(store: Store, path: Path, clock: FakeClock) -> None:
    (saved,) = store.record([rating(MONDAY, 5)], "calf 5")
    store.record([rating(MONDAY, 6)], "calf 6")
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT * FROM entry WHERE id = ?", [saved.id]).fetchone()
    store.undo()
    store.undo()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"INSERT INTO entry VALUES ({', '.join('?' * len(row))})", row)
    with pytest.raises(StaleUndo):
        store.redo()
    assert store.entries() == [saved]


def test_a_refused_undo_of_many_changes_none(store: Store, path: Path) -> None:
    many = [rating(MONDAY, 1, id=f"e{n}") for n in range(1100)]
    store.import_entries(many, "import")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE entry SET note = 'other' WHERE id = 'e1099'")
    with pytest.raises(StaleUndo, match="e1099"):
        store.undo()
    assert store.count() == 1100


class UndoMachine(RuleBasedStateMachine):
    """A store against a list of snapshots with a place in it."""

    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "journal.db"
        self.clock = FakeClock(moment(MONDAY))
        self.store = Store.open(self.path, self.clock)
        self.snapshots: list[Snapshot] = [{}]
        self.labels: list[str] = []
        self.place = 0

    def teardown(self) -> None:
        self.store.close()
        assert Store.open(self.path, self.clock).check() == ()
        self.folder.cleanup()

    @property
    def now(self) -> Snapshot:
        return self.snapshots[self.place]

    def step(self, after: Snapshot, label: str) -> None:
        if after != self.now:
            self.snapshots[self.place + 1 :] = [after]
            self.labels[self.place :] = [label]
            self.place += 1

    @rule(many=st.lists(entries(), max_size=3, unique_by=lambda each: each.id or object()), label=st.text(max_size=9))
    def record(self, many: list[Entry], label: str) -> None:
        new = [each for each in many if each.id not in self.now]
        saved = self.store.record(new, label)
        self.step(self.now | {each.id: each for each in saved}, label)

    @rule(many=st.lists(entries(), max_size=5, unique_by=lambda each: each.id or object()))
    def take_in(self, many: list[Entry]) -> None:
        new = [each for each in many if each.id and each.id not in self.now]
        known = list(self.now.values())
        counts = self.store.import_entries([*known, *new], "import")
        assert (counts.added, counts.skipped) == (len(new), len(known))
        stored = {each.id: each for each in self.store.entries()}
        assert stored.keys() - self.now.keys() == {each.id for each in new}
        self.step(self.now | stored, "import")

    @precondition(lambda self: self.now)
    @rule(data=st.data(), note=st.text(min_size=1, max_size=9).filter(str.strip))
    def amend(self, data: st.DataObject, note: str) -> None:
        entry = data.draw(st.sampled_from(list(self.now.values())))
        changed = self.store.amend(entry, replace(entry, note=note), "amend")
        self.step(self.now | {entry.id: changed}, "amend")

    @precondition(lambda self: self.now)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        gone = data.draw(st.sampled_from(list(self.now)))
        self.store.remove(gone, "remove")
        self.step({each: entry for each, entry in self.now.items() if each != gone}, "remove")

    @rule()
    def undo(self) -> None:
        undone = self.store.undo()
        assert (undone and undone.label) == (self.labels[self.place - 1] if self.place else None)
        self.place -= undone is not None

    @rule()
    def redo(self) -> None:
        redone = self.store.redo()
        assert (redone and redone.label) == (self.labels[self.place] if self.place < len(self.labels) else None)
        self.place += redone is not None

    @rule(minutes=st.integers(-600, 600))
    def reopen(self, minutes: int) -> None:
        self.store.close()
        self.clock.advance(minutes=minutes)
        self.store = Store.open(self.path, self.clock)

    @invariant()
    def what_is_stored_is_what_it_should_be(self) -> None:
        wanted = sorted(self.now.values(), key=lambda each: (each.at, each.id))
        assert self.store.entries() == wanted
        assert bool(self.store.last_action()) == (self.place > 0)


UndoMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestUndo = UndoMachine.TestCase


def test_undo_survives_a_restart_far_back(path: Path, clock: FakeClock) -> None:
    for score in range(10):
        store = Store.open(path, clock)
        store.record([rating(MONDAY, score), function(MONDAY, 90 + score)], f"score {score}")
        store.close()
    store = Store.open(path, clock)
    assert [undone.label for undone in iter(store.undo, None)] == [f"score {score}" for score in range(9, -1, -1)]
    assert store.count() == 0
    store.close()


def test_what_another_program_saved_is_not_undone_unseen(store: Store) -> None:
    store.record([rating(MONDAY, 5)], "seen")
    seen = store.last_action()
    store.record([rating(MONDAY, 6)], "of another program")
    with pytest.raises(Overtaken, match='another program saved "of another program" since'):
        store.undo(seen)
    assert store.count() == 2
    undone = store.undo(store.last_action())
    assert undone is not None
    assert undone.label == "of another program"
