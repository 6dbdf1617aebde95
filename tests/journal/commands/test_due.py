"""`rj due` and `rj calendar` as a timer runs them."""

from pathlib import Path

from tests.journal.commands.support import Shell


def test_due_says_what_is_left_with_status_0_and_nothing_with_status_1(rj: Shell) -> None:
    told = rj("due")
    assert told.status == 0
    assert told.out.startswith("check-in: left ")
    rj("log", "l calf 0")
    planned = rj("today", "--json").json["strength"]["planned"]
    rj("log", *(f"{each['exercise']} 1x10" for each in planned))
    rj("log", "l calf massage ball 1m", "r calf massage ball 1m")
    assert rj("due", "--json").json == []
    quiet = rj("due")
    assert (quiet.status, quiet.out, quiet.error) == (1, "", "")


def test_a_sign_that_holds_massage_is_said_and_not_the_questions(rj: Shell) -> None:
    rj("log", "l calf 4")
    assert "massage: the calf questions come first" in rj("due").out
    noon = f"{rj('today', '--json').json['day']}T12:00"  # what is recorded in the same second is ended by the sign
    rj("signs", "--yes", "rf_night", "--at", noon)
    told = rj("due").out
    assert "no massage: a warning sign is open (soon): " in told
    assert "questions" not in told
    refused = rj("log", "massage ball 60s").error
    assert "a warning sign is open (soon)" in refused
    assert "calf questions" not in refused


def test_the_calendar_is_written_and_written_over(rj: Shell, tmp_path: Path) -> None:
    for _ in range(2):
        told = rj("calendar", str(tmp_path / "leg.ics"))
        assert (told.status, told.error) == (0, "")
    assert (tmp_path / "leg.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert rj("calendar", str(tmp_path / "leg.txt")).status == 2
