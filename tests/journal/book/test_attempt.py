"""What failed and is tried again is one action, also when the disk had kept it after all."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from journal.book import ChangedSince, Journal
from journal.book.attempt import Attempt, ChangeAttempt
from journal.errors import Refused
from journal.model import Comment, Episode, Strength
from journal.storage.errors import DiskError
from journal.storage.store import Store
from journal.training import change_set, sets_of
from tests.support import FakeClock

LINES = ("l calf 5; drive 2h", "note new shoes", "well again")


def fail_after_commit(monkeypatch: pytest.MonkeyPatch, *, kept: bool = True) -> None:
    """The next record is reported as failed, and is `kept` all the same."""
    record = Store.record

    def failing(self: Store, *given: object, **named: object) -> None:
        monkeypatch.undo()
        if kept:
            record(self, *given, **named)  # type: ignore[arg-type]
        raise DiskError("not saved: the disk reported an error")

    monkeypatch.setattr(Store, "record", failing)


@pytest.mark.parametrize("line", LINES)
def test_a_second_try_doubles_nothing(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    with Journal(tmp_path, clock) as journal:
        journal.log(["flare l calf yesterday"])
        fail_after_commit(monkeypatch)
        attempt = Attempt(journal, line)
        with pytest.raises(DiskError):
            attempt()
        kept = journal.entries()
        clock.advance(minutes=3)
        assert set(attempt().entries) <= set(kept)
        assert journal.entries() == kept
        assert journal.store.undo() is not None
        assert journal.entries() != kept


def test_a_second_try_records_what_the_first_did_not(tmp_path: Path, clock: FakeClock) -> None:
    with Journal(tmp_path, clock) as journal:
        attempt = Attempt(journal, "note new shoes")
        first = journal.ready(attempt.lines)
        clock.advance(minutes=3)
        assert [each.note for each in attempt().entries] == ["new shoes"]
        assert journal.write(first).entries != attempt().entries
        assert len(journal.entries()) == 2


def test_a_second_try_of_a_change_that_the_disk_kept_is_done(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal(tmp_path, clock) as journal:
        (seen,) = journal.log(["l calf 5"]).entries
        fail_after_commit(monkeypatch)
        attempt = ChangeAttempt(journal, seen, "l calf 6 now")
        with pytest.raises(DiskError):
            attempt()
        kept = journal.entries()
        clock.advance(minutes=3)
        assert [attempt()] == kept == journal.entries()


def test_what_another_program_changed_since_is_told_and_kept(tmp_path: Path, clock: FakeClock) -> None:
    with Journal(tmp_path, clock) as journal:
        (seen,) = journal.log(["l calf 5"]).entries
        other = journal.amend(seen, replace(seen, note="stairs"))
        with pytest.raises(ChangedSince, match=r"not saved: .*5.* was changed since; it says now: .*stairs") as refused:
            ChangeAttempt(journal, seen, "l calf 6")()
        assert journal.entries() == [refused.value.now] == [other]
        journal.remove(seen.id)
        with pytest.raises(ChangedSince, match="was removed since"):
            journal.amend(seen, replace(seen, note="hills"))


def test_a_line_that_changes_a_spell_looks_again_when_that_was_changed(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal(tmp_path, clock) as journal, Journal(tmp_path, clock) as other:
        journal.log(["flare l calf yesterday"])
        attempt = Attempt(journal, "well again")
        fail_after_commit(monkeypatch, kept=False)
        with pytest.raises(DiskError):
            attempt()
        other.more_rest(other.episodes()[0], 3)
        with pytest.raises(ChangedSince):
            attempt()
        attempt()
        (spell,) = journal.entries(kinds=("episode",))
        assert isinstance(spell, Episode)
        assert (spell.rest_days, spell.ended_on) == (other.settings.rest_days + 3, clock.today())


def test_a_comment_is_not_decided_twice(tmp_path: Path, clock: FakeClock) -> None:
    with Journal(tmp_path, clock) as journal:
        (seen,) = journal.record(Comment(at=clock.now(), author="Ana", role="coach", text="Rest.", state="pending"))
        assert isinstance(seen, Comment)
        journal.decide(seen, "rejected")
        with pytest.raises(ChangedSince):
            journal.decide(seen, "approved")


def test_a_set_that_was_changed_since_is_not_written_over(tmp_path: Path, clock: FakeClock) -> None:
    with Journal(tmp_path, clock) as journal:
        (entry,) = journal.log(["heel raise 2x10"]).entries
        assert isinstance(entry, Strength)
        first = entry.sets[0]
        change = partial(change_set, journal, entry.exercise, entry.day, 0, first)
        change(replace(first, reps=12))
        change(replace(first, reps=12))
        with pytest.raises(Refused, match=r"set 1 of .* was changed since"):
            change(replace(first, load_kg=5))
        assert [each.reps for each in sets_of(journal.entries())] == [12, 10]  # type: ignore[arg-type]
