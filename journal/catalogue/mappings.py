"""Reads mappings of other apps' exports, those that come with the program and the runner's own."""

import stat
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, replace
from pathlib import Path
from pkgutil import get_data
from typing import Any, TypeVar

from journal.catalogue.convert import parse, shown, to_shape
from journal.catalogue.mapping_shapes import ASKED, Cell, Condition, FileMapping, Rule, Time
from journal.catalogue.problems import CatalogueError, refuse
from journal.catalogue.shapes import Catalogue
from journal.catalogue.words import ID
from journal.errors import CannotWrite
from journal.model import KINDS, Entry

PACKAGED = ("track_and_graph", "loop", "strava", "daylio", "whoop", "intervals", "jrnl")
"""The mappings in `data/mappings/`, in the order in which a file is tried."""

SIZE_MOST = 100_000
"""Bytes of a mapping; a larger file is not one."""

SCORES = ("score", "before", "after", "pain_during", "rpe", "amount")
"""The fields a scale may lead to, as 0-10; `percent` goes to 0-100."""

Shape = TypeVar("Shape")
COMMON = frozenset(Entry.__dataclass_fields__)


def load_mappings(folder: Path | None = None) -> tuple[FileMapping, ...]:
    """The mappings: the runner's own in `folder` first, so that they win, then ours. Raises CatalogueError.

    An own mapping with a mistake is named when it is asked for, and never stands in the way of the others.
    """
    return (*_own(folder), *(_packaged(name) for name in PACKAGED))


def load_mapping(path: Path) -> FileMapping:
    """The mapping in the file at `path`. Raises CatalogueError, and CannotWrite when it cannot be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise refuse(path.name, why="it is not a regular file")
        if status.st_size > SIZE_MOST:
            raise refuse(path.name, why=f"it has more than {SIZE_MOST} bytes")
        content = path.read_bytes()
    except OSError as error:
        raise CannotWrite(f"the mapping {path} cannot be read: {error.strerror or error}") from None
    return replace(read_mapping(path.name, content), own=True)


def read_mapping(file: str, content: bytes) -> FileMapping:
    """The mapping in TOML `content`. Raises CatalogueError: file, entry, field, why."""
    fields = parse(file, content)
    time, rules = fields.pop("time", None), fields.pop("entry", None)
    if not isinstance(time, Mapping):
        raise refuse(file, "time", why="it is missing: [time] says which column gives the day")
    if not isinstance(rules, list) or not rules:
        raise refuse(file, "entry", why="it is missing: [[entry]] says what a row becomes")
    entries = tuple(_rule(each, file, f"entry {number}") for number, each in enumerate(rules, 1))
    whole = {**fields, "time": _time(time, file), "entries": entries}
    for name in fields:
        if name not in FileMapping.__dataclass_fields__ or name in ("own", "entries"):
            raise refuse(file, shown(fields.get("id", "")), shown(name), "there is no such field")
    checked = to_shape(FileMapping, {**fields, "time": {"column": "x"}, "entries": []}, file)
    return _checked(replace(checked, time=whole["time"], entries=entries), file)


def check_names(mapping: FileMapping, catalogue: Catalogue) -> None:
    """Raise CatalogueError when the mapping names a site, trigger, technique or exercise that is not in the content."""
    lists: Mapping[str, Iterable[object]] = {
        "site": (*catalogue.sites, ASKED),
        "trigger": catalogue.triggers,
        "technique": catalogue.techniques,
        "exercise": catalogue.exercises,
    }
    for number, rule in enumerate(mapping.entries, 1):
        for name, value in rule.set.items():
            named = value.among if isinstance(value, Cell) else (value,)
            for each in named if name in lists else ():
                if each not in lists[name]:
                    raise refuse(mapping.id, f"entry {number}", name, f"there is no {name} {shown(each)}")


def _own(folder: Path | None) -> Iterable[FileMapping]:
    for path in sorted(folder.glob("*.toml")) if folder is not None and folder.is_dir() else ():
        try:
            yield load_mapping(path)
        except (CatalogueError, CannotWrite):
            continue


def _packaged(name: str) -> FileMapping:
    file = f"mappings/{name}.toml"
    return read_mapping(file, get_data("data", file) or b"")


def _time(fields: Mapping[str, Any], file: str) -> Time:
    given = dict(fields)
    seconds = given.pop("seconds", None)
    time = _part(Time, given, file, "time")
    return time if seconds is None else replace(time, seconds=_part(Cell, seconds, file, "time, seconds"))


def _rule(fields: Any, file: str, where: str) -> Rule:
    if not isinstance(fields, Mapping):
        raise refuse(file, where, why=f"{shown(fields)} is not a table of fields")
    given = dict(fields)
    values, conditions = given.pop("set", {}), given.pop("when", [])
    if not isinstance(values, Mapping) or not isinstance(conditions, list):
        raise refuse(file, where, "set" if not isinstance(values, Mapping) else "when", "it is not a table of fields")
    made = _part(Rule, given, file, where)
    read = {
        name: _part(Cell, value, file, f"{where}, {name}") if isinstance(value, Mapping) else value
        for name, value in values.items()
    }
    return replace(made, set=read, when=tuple(_part(Condition, each, file, f"{where}, when") for each in conditions))


def _part(shape: type[Shape], fields: Any, file: str, where: str) -> Shape:
    """`fields` as a `shape`, with a mistake named by where it stands."""
    try:
        return to_shape(shape, fields, file)
    except CatalogueError as error:
        raise CatalogueError(replace(error.problem, entry=where)) from None


def _checked(mapping: FileMapping, file: str) -> FileMapping:
    if not ID.fullmatch(mapping.id):
        raise refuse(file, shown(mapping.id), "id", "it is made of a-z, 0-9 and _, and begins with a letter")
    if len(mapping.delimiter) > 1:
        raise refuse(file, mapping.id, "delimiter", "it is one character")
    if not 0 <= mapping.time.day_starts <= 12:
        raise refuse(file, "time", "day_starts", "it is an hour from 0 to 12")
    for number, rule in enumerate(mapping.entries, 1):
        for check in (_fields, _cells, _texts):
            why = check(rule)
            if why:
                raise refuse(file, f"entry {number}", *why)
    return mapping


def _fields(rule: Rule) -> tuple[str, str] | None:
    own = [name for name in KINDS[rule.kind].__dataclass_fields__ if name not in COMMON]
    for name in rule.set:
        if name not in own:
            return shown(name), f"a {rule.kind} has no such field; it has: {', '.join(own) or 'its note alone'}"
    fields = KINDS[rule.kind].__dataclass_fields__
    for name in own:
        if name not in rule.set and fields[name].default is MISSING and fields[name].default_factory is MISSING:
            return name, f"a {rule.kind} needs it"
    return ("text", "a note needs it") if rule.kind == "note" and not rule.text else None


def _cells(rule: Rule) -> tuple[str, str] | None:
    for name, value in rule.set.items():
        if not isinstance(value, Cell):
            continue
        if value.nth < 1 or (isinstance(value.column, int) and value.column < 1):
            return name, "columns are counted from 1"
        if not value.divide:
            return name, "nothing can be divided by 0"
        if value.scale is not None and (value.scale[0] == value.scale[1] or name not in (*SCORES, "percent")):
            return name, f"a scale has two ends and leads to a score: {', '.join(SCORES)} or percent"
    return None


def _texts(rule: Rule) -> tuple[str, str] | None:
    if rule.each and not rule.split:
        return "split", "it is empty"
    return None
