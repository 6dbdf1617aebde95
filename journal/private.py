"""Keeping the journal's own files from other users of the computer, also when something opened them."""

import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from journal.files import ASIDE
from journal.paths import Paths

OTHERS = 0o077
OURS = (
    *("journal.*", "backups", "newer.jsonl", "settings.toml", "own.toml", "mappings"),
    *("timer.json", "glance.json", "draft*", "errors.log*", ASIDE),
)
"""What a folder may hold that is the journal's alone. A folder that holds more is not closed: others may need it."""


def close_to_others(paths: Paths) -> str:
    """Take from other users what lets them look into the journal; what was done, in one line, "" for nothing."""
    if not any(_open_to_others(each) for each in (paths.folder, paths.journal, paths.backups)):
        return ""
    closed = [each for each in _ours(paths) if _open_to_others(each) and _close(each)]
    if not closed:
        return ""
    more = f" and {len(closed) - 1} more" if len(closed) > 1 else ""
    return f"other users could look into {closed[0]}{more}; now only you can"


def _open_to_others(path: Path) -> bool:
    with suppress(OSError):
        return bool(path.stat().st_mode & OTHERS)
    return False


def _ours(paths: Paths) -> Iterator[Path]:
    with suppress(OSError):
        inside = list(paths.folder.iterdir())
        ours = [each for each in inside if any(each.match(name) for name in OURS)]
        if len(ours) == len(inside):
            yield paths.folder
        for each in ours:
            yield each
            if each.is_dir() and each in (paths.backups, paths.mappings):
                yield from each.iterdir()


def _close(path: Path) -> bool:
    """True when that took something from others: not every disk knows who may read."""
    with suppress(OSError):
        path.chmod(stat.S_IMODE(path.stat().st_mode) & ~OTHERS)
        return not _open_to_others(path)
    return False
