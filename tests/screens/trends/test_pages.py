"""The pages of Trends: links, massage, forecast, and the days behind a figure."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest

from journal.chart.figures import Page
from screens.trends import screen
from screens.trends.figure_list import FigurePage
from screens.trends.page_bar import PAGES, PageBar
from tests.screens.dump import assert_golden
from tests.screens.support import SIZES, Runner, live
from tests.screens.test_layout import cut_off

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize("sample", [False, True], ids=["empty", "full"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_page_fits(tmp_path: Path, size: tuple[int, int], sample: bool) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("g")
        for page in PAGES[1:]:
            await runner.press("tab")
            assert f"▸{page.title()}" in runner.text
            assert list(cut_off(runner.app)) == [], page
            kind = "full" if sample else "empty"
            assert_golden(runner.text + "\n", GOLDEN / f"trends-{page}-{kind}-{size[0]}x{size[1]}.txt")
        await runner.press("tab")
        assert "▸Chart" in runner.text

    live(tmp_path, journey, size=size, sample=sample)


def test_a_row_opens_its_days_and_a_day_opens_in_history(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("g", "L")
        first = runner.text
        await runner.press("down")
        assert "Laptop on the lap, typically" in runner.text
        assert first != runner.text
        await runner.press("up", "enter")
        assert "Thu 19 Nov 2026  Driving 3 h  → Fri 20 Nov: 5, 4, 5, 5, 4" in runner.text
        assert "41 days, 27 rated" in runner.text
        await runner.press("escape")
        assert "▸Links" in runner.text
        await runner.press("enter", "down", "enter")
        assert str(runner.app.day) == "2026-11-13"
        assert "Fri 13" in runner.text

    live(tmp_path, journey, sample=True)


def test_the_chart_keeps_its_keys_to_itself_and_escape_goes_back_to_it(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("g", "F")
        assert "< > Range" not in runner.text
        assert "of 3 forecasts, 2 held" in runner.text
        await runner.press("n")
        assert "Right upper outer calf" in runner.text
        await runner.press("escape")
        assert "< > Range" in runner.text
        await runner.press("shift+tab")
        assert "▸Forecast" in runner.text

    live(tmp_path, journey, sample=True)


def test_the_mouse_turns_the_page_too(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("g")
        line = next(line for line in runner.text.splitlines() if "Forecast" in line)
        bar = runner.app.screen.query_one(PageBar).region
        await runner.pilot.click(PageBar, offset=(line.index("Massage") - bar.x, 0))
        await runner.settle()
        assert "▸Massage" in runner.text

    live(tmp_path, journey)


def test_what_is_saved_changes_the_page(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5", "d", "3", "enter", "g", "L")
        assert "1 of 20" in runner.text
        assert "0 of 6 days" in runner.text
        await runner.press("u", "u")
        assert "Nothing is rated yet" in runner.text

    live(tmp_path, journey)


def test_the_arrows_move_the_mark_however_long_a_page_took(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_go_on, work_out = Event(), screen._page

    def slowly(*asked: Any) -> Page:
        assert may_go_on.wait(10)
        return work_out(*asked)

    async def journey(runner: Runner) -> None:
        await runner.press("g")
        monkeypatch.setattr(screen, "_page", slowly)
        for _ in range(2):
            may_go_on.clear()
            await runner.pilot.press("tab")
            await runner.pilot.pause()
            assert "Working it out" in runner.text
            may_go_on.set()
            await runner.settle()
            before = runner.app.screen.query_one(FigurePage).marked
            await runner.press("down")
            assert runner.app.screen.query_one(FigurePage).marked != before

    live(tmp_path, journey, sample=True)


def test_the_table_fits_and_can_be_read_to_its_end(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("g", "o")
        assert "Tue 27 Oct  1     –      Laptop on the lap 2 h" in runner.text
        await runner.press("end")
        assert "Mon 23 Nov  2     –      rest" in runner.text

    live(tmp_path, journey, size=(60, 20), sample=True)


def test_what_was_logged_keeps_its_place_and_colour_from_range_to_range(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        for days in (14, 30, 90, 365):
            names = [lane.name for lane in runner.journal.trend(days).lanes]
            assert names == ["Driving", "Laptop on the lap", "Stairs"], days

    live(tmp_path, journey, sample=True)


def test_a_day_with_much_is_read_whole(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["l calf 3", "l calf 5", "r calf 1", "drive 3h", "laptop 90m", "stairs 8"])
        runner.app.look()
        await runner.press("g", "end")
        said = " ".join(runner.text.split())
        assert "left 4 (mean of 2: 3 to 5, last 5) · right 1" in said
        for each in ("Driving 3 h", "Laptop on the lap 1 h 30 min", "Stairs 8 flights"):
            assert each in said
        assert all(lane in runner.text for lane in ("Driving┤", "Laptop┤", "Stairs┤"))

    live(tmp_path, journey, size=(60, 20))
