"""The walk-run ladder: which stage comes next after the sessions so far, and not before when.

Two clean sessions before the next stage [P51], at most two stages up in 7 days, no run on the day after a run [P50];
what a session was is judged in `soreness`. Numbers are settings.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from journal.catalogue.shapes import WalkRunStage
from journal.model import Run
from journal.plural import count
from journal.recovery.course import Course
from journal.recovery.soreness import Verdict
from journal.recovery.text import short, times
from journal.settings import Settings

FIRST, FULL, LAST = 1, 7, 8
"""The first stage with running, the first of continuous running, and the last."""

SOURCES = ("P50", "P51", "P92", "D")


@dataclass
class Ladder:
    """Where the ladder stands. `stage` is the next session, `because` why.

    `clean` counts the clean sessions at `stage`; `last_clean` is the stage of the latest clean session. `full_from` is
    the day of the first clean session of continuous running since the last flare-up on the ladder; `came_back` is
    true when that flare-up came soon after continuous running (a recurrence).
    """

    stage: int = FIRST
    because: str = "the leg is ready and the tests are done"
    clean: int = 0
    last_clean: int | None = None
    full_from: date | None = None
    came_back: bool = False
    held_until: date | None = None
    last: Verdict | None = None
    _ups: list[date] = field(default_factory=list)
    _drops: list[date] = field(default_factory=list)
    _sore: Counter[int] = field(default_factory=Counter)
    _last_full: date | None = None
    _last_at: int | None = None

    @property
    def repeats(self) -> bool:
        """True when the last session was of the stage that comes next."""
        return self._last_at == self.stage

    def go_up(self, day: date, settings: Settings) -> None:
        """Move on to the next stage when a session on `day` may be one stage up."""
        if self.clean < settings.clean_needed or self.stage == LAST:
            return
        recent = [up for up in self._ups if up > day - timedelta(days=settings.advances_days)]
        if self.held_until is not None and day <= self.held_until:
            self.because += f"; this stage is held until {short(self.held_until, settings)}"
        elif len(recent) >= settings.advances_most:
            self.because = (
                f"{count(settings.advances_most, 'stage')} up in {count(settings.advances_days, 'day')} is the most"
            )
        else:
            self.because = f"stage {self.stage} was clean {times(self.clean)}"
            self.stage, self.clean = self.stage + 1, 0
            self._ups.append(day)

    def take(self, verdict: Verdict, stages: Sequence[WalkRunStage], settings: Settings) -> None:
        """Count one session."""
        run = verdict.run
        self.go_up(run.day, settings)
        at = nearest_stage(run, stages)
        at = self.stage if at is None else at
        if min(at, self.stage) >= FULL:
            self._last_full = run.day
        if verdict.outcome == "flare":
            return
        self.last, self.because = verdict, verdict.text
        if verdict.outcome == "clean":
            self._count_clean(at, run.day, settings)
        elif verdict.sore:
            self._count_sore(min(at, self.stage), verdict, settings)
        self._last_at = at

    def fall_back(self, day: date, settings: Settings) -> None:
        """Begin again after a flare-up on the ladder: some stages back from the last clean one."""
        recent = self._last_full is not None and (day - self._last_full).days <= settings.recurrence_days
        self.came_back = recent
        self.because = f"there was a flare-up at stage {self.stage}"
        # A ladder that was down at the walk of stage 0 stays there: more pain never moves it up.
        back = max(FIRST, min(self.last_clean or 0, self.stage) - settings.relapse_stages_back)
        self.stage = min(back, self.stage)
        self.clean, self.full_from, self._last_full, self._last_at = 0, None, None, None
        self._sore.clear()

    def _count_clean(self, at: int, day: date, settings: Settings) -> None:
        # A session above the plan counts for the stage of the plan: no stage is skipped.
        self.last_clean = min(at, self.stage)
        if self.last_clean >= FULL:
            self.full_from = self.full_from or day
        if at < self.stage:
            self.because = f"stage {at} was clean, and stage {self.stage} is next"
            return
        self.clean += 1
        done = f"{self.clean} of {settings.clean_needed} clean sessions at stage {self.stage} is done"
        self.because = done if self.clean < settings.clean_needed else f"stage {self.stage} was clean"

    def _count_sore(self, at: int, verdict: Verdict, settings: Settings) -> None:
        day = verdict.run.day
        self._sore[at] += 1
        before, self.stage = self.stage, max(0, at - 1) if verdict.goes_down else at
        if self.stage != before:
            self.clean = 0
        if verdict.goes_down:
            self._drops.append(day)
        drops = [each for each in self._drops if each > day - timedelta(days=settings.drops_days)]
        hold = ""
        if len(drops) >= settings.drops_hold:
            hold = f"{count(len(drops), 'drop')} in {count(settings.drops_days, 'day')}"
        elif self._sore[at] >= settings.repeats_hold:
            hold = f"stage {at} was repeated {times(self._sore[at])}"
        if hold:
            self._hold(day, hold, settings)

    def _hold(self, day: date, why: str, settings: Settings) -> None:
        stage = min(self.stage, self.last_clean or 0)
        if stage != self.stage:
            self.stage, self.clean = stage, 0
        self.held_until = day + timedelta(days=settings.hold_days)
        self.because = f"{why}: it stays there until {short(self.held_until, settings)}, and a physiotherapist may help"


def climb(course: Course, stages: Sequence[WalkRunStage], settings: Settings, next_day: date) -> Ladder:
    """The ladder after the sessions of an episode, for a next session on `next_day`."""
    ladder = Ladder()
    for each in course.sessions:
        if isinstance(each, date):
            ladder.fall_back(each, settings)
        else:
            ladder.take(each, stages, settings)
    if ladder.last is None or ladder.last.outcome != "pending":
        ladder.go_up(next_day, settings)
    return ladder


def nearest_stage(run: Run, stages: Sequence[WalkRunStage]) -> int | None:
    """The stage a run was; outside the plan the one with the nearest minutes of running, None when unknown."""
    if run.stage is not None or run.minutes is None:
        return run.stage
    minutes = run.minutes
    running = [each for each in stages if each.total_run_minutes > 0]
    if not running:
        return None
    if minutes > max(each.total_run_minutes for each in running):
        return LAST
    return min(running, key=lambda each: (abs(each.total_run_minutes - minutes), each.stage)).stage
