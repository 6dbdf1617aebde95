"""A watchdog over the UI thread, switched on by the benchmarks: how long did a key have to wait for its turn?"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import Any

DURABLE = "durable"
"""What a line begins with that says when a write was durable."""

FRAME = 0.016
"""Seconds; what takes longer is seen."""
EVERY = 0.004
"""Seconds between two questions."""


class Watchdog(Thread):
    """Asks the UI thread for an answer again and again, and writes when it had to wait: "<asked> <seconds>" a line.

    A write that it was given to watch adds "durable <when>". `asked` and `when` are on the system's monotonic
    clock. What it measures is what a key meets: work on the UI thread itself, and other threads that do not let it go
    on.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, file: Path) -> None:
        super().__init__(name="watchdog", daemon=True)
        self._loop, self._file = loop, file

    def run(self) -> None:
        """Ask until the loop is closed."""
        answered, pause = Event(), Event()
        with self._file.open("a", encoding="utf-8") as out:
            while True:
                asked = monotonic()
                try:
                    self._loop.call_soon_threadsafe(answered.set)
                except RuntimeError:
                    return
                answered.wait(10)
                answered.clear()
                waited = monotonic() - asked
                if waited > FRAME:
                    out.write(f"{asked:.6f} {waited:.6f}\n")
                    out.flush()
                pause.wait(EVERY)

    def watching(self, write: Callable[..., Any]) -> Callable[..., Any]:
        """`write`, which says when it had returned."""

        def watched(*values: Any, **named: Any) -> Any:
            result = write(*values, **named)
            when = monotonic()
            with self._file.open("a", encoding="utf-8") as out:
                out.write(f"{DURABLE} {when:.6f}\n")
            return result

        return watched
