"""What must hold in the content beyond its shapes."""

from journal.catalogue.shapes import Catalogue


def check(catalogue: Catalogue) -> None:
    """Raise CatalogueError for the first mistake."""
