"""The trend chart on a screen: it fits, follows the theme, and reads the day at the cursor."""

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.pilot import Pilot
from textual.screen import Screen

from journal.chart.layout import day_scale
from journal.chart.model import RANGES, TrendModel
from screens.themes import THEMES
from screens.widgets.trend_chart import TrendChart
from tests.journal.chart.examples import back, example
from tests.support import MONDAY

Steps = Callable[["ChartApp", Pilot[None]], Awaitable[None]]


class ChartApp(App[None]):
    """A chart and what it tells."""

    AUTO_FOCUS = None

    def __init__(self, model: TrendModel | None) -> None:
        super().__init__()
        self.shown = model
        self.chosen: list[TrendChart.DayChosen] = []

    def compose(self) -> ComposeResult:
        yield TrendChart()

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.chart.model = self.shown

    def on_trend_chart_day_chosen(self, message: TrendChart.DayChosen) -> None:
        self.chosen.append(message)

    @property
    def chart(self) -> TrendChart:
        return self.query_one(TrendChart)

    @property
    def rows(self) -> list[str]:
        return [strip.text for strip in self.screen._compositor.render_strips()]

    def colour_of(self, sign: str) -> str | None:
        """The colour in which the first `sign` on the chart, below the legend, is painted."""
        for strip in self.screen._compositor.render_strips()[3:]:
            for segment in strip:
                if sign in segment.text:
                    colour = segment.style and segment.style.color
                    return colour.get_truecolor().hex.upper() if colour else None
        raise AssertionError(f"no {sign} on the chart")


def steps(take: Steps, model: TrendModel | None = None, size: tuple[int, int] = (80, 24)) -> ChartApp:
    """An app that showed `model` (default: 30 days) while the steps were taken."""

    async def inner() -> ChartApp:
        app = ChartApp(model or example(30))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await take(app, pilot)
        return app

    return asyncio.run(inner())


def test_legend_chart_and_hint_fill_the_widget() -> None:
    async def look(app: ChartApp, pilot: Pilot[None]) -> None:
        rows = app.rows
        assert rows[0].startswith("soreness · upper outer calf  ●━ left  ○┄ right")
        assert "line: 4-day half-life" in "\n".join(rows[:3])
        assert any(row.strip().startswith("10┤") for row in rows)
        assert "23 Nov" in rows[-2]
        assert rows[-1].rstrip() == "  ← → read a day"
        app.chart.focus()
        await pilot.pause()
        assert app.rows[-1].rstrip() == "▸ ← → read a day"

    steps(look)


def test_a_chart_that_no_key_reaches_offers_none_and_a_click_still_reads_a_day() -> None:
    async def look(app: ChartApp, pilot: Pilot[None]) -> None:
        app.chart.can_focus = False
        app.chart.refresh()
        await pilot.pause()
        assert "read a day" not in "\n".join(app.rows)
        assert "23 Nov" in app.rows[-1]
        await pilot.click(TrendChart, offset=(40, 12))
        await pilot.pause()
        assert app.chart.cursor is not None
        assert f"{app.chart.cursor.day} {app.chart.cursor:%b}: " in "\n".join(app.rows)

    steps(look)


@pytest.mark.parametrize("size", [(60, 20), (120, 40), (200, 50), (30, 12), (14, 10), (1, 1)])
def test_it_fits_any_size_and_is_drawn_again_when_the_size_changes(size: tuple[int, int]) -> None:
    async def resize(app: ChartApp, pilot: Pilot[None]) -> None:
        before = app.rows
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert app.rows != before
        assert app.chart.size.width == size[0]
        if size[0] >= 60:
            assert any("23 Nov" in row and row.rstrip().endswith("23 Nov") for row in app.rows[4:])

    steps(resize)


@pytest.mark.parametrize("days", RANGES)
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_how_the_line_is_smoothed_is_always_said(days: int, size: tuple[int, int]) -> None:
    async def look(app: ChartApp, _: Pilot[None]) -> None:
        assert "-day half-life" in "\n".join(app.rows[:3])

    steps(look, example(days), size)


def test_the_colours_are_those_of_the_theme() -> None:
    async def change(app: ChartApp, pilot: Pilot[None]) -> None:
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause()
            assert app.colour_of("●") == theme.variables["series-left"].upper()
            assert app.colour_of("○") == theme.variables["series-right"].upper()

    steps(change, example(14))


