"""What the numbers say as figures: a row each, with an interval or a bar, a verdict, a sentence, and what is behind it.

A page holds the figures of one place. They are words and numbers only; how wide they are drawn is `rows`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.analysis import wording
from journal.analysis.evidence import Figured, Stretch
from journal.analysis.forecast import likely_dates
from journal.analysis.rows import Place
from journal.analysis.shapes import (
    Answer,
    Comparison,
    Effect,
    Experiment,
    Forecast,
    Insights,
    MassageEffect,
    Trend,
    TriggerLink,
)
from journal.analysis.track_record import PastForecast
from journal.analysis.verdicts import LEAST_DAYS, LEAST_RATED_DAYS
from journal.catalogue.shapes import Catalogue
from journal.chart.forest import Interval
from journal.dates import STANDARD, day_words
from journal.plural import count
from journal.tell import asked_about, short_day, technique_name, trigger_name

ARROW = " → "
DAYS_ON = ("same day", "next day", "2 days on")
MORNINGS_ON = ("same morning", "next morning", "morning 2 d on")

ORDER = ("clear", "possible", "unclear", "inseparable", "probably_small", "no_variation", "not_enough_data")
"""What matters first."""
VERDICTS = {
    "clear": "clear",
    "possible": "possible",
    "unclear": "can't tell",
    "inseparable": "inseparable",
    "probably_small": "< 1 point",
    "no_variation": "constant",
    "not_enough_data": "not yet",
    "rising": "rising",
    "falling": "falling",
    "no_clear_change": "not clear",
    "helps": "it helps",
    "hurts": "it hurts",
    "warning_sign": "withheld",
}
IN_DOUBT = "in doubt"
TRY_IT = "T plans a fair trial of four weeks, drawn by lot."
EMPTY = "Nothing is rated yet. t goes to Today, where 0 to 9 rate the leg."


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One row. With neither `interval` nor `share` (0 to 1) it has no picture; a `heading` has a label alone."""

    label: str
    said: str = ""
    span: str = ""
    """The interval in words, shown where there is room."""
    verdict: str = ""
    sentence: str = ""
    interval: Interval | None = None
    share: float | None = None
    heading: bool = False
    figured: Figured | None = None
    """What it is of: its days can be opened."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """Figures under a title; `note` is said of all of them, also when there is none."""

    title: str
    figures: tuple[Figure, ...] = ()
    note: str = ""


def heading(label: str) -> Figure:
    """A line that parts the figures."""
    return Figure(label=label, heading=True)


def _interval(row: Effect | Trend | Experiment, estimate: float | None) -> Interval | None:
    return (row.interval90[0], estimate, row.interval90[1]) if row.interval90 and estimate is not None else None


# -- links ------------------------------------------------------------------------------------------------------


def links_page(found: Insights, place: Place, name: str, catalogue: Catalogue, form: str = STANDARD) -> Page:
    """What soreness of a place is followed by: what matters first, what is not enough yet last."""
    title = f"{name}: what it is followed by"
    if not found.trend:
        return Page(title=title, note=EMPTY)
    here = [row for row in found.triggers if (row.site, row.side) == place]
    asked = [row for row in found.questions if (row.site, row.side) == place]
    if not here and not asked:
        return Page(title=title, note="No drive, laptop evening or run is recorded yet: d, l, w and a record them.")
    return Page(
        title=title,
        figures=(*_asked(asked, catalogue, form), *_recorded(here, catalogue, under=bool(asked))),
        note="Points (0 to 10) after a typical amount, with the range that fits in 9 of 10 cases. It never says why.",
    )


def _asked(rows: Sequence[Answer], catalogue: Catalogue, form: str) -> Iterator[Figure]:
    """The questions that were asked ahead, above what was looked for in everything."""
    if not rows:
        return
    yield heading("You asked ahead")
    for row in rows:
        figure = Figure(
            label=f"{asked_about(row, catalogue)}{ARROW}{(MORNINGS_ON if row.mornings else DAYS_ON)[row.lag_days]}",
            said=f"{wording.signed(row.effect)}  {row.n_exposed_days:>3} d" if row.effect is not None else "",
            verdict=VERDICTS[row.verdict],
            sentence=wording.answer(row, catalogue, form),
            interval=_interval(row, row.effect),
            span=wording.span(row),
            figured=row,
        )
        if row.verdict == "not_enough_data":
            have, need, what = wording.progress(row)
            figure = replace(figure, share=min(1.0, have / need), said=f"{min(have, need)} of {need} {what}")
        yield figure


def _recorded(rows: Sequence[TriggerLink], catalogue: Catalogue, *, under: bool) -> Iterator[Figure]:
    """What was looked for in everything, what matters first; `under`: something else stands above it."""
    if rows and under:
        yield heading("Everything recorded")
    enough = sorted(
        (row for row in rows if row.verdict != "not_enough_data"),
        key=lambda row: (ORDER.index(row.verdict), -abs(row.effect or 0.0)),
    )
    yield from (_link(row, catalogue) for row in enough)
    if rows:
        yield from _missing(rows, catalogue)


def _link(row: TriggerLink, catalogue: Catalogue) -> Figure:
    if wording.in_doubt(row, catalogue):
        return Figure(
            label=f"{trigger_name(row.trigger, catalogue)}{ARROW}{DAYS_ON[row.lag_days]}",
            verdict=IN_DOUBT,
            sentence=wording.link(row, catalogue),
            figured=row,
        )
    return Figure(
        label=f"{trigger_name(row.trigger, catalogue)}{ARROW}{DAYS_ON[row.lag_days]}",
        said=f"{wording.signed(row.effect)}  {row.n_exposed_days:>3} d" if row.effect is not None else "",
        verdict=VERDICTS[row.verdict],
        sentence=wording.link(row, catalogue),
        interval=_interval(row, row.effect),
        span=wording.span(row),
        figured=row,
    )


def _missing(rows: Sequence[TriggerLink], catalogue: Catalogue) -> Iterator[Figure]:
    """A bar for each trigger that has too few days, and one for the rated days when those are too few for all."""
    missing = [row for row in rows if row.verdict == "not_enough_data"]
    rated = rows[0].n_exposed_days + rows[0].n_unexposed_days
    if missing and rated < LEAST_RATED_DAYS:
        yield Figure(
            label="Rated days",
            share=rated / LEAST_RATED_DAYS,
            said=f"{rated} of {LEAST_RATED_DAYS}",
            verdict=VERDICTS["not_enough_data"],
            sentence=f"Needs {LEAST_RATED_DAYS} rated days in at least 28 to compare anything; you have {rated}.",
        )
    answered = {row.trigger for row in rows if row.verdict != "not_enough_data"}
    for row in {row.trigger: row for row in missing if row.lag_days == 1}.values():
        if row.trigger not in answered:
            days = min(row.n_exposed_days, LEAST_DAYS)
            yield Figure(
                label=trigger_name(row.trigger, catalogue),
                share=days / LEAST_DAYS,
                said=f"{days} of {LEAST_DAYS} days",
                verdict=VERDICTS[row.verdict],
                sentence=f"Not enough yet. {wording.link(row, catalogue)}",
                figured=row,
            )


# -- massage ----------------------------------------------------------------------------------------------------


def massage_page(found: Insights, place: Place, name: str, catalogue: Catalogue, form: str = STANDARD) -> Page:
    """What follows each technique, just after and the next day, and one against another."""
    title = f"{name}: what massage is followed by"
    effects = [row for row in found.massage if (row.site, row.side) == place]
    tried = [row for row in found.experiments if (row.site, row.side) == place]
    if not effects and not tried:
        return Page(
            title=title,
            note=f"No massage of this place is recorded yet. m guides one; rate it before and after. {TRY_IT}",
        )
    figures = list(_tried(tried, found.as_of, catalogue, form))
    for technique in dict.fromkeys(row.technique for row in effects):
        figures.append(heading(technique_name(technique, catalogue)))
        figures += [_massage(row, catalogue) for row in effects if row.technique == technique]
    compared = [row for row in found.comparisons if (row.site, row.side) == place]
    for pair in dict.fromkeys((row.technique, row.against) for row in compared):
        one, other = (technique_name(each, catalogue) for each in pair)
        figures.append(heading(f"{one} against {other[:1].lower()}{other[1:]}"))
        figures += [_compared(row, catalogue) for row in compared if (row.technique, row.against) == pair]
    note = "Compared with what earlier ratings predicted, not with the bad moment you picked. "
    return Page(title=title, figures=tuple(figures), note=f"{note}{wording.NOT_DRAWN} {TRY_IT}")


def _tried(rows: Sequence[Experiment], as_of: date, catalogue: Catalogue, form: str) -> Iterator[Figure]:
    """The self-trials, the newest first: how far, or what they showed."""
    if rows:
        yield heading("Self-trials, drawn by lot")
    for row in reversed(rows):
        figure = Figure(
            label=f"  {wording.compared(row, catalogue)}",
            said=f"{wording.signed(row.effect)}  {row.days_with + row.days_without:>3} d"
            if row.effect is not None
            else "",
            verdict=VERDICTS[row.verdict] if row.state in ("finished", "ended") else row.state,
            sentence=wording.experiment(row, catalogue, form),
            interval=_interval(row, row.effect),
            span=wording.span(row),
            figured=row,
        )
        if row.state in ("waiting", "running"):
            day = min(max(0, (as_of - row.start).days + 1), row.planned_days)
            figure = replace(figure, share=day / row.planned_days, said=f"day {day} of {row.planned_days}")
        yield figure


def _massage(row: MassageEffect, catalogue: Catalogue) -> Figure:
    figure = Figure(
        label=f"  {wording.OUTCOMES[row.outcome]}",
        said=f"{wording.signed(row.effect)}  {row.n_sessions:>3} ×" if row.effect is not None else "",
        verdict=VERDICTS[row.verdict],
        sentence=wording.massage(row, catalogue).removesuffix(wording.NOT_DRAWN).rstrip(),
        interval=_interval(row, row.effect),
        span=wording.span(row),
        figured=row,
    )
    if row.verdict != "not_enough_data":
        return figure
    done = min(row.n_sessions, LEAST_DAYS)
    return replace(figure, share=done / LEAST_DAYS, said=f"{done} of {LEAST_DAYS} rated")


def _compared(row: Comparison, catalogue: Catalogue) -> Figure:
    return Figure(
        label=f"  {wording.OUTCOMES[row.outcome]}",
        said=wording.signed(row.effect) if row.effect is not None else "",
        verdict=VERDICTS[row.verdict],
        sentence=wording.comparison(row, catalogue),
        interval=_interval(row, row.effect),
        span=wording.span(row),
        figured=row,
    )


# -- forecast ---------------------------------------------------------------------------------------------------


def forecast_page(
    found: Insights, place: Place, name: str, record: Sequence[PastForecast], form: str = STANDARD
) -> Page:
    """When a spell may be over, how such ranges did, and this week's change."""
    title = f"{name}: this week and the likely end"
    now = next((row for row in found.forecast if (row.site, row.side) == place), None)
    week = next((row for row in found.trend if (row.site, row.side) == place), None)
    if now is None or week is None:
        return Page(title=title, note=EMPTY)
    figures = [heading("This week"), _week(week, found.as_of), *_likely(now, form), *_record(record, place, form)]
    return Page(title=title, figures=tuple(figures), note=_record_note(record))


