"""The trend of a site, put together from the journal: what a chart is drawn from."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.analysis.series import DayPoint, exposure, rest_bands
from journal.catalogue import TriggerKind
from journal.chart.model import MOST_LANES, WARM_UP, Lane, TrendModel, build_model
from journal.model import Episode, Measure, Side, Trigger

if TYPE_CHECKING:
    from journal.book.guiding import Guiding

SIDES: tuple[Side, ...] = ("left", "right")


def make_trend(journal: "Guiding", days: int, end: date, site: str, measure: Measure | None) -> TrendModel:
    """The chart of the `days` up to `end`; its lanes are the triggers recorded on most days of them.

    They stand in the order of the catalogue, so that each keeps its place and its colour from range to range.
    """
    start = end - timedelta(days=days - 1)
    left, right = (
        [DayPoint(*row) for row in journal.daily(site, side, measure, start - timedelta(days=WARM_UP), end)]
        for side in SIDES
    )
    spells = [each for each in journal.entries(last=end, kinds=("episode",)) if isinstance(each, Episode)]
    shown = [each for each in spells if each.ended_on is None or each.ended_on >= start]
    runs = journal.entries(min((each.day for each in shown), default=start), end, kinds=("run",))
    return build_model(
        site=journal.site_name(site, None),
        left=left,
        right=right,
        lanes=[_lane(journal, kind, start, end) for kind in _exposed(journal, start, end)],
        rest=rest_bands([*shown, *runs]),
        days=days,
        today=journal.clock.today(),
        end=end,
        measure=measure,
        date_format=journal.settings.date_format,
    )


def _lane(journal: "Guiding", kind: TriggerKind, first: date, last: date) -> Lane:
    rows = journal.triggers_daily(kind.id, first, last)
    amounts = tuple(exposure(*row) for row in rows)
    return Lane(name=kind.name.split(",")[0], unit=kind.unit, days=amounts)


def _exposed(journal: "Guiding", first: date, last: date) -> list[TriggerKind]:
    days: dict[str, set[date]] = {}
    for entry in journal.entries(first, last, kinds=("trigger",)):
        if isinstance(entry, Trigger) and entry.amount != 0:
            days.setdefault(entry.trigger, set()).add(entry.day)
    known = journal.catalogue.triggers
    most = sorted((each for each in days if each in known), key=lambda each: (-len(days[each]), each))[:MOST_LANES]
    return [kind for each, kind in known.items() if each in most]
