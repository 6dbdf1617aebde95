"""What a self-trial showed: the same engine with one column, the plan of the day before."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from journal.analysis.columns import Frame
from journal.analysis.engine import fit
from journal.analysis.rows import Row
from journal.analysis.self_trial import TrialDay, last_planned, on
from journal.analysis.shapes import Experiment
from journal.analysis.student import quantile, two_sided
from journal.analysis.verdicts import CLEAR, LEAST_SE

LEAST_DAYS_EACH = 5
"""Rated days after a day with, and after a day without."""


def experiment(now: TrialDay, rows: Sequence[Row]) -> Experiment:
    """The answer of a trial from the ratings of its place; while it goes on, the plan alone and no answer."""
    trial = now.trial
    answer = Experiment(
        site=trial.site,
        side=trial.side,
        planned_days=trial.days,
        technique=trial.technique,
        against=trial.against,
        start=trial.start,
        seed=trial.seed,
        state=now.state,
        ended=now.ended,
        why=now.why,
        answer_on=last_planned(trial) + timedelta(days=1),
    )
    return as_planned(answer, now, rows) if now.over else answer


def as_planned(answer: Experiment, now: TrialDay, rows: Sequence[Row]) -> Experiment:
    """`answer` with what followed the days of the plan, whatever was done on them."""
    trial = now.trial
    first, end = trial.start.toordinal() + 1, now.last.toordinal() + 1
    kept = [row for row in rows if not row.after and first <= row.day <= end]
    frame = Frame(kept)
    planned = np.array([float(on(trial, date.fromordinal(row.day) - timedelta(days=1))) for row in kept])
    days = frame.rated_days
    with_it = frame.days_with(planned) if kept else 0
    answer = replace(answer, days_with=with_it, days_without=days - with_it)
    if min(with_it, days - with_it) < LEAST_DAYS_EACH:
        return answer
    if not frame.varies:
        return replace(answer, verdict="unclear")
    calendar = frame.calendar(weekdays=False)
    made = fit(frame.times, frame.scores, np.column_stack((*calendar, planned)))
    effect, se = float(made.beta[-1]), max(made.model_se(len(calendar)), LEAST_SE)
    p = two_sided(effect / se, days - 3)
    half = quantile(0.95, days - 3) * se
    return replace(
        answer,
        effect=effect,
        interval90=(effect - half, effect + half),
        p=p,
        verdict="unclear" if p > CLEAR else "helps" if effect < 0 else "hurts",
    )
