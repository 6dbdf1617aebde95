"""What follows a massage, from what was logged: just after it and the next day, against what ratings predicted.

Massage is done when it hurts, and a moment picked because it hurts is followed by a better one by itself: the plain
mean of after less before shows about half a point of relief from a massage that does nothing. Here `before` is one more
rating that the fit predicts from, and what is left is the effect. Nobody drew lots, so expectation is included.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from journal.analysis.columns import Frame
from journal.analysis.joint import Column, Joint, Name, enough
from journal.analysis.rows import Place, Row
from journal.analysis.shapes import Comparison, MassageEffect, Outcome
from journal.analysis.verdicts import LEAST_DAYS, estimated
from journal.model import Entry, Massage
from journal.recovery.scores import entered_too_late

NEXT, SECOND, AFTER = 1, 2, 0
OUTCOMES: tuple[tuple[Outcome, int], ...] = (("immediate", AFTER), ("next_day", NEXT))


@dataclass(frozen=True)
class Sessions:
    """The sessions of one technique whose `before` was rated: their days, and how many have an `after` too."""

    technique: str
    days: Sequence[int]
    rated_after: int

    def number(self, outcome: Outcome) -> int:
        """The sessions that can tell about an outcome."""
        return self.rated_after if outcome == "immediate" else len(self.days)


def sessions(entries: Iterable[Entry], place: Place) -> list[Sessions]:
    """The sessions at a place by technique, also of techniques without one that can be used."""
    found: dict[str, list[Massage]] = defaultdict(list)
    for each in entries:
        if isinstance(each, Massage) and (each.site, each.side) == place and not entered_too_late(each):
            found[each.technique].append(each)
    return [_sessions(technique, found[technique]) for technique in sorted(found)]


def _sessions(technique: str, done: Iterable[Massage]) -> Sessions:
    asked = [each for each in done if each.before is not None]
    return Sessions(technique, [each.day.toordinal() for each in asked], sum(each.after is not None for each in asked))


def fitted_rows(rows: Iterable[Row], done: Iterable[Sessions]) -> list[Row]:
    """The rows of a fit: an `after` only where its technique has sessions enough for a column of its own."""
    counts = {each.technique: each.rated_after for each in done}
    return [row for row in rows if not row.after or counts.get(row.after, 0) >= LEAST_DAYS]


def massage_columns(frame: Frame, done: Iterable[Sessions]) -> list[Column]:
    """The columns of each technique with sessions enough: just after, the next day, the one after."""
    columns = []
    for each in done:
        daily = dict.fromkeys(each.days, 1.0)
        just_after = np.array([float(row.after == each.technique) for row in frame.rows])
        if each.rated_after >= LEAST_DAYS:
            columns.append(Column(_name(each, AFTER), just_after, int(just_after.sum())))
        if len(each.days) >= LEAST_DAYS:
            for lag in (NEXT, SECOND):
                values = frame.on(daily, lag)
                columns.append(Column(_name(each, lag), values, frame.days_with(values)))
    return [column for column in columns if column.exposed_days >= LEAST_DAYS]


def massage_effects(
    place: Place, frame: Frame, done: Iterable[Sessions], joint: Joint | None
) -> Iterator[MassageEffect]:
    """Two rows for each technique; "unclear" ones wait for the family."""
    for each in done:
        for outcome, lag in OUTCOMES:
            row = MassageEffect(
                site=place[0],
                side=place[1],
                technique=each.technique,
                outcome=outcome,
                n_sessions=each.number(outcome),
                level=frame.level,
            )
            yield _answered(row, _name(each, lag), frame, joint)


def _answered(row: MassageEffect, name: Name, frame: Frame, joint: Joint | None) -> MassageEffect:
    if row.n_sessions < LEAST_DAYS or not enough(frame):
        return row
    if not frame.varies:
        return replace(row, verdict="no_variation")
    if joint is None or name not in joint.places:
        return row
    if joint.inseparable(name):
        return replace(row, verdict="inseparable")
    return estimated(row, joint.effect(name), joint.se(name), joint.df(name))


def comparisons(place: Place, done: Sequence[Sessions], joint: Joint | None) -> Iterator[Comparison]:
    """Technique against technique, where both have columns that can be told apart."""
    if joint is None:
        return
    for one, other in combinations(done, 2):
        for outcome, lag in OUTCOMES:
            mine, theirs = _name(one, lag), _name(other, lag)
            if not {mine, theirs} <= joint.places.keys() or joint.inseparable(mine) or joint.inseparable(theirs):
                continue
            row = Comparison(
                site=place[0], side=place[1], technique=one.technique, against=other.technique, outcome=outcome
            )
            difference = joint.effect(mine) - joint.effect(theirs)
            yield estimated(row, difference, joint.se(mine, theirs), min(joint.df(mine), joint.df(theirs)))


def _name(done: Sessions, lag: int) -> Name:
    return ("massage", done.technique, lag)
