"""kill -9 at any moment: every acknowledged entry is there, and at most the one in flight more."""

from pathlib import Path
from random import Random

import pytest

from tests.faults.kept import assert_kept, stored
from tests.faults.programs import Stream, app


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_stream_that_is_killed_again_and_again_loses_nothing(tmp_path: Path, seed: int) -> None:
    random, folder = Random(seed), tmp_path / "data"
    acknowledged: list[str] = []
    in_flight = 0
    for _ in range(3):
        with Stream(folder) as stream:
            stream.send(*(f"stairs {random.randrange(1, 90)}" for _ in range(40)))
            stream.answered(random.randrange(1, 30))
        acknowledged += stream.acknowledged
        in_flight += stream.unanswered > 0
    assert len(acknowledged) >= 3
    assert_kept(folder, acknowledged, in_flight)


def test_the_app_that_is_killed_after_saved_has_saved(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with Stream(folder) as stream:
        stream.send("l calf 3")
        stream.answered()
        first = stream.acknowledged
    with app(folder) as terminal:
        terminal.until("14 days")
        terminal.press("5")
        terminal.until("Saved")
    assert_kept(folder, first, 1)
    assert len(stored(folder)) == 2
