"""Short ways to make journals to be analysed."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from journal.analysis.insights import insights
from journal.analysis.insights_json import plain
from journal.analysis.shapes import Insights, TriggerLink
from journal.catalogue import Catalogue, load_catalogue
from journal.model import Entry, Massage, Trigger
from journal.settings import Settings
from tests.support import moment, rating

FIRST = date(2025, 1, 6)
"""A Monday."""
SITE = "upper_outer_calf"
BALL, HANDS = "ball_upper_outer_calf_sit", "thumb_release_active_bend"


@cache
def content() -> Catalogue:
    """The catalogue without own additions."""
    return load_catalogue(Path(__file__).parent / "none.toml")


def on(day: int) -> date:
    """Day number `day`."""
    return FIRST + timedelta(days=day)


def scores(days: int) -> list[int]:
    """Ratings that go up and down without a pattern of the week (a congruential generator, so always the same)."""
    state, found = 12345, []
    for _ in range(days):
        state = (1103515245 * state + 12345) % 2**31
        found.append(2 + (state >> 16) % 4)
    return found


def ratings(given: Sequence[int], wall: str = "20:00") -> list[Entry]:
    """One rating a day."""
    return [rating(on(day), score, wall) for day, score in enumerate(given)]


def trigger(day: int, amount: float | None = 60, name: str = "driving", wall: str = "17:00", **more: Any) -> Trigger:
    """A trigger on a day."""
    return Trigger(at=moment(on(day), wall), trigger=name, amount=amount, unit="min", **more)


def massage(day: int, before: int | None, after: int | None, wall: str = "21:00", technique: str = BALL) -> Massage:
    """A massage of two minutes."""
    return Massage(
        at=moment(on(day), wall),
        technique=technique,
        site=SITE,
        side="left",
        seconds=120,
        before=before,
        after=after,
    )


def said(entries: Iterable[Entry], as_of: date | None = None) -> Insights:
    """The insights up to `as_of` (default: the last entry's day)."""
    given = list(entries)
    return insights(given, content(), Settings(), as_of or max((each.day for each in given), default=FIRST))


def verdicts(found: Insights, name: str = "driving") -> list[str]:
    """The verdicts of a trigger at lags 0, 1, 2."""
    return [row.verdict for row in rows(found, name)]


def rows(found: Insights, name: str = "driving") -> list[TriggerLink]:
    """The links of a trigger at lags 0, 1, 2."""
    return [row for row in found.triggers if row.trigger == name]


def as_json(found: Insights) -> dict[str, Any]:
    """The JSON object."""
    return plain(found)
