"""What is asked of the open journal, at 1, 10 and 50 years, and how it grows: 0 is constant, 1 is linear."""

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter

from journal.book import Journal
from journal.chart.draw import draw
from journal.clock import system_clock
from journal.demo import SITE
from tests.benchmarks.speed.measuring import Goal, Group, Probe, Values
from tests.benchmarks.speed.samples import folder_of

TIMES = 3
MIDDLE = 10
"""Years between the ends, so that a bend would show."""
LIMITS = {"daily series of all years": 60.0, "search": 20.0, "months": 20.0}
"""What each may take of 50 years, in ms."""


def questions(journal: Journal) -> Mapping[str, Callable[[], object]]:
    """What is asked, by name."""
    last = journal.clock.today()
    days = cycle((last, last - timedelta(days=1)))  # another one each time: the last answer is kept
    return {
        "daily series of all years": lambda: journal.daily("outer_hamstring", "left", None, date.min, last),
        "search": lambda: journal.entries(text="tra hil", newest_first=True, limit=200),
        "months": journal.months,
        "a month of history": lambda: journal.entries(last.replace(day=1), last, newest_first=True),
        "window of the rules": lambda: journal.window(next(days)),
        "status": lambda: journal.status(next(days)),
        "forecast": lambda: journal.forecast(SITE, "left"),
        "chart of a year, 110 columns": lambda: draw(journal.trend(365), 110, 30),
    }


def group(scratch: Path, years: Sequence[int]) -> Group:
    """The questions on journals of `years`, open beside each other."""
    some = sorted(number for number in {*years, *([MIDDLE] if max(years) > MIDDLE else ())} if number)
    journals = {number: Journal(folder_of(number), system_clock()).open() for number in some}
    asked = {number: questions(journal) for number, journal in journals.items()}
    probes = [Probe(name, partial(_ask, name, asked)) for name in asked[some[0]]]
    goals = [Goal(figure=_figure(name, 50), most=most) for name, most in LIMITS.items() if 50 in some]
    goals += [Goal(figure=f"{probe.name}: growth exponent", most=1.05) for probe in probes if len(some) > 1]
    return Group(probes=probes, goals=goals)


def _ask(name: str, asked: Mapping[int, Mapping[str, Callable[[], object]]]) -> Values:
    took = {years: median(_timed(questions[name]) for _ in range(TIMES)) for years, questions in asked.items()}
    values = {_figure(name, years): 1000 * seconds for years, seconds in took.items()}
    least, most = min(took), max(took)
    if least < most:
        values[f"{name}: growth exponent"] = math.log(took[most] / took[least]) / math.log(most / least)
    return values


def _timed(ask: Callable[[], object]) -> float:
    began = perf_counter()
    ask()
    return perf_counter() - began


def _figure(name: str, years: int) -> str:
    return f"{name}, {years} years, ms"
