"""What stands between the runner and an exercise today, the most serious first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from journal.catalogue.shapes import Exercise, Region
from journal.recovery.limits import of_kind
from journal.recovery.plan.conditions import holds, hurts
from journal.recovery.plan.known import Known, is_leg_work, regions
from journal.recovery.plan.progress import dose, verdict
from journal.recovery.plan.sessions import Session, day_begins

HEAVY_LEGS: tuple[Region, ...] = ("hip", "knee", "calf")
"""What a logged "heavy leg strength" loaded."""


@dataclass(frozen=True)
class Bar:
    """Why an exercise is not for today; `words` are for the runner."""

    kind: Literal["phase", "equipment", "blocked", "sore", "hurts", "not_yet", "resting", "pause", "easier", "limit"]
    words: str


def bar(exercise: Exercise, known: Known) -> Bar | None:
    """The reason against an exercise today, None when it may be done."""
    return _barred(exercise, known) or _eased(exercise, known)


def _barred(exercise: Exercise, known: Known) -> Bar | None:
    if not known.in_phase(exercise):
        return Bar("phase", f"from the {exercise.stage} phase on")
    if missing := _missing(exercise, known):
        return Bar("equipment", f"needs: {missing}")
    for limit in of_kind(known.limits, "exercise_off", exercise.id):
        return Bar("limit", limit.by)
    return _blocked(exercise, known) or _condition(exercise, known) or _resting(exercise, known)


def rested(region: Region, known: Known) -> bool:
    """True when heavy work for `region` is far enough back, whatever the hour it is done at today."""
    hours = {"calf": known.settings.calf_heavy_hours, "knee": known.settings.knee_heavy_hours}.get(region, 0)
    days = known.settings.heavy_rest_days
    if last := known.last_heavy.get(region):
        since = day_begins(known.today, last.ended) - last.ended
        if known.ago(last.day) <= days or since < timedelta(hours=hours):
            return False
    noted = known.last_noted if region in HEAVY_LEGS else None
    return noted is None or known.ago(noted) > max(days, hours // 24)


def paused_until(region: Region, known: Known) -> date | None:
    """The first day on which a region is trained again after two bad days in a row; None when it is not paused."""
    days: dict[date, bool] = {}
    for each in reversed(known.sessions):
        exercise = known.catalogue.exercises[each.exercise]
        if exercise.region != region or exercise.kind == "cardio":
            continue
        if each.day not in days and len(days) == known.settings.steps_back_pause:
            break
        days[each.day] = days.get(each.day, False) or verdict(each, known) == "bad"
    return _pause(days, known)


def _pause(days: Mapping[date, bool], known: Known) -> date | None:
    """The day after the pause when the last `steps_back_pause` of `days` were bad and it is not over."""
    needed = known.settings.steps_back_pause
    latest = sorted(days)[-needed:]
    if len(latest) < needed or not all(days[day] for day in latest):
        return None
    until = latest[-1] + timedelta(days=known.settings.region_pause_days + 1)
    return until if until > known.today else None


def steps_back(known: Known) -> str:
    """What makes a region pause, in words: "two steps back in a row"."""
    return "two steps back in a row" if known.settings.steps_back_pause > 1 else "a step back"


def _missing(exercise: Exercise, known: Known) -> str:
    own = {"none", *known.settings.equipment}
    missing = [need for need in exercise.equipment if own.isdisjoint(need.split("|"))]
    return ", ".join(need.replace("|", " or ").replace("_", " ") for need in missing)


def _blocked(exercise: Exercise, known: Known) -> Bar | None:
    blocks = known.blocks
    if blocks.strength is not None:
        return Bar("blocked", blocks.strength)
    if blocks.leg_strength is not None and is_leg_work(exercise):
        return Bar("blocked", blocks.leg_strength)
    no_impact = blocks.impact or blocks.run
    if no_impact is not None and "plyo" in regions(exercise):
        return Bar("blocked", no_impact)
    if known.sore and is_leg_work(exercise):
        return Bar("sore", f"rated {known.pain} today")
    return None


def _condition(exercise: Exercise, known: Known) -> Bar | None:
    for condition in exercise.not_if:
        if (words := holds(condition, known)) is not None:
            return Bar("hurts" if hurts(condition, known) else "not_yet", words)
    return None


def _resting(exercise: Exercise, known: Known) -> Bar | None:
    if exercise.per_week is not None and _this_week(exercise, known) >= exercise.per_week:
        return Bar("resting", f"{exercise.per_week} times a week are enough")
    if exercise.effort == "heavy":
        for region in regions(exercise):
            if not rested(region, known):
                return Bar("resting", f"the {region} needs its time after heavy work")
    if exercise.kind == "cardio":
        until = _pause({each.day: verdict(each, known) == "bad" for each in _past(exercise, known)}, known)
    else:
        until = paused_until(exercise.region, known)
    return Bar("pause", steps_back(known)) if until else None


def _eased(exercise: Exercise, known: Known) -> Bar | None:
    """After a bad session that left no room to do less, the easier exercise comes first until it goes well."""
    easier = known.catalogue.exercises.get(exercise.easier)
    past = _past(exercise, known)
    if easier is None or not past or not dose(exercise, known).at_bottom or _barred(easier, known) is not None:
        return None
    since = [verdict(each, known) for each in _past(easier, known) if each.day > past[-1].day]
    earned = since.count("good") >= known.settings.sessions_to_progress
    return None if earned else Bar("easier", f"back to: {easier.name}")


def _past(exercise: Exercise, known: Known) -> tuple[Session, ...]:
    return known.by_exercise.get(exercise.id, ())


def _this_week(exercise: Exercise, known: Known) -> int:
    return sum(known.ago(each.day) < 7 for each in _past(exercise, known))
