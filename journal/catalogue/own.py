"""The runner's own additions."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from journal.catalogue.shapes import Catalogue, Exercise, Site, Technique, TriggerKind


def with_own(catalogue: Catalogue, path: Path) -> Catalogue:
    """`catalogue` with the additions in the file at `path`."""
    return catalogue


def add_own(path: Path, kind: str, fields: Mapping[str, Any]) -> Site | TriggerKind | Exercise | Technique:
    """Append an addition. Raises CatalogueError."""
    raise NotImplementedError
