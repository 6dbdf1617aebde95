"""What Today shows, read in one go."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.book import Journal
from journal.chart.model import TrendModel
from journal.check_in import AVERAGE, Part, part_of, signs_said, triggers_said
from journal.glance import Glance, Row
from journal.glancing import glance_of
from journal.model import Entry, Massage, Rating, Side, Strength
from journal.recovery.status import Status
from journal.tell import sets_planned

if TYPE_CHECKING:
    from journal.analysis.self_trial import TrialDay

SPARK_DAYS = 14
CHART_DAYS = 30
RECORDED = 16
RECENT = timedelta(days=2)
YEAR = timedelta(days=371)


@dataclass(frozen=True, kw_only=True)
class ToDo:
    """Something to do today, where it is done, and whether it is."""

    label: str
    section: str
    done: bool


@dataclass(frozen=True, kw_only=True)
class Fortnight:
    """The highest ratings of a site on the last 14 days, the oldest first; None is a day without a rating."""

    label: str
    highs: tuple[int | None, ...]


@dataclass(frozen=True, kw_only=True)
class TodayData:
    """Everything on Today."""

    day: date
    glance: Glance
    """What stands at the top."""
    part: Part
    last_scores: tuple[int | None, ...]
    """How each row of the glance was rated last, today or before (None: never)."""
    signs: str
    """What was answered about warning signs."""
    triggers: str
    """What was answered about triggers."""
    to_do: tuple[ToDo, ...]
    fortnights: tuple[Fortnight, ...]
    scores: dict[tuple[str, Side], int | None]
    """Today's highest score of every rated site, for the body map."""
    model: TrendModel | None
    """The chart of thirty days, None where it is not shown."""
    year: dict[date, int | None]
    """The highs of a year of the main site, for the map of the year; empty where it is not shown."""
    recorded: tuple[str, ...]
    """What was recorded of the day, a line each, the newest first; empty where it is not shown."""
    recent: tuple[Entry, ...]
    """What may have stirred the leg on the day and the two before."""
    empty: bool
    """True in a journal without entries."""


def read_today(journal: Journal, day: date, *, chart: bool, year: bool) -> TodayData:
    """What Today shows of `day`, with the `chart`, and with the `year` and what was recorded, or without."""
    status = journal.status(day)
    part = part_of(journal.clock.now(), day, journal.clock.today(), journal.settings)
    glance = glance_of(status, journal.catalogue, journal.settings, part)
    entries = journal.day(day)
    return TodayData(
        day=day,
        glance=glance,
        part=part,
        last_scores=tuple(_last_score(journal, row, day) for row in glance.rows),
        signs=signs_said(entries, len(status.signs)),
        triggers=triggers_said(entries, journal.catalogue),
        to_do=(*_trials(journal, status), _massage(status), *_strength(journal, status)),
        fortnights=tuple(
            _fortnight(journal, *place, day) for place in dict.fromkeys((row.site, row.side) for row in glance.rows)
        ),
        scores=_highest(status.ratings),
        model=journal.trend(CHART_DAYS, day) if chart else None,
        year=_year(journal, day) if year else {},
        recorded=tuple(
            f"{_clock(each)}  {journal.tell(each)}" for each in reversed(entries[-RECORDED:] if year else ())
        ),
        recent=tuple(journal.exposures(day - RECENT, day)),
        empty=journal.count() == 0,
    )


def _last_score(journal: Journal, row: Row, day: date) -> int | None:
    found = journal.entries(last=day, kinds=("rating",), site=row.site, side=row.side, newest_first=True, limit=20)
    return next(
        (
            each.score
            for each in found
            if isinstance(each, Rating) and each.measure == row.measure and (AVERAGE in each.tags) == row.average
        ),
        None,
    )


def _trials(journal: Journal, status: Status) -> list[ToDo]:
    """What the self-trials say of the day."""
    standing = journal.trials(status.day)
    if not standing:
        return []
    from journal.analysis.wording import trial_today

    done = [each for each in journal.entries(status.day, status.day, kinds=("massage",)) if isinstance(each, Massage)]
    return [
        ToDo(label=label, section="massage", done=now.state == "running" and _kept(now, done))
        for now in standing
        if (label := trial_today(now, journal.catalogue, journal.settings.date_format))
    ]


def _kept(now: "TrialDay", done: list[Massage]) -> bool:
    """Whether the massage that belongs to the day is done."""
    place = (now.trial.site, now.trial.side)
    return any((each.site, each.side, each.technique) == (*place, now.technique) for each in done)


def _massage(status: Status) -> ToDo:
    """The day's massage, or why there is none."""
    massage = status.massage
    if status.blocks.massage:
        label = f"No massage: {status.blocks.massage}"
    elif massage.gate:
        label = "Massage: the calf questions come first"
    elif massage.blocked_by:
        label = f"No massage: {massage.blocked_by}"
    else:
        return ToDo(
            label=f"Massage {massage.done} of {massage.goal}", section="massage", done=massage.done >= massage.goal
        )
    return ToDo(label=label, section="massage", done=False)


def _strength(journal: Journal, status: Status) -> list[ToDo]:
    """The day's exercises with the sets that were done, or why there are none."""
    strength = status.strength
    if strength.blocked_by:
        return [ToDo(label=f"No strength work: {strength.blocked_by}", section="strength", done=False)]
    exercises = journal.catalogue.exercises
    ticked: dict[str, int] = {}
    for entry in journal.entries(status.day, status.day, kinds=("strength",)):
        if isinstance(entry, Strength):
            ticked[entry.exercise] = ticked.get(entry.exercise, 0) + len(entry.sets)
    tasks = []
    for planned in strength.planned:
        wanted = planned.sets * (2 if planned.each_side else 1)
        sets = ticked.get(planned.exercise, 0)
        begun = f" · {sets} of {wanted} sets" if 0 < sets < wanted else ""
        label = f"{exercises[planned.exercise].name} {sets_planned(planned)}{begun}"
        tasks.append(ToDo(label=label, section="strength", done=sets >= wanted))
    return tasks


def _fortnight(journal: Journal, site: str, side: str, day: date) -> Fortnight:
    first = day - timedelta(days=SPARK_DAYS - 1)
    highs = {row.day: row.high for row in journal.daily(site, side, None, first, day)}
    known = journal.catalogue.sites.get(site)
    return Fortnight(
        label=f"{side} {known.short if known else site}",
        highs=tuple(highs.get(first + timedelta(days=number)) for number in range(SPARK_DAYS)),
    )


def _clock(entry: Entry) -> str:
    return f"{entry.at:%H:%M}" if entry.time_known else "  –  "


def _year(journal: Journal, day: date) -> dict[date, int | None]:
    main = journal.settings.main
    rows = journal.daily(main.site, main.side, None, day - YEAR, day)
    return {row.day: row.high for row in rows}


def _highest(ratings: tuple[Rating, ...]) -> dict[tuple[str, Side], int | None]:
    highest: dict[tuple[str, Side], int | None] = {}
    for rating in ratings:
        place = (rating.site, rating.side)
        highest[place] = max(highest.get(place) or 0, rating.score)
    return highest
