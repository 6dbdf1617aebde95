"""Reads the content that comes with the program, and the runner's own additions to it."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from pkgutil import get_data
from typing import Any, TypeVar

from journal.catalogue.checks import check
from journal.catalogue.convert import parse, shown, to_shape
from journal.catalogue.own import with_own
from journal.catalogue.problems import refuse
from journal.catalogue.shapes import (
    Alias,
    Catalogue,
    Condition,
    Contraindication,
    Exercise,
    GateQuestion,
    NoPress,
    Site,
    Source,
    Technique,
    TestKind,
    TriggerKind,
    WalkRunStage,
    WarningSign,
)
from journal.catalogue.tables import REVIEWED, TABLES

Shape = TypeVar("Shape")


def load_catalogue(own: Path | None = None, *, data: Path | None = None) -> Catalogue:
    """All content, with the additions in the file `own` when there is one; `data` is a folder to read instead of ours.

    Raises CatalogueError for a mistake in the packaged content. A mistake in `own` raises nothing: what it concerns
    is left out and named in `problems`.
    """
    found = _read(_packaged if data is None else lambda file: (data / file).read_bytes())
    catalogue = _arranged(found)
    check(catalogue, found[NoPress])
    return catalogue if own is None else with_own(catalogue, own)


def _packaged(file: str) -> bytes:
    # importlib.resources does the same and takes as long to import as all of the content takes to read.
    return get_data("data", file) or b""


def _read(content_of: Callable[[str], bytes]) -> dict[type[Any], list[Any]]:
    """Every entry of every file, by shape and in order; the dates of review are under `date`."""
    found: dict[type[Any], list[Any]] = {table.shape: [] for table in TABLES}
    found[date] = []
    for file in dict.fromkeys(table.file for table in TABLES):
        tables = [table for table in TABLES if table.file == file]
        try:
            content = content_of(file)
        except FileNotFoundError:
            if all(table.optional for table in tables):
                continue
            raise refuse(file, why="it is missing") from None
        parsed = parse(file, content)
        found[date].append(_reviewed(file, parsed.pop(REVIEWED, None)))
        for table in tables:
            entries = parsed.pop(table.name, [])
            if not isinstance(entries, list):
                raise refuse(file, why=f"[{table.name}] is to be [[{table.name}]]")
            found[table.shape].extend(to_shape(table.shape, fields, file) for fields in entries)
        if parsed:
            raise refuse(file, why=f"there is no table {shown(next(iter(parsed)))}")
    return found


def _reviewed(file: str, value: object) -> date | None:
    if value is not None and type(value) is not date:
        raise refuse(file, REVIEWED, why="it is not a date like 2027-01-31")
    return value


def _arranged(found: dict[type[Any], list[Any]]) -> Catalogue:
    reviews = found[date]
    return Catalogue(
        sites=_by_id("sites.toml", found[Site]),
        triggers=_by_id("triggers.toml", found[TriggerKind]),
        techniques=_by_id("techniques.toml", found[Technique]),
        exercises=_by_id("exercises.toml", found[Exercise]),
        signs=_by_id("warning_signs.toml", found[WarningSign]),
        gate=tuple(_by_id("gate.toml", found[GateQuestion]).values()),
        contraindications=_by_id("contraindications.toml", found[Contraindication]),
        not_if=_by_id("not_if.toml", found[Condition]),
        stages=tuple(found[WalkRunStage]),
        tests=_by_id("tests.toml", found[TestKind]),
        aliases=tuple(found[Alias]),
        sources=_by_id("sources.toml", found[Source]),
        no_press={each.id: each.text for each in _by_id("sites.toml", found[NoPress]).values()},
        reviewed=None if None in reviews else min(reviews),
    )


def _by_id(file: str, entries: Iterable[Shape]) -> dict[str, Shape]:
    found: dict[str, Shape] = {}
    for entry in entries:
        name: str = entry.id  # type: ignore[attr-defined]
        if name in found:
            raise refuse(file, name, "id", "another entry has it already")
        found[name] = entry
    return found
