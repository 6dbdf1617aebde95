"""Keys that come faster than the app draws: a dialog closes once, and a list that was not drawn yet has no page."""

from pathlib import Path

import pytest

from tests.screens.support import Runner, live


@pytest.mark.parametrize("opens", ["a", "question_mark", "ctrl+p", "R"])
def test_a_second_escape_takes_no_screen_away(tmp_path: Path, opens: str) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press(opens)
        dialog = runner.app.screen
        dialog.dismiss()
        dialog.dismiss()
        await runner.settle()
        assert type(runner.app.screen).__name__ == "TodayScreen"

    live(tmp_path, journey)


@pytest.mark.parametrize("opens", ["O", "R", "ctrl+p", "h"])
def test_a_page_of_what_is_not_drawn_yet_is_no_page(tmp_path: Path, opens: str) -> None:
    async def journey(runner: Runner) -> None:
        for key in (opens, "pagedown", "pageup", "escape", "escape"):
            runner.app.simulate_key(key)
        await runner.settle()
        await runner.press("escape", "t")
        assert "14 days" in runner.text

    live(tmp_path, journey)
