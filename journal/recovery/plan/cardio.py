"""Low-impact cardio instead of a run: at most 2 of 10 while doing it, and no rise by the next morning."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from journal.catalogue.shapes import Catalogue, Exercise, Phase
from journal.model import Entry
from journal.recovery.plan.choose import candidates
from journal.recovery.plan.known import Known, is_leg_work, know
from journal.recovery.plan.progress import dose, pain_limit
from journal.recovery.plan.takes import planned
from journal.recovery.shapes import Blocks, Planned
from journal.settings import Settings


def cardio_options(
    entries: Sequence[Entry], catalogue: Catalogue, settings: Settings, phase: Phase, blocks: Blocks, today: date
) -> tuple[Planned, ...]:
    """What cardio may be done on `today`, in the order of the content, each with its rule in `why`; may be empty."""
    known = know(entries, catalogue, settings, phase, blocks, today)
    return tuple(cardio_item(each, known) for each in candidates("cardio", known))


def cardio_item(exercise: Exercise, known: Known) -> Planned:
    """Cardio with its time for today: half of the last after a bad session, a step more after good ones."""
    today = dose(exercise, known)
    return replace(planned(exercise, today, known.settings), why=f"{today.why}; {_rule(exercise, known)}")


def _rule(exercise: Exercise, known: Known) -> str:
    if not is_leg_work(exercise):
        return "the legs stay quiet"
    pace = "a comfortable pace, " if known.phase == "protect" else ""
    return f"{pace}at most {pain_limit(exercise, known)} of 10 while doing it, and no more tomorrow morning than today"
