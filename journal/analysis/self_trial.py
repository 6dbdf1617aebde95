"""A self-trial: a plan of two-day pairs drawn from a printed seed. Kept in the journal as a note with a tag.

In each pair of days one has the technique and one has not (or the other technique); which is first is the toss of a
coin. The plan, not what was done, is what the next day's ratings are compared by.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from journal.model import Entry, Note, Rating, SafetyCheck, Side

TAG = "self_trial"
"""The tag of the note that keeps a plan."""
END_TAG = "self_trial_end"
"""The tag of a note that ends it."""
DAYS, QUICK_LOOK = 28, 14
PAIN_MOST = 5
_LINE = re.compile(
    r"self-trial: (?P<side>left|right) (?P<site>\w+), (?P<technique>\w+) against (?P<against>\w+), "
    r"(?P<days>\d+) days from (?P<start>\d{4}-\d\d-\d\d), seed (?P<seed>\d+)"
)

POWER = "Four weeks find a difference of 1 point in about 9 of 10 trials; half a point takes more than eight weeks."
"""What is said before it starts (from simulated trials, the carry-over between 0.5 and 0.9 a day)."""


@dataclass(frozen=True, kw_only=True)
class Trial:
    """A plan: `technique` against another one, or against "none", for `days` from `start`, drawn from `seed`."""

    site: str
    side: Side
    technique: str
    against: str = "none"
    start: date
    days: int = DAYS
    seed: int

    @property
    def line(self) -> str:
        """The plan in one line, which `trial_of` reads again."""
        return (
            f"self-trial: {self.side} {self.site}, {self.technique} against {self.against}, "
            f"{self.days} days from {self.start.isoformat()}, seed {self.seed}"
        )

    def plan(self) -> tuple[bool, ...]:
        """For each day whether it is one with the technique; the same seed gives the same plan everywhere."""
        return tuple(self.on(self.start + timedelta(days=number)) for number in range(self.days))

    def on(self, day: date) -> bool:
        """Whether a day of the trial is one with the technique."""
        pair, second = divmod((day - self.start).days, 2)
        heads = sha256(f"self-trial {self.seed} {pair}".encode()).digest()[0] < 128
        return heads != bool(second)

    def covers(self, day: date) -> bool:
        """True for a day of the plan."""
        return self.start <= day < self.start + timedelta(days=self.days)


def trial_of(line: str) -> Trial | None:
    """The plan that `line` says, None when it says none."""
    found = _LINE.search(line)
    if found is None:
        return None
    words = found.groupdict()
    return Trial(
        site=words["site"],
        side="left" if words["side"] == "left" else "right",
        technique=words["technique"],
        against=words["against"],
        start=date.fromisoformat(words["start"]),
        days=int(words["days"]),
        seed=int(words["seed"]),
    )


def note_of(trial: Trial, at: datetime) -> Note:
    """The note that keeps a plan."""
    return Note(at=at, note=trial.line, tags=(TAG,))


def trials(entries: Iterable[Entry]) -> list[Trial]:
    """The plans in the journal, in the order of the entries."""
    lines = (each.note for each in entries if isinstance(each, Note) and TAG in each.tags)
    return [trial for line in lines if (trial := trial_of(line)) is not None]


def last_day(trial: Trial, entries: Sequence[Entry]) -> date:
    """The last day of the plan that counts: a warning sign, pain over 5 or the runner ends it before its time."""
    planned = trial.start + timedelta(days=trial.days - 1)
    return min((each.day for each in entries if trial.covers(each.day) and _ends(each, trial)), default=planned)


def _ends(entry: Entry, trial: Trial) -> bool:
    match entry:
        case SafetyCheck(level=level):
            return level is not None
        case Rating(measure="pain", score=score):
            return (entry.site, entry.side) == (trial.site, trial.side) and score > PAIN_MOST
        case Note():
            return END_TAG in entry.tags
        case _:
            return False


def today(trial: Trial, entries: Sequence[Entry], day: date) -> bool | None:
    """Whether today is a day with the technique; None when the trial is not running."""
    if not trial.covers(day) or day > last_day(trial, entries):
        return None
    return trial.on(day)
