"""An entry as the line that reads back to it, for editing it in place."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from journal.catalogue import Catalogue
from journal.clock import Clock
from journal.errors import Refused
from journal.model import (
    Comment,
    Entry,
    Episode,
    Function,
    GateTest,
    Massage,
    Note,
    Rating,
    Run,
    Strength,
    StrengthSet,
    Trigger,
    Untracked,
)
from journal.quick.errors import NotUnderstood
from journal.quick.free_text import MARK, text_words
from journal.quick.reading import read
from journal.quick.units import amount_words, distance_words, number_words, seconds_words
from journal.quick.where import id_words
from journal.settings import Tracked

_PLAIN = re.compile(r"[\w-]+")
"""A tag that can stand outside free text."""

_KEPT = ("id", "source", "recorded_at", "more")
"""What a line cannot say."""


def write(entry: Entry, catalogue: Catalogue, clock: Clock | None = None, distance_unit: str = "km") -> str:
    """The line that says `entry`: its kind's words, the date, the time, its note and tags.

    With the runner's `clock` the offset from UTC is left out where it is the runner's own; a distance is in
    `distance_unit` where that says it exactly. What no line can say is left
    out: id, source, when it was recorded, what a comment refers to. Raises Refused for a safety check, which is none.
    """
    when = _when(entry, clock)
    if isinstance(entry, Note):
        return f"note {when}: {text_words(entry.note, entry.tags)}"
    if isinstance(entry, Comment):
        author = "" if entry.author == entry.role else f" {entry.author}"
        return f"comment {when} {entry.role}{author}: {text_words(entry.text, entry.tags)}"
    text = text_words(entry.note, entry.tags)
    if isinstance(entry, Untracked):
        return " ".join(part for part in (f"untracked {entry.day} to {entry.last}", MARK if text else "", text) if part)
    plain = not entry.note and all(_PLAIN.fullmatch(tag) for tag in entry.tags)
    return " ".join(
        part for part in (_what(entry, distance_unit), when, "" if plain or not text else MARK, text) if part
    )


def amended(
    line: str,
    entry: Entry,
    catalogue: Catalogue,
    clock: Clock,
    tracked: Sequence[Tracked] = (),
    distance_unit: str = "km",
) -> Entry:
    """`entry` changed to what the edited `line` says. What a line cannot say stays as it was.

    Raises NotUnderstood, also when the line says more than one entry, or an entry of another kind.
    """
    reading = read(line, catalogue, clock, tracked, distance_unit=distance_unit, anew=False)
    as_it_is = write(entry, catalogue, clock, distance_unit)
    if len(reading.entries) != 1 or reading.changes:
        raise NotUnderstood("one entry is changed by one entry", "; ".join(reading.said), as_it_is)
    (said,) = reading.entries
    if said.kind != entry.kind:
        problem = f"a {said.kind.replace('_', ' ')} does not replace a {entry.kind.replace('_', ' ')}"
        raise NotUnderstood(problem, reading.said[0], as_it_is)
    kept = {name: getattr(entry, name) for name in _KEPT}
    if said.day == entry.day:
        kept["entered_late"] = entry.entered_late
        if not said.time_known and not entry.time_known:
            kept["at"] = entry.at
    if kept.get("at", said.at).isoformat() == entry.at.isoformat():
        kept["zone"] = entry.zone
    if isinstance(entry, Comment):
        kept |= {name: getattr(entry, name) for name in ("note", "refers_to", "constraint", "state")}
    return replace(said, **kept)


def _when(entry: Entry, clock: Clock | None) -> str:
    at = entry.at
    if not entry.time_known:
        surely = clock is not None and entry.day != clock.today()
        return f"{at:%Y-%m-%d}" if surely else f"{at:%Y-%m-%d} sometime"
    wall = at.time().isoformat(timespec="auto" if at.microsecond else "seconds" if at.second else "minutes")
    return f"{at:%Y-%m-%d} {wall}{'' if clock and _is_own(at, clock) else _offset(at)}"


def _is_own(at: datetime, clock: Clock) -> bool:
    own = clock.at(at.date(), at.time())
    return own == at and own.utcoffset() == at.utcoffset()


def _offset(at: datetime) -> str:
    return at.isoformat()[len(at.replace(tzinfo=None).isoformat()) :]


def _what(entry: Entry, distance_unit: str) -> str:
    match entry:
        case Rating():
            return f"{_place(entry.site, entry.side)} {entry.measure} {entry.score}"
        case Function():
            limp = {True: " limp", False: " no limp", None: ""}[entry.limp]
            return f"function{_side(entry.side)} {entry.percent}%{limp}"
        case Trigger():
            return f"{id_words(entry.trigger)} {_amount(entry)}"
        case Massage():
            return _massage(entry)
        case Strength():
            return f"{id_words(entry.exercise)} {_sets(entry.sets)}{_scored('pain', entry.pain_during)}"
        case Run():
            return _run(entry, distance_unit)
        case GateTest():
            return f"test {id_words(entry.test)}{_side(entry.side)} {amount_words(entry.value, entry.unit)}"
        case Episode():
            ended = f" ended {entry.ended_on}" if entry.ended_on else ""
            return f"flare {_place(entry.site, entry.side)} {entry.onset_kind} rest {entry.rest_days}{ended}"
        case _:
            raise Refused(f"a {entry.kind.replace('_', ' ')} cannot be changed as a line")


def _place(site: str, side: str) -> str:
    return f"{side} {id_words(site)}"


def _side(side: str | None) -> str:
    return f" {side}" if side else ""


def _scored(word: str, score: int | None) -> str:
    return "" if score is None else f" {word} {score}"


def _amount(entry: Trigger) -> str:
    if entry.amount is None:
        return "some"
    return amount_words(entry.amount, entry.unit) if entry.amount else "none"


def _massage(entry: Massage) -> str:
    words = f"massage {id_words(entry.technique)} {_place(entry.site, entry.side)}"
    if entry.seconds is not None:
        words += f" {seconds_words(entry.seconds)}"
    if entry.before is None and entry.after is None:
        return words
    before, after = ("" if score is None else str(score) for score in (entry.before, entry.after))
    return f"{words} {before}>{after}"


def _run(entry: Run, distance_unit: str) -> str:
    words = "run"
    if entry.minutes is not None:
        words += f" {amount_words(entry.minutes, 'min')}"
    if entry.km is not None:
        words += f" {distance_words(entry.km, distance_unit)}"
    words += _scored("stage", entry.stage) + _scored("pain", entry.pain_during) + _scored("rpe", entry.rpe)
    return words if words != "run" else "run some"


def _sets(sets: tuple[StrengthSet, ...]) -> str:
    if not sets:
        return "some"
    if len(sets) == 1 and sets[0].seconds is not None:
        return f"{seconds_words(sets[0].seconds)}{_load(sets[0])}{_side(sets[0].side)}"
    words: list[str] = []
    one_side = len({each.side for each in sets}) == 1
    for side, group in groupby(sets, key=lambda each: each.side):
        if side or not one_side:
            words.append(side or "both")
        for one, alike in groupby(group):
            dose = f"{one.reps}" if one.reps is not None else f"{one.seconds}s"
            words.append(f"{len(list(alike))}x{dose}{_load(one)}")
    return " ".join(words)


def _load(one: StrengthSet) -> str:
    return f" @{number_words(one.load_kg)}kg" if one.load_kg is not None else ""
