"""The template week: whose turn it is, what fills the day, what the sentence says."""

from dataclasses import replace

import pytest

from journal.catalogue.shapes import Phase
from journal.model import Entry, Function, GateTest, Run, Strength
from journal.recovery.plan.choose import choose, todays_theme
from journal.recovery.plan.takes import seconds_a_rep
from journal.recovery.plan.themes import EASY, WEEK, Theme
from journal.recovery.shapes import Blocks, StrengthPlan
from journal.settings import Settings
from tests.journal.recovery.plan.support import (
    CATALOGUE,
    Follower,
    calm,
    did,
    heavy,
    known_on,
    on,
    only,
    plan_on,
    rated,
    regions,
)
from tests.journal.recovery.support import begun
from tests.support import moment

WORDS = [
    "hip and core",
    "upper body and foot",
    "knee and balance",
    "hip and upper body",
    "calf and core",
    "easy cardio and balance",
    "easy cardio and core",
]


def said(plan: StrengthPlan) -> str:
    return plan.why.split(":")[0]


# -- whose turn -----------------------------------------------------------------------------------------------------


def test_a_runner_who_follows_the_plan_goes_through_the_template_week() -> None:
    followed = Follower(minutes=60).live(14)
    first = [said(followed.plans[number]) for number in range(7)]
    assert first == WORDS
    assert [said(followed.plans[number]) for number in range(7, 14)] == WORDS


