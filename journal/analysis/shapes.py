"""What the numbers say: frozen answers, one a row of the `recovery-insights/1` object. None: not computed.

Effects are points of the 0-10 rating (NRS), intervals 90 %; `site`, `trigger` and `technique` are ids. `p` is
two-sided, `p_adjusted` by Holm and `q` by Benjamini-Hochberg over the family of all triggers, or of all massage rows.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from journal.model import Side

Interval = tuple[float, float]
Verdict = Literal["clear", "possible", "probably_small", "unclear", "not_enough_data", "inseparable", "no_variation"]
Outcome = Literal["immediate", "next_day"]


@dataclass(frozen=True, kw_only=True)
class Effect:
    """An estimate with its uncertainty and its verdict."""

    effect: float | None = None
    interval90: Interval | None = None
    p: float | None = None
    p_adjusted: float | None = None
    q: float | None = None
    verdict: Verdict = "not_enough_data"
    level: float | None = None
    """The mean of the ratings, by which an effect is called small."""


@dataclass(frozen=True, kw_only=True)
class TriggerLink(Effect):
    """What follows a typical amount of a trigger (or of a "run", or "strength" work) after `lag_days` (0, 1, 2)."""

    site: str
    side: Side
    trigger: str
    lag_days: int
    typical_amount: float | None
    n_exposed_days: int
    n_unexposed_days: int
    needs_exposed_days: int = 0
    """Exposed days that are still missing."""
    unit: str = ""
    evenings_only: bool = False
    """True when hardly any rating is of a morning: what is done or left by how it felt then stays in doubt."""
    like: str = ""
    """What an inseparable link cannot be told apart from: a weekday, or the id of another trigger."""


@dataclass(frozen=True, kw_only=True)
class MassageEffect(Effect):
    """What follows a technique, just after it or the next day, against what earlier ratings predicted."""

    site: str
    side: Side
    technique: str
    outcome: Outcome
    n_sessions: int
    randomised: bool = False


@dataclass(frozen=True, kw_only=True)
class Comparison(Effect):
    """One technique against another: `effect` below 0 when the rating is lower after the first."""

    site: str
    side: Side
    technique: str
    against: str
    outcome: Outcome


@dataclass(frozen=True, kw_only=True)
class Answer(Effect):
    """What follows more than `above` of a trigger, as it was asked ahead on `asked` and judged alone since then."""

    id: str = ""
    site: str
    side: Side
    trigger: str
    above: float | None
    unit: str
    lag_days: int
    mornings: bool
    asked: date
    n_exposed_days: int
    n_unexposed_days: int
    needs_exposed_days: int = 0


@dataclass(frozen=True, kw_only=True)
class Experiment:
    """A self-trial, analysed as planned once it is over. `effect` below 0: lower after days with `technique`."""

    site: str
    side: Side
    outcome: Outcome = "next_day"
    planned_days: int
    randomised: bool = True
    effect: float | None = None
    interval90: Interval | None = None
    p: float | None = None
    verdict: Literal["helps", "hurts", "unclear", "not_enough_data"] = "not_enough_data"
    technique: str
    against: str | None
    """The technique of the other days, None for none."""
    start: date
    seed: int
    state: Literal["waiting", "running", "finished", "ended"]
    ended: date | None = None
    """The day it ended before its time, because of `why`."""
    why: str = ""
    answer_on: date
    """The day after the plan."""
    days_with: int = 0
    days_without: int = 0
    """Rated days after a day with, and after one without."""


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """When a sore spell may be over, in days counted from `as_of`, the last day that was logged."""

    site: str
    side: Side
    in_episode: bool = False
    episode_day: int | None = None
    """1 is the day it began."""
    as_of: date | None = None
    median_days: float | None = None
    interval90_days: tuple[int, int] | None = None
    n_past_episodes: int = 0
    verdict: Literal["forecast", "not_in_episode", "too_long_to_forecast", "not_enough_data", "warning_sign"] = (
        "not_enough_data"
    )
    chances: tuple[tuple[int, float], ...] = ()
    """(days, the chance to be well again within them)."""


@dataclass(frozen=True, kw_only=True)
class Trend:
    """How the last `window_days` differ from the `baseline_days` before, against the usual drift of the ratings."""

    site: str
    side: Side
    window_days: int = 7
    baseline_days: int | None = None
    change: float | None = None
    interval90: Interval | None = None
    p: float | None = None
    mcid: int = 2
    """The change that matters: 2 points (Salaffi 2004)."""
    verdict: Literal["rising", "falling", "no_clear_change", "not_enough_data", "no_variation"] = "not_enough_data"
    exceeds_mcid: bool = False
    prob_rising: float | None = None


@dataclass(frozen=True, kw_only=True)
class Insights:
    """All answers for one journal up to the end of `as_of`."""

    as_of: date
    triggers: tuple[TriggerLink, ...] = ()
    massage: tuple[MassageEffect, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    questions: tuple[Answer, ...] = ()
    experiments: tuple[Experiment, ...] = ()
    forecast: tuple[Forecast, ...] = ()
    trend: tuple[Trend, ...] = ()
