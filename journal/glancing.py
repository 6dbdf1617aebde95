"""Making a glance: the status in the few words that are shown first, and for how long they hold."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta

from journal.catalogue import Catalogue
from journal.clock import DAY_STARTS, Clock
from journal.dates import day_words
from journal.glance import Glance, Row, Span
from journal.recovery.shapes import OpenSign
from journal.recovery.status import Standing
from journal.recovery.text import count, first_run
from journal.settings import Settings, Tracked

HOUR = timedelta(hours=1)
MOMENT = timedelta(seconds=1)

StandingAt = Callable[[date, datetime], Standing]


def spans(clock: Clock, standing_at: StandingAt, catalogue: Catalogue, settings: Settings) -> Iterator[Span]:
    """The glances of today and of tomorrow, as far as they hold for the whole of it, or for this hour.

    Without a new entry the clock alone changes a status, and each of its limits is passed once: what is the same at
    both ends of a time is the same all through it.
    """

    def seen(day: date, at: datetime) -> Glance:
        return glance_of(standing_at(day, at), catalogue, settings)

    now, today = clock.now(), clock.today()
    ends = [clock.at(today + timedelta(days=number), DAY_STARTS) for number in (1, 2)]
    hour = min(ends[0], now.replace(minute=0, second=0, microsecond=0) + HOUR)
    found = seen(today, now)
    for end in (ends[0], hour):
        if seen(today, end - MOMENT) == found:
            yield Span(now.timestamp(), end.timestamp(), found)
            break
    tomorrow = today + timedelta(days=1)
    found = seen(tomorrow, ends[0])
    if seen(tomorrow, ends[1] - MOMENT) == found:
        yield Span(ends[0].timestamp(), ends[1].timestamp(), found)


def glance_of(standing: Standing, catalogue: Catalogue, settings: Settings) -> Glance:
    """What is shown first of a status."""
    latest = {(rating.site, rating.side, rating.measure): rating.score for rating in standing.ratings}
    tracked = tracked_on(standing, settings)
    rows = tuple(
        Row(*place, label, latest.get(place))
        for each, label in zip(tracked, labels(tracked, catalogue), strict=True)
        for place in [(each.site, each.side, each.measure)]
    )
    due = any(row.score is None for row in rows)
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
