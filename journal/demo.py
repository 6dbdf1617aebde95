"""A sample journal of a year, made by seeded rules: a runner, four sore spells, and the days between them.

The same day and seed give the same entries, ids included. It is nobody's real record.
"""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Literal
from uuid import UUID

from journal.clock import Clock
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
    SafetyCheck,
    Side,
    Strength,
    StrengthSet,
    Trigger,
)

SITE = "upper_outer_calf"
DAYS = 365
OPEN_FOR = 4
"""The last spell began so many days before the end, today included."""
SPELLS = (330, 231, 120)
"""Days before the end on which a sore spell begins, besides the last one."""
AWAY = (range(172, 182), range(68, 71))
"""Days before the end on which nothing was written."""

SUBSTITUTES: tuple[tuple[str, int, int | None, int | None], ...] = (
    ("glute_bridge", 3, 12, None),
    ("dead_bug", 3, 8, None),
    ("band_row", 3, 12, None),
    ("incline_push_up", 3, 10, None),
    ("seated_calf_raise", 3, 15, None),
    ("wall_sit", 3, None, 30),
    ("double_leg_calf_raise", 3, 12, None),
    ("side_plank", 3, None, 25),
    ("single_leg_balance", 3, None, 30),
)
"""exercise, sets, repetitions, seconds."""

NOTES = (
    ("The little ball finds the spot that the roller never reached. #ball", ("ball",)),
    ("New shoes, 8 mm drop instead of 10. #shoes", ("shoes",)),
    ("Hotel bed, slept badly. #travel", ("travel",)),
    ("Stopped twice on the motorway and walked round the car. It helped. #drive", ("drive",)),
    ("Stairs down still feel odd, up is fine.", ()),
    ("First day without thinking of the calf.", ()),
)


