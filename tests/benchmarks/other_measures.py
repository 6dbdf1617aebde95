"""The self-trial, the forecast, and the speed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from math import inf, sqrt
from statistics import fmean, median
from time import process_time

import numpy as np

from journal.analysis.engine import fit
from journal.analysis.forecast import forecast
from journal.analysis.rows import Place, Row, site_rows
from journal.analysis.self_trial import on, standing
from journal.analysis.shapes import Forecast
from journal.analysis.spells import logged_days, spells
from journal.analysis.trial_effect import experiment
from journal.model import Entry, SelfTrial, Trigger
from tests.benchmarks.figures import Figure
from tests.benchmarks.link_measures import answers
from tests.benchmarks.simulator import BALL, EVENING, MORNING, SITE, START, Journal, moment, simulate
from tests.benchmarks.spell_simulator import Healing, Shape, simulate_spells
from tests.benchmarks.worlds import REALISTIC

TRIAL_DAYS = 28
PLACE: Place = (SITE, "left")


def experiments(journals: int) -> Iterator[Figure]:
    """A trial of four weeks in which the day after a massage is 1 point better, or no different.

    Trials are short and quick, so there are five for each journal: a share near 5 % needs many to be told from 6 %.
    """
    trials = 5 * journals
    claims: list[bool] = []
    for phi in (0.5, 0.7, 0.9):
        found = fmean(_trial(phi, -1.0, seed) == "helps" for seed in range(trials))
        false = [_trial(phi, 0.0, seed) != "unclear" for seed in range(trials)]
        claims += false
        cell = f"carry-over {phi}"
        yield Figure("self-trial of 28 days, 1 point found", cell, found, trials, least=0.85, unit="%")
        yield Figure("self-trial of 28 days, false claims", cell, fmean(false), trials, unit="%")
    yield Figure("self-trial of 28 days, false claims", "all of these", fmean(claims), len(claims), most=0.06, unit="%")


def _trial(phi: float, effect: float, seed: int) -> str:
    random = np.random.default_rng([seed, round(100 * phi), 31])
    at = moment(0, 12)
    trial = SelfTrial(at=at, site=SITE, side="left", technique=BALL, start=START, days=TRIAL_DAYS, seed=seed)
    rows, carried, clock = [], random.normal(), 0.0
    for day in range(TRIAL_DAYS + 1):
        for hour in (MORNING, EVENING):
            time = day + hour / 24
            kept = phi ** (time - clock)
            carried, clock = kept * carried + sqrt(1 - kept * kept) * random.normal(), time
            massaged = day > 0 and on(trial, START + timedelta(days=day - 1))
            score = 4 + 1.2 * carried + effect * massaged + 0.6 * random.normal()
            rows.append(Row(START.toordinal() + time, START.toordinal() + day, int(min(10, max(0, round(score))))))
    return experiment(standing(trial, [], START + timedelta(days=TRIAL_DAYS)), rows).verdict


SHAPES: tuple[Shape, ...] = ("halving", "line", "steps", "stuck")
CHECKED = (1, 2, 3, 5, 7, 10, 14, 21)
"""Days of a spell on which it is forecast."""


def forecasts(journals: int) -> Iterator[Figure]:
    """Forecasts made on several days of a spell, against the day on which it was over."""
    suite = [Healing(shape, past=past) for shape in SHAPES for past in (0, 1, 3)]
    slow_or_fast = [Healing(median=days, past=past, fixed=True) for days in (5.0, 20.0) for past in (3, 0)]
    pooled: list[bool] = []
    errors: list[float] = []
    for cell, healing in enumerate([*suite, *slow_or_fast]):
        held, error = _forecasts(healing, range(cell * journals, (cell + 1) * journals))
        pooled += held
        errors += error
        name = f"{healing.shape}, {healing.past} past"
        if healing.fixed:
            least = 0.80 if healing.past else -inf
            name = f"{name}, always about {healing.median:g} days"
        else:
            least = 0.85
        yield Figure("forecast, 90 % range", name, fmean(held), journals, least=least, unit="%")
    yield Figure("forecast, 90 % range", "all of these", fmean(pooled), len(pooled), 0.85, 0.95, "%")
    yield Figure("forecast, error on day 7", "median of all of these", median(errors), len(errors), most=4, unit="days")


def _forecasts(healing: Healing, seeds: Iterable[int]) -> tuple[list[bool], list[float]]:
    held, errors = [], []
    for seed in seeds:
        made = simulate_spells(healing, seed)
        rows = site_rows(made.entries, PLACE)
        finished, _ = spells(logged_days(made.entries, rows, PLACE))
        last = [each for each in finished if abs(each.days[0].ordinal - START.toordinal() - made.began) <= 2]
        if not last or last[0].length is None:
            continue
        began = last[0].days[0].ordinal
        over = began + last[0].length
        for passed in CHECKED:
            on = date.fromordinal(began + passed)
            if on.toordinal() >= over:
                break
            found = _forecast_on(made.entries, rows, on)
            if found.median_days is None or found.interval90_days is None or found.as_of is None:
                continue
            left = over - found.as_of.toordinal()
            held.append(found.interval90_days[0] <= left <= found.interval90_days[1])
            if passed == 7:
                errors.append(abs(found.median_days - left))
    return held, errors


def _forecast_on(entries: list[Entry], rows: list[Row], day: date) -> Forecast:
    known = [entry for entry in entries if entry.day <= day]
    return forecast(known, [row for row in rows if row.day <= day.toordinal()], PLACE, day)


def speed(repeats: int = 5) -> Iterator[Figure]:
    """A year and fifty years of two sites, everything, warm; and the fit beside numpy.linalg.lstsq of its shape."""
    for years, gate in ((1, 0.1), (50, 1.0)):
        world = replace(REALISTIC, days=365 * years)
        journal = Journal(simulate(world, 1).entries + ratings_of(simulate(world, 2, "right")))
        taken = min(_seconds(lambda: answers(journal, world)) for _ in range(repeats))  # noqa: B023 - called at once
        yield Figure("two sites, everything, warm", f"{years} years", taken, 1, most=gate, unit="s")
    random = np.random.default_rng(1)
    x, y = random.normal(size=(620, 34)), random.normal(size=620)
    times = np.sort(random.uniform(0, 365, 620))
    fit(times, y, x)
    ours = min(_seconds(lambda: fit(times, y, x)) for _ in range(repeats))
    plain = min(_seconds(lambda: np.linalg.lstsq(x, y, rcond=None)) for _ in range(repeats))
    yield Figure("one fit, 620 rows, 34 columns", "times a plain lstsq", ours / plain, 1, unit="times")


def ratings_of(journal: Journal) -> list[Entry]:
    """The entries of a journal without its triggers."""
    return [entry for entry in journal.entries if not isinstance(entry, Trigger)]


def _seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began
