"""The chart in words and as a table, for those who cannot see it. It says what was recorded and claims nothing."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from journal.analysis.series import DayPoint
from journal.chart.model import Lane, Series, TrendModel
from journal.chart.words import number
from journal.dates import day_words
from journal.plural import count
from journal.tell import amount, short_day


def summary(model: TrendModel) -> str:
    """Both sides and what was logged, a sentence each: mean and rated days, the last rating, the highest day."""
    sides = [
        _side(f"{side} {model.site}", series, model)
        for side, series in (("left", model.left), ("right", model.right))
        if series.days
    ]
    if not sides:
        end = day_words(model.end, model.date_format, weekday=False, year=True)
        sides = [f"{model.site}: no ratings in the {count(model.days, 'day')} to {end}"]
    sentences = [f"{each[:1].upper()}{each[1:]}." for each in sides]
    return " ".join(filter(None, (*sentences, logged(model))))


def logged(model: TrendModel) -> str:
    """What was logged, in one sentence; "" when nothing was."""
    told = ", ".join(filter(None, map(_logged, model.lanes)))
    return f"Logged: {told}." if told else ""


def brief(model: TrendModel, width: int) -> tuple[str, ...]:
    """A line of at most `width` cells for each rated side, what matters least left out where there is no room."""
    return tuple(
        _fitting(f"{side:<5}  ", _pieces(series, model), width)
        for side, series in (("left", model.left), ("right", model.right))
        if series.days
    )


def _pieces(series: Series, model: TrendModel) -> list[str]:
    mean = sum(point.mean for point in series.days) / len(series.days)
    last, highest = series.days[-1], _highest(series)
    return [
        f"mean {number(mean)}",
        f"last {last.last} ({_when(last.day, model)})",
        f"highest {highest.high} ({_when(highest.day, model)})",
        f"{len(series.days)} of {count(model.days, 'day')} rated",
    ]


def _fitting(name: str, pieces: list[str], width: int) -> str:
    lines = (name + " · ".join(pieces[:many]) for many in range(len(pieces), 0, -1))
    return next((line for line in lines if len(line) <= width), name + pieces[0])


def _highest(series: Series) -> DayPoint:
    return max(series.days, key=lambda point: (point.high, point.day))


def by_month(highs: Mapping[date, int | None], others: Mapping[date, int | None]) -> str:
    """A line for each month of two sides' daily highs: month, then rated days, mean and highest of left and right."""
    months = sorted(
        {(day.year, day.month) for side in (highs, others) for day, high in side.items() if high is not None}
    )
    heads = ("", "left", "mean high", "highest", "right", "mean high", "highest")
    rows: list[tuple[str, ...]] = [heads]
    for month in months:
        cells = [f"{date(*month, 1):%b %Y}"]
        for side in (highs, others):
            known = [high for day, high in side.items() if (day.year, day.month) == month and high is not None]
            mean = number(sum(known) / len(known)) if known else "–"
            cells += [count(len(known), "day"), mean, str(max(known)) if known else "–"]
        rows.append(tuple(cells))
    return "\n".join(_columns(rows))


def _side(name: str, series: Series, model: TrendModel) -> str:
    mean = sum(point.mean for point in series.days) / len(series.days)
    last = series.days[-1]
    highest = _highest(series)
    return (
        f"{name}: {model.days}-day mean {number(mean)} ({len(series.days)} of {count(model.days, 'day')} rated)"
        f", last {last.last} ({_when(last.day, model)})"
        f", highest {highest.high} ({_when(highest.day, model)})"
    )


def _when(day: date, model: TrendModel) -> str:
    back = {model.today: "today", model.today - timedelta(days=1): "yesterday"}
    return back.get(day) or short_day(day, model.date_format)


def _logged(lane: Lane) -> str:
    exposed = [each.amount for each in lane.days if each.amount != 0]
    if not exposed:
        return f"no {lane.name}" if lane.days else ""
    known = sum(each for each in exposed if each is not None)
    unknown = f"{count(exposed.count(None), 'amount')} unknown" if None in exposed else ""
    told = " and ".join(filter(None, (amount(known, lane.unit) if known else "", unknown)))
    return f"{lane.name} on {count(len(exposed), 'day')} ({told})"


def table(model: TrendModel, width: int | None = None) -> str:
    """A line for each day on which something was recorded: day, left, right, triggers, rest. "–" is not recorded.

    In a `width` too small for that, what was logged stands in words beside the scores.
    """
    heads = ("day", "left", "right", *(lane.name for lane in model.lanes), *(("",) if model.rest else ()))
    shown = _columns([heads, *_rows(model)])
    if width is None or max(map(len, shown)) <= width:
        return "\n".join(shown)
    return "\n".join(_narrow(model, heads, width))


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _narrow(model: TrendModel, heads: tuple[str, ...], width: int) -> Iterator[str]:
    """Day and scores in columns, the rest in words that go on beneath themselves."""
    rows = list(_rows(model))
    scores = _columns([heads[:3], *(row[:3] for row in rows)])
    beside = max(map(len, scores)) + 2
    logged = ["logged", *(" · ".join(_said(heads, row)) for row in rows)]
    for score, said in zip(scores, logged, strict=True):
        first, *more = textwrap.wrap(said, max(8, width - beside)) or [""]
        yield f"{score:<{beside}}{first}".rstrip()
        yield from (" " * beside + line for line in more)


def _said(heads: tuple[str, ...], row: tuple[str, ...]) -> Iterator[str]:
    for name, cell in zip(heads[3:], row[3:], strict=True):
        if cell not in ("", "–"):
            yield f"{name} {cell}".strip()


def _rows(model: TrendModel) -> Iterator[tuple[str, ...]]:
    for day in (model.start + timedelta(days=each) for each in range(model.days)):
        points = [series.by_day.get(day) for series in (model.left, model.right)]
        logged = [lane.by_day.get(day) for lane in model.lanes]
        if not any(points) and not any(logged):
            continue
        yield (
            day_words(day, model.date_format, year=model.start.year != model.end.year),
            *("–" if point is None else number(point.mean) for point in points),
            *(
                "–" if each is None else amount(each.amount, lane.unit) or "yes"
                for each, lane in zip(logged, model.lanes, strict=True)
            ),
            *(("rest" if any(band.first <= day <= band.last for band in model.rest) else "",) if model.rest else ()),
        )
