"""Entries as quick entry can say them, drawn for property tests."""

from dataclasses import replace
from datetime import datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from journal.catalogue import Catalogue, load_catalogue
from journal.clock import Clock, fixed
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
    Side,
    Strength,
    StrengthSet,
    Trigger,
)

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 13, 30, tzinfo=BERLIN)
CLOCK = Clock(read=lambda: NOW, zone=BERLIN, zone_name="Europe/Berlin")
CATALOGUE: Catalogue = load_catalogue()

SIDES: st.SearchStrategy[Side] = st.sampled_from(("left", "right"))
MAYBE_SIDE = st.none() | SIDES
SCORES = st.integers(0, 10)
MAYBE_SCORE = st.none() | SCORES
AMOUNTS = st.integers(0, 6000).map(float) | st.floats(0.001, 6000).map(lambda value: round(value, 9))
LOADS = st.none() | st.integers(0, 200).map(float) | st.floats(0.5, 200)

WORDS = st.text(min_size=1, max_size=40).map(str.strip).filter(bool)
"""Any text at all."""

TAG = st.text(st.characters(categories=("L", "N", "P"), exclude_characters="#"), min_size=1, max_size=12)
NAME = st.text(st.characters(categories=("L", "Lu")), min_size=1, max_size=12)
TAGS = st.lists(TAG.filter(lambda tag: tag[-1].isalnum()), unique=True, max_size=3).map(tuple)


@st.composite
def moments(draw: st.DrawFn) -> dict[str, Any]:
    """When something was, up to now: in Berlin, elsewhere, or on a day whose time is not known."""
    passed = timedelta(seconds=draw(st.integers(0, 30 * 365 * 86_400)))
    at = fixed((NOW - passed).astimezone(BERLIN))
    how = draw(st.sampled_from(("known", "to the minute", "elsewhere", "unknown")))
    if how == "unknown":
        noon = CLOCK.at(at.date(), time(12))
        return {"at": min(noon, CLOCK.now()), "time_known": noon > CLOCK.now(), "zone": "Europe/Berlin"}
    if how == "to the minute":
        at = at.replace(second=0)
    if how == "elsewhere":
        at = at.astimezone(timezone(timedelta(minutes=draw(st.integers(-12 * 60, 14 * 60)))))
    at_home = at.astimezone(BERLIN).utcoffset() == at.utcoffset()
    return {"at": at, "zone": "Europe/Berlin" if at_home else ""}


@st.composite
def triggers(draw: st.DrawFn) -> Trigger:
    """A trigger in its own unit, none and not known among them."""
    kind = draw(st.sampled_from(list(CATALOGUE.triggers.values())))
    amounts = SCORES.map(float) if kind.unit == "score" else AMOUNTS
    return Trigger(**draw(moments()), trigger=kind.id, unit=kind.unit, amount=draw(st.none() | amounts))


@st.composite
def massages(draw: st.DrawFn) -> Massage:
    """A technique on any site that may be pressed."""
    site = draw(st.sampled_from(CATALOGUE.massage_sites))
    return Massage(
        **draw(moments()),
        technique=draw(st.sampled_from(list(CATALOGUE.techniques))),
        site=site.id,
        side=draw(SIDES),
        seconds=draw(st.none() | st.integers(0, 21_600)),
        before=draw(MAYBE_SCORE),
        after=draw(MAYBE_SCORE),
    )


REPS = st.builds(StrengthSet, reps=st.integers(0, 1000), load_kg=LOADS, side=MAYBE_SIDE)
HOLDS = st.builds(StrengthSet, seconds=st.integers(0, 21_600), load_kg=LOADS, side=MAYBE_SIDE)


@st.composite
def strength(draw: st.DrawFn) -> Strength:
    """Sets of any shape and order."""
    groups = draw(st.lists(st.tuples(REPS | HOLDS, st.integers(1, 4)), max_size=4))
    return Strength(
        **draw(moments()),
        exercise=draw(st.sampled_from(list(CATALOGUE.exercises))),
        sets=tuple(one for each, count in groups for one in (each,) * count),
        pain_during=draw(MAYBE_SCORE),
    )


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """A run with any of its figures missing."""
    return Run(
        **draw(moments()),
        minutes=draw(st.none() | AMOUNTS.map(lambda value: value / 2)),
        km=draw(st.none() | AMOUNTS.map(lambda value: value / 12)),
        stage=draw(st.none() | st.integers(0, 8)),
        pain_during=draw(MAYBE_SCORE),
        rpe=draw(MAYBE_SCORE),
    )


@st.composite
def gate_tests(draw: st.DrawFn) -> GateTest:
    """A test with a result in its own unit."""
    kind = draw(st.sampled_from(list(CATALOGUE.tests.values())))
    values = {"score": SCORES, "yes": st.integers(0, 1)}.get(kind.unit, st.integers(0, 100)).map(float)
    side = draw(SIDES if kind.each_side else MAYBE_SIDE)
    return GateTest(**draw(moments()), test=kind.id, unit=kind.unit, side=side, value=draw(values))


@st.composite
def episodes(draw: st.DrawFn) -> Episode:
    """An episode, open or ended."""
    begun = Episode(
        **draw(moments()),
        site=draw(st.sampled_from(list(CATALOGUE.sites))),
        side=draw(SIDES),
        onset_kind=draw(st.sampled_from(("gradual", "sudden"))),
        rest_days=draw(st.integers(0, 365)),
    )
    return replace(begun, ended_on=draw(st.none() | st.dates(begun.day, CLOCK.today())))


@st.composite
def simple(draw: st.DrawFn) -> Entry:
    """A rating, percent of normal, a note, a comment."""
    when = draw(moments())
    match draw(st.integers(0, 3)):
        case 0:
            site = draw(st.sampled_from(list(CATALOGUE.sites)))
            measure: Any = draw(st.sampled_from(("soreness", "tightness", "pain")))
            return Rating(**when, site=site, side=draw(SIDES), measure=measure, score=draw(SCORES))
        case 1:
            limp = draw(st.sampled_from((None, True, False)))
            return Function(**when, percent=draw(st.integers(0, 100)), limp=limp, side=draw(MAYBE_SIDE))
        case 2:
            return Note(**when, note=draw(WORDS))
        case _:
            role: Any = draw(st.sampled_from(("self", "coach", "physio", "doctor")))
            author = " ".join(draw(st.lists(NAME, min_size=1, max_size=3)))
            return Comment(**when, role=role, author=author, text=draw(WORDS))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry of any kind that a line can say, with tags and, apart from a note and a comment, a note."""
    entry = draw(simple() | triggers() | massages() | strength() | runs() | gate_tests() | episodes())
    note = entry.note if isinstance(entry, Note | Comment) else draw(st.just("") | WORDS)
    late = (CLOCK.today() - entry.day).days > 2
    return replace(entry, tags=draw(TAGS), note=note, entered_late=late)
