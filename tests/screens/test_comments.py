"""Comments in the app: seen on Today and in History, decided with a key."""

from pathlib import Path

import pytest

from journal.model import Comment
from tests.screens.support import SAMPLE_DAY, SIZES, Runner, live


def two(runner: Runner) -> None:
    path = runner.journal.paths.folder.parent / "reply.md"
    path.write_text("Keep it short.\nmax_run_min 15\n\nYou may run as you like.\n")
    runner.journal.take_comments(runner.journal.read_comments(path, ("Ana", "coach")), path.name)
    runner.app.look()


def states(runner: Runner) -> list[str]:
    return [each.state for each in runner.journal.entries(kinds=("comment",)) if isinstance(each, Comment)]


@pytest.mark.parametrize("size", SIZES)
def test_one_key_approves_and_one_rejects(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        two(runner)
        await runner.settle()
        assert "2 comments to approve or reject: press K" in " ".join(runner.text.split())
        await runner.press("K")
        assert f"? {runner.journal.day_words(SAMPLE_DAY, weekday=False, year=True)}  Ana (coach)" in runner.text
        assert "Keep it short." in runner.text and "limit: max_run_min 15" in runner.text
        await runner.press("y")
        assert states(runner) == ["approved", "pending"] or states(runner) == ["pending", "approved"]
        await runner.press("u")
        assert states(runner) == ["pending", "pending"]
        await runner.press("home", "y", "home", "n")
        assert sorted(states(runner)) == ["approved", "rejected"]
        await runner.press("escape", "h")
        assert "– rejected" in " ".join(runner.text.split())

    live(tmp_path / "data", journey, size=size)


def test_a_comment_that_was_decided_elsewhere_is_shown_and_not_decided_again(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        two(runner)
        await runner.press("K")
        seen = runner.journal.comments()[-1]
        runner.journal.decide(seen, "rejected")
        await runner.press("home", "y")
        assert sorted(states(runner)) == ["pending", "rejected"]
        assert "was changed since" in " ".join(runner.text.split())
        assert "✗" in runner.text

    live(tmp_path / "data", journey)


def test_without_comments_it_says_how_they_come(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> str:
        await runner.press("K")
        return " ".join(runner.text.split())

    assert "No comments yet" in live(tmp_path / "data", journey)
