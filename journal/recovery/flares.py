"""Flare-ups: when a site is clearly worse than it usually is. An app default; no agreed definition was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.model import Entry, Function, Side
from journal.recovery.scores import Before, check_ins, entered_too_late, site_scores
from journal.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Flare:
    """A flare-up: the `day` it was first seen on, and the entries (oldest first) that say so."""

    day: date
    evidence: tuple[str, ...]


def flare_days(entries: Sequence[Entry], site: str, side: Side, settings: Settings) -> dict[date, tuple[str, ...]]:
    """The journal days with a flare-up at a site, in order, each with the ids of its evidence, oldest first.

    Two check-ins in a row at least `flare_lowest` and `flare_rise` above the median of the `flare_median_days` before,
    or one such from `flare_once` on; or function `function_drop` or more points below the median of the
    `function_median_days` before. A day without anything before it to compare with has none.
    """
    found: dict[date, dict[str, None]] = {}
    for day, ids in (*_risen(entries, site, side, settings), *_dropped(entries, side, settings)):
        found.setdefault(day, {}).update(dict.fromkeys(ids))
    return {day: tuple(found[day]) for day in sorted(found)}


def flare_ups(entries: Sequence[Entry], site: str, side: Side, settings: Settings) -> tuple[Flare, ...]:
    """The separate flare-ups at a site, oldest first: flare days with `flare_apart` days between them are two."""
    found: list[Flare] = []
    last = date.min
    for day, evidence in flare_days(entries, site, side, settings).items():
        if day - last > timedelta(days=settings.flare_apart):
            found.append(Flare(day=day, evidence=evidence))
        last = day
    return tuple(found)


def _risen(
    entries: Sequence[Entry], site: str, side: Side, settings: Settings
) -> Iterable[tuple[date, tuple[str, ...]]]:
    scores = site_scores(entries, site, side)
    within = timedelta(hours=settings.check_in_hours)
    in_time = check_ins([each for each in scores if not each.late], within)
    usual = Before((each.day, each.value) for each in in_time)
    earlier: tuple[str, ...] | None = None
    for each in check_ins(scores, within):
        middle = usual.median(each.day, settings.flare_median_days)
        high = middle is not None and each.value >= max(settings.flare_lowest, middle + settings.flare_rise)
        if high and (earlier is not None or each.value >= settings.flare_once):
            yield each.day, (*(earlier or ()), *each.ids)
        earlier = each.ids if high else None


def _dropped(entries: Sequence[Entry], side: Side, settings: Settings) -> Iterable[tuple[date, tuple[str, ...]]]:
    asked = sorted(
        (each for each in entries if isinstance(each, Function) and each.side in (side, None)),
        key=lambda each: (each.at, each.id),
    )
    usual = Before((each.day, each.percent) for each in asked if not entered_too_late(each))
    for each in asked:
        middle = usual.median(each.day, settings.function_median_days)
        if middle is not None and each.percent <= middle - settings.function_drop:
            yield each.day, (each.id,)
