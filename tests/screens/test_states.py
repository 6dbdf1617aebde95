"""What the screens look like from an empty folder to ten years, at four sizes."""

from pathlib import Path

import pytest

from screens.commands import SECTION_KEYS
from tests.screens.dump import assert_golden
from tests.screens.states import STATES, bring_state
from tests.screens.support import Runner, live
from tests.screens.test_layout import SIZES, cut_off

GOLDEN = Path(__file__).parent / "golden" / "states"
SECTIONS = ("rest", "strength", "massage", "history")


SHORT = {
    "empty": (80, 24),
    "first": (120, 40),
    "flare": (60, 20),
    "returning": (200, 50),
    "well": (120, 40),
    "ten-years": (80, 24),
}
"""The short form: each state once, each size at least once. The others are long."""

LOOKS = [
    pytest.param(size, state, id=f"{size[0]}x{size[1]}-{state}", marks=[pytest.mark.long] * (SHORT[state] != size))
    for size in SIZES
    for state in STATES
]


@pytest.mark.parametrize(("size", "state"), LOOKS)
def test_each_state_at_each_size(tmp_path: Path, size: tuple[int, int], state: str) -> None:
    async def journey(runner: Runner) -> None:
        for section in SECTIONS:
            await runner.press(SECTION_KEYS[section])
            await look(runner, section)
        await runner.press("S")
        await look(runner, "settings")

    async def look(runner: Runner, section: str) -> None:
        assert list(cut_off(runner.app)) == [], section
        assert_golden(runner.text + "\n", GOLDEN / f"{section}-{state}-{size[0]}x{size[1]}.txt")

    bring_state(tmp_path, state)
    live(tmp_path, journey, size=size)
