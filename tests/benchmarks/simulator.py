"""Journals with planted truth: a runner whose soreness carries over, is rated sloppily, and is acted upon.

Level = base + carry-over (Ornstein-Uhlenbeck) + flares + planted effects; a rating is the level with noise, rounded,
between 0 and 10. The runner may skip what hurts, massage when it hurts, and log more when it hurts.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from math import exp, sqrt

import numpy as np

from journal.model import Entry, Massage, Rating, Side, Trigger

START = date(2024, 1, 1)
SITE = "upper_outer_calf"
MORNING, EVENING = 7.5, 21.0
BALL, HANDS = "ball_upper_outer_calf_sit", "thumb_release_active_bend"


@dataclass(frozen=True)
class Habit:
    """How often a trigger happens: `share` of days, more on some weekdays, in busy weeks; its amount and hour."""

    trigger: str
    unit: str
    share: float
    amount: float
    hour: float
    weekdays: tuple[float, ...] = (1,) * 7
    chosen: bool = False
    """True when the runner skips it on sore days."""


HABITS = (
    Habit("driving", "min", 0.18, 120, 17.5, (1, 0.6, 0.6, 0.6, 2, 1.6, 1.6)),
    Habit("stairs", "flights", 0.18, 12, 13.0),
    Habit("laptop_on_lap", "min", 0.25, 90, 19.5, (1.2, 1.2, 1.2, 1.2, 0.6, 0.8, 0.8)),
    Habit("sitting", "min", 0.30, 240, 16.0, (1.4, 1.4, 1.4, 1.4, 1.4, 0, 0)),
    Habit("stress", "score", 0.17, 6, 18.0),
    Habit("long_run", "km", 0.16, 14, 10.0, (0.3, 0.3, 0.3, 0.3, 0.3, 2, 3.5), chosen=True),
    Habit("speed_work", "min", 0.16, 25, 18.5, (0, 3, 0.3, 3, 0.3, 0.3, 0), chosen=True),
    Habit("heavy_leg_strength", "sets", 0.2, 6, 19.0, chosen=True),
)
"""Eight triggers at three lags: 24 tests."""

Effects = dict[tuple[str, int], float]
"""(trigger, lag) to points for a typical amount."""


@dataclass(frozen=True)
class World:
    """What is true in a journal."""

    days: int = 365
    phi: float = 0.7
    spread: float = 1.2
    noise: float = 0.6
    base: float = 3.0
    evening: float = 0.4
    effects: Effects = field(default_factory=dict)
    heavy: bool = False
    """Shocks with three degrees of freedom."""
    flares: float = 0.0
    """A day's chance of one."""
    rated: float = 0.85
    informative: bool = False
    """True: sore days are rated more often, good ones less, and some weeks not at all."""
    selects: bool = False
    """True: what the runner chooses is skipped on sore mornings."""
    massage_at: float | None = None
    """The evening rating from which there is a massage."""
    immediate: float = 0.0
    next_day: float = 0.0
    drift: float = 0.0
    """Points the base moves in a year."""
    triggers: bool = True


@dataclass
class Journal:
    """The entries, and per effect what it truly added to the rounded ratings, for a typical amount."""

    entries: list[Entry] = field(default_factory=list)
    shown: dict[tuple[str, int], float] = field(default_factory=dict)


def simulate(world: World, seed: int, side: Side = "left") -> Journal:
    """A journal of `world.days` days; the same seed gives the same one."""
    return _Life(world, np.random.default_rng([seed, 17]), side).live()


