"""When a sore spell may be over: a range, never a single date.

Two forecasts are pooled: (a) the runner's own finished spells, drawn to a prior of ten days, cut off at today;
(b) soreness that halves at the speed seen so far. The weight moves from (a) to (b) as days pass.

The prior (median 10 days, 90 % between 3.5 and 29) is milder than elite calf strains seen on MRI, which took
25.4 +- 16.2 days (soleus) and 19.1 +- 14.1 (gastrocnemius) to return to play (Green 2020): most spells in a journal
are milder.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil, exp, floor, log, sqrt
from statistics import NormalDist, fmean

from journal.analysis.rows import Place, Row
from journal.analysis.shapes import Forecast
from journal.analysis.spells import Spell, logged_days, spells
from journal.model import Entry

PRIOR_DAYS, PRIOR_SD = 10.0, 0.45
HALVING_DAYS, HALVING_SD = 5.0, 0.45
OWN_SD, SHAPE_SD = 0.30, 0.35
REST, WELL_LEVEL = 0.3, 0.8
"""The level of a leg at rest, and the height above it that counts as well again."""
LAST = 8
"""So many past spells count."""
LONGEST = 60
STALE_DAYS = 14
LEAST_SLOPE_POINTS = 3
CHANCE_DAYS = (3, 7, 14)
NORMAL = NormalDist()


@dataclass(frozen=True)
class LogNormal:
    """Days left whose logarithm is normal, given that more than `beyond` of them have passed already."""

    mu: float
    sd: float
    beyond: float = 0.0

    def chance(self, days: float) -> float:
        """The chance that at most `days` are left."""
        if days <= 0:
            return 0.0
        passed = self._cdf(self.beyond)
        return (self._cdf(self.beyond + days) - passed) / (1 - passed)

    @property
    def still_possible(self) -> float:
        """The chance, before anything passed, of lasting as long as it has."""
        return 1 - self._cdf(self.beyond)

    def _cdf(self, days: float) -> float:
        return NORMAL.cdf((log(days) - self.mu) / self.sd) if days > 0 else 0.0


@dataclass(frozen=True)
class Pool:
    """The two forecasts together: `weight` is that of the second."""

    own: LogNormal
    fading: LogNormal
    weight: float

    def chance(self, days: float) -> float:
        """The chance to be well again within `days`."""
        return (1 - self.weight) * self.own.chance(days) + self.weight * self.fading.chance(days)

    def quantile(self, p: float) -> float:
        """The days within which the chance is `p`, at least 1."""
        low, high = 1.0, 2.0
        while self.chance(high) < p:
            high *= 2
        for _ in range(50):
            middle = (low + high) / 2
            low, high = (middle, high) if self.chance(middle) < p else (low, middle)
        return high if high > low and low > 1 else low


def forecast(
    entries: Sequence[Entry], rows: Sequence[Row], place: Place, as_of: date, prior_days: float = PRIOR_DAYS
) -> Forecast:
    """The forecast for a place on `as_of`, from entries and its rows (both by time, none later)."""
    days = logged_days(entries, rows, place)
    past, now = spells(days)
    answer = Forecast(site=place[0], side=place[1], n_past_episodes=len(past))
    if not any(day.function is not None for day in days):
        return answer
    if now is None:
        return replace(answer, verdict="not_in_episode")
    last = now.days[-1].ordinal
    passed = last - now.days[0].ordinal
    answer = replace(answer, in_episode=True, episode_day=passed + 1, as_of=date.fromordinal(last))
    if passed > LONGEST:
        return replace(answer, verdict="too_long_to_forecast")
    if as_of.toordinal() - last > STALE_DAYS or not now.scores:
        return answer
    return _pooled(answer, make_pool(past[-LAST:], now, prior_days))


def withheld(row: Forecast) -> Forecast:
    """`row` without a day and a chance, as while a warning sign is open: first somebody has to look at it."""
    if row.verdict != "forecast":
        return row
    return replace(row, verdict="warning_sign", median_days=None, interval90_days=None, chances=())


def _pooled(answer: Forecast, pool: Pool) -> Forecast:
    low, middle, high = (pool.quantile(p) for p in (0.05, 0.5, 0.95))
    return replace(
        answer,
        verdict="forecast",
        median_days=round(middle, 1),
        interval90_days=(floor(low), ceil(high)),
        chances=tuple((days, round(pool.chance(days), 3)) for days in CHANCE_DAYS),
    )


def make_pool(past: Sequence[Spell], now: Spell, prior_days: float = PRIOR_DAYS) -> Pool:
    """The pooled forecast from finished spells and the one that is going on, which has a rating."""
    passed = now.days[-1].ordinal - now.days[0].ordinal
    return Pool(own_lengths(past, passed, prior_days), halving(past, now), min(0.8, passed / (passed + 4)))


def own_lengths(past: Sequence[Spell], passed: int, prior_days: float = PRIOR_DAYS) -> LogNormal:
    """(a): the lengths of finished spells, drawn to the prior, given that `passed` days did not suffice."""
    lengths = [log(spell.length) for spell in past if spell.length]
    n, spread = len(lengths), PRIOR_SD**2
    if n >= 2:
        mean = fmean(lengths)
        spread = (4 * PRIOR_SD**2 + sum((each - mean) ** 2 for each in lengths)) / (4 + n - 1)
    precision = 1 / PRIOR_SD**2 + n / spread
    mu = (log(prior_days) / PRIOR_SD**2 + sum(lengths) / spread) / precision
    found = LogNormal(mu, sqrt(1 / precision + spread), float(passed))
    # A spell longer than all that this can imagine lasts about as long again as a part of what passed.
    return found if found.still_possible >= 0.01 else LogNormal(log(max(2.0, 0.4 * passed)), 0.8)


def halving(past: Sequence[Spell], now: Spell) -> LogNormal:
    """(b): from today's level down to well at the speed of earlier spells and of this one."""
    k, variance = _speed(past, now)
    level = _level([score for _, score in now.scores])
    folds = max(0.0, log(max(level, 0.3) / WELL_LEVEL))
    left = folds / k + 1
    return LogNormal(log(left), sqrt(variance / k**2 * (folds / k / left) ** 2 + 0.42**2))


