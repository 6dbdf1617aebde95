"""Body: choose a place, see its name, rate it; the day, another day, or the highest of thirty."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.model import Rating, Side
from screens.widgets.body_map import BodyMap
from screens.widgets.legs import Spot
from tests.screens.support import SAMPLE_DAY, SIZES, Runner, live

CALF: tuple[str, Side] = ("upper_outer_calf", "left")


def maps(runner: Runner) -> tuple[BodyMap, BodyMap]:
    """The legs from behind and from the front."""
    return runner.app.screen.query_one("#map", BodyMap), runner.app.screen.query_one("#front", BodyMap)


def test_now_is_the_last_rating_of_the_day_and_the_map_its_highest(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("b", "4", "2")
        (now,) = (line for line in runner.text.splitlines() if " now " in line)
        assert now.rstrip().endswith("[2]")
        assert maps(runner)[0].scores[CALF] == 4

    live(tmp_path, journey)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_both_sides_are_seen_at_once_and_space_goes_over(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("b")
        behind, front = maps(runner)
        heading = runner.text.splitlines()[1]
        assert heading.startswith("▸LEFT", heading.index("▸")) and heading.index("behind" if size[0] > 80 else "back")
        assert heading.rstrip().endswith("LEFT") and "front" in heading
        assert behind.has_focus
        await runner.press("space", "4")
        assert front.has_focus
        (rated,) = runner.journal.entries()
        assert isinstance(rated, Rating) and rated.site in runner.journal.outlines["front"].sites
        await runner.press("space")
        assert behind.has_focus

    live(tmp_path, journey, size=size)


def test_a_terminal_with_room_for_one_side_turns_it_round(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("b")
        behind, front = maps(runner)
        assert not front.display
        seen = [behind.view]
        await runner.press("space")
        assert [*seen, behind.view] == ["back", "front"]

    live(tmp_path, journey, size=(42, 20))


@pytest.mark.parametrize("before", [(80, 24), (100, 30), (42, 20), (120, 40)], ids=str)
def test_another_size_of_the_terminal_looks_as_a_start_in_it(tmp_path: Path, before: tuple[int, int]) -> None:
    sizes = ((60, 20), (60, 40), (80, 24), (42, 20), (120, 40))

    def fresh(size: tuple[int, int]) -> str:
        async def look(runner: Runner) -> str:
            await runner.press("b")
            return runner.text

        return live(tmp_path, look, size=size)

    async def journey(runner: Runner) -> None:
        await runner.press("b")
        for size, text in wanted.items():
            await runner.pilot.resize_terminal(*before)
            await runner.settle()
            await runner.pilot.resize_terminal(*size)
            await runner.settle()
            assert runner.text == text, size

    wanted = {size: fresh(size) for size in sizes}
    live(tmp_path, journey, size=before)


def test_a_long_warning_on_a_small_screen_leaves_a_list_of_the_places(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("b")
        drawn = runner.text
        runner.app.tell("a thing to know " * 9, "warning")
        await runner.settle()
        assert "▸ ·  left   Upper outer calf" in runner.text
        runner.app.clear_notifications()
        await runner.settle()
        assert runner.text == drawn

    live(tmp_path, journey, size=(60, 20))


def test_what_was_chosen_in_front_is_seen_when_the_terminal_has_room_for_one_side_only(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("b", "space", "up", "up", "up")
        chosen = maps(runner)[1].selected
        assert chosen == ("front_thigh", "left")
        await runner.pilot.resize_terminal(42, 20)
        await runner.settle()
        behind, front = maps(runner)
        assert not front.display
        assert (behind.view, behind.selected) == ("front", chosen)
        await runner.press("space")
        assert behind.view == "back"

    live(tmp_path, journey)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_mouse_names_a_place_and_chooses_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("b", "4")
        for leg, site, name in zip(
            maps(runner), ("mid_calf", "front_knee"), ("mid calf", "front of knee"), strict=True
        ):
            offset = next(
                (x, y)
                for y in range(leg.size.height)
                for x in range(leg.size.width)
                if leg.spot_at(x, y) == Spot(site, "right")
            )
            await runner.pilot.hover(leg, offset=offset)
            assert str(leg.tooltip).lower().startswith(f"{name}, right: not rated")
            await runner.pilot.click(leg, offset=offset)
            await runner.settle()
            assert f"Right {name}" in runner.text
        behind = maps(runner)[0]
        row = next(y for y in range(behind.size.height) if behind.spot_at(0, y) is None)
        await runner.pilot.hover(behind, offset=(0, row))
        assert behind.tooltip is None

    live(tmp_path, journey, size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_days_are_stepped_through_and_rated(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("b", "4", "left_square_bracket")
        assert maps(runner)[0].scores.get(CALF) is None
        assert "Sun 22 Nov" in runner.text
        assert size[0] < 80 or "as on Sun 22 Nov" in " ".join(runner.text.split())
        await runner.press("6", "left_square_bracket", "right_square_bracket")
        assert maps(runner)[0].scores[CALF] == 6
        await runner.press("right_square_bracket")
        assert maps(runner)[0].scores[CALF] == 4
        days = [(each.day, each.score) for each in runner.journal.entries() if isinstance(each, Rating)]
        assert sorted(days) == [(SAMPLE_DAY - timedelta(days=1), 6), (SAMPLE_DAY, 4)]

    live(tmp_path, journey, size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_highest_of_thirty_days_is_one_key_away_and_says_so(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        for back, score in ((30, 9), (29, 8), (3, 5), (0, 2)):
            runner.journal.log([f"l upper outer calf {score}"], day=SAMPLE_DAY - timedelta(days=back))
        runner.journal.log(["r mid calf 6"], day=SAMPLE_DAY - timedelta(days=9))
        await runner.press("b")
        assert maps(runner)[0].scores[CALF] == 2
        await runner.press("c")
        for leg in maps(runner):
            assert (leg.scores[CALF], leg.scores["mid_calf", "right"]) == (8, 6)
        assert "highest of 30 days" in runner.text or "highest of the 30" in " ".join(runner.text.split())
        if size[1] >= 36:
            assert " 8  Left upper outer calf" in runner.text
            assert " 6  Right mid calf" in runner.text
        await runner.press("c")
        assert maps(runner)[0].scores[CALF] == 2

    live(tmp_path, journey, size=size)