def test_days_off_move_the_turn_on_and_never_skip_it() -> None:
    followed = Follower(rests=lambda number: number % 2 == 1, minutes=60).live(12)
    assert [said(followed.plans[number]) for number in range(0, 12, 2)] == WORDS[:6]
    for number in range(1, 11, 2):
        assert said(followed.plans[number]) == WORDS[(number + 1) // 2]


def test_the_calendar_does_not_matter() -> None:
    for shift in range(7):
        assert said(plan_on(shift)) == "hip and core"
        moved = plan_on(shift + 1, [*calm(shift, shift + 1), did(shift, "hip_thrust"), did(shift, "dead_bug")])
        assert said(moved) == "upper body and foot"


def test_a_region_trained_outside_the_plan_counts() -> None:
    plan = plan_on(5, [did(4, "band_row", wall="10:00"), did(3, "glute_bridge")])
    assert said(plan) == "knee and balance"


def test_a_theme_whose_first_region_needs_its_time_waits() -> None:
    week = [
        *(did(1, each) for each in ("hip_thrust", "dead_bug")),
        *(did(2, each) for each in ("band_row", "short_foot")),
        *(did(3, each) for each in ("double_leg_calf_raise", "dead_bug")),
        did(4, "walk"),
        *(did(5, each) for each in ("hip_thrust", "band_row")),
    ]
    assert todays_theme(known_on(6, week)).regions == ("knee", "balance")
    assert todays_theme(known_on(6, [*week, did(5, "box_squat")])).regions == ("calf", "core")


def test_without_calf_work_in_the_phase_the_calf_has_no_turn() -> None:
    followed = Follower(phase=lambda number: "protect", minutes=60).live(12)
    assert {said(plan) for plan in followed.plans.values()} == {
        "hip and core",
        "upper body and foot",
        "knee",
        "hip and upper body",
        "easy cardio",
        "easy cardio and core",
    }


@pytest.mark.parametrize(("days", "easy"), [(5, False), (6, True)])
def test_an_easy_day_follows_six_days_of_work(days: int, easy: bool) -> None:
    worked = [did(10 - back, "band_row") for back in range(1, days + 1)]
    assert (todays_theme(known_on(10, worked)) == EASY) is easy
    assert todays_theme(known_on(10, worked, settings=Settings(easy_after_days=5))) == EASY


def test_two_light_exercises_are_an_easy_day() -> None:
    worked = [did(10 - back, "band_row") for back in range(2, 7)]
    light = [did(9, "walk"), did(9, "dead_bug")]
    assert todays_theme(known_on(10, [*worked, *light])) != EASY
    assert todays_theme(known_on(10, [*worked, *light, did(9, "bird_dog")])) == EASY


def test_an_easy_day_is_short() -> None:
    worked = [did(10 - back, "band_row") for back in range(1, 7)]
    plan = plan_on(10, worked)
    assert len(plan.planned) == 2
    assert not any(CATALOGUE.exercises[each.exercise].effort == "heavy" for each in plan.planned)
    assert "six days of strength in a row" in plan.why


# -- what fills the day ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", WEEK)
def test_a_day_has_its_two_regions(theme: Theme) -> None:
    followed = Follower(minutes=60).live(7)
    index = WEEK.index(theme)
    assert set(WEEK[index].regions) <= set(regions(followed.plans[index]))


def test_the_two_regions_take_turns() -> None:
    assert regions(plan_on(0, minutes=60))[:4] == ["hip", "core", "hip", "core"]


def test_a_limp_takes_the_calf_away_and_brings_no_knee_forward() -> None:
    catalogue = only("double_leg_calf_raise", "box_squat", "dead_bug")
    done = [did(1, "dead_bug"), did(2, "box_squat")]
    limp = Function(at=moment(on(10), "08:00"), percent=90, limp=True)
    assert heavy(plan_on(10, done, catalogue=catalogue), "calf") == ["double_leg_calf_raise"]
    sore = plan_on(10, [*done, limp], catalogue=catalogue)
    assert regions(sore) == ["core"]


def test_the_knee_day_has_the_calf_lightly() -> None:
    plan = Follower(minutes=60).live(3).plans[2]
    assert "calf" in regions(plan)
    assert heavy(plan, "calf") == []


@pytest.mark.parametrize("minutes", [5, 10, 15, 20, 30, 45, 60, 120])
@pytest.mark.parametrize("number", range(7))
def test_the_plan_fits_into_the_minutes(minutes: int, number: int) -> None:
    plan = Follower(minutes=minutes).live(number + 1).plans[number]
    spent = sum(each.takes for each in plan.planned)
    assert plan.planned
    assert spent <= minutes * 60 or (len(plan.planned) == 1 and plan.planned[0].sets == 1)


def test_more_minutes_are_used() -> None:
    assert len(plan_on(0, minutes=10).planned) < len(plan_on(0, minutes=30).planned)


def test_one_exercise_is_cut_to_the_time_there_is() -> None:
    (item,) = plan_on(0, minutes=3).planned
    assert 1 <= item.sets < 3
    assert item.takes <= 180


def test_no_more_exercises_than_the_setting() -> None:
    assert len(plan_on(0, minutes=120, settings=Settings(exercises_a_day=3)).planned) == 3


def test_the_latest_phase_comes_first_and_one_new_exercise_of_a_region_a_day() -> None:
    known = known_on(9, [did(1, "glute_bridge"), did(1, "clamshell")])
    hips = [each.exercise for each in choose(WEEK[0], known, 30) if CATALOGUE.exercises[each.exercise].region == "hip"]
    assert hips[:2] == ["hip_thrust", "glute_bridge"]


def test_what_was_not_done_for_longest_comes_first() -> None:
    known = known_on(9, [did(1, "romanian_deadlift"), did(3, "hip_thrust"), did(2, "banded_lateral_walk")])
    hips = [each.exercise for each in choose(WEEK[0], known, 60) if CATALOGUE.exercises[each.exercise].region == "hip"]
    assert hips[:2] == ["romanian_deadlift", "banded_lateral_walk"]


def test_an_outgrown_exercise_gives_way_to_its_harder_form() -> None:
    done = [*calm(1, 9), did(2, "quad_set"), did(5, "quad_set")]
    plan = plan_on(9, done, "protect", catalogue=only("quad_set", "straight_leg_raise"))
    assert [each.exercise for each in plan.planned] == ["straight_leg_raise"]


def test_both_legs_are_trained() -> None:
    for plan in Follower(minutes=60).live(14).plans.values():
        for each in plan.planned:
            assert each.each_side == (CATALOGUE.exercises[each.exercise].sides == "each")


@pytest.mark.parametrize(
    ("tempo", "seconds"), [("2-1-2", 5), ("4-0-1", 5), ("hold 5 s", 7), ("slow", 6), ("steps", 4), ("", 4), ("0-0", 1)]
)
def test_the_tempo_says_how_long_it_takes(tempo: str, seconds: int) -> None:
    assert seconds_a_rep(tempo, Settings()) == seconds


def test_both_sides_take_twice_the_work_and_light_sets_half_the_pause() -> None:
    thrust, bridge = CATALOGUE.exercises["hip_thrust"], CATALOGUE.exercises["side_lying_hip_abduction"]
    plan = plan_on(0, catalogue=only("hip_thrust"))
    assert plan.planned[0].takes == 20 + 3 * 8 * 5 + 2 * 60
    assert thrust.tempo == bridge.tempo == "2-1-2"
    plan = plan_on(0, catalogue=only("side_lying_hip_abduction"))
    assert plan.planned[0].takes == 20 + 3 * 12 * 5 * 2 + 2 * 30


# -- the sentence ---------------------------------------------------------------------------------------------------


def test_the_sentence_names_the_work_that_is_left_alone() -> None:
    yesterday = [*calm(8, 10), did(9, "double_leg_calf_raise"), did(9, "dead_bug")]
    assert ": your calf worked yesterday" in plan_on(10, yesterday).why
    two_days = [*calm(8, 10), did(8, "double_leg_calf_raise"), did(8, "dead_bug")]
    assert ": your calf worked two days ago" in plan_on(10, two_days).why


def test_the_sentence_says_what_is_left_out_and_why() -> None:
    why = plan_on(10, [*calm(8, 10), GateTest(at=moment(on(9)), test="stairs_down", value=4)]).why
    assert "no step-up, low (10–15 cm) while stairs hurt more than 3 of 10" in why
    assert "while" not in plan_on(10, calm(8, 10)).why


@pytest.mark.parametrize(
    ("phase", "runs", "words"),
    [
        ("return", [10], "; after today's run"),
        ("load", [10], "; after today's run"),
        ("return", [], "; if you run today, after it"),
        ("maintain", [8], "; if you run today, after it"),
        ("return", [9], None),
        ("load", [], None),
    ],
)
def test_strength_comes_after_the_run(phase: Phase, runs: list[int], words: str | None) -> None:
    ran = [Run(at=moment(on(number)), minutes=20) for number in runs]
    why = plan_on(10, [*calm(8, 10), *ran], phase).why
    assert why.endswith(words) if words else "run" not in why


def test_the_sentence_is_one_line() -> None:
    followed = Follower(phase=lambda n: ("protect", "load", "return", "maintain")[n // 10], score=lambda n: n % 5).live(
        40
    )
    for plan in followed.plans.values():
        assert "\n" not in plan.why
        assert not plan.why.endswith(".")
        assert plan.why == plan.why.strip()


# -- lighter weeks --------------------------------------------------------------------------------------------------


def weekly(first: int, last: int) -> list[Strength]:
    return [did(number, "band_row") for number in range(first, last, 3)]


@pytest.mark.parametrize(
    ("number", "is_lighter"), [(20, False), (21, True), (27, True), (28, False), (48, False), (49, True)]
)
def test_every_fourth_week_is_lighter(number: int, is_lighter: bool) -> None:
    entries = [begun(), *weekly(0, number)]
    assert (known_on(number, entries).lighter_because is not None) is is_lighter


@pytest.mark.parametrize("off", [0, 7, 14])
def test_a_week_off_makes_a_lighter_week_needless(off: int) -> None:
    trained = [each for each in weekly(0, 21) if not on(off) <= each.day < on(off + 7)]
    assert known_on(22, [begun(), *trained]).lighter_because is None


def test_weeks_are_counted_from_the_latest_episode() -> None:
    entries = [begun(number=-30, ended_on=on(-20), id="old"), begun(number=7), *weekly(-30, 40)]
    assert [n for n in range(40) if known_on(n, [e for e in entries if e.day < on(n)]).lighter_because][-1] == 34


@pytest.mark.parametrize(("after", "is_lighter"), [(0, True), (7, True), (8, False)])
def test_the_days_after_a_flare_up_are_lighter(after: int, is_lighter: bool) -> None:
    entries: list[Entry] = [*calm(0, 4), rated(5, 6), *calm(6, 5 + after)]
    plan = plan_on(5 + after, entries)
    assert plan.lighter is is_lighter
    assert ("fewer sets after the flare-up" in plan.why) is is_lighter


@pytest.mark.parametrize("cut", [40, 45, 50])
@pytest.mark.parametrize("number", range(1, 7))
def test_a_lighter_day_has_40_to_50_percent_fewer_sets(cut: int, number: int) -> None:
    before = Follower(minutes=45).live(number)
    flare: list[Entry] = [*calm(-9, -2), rated(-1, 7)]
    normal = plan_on(number, [*before.entries, rated(number, 0)], minutes=45)
    less = plan_on(
        number, [*flare, *before.entries, rated(number, 0)], minutes=45, settings=Settings(deload_cut_percent=cut)
    )
    assert less.lighter
    assert [each.exercise for each in less.planned] == [each.exercise for each in normal.planned]
    cardio = {each.id for each in CATALOGUE.exercises.values() if each.kind == "cardio"}
    sets = [sum(each.sets for each in plan.planned if each.exercise not in cardio) for plan in (normal, less)]
    assert sets[1] == round(sets[0] * (1 - cut / 100))
    assert all(each.sets >= 1 for each in less.planned)
    assert sum(each.takes for each in less.planned) < sum(each.takes for each in normal.planned)


# -- standing still, order, sameness --------------------------------------------------------------------------------


def test_doing_the_plan_does_not_change_it() -> None:
    followed = Follower().live(5)
    for number, plan in followed.plans.items():
        known = [each for each in followed.entries if each.day <= on(number)]
        for done in range(len(plan.planned) + 1):
            today = [each for each in known if each.day == on(number) and isinstance(each, Strength)][:done]
            before = [each for each in known if each.day < on(number) or not isinstance(each, Strength)]
            again = plan_on(number, [*before, *today])
            assert replace(again, done=()) == replace(plan, done=())
            assert sorted(again.done) == sorted(each.id for each in today)


def test_other_strength_of_today_is_listed_and_changes_nothing() -> None:
    before = plan_on(10, calm(8, 10))
    after = plan_on(
        10, [*calm(8, 10), did(10, "double_leg_calf_raise", pain=9, wall="19:00"), did(10, "dead_bug", wall="06:00")]
    )
    assert after.planned == before.planned
    assert after.done == ("dead_bug-010-06:00", "double_leg_calf_raise-010-19:00")


def test_what_comes_later_is_not_known() -> None:
    later = [rated(11, 9), did(12, "hip_thrust"), begun(number=11)]
    assert plan_on(10, [*calm(8, 10), *later]) == plan_on(10, calm(8, 10))


def test_a_blocked_theme_without_any_exercise_says_so() -> None:
    plan = plan_on(0, blocks=Blocks(leg_strength="swollen"), catalogue=only("hip_thrust"))
    assert plan.planned == ()
    assert "nothing for upper body and core fits" in plan.why
    assert plan_on(0, catalogue=only("pogo_hop")).why.startswith("nothing fits today")


def test_exercises_that_are_gone_from_the_content_are_forgotten() -> None:
    gone = replace(did(9, "dead_bug"), exercise="no_longer_there")
    assert plan_on(10, [*calm(8, 10), gone]) == plan_on(10, calm(8, 10))
