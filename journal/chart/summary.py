"""The chart in words and as a table, for those who cannot see it. It says what was recorded and claims nothing."""

from collections.abc import Iterator
from datetime import date, timedelta

from journal.chart.model import Lane, Series, TrendModel
from journal.chart.words import counted, day_name, number
from journal.tell import amount


def summary(model: TrendModel) -> str:
    """Both sides and what was logged, a sentence each: mean and rated days, the last rating, the highest day."""
    sides = [
        _side(f"{side} {model.site}", series, model)
        for side, series in (("left", model.left), ("right", model.right))
        if series.days
    ]
    if not sides:
        sides = [f"{model.site}: no ratings in the {counted(model.days, 'day')} to {day_name(model.end, year=True)}"]
    logged = ", ".join(filter(None, map(_logged, model.lanes)))
    sentences = [*sides, f"logged: {logged}"] if logged else sides
    return " ".join(f"{each[:1].upper()}{each[1:]}." for each in sentences)


def _side(name: str, series: Series, model: TrendModel) -> str:
    mean = sum(point.mean for point in series.days) / len(series.days)
    last = series.days[-1]
    highest = max(series.days, key=lambda point: (point.high, point.day))
    return (
        f"{name}: {model.days}-day mean {number(mean)} ({len(series.days)} of {counted(model.days, 'day')} rated)"
        f", last {last.last} ({_when(last.day, model.end)})"
        f", highest {highest.high} ({_when(highest.day, model.end)})"
    )


def _when(day: date, today: date) -> str:
    return "today" if day == today else "yesterday" if day == today - timedelta(days=1) else day_name(day)


def _logged(lane: Lane) -> str:
    exposed = [each.amount for each in lane.days if each.amount != 0]
    if not exposed:
        return f"no {lane.name}" if lane.days else ""
    known = sum(each for each in exposed if each is not None)
    unknown = f"{counted(exposed.count(None), 'amount')} unknown" if None in exposed else ""
    told = " and ".join(filter(None, (amount(known, lane.unit) if known else "", unknown)))
    return f"{lane.name} on {counted(len(exposed), 'day')} ({told})"


def table(model: TrendModel) -> str:
    """A line for each day on which something was recorded: day, left, right, triggers, rest. "–" is not recorded."""
    heads = ("day", "left", "right", *(lane.name for lane in model.lanes), *(("",) if model.rest else ()))
    rows = [heads, *_rows(model)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _rows(model: TrendModel) -> Iterator[tuple[str, ...]]:
    for day in (model.start + timedelta(days=each) for each in range(model.days)):
        points = [series.by_day.get(day) for series in (model.left, model.right)]
        logged = [lane.by_day.get(day) for lane in model.lanes]
        if not any(points) and not any(logged):
            continue
        yield (
            day.isoformat(),
            *("–" if point is None else number(point.mean) for point in points),
            *(
                "–" if each is None else amount(each.amount, lane.unit) or "yes"
                for each, lane in zip(logged, model.lanes, strict=True)
            ),
            *(("rest" if any(band.first <= day <= band.last for band in model.rest) else "",) if model.rest else ()),
        )
