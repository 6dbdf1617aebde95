"""The states a runner meets the app in, from an empty folder to ten years, made from the sample year."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, timedelta

from journal.book import Journal
from journal.demo import SITE, SPELLS, demo_entries
from journal.model import Entry, Episode
from tests.screens.support import NOW, SAMPLE_DAY

TRACKED = ({"site": SITE, "side": "left"}, {"site": SITE, "side": "right"})
YEARS = 10


def _first(journal: Journal) -> None:
    """The drive of yesterday, the sore calf of this morning."""
    journal.log(["drive 3h yesterday", "flare l upper outer calf rest 4", "l upper outer calf 5", "function 85%"])


def _year_until(journal: Journal, day_of_spell: int, begun: int = SPELLS[-1]) -> None:
    """The sample year up to this morning, day so and so of the spell that began `begun` days before its end."""
    end = SAMPLE_DAY + timedelta(days=begun - (day_of_spell - 1))
    journal.take_in(tuple(_as_of_now(demo_entries(end))), "sample")


def _as_of_now(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """What had been written by now; a spell that ended later is open."""
    for entry in entries:
        if entry.at <= NOW.astimezone(UTC):
            later = isinstance(entry, Episode) and entry.ended_on is not None and entry.ended_on > SAMPLE_DAY
            yield replace(entry, ended_on=None) if isinstance(entry, Episode) and later else entry


def _ten_years(journal: Journal) -> None:
    """Ten sample years, each from its own seed; only the last sore spell is open."""
    for back in range(YEARS):
        end = SAMPLE_DAY - timedelta(days=365 * back)
        year = demo_entries(end, seed=7 + back)
        journal.take_in(tuple(_closed(entry, back, end) for entry in year), f"year {back}")


def _closed(entry: Entry, back: int, end: object) -> Entry:
    named = replace(entry, id=f"{entry.id[:-2]}{back:02}")
    if back and isinstance(named, Episode) and named.ended_on is None:
        return replace(named, ended_on=SAMPLE_DAY - timedelta(days=365 * back))
    return named


STATES: Mapping[str, Callable[[Journal], None]] = {
    "empty": lambda journal: None,
    "first": _first,
    "flare": lambda journal: _year_until(journal, 3),
    "returning": lambda journal: _year_until(journal, 50, SPELLS[1]),
    "well": lambda journal: _year_until(journal, 75),
    "ten-years": _ten_years,
}
"""A name, and what fills an empty journal."""


def fill(journal: Journal, state: str) -> None:
    """Fill an empty journal so that it is in `state`, and track the outer calves."""
    journal.change_settings(first_run_done=True, tracked=TRACKED)
    STATES[state](journal)
