"""A box for every set."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from journal.model import Side, StrengthSet
from journal.recovery.plan import boxes, next_set
from journal.recovery.shapes import Planned

BRIDGE = Planned(exercise="glute_bridge", sets=3, reps=12)
CLAMSHELL = Planned(exercise="clamshell", sets=2, reps=15, each_side=True)
PLANK = Planned(exercise="side_plank", sets=1, seconds=20, each_side=True)


def of(reps: int, side: Side | None = None, load: float | None = None) -> StrengthSet:
    return StrengthSet(reps=reps, side=side, load_kg=load)


def shown(item: Planned, *done: StrengthSet) -> list[tuple[str | None, int | None]]:
    """Side and repetitions of each box; None is still to do."""
    return [(box.planned.side, box.done.reps if box.done else None) for box in boxes(item, done)]


def test_a_box_for_every_planned_set() -> None:
    assert shown(BRIDGE) == [(None, None)] * 3
    assert shown(BRIDGE, of(12), of(9)) == [(None, 12), (None, 9), (None, None)]


def test_each_leg_has_its_own_boxes_in_turn() -> None:
    assert shown(CLAMSHELL) == [("left", None), ("right", None)] * 2
    assert shown(CLAMSHELL, of(15, "right"), of(14, "right")) == [
        ("left", None),
        ("right", 15),
        ("left", None),
        ("right", 14),
    ]


def test_a_set_of_both_legs_fills_a_box_of_each() -> None:
    assert shown(CLAMSHELL, of(15)) == [("left", 15), ("right", 15), ("left", None), ("right", None)]
    assert [box.place for box in boxes(CLAMSHELL, [of(15)])][:2] == [0, 0]


def test_a_side_does_not_matter_where_both_legs_work_together() -> None:
    assert shown(BRIDGE, of(12, "left"))[0] == (None, 12)


def test_sets_beyond_the_plan_have_boxes_behind() -> None:
    assert shown(CLAMSHELL, *[of(15, "left")] * 3)[-1] == ("left", 15)
    assert len(shown(BRIDGE, *[of(12)] * 5)) == 5


def test_the_next_set_is_the_first_that_is_not_done() -> None:
    assert next_set(BRIDGE, []) == of(12)
    assert next_set(CLAMSHELL, []).side == "left"
    assert next_set(CLAMSHELL, [of(15, "left")]).side == "right"
    assert next_set(CLAMSHELL, [of(15, "left")], "left").side == "left"
    assert next_set(CLAMSHELL, [of(15, "right"), of(15, "right")]).side == "left"
    assert next_set(PLANK, []) == StrengthSet(seconds=20, side="left")


def test_one_more_than_planned_goes_on_in_turn() -> None:
    assert next_set(BRIDGE, [of(12)] * 3) == of(12)
    assert next_set(PLANK, [StrengthSet(seconds=20, side=side) for side in ("left", "right")]).side == "left"
    assert next_set(PLANK, [StrengthSet(seconds=20, side=side) for side in ("right", "left")]).side == "right"


def test_the_weight_is_that_of_the_last_set() -> None:
    heavy = replace(BRIDGE, load_kg=20)
    assert next_set(heavy, []).load_kg == 20
    assert next_set(heavy, [of(12, load=25)]).load_kg == 25
    assert next_set(heavy, [of(12)]).load_kg is None


@given(
    st.builds(Planned, exercise=st.just("x"), sets=st.integers(1, 5), reps=st.just(8), each_side=st.booleans()),
    st.lists(st.builds(StrengthSet, reps=st.integers(1, 30), side=st.sampled_from(["left", "right", None]))),
)
def test_no_set_is_lost_and_ticking_on_fills_every_box(item: Planned, done: list[StrengthSet]) -> None:
    places = {box.place for box in boxes(item, done)} - {None}
    assert places == set(range(len(done)))
    while left := sum(box.done is None for box in boxes(item, done)):
        done = [*done, next_set(item, done)]
        assert sum(box.done is None for box in boxes(item, done)) == left - 1
