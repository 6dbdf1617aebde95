"""A self-trial: a plan of two-day pairs drawn from a printed seed, and where it stands on a day.

In each pair of days one has the technique and one has not (or has the other technique); which is first is the toss of a
coin. The plan, not what was done, is what the next day's ratings are compared by. A warning sign that is raised, or
pain over 5, ends it: safety comes before the answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Literal

from journal.model import Entry, Massage, Rating, Run, SafetyCheck, SelfTrial, Strength

DAYS, QUICK_LOOK = 28, 14
PAIN_MOST = 5
"""A trial never goes on above this (pain-monitoring model: up to 5 is acceptable, above it is not)."""

POWER = (
    "Four weeks find a difference of 1 point in 86 to 99 of 100 trials; two weeks, a quick look, in 61 to 84. "
    "Half a point takes more than eight weeks."
)
"""What is said before it starts (simulated trials; the more carries over from day to day, the more is found)."""

State = Literal["waiting", "running", "finished", "ended"]


@dataclass(frozen=True, kw_only=True)
class TrialDay:
    """Where a trial stands on `day`. `number` is 1 on its first day; it `ended` before its time because of `why`."""

    trial: SelfTrial
    day: date
    state: State
    ended: date | None = None
    why: str = ""

    @property
    def number(self) -> int:
        """Which day of the plan it is."""
        return (self.day - self.trial.start).days + 1

    @property
    def technique(self) -> str | None:
        """What the plan says for the day: a technique, or None for no massage."""
        return self.trial.technique if on(self.trial, self.day) else self.trial.against

    @property
    def last(self) -> date:
        """The last day of the plan that counts."""
        return last_planned(self.trial) if self.ended is None else self.ended - timedelta(days=1)

    @property
    def over(self) -> bool:
        """True when its answer is due."""
        return self.state in ("finished", "ended")


def on(trial: SelfTrial, day: date) -> bool:
    """Whether a day of the trial is one with the technique; the same seed gives the same plan everywhere."""
    pair, second = divmod((day - trial.start).days, 2)
    heads = sha256(f"self-trial {trial.seed} {pair}".encode()).digest()[0] < 128
    return heads != bool(second)


def plan(trial: SelfTrial) -> tuple[bool, ...]:
    """For each day whether it is one with the technique."""
    return tuple(on(trial, trial.start + timedelta(days=number)) for number in range(trial.days))


def last_planned(trial: SelfTrial) -> date:
    """The last day of the plan."""
    return trial.start + timedelta(days=trial.days - 1)


def trials(entries: Iterable[Entry]) -> list[SelfTrial]:
    """The trials among the entries, in their order."""
    return [each for each in entries if isinstance(each, SelfTrial)]


def standing(trial: SelfTrial, entries: Sequence[Entry], day: date) -> TrialDay:
    """Where a trial stands on `day`, from the entries up to it."""
    reasons = [
        (each.day, why)
        for each in entries
        if trial.day <= each.day <= min(day, last_planned(trial))
        and each.at >= trial.at
        and (why := _ends(each, trial))
    ]
    if trial.ended_on is not None and trial.ended_on <= min(day, last_planned(trial)):
        reasons.append((trial.ended_on, "you ended it"))
    if reasons:
        ended, why = min(reasons)
        return TrialDay(trial=trial, day=day, state="ended", ended=ended, why=why)
    finished = day > last_planned(trial)
    return TrialDay(
        trial=trial, day=day, state="finished" if finished else "waiting" if day < trial.start else "running"
    )


def too_sore(entry: Entry, trial: SelfTrial) -> int | None:
    """The score of an entry that is over what a trial may go on with, None when it is not."""
    match entry:
        case Rating(score=score):
            felt = [score] if (entry.site, entry.side) == (trial.site, trial.side) else []
        case Massage(before=before, after=after):
            here = (entry.site, entry.side) == (trial.site, trial.side)
            felt = [each for each in (before, after) if each is not None] if here else []
        case Run(pain_during=pain) | Strength(pain_during=pain):
            felt = [] if pain is None else [pain]
        case _:
            felt = []
    return max((each for each in felt if each > PAIN_MOST), default=None)


def _ends(entry: Entry, trial: SelfTrial) -> str:
    if isinstance(entry, SafetyCheck):
        return "a warning sign was raised" if entry.level is not None else ""
    score = too_sore(entry, trial)
    return "" if score is None else f"it hurt {score} of 10, over {PAIN_MOST}"
