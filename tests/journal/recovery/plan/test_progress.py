"""The dose: up by one variable after good sessions, down by one step after a bad one."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.catalogue.shapes import Exercise
from journal.model import Entry
from journal.recovery.plan.progress import Dose, dose, verdict
from journal.settings import Settings
from tests.journal.recovery.plan.support import CATALOGUE, SETTINGS, calm, did, known_on, rated, with_exercises
from tests.journal.recovery.support import begun

HIP = "hip_thrust"  # 8 to 12 repetitions
ROW = "band_row"  # 10 to 12, no leg work


def today(exercise: str, entries: Sequence[Entry], number: int = 10, settings: Settings = SETTINGS) -> Dose:
    known = known_on(number, entries, "return", settings=settings)
    return dose(known.catalogue.exercises[exercise], known)


def amounts(given: Dose) -> tuple[int, int | None, int | None, float | None]:
    return given.sets, given.reps, given.seconds, given.load_kg


def twice(exercise: str, **how: object) -> list[Entry]:
    """Two sessions with calm mornings."""
    return [*calm(1, 9), did(5, exercise, **how), did(8, exercise, **how)]  # type: ignore[arg-type]


def test_the_first_time_is_the_dose_of_the_content() -> None:
    assert amounts(today(HIP, [])) == (3, 8, None, None)
    assert amounts(today("wall_sit", [])) == (3, None, 20, None)


def test_one_good_session_is_repeated() -> None:
    assert amounts(today(HIP, [*calm(1, 9), did(8, HIP, reps=10)])) == (3, 10, None, None)


@pytest.mark.parametrize(("reps", "next_reps"), [(8, 10), (9, 11), (11, 12)])
def test_two_good_sessions_add_two_repetitions_up_to_the_top(reps: int, next_reps: int) -> None:
    assert amounts(today(HIP, twice(HIP, reps=reps))) == (3, next_reps, None, None)


def test_a_hold_grows_by_five_seconds() -> None:
    assert amounts(today("wall_sit", twice("wall_sit", seconds=20))) == (3, None, 25, None)


def test_at_the_top_the_weight_grows_and_nothing_else() -> None:
    assert amounts(today(HIP, twice(HIP, reps=12, load=20))) == (3, 12, None, 21)


@pytest.mark.parametrize("percent", [2, 5, 10])
@pytest.mark.parametrize("load", [0.5, 2, 4, 7.5, 12, 20, 33, 60, 100])
def test_a_step_of_weight_is_2_to_10_percent(load: float, percent: int) -> None:
    heavier = today(HIP, twice(HIP, reps=12, load=load), settings=Settings(load_step_percent=percent)).load_kg
    assert heavier is not None
    assert load * 1.02 - 1e-9 <= heavier <= load * 1.10 + 1e-9


def test_the_weight_waits_for_the_top_of_the_range() -> None:
    assert amounts(today(HIP, twice(HIP, reps=10, load=20))) == (3, 12, None, 20)


def test_without_weight_the_harder_form_is_earned_at_the_top() -> None:
    given = today(HIP, twice(HIP, reps=12))
    assert given.at_top
    assert "try it harder (weight, or one leg)" in given.why
    assert not today(HIP, twice(HIP, reps=10)).at_top


def test_a_range_of_sets_is_used_before_the_harder_form() -> None:
    hold = "isometric_calf_hold"
    assert amounts(today(hold, twice(hold, sets=4, seconds=45))) == (5, None, 45, None)
    assert amounts(today(hold, twice(hold, sets=4, seconds=40))) == (4, None, 45, None)


@pytest.mark.parametrize(
    "entries",
    [
        [*calm(1, 9), did(5, HIP, reps=8), did(8, HIP, reps=10)],  # not twice the same
        [*calm(1, 9), did(5, HIP, reps=10, load=20), did(8, HIP, reps=10, load=22)],
        [*calm(1, 5), *calm(7, 9), did(5, HIP, reps=10), did(8, HIP, reps=10)],  # the morning after was not rated
        [*calm(7, 9), did(5, HIP, reps=10), did(8, HIP, reps=10)],  # nothing to compare the morning with
        [*calm(1, 8), rated(9, 2), rated(8, 1, "07:00"), did(5, HIP, reps=10), did(8, HIP, reps=10)],  # not settled
    ],
)
def test_it_is_held_otherwise(entries: list[Entry]) -> None:
    assert today(HIP, entries).reps == 10


def test_upper_body_needs_no_morning() -> None:
    assert today(ROW, [did(5, ROW), did(8, ROW)]).reps == 12


def test_more_good_sessions_may_be_asked_for() -> None:
    careful = Settings(sessions_to_progress=3)
    assert today(HIP, twice(HIP, reps=8), settings=careful).reps == 8
    assert today(HIP, [*twice(HIP, reps=8), did(3, HIP, reps=8)], settings=careful).reps == 10


@pytest.mark.parametrize(("pain", "reps"), [(3, 12), (4, 8)])
def test_more_than_3_during_is_one_step_back(pain: int, reps: int) -> None:
    assert today(HIP, twice(HIP, reps=10, pain=pain)).reps == reps


def test_the_exercises_own_limit_counts_when_it_is_lower() -> None:
    deadlift = "romanian_deadlift"  # stop above 2
    assert today(deadlift, twice(deadlift, reps=10, pain=3)).reps == 8
    assert today(deadlift, twice(deadlift, reps=10, pain=2)).reps == 10


@pytest.mark.parametrize(
    ("before", "after", "judged"), [(0, 1, "good"), (0, 2, "bad"), (1, 2, "open"), (2, 4, "bad"), (2, 2, "good")]
)
def test_the_next_morning(before: int, after: int, judged: str) -> None:
    known = known_on(10, [rated(8, before), did(8, HIP), rated(9, after)], "return")
    assert verdict(known.sessions[0], known) == judged


def test_a_morning_up_to_two_days_before_says_how_the_leg_was() -> None:
    for number, judged in ((6, "bad"), (5, "open")):
        known = known_on(10, [rated(number, 0), did(8, HIP), rated(9, 2)], "return")
        assert verdict(known.sessions[0], known) == judged


def test_the_next_morning_says_nothing_about_upper_body() -> None:
    known = known_on(10, [rated(8, 0), did(8, ROW), rated(9, 5)], "return")
    assert verdict(known.sessions[0], known) == "good"


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ({"reps": 12, "load": 20.0}, (3, 12, None, 19)),  # the weight first
        ({"reps": 12}, (3, 10, None, None)),
        ({"reps": 9}, (3, 8, None, None)),
        ({"reps": 8}, (2, 8, None, None)),  # nothing else is left
    ],
)
def test_a_step_back_takes_one_thing(how: dict[str, float], expected: tuple[object, ...]) -> None:
    given = today(HIP, [*calm(1, 9), did(8, HIP, pain=5, **how)])  # type: ignore[arg-type]
    assert amounts(given) == expected
    assert "one step back: 5 of 10 last time" in given.why
    assert given.at_bottom is (expected[0] == 2)


def test_the_leg_that_was_forgotten_is_named() -> None:
    step = "low_step_up"
    assert "only the left" in today(step, [did(8, step, sides=("left",))]).why
    assert "only" not in today(step, [did(8, step, sides=("left", "right"))]).why
    assert "only" not in today(step, [did(8, step)]).why


def test_after_a_month_without_it_begins_low() -> None:
    done = [did(1, HIP, reps=12, load=20), did(2, HIP, reps=12, load=20)]
    assert amounts(today(HIP, done, number=31)) == (3, 8, None, 18)
    assert amounts(today(HIP, done, number=30)) == (3, 12, None, 20)
    longer = Settings(strength_memory_days=56)
    assert amounts(today(HIP, done, number=58, settings=longer)) == (3, 12, None, 20)
    assert amounts(today(HIP, done, number=59, settings=longer)) == (3, 8, None, 18)


def test_a_set_that_was_not_counted_is_the_least_of_the_range() -> None:
    assert today(HIP, [*calm(1, 9), did(8, HIP, seconds=30)]).reps == 8


def test_more_than_the_range_is_taken_as_its_top() -> None:
    assert today(HIP, twice(HIP, reps=40, load=20)).reps == 12


def test_nothing_grows_in_a_lighter_week() -> None:
    trained = [begun(number=-20), *(did(number, ROW, reps=10) for number in range(-20, 6, 3))]
    assert today(ROW, trained, number=7).reps == 10, "the fourth week"
    assert today(ROW, trained, number=8).reps == 12, "the fifth"


# -- more pain never adds load --------------------------------------------------------------------------------------

GENTLE = with_exercises(
    replace(CATALOGUE.exercises[HIP], id="plain", easier="", harder=""),
    replace(CATALOGUE.exercises[HIP], id="strict", stop_pain_gt=1),
)
PAIN = st.none() | st.integers(0, 10)


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[tuple[int, int, float | None, int | None]], dict[int, int]]:
    """Sessions (day, repetitions, weight, pain) and mornings."""
    days = sorted(draw(st.sets(st.integers(0, 9), min_size=1, max_size=5)))
    sessions = [(day, draw(st.integers(6, 14)), draw(st.sampled_from([None, 10.0, 20.0])), draw(PAIN)) for day in days]
    return sessions, {day: draw(st.integers(0, 5)) for day in range(11) if draw(st.booleans())}


def lived(exercise: Exercise, story: tuple[list[tuple[int, int, float | None, int | None]], dict[int, int]]) -> Dose:
    sessions, mornings = story
    entries: list[Entry] = [
        replace(did(day, HIP, reps=reps, load=load, pain=pain), exercise=exercise.id)
        for day, reps, load, pain in sessions
    ]
    entries += [rated(day, score) for day, score in mornings.items()]
    return dose(exercise, known_on(10, entries, "return", catalogue=GENTLE))


def no_more(sore: Dose, calm: Dose) -> bool:
    return (
        sore.sets <= calm.sets
        and (sore.reps or 0) <= (calm.reps or 0)
        and (sore.load_kg or 0) <= (calm.load_kg or 0)
        and sore.at_top <= calm.at_top
    )


@given(stories(), st.data())
def test_more_pain_during_never_adds(
    story: tuple[list[tuple[int, int, float | None, int | None]], dict[int, int]], data: st.DataObject
) -> None:
    sessions, mornings = story
    chosen = data.draw(st.integers(0, len(sessions) - 1))
    day, reps, load, pain = sessions[chosen]
    worse = data.draw(st.integers(pain or 0, 10))
    sorer = [*sessions[:chosen], (day, reps, load, worse), *sessions[chosen + 1 :]]
    for name in ("plain", "strict"):
        exercise = GENTLE.exercises[name]
        assert no_more(lived(exercise, (sorer, mornings)), lived(exercise, story))


@given(stories(), st.data())
def test_a_worse_morning_after_the_last_session_never_adds(
    story: tuple[list[tuple[int, int, float | None, int | None]], dict[int, int]], data: st.DataObject
) -> None:
    sessions, mornings = story
    after = sessions[-1][0] + 1
    worse = data.draw(st.integers(mornings.get(after, 0), 10))
    calmer = {**mornings, after: mornings.get(after, 0)}
    exercise = GENTLE.exercises["plain"]
    assert no_more(lived(exercise, (sessions, {**mornings, after: worse})), lived(exercise, (sessions, calmer)))
