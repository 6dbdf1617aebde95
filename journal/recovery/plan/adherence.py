"""How much of the strength was done, looked at kindly: days with some, of the days without a run."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal.model import Entry, Run, Strength
from journal.recovery.shapes import Adherence


def adherence(entries: Sequence[Entry], today: date, days: int) -> Adherence:
    """Days with strength among the last `days` without a run, today included once it has some.

    Days before the first entry are not asked about. 0 of 0 means there was no day for it yet.
    """
    past = [each for each in entries if each.day <= today]
    first = max(today - timedelta(days=days - 1), min((each.day for each in past), default=today))
    run = {each.day for each in past if isinstance(each, Run)}
    strength = {each.day for each in past if isinstance(each, Strength)}
    asked = [first + timedelta(days=n) for n in range((today - first).days + 1)]
    planned = [day for day in asked if day not in run and (day != today or day in strength)]
    done = sum(day in strength for day in planned)
    noun = "day" if len(planned) == 1 else "days"
    return Adherence(
        days=days,
        planned_days=len(planned),
        text=f"strength on {done} of {len(planned)} {noun} without a run",
    )
