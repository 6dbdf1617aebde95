"""What went wrong and stopped nothing is said once, below what is read."""

from pathlib import Path

from tests.screens.support import Runner, live


def test_a_backup_that_fails_is_said_and_the_rating_is_saved(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        (tmp_path / "backups").write_text("in the way")
        await runner.press("5")
        assert runner.journal.count() == 1
        assert runner.app.warned.startswith("not backed up: ")
        await runner.press("6")
        assert runner.app.warned.startswith("not backed up: ")
        assert not runner.app._notifications

    live(tmp_path, journey, size=(200, 24))
