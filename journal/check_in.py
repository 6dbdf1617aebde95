"""What a check-in asks of a day, and what of it was answered: in the morning how the leg is, in the evening how it was.

Asked in the evening is the average of the day, not its worst: what people say of a whole day agrees best with what
they felt through it when they are asked for the average (Stone 2010, r .85 to .90 against .73 to .80 for the worst).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from journal.catalogue.shapes import Catalogue
from journal.clock import DAY_STARTS
from journal.model import Entry, Rating, SafetyCheck, Trigger
from journal.settings import Settings, Tracked
from journal.tell import amount

Part = Literal["morning", "evening", "day"]
"""The part of a day that a check-in is about; "day" is the whole of a past one."""

AVERAGE = "average"
"""The tag of a rating that sums up a day."""

ASKED_EACH_DAY = ("driving", "laptop_on_lap", "stairs")
"""The triggers that have a key of their own."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A row to rate: what, whether as the average of the day, the day's latest score (None: not rated)."""

    tracked: Tracked
    average: bool
    score: int | None


def part_of(now: datetime, day: date, today: date, settings: Settings) -> Part:
    """The part of `day` at `now`: the evening lasts until the next day begins at 04:00."""
    if day != today:
        return "day"
    return "evening" if now.hour >= settings.evening_from or now.time() < DAY_STARTS else "morning"


def rows(ratings: Iterable[Rating], tracked: Iterable[Tracked], part: Part) -> tuple[Asked, ...]:
    """The rows of a check-in: each place as it is now, and, but in the morning, its average of the day below it."""
    latest = {(Tracked(each.site, each.side, each.measure), AVERAGE in each.tags): each.score for each in ratings}
    return tuple(
        Asked(tracked=each, average=average, score=latest.get((each, average)))
        for each in tracked
        for average in ((False,) if part == "morning" else (False, True))
    )


def signs_said(entries: Iterable[Entry], open_signs: int) -> str:
    """What was answered about warning signs on a day: "not asked", "none", or how many are open."""
    if open_signs:
        return f"{open_signs} open"
    return "none" if any(isinstance(each, SafetyCheck) for each in entries) else "not asked"


def triggers_said(entries: Sequence[Entry], catalogue: Catalogue) -> str:
    """ "driving 3 h · laptop none · stairs not asked"; "not asked" when none of them was."""
    names = {each: catalogue.triggers[each].name.split()[0].strip(",").lower() for each in ASKED_EACH_DAY}
    said = []
    for trigger, name in names.items():
        found = [each.amount for each in entries if isinstance(each, Trigger) and each.trigger == trigger]
        known = [each for each in found if each is not None]
        if found:
            said.append(f"{name} {amount(sum(known), catalogue.triggers[trigger].unit) if known else 'yes'}")
    missing = ", ".join(names[each] for each in unasked(entries))
    return " · ".join((*said, *([f"{missing} not asked"] if missing else ()))) if said else "not asked"


def unasked(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The triggers with a key of their own of which nothing was recorded on a day."""
    known = {each.trigger for each in entries if isinstance(each, Trigger)}
    return tuple(each for each in ASKED_EACH_DAY if each not in known)
