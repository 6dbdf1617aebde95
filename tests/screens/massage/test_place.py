"""Where the ball goes is drawn beside the words, and names keep what tells them apart."""

from pathlib import Path

import pytest

from screens.massage.offers import OfferList
from screens.widgets.body_map import BodyMap
from screens.widgets.words import shortened
from tests.screens.massage.test_massage import end_the_timer, to_the_list
from tests.screens.states import bring_state
from tests.screens.support import Runner, live


@pytest.mark.parametrize(("width", "seen"), [(60, False), (80, True), (120, True), (200, True)])
def test_the_place_is_drawn_where_there_is_room(tmp_path: Path, width: int, seen: bool) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("m")
        assert ("[●]" in runner.text) == seen

    live(tmp_path, journey, size=(width, 24))


@pytest.mark.parametrize("size", [(60, 20), (80, 20), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_massage_that_goes_on_shows_its_place_and_pausing_moves_nothing(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def journey(runner: Runner) -> None:
        await to_the_list(runner)
        await runner.press("enter")
        assert "[●]" in runner.text and "0 1 2 3 4 5 6 7 8 9 X" in runner.text
        await runner.press("3")
        runner.clock.advance(seconds=20)
        await runner.press("n", "space")
        paused = runner.text.splitlines()
        assert "[●]" in runner.text and "Paused: space goes on" in runner.text
        await runner.press("space")
        going = runner.text.splitlines()
        moved = [number for number, line in enumerate(going) if line != paused[number]]
        assert len(moved) <= 2, "the sign in the bar, and the line that says it"

    live(tmp_path, journey, size=size, sample=True)


def test_a_click_on_the_leg_chooses_what_may_be_massaged_there_and_never_a_joint(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("m")
        leg, offers = runner.app.screen.query_one(BodyMap), runner.app.screen.query_one(OfferList)

        async def click(site: str, side: str) -> str:
            cells = ((x, y) for y in range(leg.size.height) for x in range(leg.size.width))
            await runner.pilot.click(leg, offset=next(cell for cell in cells if leg.spot_at(*cell) == (site, side)))
            await runner.settle()
            option = offers.highlighted_option
            assert option is not None and option.id is not None
            return option.id.split("/", 1)[1]

        assert await click("upper_outer_calf", "right") == "upper_outer_calf/right"
        assert leg.mark == leg.selected == ("upper_outer_calf", "right")
        for never in ("back_of_knee", "achilles"):
            assert await click(never, "left") == "upper_outer_calf/right"
            assert leg.mark == leg.selected == ("upper_outer_calf", "right")
        await runner.press("enter")
        leg.post_message(BodyMap.Selected("mid_calf", "left", leg))
        await runner.settle()
        assert leg.mark == leg.selected == ("upper_outer_calf", "right")

    bring_state(tmp_path, "well")
    live(tmp_path, journey)


def test_the_day_is_marked_session_by_session(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to_the_list(runner)
        assert "0 of 3 today  ○○○" in runner.text
        await runner.press("enter", "3")
        await end_the_timer(runner)
        await runner.press("1")
        assert "●○○" in runner.text

    live(tmp_path, journey, sample=True)


@pytest.mark.parametrize(
    ("cells", "seen"),
    [(50, "Ball under the calf, sitting"), (20, "Ball under…, sitting"), (12, "Ball under …"), (1, "…")],
)
def test_a_long_name_keeps_what_follows_its_comma(cells: int, seen: str) -> None:
    assert shortened("Ball under the calf, sitting", cells) == seen
