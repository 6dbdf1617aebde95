"""What the rules say: frozen answers, each with the words for the runner and the entries it stands on.

`evidence` holds ids of entries, oldest first. None means unknown or not asked; it is never a zero.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from journal.catalogue.shapes import Action, Phase
from journal.model import Episode, Level, Side

Quality = Literal["good", "neutral", "bad", "unrated"]


@dataclass(frozen=True, kw_only=True)
class DayFigures:
    """One journal day of one episode. `high` is the highest rating at its site (a massage's `before` counts)."""

    day: date
    high: int | None = None
    function: int | None = None
    flare: bool = False
    quality: Quality = "unrated"
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One thing that has to be true before running. `met` is None when it was not asked: then it does not block."""

    id: str
    required: bool
    met: bool | None
    value: float | None
    needed: float | None
    text: str
    still: str = ""
    """What is missing, to be read in a list: "2 more good days"; "" when nothing is."""
    app_default: bool = False
    """True when its bar is an app default, and not evidence or the runner's own choice."""
    evidence: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rest:
    """The countdown. `days_left` 0 means ready to run, not well. `rest_day` 1 is the first day without running."""

    rest_day: int
    planned_left: int
    days_left: int
    good_days: int
    good_days_needed: int
    criteria: tuple[Criterion, ...]
    sentence: str
    """"Rest day 4 · at least 2 more · function 90 of 100 % · 1 good day of 3"."""

    @property
    def ready(self) -> bool:
        """True when nothing required is open."""
        return self.days_left == 0

    @property
    def has_sign(self) -> bool:
        """True while a warning sign is open: then no day is named."""
        return any(each.id == "no_warning_sign" and not each.met for each in self.criteria)


@dataclass(frozen=True, kw_only=True)
class RunAdvice:
    """The way back to running. `stage` is the next session, None while resting; not before `earliest`, which is None
    while a warning sign is open.
    """

    stage: int | None
    earliest: date | None
    text: str
    """"next: repeat stage 2 tomorrow, because ..."."""
    tests: tuple[Criterion, ...] = ()
    """The gates before stage 1."""
    last_clean: int | None = None
    evidence: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    most_minutes: int | None = None
    """The most minutes of running that an approved comment leaves, None without one."""
    limits: tuple[str, ...] = ()
    """What approved comments changed here, each with who said so and until when; it is in `text`, too."""


@dataclass(frozen=True, kw_only=True)
class EpisodeStatus:
    """Where one open episode stands on a day. `day` 1 is the day it began."""

    episode: Episode
    day: int
    phase: Phase
    phase_why: str
    rest: Rest
    run: RunAdvice
    offer_to_close: bool = False
    recurrence: bool = False


@dataclass(frozen=True, kw_only=True)
class OpenSign:
    """A warning sign that is open, with what to do. `raised_by` are the entries that raised it."""

    id: str
    level: Level
    text: str
    actions: tuple[Action, ...]
    since: date
    raised_by: tuple[str, ...] = ()
    computed: bool = False
    sources: tuple[str, ...] = ()
    short: str = ""
    site: str | None = None
    side: Side | None = None
    """Where it was felt; None: not said, so both legs."""
    clinician: bool = True
    """True when only what a physio or doctor said takes it back."""
    ask_again: bool = False
    """True when the runner should be asked whether it is still there."""


@dataclass(frozen=True, kw_only=True)
class GateDue:
    """The calf gate has to be answered first. `because` says why, `questions` are gate question ids."""

    because: str
    questions: tuple[str, ...]
    at_once: bool = False
    """True at an onset and at something new after long seated travel: not only before the next massage."""

    @property
    def words(self) -> str:
        """Why nothing is massaged before."""
        return f"the {len(self.questions)} calf questions come first: {self.because}"


@dataclass(frozen=True, kw_only=True)
class Blocks:
    """What is suspended, and by what (the words for the runner); None means not suspended."""

    massage: str | None = None
    leg_strength: str | None = None
    strength: str | None = None
    run: str | None = None
    impact: str | None = None
    """Running, hopping, jumping."""
    stages: str | None = None
    """Advancing in the ladder."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One part of a guided session: `label` is what to do, for `seconds`."""

    label: str
    seconds: int
    kind: Literal["ready", "spot", "switch", "done"] = "spot"


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A technique for a site and side, with its dose today."""

    technique: str
    site: str
    side: Side
    seconds: int
    sets: int
    discomfort_cap: int
    why: str


@dataclass(frozen=True, kw_only=True)
class MassageDay:
    """Today's massage. `blocked_by` is the words that say why none is allowed, None when it is."""

    done: int
    goal: int
    blocked_by: str | None
    gate: GateDue | None
    proposals: tuple[Proposal, ...]
    advice: str = ""
    """The stop rule, the routine, the forgotten leg: at most one sentence."""
    ask_conditions: bool = False
    """True when the questions about contraindications are due."""


@dataclass(frozen=True, kw_only=True)
class Planned:
    """An exercise for today: `sets` of `reps` or of `seconds`, on each `side` or on both (None)."""

    exercise: str
    sets: int
    reps: int | None = None
    seconds: int | None = None
    load_kg: float | None = None
    each_side: bool = False
    why: str = ""
    takes: int = 0
    """About how many seconds it takes with its pauses."""


@dataclass(frozen=True, kw_only=True)
class StrengthPlan:
    """What to do today instead of running. `done` are the ids of the day's strength entries, oldest first."""

    planned: tuple[Planned, ...]
    done: tuple[str, ...]
    why: str
    """One sentence: "hip and core: your calf worked yesterday; no step-down while stairs hurt"."""
    blocked_by: str | None = None
    """What suspends all of it, None when something may be done."""
    legs_blocked_by: str | None = None
    """What suspends leg work alone."""
    lighter: bool = False
    """True in a week with fewer sets."""


@dataclass(frozen=True, kw_only=True)
class Adherence:
    """Strength on the days without a run, of the last `days`; today counts only once it is done."""

    days: int
    planned_days: int
    text: str
    """"strength on 6 of 9 days without a run"."""
