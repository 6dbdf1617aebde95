"""How the app ends: by a key, a signal, a terminal that is gone, or a mistake of its own. Nothing typed is lost."""

import asyncio
import os
import signal
import sys
from threading import Timer
from typing import Any

from rich.console import RenderableType
from rich.text import Text
from textual._context import active_message_pump
from textual.app import App
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.events import Event, InputEvent
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

SIGNALS = {signal.SIGTERM: 143, signal.SIGHUP: 129}
"""What ends the app in good order, with the exit status a shell gives it."""
TERMINAL_GONE = 129
DEADLINE = 3.0
"""Seconds after which the app is gone, also when nobody reads what it writes to a terminal that is no more."""
KEYS_WITHIN = 0.5
"""Seconds to wait for keys on their way; they take a millisecond."""
LOOK_EVERY = 1.0
"""Seconds between looks whether the terminal is still there."""


async def caught_up(pump: MessagePump, within: float) -> bool:
    """Wait until `pump` has done what came to it before; False when it has not after `within` seconds."""
    done = asyncio.Event()
    pump.call_later(done.set)
    try:
        await asyncio.wait_for(done.wait(), within)
    except TimeoutError:
        return False
    return True


def _has_terminal() -> bool:
    """True while the terminal that keys come from is there."""
    return os.isatty(sys.__stdin__.fileno() if sys.__stdin__ else 0)


class EndingApp(App[int]):
    """An app whose result is its exit status."""

    mistake: Exception | None = None
    """What ended the app although nobody expected it."""
    closing = False
    """True once the screens are being taken away."""
    leaving = False
    """True while the app closes by a key and waits for what is under way."""

    def get_driver_class(self) -> type[Driver]:
        """The driver of the terminal, which ends at once."""
        found = super().get_driver_class()
        if found.__name__ == "LinuxDriver":
            from screens.driver import WokenDriver

            return WokenDriver
        return found

    def on_mount(self) -> None:
        """Listen to the signals that ask a program to end. (A class that also has an `on_mount` has both run.)"""
        if not self.is_headless:
            for number, status in SIGNALS.items():
                asyncio.get_running_loop().add_signal_handler(number, self.end, status)
            self.set_interval(LOOK_EVERY, self._look_for_terminal)

    def keep_typed(self) -> Exception | None:
        """Keep what was typed and is not saved, and forget what is; gives why some of it is not kept.

        Must not wait, nor write to the terminal.
        """
        return None

    async def put_away(self) -> None:
        """Wait until what is under way is durable."""

    def end(self, status: int) -> None:
        """End with `status` before the deadline, whatever the terminal does."""
        self.keep_typed()
        if not self._exit:
            deadline = Timer(DEADLINE, os._exit, (status,))
            deadline.daemon = True
            deadline.start()
            self.run_worker(self._end(status), exit_on_error=False)

    async def _end(self, status: int) -> None:
        await self._keys_arrived()
        await self.put_away()
        await self._keys_arrived()  # a line that could not be saved comes back
        self.keep_typed()
        self.exit(status, return_code=status)

    async def _keys_arrived(self) -> None:
        """Wait for the keys that were pressed before: they come by way of the app and the screen."""
        for waiting in (self, self.screen, self.screen.focused):
            if waiting is not None:
                await caught_up(waiting, KEYS_WITHIN)

    def _look_for_terminal(self) -> None:
        """A terminal may go without a signal (nohup); reading from it then never waits again."""
        if not _has_terminal():
            self.end(TERMINAL_GONE)

    async def on_event(self, event: Event) -> None:
        """Keys that come while the app closes are typed ahead for the shell; no screen is there to take them."""
        closing = self._exit or self.leaving or not self.screen_stack
        if not (closing and isinstance(event, InputEvent)):
            await super().on_event(event)

    def panic(self, *renderables: RenderableType) -> None:
        """The thread that reads the keys ends like this when its terminal is gone."""
        if self.is_headless or _has_terminal():
            super().panic(*renderables)
        else:
            self.end(TERMINAL_GONE)

    async def _shutdown(self) -> None:
        self.closing = True
        await super()._shutdown()

    def _handle_exception(self, error: Exception) -> None:
        """What is being taken away, or was still being made when the app closed, finds its parts gone: no mistake."""
        gone = isinstance(error, NoMatches) and self._is_gone(active_message_pump.get(None))
        if not (gone or self._exit or self.closing):
            self.mistake = self.mistake or getattr(error, "error", error)  # a worker's failure holds what it failed of
            self.keep_typed()
            super()._handle_exception(error)

    def _is_gone(self, pump: MessagePump | None) -> bool:
        """True for what is on a screen that was taken away; its timers and callbacks may still come."""
        if not isinstance(pump, Widget):
            return False
        return not any(self._stays(each) for each in pump.ancestors_with_self if isinstance(each, Screen))

    def _stays(self, screen: Screen[Any]) -> bool:
        """True for one that is shown, and for a section, which only waits to be shown again."""
        return screen in self.screen_stack or self.is_screen_installed(screen)

    def _fatal_error(self) -> None:
        """Leave without Textual's traceback: it shows the values of variables, and with them what was typed."""
        self._exit_renderables.append(Text(""))
        self._close_messages_no_wait()
