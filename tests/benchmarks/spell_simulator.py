"""Sore spells with a known end: they fade by halves, in a straight line, in steps, or stay at a low level for long."""

from dataclasses import dataclass
from datetime import timedelta
from math import exp, log
from typing import Literal

import numpy as np

from journal.model import Entry, Function, Rating
from tests.benchmarks.simulator import EVENING, MORNING, SITE, moment

Shape = Literal["halving", "line", "steps", "stuck"]
QUIET_DAYS = 20


@dataclass(frozen=True)
class Healing:
    """A population: each runner has a median length around `median` days (log SD `between`), each spell its own.

    By default the lengths that are measured have the prior's median and spread (about 10 days, log SD 0.64).
    """

    shape: Shape = "halving"
    median: float = 10.0
    between: float = 0.5
    within: float = 0.5
    past: int = 0
    fixed: bool = False
    """True: every runner has the same median (all heal slowly, or fast)."""


@dataclass(frozen=True)
class Spells:
    """The entries, and the day number on which the last spell began."""

    entries: list[Entry]
    began: int


def simulate_spells(healing: Healing, seed: int) -> Spells:
    """A runner with `healing.past` finished spells and one more, logged to its end."""
    random = np.random.default_rng([seed, 23])
    own = log(healing.median) + (0.0 if healing.fixed else healing.between * random.normal())
    entries: list[Entry] = []
    began = 5
    for number in range(healing.past + 1):
        if number:
            began += QUIET_DAYS
        length = max(2.0, exp(own + healing.within * random.normal()))
        logged = int(length * 1.6) + 12
        wiggle = _Wiggle(random)
        peak = random.uniform(4.5, 7.5)
        for passed in range(0 if number else -2, logged):
            level = _level(healing.shape, passed, length, peak) + wiggle.move(passed, length)
            _log(entries, began + passed, max(0.0, level), random)
        if number < healing.past:
            began += logged
    return Spells(entries, began)


class _Wiggle:
    """What comes on top from day to day: good and bad days that carry over, and set-backs; it fades with the spell."""

    def __init__(self, random: np.random.Generator) -> None:
        self.random, self.carried, self.set_back = random, 0.0, 0.0

    def move(self, passed: int, length: float) -> float:
        self.carried = 0.6 * self.carried + 0.8 * 0.8 * self.random.normal()
        self.set_back *= 0.7
        if 1 <= passed < length and self.random.random() < 0.05:
            self.set_back += self.random.uniform(1.5, 3)
        return 0.0 if passed <= 0 else (self.carried if passed < length else 0.3 * self.carried) + self.set_back


def _level(shape: Shape, passed: int, length: float, peak: float) -> float:
    """Soreness without the wiggle: from `peak` to 1 when `length` days have passed."""
    if passed < 0:
        return 0.3
    share = passed / length
    if shape == "halving":
        return 0.3 + (peak - 0.3) * exp(-share * log((peak - 0.3) / 0.7))
    if shape == "line":
        return max(0.3, peak - (peak - 1) * share)
    if shape == "stuck":
        return 0.3 if share >= 1 else max(2.4, peak - 8 * share)
    return 0.3 if share >= 1 else max(1.6, peak - (peak - 1) * int(share * 4) / 4)


def _log(entries: list[Entry], day: int, level: float, random: np.random.Generator) -> None:
    for hour in (MORNING, EVENING):
        if random.random() < 0.85 or level > 4:
            felt = int(min(10, max(0, round(level + 0.5 * random.normal()))))
            entries.append(Rating(at=moment(day, hour), site=SITE, side="left", score=felt))
    percent = 100 if level <= 1.2 else max(0, int(round((100 - 6 * level) / 5) * 5))
    if random.random() < 0.9 or level > 4:
        entries.append(Function(at=moment(day, EVENING) + timedelta(minutes=5), percent=percent))
