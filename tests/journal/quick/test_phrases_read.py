"""Every kind of line, with exactly what it says."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

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
)
from journal.quick import EpisodeEnd, Reading, RestPlan
from tests.support import MONDAY, moment

Read = Callable[[str], Reading]

NOW = moment(MONDAY)
YESTERDAY = date(2026, 11, 22)
EVENING = moment(YESTERDAY, "20:00")

CALF: dict[str, Any] = {"site": "upper_outer_calf", "side": "left"}
BALL = "ball_upper_outer_calf_sit"


def on(day: date) -> dict[str, Any]:
    """A day without a clock time."""
    return {"at": moment(day, "12:00"), "time_known": False}


def sets(count: int, **each: Any) -> tuple[StrengthSet, ...]:
    """Sets that are alike."""
    return (StrengthSet(**each),) * count


LINES: list[tuple[str, Entry]] = [
    # ratings
    ("5", Rating(at=NOW, score=5, **CALF)),
    ("0", Rating(at=NOW, score=0, **CALF)),
    ("x", Rating(at=NOW, score=10, **CALF)),
    ("10", Rating(at=NOW, score=10, **CALF)),
    ("r 3", Rating(at=NOW, site="upper_outer_calf", side="right", score=3)),
    ("l calf 5", Rating(at=NOW, score=5, **CALF)),
    ("calf 5", Rating(at=NOW, score=5, **CALF)),
    ("Left Upper-Outer Calf 5.", Rating(at=NOW, score=5, **CALF)),
    ("left upper outer calf 5 tight", Rating(at=NOW, score=5, measure="tightness", **CALF)),
    (
        "r hamstring 3 pain yesterday 8pm",
        Rating(at=EVENING, site="outer_hamstring", side="right", score=3, measure="pain"),
    ),
    ("lc 5", Rating(at=NOW, score=5, **CALF)),
    ("rc 5", Rating(at=NOW, site="upper_outer_calf", side="right", score=5)),
    ("lmc 4", Rating(at=NOW, site="mid_calf", side="left", score=4)),
    ("rh 2", Rating(at=NOW, site="outer_hamstring", side="right", score=2)),
    ("5 sore l calf", Rating(at=NOW, score=5, **CALF)),
    ("calf x 7am", Rating(at=moment(MONDAY, "07:00"), score=10, **CALF)),
    ("calf x 8am", Rating(at=moment(YESTERDAY, "08:00"), score=10, **CALF)),
    ("l calf 5 #shoes #hot-day", Rating(at=NOW, score=5, tags=("shoes", "hot-day"), **CALF)),
    ("l calf 5 -- stiff; then fine #am", Rating(at=NOW, score=5, note="stiff; then fine", tags=("am",), **CALF)),
    # function
    ("function 90%", Function(at=NOW, percent=90)),
    ("90%", Function(at=NOW, percent=90)),
    ("f 90", Function(at=NOW, percent=90)),
    ("f 90 limp", Function(at=NOW, percent=90, limp=True)),
    ("f 100 no limp", Function(at=NOW, percent=100, limp=False)),
    ("f r 80 percent yesterday", Function(percent=80, side="right", **on(YESTERDAY))),
    # triggers
    ("drive 3h", Trigger(at=NOW, trigger="driving", amount=180, unit="min")),
    ("drive 3 h", Trigger(at=NOW, trigger="driving", amount=180, unit="min")),
    ("3 hours car", Trigger(at=NOW, trigger="driving", amount=180, unit="min")),
    ("drive 1h30m yesterday", Trigger(trigger="driving", amount=90, unit="min", **on(YESTERDAY))),
    ("drive 1h30 yesterday", Trigger(trigger="driving", amount=90, unit="min", **on(YESTERDAY))),
    ("drive 1h 30min", Trigger(at=NOW, trigger="driving", amount=90, unit="min")),
    ("drive 1,5h", Trigger(at=NOW, trigger="driving", amount=90, unit="min")),
    ("yesterday drive 3h", Trigger(trigger="driving", amount=180, unit="min", **on(YESTERDAY))),
    ("laptop 90m", Trigger(at=NOW, trigger="laptop_on_lap", amount=90, unit="min")),
    ("stairs 12", Trigger(at=NOW, trigger="stairs", amount=12, unit="flights")),
    ("stairs 12 flights", Trigger(at=NOW, trigger="stairs", amount=12, unit="flights")),
    ("flight 6h 2d ago", Trigger(trigger="travel_flight", amount=6, unit="h", **on(date(2026, 11, 21)))),
    ("flight 90m", Trigger(at=NOW, trigger="travel_flight", amount=1.5, unit="h")),
    ("drive none", Trigger(at=NOW, trigger="driving", amount=0, unit="min")),
    ("no drive", Trigger(at=NOW, trigger="driving", amount=0, unit="min")),
    ("drive 0h", Trigger(at=NOW, trigger="driving", amount=0, unit="min")),
    ("drive some", Trigger(at=NOW, trigger="driving", amount=None, unit="min")),
    ("downhill 0.3km", Trigger(at=NOW, trigger="downhill_run", amount=300, unit="m")),
    ("downhill 300m", Trigger(at=NOW, trigger="downhill_run", amount=300, unit="m")),
    ("stress x", Trigger(at=NOW, trigger="stress", amount=10, unit="score")),
    # massage
    (
        "massage ball 10m 6>3 yesterday 8pm",
        Massage(at=EVENING, technique=BALL, seconds=600, before=6, after=3, **CALF),
    ),
    ("massage ball 10m 6 → 3", Massage(at=NOW, technique=BALL, seconds=600, before=6, after=3, **CALF)),
    ("massage ball x>", Massage(at=NOW, technique=BALL, before=10, **CALF)),
    ("massage ball >2", Massage(at=NOW, technique=BALL, after=2, **CALF)),
    ("massage ball before 6 after 3", Massage(at=NOW, technique=BALL, before=6, after=3, **CALF)),
    ("ball 5m", Massage(at=NOW, technique=BALL, seconds=300, **CALF)),
    (
        "massage roller mid calf l 90s",
        Massage(at=NOW, technique="roller_mid_calf", site="mid_calf", side="left", seconds=90),
    ),
    ("massage ball r glute 2m", Massage(at=NOW, technique="ball_glute", site="glute", side="right", seconds=120)),
    (
        "massage roller hamstring r 1m",
        Massage(at=NOW, technique="roller_hamstring", site="outer_hamstring", side="right", seconds=60),
    ),
    ("heat 15m", Massage(at=NOW, technique="heat_pack", seconds=900, **CALF)),
    # strength
    ("bridge 3x12", Strength(at=NOW, exercise="glute_bridge", sets=sets(3, reps=12))),
    ("bridge 3 sets of 12", Strength(at=NOW, exercise="glute_bridge", sets=sets(3, reps=12))),
    ("wall sit 4x30s", Strength(at=NOW, exercise="wall_sit", sets=sets(4, seconds=30))),
    (
        "calf raise 3x12 @20kg",
        Strength(at=NOW, exercise="double_leg_calf_raise", sets=sets(3, reps=12, load_kg=20)),
    ),
    (
        "single-leg calf raise l 3x8 pain 2",
        Strength(at=NOW, exercise="single_leg_calf_raise", sets=sets(3, reps=8, side="left"), pain_during=2),
    ),
    (
        "rdl l 2x8 @10kg r 1x8",
        Strength(
            at=NOW,
            exercise="romanian_deadlift",
            sets=(*sets(2, reps=8, load_kg=10, side="left"), *sets(1, reps=8, side="right")),
        ),
    ),
    ("bike 20m", Strength(at=NOW, exercise="cycling", sets=sets(1, seconds=1200))),
    ("walk 1h 30m pain 1", Strength(at=NOW, exercise="walk", sets=sets(1, seconds=5400), pain_during=1)),
    ("bridge done", Strength(at=NOW, exercise="glute_bridge")),
    # runs and tests
    ("run 20m 3km stage 2 pain 1", Run(at=NOW, minutes=20, km=3, stage=2, pain_during=1)),
    ("run 5k rpe 4", Run(at=NOW, km=5, rpe=4)),
    ("run stage 1 yesterday", Run(stage=1, **on(YESTERDAY))),
    ("run 1mi", Run(at=NOW, km=1.609344)),
    ("test calf raise l 22", GateTest(at=NOW, test="single_leg_calf_raise", side="left", value=22, unit="count")),
    ("calf raise test r 25", GateTest(at=NOW, test="single_leg_calf_raise", side="right", value=25, unit="count")),
    ("test walk 30 1", GateTest(at=NOW, test="walk_30", value=1, unit="score")),
    ("test full motion yes", GateTest(at=NOW, test="full_motion", value=1, unit="yes")),
    ("test full motion no", GateTest(at=NOW, test="full_motion", value=0, unit="yes")),
    # episodes
    ("flare l upper outer calf rest 4", Episode(at=NOW, rest_days=4, **CALF)),
    ("flare calf rest 4 days sudden", Episode(at=NOW, rest_days=4, onset_kind="sudden", **CALF)),
    ("flare began friday", Episode(**CALF, **on(date(2026, 11, 20)), entered_late=True)),
    (
        "flare r hamstring 21 nov ended yesterday",
        Episode(site="outer_hamstring", side="right", ended_on=YESTERDAY, **on(date(2026, 11, 21))),
    ),
    # words
    ("note new shoes today #shoes", Note(at=NOW, note="new shoes today", tags=("shoes",))),
    ("note wore the #new ones; fine", Note(at=NOW, note="wore the #new ones; fine", tags=("new",))),
    (r"note my \#1 reason", Note(at=NOW, note="my #1 reason")),
    ("note sat too long yesterday", Note(at=NOW, note="sat too long yesterday")),
    ("note sun: too hot", Note(note="too hot", **on(YESTERDAY))),
    ("note yesterday new shoes", Note(note="new shoes", **on(YESTERDAY))),
    ("note yesterday 8pm: knee clicked", Note(at=EVENING, note="knee clicked")),
    ("note : yesterday was hard", Note(at=NOW, note="yesterday was hard")),
    (
        "comment coach Anna: no hills; #plan",
        Comment(at=NOW, role="coach", author="Anna", text="no hills;", tags=("plan",)),
    ),
    ("comment yesterday physio Ben Lee: ok", Comment(role="physio", author="Ben Lee", text="ok", **on(YESTERDAY))),
    ("comment self: fine", Comment(at=NOW, role="self", author="self", text="fine")),
]


@pytest.mark.parametrize(("line", "entry"), LINES, ids=[line for line, _ in LINES])
def test_a_line_says_exactly_this(line: str, entry: Entry, reading: Read) -> None:
    assert reading(line).entries == (entry,)
    assert reading(line).changes == ()


def test_the_case_and_blanks_do_not_matter(reading: Read) -> None:
    for line in ("l calf 5 tight yesterday", "drive 1h30m", "massage ball 10m 6>3"):
        assert reading(f"  {line.upper()}  ".replace(" ", "  ")).entries == reading(line).entries


def test_what_was_chosen_is_said(reading: Read) -> None:
    assert reading("5").said == ("left upper outer calf: soreness 5 · today 07:30",)
    assert reading("calf 5 8pm").said == ("left upper outer calf: soreness 5 · yesterday 20:00",)
    assert reading("drive 3h fri").said == ("Driving 3 h · Fri 20 Nov, time not known",)
    assert reading("stairs 4 3 nov 2025 2am").said == (
        "Stairs, both directions 4 flights · Sun 2 Nov 2025, in the night 02:00",
    )
    assert reading("note hi").said == ("note: hi · today 07:30",)
    (said,) = reading("massage ball 5m").said
    assert "Ball under the upper outer calf, sitting" in said and "left upper outer calf" in said


def test_semicolons_separate_entries_but_not_inside_words(reading: Read) -> None:
    found = reading("l calf 5; drive 3h yesterday ;; note slept badly; so what")
    assert [entry.kind for entry in found.entries] == ["rating", "trigger", "note"]
    assert found.entries[2].note == "slept badly; so what"
    assert len(found.said) == 3


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("well again", EpisodeEnd(day=MONDAY)),
        ("well again yesterday", EpisodeEnd(day=YESTERDAY)),
        ("well again l calf 20 nov", EpisodeEnd(day=date(2026, 11, 20), site="upper_outer_calf", side="left")),
        ("well r", EpisodeEnd(day=MONDAY, side="right")),
        ("well again hamstring", EpisodeEnd(day=MONDAY, site="outer_hamstring")),
    ],
)
def test_well_again_asks_to_end_an_episode(line: str, end: EpisodeEnd, reading: Read) -> None:
    found = reading(line)
    assert (found.entries, found.changes) == ((), (end,))
    assert found.said[0].startswith("well again: ")


@pytest.mark.parametrize(
    ("line", "plan"),
    [
        ("rest 6", RestPlan(day=MONDAY, days=6)),
        ("rest 6 days", RestPlan(day=MONDAY, days=6)),
        ("l calf rest 6", RestPlan(day=MONDAY, days=6, site="upper_outer_calf", side="left")),
        ("rest r 6", RestPlan(day=MONDAY, days=6, side="right")),
    ],
)
def test_rest_asks_for_more_rest_days(line: str, plan: RestPlan, reading: Read) -> None:
    found = reading(line)
    assert (found.entries, found.changes) == ((), (plan,))
    assert found.said[0].startswith("6 rest days planned: ")


def test_more_than_two_days_back_was_entered_late(reading: Read) -> None:
    late = {days: reading(f"calf 3 {days}d ago").entries[0].entered_late for days in (0, 1, 2, 3, 40)}
    assert late == {0: False, 1: False, 2: False, 3: True, 40: True}


def test_entries_are_unrecorded_and_carry_the_zone(reading: Read) -> None:
    (entry,) = reading("5").entries
    assert (entry.id, entry.source, entry.recorded_at) == ("", "typed", None)
    assert isinstance(entry.at, datetime) and entry.at.utcoffset() is not None
