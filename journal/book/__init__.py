"""`Journal`: the one door. Screens and commands talk to nothing else.

Its methods stand in modules by what they are for, each built on the one before: `opened`, `reading`, `guiding`,
`writing`; and beside them `keeping`.
"""

from journal.book.keeping import Keeping
from journal.book.writing import Logged, Writing

__all__ = ["Journal", "Logged"]


class Journal(Writing, Keeping):
    """The journal in one folder. Nothing is read before `open`; every write is durable when its method returns.

    Reads and writes may come from different threads. Raises JournalError and its kinds, each with one line to show.
    """
