"""The walk-run ladder: what comes next, when, and why; and the notice after a much longer run."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model import Entry, Run
from journal.recovery.advice import spike_notice
from journal.recovery.shapes import RunAdvice
from journal.recovery.stages import nearest_stage
from journal.settings import Settings
from tests.journal.recovery.support import (
    CATALOGUE,
    SETTINGS,
    begun,
    on,
    passed,
    percent,
    ran,
    rated,
    ready,
    run_on,
    sign,
    status_on,
    well,
)
from tests.support import moment


def after(
    *runs: Run, number: int | None = None, settings: Settings = SETTINGS, extra: list[Entry] | None = None
) -> RunAdvice:
    """The advice two days after the last of some runs (or on day `number`), with every morning rated 0."""
    last = number if number is not None else max((each.day - on(0)).days for each in runs) + 2
    return run_on(last, [*ready(), *runs, *well(5, last), *(extra or [])], settings=settings)


def climbed(stage: int, first: int = 4) -> list[Run]:
    """Two clean sessions of every stage below `stage`, every other day from day `first` on."""
    return [ran(first + 4 * (each - 1) + 2 * again, each) for each in range(1, stage) for again in (0, 1)]


def test_no_stage_while_resting() -> None:
    advice = run_on(2, [begun(), rated(0, 4), percent(0, 85), *well(1, 2)])
    assert (advice.stage, advice.earliest) == (None, on(3))
    assert advice.text == ("no running yet: first 1 planned rest day and 1 more good day; then the tests and stage 1")


def test_the_first_session() -> None:
    advice = run_on(4, ready())
    assert (advice.stage, advice.earliest) == (1, on(4))
    assert advice.text == "next: stage 1 today, because the leg is ready and the tests are done"


def test_two_clean_sessions_before_the_next_stage() -> None:
    once = after(ran(4))
    assert (once.stage, once.last_clean) == (1, 1)
    assert once.text == "next: repeat stage 1 today, because 1 of 2 clean sessions at stage 1 is done"
    twice = after(ran(4), ran(6))
    assert (twice.stage, twice.last_clean) == (2, 1)
    assert twice.text == "next: stage 2 today, because stage 1 was clean twice"
    assert after(ran(4), ran(6), settings=replace(SETTINGS, clean_needed=3)).stage == 1


def test_no_run_on_the_day_after_a_run() -> None:
    assert after(ran(4), number=4).earliest == on(6)
    assert after(ran(4), number=5).earliest == on(6)
    assert after(ran(4), number=5).text.startswith("next: repeat stage 1 tomorrow, because ")
    assert after(ran(4), number=5, settings=replace(SETTINGS, days_between_runs=2)).earliest == on(7)


def test_a_session_counts_only_once_the_next_morning_is_rated() -> None:
    today = after(ran(4), ran(6), number=6)
    assert today.stage == 1
    assert "the morning after the last run is still to be rated" in today.text
    rest: list[Entry] = [*ready(), ran(4), *well(5, 6), ran(6), *well(8, 8)]
    skipped = run_on(8, rest)
    assert skipped.stage == 1
    assert "was not rated" in skipped.text


def test_sore_in_the_warm_up_repeats_the_stage() -> None:
    advice = after(*climbed(2), ran(8, 2), ran(10, 2, tags=("warmup",)))
    assert (advice.stage, advice.earliest) == (2, on(12))
    assert advice.text == "next: repeat stage 2 today, because it was sore in the warm-up and settled while running"
    assert after(*climbed(2), ran(8, 2), ran(10, 2, tags=("warmup",)), ran(12, 2)).stage == 3


def test_sore_that_stays_takes_2_days_off_and_drops_a_stage() -> None:
    advice = after(*climbed(3), ran(12, 3, tags=("warmup-stayed",)), number=13)
    assert (advice.stage, advice.earliest) == (2, on(15))


def test_sore_the_next_day_takes_a_day_off_and_repeats() -> None:
    runs = [*climbed(2), ran(8, 2)]
    entries = [*ready(), *runs, *well(5, 8), rated(9, 1), percent(9, 100)]
    advice = run_on(9, entries)
    assert (advice.stage, advice.earliest) == (2, on(10))
    assert advice.text == "next: repeat stage 2 tomorrow, because it was sorer the next day, at 1, up from 0"
    assert advice.evidence == ("run-008", "rating-009-07:30-left")


def test_more_than_2_while_running_means_a_lower_stage() -> None:
    advice = after(*climbed(3), ran(12, 3, pain=3))
    assert (advice.stage, advice.earliest) == (2, on(14))
    assert advice.text == "next: stage 2 today, because it hurt 3 of 10 while running"
    assert after(ran(4, pain=3)).stage == 0


def test_the_walk_of_stage_0_leads_up_again() -> None:
    assert after(ran(4, pain=3), ran(6, 0), ran(7, 0), number=8).stage == 1


def test_two_drops_in_14_days_hold_the_stage_for_a_week() -> None:
    runs = [*climbed(5), ran(20, 5, pain=3), ran(22, 4, pain=3)]
    advice = after(*runs)
    assert (advice.stage, advice.last_clean) == (3, 4)
    assert "2 drops in 14 days: it stays there until Tue 22 Dec" in advice.text
    assert "a physiotherapist may help" in advice.text
    clean = [ran(24, 3), ran(26, 3)]
    assert after(*runs, *clean, number=28).stage == 3
    assert after(*runs, *clean, number=30).stage == 4
    assert after(*runs, *clean, number=30, settings=replace(SETTINGS, hold_days=14)).stage == 3


def test_two_drops_further_apart_do_not() -> None:
    assert "drops in" in after(*climbed(5), ran(20, 5, pain=3), ran(33, 4, pain=3)).text
    assert "drops in" not in after(*climbed(5), ran(20, 5, pain=3), ran(34, 4, pain=3)).text


def test_three_repeats_of_a_stage_hold_it_at_the_last_clean_one() -> None:
    sore = [ran(12 + 2 * number, 3, tags=("warmup",)) for number in range(3)]
    assert after(*climbed(3), *sore[:2]).stage == 3
    advice = after(*climbed(3), *sore)
    assert (advice.stage, advice.last_clean) == (2, 2)
    assert "stage 3 was repeated 3 times: it stays there until Wed 16 Dec" in advice.text


def test_at_most_two_stages_up_in_7_days() -> None:
    settings = replace(SETTINGS, clean_needed=2, advances_most=1)
    runs = [*climbed(2), ran(8, 2), ran(10, 2)]
    assert after(*runs).stage == 3
    held = after(*runs, settings=settings)
    assert held.stage == 2
    assert held.text == "next: repeat stage 2 today, because 1 stage up in 7 days is the most"
    daily = [ran(4 + number, 1 + number // 2) for number in range(6)]
    assert [after(*daily[:each], number=4 + each).stage for each in (2, 4, 6)] == [2, 3, 3]
    assert after(*daily, number=13).stage == 4


def test_a_run_above_the_plan_counts_for_the_stage_of_the_plan() -> None:
    assert after(ran(4), ran(6, 5)).stage == 2
    assert after(ran(4), ran(6, 5)).last_clean == 1


def test_a_run_below_the_plan_counts_for_nothing_and_hurts_all_the_same() -> None:
    assert after(*climbed(3), ran(12, 1)).stage == 3
    assert after(*climbed(3), ran(12, 1, pain=1)).stage == 1
    assert after(*climbed(4), ran(16, 2, pain=3)).stage == 1


@pytest.mark.parametrize(
    ("minutes", "stage"), [(5, 1), (9, 1), (10, 2), (26, 5), (27, 5), (30, 7), (31, 8), (90, 8), (None, None)]
)
def test_a_run_outside_the_plan_is_of_the_stage_with_the_nearest_minutes(
    minutes: float | None, stage: int | None
) -> None:
    run = Run(at=moment(on(4), "18:00"), minutes=minutes)
    assert nearest_stage(run, CATALOGUE.stages) == stage
    assert nearest_stage(replace(run, stage=3), CATALOGUE.stages) == 3


def test_runs_outside_the_plan_are_judged_by_the_same_table() -> None:
    outside = [ran(4, None, minutes=20), ran(6, None, minutes=20)]
    assert after(*outside).stage == 2
    assert after(*outside, ran(8, None, minutes=12, pain=3)).stage == 1
    assert after(ran(4, None, pain=None), ran(6, None, pain=None)).stage == 2


def test_running_before_the_rest_is_over_does_not_begin_the_ladder() -> None:
    early = [begun(), *well(0, 1), ran(1), *well(2, 3)]
    assert run_on(3, early).stage == 0
    assert run_on(3, [*early, *passed(2)]).last_clean is None


def test_good_days_within_the_planned_rest_do_not_begin_it_either() -> None:
    early = [begun(6), *well(0, 3), *passed(2), ran(3), *well(4, 6)]
    assert run_on(6, early).last_clean is None
    assert run_on(8, [*early, ran(6, id="in time"), *well(7, 8)]).last_clean == 1


def test_the_clean_sessions_begin_anew_at_another_stage() -> None:
    dropped = [*climbed(3), ran(12, 3), ran(14, 3, pain=3)]
    assert after(*dropped, ran(16, 2)).stage == 2
    assert after(*dropped, ran(16, 2), ran(18, 2)).stage == 3
    held = [*climbed(3), *(ran(12 + 2 * number, 3, tags=("warmup",)) for number in range(3))]
    assert after(*held, ran(26, 2)).stage == 2
    assert after(*held, ran(26, 2), ran(28, 2)).stage == 3
    again = [*relapse(4, 1), ran(21, 2)]
    assert run_on(23, again).stage == 2
    assert run_on(25, [*again, ran(23, 2)]).stage == 3


def test_a_held_stage_says_until_when() -> None:
    held = [*climbed(3), *(ran(12 + 2 * number, 3, tags=("warmup",)) for number in range(3))]
    advice = after(*held, ran(18, 2), ran(20, 2))
    assert advice.stage == 2
    assert advice.text.endswith("this stage is held until Wed 16 Dec")
    assert after(*held, ran(18, 2), ran(20, 2), number=23).stage == 2
    assert after(*held, ran(18, 2), ran(20, 2), number=24).stage == 3


def test_a_bad_day_on_the_ladder_asks_for_3_good_days_and_keeps_the_stage() -> None:
    entries = [*ready(), *climbed(2), ran(8, 2), *well(5, 10), rated(11, 3), percent(11, 100), *well(12, 14)]
    assert [run_on(number, entries).stage for number in (10, 11, 12, 13, 14)] == [2, None, None, None, 2]


def test_an_open_sign_stops_the_ladder() -> None:
    advice = run_on(4, ready(), [sign()])
    assert advice.stage is None
    assert "an answer to the open warning sign" in advice.text


def test_a_test_that_fails_stops_the_ladder() -> None:
    failed = [replace(each, id=f"{each.id}-again", at=each.at + timedelta(days=3), value=5) for each in passed(3)[:1]]  # type: ignore[call-arg]
    assert after(ran(4), extra=list(failed)).stage == 0


def relapse(stage: int, clean_at_stage: int) -> list[Entry]:
    """A flare-up at `stage` after some clean sessions there, and 3 good days after it."""
    runs = climbed(stage)
    first = 4 + 2 * len(runs)
    runs += [ran(first + 2 * number, stage) for number in range(clean_at_stage)]
    last = first + 2 * clean_at_stage
    return [*ready(), *runs, ran(last, stage, pain=7), *well(5, last + 30)]


@pytest.mark.parametrize(("stage", "clean", "restart"), [(4, 0, 1), (4, 1, 2), (7, 1, 5), (1, 0, 1), (2, 1, 1)])
def test_a_flare_up_restarts_two_stages_below_the_last_clean_one(stage: int, clean: int, restart: int) -> None:
    last = 4 + 8 * (stage - 1) // 2 + 2 * clean
    entries = relapse(stage, clean)
    assert [run_on(last + number, entries).stage for number in (0, 1, 2, 3)] == [None, None, None, restart]
    assert run_on(last + 3, entries).last_clean == (stage if clean else stage - 1 or None)
    assert run_on(last, entries).text.endswith(f"then stage {restart}, because there was a flare-up at stage {stage}")


def test_how_far_it_falls_back_is_a_setting() -> None:
    entries = relapse(7, 1)
    assert run_on(33, entries, settings=replace(SETTINGS, relapse_stages_back=4)).stage == 3


def test_a_flare_up_at_the_walk_of_stage_0_stays_there() -> None:
    assert after(ran(4, pain=3), ran(6, 1, pain=7), number=9).stage == 0


def test_a_second_flare_up_falls_back_from_where_it_was() -> None:
    entries = relapse(4, 1)
    again = [*entries, ran(21, 2, pain=8, id="again")]
    assert run_on(24, again).stage == 1


@pytest.mark.parametrize(("days", "came_back"), [(14, True), (15, False)])
def test_a_flare_up_soon_after_full_running_is_a_recurrence(days: int, came_back: bool) -> None:
    runs = [*climbed(7), ran(28, 7)]
    flare = 28 + days
    entries = [*ready(), *runs, *well(5, flare - 1), rated(flare, 6), percent(flare, 80), *well(flare + 1, flare + 3)]
    status = status_on(flare + 3, entries)
    assert (status.recurrence, status.run.stage) == (came_back, 5)
    assert not status_on(flare - 1, entries).recurrence


def test_a_relapse_before_full_running_is_no_recurrence() -> None:
    assert not status_on(21, relapse(4, 1)).recurrence


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 4)), min_size=1, max_size=8), st.data())
def test_more_pain_in_the_last_session_never_advances_a_stage(
    sessions: list[tuple[int, int]], data: st.DataObject
) -> None:
    pain, morning = sessions[-1]
    worse = (data.draw(st.integers(pain, 10)), data.draw(st.integers(morning, 10)))

    def stage(values: list[tuple[int, int]]) -> int:
        entries: list[Entry] = [*ready(), *well(5, 4 + 2 * len(values))]
        for number, (during, next_morning) in enumerate(values):
            day = 4 + 2 * number
            entries += [ran(day, None, during), rated(day + 1, next_morning, "08:00")]
        found = run_on(6 + 2 * (len(values) - 1), entries).stage
        return -1 if found is None else found

    assert stage([*sessions[:-1], worse]) <= stage(sessions)


def run(number: int, km: float | None = None, minutes: float | None = None, stage: int | None = None) -> Run:
    return Run(id=f"run-{number}", at=moment(on(number), "18:00"), km=km, minutes=minutes, stage=stage)


def test_a_run_much_longer_than_the_longest_of_30_days_gets_a_notice() -> None:
    before = [run(0, km=8), run(20, km=10), run(25, km=5)]
    assert spike_notice(run(30, km=11), before, SETTINGS) is None
    assert spike_notice(run(30, km=11.1), before, SETTINGS) == (
        "11.1 km is 11 % longer than your longest run of the last 30 days (10 km)"
    )
    assert spike_notice(run(50, km=11.1), before, SETTINGS) == (
        "11.1 km is 11 % longer than your longest run of the last 30 days (10 km)"
    )
    assert spike_notice(run(51, km=5.6), before, SETTINGS) == (
        "5.6 km is 12 % longer than your longest run of the last 30 days (5 km)"
    )
    assert spike_notice(run(30, km=10.9), before, replace(SETTINGS, spike_percent=5)) is not None


def test_a_run_among_the_entries_is_not_compared_with_itself() -> None:
    long = run(30, km=20)
    assert spike_notice(long, [run(20, km=10), long], SETTINGS) is not None


def test_a_run_without_kilometres_is_compared_by_time() -> None:
    assert spike_notice(run(5, minutes=50), [run(0, minutes=40)], SETTINGS) is not None
    assert spike_notice(run(5, minutes=44), [run(0, minutes=40)], SETTINGS) is None
    assert spike_notice(run(5, minutes=44.1), [run(0, minutes=40), run(1, minutes=10)], SETTINGS) is not None
    assert spike_notice(run(5, km=5, minutes=44), [run(0, minutes=30)], SETTINGS) is not None


def test_no_notice_without_anything_to_compare_with_or_on_the_ladder() -> None:
    assert spike_notice(run(31, km=20), [run(0, km=10)], SETTINGS) is None
    assert spike_notice(run(5, km=20), [run(6, km=10)], SETTINGS) is None
    assert spike_notice(run(5, minutes=30, stage=3), [run(3, minutes=20)], SETTINGS) is None
    assert spike_notice(run(5, minutes=30, stage=8), [run(3, minutes=20)], SETTINGS) is not None
