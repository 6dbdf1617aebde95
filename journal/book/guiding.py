"""What the rules and the numbers say about what was recorded."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from journal.book.latest import Latest
from journal.book.opened import Warn, ignore
from journal.book.reading import Reading
from journal.clock import Clock

if TYPE_CHECKING:
    from journal.analysis.evidence import DayBehind, Figured
    from journal.analysis.self_trial import TrialDay
    from journal.analysis.shapes import Forecast, Insights
    from journal.analysis.track_record import PastForecast
    from journal.chart.model import TrendModel
    from journal.glance import Glance
    from journal.model import Entry, Measure, Question, Side
    from journal.recovery.plan import Want
    from journal.recovery.shapes import OpenSign, Planned, StrengthPlan
    from journal.recovery.status import Standing, Status
    from journal.settings import Settings

WINDOW = timedelta(days=120)
"""How far back the rules of recovery look at least; an open episode older than that is taken whole."""

ALWAYS = ("episode", "safety_check", "comment")
"""Kinds of which the rules need every entry, however old."""

ENDING = ("safety_check", "rating", "massage", "run", "strength")
"""Kinds that may end a self-trial before its time."""


class Guiding(Reading):
    """Status, plan, chart, insights: each from the entries up to a day."""

    def __init__(self, folder: Path, clock: Clock, warn: Warn = ignore) -> None:
        super().__init__(folder, clock, warn)
        self._insights: Latest[Insights] = Latest()
        self._status: Latest[Status] = Latest()
        self._window: Latest[Sequence[Entry]] = Latest()

    def status(self, day: date | None = None) -> "Status":
        """Where everything stands on a journal day (default: today), from the entries up to that day.

        Worked out again only when something was saved or chosen since, or a second has passed.
        """
        from journal.recovery.status import make_status

        on = day or self.clock.today()
        settings, catalogue, now = self.settings, self.catalogue, self._moment(on)
        return self._status.get(
            (self.version(), on, now.replace(microsecond=0), settings, catalogue),
            lambda: make_status(self.window(on), catalogue, settings, now, on),
        )

    def ask_first(self, day: date | None = None) -> "tuple[OpenSign, ...]":
        """The health conditions that wait for the word of a physio or a doctor before a massage."""
        from journal.recovery.conditions import ask_first, contraindicated

        entries = self.window(day or self.clock.today())
        found = contraindicated(entries, self.catalogue, self.clock.now(), self.settings.conditions)
        return ask_first(found, self.catalogue, day or self.clock.today())

    def keep_glance(self) -> bool:
        """Write what is shown first next time (`journal.glance`); False when it could not be, which harms nothing."""
        from journal.errors import JournalError
        from journal.files import write_whole
        from journal.glance import packed
        from journal.glancing import spans
        from journal.recovery.status import make_standing

        def standing_at(day: date, now: datetime) -> "Standing":
            return make_standing(self.window(day), self.catalogue, self.settings, now, day)

        if self.only_reading:
            return False
        before = self.store.mark()
        found = list(spans(self.clock, standing_at, self.catalogue, self.settings))
        marks = {"journal": before, **self._read_from}
        if not before or self.store.mark() != before:
            return False
        try:
            write_whole(self.paths.glance, packed(found, marks, self.clock.offset()))
        except JournalError:
            return False
        return True

    def glance(self) -> "Glance | None":
        """What may be shown before the journal is open, None when there is nothing that is surely true."""
        from journal.glance import read_glance

        if self.is_open:
            return None
        return read_glance(self.paths.folder, self.clock.now().timestamp(), self.clock.offset())

    def window(self, day: date) -> "Sequence[Entry]":
        """The entries that the rules of recovery look at on a day, by time; read again when something was saved."""
        chosen = self.settings
        return self._window.get((self.version(), day, chosen), lambda: self._read_window(day, chosen))

    def _read_window(self, day: date, chosen: "Settings") -> "list[Entry]":
        from journal.model import Episode

        usual = timedelta(days=chosen.flare_median_days)
        flares = timedelta(weeks=chosen.trend_flare_weeks) + usual
        always = self.entries(last=day, kinds=ALWAYS)
        begun = [entry.day for entry in always if isinstance(entry, Episode) and entry.ended_on is None]
        first = min([day - max(WINDOW, flares), *(each - usual for each in begun)])
        older = [entry for entry in always if entry.day < first]
        return [*older, *self.entries(first, day)]

    def another_exercise(self, item: "Planned", plan: "StrengthPlan", day: date, want: "Want") -> "Planned | None":
        """An easier, a harder or another exercise with the same aim that may be done on a day."""
        from journal.recovery.plan import swap

        status = self.status(day)
        return swap(item, plan, self.window(day), self.catalogue, self.settings, status.phase, status.blocks, day, want)

    def trend(
        self, days: int, day: date | None = None, *, site: str | None = None, measure: "Measure | None" = None
    ) -> "TrendModel":
        """The chart of the `days` up to `day` (default: today) for a site (default: the main one), both sides.

        Ratings of all measures together when `measure` is None.
        """
        from journal.trend import make_trend

        return make_trend(self, days, day or self.clock.today(), site or self.settings.main.site, measure)

    def insights(self, day: date | None = None, *, all_history: bool = False) -> "Insights":
        """What the numbers say up to the end of a journal day (default: today), from the last five years or from all.

        Worked out again only when something was saved or chosen since.
        """
        from journal.analysis.insights import insights
        from journal.analysis.rows import HISTORY

        on = day or self.clock.today()
        history = None if all_history else HISTORY

        def work_out() -> "Insights":
            known = self.entries(None if history is None else on - history, on)
            return insights(known, self.catalogue, self.settings, on, history)

        found = self._insights.get((self.version(), on, all_history, self.settings, self.catalogue), work_out)
        return replace(found, forecast=tuple(self._unless_sign(each, on) for each in found.forecast))

    def worth_knowing(self, day: date | None = None) -> str:
        """What a recent day is clearly followed by, in one sentence; "" when there is nothing to say today."""
        from journal.analysis.worth_knowing import LOOK_BACK, worth_knowing

        on = day or self.clock.today()
        recent = self.exposures(on - LOOK_BACK, on)
        return worth_knowing(self.insights(on), recent, on, self.catalogue) if recent else ""

    def exposures(self, first: date, last: date) -> "list[Entry]":
        """What may have stirred the leg on the journal days first..last: triggers, runs, strength work."""
        return self.entries(first, last, kinds=("trigger", "run", "strength"))

    def behind(self, figured: "Figured", day: date | None = None) -> "tuple[DayBehind, ...]":
        """The days that a figure of the insights up to a day (default: today) stands on, newest first."""
        from journal.analysis.evidence import behind

        return behind(self._history(day or self.clock.today()), figured)

    def track_record(self, site: str, side: "Side", day: date | None = None) -> "tuple[PastForecast, ...]":
        """How the forecasts of the finished spells of a place did, as of a day (default: today), oldest first."""
        from journal.analysis.rows import site_rows
        from journal.analysis.track_record import track_record

        known = self._history(day or self.clock.today())
        return track_record(known, site_rows(known, (site, side)), (site, side), self._usual_days(site))

    def trials(self, day: date | None = None) -> "tuple[TrialDay, ...]":
        """Where each self-trial stands on a day (default: today), the oldest first."""
        from journal.model import SelfTrial

        on = day or self.clock.today()
        planned = [each for each in self.entries(last=on, kinds=("self_trial",)) if isinstance(each, SelfTrial)]
        if not planned:
            return ()
        from journal.analysis.self_trial import standing

        known = self.entries(min(each.day for each in planned), on, kinds=ENDING)
        return tuple(standing(each, known, on) for each in planned)

    def questions(self, day: date | None = None) -> "tuple[Question, ...]":
        """The questions asked ahead up to a day (default: today), the oldest first."""
        from journal.model import Question

        found = self.entries(last=day or self.clock.today(), kinds=("question",))
        return tuple(each for each in found if isinstance(each, Question))

    def forecast(self, site: str, side: "Side", day: date | None = None) -> "Forecast":
        """When the sore spell of a place may be over, as of a journal day (default: today); quick, without numpy.

        No day is told while a warning sign is open.
        """
        from journal.analysis.forecast import forecast
        from journal.analysis.rows import site_rows

        on = day or self.clock.today()
        known = self._history(on, ("rating", "massage", "function", "episode"))
        found = forecast(known, site_rows(known, (site, side)), (site, side), on, self._usual_days(site))
        return self._unless_sign(found, on)

    def _unless_sign(self, row: "Forecast", day: date) -> "Forecast":
        from journal.analysis.forecast import withheld
        from journal.recovery.safety import open_signs

        if row.verdict != "forecast":
            return row
        signs = open_signs(self.window(day), self.catalogue, self.settings, self._moment(day))
        return withheld(row) if signs else row

    def _moment(self, day: date) -> datetime:
        """Now, or the last minute of a day that is not today."""
        return self.clock.now() if day == self.clock.today() else self.clock.at_in_day(day, time(3, 59))

    def _usual_days(self, site: str) -> float:
        from journal.analysis.forecast import PRIOR_DAYS

        known = self.catalogue.sites.get(site)
        return known.usual_days if known else PRIOR_DAYS

    def _history(self, day: date, kinds: Collection[str] | None = None) -> "list[Entry]":
        """The entries that count in the numbers of a day, by time."""
        from journal.analysis.rows import HISTORY, within

        return within(self.entries(day - HISTORY, day, kinds=kinds), day)
