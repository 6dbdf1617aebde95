"""What Today shows where there is room for it: the body map beside it, the chart and the year."""

from typing import TYPE_CHECKING

from textual.containers import VerticalGroup

if TYPE_CHECKING:
    from screens.today.data import TodayData


class Beside(VerticalGroup):
    """The body map, made when the first data come: the first frame does without it."""

    async def show(self, data: "TodayData") -> None:
        """Show the highest scores of the day; the first row is marked until another place is."""
        from screens.widgets.body_map import BodyMap

        if not self.query(BodyMap):
            from screens.base import JournalScreen

            screen = self.query_ancestor(JournalScreen)
            body = BodyMap(screen.journal.outlines, screen.journal.catalogue.sites, id="map")
            body.can_focus = False
            await self.mount(body)
        body = self.query_one(BodyMap)
        body.scores = data.scores
        if body.selected is None and data.rows:
            body.selected = (data.rows[0].tracked.site, data.rows[0].tracked.side)


class Trend(VerticalGroup):
    """The chart of thirty days, and below it the year; each made when there is room for the first time."""

    charted = dated = False
    """True once the chart, and the year, are there."""

    async def show(self, data: "TodayData", form: str) -> None:
        """Show what was read of chart and year; days are written in `form`."""
        if data.model is None:
            return
        from screens.widgets.trend_chart import TrendChart

        if not self.charted:
            self.charted = True
            chart = TrendChart(id="chart")
            chart.can_focus = False
            await self.mount(chart)
        self.query_one(TrendChart).replace_model(data.model)
        if data.year:
            await self._show_year(data, form)

    async def _show_year(self, data: "TodayData", form: str) -> None:
        from screens.widgets.year_map import YearMap

        if not self.dated:
            self.dated = True
            year = YearMap(data.day, id="year")
            year.can_focus = False
            await self.mount(year)
        year = self.query_one(YearMap)
        year.form = form
        year.end, year.days = data.day, data.year
