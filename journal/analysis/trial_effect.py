"""What a self-trial showed: the same engine with one column, the plan of the day before."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from journal.analysis.columns import Frame
from journal.analysis.engine import fit
from journal.analysis.rows import Row
from journal.analysis.self_trial import Trial
from journal.analysis.shapes import Experiment
from journal.analysis.student import quantile, two_sided
from journal.analysis.verdicts import CLEAR, LEAST_SE

LEAST_DAYS_EACH = 5
"""Rated days after a day with, and after a day without."""


def trial_effect(trial: Trial, rows: Sequence[Row], last: date) -> Experiment:
    """The answer of a trial up to the planned day `last`, from the ratings of its place, as it was planned."""
    first, end = trial.start.toordinal() + 1, last.toordinal() + 1
    kept = [row for row in rows if not row.after and first <= row.day <= end]
    answer = Experiment(site=trial.site, side=trial.side, planned_days=trial.days)
    frame = Frame(kept)
    planned = np.array([float(trial.on(date.fromordinal(row.day) - timedelta(days=1))) for row in kept])
    days = frame.rated_days
    with_it = frame.days_with(planned) if kept else 0
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
