"""The runner's own sites, triggers, exercises and techniques: `own.toml` in their data folder.

    [[trigger]]
    name = "Gardening"
    unit = "min"

Whatever is left out takes a careful default: an own site is not pressed, an own exercise waits for the return phase.
"""

import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from journal.catalogue.checks import faults
from journal.catalogue.convert import parse, shown, to_shape
from journal.catalogue.defaults import PRESS_FORBIDDEN, with_defaults
from journal.catalogue.problems import CatalogueError, refuse
from journal.catalogue.shapes import Catalogue, Exercise, Problem, Site, Technique, TriggerKind
from journal.catalogue.words import Fault, claims, spoken
from journal.model import KINDS

Own = Site | TriggerKind | Exercise | Technique

LISTS: Mapping[str, str] = {
    "site": "sites",
    "trigger": "triggers",
    "exercise": "exercises",
    "technique": "techniques",
}
"""The kinds of addition, each with the list of the catalogue it goes to."""

SHAPES: Mapping[str, type[Any]] = {
    "site": Site,
    "trigger": TriggerKind,
    "exercise": Exercise,
    "technique": Technique,
}

SIZE_MOST = 100_000
"""Bytes of an `own.toml`; a larger file is not one."""

RESERVED = frozenset(
    each.replace("_", " ") for each in (*KINDS, "left", "right", "l", "r", "both", "today", "yesterday")
)
"""Words that mean no site, trigger, exercise or technique."""


def with_own(catalogue: Catalogue, path: Path) -> Catalogue:
    """`catalogue` with the additions in the file at `path`; what is wrong with them is left out, and in `problems`."""
    try:
        tables = read_tables(path)
    except CatalogueError as error:
        return replace(catalogue, problems=(error.problem,))
    if not tables:
        return catalogue
    problems: list[Problem] = []
    added: list[tuple[str, Own]] = []
    taken = {kind: words_taken(catalogue, kind) for kind in LISTS}
    for kind, fields in _entries(path.name, tables, problems):
        try:
            entry = to_own(kind, fields, path.name)
            refuse_taken(taken[kind], entry, path.name)
        except CatalogueError as error:
            problems.append(error.problem)
        else:
            added.append((kind, entry))
            taken[kind].update(dict.fromkeys(claims(entry), entry.id))
    return _without_faulty(catalogue, added, problems, path.name)


def read_tables(path: Path) -> dict[str, Any]:
    """The tables in the file at `path`, none when it is missing. Raises CatalogueError when it cannot be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise refuse(path.name, why="it is not a regular file")
        if status.st_size > SIZE_MOST:
            raise refuse(path.name, why=f"it has more than {SIZE_MOST} bytes")
        return parse(path.name, path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise refuse(path.name, why=f"it cannot be read: {error.strerror or error}") from None


def to_own(kind: str, fields: Any, file: str) -> Own:
    """An addition with its defaults filled in. Raises CatalogueError."""
    if not isinstance(fields, Mapping):
        raise refuse(file, kind, why=f"{shown(fields)} is not a table of fields")
    entry: Own = to_shape(SHAPES[kind], with_defaults(kind, fields), file)
    if isinstance(entry, Technique) and entry.press:
        forbidden = tuple(dict.fromkeys((*PRESS_FORBIDDEN, *entry.forbidden_if)))
        entry = replace(entry, forbidden_if=forbidden)
    return replace(entry, own=True)


def _entries(file: str, tables: Mapping[str, Any], problems: list[Problem]) -> Iterator[tuple[str, Any]]:
    """Each addition with its kind, sites first, so that techniques and exercises can name what is there."""
    problems.extend(
        Problem(file=file, entry=shown(name), field="", why="there is no such table")
        for name in tables
        if name not in LISTS
    )
    for kind in LISTS:
        entries = tables.get(kind, [])
        if isinstance(entries, list):
            yield from ((kind, fields) for fields in entries)
        else:
            problems.append(Problem(file=file, entry=kind, field="", why=f"it is to be [[{kind}]]"))


def words_taken(catalogue: Catalogue, kind: str) -> dict[str, str]:
    """Every word that means an entry of the list of `kind`, with the id of that entry."""
    words = {spoken(word): alias.id for alias in catalogue.aliases if alias.kind == kind for word in alias.words}
    for entry in getattr(catalogue, LISTS[kind]).values():
        words.update(dict.fromkeys(claims(entry), entry.id))
    return words


def refuse_taken(taken: Mapping[str, str], entry: Own, file: str) -> None:
    """Raise CatalogueError when another entry of the list, or the journal itself, has the id or a word already."""
    if taken.get(spoken(entry.id)) == entry.id:
        raise refuse(file, entry.id, "id", "another entry has it already")
    for word in sorted(claims(entry)):
        if word in taken:
            raise refuse(file, entry.id, "say", f"{shown(word)!r} means {taken[word]} already")
        if word in RESERVED:
            raise refuse(file, entry.id, "say", f"{shown(word)!r} means something else already")
        if not any(map(str.isalpha, word)):
            raise refuse(file, entry.id, "say", f"{shown(word)!r} has no letter")


def merged(catalogue: Catalogue, added: Iterable[tuple[str, Own]]) -> Catalogue:
    """`catalogue` with the additions behind what it has."""
    lists: dict[str, dict[str, Any]] = {name: dict(getattr(catalogue, name)) for name in LISTS.values()}
    for kind, entry in added:
        lists[LISTS[kind]][entry.id] = entry
    return replace(catalogue, **lists)  # type: ignore[arg-type]


def _without_faulty(
    catalogue: Catalogue, added: list[tuple[str, Own]], problems: list[Problem], file: str
) -> Catalogue:
    """The merged catalogue; an addition that names another one which was left out is left out as well."""
    while True:
        whole = merged(catalogue, added)
        found: list[tuple[str, Own]] = []
        for kind, entry in added:
            fault = first_fault(entry, whole)
            if fault is None:
                found.append((kind, entry))
            else:
                problems.append(Problem(file=file, entry=shown(entry.id), field=fault[0], why=fault[1]))
        if len(found) == len(added):
            return replace(whole, problems=tuple(problems))
        added = found


def first_fault(entry: Own, catalogue: Catalogue) -> Fault | None:
    """The first thing wrong with an addition, None when it is right."""
    return next(faults(entry, catalogue), None)
