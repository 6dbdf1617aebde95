"""Leaving wakes the thread that reads the keys: it does not wait until it looks again."""

import asyncio
import os
import sys
from pathlib import Path

import pytest
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from screens.driver import WokenDriver
from tests.benchmarks.speed.terminal import Terminal

LOOKS_ONCE_AN_HOUR = """
from textual.app import App
from textual.widgets import Static
import screens.driver
screens.driver.LOOK = 3600

class Hello(App):
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self):
        yield Static("hello there")

Hello(driver_class=screens.driver.WokenDriver).run()
"""


def test_keys_are_read_and_leaving_wakes_the_thread_that_reads_them() -> None:
    with Terminal([sys.executable, "-c", LOOKS_ONCE_AN_HOUR]) as terminal:
        terminal.until("hello there")
        terminal.settle()
        _, status = terminal.end("q")
    assert status == 0
    assert b"\x1b[?1049l" in terminal.seen


def test_the_number_of_a_closed_pipe_is_not_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be that of the journal by then."""
    monkeypatch.setattr(LinuxDriver, "disable_input", lambda _: None)
    monkeypatch.setattr(LinuxDriver, "close", lambda _: None)

    async def made() -> WokenDriver:
        return WokenDriver(App())

    for how in ("closed by the driver", "closed by another"):
        driver = asyncio.run(made())
        ends = (driver._wake, driver._awaited)
        if how == "closed by the driver":
            driver.close()
        else:
            os.close(driver._wake)
            os.close(driver._awaited)
        path = tmp_path / "journal.db"
        path.write_bytes(b"SQLite format 3")
        files = [os.open(path, os.O_RDWR) for _ in range(16)]
        assert set(ends) <= set(files)
        driver.disable_input()
        driver.close()
        assert path.read_bytes() == b"SQLite format 3"
        for file in files:
            os.close(file)
