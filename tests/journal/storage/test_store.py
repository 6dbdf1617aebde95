"""Recording, changing, finding."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from uuid import UUID

import pytest

from journal.model import Entry, Massage, Note, Rating
from journal.storage import queries
from journal.storage.errors import IdTaken, Replaced, StaleEntry, StorageError, UnknownEntry
from journal.storage.shapes import ImportCounts
from journal.storage.store import Store
from tests.journal.storage.support import to_undo
from tests.support import MONDAY, FakeClock, function, moment, rating

DAY = timedelta(days=1)


def test_recording_stamps_an_id_and_when(store: Store, clock: FakeClock) -> None:
    (saved,) = store.record([rating(MONDAY, 5, note="on the stairs")], "calf 5")
    assert UUID(saved.id).version == 7
    assert saved.recorded_at == clock.now()
    assert not saved.entered_late
    assert store.entry(saved.id) == saved
    assert replace(saved, id="", recorded_at=None) == rating(MONDAY, 5, note="on the stairs")


@pytest.mark.parametrize(("days_ago", "late"), [(0, False), (2, False), (3, True)])
def test_more_than_two_days_ago_is_late(store: Store, days_ago: int, late: bool) -> None:
    (saved,) = store.record([rating(MONDAY - days_ago * DAY, 5)], "late?")
    assert saved.entered_late is late


def test_late_counts_in_journal_days(store: Store, clock: FakeClock) -> None:
    clock.set(datetime(2026, 11, 23, 3, 0, tzinfo=UTC))  # still the journal day of Sunday
    (saved,) = store.record([rating(MONDAY - 3 * DAY, 5)], "friday")
    assert not saved.entered_late


def test_stamps_that_are_given_stay(store: Store) -> None:
    given = rating(MONDAY - 9 * DAY, 5, id="mine", recorded_at=moment(MONDAY - 9 * DAY))
    assert store.record([given], "import") == (given,)


def test_all_entries_of_a_call_are_one_action(store: Store) -> None:
    store.record([rating(MONDAY, 5), function(MONDAY, 90)], "two")
    undone = store.undo()
    assert undone is not None
    assert (undone.label, len(undone.changes)) == ("two", 2)
    assert store.count() == 0


def test_nothing_to_record_is_no_action(store: Store) -> None:
    assert store.record([], "nothing") == ()
    assert to_undo(store) is None


def test_a_retry_is_no_second_entry(store: Store) -> None:
    (saved,) = store.record([rating(MONDAY, 5, id="x")], "once")
    assert store.record([rating(MONDAY, 5, id="x")], "again") == (saved,)
    assert store.record([saved], "and again") == (saved,)
    assert to_undo(store) == "once"
    assert store.count() == 1


def test_an_id_is_never_given_to_other_content(store: Store) -> None:
    store.record([rating(MONDAY, 5, id="x")], "once")
    with pytest.raises(IdTaken, match="entry x"):
        store.record([function(MONDAY, 90), rating(MONDAY, 6, id="x")], "other")
    assert [each.kind for each in store.entries()] == ["rating"]
    with pytest.raises(IdTaken):
        store.record([rating(MONDAY, 1, id="y"), rating(MONDAY, 2, id="y")], "twice in one")


def test_amending_keeps_id_and_stamps(store: Store, clock: FakeClock) -> None:
    (saved,) = store.record([rating(MONDAY, 5)], "five")
    clock.advance(hours=1)
    changed = store.amend(saved, rating(MONDAY, 6, id=saved.id), "six")
    assert changed == replace(saved, score=6)  # type: ignore[call-arg]
    assert store.entries() == [changed]


def test_an_entry_moved_to_a_day_long_ago_is_late(store: Store) -> None:
    (saved,) = store.record([rating(MONDAY, 5)], "five")
    moved = store.amend(saved, replace(saved, at=saved.at - 3 * DAY), "moved")
    assert moved.entered_late
    assert not store.amend(moved, saved, "moved back").entered_late


def test_no_change_is_no_write(store: Store) -> None:
    (saved,) = store.record([rating(MONDAY, 5)], "five")
    before = store.version()
    assert store.amend(saved, saved, "nothing") == saved
    assert store.version() == before
    assert to_undo(store) == "five"


def test_what_was_changed_since_it_was_read_is_not_written_over(store: Store) -> None:
    (seen,) = store.record([rating(MONDAY, 5)], "five")
    other = store.amend(seen, replace(seen, note="stairs"), "of another program")
    with pytest.raises(StaleEntry, match=seen.id) as refused:
        store.record([function(MONDAY, 90)], "six", amended=[(seen, rating(MONDAY, 6, id=seen.id))])
    assert (refused.value.seen, refused.value.now) == (seen, other)
    assert store.entries() == [other]


def test_what_was_removed_since_it_was_read_is_not_changed(store: Store) -> None:
    (seen,) = store.record([rating(MONDAY, 5)], "five")
    store.remove(seen.id, "remove")
    with pytest.raises(StaleEntry) as refused:
        store.amend(seen, replace(seen, note="stairs"), "note")
    assert refused.value.now is None
    assert store.count() == 0


def test_the_same_change_again_is_done_already(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    (seen,) = store.record([rating(MONDAY, 5)], "five")
    changed = store.amend(seen, replace(seen, note="stairs"), "note")
    monkeypatch.setattr("journal.storage.store.sync_folder", synced.append)
    assert store.amend(seen, replace(seen, note="stairs"), "note again") == changed
    assert (to_undo(store), synced) == ("note", [store.path.parent])


def test_an_action_done_already_leaves_what_was_changed_after_it(store: Store) -> None:
    (seen,) = store.record([rating(MONDAY, 5)], "five")
    both = ([function(MONDAY, 90, id="f")], "both")
    store.record(*both, amended=[(seen, replace(seen, note="stairs"))])
    (stored,) = store.entries(kinds=("rating",))
    later = store.amend(stored, replace(stored, note="hills"), "of another program")
    assert later in store.record(*both, amended=[(seen, replace(seen, note="stairs"))])
    assert later in store.entries()


def test_a_changed_offset_is_a_change(store: Store) -> None:
    (saved,) = store.record([rating(MONDAY, 5)], "five")
    elsewhere = replace(saved, at=datetime.fromisoformat("2026-11-23T18:30:00+11:00"))
    assert store.amend(saved, elsewhere, "it was in Sydney").at.utcoffset() == timedelta(hours=11)
    assert to_undo(store) == "it was in Sydney"


def test_recording_and_amending_can_be_one_action(store: Store) -> None:
    (saved,) = store.record([rating(MONDAY, 5)], "five")
    new, changed = store.record([function(MONDAY, 90)], "both", amended=[(saved, replace(saved, note="stairs"))])
    assert store.entries() == [changed, new]
    store.undo()
    assert store.entries() == [saved]


def test_what_is_not_there_is_said(store: Store) -> None:
    with pytest.raises(UnknownEntry, match="no entry nowhere"):
        store.remove("nowhere", "x")
    assert store.entry("nowhere") is None


def test_an_import_is_all_or_nothing(store: Store) -> None:
    def broken() -> object:
        yield rating(MONDAY, 1)
        raise ValueError("line 2")

    with pytest.raises(ValueError, match="line 2"):
        store.import_entries(broken(), "import")  # type: ignore[arg-type]
    assert store.count() == 0
    store.record([rating(MONDAY, 5, id="x")], "five")
    with pytest.raises(IdTaken):
        store.import_entries([function(MONDAY, 90), rating(MONDAY, 6, id="x")], "import")
    assert store.count() == 1


def test_an_import_of_any_length_is_one_undo_and_skips_what_is_there(store: Store) -> None:
    many = [rating(MONDAY - n * DAY, n % 11, id=f"e{n}") for n in range(1201)]
    store.record(many[:2], "two")
    assert store.import_entries(iter(many), "import") == ImportCounts(added=1199, skipped=2)
    assert store.import_entries(many, "import again") == ImportCounts(added=0, skipped=1201)
    store.undo()
    assert store.count() == 2
    store.redo()
    assert [each.id for each in store.entries()] == [each.id for each in reversed(many)]


def test_all_entries_come_once_and_by_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "PAGE", 3)
    store.record([rating(MONDAY - n % 4 * DAY, 1, id=f"e{n:02}") for n in range(10)], "ten")
    found = [(each.at, each.id) for each in store.all_entries()]
    assert len(found) == 10
    assert found == sorted(found)


def test_others_may_write_while_all_entries_are_worked_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "PAGE", 2)
    store.record([rating(MONDAY - n * DAY, 1) for n in range(5)], "five")
    reading = store.all_entries()
    next(reading)
    store.record([rating(MONDAY, 9)], "meanwhile")
    assert len([*reading]) == 5


def test_the_version_changes_with_every_commit_from_anywhere(store: Store, path: Path, clock: FakeClock) -> None:
    seen = [store.version()]
    store.record([rating(MONDAY, 5)], "here")
    seen.append(store.version())
    assert store.version() == seen[-1]
    other = Store.open(path, clock)
    other.record([rating(MONDAY, 6)], "there")
    other.close()
    seen.append(store.version())
    store.undo()
    seen.append(store.version())
    assert len(set(seen)) == 4


def test_reads_and_writes_from_many_threads(store: Store) -> None:
    failed: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(5):
                store.record([rating(MONDAY, number, note=f"{number} {turn}")], "thread")
                assert any(each.note == f"{number} {turn}" for each in store.entries(first=MONDAY))
                store.version()
        except (StorageError, AssertionError) as error:
            failed.append(error)

    threads = [Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert store.count() == 30


def test_closing_twice_is_closing_once(path: Path, clock: FakeClock) -> None:
    store = Store.open(path, clock)
    store.close()
    store.close()


def test_a_file_that_was_replaced_is_not_written_to(store: Store, path: Path, clock: FakeClock) -> None:
    store.record([rating(MONDAY, 5)], "old")
    path.rename(path.with_name("journal.replaced"))
    Store.open(path, clock).close()
    with pytest.raises(Replaced, match="was replaced"):
        store.record([rating(MONDAY, 6)], "lost")


def test_text_is_stored_exactly(store: Store) -> None:
    text = "\x00 \x1b[31m red ‮ right-to-left 👩‍🦰 [/bold] 'quotes' \"both\" \r\n =1+1 ﷽"
    (saved,) = store.record([Note(at=moment(MONDAY), note=text, tags=("a\x00b", "=x"))], text)
    found = store.entry(saved.id)
    assert found is not None
    assert (found.note, found.tags) == (text, ("a\x00b", "=x"))
    assert to_undo(store) == text


def test_the_longest_note_is_stored(store: Store) -> None:
    (saved,) = store.record([Note(at=moment(MONDAY), note="ü" * 1_000_000)], "long")
    assert store.entry(saved.id) == saved


def test_sides_and_sites_narrow(store: Store) -> None:
    at = moment(MONDAY)
    left: Entry = Rating(at=at, site="mid_calf", side="left", score=1)
    right: Entry = Rating(at=at, site="mid_calf", side="right", score=2)
    ball: Entry = Massage(at=at, technique="ball", site="upper_outer_calf", side="right")
    store.record([left, right, ball], "three")
    assert [each.kind for each in store.entries(site="upper_outer_calf")] == ["massage"]
    assert store.count(side="right") == 2
    assert store.count(site="mid_calf", side="right", kinds={"rating"}) == 1
