"""Comments on the command line."""

from pathlib import Path

from tests.journal.commands.support import Shell


def test_a_report_goes_out_and_its_comments_come_back(rj: Shell, tmp_path: Path) -> None:
    rj("log", "flare l upper outer calf rest 2", "l calf 4")
    report = tmp_path / "leg.md"
    assert rj("report", str(report), "--for", "coach").status == 0
    four = [word for number in range(4) for word in ("--question", f"Q{number}?")]
    assert "room for 3 questions, and there are 4" in rj("report", str(tmp_path / "four.md"), *four).error
    told = rj("comments", "import", str(report), "--from", "coach: Ana")
    assert (told.status, "no comment is written in it" in told.error) == (6, True)
    report.write_text(report.read_text() + "\nEasy does it.\nmax_run_min 15\n\nRun as you like.\n")
    assert rj("comments", "import", str(report)).status == 6, "who wrote it is not said"
    dry = rj("comments", "import", str(report), "--from", "coach: Ana", "--dry-run")
    assert "2 new comments would wait for you" in dry.out
    assert rj("comments", "--json").json == []
    assert "2 new comments wait for you" in rj("comments", "import", str(report), "--from", "coach: Ana").out
    assert "0 new comments" in rj("comments", "import", str(report), "--from", "coach: Ana").out
    short, free = (each["id"][-8:] for each in rj("comments", "--json").json)
    assert rj("comments", "approve", short).out.startswith("approved: Ana (coach): Easy does it. [max_run_min 15]")
    assert rj("comments", "reject", free).status == 0
    assert rj("comments", "approve", "nothing").status == 2
    assert [each["state"] for each in rj("comments", "--json").json] == ["approved", "rejected"]
    today = rj("today", "--json").json
    assert today["comments_waiting"] == 0
    assert [(each["kind"], each["number"]) for each in today["limits"]] == [("max_run_min", 15)]
    assert "at most 15 min of running (coach Ana" in rj("today").out
    history = rj("comments", "history", short).out.splitlines()
    assert ["import comments leg.md" in history[0], "approved: Ana" in history[1]] == [True, True]
    rj("undo")
    assert [each["state"] for each in rj("comments", "--json").json] == ["approved", "pending"]
    assert "Comments that wait for you: 1" in rj("today").out
