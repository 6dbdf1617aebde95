"""What is typed stays in reach when it cannot be saved, wherever it was typed, and can be saved again."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.widgets import Input

from journal.recovery.gate import sign_answers
from screens.gate.questions import QuestionsDialog
from tests.journal.book.test_attempt import fail_after_commit
from tests.journal.exchange.test_sketch import SHEET
from tests.screens.support import Runner, live

TYPED = "kneekept"

PLACES = {
    "entry bar": ("a", "note kneekept", "enter"),
    "comment": ("h", "c", "kneekept", "enter"),
    "own addition": ("O", "enter", "kneekept", "enter", "enter"),
    "note of an answer": ("h", "e", "kneekept", "enter"),
    "clearance": ("n", "d", "Dr X", "enter", "kneekept", "enter", "enter"),
    "report": ("R", "tab", "tab", "tab", "kneekept", "enter"),
}
"""Keys, and texts that are typed."""
BEFORE = {"note of an answer": False, "clearance": True}
"""The answer about a warning sign that is there before."""
OFFERED = {
    "comment": "note kneekept",
    "own addition": "note kneekept",
    "note of an answer": "note kneekept",
    "clearance": "note Dr X. kneekept",
    "report": "note kneekept",
}
"""What the next start offers, where it is not what was typed."""


@contextmanager
def full_disk() -> Iterator[None]:
    """While no file of this program may grow: every write fails."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def shown(runner: Runner) -> str:
    """What stands in the lines on top."""
    return " ".join(field.value for field in runner.app.screen.query(Input))


async def prepare(runner: Runner, place: str) -> None:
    """Have on the screen what is written about."""
    runner.journal.log(["l calf 5"])
    if place in BEFORE:
        answers = {"rf_dvt": BEFORE[place]}
        runner.journal.record(sign_answers(answers, runner.journal.catalogue, runner.clock.now()))
    runner.app.look()
    await runner.settle()


@pytest.mark.parametrize("place", PLACES)
def test_what_is_typed_survives_a_failed_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    async def journey(runner: Runner) -> None:
        await prepare(runner, place)
        with full_disk():
            for step in PLACES[place]:
                await (runner.type(step) if " " in step or TYPED in step else runner.press(step))
        assert TYPED in shown(runner), runner.text
        if place == "clearance":
            await runner.press("enter", "enter")
        await runner.press("enter")
        assert TYPED not in shown(runner), runner.text
        if place in ("entry bar", "comment", "clearance"):
            assert TYPED in str(runner.journal.entries())

    live(tmp_path / "data", journey)


def test_a_note_that_was_put_back_as_it_was_holds_nothing_back(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await prepare(runner, "note of an answer")
        await runner.press("h", "e")
        await runner.type("one")
        await runner.press("enter")
        with full_disk():
            await runner.press("e")
            await runner.type("!")
            await runner.press("enter")
            assert shown(runner) == "one!"
            await runner.press("backspace", "enter")
            assert runner.app.keep_typed() is None

    live(tmp_path, journey)
    assert list(tmp_path.glob("draft-*")) == []


@pytest.mark.parametrize("place", PLACES)
def test_what_is_typed_survives_a_killed_terminal(tmp_path: Path, place: str) -> None:
    async def closed(runner: Runner) -> None:
        await prepare(runner, place)
        for step in PLACES[place]:
            await (runner.type(step) if " " in step or TYPED in step else runner.press(step))
            if TYPED in step:
                break
        assert runner.app.keep_typed() is None

    async def opened(runner: Runner) -> None:
        assert shown(runner) == OFFERED.get(place, "note kneekept")
        assert "not saved when the app closed" in runner.text

    live(tmp_path / "data", closed)
    live(tmp_path / "data", opened)


def test_what_the_disk_kept_after_all_is_not_there_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["l calf 5"])
        await runner.settle()
        await runner.press("h", "c")
        await runner.type("kneekept")
        fail_after_commit(monkeypatch)
        await runner.press("enter")
        assert TYPED in shown(runner), runner.text
        runner.clock.advance(seconds=20)
        await runner.press("enter")
        assert TYPED not in shown(runner), runner.text
        assert [each.text for each in runner.journal.comments()] == [TYPED]
        runner.clock.advance(minutes=20)
        await runner.press("c")
        await runner.type("kneekept")
        await runner.press("enter")
        assert len(runner.journal.comments()) == 2

    live(tmp_path / "data", journey)


def test_answers_that_the_disk_kept_after_all_are_not_there_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def journey(runner: Runner) -> None:
        fail_after_commit(monkeypatch)
        for _ in range(2):
            runner.clock.advance(seconds=20)
            await runner.press("n")
            while isinstance(runner.app.screen, QuestionsDialog):
                await runner.press("N")
        assert [each.kind for each in runner.journal.entries()] == ["safety_check"]

    live(tmp_path / "data", journey, size=(120, 40))


def test_a_drawn_import_can_be_tried_again(tmp_path: Path) -> None:
    folder, sheet = tmp_path / "data", tmp_path / "sheet.csv"
    sheet.write_bytes(SHEET)

    async def journey(runner: Runner) -> None:
        await runner.press("I")
        runner.app.screen.query_one("#file", Input).value = str(sheet)
        await runner.press("enter")
        with full_disk():
            await runner.press("end", "enter")
        assert runner.journal.count() == 0
        assert str(sheet) in shown(runner)
        await runner.press("end", "enter")
        assert runner.journal.count() == 6

    live(folder, journey)
