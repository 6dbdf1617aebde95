"""Sets ticked off one by one: each day has one entry for an exercise, which grows and shrinks.

Every function is one action that one undo takes back. Of several entries of a day (from quick entry, from an import)
the sets count together, and new ones go into the last.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from journal.errors import Refused
from journal.model import Entry, Side, Strength, StrengthSet
from journal.recovery.plan import boxes, next_set, stand_ins
from journal.recovery.shapes import Planned
from journal.recovery.status import Status

if TYPE_CHECKING:
    from journal.book import Journal


def of_exercise(entries: Iterable[Entry], exercise: str) -> tuple[Strength, ...]:
    """Those of `entries` that are of an exercise, in their order."""
    return tuple(each for each in entries if isinstance(each, Strength) and each.exercise == exercise)


def sets_of(entries: Iterable[Strength]) -> tuple[StrengthSet, ...]:
    """The sets of a day's entries of one exercise, in the order in which they were done."""
    return tuple(each for entry in entries for each in entry.sets)


@dataclass(frozen=True)
class Swaps:
    """What the runner swapped on a day: `instead` of a planned exercise (by its id) another; `left` are those left.

    It is kept nowhere: once a set is recorded, the entry itself shows what was done.
    """

    instead: Mapping[str, Planned] = field(default_factory=dict)
    left: frozenset[str] = frozenset()

    def swapped(self, planned: str, left: str, found: Planned) -> "Swaps":
        """With `found` in the place of the exercise `planned`, where `left` stood until now (ids)."""
        return Swaps({**self.instead, planned: found}, self.left | {left})


def exercises_of(journal: "Journal", status: Status, swaps: Swaps) -> tuple[Planned, ...]:
    """The day's exercises as they are being done: those of the plan, swapped, and what was done in place of one."""
    day = status.day
    done = [each.exercise for each in journal.entries(day, day, kinds=("strength",)) if isinstance(each, Strength)]
    return stand_ins(
        tuple(swaps.instead.get(each.exercise, each) for each in status.strength.planned),
        [each for each in done if each not in swaps.left],
        journal.window(day),
        journal.catalogue,
        journal.settings,
        status.phase,
        status.blocks,
        day,
        {each.exercise for each in swaps.instead.values()},
    )


def add_set(
    journal: "Journal",
    item: Planned,
    at: datetime,
    *,
    time_known: bool,
    amount: int | None = None,
    side: Side | None = None,
    load_kg: float | None = None,
    more: bool = False,
) -> tuple[Strength, ...]:
    """Add the next set of `item` (on `side`) to the day of `at`: as planned, or with another amount or weight.

    `amount` is in repetitions or seconds. When all planned sets are done, nothing is added unless `more` is asked for.
    Gives the day's entries of the exercise.
    """
    new = Strength(at=at, time_known=time_known, exercise=item.exercise)
    before = _entries(journal, item.exercise, new.day)
    if not more and all(box.done for box in boxes(item, sets_of(before))):
        return before
    done = with_amount(next_set(item, sets_of(before), side), amount)
    if load_kg is not None:
        done = replace(done, load_kg=load_kg or None)
    label = f"a set of {_name(journal, item.exercise)}"
    if not before:
        journal.record(replace(new, sets=(done,)), label=label)
    else:
        entry = before[-1]
        later = entry.time_known and time_known and at > entry.at
        journal.amend(entry, replace(entry, sets=(*entry.sets, done), at=at if later else entry.at), label)
    return _entries(journal, item.exercise, new.day)


def change_set(
    journal: "Journal", exercise: str, day: date, place: int, seen: StrengthSet, done: StrengthSet
) -> tuple[Strength, ...]:
    """Put `done` in the place of the day's set number `place` (from 0); nothing when there is no such set any more.

    Raises Refused when the set there is neither as it was `seen` nor `done`.
    """
    first = 0
    for entry in _entries(journal, exercise, day):
        here = place - first
        if 0 <= here < len(entry.sets):
            if entry.sets[here] not in (seen, done):
                raise Refused(f"not saved: set {place + 1} of {_name(journal, exercise)} was changed since")
            sets = (*entry.sets[:here], done, *entry.sets[here + 1 :])
            journal.amend(entry, replace(entry, sets=sets), f"a set of {_name(journal, exercise)} changed")
        first += len(entry.sets)
    return _entries(journal, exercise, day)


def drop_set(journal: "Journal", exercise: str, day: date) -> Strength | None:
    """Take the last set of the day's last entry away, with its last set the entry. Gives it as it was, or None."""
    before = _entries(journal, exercise, day)
    if not before:
        return None
    entry = before[-1]
    if len(entry.sets) > 1:
        journal.amend(entry, replace(entry, sets=entry.sets[:-1]), f"a set less of {_name(journal, exercise)}")
    else:
        journal.remove(entry.id)
    return entry


def say_pain(journal: "Journal", exercise: str, day: date, pain: int) -> Strength | None:
    """Write the worst score during an exercise into the day's last entry; None when it was not done yet."""
    before = _entries(journal, exercise, day)
    if not before:
        return None
    said = replace(before[-1], pain_during=pain)
    journal.amend(before[-1], said)
    return said


def with_amount(done: StrengthSet, amount: int | None) -> StrengthSet:
    """The set with `amount` repetitions or seconds; None changes nothing."""
    if amount is None:
        return done
    return replace(done, seconds=amount) if done.reps is None else replace(done, reps=amount)


def _entries(journal: "Journal", exercise: str, day: date) -> tuple[Strength, ...]:
    return of_exercise(journal.entries(day, day, kinds=("strength",)), exercise)


def _name(journal: "Journal", exercise: str) -> str:
    known = journal.catalogue.exercises.get(exercise)
    return known.name if known is not None else exercise.replace("_", " ")
