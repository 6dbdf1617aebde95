"""Other clocks: zones, clock changes, odd dates, a clock set back, and a day that begins while the app is open."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.benchmarks.speed.terminal import Gone, Terminal
from tests.faults.findings import Tally
from tests.faults.program import Build

LONG = {"instants": 99, "odd": 99, "rolls": 1}
SHORT = {"instants": 2, "odd": 2, "rolls": 1}
NEAR = timedelta(minutes=1)
INSTANTS = (
    *(("2026-03-29 00:59:00", "Europe/Berlin"), ("2026-10-25 00:30:00", "Europe/Berlin")),
    *(("2026-10-25 01:30:00", "Europe/Berlin"), ("2026-03-29 01:01:00", "Europe/Berlin")),
    *(("2028-02-29 12:00:00", "America/New_York"), ("2038-01-19 03:14:08", "UTC")),
    *(("2026-12-31 23:30:00", "Pacific/Kiritimati"), ("2026-06-30 23:59:00", "Asia/Kathmandu")),
    *(("2026-11-01 04:31:00", "America/St_Johns"), ("2027-04-03 15:31:00", "Australia/Lord_Howe")),
    *(("2027-03-28 01:30:00", "Antarctica/Troll"), ("2100-02-28 23:30:00", "Europe/Berlin")),
)
"""Moments in UTC, with the zone of the runner."""
ODD: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("2026-03-30 10:00:00", ("l calf 5 2026-03-29 02:30",), "2026-03-29T03:30:00+02:00"),
    ("2026-10-26 10:00:00", ("l calf 5 2026-10-25 02:30",), "2026-10-25T02:30:00+02:00"),
    ("2026-10-26 10:00:00", ("l calf 5", "--at", "2026-10-25T02:30+01:00"), "2026-10-25T02:30:00+01:00"),
    ("2026-03-30 10:00:00", ("l calf 5", "--at", "2026-03-29T02:30"), "2026-03-29T03:30:00+02:00"),
    ("2026-11-23 02:59:30", ("l calf 5 yesterday",), "2026-11-21T12:00:00+01:00"),
    ("2026-11-23 03:00:30", ("l calf 5 yesterday",), "2026-11-22T12:00:00+01:00"),
    ("2026-11-23 10:00:00", ("l calf 5 29 feb",), "2024-02-29T12:00:00+01:00"),
    ("2026-11-23 10:00:00", ("l calf 5 2026-02-29",), ""),
    ("2026-11-23 10:00:00", ("l calf 5 1899-12-31",), ""),
    ("2026-11-23 10:00:00", ("l calf 5", "--at", "0001-01-01T00:00"), ""),
    ("2026-11-23 10:00:00", ("l calf 5", "--at", "9999-12-31T23:59+14:00"), ""),
    ("2026-11-23 10:00:00", ("l calf 5", "--at", "2026-11-23T12:30+01:00"), ""),
)
"""The moment in UTC, what is logged in Berlin, and when it was; "" for what is refused."""


def run(build: Build, scratch: Path, instants: int, odd: int, rolls: int) -> list[Tally]:
    """Commands and the app under faketime, each on a journal of its own."""
    found = [_now(build, scratch, instants), _odd(build, scratch, odd), _back(build, scratch)]
    return found + ([_rolls(build, scratch)] if rolls else [])


def _at(moment: str, zone: str) -> tuple[str, ...]:
    return ("env", "TZ=UTC", "faketime", moment, "env", f"TZ={zone}")


def _now(build: Build, scratch: Path, count: int) -> Tally:
    tally = Tally("clocks", "an entry has the time that the wall clock shows, and its offset")
    for number, (moment, zone) in enumerate(INSTANTS[:count]):
        folder = scratch / f"now{number}"
        told = build.run(folder, "log", "l calf 5", before=_at(moment, zone))
        wanted = datetime.fromisoformat(f"{moment}+00:00").astimezone(ZoneInfo(zone))
        times = [datetime.fromisoformat(entry["at"]) for entry in build.entries(folder)] if not told.status else []
        fine = [timedelta(0) <= at - wanted < NEAR and at.utcoffset() == wanted.utcoffset() for at in times] == [True]
        tally.saw(fine, f"{moment} {zone}: {times}, {told}")
    return tally


def _odd(build: Build, scratch: Path, count: int) -> Tally:
    tally = Tally(
        "clocks", "a time that is left out, comes twice, does not exist or is out of range is taken right or refused"
    )
    for number, (moment, words, wanted) in enumerate(ODD[:count]):
        folder = scratch / f"odd{number}"
        told = build.run(folder, "log", *words, before=_at(moment, "Europe/Berlin"))
        kept = [entry["at"] for entry in build.entries(folder)]
        fine = (told.status, kept) == (0, [wanted]) if wanted else (told.status, told.one_line, kept) == (2, True, [])
        tally.saw(fine, f"{words} at {moment}: {kept}, {told}")
    return tally


def _back(build: Build, scratch: Path) -> Tally:
    """Ids decide which entry is which, so a clock that was set back takes nothing away."""
    tally, folder = Tally("clocks", "a clock that is set back loses nothing"), scratch / "back"
    for score, moment in enumerate(("2026-11-24 10:00:00", "2026-11-23 10:00:00", "2026-11-24 10:00:00")):
        build.run(folder, "log", f"l calf {score}", before=_at(moment, "UTC"))
    kept = build.entries(folder)
    tally.saw(
        sorted(each["score"] for each in kept) == [0, 1, 2] and len({each["id"] for each in kept}) == 3, f"{kept}"
    )
    return tally


def _rolls(build: Build, scratch: Path) -> Tally:
    tally, folder = Tally("clocks", "a new day begins in the open app within 2 s"), scratch / "rolls"
    build.run(folder, "log", "l calf 3")
    with Terminal([*_at("2026-11-24 03:59:50", "UTC"), *build.argv()], build.environment(folder)) as terminal:
        try:
            terminal.until("23 Nov")
            terminal.until("24 Nov", patience=15)
        except Gone as error:
            tally.saw(False, str(error))
            return tally
        tally.saw(terminal.end("q")[1] == 0, "it did not end well")
    return tally
