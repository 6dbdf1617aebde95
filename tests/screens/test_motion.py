"""Reduced motion: nothing glides, no cursor blinks."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.screens.support import Runner, live


@pytest.mark.parametrize("reduced", [False, True])
def test_nothing_moves_where_that_was_chosen(tmp_path: Path, reduced: bool) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.change_settings(reduced_motion=reduced)
        runner.app.settings_changed()
        await runner.press("a")
        assert runner.app.screen.query_one(Input).cursor_blink is not reduced
        assert (runner.app.animation_level == "none") is reduced

    live(tmp_path, journey)
