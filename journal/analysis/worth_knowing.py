"""At most one sentence for today: what a recent day like it is clearly followed by."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal.analysis import wording
from journal.analysis.evidence import exposes
from journal.analysis.shapes import Insights, TriggerLink
from journal.catalogue.shapes import Catalogue
from journal.model import Entry, Run, Trigger
from journal.tell import amount, trigger_name

LEAST_EFFECT = 0.5
"""Points; less is not worth a sentence."""
WHEN = ("today", "yesterday", "two days ago")
SOON = ("later the same day ", "", "two days later ")
LOOK_BACK = timedelta(days=len(WHEN) - 1)
"""Exposures older than this are followed by nothing that was looked for."""


def worth_knowing(found: Insights, entries: Sequence[Entry], day: date, catalogue: Catalogue) -> str:
    """The sentence for `day`, from `entries` with the exposures up to it; "" when nothing clear is to be said."""
    told = [
        (row, recent)
        for row in found.triggers
        if row.verdict == "clear" and abs(row.effect or 0.0) >= LEAST_EFFECT
        if (recent := _on(entries, row.trigger, day - timedelta(days=row.lag_days)))
    ]
    if not told:
        return ""
    row, recent = max(told, key=lambda each: abs(each[0].effect or 0.0))
    several = len({(each.site, each.side) for each in found.triggers}) > 1
    where = f" in the {wording.place(row, catalogue).lower()}" if several else ""
    return f"{_said(row, recent, catalogue)}: such days are followed {_by(row)}{where}."


def _said(row: TriggerLink, recent: Sequence[Entry], catalogue: Catalogue) -> str:
    amounts = [_amount(each) for each in recent]
    total = sum(each for each in amounts if each is not None) if None not in amounts else None
    name = trigger_name(row.trigger, catalogue)
    return " ".join(part for part in (name, amount(total, row.unit), WHEN[row.lag_days]) if part)


def _amount(entry: Entry) -> float | None:
    match entry:
        case Trigger():
            return entry.amount
        case Run():
            return entry.minutes
        case _:
            return None


def _by(row: TriggerLink) -> str:
    return f"{SOON[row.lag_days]}by {wording.signed(row.effect or 0.0)} ({wording.span(row)})"


def _on(entries: Sequence[Entry], trigger: str, day: date) -> list[Entry]:
    return [each for each in entries if each.day == day and exposes(each, trigger)]
