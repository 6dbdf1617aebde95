"""The first start: three questions, each of which can be skipped."""

from datetime import timedelta
from pathlib import Path

from textual.widgets import OptionList
from textual.widgets._toast import Toast

from journal.model import Episode, Rating
from journal.settings import Settings, Tracked
from screens.first_run.screen import FirstRunScreen
from tests.screens.support import SAMPLE_DAY, Runner, live


def test_three_answers_and_a_digit_make_a_tracked_site_a_rating_and_an_episode(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("down", "6", "down", "enter", "up", "enter")
        assert not isinstance(runner.app.screen, FirstRunScreen)
        assert runner.journal.settings.main == Tracked("upper_outer_calf", "right")
        episode, rating = runner.journal.entries()
        assert isinstance(episode, Episode)
        assert (episode.side, episode.rest_days) == ("right", Settings().rest_days - 1)
        assert episode.day == SAMPLE_DAY - timedelta(days=1)
        assert isinstance(rating, Rating)
        assert (rating.side, rating.score) == ("right", 6)
        await runner.press("4")
        assert [each.score for each in runner.journal.entries(kinds=("rating",)) if isinstance(each, Rating)] == [6, 4]

    live(tmp_path, journey, first_run=True)


def test_the_first_rating_is_stored_one_key_after_the_first_start(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5")
        assert runner.presses == 1
        (rating,) = runner.journal.entries()
        assert isinstance(rating, Rating)
        assert (rating.site, rating.side, rating.score) == ("upper_outer_calf", "left", 5)
        assert "Saved left upper outer calf: soreness 5" in runner.text.splitlines()[-1]
        assert not runner.app.screen.query(Toast)
        await runner.press("escape")
        assert "[5]" in runner.text

    live(tmp_path, journey, first_run=True)


def test_all_of_it_by_mouse(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        for line in (0, 0, 2):
            await runner.pilot.click(OptionList, offset=(3, line))
            await runner.settle()
        assert not isinstance(runner.app.screen, FirstRunScreen)
        (episode,) = runner.journal.entries()
        assert isinstance(episode, Episode)

    live(tmp_path, journey, first_run=True)


def test_skipping_stores_nothing_and_is_not_asked_again(tmp_path: Path) -> None:
    async def skip(runner: Runner) -> None:
        assert isinstance(runner.app.screen, FirstRunScreen)
        await runner.press("escape")
        assert runner.journal.count() == 0

    async def again(runner: Runner) -> None:
        assert not isinstance(runner.app.screen, FirstRunScreen)

    live(tmp_path, skip, first_run=True)
    live(tmp_path, again, first_run=True)


def test_not_sore_now_begins_no_episode(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("0")
        assert not isinstance(runner.app.screen, FirstRunScreen)
        (rating,) = runner.journal.entries()
        assert isinstance(rating, Rating)
        assert rating.score == 0
        assert runner.journal.settings.first_run_done

    live(tmp_path, journey, first_run=True)


def test_digits_rate_on_the_first_question_alone(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("enter", "7", "enter", "3", "enter")
        (episode,) = runner.journal.entries()
        assert isinstance(episode, Episode)

    live(tmp_path, journey, first_run=True)


def test_a_journal_with_entries_is_not_asked(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        assert not isinstance(runner.app.screen, FirstRunScreen)

    live(tmp_path, journey, sample=True, first_run=True)
