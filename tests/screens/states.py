"""The states a runner meets the app in, from an empty folder to ten years, made from the sample year."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, timedelta
from functools import cache, partial
from pathlib import Path

from journal.book import Journal
from journal.demo import SITE, SPELLS, demo_entries
from journal.model import Entry, Episode
from tests.screens.made import bring
from tests.screens.support import NOW, SAMPLE_DAY

TRACKED = ({"site": SITE, "side": "left"}, {"site": SITE, "side": "right"})
YEARS = 10
MORNINGS = (5, 4, 3, 2, 1)
"""The ratings of the first mornings of a spell; then 0."""
TESTS = [
    "test walk 30 0",
    "test stairs down 0",
    "test full motion yes",
    "test single leg calf raise l 24",
    "test single leg calf raise r 25",
    "test pogo hops 0",
    "test single leg hops l 0",
    "test single leg hops r 0",
    "test confidence 8",
]
STAGES = {9: 1, 11: 1, 13: 2, 15: 2}
"""The stage of the run on a day of the spell."""


def _first(journal: Journal) -> None:
    """The drive of yesterday, the sore calf of this morning."""
    journal.log(["drive 3h yesterday", "flare l upper outer calf rest 4", "l upper outer calf 5", "function 85%"])


def _returning(journal: Journal) -> None:
    """A spell of 17 days: rest, the tests, and the first steps of the ladder."""
    said = dict(enumerate(MORNINGS))
    for number in range(17):
        lines = [f"l upper outer calf {said.get(number, 0)}", f"function {100 if number > 4 else 85}% no limp"]
        if number == 0:
            lines.insert(0, "flare l upper outer calf rest 4")
        lines += TESTS if number == 8 else ()
        lines += [f"run 36m stage {STAGES[number]} pain 0"] if number in STAGES else ()
        journal.log(lines, day=SAMPLE_DAY - timedelta(days=16 - number))


def _year_until(journal: Journal, day_of_spell: int) -> None:
    """The sample year up to this morning, which is so many days into the last but one sore spell."""
    end = SAMPLE_DAY + timedelta(days=SPELLS[-1] - (day_of_spell - 1))
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
    "returning": _returning,
    "well": lambda journal: _year_until(journal, 75),
    "ten-years": _ten_years,
}
"""A name, and what fills an empty journal."""


@cache
def filling(state: str) -> Callable[[Journal], None]:
    """What fills an empty journal so that it is in `state`."""
    return partial(fill, state=state)


def bring_state(folder: Path, state: str) -> None:
    """Bring a journal in `state` into `folder`, unless it holds one."""
    bring(folder, filling(state), NOW)


def fill(journal: Journal, state: str) -> None:
    """Fill an empty journal so that it is in `state`, and track the outer calves."""
    journal.change_settings(first_run_done=True, tracked=TRACKED)
    STATES[state](journal)
