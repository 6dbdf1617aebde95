"""What the screens show of a journal, a line of JSON each: `python -m tests.faults.showing`."""

import asyncio
import json
import os
from pathlib import Path

from journal.book import Journal
from journal.clock import system_clock
from screens.app import JournalApp
from screens.commands import SECTION_KEYS


async def show(folder: Path) -> None:
    """Go through the screens, and through a good part of the history."""
    with Journal(folder, system_clock()) as journal:
        app = JournalApp(journal, ask_first=False, look_aside=False)
        async with app.run_test(size=(120, 90), notifications=True) as pilot:
            for name, key in SECTION_KEYS.items():
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
                for _ in range(8 if name == "history" else 1):
                    strips = app.screen._compositor.render_strips()
                    print(json.dumps({"screen": name, "text": "\n".join(each.text for each in strips)}))
                    await pilot.press("down")
            app.exit(0)


if __name__ == "__main__":
    asyncio.run(show(Path(os.environ["RECOVERY_JOURNAL_DATA"])))
