"""The keys a newcomer needs, counted."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.model import Function, Massage, Rating, Strength, Trigger
from screens.gate.questions import QuestionsDialog
from tests.journeys.story import MONDAY, MORNINGS, SECOND_SUNDAY, before_monday, morning, rest_of_day
from tests.screens.support import SAMPLE_DAY, Runner, live


def test_one_key_rates_the_main_site(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5")
        (rating,) = runner.journal.day(SAMPLE_DAY)
        assert isinstance(rating, Rating)
        assert (rating.site, rating.side, rating.score) == ("upper_outer_calf", "left", 5)
        assert "[5]" in runner.text
        assert runner.presses == 1

    live(tmp_path, journey)


def test_ten_is_one_key_too(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("x")
        (rating,) = runner.journal.day(SAMPLE_DAY)
        assert isinstance(rating, Rating)
        assert rating.score == 10

    live(tmp_path, journey)


def test_three_keys_for_a_drive(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("d", "3", "enter")
        (drive,) = runner.journal.day(SAMPLE_DAY)
        assert isinstance(drive, Trigger)
        assert (drive.trigger, drive.amount, drive.unit) == ("driving", 180, "min")
        assert runner.presses == 3

    live(tmp_path, journey)


@pytest.mark.parametrize(
    ("size", "sample"),
    [((60, 20), True), ((80, 24), False), ((120, 40), True)],
    ids=["60x20-full", "80x24-empty", "120x40-full"],
)
def test_six_keys_for_yesterdays_drive_and_this_mornings_rating(
    tmp_path: Path, size: tuple[int, int], sample: bool
) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("left_square_bracket", "d", "3", "enter", "right_square_bracket", "5")
        assert runner.presses == 6
        yesterday = runner.journal.day(SAMPLE_DAY - timedelta(days=1))
        drive = next(entry for entry in yesterday if isinstance(entry, Trigger) and entry.source == "typed")
        rating = runner.journal.day(SAMPLE_DAY)[-1]
        assert (drive.trigger, drive.time_known) == ("driving", False)
        assert isinstance(rating, Rating)
        assert (rating.score, rating.time_known, rating.source) == (5, True, "typed")
        assert "[5]" in runner.text

    live(tmp_path, journey, size=size, sample=sample)


def test_one_key_undoes_and_one_does_it_again(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5")
        before = runner.journal.day(SAMPLE_DAY)
        await runner.press("u")
        assert runner.journal.day(SAMPLE_DAY) == []
        assert "[5]" not in runner.text
        await runner.press("U")
        assert runner.journal.day(SAMPLE_DAY) == before

    live(tmp_path, journey)


def test_undo_works_after_a_restart(tmp_path: Path) -> None:
    async def rate(runner: Runner) -> None:
        await runner.press("5")

    async def undo(runner: Runner) -> None:
        await runner.press("u")
        assert runner.journal.day(SAMPLE_DAY) == []

    live(tmp_path, rate)
    live(tmp_path, undo)


def test_no_key_shows_the_days_left(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        assert "Rest day 4 · at least 3 more" in runner.text
        assert runner.presses == 0

    live(tmp_path, journey, sample=True)


def test_a_morning_check_in_takes_at_most_eight_keys(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("2", "j", "1", "f", "9", "0", "enter")
        assert runner.presses <= 8
        today = runner.journal.day(SAMPLE_DAY)
        assert sum(isinstance(entry, Rating) for entry in today) >= 2
        assert sum(isinstance(entry, Function) for entry in today) == 1

    live(tmp_path, journey, sample=True)


def test_a_morning_with_the_warning_signs_is_eight_keys(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("2", "j", "1", "n")
        while isinstance(runner.app.screen, QuestionsDialog):
            await runner.press("N")
        assert runner.presses <= 8
        kinds = [entry.kind for entry in runner.journal.day(SAMPLE_DAY) if entry.source == "typed"]
        assert sorted(kinds) == ["rating", "rating", "safety_check"]

    live(tmp_path, journey, sample=True)


def test_four_keys_for_a_massage_once_the_questions_are_answered(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("m", "enter")
        while isinstance(runner.app.screen, QuestionsDialog):
            await runner.press("N")
        await runner.press("escape", "t")
        runner.presses = 0
        await runner.press("m", "enter", "4")
        session = runner.app.session
        assert session is not None
        runner.clock.advance(minutes=20)
        session.tick()
        await runner.settle()
        await runner.press("2")
        assert runner.presses == 4
        (massage,) = runner.journal.entries(kinds=("massage",))
        assert isinstance(massage, Massage)
        assert (massage.before, massage.after) == (4, 2)

    live(tmp_path, journey)


def test_one_key_ticks_a_set(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s")
        for number in (1, 2, 3):
            await runner.press("space")
            done = runner.journal.entries(kinds=("strength",))
            assert sum(len(entry.sets) for entry in done if isinstance(entry, Strength)) == number

    live(tmp_path, journey)


def test_one_key_on_sunday_shows_the_trend(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("g")
        assert runner.presses == 1
        assert "line: 4-day half-life" in runner.text
        assert "left   mean 1.8 · last 2 (today) · highest 5 (20 Nov)" in runner.text

    live(tmp_path, journey, sample=True)


def test_the_founding_story_in_the_app(tmp_path: Path) -> None:
    """Each day's check-in by keys; what was recorded elsewhere comes through the door."""

    async def journey(runner: Runner) -> None:
        for said in before_monday():
            runner.clock.set(
                runner.clock.now().replace(year=said.day.year, month=said.day.month, day=said.day.day, hour=21)
            )
            runner.journal.log(said.lines)
        for number in range(len(MORNINGS)):
            day = MONDAY + timedelta(days=number)
            runner.clock.set(runner.clock.now().replace(year=day.year, month=day.month, day=day.day, hour=8, minute=0))
            runner.app.look()
            runner.app.clear_notifications()
            await runner.settle()
            if number == 0:
                await runner.press("a")
                await runner.type("flare l upper outer calf rest 4")
                await runner.press("enter")
            await runner.press(str(MORNINGS[number]), "f")
            await runner.type(morning(number).lines[-1].split()[1].rstrip("%"))
            await runner.press("enter")
            assert ("ready to run" in runner.text) == (day == SECOND_SUNDAY), runner.text
            runner.clock.advance(hours=13)
            for said in rest_of_day(number):
                runner.journal.log(said.lines)

    live(tmp_path, journey)
