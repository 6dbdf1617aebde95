"""The timer of a guided massage: how far a session is, from nothing but its steps and seconds that go on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from math import isfinite

from journal.model import Side, require, require_score
from journal.recovery.shapes import Step


@dataclass(frozen=True, kw_only=True)
class Position:
    """Where a session is: its step by number, and the seconds left of that step and of the whole."""

    index: int
    step: Step
    remaining: float
    left: float


@dataclass(frozen=True, kw_only=True)
class Underway:
    """A guided massage as it is kept on the disk: what it is, and how far it had come at the moment `at`.

    `banked` are seconds of the plan that are over, `unworked` those of them that were skipped while pressing. Raises
    InvalidEntry for what cannot be true.
    """

    technique: str
    site: str
    side: Side
    steps: tuple[Step, ...]
    before: int | None
    banked: float
    unworked: float
    over: bool
    at: datetime

    def __post_init__(self) -> None:
        require(self.at.utcoffset() is not None, "the time has no offset from UTC")
        require(bool(self.steps), "a massage has steps")
        require(all(step.seconds >= 0 for step in self.steps), "a step has a negative time")
        require(isfinite(self.banked) and self.banked >= 0, "a massage has a negative time")
        require(isfinite(self.unworked) and 0 <= self.unworked <= self.banked, "more was skipped than is over")
        require_score("before", self.before)


class PhaseTimer:
    """Goes through `steps`; `clock` gives seconds that only go on. It stands until `start` and stops at the end.

    `banked` and `unworked` are as in `Underway`: with them it goes on where another left off.
    """

    def __init__(
        self, steps: Sequence[Step], clock: Callable[[], float], *, banked: float = 0, unworked: float = 0
    ) -> None:
        self.steps = tuple(steps)
        self._ends = tuple(accumulate(step.seconds for step in self.steps))
        self._clock = clock
        self._banked = min(banked, self.total)
        self._unworked = unworked
        self._started: float | None = None

    @property
    def total(self) -> float:
        """Seconds of all steps together."""
        return self._ends[-1]

    @property
    def running(self) -> bool:
        """True between `start` and `pause`, until the end."""
        return self._started is not None and not self.over

    @property
    def over(self) -> bool:
        """True once every step is behind."""
        return self.elapsed >= self.total

    @property
    def elapsed(self) -> float:
        """Seconds of the plan that are behind, skipped ones too."""
        since = 0.0 if self._started is None else max(0.0, self._clock() - self._started)
        return min(self.total, self._banked + since)

    @property
    def unworked(self) -> float:
        """Seconds of pressing that were skipped."""
        return self._unworked

    @property
    def worked(self) -> int:
        """Whole seconds of pressing: getting ready, moving on and what was skipped do not count."""
        elapsed, begin, pressed = self.elapsed, 0.0, 0.0
        for step, end in zip(self.steps, self._ends, strict=True):
            if step.kind == "spot":
                pressed += max(0.0, min(elapsed, end) - begin)
            begin = end
        return round(max(0.0, pressed - self._unworked))

    def position(self) -> Position:
        """Where it is now."""
        elapsed = self.elapsed
        index = next((number for number, end in enumerate(self._ends) if elapsed < end), len(self.steps) - 1)
        return Position(
            index=index,
            step=self.steps[index],
            remaining=max(0.0, self._ends[index] - elapsed),
            left=self.total - elapsed,
        )

    def start(self) -> None:
        """Go on; nothing when it goes already."""
        if self._started is None:
            self._started = self._clock()

    def pause(self) -> None:
        """Stand still; what is behind stays so."""
        self._banked, self._started = self.elapsed, None

    def skip(self) -> None:
        """Jump to the beginning of the next step."""
        here = self.position()
        if here.step.kind == "spot":
            self._unworked += here.remaining
        going = self._started is not None
        self.pause()
        self._banked = self._ends[here.index]
        if going:
            self.start()
