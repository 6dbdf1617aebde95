"""The warning sign the journal watches for by itself: it does not get better."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journal.catalogue.shapes import Catalogue
from journal.clock import journal_day
from journal.model import Entry, Episode, Function, Side
from journal.recovery.checks import by_clinician, checks_until
from journal.recovery.episodes import open_episodes
from journal.recovery.flares import flare_ups
from journal.recovery.scores import Score, day_highs, site_scores
from journal.recovery.shapes import OpenSign
from journal.recovery.text import short
from journal.settings import Settings
from journal.tell import site_name


@dataclass(frozen=True)
class _Fired:
    """The rule in words, the day it began to hold, the entries it stands on."""

    text: str
    since: date
    evidence: tuple[str, ...]


def trend_sign(entries: Sequence[Entry], catalogue: Catalogue, settings: Settings, now: datetime) -> OpenSign | None:
    """The computed sign at `now`, with the first rule that holds in its text; None when none does.

    Looked at are the tracked sites and those of open episodes, from the day after a clinician last saw it on.
    """
    sign = next((each for each in catalogue.signs.values() if each.computed), None)
    if sign is None:
        return None
    today = journal_day(now)
    seen = [entry for entry in entries if entry.day <= today]
    looked = max(
        (check.day for check in checks_until(seen, now) if by_clinician(check) and check.answers.get(sign.id) is False),
        default=date.min,
    )
    fired = next(_fired(seen, catalogue, settings, today, looked), None)
    if fired is None:
        return None
    return OpenSign(
        id=sign.id,
        level=sign.level,
        text=f"{fired.text} {sign.advice}",
        actions=sign.actions,
        since=fired.since,
        raised_by=fired.evidence,
        computed=True,
        sources=sign.sources,
        short=sign.short,
        clinician=False,
    )


def _fired(
    entries: Sequence[Entry], catalogue: Catalogue, settings: Settings, today: date, looked: date
) -> Iterator[_Fired]:
    for site, side in _places(entries, settings, today):
        where = site_name(site, side, catalogue)
        scores = [each for each in site_scores(entries, site, side) if not each.late and each.day > looked]
        means = _Means(scores, settings)
        yield from _rises(means, where, settings, _rise_judged(entries, site, side, settings, today))
        yield from _stays_high(scores, where, settings, today)
        for began in _begun(entries, site, side, today):
            yield from _unchanged(means, where, settings, today, max(began, looked + timedelta(days=1)))
        flares = [each for each in flare_ups(entries, site, side, settings) if each.day > looked]
        recent = [each for each in flares if today - each.day < timedelta(weeks=settings.trend_flare_weeks)]
        if len(recent) >= settings.trend_flares:
            text = f"Flare-up number {len(recent)} in {settings.trend_flare_weeks} weeks: {where}."
            yield _Fired(
                text, recent[settings.trend_flares - 1].day, tuple(id_ for each in recent for id_ in each.evidence)
            )
    yield from _function_low([each for each in entries if each.day > looked], settings, today)


def _places(entries: Sequence[Entry], settings: Settings, today: date) -> list[tuple[str, Side]]:
    tracked = [(each.site, each.side) for each in (*settings.tracked, settings.main)]
    episodes = [(each.site, each.side) for each in open_episodes(entries, today)]
    return sorted({*tracked, *episodes})


def _begun(entries: Sequence[Entry], site: str, side: Side, today: date) -> list[date]:
    return sorted(each.day for each in open_episodes(entries, today) if (each.site, each.side) == (site, side))


def _rise_judged(entries: Sequence[Entry], site: str, side: Side, settings: Settings, today: date) -> date:
    """The day whose rise over `trend_rise_days` counts: today, or the eve of a sore spell that began within them.

    From calm to the first days of a spell the mean always rises: that is a flare-up, with rules of its own. What
    stood on its eve goes on standing, so that to record the spell quietens nothing.
    """
    begun = [
        each.day
        for each in entries
        if isinstance(each, Episode) and (each.site, each.side) == (site, side) and each.day <= today
    ]
    last = max(begun, default=date.min)
    return last - timedelta(days=1) if (today - last).days < settings.trend_rise_days else today


class _Means:
    """Means of the day highs over `trend_mean_days`; None with fewer rated days than `trend_rated_days`."""

    def __init__(self, scores: Sequence[Score], settings: Settings) -> None:
        self._scores = scores
        self._highs = day_highs(scores)
        self._over = timedelta(days=settings.trend_mean_days)
        self._least = settings.trend_rated_days

    def mean(self, last: date) -> float | None:
        """The mean of the days that end with `last`."""
        rated = [high for day, high in self._highs.items() if last - self._over < day <= last]
        return sum(rated) / len(rated) if len(rated) >= self._least else None

    def evidence(self, *lasts: date) -> tuple[str, ...]:
        """The entries behind those means, oldest first."""
        return tuple(each.id for each in self._scores if any(last - self._over < each.day <= last for last in lasts))


def _rises(means: _Means, where: str, settings: Settings, judged: date) -> Iterator[_Fired]:
    within = timedelta(days=settings.trend_rise_days)

    def risen(day: date) -> bool:
        before, after = means.mean(day - within), means.mean(day)
        return before is not None and after is not None and after - before >= settings.trend_rise

    if risen(judged):
        since = judged
        while risen(since - timedelta(days=1)):
            since -= timedelta(days=1)
        earlier = judged - within
        before, after = means.mean(earlier), means.mean(judged)
        over = settings.trend_mean_days
        text = f"The {over}-day mean rose from {before:.1f} to {after:.1f} in {within.days} days: {where}."
        yield _Fired(text, since, means.evidence(earlier, judged))


def _stays_high(scores: Sequence[Score], where: str, settings: Settings, today: date) -> Iterator[_Fired]:
    highs = day_highs(scores)
    last = sorted(highs)[-settings.trend_high_days :]
    in_a_row = len(last) == settings.trend_high_days and (last[-1] - last[0]).days == len(last) - 1
    if (
        in_a_row
        and (today - last[-1]).days <= settings.trend_mean_days
        and all(highs[day] > settings.trend_high for day in last)
    ):
        text = f"Above {settings.trend_high} of 10 on {len(last)} days in a row: {where}."
        yield _Fired(text, last[-1], tuple(each.id for each in scores if each.day in last))


def _unchanged(means: _Means, where: str, settings: Settings, today: date, began: date) -> Iterator[_Fired]:
    due = began + timedelta(days=settings.trend_unchanged_days)
    if today <= due:
        return
    first = began + timedelta(days=settings.trend_mean_days - 1)
    before, after = means.mean(first), means.mean(today)
    if before is None or after is None or after == 0:
        return
    fall = before - after
    if fall < settings.trend_fall and fall * 100 < before * settings.trend_fall_percent:
        means_were = f"{settings.trend_mean_days}-day mean {before:.1f}, now {after:.1f}"
        text = f"No clear change since {short(began, settings)} ({means_were}): {where}."
        yield _Fired(text, due + timedelta(days=1), means.evidence(first, today))


def _function_low(entries: Sequence[Entry], settings: Settings, today: date) -> Iterator[_Fired]:
    asked = [each for each in entries if isinstance(each, Function)]
    sides: tuple[Side, ...] = ("left", "right")
    for side in sides:
        low: list[Function] = []
        for each in sorted(asked, key=lambda each: (each.at, each.id)):
            if each.side in (side, None):
                low = [*low, each] if each.percent < settings.trend_function else []
        if not low or (today - low[-1].day).days > settings.trend_mean_days:
            continue
        due = low[0].day + timedelta(days=settings.trend_function_days)
        if today >= due:
            text = f"Function under {settings.trend_function} % for {settings.trend_function_days} days."
            yield _Fired(text, due, tuple(each.id for each in low))
            return
