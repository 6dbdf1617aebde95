"""What the screens look like from an empty folder to ten years, at four sizes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.book import Journal
from screens.commands import SECTION_KEYS
from tests.screens.dump import assert_golden
from tests.screens.states import STATES, fill
from tests.screens.support import NOW, Runner, live
from tests.screens.test_layout import SIZES, cut_off
from tests.support import FakeClock

GOLDEN = Path(__file__).parent / "golden" / "states"
SECTIONS = ("rest", "strength", "massage", "history")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for each state, made once."""
    made = tmp_path_factory.mktemp("states")
    for state in STATES:
        with Journal(made / state, FakeClock(NOW)) as journal:
            fill(journal, state)
    yield made
    shutil.rmtree(made)


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
def test_each_state_at_each_size(filled: Path, size: tuple[int, int], state: str) -> None:
    async def journey(runner: Runner) -> None:
        for section in SECTIONS:
            await runner.press(SECTION_KEYS[section])
            await look(runner, section)
        await runner.press("S")
        await look(runner, "settings")

    async def look(runner: Runner, section: str) -> None:
        assert list(cut_off(runner.app)) == [], section
        assert_golden(runner.text + "\n", GOLDEN / f"{section}-{state}-{size[0]}x{size[1]}.txt")

    live(filled / state, journey, size=size)
