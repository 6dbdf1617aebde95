"""`Journal`: the one door. Screens and commands talk to nothing else."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from journal.catalogue import Catalogue, load_catalogue
from journal.clock import Clock
from journal.errors import Refused
from journal.model import Entry, Episode, Massage
from journal.paths import Paths
from journal.settings import Settings
from journal.settings_file import changed, load_settings, save_settings

if TYPE_CHECKING:
    from journal.analysis.shapes import Forecast, Insights
    from journal.catalogue.outlines import LegOutline, View
    from journal.chart.model import TrendModel
    from journal.model import Measure, Side
    from journal.quick import Reading
    from journal.recovery.plan import Want
    from journal.recovery.shapes import Planned, StrengthPlan
    from journal.recovery.status import Status
    from journal.storage.shapes import DailyRow, ImportCounts, TriggerRow, Undone
    from journal.storage.store import Store

WINDOW = timedelta(days=120)
"""How far back the rules of recovery look; an open episode older than that is taken whole."""

FORGIVEN = timedelta(minutes=5)
"""By so much a clock may be wrong before an entry counts as one of the future."""

ALWAYS = ("episode", "safety_check")
"""Kinds of which the rules need every entry, however old."""


@dataclass(frozen=True)
class Logged:
    """What one action recorded, with a sentence for each entry."""

    entries: tuple[Entry, ...]
    said: tuple[str, ...]


class Journal:
    """The journal in one folder. Nothing is read before `open`; every write is durable when its method returns.

    Reads and writes may come from different threads. Raises JournalError and its kinds, each with one line to show.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.paths = Paths(folder)
        self.clock = clock
        self._store: Store | None = None
        self._settings: Settings | None = None
        self.settings_problems: tuple[str, ...] = ()

    def open(self) -> Self:
        """Open the stored entries, making the folder and the file when there are none."""
        from journal.storage.store import Store

        self._store = Store.open(self.paths.journal, self.clock, words=self.words)
        return self

    def close(self) -> None:
        """Let go of the file."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def __enter__(self) -> Self:
        return self if self._store is not None else self.open()

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def store(self) -> "Store":
        """The open store, for the door's own use."""
        if self._store is None:
            raise RuntimeError("the journal is not open")
        return self._store

    @property
    def is_open(self) -> bool:
        """True between `open` and `close`."""
        return self._store is not None

    # -- content and choices ------------------------------------------------------------------------------------

    @cached_property
    def catalogue(self) -> Catalogue:
        """All content, with the runner's own additions."""
        return load_catalogue(self.paths.own)

    @cached_property
    def outlines(self) -> "Mapping[View, LegOutline]":
        """The legs, from behind and from the front, as drawn on a map."""
        from journal.catalogue.outlines import load_outlines

        return load_outlines()

    @property
    def settings(self) -> Settings:
        """What the runner chose."""
        if self._settings is None:
            self._settings, self.settings_problems = load_settings(self.paths.settings)
        return self._settings

    def change_settings(self, **changes: Any) -> Settings:
        """Change and save settings by name. Raises Refused for a value out of range, CannotWrite."""
        settings = changed(self.settings, **changes)
        self.paths.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        save_settings(self.paths.settings, settings)
        self._settings = settings
        return settings

    def add_own(self, kind: str, **fields: Any) -> None:
        """Add the runner's own site, trigger, exercise or technique. Raises CatalogueError with one line."""
        from journal.catalogue import add_own

        self.paths.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        add_own(self.paths.own, kind, fields)
        self.__dict__.pop("catalogue", None)

    # -- writing ------------------------------------------------------------------------------------------------

    def read(self, line: str, *, day: date | None = None, at: datetime | None = None) -> "Reading":
        """What a quick-entry line means, without recording it. Raises NotUnderstood."""
        from journal.quick import read

        chosen = self.settings
        return read(
            line, self.catalogue, self.clock, chosen.tracked, default_at=at, day=day, rest_days=chosen.rest_days
        )

    def log(self, lines: Sequence[str], *, day: date | None = None, at: datetime | None = None) -> Logged:
        """Record what the lines say as one action: all of it or nothing. Raises NotUnderstood, Refused."""
        readings = [self.read(line, day=day, at=at) for line in lines]
        entries = [entry for reading in readings for entry in reading.entries]
        ended = [self._ended(end.site, end.side, end.day) for reading in readings for end in reading.ends]
        said = tuple(sentence for reading in readings for sentence in reading.said)
        return Logged(self._write(entries, "; ".join(lines), amended=ended), said)

    def line_of(self, entry: Entry) -> str:
        """The quick-entry line that says an entry. Raises Refused for a kind that has none."""
        from journal.quick import write

        return write(entry, self.catalogue, self.clock)

    def rewritten(self, entry: Entry, line: str) -> Entry:
        """An entry as a changed line says it, with the same id; nothing is saved. Raises NotUnderstood."""
        from journal.quick import amended

        return amended(line, entry, self.catalogue, self.clock, self.settings.tracked)

    def record(self, *entries: Entry, label: str = "") -> tuple[Entry, ...]:
        """Record new entries as one action. Raises Refused when one names what the catalogue does not know."""
        return self._write(entries, label)

    def amend(self, entry: Entry, label: str = "") -> Entry:
        """Change a recorded entry, keeping its id. No change writes nothing.

        Raises Refused for what `record` would refuse, and for less rest in an open episode.
        """
        self._check(entry)
        if isinstance(entry, Episode) and entry.ended_on is None:
            self._check_rest(entry)
        return self.store.amend(entry, label or f"change: {self.tell(entry)}")

    def remove(self, entry_id: str) -> Entry:
        """Remove an entry; undo brings it back. Gives the entry that was removed."""
        entry = self.entry(entry_id)
        self.store.remove(entry_id, f"remove: {self.tell(entry)}")
        return entry

    def undo(self) -> "Undone | None":
        """Take back the last action, also one of an earlier day; None when there is none."""
        return self.store.undo()

    def redo(self) -> "Undone | None":
        """Do again what was undone last; None when there is nothing."""
        return self.store.redo()

    def end_episode(self, episode: Episode, day: date | None = None) -> Episode:
        """Close an episode on a day (default: today)."""
        closed = replace(episode, ended_on=day or self.clock.today())
        self.amend(closed, f"well again: {self.site_name(episode.site, episode.side)}")
        return closed

    def plan_rest(self, episode: Episode, days: int) -> Episode:
        """Plan more rest days for an episode. Raises Refused for fewer: rest is only ever lengthened by hand."""
        longer = replace(episode, rest_days=days)
        self.amend(longer, f"{days} rest days: {self.site_name(episode.site, episode.side)}")
        return longer

    def _check_rest(self, episode: Episode) -> None:
        """Rest is only ever lengthened by hand."""
        from journal.recovery.countdown import may_plan

        planned = self.find(episode.id)
        refusal = may_plan(planned, episode.rest_days) if isinstance(planned, Episode) else None
        if refusal is not None:
            raise Refused(f"not saved: {refusal}")

    def _write(self, entries: Sequence[Entry], label: str, amended: Sequence[Entry] = ()) -> tuple[Entry, ...]:
        for entry in entries:
            self._check(entry)
        stamped = [entry if entry.zone else replace(entry, zone=self.clock.zone_name) for entry in entries]
        said = label or "; ".join(self.tell(entry) for entry in (*stamped, *amended))
        return self.store.record(stamped, said, amended=amended)

    def _ended(self, site: str | None, side: str | None, day: date) -> Episode:
        fits = [each for each in self.episodes(day) if site in (None, each.site) and side in (None, each.side)]
        if not fits:
            raise Refused("nothing was saved: no episode is open that could end")
        if len(fits) > 1:
            names = " or ".join(self.site_name(each.site, each.side) for each in fits)
            raise Refused(f"nothing was saved: which episode is well again: {names}?")
        return replace(fits[0], ended_on=day)

    def _check(self, entry: Entry) -> None:
        from journal.vocabulary import check_known

        check_known(entry, self.catalogue)
        if entry.at > self.clock.now() + FORGIVEN:
            raise Refused(f"not saved: {entry.at:%Y-%m-%d %H:%M} has not come yet")
        if isinstance(entry, Massage):
            self._check_massage(entry)

    def _check_massage(self, entry: Massage) -> None:
        from journal.recovery.recording import refusal

        why = refusal(entry, self.window(entry.day), self.catalogue, self.settings)
        if why is not None:
            raise Refused(f"not saved: {why}")

    # -- reading ------------------------------------------------------------------------------------------------

    def entry(self, entry_id: str) -> Entry:
        """The entry with that id. Raises Refused when there is none."""
        entry = self.store.entry(entry_id)
        if entry is None:
            raise Refused(f"there is no entry {entry_id}")
        return entry

    def find(self, entry_id: str) -> Entry | None:
        """The entry with that id, None when there is none (any more)."""
        return self.store.entry(entry_id)

    def entries(
        self,
        first: date | None = None,
        last: date | None = None,
        *,
        kinds: Collection[str] | None = None,
        newest_first: bool = False,
        limit: int | None = None,
        offset: int = 0,
        **filters: Any,
    ) -> list[Entry]:
        """Entries of the journal days first..last (both included), by time. Filters: site, side, tag, text, source."""
        return self.store.entries(
            first=first, last=last, kinds=kinds, newest_first=newest_first, limit=limit, offset=offset, **filters
        )

    def day(self, day: date) -> list[Entry]:
        """The entries of one journal day, by time."""
        return self.entries(day, day)

    def search(self, text: str, limit: int = 200, offset: int = 0) -> list[Entry]:
        """Entries with words that begin with each word of `text`, newest first."""
        return self.store.search(text, limit, offset)

    def months(self) -> list[tuple[str, int]]:
        """The months that hold entries ("YYYY-MM") with their counts, newest first."""
        return self.store.months()

    def daily(self, site: str, side: str, measure: str | None, first: date, last: date) -> "list[DailyRow]":
        """A site's ratings by day, aggregated in the database."""
        return self.store.daily(site, side, measure, first, last)

    def episodes(self, day: date | None = None) -> tuple[Episode, ...]:
        """The episodes open on a day (default: today), the oldest first."""
        on = day or self.clock.today()
        return tuple(
            entry
            for entry in self.entries(last=on, kinds=("episode",))
            if isinstance(entry, Episode) and (entry.ended_on is None or entry.ended_on > on)
        )

    def count(self) -> int:
        """How many entries there are."""
        return self.store.count()

    def version(self) -> object:
        """A token that changes when this or another program has saved something."""
        return self.store.version()

    def status(self, day: date | None = None) -> "Status":
        """Where everything stands on a journal day (default: today), from the entries up to that day."""
        from journal.recovery.status import make_status

        on = day or self.clock.today()
        now = self.clock.now() if on == self.clock.today() else self.clock.at_in_day(on, time(3, 59))
        return make_status(self.window(on), self.catalogue, self.settings, now, on)

    def trend(
        self, days: int, day: date | None = None, *, site: str | None = None, measure: "Measure | None" = None
    ) -> "TrendModel":
        """The chart of the `days` up to `day` (default: today) for a site (default: the main one), both sides.

        Ratings of all measures together when `measure` is None.
        """
        from journal.trend import make_trend

        return make_trend(self, days, day or self.clock.today(), site or self.settings.main.site, measure)

    def insights(self, day: date | None = None) -> "Insights":
        """What the numbers say up to the end of a journal day (default: today), from the last five years."""
        from journal.analysis.insights import insights
        from journal.analysis.rows import HISTORY

        on = day or self.clock.today()
        return insights(self.entries(on - HISTORY, on), self.catalogue, self.settings, on)

    def forecast(self, site: str, side: "Side", day: date | None = None) -> "Forecast":
        """When the sore spell of a place may be over, as of a journal day (default: today); quick, without numpy."""
        from journal.analysis.forecast import forecast
        from journal.analysis.rows import HISTORY, site_rows, within

        on = day or self.clock.today()
        kinds = ("rating", "massage", "function", "episode")
        known = within(self.entries(on - HISTORY, on, kinds=kinds), on)
        return forecast(known, site_rows(known, (site, side)), (site, side), on)

    def triggers_daily(self, trigger: str, first: date, last: date) -> "list[TriggerRow]":
        """A trigger's amounts by day, aggregated in the database."""
        return self.store.trigger_daily(trigger, first, last)

    def another_exercise(self, item: "Planned", plan: "StrengthPlan", day: date, want: "Want") -> "Planned | None":
        """An easier, a harder or another exercise with the same aim that may be done on a day."""
        from journal.recovery.plan import swap

        status = self.status(day)
        return swap(item, plan, self.window(day), self.catalogue, self.settings, status.phase, status.blocks, day, want)

    def window(self, day: date) -> list[Entry]:
        """The entries that the rules of recovery look at on a day, by time."""
        always = self.entries(last=day, kinds=ALWAYS)
        begun = [entry.day for entry in always if isinstance(entry, Episode) and entry.ended_on is None]
        first = min([day - WINDOW, *(each - timedelta(days=14) for each in begun)])
        older = [entry for entry in always if entry.day < first]
        return [*older, *self.entries(first, day)]

    def tell(self, entry: Entry) -> str:
        """One line that says what an entry says."""
        from journal.tell import tell

        return tell(entry, self.catalogue)

    def site_name(self, site: str, side: str | None) -> str:
        """ "left upper outer calf", without a side "upper outer calf"."""
        from journal.tell import site_name

        return site_name(site, side, self.catalogue)

    def words(self, entry: Entry) -> str:
        """The words an entry is found by, besides its note and tags."""
        from journal.vocabulary import search_words

        return search_words(entry, self.catalogue)

    # -- in and out ---------------------------------------------------------------------------------------------

    def export(self) -> Iterator[bytes]:
        """The whole journal in its own format, line by line."""
        from journal.exchange.jsonl import lines

        return lines(self.store.all_entries())

    def import_lines(self, content: Iterable[bytes], name: str) -> "ImportCounts":
        """Take in an export called `name`, whole or not at all, as one action. Raises ImportRefused."""
        from journal.exchange.jsonl import read

        return self.take_in(list(read(content, name)), f"import {name}")

    def take_in(self, entries: Sequence[Entry], label: str) -> "ImportCounts":
        """Add entries that carry their ids, whole or not at all; those that are there already are skipped."""
        return self.store.import_entries(entries, label)

    def backup(self, to: Path | None = None) -> Path:
        """Write a verified copy of the journal (default: into the backups folder) and give its place."""
        target = to or self.paths.backups / f"journal-{self.clock.now():%Y%m%d-%H%M%S}.db"
        self.store.backup(target)
        return target
