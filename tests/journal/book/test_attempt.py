"""What failed and is tried again is one action, also when the disk had kept it after all."""

from pathlib import Path

import pytest

from journal.book import Journal
from journal.book.attempt import Attempt
from journal.storage.errors import DiskError
from journal.storage.store import Store
from tests.support import FakeClock

LINES = ("l calf 5; drive 2h", "note new shoes", "well again")


def fail_after_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next record is kept, and reported as failed."""
    record = Store.record

    def failing(self: Store, *given: object, **named: object) -> None:
        monkeypatch.undo()
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
