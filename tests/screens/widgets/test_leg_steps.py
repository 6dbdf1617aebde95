"""The arrow keys reach every site from every site."""

import pytest

from journal.catalogue.outlines import View
from screens.widgets.leg_steps import AHEAD, middles, step, turned
from screens.widgets.legs import Spot
from tests.screens.widgets.hall import NEVER, OUTLINES, SITES

VIEWS: tuple[View, ...] = ("back", "front")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("allowed", [set(SITES), set(SITES) - NEVER])
def test_every_spot_is_reached_from_every_spot(view: View, allowed: set[str]) -> None:
    leg = OUTLINES[view]
    everything = {spot for spot in middles(leg) if spot.site in allowed}
    assert everything
    for start in everything:
        reached, edge = {start}, [start]
        while edge:
            here = edge.pop()
            found = {step(leg, here, direction, allowed) for direction in AHEAD} - {None}
            edge += found - reached  # type: ignore[arg-type]
            reached |= found  # type: ignore[arg-type]
        assert reached == everything


@pytest.mark.parametrize(
    ("start", "direction", "end"),
    [
        (Spot("upper_outer_calf", "left"), "right", Spot("upper_inner_calf", "left")),
        (Spot("upper_inner_calf", "left"), "right", Spot("upper_inner_calf", "right")),
        (Spot("upper_outer_calf", "left"), "left", None),
        (Spot("upper_outer_calf", "left"), "down", Spot("mid_calf", "left")),
        (Spot("mid_calf", "right"), "down", Spot("lower_calf", "right")),
        (Spot("glute", "right"), "up", None),
    ],
)
def test_steps_go_where_they_point(start: Spot, direction: str, end: Spot | None) -> None:
    assert step(OUTLINES["back"], start, direction, SITES) == end  # type: ignore[arg-type]


def test_without_a_start_there_is_a_first() -> None:
    assert step(OUTLINES["front"], None, "up", {"outer_shin"}) == Spot("outer_shin", "right")
    assert step(OUTLINES["front"], Spot("glute", "left"), "up", {"outer_shin"}) == Spot("outer_shin", "right")
    assert step(OUTLINES["front"], None, "up", ()) is None


def test_turning_stays_on_the_leg_and_at_its_height() -> None:
    back, front = OUTLINES["back"], OUTLINES["front"]
    assert turned(Spot("mid_calf", "left"), back, front, SITES) == Spot("outer_shin", "left")
    assert turned(Spot("front_thigh", "right"), front, back, SITES) == Spot("outer_hamstring", "right")
    assert turned(Spot("mid_calf", "left"), back, front, ()) is None


def test_turning_to_the_side_that_shows_it_keeps_what_was_chosen() -> None:
    back, front = OUTLINES["back"], OUTLINES["front"]
    only = Spot("front_thigh", "right")
    assert only not in middles(back)
    assert turned(only, back, front, SITES) == only
    assert turned(only, back, back, SITES) is None
