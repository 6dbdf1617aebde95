"""`rj today --short`: one line that is true, or none."""

import json

from journal.glance import FILE
from tests.journal.commands.support import Shell


def doctored(rj: Shell, line: str) -> None:
    """Put a line into the glance that nobody would compute."""
    file = rj.folder / FILE
    value = json.loads(file.read_text())
    for span in value["spans"]:
        span[2][1] = line
    file.write_text(json.dumps(value))


def test_the_line_says_the_day_and_the_status_says_whether_a_check_in_is_due(rj: Shell) -> None:
    rj("settings", "tracked", '[{site = "upper_outer_calf", side = "left"}]')
    rj("log", "calf pain rest 3 days")
    told = rj("today", "--short")
    assert (told.status, told.error) == (1, "")
    assert told.out.endswith("check-in due\n")
    rj("log", "l calf 2")
    told = rj("today", "--short")
    assert (told.status, told.error) == (0, "")
    assert "check-in" not in told.out


def test_it_is_read_from_the_glance_and_never_when_that_is_stale(rj: Shell) -> None:
    rj("log", "l calf 2")
    true = rj("today", "--short")
    doctored(rj, "from the glance")
    assert rj("today", "--short").out == "from the glance\n"
    assert rj("--data", str(rj.folder), "today", "--short").out == "from the glance\n"
    rj("log", "drive 1h")
    assert rj("today", "--short") == true


def test_without_a_journal_it_is_silent_and_makes_none(rj: Shell) -> None:
    told = rj("today", "--short")
    assert (told.status, told.out, told.error) == (0, "", "")
    assert not rj.folder.exists()


def test_a_damaged_journal_is_told_by_the_status_alone(rj: Shell) -> None:
    rj.folder.mkdir()
    (rj.folder / "journal.db").write_bytes(b"not a journal")
    told = rj("today", "--short")
    assert (told.status, told.out, told.error) == (3, "", "")


def test_it_stands_alone(rj: Shell) -> None:
    assert rj("today", "--short", "--json").status == 2
