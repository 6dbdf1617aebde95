"""The strength plan of a day."""

from collections.abc import Sequence
from datetime import date

from journal.catalogue.shapes import Catalogue, Phase
from journal.model import Entry, Strength
from journal.recovery.plan.choose import choose, lighter, todays_theme, within_limits
from journal.recovery.plan.known import Known, know
from journal.recovery.plan.words import why
from journal.recovery.shapes import Blocks, StrengthPlan
from journal.settings import Settings


def strength_plan(
    entries: Sequence[Entry],
    catalogue: Catalogue,
    settings: Settings,
    phase: Phase,
    blocks: Blocks,
    today: date,
) -> StrengthPlan:
    """What to do on `today` instead of running, in the minutes of the setting.

    Two regions and core, by what was done on the days before; nothing that is suspended, not yet for this phase,
    without its equipment, or too soon after heavy work. Of today's entries only ratings, function, tests, warning
    signs and episodes count, so doing the plan does not change it.
    """
    done = _done(entries, today)
    if blocks.strength is not None:
        return StrengthPlan(planned=(), done=done, why=blocks.strength, blocked_by=blocks.strength)
    known = know(entries, catalogue, settings, phase, blocks, today)
    theme = todays_theme(known)
    planned = choose(theme, known, settings.minutes_a_day)
    fewer = known.lighter_because is not None
    if fewer:
        planned = lighter(planned, known)
    planned = within_limits(planned, known)
    return StrengthPlan(
        planned=planned,
        done=done,
        why=why(theme, planned, known, entries) if planned else _nothing(known),
        legs_blocked_by=blocks.leg_strength,
        lighter=fewer,
    )


def _done(entries: Sequence[Entry], today: date) -> tuple[str, ...]:
    done = [each for each in entries if isinstance(each, Strength) and each.day == today]
    return tuple(each.id for each in sorted(done, key=lambda each: (each.at, each.id)))


def _nothing(known: Known) -> str:
    if known.legs_rest:
        return "the legs rest, and nothing for upper body and core fits today"
    return "nothing fits today: what the equipment in the settings allows needs its rest"
