"""Writing a report from the app."""

from pathlib import Path

import pytest

from tests.screens.support import SIZES, Runner, live


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test."""
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("size", SIZES)
def test_two_keys_write_it(home: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> str:
        await runner.press("R")
        assert "Write the report" in runner.text
        await runner.press("enter")
        return runner.text

    shown = live(home / "data", journey, sample=True, size=size)
    assert "The report is in" in shown.replace("\n", " ")
    assert "## Trend" in (home / "recovery-report-2026-11-23.md").read_text()


def test_the_reader_and_the_sections_are_chosen(home: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("R", "home", "enter")
        assert "For a coach" in runner.text and "[ ] Warning signs asked" in runner.text
        await runner.press("down", "enter")
        assert "[ ] Where, and since when" in runner.text
        await runner.press("end", "enter")

    live(home / "data", journey, sample=True)
    text = (home / "recovery-report-2026-11-23.md").read_text()
    assert "for a coach" in text and "Where, and since" not in text and "## Trend" in text


@pytest.mark.parametrize("since", ["monday", "0001-01-01"])
def test_a_refusal_stays_beside_what_was_typed(home: Path, since: str) -> None:
    async def journey(runner: Runner) -> str:
        await runner.press("R", "tab", "tab")
        await runner.type(since)
        await runner.press("enter")
        return runner.text

    assert f"'{since}' is not a day" in live(home / "data", journey)
    assert not list(home.glob("*.md"))


def test_since_the_last_visit(home: Path) -> None:
    async def journey(runner: Runner) -> str:
        await runner.press("R", "tab", "tab")
        await runner.type("last-visit")
        await runner.press("enter")
        assert "no visit is recorded" in runner.text
        runner.journal.log(["note 20 nov: seen by the physio #visit"])
        await runner.press("enter")
        return runner.text

    live(home / "data", journey)
    assert "20 Nov 2026 to 23 Nov 2026" in (home / "recovery-report-2026-11-23.md").read_text()
