"""What holds for every runner: simulated months, and mornings of every kind."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.catalogue.shapes import PHASES, Phase
from journal.model import Entry, GateTest, Strength
from journal.recovery.plan.known import is_leg_work, regions
from journal.recovery.shapes import Blocks
from journal.settings import Settings
from tests.journal.recovery.plan.support import (
    BOTH,
    CATALOGUE,
    Follower,
    exercises,
    leg_work,
    on,
    plan_on,
)
from tests.journal.recovery.support import begun, rated
from tests.support import moment

MONTH = 30
SCORE = st.none() | st.integers(0, 4) | st.integers(0, 10)
PIECES = sorted({part for each in CATALOGUE.exercises.values() for need in each.equipment for part in need.split("|")})


@st.composite
def runners(draw: st.DrawFn, days: int = MONTH) -> Follower:
    """Someone who follows the plan for a month, with phases, mornings, pain, days off and equipment of their own."""
    scores = draw(st.lists(SCORE, min_size=days, max_size=days))
    pains = draw(st.lists(SCORE | st.integers(0, 2), min_size=days, max_size=days))
    off = draw(st.sets(st.integers(0, days - 1), max_size=8))
    steps = sorted(draw(st.lists(st.integers(0, days), min_size=3, max_size=3)))
    tests = draw(st.booleans())
    first: list[Entry] = [begun()]
    if tests:
        first += [GateTest(at=moment(on(0)), test="single_leg_calf_raise", side=side, value=25) for side in BOTH]
        first.append(GateTest(at=moment(on(0)), test="pogo_hops", value=0))
    return Follower(
        phase=lambda number: PHASES[sum(step <= number for step in steps)],
        score=lambda number: scores[number],
        pain=lambda number: pains[number],
        rests=lambda number: number in off,
        minutes=draw(st.sampled_from([None, 8, 20, 60])),
        settings=Settings(equipment=("mat", *sorted(draw(st.sets(st.sampled_from(PIECES)))))),
        entries=first,
    )


@settings(max_examples=25, deadline=None)
@given(runners())
def test_a_month_of_following_the_plan(runner: Follower) -> None:
    runner.live(MONTH)
    last: dict[str, Strength] = {}
    own = {"none", *runner.settings.equipment}
    strength = [each for each in runner.entries if isinstance(each, Strength)]
    for number, plan in runner.plans.items():
        planned = exercises(plan)
        phase = runner.phase(number)
        if all((runner.pain(earlier) or 0) <= 2 for earlier in range(number)):
            assert plan.planned, "there is always something to do"
        assert len({each.id for each in planned}) == len(planned)
        for content, item in zip(planned, plan.planned, strict=True):
            assert PHASES.index(content.stage) <= PHASES.index(phase)
            assert all(own & set(need.split("|")) for need in content.equipment)
            assert item.each_side == (content.sides == "each")
            assert 1 <= item.sets <= (content.sets_most or content.sets)
            assert (item.reps is None) == (content.reps is None)
            assert (item.reps or 0) <= (content.reps_most or content.reps or 0)
            assert (item.seconds or 0) <= (content.seconds_most or content.seconds or 0)
        score = runner.score(number)
        if score is not None and score >= 3:
            assert not leg_work(plan)
        done = [each for each in strength if each.day == on(number)]
        for each in done:
            content = CATALOGUE.exercises[each.exercise]
            if content.effort == "light":
                continue
            for region in regions(content):
                before = last.get(region)
                if before is None or before.day == each.day:
                    continue
                assert each.day - before.day >= timedelta(days=2), (region, number)
                if region in ("calf", "knee"):
                    assert each.at - before.at >= timedelta(hours=48), (region, number)
        last |= {
            region: each
            for each in done
            if CATALOGUE.exercises[each.exercise].effort == "heavy"
            for region in regions(CATALOGUE.exercises[each.exercise])
        }


@settings(max_examples=25, deadline=None)
@given(runners(days=12), st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter_and_the_same_is_the_same(runner: Follower, random: Any) -> None:
    runner.live(11)
    entries = [replace(each, id="") if isinstance(each, Strength) else each for each in runner.entries]
    mixed = list(entries)
    random.shuffle(mixed)
    phase = runner.phase(11)
    first = plan_on(11, entries, phase, settings=runner.settings)
    assert first == plan_on(11, entries, phase, settings=runner.settings)
    assert first == plan_on(11, mixed, phase, settings=runner.settings)


@settings(max_examples=60, deadline=None)
@given(runners(days=12), st.integers(0, 10), st.integers(0, 10), st.sampled_from(PHASES))
def test_a_sorer_morning_never_adds_leg_load(runner: Follower, one: int, other: int, phase: Phase) -> None:
    runner.live(11)
    calm, sore = (
        plan_on(11, [*runner.entries, rated(11, score)], phase, settings=runner.settings)
        for score in sorted((one, other))
    )
    doses = {each.exercise: each for each in calm.planned}
    for each in sore.planned:
        content = CATALOGUE.exercises[each.exercise]
        if is_leg_work(content) and each.exercise in doses:
            less = doses[each.exercise]
            assert (each.reps or 0) <= (less.reps or 0)
            assert (each.load_kg or 0) <= (less.load_kg or 0)
            assert content.kind == "cardio" or (each.seconds or 0) <= (less.seconds or 0)

    def heavy_legs(plan: Any) -> int:
        return sum(each.effort == "heavy" and is_leg_work(each) for each in exercises(plan))

    assert heavy_legs(sore) <= heavy_legs(calm)


@settings(max_examples=40, deadline=None)
@given(
    runners(days=6),
    st.sampled_from([None, "see someone"]),
    st.sampled_from([None, "swollen"]),
    st.sampled_from(PHASES),
)
def test_an_open_sign_always_holds(runner: Follower, strength: str | None, legs: str | None, phase: Phase) -> None:
    runner.live(5)
    plan = plan_on(5, runner.entries, phase, Blocks(strength=strength, leg_strength=legs), settings=runner.settings)
    if strength is not None:
        assert plan.planned == ()
        assert plan.blocked_by == strength
    elif legs is not None:
        assert not leg_work(plan)
        assert plan.legs_blocked_by == legs