def test_a_theme_chosen_while_another_screen_is_on_is_followed() -> None:
    async def change(app: ChartApp, pilot: Pilot[None]) -> None:
        holder: Screen[None] = Screen()
        app.install_screen(holder, "chart")
        await app.push_screen("chart")
        await holder.mount(TrendChart())
        holder.query_one(TrendChart).model = example(14)
        await pilot.pause()
        assert app.colour_of("●") == THEMES[0].variables["series-left"].upper()
        await app.switch_screen(Screen())
        app.theme = THEMES[1].name
        await pilot.pause()
        await app.switch_screen("chart")
        await pilot.pause()
        assert app.colour_of("●") == THEMES[1].variables["series-left"].upper()

    steps(change)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light", "nord"])
def test_every_theme_can_be_drawn_in_with_an_axis_that_can_be_seen(theme: str) -> None:
    async def change(app: ChartApp, pilot: Pilot[None]) -> None:
        app.theme = theme
        await pilot.pause()
        axis = app.colour_of("┤")
        assert axis is not None
        ground = app.chart.background_colors[1]
        assert app.current_theme.ansi or abs(Color.parse(axis).brightness - ground.brightness) > 0.2

    steps(change)


def test_without_colour_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def look(app: ChartApp, _: Pilot[None]) -> None:
        assert app.colour_of("●") == app.colour_of("○") == app.colour_of("┤")

    steps(look)


class TestCursor:
    def test_arrows_read_day_by_day_and_tell(self) -> None:
        async def move(app: ChartApp, pilot: Pilot[None]) -> None:
            app.chart.focus()
            await pilot.press("left")
            assert app.chart.cursor == MONDAY
            await pilot.press("left", "left", "right", "shift+left")
            await pilot.pause()
            said = "Sun 15 Nov: left 1.5 (mean of 2: 1 to 2, last 1) · right 1 · driving none"
            assert any(row.startswith(said) for row in app.rows)
            assert any("▲" in row for row in app.rows)

        app = steps(move)
        assert [message.day for message in app.chosen] == [back(days) for days in (0, 1, 2, 1, 8)]
        assert all(message.control is message.chart for message in app.chosen)

    def test_it_stays_within_the_range(self) -> None:
        async def move(app: ChartApp, pilot: Pilot[None]) -> None:
            app.chart.focus()
            await pilot.press("home", "left")
            assert app.chart.cursor == back(29)
            await pilot.press("end", "right")
            assert app.chart.cursor == MONDAY

        steps(move)

    @pytest.mark.parametrize("days", [0, 13, 29])
    def test_a_click_reads_the_day_beneath_it(self, days: int) -> None:
        async def click(app: ChartApp, pilot: Pilot[None]) -> None:
            scale = day_scale(example(30), 80)
            column = 80 - scale.columns + scale.column(back(days))
            await pilot.click(TrendChart, offset=(column, 10))
            assert app.chart.cursor == back(days)

        assert [message.day for message in steps(click).chosen] == [back(days)]

    def test_a_click_beside_the_days_reads_none(self) -> None:
        async def click(app: ChartApp, pilot: Pilot[None]) -> None:
            await pilot.click(TrendChart, offset=(1, 10))
            assert app.chart.cursor is None

        assert steps(click).chosen == []

    def test_it_is_taken_away_with_its_day_and_else_kept(self) -> None:
        async def change(app: ChartApp, pilot: Pilot[None]) -> None:
            app.chart.choose(back(20))
            app.chart.model = example(90)
            assert app.chart.cursor == back(20)
            app.chart.model = example(14)
            assert app.chart.cursor is None
            await pilot.pause()
            assert "▲" not in "\n".join(app.rows)

        steps(change)


def test_without_a_model_it_is_blank_and_keys_do_nothing() -> None:
    async def clear(app: ChartApp, pilot: Pilot[None]) -> None:
        app.chart.model = None
        app.chart.focus()
        await pilot.press("left", "home")
        await pilot.click(TrendChart)
        app.chart.choose(MONDAY - timedelta(days=1))
        await pilot.pause()
        assert "".join(app.rows).strip() == ""

    assert steps(clear).chosen == []


def test_plotext_waits_for_the_first_drawing() -> None:
    code = "import sys, screens.widgets.trend_chart; print('plotext' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[3], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
