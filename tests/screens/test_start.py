"""The first frame: today's figures from the glance, before anything heavy is imported; and no early key is lost."""

import asyncio
import json
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from textual.app import ComposeResult

from journal.book import Journal
from journal.check_in import AVERAGE
from journal.clock import Clock, system_clock
from journal.model import Episode, Rating
from screens.app import JournalApp
from screens.today.screen import TodayScreen
from screens.widgets.rating_row import RatingRow
from tests.support import FakeClock

FIRST_FRAME = """
import json, sys
from pathlib import Path
from journal.book import Journal
from journal.clock import system_clock
from screens.app import JournalApp
from screens.today.screen import TodayScreen

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


def with_glance(folder: Path, clock: Clock) -> str:
    """A journal with an open episode, closed, and its glance; gives how the day's sentence begins."""
    with Journal(folder, clock) as journal:
        journal.change_settings(first_run_done=True, tracked=({"site": "upper_outer_calf", "side": "left"},))
        journal.record(Episode(at=clock.now(), site="upper_outer_calf", side="left", rest_days=3))
        assert journal.keep_glance()
        return journal.status().sentence.split(" · ")[0]


def test_the_first_frame_shows_the_glance_and_has_imported_nothing_heavy(tmp_path: Path) -> None:
    sentence = with_glance(tmp_path, system_clock())
    done = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME, str(tmp_path)], capture_output=True, text=True, check=True
    )
    seen = json.loads(done.stderr)
    assert sentence in seen["text"]
    assert "left calf" in seen["text"]
    assert set(seen["modules"]) & (HEAVY | OURS) == set()
    other = {"rest", "strength", "massage", "body", "trends", "history", "report", "help", "first_run"}
    assert {f"screens.{name}.screen" for name in other} & set(seen["modules"]) == set()


def test_keys_that_are_there_before_the_first_frame_keep_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = FakeClock(datetime(2026, 11, 23, 19, tzinfo=UTC))
    with_glance(tmp_path, clock)

    compose = TodayScreen.compose

    def hurried(screen: TodayScreen) -> ComposeResult:
        for key in "j5":
            screen.app.simulate_key(key)
        return compose(screen)

    monkeypatch.setattr(TodayScreen, "compose", hurried)

    async def live() -> None:
        app = JournalApp(journal, look_aside=False)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()

    with closing(Journal(tmp_path, clock)) as journal:
        asyncio.run(live())
        journal.open()
        [saved] = journal.entries(kinds=("rating",))
    assert saved.tags == (AVERAGE,)


def test_without_a_glance_the_first_frame_shows_no_figure(tmp_path: Path) -> None:
    sentence = with_glance(tmp_path, system_clock())
    (tmp_path / "glance.json").unlink()
    done = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME, str(tmp_path)], capture_output=True, text=True, check=True
    )
    seen = json.loads(done.stderr)
    assert "Check-in" in seen["text"]
    assert sentence not in seen["text"]
    assert set(seen["modules"]) & (HEAVY | OURS) == set()


@pytest.mark.parametrize(
    ("hour", "keys", "tags"),
    [
        (7, ("5",), ()),
        (19, ("5",), ()),
        (19, ("j", "5"), (AVERAGE,)),
        (19, ("j", "5", "left_square_bracket"), (AVERAGE,)),
    ],
    ids=["morning", "evening", "on average", "before another day"],
)
@pytest.mark.parametrize("glance", [True, False], ids=["a glance", "no glance"])
def test_a_key_pressed_before_the_journal_is_open_is_saved_once_it_is(
    tmp_path: Path, hour: int, keys: tuple[str, ...], tags: tuple[str, ...], glance: bool
) -> None:
    clock = FakeClock(datetime(2026, 11, 23, hour, tzinfo=UTC))
    with_glance(tmp_path, clock)
    if not glance:
        (tmp_path / "glance.json").unlink()
    journal, may_open = Journal(tmp_path, clock), Event()
    opening = journal.open

    def slow(*, look_over: bool = True) -> Journal:
        assert may_open.wait(30)
        return opening(look_over=look_over)

    journal.open = slow  # type: ignore[method-assign]

    async def live() -> None:
        app = JournalApp(journal, look_aside=False)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(*keys)
            assert not journal.is_open
            assert [row.state for row in app.screen.query(RatingRow)].count("pending") == int(glance)
            may_open.set()
            await app.workers.wait_for_complete()
            await pilot.pause()
            await app.workers.wait_for_complete()

    try:
        asyncio.run(live())
        [saved] = journal.entries(kinds=("rating",))
        assert isinstance(saved, Rating)
        assert (saved.score, saved.tags, saved.at.date()) == (5, tags, clock.today())
    finally:
        may_open.set()
        journal.close()
