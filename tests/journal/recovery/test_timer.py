"""The timer of a guided massage, on a clock that moves only when told."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model import InvalidEntry
from journal.recovery.shapes import Step
from journal.recovery.timer import PhaseTimer, Underway

STEPS = (
    Step(label="get ready", seconds=10, kind="ready"),
    Step(label="sink in", seconds=30),
    Step(label="roll", seconds=20),
    Step(label="next spot", seconds=5, kind="switch"),
    Step(label="sink in", seconds=30),
    Step(label="done", seconds=0, kind="done"),
)


class Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def timer(**more: Any) -> tuple[PhaseTimer, Seconds]:
    clock = Seconds()
    return PhaseTimer(STEPS, clock, **more), clock


def test_it_stands_until_it_is_started() -> None:
    it, clock = timer()
    clock.now += 60
    assert (it.elapsed, it.running, it.position().step.label) == (0, False, "get ready")


def test_it_says_the_step_and_what_is_left_of_it() -> None:
    it, clock = timer()
    it.start()
    clock.now += 25
    here = it.position()
    assert (here.index, here.step.label, here.remaining, here.left) == (1, "sink in", 15, 70)


def test_a_pause_stops_it_and_start_goes_on_there() -> None:
    it, clock = timer()
    it.start()
    clock.now += 12
    it.pause()
    clock.now += 500
    assert it.elapsed == 12
    it.start()
    clock.now += 3
    assert it.elapsed == 15


def test_it_ends_by_itself_and_stays_at_the_last_step() -> None:
    it, clock = timer()
    it.start()
    clock.now += 1000
    assert it.over
    assert not it.running
    assert (it.position().step.kind, it.position().left, it.worked) == ("done", 0, 80)


def test_what_is_skipped_is_not_counted_as_worked() -> None:
    it, clock = timer()
    it.start()
    clock.now += 20
    it.skip()
    assert it.position().step.label == "roll"
    assert (it.worked, it.running) == (10, True)
    clock.now += 1000
    assert it.worked == 10 + 20 + 30


def test_getting_ready_may_be_skipped_without_loss() -> None:
    it, clock = timer()
    it.skip()
    assert it.position().step.label == "sink in"
    assert not it.running
    it.start()
    clock.now += 1000
    assert it.worked == 80


def test_steps_without_time_are_passed_over() -> None:
    it = PhaseTimer((Step(label="ready", seconds=0, kind="ready"), *STEPS[1:]), Seconds())
    assert it.position().step.label == "sink in"


def test_a_clock_that_goes_back_does_not_take_time_away() -> None:
    it, clock = timer()
    it.start()
    clock.now -= 5
    assert it.elapsed == 0


moves = st.lists(st.sampled_from(["start", "pause", "skip"]) | st.integers(0, 40), max_size=20)


@given(moves)
def test_another_timer_goes_on_where_this_one_was(played: list[str | int]) -> None:
    it, clock = timer()
    for move in played:
        if isinstance(move, int):
            clock.now += move
        else:
            getattr(it, move)()
    other = PhaseTimer(STEPS, clock, banked=it.elapsed, unworked=it.unworked)
    assert (other.position(), other.worked, other.over) == (it.position(), it.worked, it.over)


@given(moves)
def test_time_never_goes_back_and_stays_within_the_plan(played: list[str | int]) -> None:
    it, clock = timer()
    behind = worked = 0.0
    for move in played:
        if isinstance(move, int):
            clock.now += move
        else:
            getattr(it, move)()
        assert behind <= it.elapsed <= it.total
        assert worked <= it.worked <= 80
        behind, worked = it.elapsed, it.worked


@pytest.mark.parametrize(
    "wrong",
    [
        {"banked": -1.0},
        {"unworked": 31.0},
        {"before": 11},
        {"steps": ()},
        {"steps": (Step(label="x", seconds=-5),)},
        {"at": datetime(2026, 11, 23, 8)},  # noqa: DTZ001
    ],
)
def test_what_cannot_be_true_is_refused(wrong: dict[str, Any]) -> None:
    fields: dict[str, Any] = {
        "technique": "ball",
        "site": "mid_calf",
        "side": "left",
        "steps": STEPS,
        "before": 5,
        "banked": 30.0,
        "unworked": 3.0,
        "over": False,
        "at": datetime(2026, 11, 23, 8, tzinfo=UTC),
    }
    Underway(**fields)
    with pytest.raises(InvalidEntry):
        Underway(**{**fields, **wrong})
