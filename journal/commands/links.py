"""`rj links`: what soreness is followed by, as sentences that read well aloud, or as one JSON value."""

import argparse
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from journal.analysis.insights_json import plain
from journal.analysis.shapes import Insights
from journal.analysis.wording import (
    answer,
    chances,
    comparison,
    experiment,
    forecast,
    link_lines,
    massage,
    place,
    trend,
)
from journal.book import Journal
from journal.catalogue import Catalogue
from journal.commands import day_of, journal_of, print_json
from journal.dates import STANDARD, day_aloud
from journal.model import Side
from journal.plural import count
from journal.visible import visible

Record = Callable[[str, Side], Iterator[str]]
"""How the forecasts of a place did, in words."""


def run(arguments: argparse.Namespace) -> int:
    """Print what the numbers say up to today, or to the day that --as-of names."""
    with journal_of(arguments) as journal:
        day = day_of(journal, arguments.as_of)
        if arguments.today:
            sentence = journal.worth_knowing(day)
            print_json({"day": day.isoformat(), "sentence": sentence or None}) if arguments.json else print(
                visible(sentence or "Nothing clear is to be said of these days.")
            )
            return 0
        found = journal.insights(day, all_history=arguments.all_history)
        if arguments.json:
            print_json(plain(found))
        else:
            told = lines(found, journal.catalogue, partial(_record, journal, day), journal.settings.date_format)
            print("\n".join(visible(line) for line in told))
    return 0


def lines(found: Insights, catalogue: Catalogue, record: Record, form: str = STANDARD) -> Iterator[str]:
    """The insights in sentences, place by place."""
    yield f"What soreness is followed by, up to {day_aloud(found.as_of, form)}."
    if not found.trend:
        yield "Nothing is rated yet."
    for row in found.trend:
        yield ""
        yield f"{place(row, catalogue)}."
        yield from _place_lines(found, row.site, row.side, catalogue, form)
        yield from record(row.site, row.side)


def _record(journal: Journal, day: date, site: str, side: Side) -> Iterator[str]:
    past = journal.track_record(site, side, day)
    if past:
        yield f"Of {count(len(past), 'finished forecast')}, {sum(each.held for each in past)} held."


def _place_lines(found: Insights, site: str, side: Side, catalogue: Catalogue, form: str) -> Iterator[str]:
    here = (site, side)
    yield from link_lines([row for row in found.triggers if (row.site, row.side) == here], catalogue)
    for answered in found.questions:
        if (answered.site, answered.side) == here:
            yield f"You asked: {answer(answered, catalogue, form)}"
    for each in found.massage:
        if (each.site, each.side) == here:
            yield massage(each, catalogue)
    for compared in found.comparisons:
        if (compared.site, compared.side) == here:
            yield comparison(compared, catalogue)
    for trial in found.experiments:
        if (trial.site, trial.side) == here:
            yield experiment(trial, catalogue, form)
    yield from (trend(each) for each in found.trend if (each.site, each.side) == here)
    here_likely = (each for each in found.forecast if (each.site, each.side) == here)
    likely = (told(each, form) for each in here_likely for told in (forecast, chances))
    yield from (sentence for sentence in likely if sentence)
