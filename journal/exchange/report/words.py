"""What both forms of the report say in the same words."""

from journal.chart.model import TrendModel
from journal.chart.summary import summary
from journal.chart.words import day_name
from journal.exchange.report.shapes import Report


def headline(report: Report) -> tuple[str, str]:
    """The title, and the days it is about."""
    title = f"Recovery report for a {report.audience}" + (f": {report.name}" if report.name else "")
    return title, f"{day_name(report.since, year=True)} to {day_name(report.day, year=True)}."


def trend_words(model: TrendModel) -> str:
    """The picture in a sentence or two, for who cannot see it."""
    return summary(model)