def _speed(past: Sequence[Spell], now: Spell) -> tuple[float, float]:
    """The rate of fading per day (e-folds), and its variance."""
    precision, weighted = 1 / HALVING_SD**2, log(HALVING_DAYS) / HALVING_SD**2
    for spell in past:
        if spell.length:
            folds = log(max(2.0, spell.peak - REST) / WELL_LEVEL) + 0.5
            own = 1 / (OWN_SD**2 + SHAPE_SD**2)
            precision, weighted = precision + own, weighted + own * log(min(40.0, max(1.2, spell.length / folds)))
    k0 = exp(-weighted / precision)
    v0 = (k0 * sqrt(1 / precision + OWN_SD**2)) ** 2
    seen = _slope(now.scores)
    if seen is None:
        return k0, v0
    kh, vh = seen
    return max((k0 / v0 + kh / vh) / (1 / v0 + 1 / vh), 0.03), 1 / (1 / v0 + 1 / vh)


def _slope(scores: Sequence[tuple[int, int]]) -> tuple[float, float] | None:
    """How fast ratings fall since the last peak, with its variance; None with fewer than three of them."""
    top = max(score for _, score in scores)
    peak = max(i for i, (_, score) in enumerate(scores) if score == top)
    points = [(day, log(max(score - REST, 0.5))) for day, score in scores[peak:]]
    if len(points) < LEAST_SLOPE_POINTS:
        return None
    weights = [0.85 ** (points[-1][0] - day) for day, _ in points]
    total = sum(weights)
    day_mean = sum(w * day for w, (day, _) in zip(weights, points, strict=True)) / total
    mean = sum(w * value for w, (_, value) in zip(weights, points, strict=True)) / total
    sxx = sum(w * (day - day_mean) ** 2 for w, (day, _) in zip(weights, points, strict=True))
    sxy = sum(w * (day - day_mean) * (value - mean) for w, (day, value) in zip(weights, points, strict=True))
    return -sxy / sxx, 0.5**2 / sxx


def _level(scores: Sequence[int]) -> float:
    """The height above rest of the last three ratings, the newest counting most."""
    last = list(zip(reversed(scores), (0.5, 0.3, 0.2), strict=False))
    return sum(score * weight for score, weight in last) / sum(weight for _, weight in last) - REST


def likely_dates(found: Forecast) -> tuple[date, date, date] | None:
    """The likely date, and the first and the last of the range; None without a forecast."""
    if found.as_of is None or found.median_days is None or found.interval90_days is None:
        return None
    low, high = found.interval90_days
    on = found.as_of
    return on + timedelta(round(found.median_days)), on + timedelta(low), on + timedelta(high)
