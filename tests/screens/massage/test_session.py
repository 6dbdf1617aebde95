"""What may go wrong around a guided massage: other days, killed programs, impatient keys, broken files."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from journal.book import Journal, Logged
from journal.book.writing import Ready
from journal.demo import demo_entries
from journal.model import Massage, SafetyCheck
from journal.recovery.gate import sign_answers
from journal.recovery.shapes import Step
from journal.recovery.timer import Underway
from journal.storage.errors import unsure
from journal.timer_file import load_timer, save_timer
from screens.gate.clearance import ClearanceDialog
from screens.gate.questions import QuestionsDialog
from tests.screens.support import NOW, SAMPLE_DAY, Runner, live
from tests.support import FakeClock

KEPT = Underway(
    technique="ball_upper_outer_calf_sit",
    site="upper_outer_calf",
    side="left",
    steps=(
        Step(label="get ready", seconds=10, kind="ready"),
        Step(label="sink in", seconds=30),
        Step(label="done", seconds=0, kind="done"),
    ),
    before=4,
    banked=25,
    unworked=0,
    over=False,
    at=datetime(2026, 11, 23, 7, 0, tzinfo=UTC),
)


def massages(runner: Runner) -> list[Massage]:
    days = runner.journal.entries(date(2026, 11, 22), SAMPLE_DAY, kinds=("massage",))
    return [entry for entry in days if isinstance(entry, Massage) and entry.source == "typed"]


def keep(folder: Path, kept: Underway) -> Path:
    place = folder / "timer.json"
    save_timer(place, kept)
    return place


async def begin(runner: Runner, *before: str) -> None:
    """Pass the questions and start the first technique."""
    await runner.press("m", "enter")
    while isinstance(runner.app.screen, QuestionsDialog):
        await runner.press("n")
    await runner.press("enter")
    while isinstance(runner.app.screen, QuestionsDialog):
        await runner.press("N")
    await runner.press("enter", *before)


def test_two_quick_answers_record_one_massage(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await begin(runner, "4")
        runner.clock.advance(seconds=25)
        await runner.press("escape")
        session = runner.app.session
        assert session is not None
        session.record(2, str)
        session.record(3, str)
        await runner.settle()
        assert [each.after for each in massages(runner)] == [2]

    live(tmp_path, journey, sample=True)


def test_one_that_was_saved_although_it_seemed_to_fail_is_not_saved_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def journey(runner: Runner) -> None:
        await begin(runner, "4")
        runner.clock.advance(seconds=25)
        await runner.press("escape")
        write = runner.journal.write

        def seems_to_fail(ready: Ready) -> Logged:
            write(ready)
            raise unsure(runner.journal.paths.journal)

        monkeypatch.setattr(runner.journal, "write", seems_to_fail)
        await runner.press("2")
        assert runner.app.session is not None
        monkeypatch.setattr(runner.journal, "write", write)
        await runner.press("2")
        assert runner.app.session is None
        assert [each.after for each in massages(runner)] == [2]

    live(tmp_path, journey, sample=True)


def test_looking_at_a_day_with_a_sign_does_not_end_todays_massage(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await begin(runner, "4")
        runner.clock.advance(seconds=15)
        catalogue = runner.journal.catalogue
        raised = sign_answers({"rf_dvt": True}, catalogue, datetime(2026, 11, 21, 9, tzinfo=UTC))
        seen = SafetyCheck(
            at=datetime(2026, 11, 22, 9, tzinfo=UTC),
            answers={"rf_dvt": False},
            cleared_by="doctor: Example",
            note="nothing found",
        )
        runner.journal.record(raised, seen)
        await runner.press("left_square_bracket", "left_square_bracket")
        assert runner.app.session is not None
        assert not runner.app.session.over

    live(tmp_path, journey, sample=True)


def test_a_sign_that_is_raised_ends_it_while_another_day_is_shown(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await begin(runner, "4")
        runner.clock.advance(seconds=15)
        now = runner.clock.now()
        await runner.press("left_square_bracket")
        runner.app.record(sign_answers({"rf_dvt": True}, runner.journal.catalogue, now))
        await runner.settle()
        assert runner.app.session is not None
        assert runner.app.session.over
        await runner.press("right_square_bracket", "enter")
        assert [each.seconds for each in massages(runner)] == [5]

    live(tmp_path, journey, sample=True)


def test_it_ended_when_it_was_paused(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await begin(runner, "4")
        runner.clock.advance(seconds=25)
        await runner.press("space")
        paused = runner.clock.now()
        runner.clock.advance(minutes=40)
        await runner.press("escape", "enter")
        assert [each.at for each in massages(runner)] == [paused]

    live(tmp_path, journey, sample=True)


def test_going_on_asks_the_calf_questions_when_they_became_due(tmp_path: Path) -> None:
    keep(tmp_path, KEPT)

    async def journey(runner: Runner) -> None:
        await runner.press("m", "space")
        assert isinstance(runner.app.screen, QuestionsDialog)
        assert runner.app.session is not None
        assert not runner.app.session.timer.running
        await runner.press("n", "n", "n", "n", "n", "space")
        assert runner.app.session.timer.running

    live(tmp_path, journey, sample=True)


def test_one_of_another_day_is_only_recorded(tmp_path: Path) -> None:
    yesterday = datetime(2026, 11, 22, 20, 14, tzinfo=UTC)
    keep(tmp_path, replace(KEPT, at=yesterday))

    async def journey(runner: Runner) -> None:
        await runner.press("m")
        assert "22 Nov" in runner.text
        await runner.press("enter")
        (massage,) = massages(runner)
        assert (massage.at, massage.seconds, massage.before, massage.after) == (yesterday, 15, 4, None)

    live(tmp_path, journey, sample=True)


def test_one_of_another_day_that_had_not_begun_is_forgotten(tmp_path: Path) -> None:
    place = keep(tmp_path, replace(KEPT, at=datetime(2026, 11, 22, 20, tzinfo=UTC), banked=3))

    async def journey(runner: Runner) -> None:
        assert runner.app.session is None

    live(tmp_path, journey)
    assert load_timer(place) is None


def test_one_that_was_saved_before_the_program_was_killed_is_not_saved_twice(tmp_path: Path) -> None:
    place = keep(tmp_path, replace(KEPT, over=True))
    with Journal(tmp_path, FakeClock(NOW)) as journal:
        saved = Massage(at=KEPT.at, technique=KEPT.technique, site=KEPT.site, side=KEPT.side, seconds=15, before=4)
        journal.record(saved)

    async def journey(runner: Runner) -> None:
        assert runner.app.session is None

    live(tmp_path, journey)
    assert load_timer(place) is None


def test_a_technique_that_is_gone_is_said_and_forgotten(tmp_path: Path) -> None:
    place = keep(tmp_path, replace(KEPT, technique="my_own_ball"))

    async def journey(runner: Runner) -> None:
        assert runner.app.session is None
        await runner.press("m")
        assert "my_own_ball" in runner.text

    live(tmp_path, journey)
    assert load_timer(place) is None


def test_a_broken_timer_file_is_said_and_the_app_goes_on(tmp_path: Path) -> None:
    (tmp_path / "timer.json").write_bytes(b"{")

    async def journey(runner: Runner) -> str:
        assert runner.app.session is None
        return runner.text

    assert "timer" in live(tmp_path, journey, first_run=True)
    assert not (tmp_path / "timer.json").exists()


def test_tingling_stops_it_and_leaves_the_place_alone(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await begin(runner, "4")
        runner.clock.advance(seconds=25)
        await runner.press("T")
        assert [each.id for each in runner.journal.status().signs] == ["rf_tingle"]
        await runner.press("5")
        assert [(each.seconds, each.after) for each in massages(runner)] == [(15, 5)]
        assert not any(each.side == "left" for each in runner.journal.status().massage.proposals)

    live(tmp_path, journey, sample=True)


def test_what_a_doctor_said_about_a_condition_allows_massage(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        journal = runner.journal
        asked = dict.fromkeys(journal.catalogue.contraindications, False)
        at = datetime(2026, 11, 23, 6, tzinfo=UTC)
        journal.record(sign_answers({**asked, "osteoporosis": True}, journal.catalogue, at))
        await runner.press("m", "enter")
        while isinstance(runner.app.screen, QuestionsDialog):
            await runner.press("n")
        assert "ask a physio or doctor first" in " ".join(runner.text.split())
        await runner.press("c", "d")
        assert isinstance(runner.app.screen, ClearanceDialog)
        await runner.type("Dr Example")
        await runner.press("enter")
        await runner.type("light is fine")
        await runner.press("enter", "ctrl+u")
        await runner.type("0001-01-01")
        await runner.press("enter")
        assert "not a day: 0001-01-01" in runner.text
        await runner.press("ctrl+u")
        await runner.type(str(SAMPLE_DAY))
        await runner.press("enter")
        assert journal.status().massage.blocked_by is None

    with Journal(tmp_path, FakeClock(NOW)) as journal:
        journal.take_in(demo_entries(SAMPLE_DAY), "sample")
    live(tmp_path, journey)
