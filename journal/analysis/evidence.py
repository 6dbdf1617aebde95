"""The entries behind a figure: the days on which something happened, and how the place was rated after it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.analysis.rows import Doses, Place, Row, exposures, rows_after, site_rows, wall
from journal.analysis.self_trial import last_planned, on, trials
from journal.analysis.shapes import Answer, Comparison, Experiment, MassageEffect, Outcome, TriggerLink
from journal.model import Entry, Episode, Function, Massage, Question, Rating, Run, Side, Strength, Trigger
from journal.recovery.scores import entered_too_late


@dataclass(frozen=True, kw_only=True)
class DayBehind:
    """A day with its `entries`, and the ratings (none: not rated) on `rated_on`, which is the day itself or later."""

    day: date
    entries: tuple[Entry, ...]
    rated_on: date
    scores: tuple[int, ...] = ()
    planned: str | None = ""
    """The technique that a self-trial planned for the day, None for none; "" outside a trial."""


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """The days first..last of a place."""

    site: str
    side: Side
    first: date
    last: date


Figured = TriggerLink | MassageEffect | Comparison | Answer | Experiment | Stretch
"""What a figure is of."""


def behind(entries: Sequence[Entry], figured: Figured) -> tuple[DayBehind, ...]:
    """The days that a figure stands on, newest first, from `entries` (by time)."""
    place = (figured.site, figured.side)
    match figured:
        case TriggerLink():
            return behind_link(entries, place, figured.trigger, figured.lag_days)
        case MassageEffect():
            return behind_massage(entries, place, (figured.technique,), figured.outcome)
        case Comparison():
            return behind_massage(entries, place, (figured.technique, figured.against), figured.outcome)
        case Answer():
            return behind_question(entries, figured)
        case Experiment():
            return behind_trial(entries, figured)
        case Stretch():
            return behind_days(entries, place, figured.first, figured.last)


def behind_link(entries: Sequence[Entry], place: Place, trigger: str, lag_days: int) -> tuple[DayBehind, ...]:
    """The days with a trigger, newest first, and the ratings `lag_days` later; of the same day those after it."""
    rated = _rated(site_rows(entries, place))
    found = []
    for day, done in _by_day(each for each in entries if exposes(each, trigger)).items():
        on = day + timedelta(days=lag_days)
        rows = rated[on]
        if lag_days == 0:
            first = min((wall(each.at) for each in done if each.time_known), default=None)
            rows = [row for row in rows if first is not None and row.timed and row.time > first]
        found.append(DayBehind(day=day, entries=done, rated_on=on, scores=tuple(row.score for row in rows)))
    return tuple(found)


def behind_question(entries: Sequence[Entry], answer: Answer) -> tuple[DayBehind, ...]:
    """The days since a question was asked with more than it asks about, newest first, and the ratings that count."""
    question = next((each for each in entries if isinstance(each, Question) and each.id == answer.id), None)
    if question is None:
        return ()
    rows = rows_after(question, site_rows(entries, (question.site, question.side)))
    doses = exposures(entries).get(question.trigger, Doses())
    later = timedelta(days=question.lag_days)
    rated = _rated(rows)
    done = _by_day(each for each in entries if each.day >= question.day and exposes(each, question.trigger))
    return tuple(
        DayBehind(day=day, entries=each, rated_on=day + later, scores=tuple(row.score for row in rated[day + later]))
        for day, each in done.items()
        if doses.typical is None or doses.total(day.toordinal()) * doses.typical > (question.above or 0)
    )


def behind_trial(entries: Sequence[Entry], tried: Experiment) -> tuple[DayBehind, ...]:
    """The days of a self-trial so far, newest first: what was planned, what was done, the next day's ratings."""
    place = (tried.site, tried.side)
    trial = next((each for each in trials(entries) if each.start == tried.start and each.seed == tried.seed), None)
    if trial is None:
        return ()
    rated = _rated(site_rows(entries, place))
    done = _by_day(each for each in entries if isinstance(each, Massage) and (each.site, each.side) == place)
    last = min(last_planned(trial), max((each.day for each in entries), default=trial.start))
    days = [trial.start + timedelta(days=number) for number in range((last - trial.start).days + 1)]
    return tuple(
        DayBehind(
            day=day,
            entries=done.get(day, ()),
            rated_on=day + timedelta(days=1),
            scores=tuple(row.score for row in rated[day + timedelta(days=1)]),
            planned=trial.technique if on(trial, day) else trial.against,
        )
        for day in reversed(days)
    )


def behind_massage(
    entries: Sequence[Entry], place: Place, techniques: Sequence[str], outcome: Outcome
) -> tuple[DayBehind, ...]:
    """The days with sessions of `techniques` whose `before` was rated, newest first; next day: the ratings then."""
    rated = _rated(site_rows(entries, place))
    done = _by_day(
        each
        for each in entries
        if isinstance(each, Massage) and (each.site, each.side) == place and each.technique in techniques
        if each.before is not None and not entered_too_late(each) and (outcome == "next_day" or each.after is not None)
    )
    later = timedelta(days=outcome == "next_day")
    return tuple(
        DayBehind(
            day=day,
            entries=each,
            rated_on=day + later,
            scores=tuple(row.score for row in rated[day + later]) if later else (),
        )
        for day, each in done.items()
    )


def behind_days(entries: Sequence[Entry], place: Place, first: date, last: date) -> tuple[DayBehind, ...]:
    """What was recorded of a place on the days first..last, newest first: ratings, function, massage, its spells."""
    here = _by_day(each for each in entries if first <= each.day <= last and _concerns(each, place))
    return tuple(DayBehind(day=day, entries=each, rated_on=day) for day, each in here.items())


def exposes(entry: Entry, trigger: str) -> bool:
    match entry:
        case Trigger(trigger=name, amount=amount):
            return name == trigger and amount != 0
        case Run():
            return trigger == "run"
        case Strength():
            return trigger == "strength"
        case _:
            return False


def _concerns(entry: Entry, place: Place) -> bool:
    match entry:
        case Rating() | Massage() | Episode():
            return (entry.site, entry.side) == place
        case Function(side=side):
            return side in (None, place[1])
        case _:
            return False


def _by_day(entries: Iterable[Entry]) -> dict[date, tuple[Entry, ...]]:
    days: dict[date, list[Entry]] = defaultdict(list)
    for each in entries:
        days[each.day].append(each)
    return {day: tuple(days[day]) for day in sorted(days, reverse=True)}


def _rated(rows: Iterable[Row]) -> defaultdict[date, list[Row]]:
    found: defaultdict[date, list[Row]] = defaultdict(list)
    for row in rows:
        if not row.after:
            found[date.fromordinal(row.day)].append(row)
    return found
