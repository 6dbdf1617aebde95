"""The whole journal in its own format, out and in."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from journal.book.opened import Opened
from journal.errors import CannotWrite, JournalError, Refused
from journal.files import read_whole

if TYPE_CHECKING:
    from journal.exchange.jsonl import Beside
    from journal.model import Entry
    from journal.storage.shapes import ImportCounts

Progress = Callable[[int], None]


def no_progress(rows: int) -> None:
    """Nothing is said about how far it is."""


@dataclass(frozen=True, kw_only=True)
class Moved:
    """What an import of an export brought: entries `added`, `skipped` because they were there; the rest by name.

    `settings` and `own` additions and mappings were taken over; `stays` are those that say something else here. `kept`
    counts the lines and `newer_fields` the entries of a newer version; `logged` the lines of a change log, which are
    not taken in.
    """

    added: int
    skipped: int
    settings: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    kept: int = 0
    newer_fields: int = 0
    logged: int = 0


class Moving(Opened):
    """Everything that is the runner's: entries, settings, additions, mappings, and what a newer version wrote."""

    def export(self, *, log: bool = False) -> Iterator[bytes]:
        """The whole journal, line by line; with `log` the change log, too."""
        from journal.exchange import jsonl

        minor, newer = self._newer()
        yield jsonl.header(minor)
        yield from self._chosen_lines()
        yield from self.store.all_lines()
        yield from (line + b"\n" for line in newer)
        if log:
            yield from self._log_lines()

    def import_lines(self, content: Iterable[bytes], name: str, progress: Progress = no_progress) -> Moved:
        """Take in an export called `name`, its entries whole or not at all, as one action. Raises ImportRefused.

        A setting that was chosen here, and an addition that is here, stay. The lines are read as they are needed.
        """
        from journal.exchange.jsonl import Beside

        beside = Beside()
        counts = self.store.import_entries(self._incoming(content, name, beside, progress), f"import {name}")
        return self._take_beside(beside, Moved(added=counts.added, skipped=counts.skipped))

    def count_lines(self, content: Iterable[bytes], name: str, progress: Progress = no_progress) -> Moved:
        """How many entries `import_lines` would add, but for those that say something else here, which it refuses."""
        from journal.exchange.jsonl import Beside

        counts = self.store.count_import(self._incoming(content, name, Beside(), progress))
        return Moved(added=counts.added, skipped=counts.skipped)

    def export_csv(self, *, bom: bool = False) -> Iterator[bytes]:
        """The entries alone as CSV for spreadsheets, row by row; with `bom` marked as UTF-8."""
        from journal.exchange.sheet import csv_lines

        return csv_lines(self.store.all_entries(), bom=bom)

    def import_csv(self, content: bytes, name: str, *, dry: bool = False) -> "ImportCounts":
        """Take in a file that `export_csv` wrote, as one action; `dry`: only say what would come in.

        An entry that says something else here stays. Raises ImportRefused.
        """
        from journal.exchange.convert import marked
        from journal.exchange.intake import as_text
        from journal.exchange.sheet import read_csv

        entries = (marked(entry, self.catalogue) for entry in read_csv(as_text(content, name), name))
        if dry:
            return self.store.count_import(entries)
        return self.store.import_entries(entries, f"import {name}", keep=True)

    def _incoming(self, content: Iterable[bytes], name: str, beside: "Beside", progress: Progress) -> "Iterator[Entry]":
        from journal.catalogue import with_additions
        from journal.exchange.convert import STEP, marked
        from journal.exchange.jsonl import read

        catalogue, known = self.catalogue, 0
        for number, entry in enumerate(read(content, name, beside), 1):
            if len(beside.own) > known:
                catalogue, known = with_additions(self.catalogue, beside.own), len(beside.own)
            if number % STEP == 0:
                progress(number)
            yield marked(entry, catalogue)

    def _chosen_lines(self) -> Iterator[bytes]:
        """What the runner chose otherwise than the app, and added to the content.

        A file of additions that cannot be read is warned of, and holds back no entry.
        """
        from journal.catalogue import own_additions
        from journal.catalogue.own_mappings import own_mappings
        from journal.exchange.jsonl import mapping_line, own_line, setting_line
        from journal.settings_file import chosen

        yield from (setting_line(name, value) for name, value in chosen(self.settings).items())
        for lines in (
            (own_line(kind, fields) for kind, fields in own_additions(self.paths.own)),
            (mapping_line(name, text) for name, text in own_mappings(self.paths.mappings)),
        ):
            try:
                yield from lines
            except JournalError as error:
                self.warn(f"{error}; what it adds is not in the export")

    def _log_lines(self) -> Iterator[bytes]:
        from journal.exchange.jsonl import action_line, change_line
        from journal.storage.shapes import Logged

        for each in self.store.logbook.all():
            if isinstance(each, Logged):
                yield action_line(each.id, each.label, each.made_at, each.state)
            else:
                yield change_line(each.entry, each.before, each.after)

    def _take_beside(self, beside: "Beside", moved: Moved) -> Moved:
        """Settings, additions, mappings and kept lines, once the entries are in."""
        from journal.catalogue import carry_over
        from journal.catalogue.own_mappings import carry_over_mappings

        try:
            taken, stays = self._take_settings(beside)
            own, own_stays = carry_over(self.paths.own, beside.own) if beside.own else ([], [])
            mapped, mapped_stay = carry_over_mappings(self.paths.mappings, beside.mappings)
            self.__dict__.pop("catalogue", None)
            if beside.has_newer:
                self._keep_newer(beside)
        except CannotWrite as error:
            raise CannotWrite(f"the entries are in; what was chosen and added is not: {error}") from None
        return replace(
            moved,
            settings=tuple(taken),
            own=(*own, *mapped),
            stays=(*stays, *own_stays, *mapped_stay),
            kept=len(beside.kept),
            newer_fields=beside.newer_fields,
            logged=beside.logged,
        )

    def _take_settings(self, beside: "Beside") -> tuple[list[str], list[str]]:
        """Names of the settings that were taken, and of those that stay as they were chosen here.

        One that this version does not know, or not with this value, is kept as a line.
        """
        from msgspec.json import encode

        from journal.exchange.jsonl import setting_line
        from journal.settings import Settings
        from journal.settings_file import changed, chosen

        here = chosen(self.settings)
        new: dict[str, Any] = {}
        for name, value in beside.settings.items():
            try:
                changed(Settings(), **{name: value})
            except Refused:
                beside.kept.append(setting_line(name, value).strip())
                continue
            if name not in here:
                new[name] = value
        if new:
            self.change_settings(**new)
        there = {name: value for name, value in beside.settings.items() if name in here}
        return list(new), [name for name, value in there.items() if encode(value) != encode(here[name])]

    def _newer(self) -> tuple[int, list[bytes]]:
        """The minor version that lines were kept of, and the lines."""
        import msgspec

        try:
            first, *lines = read_whole(self.paths.newer).splitlines()
            return int(msgspec.json.decode(first)["minor"]), lines
        except FileNotFoundError:
            return 0, []
        except (OSError, ValueError, KeyError, TypeError, msgspec.DecodeError) as error:
            raise CannotWrite(f"{self.paths.newer} cannot be read: {error}") from None

    def _keep_newer(self, beside: "Beside") -> None:
        from journal.files import write_pieces

        minor, lines = self._newer()
        whole = dict.fromkeys(chain(lines, beside.kept))
        head = b'{"minor":%d}\n' % max(minor, beside.minor)
        write_pieces(self.paths.newer, chain((head,), (line + b"\n" for line in whole)))
