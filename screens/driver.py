"""Textual's driver for terminals, but for its end: the thread that reads keys is woken instead of waited for.

Textual's own waits out two looks of 0.1 s at the keyboard when the app is left. That is most of what leaving takes.
"""

import os
from codecs import getincrementaldecoder
from contextlib import suppress
from selectors import EVENT_READ, SelectSelector
from typing import Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

LOOK = 0.1
"""Seconds after which an escape that nothing followed is the key."""


class WokenDriver(LinuxDriver):
    """The driver, with a pipe beside the keyboard that wakes its thread."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._awaited, self._wake = os.pipe()
        self._pipe = os.fstat(self._wake)
        self._wake_closed = False
        os.set_blocking(self._awaited, False)

    def disable_input(self) -> None:
        """Wake the thread; what is in the pipe keeps it awake until it has seen that it is over.

        Only into a pipe: the number of one that was closed may be that of any file by now, the journal's too.
        """
        if self._wake_is_open():
            os.write(self._wake, b"!")
        super().disable_input()

    def close(self) -> None:
        """Let go of the pipe too."""
        super().close()
        if self._wake_is_open():
            self._wake_closed = True
            os.close(self._wake)
            os.close(self._awaited)

    def _wake_is_open(self) -> bool:
        """True while both ends are the pipe that was made."""
        if self._wake_closed:
            return False
        try:
            return all(os.path.samestat(os.fstat(end), self._pipe) for end in (self._wake, self._awaited))
        except OSError:
            return False

    def run_input_thread(self) -> None:
        """Read keys until the app is left."""
        self._forget_wake()
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")().decode
        with SelectSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            selector.register(self._awaited, EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(LOOK)}
                typed = decode(os.read(self.fileno, 4096)) if self.fileno in ready else ""
                for event in parser.feed(typed) if typed else ():
                    self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _forget_wake(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._awaited, 4096)
