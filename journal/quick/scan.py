"""A line cut into items, the longest phrase first."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import time, timedelta

from journal.quick.items import (
    Ago,
    Amount,
    Back,
    Change,
    Day,
    Item,
    Load,
    Meaning,
    NameKind,
    Number,
    OnDate,
    Sets,
    Tag,
    Unknown,
    Wall,
    Word,
    is_date,
)
from journal.quick.keywords import MONTH, MONTHS, TEN, WALLS
from journal.quick.phrases import ATOM, Phrase
from journal.quick.units import NUMBER, PART, WORDS, number
from journal.quick.vocabulary import Known, Vocabulary, best_of

_SKIPPED = re.compile(r"[\s,!()]|\.(?!\d)")
"""What stands between items and means nothing."""

_JOINS = re.compile(r"[\s_\-–'’/(),]*")
_TAG = re.compile(r"#([^\s#;]+)")
TAG_END = ".,;:!?)]}\"'”’"
"""What may follow a tag without being part of it."""

_I = re.IGNORECASE | re.ASCII
_OFFSET = r"(?P<offset>z\b|[+-]\d\d:?\d\d(?::\d\d)?)?"
_WALL_24 = re.compile(
    rf"(?P<h>\d{{1,2}}):(?P<m>\d\d)(?::(?P<s>\d\d)(?:\.(?P<f>\d{{1,6}}))?)?(?:\s*(?P<half>[ap]m)\b)?{_OFFSET}(?!\w|:\d)",
    _I,
)
_WALL_12 = re.compile(r"(?P<h>\d{1,2})(?:\.(?P<m>\d\d))?\s*(?P<half>[ap]m)\b", _I)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:(?!\w)|t(?=\d))", _I)
_AGO = re.compile(r"(\d{1,6})\s*(weeks?|w|[a-z]+)\s+ago\b", _I)
_DAY_MONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s*({MONTH})(?![a-z])(?:,?\s+(\d{{4}})\b)?", _I)
_MONTH_DAY = re.compile(rf"({MONTH})(?![a-z])\s+(\d{{1,2}})(?:st|nd|rd|th)?(?![\w:%>@]|\.\d)(?:,?\s+(\d{{4}})\b)?", _I)
_DOSE = r"(\d{1,5})(?:\s*(s|secs?|seconds?|m|mins?|minutes?|reps?)\b)?(?!\w)"
_SETS = re.compile(rf"(\d{{1,3}})\s*(?:[x×*]|sets?\s*(?:of|x|×))\s*{_DOSE}", _I)
_LOAD = re.compile(rf"@\s*({NUMBER})\s*(kgs?|lbs?|pounds?)?(?!\w)", _I)
_SCORE = r"(\d{1,3}|x)"
_CHANGE = re.compile(rf"{_SCORE}?\s*(?:->|=>|→|>)(?:\s*{_SCORE}(?![\w:%@-]|\.\d))?", _I)
_NUMBER = re.compile(rf"({NUMBER})(?![\w%]|[.:,]\d)", _I)
_THOUSANDS = re.compile(r"\d{1,3},\d{3}(?!\d)", re.ASCII)
_MINUTES_BEHIND = re.compile(r"(\d{1,2})()(?![\w.,:])", re.ASCII)
_DAY_BEHIND = re.compile(r"\s+(\d{1,2})(?:st|nd|rd|th)?(?![\w%]|[.:,]\d)", re.ASCII)
_REST = re.compile(r"[^\s,;]+")

_SETS_MOST = 100


class Scanner:
    """Cuts one text into items; names of other kinds than `kinds` have no place in it.

    `tracked` adds what parts of the tracked sites' names mean. "5 nov 3" can be two things: `ambiguous` is then True,
    and `month_first` chooses the second.
    """

    def __init__(
        self,
        text: str,
        vocabulary: Vocabulary,
        tracked: Mapping[Phrase, tuple[Meaning, ...]],
        kinds: Collection[NameKind],
        *,
        month_first: bool = False,
    ) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._tracked = tracked
        self._kinds = kinds
        self._month_first = month_first
        self._atoms = [(match.group().lower(), match.start(), match.end()) for match in ATOM.finditer(text)]
        self._starts = {start: index for index, (_, start, _) in enumerate(self._atoms)}
        self.ambiguous = False

    def items(self, start: int = 0) -> list[Item]:
        """All items of the text from `start` on."""
        found: list[Item] = []
        position = start
        while (item := self.item(position)) is not None:
            found.append(item)
            position = item.end
        return found

    def item(self, position: int) -> Item | None:
        """The first item at or after `position`, None at the end."""
        while _SKIPPED.match(self._text, position):
            position += 1
        if position >= len(self._text):
            return None
        for read in (self._change, self._phrase, *self._patterns(self._text[position])):
            if (item := read(position)) is not None:
                return item
        return self._unknown(position)

    def _patterns(self, first: str) -> tuple[Callable[[int], Item | None], ...]:
        if first.isdigit() or first == ".":
            return (self._iso, self._ago, self._wall, self._day_month, self._sets, self._amount, self._bare)
        return (self._tag, self._load, self._month_day)

    # -- phrases ------------------------------------------------------------------------------------------------

    def _phrase(self, position: int) -> Item | None:
        first = self._starts.get(position)
        if first is None:
            return None
        strayed: Word | None = None
        for words, end in self._candidates(first):
            known = self._find(words)
            if known is None:
                continue
            text = self._text[position:end]
            if known.day is not None:
                return Day(text=text, start=position, day=known.day)
            if known.key == TEN:
                return Number(text=text, start=position, value=10.0)
            names = best_of(each for each in known.names if each.kind in self._kinds)
            if known.key or names:
                return Word(text=text, start=position, key=known.key, names=names)
            strayed = strayed or Word(text=text, start=position, elsewhere=best_of(known.names))
        return strayed or self._noon(position, first)

    def _noon(self, position: int, first: int) -> Item | None:
        word, _, end = self._atoms[first]
        return Wall(text=self._text[position:end], start=position, wall=WALLS[word]) if word in WALLS else None

    def _candidates(self, first: int) -> list[tuple[Phrase, int]]:
        found: list[tuple[Phrase, int]] = []
        words: list[str] = []
        last = min(len(self._atoms), first + self._vocabulary.longest)
        for index in range(first, last):
            word, start, end = self._atoms[index]
            if index > first and not _JOINS.fullmatch(self._text, self._atoms[index - 1][2], start):
                break
            words.append(word)
            if index + 1 == len(self._atoms) or self._atoms[index + 1][1] > end:
                found.append((tuple(words), end))
        return found[::-1]

    def _find(self, words: Phrase) -> Known | None:
        known = self._vocabulary.find(words)
        if known is not None and (known.key or known.day):
            return known
        tracked = self._tracked.get(words, ())
        return Known(names=(*(known.names if known else ()), *tracked)) if known or tracked else None

    # -- days and times -----------------------------------------------------------------------------------------

    def _iso(self, position: int) -> Item | None:
        match = _ISO.match(self._text, position)
        return self._date(match, *(int(part) for part in match.groups())) if match else None

    def _day_month(self, position: int) -> Item | None:
        match = _DAY_MONTH.match(self._text, position)
        if match is None:
            return None
        if match[3] is None and self._day_follows(match.end()):
            self.ambiguous = True
            if self._month_first:
                return self._number_alone(position, match[1])
        return self._date(match, int(match[3]) if match[3] else None, _month(match[2]), int(match[1]))

    def _day_follows(self, position: int) -> bool:
        """True when a bare number that can be a day stands behind."""
        behind = _DAY_BEHIND.match(self._text, position)
        others = (_CHANGE, _AGO, _WALL_12, _DAY_MONTH, _SETS, PART)
        return bool(
            behind
            and 1 <= int(behind[1]) <= 31
            and not any(other.match(self._text, behind.start(1)) for other in others)
        )

    def _number_alone(self, position: int, digits: str) -> Item:
        return Number(text=digits, start=position, value=float(digits))

    def _month_day(self, position: int) -> Item | None:
        match = _MONTH_DAY.match(self._text, position)
        if match is None:
            return None
        return self._date(match, int(match[3]) if match[3] else None, _month(match[1]), int(match[2]))

    def _date(self, match: re.Match[str], year: int | None, month: int, day: int) -> Item:
        if year == 0 or not is_date(year or 2000, month, day):
            return _no(match, "is not a date", "3 nov or 2026-11-03")
        return Day(text=match.group(), start=match.start(), day=OnDate(month, day, year))

    def _ago(self, position: int) -> Item | None:
        match = _AGO.match(self._text, position)
        if match is None:
            return None
        count, unit = int(match[1]), match[2].lower()
        if unit in ("w", "week", "weeks"):
            return self._back(match, 7 * count)
        measures = WORDS.get(unit, {})
        if "days" in measures:
            return self._back(match, count)
        if "time" not in measures:
            return _no(match, "is not a time", "2d ago or 3h ago")
        return Day(text=match.group(), start=position, day=Ago(timedelta(seconds=count * measures["time"])))

    def _back(self, match: re.Match[str], days: int) -> Item:
        return Day(text=match.group(), start=match.start(), day=Back(days))

    def _wall(self, position: int) -> Item | None:
        match = _WALL_24.match(self._text, position) or _WALL_12.match(self._text, position)
        if match is None:
            return None
        parts = match.groupdict()
        hour, half = int(parts["h"]), (parts["half"] or "").lower()
        if half and not 1 <= hour <= 12:
            return _no(match, "is not a clock time", "8pm or 20:00")
        hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
        try:
            wall = time(
                hour,
                int(parts["m"] or 0),
                int(parts.get("s") or 0),
                int((parts.get("f") or "").ljust(6, "0")),
            )
            offset = _offset(parts.get("offset") or "")
        except ValueError:
            return _no(match, "is not a clock time", "8pm or 14:30")
        return Wall(text=match.group(), start=position, wall=wall, offset=offset)

    # -- numbers ------------------------------------------------------------------------------------------------

    def _sets(self, position: int) -> Item | None:
        match = _SETS.match(self._text, position)
        if match is None:
            return None
        count, dose, unit = int(match[1]), int(match[2]), (match[3] or "reps").lower()
        if not 1 <= count <= _SETS_MOST:
            return _no(match, f"is not 1-{_SETS_MOST} sets", "3x12")
        if unit.startswith("rep"):
            return Sets(text=match.group(), start=position, count=count, reps=dose)
        return Sets(text=match.group(), start=position, count=count, seconds=int(dose * WORDS[unit]["time"]))

    def _load(self, position: int) -> Item | None:
        match = _LOAD.match(self._text, position)
        if match is None:
            return None
        kg = number(match[1]) * WORDS[match[2].lower()]["mass"] if match[2] else None
        return Load(text=match.group(), start=position, kg=kg)

    def _change(self, position: int) -> Item | None:
        match = _CHANGE.match(self._text, position)
        if match is None or (match[1] is None and match[2] is None):
            return None
        before, after = (int(part.lower().replace("x", "10")) if part else None for part in match.groups())
        return Change(text=match.group(), start=position, before=before, after=after)

    def _amount(self, position: int) -> Item | None:
        if match := _THOUSANDS.match(self._text, position):
            return _no(match, "can be two numbers", match.group().replace(",", ""))
        match = PART.match(self._text, position)
        parts: list[tuple[float, str]] = []
        end = position
        while match is not None:
            unit = match[2].lower() or "min"
            parts.append((number(match[1]), unit))
            end = match.end()
            match = self._next_part(end, unit)
        return Amount(text=self._text[position:end], start=position, parts=tuple(parts)) if parts else None

    def _next_part(self, position: int, unit: str) -> re.Match[str] | None:
        """The 30m of "1h 30m", the 30 of "1h30"."""
        if behind := _MINUTES_BEHIND.match(self._text, position):
            return behind if _is_hours(unit) else None
        match = PART.match(self._text, position)
        return match if match and _smaller(match[2], unit) and not _AGO.match(self._text, match.start(1)) else None

    def _bare(self, position: int) -> Item | None:
        match = _NUMBER.match(self._text, position)
        return Number(text=match.group(), start=position, value=number(match[1])) if match else None

    # -- the rest -----------------------------------------------------------------------------------------------

    def _tag(self, position: int) -> Item | None:
        match = _TAG.match(self._text, position)
        tag = match[1].rstrip(TAG_END) if match else ""
        return Tag(text=f"#{tag}", start=position, tag=tag) if tag else None

    def _unknown(self, position: int) -> Item:
        match = _REST.match(self._text, position)
        return Unknown(text=match.group() if match else self._text[position], start=position)


def _no(match: re.Match[str], why: str, instead: str) -> Unknown:
    return Unknown(text=match.group(), start=match.start(), why=why, instead=instead)


def _month(word: str) -> int:
    return MONTHS.index(word[:3].lower()) + 1


def _offset(text: str) -> timedelta | None:
    if not text:
        return None
    if text.lower() == "z":
        return timedelta(0)
    digits = text[1:].replace(":", "")
    hours, minutes, seconds = int(digits[:2]), int(digits[2:4]), int(digits[4:] or 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        raise ValueError("an offset is less than a day")
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -length if text[0] == "-" else length


def _is_hours(unit: str) -> bool:
    return WORDS[unit.lower()].get("time") == WORDS["h"]["time"]


def _smaller(unit: str, than: str) -> bool:
    one, other = WORDS[unit.lower()].get("time"), WORDS[than].get("time")
    return one is not None and other is not None and one < other
