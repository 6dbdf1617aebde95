"""An entry written as a line reads back the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from journal.catalogue import Catalogue
from journal.errors import Refused
from journal.model import (
    Comment,
    Entry,
    Massage,
    Note,
    Rating,
    SafetyCheck,
    Strength,
    StrengthSet,
    Trigger,
)
from journal.quick import NotUnderstood, Reading, amended, read, write
from journal.settings import MAIN
from tests.journal.quick.strategies import CATALOGUE, CLOCK, entries, runs
from tests.support import MONDAY, FakeClock, moment, rating

Read = Callable[[str], Reading]


@given(entries())
def test_what_is_written_reads_back_the_same(entry: Entry) -> None:
    found = read(write(entry, CATALOGUE, CLOCK), CATALOGUE, CLOCK, (MAIN,), anew=False)
    assert found.entries == (entry,)
    assert found.entries[0].at.utcoffset() == entry.at.utcoffset()
    assert found.changes == ()


@given(entries())
def test_without_a_clock_the_offset_is_written(entry: Entry) -> None:
    (found,) = read(write(entry, CATALOGUE), CATALOGUE, CLOCK, (), anew=False).entries
    assert found == entry and found.at.utcoffset() == entry.at.utcoffset()


@given(entries())
def test_writing_is_stable(entry: Entry) -> None:
    line = write(entry, CATALOGUE, CLOCK)
    assert write(read(line, CATALOGUE, CLOCK, (), anew=False).entries[0], CATALOGUE, CLOCK) == line


LINES = {
    "l calf 5": "left upper outer calf soreness 5 2026-11-23 07:30",
    "calf x tight yesterday #shoes": "left upper outer calf tightness 10 2026-11-22 #shoes",
    "f r 90 no limp -- ok #a": "function right 90% no limp 2026-11-23 07:30 -- ok #a",
    "drive 1h30m": "driving 1h30m 2026-11-23 07:30",
    "drive none 8pm": "driving none 2026-11-22 20:00",
    "stairs 12": "stairs 12 2026-11-23 07:30",
    "flight 6.5h": "travel flight 6.5h 2026-11-23 07:30",
    "massage ball 10m 6>3": "massage ball upper outer calf sit left upper outer calf 10m 6>3 2026-11-23 07:30",
    "bridge 3x12": "glute bridge 3x12 2026-11-23 07:30",
    "bike 20m": "cycling 20m 2026-11-23 07:30",
    "rdl l 2x8 @10kg r 1x8": "romanian deadlift left 2x8 @10kg right 1x8 2026-11-23 07:30",
    "run 20m 3km stage 2 pain 1": "run 20min 3km stage 2 pain 1 2026-11-23 07:30",
    "test calf raise l 22": "test single leg calf raise left 22 2026-11-23 07:30",
    "flare calf rest 4": "flare left upper outer calf gradual rest 4 2026-11-23 07:30",
    "note new shoes #shoes": "note 2026-11-23 07:30: new shoes #shoes",
    "comment coach Anna: no hills": "comment 2026-11-23 07:30 coach Anna: no hills",
}


@pytest.mark.parametrize(("typed", "written"), LINES.items(), ids=list(LINES))
def test_a_line_is_written_in_plain_words(
    typed: str, written: str, reading: Read, catalogue: Catalogue, clock: FakeClock
) -> None:
    assert write(reading(typed).entries[0], catalogue, clock) == written


@pytest.mark.parametrize(
    ("line", "written"),
    [("run 3mi", "3mi"), ("run 6.25 miles", "6.25mi"), ("run 5km", "5km"), ("run 26.219mi", "42.19539km")],
)
def test_a_distance_is_written_in_miles_where_they_say_it_exactly(
    line: str, written: str, reading: Read, catalogue: Catalogue, clock: FakeClock
) -> None:
    (entry,) = reading(line).entries
    said = write(entry, catalogue, clock, "mi")
    assert said == f"run {written} 2026-11-23 07:30"
    assert reading(said).entries == (entry,)


@given(runs())
def test_a_run_written_in_miles_reads_back_the_same(entry: Entry) -> None:
    assert replace(entry, entered_late=False) == replace(
        read(write(entry, CATALOGUE, CLOCK, "mi"), CATALOGUE, CLOCK, (MAIN,)).entries[0], entered_late=False
    )


@pytest.mark.parametrize(
    "entry",
    [
        Trigger(at=moment(MONDAY), trigger="driving", amount=1800, unit="min", id="018f"),
        Strength(at=moment(MONDAY), exercise="glute_bridge", sets=(StrengthSet(reps=0),), id="018f"),
    ],
)
def test_what_no_line_would_record_today_can_still_be_changed(
    entry: Entry, catalogue: Catalogue, clock: FakeClock
) -> None:
    line = write(entry, catalogue, clock)
    assert amended(f"{line} -- on a ferry", entry, catalogue, clock) == replace(entry, note="on a ferry")


def test_a_safety_check_is_no_line(catalogue: Catalogue) -> None:
    with pytest.raises(Refused, match="safety check"):
        write(SafetyCheck(at=moment(MONDAY), answers={}), catalogue)


class TestAmended:
    @pytest.fixture
    def recorded(self) -> Rating:
        """A rating as it comes from storage."""
        return rating(
            MONDAY - timedelta(days=5),
            4,
            id="018f",
            source="import:x",
            recorded_at=moment(MONDAY - timedelta(days=5), "08:00"),
            zone="UTC",
        )

    def amended(self, line: str, entry: Entry, catalogue: Catalogue, clock: FakeClock) -> Entry:
        return amended(line, entry, catalogue, clock, (MAIN,))

    def test_the_unchanged_line_changes_nothing(self, recorded: Rating, catalogue: Catalogue, clock: FakeClock) -> None:
        elsewhere = replace(
            recorded, time_known=False, at=datetime.fromisoformat("2026-11-18T12:00:00-08:00"), zone="x"
        )
        for entry in (recorded, elsewhere):
            assert self.amended(write(entry, catalogue, clock), entry, catalogue, clock) == entry

    def test_what_the_line_says_is_changed_and_the_rest_stays(
        self, recorded: Rating, catalogue: Catalogue, clock: FakeClock
    ) -> None:
        changed = self.amended("r calf 6 yesterday 8pm #a -- b", recorded, catalogue, clock)
        expected = replace(
            recorded,
            score=6,
            side="right",
            at=moment(MONDAY - timedelta(days=1), "20:00"),
            zone="",
            tags=("a",),
            note="b",
        )
        assert changed == expected

    def test_a_comment_keeps_what_no_line_says(self, catalogue: Catalogue, clock: FakeClock) -> None:
        comment = Comment(
            at=moment(MONDAY), author="Anna", role="coach", text="x", refers_to="step_down", constraint="c"
        )
        line = write(comment, catalogue, clock).replace(": x", ": y")
        assert self.amended(line, comment, catalogue, clock) == replace(comment, text="y")

    @pytest.mark.parametrize("line", ["drive 3h", "5; 6", "well again", "5; well again"])
    def test_it_stays_one_entry_of_its_kind(
        self, line: str, recorded: Rating, catalogue: Catalogue, clock: FakeClock
    ) -> None:
        with pytest.raises(NotUnderstood):
            self.amended(line, recorded, catalogue, clock)


def test_text_that_looks_like_the_language_stays_text(catalogue: Catalogue, clock: FakeClock) -> None:
    for text in ("yesterday: a; b", "8am: x", "-- x", "#a #b", r"\#a", "a #b c #d", "note x", ": x", "a\nb"):
        for entry in (
            Note(at=datetime(2026, 11, 20, 8, tzinfo=UTC), note=text, entered_late=True),
            Massage(at=moment(MONDAY), technique="heat_pack", site="glute", side="left", note=text, tags=("d", "z")),
        ):
            (found,) = read(write(entry, catalogue, clock), catalogue, clock, ()).entries
            assert found == entry
