"""This week: is the change of the last seven days bigger than what these ratings drift by themselves?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from journal.analysis.columns import WEEKDAYS_SPAN, Frame
from journal.analysis.engine import fit
from journal.analysis.rows import Place, Row
from journal.analysis.shapes import Trend
from journal.analysis.student import quantile, two_sided
from journal.analysis.verdicts import CLEAR, LEAST_SE

HISTORY_DAYS, WEEK = 120, 7
LEAST_IN_WEEK, LEAST_BEFORE = 3, 14


def trend(place: Place, rows: Sequence[Row], as_of: date) -> Trend:
    """The change over the week that ends with `as_of`, from the ratings (by time) of the 120 days up to it."""
    end = as_of.toordinal() + 1
    kept = [row for row in rows if not row.after and end - HISTORY_DAYS <= row.day < end]
    in_week = {row.day for row in kept if row.day >= end - WEEK}
    before = {row.day for row in kept if row.day < end - WEEK}
    answer = Trend(site=place[0], side=place[1], baseline_days=end - WEEK - min(before) if before else None)
    if len(in_week) < LEAST_IN_WEEK or len(before) < LEAST_BEFORE:
        return answer
    frame = Frame(kept)
    if not frame.varies:
        return replace(answer, verdict="no_variation")
    calendar = frame.calendar(weekdays=frame.span >= WEEKDAYS_SPAN)
    ramp = np.clip((np.array([row.time for row in kept]) - (end - WEEK)) / WEEK, 0, 1)
    made = fit(frame.times, frame.scores, np.column_stack((*calendar, ramp)))
    change, se = float(made.beta[-1]), max(made.model_se(len(calendar)), LEAST_SE)
    df = max(4.0, min(made.df, frame.span / 4))
    p = two_sided(change / se, df)
    half = quantile(0.95, df) * se
    return replace(
        answer,
        change=change,
        interval90=(change - half, change + half),
        p=p,
        verdict="no_clear_change" if p > CLEAR else "rising" if change > 0 else "falling",
        exceeds_mcid=p <= CLEAR and abs(change) >= answer.mcid,
        prob_rising=1 - p / 2 if change > 0 else p / 2,
    )
