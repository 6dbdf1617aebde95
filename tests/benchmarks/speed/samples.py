"""Journals of 0, 1, 10 and 50 years, made by seeded rules and kept outside the repository for a day."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from journal.book import Journal
from journal.clock import system_clock
from journal.demo import SITE, demo_entries
from journal.model import Entry, Episode, Note, Rating, Trigger

A_DAY = 12
"""Entries on a day of these journals, on average: 50 years are 220,000."""
WORDS = tuple("calf heel stairs drive shoes ball easy stiff morning evening travel track hill rain".split())  # noqa: SIM905


def cache() -> Path:
    """Where the journals are kept."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "recovery-journal-benchmarks"


def folder_of(years: int) -> Path:
    """The folder of a journal of so many years that ends today; made when there is none. Not to be written to."""
    today = system_clock().today()
    folder = cache() / f"{today}-{years}"
    if not folder.exists():
        for old in cache().glob(f"*-{years}"):
            shutil.rmtree(old)
        aside = cache() / f"{today}-{years}.new"
        shutil.rmtree(aside, ignore_errors=True)
        with Journal(aside, system_clock()) as journal:
            journal.change_settings(
                first_run_done=True, tracked=({"site": SITE, "side": "left"}, {"site": SITE, "side": "right"})
            )
            journal.store.import_entries(entries(years, today), "sample")
        aside.rename(folder)
    return folder


def entries(years: int, end: date) -> Iterator[Entry]:
    """The sample year again and again, back in time, and between its entries as many as make `A_DAY`."""
    for back in range(years):
        last = end - timedelta(days=365 * back)
        year = demo_entries(last, seed=7 + back)
        yield from (_closed(entry, last) if back else entry for entry in year)
        yield from _filling(365 * A_DAY - len(year), last, Random(back))


def _closed(entry: Entry, last: date) -> Entry:
    return replace(entry, ended_on=last) if isinstance(entry, Episode) and entry.ended_on is None else entry


def _filling(number: int, last: date, random: Random) -> Iterator[Entry]:
    for _ in range(number):
        day = last - timedelta(days=random.randint(1, 364))
        at = datetime.combine(day, time(random.randint(9, 20), random.randint(0, 59), random.randint(0, 59)), UTC)
        yield replace(_something(at, random), id=_id(at, random), recorded_at=at, source="sample")


def _something(at: datetime, random: Random) -> Entry:
    kind = random.random()
    if kind < 0.5:
        return Rating(at=at, site="outer_hamstring", side=random.choice(("left", "right")), score=random.randint(0, 1))
    if kind < 0.9:
        return Trigger(at=at, trigger="stairs", amount=random.randint(1, 12), unit="flights")
    return Note(at=at, note=" ".join(random.choices(WORDS, k=8)))


def _id(at: datetime, random: Random) -> str:
    value = int(at.timestamp() * 1000) << 80 | random.getrandbits(80)
    return str(UUID(int=value & ~(0xF << 76 | 0x3 << 62) | 0x7 << 76 | 0x2 << 62))
