"""What is worked out once for several who ask is worked out again as soon as anything it depends on is another."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest

from journal.book import Journal
from journal.book.latest import Latest
from journal.model import Rating
from tests.support import MONDAY, FakeClock, moment, rating

NOW = moment(MONDAY, "07:30")


def nothing(journal: Journal, clock: FakeClock) -> None:
    """Leave all as it is."""


def record_here(journal: Journal, clock: FakeClock) -> None:
    journal.record(rating(MONDAY, 6))


def record_elsewhere(journal: Journal, clock: FakeClock) -> None:
    with Journal(journal.paths.folder, FakeClock(NOW)) as other:
        other.record(rating(MONDAY, 6))


def undo(journal: Journal, clock: FakeClock) -> None:
    assert journal.undo() is not None


def choose(journal: Journal, clock: FakeClock) -> None:
    journal.change_settings(rest_days=5)


def add(journal: Journal, clock: FakeClock) -> None:
    journal.add_own("trigger", name="rowing", unit="h")


def let_a_second_pass(journal: Journal, clock: FakeClock) -> None:
    clock.advance(seconds=1)


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (nothing, False),
        (record_here, True),
        (record_elsewhere, True),
        (undo, True),
        (choose, True),
        (add, True),
        (let_a_second_pass, True),
    ],
)
def test_the_status_is_worked_out_again_after_every_change(
    tmp_path: Path, change: Callable[[Journal, FakeClock], None], again: bool
) -> None:
    clock = FakeClock(NOW)
    with Journal(tmp_path, clock) as journal:
        journal.record(rating(MONDAY, 3))
        before = journal.status()
        change(journal, clock)
        now = journal.status()
        assert (now is not before) is again
        assert [each.score for each in now.ratings] == [
            each.score for each in journal.entries(MONDAY, MONDAY) if isinstance(each, Rating)
        ]


def test_another_day_has_another_status(tmp_path: Path) -> None:
    with Journal(tmp_path, FakeClock(NOW)) as journal:
        journal.record(rating(MONDAY, 3))
        assert journal.status(MONDAY - timedelta(days=1)).ratings == ()
        assert [each.score for each in journal.status().ratings] == [3]


def test_who_asks_the_same_meanwhile_waits_for_the_answer() -> None:
    latest: Latest[object] = Latest()
    both = Barrier(2, timeout=10)
    found: list[object] = []

    def ask() -> None:
        both.wait()
        found.append(latest.get("what", object))

    threads = [Thread(target=ask) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(set(found)) == 1


def test_what_could_not_be_answered_is_asked_again() -> None:
    latest: Latest[int] = Latest()
    with pytest.raises(ZeroDivisionError):
        latest.get("what", lambda: 1 // 0)
    assert latest.get("what", lambda: 1) == 1


def test_a_closed_journal_has_no_version_to_look_at(tmp_path: Path) -> None:
    journal = Journal(tmp_path, FakeClock(NOW)).open()
    assert journal.version_now() is not None
    journal.close()
    assert journal.version_now() is None


def test_a_look_is_not_lost_to_a_thread_that_asks_the_same(tmp_path: Path) -> None:
    with Journal(tmp_path, FakeClock(NOW)) as journal:
        watch = journal.store._watch
        with watch._asking:
            looks = ThreadPoolExecutor().submit(journal.version_now)
            with pytest.raises(TimeoutError):
                looks.result(timeout=0.01)
        assert looks.result(timeout=10) == journal.version()
