"""What the keys of Strength write: each through the app, one at a time and in order, each with its words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, TypeVar

from journal.model import Side, Strength
from journal.recovery.shapes import Planned
from journal.training import add_set, change_set, drop_set, say_pain, sets_of, with_amount
from screens.strength.data import Row
from screens.turns import Turns

if TYPE_CHECKING:
    from screens.app import JournalApp

T = TypeVar("T")

HEAVIEST = 1000
"""The most kilograms of a weight."""


class Recorder:
    """Writes sets, weights and pain, and remembers the weight the runner chose for the sets to come."""

    def __init__(self, app: "JournalApp", turns: Turns) -> None:
        self._app = app
        self._turns = turns
        self._loads: dict[tuple[date, str], float] = {}

    def add(
        self,
        item: Planned,
        name: str,
        day: date,
        amount: int | None = None,
        side: Side | None = None,
        *,
        more: bool = False,
    ) -> None:
        """The next set of `item`, as planned or with another amount; a set beyond the plan only with `more`."""
        journal = self._app.journal
        clock = journal.clock
        at, known = (clock.now(), True) if day == clock.today() else (clock.at(day, time(12)), False)
        load = self._loads.get((day, item.exercise))
        wanted = item.sets * (2 if item.each_side else 1)

        def told(entries: tuple[Strength, ...]) -> str:
            done = len(sets_of(entries))
            return f"{name}: set {done} of {max(wanted, done)} · u undoes"

        self._save(
            lambda: add_set(journal, item, at, time_known=known, amount=amount, side=side, load_kg=load, more=more),
            told,
        )

    def change(
        self, row: Row, day: date, number: int, *, amount: int | None = None, load_kg: float | None = None
    ) -> None:
        """Another amount or weight for the set in box `number` of `row`."""
        journal, box = self._app.journal, row.boxes[number]
        if box.done is None or box.place is None:
            return
        place, seen, done = box.place, box.done, with_amount(box.done, amount)
        if load_kg is not None:
            done = replace(done, load_kg=load_kg or None)
        self._save(
            lambda: change_set(journal, row.planned.exercise, day, place, seen, done),
            lambda _: f"{row.exercise.name}: set {place + 1} changed · u undoes",
        )

    def lift(self, row: Row, day: date, load_kg: float) -> None:
        """The weight of the sets to come of an exercise on a day."""
        self._loads[day, row.planned.exercise] = load_kg
        words = f"{load_kg:g} kg" if load_kg else "no weight"
        self._app.tell(f"{row.exercise.name}: the next sets with {words}")

    def less(self, row: Row, day: date) -> None:
        """Take the last set back."""
        self._save(
            lambda: drop_set(self._app.journal, row.planned.exercise, day),
            lambda _: f"{row.exercise.name}: one set less · u undoes",
        )

    def pain(self, row: Row, day: date, pain: int) -> None:
        """The worst score during an exercise; what is above its limit says so."""
        name = row.exercise.name
        above = f"; above {row.stop_above}: stop it for today" if pain > row.stop_above else ""
        self._save(
            lambda: say_pain(self._app.journal, row.planned.exercise, day, pain),
            lambda entry: f"{name}: pain {pain}{above} · u undoes" if entry else f"{name}: tick a set first",
        )

    def _save(self, action: Callable[[], T], told: Callable[[T], str]) -> None:
        self._turns.begin()
        self._app.save(action, told, lambda _: self._turns.settle(), lambda _: self._turns.settle())
