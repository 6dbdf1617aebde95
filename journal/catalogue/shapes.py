"""The shapes of the content: what a site, a trigger, a technique, an exercise, a warning sign, a stage is.

All are read from `data/*.toml` and the runner's own additions. `sources` are ids of `Source` ("P31", "K", "D");
`basis` says how sure the numbers are: "published", "knowledge" or "design" (an app default, not evidence).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from journal.model import Level, Side

Basis = Literal["published", "knowledge", "design"]
Evidence = Literal["A", "B", "C", "E"]
"""A: meta-analysis or RCT on this question; B: cohort or validation study; C: expert consensus; E: anecdote."""

Phase = Literal["protect", "load", "return", "maintain"]
PHASES: tuple[Phase, ...] = ("protect", "load", "return", "maintain")

Region = Literal["hip", "core", "upper", "knee", "calf", "foot", "balance", "cardio", "plyo"]

Action = Literal[
    "stop_all",
    "stop_run",
    "stop_leg_strength",
    "stop_massage",
    "show_advice",
    "require_clinician_note",
    "no_impact",
]


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a statement comes from; `address` is "" for general knowledge and app defaults."""

    id: str
    title: str
    address: str = ""
    also: tuple[str, ...] = ()
    """Other addresses of the same."""

    @property
    def words(self) -> str:
        """The title, and the address where it has one."""
        return f"{self.title}, {self.address}" if self.address else self.title


@dataclass(frozen=True, kw_only=True)
class Site:
    """A place on the leg. `massage`: "ok" a muscle belly, "light" light and short only, "no" never pressed."""

    id: str
    name: str
    short: str
    """A few characters for narrow rows: "calf, outer"."""
    say: tuple[str, ...] = ()
    """What people call it; quick entry reads these too."""
    term: str = ""
    structures: str = ""
    view: Literal["back", "front"] = "back"
    massage: Literal["ok", "light", "no"]
    near_no_press: tuple[str, ...] = ()
    note: str = ""
    usual_days: float = 10.0
    """How long a sore spell takes, on median, before the runner's own are known; an app default."""
    sources: tuple[str, ...] = ()
    basis: Basis = "design"
    own: bool = False
    """True for the runner's own addition."""


@dataclass(frozen=True, kw_only=True)
class TriggerKind:
    """Something that may stir the leg up. Amounts are stored in `unit`; `lag_hours` is when a response may show."""

    id: str
    name: str
    unit: str
    """min, h, flights, m, km, count, score, sets: the unit that is stored."""
    ask_unit: str = ""
    """The unit the runner is asked in when it differs from `unit` ("h" for driving); "" for the same."""
    say: tuple[str, ...] = ()
    lag_hours: tuple[int, int]
    typical: float | None = None
    default_on: bool = True
    """False: nothing asks for it of its own accord. To record it is to switch it on."""
    self_chosen: bool = False
    """True where the runner may skip it on bad days (a run): said beside any same-day effect."""
    seated_travel: bool = False
    """Long seated travel: over 4 h opens the calf gate for 28 days at the first new calf symptom."""
    why: str = ""
    sources: tuple[str, ...] = ()
    basis: Basis = "design"
    own: bool = False
    """True for the runner's own addition."""


@dataclass(frozen=True, kw_only=True)
class Technique:
    """A way to massage (or soothe) a site: how to set up, what to feel for, how long, how often, when not."""

    id: str
    name: str
    short: str = ""
    """The name where it has little room; "" is none shorter."""
    tool: str
    """ball, hands, roller, stick, gun, pack, wall, strap, none."""
    say: tuple[str, ...] = ()
    sites: tuple[str, ...]
    muscles: tuple[str, ...] = ()
    press: bool = True
    """False for stretches, heat, cold and walking breaks, which press nothing."""
    setup: str
    cues: tuple[str, ...]
    seconds_per_spot: int
    max_seconds_per_spot: int
    sets: int = 1
    max_sets: int = 2
    max_sessions_per_day: int = 4
    discomfort_cap: int = 4
    phases: tuple[Phase, ...] = PHASES
    evidence: Evidence
    forbidden_if: tuple[str, ...] = ()
    """Conditions under which it is not for now; where a clinician has to be asked, their yes lifts it."""
    never_if: tuple[str, ...] = ()
    """Contraindications under which it is not done, whatever a clinician said of massage."""
    caution: str = ""
    sources: tuple[str, ...] = ()
    basis: Basis = "design"
    own: bool = False
    """True for the runner's own addition."""


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """A strength substitute or (`cardio`) low-impact endurance. Dose is `sets` of `reps` or of `seconds`."""

    id: str
    name: str
    kind: Literal["strength", "cardio"] = "strength"
    say: tuple[str, ...] = ()
    stage: Phase
    """The first phase in which it is offered."""
    equipment: tuple[str, ...] = ()
    """All of it is needed; "band|cable" needs one of the two."""
    region: Region
    also_regions: tuple[Region, ...] = ()
    """What it loads besides."""
    effort: Literal["heavy", "light"]
    sides: Literal["both", "each"] = "both"
    """"each": the dose is for each side."""
    sets: int
    sets_most: int | None = None
    """The top of the range when the sets are a range; None: `sets`."""
    reps: int | None = None
    reps_most: int | None = None
    """The top of the range when the dose is a range; None: `reps`."""
    seconds: int | None = None
    seconds_most: int | None = None
    per_week: int | None = None
    """How often a week at most; None for no limit of its own."""
    tempo: str = ""
    cues: tuple[str, ...]
    easier: str = ""
    harder: str = ""
    """Words, or the id of another exercise: then the swap is offered."""
    stop_pain_gt: int | None = None
    not_if: tuple[str, ...] = ()
    """Ids of the conditions in not_if.toml, or of contraindications."""
    legs: bool = True
    """False for cardio that leaves the legs alone (arm bike). Upper body and core never count as leg work."""
    caution: str = ""
    sources: tuple[str, ...] = ()
    basis: Basis = "design"
    own: bool = False
    """True for the runner's own addition."""


