"""Strength in lines: an exercise with its boxes, and how it is done."""

from collections.abc import Iterator

from textual.content import Content

from journal.model import StrengthSet
from journal.tell import sets_planned
from journal.visible import visible
from screens.strength.data import Row

NAME = 30
"""The cells of a name where there is room."""


def row_line(row: Row, width: int, *, marked: bool, typed: str) -> Content:
    """One exercise: its name, its dose, a box a set. `typed` is the number that is being typed into the next box."""
    cells = min(NAME, max(14, width - 30))
    name = visible(row.exercise.name)
    short = name if len(name) <= cells else f"{name[: cells - 1]}…"
    style = "$text-muted" if row.complete or row.cardio else "bold" if marked else ""
    sign = "▸" if marked else "✓" if row.complete else " "
    return Content.assemble(
        (f"{sign} {short:<{cells}} ", style),
        (f"{sets_planned(row.planned):<18} " if width >= 70 else "", "$text-muted"),
        boxes(row, typed if marked else ""),
    )


def boxes(row: Row, typed: str) -> Content:
    """A box a set: what was done, then what is left; L and R where each leg is trained."""
    done = [(f"[{_done(each)}]", "$text-success") for each in row.sets]
    left = max(0, row.wanted - len(row.sets))
    names = ["L" if (len(row.sets) + place) % 2 == 0 else "R" for place in range(left)]
    empty = [(f"[{name if row.planned.each_side else ' '}]", "$text-muted") for name in names]
    if typed:
        empty[:1] = [(f"[{typed}_]", "$accent bold")]
    return Content.assemble(*done, *empty)


def _done(done: StrengthSet) -> str:
    side = {"left": "L", "right": "R", None: ""}[done.side]
    if done.reps is not None:
        return f"{side}{done.reps}"
    seconds = done.seconds or 0
    return f"{side}{seconds // 60}′" if seconds >= 120 else f"{side}{seconds}s"


def details(row: Row, *, sources: bool) -> Content:
    """How an exercise is done, and why it is here."""
    return Content("\n").join(_details(row, sources))


def _details(row: Row, sources: bool) -> Iterator[Content]:
    exercise = row.exercise
    tempo = f" · tempo {exercise.tempo}" if exercise.tempo else ""
    yield Content.assemble((visible(exercise.name), "bold"), f" · {sets_planned(row.planned)}{tempo}")
    for cue in exercise.cues:
        yield Content(f"  {visible(cue)}")
    if exercise.stop_pain_gt is not None:
        yield Content(f"Stop when pain is above {exercise.stop_pain_gt}.")
    if exercise.caution:
        yield Content(visible(exercise.caution))
    if row.planned.why:
        yield Content.assemble((f"This dose: {visible(row.planned.why)}", "$text-muted"))
    if row.last:
        yield Content.assemble((f"Last time, {row.last}", "$text-muted"))
    if sources:
        yield Content.assemble(("The dose is an app default unless a source is named:", "$text-muted"))
        for source in row.sources:
            yield Content.assemble((f"  {source.id}  {visible(source.title)} {visible(source.address)}", "$text-muted"))
