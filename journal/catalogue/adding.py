"""Adding to the runner's own sites, triggers, exercises and techniques."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from journal.catalogue.convert import parse
from journal.catalogue.defaults import own_id
from journal.catalogue.load import load_catalogue
from journal.catalogue.own import LISTS, Own, first_fault, merged, read_tables, refuse_taken, to_own, words_taken
from journal.catalogue.problems import CatalogueError, refuse
from journal.catalogue.shapes import Catalogue
from journal.files import write_whole

HEAD = """\
# Your own sites, triggers, exercises and techniques. You may edit this file; a mistake in it is named when the
# journal starts, and what it concerns is left out. An id that your records use is best left as it is.
"""


def add_own(path: Path, kind: str, fields: Mapping[str, Any]) -> Own:
    """Append an addition of `kind` ("site", "trigger", "exercise", "technique") to the file at `path`.

    `fields` are those of the shape; those that are None are left to their defaults, and a missing id is made of the
    name. Comments and everything else in the file stay as they are. Raises CatalogueError, with nothing written, when
    the addition or the file is not right, and CannotWrite.
    """
    if kind not in LISTS:
        raise refuse(path.name, why=f"there is no kind {kind!r}; it is one of {', '.join(LISTS)}")
    given = {name: _listed(value) for name, value in fields.items() if value is not None}
    if isinstance(given.get("name"), str):
        given = {"id": own_id(given["name"])} | given
    with _alone(path.parent):
        read_tables(path)
        catalogue = load_catalogue(path)
        entry = to_own(kind, given, path.name)
        refuse_taken(words_taken(catalogue, kind), entry, path.name)
        fault = first_fault(entry, merged(catalogue, [(kind, entry)]))
        if fault is not None:
            raise refuse(path.name, entry.id, *fault)
        _append(path, kind, given)
    return entry


def own_additions(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Kind and fields of each addition in the file at `path`, as they stand there, kind by kind.

    Raises CatalogueError when it cannot be read.
    """
    tables = read_tables(path)
    for kind in LISTS:
        entries = tables.get(kind, [])
        yield from ((kind, dict(each)) for each in entries if isinstance(each, Mapping))


def carry_over(path: Path, additions: Iterable[tuple[str, dict[str, Any]]]) -> tuple[list[str], list[str]]:
    """Append additions from elsewhere as they are, also those with a mistake: it is named when they are read.

    Gives the names of those that were added, and of those that stay as they are here because their id is there with
    other fields. Raises CatalogueError when the file cannot be read or one cannot be written down, and CannotWrite.
    """
    added, stay = list[str](), list[str]()
    with _alone(path.parent):
        there = {_id_of(kind, fields): fields for kind, fields in own_additions(path)}
        for kind, fields in additions:
            known = there.get(_id_of(kind, fields))
            if known is None:
                _append(path, kind, fields)
                there[_id_of(kind, fields)] = fields
                added.append(f"{kind} {_id_of(kind, fields)[1]}")
            elif known != fields:
                stay.append(f"{kind} {_id_of(kind, fields)[1]}")
    return added, stay


def with_additions(catalogue: Catalogue, additions: Iterable[tuple[str, dict[str, Any]]]) -> Catalogue:
    """`catalogue` with those of the additions that are right and not there yet."""
    found: list[tuple[str, Own]] = []
    for kind, fields in additions:
        try:
            entry = to_own(kind, fields, "own.toml")
        except CatalogueError:
            continue
        if entry.id not in getattr(catalogue, LISTS[kind]):
            found.append((kind, entry))
    return merged(catalogue, found)


def _id_of(kind: str, fields: Mapping[str, Any]) -> tuple[str, str]:
    return kind, str(fields.get("id") or own_id(str(fields.get("name", ""))))


def _append(path: Path, kind: str, fields: Mapping[str, Any]) -> None:
    import tomlkit

    before = path.read_bytes() if path.exists() else HEAD.encode()
    content = before + b"\n" * (not before.endswith(b"\n")) + b"\n" + tomlkit.dumps({kind: [fields]}).encode()
    try:
        written = parse(path.name, content)[kind][-1]
    except CatalogueError:
        raise refuse(path.name, kind, why=f"write it as [[{kind}]] in the file first; nothing was added") from None
    if written != dict(fields):
        raise refuse(path.name, kind, why="it cannot be written down; nothing was added")
    write_whole(path, content)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Alone among the programs that add to a file in `folder`. Waits for its turn."""
    import fcntl

    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise refuse(str(folder), why=error.strerror or str(error)) from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
