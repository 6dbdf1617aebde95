"""`rj trends`: the chart of soreness in the terminal, a table, or JSON."""

import argparse
import shutil
from typing import Any

from journal.chart.draw import draw
from journal.chart.model import TrendModel
from journal.chart.palette import TERMINAL
from journal.chart.summary import summary, table
from journal.chart.words import legend_text
from journal.commands import day_of, journal_of, print_json, wants_colour
from journal.errors import Refused
from journal.visible import visible

HEIGHT = 22
"""Rows of the chart, so that it fits a terminal of 24."""


def run(arguments: argparse.Namespace) -> int:
    """Print the trend of the main site, or of the one that --site names."""
    with journal_of(arguments) as journal:
        site = arguments.site
        if site is not None and site not in journal.catalogue.sites:
            raise Refused(f"there is no site {site!r}; there are: {', '.join(journal.catalogue.sites)}")
        model = journal.trend(arguments.days, day_of(journal, arguments.as_of), site=site)
        name = site or journal.settings.main.site
    if arguments.json:
        print_json(plain(model, name))
    elif arguments.table:
        print(visible(table(model), lines=True))
    else:
        width = max(40, min(160, shutil.get_terminal_size((80, 24)).columns))
        print(visible(legend_text(model, width), lines=True))
        print(draw(model, width, HEIGHT, TERMINAL if wants_colour() else None))
        print(visible(summary(model), lines=True))
    return 0


def plain(model: TrendModel, site: str) -> dict[str, Any]:
    """The model as JSON values: every day that has a rating, and every exposure."""
    return {
        "site": site,
        "measure": model.measure,
        "first": model.start.isoformat(),
        "last": model.end.isoformat(),
        "half_life_days": model.half_life,
        **{
            side: [
                {
                    "day": point.day.isoformat(),
                    "high": point.high,
                    "mean": round(point.mean, 3),
                    "last": point.last,
                    "n": point.n,
                }
                for point in series.days
            ]
            for side, series in (("left", model.left), ("right", model.right))
        },
        "triggers": [
            {
                "name": lane.name,
                "unit": lane.unit,
                "days": [{"day": each.day.isoformat(), "amount": each.amount} for each in lane.days],
            }
            for lane in model.lanes
        ],
        "rest": [{"first": band.first.isoformat(), "last": band.last.isoformat()} for band in model.rest],
        "summary": summary(model),
    }
