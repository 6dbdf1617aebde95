"""Keeping the massage that is under way, and finding it again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from journal.errors import CannotWrite
from journal.recovery.shapes import Step
from journal.recovery.timer import Underway
from journal.timer_file import forget_timer, load_timer, save_timer

KEPT = Underway(
    technique="ball_upper_outer_calf_sit",
    site="upper_outer_calf",
    side="left",
    steps=(Step(label="ready", seconds=10, kind="ready"), Step(label="sink in", seconds=30)),
    before=None,
    banked=12.5,
    unworked=0.5,
    over=False,
    at=datetime(2026, 11, 23, 8, 0, 1, tzinfo=UTC),
)


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    place = tmp_path / "new" / "timer.json"
    save_timer(place, KEPT)
    assert load_timer(place) == KEPT
    assert place.stat().st_mode & 0o777 == 0o600
    forget_timer(place)
    assert load_timer(place) is None
    forget_timer(place)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"technique": 1}', b"\xff\xfe"])
def test_a_file_that_is_not_ours_is_named(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "timer.json"
    place.write_bytes(content)
    with pytest.raises(CannotWrite, match=r"timer\.json"):
        load_timer(place)


def test_values_that_cannot_be_true_are_refused(tmp_path: Path) -> None:
    place = tmp_path / "timer.json"
    save_timer(place, KEPT)
    place.write_bytes(place.read_bytes().replace(b"12.5", b"-1"))
    with pytest.raises(CannotWrite):
        load_timer(place)
