"""The founding story: a drive, a laptop evening, stairs, a sore calf; rest, the ball, strength; then routine."""

from dataclasses import dataclass
from datetime import date, timedelta

FRIDAY = date(2026, 10, 30)
MONDAY = FRIDAY + timedelta(days=3)
SECOND_SUNDAY = MONDAY + timedelta(days=6)
MORNINGS = (6, 5, 3, 2, 1, 1, 0)
FUNCTION = (80, 85, 90, 90, 95, 100, 100)
BALL = ((6, 4), (5, 3), (3, 2), (2, 1))
"""Before and after, on each of the first four days."""
SUBSTITUTES = (
    "bridge 3x12",
    "dead bug 3x8",
    "row 3x10",
    "side plank 3x20s",
    "seated calf raise 3x15",
    "wall sit 3x30s",
    "calf raise 3x12",
)


@dataclass(frozen=True)
class Said:
    """Lines said together at a wall-clock time of a day."""

    day: date
    wall: str
    lines: tuple[str, ...]


def before_monday() -> tuple[Said, ...]:
    """How it began."""
    return (
        Said(FRIDAY, "21:00", ("drive 3h",)),
        Said(FRIDAY + timedelta(days=1), "07:30", ("left upper outer calf 5",)),
        Said(FRIDAY + timedelta(days=2), "21:30", ("laptop 2h", "stairs 14")),
    )


def morning(number: int) -> Said:
    """The check-in of the day so many days after Monday; on Monday four rest days are planned."""
    lines = (f"left upper outer calf {MORNINGS[number]}", f"function {FUNCTION[number]}% no limp")
    begins = ("flare l upper outer calf rest 4",) if number == 0 else ()
    return Said(MONDAY + timedelta(days=number), "07:30", (*begins, *lines))


def rest_of_day(number: int) -> tuple[Said, ...]:
    """The ball three times on the first four days, and a strength substitute each day."""
    day = MONDAY + timedelta(days=number)
    strength = Said(day, "18:00", (SUBSTITUTES[number],))
    if number >= len(BALL):
        return (strength,)
    before, after = BALL[number]
    ball = tuple(
        Said(day, wall, (f"massage ball l upper outer calf 60s {before}>{after}",))
        for wall in ("08:30", "13:00", "21:00")
    )
    return (*ball, strength)
