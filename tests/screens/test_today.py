"""Today's check-in: what it asks by the time of day, what each line records, and a past day that is no today."""

import re
from datetime import timedelta
from pathlib import Path

from journal.model import Function, Rating, Trigger
from screens.today.lines import AnswerLine
from tests.screens.support import NOW, SAMPLE_DAY, Runner, live


async def at(runner: Runner, hour: int) -> None:
    """Let it be that hour of today."""
    runner.clock.set(NOW.replace(hour=hour))
    runner.app.look()
    await runner.settle()


def test_the_evening_asks_for_the_average_and_for_triggers(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        assert "Check-in · morning" in runner.text
        assert "warning signs" in runner.text
        assert "on average" not in runner.text
        await at(runner, 20)
        assert "Check-in · evening" in runner.text
        await runner.press("5", "j", "3")
        now, average = [each for each in runner.journal.day(SAMPLE_DAY) if isinstance(each, Rating)]
        assert (now.score, now.tags) == (5, ())
        assert (average.score, average.tags) == (3, ("average",))
        await runner.press("d", "2", "enter", "z")
        said = {(each.trigger, each.amount) for each in runner.journal.day(SAMPLE_DAY) if isinstance(each, Trigger)}
        assert said == {("driving", 120), ("laptop_on_lap", 0), ("stairs", 0)}
        assert "driving 2 h · laptop none · stairs none" in runner.text
        await runner.press("z")
        assert runner.journal.count() == 5

    live(tmp_path, journey)


def test_a_whole_evening_is_eight_keys(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await at(runner, 20)
        runner.presses = 0
        await runner.press("4", "j", "3", "z", "f", "9", "0", "enter")
        assert runner.presses <= 8
        kinds = [entry.kind for entry in runner.journal.day(SAMPLE_DAY)]
        assert sorted(kinds) == ["function", "rating", "rating", "trigger", "trigger", "trigger"]

    live(tmp_path, journey)


def test_a_long_answer_goes_on_in_a_second_line(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await at(runner, 20)
        await runner.press("d", "4", "enter")
        assert f"driving 4 h · laptop, stairs not asked\n{' ' * 20}d l w · z none\n" in runner.text
        await runner.press("z")
        assert f"driving 4 h · laptop none · stairs\n{' ' * 20}none  d l w\n" in runner.text

    live(tmp_path, journey, size=(60, 20))


def test_a_digit_on_the_line_of_function_begins_to_write_it(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("j", "j", "9", "5", "enter")
        (entry,) = runner.journal.entries()
        assert isinstance(entry, Function)
        assert entry.percent == 95
        assert "95 %" in runner.text
        await runner.press("k", "3")
        assert runner.journal.count() == 1

    live(tmp_path, journey)


def test_lines_are_answered_with_enter_and_with_the_mouse(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.pilot.click("#function-line")
        await runner.settle()
        await runner.type("80")
        await runner.press("enter")
        assert "80 %" in runner.text
        runner.app.screen.query_one("#signs-line", AnswerLine).focus()
        await runner.press("enter")
        assert "Warning signs" in runner.text

    live(tmp_path, journey)


def test_yesterday_is_never_called_today(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("left_square_bracket")
        assert "◂ yesterday · Sun 22 Nov" in runner.text
        assert "Check-in · Sun 22 Nov" in runner.text
        assert "To do on Sun 22 Nov" in runner.text
        assert "today" not in runner.text.partition("\n")[2]
        await runner.press("6")
        yesterday = runner.journal.day(SAMPLE_DAY - timedelta(days=1))
        assert [each.kind for each in yesterday if each.source == "typed"] == ["rating"]
        await runner.press("right_square_bracket")
        assert "To do today" in runner.text

    live(tmp_path, journey, sample=True, size=(120, 40))


def test_what_is_recorded_while_there_is_no_room_for_it_is_there_when_there_is(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> tuple[str, str]:
        await runner.pilot.resize_terminal(100, 30)
        await runner.press("7")
        narrow = runner.text
        await runner.pilot.resize_terminal(180, 50)
        await runner.settle()
        return narrow, runner.text

    narrow, wide = live(tmp_path / "j", journey, sample=True, size=(180, 50))
    assert "Recorded" not in narrow
    assert re.search(r"\d\d:\d\d  left upper outer calf\D* 7", wide)
