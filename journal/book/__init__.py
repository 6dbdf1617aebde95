"""`Journal`: the one door. Screens and commands talk to nothing else.

Its methods stand in modules by what they are for, each built on the one before: `opened`, `reading`, `guiding`,
`writing`, `trying`, `sharing`; and beside them `keeping` and `rescuing`.
"""

from journal.book.keeping import Keeping
from journal.book.rescuing import Rescuing
from journal.book.sharing import Sharing
from journal.book.writing import ChangedSince, Logged

__all__ = ["ChangedSince", "Journal", "Logged"]


class Journal(Sharing, Keeping, Rescuing):
    """The journal in one folder. Nothing is read before `open`; every write is durable when its method returns.

    Reads and writes may come from different threads. Raises JournalError and its kinds, each with one line to show.
    """
