"""Several sore spells at once are one advice: whatever one of them forbids is forbidden."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model import Side
from journal.recovery.shapes import EpisodeStatus
from journal.recovery.together import one_advice, strictest
from tests.journal.recovery.support import CATALOGUE, SETTINGS, begun, on, ready, status_on


def standing(side: Side, stage: int | None, earliest: int, days_left: int = 0) -> EpisodeStatus:
    """An episode whose next session is `stage` on day `earliest`."""
    status = status_on(4, ready(side))
    run = replace(status.run, stage=stage, earliest=on(earliest), text=f"next: stage {stage}")
    return replace(status, episode=begun(side=side), run=run, rest=replace(status.rest, days_left=days_left))


def test_without_a_spell_there_is_no_advice() -> None:
    assert one_advice((), CATALOGUE, SETTINGS, on(4)) is None


def test_one_spell_speaks_for_itself() -> None:
    (only,) = (standing("left", 2, 5),)
    assert one_advice([only], CATALOGUE, SETTINGS, on(4)) == only.run


def test_one_that_rests_lets_nobody_run() -> None:
    found = one_advice([standing("left", 3, 4), standing("right", None, 7, days_left=3)], CATALOGUE, SETTINGS, on(4))
    assert found is not None
    assert (found.stage, found.earliest) == (None, on(7))
    assert "The right upper outer calf rules, the strictest of 2" in found.text


def test_the_lowest_stage_on_the_latest_day() -> None:
    found = one_advice([standing("left", 2, 4), standing("right", 5, 6)], CATALOGUE, SETTINGS, on(4))
    assert found is not None
    assert (found.stage, found.earliest) == (2, on(6))
    assert found.text == (
        "next: stage 2 on Sun 29 Nov, because the left upper outer calf is at that stage and the right upper outer "
        "calf has no run before"
    )


def test_the_ruler_is_named() -> None:
    found = one_advice([standing("left", 2, 6), standing("right", 5, 6)], CATALOGUE, SETTINGS, on(4))
    assert found is not None
    assert found.text == "next: stage 2. The left upper outer calf rules, the strictest of 2"


@pytest.mark.parametrize("order", [1, -1])
def test_the_strictest_rules_whichever_came_first(order: int) -> None:
    both = [standing("left", 2, 4), standing("right", None, 6, days_left=2)][::order]
    ruler = strictest(both)
    assert ruler is not None
    assert ruler.episode.side == "right"


stages = st.none() | st.integers(0, 8)


@given(st.lists(st.tuples(stages, st.integers(4, 20), st.integers(0, 6)), min_size=1, max_size=4))
def test_together_is_never_laxer_than_any_of_them(given_: list[tuple[int | None, int, int]]) -> None:
    episodes = [standing("left", stage, day, left) for stage, day, left in given_]
    found = one_advice(episodes, CATALOGUE, SETTINGS, on(4))
    assert found is not None
    for each in episodes:
        assert found.stage is None or (each.run.stage is not None and found.stage <= each.run.stage)
        assert (found.earliest or date.max) >= (each.run.earliest or date.min)
