"""Rest: digits rate, numbers say what they are, several spells speak as one."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Static

from journal.model import Rating
from tests.screens.support import SAMPLE_DAY, SIZES, Runner, live


def test_a_digit_rates_the_leg_that_rules_the_day(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["flare l calf 5d ago rest 2", "flare r hamstring 3d ago rest 8"])
        runner.app.look()
        await runner.settle()
        await runner.press("r", "4", "x")
        ratings = [entry for entry in runner.journal.day(SAMPLE_DAY) if isinstance(entry, Rating)]
        assert [(entry.site, entry.side, entry.score) for entry in ratings] == [
            ("outer_hamstring", "right", 4),
            ("outer_hamstring", "right", 10),
        ]
        assert "protect" in runner.text.lower()

    live(tmp_path, journey)


def test_without_a_spell_it_rates_the_main_site_on_the_day_that_is_shown(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("r", "left_square_bracket", "3")
        (rating,) = runner.journal.day(SAMPLE_DAY - timedelta(days=1))
        assert isinstance(rating, Rating)
        assert (rating.site, rating.side, rating.score, rating.time_known) == ("upper_outer_calf", "left", 3, False)

    live(tmp_path, journey)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_an_app_default_is_called_one_until_it_is_changed(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["flare l calf yesterday rest 4", "l calf 5", "f 80"])
        runner.app.look()
        await runner.settle()
        await runner.press("r")
        shown = _all(runner)
        assert "good days in a row: 0 of 3, each rated at most 1, without a limp (app default)" in shown
        assert "function 80 of 100 % (app default)" in shown
        runner.journal.change_settings(function_needed=95)
        runner.app.journal_changed.publish(None)
        await runner.settle()
        shown = _all(runner)
        assert "function 80 of 95 %" in shown
        assert "function 80 of 95 % (app default)" not in shown

    live(tmp_path, journey, size=size)


def test_two_spells_are_one_advice(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["flare l calf 5d ago rest 2", "flare r calf 3d ago rest 6", "l calf 0", "r calf 2"])
        runner.app.look()
        await runner.settle()
        await runner.press("r")
        assert "The right upper outer calf rules, the strictest of 2" in " ".join(runner.text.split())

    live(tmp_path, journey)


def _all(runner: Runner) -> str:
    """All that the screen holds, column by column."""
    body = runner.app.screen.query_one("#body")
    return " ".join(" ".join(str(each.content) for each in body.query(Static)).split())
