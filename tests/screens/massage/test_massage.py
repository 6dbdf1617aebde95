"""A massage from the questions that come first to the score after it."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.errors import Refused
from journal.model import Massage, SafetyCheck
from journal.recovery.gate import gate_answers, sign_answers
from screens.gate.clearance import ClearanceDialog
from screens.gate.questions import QuestionsDialog
from tests.screens.support import SAMPLE_DAY, Runner, live

NO_TO_ALL = ("N",) * 8


def massages(runner: Runner) -> list[Massage]:
    return [entry for entry in runner.journal.day(SAMPLE_DAY) if isinstance(entry, Massage)]


def checks(runner: Runner) -> list[SafetyCheck]:
    return [entry for entry in runner.journal.day(SAMPLE_DAY) if isinstance(entry, SafetyCheck)]


async def to_the_list(runner: Runner) -> None:
    """Massage, with what has to be answered first answered: all with no."""
    at, catalogue = runner.journal.clock.now(), runner.journal.catalogue
    runner.journal.record(
        gate_answers(dict.fromkeys((each.id for each in catalogue.gate), False), catalogue, at),
        sign_answers(dict.fromkeys(catalogue.contraindications, False), catalogue, at),
    )
    await runner.press("m")


async def end_the_timer(runner: Runner) -> None:
    """Let the time of the session pass."""
    session = runner.app.session
    assert session is not None
    runner.clock.advance(seconds=600)
    session.tick()
    await runner.settle()


def test_five_keys_pass_the_gate_when_all_is_well(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("m", "enter")
        before = runner.presses
        assert isinstance(runner.app.screen, QuestionsDialog)
        while isinstance(runner.app.screen, QuestionsDialog):
            await runner.press("n")
        assert runner.presses - before <= 5
        (check,) = checks(runner)
        assert not any(check.answers.values())
        assert runner.journal.status().massage.gate is None

    live(tmp_path, journey, sample=True)


@pytest.mark.parametrize("ill", [False, True])
def test_what_was_chosen_goes_on_after_the_questions_about_health_unless_one_stands_against_it(
    tmp_path: Path, ill: bool
) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("m", "enter", *("n",) * 5, "enter")
        assert "Your health and massage" in runner.text
        await runner.press(*("y",) * ill, *NO_TO_ALL[ill:])
        while isinstance(runner.app.screen, QuestionsDialog):
            await runner.press("N" if "y Yes" in runner.text else "enter")
        assert ("How is it now, before it?" in runner.text) is not ill

    live(tmp_path, journey, sample=True)


def test_who_has_a_clinicians_word_goes_on_after_another_yes(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        catalogue, earlier = runner.journal.catalogue, runner.clock.now() - timedelta(days=100)
        answers = dict.fromkeys(catalogue.contraindications, False) | {"osteoporosis": True}
        runner.journal.record(
            sign_answers(answers, catalogue, earlier),
            SafetyCheck(at=earlier, answers={"osteoporosis": False}, cleared_by="physio: at the clinic", note="light"),
        )
        await runner.press("m", "enter", *("n",) * 5, "enter")
        assert "Your health and massage" in runner.text
        for each in catalogue.contraindications.values():
            assert isinstance(runner.app.screen, QuestionsDialog)
            await runner.press("y" if each.id == "osteoporosis" else "n")
        await runner.press("enter")
        assert "How is it now, before it?" in runner.text

    live(tmp_path, journey, sample=True)


def test_before_timer_after(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to_the_list(runner)
        await runner.press("enter", "3")
        assert runner.app.session is not None
        assert massages(runner) == []
        await end_the_timer(runner)
        await runner.press("1")
        (massage,) = massages(runner)
        assert (massage.before, massage.after) == (3, 1)
        assert massage.seconds is not None
        assert massage.seconds >= 30
        assert runner.app.session is None
        assert "3 → 1, 2 less" in " ".join(runner.text.split())
        assert "1 of 3 today" in runner.text

    live(tmp_path, journey, sample=True)


def test_the_timer_goes_on_elsewhere_and_rings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(runner: Runner) -> None:
        bells: list[str] = []
        monkeypatch.setattr(runner.app, "bell", lambda: bells.append("ring"))
        await to_the_list(runner)
        await runner.press("enter", "enter", "t")
        session = runner.app.session
        assert session is not None
        left = session.position.left
        runner.clock.advance(seconds=12)
        session.tick()
        await runner.settle()
        assert session.position.left == left - 12
        assert bells == ["ring"]
        assert session.line in runner.text.splitlines()[0]

    live(tmp_path, journey, sample=True)


def test_pause_stands_still(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to_the_list(runner)
        await runner.press("enter", "enter", "space")
        session = runner.app.session
        assert session is not None
        left = session.position.left
        runner.clock.advance(seconds=30)
        assert session.position.left == left
        await runner.press("space")
        runner.clock.advance(seconds=5)
        assert session.position.left == left - 5

    live(tmp_path, journey, sample=True)


def test_stopping_before_it_began_says_that_nothing_is_recorded(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to_the_list(runner)
        await runner.press("enter", "4", "escape")
        assert runner.app.session is None
        assert massages(runner) == []
        assert "Stopped before it began: nothing to record" in runner.text.splitlines()[-1]

    live(tmp_path, journey, sample=True)


def test_stopping_early_records_what_was_done(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to_the_list(runner)
        await runner.press("enter", "4")
        runner.clock.advance(seconds=25)
        await runner.press("escape", "enter")
        (massage,) = massages(runner)
        assert massage.seconds == 15
        assert (massage.before, massage.after) == (4, None)

    live(tmp_path, journey, sample=True)


def test_stepping_back_from_the_first_question_records_nothing(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to_the_list(runner)
        await runner.press("enter", "escape")
        assert runner.app.session is None
        assert massages(runner) == []

    live(tmp_path, journey, sample=True)


def test_a_killed_terminal_offers_to_go_on(tmp_path: Path) -> None:
    async def begin(runner: Runner) -> None:
        await to_the_list(runner)
        await runner.press("enter", "5")
        runner.clock.advance(seconds=12)
        assert runner.app.session is not None
        runner.app.session.tick()
        await runner.settle()

    async def go_on(runner: Runner) -> None:
        assert "was under way" in runner.text
        assert runner.app.session is not None
        assert runner.app.session.before == 5
        await runner.press("m", "space")
        await end_the_timer(runner)
        await runner.press("2")
        (massage,) = massages(runner)
        assert (massage.before, massage.after) == (5, 2)

    async def over(runner: Runner) -> None:
        assert runner.app.session is None

    live(tmp_path, begin, sample=True)
    live(tmp_path, go_on)
    live(tmp_path, over)


def test_a_sign_that_holds_massage_is_said_before_the_calf_questions(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["l calf 4"])
        at, catalogue = runner.journal.clock.now(), runner.journal.catalogue
        runner.journal.record(sign_answers({"rf_night": True}, catalogue, at))
        await runner.press("m")
        assert "First five questions" not in runner.text
        assert "No massage now: a warning sign is open." in runner.text
        await runner.press("enter")
        assert not isinstance(runner.app.screen, QuestionsDialog)
        assert "a warning sign is open (soon)" in runner.text

    live(tmp_path, journey)


def test_a_raised_sign_refuses_massage_until_a_clinician_spoke(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("m", "enter", "y", "n", "n", "n", "n", "enter")
        (sign,) = [each for each in runner.journal.status().signs if each.level == "urgent"]
        assert all(word in runner.text for word in sign.text.split())
        assert "URGENT" in runner.text
        runner.clock.advance(minutes=5)
        with pytest.raises(Refused):
            runner.journal.log(["massage ball 60s"])
        await runner.press("enter")
        assert runner.app.session is None
        for section in "rsbgh":
            await runner.press(section)
            assert "URGENT" in runner.text.splitlines()[1], section
        await runner.press("t")
        assert "URGENT" in runner.text
        await runner.press("n", "d")
        assert isinstance(runner.app.screen, ClearanceDialog)
        await runner.type("Dr Example")
        await runner.press("enter")
        await runner.type("no clot, go on gently")
        await runner.press("enter", "enter")
        assert [each for each in runner.journal.status().signs if each.level == "urgent"] == []
        assert "URGENT" not in runner.text
        await runner.press("u")
        assert "URGENT" in runner.text

    live(tmp_path, journey, sample=True, size=(100, 40))


def test_one_done_elsewhere_is_written_in_words(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("m", "o")
        await runner.type("4>2")
        await runner.press("enter")
        (massage,) = massages(runner)
        assert (massage.before, massage.after) == (4, 2)

    live(tmp_path, journey)


def test_a_burst_of_next_answers_nothing_unread(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to_the_list(runner)
        await runner.press("enter", "3")
        before = checks(runner)
        runner.clock.advance(seconds=60)
        await runner.pilot.press(*"nnnnnnnnnnnnnnnnnnnn")
        await runner.settle()
        assert runner.app.session is not None
        assert runner.app.session.over
        assert not isinstance(runner.app.screen, QuestionsDialog)
        assert checks(runner) == before
        assert "0 to 9" in runner.text
        await runner.press("2")
        assert [(each.before, each.after) for each in massages(runner)] == [(3, 2)]

    live(tmp_path, journey, sample=True)


def test_a_no_too_many_after_the_questions_opens_no_others(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("m", "enter")
        await runner.pilot.press(*"nnnnnnnn")
        await runner.settle()
        assert not isinstance(runner.app.screen, QuestionsDialog)
        assert len(checks(runner)) == 1
        runner.clock.advance(seconds=2)
        await runner.press("n")
        assert isinstance(runner.app.screen, QuestionsDialog)

    live(tmp_path, journey, sample=True)
