"""A mapping drawn column by column: what each column of a CSV can be, what it likely is, and the TOML that says so."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, Final

from journal.catalogue.mapping_shapes import Cell
from journal.catalogue.shapes import Catalogue
from journal.drawing import NUMBERS, TEXTS, SeenColumn, Sketch
from journal.errors import Refused
from journal.exchange.cells import found
from journal.exchange.intake import as_text, refused
from journal.exchange.moments import Absent
from journal.exchange.table import DELIMITERS, csv_rows, first_row

LOOKED_AT: Final = 2000
"""So many rows say what a column can be; a row further on that does not fit is named when it is read."""

ISO: Final = "ISO"
DAYS: Final = (ISO, "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y/%m/%d", "%d.%m.%Y %H:%M", "%m/%d/%Y %H:%M")
"""How a day may be written. Where several fit all rows the runner chooses."""

CLOCKS: Final = ("%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M%p")
NOTES: Final = ("note", "notes", "comment", "comments", "text")


def seen_columns(content: bytes, name: str, catalogue: Catalogue) -> tuple[SeenColumn, ...]:
    """The columns of the CSV called `name`. Raises ImportRefused for what is no CSV with a header."""
    text = as_text(content, name)
    delimiter = max(DELIMITERS, key=lambda each: len(first_row(text, each)))
    header = [each.strip() for each in first_row(text, delimiter)]
    rows = list(islice(csv_rows(text, name, delimiter), LOOKED_AT))
    if not rows or len(header) < 2:
        raise refused(name, "it is no table with columns and a header")
    values = {each: [value for row in rows if (value := row.text(each))] for each in header if each}
    return tuple(SeenColumn(each, tuple(of[:3]), tuple(_roles(each, of, catalogue))) for each, of in values.items())


def to_toml(sketch: Sketch, catalogue: Catalogue) -> bytes:
    """The mapping as the runner could have written it. Raises Refused when nothing says the day, or nothing else."""
    import tomlkit

    by_role = {role: column for column, role in sketch.roles.items() if role}
    day = next((role for role in by_role if role.startswith("day:")), None)
    if day is None:
        raise Refused("which column gives the day? Enter on a column changes what it is")
    time: dict[str, Any] = {"column": by_role[day]}
    if day != f"day:{ISO}":
        time["formats"] = [day.removeprefix("day:")]
    if "clock" in by_role:
        time |= {"clock": by_role["clock"], "clock_formats": list(CLOCKS)}
    entries = list(_entries(sketch, catalogue))
    if not entries:
        raise Refused("which column is a score, a trigger, a run or a note? Enter on a column changes what it is")
    whole = {
        "id": sketch.id,
        "name": sketch.id.replace("_", " "),
        "about": "A sheet of your own.",
        "needs": [column for column, role in sketch.roles.items() if role],
        "time": time,
        "entry": entries,
    }
    return tomlkit.dumps(whole).encode()


def _roles(name: str, values: Sequence[str], catalogue: Catalogue) -> Iterator[str]:
    days = [f"day:{each}" for each in DAYS if values and all(_is(each, value) for value in values)]
    clock = ["clock"] if values and all(any(_is(each, value) for each in CLOCKS) for value in values) else []
    numbers = bool(values) and all(_is_number(value) for value in values)
    trigger, site = _named(name, "trigger", catalogue), _named(name, "site", catalogue)
    likely_first = [*days, *clock]
    if numbers and not likely_first:
        likely_first += [f"trigger:{trigger}"] if trigger else []
        likely_first += ["score"] if site and not trigger else []
    if not numbers and not likely_first and name.casefold() in (*NOTES, "tags"):
        likely_first.append("tags" if name.casefold() == "tags" else "note")
    others = ["", *(["score", *NUMBERS] if numbers else []), *TEXTS]
    yield from dict.fromkeys((*likely_first, *others))


def _entries(sketch: Sketch, catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    runs: dict[str, Any] = {}
    for column, role in sketch.roles.items():
        kind, _, what = role.partition(":")
        if kind == "score":
            yield {"kind": "rating", "set": _rating(column, sketch, catalogue)}
        elif kind == "trigger":
            yield {"kind": "trigger", "set": {"trigger": what, "amount": {"column": column}}}
        elif kind == "percent":
            yield {"kind": "function", "set": {"percent": {"column": column, "whole": True}}}
        elif kind in NUMBERS:
            runs[kind] = {"column": column, "optional": bool(runs)}
        elif kind == "note":
            tags = [f"{{{each}}}" for each, other in sketch.roles.items() if other == "tags"]
            yield {"kind": "note", "text": [f"{{{column}}}"], "tags": tags}
    if runs:
        yield {"kind": "run", "set": runs}


def _rating(column: str, sketch: Sketch, catalogue: Catalogue) -> dict[str, Any]:
    """A score at the place that the column names, else at the one that was named."""
    cell: dict[str, Any] = {"column": column, "whole": True}
    if sketch.scale != (0, 10):
        cell["scale"] = list(sketch.scale)
    site, side = _named(column, "site", catalogue), _named(column, "side", catalogue)
    place = (site, side) if site and side else sketch.place
    return {"site": place[0], "side": place[1], "score": cell}


def _named(name: str, what: Any, catalogue: Catalogue) -> str:
    try:
        return found(name, Cell(column=name, find=what), catalogue)
    except Absent:
        return ""


def _is(form: str, value: str) -> bool:
    try:
        if form == ISO:
            datetime.fromisoformat(value)
        else:
            datetime.strptime(value, form)  # noqa: DTZ007 - only whether it can be read
    except ValueError:
        return False
    return form != ISO or "-" in value


def _is_number(value: str) -> bool:
    try:
        float(value.replace(",", ".", 1))
    except ValueError:
        return False
    return True
