"""What the runner records, in the runner's words: one frozen dataclass per kind of entry.

A value that cannot be true is refused when the object is made, so that no door (quick entry, a form, an import)
can let it in. Units: minutes, seconds, kilometres, kilograms; scores are whole numbers 0-10 (NRS).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from math import isfinite
from typing import ClassVar, Literal

from journal.clock import YEARS, journal_day
from journal.errors import JournalError

Side = Literal["left", "right"]
Measure = Literal["soreness", "tightness", "pain"]
SIDES: tuple[Side, ...] = ("left", "right")
MEASURES: tuple[Measure, ...] = ("soreness", "tightness", "pain")
Level = Literal["emergency", "urgent", "soon", "caution"]
OnsetKind = Literal["gradual", "sudden"]
Role = Literal["self", "coach", "physio", "doctor"]
State = Literal["pending", "approved", "rejected"]

NOTE_MOST = 1_000_000
"""The most characters a note or a comment may have."""

LAG_MOST = 2
"""Days after which a trigger is still looked for in the ratings."""

TRIAL_LEAST, TRIAL_MOST, SEED_MOST = 14, 180, 10**9
"""The fewest and the most days of a self-trial, and the highest seed."""


class InvalidEntry(JournalError, ValueError):
    """A value that cannot be true; the message says which, in one line."""


def require(truth: bool, message: str) -> None:
    """Raise InvalidEntry(message) unless `truth`."""
    if not truth:
        raise InvalidEntry(message)


def require_score(name: str, score: int | None) -> None:
    """A score is None or a whole number from 0 to 10."""
    if score is not None and not 0 <= score <= 10:
        raise InvalidEntry(f"{name} {score} is not a 0-10 rating")


def require_amount(name: str, amount: float | None, most: float) -> None:
    """An amount is None or a finite number from 0 to `most`."""
    if amount is not None and not (isfinite(amount) and 0 <= amount <= most):
        raise InvalidEntry(f"{name} {amount:g} is not 0-{most:g}")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What every entry has.

    `at` is the moment it happened (of an activity: when it ended), with the offset from UTC the runner lived by;
    `zone` the IANA zone name, "" when unknown. `time_known` is False when only the day is known (`at` is then 12:00).
    `id` is a UUIDv7, "" until the entry is recorded; `recorded_at` is None until then. `more` is a JSON object of the
    fields that a newer version wrote and this one does not know, "" when there are none.
    """

    kind: ClassVar[str] = ""

    id: str = ""
    at: datetime
    zone: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    source: str = "typed"
    recorded_at: datetime | None = None
    time_known: bool = True
    entered_late: bool = False
    more: str = ""

    def __post_init__(self) -> None:
        require(self.at.utcoffset() is not None, "the time has no offset from UTC")
        # Every entry that is read passes here: words are made only when they are needed.
        if self.at.year not in YEARS:
            raise InvalidEntry(f"the date is out of range: {self.at:%Y-%m-%d}")
        if len(self.note) > NOTE_MOST:
            raise InvalidEntry(f"the note is too long ({len(self.note)}; the most is {NOTE_MOST})")
        if self.tags:
            require(all(tag and not set(tag) & set(" #\t\n\r") for tag in self.tags), "a tag is one word without #")
        self.check()

    def check(self) -> None:
        """Raise InvalidEntry when a value of this kind cannot be true."""

    @cached_property
    def day(self) -> date:
        """The journal day (starts 04:00 at the wall clock of `at`)."""
        return journal_day(self.at)


@dataclass(frozen=True, kw_only=True)
class Rating(Entry):
    """How a site feels: NRS, 0 none to 10 the worst imaginable."""

    kind: ClassVar[str] = "rating"

    site: str
    side: Side
    measure: Measure = "soreness"
    score: int

    def check(self) -> None:
        require_score("score", self.score)


@dataclass(frozen=True, kw_only=True)
class Function(Entry):
    """Percent of normal (SANE, 0-100). `limp` is None when it was not asked; `side` None means both legs together."""

    kind: ClassVar[str] = "function"

    percent: int
    limp: bool | None = None
    side: Side | None = None

    def check(self) -> None:
        require(0 <= self.percent <= 100, f"function {self.percent} is not 0-100 %")