def _likely(row: Forecast, form: str) -> Iterator[Figure]:
    if row.verdict == "not_in_episode":
        yield heading("No sore spell is open, so there is nothing to forecast")
        return
    yield heading("Well again")
    sentence = wording.forecast(row, form)
    days = _spell(row)
    dates = likely_dates(row)
    if dates is None or row.as_of is None:
        verdict = VERDICTS["warning_sign" if row.verdict == "warning_sign" else "not_enough_data"]
        yield Figure(label="  no forecast", sentence=sentence, figured=days, verdict=verdict)
        return
    likely, first, last = dates
    yield Figure(
        label=f"  around {day_words(likely, form)}",
        said=f"{short_day(first, form)} – {short_day(last, form)}",
        sentence=sentence,
        figured=days,
    )
    for number, chance in row.chances:
        by = day_words(row.as_of + timedelta(days=number), form)
        percent = f"{100 * chance:.0f} %"
        yield Figure(
            label=f"  by {by}",
            said=percent,
            share=chance,
            sentence=f"The chance to be well again by {by}, {number} days on, is {percent}. {sentence}",
            figured=days,
        )


def _spell(row: Forecast) -> Stretch | None:
    if row.as_of is None or row.episode_day is None:
        return None
    return Stretch(site=row.site, side=row.side, first=row.as_of - timedelta(days=row.episode_day - 1), last=row.as_of)


