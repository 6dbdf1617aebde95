"""Content to spoil, and the packaged content read once."""

from pathlib import Path

import pytest

from journal.catalogue import Catalogue, load_catalogue
from tests.journal.catalogue.support import Content


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The packaged content."""
    return load_catalogue()


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A copy of the content."""
    folder = tmp_path / "data"
    folder.mkdir()
    return Content(folder)
