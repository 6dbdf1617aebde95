"""One quick-entry line to entries. Nothing is guessed in silence: what cannot be read is said."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from journal.catalogue import Catalogue
from journal.clock import Clock, journal_day
from journal.dates import STANDARD
from journal.model import Entry, InvalidEntry, Massage, Note
from journal.plural import count
from journal.quick import asking, words
from journal.quick.bag import Bag, is_word
from journal.quick.errors import NotUnderstood, Refusal, quoted
from journal.quick.feeling import Change, EpisodeEnd, RestPlan
from journal.quick.free_text import Part, parts, read_text
from journal.quick.items import Day, Item, NameKind, Wall
from journal.quick.kinds import ANY, KINDS, check_known, kind_of
from journal.quick.scan import Scanner
from journal.quick.when import LATE_DAYS, Given, moment, say_when
from journal.settings import Tracked
from journal.tell import site_name, tell

EXAMPLE = "5, l calf 5, drive 3h"
BODY_MOST = 1000
"""The most characters of one entry, its free text apart."""


@dataclass(frozen=True)
class Reading:
    """What a line says: entries to record (their id is ""), open episodes to change, and a sentence for each."""

    entries: tuple[Entry, ...]
    said: tuple[str, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class _Found:
    """One entry or change of a line, with its sentence."""

    what: Entry | Change
    said: str


def read(
    line: str,
    catalogue: Catalogue,
    clock: Clock,
    tracked: Sequence[Tracked],
    *,
    default_at: datetime | None = None,
    day: date | None = None,
    rest_days: int = 3,
    date_format: str = STANDARD,
    distance_unit: str = "km",
    anew: bool = True,
) -> Reading:
    """The entries that `line` says. Raises NotUnderstood for all of it when any of it cannot be read.

    `tracked` are the sites the runner rates, the main one first. `default_at` (aware) is the time of entries that name
    none; `day` the journal day chosen in the app; `rest_days` those of an episode that names none;
    `date_format` and `distance_unit` how what was understood is told. `anew` is False for the line of an entry that is
    changed: then a day may have more hours than it can, as it was recorded.
    """
    given = Given(
        catalogue=catalogue,
        clock=clock,
        tracked=tuple(tracked),
        now=clock.now(),
        default_at=default_at,
        day=day,
        rest_days=rest_days,
        date_format=date_format,
        distance_unit=distance_unit,
        anew=anew,
    )
    found_parts = parts(line)
    if not found_parts:
        raise NotUnderstood("the line is empty", "", EXAMPLE)
    found = [_read_part(part, given) for part in found_parts]
    return Reading(
        entries=tuple(each.what for each in found if isinstance(each.what, Entry)),
        said=tuple(each.said for each in found),
        changes=tuple(each.what for each in found if isinstance(each.what, Change)),
    )


def _read_part(part: Part, given: Given) -> _Found:
    if part.head:
        return _read_words(part, given)
    if len(part.body) > BODY_MOST:
        raise NotUnderstood(f"{quoted(part.body.strip())} is too long", "", f"{EXAMPLE}; long text behind note")
    head = asking.HEAD.match(part.body)
    if head:
        return _read_asking(part, head, given)
    items, ambiguous = _scan(part.body, given, ANY)
    if not ambiguous:
        return _read_items(part, items, given)
    return _read_either(part, given)


def _read_either(part: Part, given: Given) -> _Found:
    """ "5 nov 3" is 5 on the third, or 3 on the fifth: read where only one of them can be, else refused."""
    found: list[_Found] = []
    refused: list[NotUnderstood] = []
    for month_first in (False, True):
        items, _ = _scan(part.body, given, ANY, month_first=month_first)
        try:
            found.append(_read_items(part, items, given, month_first=month_first))
        except NotUnderstood as error:
            refused.append(error)
    if not found:
        raise refused[0]
    if len(found) == 2:
        one, other = (each.said for each in found)
        raise NotUnderstood(
            f"{quoted(part.body.strip())} can be two things", f"{one}, or {other}", "a date as 2026-11-03"
        )
    return found[0]


def _scan(
    text: str, given: Given, names: Collection[NameKind], *, month_first: bool = False
) -> tuple[list[Item], bool]:
    scanner = Scanner(text, given.vocabulary, given.tracked_phrases, names, month_first=month_first)
    return scanner.items(), scanner.ambiguous


def _read_asking(part: Part, head: re.Match[str], given: Given) -> _Found:
    """A question asked ahead, or days that were not tracked."""
    said = head["head"]
    is_question = said.lower() == "ask"
    try:
        read_it = asking.question if is_question else asking.untracked
        found = read_it(part.body[head.end() :], given)
        note, tags = read_text(part.text) if part.text is not None else ("", ())
        what, fields = found.what
        entry, told = _made(what, {"note": note, "tags": tags, **fields}, found.day, None, given)
    except Refusal as error:
        raise NotUnderstood(error.problem, said, error.instead) from None
    except InvalidEntry as error:
        instead = asking.ASK_EXAMPLE if is_question else asking.UNTRACKED_EXAMPLE
        raise NotUnderstood(str(error), said, instead) from None
    return _Found(entry, told)


def _read_items(part: Part, items: Sequence[Item], given: Given, *, month_first: bool = False) -> _Found:
    bag = Bag(items, given.vocabulary, part.body)
    try:
        name = kind_of(bag)
        kind = KINDS[name]
        items, _ = _scan(part.body, given, kind.names, month_first=month_first)
        bag = Bag(items, given.vocabulary, part.body)
        bag.left = [item for item in bag.left if not is_word(item, name)]
        check_known(bag, kind)
        note, tags = read_text(part.text) if part.text is not None else ("", ())
        every = tuple(dict.fromkeys((*bag.take_tags(), *tags)))
        what, fields = kind.read(bag, given)
        day, wall = bag.take_when()
        bag.check_empty(kind.called, kind.example)
        found, said = _made(what, {"note": note, "tags": every, **fields}, day, wall, given)
    except Refusal as error:
        raise NotUnderstood(error.problem, bag.without(but=error.item), error.instead) from None
    except InvalidEntry as error:
        raise NotUnderstood(str(error), bag.without(but=None), kind.example) from None
    return _Found(found, said)


def _made(
    what: type[Entry] | type[Change], fields: dict[str, Any], day: Day | None, wall: Wall | None, given: Given
) -> tuple[Entry | Change, str]:
    """The entry, or the change of an episode, at its moment, and the sentence for it."""
    when = moment(day, wall, given)
    told = say_when(when.at, when.known, given.clock, given.date_format)
    if issubclass(what, EpisodeEnd):
        return _ended(fields, when.at, told, given)
    if issubclass(what, RestPlan):
        return _rested(fields, when.at, given)
    entry = what(at=when.at, zone=when.zone, time_known=when.known, **fields)
    if (given.today - entry.day).days > LATE_DAYS:
        entry = replace(entry, entered_late=True)
    return entry, f"{_told(entry, given)} · {told}"


def _told(entry: Entry, given: Given) -> str:
    words = tell(entry, given.catalogue, given.distance_unit, given.date_format)
    if isinstance(entry, Note):
        return f"note: {words}"
    technique = given.catalogue.techniques.get(entry.technique) if isinstance(entry, Massage) else None
    return f"{words} ({technique.name})" if technique and technique.name not in words else words


def _ended(fields: dict[str, Any], at: datetime, told: str, given: Given) -> tuple[EpisodeEnd, str]:
    if fields.pop("note") or fields.pop("tags"):
        raise Refusal("well again takes no words and no tags", "well again; note what helped")
    end = EpisodeEnd(day=journal_day(at), **fields)
    return end, f"well again: {_place(end, given)} · {told}"


def _rested(fields: dict[str, Any], at: datetime, given: Given) -> tuple[RestPlan, str]:
    if fields.pop("note") or fields.pop("tags"):
        raise Refusal("more rest takes no words and no tags", "rest 6; note why")
    plan = RestPlan(day=journal_day(at), **fields)
    return plan, f"{count(plan.days, 'rest day')} planned: {_place(plan, given)}"


def _place(change: Change, given: Given) -> str:
    if change.site:
        return site_name(change.site, change.side, given.catalogue)
    return f"the open episode {change.side or ''}".strip()


def _read_words(part: Part, given: Given) -> _Found:
    text = part.text or ""
    beginning = words.beginning_of(text, given, sure=part.head == "comment")
    bag = Bag(beginning.items, given.vocabulary, text)
    reader = words.comment if part.head == "comment" else words.note
    try:
        what, fields = reader(text, beginning)
        found, said = _made(what, fields, beginning.day, beginning.wall, given)
    except Refusal as error:
        understood = ", ".join(each for each in (part.head, bag.without(but=error.item)) if each)
        raise NotUnderstood(error.problem, understood, error.instead) from None
    except InvalidEntry as error:
        raise NotUnderstood(str(error), part.head, "a shorter text") from None
    return _Found(found, said)