def _record(record: Sequence[PastForecast], place: Place, form: str) -> Iterator[Figure]:
    if record:
        yield heading(f"Finished spells: of {count(len(record), 'forecast')}, {sum(each.held for each in record)} held")
    for each in reversed(record):
        yield Figure(
            label=f"  {short_day(each.began, form)} – {_ended(each.ended, form)}",
            said=f"{each.length} d of {each.low} to {each.high}",
            verdict="held" if each.held else "missed",
            sentence=f"On {day_words(each.asked, form)} the range was {each.low} to {each.high} days; "
            f"it took {each.length}.",
            figured=Stretch(site=place[0], side=place[1], first=each.began, last=each.ended),
        )


def _record_note(record: Sequence[PastForecast]) -> str:
    if not record:
        return "No finished spell yet: how well such ranges do here is not known."
    return "A past forecast is made again from what was known on the third day of its spell."


def _week(row: Trend, as_of: date) -> Figure:
    return Figure(
        label="  change in 7 days",
        said=wording.signed(row.change) if row.change is not None else "",
        verdict=VERDICTS[row.verdict],
        sentence=wording.trend(row),
        interval=_interval(row, row.change),
        span=wording.span(row),
        figured=Stretch(site=row.site, side=row.side, first=as_of - timedelta(days=6), last=as_of),
    )


def _ended(day: date, form: str) -> str:
    """ "3 Nov '26"; a form that names the year names it once."""
    words = short_day(day, form)
    return words if str(day.year) in words else f"{words} '{day:%y}"
