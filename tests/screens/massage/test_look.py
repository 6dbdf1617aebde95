"""What a massage looks like at each of its steps, at each size."""

from pathlib import Path

import pytest
from textual.containers import VerticalScroll

from screens.gate.questions import QuestionsDialog
from tests.screens.dump import assert_golden
from tests.screens.states import bring_state
from tests.screens.support import SIZES, Runner, live

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_each_step_of_a_massage(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        async def look(step: str) -> None:
            runner.app.clear_notifications()
            await runner.settle()
            assert_golden(runner.text + "\n", GOLDEN / f"{step}-{size[0]}x{size[1]}.txt")

        await runner.press("m", "enter")
        await look("gate")
        assert runner.app.screen.query_one("#dialog", VerticalScroll).max_scroll_y == 0
        await runner.press("n", "n", "n", "n", "n", "enter")
        await look("conditions")
        while isinstance(runner.app.screen, QuestionsDialog):
            await runner.press("N")
        await look("before")
        await runner.press("escape")
        await look("list")
        await runner.press("enter")
        await runner.press("4")
        runner.clock.advance(seconds=22)
        await runner.press("space")
        await look("paused")
        await runner.press("escape")
        await look("after")
        await runner.press("2")
        await look("done")

    live(tmp_path, journey, size=size, sample=True)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_raised_sign(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        async def look(step: str) -> None:
            runner.app.clear_notifications()
            await runner.settle()
            assert_golden(runner.text + "\n", GOLDEN / f"{step}-{size[0]}x{size[1]}.txt")

        await runner.press("m", "enter", "y", "n", "y", "n", "n")
        await look("raised")
        await runner.press("enter")
        await look("refused")
        runner.clock.advance(seconds=2)
        await runner.press("n")
        await look("signs")
        await runner.press("d")
        await look("clearance")

    live(tmp_path, journey, size=size, sample=True)


def test_the_mouse_answers_too(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("m", "enter")
        for _ in range(5):
            assert isinstance(runner.app.screen, QuestionsDialog)
            lines = runner.text.splitlines()
            row = next(number for number, line in enumerate(lines) if "n No" in line)
            await runner.pilot.click(offset=(lines[row].index("n No"), row))
            await runner.settle()
        assert not isinstance(runner.app.screen, QuestionsDialog)
        assert runner.journal.status().massage.gate is None

    live(tmp_path, journey, sample=True)


def test_the_chosen_way_bears_a_sign_in_sight_without_colour(tmp_path: Path) -> None:
    bring_state(tmp_path, "well")

    async def journey(runner: Runner) -> None:
        def marked() -> list[str]:
            return [line.split("right", 1)[1].split("  ")[1] for line in runner.text.splitlines() if "▸" in line]

        await runner.press("m", "end")
        assert marked() == ["Break from driving or sitting"]
        await runner.press("up")
        assert marked() == ["Cold pack"]

    live(tmp_path, journey, size=(120, 40))


def test_before_the_calf_questions_massage_says_what_they_are_and_what_follows(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("m")
        said = " ".join(line[:78].strip() for line in runner.text.splitlines())
        assert "Press enter to answer them." in said
        asked = runner.journal.catalogue.gate
        assert len(asked) == 5
        assert all(f"{number} {each.ask}" in said for number, each in enumerate(asked, 1))
        assert "One key each, y or n. When all are no, the ways to massage today stand here." in said

    live(tmp_path, journey, size=(120, 40), sample=True)