class _Life:
    def __init__(self, world: World, random: np.random.Generator, side: Side) -> None:
        self.world, self.random, self.side = world, random, side
        self.carried = random.normal() * world.spread
        self.flare = 0.0
        self.clock = 0.0
        self.busy = 0.0
        self.away = 0
        self.doses: dict[tuple[str, int], float] = {}
        self.massaged: dict[int, bool] = {}
        self.journal = Journal()
        self.added: dict[tuple[str, int], list[tuple[float, float]]] = {key: [] for key in world.effects}

    def live(self) -> Journal:
        for day in range(self.world.days):
            self._day(day)
        for key, pairs in self.added.items():
            size = sum(dose * dose for dose, _ in pairs)
            self.journal.shown[key] = sum(dose * more for dose, more in pairs) / size if size else float("nan")
        return self.journal

    def _day(self, day: int) -> None:
        world, random = self.world, self.random
        self.busy = 0.9 * self.busy + sqrt(1 - 0.81) * random.normal()
        self.flare += random.uniform(2.5, 4) if random.random() < world.flares else 0.0
        if world.informative and self.away == 0 and random.random() < 0.012:
            self.away = int(random.integers(2, 10))
        self._move(day + MORNING / 24)
        felt = self._feels(day)
        if self._rates(felt):
            self._rate(day, MORNING, felt)
        if world.triggers:
            for habit in HABITS:
                self._do(habit, day, felt)
        self._move(day + EVENING / 24)
        felt = self._feels(day, world.evening, today=True)
        if world.massage_at is not None and felt >= world.massage_at and not self.away:
            self._massage(day, felt)
        elif self._rates(felt):
            self._rate(day, EVENING, felt)
        self.away = max(0, self.away - 1)

    def _move(self, to: float) -> None:
        step = to - self.clock
        kept = self.world.phi**step
        shock = self.random.standard_t(3) / sqrt(3) if self.world.heavy else self.random.normal()
        self.carried = kept * self.carried + sqrt(1 - kept * kept) * self.world.spread * shock
        self.flare *= exp(-step / 6)
        self.clock = to

    def _level(self, day: int, today: bool) -> float:
        world = self.world
        planted = sum(size * self._dose(key, day, today) for key, size in world.effects.items())
        massage = world.next_day if self.massaged.get(day - 1) else 0.0
        return world.base + world.drift * day / 365 + self.carried + self.flare + planted + massage

    def _dose(self, key: tuple[str, int], day: int, today: bool) -> float:
        trigger, lag = key
        return 0.0 if lag == 0 and not today else self.doses.get((trigger, day - lag), 0.0)

    def _feels(self, day: int, more: float = 0.0, *, today: bool = False) -> int:
        exact = self._level(day, today) + more + self.random.normal() * self.world.noise
        for key, size in self.world.effects.items():
            dose = self._dose(key, day, today)
            if dose:
                self.added[key].append((dose, _score(exact) - _score(exact - size * dose)))
        return _score(exact)

    def _rates(self, felt: int) -> bool:
        if self.away:
            return False
        share = self.world.rated + (0.1 if felt >= 3 else -0.2) * self.world.informative
        return bool(self.random.random() < share)

    def _rate(self, day: int, hour: float, felt: int) -> None:
        at = moment(day, hour + self.random.uniform(-0.5, 0.5))
        self.journal.entries.append(Rating(at=at, site=SITE, side=self.side, score=felt))

    def _do(self, habit: Habit, day: int, felt: int) -> None:
        weekday = habit.weekdays[(START + timedelta(days=day)).weekday()] / (sum(habit.weekdays) / 7)
        share = habit.share * weekday * exp(0.4 * self.busy - 0.08)
        if self.world.selects and habit.chosen:
            share *= 1.3 if felt <= 3 else 0.25
        if self.random.random() >= share:
            return
        dose = min(3.0, exp(0.3 * self.random.normal()))
        self.doses[habit.trigger, day] = dose
        if self.away:
            return
        at = moment(day, habit.hour + self.random.uniform(-0.5, 0.5))
        amount = round(dose * habit.amount, 1)
        self.journal.entries.append(Trigger(at=at, trigger=habit.trigger, amount=amount, unit=habit.unit))

    def _massage(self, day: int, before: int) -> None:
        world = self.world
        self.massaged[day] = True
        level = self._level(day, True) + world.evening + world.immediate
        technique = BALL if self.random.random() < 0.6 else HANDS
        self.journal.entries.append(
            Massage(
                at=moment(day, EVENING + 0.2),
                technique=technique,
                site=SITE,
                side=self.side,
                seconds=120,
                before=before,
                after=_score(level + self.random.normal() * world.noise),
            )
        )


def moment(day: int, hour: float) -> datetime:
    """The time of day number `day`, to the minute."""
    midnight = datetime.combine(START + timedelta(days=day), datetime.min.time(), tzinfo=UTC)
    return midnight + timedelta(minutes=round(hour * 60))


def _score(level: float) -> int:
    return int(min(10, max(0, round(level))))
