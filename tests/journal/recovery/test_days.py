"""A day's figures: what is high, and which days are good, neutral and bad."""

from dataclasses import replace
from typing import Any

import pytest

from journal.model import Entry, Massage
from journal.recovery.course import follow
from journal.recovery.shapes import DayFigures
from tests.journal.recovery.support import SETTINGS, begun, on, percent, ran, rated, well
from tests.support import moment


def massage(number: int, before: int | None, after: int | None) -> Massage:
    return Massage(
        id="massage", at=moment(on(number), "09:00"), technique="ball", site="upper_outer_calf", side="left",
        seconds=600, before=before, after=after,
    )  # fmt: skip


def day_of(number: int, *entries: Entry) -> DayFigures:
    return follow(begun(), entries, SETTINGS, on(number)).days[-1]


@pytest.mark.parametrize(
    ("score", "quality"), [(0, "good"), (1, "good"), (2, "neutral"), (3, "bad"), (10, "bad"), (None, "unrated")]
)
def test_the_rating_says_what_the_day_was(score: int | None, quality: str) -> None:
    entries = [] if score is None else [rated(1, score)]
    assert day_of(1, *entries).quality == quality


def test_the_high_is_the_highest_of_any_measure_at_the_site() -> None:
    entries = [
        rated(1, 1),
        rated(1, 2, "12:10", measure="tightness"),
        rated(1, 0, "20:00", measure="pain"),
        rated(1, 7, "20:00", side="right"),
        replace(rated(1, 8, "20:01"), site="mid_calf"),
    ]
    assert day_of(1, *entries).high == 2


def test_what_a_massage_began_with_counts_and_what_it_ended_with_does_not() -> None:
    assert day_of(1, rated(1, 1), massage(1, 3, 1)).high == 3
    assert day_of(1, rated(1, 1), massage(1, 1, 4)).high == 1
    assert day_of(1, massage(1, None, 4)).quality == "unrated"


@pytest.mark.parametrize(("limp", "quality"), [(True, "bad"), (False, "good"), (None, "good")])
def test_a_limp_makes_a_bad_day(limp: bool | None, quality: str) -> None:
    assert day_of(1, rated(1, 0), percent(1, 95, limp=limp)).quality == quality


def test_a_limp_once_in_the_day_is_a_limp() -> None:
    for walls in (("08:00", "20:00"), ("20:00", "08:00")):
        limped, walked = (percent(1, 90, wall, limp=limp) for wall, limp in zip(walls, (True, False), strict=True))
        assert day_of(1, rated(1, 0), limped, walked).quality == "bad"


@pytest.mark.parametrize(("percents", "quality"), [((100, 100, 90), "bad"), ((100, 100, 91), "good")])
def test_function_well_below_its_usual_makes_a_bad_day(percents: tuple[int, ...], quality: str) -> None:
    entries = [percent(number, value) for number, value in enumerate(percents)]
    assert day_of(2, *entries, rated(2, 0)).quality == quality


def test_function_is_the_last_of_the_day_and_of_this_leg() -> None:
    entries = [percent(1, 80, "08:00"), percent(1, 95, "20:00"), percent(1, 50, "21:00", side="right")]
    assert day_of(1, *entries).function == 95
    assert day_of(1, percent(1, 60, side="left")).function == 60


def test_a_flare_up_makes_a_bad_day() -> None:
    day = day_of(3, rated(0, 1), rated(1, 1), rated(2, 1), rated(3, 6))
    assert (day.flare, day.quality) == (True, "bad")


def test_a_run_that_hurt_much_is_a_flare_up() -> None:
    hurt = day_of(3, *well(0, 3), ran(3, pain=6))
    assert (hurt.flare, hurt.quality, hurt.high) == (True, "bad", 0)
    assert "run-003" in hurt.evidence
    assert day_of(3, *well(0, 3), ran(3, pain=5)).quality == "good"


def test_the_evidence_names_the_entries_of_the_day() -> None:
    day = day_of(1, rated(0, 5), rated(1, 2), percent(1, 90), massage(1, 1, 0))
    assert set(day.evidence) == {"rating-001-07:30-left", "function-001-08:00", "massage"}


def test_every_day_of_the_episode_has_figures_and_later_entries_do_not_count() -> None:
    found = follow(begun(), [rated(0, 5), rated(2, 1), rated(3, 9)], SETTINGS, on(2)).days
    assert [(each.day, each.high) for each in found] == [(on(0), 5), (on(1), None), (on(2), 1)]


@pytest.mark.parametrize(
    ("changes", "score", "quality"),
    [({"good_day_highest": 0}, 1, "neutral"), ({"bad_day_lowest": 2}, 2, "bad")],
)
def test_the_bounds_are_settings(changes: dict[str, Any], score: int, quality: str) -> None:
    settings = replace(SETTINGS, **changes)
    assert follow(begun(), [rated(1, score)], settings, on(1)).days[-1].quality == quality
