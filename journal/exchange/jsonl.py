"""The journal's own format: JSON Lines, a header, what the runner chose and added, then the entries by time and id.

The same journal gives the same bytes: there is no time of export in it. Field by field: docs/format.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from journal.catalogue.own_mappings import may_be_kept
from journal.errors import ImportRefused
from journal.model import KINDS, Entry, InvalidEntry
from journal.plain import from_plain

FORMAT = "recovery-journal"
VERSION, MINOR = 1, 1
"""Another version is another format and is refused; a newer minor version has lines and fields that are kept."""

MOST_EMPTY = 1000
"""Empty lines that are passed over in an export, in which there should be none."""

BOM = b"\xef\xbb\xbf"
LOG = ("action", "change")
"""Lines of the change log: for reading, never taken in. An undo here must not take back what was done elsewhere."""

OWN = ("setting", "own", "mapping", *LOG)
"""What a line can be that is no entry, by its field `line`."""


@dataclass
class Beside:
    """What an export holds besides entries, filled while its entries are read.

    `settings` by name; `own` additions as kind and fields; `mappings` as name and text; `kept` are lines of a newer
    minor version, whole, without their line ends; `logged` counts the lines of the change log; `newer_fields` the
    entries with fields not known here.
    """

    minor: int = 0
    settings: dict[str, Any] = field(default_factory=dict)
    own: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    mappings: list[tuple[str, str]] = field(default_factory=list)
    kept: list[bytes] = field(default_factory=list)
    logged: int = 0
    newer_fields: int = 0

    @property
    def has_newer(self) -> bool:
        """True when something of a newer version is in it."""
        return bool(self.kept or self.newer_fields)


def header(minor: int = MINOR) -> bytes:
    """The first line. An export that holds what a newer minor version wrote says that version."""
    return _line({"format": FORMAT, "version": VERSION, "minor": max(minor, MINOR)})


def setting_line(name: str, value: Any) -> bytes:
    """The line of one setting."""
    return _line({"line": "setting", "name": name, "value": value})


def own_line(kind: str, fields: dict[str, Any]) -> bytes:
    """The line of a site, trigger, exercise or technique of the runner's own."""
    return _line({"line": "own", "kind": kind, "fields": fields})


def mapping_line(name: str, text: str) -> bytes:
    """The line of a mapping of the runner's own."""
    return _line({"line": "mapping", "name": name, "text": text})


def action_line(action_id: str, label: str, made_at: datetime, state: str) -> bytes:
    """The line of one action of the change log; the lines of its changes follow."""
    return _line({"line": "action", "id": action_id, "label": label, "made_at": made_at.isoformat(), "state": state})


def change_line(entry: str, before: str | None, after: str | None) -> bytes:
    """The line of one entry, given as JSON, before and after an action."""
    was, now = (None if each is None else msgspec.Raw(each.encode()) for each in (before, after))
    return _line({"line": "change", "entry": entry, "before": was, "after": now})


def read(content: Iterable[bytes], name: str, beside: Beside) -> Iterator[Entry]:
    """The entries in an export called `name`, in its order; all else goes `beside`. Raises ImportRefused with the line.

    Nothing is held: the lines are read as the entries are asked for.
    """
    numbered = _written(content, name)
    beside.minor = _minor(next(numbered, None), name)
    for number, line in numbered:
        plain = _plain(line, name, number)
        if "line" not in plain and (str(plain.get("kind")) in KINDS or beside.minor <= MINOR):
            yield _entry(plain, name, number, beside)
        else:
            _put_beside(plain, line, name, number, beside)


def is_export(first: bytes) -> bool:
    """True for the first line of what is meant to be an export: JSON that names a format, or nothing at all."""
    try:
        found = msgspec.json.decode(first.removeprefix(BOM) or b"{}")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return not first.strip() or (isinstance(found, dict) and "format" in found)


def _line(plain: dict[str, Any]) -> bytes:
    return msgspec.json.encode(plain) + b"\n"


def _written(content: Iterable[bytes], name: str) -> Iterator[tuple[int, bytes]]:
    """The lines that are not empty, with their numbers. Raises ImportRefused where too many are: that is no export."""
    empty = 0
    for number, line in enumerate(content, 1):
        if line.strip():
            yield number, line
        elif empty == MOST_EMPTY:
            raise _refused(name, number, f"more than {MOST_EMPTY} lines are empty")
        else:
            empty += 1


def _minor(first: tuple[int, bytes] | None, name: str) -> int:
    """The minor version that the header says. Raises ImportRefused for what is no header of this version."""
    found = _plain(first[1], name, first[0]) if first else None
    if found is None or found.get("format") != FORMAT:
        raise ImportRefused(f"nothing was imported: {name} is not an export of this journal (no header line)")
    if found.get("version") != VERSION:
        raise ImportRefused(
            f"nothing was imported: {name} is of format version {found.get('version')}; this program reads {VERSION}"
        )
    minor = found.get("minor", 0)
    if type(minor) is not int or not 0 <= minor < 1_000_000:
        raise _refused(name, first[0] if first else 1, f"minor {minor!r} is not a version")
    return minor


def _entry(plain: dict[str, Any], name: str, number: int, beside: Beside) -> Entry:
    try:
        entry = from_plain(plain)
    except InvalidEntry as error:
        raise _refused(name, number, str(error)) from None
    if not entry.id:
        raise _refused(name, number, "the entry has no id")
    if entry.more:
        if beside.minor <= MINOR:
            unknown = next(iter(msgspec.json.decode(entry.more)))
            raise _refused(name, number, f"{entry.kind} has no field {unknown!r}")
        beside.newer_fields += 1
    return entry


def _put_beside(plain: dict[str, Any], line: bytes, name: str, number: int, beside: Beside) -> None:
    match plain:
        case {"line": "setting", "name": str(setting), "value": value}:
            beside.settings[setting] = value
        case {"line": "own", "kind": str(kind), "fields": dict(fields)} if all(
            isinstance(each, str) for each in fields
        ):
            beside.own.append((kind, fields))
        case {"line": "mapping", "name": str(called), "text": str(text)} if may_be_kept(called, text):
            beside.mappings.append((called, text))
        case {"line": "action" | "change"}:
            beside.logged += 1
        case {"line": what} if what in OWN or beside.minor <= MINOR:
            raise _refused(name, number, f"the line {what!r} is not as such a line is")
        case _:
            beside.kept.append(line.removeprefix(BOM).strip())


def _plain(line: bytes, name: str, number: int) -> dict[str, Any]:
    try:
        return msgspec.json.decode(line.removeprefix(BOM), type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _refused(name, number, str(error)) from None


def _refused(name: str, number: int, why: str) -> ImportRefused:
    return ImportRefused(f"nothing was imported: {name}, line {number}: {why}")
