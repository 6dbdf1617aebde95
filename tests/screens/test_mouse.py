"""Everything can be done with the mouse alone, but for writing words."""

from pathlib import Path

from journal.book import Journal
from journal.model import Entry, Function, Massage, Rating, Strength
from screens.gate.questions import QuestionsDialog
from screens.widgets.key_bar import KeyBar
from tests.screens.states import bring_state
from tests.screens.support import NOW, SAMPLE_DAY, Runner, live
from tests.support import FakeClock


async def click(runner: Runner, words: str, into: int = 0) -> None:
    """Click so many cells into `words`, where they stand first."""
    y, line = next((y, line) for y, line in enumerate(runner.text.splitlines()) if words in line)
    await runner.pilot.click(offset=(line.index(words) + into, y))
    await runner.settle()


async def bring_keys(runner: Runner) -> None:
    """End the moment for which a message stands in the place of the keys."""
    runner.app.screen.query_one(KeyBar).said = ""
    await runner.settle()


def test_a_massage_by_mouse(tmp_path: Path) -> None:
    bring_state(tmp_path, "flare")

    async def journey(runner: Runner) -> None:
        before = {each.id for each in runner.journal.entries()}
        await click(runner, "Massage")
        await click(runner, "⏎ Start")
        for _ in range(5):
            await click(runner, "n No")
        await bring_keys(runner)
        await click(runner, "⏎ Start")
        while isinstance(runner.app.screen, QuestionsDialog):
            await click(runner, "n No")
        await bring_keys(runner)
        await click(runner, "0 1 2 3 4 5 6", 12)
        runner.clock.advance(seconds=40)
        await click(runner, "space Pause")
        assert "Paused" in runner.text
        await click(runner, "esc Stop")
        await click(runner, "0 1 2 3 4 5 6", 6)
        done = [each for each in runner.journal.entries(kinds=("massage",)) if each.id not in before]
        assert [(each.before, each.after) for each in done if isinstance(each, Massage)] == [(6, 3)]

    live(tmp_path, journey)


def test_a_day_by_mouse(tmp_path: Path) -> None:
    bring_state(tmp_path, "flare")
    with Journal(tmp_path, FakeClock(NOW)) as journal:
        before = {each.id for each in journal.entries()}

    async def journey(runner: Runner) -> None:
        journal = runner.journal

        def new() -> list[Entry]:
            return [each for each in journal.entries() if each.id not in before]

        await click(runner, "5 6 7 8", 4)
        (rated,) = new()
        assert isinstance(rated, Rating) and (rated.side, rated.score) == ("left", 7)
        await click(runner, "u undoes")
        assert new() == []
        await click(runner, "function  ")
        await runner.type("90")
        await click(runner, "✓ function 90 %")
        assert [type(each) for each in new()] == [Function]
        await click(runner, "Strength")
        await click(runner, "[ ]")
        assert {type(each) for each in new()} == {Function, Strength}
        await click(runner, "History")
        runner.app.clear_notifications()
        await runner.settle()
        await click(runner, "i Kind")
        await click(runner, "massage")
        assert runner.text.splitlines()[2].startswith(" massage · ")
        await click(runner, "g Trends")
        await click(runner, "< > Range", 2)
        assert "90 d to 23 Nov 2026" in runner.text
        await click(runner, "Links")
        assert "▸Links" in runner.text
        await click(runner, "Massage   Forecast")
        assert "▸Massage" in runner.text
        await click(runner, "Today")
        await click(runner, "[ ] Day")
        assert (SAMPLE_DAY - runner.app.day).days == 1
        await click(runner, "[ ] Day", 2)
        await click(runner, "Massage")
        await click(runner, "⏎ Start")
        for _ in range(5):
            await click(runner, "n No")
        assert "Discomfort at most 3 of 10" in runner.text
        await click(runner, "? Help")
        assert "Keys here" in runner.text

    live(tmp_path, journey)
