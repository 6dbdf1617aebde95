"""Strength, set by set."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual import events

from journal.model import SafetyCheck, Strength, StrengthSet
from journal.recovery.shapes import StrengthPlan
from journal.settings import Settings
from screens.strength.data import Row
from screens.strength.hold import HoldBox
from screens.strength.lines import tempo_words
from screens.strength.rows import ExerciseRow
from screens.strength.screen import StrengthScreen
from tests.screens.dump import assert_golden
from tests.screens.support import NOW, SAMPLE_DAY, Runner, live

GOLDEN = Path(__file__).parent / "golden"
READY = Settings().hold_ready_seconds


def done(runner: Runner) -> list[Strength]:
    return [entry for entry in runner.journal.day(SAMPLE_DAY) if isinstance(entry, Strength)]


def shown(runner: Runner) -> StrengthScreen:
    screen = runner.app.screen
    assert isinstance(screen, StrengthScreen)
    return screen


def rows(runner: Runner) -> tuple[Row, ...]:
    data = shown(runner)._data
    assert data is not None
    return data.rows


async def mark(runner: Runner, wanted: Callable[[Row], bool]) -> Row:
    """Open Strength and mark the first row of that kind."""
    await runner.press("s")
    number = next(at for at, row in enumerate(rows(runner)) if wanted(row))
    while shown(runner)._at != number:
        await runner.press("j")
    return rows(runner)[number]


def of_both(row: Row) -> bool:
    return row.planned.reps is not None and not row.planned.each_side


def bell(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    rung: list[str] = []
    monkeypatch.setattr(runner.app, "bell", lambda: rung.append("bell"))
    return rung


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
        await mark(runner, lambda row: row.planned.each_side)
        await runner.press("space", "space")
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
        row = await mark(runner, lambda row: row.is_hold)
        await runner.press("o")
        assert done(runner) == []
        runner.clock.advance(seconds=READY + (row.planned.seconds or 0) + 1)
        runner.app.screen.query_one(HoldBox).look()
        await runner.settle()
        (entry,) = done(runner)
        assert entry.sets == (StrengthSet(seconds=row.planned.seconds, side=entry.sets[0].side),)

    live(tmp_path, journey, sample=True)


def test_a_hold_that_is_stopped_records_what_was_held(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await mark(runner, lambda row: row.is_hold)
        await runner.press("o")
        runner.clock.advance(seconds=READY + 11)
        await runner.press("o")
        (entry,) = done(runner)
        assert [each.seconds for each in entry.sets] == [11]

    live(tmp_path, journey, sample=True)


def test_another_exercise_takes_the_place_for_today(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s")
        before = rows(runner)[0].planned.exercise
        await runner.press("n")
        after = rows(runner)[0].planned.exercise
        assert after != before
        await runner.press("space", "t", "s")
        (entry,) = done(runner)
        assert entry.exercise == after
        assert rows(runner)[0].planned.exercise == after

    live(tmp_path, journey)


def test_yesterday_is_recorded_on_yesterday(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s", "left_square_bracket", "space")
        assert done(runner) == []
        (entry,) = runner.journal.day(SAMPLE_DAY - timedelta(days=1))
        assert isinstance(entry, Strength)
        assert entry.time_known is False

    live(tmp_path, journey)


# -- boxes ------------------------------------------------------------------------------------------------------


def test_moving_on_takes_the_typed_number(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        row = await mark(runner, of_both)
        await runner.press("1", "1", "j", "k", "9", "t")
        (entry,) = done(runner)
        assert (entry.exercise, [each.reps for each in entry.sets]) == (row.planned.exercise, [11, 9])

    live(tmp_path, journey)


def test_escape_leaves_the_typed_number_out(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s", "7", "escape")
        assert done(runner) == []
        assert isinstance(runner.app.screen, StrengthScreen)

    live(tmp_path, journey)


def test_a_set_that_is_done_can_be_chosen_and_changed(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        row = await mark(runner, of_both)
        await runner.press("space", "space", "left", "left", "4", "enter")
        (entry,) = done(runner)
        assert [each.reps for each in entry.sets] == [4, row.planned.reps]
        await runner.press("u")
        assert [each.reps for each in done(runner)[0].sets] == [row.planned.reps] * 2

    live(tmp_path, journey)


def test_the_leg_of_the_chosen_box_is_ticked(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await mark(runner, lambda row: row.planned.each_side)
        await runner.press("right", "space")
        assert [each.side for each in done(runner)[0].sets] == ["right"]
        await runner.press("space")
        assert [each.side for each in done(runner)[0].sets] == ["right", "left"]

    live(tmp_path, journey)


@pytest.mark.parametrize("typed", ["0", "3 0 1"])
def test_a_number_that_cannot_be_is_not_taken(tmp_path: Path, typed: str) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s", *typed.split(), "enter")
        assert done(runner) == []
        assert "! Not taken" in runner.text

    live(tmp_path, journey)


def test_ticking_goes_on_to_the_next_exercise_and_never_beyond_the_plan(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        row = await mark(runner, of_both)
        await runner.press(*["space"] * row.planned.sets)
        assert shown(runner)._at == next(at for at, each in enumerate(rows(runner)) if each.planned == row.planned)
        await runner.press("space")
        assert sorted(len(each.sets) for each in done(runner)) == [1, row.planned.sets]
        await mark(runner, lambda each: each.planned == row.planned)
        await runner.press("plus")
        (entry,) = (each for each in done(runner) if each.exercise == row.planned.exercise)
        assert len(entry.sets) == row.planned.sets + 1

    live(tmp_path, journey)


def test_keys_that_come_faster_than_they_are_saved_do_what_they_were_meant_to_do(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        row = await mark(runner, of_both)
        keys = [*["space"] * row.planned.sets, "enter", "j", "4", "j", "space", "p", "2", "k", "left", "5", "j"]
        for key in keys:
            runner.app.post_message(events.Key(key, " " if key == "space" else key))
        for _ in range(12):
            await runner.settle()
        after = rows(runner)[next(at for at, each in enumerate(rows(runner)) if each.planned == row.planned) :]
        assert [len(each.sets) for each in after[:4]] == [row.planned.sets, 1, 1, 1]
        assert [each.pain for each in after[:4]] == [None, None, None, 2]
        assert [each.sets[0].reps for each in after[1:3]] == [after[1].planned.reps, 5]

    live(tmp_path, journey)


def test_a_click_means_the_row_it_fell_on_also_while_keys_before_it_wait(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        row = await mark(runner, of_both)
        at = shown(runner)._at
        screen = shown(runner)
        screen.turns.begin()  # something is being saved
        for _ in range(2):
            screen.query(ExerciseRow)[at + 1].post_message(ExerciseRow.Chosen(at + 1))
        await runner.pilot.pause()
        screen.turns.settle()
        await runner.settle()
        await runner.settle()
        assert [len(each.sets) for each in rows(runner)[at : at + 3]] == [0, 1, 0]
        assert row.planned == rows(runner)[at].planned

    live(tmp_path, journey)


def test_what_was_pressed_before_the_rows_are_there_is_done_then(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.app.action_go("strength")
        await runner.app.workers.wait_for_complete()
        screen = shown(runner)
        await runner.settle()
        screen._data = None
        screen.action_tick()
        assert done(runner) == []
        screen.reload()
        await runner.settle()
        await runner.settle()
        assert [len(each.sets) for each in done(runner)] == [1]

    live(tmp_path, journey)


def test_sets_of_two_entries_of_a_day_count_together(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        row = await mark(runner, of_both)
        runner.journal.log(["hip thrust 1x8", "hip thrust 1x6"])
        runner.app.look()
        await runner.settle()
        row = await mark(runner, lambda row: row.planned.exercise == "hip_thrust")
        assert [each.reps for each in row.sets] == [8, 6]
        await runner.press("left", "5", "enter")
        assert [[each.reps for each in entry.sets] for entry in done(runner)] == [[8], [5]]

    live(tmp_path, journey)


# -- weight, pain, endurance ------------------------------------------------------------------------------------


def test_a_weight_is_for_the_sets_to_come(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await mark(runner, of_both)
        await runner.press("space", "equals_sign", "2", "full_stop", "5", "enter", "space", "space")
        assert [each.load_kg for each in done(runner)[0].sets] == [None, 2.5, 2.5]

    live(tmp_path, journey)


def test_a_weight_for_a_chosen_set(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await mark(runner, of_both)
        await runner.press("space", "space", "left", "left", "equals_sign", "2", "0", "enter")
        assert [each.load_kg for each in done(runner)[0].sets] == [20, None]

    live(tmp_path, journey)


def test_pain_above_the_limit_says_to_stop(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s", "space", "p", "x")
        assert done(runner)[0].pain_during == 10
        assert "It was 10: leave it for today" in runner.text

    live(tmp_path, journey)


def test_pain_without_a_set_asks_for_one(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s", "p", "3")
        assert done(runner) == []
        assert "tick a set first" in runner.text

    live(tmp_path, journey)


def test_endurance_is_written_in_minutes(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await mark(runner, lambda row: row.exercise.id == "walk")
        await runner.press("2", "5", "enter")
        assert [each.seconds for each in done(runner)[0].sets] == [25 * 60]
        assert shown(runner).row is not None
        assert shown(runner).row.exercise.id == "walk"  # type: ignore[union-attr]

    live(tmp_path, journey)


# -- holds ------------------------------------------------------------------------------------------------------


def test_enter_times_a_hold_and_the_bell_rings_when_it_is_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(runner: Runner) -> None:
        rung = bell(runner, monkeypatch)
        row = await mark(runner, lambda row: row.is_hold)
        await runner.press("enter")
        assert "Get ready" in runner.text
        runner.clock.advance(seconds=READY + 1)
        runner.app.screen.query_one(HoldBox).look()
        await runner.settle()
        assert f"Hold: {row.exercise.name}" in runner.text
        await runner.press("t")
        runner.clock.advance(seconds=row.planned.seconds or 0)
        assert rung == []
        runner.app.get_screen("strength").query_one(HoldBox).look()
        await runner.settle()
        assert rung == ["bell"]
        assert [each.seconds for each in done(runner)[0].sets] == [row.planned.seconds]

    live(tmp_path, journey, sample=True)


def test_a_hold_belongs_to_its_exercise_and_day(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        row = await mark(runner, lambda row: row.is_hold)
        await runner.press("o", "j", "n", "5")
        runner.clock.advance(seconds=READY + 9)
        await runner.press("left_square_bracket", "space")
        (entry,) = done(runner)
        assert (entry.exercise, [each.seconds for each in entry.sets]) == (row.planned.exercise, [9])

    live(tmp_path, journey, sample=True)


@pytest.mark.parametrize("key", ["backspace", "escape"])
def test_a_hold_can_be_given_up(tmp_path: Path, key: str) -> None:
    async def journey(runner: Runner) -> None:
        await mark(runner, lambda row: row.is_hold)
        await runner.press("o")
        runner.clock.advance(seconds=READY + 9)
        await runner.press(key)
        assert runner.app.screen.query_one(HoldBox).hold is None
        assert done(runner) == []
        assert isinstance(runner.app.screen, StrengthScreen)

    live(tmp_path, journey, sample=True)


# -- swaps ------------------------------------------------------------------------------------------------------


def test_an_exercise_that_was_begun_can_be_swapped_and_stays_in_sight(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s", "space")
        before = [row.planned.exercise for row in rows(runner) if not row.cardio]
        await runner.press("n")
        after = [row.planned.exercise for row in rows(runner) if not row.cardio]
        assert after[0] not in before
        assert after[1:] == [*before[1:], before[0]]

    live(tmp_path, journey)


def test_a_swap_shows_after_a_restart_once_a_set_is_recorded(tmp_path: Path) -> None:
    async def swap(runner: Runner) -> list[str]:
        await runner.press("s", "n", "space")
        return [row.planned.exercise for row in rows(runner)]

    async def look(runner: Runner) -> list[str]:
        await runner.press("s")
        return [row.planned.exercise for row in rows(runner)]

    assert live(tmp_path, swap) == live(tmp_path, look)


def test_what_was_done_besides_the_plan_is_not_swapped(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await mark(runner, lambda row: row.cardio)
        await runner.press("n")
        assert "Only an exercise of the plan" in runner.text

    live(tmp_path, journey)


# -- what is seen -----------------------------------------------------------------------------------------------


def test_how_why_and_from_where(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        row = await mark(runner, lambda row: row.exercise.tempo == "2-1-2" or bool(row.exercise.cues))
        assert row.exercise.cues[0] in runner.text
        assert f"Stop if pain is above {row.stop_above}." in runner.text
        assert row.easier in runner.text
        assert row.harder in runner.text
        await runner.press("i")
        assert f"[{row.sources[0].id}] {row.sources[0].title[:20]}" in runner.text
        assert row.exercise.cues[0] not in runner.text
        await runner.press("escape")
        assert row.exercise.cues[0] in runner.text

    live(tmp_path, journey)


def test_the_tempo_in_words() -> None:
    assert tempo_words("3-1-2") == "Tempo: 3 s down, hold 1 s, 2 s up"
    assert tempo_words("slow") == "Tempo: slow"


def test_a_day_that_is_done(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s")
        plan = [row for row in rows(runner) if not row.cardio]
        wanted = sum(len(row.boxes) for row in plan)
        keys = 0
        while not shown(runner)._data.finished:  # type: ignore[union-attr]
            await runner.press("space")
            keys += 1
        assert f"Done for today: {len(plan)} exercises, {wanted} sets." in runner.text
        assert "strength on 1 of 1 day" in runner.text
        assert keys == wanted
        await runner.press("space")
        assert sum(len(each.sets) for each in done(runner)) == wanted

    live(tmp_path, journey)


def test_an_open_warning_sign_says_what_is_still_possible(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        sign = next(each for each in runner.journal.catalogue.signs.values() if each.level == "emergency")
        runner.journal.record(SafetyCheck(at=NOW, answers={sign.id: True}, level=sign.level))
        await runner.press("s", "space", "5", "o", "n", "p", "left", "backspace", "plus", "equals_sign")
        assert done(runner) == []
        assert "No strength work now: a warning sign is open" in runner.text
        assert "shows the warning signs and what to do" in runner.text.replace("\n ", " ")

    live(tmp_path, journey)


def test_nothing_that_fits_says_why_and_what_to_press(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s")
        data = shown(runner)._data
        assert data is not None
        nothing = replace(data, plan=StrengthPlan(planned=(), done=(), why="nothing fits today"), rows=())
        await shown(runner).show(nothing, SAMPLE_DAY)
        await runner.settle()
        assert "Nothing is planned: nothing fits today." in runner.text
        assert "press a and write" in runner.text
        await runner.press("space", "enter", "o", "j", "right", "7", "p", "n", "i", "plus")
        assert done(runner) == []

    live(tmp_path, journey)


def test_an_exercise_that_is_gone_from_the_content_is_still_shown(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        gone = Strength(id="0190-gone", at=NOW, exercise="my_own_lift", sets=(StrengthSet(reps=5),), recorded_at=NOW)
        runner.journal.take_in([gone], "import")
        await runner.press("s")
        assert "my own lift" in runner.text

    live(tmp_path, journey)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_day_half_done_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        await mark(runner, lambda row: row.is_hold)
        await runner.press("space", "2", "5", "enter", "p", "3", "j", "space", "k", "o")
        runner.app.clear_notifications()
        await runner.settle()
        assert_golden(runner.text + "\n", GOLDEN / f"half-done-{size[0]}x{size[1]}.txt")

    live(tmp_path, journey, size=size, sample=True)
