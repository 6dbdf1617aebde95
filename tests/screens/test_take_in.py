"""Taking in a file in the app."""

from pathlib import Path

import pytest

from tests.journal.exchange.support import FILES
from tests.journal.exchange.test_sketch import SHEET
from tests.screens.support import SIZES, Runner, live


async def ask(runner: Runner, path: Path) -> str:
    """Name a file, and read what it would bring."""
    await runner.press("I")
    runner.app.screen.query_one("#file").value = str(path)  # type: ignore[attr-defined]
    await runner.press("enter")
    return " ".join(runner.text.split())


def test_a_known_file_is_shown_and_taken_in_and_one_undo_takes_it_back(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        shown = await ask(runner, FILES / "strava.csv")
        assert "Strava activities.csv: 3 new entries, 0 are there already" in shown
        assert runner.journal.count() == 0
        await runner.press("enter")
        assert runner.journal.count() == 3
        await runner.press("u")
        assert runner.journal.count() == 0

    live(tmp_path / "data", journey)


@pytest.mark.parametrize("size", SIZES)
def test_an_unknown_sheet_is_drawn_kept_and_known_next_time(tmp_path: Path, size: tuple[int, int]) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes(SHEET)

    async def journey(runner: Runner) -> None:
        shown = await ask(runner, sheet)
        assert "a score of a place" in shown
        await runner.press("end", "enter")
        assert runner.journal.count() == 6
        assert (runner.journal.paths.mappings / "my_sheet.toml").is_file()
        again = await ask(runner, sheet)
        assert "my sheet: 0 new entries, 6 are there already" in again

    live(tmp_path / "data", journey, size=size)


def test_enter_on_a_column_changes_what_it_is(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes(SHEET)

    async def journey(runner: Runner) -> None:
        assert "my sheet: 6 new entries" in await ask(runner, sheet)
        await runner.press("down", "down", "enter")
        assert "my sheet: 4 new entries" in " ".join(runner.text.split())
        await runner.press("home", "enter")
        assert "which column gives the day?" in " ".join(runner.text.split())

    live(tmp_path / "data", journey, size=(120, 40))


def test_a_reply_and_an_export_come_in_the_same_way(tmp_path: Path) -> None:
    reply = tmp_path / "reply.md"
    reply.write_text("From: Ana (coach)\n\nKeep it short.\n")

    async def journey(runner: Runner) -> None:
        assert "1 new comment " in await ask(runner, reply)
        await runner.press("enter")
        assert runner.journal.status().waiting == 1
        export = tmp_path / "out.jsonl"
        export.write_bytes(b"".join(runner.journal.export()))
        assert "An export of this journal: 0 new entries, 1 are there already" in await ask(runner, export)

    live(tmp_path / "data", journey)


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"PK\x03\x04broken", b"{}"])
def test_what_cannot_be_read_says_why_and_changes_nothing(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "odd.csv"
    file.write_bytes(content)

    async def journey(runner: Runner) -> None:
        assert "nothing was imported: odd.csv" in await ask(runner, file)
        await runner.press("escape")
        assert runner.journal.count() == 0

    live(tmp_path / "data", journey)
