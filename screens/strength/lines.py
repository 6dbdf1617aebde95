"""Strength in lines: an exercise with its boxes, how it is done, and what the day amounts to."""

import re
from collections.abc import Iterator, Sequence

from textual.content import Content

from journal.model import StrengthSet
from journal.recovery.plan import SetBox
from journal.tell import sets, sets_planned
from journal.visible import visible
from screens.strength.data import Row, StrengthData
from screens.widgets.hanging import Hung, plain

NAME_LEAST, NAME_MOST = 12, 36
DOSE = 18
"""The cells of a dose."""
CUE = Content("  ")
"""Before how it is done."""
LETTERS = {"left": "L", "right": "R", None: ""}


def table(rows: Sequence[Row], width: int, at: int, box: int | None, typed: str) -> list[Content]:
    """A line for each row in `width` cells. Row `at` is marked, and its box number `box`, into which `typed` goes."""
    gap = " " if max((_cells(row) for row in rows), default=0) <= width // 2 else ""
    boxed = [_boxes(row, box if number == at else None, typed, gap) for number, row in enumerate(rows)]
    room = width - 3 - max((each.cell_length for each in boxed), default=0)
    longest = max((len(row.exercise.name) for row in rows), default=0)
    cells = max(NAME_LEAST, min(NAME_MOST, longest, room))
    dosed = room - cells >= DOSE + 1
    return [_line(row, boxed[number], cells, dosed, marked=number == at) for number, row in enumerate(rows)]


def _line(row: Row, boxed: Content, cells: int, dosed: bool, *, marked: bool) -> Content:
    name = visible(row.exercise.name)
    short = name if len(name) <= cells else f"{name[: cells - 1]}…"
    style = "bold" if marked else "$foreground-muted" if row.complete or row.cardio else ""
    sign = "▸" if marked else "✓" if row.complete else " "
    dose = f"{dose_words(row):<{DOSE}} " if dosed else ""
    return Content.assemble((f"{sign} {short:<{cells}} ", style), (dose, "$foreground-muted"), boxed)


def _cells(row: Row) -> int:
    """The cells of a row's boxes with a blank between them."""
    return sum(len(_box(box)) + 1 for box in row.boxes)


def _boxes(row: Row, chosen: int | None, typed: str, gap: str) -> Content:
    if not row.boxes or (row.uncounted and not row.sets):
        return Content.styled("[not counted]", "$text-success" if row.done else "$foreground-muted")
    parts = []
    for number, box in enumerate(row.boxes):
        text, style = _box(box), "$text-success" if box.done else "$foreground-muted"
        if number == chosen:
            text, style = (f"[{typed}_]", "$accent bold") if typed else (text, "bold reverse")
        parts.append(Content.styled(text, style))
    return Content(gap).join(parts)


def _box(box: SetBox) -> str:
    if box.done is None:
        return f"[{LETTERS[box.planned.side] or ' '}]"
    side = box.planned.side or box.done.side
    return f"[{LETTERS[side]}{_amount(box.done)}]"


def _amount(done: StrengthSet) -> str:
    if done.reps is not None:
        return str(done.reps)
    seconds = done.seconds or 0
    return f"{seconds // 60} min" if seconds >= 120 and seconds % 60 == 0 else f"{seconds}s"


def dose_words(row: Row) -> str:
    """The planned dose, "" for what was done without counting."""
    return sets_planned(row.planned) if row.planned.sets else ""


def details(row: Row, *, sources: bool) -> Iterator[Hung]:
    """How an exercise is done, and why it is here; with `sources` instead where that comes from."""
    yield plain(_title(row))
    yield from _sources(row) if sources else _how(row)


def _title(row: Row) -> Content:
    minutes = round(row.planned.takes / 60)
    takes = f" · about {minutes} min" if minutes and not row.in_minutes else ""
    dose = f" · {dose_words(row)}{takes}" if row.planned.sets else ""
    return Content.assemble((visible(row.exercise.name), "bold"), dose)


