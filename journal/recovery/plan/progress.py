"""The dose of an exercise today: one variable at a time up after good sessions, one step down after a bad one."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import floor
from typing import Literal

from journal.catalogue.shapes import Exercise
from journal.recovery.plan.known import Known, is_leg_work
from journal.recovery.plan.sessions import Session
from journal.settings import Settings

Verdict = Literal["good", "bad", "open"]
"""How a session was borne; "open" while nothing tells (no rating the next morning): it neither counts nor harms."""

LOAD_STEPS = (1.02, 1.10)
"""The least and the most by which a weight goes up at a time [P87]."""


def cardio_least(settings: Settings) -> int:
    """The seconds that cardio is not made shorter than."""
    return settings.cardio_least_minutes * 60


@dataclass(frozen=True, kw_only=True)
class Dose:
    """Sets of `reps` or of `seconds`. `at_top`: the harder form is earned; `at_bottom`: only an easier form is less."""

    sets: int
    reps: int | None = None
    seconds: int | None = None
    load_kg: float | None = None
    why: str = ""
    at_top: bool = False
    at_bottom: bool = False


def verdict(session: Session, known: Known) -> Verdict:
    """Was a session borne well: pain during, and for leg work the rating of the next morning."""
    exercise = known.catalogue.exercises[session.exercise]
    if session.pain is not None and session.pain > pain_limit(exercise, known):
        return "bad"
    if not is_leg_work(exercise):
        return "good"
    before, after = _baseline(session.day, known), known.mornings.get(session.day + timedelta(days=1))
    if before is None or after is None:
        return "open"
    if after - before >= morning_rise(exercise, known):
        return "bad"
    return "good" if after <= max(before, known.settings.good_day_highest) else "open"


def pain_limit(exercise: Exercise, known: Known) -> int:
    """The highest pain during an exercise that is still fine."""
    return stop_above(exercise, known.settings)


def stop_above(exercise: Exercise, settings: Settings) -> int:
    """The highest pain during an exercise that is still fine, by these settings."""
    most = settings.cardio_pain_most if exercise.kind == "cardio" else settings.strength_pain_most
    return most if exercise.stop_pain_gt is None else min(most, exercise.stop_pain_gt)


def morning_rise(exercise: Exercise, known: Known) -> int:
    """The rise by the next morning that is a step back; for cardio any rise is."""
    return 1 if exercise.kind == "cardio" else known.settings.strength_morning_rise


def dose(exercise: Exercise, known: Known) -> Dose:
    """What to do today, from the latest sessions of the exercise; without one, the content's dose."""
    past = known.by_exercise.get(exercise.id, ())
    start = Dose(sets=exercise.sets, reps=exercise.reps, seconds=exercise.seconds)
    if not past:
        return replace(start, why="new: begin here")
    last = past[-1]
    if not known.remembers(last.day):
        load = _lighter(last.load_kg, known.settings.break_cut_percent) if last.load_kg else None
        return replace(start, load_kg=load, why="after a break: begin low")
    held = replace(_with_amount(start, exercise, _amount(last, exercise)), load_kg=last.load_kg)
    if verdict(last, known) == "bad":
        return _down(held, exercise, known, last)
    recent = past[-known.settings.sessions_to_progress :]
    if len(recent) < known.settings.sessions_to_progress or not all(_reached(each, held, exercise) for each in recent):
        return replace(held, why=_both_sides(last) or "as last time")
    if any(verdict(each, known) != "good" for each in recent):
        return replace(held, why="as last time, until the mornings after stay settled")
    if known.lighter_because is not None:
        return replace(held, why="as last time, with fewer sets")
    return _up(held, exercise, known)


def _up(held: Dose, exercise: Exercise, known: Known) -> Dose:
    settings, amount = known.settings, _of(held)
    _, top, step = _range(exercise, known)
    good = f"{settings.sessions_to_progress} good sessions"
    if amount < top:
        raised = min(top, amount + step)
        return replace(_with_amount(held, exercise, raised), why=f"{_more(raised - amount, exercise)} after {good}")
    if held.load_kg:
        heavier = _heavier(held.load_kg, settings.load_step_percent)
        return replace(held, load_kg=heavier, why=f"{heavier:g} instead of {held.load_kg:g} kg after {good}")
    if exercise.sets_most is not None and held.sets < exercise.sets_most:
        return replace(held, sets=exercise.sets_most, why=f"one set more after {good}", at_top=True)
    if exercise.harder and exercise.harder not in known.catalogue.exercises:
        return replace(held, at_top=True, why=f"{good}: try it harder ({exercise.harder})")
    return replace(held, at_top=True, why="as last time")


