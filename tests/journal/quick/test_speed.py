"""A line is read at every key of the entry bar: each read has to be over long before the next frame."""

from contextlib import suppress
from time import perf_counter

import pytest

from journal.quick import NotUnderstood, read
from journal.settings import MAIN
from tests.journal.quick.strategies import CATALOGUE, CLOCK

MOST = 0.008
"""Seconds for one read: half a frame, on a machine that may be slow."""


def seconds(line: str) -> float:
    """The time one read of `line` takes."""
    begun = perf_counter()
    with suppress(NotUnderstood):
        read(line, CATALOGUE, CLOCK, (MAIN,))
    return perf_counter() - begun


@pytest.mark.parametrize(
    "line", ["massage ball 10m 6>3 yesterday 8pm; l calf 5 tight; run 20m 3km stage 2", "l hamstrng 5 tigth"]
)
def test_every_beginning_of_a_line_is_read_at_once(line: str) -> None:
    beginnings = [line[:end] for end in range(len(line) + 1)]
    assert max(min(seconds(beginning) for _ in range(5)) for beginning in beginnings) < MOST
