"""Hypothesis strategies for entries: every kind, every field, values that are odd but true."""

from datetime import date, datetime, time, timedelta, timezone
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from journal.model import (
    KINDS,
    Comment,
    Entry,
    Episode,
    Function,
    GateTest,
    Massage,
    Note,
    Question,
    Rating,
    Run,
    SafetyCheck,
    SelfTrial,
    Strength,
    StrengthSet,
    Trigger,
    Untracked,
)

FIRST = date(1900, 1, 3)
LAST = date(2199, 12, 29)

scores = st.integers(0, 10)
sides = st.sampled_from(["left", "right"])
sites = st.sampled_from(["upper_outer_calf", "mid_calf", "outer_hamstring", "my own place"])
words = st.sampled_from(["driving", "laptop_on_lap", "ball", "calf raise", "Überlauf", "階段", "a"])
texts = st.text(max_size=40)
tags = st.text(min_size=1, max_size=8).filter(lambda tag: not set(tag) & set(" #\t\n\r"))
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
ids = st.integers(0, 2**122 - 1).map(lambda bits: str(UUID(int=bits, version=4)))


def moments(first: date = FIRST, last: date = LAST) -> SearchStrategy[datetime]:
    """Aware datetimes on the dates first..last of their own wall clock, at any offset in minutes."""
    return st.datetimes(datetime.combine(first, time.min), datetime.combine(last, time.max), timezones=offsets)


def amounts(most: float) -> SearchStrategy[float | None]:
    """An amount from 0 to `most`, or None."""
    return st.none() | st.floats(0, most, allow_subnormal=False) | st.integers(0, int(most))


def strength_sets() -> SearchStrategy[StrengthSet]:
    """A set of repetitions or of seconds."""
    extra = {"load_kg": amounts(1000), "side": st.none() | sides}
    return st.builds(StrengthSet, reps=st.integers(0, 1000), **extra) | st.builds(
        StrengthSet, seconds=st.integers(0, 3600), **extra
    )


def entries(*kinds: str, first: date = FIRST, last: date = LAST, recorded: bool | None = None) -> SearchStrategy[Entry]:
    """Entries of the named kinds (default: all). `recorded` True: with id and stamp; False: without; None: either."""
    ats = moments(first, last)
    common: dict[str, SearchStrategy[object]] = {
        "at": ats,
        "zone": st.sampled_from(["", "Europe/Berlin", "Pacific/Kiritimati"]),
        "note": texts,
        "tags": st.lists(tags, max_size=3).map(tuple),
        "source": st.sampled_from(["typed", "import:strava", "import:csv"]),
        "time_known": st.booleans(),
    }
    stamps = {"id": ids, "recorded_at": ats, "entered_late": st.booleans()}
    without = st.one_of(*(_build(kind, common) for kind in kinds or KINDS))
    with_stamps = st.one_of(*(_build(kind, common | stamps) for kind in kinds or KINDS))
    if recorded is None:
        return without | with_stamps
    return with_stamps if recorded else without


def _build(kind: str, common: dict[str, SearchStrategy[object]]) -> SearchStrategy[Entry]:
    if kind == "note":
        common = {**common, "note": st.text(min_size=1, max_size=40).filter(str.strip)}
    if kind == "episode":
        return st.builds(_episode, length=st.none() | st.integers(0, 400), **OWN[kind], **common)
    if kind == "untracked":
        return st.builds(_untracked, days=st.integers(0, 400), **common)
    if kind == "self_trial":
        return st.builds(
            _self_trial, wait=st.integers(0, 30), ended=st.none() | st.integers(0, 60), **OWN[kind], **common
        )
    return st.builds(KINDS[kind], **OWN[kind], **common)


def _untracked(days: int, at: datetime, **fields: object) -> Untracked:
    return Untracked(at=at, last=Note(at=at, note="-").day + timedelta(days=days), **fields)  # type: ignore[arg-type]


def _self_trial(wait: int, ended: int | None, at: datetime, **fields: object) -> SelfTrial:
    day = Note(at=at, note="-").day
    over = None if ended is None else day + timedelta(days=ended)
    return SelfTrial(at=at, start=day + timedelta(days=wait), ended_on=over, **fields)  # type: ignore[arg-type]


def _episode(length: int | None, at: datetime, **fields: object) -> Episode:
    begun = Episode(at=at, site="x", side="left").day
    ended: date | None = None if length is None else begun + timedelta(days=length)
    return Episode(at=at, ended_on=ended, **fields)  # type: ignore[arg-type]


OWN: dict[str, dict[str, SearchStrategy[object]]] = {
    Rating.kind: {
        "site": sites,
        "side": sides,
        "measure": st.sampled_from(["soreness", "tightness", "pain"]),
        "score": scores,
    },
    Function.kind: {
        "percent": st.integers(0, 100),
        "limp": st.none() | st.booleans(),
        "side": st.none() | sides,
    },
    Trigger.kind: {"trigger": words, "amount": amounts(1_000_000), "unit": st.sampled_from(["", "min", "flights"])},
    Massage.kind: {
        "technique": words,
        "site": sites,
        "side": sides,
        "seconds": st.none() | st.integers(0, 6 * 3600),
        "before": st.none() | scores,
        "after": st.none() | scores,
    },
    Strength.kind: {
        "exercise": words,
        "sets": st.lists(strength_sets(), max_size=3).map(tuple),
        "pain_during": st.none() | scores,
    },
    Run.kind: {
        "minutes": amounts(3000),
        "km": amounts(500),
        "stage": st.none() | st.integers(0, 8),
        "pain_during": st.none() | scores,
        "rpe": st.none() | scores,
    },
    GateTest.kind: {
        "test": words,
        "side": st.none() | sides,
        "value": st.floats(0, 10_000),
        "unit": st.sampled_from(["", "reps", "min"]),
    },
    SafetyCheck.kind: {
        "answers": st.dictionaries(st.sampled_from(["rf_dvt", "rf_fever", "Wärme"]), st.booleans(), max_size=3),
        "level": st.none() | st.sampled_from(["emergency", "urgent", "soon", "caution"]),
        "cleared_by": texts,
        "site": st.none() | sites,
        "side": st.none() | sides,
    },
    Episode.kind: {
        "site": sites,
        "side": sides,
        "onset_kind": st.sampled_from(["gradual", "sudden"]),
        "rest_days": st.integers(0, 365),
    },
    Note.kind: {},
    Comment.kind: {
        "author": texts,
        "role": st.sampled_from(["self", "coach", "physio", "doctor"]),
        "text": st.text(min_size=1, max_size=40).filter(str.strip),
        "refers_to": st.none() | ids,
        "constraint": st.none() | texts,
    },
    Question.kind: {
        "site": sites,
        "side": sides,
        "trigger": words,
        "above": amounts(1_000_000),
        "unit": st.sampled_from(["", "min", "flights"]),
        "lag_days": st.integers(0, 2),
        "mornings": st.booleans(),
    },
    SelfTrial.kind: {
        "site": sites,
        "side": sides,
        "technique": st.just("hands"),
        "against": st.none() | words,
        "days": st.sampled_from([14, 28, 180]),
        "seed": st.integers(0, 10**9),
    },
}
