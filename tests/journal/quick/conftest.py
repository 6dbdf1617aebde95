"""What the tests of quick entry share."""

from collections.abc import Callable

import pytest

from journal.catalogue import Catalogue, load_catalogue
from journal.quick import NotUnderstood, Reading, read
from journal.settings import MAIN
from tests.support import FakeClock


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The content that is shipped."""
    return load_catalogue()


@pytest.fixture
def reading(catalogue: Catalogue, clock: FakeClock) -> Callable[[str], Reading]:
    """Reads a line with the main site tracked, on Monday 23 November 2026 at 07:30 UTC."""
    return lambda line: read(line, catalogue, clock, (MAIN,))


@pytest.fixture
def refusal(catalogue: Catalogue, clock: FakeClock) -> Callable[[str], NotUnderstood]:
    """The refusal of a line."""

    def refused(line: str) -> NotUnderstood:
        with pytest.raises(NotUnderstood) as caught:
            read(line, catalogue, clock, (MAIN,))
        return caught.value

    return refused
