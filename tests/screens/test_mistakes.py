"""What nobody expected beside the keys is told in a line, its place is logged, and the app goes on."""

from contextlib import suppress
from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from screens.comments.screen import CommentsScreen
from screens.today.screen import TodayScreen
from tests.screens.support import Runner, live


@pytest.mark.parametrize("where", ["app", "screen", "dialog"])
def test_the_place_of_a_mistake_is_logged_without_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("secret words")

    async def journey(runner: Runner) -> None:
        monkeypatch.setattr(runner.journal, "keep_glance", broken)
        monkeypatch.setattr(TodayScreen, "read", broken)
        monkeypatch.setattr(CommentsScreen, "_read", broken)
        with suppress(WorkerFailed):
            if where == "app":
                runner.app._keep_glance()
            elif where == "screen":
                runner.app.screen.reload()  # type: ignore[attr-defined]
            else:
                runner.app.push_screen(CommentsScreen())
            await runner.settle()
        await runner.pilot.pause()
        (told,) = (each.message for each in runner.app._notifications)
        assert told.startswith("this program made a mistake (KeyError in test_mistakes.py:")
        log = runner.journal.paths.log.read_text()
        assert "test_mistakes.py" in log
        assert "secret" not in log + told
        assert runner.app.is_running

    live(tmp_path / "data", journey)
