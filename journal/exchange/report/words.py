"""What both forms of the report say in the same words."""

from journal.chart.model import TrendModel
from journal.chart.summary import summary
from journal.dates import day_words
from journal.exchange.report.shapes import Report


def headline(report: Report) -> tuple[str, str]:
    """The title, and the days it is about."""
    title = f"Recovery report for a {report.audience}" + (f": {report.name}" if report.name else "")
    first, last = (day_words(day, report.date_format, weekday=False, year=True) for day in (report.since, report.day))
    return title, f"{first} to {last}."


def trend_words(model: TrendModel) -> str:
    """The picture in a sentence or two, for who cannot see it."""
    return summary(model)
