"""Keys, clicks and sizes at random end without a crash and without a lost entry."""

import asyncio
from pathlib import Path

import pytest

from tests.journeys.monkey import run

STEPS = 120
"""The long form is `python -m tests.journeys.monkey 20000`."""


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.long)])
def test_whatever_is_pressed_nothing_is_lost(tmp_path: Path, seed: int) -> None:
    before, after = asyncio.run(run(tmp_path, STEPS, seed))
    assert before > 1000
    assert after != before
