"""What the store answers with, besides entries."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from journal.model import Entry

Amended = tuple[Entry, Entry]
"""An entry as it was read, and as it is to be."""


class Changed(NamedTuple):
    """What happened to one entry: None before when it came to be, None after when it was taken away."""

    id: str
    before: Entry | None
    after: Entry | None


@dataclass(frozen=True, kw_only=True)
class Logged:
    """One action of the change log: what it was called, when, and whether it is done, undone or discarded."""

    id: str
    label: str
    made_at: datetime
    state: str


@dataclass(frozen=True, kw_only=True)
class LoggedChange:
    """One entry as JSON before and after an action; None before when it came to be, None after when it went."""

    entry: str
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True)
class Step:
    """One change of an entry: when, what the action was called, whether it is done, undone or discarded.

    `after` is the entry as it left it, None when it took it away.
    """

    made_at: datetime
    label: str
    state: str
    after: Entry | None


@dataclass(frozen=True, kw_only=True)
class Undone:
    """What an undo or a redo did: the `label` and id of the action, and every entry as it was and as it is now."""

    label: str
    action: str
    changes: tuple[Changed, ...]


@dataclass(frozen=True, kw_only=True)
class ImportCounts:
    """How many entries an import added, and how many it skipped because they were there already.

    `kept` of those that were skipped say something else here: they stay as they are.
    """

    added: int
    skipped: int
    kept: int = 0


class DailyRow(NamedTuple):
    """The scores of one journal day; `last` is the latest of the `n`. Days without a score have no row."""

    day: date
    high: int
    low: int
    mean: float
    last: int
    n: int


class TriggerRow(NamedTuple):
    """One trigger on one journal day: `total` of the known amounts, None when none is known.

    `unknown` counts the entries without an amount. A total of 0 means asked, and none.
    """

    day: date
    total: float | None
    unknown: int


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What a file that lies still holds: how many entries, the one written last, and those that were changed since."""

    entries: int
    newest: str | None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KnownBackup:
    """A backup that is there: when and why it was made ("" by hand), and how many entries it holds.

    `entries` is None when it cannot be read; `problem` says what is the matter with it.
    """

    path: str
    made: datetime
    why: str
    entries: int | None
    problem: str | None


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What a restore put in the journal's place, from when it is, and where the former journal is now."""

    entries: int
    changed: int
    source: str
    made: datetime
    former: str | None


@dataclass(frozen=True, kw_only=True)
class Unknown:
    """A name that entries use and the content does not have: its kind ("site"), its id, how many entries use it."""

    kind: str
    id: str
    entries: int


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What a look over everything found. `entries` is None when the journal cannot be read or is not there.

    `problems` are those of the journal, one line each; `content` those of settings and own additions.
    """

    entries: int | None
    problems: tuple[str, ...]
    backups: tuple[KnownBackup, ...]
    unknown: tuple[Unknown, ...]
    content: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """True when the journal and every backup are what was written."""
        return not self.problems and all(each.problem is None for each in self.backups)


@dataclass(frozen=True, kw_only=True)
class Rescued:
    """How many entries are in the new journal, where the former one is, and the ids of those that had to be found.

    `doubtful` ones are readable, but not what was written.
    """

    entries: int
    former: str
    from_log: tuple[str, ...]
    from_backup: tuple[str, ...]
    doubtful: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Backup:
    """A verified backup: where it is, how many entries it holds, and those of them that are not what was written."""

    path: str
    entries: int
    changed: tuple[str, ...] = ()
