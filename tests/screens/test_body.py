"""Body: digits rate the chosen place; the map shows the day's highest, the row the last."""

from pathlib import Path

from screens.widgets.body_map import BodyMap
from tests.screens.support import Runner, live


def test_now_is_the_last_rating_of_the_day_and_the_map_its_highest(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("b", "4", "2")
        (now,) = (line for line in runner.text.splitlines() if " now " in line)
        assert now.rstrip().endswith("[2]")
        assert runner.app.screen.query_one("#map", BodyMap).scores["upper_outer_calf", "left"] == 4

    live(tmp_path, journey)
