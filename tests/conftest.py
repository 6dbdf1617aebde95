"""Fixtures that every test may use."""

import gc
import os
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, settings

from tests.support import FakeClock

# An app is some ten thousand objects that live for one test: looking through them again and again for rubbish is a
# quarter of what the tests of the screens take.
gc.set_threshold(50_000, 20, 50)

# Small matrices: threads of numpy only get in the way of the other workers. It is read when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# How long an example takes depends on what else the machine does.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")


def pytest_xdist_auto_num_workers() -> int:
    """Two workers for each core (`-n auto`): a test of a screen waits for more than half of its time."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(scope="session", autouse=True)
def away_from_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the app writes into the home folder, as reports, is not written into that of who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture
def clock() -> FakeClock:
    """Monday 23 November 2026, 07:30 UTC."""
    return FakeClock(datetime(2026, 11, 23, 7, 30, tzinfo=UTC))
