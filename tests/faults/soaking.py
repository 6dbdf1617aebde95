"""The session of the soak: `python -m tests.faults.soaking KEYS [SEED] [--explain]`, a line of JSON for each probe."""

import asyncio
import gc
import json
import os
import sys
import traceback
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import thread_time

from textual.events import Key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from journal.book import Journal
from screens.app import JournalApp
from tests.support import FakeClock

NAMED = (
    *("up", "down", "left", "right", "enter", "escape", "escape", "tab", "shift+tab", "space", "backspace", "delete"),
    *("home", "end", "pageup", "pagedown", "left_square_bracket", "right_square_bracket", "left_curly_bracket"),
    *("right_curly_bracket", "less_than_sign", "greater_than_sign", "slash", "question_mark", "f1", "ctrl+p", "minus"),
    *("full_stop", "comma", "semicolon", "ctrl+z", "ctrl+a", "ctrl+v"),
)
KEYS = (*NAMED * 2, *"0123456789" * 4, *"abcdefghijklmnoprstuvwxyzCEIKOPRSUW")
"""All but those that leave the app: it is to be one long session, as memory is that of one process."""
CHARACTERS = {"space": " ", "slash": "/", "minus": "-", "full_stop": ".", "comma": ",", "semicolon": ";"} | {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}
BURST = 20
EVERY = 200
"""Keys between two probes."""
PATIENCE = 120.0
"""Seconds that a burst may take on a busy machine."""
ESCAPES = 12
"""So many lead back to Today from anywhere."""
EXPLAIN = "--explain" in sys.argv
SIZES = ((80, 24), (60, 20), (120, 40), (200, 50), (20, 5), (1, 1))


def memory() -> float:
    """MiB that this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


class Session:
    """Someone whose cat sleeps on the keyboard."""

    def __init__(self, folder: Path, keys: int, seed: int) -> None:
        self.folder, self.keys, self.random = folder, keys, Random(seed)
        self.pressed = 0
        self.clock = FakeClock(datetime(2026, 11, 23, 7, 30, tzinfo=UTC))
        self.memory: list[float] = []
        self.opened = 0
        self.last: list[str] = []

    def live(self) -> None:
        """Press all keys, opening the app again whenever a key has closed it."""
        while self.pressed < self.keys:
            raised = asyncio.run(self._ended())
            if raised is not None:
                trace = "".join(traceback.format_exception(raised))[-1500:]
                say(crash=f"{trace}\nafter {' '.join(self.last[-30:])}", keys=self.pressed)

    async def _ended(self) -> BaseException | None:
        """What ended the app, of whatever kind: it is to raise nothing, and after a finding the keys go on."""
        [raised] = await asyncio.gather(self._open(), return_exceptions=True)
        return raised

    async def _open(self) -> None:
        self.opened += 1
        with Journal(self.folder, self.clock) as journal:
            app = JournalApp(journal, look_aside=False)
            async with app.run_test(size=(80, 24), notifications=True) as pilot:
                while self.pressed < self.keys and app.is_running and app.return_value is None:
                    await self._press(app, pilot)
                app.exit(0)

    async def _press(self, app: JournalApp, pilot: Pilot[int]) -> None:
        """A burst as fast as a terminal sends it; then everything it set going is waited for."""
        keys = self.random.choices(KEYS, k=BURST)
        self.last = [*self.last[-60:], *keys]
        self.pressed += BURST
        self.clock.advance(seconds=7 * BURST)
        if self.random.random() < 0.05:
            await pilot.resize_terminal(*self.random.choice(SIZES))
        driver = app._driver
        assert driver is not None
        for key in keys:
            pressed = Key(key, key if len(key) == 1 else CHARACTERS.get(key))
            pressed.set_sender(app)
            driver.send_message(pressed)
        await pilot._wait_for_screen(PATIENCE)
        if self.pressed % EVERY == 0 and app.return_value is None:
            await self._probe(app, pilot)

    async def _probe(self, app: JournalApp, pilot: Pilot[int]) -> None:
        """A key is answered (in seconds of processor of the thread that draws); there is a way back to Today."""
        await pilot.resize_terminal(80, 24)
        took = 0.0
        for _ in range(ESCAPES):
            began = thread_time()
            app.simulate_key("escape")
            await pilot._wait_for_screen(PATIENCE)
            took = max(took, thread_time() - began)
            with suppress(WorkerCancelled):
                await app.workers.wait_for_complete()
            await pilot.pause()
            if self._is_back(app):
                break
        if app._exit:
            return
        if not self._is_back(app):
            say(crash=f"no way back from {app.screen}: {' '.join(self.last)}", keys=self.pressed)
        self.memory.append(memory())
        say(probe=took, keys=self.pressed, memory=self.memory[-1])
        if EXPLAIN and self.pressed % 1000 == 0:
            explain()

    def _is_back(self, app: JournalApp) -> bool:
        return type(app.screen).__name__ == "TodayScreen" and app.chosen is None


def explain() -> None:
    """Which kinds of objects there are most of."""
    gc.collect()
    kinds = Counter(f"{type(each).__module__}.{type(each).__qualname__}" for each in gc.get_objects())
    print(json.dumps(dict(kinds.most_common(60))), file=sys.stderr, flush=True)


def say(**what: object) -> None:
    """One line for the section."""
    print(json.dumps(what), flush=True)


def main(folder: Path, keys: int, seed: int = 1) -> None:
    """Live the session, then look the journal over."""
    session = Session(folder, keys, seed)
    session.live()
    with Journal(folder, session.clock) as journal:
        problems = journal.store.check()
        entries = journal.count()
    settled = session.memory[len(session.memory) // 10 :] or [memory()]
    growth = (settled[-1] - settled[0]) * 1024 / max(1, (len(settled) - 1) * EVERY)
    say(
        **{"keys": session.pressed, "first, MiB": settled[0], "last, MiB": settled[-1], "KiB a key": growth},
        problems=len(problems),
        entries=entries,
        opened=session.opened,
    )


if __name__ == "__main__":
    with TemporaryDirectory() as home:
        os.environ["HOME"] = home  # where reports are written
        main(Path(os.environ["RECOVERY_JOURNAL_DATA"]), int(sys.argv[1]), *(int(each) for each in sys.argv[2:3]))
