"""A day's figures for an episode: how high, how well, and whether it was a good day."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from journal.recovery.leg import Leg, highest
from journal.recovery.shapes import DayFigures, Quality
from journal.recovery.soreness import Verdict, judge
from journal.settings import Settings


def verdicts(leg: Leg, settings: Settings) -> tuple[Verdict, ...]:
    """The judgement of every run since the episode began."""
    return tuple(judge(run, leg, settings) for run in leg.runs)


def day_figures(
    leg: Leg, judged: Sequence[Verdict], settings: Settings, first: date, last: date
) -> tuple[DayFigures, ...]:
    """The figures of every journal day first..last (both included), with its runs as they were `judged`.

    The high is the highest rating of any measure at the site (a massage's `before` counts, its `after` does not);
    function is the day's last entry. Bad: high 3 or more, a limp, or a flare-up, which function 10 or more below its
    median is too. Good: rated, high at most 1, none of these. Neutral: what lies between.
    """
    flares = {**leg.flares}
    for verdict in judged:
        if verdict.flare_on is not None:
            flares[verdict.flare_on] = (*flares.get(verdict.flare_on, ()), *verdict.evidence)
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(_day(day, leg, flares, settings) for day in days)


def _day(day: date, leg: Leg, flares: Mapping[date, tuple[str, ...]], settings: Settings) -> DayFigures:
    scores, functions = leg.scores.get(day, ()), leg.functions.get(day, ())
    high, flare, limp = highest(scores), day in flares, any(each.limp for each in functions)
    ids = (*(score.id for score in scores), *(each.id for each in functions), *flares.get(day, ()))
    return DayFigures(
        day=day,
        high=high,
        function=functions[-1].percent if functions else None,
        flare=flare,
        quality=_quality(high, limp or flare, settings),
        evidence=tuple(dict.fromkeys(each for each in ids if each)),
    )


def _quality(high: int | None, troubled: bool, settings: Settings) -> Quality:
    if troubled or (high is not None and high >= settings.bad_day_lowest):
        return "bad"
    if high is None:
        return "unrated"
    return "good" if high <= settings.good_day_highest else "neutral"
