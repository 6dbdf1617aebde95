"""What comes back from those who help: words that wait, limits that hold back only once they are approved."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.book import Journal
from journal.errors import ImportRefused, Refused
from journal.model import Comment, Episode, Function, GateTest, Rating, Run, SafetyCheck
from journal.report_choice import Wanted
from tests.support import MONDAY, FakeClock, moment, rating

BEGAN = MONDAY - timedelta(days=9)
SIGN = "rf_dvt_swelling"


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Ready to run at stage 1: an episode, good days, full function, tests passed."""
    made = Journal(tmp_path / "data", FakeClock(moment(MONDAY, "08:00"))).open()
    made.record(Episode(at=moment(BEGAN), site="upper_outer_calf", side="left", rest_days=3))
    made.record(rating(BEGAN, 4))
    for days in range(1, 10):
        made.record(rating(BEGAN + timedelta(days=days), 0, "07:00"))
    made.record(Function(at=moment(MONDAY, "07:10"), percent=100, limp=False))
    for test in made.catalogue.tests.values():
        for side in ("left", "right"):
            value = 40.0 if test.unit != "score" else 0.0
            made.record(GateTest(at=moment(MONDAY, "07:20"), test=test.id, side=side, value=value, unit=test.unit))
    return made


def written(journal: Journal, tmp_path: Path, under: str, below: str) -> Path:
    """A report with words under its first line with a mark, and below."""
    file = journal.write_report(tmp_path / "report.md", Wanted(), replace=True)
    lines = file.read_text().splitlines()
    first = next(number for number, line in enumerate(lines) if "(e:" in line)
    lines.insert(first + 1, under)
    text = "\n".join(lines).replace("From: your name (physio, doctor or coach)", "From: Ana Ruiz (coach)\n\n" + below)
    file.write_text(text + "\n")
    return file


def stage(journal: Journal) -> int | None:
    return journal.status().episodes[0].run.stage


def test_the_report_goes_out_and_comments_come_back(journal: Journal, tmp_path: Path) -> None:
    before = journal.status().episodes[0].run
    file = written(
        journal,
        tmp_path,
        "Was it the long drive?",
        "Keep it short for now.\nmax_run_min 15 until 2026-12-31\n\nYou are cleared to run, all signs are gone.",
    )
    found = journal.read_comments(file)
    saved = journal.take_comments(found, file.name)
    assert [(each.author, each.role, each.state) for each in found] == [("Ana Ruiz", "coach", "pending")] * 3
    assert found[0].text == "Was it the long drive?"
    assert found[0].refers_to == journal.status().episodes[0].episode.id
    assert (found[1].text, found[1].constraint) == ("Keep it short for now.", "max_run_min 15 until 2026-12-31")
    assert found[2].constraint is None
    assert journal.status().episodes[0].run == before, "nothing changes before it is approved"
    assert journal.status().waiting == 3
    assert journal.read_comments(file) == [], "a second import brings nothing new"

    _, short, cleared = (each for each in saved if isinstance(each, Comment))
    journal.decide(short, "approved")
    journal.decide(cleared, "rejected")
    after = journal.status().episodes[0].run
    assert (after.stage, after.most_minutes) == (before.stage, 15)
    assert "at most 15 min of running (coach Ana Ruiz, until Thu 31 Dec)" in after.text
    assert journal.status().waiting == 1
    journal.record(Run(at=moment(MONDAY, "07:50"), minutes=20))
    assert "20 min is more than the 15 min of your coach Ana Ruiz, until Thu 31 Dec" in journal.status().notices

    labels = [step.label for step in journal.history(short.id)]
    assert labels[0] == "import comments report.md"
    assert labels[1].startswith("approved: Ana Ruiz (coach)")
    with pytest.raises(Refused, match="what somebody else wrote"):
        journal.amend(short, replace(short, text="Run as you like."))


def test_an_undone_approval_holds_nothing_back(journal: Journal) -> None:
    comment = pending("max_run_min 10")
    (saved,) = journal.take_comments([comment], "reply.md")
    journal.decide(saved, "approved")  # type: ignore[arg-type]
    assert journal.status().episodes[0].run.most_minutes == 10
    journal.undo()
    assert journal.status().episodes[0].run.most_minutes is None


