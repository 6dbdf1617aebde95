"""Sets ticked off one by one: each day has one entry for an exercise, which grows and shrinks."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from journal.model import Strength, StrengthSet

if TYPE_CHECKING:
    from journal.book import Journal


def entry_of(journal: "Journal", exercise: str, day: date) -> Strength | None:
    """The day's last entry of an exercise, None when it was not done."""
    done = [
        entry
        for entry in journal.entries(day, day, kinds=("strength",))
        if isinstance(entry, Strength) and entry.exercise == exercise
    ]
    return done[-1] if done else None


def add_set(journal: "Journal", exercise: str, done: StrengthSet, at: datetime, *, time_known: bool) -> Strength:
    """Add one set to the entry of an exercise on the day of `at`, or begin that entry. One undo takes it back."""
    new = Strength(at=at, time_known=time_known, exercise=exercise, sets=(done,))
    entry = entry_of(journal, exercise, new.day)
    label = f"a set of {journal.catalogue.exercises[exercise].name}"
    if entry is None:
        (recorded,) = journal.record(new, label=label)
        assert isinstance(recorded, Strength)
        return recorded
    longer = replace(entry, sets=(*entry.sets, done))
    journal.amend(longer, label)
    return longer


def drop_set(journal: "Journal", exercise: str, day: date) -> Strength | None:
    """Take the last set of the day's entry away, the entry with its last set. Gives the entry as it was, or None."""
    entry = entry_of(journal, exercise, day)
    if entry is None:
        return None
    if len(entry.sets) > 1:
        journal.amend(
            replace(entry, sets=entry.sets[:-1]), f"a set less of {journal.catalogue.exercises[exercise].name}"
        )
    else:
        journal.remove(entry.id)
    return entry


def say_pain(journal: "Journal", exercise: str, day: date, pain: int) -> Strength | None:
    """Write the worst score during an exercise into the day's entry; None when it was not done yet."""
    entry = entry_of(journal, exercise, day)
    if entry is None:
        return None
    said = replace(entry, pain_during=pain)
    journal.amend(said)
    return said
