"""Recording and changing: every write is checked here, and durable when its method returns."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from journal.book.guiding import Guiding
from journal.errors import Refused
from journal.plural import count

if TYPE_CHECKING:
    from journal.model import Entry, Episode, Massage, Question, Side
    from journal.quick import Change
    from journal.quick import Reading as LineRead
    from journal.recovery.shapes import GateDue
    from journal.storage.shapes import Amended, Undone

COMMENTS = "import:comments"
"""The source of comments that came in a file."""

FORGIVEN = timedelta(minutes=5)
"""By so much a clock may be wrong before an entry counts as one of the future."""


ASKED_ABOUT = frozenset(("massage", "episode", "rating"))
"""Kinds after which the calf questions can be due."""


class ChangedSince(Refused):
    """An entry is no longer as it was when it was read; `now` is how it is, None when it was removed."""

    def __init__(self, why: str, now: "Entry | None") -> None:
        super().__init__(why)
        self.now = now


@dataclass(frozen=True)
class Logged:
    """What one action recorded, with a sentence for each entry."""

    entries: "tuple[Entry, ...]"
    said: tuple[str, ...]


@dataclass(frozen=True)
class Ready:
    """One action that passed every check, its new entries with their ids: written twice it doubles nothing."""

    new: "tuple[Entry, ...]"
    amended: "tuple[Amended, ...]"
    label: str
    said: tuple[str, ...] = ()


class Writing(Guiding):
    """Quick entry, record, amend, remove, undo, redo."""

    def read(self, line: str, *, day: date | None = None, at: datetime | None = None) -> "LineRead":
        """What a quick-entry line means, without recording it. Raises NotUnderstood."""
        from journal.quick import read

        chosen = self.settings
        return read(
            line,
            self.catalogue,
            self.clock,
            chosen.tracked,
            default_at=at,
            day=day,
            rest_days=chosen.rest_days,
            date_format=chosen.date_format,
            distance_unit=chosen.distance_unit,
        )

    def place_of(self, text: str) -> "tuple[str, Side]":
        """The site and side in words ("left calf"), read as a quick entry is. Raises Refused."""
        from journal.model import Rating

        rating = next((each for each in self.read(f"{text} 0").entries if isinstance(each, Rating)), None)
        if rating is None:
            raise Refused(f"{text!r} names no place: say it as 'left calf'")
        return rating.site, rating.side

    def log(self, lines: Sequence[str], *, day: date | None = None, at: datetime | None = None) -> Logged:
        """Record what the lines say as one action: all of it or nothing. Raises NotUnderstood, Refused."""
        return self.write(self.ready(lines, day=day, at=at))

    def ready(self, lines: Sequence[str], *, day: date | None = None, at: datetime | None = None) -> Ready:
        """What `log` would write, not written yet. Raises NotUnderstood, Refused."""
        readings = [self.read(line, day=day, at=at) for line in lines]
        entries = [entry for reading in readings for entry in reading.entries]
        changed: dict[str, tuple[Episode, Episode]] = {}
        for change in (change for reading in readings for change in reading.changes):
            changed.update((each[0].id, each) for each in self._changed(change, changed))
        said = tuple(sentence for reading in readings for sentence in reading.said)
        return self._ready(entries, "; ".join(lines), tuple(changed.values()), said)

    def write(self, ready: Ready) -> Logged:
        """Write what was made ready, also a second time after a failure: what is there already is not doubled.

        Raises ChangedSince.
        """
        with self._as_seen():
            return Logged(self.store.record(ready.new, ready.label, amended=ready.amended), ready.said)

    def line_of(self, entry: "Entry") -> str:
        """The quick-entry line that says an entry. Raises Refused for a kind that has none."""
        from journal.quick import write

        return write(entry, self.catalogue, self.clock, self.settings.distance_unit)

    def rewritten(self, entry: "Entry", line: str) -> "Entry":
        """An entry as a changed line says it, with the same id; nothing is saved. Raises NotUnderstood."""
        from journal.quick import amended

        chosen = self.settings
        return amended(line, entry, self.catalogue, self.clock, chosen.tracked, chosen.distance_unit)

    def record(self, *entries: "Entry", label: str = "") -> "tuple[Entry, ...]":
        """Record new entries as one action. Raises Refused when one names what the catalogue does not know."""
        return self.write(self.prepare(*entries, label=label)).entries

    def prepare(self, *entries: "Entry", label: str = "") -> Ready:
        """What `record` would write, not written yet. Raises Refused."""
        return self._ready(entries, label)

    def amend(self, seen: "Entry", entry: "Entry", label: str = "") -> "Entry":
        """Change the entry that was read as `seen` to `entry`, keeping its id. No change writes nothing.

        Raises ChangedSince when it is no longer as it was seen, Refused for what `record` would refuse, and for less
        rest in an open episode.
        """
        from journal.model import Episode

        self._check(entry)
        if isinstance(entry, Episode):
            self._check_spell(entry)
            if entry.ended_on is None:
                self._check_rest(seen, entry)
        if entry.source == COMMENTS:
            self._check_comment(seen, entry)
        with self._as_seen():
            return self.store.amend(seen, entry, label or f"change: {self.tell(entry)}")

    def remove(self, entry_id: str) -> "Entry":
        """Remove an entry; undo brings it back. Gives the entry that was removed."""
        entry = self.entry(entry_id)
        self.store.remove(entry_id, f"remove: {self.tell(entry)}")
        return entry

    def due_after(self, recorded: "Sequence[Entry]") -> "GateDue | None":
        """The calf questions, when what was just recorded makes them come first; None when they can wait."""
        from journal.recovery.recording import due_after

        today = self.clock.today()
        if not any(entry.day == today and entry.kind in ASKED_ABOUT for entry in recorded):
            return None
        return due_after(recorded, self.window(today), self.catalogue, self.settings, self.clock.now())

    def last_action(self) -> str:
        """What `undo` would take back, as a token to give to it."""
        return self.store.last_action()

    def undo(self, seen: str | None = None) -> "Undone | None":
        """Take back the last action, also one of an earlier day; None when there is none.

        With `seen`, the `last_action` of when it was looked at, raises Refused when another program saved something
        since. Raises Refused, naming it, for an entry that is no longer as the action left it.
        """
        from journal.storage.errors import StaleUndo

        try:
            return self.store.undo(seen)
        except StaleUndo as error:
            now = self.find(error.entry_id)
            said = f"it says now: {self.tell(now)}" if now else "it was removed"
            raise Refused(f'"{error.label}" was not undone: an entry of it was changed since; {said}') from None

    def redo(self) -> "Undone | None":
        """Do again what was undone last; None when there is nothing."""
        return self.store.redo()

    def begin_spell(self, at: datetime, *, time_known: bool = True) -> "Episode":
        """Begin a sore spell at `at`, with the planned rest of the settings, where `spell_place` says.

        Raises Refused when one is open there.
        """
        from journal.clock import journal_day
        from journal.model import Episode

        site, side = self.spell_place(journal_day(at))
        spell = Episode(at=at, time_known=time_known, site=site, side=side, rest_days=self.settings.rest_days)
        self.record(spell)
        return spell

    def record_none(self, at: datetime, *, time_known: bool = True) -> "tuple[Entry, ...]":
        """Record at `at` of each trigger that is asked each day, and was not recorded that day, that there was none."""
        from journal.check_in import unasked
        from journal.clock import journal_day
        from journal.model import Trigger

        known = self.catalogue.triggers
        none = [
            Trigger(at=at, time_known=time_known, trigger=each, amount=0, unit=known[each].unit)
            for each in unasked(self.day(journal_day(at)))
        ]
        return self.record(*none) if none else ()

    def spell_place(self, day: date) -> "tuple[str, Side]":
        """Where a sore spell would begin on `day`: the sorest place of it, else the main site."""
        from journal.recovery.episodes import sorest

        main = self.settings.main
        return sorest(self.day(day)) or (main.site, main.side)

    def end_episode(self, episode: "Episode", day: date | None = None) -> "Episode":
        """Close an episode, as it is stored now, on a day (default: today). Raises Refused when it is gone."""
        stored = self._stored(episode)
        closed = replace(stored, ended_on=day or self.clock.today())
        self.amend(stored, closed, f"well again: {self.site_name(episode.site, episode.side)}")
        return closed

    def turn_limp(self, day: date) -> "Entry":
        """Say of the last function of a day that one limped, or the other way round. Raises Refused without one."""
        from journal.model import Function

        asked = [each for each in self.entries(day, day, kinds=("function",)) if isinstance(each, Function)]
        if not asked:
            raise Refused("record function first (f), then whether you limp")
        return self.amend(asked[-1], replace(asked[-1], limp=not asked[-1].limp))

    def more_rest(self, episode: "Episode", days: int) -> "Episode":
        """Plan `days` more for an episode than are stored now: it may be another than was seen. Raises Refused."""
        stored = self._stored(episode)
        longer = replace(stored, rest_days=stored.rest_days + days)
        self.amend(
            stored, longer, f"{count(longer.rest_days, 'rest day')}: {self.site_name(episode.site, episode.side)}"
        )
        return longer

    def _stored(self, episode: "Episode") -> "Episode":
        from journal.model import Episode

        found = self.find(episode.id)
        if not isinstance(found, Episode):
            raise Refused(f"not saved: the spell at the {self.site_name(episode.site, episode.side)} is gone")
        return found

    @contextmanager
    def _as_seen(self) -> Iterator[None]:
        """Say of an entry that is no longer as it was seen what became of it. Raises ChangedSince."""
        from journal.storage.errors import StaleEntry

        try:
            yield
        except StaleEntry as error:
            now = error.now
            said = f"was changed since; it says now: {self.tell(now)}" if now else "was removed since"
            raise ChangedSince(f"not saved: {self.tell(error.seen)} {said}", now) from None

    def _check_comment(self, before: "Entry", entry: "Entry") -> None:
        """What came from somebody else stays as they said it; only whether it counts changes."""
        from journal.model import Comment

        if isinstance(entry, Comment) and before != replace(entry, state=getattr(before, "state", entry.state)):
            raise Refused("not saved: what somebody else wrote stays as it is; approve or reject it, or remove it")

    def _check_spell(self, episode: "Episode", beside: "Sequence[Entry]" = ()) -> None:
        """A place has one sore spell at a time; `beside` is what is recorded or ended with it."""
        from journal.model import Episode
        from journal.recovery.recording import overlap

        changed = {each.id for each in beside}
        stored = self.entries(kinds=("episode",), site=episode.site)
        others = [*(each for each in stored if each.id not in changed), *beside]
        before = next((each for each in stored if isinstance(each, Episode) and each.id == episode.id), None)
        why = overlap(episode, others, self.catalogue, self.settings)
        # Two that stood there already, from an import, must not keep one from being ended.
        if why is not None and (before is None or overlap(before, others, self.catalogue, self.settings) is None):
            raise Refused(f"not saved: {why}")

    def _check_rest(self, planned: "Entry", episode: "Episode") -> None:
        """Rest is only ever lengthened by hand."""
        from journal.model import Episode
        from journal.recovery.countdown import may_plan

        refusal = may_plan(planned, episode.rest_days) if isinstance(planned, Episode) else None
        if refusal is not None:
            raise Refused(f"not saved: {refusal}")

    def _ready(
        self, entries: "Sequence[Entry]", label: str, amended: "Sequence[Amended]" = (), said: tuple[str, ...] = ()
    ) -> Ready:
        from journal.model import Episode

        changed = [entry for _, entry in amended]
        for number, entry in enumerate(entries):
            self._check(entry)
            if isinstance(entry, Episode):
                self._check_spell(entry, (*entries[:number], *changed))
        new = tuple(
            replace(entry, id=entry.id or self.store.new_id(), zone=entry.zone or self.clock.zone_name)
            for entry in entries
        )
        return Ready(new, tuple(amended), label or "; ".join(map(self.tell, (*new, *changed))), said)

    def _changed(
        self, change: "Change", already: "Mapping[str, tuple[Episode, Episode]]"
    ) -> "list[tuple[Episode, Episode]]":
        """The open episodes of the place as read, each with what it becomes; `already` is what the action changed."""
        from journal.quick import EpisodeEnd
        from journal.recovery.countdown import may_plan

        fits = [
            already.get(each.id, (each, each))
            for each in self.episodes(change.day)
            if change.site in (None, each.site) and change.side in (None, each.side)
        ]
        places = {(each.site, each.side) for _, each in fits}
        ends = isinstance(change, EpisodeEnd)
        if not fits:
            raise Refused(f"nothing was saved: no episode is open that could {'end' if ends else 'have more rest'}")
        if len(places) > 1:
            names = " or ".join(self.site_name(*place) for place in sorted(places))
            raise Refused(f"nothing was saved: which episode {'is well again' if ends else 'rests longer'}: {names}?")
        if isinstance(change, EpisodeEnd):
            return [(seen, replace(each, ended_on=change.day)) for seen, each in fits]
        if why := next((why for _, each in fits if (why := may_plan(each, change.days))), None):
            raise Refused(f"nothing was saved: {why}")
        return [(seen, replace(each, rest_days=change.days)) for seen, each in fits]

    def _check(self, entry: "Entry") -> None:
        from journal.model import Massage, Question, SelfTrial
        from journal.vocabulary import check_known

        check_known(entry, self.catalogue)
        if entry.at > self.clock.now() + FORGIVEN:
            raise Refused(f"not saved: {entry.at:%Y-%m-%d %H:%M} has not come yet")
        if isinstance(entry, Question | SelfTrial) and not entry.id and entry.at < self.clock.now() - FORGIVEN:
            raise Refused("not saved: what is asked or planned ahead cannot be dated back")
        if isinstance(entry, Question):
            self._check_question(entry)
        if isinstance(entry, Massage):
            self._check_massage(entry)

    def _check_question(self, entry: "Question") -> None:
        """Asked twice it would have two answers, each of which says that it was judged alone."""
        for each in self.questions():
            if each.id != entry.id and each.asks == entry.asks:
                raise Refused(f"not saved: that is asked already, since {self.day_words(each.day, year=True)}")

    def _check_massage(self, entry: "Massage") -> None:
        from journal.recovery.recording import refusal

        why = refusal(entry, self.window(entry.day), self.catalogue, self.settings)
        if why is not None:
            raise Refused(f"not saved: {why}")
