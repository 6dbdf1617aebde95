"""Every screen in the states a runner meets it in, at every size: nothing is cut off. The face as pictures."""

from pathlib import Path

import pytest

from screens.commands import SECTION_KEYS, SECTIONS
from screens.widgets.key_bar import KeyBar
from tests.screens.dump import assert_golden
from tests.screens.states import STATES, bring_state
from tests.screens.support import Runner, live
from tests.screens.test_layout import SIZES, cut_off, some

GOLDEN = Path(__file__).parent / "golden" / "states"
FACE = {"today": ("t",), "body": ("b",), "trends": ("g",)}
"""The screens that are kept as pictures here, and the keys that lead there."""


def name(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


async def quiet(runner: Runner) -> None:
    """Wait for no message to go by itself."""
    for bar in runner.app.screen_stack[0].query(KeyBar):
        bar.said = ""
    runner.app.clear_notifications()
    await runner.settle()


SHORT = ("empty", "flare")
"""The states of the short form; the others are long."""


@pytest.mark.parametrize(
    "state", [each if each in SHORT else pytest.param(each, marks=pytest.mark.long) for each in STATES]
)
def test_every_screen_in_every_state_fits(tmp_path: Path, state: str) -> None:
    bring_state(tmp_path, state)

    async def journey(runner: Runner) -> None:
        for size in SIZES:
            await runner.pilot.resize_terminal(*size)
            for section in SECTIONS:
                await runner.press(SECTION_KEYS[section])
                where = f"{section} in {state} at {name(size)}"
                assert list(cut_off(runner.app)) == [], where
                assert runner.text.splitlines()[-1].endswith("? Help  q Quit"), where
                if section in FACE:
                    assert_golden(runner.text + "\n", GOLDEN / f"{section}-{state}-{name(size)}.txt")

    live(tmp_path, journey)


@pytest.mark.parametrize("size", SIZES, ids=name)
def test_the_first_run_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        for number, key in enumerate(("5", "enter"), start=1):
            await quiet(runner)
            assert list(cut_off(runner.app)) == []
            assert_golden(runner.text + "\n", GOLDEN / f"first-run-{number}-{name(size)}.txt")
            await runner.press(key)
        await quiet(runner)
        assert_golden(runner.text + "\n", GOLDEN / f"first-run-3-{name(size)}.txt")

    live(tmp_path, journey, size=size, first_run=True)


@pytest.mark.parametrize("size", some((60, 20), (120, 40)))
def test_help_year_and_jump_fit(tmp_path: Path, size: tuple[int, int]) -> None:
    bring_state(tmp_path, "flare")

    async def journey(runner: Runner) -> None:
        for section, keys in FACE.items():
            for what, key in (("help", "question_mark"), ("jump", "v")):
                await runner.press(*keys, key)
                assert list(cut_off(runner.app)) == [], (section, what)
                assert_golden(runner.text + "\n", GOLDEN / f"{section}-{what}-{name(size)}.txt")
                await runner.press("escape")
        await runner.press("g", "y")
        assert list(cut_off(runner.app)) == []
        assert_golden(runner.text + "\n", GOLDEN / f"trends-year-{name(size)}.txt")

    live(tmp_path, journey, size=size)
