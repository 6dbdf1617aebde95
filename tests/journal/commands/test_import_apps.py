"""Taking in another app's file on the command line."""

import os
from pathlib import Path

import pytest

from tests.journal.commands.support import Shell
from tests.journal.exchange.support import FILES, LOOP, zipped

STRAVA = str(FILES / "strava.csv")
INTERVALS = str(FILES / "intervals.csv")


def test_a_dry_run_shows_and_writes_nothing(rj: Shell) -> None:
    told = rj("import", INTERVALS, "--dry-run")
    assert told.status == 0
    assert "converted: stress 1-4 as amount 0-10: 1 is 0, 2 is 3, 3 is 7, 4 is 10" in told.out
    assert "would import 10 entries; 0 are there already" in told.out
    assert "left out: 1 (no sleep, soreness, stress, injury or comment is in it), first at intervals.csv, line 4" in (
        told.out
    )
    assert told.error == ""
    plain = rj("import", INTERVALS, "--dry-run", "--json").json
    assert (plain["mapping"], plain["dry_run"], plain["added"], len(plain["entries"])) == ("intervals", True, 10, 10)
    assert plain["left_out"][0]["where"] == "intervals.csv, line 4"
    assert rj("list", "--json").json == []


def test_a_repeat_skips_what_is_there_and_one_undo_takes_all_back(rj: Shell) -> None:
    rj("log", "l calf 5")
    assert rj("import", STRAVA, "--json").json["added"] == 3
    again = rj("import", STRAVA, "--json").json
    assert (again["added"], again["skipped"], again["kept"]) == (0, 3, 0)
    assert "import strava.csv (Strava activities.csv)" in rj("undo").out
    assert [each["kind"] for each in rj("list", "--json").json] == ["rating"]


def test_what_was_changed_here_stays_as_it_is_here(rj: Shell, tmp_path: Path) -> None:
    rj("import", STRAVA)
    renamed = tmp_path / "strava.csv"
    renamed.write_text(Path(STRAVA).read_text().replace("Morning run, easy", "Commute"))
    told = rj("import", str(renamed))
    assert "imported 0 entries; 3 were there already" in told.out
    assert "1 of those say something else here; they stay as they are here" in told.out
    assert "Morning run, easy" in rj("list").out


def test_imported_entries_carry_their_source_and_do_not_count_as_late(rj: Shell) -> None:
    rj("import", INTERVALS, "--site", "left calf")
    entries = rj("list", "--json").json
    assert {each["source"] for each in entries} == {"import:intervals"}
    assert not any(each["entered_late"] for each in entries)
    assert [each["score"] for each in entries if each["kind"] == "rating"] == [7, 10]


def test_an_own_mapping_by_file_and_by_name(rj: Shell) -> None:
    sheet, mapping = str(FILES / "own.csv"), FILES / "own.toml"
    assert rj("import", sheet, "--map", str(mapping), "--json").json["added"] == 8
    (rj.folder / "mappings").mkdir()
    (rj.folder / "mappings" / "my_sheet.toml").write_bytes(mapping.read_bytes())
    assert rj("import", sheet, "--map", "my_sheet", "--json").json["skipped"] == 8


def test_an_export_comes_back_to_the_byte_after_an_import(rj: Shell, tmp_path: Path) -> None:
    loop = tmp_path / "loop.zip"
    loop.write_bytes(zipped(LOOP))
    for file in (STRAVA, INTERVALS, str(loop), str(FILES / "jrnl.json")):
        assert rj("import", file).status == 0
    rj("import", str(FILES / "own.csv"), "--map", str(FILES / "own.toml"))
    rj("export", str(tmp_path / "first.jsonl"))
    other = Shell(tmp_path / "other")
    assert other("import", str(tmp_path / "first.jsonl")).status == 0
    assert other("export").out.encode() == (tmp_path / "first.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "arguments", "status", "says"),
    [
        ("a.csv", b"when,what\n1,2\n", (), 6, "a.csv, line 1: no mapping knows these columns (when, what)"),
        ("a.md", b"From: Ana (coach)\n\nRest.\n", (), 6, "comes in with: rj comments import FILE"),
        ("a.csv", b"a\n\xff\n", (), 6, "a.csv, line 2: it is not UTF-8"),
        ("a.zip", b"PK\x03\x04nothing", (), 6, "a.zip: it is not a whole zip"),
        ("a.csv", b"a,b\n", ("--map", "strava"), 6, "the columns that strava needs are not all there"),
        ("a.csv", b"a,b\n", ("--map", "nothing"), 2, "there is no mapping 'nothing'; there are: track_and_graph"),
        ("a.csv", b"a,b\n", ("--map", "none.toml"), 4, "the mapping none.toml cannot be read"),
        ("a.json", b"[" * 100_000, (), 6, "a.json"),
        (None, b"", (), 4, "No such file"),
    ],
)
def test_a_refusal_is_one_line_with_its_status(
    rj: Shell, tmp_path: Path, name: str | None, content: bytes, arguments: tuple[str, ...], status: int, says: str
) -> None:
    file = tmp_path / (name or "none.csv")
    if name:
        file.write_bytes(content)
    told = rj("import", str(file), *arguments)
    assert (told.status, told.out) == (status, "")
    assert says in told.error
    assert told.error.count("\n") == 1
    assert told.error.startswith("error: ")


def test_what_is_no_file_is_never_read(rj: Shell, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path / "pipe.csv", tmp_path, Path("/dev/zero")):
        told = rj("import", str(path))
        assert told.status == 6
        assert "is not a regular file" in told.error
