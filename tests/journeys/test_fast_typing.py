"""Keys that come faster than the app works: each does what it was meant to do, on the day it was meant for."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual import events

from journal.errors import CannotWrite
from journal.model import Function, Rating, Strength, Trigger
from journal.storage.store import Store
from screens.widgets.entry_bar import EntryBar
from tests.screens.support import SAMPLE_DAY, Runner, live

YESTERDAY = SAMPLE_DAY - timedelta(days=1)
PRINTED = {"left_square_bracket": "[", "right_square_bracket": "]", "enter": "\r"}


def burst(runner: Runner, *keys: str) -> None:
    """Keys in the app's queue all at once, as from a paste or a slow line."""
    for key in keys:
        runner.app.post_message(events.Key(key, PRINTED.get(key, key)))


def test_a_burst_of_keys_goes_where_it_was_meant_to_go(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        burst(runner, "5", "left_square_bracket", "d", "3", "enter", "right_square_bracket", "7")
        await runner.settle()
        await runner.settle()
        today = [entry for entry in runner.journal.day(SAMPLE_DAY) if isinstance(entry, Rating)]
        (drive,) = runner.journal.day(YESTERDAY)
        assert [entry.score for entry in today] == [5, 7]
        assert isinstance(drive, Trigger)
        assert drive.amount == 180

    live(tmp_path, journey)


def test_the_row_that_was_marked_when_the_digit_came_is_rated(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        before = {entry.id for entry in runner.journal.day(SAMPLE_DAY)}
        burst(runner, "j", "4", "k", "1")
        await runner.settle()
        await runner.settle()
        new = [
            entry for entry in runner.journal.day(SAMPLE_DAY) if entry.id not in before and isinstance(entry, Rating)
        ]
        assert [(entry.side, entry.score) for entry in new] == [("right", 4), ("left", 1)]

    live(tmp_path, journey, sample=True)


def test_keys_are_text_while_a_line_is_typed(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("a")
        await runner.type("note q u 5 d w [ ] ?")
        await runner.press("enter")
        (note,) = runner.journal.day(SAMPLE_DAY)
        assert note.note == "q u 5 d w [ ] ?"

    live(tmp_path, journey)


def test_what_was_typed_comes_back_when_it_was_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(runner: Runner) -> None:
        def full(*_: object, **__: object) -> None:
            raise CannotWrite("not saved: no space left")

        monkeypatch.setattr(Store, "record", full)
        await runner.press("a")
        await runner.type("drive 3h")
        await runner.press("enter")
        assert "no space left" in runner.text
        assert isinstance(runner.app.screen, EntryBar)
        assert "drive 3h" in runner.text
        assert runner.journal.count() == 0

    live(tmp_path, journey)


def test_a_line_that_is_not_understood_stays(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("a")
        await runner.type("clf 5")
        await runner.press("enter")
        assert isinstance(runner.app.screen, EntryBar)
        assert "is not known" in runner.text
        await runner.press("escape")
        assert not isinstance(runner.app.screen, EntryBar)
        assert runner.journal.count() == 0

    live(tmp_path, journey)


@pytest.mark.parametrize("then", ["right_square_bracket", "escape", "t"])
def test_a_set_of_a_past_day_stays_there_however_fast_one_goes_on(tmp_path: Path, then: str) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s")
        burst(runner, "left_square_bracket", "space", then, "right_square_bracket")
        for _ in range(3):
            await runner.settle()
        assert [type(entry) for entry in runner.journal.day(YESTERDAY)] == [Strength]
        assert runner.journal.day(SAMPLE_DAY) == []

    live(tmp_path, journey)


def test_undo_takes_back_the_set_that_was_ticked_before_it(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5", "s")
        burst(runner, "left_square_bracket", "space", "u")
        for _ in range(3):
            await runner.settle()
        assert runner.journal.day(YESTERDAY) == []
        assert len(runner.journal.day(SAMPLE_DAY)) == 1

    live(tmp_path, journey)


def test_a_limp_belongs_to_the_day_it_was_said_of(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["f 90", "f 80 yesterday"])
        runner.app.look()
        await runner.settle()
        burst(runner, "left_square_bracket", "i", "right_square_bracket")
        await runner.settle()
        (yesterday,) = runner.journal.day(YESTERDAY)
        (today,) = runner.journal.day(SAMPLE_DAY)
        assert isinstance(yesterday, Function)
        assert isinstance(today, Function)
        assert (yesterday.limp, today.limp) == (True, None)

    live(tmp_path, journey)
