"""Asking ahead and self-trials, on the screen."""

from pathlib import Path

import pytest
from textual.widgets import Static

from screens.today.lines import Task
from screens.trends.trial import PlanTrial, TrialScreen
from tests.screens.dump import assert_golden
from tests.screens.support import SIZES, Runner, live
from tests.screens.test_layout import cut_off

GOLDEN = Path(__file__).parents[1] / "golden"


def test_a_question_is_asked_seen_and_taken_back(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5", "g", "L", "A")
        await runner.type("drive over 2h next morning")
        assert "✓ question: Driving over 2 h, the next morning, left upper outer calf" in runner.text
        await runner.press("enter")
        assert "You asked ahead" in runner.text
        assert "0 of 6 days" in runner.text
        assert "Driving over 2 h" in runner.text
        await runner.press("delete")
        assert "You asked ahead" not in runner.text
        await runner.press("u")
        assert len(runner.journal.questions()) == 1

    live(tmp_path, journey)


def test_what_cannot_be_read_is_not_asked(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5", "g", "L", "A")
        await runner.type("foo")
        await runner.press("enter")
        assert "what it is about is not" in runner.text
        assert runner.journal.questions() == ()

    live(tmp_path, journey)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_trial_is_planned_looked_at_and_ended(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["l calf 3"])
        await runner.press("g", "M", "T")
        assert isinstance(runner.app.screen, PlanTrial)
        assert list(cut_off(runner.app)) == []
        assert_golden(runner.text + "\n", GOLDEN / f"trial-plan-{size[0]}x{size[1]}.txt")
        await runner.press("enter")
        assert "against what?" in runner.text
        await runner.press("escape")
        assert "Try it on the left upper outer calf" in runner.text
        await runner.press("enter", "enter")
        assert "For how long?" in runner.text
        assert "4 weeks: finds a difference of 1 point in" in runner.text
        await runner.press("enter")
        (now,) = runner.journal.trials()
        assert (now.state, now.trial.days, now.trial.against) == ("running", 28, None)
        assert "day 1 of 28" in runner.text
        await runner.press("T")
        assert isinstance(runner.app.screen, TrialScreen)
        assert f"seed {now.trial.seed}" in runner.text
        assert "day 1 of 28)" in str(runner.app.screen.query_one("#now", Static).content)
        assert list(cut_off(runner.app)) == []
        await runner.press("escape", "t")
        assert "day 1 of 28)" in str(runner.app.screen.query(Task).first().content)
        await runner.press("g", "M", "T", "E")
        assert runner.journal.trials()[0].why == "you ended it"
        await runner.press("u")
        assert runner.journal.trials()[0].state == "running"

    live(tmp_path, journey, size=size)


def test_without_a_choice_nothing_is_planned(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("3", "g", "M", "T", "escape")
        assert runner.journal.trials() == ()
        runner.journal.log(["l calf 6"])
        await runner.press("T", "enter", "enter", "enter")
        assert runner.journal.trials() == ()

    live(tmp_path, journey)


def test_massage_says_what_the_trial_plans_and_forbids_nothing(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.start_trial(runner.journal.plan_trial("ball", seed=20250106))
        await runner.press("m")
        told = str(runner.app.screen.query_one("#trials", Static).content)
        assert told == "Today: no massage, it is the trial (left upper outer calf, day 1 of 28)."
        await runner.press("a")
        await runner.type("massage ball l calf 2m")
        await runner.press("enter")
        assert [each.kind for each in runner.journal.day(runner.clock.today())] == ["self_trial", "massage"]

    live(tmp_path, journey)
