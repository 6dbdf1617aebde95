"""Quick entry: one line ("drive 3h yesterday; l calf 5") to entries, and an entry back to its line."""

from journal.quick.errors import NotUnderstood
from journal.quick.feeling import Change, EpisodeEnd, RestPlan
from journal.quick.reading import Reading, read
from journal.quick.write import amended, write

__all__ = [
    "Change",
    "EpisodeEnd",
    "NotUnderstood",
    "Reading",
    "RestPlan",
    "amended",
    "read",
    "write",
]
