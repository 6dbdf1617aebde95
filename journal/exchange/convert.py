"""Rows of another app's export to entries, as a mapping says."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby
from typing import Any

from journal.catalogue.mapping_shapes import ASKED, Cell, FileMapping, Rule
from journal.catalogue.shapes import Catalogue
from journal.clock import YEARS, Clock
from journal.exchange.cells import filled, holds, scale_said, value_of
from journal.exchange.ids import id_of
from journal.exchange.intake import refused
from journal.exchange.moments import Absent, Unfit, moment
from journal.exchange.table import SEPARATOR, Row
from journal.model import Entry, InvalidEntry, Massage, Side
from journal.plain import from_plain

STEP = 5000
"""After so many rows it is said how far it is."""
CLOCK_ERROR = timedelta(minutes=5)
NOT_TO_BE_MASSAGED = "not-to-be-massaged"
"""The tag of an imported massage at a place that is never massaged."""

Progress = Callable[[int], None]


@dataclass(frozen=True)
class LeftOut:
    """A row, or a part of one, that became no entry."""

    where: str
    why: str


@dataclass(frozen=True)
class Incoming:
    """What a file would bring: entries with their ids, what was left out, and what was converted, in words."""

    mapping: FileMapping
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    conversions: tuple[str, ...]


@dataclass(frozen=True)
class Reader:
    """Reads rows by one mapping. `place` is where the runner says that scores without a place were felt."""

    mapping: FileMapping
    catalogue: Catalogue
    clock: Clock
    place: tuple[str, Side] | None = None

    def read(self, rows: Iterable[Row], progress: Progress = lambda _: None) -> Incoming:
        """All that the rows become. Raises ImportRefused, naming the row, for one that cannot be read."""
        entries: list[Entry] = []
        left_out: list[LeftOut] = []
        seen: Counter[str] = Counter()
        for number, row in enumerate(rows, 1):
            made = self._row(row, seen, left_out)
            entries.extend(made)
            if number % STEP == 0:
                progress(number)
        entries.sort(key=lambda entry: (entry.at, entry.id))
        return Incoming(self.mapping, tuple(entries), tuple(left_out), self._conversions())

    def _row(self, row: Row, seen: Counter[str], left_out: list[LeftOut]) -> list[Entry]:
        try:
            seconds = 0.0
            if self.mapping.time.seconds is not None:
                seconds = value_of(self.mapping.time.seconds, "seconds", row, self.catalogue) or 0.0
            at, known, shown = moment(row, self.mapping.time, self.clock, seconds)
        except (Unfit, Absent) as error:
            raise refused(row.where, str(error)) from None
        if at > self.clock.now() + CLOCK_ERROR:
            left_out.append(LeftOut(row.where, f"{at:%Y-%m-%d %H:%M} has not come yet"))
            return []
        if at.year not in YEARS:
            raise refused(row.where, f"the date is out of range: {at:%Y-%m-%d}")
        said = "\x1f".join(row.text(name) for name in self.mapping.key) if self.mapping.key else "\x1f".join(row.cells)
        seen[said] += 1
        basis = (self.mapping.id, said, str(seen[said]))
        made, about = [], Counter[tuple[str, ...]]()
        for entry in self._entries(row, {"at": at.isoformat(), "time_known": known}):
            what = _what(entry)
            about[what] += 1
            made.append(replace(entry, id=id_of(shown, (*basis, *what, str(about[what])))))
        if not made:
            left_out.append(LeftOut(row.where, filled(self.mapping.left_out, row)))
        return made

    def _entries(self, row: Row, common: dict[str, Any]) -> Iterator[Entry]:
        """What the rules make of a row; of rules that go together only the first that fits."""
        for _, rules in groupby(enumerate(self.mapping.entries), key=lambda each: each[1].one_of or each[0]):
            problem = ""
            for _number, rule in rules:
                try:
                    made = list(self._rule(rule, row, common))
                except Unfit as error:
                    problem = problem or str(error)
                    continue
                except Absent:
                    continue
                if made:
                    yield from made
                    problem = ""
                    break
            if problem:
                raise refused(row.where, problem)

    def _rule(self, rule: Rule, row: Row, common: dict[str, Any]) -> Iterator[Entry]:
        if not all(holds(each, row) for each in rule.when):
            return
        if not rule.each:
            yield self._entry(rule, row, common)
            return
        for part in row.text(rule.each).split(rule.split):
            alone = Row(row.where, (part,), {rule.each.casefold(): (0,)}, row.extra)
            try:
                yield self._entry(rule, alone, common)
            except Absent:
                continue

    def _entry(self, rule: Rule, row: Row, common: dict[str, Any]) -> Entry:
        fields: dict[str, Any] = {}
        kept: list[str] = []
        for name, value in rule.set.items():
            fields[name] = self._value(name, value, row)
            if isinstance(value, Cell) and (value.scale or value.words) and row.text(value.column, value.nth):
                kept.append(f"{_column(value)}: {row.text(value.column, value.nth)}")
        if rule.kind == "trigger" and fields["trigger"] in self.catalogue.triggers:
            fields.setdefault("unit", self.catalogue.triggers[fields["trigger"]].unit)
        texts = [text for each in rule.text if (text := filled(each, row))]
        if rule.kind == "note" and not texts:
            raise Absent("there is no text")
        plain = {
            "kind": rule.kind,
            **common,
            **fields,
            "note": rule.join.join([*texts, *kept]),
            "tags": list(_tags(filled(each, row) for each in rule.tags)),
            "source": f"import:{self.mapping.id}",
        }
        try:
            return marked(from_plain(plain), self.catalogue)
        except InvalidEntry as error:
            raise Unfit(str(error)) from None

    def _value(self, name: str, value: Any, row: Row) -> Any:
        if isinstance(value, Cell):
            return value_of(value, name, row, self.catalogue)
        if value == ASKED and name in ("site", "side"):
            if self.place is None:
                raise Absent("no place was named")
            return self.place[("site", "side").index(name)]
        return value

    def _conversions(self) -> tuple[str, ...]:
        said = [
            scale_said(value, name)
            for rule in self.mapping.entries
            if self.place is not None or ASKED not in rule.set.values()
            for name, value in rule.set.items()
            if isinstance(value, Cell) and value.scale is not None
        ]
        return tuple(dict.fromkeys(said))


def marked(entry: Entry, catalogue: Catalogue) -> Entry:
    """`entry`; a massage at a place that is never massaged is kept as history, and tagged."""
    if not isinstance(entry, Massage) or NOT_TO_BE_MASSAGED in entry.tags:
        return entry
    site, technique = catalogue.sites.get(entry.site), catalogue.techniques.get(entry.technique)
    if site is None or site.massage != "no" or (technique is not None and not technique.press):
        return entry
    return replace(entry, tags=(*entry.tags, NOT_TO_BE_MASSAGED))


def _what(entry: Entry) -> tuple[str, ...]:
    """What an entry is about, whatever it says of it: so that a row keeps its ids when the mapping learns more."""
    return (entry.kind, *(str(getattr(entry, name, "")) for name in ("site", "side", "trigger", "technique")))


def _column(cell: Cell) -> str:
    column = cell.column[0] if isinstance(cell.column, tuple) else cell.column
    return column if isinstance(column, str) else f"column {column}"


def _tags(texts: Iterable[str]) -> Iterator[str]:
    """Each part as one word without its sign; a tag comes once."""
    seen: set[str] = set()
    for text in texts:
        for part in text.split(SEPARATOR):
            tag = "_".join(part.strip().lstrip("@#+").replace("#", "").split())
            if tag and tag not in seen:
                seen.add(tag)
                yield tag