@dataclass
class _Runner:
    """What the rules carry from one day to the next."""

    random: Random
    clock: Clock | None = None
    left: float = 0.6
    right: float = 0.4
    spell: Episode | None = None
    stage: int = 0
    good_days: int = 0
    last_run: date = date.min
    away: bool = False
    entries: list[Entry] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Keep `entry`, unless the runner wrote nothing that day."""
        if not self.away:
            number = len(self.entries)
            if self.clock is not None:
                entry = replace(entry, at=self.clock.at(entry.at.date(), entry.at.time()))
            written = replace(entry, id=_id(entry.at, number), recorded_at=entry.at.astimezone(UTC), source="demo")
            self.entries.append(written)


def demo_entries(end: date, seed: int = 7, clock: Clock | None = None) -> tuple[Entry, ...]:
    """The entries of the year up to the morning of `end`, by time.

    Times are UTC; with the runner's `clock` they are in its zone, and what is not yet is left out.
    """
    runner = _Runner(Random(seed), clock)
    for back in range(DAYS - 1, -1, -1):
        day = end - timedelta(days=back)
        runner.away = any(back in away for away in AWAY)
        _live(runner, day, back)
    now = clock.now() if clock is not None else None
    told = (each for each in runner.entries if now is None or each.at <= now)
    return tuple(sorted(told, key=lambda entry: (entry.at, entry.id)))


def _live(runner: _Runner, day: date, back: int) -> None:
    begins = back in SPELLS or back == OPEN_FOR - 1
    if begins:
        runner.left = 4.6 if back < OPEN_FOR else 6.0
    _morning(runner, day, begins)
    if back == 0:
        return
    stirred = _exposures(runner, day, back)
    if runner.spell is not None:
        _sore_day(runner, day)
    else:
        _well_day(runner, day)
    _evening(runner, day)
    fade, noise = (0.76, 0.05) if runner.spell is not None else (0.8, 0.25)
    runner.left = max(0.0, runner.left * fade + stirred * (1 - noise) * 0.8 + runner.random.gauss(0.05, noise))
    runner.right = max(0.0, runner.right * 0.8 + stirred * 0.3 + runner.random.gauss(0.08, 0.25))


def _morning(runner: _Runner, day: date, begins: bool) -> None:
    random = runner.random
    wake = _at(day, 7, random.randint(0, 40))
    if begins:
        runner.spell = Episode(
            at=wake - timedelta(minutes=2),
            site=SITE,
            side="left",
            onset_kind="gradual",
            rest_days=random.choice((3, 4, 5)),
        )
        runner.stage = runner.good_days = 0
        runner.add(runner.spell)
        answers = dict.fromkeys(("rf_dvt", "rf_limb_cold", "rf_night", "rf_footdrop", "rf_pop"), False)
        runner.add(SafetyCheck(at=wake - timedelta(minutes=1), answers=answers))
    if runner.spell is not None or random.random() < 0.55:
        runner.add(Rating(at=wake, site=SITE, side="left", score=_score(runner.left, random)))
        if random.random() < 0.5:
            runner.add(
                Rating(at=wake + timedelta(minutes=1), site=SITE, side="right", score=_score(runner.right, random))
            )
    if runner.spell is not None and random.random() < 0.5:
        tight = _score(runner.left + 0.5, random)
        runner.add(Rating(at=wake + timedelta(minutes=2), site=SITE, side="left", measure="tightness", score=tight))


def _exposures(runner: _Runner, day: date, back: int) -> float:
    """The day's triggers; gives by how much the left leg is stirred up for tomorrow."""
    random, stirred = runner.random, 0.0
    often = 0.3 if day.weekday() in (4, 6) else 0.06
    resting = runner.spell is not None and (day - runner.spell.day).days < 8
    if back == OPEN_FOR or (back - 1) in SPELLS or (random.random() < often and not resting):
        minutes = 180 if back == OPEN_FOR else random.choice((60, 90, 120, 150, 180, 240))
        runner.add(Trigger(at=_at(day, 18, random.randint(0, 59)), trigger="driving", amount=minutes, unit="min"))
        stirred += 1.3 * minutes / 150
    if random.random() < 0.28:
        minutes = random.choice((45, 60, 90, 120))
        runner.add(Trigger(at=_at(day, 21, random.randint(0, 50)), trigger="laptop_on_lap", amount=minutes, unit="min"))
        stirred += 0.5 * minutes / 90
    if random.random() < 0.35:
        flights = random.randint(3, 16)
        runner.add(Trigger(at=_at(day, 13, random.randint(0, 59)), trigger="stairs", amount=flights, unit="flights"))
        stirred += 0.03 * flights
    if random.random() < 0.04:
        text, tags = random.choice(NOTES)
        runner.add(Note(at=_at(day, 21, 55), note=text, tags=tags))
    return stirred


def _sore_day(runner: _Runner, day: date) -> None:
    random = runner.random
    times = 3 if runner.left > 2 else 1
    for hour in (8, 12, 20)[:times]:
        before = _score(runner.left, random)
        technique = "ball_upper_outer_calf_sit" if random.random() < 0.7 else "thumb_release_active_bend"
        runner.add(
            Massage(
                at=_at(day, hour, random.randint(10, 50)),
                technique=technique,
                site=SITE,
                side="left",
                seconds=random.choice((60, 90, 120)),
                before=before,
                after=max(0, before - random.choice((0, 1, 1, 2))),
            )
        )
    _strength(runner, day, 3)
    function = round(max(60.0, 100 - 6 * max(0.0, runner.left - 0.6)))
    function = 100 if runner.left < 1.2 else function - function % 5
    runner.add(Function(at=_at(day, 20, 30), percent=function, limp=runner.left > 5.5))
    runner.good_days = runner.good_days + 1 if runner.left < 1.5 else 0
    assert runner.spell is not None
    if (day - runner.spell.day).days >= runner.spell.rest_days and runner.good_days >= 3:
        _return(runner, day)


