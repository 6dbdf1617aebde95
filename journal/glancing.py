"""Making a glance: the status in the few words that are shown first, and for how long they hold."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from journal.catalogue import Catalogue
from journal.check_in import Part, part_of
from journal.check_in import rows as check_in
from journal.clock import DAY_STARTS, Clock
from journal.dates import day_words
from journal.glance import Glance, Row, Span
from journal.plural import count
from journal.recovery.shapes import OpenSign
from journal.recovery.status import Standing
from journal.recovery.text import first_run
from journal.settings import Settings, Tracked

HOUR = timedelta(hours=1)
MOMENT = timedelta(seconds=1)
ON_AVERAGE = "    on average"
"""What the row is called that asks for the average of the day; it stands below the row of its place."""

StandingAt = Callable[[date, datetime], Standing]


def spans(clock: Clock, standing_at: StandingAt, catalogue: Catalogue, settings: Settings) -> Iterator[Span]:
    """The glances of today and of tomorrow, as far as they hold until the evening, the day's end, or for this hour.

    Without a new entry the clock alone changes a status, and each of its limits is passed once: what is the same at
    both ends of a time is the same all through it.
    """

    now, today = clock.now(), clock.today()
    hour = now.replace(minute=0, second=0, microsecond=0) + HOUR

    def seen(day: date, at: datetime) -> Glance:
        return glance_of(standing_at(day, at), catalogue, settings, part_of(at, day, day, settings))

    def holding(day: date, first: datetime, end: datetime) -> Iterator[Span]:
        found = seen(day, first)
        for last in (end, min(hour, end)):
            if first < last and seen(day, last - MOMENT) == found:
                yield Span(first.timestamp(), last.timestamp(), found)
                return

    for day in (today, today + timedelta(days=1)):
        begin, end = clock.at(day, DAY_STARTS), clock.at(day + timedelta(days=1), DAY_STARTS)
        evening = clock.at(day, time(settings.evening_from))
        if now < evening:
            yield from holding(day, max(begin, now), evening)
        yield from holding(day, max(evening, now), end)


def glance_of(standing: Standing, catalogue: Catalogue, settings: Settings, part: Part) -> Glance:
    """What is shown first of a status in a part of its day."""
    tracked = tracked_on(standing, settings)
    called = dict(zip(tracked, labels(tracked, catalogue), strict=True))
    rows = tuple(
        Row(
            *(each.tracked.site, each.tracked.side, each.tracked.measure),
            *(ON_AVERAGE if each.average else called[each.tracked], each.score, each.average),
        )
        for each in check_in(standing.ratings, tracked, part)
    )
    due = check_in_due(standing, settings)
    strictest = standing.strictest
    return Glance(
        day=standing.day.isoformat(),
        line=line_of(standing, due),
        due=due,
        left="" if strictest is None else str(strictest.rest.days_left),
        sentence=standing.sentence,
        likely="\n".join(each for each in (likely(standing, settings), *standing.notices, *limited(standing)) if each),
        function=function_said(standing),
        rows=rows,
        signs=tuple((sign.level, sign_words(sign, settings.date_format)) for sign in standing.signs),
        theme=settings.theme,
    )


def check_in_due(standing: Standing, settings: Settings) -> bool:
    """True while something tracked is not rated on the day."""
    rated = {Tracked(each.site, each.side, each.measure) for each in standing.ratings}
    return not rated.issuperset(tracked_on(standing, settings))


def line_of(standing: Standing, due: bool) -> str:
    """ "3 days left · warning sign open · check-in due"."""
    strictest = standing.strictest
    left = None if strictest is None else strictest.rest.days_left
    days = {None: "no sore spell", 0: "ready to run", 1: "1 day left"}.get(left, f"{left} days left")
    parts = (days, "warning sign open" if standing.signs else "", "check-in due" if due else "")
    return " · ".join(part for part in parts if part)


def tracked_on(standing: Standing, settings: Settings) -> tuple[Tracked, ...]:
    """What the runner tracks, and the sites of open episodes."""
    open_sites = (Tracked(each.episode.site, each.episode.side) for each in standing.episodes)
    return tuple(dict.fromkeys((*settings.tracked, *open_sites)))


def label_of(tracked: Tracked, catalogue: Catalogue) -> str:
    """ "left calf", with the measure when it is not soreness."""
    site = catalogue.sites.get(tracked.site)
    name = f"{tracked.side} {site.short if site else tracked.site}"
    return name if tracked.measure == "soreness" else f"{name} {tracked.measure}"


def labels(tracked: Sequence[Tracked], catalogue: Catalogue) -> list[str]:
    """What to call each row of a check-in: below another row of the same place it is its measure alone."""
    above = (None, *tracked)
    return [
        f"  {each.measure}"
        if before and (before.site, before.side) == (each.site, each.side)
        else label_of(each, catalogue)
        for before, each in zip(above, tracked, strict=False)
    ]


def likely(standing: Standing, settings: Settings) -> str:
    """The first day that may be one of running, or what is next on the way back; of a sore leg without one, the key."""
    strictest = standing.strictest
    if strictest is None:
        sore = any(each.score >= settings.bad_day_lowest for each in standing.ratings)
        return "F begins a sore spell: it counts the days of rest" if sore else ""
    if strictest.rest.ready:
        return standing.run.text if standing.run else ""
    return first_run(strictest.rest, standing.day, settings)


def sign_words(sign: OpenSign, form: str) -> str:
    """What an open sign is and since when, in the `form` of days the runner chose; below it the advice."""
    return f"{sign.short} · since {day_words(sign.since, form)}\n{sign.text}"


def limited(standing: Standing) -> Iterator[str]:
    """What approved comments hold back on the way to running, and how many comments wait for the runner."""
    strictest = standing.strictest
    if strictest is not None and strictest.rest.days_left:
        yield from (f"{each[:1].upper()}{each[1:]}" for each in strictest.run.limits)
    if standing.waiting:
        yield f"{count(standing.waiting, 'comment')} to approve or reject: press K"


def function_said(standing: Standing) -> str:
    """ "90 % · no limp", or "not asked yet"."""
    function = standing.function
    said = f"{function.percent} %" if function else "not asked yet"
    return said + {True: " · limping", False: " · no limp", None: ""}[function.limp if function else None]
