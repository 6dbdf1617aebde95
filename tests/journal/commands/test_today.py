"""`rj today` read aloud: sentences, each said once, that say what to do."""

from datetime import date, timedelta

from tests.journal.commands.support import Shell


def begun(rj: Shell) -> None:
    rj("log", "flare l calf yesterday rest 4", "l calf 5 yesterday", "l calf 6", "f 80")


def test_every_line_is_a_sentence_that_is_said_once(rj: Shell) -> None:
    begun(rj)
    lines = [line for line in rj("today").out.splitlines() if line]
    assert len(set(lines)) == len(lines)
    assert all(line.endswith((".", "!")) for line in lines), lines
    assert all(line.strip()[0].isupper() or line.strip()[0].isdigit() for line in lines), lines
    assert not any(";;" in line or ": :" in line or ".." in line for line in lines)


def test_it_says_the_status_what_is_missing_and_what_to_do(rj: Shell) -> None:
    begun(rj)
    told = rj("today").out
    assert "Rest day 2 · at least 3 more · function 80 of 100 % · 0 good days of 3." in told
    assert "Left upper outer calf, day 2: protect it, because the last day was rated 6, above 2." in told
    assert (
        "No running yet: first 3 planned rest days, 3 good days and function at 100 % (now 80); "
        "then the tests and stage 1." in told
    )
    assert "Good days in a row: 0 of 3, each rated at most 1, without a limp (app default)." in told
    assert "No massage now. The 5 calf questions come first: a sore spell began" in told
    assert "  To do: " in told


def test_a_number_the_runner_chose_is_not_called_an_app_default(rj: Shell) -> None:
    begun(rj)
    rj("settings", "good_days_needed", "5")
    told = rj("today").out
    assert "Good days in a row: 0 of 5, each rated at most 1, without a limp." in told
    assert "Function 80 of 100 %." in told


def test_two_sore_legs_are_one_advice(rj: Shell) -> None:
    rj("log", "flare l calf 3d ago rest 2", "flare r calf 2d ago rest 5", "l calf 1", "r calf 0")
    told = rj("today").out
    assert told.count("No running yet") == 1
    assert "The right upper outer calf rules, the strictest of 2." in told
    found = rj("today", "--json").json
    latest = date.fromisoformat(found["day"]) + timedelta(days=3)
    assert (found["run"]["stage"], found["run"]["earliest"]) == (None, latest.isoformat())
    assert [each["run"]["stage"] for each in found["episodes"]] == [None, None]


def test_an_empty_journal_has_something_to_say(rj: Shell) -> None:
    told = rj("today").out
    assert "No sore spell is open." in told
    assert "Nothing is rated today." in told
    assert rj("today", "--json").json["run"] is None


def test_an_open_sign_rules_what_is_said(rj: Shell) -> None:
    rj("log", "flare l calf 3d ago rest 2", "l calf 1", "f 100 no limp")
    assert "Well again most likely" in rj("today").out
    assert rj("today", "--json").json["run"]["earliest"] is not None
    rj("signs", "--yes", "rf_dvt")
    found = rj("today", "--json").json
    assert (found["run"]["stage"], found["run"]["earliest"]) == (None, None)
    assert [each["run"]["earliest"] for each in found["episodes"]] == [None]
    told = rj("today").out
    assert "Well again most likely" not in told
    assert "No forecast while a warning sign is open." in told
    assert "No massage now: A warning sign is open (urgent)" in told
    assert "rj signs --none" not in told


def test_a_sore_leg_without_a_spell_is_told_how_one_begins(rj: Shell) -> None:
    rj("log", "r hamstring 5")
    said = 'rj log "flare right outer hamstring"'
    assert said in rj("today").out
    assert rj("log", "flare right outer hamstring").status == 0
    assert said not in rj("today").out
