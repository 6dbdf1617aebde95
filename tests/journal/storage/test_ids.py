"""Ids of entries."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from journal.storage.ids import EPOCH, Ids
from tests.support import FakeClock

START = datetime(2026, 11, 23, 7, 30, 0, 123456, tzinfo=UTC)


def test_an_id_is_a_uuid_of_version_7_that_begins_with_its_millisecond() -> None:
    made = UUID(Ids(FakeClock(START)).new())
    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.int >> 80 == (START - EPOCH) // timedelta(milliseconds=1)


@given(st.lists(st.integers(-5000, 5000), min_size=1, max_size=30))
def test_ids_grow_whatever_the_clock_does(steps: list[int]) -> None:
    clock = FakeClock(START)
    ids = Ids(clock)
    made = []
    for step in steps:
        clock.advance(milliseconds=step)
        made.append(ids.new())
    assert made == sorted(set(made))


def test_the_counter_runs_over_into_the_next_millisecond() -> None:
    ids = Ids(FakeClock(START), random=lambda count: b"\xff" * count)
    first, second = UUID(ids.new()), UUID(ids.new())
    assert second.int >> 80 == (first.int >> 80) + 1
    assert (second.version, second.variant) == (7, RFC_4122)


def test_ids_from_many_threads_differ() -> None:
    ids = Ids(FakeClock(START))
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: ids.new(), range(2000)))
    assert len(set(made)) == 2000


def test_a_clock_before_1970_still_gives_ids() -> None:
    assert UUID(Ids(FakeClock(datetime(1969, 1, 1, tzinfo=UTC))).new()).int >> 80 == 0
