"""Rest: digits rate, numbers say what they are, several spells speak as one."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Static

from journal.model import Rating
from journal.recovery.gate import sign_answers
from tests.screens.states import bring_state
from tests.screens.support import SAMPLE_DAY, SIZES, Runner, live


def test_a_digit_rates_the_leg_that_rules_the_day(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["flare l calf 5d ago rest 2", "flare r hamstring 3d ago rest 8"])
        runner.app.look()
        await runner.settle()
        await runner.press("r", "4", "x")
        ratings = [entry for entry in runner.journal.day(SAMPLE_DAY) if isinstance(entry, Rating)]
        assert [(entry.site, entry.side, entry.score) for entry in ratings] == [
            ("outer_hamstring", "right", 4),
            ("outer_hamstring", "right", 10),
        ]
        assert "protect" in runner.text.lower()

    live(tmp_path, journey)


def test_without_a_spell_it_rates_the_main_site_on_the_day_that_is_shown(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("r", "left_square_bracket", "3")
        (rating,) = runner.journal.day(SAMPLE_DAY - timedelta(days=1))
        assert isinstance(rating, Rating)
        assert (rating.site, rating.side, rating.score, rating.time_known) == ("upper_outer_calf", "left", 3, False)

    live(tmp_path, journey)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_an_app_default_is_called_one_until_it_is_changed(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["flare l calf yesterday rest 4", "l calf 5", "f 80"])
        runner.app.look()
        await runner.settle()
        await runner.press("r")
        shown = _all(runner)
        assert "good days in a row: 0 of 3, each rated at most 1, without a limp (app default)" in shown
        assert "function 80 of 100 %" in shown
        assert "function 80 of 100 % (app default)" not in shown
        runner.journal.change_settings(good_days_needed=4)
        runner.app.journal_changed.publish(None)
        await runner.settle()
        shown = _all(runner)
        assert "good days in a row: 0 of 4, each rated at most 1, without a limp" in shown
        assert "without a limp (app default)" not in shown

    live(tmp_path, journey, size=size)


def test_no_day_is_told_while_a_warning_sign_is_open(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["flare l calf 3d ago rest 2", "l calf 1", "f 100 no limp"])
        runner.app.look()
        await runner.settle()
        assert "running at the earliest" in runner.text
        await runner.press("r")
        assert "running at the earliest" in runner.text
        await runner.press("g", "tab", "tab", "tab")
        assert "around" in runner.text
        now = runner.journal.clock.now()
        runner.journal.record(sign_answers({"rf_dvt": True}, runner.journal.catalogue, now))
        runner.clock.advance(minutes=5)
        runner.app.look()
        await runner.settle()
        assert "withheld" in runner.text
        assert "around" not in runner.text
        for screen in ("t", "r"):
            await runner.press(screen)
            assert "no day for running is named" in " ".join(runner.text.split()), screen
            assert "running at the earliest" not in runner.text, screen
            if screen == "t":
                assert "No massage: a warning sign is open" in runner.text
                assert "calf questions" not in runner.text

    live(tmp_path, journey)


def test_two_spells_are_one_advice(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["flare l calf 5d ago rest 2", "flare r calf 3d ago rest 6", "l calf 0", "r calf 2"])
        runner.app.look()
        await runner.settle()
        await runner.press("r")
        assert "The right upper outer calf rules, the strictest of 2" in " ".join(runner.text.split())

    live(tmp_path, journey)


def _all(runner: Runner) -> str:
    """All that the screen holds, column by column."""
    body = runner.app.screen.query_one("#body")
    return " ".join(" ".join(str(each.content) for each in body.query(Static)).split())


def test_of_several_spells_another_is_marked_and_keys_are_for_it(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["flare l calf 5d ago rest 2", "flare r calf 3d ago rest 8"])
        runner.app.look()
        await runner.settle()
        await runner.press("r")
        assert "▸ right upper outer calf" in _all(runner)
        assert "j Other spell  k Spell above  + More rest" in runner.text.splitlines()[-1]
        await runner.press("j", "4", "plus")
        assert "▸ left upper outer calf" in _all(runner)
        (rating,) = (entry for entry in runner.journal.day(SAMPLE_DAY) if isinstance(entry, Rating))
        assert (rating.side, rating.score) == ("left", 4)
        assert {each.side: each.rest_days for each in runner.journal.episodes()} == {"left": 3, "right": 8}
        await runner.press("W")
        assert [each.side for each in runner.journal.episodes()] == ["right"]
        await runner.settle()
        assert "Other spell" not in runner.text.splitlines()[-1]
        assert "▸" not in _all(runner).split("The way back")[0]
        await runner.press("u", "k")
        assert len(runner.journal.episodes()) == 2
        assert "▸ right upper outer calf" in _all(runner)

    live(tmp_path, journey)


def test_each_key_for_more_rest_counts_however_fast_they_come(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["flare l calf 2d ago rest 3"])
        runner.app.look()
        await runner.settle()
        await runner.press("r")
        for _ in range(3):
            runner.app.post_message(events.Key("plus", "+"))
        await runner.settle()
        (spell,) = runner.journal.episodes()
        assert spell.rest_days == 6

    live(tmp_path, journey)


def test_minus_beside_plus_rates_nothing_and_one_day_is_one_day(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["flare l calf rest 0"])
        runner.app.look()
        await runner.settle()
        await runner.press("r", "plus")
        assert "1 rest day planned" in runner.text
        await runner.press("minus")
        assert "u takes the last + back" in runner.text
        assert runner.journal.entries(kinds=("rating",)) == []
        await runner.press("W")
        assert "after 1 day." in runner.text

    live(tmp_path, journey)


def test_one_key_begins_a_spell_at_the_sorest_place_and_one_takes_it_back(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("r")
        assert "F begins a spell\n   left upper outer calf, 3 rest days" in runner.text
        runner.journal.log(["r hamstring 5", "l calf 2"])
        runner.app.look()
        await runner.settle()
        assert "F begins a spell\n   right outer hamstring" in runner.text
        assert runner.journal.episodes() == ()
        await runner.press("F")
        (spell,) = runner.journal.episodes()
        assert (spell.site, spell.side, spell.rest_days) == ("outer_hamstring", "right", 3)
        assert "right outer hamstring · day 1" in runner.text
        await runner.press("F")
        assert len(runner.journal.episodes()) == 1
        await runner.press("u")
        assert runner.journal.episodes() == ()

    live(tmp_path, journey)


def test_today_names_the_key_when_the_leg_is_sore_and_nothing_counts(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("2")
        assert "F begins" not in runner.text
        await runner.press("5")
        assert "F begins a sore spell" in runner.text
        await runner.press("left_square_bracket", "F")
        (spell,) = runner.journal.episodes()
        assert (spell.day, spell.time_known) == (SAMPLE_DAY - timedelta(days=1), False)
        assert "F begins" not in runner.text

    live(tmp_path, journey)


def test_everything_on_it_can_be_reached_by_keys(tmp_path: Path) -> None:
    bring_state(tmp_path, "flare")

    async def journey(runner: Runner) -> None:
        await runner.press("r")
        assert "30 to 35 minutes" not in runner.text
        await runner.press("end")
        assert "a records one: test walk 30 1" in runner.text
        await runner.press("home", "pagedown")
        assert "Brisk walk" in runner.text and "What still has to be true" not in runner.text
        await runner.press("pageup", "j", "down", "down", "k")
        assert runner.app.screen.query_one("#body").scroll_y == 2

    live(tmp_path, journey, size=(60, 20))


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
def test_lines_go_on_beneath_their_own_words(tmp_path: Path, size: tuple[int, int]) -> None:
    bring_state(tmp_path, "flare")

    async def journey(runner: Runner) -> None:
        await runner.press("r")
        lines = [line.rstrip("▁▂▃▄▅▆▇█ ") for line in runner.text.splitlines()]
        at = lines.index(next(line for line in lines if "good days in a row" in line))
        assert lines[at][3] == "✗" and lines[at + 1].startswith("     ") and lines[at + 1].endswith("default)")

    live(tmp_path, journey, size=size)


def test_who_may_run_again_sees_the_next_step_first(tmp_path: Path) -> None:
    bring_state(tmp_path, "returning")

    async def journey(runner: Runner) -> None:
        await runner.press("r")
        assert "▸ 3 " in runner.text and "2 walk, 3 run" in runner.text
        told = _all(runner)
        assert told.index("The way back") < told.index("Tests before") < told.index("What still has to be true")
        assert "good days in a row: 13, 3 are needed" in told
        assert "test Straighten and bend fully: yes" in told and "8 score" not in told

    live(tmp_path, journey)