@dataclass(frozen=True, kw_only=True)
class Trigger(Entry):
    """An exposure. `amount` in `unit`, as the catalogue gives it; 0 means asked and none, None how much is unknown."""

    kind: ClassVar[str] = "trigger"

    trigger: str
    amount: float | None = None
    unit: str = ""

    def check(self) -> None:
        require_amount(self.trigger, self.amount, 1_000_000)


@dataclass(frozen=True, kw_only=True)
class Massage(Entry):
    """A self-massage session that ended at `at`; `before` and `after` are scores at the site, None when not asked."""

    kind: ClassVar[str] = "massage"

    technique: str
    site: str
    side: Side
    seconds: int | None = None
    before: int | None = None
    after: int | None = None

    def check(self) -> None:
        require_amount("seconds", self.seconds, 6 * 3600)
        require_score("before", self.before)
        require_score("after", self.after)


@dataclass(frozen=True, kw_only=True)
class StrengthSet:
    """One set: `reps` or a hold of `seconds`, with `load_kg` (None: no weight) on one side or on both (None)."""

    reps: int | None = None
    seconds: int | None = None
    load_kg: float | None = None
    side: Side | None = None

    def __post_init__(self) -> None:
        require((self.reps is None) != (self.seconds is None), "a set has repetitions or seconds")
        require_amount("repetitions", self.reps, 1000)
        require_amount("seconds", self.seconds, 6 * 3600)
        require_amount("load", self.load_kg, 1000)


@dataclass(frozen=True, kw_only=True)
class Strength(Entry):
    """Sets of one exercise; low-impact cardio is one set of seconds. `pain_during` is the worst score."""

    kind: ClassVar[str] = "strength"

    exercise: str
    sets: tuple[StrengthSet, ...] = ()
    pain_during: int | None = None

    def check(self) -> None:
        require_score("pain during", self.pain_during)


@dataclass(frozen=True, kw_only=True)
class Run(Entry):
    """A run. `stage` is the walk-run stage 0-8, None outside the plan; `rpe` 0-10; `pain_during` the worst score."""

    kind: ClassVar[str] = "run"

    minutes: float | None = None
    km: float | None = None
    stage: int | None = None
    pain_during: int | None = None
    rpe: int | None = None

    def check(self) -> None:
        require_amount("minutes", self.minutes, 3000)
        require_amount("km", self.km, 500)
        require(self.stage is None or 0 <= self.stage <= 8, f"stage {self.stage} does not exist: 0-8")
        require_score("pain", self.pain_during)
        require_score("rpe", self.rpe)


@dataclass(frozen=True, kw_only=True)
class GateTest(Entry):
    """The result of a return-to-run test, `value` in `unit`, on one leg or (None) on both."""

    kind: ClassVar[str] = "gate_test"

    test: str
    side: Side | None = None
    value: float
    unit: str = ""

    def check(self) -> None:
        require_amount(self.test, self.value, 10_000)


@dataclass(frozen=True, kw_only=True)
class SafetyCheck(Entry):
    """Answers about warning signs: sign id to True (present) or False; only the signs that were asked.

    `level` is the most urgent level among the signs answered True, None when none was. A check with `cleared_by`
    (who saw it: "physio: name"; what they said is the note) takes back the signs it answers False. `site` and `side`
    say where it was felt or looked at, None when that was not said: then it concerns both legs.
    """

    kind: ClassVar[str] = "safety_check"

    answers: Mapping[str, bool]
    level: Level | None = None
    cleared_by: str = ""
    site: str | None = None
    side: Side | None = None


@dataclass(frozen=True, kw_only=True)
class Episode(Entry):
    """A sore spell that began at `at`. `rest_days` without running are planned; `ended_on` is None while it is open."""

    kind: ClassVar[str] = "episode"

    site: str
    side: Side
    onset_kind: OnsetKind = "gradual"
    rest_days: int = 3
    ended_on: date | None = None

    def check(self) -> None:
        require(0 <= self.rest_days <= 365, f"{self.rest_days} rest days is not 0-365")
        require(self.ended_on is None or self.ended_on >= self.day, "the episode would end before it begins")