@dataclass(frozen=True, kw_only=True)
class WarningSign:
    """A question whose yes needs a professional. `advice` is shown when it is raised; it never names a finding."""

    id: str
    ask: str
    short: str
    level: Level
    actions: tuple[Action, ...]
    advice: str
    why: str = ""
    worsens_to: Level | None = None
    worsens_when: str = ""
    """When the level rises, and to what."""
    site_days: int | None = None
    """It concerns its site alone, for so many days."""
    calf_gate: bool = False
    """True for the signs the five-question calf gate covers."""
    computed: bool = False
    """True where the journal watches by itself and nobody is asked."""
    sources: tuple[str, ...] = ()
    basis: Basis = "published"


@dataclass(frozen=True, kw_only=True)
class GateQuestion:
    """One of the five questions of the calf gate; a yes raises `raises`."""

    id: str
    ask: str
    raises: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Contraindication:
    """A condition asked once and again after 90 days. "no_massage" of that leg, or "ask_clinician" first."""

    id: str
    ask: str
    means: Literal["no_massage", "ask_clinician"]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Condition:
    """A reason to leave an exercise or a technique out: `text` finishes the sentence "Not if ...".

    With `test` the journal sees it by itself: the latest result of that test is `above` or `below` a number.
    """

    id: str
    text: str
    test: str = ""
    above: float | None = None
    below: float | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class NoPress:
    """A zone that is never pressed, in plain words."""

    id: str
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WalkRunStage:
    """A session of the way back: `repeats` of walk and run minutes, after 5 minutes of walking, before 5 more."""

    stage: int
    name: str
    repeats: int
    walk_minutes: float
    run_minutes: float
    total_run_minutes: float
    how: str
    sources: tuple[str, ...] = ()
    basis: Basis = "design"


@dataclass(frozen=True, kw_only=True)
class TestKind:
    """A return-to-run test: what is measured, how to do it, and what it takes to pass (said by `passes`)."""

    __test__ = False

    id: str
    name: str
    unit: str
    say: tuple[str, ...] = ()
    each_side: bool = False
    how: str
    target: str
    least: float | None = None
    most: float | None = None
    """The lowest and the highest value that passes; None for no bound."""
    sources: tuple[str, ...] = ()
    basis: Basis = "design"

    def passes(self, symmetry: int) -> str:
        """What it takes to pass, in words; `symmetry` is the percent of the other side that is enough for a count."""
        return self.target.replace("{symmetry}", str(symmetry))


@dataclass(frozen=True, kw_only=True)
class Alias:
    """A common word and the one thing it means: `kind` names a list of the catalogue, `id` an entry of it."""

    words: tuple[str, ...]
    kind: Literal["site", "trigger", "technique", "exercise", "test"]
    id: str
    side: Side | None = None


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something in the content that was left out, and why, in one line: file, entry, field."""

    file: str
    entry: str
    field: str
    why: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.entry, self.field) if part)
        return f"{self.file}: {where}: {self.why}" if where else f"{self.file}: {self.why}"


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All content, by id, in the order of the files. `problems` are the runner's own additions that were left out."""

    sites: Mapping[str, Site]
    triggers: Mapping[str, TriggerKind]
    techniques: Mapping[str, Technique]
    exercises: Mapping[str, Exercise]
    signs: Mapping[str, WarningSign]
    gate: tuple[GateQuestion, ...]
    contraindications: Mapping[str, Contraindication]
    stages: tuple[WalkRunStage, ...]
    tests: Mapping[str, TestKind]
    aliases: tuple[Alias, ...]
    sources: Mapping[str, Source]
    no_press: Mapping[str, str]
    """The zones never pressed: id to plain words."""
    not_if: Mapping[str, Condition] = field(default_factory=dict)
    """What `not_if` and `forbidden_if` name besides contraindications."""
    reviewed: date | None = None
    """When a physiotherapist last read all of it, None when a file was never read by one."""
    problems: tuple[Problem, ...] = ()

    @cached_property
    def massage_sites(self) -> tuple[Site, ...]:
        """The sites that may be massaged."""
        return tuple(site for site in self.sites.values() if site.massage != "no")
