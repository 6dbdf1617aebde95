"""The soreness decision table, row by row."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model import Entry, Run
from journal.recovery.leg import read_leg
from journal.recovery.soreness import SEVERITY, Verdict, judge
from tests.journal.recovery.support import SETTINGS, begun, on, percent, ran, rated
from tests.support import moment


def judged(run: Run, *entries: Entry, before: int | None = 0, number: int = 6) -> Verdict:
    """A run on day 4, with the level before it on the morning of that day."""
    level = [] if before is None else [rated(4, before)]
    return judge(run, read_leg(begun(), [begun(), run, *level, *entries], SETTINGS, on(number)), SETTINGS)


def test_nothing_during_and_nothing_the_next_morning_is_clean() -> None:
    verdict = judged(ran(4), rated(5, 0))
    assert (verdict.outcome, verdict.days_off, verdict.sore) == ("clean", 1, False)
    assert verdict.evidence == ("run-004", "rating-005-07:30-left")


def test_pain_that_was_not_asked_is_judged_by_the_morning() -> None:
    assert judged(ran(4, pain=None), rated(5, 0)).outcome == "clean"
    assert judged(ran(4, pain=None), rated(5, 1)).outcome == "day_off"


def test_before_the_next_morning_it_is_pending() -> None:
    assert judged(ran(4), number=4).outcome == "pending"
    assert judged(ran(4), number=5).outcome == "pending"
    assert judged(ran(4), number=6).outcome == "unrated"


def test_sore_in_the_warm_up_and_gone_repeats() -> None:
    verdict = judged(ran(4, tags=("warmup",)), rated(5, 0))
    assert (verdict.outcome, verdict.days_off) == ("repeat", 1)


@pytest.mark.parametrize("tag", ["warmup-stayed", "Warm-up-stayed"])
def test_sore_in_the_warm_up_and_still_there_drops_and_takes_2_days_off(tag: str) -> None:
    verdict = judged(ran(4, tags=(tag,)), rated(5, 0))
    assert (verdict.outcome, verdict.days_off, verdict.goes_down) == ("drop", 2, True)


@pytest.mark.parametrize(("wall", "outcome"), [("19:00", "day_off"), ("18:59", "clean")])
def test_sore_more_than_an_hour_after_takes_a_day_off(wall: str, outcome: str) -> None:
    assert judged(ran(4, wall="18:00"), rated(4, 1, wall), rated(5, 0)).outcome == outcome


def test_a_rating_without_a_time_takes_no_part_in_the_same_day() -> None:
    evening = rated(4, 1, "20:00", time_known=False)
    assert judged(ran(4), evening, rated(5, 0)).outcome == "clean"
    assert judged(ran(4, time_known=False), rated(4, 1, "20:00"), rated(5, 0)).outcome == "clean"


@pytest.mark.parametrize(("before", "after", "outcome"), [(0, 1, "day_off"), (1, 1, "clean"), (1, 2, "day_off")])
def test_sorer_than_before_the_next_day_takes_a_day_off(before: int, after: int, outcome: str) -> None:
    verdict = judged(ran(4), rated(5, after), before=before)
    assert verdict.outcome == outcome
    assert not verdict.goes_down


def test_sorer_in_the_evening_of_the_next_day_is_no_flare_up() -> None:
    assert judged(ran(4), rated(5, 0), rated(5, 2, "20:00")).outcome == "day_off"


@pytest.mark.parametrize(
    ("pain", "outcome"), [(0, "clean"), (1, "repeat"), (2, "repeat"), (3, "lower"), (5, "lower"), (6, "flare")]
)
def test_pain_while_running(pain: int, outcome: str) -> None:
    assert judged(ran(4, pain=pain), rated(5, 0)).outcome == outcome


def test_pain_at_the_level_before_is_none() -> None:
    assert judged(ran(4, pain=1), rated(5, 1), before=1).outcome == "clean"


def test_a_lower_stage_is_said_at_once() -> None:
    assert judged(ran(4, pain=3), number=4).outcome == "lower"


@pytest.mark.parametrize(("before", "morning", "flare"), [(0, 2, True), (0, 1, False), (1, 2, False), (1, 3, True)])
def test_a_morning_2_up_is_a_flare_up(before: int, morning: int, flare: bool) -> None:
    verdict = judged(ran(4), rated(5, morning), before=before)
    assert (verdict.outcome == "flare") == flare
    assert verdict.flare_on == (on(5) if flare else None)


def test_a_flare_up_while_running_is_of_that_day() -> None:
    assert judged(ran(4, pain=6), rated(5, 9)).flare_on == on(4)


@pytest.mark.parametrize(
    ("limp", "flare"),
    [
        (percent(4, 100, "19:00", limp=True), True),
        (percent(5, 100, "08:00", limp=True), True),
        (percent(4, 100, "08:00", limp=True), False),  # before the run
        (percent(6, 100, "08:00", limp=True), False),
        (percent(5, 100, "08:00", limp=False), False),
    ],
)
def test_a_limp_after_is_a_flare_up(limp: Entry, flare: bool) -> None:
    assert (judged(ran(4), rated(5, 0), limp).outcome == "flare") == flare


def test_a_limp_without_a_time_is_taken_to_be_after_the_run() -> None:
    limp = percent(4, 100, "12:00", limp=True, time_known=False)
    assert judged(ran(4, wall="18:00"), rated(5, 0), limp).outcome == "flare"
    at_once = percent(4, 100, "18:00", limp=True)
    assert judged(ran(4, wall="18:00"), rated(5, 0), at_once).outcome == "flare"


def test_the_evening_at_the_level_before_is_clean() -> None:
    assert judged(ran(4), rated(4, 1, "21:00"), rated(5, 1), before=1).outcome == "clean"


def test_a_walk_needs_no_day_without_a_run_after_it() -> None:
    assert judged(ran(4, 0), rated(5, 0)).days_off == 0
    assert judged(ran(4, None), rated(5, 0)).days_off == 1
    assert judged(ran(4, 0), rated(5, 1)).days_off == 1


def test_a_morning_is_what_was_rated_first_when_nothing_was_before_noon() -> None:
    assert judged(ran(4), rated(5, 2, "12:00"), rated(5, 0, "20:00")).outcome == "flare"
    assert judged(ran(4), rated(5, 1, "12:00"), rated(5, 4, "20:00")).outcome == "day_off"


def test_the_ache_of_both_sides_is_left_out() -> None:
    assert judged(ran(4), rated(5, 2), rated(5, 2, side="right")).outcome == "clean"
    assert judged(ran(4), rated(5, 2), rated(5, 1, side="right")).outcome == "flare"
    assert judged(ran(4, pain=3, tags=("both-sides",)), rated(5, 0)).outcome == "clean"
    assert judged(ran(4, pain=6, tags=("both-sides",)), rated(5, 0)).outcome == "flare"


def test_another_sore_leg_is_not_the_ache_of_both_sides() -> None:
    entries = [begun(), begun(side="right"), rated(4, 0), ran(4), rated(5, 2), rated(5, 2, side="right")]
    assert judge(ran(4), read_leg(begun(), entries, SETTINGS, on(6)), SETTINGS).outcome == "flare"


def test_the_level_before_is_never_above_that_of_a_good_day() -> None:
    assert judged(ran(4), rated(5, 5), before=5).outcome == "flare"
    assert judged(ran(4), rated(5, 2), before=2).outcome == "day_off"


def test_without_a_rating_that_day_the_days_before_say_the_level() -> None:
    assert judged(ran(4), rated(3, 1), rated(5, 1), before=None).outcome == "clean"
    assert judged(ran(4), rated(1, 1), rated(5, 1), before=None).outcome == "clean"
    assert judged(ran(4), rated(0, 1), rated(5, 1), before=None).outcome == "day_off"


def test_the_level_before_ends_where_the_run_began() -> None:
    run = Run(id="run", at=moment(on(4), "18:00"), minutes=30, stage=1, pain_during=0)
    assert judged(run, rated(4, 1, "17:29"), rated(5, 1)).outcome == "clean"
    assert judged(run, rated(4, 1, "17:31"), rated(5, 1)).outcome == "day_off"


def test_the_numbers_are_settings() -> None:
    settings = replace(SETTINGS, run_pain_most=1, sore_days_off=2, drop_days_off=3, days_between_runs=2)
    calm, sore = (read_leg(begun(), [rated(4, 0), rated(5, score)], settings, on(6)) for score in (0, 1))
    assert judge(ran(4, pain=2), calm, settings).outcome == "lower"
    assert judge(ran(4), sore, settings).days_off == 2
    assert judge(ran(4, tags=("warmup-stayed",)), calm, settings).days_off == 3
    assert judge(ran(4), calm, settings).days_off == 2


@given(st.integers(0, 10), st.integers(0, 10), st.integers(0, 10), st.integers(0, 10), st.data())
def test_more_pain_is_never_judged_milder(
    during: int, evening: int, morning: int, late: int, data: st.DataObject
) -> None:
    def severity(values: list[int]) -> tuple[int, int]:
        entries = [rated(4, values[1], "21:00"), rated(5, values[2]), rated(5, values[3], "20:00")]
        verdict = judged(ran(4, pain=values[0]), *entries)
        return SEVERITY.index(verdict.outcome), verdict.days_off

    values = [during, evening, morning, late]
    worse = [data.draw(st.integers(each, 10)) for each in values]
    assert severity(worse)[0] >= severity(values)[0]
