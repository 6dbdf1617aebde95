"""A store in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.storage.store import Store
from tests.support import FakeClock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal of a test goes; its folder is not there yet."""
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def store(path: Path, clock: FakeClock) -> Iterator[Store]:
    """A new journal."""
    store = Store.open(path, clock)
    yield store
    store.close()
