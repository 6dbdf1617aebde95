"""Which exercises fill a day: the slots of its theme in turn, as far as the minutes go."""

from dataclasses import dataclass, field
from datetime import date

from journal.catalogue.shapes import PHASES, Exercise, Region
from journal.recovery.limits import of_kind
from journal.recovery.plan.allowed import bar, rested
from journal.recovery.plan.known import Known
from journal.recovery.plan.progress import dose
from journal.recovery.plan.takes import fitted, planned, with_sets
from journal.recovery.plan.themes import EASY, FILL, WITHOUT_LEGS, Slot, Theme, easy_due, order
from journal.recovery.shapes import Planned


def todays_theme(known: Known) -> Theme:
    """What kind of day it is: easy, upper body and core, or the theme whose turn it is and that could be done.

    How the leg is this morning can take leg work away; it never brings another theme with leg work forward.
    """
    if easy_due(known):
        return EASY
    if known.legs_rest:
        return WITHOUT_LEGS
    turn = [theme for theme in order(known) if candidates(theme.regions[0], known.unrated)]
    fresh = [theme for theme in turn if rested(theme.regions[0], known)]
    return next(iter((*fresh, *turn)), WITHOUT_LEGS)


def choose(theme: Theme, known: Known, minutes: int) -> tuple[Planned, ...]:
    """The exercises of the day, in order, that fit into `minutes`: at least one set of one, when any is allowed."""
    settings = known.settings
    most = min(settings.exercises_a_day, settings.easy_exercises) if theme == EASY else settings.exercises_a_day
    day = _Day(known=known, left=minutes * 60, most=most)
    for slot in (*theme.slots, *FILL):
        day.add(slot)
    return tuple(day.planned)


def candidates(region: Region, known: Known) -> list[Exercise]:
    """The exercises of a region that may be done today, in the order of the content."""
    return [each for each in known.catalogue.exercises.values() if each.region == region and bar(each, known) is None]


def is_new(exercise: Exercise, known: Known) -> bool:
    """True when it was not done in the last weeks."""
    past = known.by_exercise.get(exercise.id, ())
    return not past or not known.remembers(past[-1].day)


@dataclass
class _Day:
    """A day being filled: `left` are the seconds still to spend, `most` the number of exercises."""

    known: Known
    left: int
    most: int
    planned: list[Planned] = field(default_factory=list)
    chosen: list[Exercise] = field(default_factory=list)

    def add(self, slot: Slot) -> None:
        """Fill a slot with the first exercise for which there is time."""
        if len(self.planned) >= self.most:
            return
        for exercise in self._ranked(slot):
            item = self._item(exercise)
            if item.takes <= self.left or not self.planned:
                self.planned.append(item)
                self.chosen.append(exercise)
                self.left -= item.takes
                return

    def _item(self, exercise: Exercise) -> Planned:
        item = planned(exercise, dose(exercise, self.known), self.known.settings)
        if exercise.kind == "cardio":
            return fitted(
                item, exercise, self.left * self.known.settings.cardio_share_percent // 100, self.known.settings
            )
        return item if self.planned else fitted(item, exercise, self.left, self.known.settings)

    def _ranked(self, slot: Slot) -> list[Exercise]:
        """What may fill the slot, best first: the latest phase, then what was not done for longest."""
        known = self.known
        place = {exercise: number for number, exercise in enumerate(known.catalogue.exercises)}
        return sorted(
            (
                each
                for each in candidates(slot.region, known)
                if each not in self.chosen
                and not (slot.light and each.effort == "heavy")
                and not _outgrown(each, known)
            ),
            key=lambda each: (
                is_new(each, known) and self._has_new(each.region),
                -PHASES.index(each.stage),
                _last_day(each, known),
                place[each.id],
            ),
        )

    def _has_new(self, region: Region) -> bool:
        """One new exercise of a region a day: what the leg says the next morning is then about that one."""
        return any(each.region == region and is_new(each, self.known) for each in self.chosen)


def _outgrown(exercise: Exercise, known: Known) -> bool:
    """True when its harder form is earned and may be done today."""
    harder = known.catalogue.exercises.get(exercise.harder)
    return harder is not None and dose(exercise, known).at_top and bar(harder, known) is None


def _last_day(exercise: Exercise, known: Known) -> date:
    past = known.by_exercise.get(exercise.id, ())
    return past[-1].day if past else date.min


def lighter(items: tuple[Planned, ...], known: Known) -> tuple[Planned, ...]:
    """The same exercises with `deload_cut_percent` fewer sets in all, one each from the last on; each keeps one.

    Cardio stays as it is.
    """
    exercises = known.catalogue.exercises
    sets = {each.exercise: each.sets for each in items if exercises[each.exercise].kind == "strength"}
    wanted = round(sum(sets.values()) * (1 - known.settings.deload_cut_percent / 100))
    while sum(sets.values()) > wanted and max(sets.values()) > 1:
        most = max(sets.values())
        sets[[each for each, count in sets.items() if count == most][-1]] -= 1
    return tuple(
        with_sets(each, sets[each.exercise], exercises[each.exercise], known.settings)
        if each.exercise in sets
        else each
        for each in items
    )


def within_limits(items: tuple[Planned, ...], known: Known) -> tuple[Planned, ...]:
    """The same exercises with no more sets than approved comments leave; without those of which they leave none."""
    kept = []
    for each in items:
        limit = next(iter(of_kind(known.limits, "dose_set", each.exercise)), None)
        most = each.sets if limit is None or limit.number is None else min(each.sets, limit.number)
        if most:
            exercise = known.catalogue.exercises[each.exercise]
            kept.append(each if most == each.sets else with_sets(each, most, exercise, known.settings))
    return tuple(kept)
