"""Another exercise in the place of one of the plan, for a day."""

from datetime import date

from journal.book import Journal
from journal.recovery.plan import Want
from journal.training import Swaps
from screens.strength.data import Row, StrengthData


class Swapping:
    """What was swapped on each day; it is forgotten with the app."""

    def __init__(self) -> None:
        self._days: dict[date, Swaps] = {}

    def of(self, day: date) -> Swaps:
        """What was swapped on a day."""
        return self._days.get(day, Swaps())

    def swap(self, journal: Journal, row: Row, data: StrengthData, want: Want) -> str:
        """Swap the exercise of `row` for an easier, harder or other one; gives why it cannot be, "" when it was.

        Reads the journal: for a thread. Raises JournalError.
        """
        planned = [each.exercise for each in data.plan.planned]
        if row.planned.exercise not in planned:
            return "Only an exercise of the plan can be swapped"
        found = journal.another_exercise(row.planned, data.plan, data.day, want)
        if found is None:
            words = {"easier": row.easier, "harder": row.harder}.get(want, "")
            how = f"; this one: {words}" if words else ""
            return f"No {want} exercise with the same aim for this day{how}"
        in_plan = data.status.strength.planned[planned.index(row.planned.exercise)].exercise
        self._days[data.day] = self.of(data.day).swapped(in_plan, row.planned.exercise, found)
        return ""