def _return(runner: _Runner, day: date) -> None:
    """The way back: tests first, then a walk-run session every other day, then well again."""
    assert runner.spell is not None
    if runner.stage == 0:
        for test, side, value, unit in _TESTS:
            runner.add(GateTest(at=_at(day, 17, 30), test=test, side=side, value=value, unit=unit))
        runner.stage = 1
    elif (day - runner.last_run).days >= 2 and runner.stage <= 8:
        minutes = (0, 6, 12, 18, 24, 27, 28, 30, 35)[runner.stage]
        runner.add(
            Run(
                at=_at(day, 18, 10),
                minutes=minutes,
                km=round(minutes / 6.2, 1),
                stage=runner.stage,
                pain_during=0,
                rpe=3,
            )
        )
        runner.last_run = day
        runner.stage += 1
    elif runner.stage > 8:
        number = next(
            i for i, entry in enumerate(runner.entries) if isinstance(entry, Episode) and entry.ended_on is None
        )
        ended = runner.entries[number]
        assert isinstance(ended, Episode)
        runner.entries[number] = replace(ended, ended_on=day)
        runner.spell = None


_TESTS: tuple[tuple[str, Side | None, float, str], ...] = (
    ("walk_30", None, 0, "score"),
    ("stairs_down", None, 1, "score"),
    ("single_leg_calf_raise", "left", 24, "reps"),
    ("single_leg_calf_raise", "right", 25, "reps"),
)


def _well_day(runner: _Runner, day: date) -> None:
    random = runner.random
    if (day - runner.last_run).days >= 2 and random.random() < 0.7:
        km = round(random.uniform(5, 11), 1)
        pain = _score(runner.left * 0.4, random)
        runner.add(Run(at=_at(day, 18, 40), minutes=round(km * 5.8), km=km, pain_during=pain, rpe=random.randint(3, 6)))
        runner.last_run = day
    elif random.random() < 0.4:
        _strength(runner, day, 2)
    if random.random() < 0.35:
        sides: tuple[Literal["left", "right"], ...] = ("left", "right") if random.random() < 0.7 else ("left",)
        for side in sides:
            runner.add(
                Massage(
                    at=_at(day, 21, 10 if side == "left" else 13),
                    technique="ball_upper_outer_calf_sit",
                    site=SITE,
                    side=side,
                    seconds=60,
                )
            )


def _evening(runner: _Runner, day: date) -> None:
    random = runner.random
    if runner.spell is not None and random.random() < 0.8:
        runner.add(Rating(at=_at(day, 21, 30), site=SITE, side="left", score=_score(runner.left - 0.3, random)))
    if runner.spell is not None and day == runner.spell.day + timedelta(days=1):
        text = "Keep the first runs flat, and no strides before stage 8."
        runner.add(Comment(at=_at(day, 19, 5), author="Coach", role="coach", text=text))


def _strength(runner: _Runner, day: date, number: int) -> None:
    start = (day.toordinal() * number) % len(SUBSTITUTES)
    for index in range(number):
        exercise, sets, reps, seconds = SUBSTITUTES[(start + index) % len(SUBSTITUTES)]
        done = (StrengthSet(reps=reps, seconds=seconds),) * sets
        pain = 1 if runner.left > 3 else 0
        runner.add(Strength(at=_at(day, 17, 5 + 8 * index), exercise=exercise, sets=done, pain_during=pain))


def _score(level: float, random: Random) -> int:
    return min(10, max(0, round(level + random.gauss(0, 0.25))))


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=UTC)


def _id(at: datetime, number: int) -> str:
    """A UUIDv7 of the entry's own time whose random part is made from its place in the journal."""
    random_part = int.from_bytes(hashlib.sha256(f"demo {number}".encode()).digest()[:10], "big")
    value = int(at.timestamp() * 1000) << 80 | random_part
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(UUID(int=value))
