"""What Today shows where there is room for it: the body map beside it, the chart and the year."""

from typing import TYPE_CHECKING

from textual.containers import VerticalGroup

if TYPE_CHECKING:
    from screens.today.data import TodayData
    from screens.widgets.body_map import BodyMap
    from screens.widgets.trend_chart import TrendChart
    from screens.widgets.year_map import YearMap


class Beside(VerticalGroup):
    """The body map, made when the first data come: the first frame does without it."""

    body: "BodyMap | None" = None

    async def show(self, data: "TodayData") -> None:
        """Show the highest scores of the day; the first row is marked until another place is."""
        body = self.body
        if body is None:
            from screens.base import JournalScreen
            from screens.widgets.body_map import BodyMap

            screen = self.query_ancestor(JournalScreen)
            body = self.body = BodyMap(screen.journal.outlines, screen.journal.catalogue.sites, id="map")
            body.can_focus = False
            await self.mount(body)
        body.scores = data.scores
        if body.selected is None and data.glance.rows:
            body.selected = (data.glance.rows[0].site, data.glance.rows[0].side)


class Trend(VerticalGroup):
    """The chart of thirty days, and below it the year; each made when there is room for the first time."""

    chart: "TrendChart | None" = None
    year: "YearMap | None" = None

    async def show(self, data: "TodayData", form: str) -> None:
        """Show what was read of chart and year; days are written in `form`."""
        if data.model is None:
            return
        chart = self.chart
        if chart is None:
            from screens.widgets.trend_chart import TrendChart

            chart = self.chart = TrendChart(id="chart")
            chart.can_focus = False
            await self.mount(chart)
        chart.replace_model(data.model)
        if data.year:
            await self._show_year(data, form)

    async def _show_year(self, data: "TodayData", form: str) -> None:
        year = self.year
        if year is None:
            from screens.widgets.year_map import YearMap

            year = self.year = YearMap(data.day, id="year")
            year.can_focus = False
            await self.mount(year)
        year.form = form
        year.end, year.days = data.day, data.year
