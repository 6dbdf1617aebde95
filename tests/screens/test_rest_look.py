"""Rest says what changed, how a test is done, and where on the ladder one is."""

from pathlib import Path

from tests.screens.states import bring_state
from tests.screens.support import Runner, live


def words(runner: Runner) -> str:
    return " ".join(runner.text.split())


def test_what_changed_since_the_day_before_is_named(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["flare l upper outer calf rest 2 3d ago", "l upper outer calf 1 yesterday"])
        runner.journal.log(["function 80% yesterday 20:00", "function 100%", "l upper outer calf 0"])
        runner.app.look()
        await runner.press("r")
        assert "now met: function" in words(runner)

    live(tmp_path, journey)


def test_each_test_says_how_it_is_done_and_how_it_is_recorded(tmp_path: Path) -> None:
    bring_state(tmp_path, "first")

    async def journey(runner: Runner) -> None:
        await runner.press("r")
        assert "Walk down 2 flights of stairs and rate the leg." in words(runner)
        runner.journal.log(["test stairs down 1"])
        runner.app.look()
        await runner.settle()
        assert "Walk down 2 flights of stairs and rate the leg." not in words(runner)
        assert "✓ Stairs down: 1 of 10" in words(runner)
        await runner.press("i")
        assert "Walk down 2 flights of stairs and rate the leg." in words(runner)

    live(tmp_path, journey, size=(100, 90))


def test_the_ladder_marks_where_one_is_with_what_to_do(tmp_path: Path) -> None:
    bring_state(tmp_path, "returning")

    async def journey(runner: Runner) -> None:
        await runner.press("r")
        stage = runner.journal.status().episodes[0].run.stage
        assert stage is not None
        assert f"▸ {stage} ▰" in words(runner)
        assert runner.journal.catalogue.stages[stage].how in words(runner)

    live(tmp_path, journey, size=(100, 60))


def test_without_an_episode_the_last_one_is_told(tmp_path: Path) -> None:
    bring_state(tmp_path, "well")

    async def journey(runner: Runner) -> None:
        await runner.press("r")
        assert "No sore spell is open" in runner.text
        assert "The last one: left upper outer calf, well again on" in words(runner)

    live(tmp_path, journey)


def test_the_headline_breaks_between_its_parts(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("r")
        lines = [line.strip(" ╶─╮┤╯") for line in runner.text.splitlines()]
        at = lines.index("Rest day 4 · at least 3 more")
        assert lines[at + 1] == "function 85 of 100 % · 0 good days of 3"

    live(tmp_path, journey, sample=True)
