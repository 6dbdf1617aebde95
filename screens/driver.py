"""Textual's driver for terminals, but for its end: the thread that reads keys is woken instead of waited for.

Textual's own waits out two looks of 0.1 s at the keyboard when the app is left. That is most of what leaving takes.
"""

import os
from codecs import getincrementaldecoder
from contextlib import suppress
from selectors import EVENT_READ, SelectSelector
from socket import socketpair
from typing import Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

LOOK = 0.1
"""Seconds after which an escape that nothing followed is the key."""


class WokenDriver(LinuxDriver):
    """The driver, with a pair of sockets beside the keyboard that wakes its thread.

    Sockets, because a closed one refuses what is sent. The bare number of a closed pipe may be that of any file by
    then, and what is written to it lands in the journal.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._make_pair()

    def _make_pair(self) -> None:
        self._awaited, self._wake = socketpair()
        self._awaited.setblocking(False)

    def start_application_mode(self) -> None:
        """Begin, or go on: while another program had the terminal, the pair was closed."""
        if self._wake.fileno() < 0:
            self._make_pair()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def disable_input(self) -> None:
        """Wake the thread; what was sent keeps it awake until it has seen that it is over."""
        with suppress(OSError):  # closed: there is no thread to wake
            self._wake.send(b"!")
        super().disable_input()

    def close(self) -> None:
        """Let go of the pair too."""
        super().close()
        self._wake.close()
        self._awaited.close()

    def run_input_thread(self) -> None:
        """Read keys until the app is left."""
        with suppress(BlockingIOError):
            self._awaited.recv(4096)
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
