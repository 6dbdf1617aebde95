"""A journal in a folder of its own, on a clock that stands still."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.book import Journal
from tests.support import MONDAY, FakeClock, moment


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(moment(MONDAY, "09:00"))


@pytest.fixture
def journal(tmp_path: Path, clock: FakeClock) -> Iterator[Journal]:
    with Journal(tmp_path / "data", clock) as journal:
        yield journal
