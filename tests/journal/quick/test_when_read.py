"""Days and clock times: the journal day from 04:00, past before future, clock changes."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from journal.catalogue import Catalogue
from journal.clock import Clock
from journal.quick import NotUnderstood, Reading, read
from journal.settings import MAIN
from tests.support import MONDAY, FakeClock, moment

BERLIN = ZoneInfo("Europe/Berlin")
YESTERDAY = MONDAY - timedelta(days=1)


def berlin(year: int, month: int, day: int, hour: int, minute: int = 0) -> Clock:
    """A clock that stands at that wall-clock time in Berlin."""
    now = datetime(year, month, day, hour, minute, tzinfo=BERLIN)
    return Clock(read=lambda: now, zone=BERLIN, zone_name="Europe/Berlin")


def at(words: str, catalogue: Catalogue, clock: Clock) -> tuple[str, bool]:
    """The local time of a rating with those words of time, and whether the time is known."""
    (entry,) = read(f"5 calf {words}", catalogue, clock, (MAIN,)).entries
    return entry.at.strftime("%Y-%m-%d %H:%M"), entry.time_known


MORNING: list[tuple[str, str, bool]] = [
    ("", "2026-11-23 07:30", True),
    ("now", "2026-11-23 07:30", True),
    ("today", "2026-11-23 07:30", True),
    ("mon", "2026-11-23 07:30", True),
    ("on Monday", "2026-11-23 07:30", True),
    ("last monday", "2026-11-16 12:00", False),
    ("sun", "2026-11-22 12:00", False),
    ("tue", "2026-11-17 12:00", False),
    ("last sat", "2026-11-21 12:00", False),
    ("yesterday", "2026-11-22 12:00", False),
    ("last night", "2026-11-22 12:00", False),
    ("last night 10pm", "2026-11-22 22:00", True),
    ("last night 1am", "2026-11-23 01:00", True),
    ("2d ago", "2026-11-21 12:00", False),
    ("2 days ago", "2026-11-21 12:00", False),
    ("1 week ago", "2026-11-16 12:00", False),
    ("90m ago", "2026-11-23 06:00", True),
    ("2h ago", "2026-11-23 05:30", True),
    ("7am", "2026-11-23 07:00", True),
    ("at 7:15", "2026-11-23 07:15", True),
    ("07:34", "2026-11-23 07:34", True),
    ("07:36", "2026-11-22 07:36", True),
    ("8pm", "2026-11-22 20:00", True),
    ("8.30pm", "2026-11-22 20:30", True),
    ("12am", "2026-11-23 00:00", True),
    ("12pm", "2026-11-22 12:00", True),
    ("noon", "2026-11-22 12:00", True),
    ("midnight", "2026-11-23 00:00", True),
    ("2am", "2026-11-23 02:00", True),
    ("yesterday 8pm", "2026-11-22 20:00", True),
    ("yesterday 2am", "2026-11-23 02:00", True),
    ("2 days ago 14:30", "2026-11-21 14:30", True),
    ("sometime", "2026-11-23 07:30", False),
    ("yesterday sometime", "2026-11-22 12:00", False),
    ("3 nov", "2026-11-03 12:00", False),
    ("nov 3", "2026-11-03 12:00", False),
    ("3rd november", "2026-11-03 12:00", False),
    ("24 nov", "2025-11-24 12:00", False),
    ("29 feb", "2024-02-29 12:00", False),
    ("3 sept 2020", "2020-09-03 12:00", False),
    ("2026-11-03", "2026-11-03 12:00", False),
    ("2026-11-23", "2026-11-23 07:30", True),
    ("2026-11-03 14:30", "2026-11-03 14:30", True),
    ("2026-11-03T14:30:00", "2026-11-03 14:30", True),
    ("2026-11-03 02:00", "2026-11-03 02:00", True),
    ("1900-01-02", "1900-01-02 12:00", False),
]


@pytest.mark.parametrize(("words", "local", "known"), MORNING, ids=[words or "none" for words, _, _ in MORNING])
def test_in_the_morning(words: str, local: str, known: bool, catalogue: Catalogue, clock: FakeClock) -> None:
    assert at(words, catalogue, clock) == (local, known)


@pytest.mark.parametrize(
    ("words", "local", "known"),
    [
        ("", "2026-11-23 01:30", True),
        ("today", "2026-11-23 01:30", True),
        ("sun", "2026-11-23 01:30", True),
        ("yesterday", "2026-11-21 12:00", False),
        ("last night", "2026-11-21 12:00", False),
        ("mon", "2026-11-16 12:00", False),
        ("8pm", "2026-11-22 20:00", True),
        ("today 8pm", "2026-11-22 20:00", True),
        ("yesterday 1am", "2026-11-22 01:00", True),
        ("1am", "2026-11-23 01:00", True),
        ("3am", "2026-11-22 03:00", True),
        ("23 nov 1am", "2026-11-23 01:00", True),
        ("22 nov", "2026-11-23 01:30", True),
        ("2h ago", "2026-11-22 23:30", True),
    ],
)
def test_the_small_hours_belong_to_the_day_before(words: str, local: str, known: bool, catalogue: Catalogue) -> None:
    assert at(words, catalogue, FakeClock(datetime(2026, 11, 23, 1, 30, tzinfo=UTC))) == (local, known)


def test_a_calendar_date_whose_day_has_not_begun_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(NotUnderstood, match="“23 nov” has not come yet"):
        at("23 nov", catalogue, FakeClock(datetime(2026, 11, 23, 1, 30, tzinfo=UTC)))


def test_five_minutes_of_the_future_are_forgiven(catalogue: Catalogue, clock: FakeClock) -> None:
    assert at("today 07:35", catalogue, clock) == ("2026-11-23 07:35", True)
    with pytest.raises(NotUnderstood, match="has not come yet"):
        at("today 07:36", catalogue, clock)


class TestClockChanges:
    def test_the_hour_that_is_left_out_is_moved_on(self, catalogue: Catalogue) -> None:
        clock = berlin(2026, 3, 29, 12)
        (entry,) = read("calf 5 2026-03-29 2:30", catalogue, clock, (MAIN,)).entries
        assert entry.at.isoformat() == "2026-03-29T03:30:00+02:00"

    def test_of_the_hour_that_comes_twice_the_first_is_meant(self, catalogue: Catalogue) -> None:
        clock = berlin(2026, 10, 25, 12)
        (first,) = read("calf 5 2:30am", catalogue, clock, (MAIN,)).entries
        (second,) = read("calf 5 2026-10-25 02:30+01:00", catalogue, clock, (MAIN,)).entries
        assert first.at.isoformat() == "2026-10-25T02:30:00+02:00"
        assert second.at.isoformat() == "2026-10-25T02:30:00+01:00"
        assert (second.zone, first.day, second.day) == ("Europe/Berlin", date(2026, 10, 24), date(2026, 10, 24))

    def test_hours_ago_are_hours_that_passed(self, catalogue: Catalogue) -> None:
        (entry,) = read("calf 5 3h ago", catalogue, berlin(2026, 10, 25, 4, 30), (MAIN,)).entries
        assert entry.at.isoformat() == "2026-10-25T02:30:00+02:00"

    @pytest.mark.parametrize("change", [(2026, 3, 29), (2026, 10, 25)])
    def test_yesterday_is_the_journal_day_before_on_any_day(
        self, change: tuple[int, int, int], catalogue: Catalogue
    ) -> None:
        clock = berlin(*change, hour=9)
        assert at("yesterday", catalogue, clock)[0] == f"{date(*change) - timedelta(days=1)} 12:00"
        clock = berlin(*(date(*change) + timedelta(days=1)).timetuple()[:3], hour=9)
        assert at("yesterday 8pm", catalogue, clock)[0] == f"{date(*change)} 20:00"


class TestOffsets:
    def test_another_offset_is_kept_without_a_zone(self, catalogue: Catalogue, clock: FakeClock) -> None:
        (entry,) = read("calf 5 2026-11-03 14:30+09:00", catalogue, clock, (MAIN,)).entries
        assert (entry.at.isoformat(), entry.zone) == ("2026-11-03T14:30:00+09:00", "")

    def test_utc_is_z(self, catalogue: Catalogue) -> None:
        (entry,) = read("calf 5 2026-11-03T14:30Z", catalogue, berlin(2026, 11, 23, 8), (MAIN,)).entries
        assert entry.at == datetime(2026, 11, 3, 14, 30, tzinfo=UTC) and entry.at.utcoffset() == timedelta(0)

    def test_an_offset_of_a_day_is_no_clock_time(self, catalogue: Catalogue, clock: FakeClock) -> None:
        with pytest.raises(NotUnderstood, match="is not a clock time"):
            at("2026-11-03 14:30+24:00", catalogue, clock)

    def test_what_lies_in_the_future_elsewhere_is_refused(self, catalogue: Catalogue, clock: FakeClock) -> None:
        assert at("2026-11-23 16:00+09:00", catalogue, clock)[0] == "2026-11-23 16:00"
        with pytest.raises(NotUnderstood, match="has not come yet"):
            at("2026-11-23 17:00+09:00", catalogue, clock)


class TestTheDayThatIsChosen:
    def read(self, line: str, catalogue: Catalogue, clock: Clock, day: date) -> tuple[datetime, bool]:
        (entry,) = read(line, catalogue, clock, (MAIN,), day=day).entries
        return entry.at, entry.time_known

    def test_a_past_day_has_no_known_time(self, catalogue: Catalogue, clock: FakeClock) -> None:
        assert self.read("drive 3h", catalogue, clock, YESTERDAY) == (moment(YESTERDAY, "12:00"), False)
        assert self.read("note hi", catalogue, clock, YESTERDAY) == (moment(YESTERDAY, "12:00"), False)

    def test_today_is_now(self, catalogue: Catalogue, clock: FakeClock) -> None:
        assert self.read("drive 3h", catalogue, clock, MONDAY) == (moment(MONDAY), True)

    def test_a_clock_time_is_on_that_day(self, catalogue: Catalogue, clock: FakeClock) -> None:
        assert self.read("drive 3h 8pm", catalogue, clock, YESTERDAY) == (moment(YESTERDAY, "20:00"), True)
        assert self.read("drive 3h 2am", catalogue, clock, YESTERDAY) == (moment(MONDAY, "02:00"), True)
        assert self.read("drive 3h 8pm", catalogue, clock, MONDAY) == (moment(YESTERDAY, "20:00"), True)

    def test_a_day_that_is_said_counts_from_today(self, catalogue: Catalogue, clock: FakeClock) -> None:
        assert self.read("drive 3h yesterday", catalogue, clock, date(2026, 11, 1))[0] == moment(YESTERDAY, "12:00")
        assert self.read("drive 3h now", catalogue, clock, date(2026, 11, 1)) == (moment(MONDAY), True)

    def test_a_day_that_has_not_come_is_refused(self, catalogue: Catalogue, clock: FakeClock) -> None:
        with pytest.raises(NotUnderstood, match="“2026-11-24” has not come yet"):
            self.read("drive 3h", catalogue, clock, date(2026, 11, 24))


class TestTheTimeOfEntriesThatNameNone:
    THEN = datetime(2026, 11, 20, 18, 0, tzinfo=timezone(timedelta(hours=2)))

    def read(self, line: str, catalogue: Catalogue, clock: Clock) -> Reading:
        return read(line, catalogue, clock, (MAIN,), default_at=self.THEN)

    def test_it_is_taken_with_its_offset(self, catalogue: Catalogue, clock: FakeClock) -> None:
        (one, other) = self.read("5; drive 3h yesterday", catalogue, clock).entries
        assert (one.at.isoformat(), one.time_known, one.entered_late) == ("2026-11-20T18:00:00+02:00", True, True)
        assert (other.at, other.time_known) == (moment(YESTERDAY, "12:00"), False)

    def test_it_cannot_lie_in_the_future(self, catalogue: Catalogue, clock: FakeClock) -> None:
        with pytest.raises(NotUnderstood, match="has not come yet"):
            read("5", catalogue, clock, (MAIN,), default_at=moment(MONDAY, "07:36"))


def test_the_rest_days_of_an_episode_that_names_none_are_given(catalogue: Catalogue, clock: FakeClock) -> None:
    (entry,) = read("flare calf", catalogue, clock, (MAIN,), rest_days=7).entries
    assert getattr(entry, "rest_days", None) == 7


def test_the_sentence_says_which_day_and_when(catalogue: Catalogue, clock: FakeClock) -> None:
    def said(words: str) -> str:
        return read(f"calf 5 {words}", catalogue, clock, (MAIN,)).said[0].split(" · ")[1]

    assert said("8pm") == "yesterday 20:00"
    assert said("1am") == "last night 01:00"
    assert said("16 nov 1am") == "Sun 15 Nov, in the night 01:00"
    clock.set(moment(MONDAY, "02:30"))
    assert said("1am") == "tonight 01:00"
    assert said("yesterday 11pm") == "yesterday 23:00"
    clock.set(moment(MONDAY))
    assert said("16 nov 8pm") == "Mon 16 Nov 20:00"
    assert said("3 dec") == "Wed 3 Dec 2025, time not known"
    assert said("2026-11-03 14:30+09:00") == "Tue 3 Nov 14:30 (+0900)"
