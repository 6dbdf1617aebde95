"""The watchdog writes down when the UI thread was busy for more than a frame, and the app switches it on when asked."""

import asyncio
import threading
from pathlib import Path

import pytest

from screens.app import WATCHDOG
from screens.watchdog import FRAME, Watchdog
from tests.screens.support import Runner, live


def test_what_holds_the_loop_for_long_is_written_down(tmp_path: Path) -> None:
    file = tmp_path / "busy"

    async def run() -> None:
        Watchdog(asyncio.get_running_loop(), file).start()
        while not file.exists() or not file.read_text():
            threading.Event().wait(3 * FRAME)  # holds the loop
            await asyncio.sleep(0)

    asyncio.run(run())
    asked, waited = map(float, file.read_text().splitlines()[0].split())
    assert asked > 0
    assert waited > FRAME


def test_the_app_is_watched_when_asked_and_only_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def watched(_: Runner) -> bool:
        return any(isinstance(each, Watchdog) and each._file.parent == tmp_path for each in threading.enumerate())

    assert not live(tmp_path / "one", watched)
    monkeypatch.setenv(WATCHDOG, str(tmp_path / "busy"))
    assert live(tmp_path / "two", watched)
