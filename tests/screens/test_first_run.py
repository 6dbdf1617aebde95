"""The first start: three questions, each of which can be skipped."""

from datetime import timedelta
from pathlib import Path

from journal.model import Episode, Rating
from journal.settings import Settings, Tracked
from screens.first_run.screen import FirstRunScreen
from tests.screens.support import SAMPLE_DAY, Runner, live


def test_three_answers_make_a_tracked_site_and_an_episode(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("down", "enter", "down", "down", "enter", "up", "enter")
        assert not isinstance(runner.app.screen, FirstRunScreen)
        assert runner.journal.settings.main == Tracked("upper_outer_calf", "right")
        (episode,) = runner.journal.entries()
        assert isinstance(episode, Episode)
        assert (episode.side, episode.rest_days) == ("right", Settings().rest_days - 1)
        assert episode.day == SAMPLE_DAY - timedelta(days=1)
        await runner.press("4")
        (rating,) = runner.journal.entries(kinds=("rating",))
        assert isinstance(rating, Rating)
        assert rating.side == "right"

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
        await runner.press("enter", "enter")
        assert not isinstance(runner.app.screen, FirstRunScreen)
        assert runner.journal.count() == 0
        assert runner.journal.settings.first_run_done

    live(tmp_path, journey, first_run=True)


def test_a_journal_with_entries_is_not_asked(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        assert not isinstance(runner.app.screen, FirstRunScreen)

    live(tmp_path, journey, sample=True, first_run=True)
