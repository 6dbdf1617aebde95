"""Leaving wakes the thread that reads the keys: it does not wait until it looks again."""

import sys
from pathlib import Path

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


SUSPENDED = LOOKS_ONCE_AN_HOUR.replace(
    "class Hello(App):",
    """
import os, pathlib, sys
journal = pathlib.Path(sys.argv[1])
journal.write_bytes(b"SQLite format 3")

class Hello(App):
    def action_edit(self):
        with self.suspend():
            self.open = [os.open(journal, os.O_RDWR) for _ in range(64)]
        self.query_one(Static).update("here again")
""",
).replace("BINDINGS = [", 'BINDINGS = [("e", "edit", "Edit"), ')


def test_after_another_program_had_the_terminal_keys_are_read_and_no_file_is_written_to(tmp_path: Path) -> None:
    """The numbers of what was closed for it are those of other files by then: the journal's, too."""
    journal = tmp_path / "journal.db"
    with Terminal([sys.executable, "-c", SUSPENDED, str(journal)]) as terminal:
        terminal.until("hello there")
        terminal.settle()
        terminal.press("e")
        terminal.until("here again")
        terminal.settle()
        _, status = terminal.end("q")
    assert status == 0
    assert journal.read_bytes() == b"SQLite format 3"
