"""The soreness decision table: what a run was followed by at the sore site, and what that asks for.

Adapted from the soreness rules of the University of Delaware as published by Adams [P52]; the numbers are settings.
What is not a score is said by a tag of the run: `warmup` (sore in the warm-up, gone while running), `warmup-stayed`
(it stayed, or came back), `both-sides` (the ache of muscles on both legs: the pain during is then left out).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from journal.model import Run
from journal.recovery.leg import Leg, highest
from journal.recovery.scores import Score
from journal.settings import Settings

Outcome = Literal["pending", "unrated", "clean", "repeat", "day_off", "lower", "drop", "flare"]
"""From mild to severe. "pending": the next morning is still to come; "unrated": it was never rated."""

SEVERITY: tuple[Outcome, ...] = ("clean", "repeat", "day_off", "lower", "drop", "flare")
SOURCES = ("P52", "P35", "D")


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a run asks for, and why (`text` follows "because"). `days_off` are days without a run after it.

    `flare_on` is the day on which it became a flare-up, None when it did not.
    """

    run: Run
    outcome: Outcome
    text: str
    days_off: int
    flare_on: date | None = None
    evidence: tuple[str, ...] = ()

    @property
    def sore(self) -> bool:
        """True when the session was not clean, as far as is known."""
        return self.outcome in SEVERITY[1:]

    @property
    def goes_down(self) -> bool:
        """True when a lower stage comes next."""
        return self.outcome in ("lower", "drop")


@dataclass(frozen=True)
class _Finding:
    outcome: Outcome
    text: str
    on: date
    evidence: tuple[str, ...] = ()


def judge(run: Run, leg: Leg, settings: Settings) -> Verdict:
    """The row of the table that a run falls into, by what was logged of the leg up to its `today`."""
    baseline = leg.baseline(run.at - timedelta(minutes=run.minutes or 0), run.day, settings)
    findings = (
        *_during(run, baseline, settings),
        *_limp(run, leg),
        *_after(run, leg, baseline, settings),
        *_next_day(run, leg, baseline, settings),
    )
    worst = max(findings, key=lambda each: SEVERITY.index(each.outcome), default=_nothing(run, leg))
    days_off = {"day_off": settings.sore_days_off, "drop": settings.drop_days_off}.get(worst.outcome, 0)
    return Verdict(
        run=run,
        outcome=worst.outcome,
        text=worst.text,
        days_off=max(days_off, settings.days_between_runs if run.stage != 0 else 0),
        flare_on=min((each.on for each in findings if each.outcome == "flare"), default=None),
        evidence=tuple(dict.fromkeys(each for each in (run.id, *worst.evidence) if each)),
    )


def _nothing(run: Run, leg: Leg) -> _Finding:
    morning = leg.scores.get(run.day + timedelta(days=1), ())
    if morning:
        return _Finding("clean", "nothing during and nothing more the next morning", run.day, _ids(morning))
    if leg.today <= run.day + timedelta(days=1):
        return _Finding("pending", "the morning after the last run is still to be rated", run.day)
    return _Finding("unrated", "the morning after the last run was not rated, so it does not count", run.day)


def _during(run: Run, baseline: int, settings: Settings) -> Iterator[_Finding]:
    pain, tags = run.pain_during or 0, {tag.casefold().replace("-", "") for tag in run.tags}
    hurt = f"it hurt {pain} of 10 while running"
    if pain > settings.run_pain_flare:
        yield _Finding("flare", hurt, run.day)
    elif pain > baseline and "bothsides" not in tags:
        yield _Finding("lower" if pain > settings.run_pain_most else "repeat", hurt, run.day)
    if "warmupstayed" in tags:
        yield _Finding("drop", "soreness from the warm-up stayed or came back", run.day)
    elif "warmup" in tags:
        yield _Finding("repeat", "it was sore in the warm-up and settled while running", run.day)


def _limp(run: Run, leg: Leg) -> Iterator[_Finding]:
    next_day = run.day + timedelta(days=1)
    for each in (*leg.functions.get(run.day, ()), *leg.functions.get(next_day, ())):
        after = each.at >= run.at or not (each.time_known and run.time_known)
        if each.limp and after:
            yield _Finding("flare", "there was a limp after the run", each.day, (each.id,))


def _after(run: Run, leg: Leg, baseline: int, settings: Settings) -> Iterator[_Finding]:
    late = run.at + timedelta(minutes=settings.sore_after_minutes)
    after = [each for each in leg.scores.get(run.day, ()) if each.timed and run.time_known and each.at >= late]
    high = highest(after)
    if high is not None and high > baseline and not leg.both_sides(run.day):
        yield _Finding("day_off", f"it was still sorer than before, at {high}, later that day", run.day, _ids(after))


def _next_day(run: Run, leg: Leg, baseline: int, settings: Settings) -> Iterator[_Finding]:
    day = run.day + timedelta(days=1)
    scores, high = leg.scores.get(day, ()), highest(leg.scores.get(day, ()))
    if high is None or high <= baseline or leg.both_sides(day):
        return
    morning = leg.morning(day)
    risen = highest(morning) or 0
    if risen - baseline >= settings.morning_rise_flare:
        yield _Finding("flare", f"the next morning was at {risen}, up from {baseline}", day, _ids(morning))
    yield _Finding("day_off", f"it was sorer the next day, at {high}, up from {baseline}", day, _ids(scores))


def _ids(scores: Iterable[Score]) -> tuple[str, ...]:
    return tuple(score.id for score in scores)