def _down(held: Dose, exercise: Exercise, known: Known, last: Session) -> Dose:
    low, _, step = _range(exercise, known)
    amount, why = _of(held), f"one step back: {_what_hurt(last, exercise, known)}"
    if exercise.kind == "cardio":
        return replace(held, seconds=max(cardio_least(known.settings), amount // 2), at_bottom=amount == low, why=why)
    if held.load_kg:
        return replace(held, load_kg=_lighter(held.load_kg, known.settings.load_step_percent), why=why)
    if amount > low:
        return replace(_with_amount(held, exercise, max(low, amount - step)), why=why)
    easier = f" ({exercise.easier})" if exercise.easier and exercise.easier not in known.catalogue.exercises else ""
    return replace(held, sets=max(1, held.sets - 1), at_bottom=True, why=f"{why}; make it easier{easier}")


def _what_hurt(last: Session, exercise: Exercise, known: Known) -> str:
    if last.pain is not None and last.pain > pain_limit(exercise, known):
        return f"{last.pain} of 10 last time"
    return "the morning after was worse"


def _both_sides(last: Session) -> str:
    return f"last time only the {last.only_side}: the other leg too" if last.only_side else ""


def _reached(session: Session, held: Dose, exercise: Exercise) -> bool:
    """True when the session was at least what is held, with the same weight."""
    return session.load_kg == held.load_kg and _amount(session, exercise) >= _of(held)


def _of(held: Dose) -> int:
    return held.reps if held.reps is not None else held.seconds or 0


def _amount(session: Session, exercise: Exercise) -> int:
    """Repetitions or seconds of the session, kept within the exercise's range; what was not counted is the least."""
    low, top = _bounds(exercise)
    done = session.reps if exercise.reps is not None else session.seconds
    return low if done is None else min(top, max(low, done))


def _with_amount(held: Dose, exercise: Exercise, amount: int) -> Dose:
    return replace(held, reps=amount) if exercise.reps is not None else replace(held, seconds=amount)


def _bounds(exercise: Exercise) -> tuple[int, int]:
    low, top = (
        (exercise.reps, exercise.reps_most)
        if exercise.reps is not None
        else (exercise.seconds or 0, exercise.seconds_most)
    )
    return low, max(low, top or low)


def _range(exercise: Exercise, known: Known) -> tuple[int, int, int]:
    """The least, the most and the step of repetitions or seconds."""
    settings = known.settings
    step = settings.rep_step if exercise.reps is not None else settings.hold_step_seconds
    if exercise.kind == "cardio":
        step = settings.cardio_step_minutes * 60
    return (*_bounds(exercise), step)


def _more(amount: int, exercise: Exercise) -> str:
    if exercise.reps is not None:
        return f"{amount} repetitions more" if amount > 1 else "1 repetition more"
    return f"{amount // 60} minutes more" if exercise.kind == "cardio" else f"{amount} s more"


def _heavier(load: float, percent: int) -> float:
    """`load` and `percent` more, on the nearest half kilogram where that is a step of 2-10 %."""
    exact = load * (1 + percent / 100)
    half = round(exact * 2) / 2
    least, most = LOAD_STEPS
    return half if load * least <= half <= load * most else round(exact, 2)


def _lighter(load: float, percent: int) -> float:
    """`load` less `percent`, down to a half kilogram."""
    exact = load * (1 - percent / 100)
    return floor(exact * 2) / 2 or round(exact, 2)


def _baseline(day: date, known: Known) -> int | None:
    """The morning rating before a session of `day`: of the day itself, or of those just before it."""
    for back in range(known.settings.baseline_days):
        if (rating := known.mornings.get(day - timedelta(days=back))) is not None:
            return rating
    return None
