"""The first frame: today's figures from the glance, before anything heavy is imported; and no early key is lost."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from threading import Event

from journal.book import Journal
from journal.clock import system_clock
from journal.model import Episode, Rating
from screens.app import JournalApp
from screens.widgets.rating_row import RatingRow

FIRST_FRAME = """
import json, sys
from pathlib import Path
from journal.book import Journal
from journal.clock import system_clock
from screens.app import JournalApp

def first_frame(app):
    text = "\\n".join(strip.text for strip in app.screen._compositor.render_strips())
    print(json.dumps({"text": text, "modules": sorted(sys.modules)}), file=sys.__stderr__)
    app.exit(0)

JournalApp._open = first_frame
JournalApp(Journal(Path(sys.argv[1]), system_clock())).run(headless=True, size=(120, 40))
"""
HEAVY = {"sqlalchemy", "alembic", "numpy", "plotext", "dateutil", "msgspec", "tomlkit", "argparse"}
OURS = {
    "journal.model",
    "journal.settings",
    "journal.catalogue",
    "journal.recovery",
    "journal.storage",
    "journal.chart",
}


def with_glance(folder: Path) -> str:
    """A journal with an open episode, closed, and its glance; gives how the day's sentence begins."""
    clock = system_clock()
    with Journal(folder, clock) as journal:
        journal.change_settings(first_run_done=True, tracked=({"site": "upper_outer_calf", "side": "left"},))
        journal.record(Episode(at=clock.now(), site="upper_outer_calf", side="left", rest_days=3))
        assert journal.keep_glance()
        return journal.status().sentence.split(" · ")[0]


def test_the_first_frame_shows_the_glance_and_has_imported_nothing_heavy(tmp_path: Path) -> None:
    sentence = with_glance(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME, str(tmp_path)], capture_output=True, text=True, check=True
    )
    seen = json.loads(done.stderr)
    assert sentence in seen["text"]
    assert "left calf" in seen["text"]
    assert set(seen["modules"]) & (HEAVY | OURS) == set()
    other = {"rest", "strength", "massage", "body", "trends", "history", "report", "help", "first_run"}
    assert {f"screens.{name}.screen" for name in other} & set(seen["modules"]) == set()


def test_without_a_glance_the_first_frame_shows_no_figure(tmp_path: Path) -> None:
    sentence = with_glance(tmp_path)
    (tmp_path / "glance.json").unlink()
    done = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME, str(tmp_path)], capture_output=True, text=True, check=True
    )
    seen = json.loads(done.stderr)
    assert "Check-in" in seen["text"]
    assert sentence not in seen["text"]
    assert set(seen["modules"]) & (HEAVY | OURS) == set()


def test_a_key_pressed_before_the_journal_is_open_is_saved_once_it_is(tmp_path: Path) -> None:
    with_glance(tmp_path)
    journal, may_open = Journal(tmp_path, system_clock()), Event()
    opening = journal.open

    def slow(*, look_over: bool = True) -> Journal:
        assert may_open.wait(30)
        return opening(look_over=look_over)

    journal.open = slow  # type: ignore[method-assign]

    async def live() -> None:
        app = JournalApp(journal, look_aside=False)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("5")
            assert not journal.is_open
            assert app.screen.query_one(RatingRow).state == "pending"
            may_open.set()
            await app.workers.wait_for_complete()

    try:
        asyncio.run(live())
        [saved] = journal.entries(kinds=("rating",))
        assert isinstance(saved, Rating)
        assert saved.score == 5
    finally:
        may_open.set()
        journal.close()
