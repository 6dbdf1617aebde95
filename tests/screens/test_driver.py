"""Leaving wakes the thread that reads the keys: it does not wait until it looks again."""

import sys

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
