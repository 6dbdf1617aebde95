"""What a check-in asks by the time of day, and what it says was answered."""

from datetime import date, datetime, timedelta

import pytest

from journal.catalogue import load_catalogue
from journal.check_in import ASKED_EACH_DAY, AVERAGE, part_of, rows, signs_said, triggers_said, unasked
from journal.model import SafetyCheck, Trigger
from journal.settings import Settings, Tracked
from tests.support import MONDAY, moment, rating

LEFT, RIGHT = Tracked("upper_outer_calf", "left"), Tracked("upper_outer_calf", "right")
CONTENT = load_catalogue()


def trigger(name: str, amount: float | None) -> Trigger:
    return Trigger(at=moment(MONDAY, "18:00"), trigger=name, amount=amount, unit=CONTENT.triggers[name].unit)


@pytest.mark.parametrize(
    ("wall", "part"),
    [("04:00", "morning"), ("16:59", "morning"), ("17:00", "evening"), ("23:59", "evening"), ("03:59", "evening")],
)
def test_the_evening_lasts_until_the_next_day_begins(wall: str, part: str) -> None:
    assert part_of(moment(MONDAY, wall), MONDAY, MONDAY, Settings()) == part


def test_a_past_day_is_asked_as_a_whole_and_the_hour_is_a_choice() -> None:
    now: datetime = moment(MONDAY, "15:00")
    day: date = MONDAY - timedelta(days=1)
    assert part_of(now, day, MONDAY, Settings()) == "day"
    assert part_of(now, MONDAY, MONDAY, Settings(evening_from=15)) == "evening"


def test_an_average_is_no_rating_of_now() -> None:
    ratings = [rating(MONDAY, 6), rating(MONDAY, 4, "21:00", tags=(AVERAGE,)), rating(MONDAY, 2, "21:01")]
    assert [(each.tracked, each.average, each.score) for each in rows(ratings, (LEFT, RIGHT), "evening")] == [
        (LEFT, False, 2),
        (LEFT, True, 4),
        (RIGHT, False, None),
        (RIGHT, True, None),
    ]
    assert [each.average for each in rows(ratings, (LEFT, RIGHT), "morning")] == [False, False]


def test_none_and_not_asked_are_two_things() -> None:
    assert triggers_said([], CONTENT) == "not asked"
    some = [trigger("driving", 120), trigger("driving", 60), trigger("laptop_on_lap", 0)]
    assert triggers_said(some, CONTENT) == "driving 3 h · laptop none · stairs not asked"
    assert triggers_said([trigger("stairs", None)], CONTENT) == "stairs yes · driving, laptop not asked"
    assert unasked(some) == ("stairs",)
    assert unasked([]) == ASKED_EACH_DAY


def test_nothing_asks_of_its_own_accord_for_what_is_off_by_default() -> None:
    assert [each for each in ASKED_EACH_DAY if not CONTENT.triggers[each].default_on] == []


def test_signs_are_not_asked_none_or_open() -> None:
    check = SafetyCheck(at=moment(MONDAY), answers={"rf_dvt": False})
    assert signs_said([], 0) == "not asked"
    assert signs_said([check], 0) == "none"
    assert signs_said([check], 2) == "2 open"
