"""How much massage a place can take today, from how it took the last ones.

Sorer after a session, or the next morning: half the dose. Twice so: none for two days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journal.catalogue.shapes import Catalogue, Site, Technique
from journal.clock import journal_day
from journal.model import Entry, Massage, Side
from journal.recovery.flares import flare_ups
from journal.recovery.scores import Score, site_scores
from journal.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Taken:
    """How the last massages of a place were taken: after how many it was sorer, since the last that it was not."""

    strikes: int = 0
    last: datetime | None = None

    @property
    def halve(self) -> bool:
        """True when the next dose is halved."""
        return self.strikes > 0

    def paused_until(self, settings: Settings) -> datetime | None:
        """The moment until which the place is left alone, None when it need not be."""
        if self.strikes < settings.massage_pause_after or self.last is None:
            return None
        return self.last + timedelta(hours=settings.massage_pause_hours)


def presses(massage: Massage, catalogue: Catalogue) -> bool:
    """True unless its technique presses nothing (a stretch, heat, cold)."""
    technique = catalogue.techniques.get(massage.technique)
    return technique is None or technique.press


def taken(entries: Sequence[Entry], sessions: Sequence[Massage], settings: Settings, now: datetime) -> Taken:
    """How the `sessions` of one place (oldest first) in the last `massage_memory_days` were taken.

    A session counts against it when it ended `massage_rise` or more above its beginning; a day of massage, when the
    first score of the next day is above the one before the massage. A day without either answer says nothing.
    """
    today = journal_day(now)
    first = today - timedelta(days=settings.massage_memory_days)
    done = [each for each in sessions if first <= each.day <= today]
    if not done:
        return Taken()
    site, side = done[0].site, done[0].side
    felt = [each for each in site_scores(entries, site, side) if each.day <= today]
    strikes = 0
    for day in sorted({each.day for each in done}, reverse=True):
        of_day = [each for each in done if each.day == day]
        too_much = sum(_rose(each, settings) for each in of_day)
        known = any(None not in (each.before, each.after) for each in of_day)
        sorer = _sorer_next_morning(felt, of_day[0], day)
        if sorer is not None:
            known = True
            too_much += sorer
        if known and not too_much:
            break
        strikes += too_much
    return Taken(strikes=strikes, last=done[-1].at)


def _rose(massage: Massage, settings: Settings) -> bool:
    if massage.before is None or massage.after is None:
        return False
    return massage.after - massage.before >= settings.massage_rise


def _sorer_next_morning(felt: Sequence[Score], massage: Massage, day: date) -> bool | None:
    """Whether the first score of the day after is above the one before `massage`; None when unknown."""
    began = massage.at - timedelta(seconds=massage.seconds or 0)
    before = [each.value for each in felt if each.day == day and each.at <= began]
    after = [each for each in felt if each.day == day + timedelta(days=1)]
    if not before or not after:
        return None
    return after[0].value > before[-1]


def sore_days(
    entries: Sequence[Entry], settings: Settings, site: str, side: Side, begun: date | None, day: date
) -> int:
    """Which day of being sore `day` is at a place, 1 the first; 0 when it is not.

    `begun` is when an open episode began there. A flare-up begins it anew.
    """
    starts = [each.day for each in flare_ups(entries, site, side, settings) if each.day <= day]
    starts += [begun] if begun is not None and begun <= day else []
    return (day - max(starts)).days + 1 if starts else 0


def dose(technique: Technique, site: Site, halve: bool, settings: Settings) -> tuple[int, int, int]:
    """Seconds a spot, spots, and the discomfort cap of a technique at a site today."""
    seconds, sets, cap = technique.seconds_per_spot, technique.sets, technique.discomfort_cap
    cap = min(cap, settings.massage_discomfort)
    if technique.press:
        most = settings.massage_spot_light if site.massage == "light" else settings.massage_pass
        seconds = min(seconds, technique.max_seconds_per_spot, most)
        if halve:
            seconds = max(settings.massage_least, seconds // 2)
        if site.massage == "light":
            sets = max(1, min(sets, settings.massage_region_light // seconds))
            cap = min(cap, settings.massage_discomfort_light)
    return seconds, sets, cap
