"""Strength, set by set."""

from datetime import timedelta
from pathlib import Path

from journal.model import Strength, StrengthSet
from journal.settings import Settings
from screens.strength.hold import HoldBox
from tests.screens.support import SAMPLE_DAY, Runner, live

READY = Settings().hold_ready_seconds


def done(runner: Runner) -> list[Strength]:
    return [entry for entry in runner.journal.day(SAMPLE_DAY) if isinstance(entry, Strength)]


def test_one_key_a_set_and_one_entry_an_exercise(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s", "space", "space")
        (entry,) = done(runner)
        assert len(entry.sets) == 2
        assert "set 2 of" in runner.text
        await runner.press("u")
        assert [len(each.sets) for each in done(runner)] == [1]
        assert done(runner)[0].id == entry.id

    live(tmp_path, journey)


def test_a_typed_number_goes_into_the_box(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s", "7", "backspace", "9", "space")
        (entry,) = done(runner)
        (one,) = entry.sets
        assert 9 in (one.reps, one.seconds)

    live(tmp_path, journey)


def test_ticks_last_over_a_restart_and_the_plan_stays(tmp_path: Path) -> None:
    async def tick(runner: Runner) -> str:
        await runner.press("s", "space")
        return runner.text.splitlines()[2]

    async def look(runner: Runner) -> str:
        await runner.press("s")
        assert len(done(runner)) == 1
        return runner.text.splitlines()[2]

    assert live(tmp_path, tick) == live(tmp_path, look)


def test_each_leg_has_its_own_boxes(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s")
        data = runner.app.screen._data  # type: ignore[attr-defined]
        number = next(at for at, row in enumerate(data.rows) if row.planned.each_side)
        await runner.press(*["j"] * number, "space", "space")
        (entry,) = done(runner)
        assert [each.side for each in entry.sets] == ["left", "right"]

    live(tmp_path, journey)


def test_taking_the_only_set_back_removes_the_entry(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s", "space", "backspace")
        assert done(runner) == []
        await runner.press("u")
        assert len(done(runner)) == 1

    live(tmp_path, journey)


def test_pain_during_is_a_digit_after_p(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s", "space", "p", "3")
        (entry,) = done(runner)
        assert entry.pain_during == 3
        assert len(entry.sets) == 1

    live(tmp_path, journey)


def test_a_hold_counts_as_a_set_when_its_time_is_over(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s")
        data = runner.app.screen._data  # type: ignore[attr-defined]
        number = next(at for at, row in enumerate(data.rows) if row.is_hold)
        await runner.press(*["j"] * number, "o")
        assert done(runner) == []
        runner.clock.advance(seconds=READY + data.rows[number].planned.seconds + 1)
        runner.app.screen.query_one(HoldBox).look()
        await runner.settle()
        (entry,) = done(runner)
        assert entry.sets == (StrengthSet(seconds=data.rows[number].planned.seconds, side=entry.sets[0].side),)

    live(tmp_path, journey, sample=True)


def test_a_hold_that_is_stopped_records_what_was_held(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s")
        data = runner.app.screen._data  # type: ignore[attr-defined]
        number = next(at for at, row in enumerate(data.rows) if row.is_hold)
        await runner.press(*["j"] * number, "o")
        runner.clock.advance(seconds=READY + 11)
        await runner.press("o")
        (entry,) = done(runner)
        assert [each.seconds for each in entry.sets] == [11]

    live(tmp_path, journey, sample=True)


def test_another_exercise_takes_the_place_for_today(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s")
        before = runner.app.screen._data.rows[0].planned.exercise  # type: ignore[attr-defined]
        await runner.press("n")
        after = runner.app.screen._data.rows[0].planned.exercise  # type: ignore[attr-defined]
        assert after != before
        await runner.press("space", "t", "s")
        (entry,) = done(runner)
        assert entry.exercise == after
        assert runner.app.screen._data.rows[0].planned.exercise == after  # type: ignore[attr-defined]

    live(tmp_path, journey)


def test_yesterday_is_recorded_on_yesterday(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s", "left_square_bracket", "space")
        assert done(runner) == []
        (entry,) = runner.journal.day(SAMPLE_DAY - timedelta(days=1))
        assert isinstance(entry, Strength)
        assert entry.time_known is False

    live(tmp_path, journey)
