"""`rj check`: what it finds, what it says to do, and the rescue."""

import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.damage import flip, places_of, zeros
from tests.faults.kept import contents
from tests.journal.commands.support import Shell

NOTES = tuple(f"note the {word} stairs" for word in ("first", "second", "third"))


@pytest.fixture
def file(rj: Shell) -> Path:
    """A journal with a backup of one of its three notes."""
    for line in NOTES:
        assert rj("log", line).status == 0
    return rj.folder / "journal.db"


def notes(rj: Shell) -> list[str]:
    return [entry["note"] for entry in rj("list", "--json").json]


def test_a_whole_journal_is_said_to_be_so_and_stays_as_it_is(rj: Shell, file: Path) -> None:
    before = contents(rj.folder)
    told = rj("check")
    assert (told.status, told.error) == (0, "")
    assert told.out == f"{file}: 3 entries, all as they were written\n1 backup, all whole\n"
    found = rj("check", "--json").json
    assert (found["whole"], found["entries"], found["problems"], found["rescued"]) == (True, 3, [], None)
    assert rj("check", "--repair").out.endswith("nothing to repair\n")
    assert contents(rj.folder) == before


def test_where_nothing_is_there_is_nothing_to_find(rj: Shell) -> None:
    told = rj("check")
    assert (told.status, told.out) == (0, f"there is no journal yet in {rj.folder}\n0 backups, all whole\n")
    assert not rj.folder.exists()


def test_every_letter_that_changed_is_found_and_mended(rj: Shell, file: Path) -> None:
    before = notes(rj)
    for place in places_of(file, "second"):
        whole = file.read_bytes()
        flip(file, place)
        told = rj("check")
        assert told.status == 3, place
        assert "→" in told.out
        file.write_bytes(whole)
    flip(file, places_of(file, "second stairs")[0])
    repaired = rj("check", "--repair")
    assert repaired.status == 0, repaired.error
    assert "rescued 3 entries into a new journal" in repaired.out
    assert notes(rj) == before
    assert rj("check").status == 0


def test_what_it_says_to_do_works_and_can_be_taken_back(rj: Shell, file: Path) -> None:
    zeros(file, 1)
    damaged = file.read_bytes()
    told = rj("check")
    assert told.status == 3
    command = next(line.partition("keep this one: ")[2] for line in told.out.splitlines() if "--repair" in line)
    repaired = rj(*shlex.split(command)[1:], "--json").json["rescued"]
    assert (repaired["entries"], sorted(notes(rj))) == (3, sorted(line.removeprefix("note ") for line in NOTES))
    assert Path(repaired["former"]).read_bytes() == damaged


def test_a_backup_that_is_not_whole_is_named_with_what_to_do(rj: Shell, file: Path) -> None:
    (backup,) = (rj.folder / "backups").iterdir()
    flip(backup, places_of(backup, "first")[0])
    told = rj("check")
    assert told.status == 3
    assert f"{file}: 3 entries, all as they were written" in told.out
    assert "1 backup, 1 of them not whole:\n  1 of its entries are not what was written\n" in told.out
    assert f"to take it away: rm {backup}\n" in told.out


def test_a_name_that_is_gone_from_the_content_is_told(rj: Shell, file: Path) -> None:
    own = rj.folder / "own.toml"
    own.write_text('[[trigger]]\nid = "gardening"\nname = "Gardening"\nunit = "min"')
    assert rj("log", "gardening 30m").status == 0
    own.unlink()
    told = rj("check")
    assert told.status == 0
    assert "1 entry with a trigger that is not in the content: gardening" in told.out
    assert rj("check", "--json").json["unknown"] == [{"kind": "trigger", "id": "gardening", "entries": 1}]


def test_damage_of_the_structure_stops_every_command(rj: Shell, file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'entry_day'").fetchone()
    zeros(file, page)
    before = file.read_bytes()
    for command in (("log", "l calf 5"), ("list",), ("export",)):
        told = rj(*command)
        assert (told.status, told.out) == (3, "")
        assert "Newest backup: " in told.error
    assert file.read_bytes() == before
