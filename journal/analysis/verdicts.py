"""From an estimate to a verdict: adjusted for how many were tried, in one family."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from journal.analysis.shapes import Answer, Effect, Verdict
from journal.analysis.student import quantile, two_sided
from journal.model import Question

LEAST_SPAN, LEAST_RATED_DAYS, LEAST_DAYS = 28, 20, 6
"""Days from the first rating to the last, rated days among them, and days with (and without) what is asked about."""
CLEAR, POSSIBLE = 0.05, 0.10
SMALL = 1.0
"""An interval within one point of zero is probably small."""
LEAST_SE = 1e-9

AnyEffect = TypeVar("AnyEffect", bound=Effect)


def holm(p: Sequence[float]) -> list[float]:
    """The p values adjusted by Holm (1979): at most 0.05 keeps the chance of any false claim at 5 %."""
    adjusted = [0.0] * len(p)
    highest = 0.0
    for rank, i in enumerate(sorted(range(len(p)), key=lambda i: p[i])):
        highest = max(highest, min(1.0, (len(p) - rank) * p[i]))
        adjusted[i] = highest
    return adjusted


def benjamini_hochberg(p: Sequence[float]) -> list[float]:
    """The q values of Benjamini and Hochberg (1995): at most 0.10 keeps one claim in ten false on average."""
    adjusted = [0.0] * len(p)
    lowest = 1.0
    for rank, i in reversed(list(enumerate(sorted(range(len(p)), key=lambda i: p[i]), start=1))):
        lowest = min(lowest, p[i] * len(p) / rank)
        adjusted[i] = lowest
    return adjusted


def estimated(row: AnyEffect, effect: float, se: float, df: float) -> AnyEffect:
    """`row` with its estimate, interval and p; the verdict waits for the family."""
    se = max(se, LEAST_SE)
    half = quantile(0.95, df) * se
    p = two_sided(effect / se, df)
    return replace(row, effect=effect, interval90=(effect - half, effect + half), p=p, verdict="unclear")


def judged(family: Sequence[AnyEffect]) -> list[AnyEffect]:
    """The rows of one family with p values adjusted and verdicts given; those without a p stay as they are."""
    tested = [row.p for row in family if row.p is not None]
    adjusted = iter(zip(holm(tested), benjamini_hochberg(tested), strict=True))
    return [row if row.p is None else _judged(row, *next(adjusted)) for row in family]


def unanswered(question: Question) -> Answer:
    """The row of a question for which nothing was rated yet."""
    return Answer(
        id=question.id,
        site=question.site,
        side=question.side,
        trigger=question.trigger,
        above=question.above,
        unit=question.unit,
        lag_days=question.lag_days,
        mornings=question.mornings,
        asked=question.day,
        n_exposed_days=0,
        n_unexposed_days=0,
        needs_exposed_days=LEAST_DAYS,
    )


def alone(row: AnyEffect) -> AnyEffect:
    """The row of a question that was asked ahead, judged by its own p: nothing is adjusted."""
    return row if row.p is None else replace(row, verdict=_word(row, row.p, 1.0))


def _judged(row: AnyEffect, p_adjusted: float, q: float) -> AnyEffect:
    return replace(row, p_adjusted=p_adjusted, q=q, verdict=_word(row, p_adjusted, q))


def _word(row: Effect, p_adjusted: float, q: float) -> Verdict:
    if p_adjusted <= CLEAR:
        return "clear"
    if q <= POSSIBLE:
        return "possible"
    low, high = row.interval90 or (-SMALL, SMALL)
    return "probably_small" if low > -SMALL and high < SMALL else "unclear"
