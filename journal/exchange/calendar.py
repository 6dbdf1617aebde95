"""What lies ahead as iCalendar (RFC 5545): the end of planned rest, the next run, strength and massages as series.

An event keeps its UID from one file to the next, and its number grows, so that a calendar which reads the next file
updates what it has. What is not due any more is in the file as cancelled. Times are those of any wall clock.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from dateutil.rrule import DAILY, rrule
from icalendar import Calendar, Event, vRecur

from journal.catalogue import Catalogue
from journal.model import Episode
from journal.recovery.shapes import EpisodeStatus
from journal.recovery.status import Status
from journal.settings import Settings
from journal.tell import sets_planned, site_name

PRODUCT: Final = "-//recovery-journal//EN"
DAYS: Final = 7
"""A series reaches so far: the plan is another one by then."""

MASSAGES: Final = (time(8), time(13), time(20), time(16))
"""When massages are put into the calendar, the first of a day first (app defaults)."""

MASSAGE: Final = timedelta(minutes=10)
STRENGTH: Final = time(18)


def to_ics(
    status: Status, catalogue: Catalogue, settings: Settings, now: datetime, ended: Iterable[Episode] = ()
) -> bytes:
    """The file for what `status` says, as of `now`; what an earlier one said of the `ended` spells is cancelled."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Recovery journal")
    for event in (*_events(status, catalogue, settings), *_cancelled(ended, catalogue)):
        event.add("dtstamp", now)
        event.add("sequence", int(now.timestamp()) // 60)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(status: Status, catalogue: Catalogue, settings: Settings) -> Iterator[Event]:
    for each in status.episodes:
        yield from _of_episode(each, status, catalogue)
    massage = status.massage
    goal = 0 if massage.blocked_by and massage.gate is None else massage.goal
    for number, at in enumerate(MASSAGES, 1):
        event = _series(f"massage-{number}", status.day, at, MASSAGE, cancelled=number > goal)
        event.add("summary", f"Massage {number} of {max(goal, number)}")
        event.add("description", massage.advice)
        yield event
    strength = status.strength
    planned = [f"{catalogue.exercises[each.exercise].name}, {sets_planned(each)}" for each in strength.planned]
    length = timedelta(minutes=settings.minutes_a_day)
    event = _series("strength", status.day, STRENGTH, length, cancelled=bool(strength.blocked_by or not planned))
    event.add("summary", "Strength instead of running" if status.episodes else "Strength")
    event.add("description", "\n".join(("Today:", *planned, "Each day has its own plan: rj today")))
    yield event


def _of_episode(each: EpisodeStatus, status: Status, catalogue: Catalogue) -> Iterator[Event]:
    name = site_name(each.episode.site, each.episode.side, catalogue)
    over = _all_day(f"rest-{each.episode.id}", status.day + timedelta(days=each.rest.planned_left))
    over.add("summary", f"Planned rest is over: {name}")
    over.add("description", each.rest.sentence)
    yield over
    earliest = each.run.earliest or status.day + timedelta(days=each.rest.days_left)
    run = _all_day(f"run-{each.episode.id}", earliest, cancelled=bool(status.signs))
    run.add("summary", f"Next run at the earliest: {name}")
    run.add("description", each.run.text)
    yield run


def _cancelled(ended: Iterable[Episode], catalogue: Catalogue) -> Iterator[Event]:
    for episode in ended:
        name = site_name(episode.site, episode.side, catalogue)
        for kind, words in (("rest", "Planned rest is over"), ("run", "Next run at the earliest")):
            event = _all_day(f"{kind}-{episode.id}", episode.ended_on or episode.day, cancelled=True)
            event.add("summary", f"{words}: {name}")
            yield event


def _all_day(name: str, day: date, *, cancelled: bool = False) -> Event:
    event = _event(name, cancelled=cancelled)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _series(name: str, first: date, at: time, length: timedelta, *, cancelled: bool) -> Event:
    """A daily series of DAYS from `first` on."""
    event = _event(name, cancelled=cancelled)
    begins = datetime.combine(first, at)
    event.add("dtstart", begins)
    event.add("duration", length)
    rule = str(rrule(DAILY, dtstart=begins, count=DAYS)).partition("RRULE:")[2]
    event.add("rrule", vRecur.from_ical(rule))
    return event


def _event(name: str, *, cancelled: bool) -> Event:
    event = Event()
    event.add("uid", f"{name}@recovery-journal")
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    return event
