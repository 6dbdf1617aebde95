"""Sessions, the last time, and how much of it was done."""

from dataclasses import replace

import pytest

from journal.model import Entry, Run, StrengthSet
from journal.recovery.plan import adherence, last_time
from journal.recovery.plan.sessions import sessions
from tests.journal.recovery.plan.support import BOTH, SETTINGS, did, on, rated
from tests.support import moment


def test_a_session_is_an_exercise_on_a_day() -> None:
    parts = [
        did(3, "hip_thrust", sets=1, reps=12, load=20, pain=None, wall="08:00"),
        did(3, "hip_thrust", sets=1, reps=9, load=30, pain=2, wall="18:00"),
        did(3, "hip_thrust", sets=2, reps=8, load=30, pain=1, wall="17:00"),
        did(3, "dead_bug"),
        did(4, "hip_thrust"),
    ]
    found = {(each.day, each.exercise): each for each in sessions(parts)}
    assert len(found) == 3
    one = found[on(3), "hip_thrust"]
    assert (one.load_kg, one.reps, one.seconds, one.pain) == (30, 8, None, 2)
    assert one.ended == moment(on(3), "18:00")
    assert [each.day for each in sessions(reversed(parts))] == sorted(each.day for each in found.values())


def test_a_session_without_numbers() -> None:
    (one,) = sessions([replace(did(3, "hip_thrust"), sets=(), pain_during=None)])
    assert (one.load_kg, one.reps, one.seconds, one.pain, one.only_side) == (None, None, None, None, None)


def test_without_a_clock_time_it_ended_with_its_day() -> None:
    (one,) = sessions([did(3, "hip_thrust", wall="12:00", time_known=False)])
    assert one.ended == moment(on(4), "04:00")


@pytest.mark.parametrize(("sides", "only"), [(("left",), "left"), (("right",), "right"), (BOTH, None), ((None,), None)])
def test_the_side_that_was_trained_alone(sides: tuple[object, ...], only: str | None) -> None:
    (one,) = sessions([did(3, "step_down", sides=sides)])  # type: ignore[arg-type]
    assert one.only_side == only


def test_holds_are_the_shortest_of_the_heaviest_sets() -> None:
    sets = tuple(StrengthSet(seconds=each) for each in (40, 30, 35))
    (one,) = sessions([replace(did(3, "wall_sit"), sets=sets)])
    assert (one.seconds, one.reps) == (30, None)


def test_the_last_time() -> None:
    entries: list[Entry] = [
        did(5, "hip_thrust"),
        did(7, "hip_thrust"),
        did(6, "hip_thrust"),
        did(8, "dead_bug"),
        rated(9, 1),
    ]
    assert last_time("hip_thrust", entries) == entries[1]
    assert last_time("hip_thrust", entries, before=on(7)) == entries[2]
    assert last_time("hip_thrust", entries, before=on(5)) is None
    assert last_time("box_squat", entries) is None


def ran(number: int) -> Run:
    return Run(at=moment(on(number)), minutes=20)


@pytest.mark.parametrize(
    ("entries", "planned", "done"),
    [
        ([], 0, 0),
        ([rated(13, 1)], 0, 0),  # today is not over
        ([rated(13, 1), did(13, "dead_bug")], 1, 1),
        ([rated(10, 1)], 3, 0),  # nothing is asked of the days before the journal
        ([rated(0, 1), *(did(number, "dead_bug") for number in (1, 2, 2, 5))], 13, 3),
        ([rated(0, 1), did(1, "dead_bug"), ran(1), ran(2)], 11, 0),
        ([rated(-40, 1), did(-1, "dead_bug"), did(0, "dead_bug")], 13, 1),  # 14 days, today among them
        ([rated(-40, 1), did(14, "dead_bug")], 13, 0),
    ],
)
def test_adherence_is_days_with_strength_of_the_days_without_a_run(
    entries: list[Entry], planned: int, done: int
) -> None:
    found = adherence(entries, on(13), SETTINGS.adherence_days)
    assert (found.days, found.planned_days) == (14, planned)
    assert found.text == f"strength on {done} of {planned} {'day' if planned == 1 else 'days'} without a run"
