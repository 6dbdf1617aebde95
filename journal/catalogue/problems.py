"""A mistake in the content, in one line: file, entry, field, why."""

from journal.catalogue.shapes import Problem
from journal.errors import Refused


class CatalogueError(Refused):
    """Content that cannot be taken; `problem` says where and why, and so does the message, in one line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def refuse(file: str, entry: str = "", field: str = "", why: str = "") -> CatalogueError:
    """The error to raise for the `field` of an `entry` in a `file`."""
    return CatalogueError(Problem(file=file, entry=entry, field=field, why=why))