@dataclass(frozen=True, kw_only=True)
class Note(Entry):
    """Words: the text is the entry's `note`."""

    kind: ClassVar[str] = "note"

    def check(self) -> None:
        require(bool(self.note.strip()), "the note is empty")


@dataclass(frozen=True, kw_only=True)
class Comment(Entry):
    """What a coach, physio, doctor or the runner says.

    `refers_to` is an entry id, "stage:2" or "exercise:wall_sit"; `constraint` a limit in one line, as
    `journal.recovery.limits` reads it. An imported comment is pending until the runner approves or rejects it; only an
    approved one changes anything.
    """

    kind: ClassVar[str] = "comment"

    author: str
    role: Role = "self"
    text: str
    refers_to: str | None = None
    constraint: str | None = None
    state: State = "approved"

    def check(self) -> None:
        require(bool(self.text.strip()), "the comment is empty")
        require(len(self.text) <= NOTE_MOST, f"the comment is too long (the most is {NOTE_MOST})")


@dataclass(frozen=True, kw_only=True)
class Untracked(Entry):
    """From the day of `at` to `last` (both included) triggers were not recorded: no entry does not mean none then."""

    kind: ClassVar[str] = "untracked"

    last: date

    def check(self) -> None:
        require(self.last >= self.day, "the days that were not tracked would end before they begin")


@dataclass(frozen=True, kw_only=True)
class Question(Entry):
    """A question asked ahead, at `at`: is a day with a trigger followed by another rating of a place?

    `trigger` is the id of one, or "run" or "strength". Only days with more than `above` (in its `unit`) count; None:
    any amount. The ratings are those `lag_days` later; with `mornings` only those before noon.
    """

    kind: ClassVar[str] = "question"

    site: str
    side: Side
    trigger: str
    above: float | None = None
    unit: str = ""
    lag_days: int = 1
    mornings: bool = False

    @property
    def asks(self) -> tuple[str | float | None, ...]:
        """What is asked, without when: two questions with the same are one asked twice."""
        return (self.site, self.side, self.trigger, self.above, self.unit, self.lag_days, self.mornings)

    def check(self) -> None:
        require_amount(self.trigger, self.above, 1_000_000)
        require(0 <= self.lag_days <= LAG_MOST, f"{self.lag_days} days later is not 0-{LAG_MOST}")


@dataclass(frozen=True, kw_only=True)
class SelfTrial(Entry):
    """A plan drawn from `seed` for `days` days from `start`: `technique` on some, on the others `against` (None: none).

    `ended_on` is the last day that counts when the runner ended it early.
    """

    kind: ClassVar[str] = "self_trial"

    site: str
    side: Side
    technique: str
    against: str | None = None
    start: date
    days: int = 28
    seed: int
    ended_on: date | None = None

    def check(self) -> None:
        require(self.start >= self.day, "the trial would begin before it was planned")
        require(TRIAL_LEAST <= self.days <= TRIAL_MOST, f"{self.days} days is not {TRIAL_LEAST} to {TRIAL_MOST} days")
        require(self.days % 2 == 0, f"{self.days} days is not a number of pairs of days")
        require(0 <= self.seed <= SEED_MOST, f"seed {self.seed} is not 0-{SEED_MOST}")
        require(self.technique != self.against, "a trial is of two different things")
        require(self.ended_on is None or self.ended_on >= self.day, "the trial would end before it was planned")


KINDS: Mapping[str, type[Entry]] = {
    each.kind: each
    for each in (
        Rating,
        Function,
        Trigger,
        Massage,
        Strength,
        Run,
        GateTest,
        SafetyCheck,
        Episode,
        Note,
        Comment,
        Untracked,
        Question,
        SelfTrial,
    )
}
"""Every kind of entry by its name, in the order in which a list of kinds is shown."""