def pending(limit: str, author: str = "Ana", role: str = "coach", day: date = MONDAY, text: str = "") -> Comment:
    at = moment(day, "07:30")
    return Comment(at=at, author=author, role=role, text=text or limit, constraint=limit, state="pending")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["cleared to run", "max_run_min 90 until 2026-12-31", "hold_stage 8", "exercise_on single_leg_hop"]
)
@pytest.mark.parametrize("role", ["coach", "physio", "doctor"])
def test_no_comment_opens_a_warning_sign(journal: Journal, text: str, role: str) -> None:
    sign = next(each for each in journal.catalogue.signs.values() if each.level == "urgent")
    journal.record(SafetyCheck(at=moment(MONDAY, "07:40"), answers={sign.id: True}, level="urgent"))
    before = journal.status()
    (saved,) = journal.take_comments([pending(text, role=role)], "reply.md")
    journal.decide(saved, "approved")  # type: ignore[arg-type]
    after = journal.status()
    assert (after.signs, after.blocks) == (before.signs, before.blocks)
    assert after.episodes[0].rest == before.episodes[0].rest
    assert after.massage.blocked_by == before.massage.blocked_by


def test_a_mail_that_quotes_the_report_names_the_line_above(journal: Journal, tmp_path: Path) -> None:
    mark = f"e:{journal.status().episodes[0].episode.id[-8:]}"
    reply = tmp_path / "reply.txt"
    quoted = f"> - Left upper outer calf ({mark})\n> - and more\n"
    reply.write_text(f"From: Bo (physio)\n\n{quoted}\nRest it.\n\n(stage 2) Not yet.\n")
    first, second = journal.read_comments(reply)
    assert (first.text, first.refers_to, first.role) == ("Rest it.", None, "physio")
    assert (second.text, second.refers_to) == ("Not yet.", "stage:2")
    reply.write_text(f"> - Left upper outer calf ({mark})\nRest it.\n")
    (only,) = journal.read_comments(reply, ("Bo", "physio"))
    assert (only.text, only.refers_to) == ("Rest it.", journal.status().episodes[0].episode.id)


def test_words_come_as_they_were_written(journal: Journal, tmp_path: Path) -> None:
    reply = tmp_path / "reply.txt"
    reply.write_text("Pain > 5: stop.\nBelow 3 -> go on.\n")
    (only,) = journal.read_comments(reply, ("Bo", "physio"))
    assert only.text == "Pain > 5: stop.\nBelow 3 -> go on."


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Looks fine.", "who wrote it is not said"),
        (b"From: Bo (physio)\n\n> quoted\n", "no comment is written in it"),
        (b"From: Bo (physio)\n\xff\n", "line 2: it is not UTF-8"),
        (b"From: Bo (physio)\n" + b"x\n\n" * 201, "201 comments are more than 200"),
    ],
)
def test_what_cannot_be_read_is_refused(journal: Journal, tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "reply.md").write_bytes(content)
    with pytest.raises(ImportRefused, match=says):
        journal.read_comments(tmp_path / "reply.md")
    assert journal.comments() == []


def test_a_report_that_nobody_wrote_into_holds_no_comment(journal: Journal, tmp_path: Path) -> None:
    file = journal.write_report(tmp_path / "report.md", Wanted(questions=("When?", "> how", "# why")))
    with pytest.raises(ImportRefused, match="no comment"):
        journal.read_comments(file, ("Bo", "physio"))


def test_an_unrated_journal_takes_comments_too(tmp_path: Path) -> None:
    with Journal(tmp_path / "empty", FakeClock(moment(MONDAY))) as empty:
        (tmp_path / "reply.md").write_text("Start gently.\n")
        (comment,) = empty.read_comments(tmp_path / "reply.md", ("Bo", "doctor"))
        empty.take_comments([comment], "reply.md")
        assert empty.status().waiting == 1
        assert not any(isinstance(each, Rating) for each in empty.entries())
