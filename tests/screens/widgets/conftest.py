"""Every test starts in colour, whatever the terminal that runs it says."""

import pytest


@pytest.fixture(autouse=True)
def _in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with NO_COLOR=1 in the environment."""
    monkeypatch.setenv("NO_COLOR", "1")
