"""What soreness is followed by: each trigger on the same day, the next and the one after, in one joint fit."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from journal.analysis.columns import Frame
from journal.analysis.joint import Column, Joint, Name, enough
from journal.analysis.rows import Doses, Place
from journal.analysis.shapes import TriggerLink
from journal.analysis.verdicts import LEAST_DAYS, estimated

LAGS = (0, 1, 2)
DOSE_SPREAD = 0.25
"""In typical amounts: a trigger of every day must vary by as much to be told apart."""
SAME_WEEKDAY = 0.9
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def link_columns(frame: Frame, exposures: Mapping[str, Doses]) -> list[Column]:
    """A column for each exposure and lag, testable or not."""
    columns = []
    for trigger, doses in exposures.items():
        for lag in LAGS:
            values = frame.dose(doses, lag)
            columns.append(Column(("trigger", trigger, lag), values, frame.days_with(values)))
    return columns


def testable(frame: Frame, column: Column) -> bool:
    """True when there are enough days with it, and without it or with different amounts of it."""
    if column.exposed_days < LEAST_DAYS:
        return False
    unexposed = frame.rated_days - column.exposed_days
    return unexposed >= LEAST_DAYS or frame.dose_spread(column.values) >= DOSE_SPREAD


def links(
    place: Place, frame: Frame, columns: list[Column], joint: Joint | None, exposures: Mapping[str, Doses]
) -> Iterator[TriggerLink]:
    """A row for each column; verdicts other than "unclear" are final, the others wait for the family."""
    for column in columns:
        _, trigger, lag = column.name
        doses = exposures[trigger]
        row = TriggerLink(
            site=place[0],
            side=place[1],
            trigger=trigger,
            lag_days=lag,
            typical_amount=doses.typical,
            unit=doses.unit,
            level=frame.level,
            n_exposed_days=column.exposed_days,
            n_unexposed_days=frame.rated_days - column.exposed_days,
            needs_exposed_days=max(0, LEAST_DAYS - column.exposed_days),
            evenings_only=frame.evenings_only,
        )
        yield _answered(row, column.name, frame, joint, doses, testable(frame, column))


def _answered(row: TriggerLink, name: Name, frame: Frame, joint: Joint | None, doses: Doses, fits: bool) -> TriggerLink:
    if not fits or not enough(frame):
        return row
    if not frame.varies:
        return replace(row, verdict="no_variation")
    if joint is None or name not in joint.places:
        return row
    if joint.inseparable(name):
        return replace(row, verdict="inseparable", like=_like(name, joint, doses))
    return estimated(row, joint.effect(name), joint.se(name), joint.df(name))


def _like(name: Name, joint: Joint, doses: Doses) -> str:
    weekdays = Counter((day - 1) % 7 for day in doses.daily)
    weekday, days = max(weekdays.items(), key=lambda each: (each[1], -each[0]))
    if days >= SAME_WEEKDAY * len(doses.daily):
        return WEEKDAYS[(weekday + name[2]) % 7]
    other = joint.most_like(name)
    return other[1] if other else ""
