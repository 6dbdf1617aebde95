"""The template week and whose turn it is: by what was done on the days before, never by the calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

from journal.catalogue.shapes import Region
from journal.recovery.plan.known import Known


@dataclass(frozen=True)
class Slot:
    """One exercise of a region; `light` leaves its heavy ones to another day."""

    region: Region
    light: bool = False


@dataclass(frozen=True)
class Theme:
    """A kind of day: its two regions, the first of which gives it its turn, and the exercises in their order."""

    regions: tuple[Region, ...]
    slots: tuple[Slot, ...]


def _slots(*names: str) -> tuple[Slot, ...]:
    """Slots from region names; "~core" is light only."""
    return tuple(Slot(name.removeprefix("~"), light=name.startswith("~")) for name in names)  # type: ignore[arg-type]


FILL = _slots("~foot", "~core", "~upper", "~hip", "~knee")
"""What a day is filled up with when a region has too little to offer."""

WEEK: tuple[Theme, ...] = (
    Theme(("hip", "core"), _slots("hip", "core", "hip", "core")),
    Theme(("upper", "foot"), _slots("upper", "foot", "upper", "~core", "upper")),
    Theme(("knee", "balance"), _slots("knee", "balance", "knee", "~calf", "~core")),
    Theme(("hip", "upper"), _slots("hip", "upper", "hip", "upper", "~core")),
    Theme(("calf", "core"), _slots("plyo", "calf", "core", "calf", "core")),
    Theme(("cardio", "balance"), _slots("cardio", "balance", "~foot", "~hip")),
)
"""The days of work in their order; an easy day follows them."""

EASY = Theme(("cardio", "core"), _slots("cardio", "~core", "~upper"))
WITHOUT_LEGS = Theme(("upper", "core"), _slots("upper", "core", "upper", "core", "upper"))


def order(known: Known) -> tuple[Theme, ...]:
    """The themes of the week, that which waited longest first; those never done in the order of the week."""
    last = _last_days(known)
    return tuple(sorted(WEEK, key=lambda theme: last.get(theme, date.min)))


def easy_due(known: Known) -> bool:
    """True after days of work in a row without an easy one: a day off, or a few light exercises."""
    days = known.settings.easy_after_days
    return all(_is_work(known.today - timedelta(days=back), known) for back in range(1, days + 1))


def _is_work(day: date, known: Known) -> bool:
    done = [known.catalogue.exercises[each.exercise] for each in known.sessions if each.day == day]
    return len(done) > known.settings.easy_exercises or any(exercise.effort == "heavy" for exercise in done)


def _last_days(known: Known) -> dict[Theme, date]:
    """When each theme was done last: a day counts for the one theme that it fits best."""
    trained: dict[date, set[Region]] = {}
    for each in known.sessions:
        if known.remembers(each.day):
            trained.setdefault(each.day, set()).add(known.catalogue.exercises[each.exercise].region)
    last: dict[Theme, date] = {}
    for day in sorted(trained):
        if theme := _fits(trained[day], last):
            last[theme] = day
    return last


def _fits(trained: set[Region], last: dict[Theme, date]) -> Theme | None:
    """Of the themes whose first region was trained the one that shares most with the day, or else waited longest."""
    could = [theme for theme in WEEK if theme.regions[0] in trained]
    return min(
        could,
        key=lambda theme: (-len(trained.intersection(theme.regions)), last.get(theme, date.min)),
        default=None,
    )
