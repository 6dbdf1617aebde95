"""What is told while something is typed leaves the line and its answer free."""

from pathlib import Path

import pytest

from tests.screens.support import SIZES, Runner, live


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_toast_does_not_cover_the_entry_bar(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("a")
        await runner.type("drive 3h")
        before = [line for line in runner.text.splitlines() if "drive 3h" in line or "✓" in line]
        for number in range(2):
            runner.app.tell(f"Something went wrong, number {number}: " + "words " * 20, severity="error")
        await runner.settle()
        assert "number 1" in runner.text
        assert [line for line in runner.text.splitlines() if "drive 3h" in line or "✓" in line] == before
        assert len(before) == 2

    live(tmp_path, journey, size=size)


def test_what_is_told_twice_stands_once(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        for _ in range(3):
            runner.app.tell("The folder is full", severity="warning")
            runner.app.tell("The backup failed", severity="warning")
            await runner.settle()
        assert (runner.text.count("The backup failed"), "The folder is full" in runner.text) == (1, False)
        runner.app._warn_no_more("The backup failed")
        await runner.settle()
        assert (runner.text.count("The folder is full"), "The backup failed" in runner.text) == (1, False)

    live(tmp_path, journey)
