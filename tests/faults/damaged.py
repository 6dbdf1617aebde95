"""Damage: bits that flip, files that are cut off or something else; named, left as it is, never passed over."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.faults.damage import UNREADABLE, cut, flip, flip_somewhere, newer, places_of, zeros
from tests.faults.findings import Tally
from tests.faults.program import Build, Told

LONG = {"flips": 120, "letters": 120, "specials": 99}
SHORT = {"flips": 3, "letters": 3, "specials": 4}
NOTE = "the third flight of stairs"
SPECIALS: dict[str, tuple[Callable[[Path], None], int]] = {
    "newer": (newer, 7),
    **{name: (damage, 3) for name, damage in UNREADABLE.items()},
}
"""What may stand where the journal should, with the exit status of a command that would write."""
PARTLY: dict[str, Callable[[Path], None]] = {
    **{f"page {page} lost": lambda file, page=page: zeros(file, page) for page in (2, 3, 4, 5)},  # type: ignore[misc]
    **{f"cut at {share:.0%}": lambda file, share=share: cut(file, share) for share in (0.7, 0.99)},  # type: ignore[misc]
}
"""What a disk may do to a part of the file."""


def run(build: Build, scratch: Path, flips: int, letters: int, specials: int) -> list[Tally]:
    """Each on a fresh copy of one journal with a backup."""
    whole, folder = scratch / "whole", scratch / "data"
    Build().run(whole, "log", *(f"l calf {number % 11} {number + 1}d ago" for number in range(60)), f"note {NOTE}")
    return [
        _flips(build, whole, folder, flips, list(PARTLY.values())[: max(1, specials // 4)]),
        _letters(build, whole, folder, letters),
        _specials(build, whole, folder, specials),
    ]


def _copied(whole: Path, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(whole, folder)
    return folder / "journal.db"


def _flips(build: Build, whole: Path, folder: Path, count: int, lost: list[Callable[[Path], None]]) -> Tally:
    """Reading gives what was written, or refuses in one line; else `rj check` finds it. The file stays as it is."""
    tally = Tally(
        "damaged", "a flipped bit, a lost page, a lost end loses nothing silently, and the file stays as it is"
    )
    random, right = Random(1), build.entries(whole)
    for damage in (*[lambda file: flip_somewhere(file, random)] * count, *lost):
        journal = _copied(whole, folder)
        damage(journal)
        damaged = journal.read_bytes()
        told = build.run(folder, "list", "--json")
        fine = (told.status == 3 and told.one_line) or (told.status == 0 and json.loads(told.out) == right)
        checked = told if fine else build.run(folder, "check")
        fine = fine or (told.status == 0 and checked.status == 3 and not checked.error)
        untouched = journal.read_bytes() == damaged
        tally.saw(fine and untouched, f"untouched {untouched}, {_short(told)}, {_short(checked)}")
    return tally


def _letters(build: Build, whole: Path, folder: Path, count: int) -> Tally:
    """SQLite cannot see a letter that changed; the checksums can."""
    tally, random = Tally("damaged", "`rj check` finds each letter that changed"), Random(2)
    places = places_of(whole / "journal.db", NOTE)
    for _ in range(count):
        journal = _copied(whole, folder)
        offset = random.choice(places) + random.randrange(len(NOTE))
        flip(journal, offset, random.randrange(8))
        told = build.run(folder, "check")
        tally.saw(told.status == 3 and not told.error, f"byte {offset}: {_short(told)}")
    return tally


def _specials(build: Build, whole: Path, folder: Path, count: int) -> Tally:
    tally = Tally("damaged", "what is no journal of this version is named and left as it is")
    for name, (damage, status) in list(SPECIALS.items())[:count]:
        journal = _copied(whole, folder)
        damage(journal)
        before = _looked_at(journal)
        told = build.run(folder, "log", "l calf 5")
        tally.saw((told.status, told.one_line, _looked_at(journal)) == (status, True, before), f"{name}: {told}")
    return tally


def _looked_at(path: Path) -> tuple[int, bytes]:
    return path.lstat().st_mode, path.read_bytes() if path.is_file() and not path.is_symlink() else b""


def _short(told: Told) -> str:
    return f"status {told.status}, {told.error[:200]}{told.out[:100]}"
