"""What went wrong and stopped nothing is said once, as a toast."""

from pathlib import Path

from tests.screens.support import Runner, live


def test_a_backup_that_fails_is_a_toast_and_the_rating_is_saved(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        (tmp_path / "backups").write_text("in the way")
        await runner.press("5")
        toasts = [(toast.severity, toast.message) for toast in runner.app._notifications]
        warnings = [message for severity, message in toasts if severity == "warning"]
        assert runner.journal.count() == 1
        assert len(warnings) == 1
        assert warnings[0].startswith("not backed up: ")
        await runner.press("6")
        warned = [each for each in runner.app._notifications if each.severity == "warning"]
        assert len(warned) == 1

    live(tmp_path, journey)