def _how(row: Row) -> Iterator[Hung]:
    exercise = row.exercise
    for cue in exercise.cues:
        yield Hung(CUE, Content(visible(cue)))
    if exercise.tempo:
        yield Hung(CUE, Content(visible(tempo_words(exercise.tempo))))
    yield plain(f"Stop if pain is above {row.stop_above}.")
    if row.pain is not None and row.pain > row.stop_above:
        yield plain(
            Content.styled(f"It was {row.pain}: leave it for today, or take an easier one (,).", "$text-warning")
        )
    if exercise.caution:
        yield plain(visible(exercise.caution))
    last, *earlier = row.sessions or ("",)
    for words, line in (
        ("Dose", visible(row.planned.why)),
        ("Done", _done(row)),
        ("Last time", last),
        ("Easier", visible(row.easier)),
        ("Harder", visible(row.harder)),
        *(("" if number else "Before", line) for number, line in enumerate(earlier)),
    ):
        if line:
            yield Hung(Content.styled(f"{words:<10}", "$foreground-muted"), Content(line))


def others(rows: Sequence[Row], at: int) -> Iterator[Hung]:
    """How each exercise of the plan but row `at` is done, in a few lines; none when there is no other."""
    there = [row for number, row in enumerate(rows) if number != at and not row.cardio]
    for number, row in enumerate(there):
        if number:
            yield plain("")
        sign = "✓ " if row.complete else ""
        dose = f" · {dose_words(row)}" if row.planned.sets else ""
        yield plain(Content.assemble(sign, (visible(row.exercise.name), "bold"), dose))
        for line in _cues(row):
            yield Hung(CUE, Content.styled(visible(line), "$foreground-muted"))


def _cues(row: Row) -> Iterator[str]:
    yield from row.exercise.cues
    if row.exercise.tempo:
        yield tempo_words(row.exercise.tempo)
    if row.sessions:
        yield f"Last time {row.sessions[0]}"


def _done(row: Row) -> str:
    parts = (sets(row.sets) if row.sets else "", f"pain {row.pain}" if row.pain is not None else "")
    return ", ".join(part for part in parts if part)


def _sources(row: Row) -> Iterator[Hung]:
    yield plain("The dose is an app default unless a source is named. The exercise comes from:")
    for source in row.sources:
        named = f"  [{source.id}] "
        yield Hung(Content(named), Content(visible(source.title)))
        if source.address:
            yield Hung(Content(" " * len(named)), Content.styled(visible(source.address), "$foreground-muted"))
    if not row.sources:
        yield Hung(CUE, Content("your own additions" if row.exercise.own else "no source is named"))


def tempo_words(tempo: str) -> str:
    """ "2-1-2" is "2 s down, hold 1 s, 2 s up"; words stay words."""
    if not re.fullmatch(r"\d+-\d+-\d+", tempo):
        return f"Tempo: {tempo}"
    down, hold, up = tempo.split("-")
    return f"Tempo: {down} s down, hold {hold} s, {up} s up"


def headline(data: StrengthData) -> str:
    """What the day is about: why these, that all is done, why there is nothing and what to press."""
    plan = data.plan
    if plan.blocked_by:
        return f"No strength work now: {plan.blocked_by}.\n{_still(data)}"
    if not plan.planned:
        return f"Nothing is planned: {plan.why}.\nWhat you do anyhow: press a and write  bridge 3x12"
    if data.finished:
        return f"Done for {'today' if data.is_today else 'this day'}: {amount_words(data.rows)}." + (
            f"\n{data.kept}." if data.kept else ""
        )
    held = plan.legs_blocked_by if plan.legs_blocked_by and plan.legs_blocked_by not in plan.why else None
    return f"{'Today' if data.is_today else 'That day'} {plan.why}" + (f"\nNo leg work: {held}" if held else "")


def asked_words(asked: str, typed: str) -> str:
    """What the digits are asked for, "" when they belong to the boxes."""
    if asked == "pain":
        return "Pain during it, 0 to 10? x is 10, esc leaves it out"
    return f"Weight: {typed}_ kg   enter takes it, 0 is none, esc leaves it out" if asked else ""


def amount_words(rows: Sequence[Row]) -> str:
    """ "4 exercises, 11 sets"."""
    done = sum(bool(row.done) for row in rows)
    counted = sum(len(row.sets) for row in rows)
    return f"{done} {'exercise' if done == 1 else 'exercises'}, {counted} {'set' if counted == 1 else 'sets'}"


def _still(data: StrengthData) -> str:
    massage = data.status.massage.blocked_by or data.status.blocks.massage
    may = "Rest for now" if massage else "Massage is still possible (m)"
    return f"{may}; rating and writing go on. t, then n, shows the warning signs and what to do."
