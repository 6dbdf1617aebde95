"""Questions asked ahead: each is answered alone, outside the family, from what came after it was asked.

Nothing is adjusted for what else was looked at, because nothing else was: the question was there before the ratings.
What else was recorded is held equal where there are ratings enough for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from journal.analysis.columns import Frame
from journal.analysis.engine import Array, Fit, fit
from journal.analysis.joint import LEAST_TOLERANCE, enough
from journal.analysis.links import link_columns, testable
from journal.analysis.rows import Doses, Place, Row, rows_after
from journal.analysis.shapes import Answer
from journal.analysis.verdicts import LEAST_DAYS, alone, estimated, unanswered
from journal.model import Entry, Question

ROWS_A_COLUMN = 6
"""What else was recorded has a column while there are so many ratings for each."""


def questions(entries: Sequence[Entry], place: Place) -> list[Question]:
    """The questions about a place, by the time they were asked."""
    return [each for each in entries if isinstance(each, Question) and (each.site, each.side) == place]


def answers(asked: Sequence[Question], rows: Sequence[Row], doses: Mapping[str, Doses]) -> Iterator[Answer]:
    """The answer of each question from the ratings of its place."""
    for question in asked:
        yield _answer(question, Frame(rows_after(question, rows)), doses)


def exposed(question: Question, rows: Sequence[Row], doses: Doses) -> Array:
    """1 for each row after a day with more than was asked about, else 0; of the same day what was over before it."""
    typical, above = doses.typical or 1.0, question.above or 0.0

    def amount(row: Row) -> float:
        return typical * (doses.total(row.day - question.lag_days) if question.lag_days else doses.total_before(row))

    return np.array([float(amount(row) > above) for row in rows])


def _answer(question: Question, frame: Frame, doses: Mapping[str, Doses]) -> Answer:
    column = exposed(question, frame.rows, doses.get(question.trigger, Doses()))
    days = frame.days_with(column) if len(column) else 0
    answer = replace(
        unanswered(question),
        level=frame.level,
        n_exposed_days=days,
        n_unexposed_days=frame.rated_days - days,
        needs_exposed_days=max(0, LEAST_DAYS - days),
    )
    if min(days, frame.rated_days - days) < LEAST_DAYS or not enough(frame):
        return answer
    if not frame.varies:
        return replace(answer, verdict="no_variation")
    others = {name: each for name, each in doses.items() if name != question.trigger}
    made, place = _fitted(frame, column, others)
    if made.tolerance[place] < LEAST_TOLERANCE:
        return replace(answer, verdict="inseparable")
    df = max(3.0, min(made.df, 2.0 * days - 2))
    return alone(estimated(answer, float(made.beta[place]), made.se(made.unit(place)), df))


def _fitted(frame: Frame, column: Array, others: Mapping[str, Doses]) -> tuple[Fit, int]:
    """The fit, and the place of `column` in it."""
    calendar = frame.calendar()
    known = [each for each in link_columns(frame, others) if testable(frame, each)]
    room = max(0, len(frame.rows) // ROWS_A_COLUMN - len(calendar) - 1)
    held = sorted(known, key=lambda each: (-each.exposed_days, each.name))[:room]
    columns = np.column_stack([*calendar, column, *(each.values for each in held)])
    return fit(frame.times, frame.scores, columns), len(calendar)
