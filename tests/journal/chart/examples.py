"""Charts with something of everything: flares, a gap of ten days, quiet days on the right, exposures, rest."""

from collections.abc import Iterator
from datetime import date, timedelta

from journal.analysis.series import Band, DayPoint, Exposure
from journal.chart.model import Lane, TrendModel, build_model
from journal.chart.palette import Palette
from tests.support import MONDAY

PALETTE = Palette(
    left=(0, 100, 200),
    right=(200, 120, 0),
    lanes=((200, 60, 0), (160, 60, 120), (0, 120, 90)),
    rest=(110, 120, 130),
    axis=(150, 150, 150),
    background=(10, 20, 30),
)


def back(days: int) -> date:
    """So many days before today."""
    return MONDAY - timedelta(days=days)


def point(day: date, *scores: int) -> DayPoint:
    """A day with these ratings."""
    return DayPoint(day, max(scores), min(scores), sum(scores) / len(scores), scores[-1], len(scores))


def rated(history: int) -> Iterator[int]:
    """How many days back was rated: with a gap of ten days and single days left out."""
    return (days for days in range(history, -1, -1) if not 12 <= days <= 21 and days % 9 != 5 and not 190 <= days < 206)


def soreness(days: int) -> int:
    """A flare every seven weeks that fades, on an uneven ground."""
    since = (50 - days % 50) if days % 50 else 0
    return min(10, round(7 * 0.8**since + 1.5 + (days * 7 % 5) / 4))


def example(days: int, history: int = 420) -> TrendModel:
    """The chart of the last `days` days."""
    return build_model(
        site="upper outer calf",
        measure="soreness",
        left=[point(back(k), soreness(k), *([soreness(k) - 1] if k % 4 == 0 else [])) for k in rated(history)],
        right=[point(back(k), (k * 3 + k // 7) % 3) for k in rated(history) if k % 5],
        lanes=[
            Lane(
                name="driving",
                unit="min",
                days=tuple(Exposure(back(k), 0 if k % 18 == 8 else 60 + k * 13 % 240) for k in range(2, history, 6)),
            ),
            Lane(
                name="laptop on the lap",
                unit="min",
                days=tuple(Exposure(back(k), None if k % 4 == 3 else 30 * (1 + k % 6)) for k in range(0, history, 7)),
            ),
        ],
        rest=[Band(back(9), back(5)), Band(back(50), back(44)), Band(back(250), back(229))],
        days=days,
        today=MONDAY,
    )
