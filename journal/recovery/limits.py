"""What a coach, physio or doctor asked for and the runner approved: typed limits that expire and only ever hold back.

The newest of one author takes the place of that author's earlier one of the same kind; between authors every one holds,
so the more careful wins. None of them says anything about a warning sign, and none is read out of free text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal, get_args

from journal.dates import STANDARD, day_words
from journal.model import Comment, Entry, Role, Run
from journal.plural import count
from journal.recovery.shapes import MassageDay, RunAdvice
from journal.settings import Settings

Kind = Literal["max_run_min", "hold_stage", "no_downhill", "no_speed", "exercise_off", "exercise_on", "dose_set"]
MASSAGE: Final = "massage"
"""What `dose_set` can name besides an exercise: sessions a day."""

MOST_DAYS: Final = 366
"""No limit holds longer after it was given."""

_NAMES = ("exercise_off", "exercise_on", "dose_set")
_NUMBERS = {"max_run_min": 3000, "hold_stage": 8, "dose_set": 100}


@dataclass(frozen=True, kw_only=True)
class Limit:
    """One limit. `what` is the exercise id or "massage", "" where there is none; `until` is the last day it holds,
    and is written in `date_format`.
    """

    kind: Kind
    what: str = ""
    number: int | None = None
    until: date
    author: str = ""
    role: Role = "self"
    comment: str = ""
    date_format: str = STANDARD

    @property
    def words(self) -> str:
        """ "max run min 15", "exercise off step down"."""
        number = "" if self.number is None else str(self.number)
        return " ".join(each for each in (self.kind, self.what, number) if each).replace("_", " ")

    @property
    def by(self) -> str:
        """ "coach Ana, until Thu 31 Dec"."""
        name = self.role if self.author in ("", self.role) else f"{self.role} {self.author}"
        return f"{name}, until {day_words(self.until, self.date_format)}"


def read_limit(text: str, given: date, settings: Settings) -> Limit | None:
    """The limit in one line such as "max_run_min 15 until 2026-12-31", None for what is not one.

    Without an end it holds for `limit_days` after the day it was `given`.
    """
    words = text.split()
    kind = words.pop(0) if words and words[0] in get_args(Kind) else None
    until: date | None = given + timedelta(days=settings.limit_days)
    if len(words) >= 2 and words[-2] == "until":
        until = _day(words[-1])
        words = words[:-2]
    what = words.pop(0) if kind in _NAMES and words else ""
    number = int(words.pop(0)) if kind in _NUMBERS and words and _is_number(words[0]) else None
    if kind is None or until is None or words or (kind in _NAMES) != bool(what):
        return None
    if (kind in _NUMBERS) != (number is not None) or (number or 0) > _NUMBERS.get(kind, 0):
        return None
    last = given + timedelta(days=MOST_DAYS)
    return Limit(
        kind=kind,  # type: ignore[arg-type]
        what=what,
        number=number,
        until=min(until, last),
        date_format=settings.date_format,
    )


def limits_on(entries: Iterable[Entry], settings: Settings, day: date) -> tuple[Limit, ...]:
    """The approved limits that hold on `day`, in the order they were given."""
    newest: dict[tuple[str, str, str, str], Limit] = {}
    comments = (each for each in entries if isinstance(each, Comment) and each.state == "approved" and each.constraint)
    for each in sorted(comments, key=lambda each: (each.at, each.id)):
        limit = read_limit(each.constraint or "", each.day, settings)
        if limit is None or each.day > day:
            continue
        about = "exercise" if limit.kind in ("exercise_off", "exercise_on") else limit.kind
        key = (each.role, each.author.casefold(), about, limit.what)
        newest.pop(key, None)
        newest[key] = replace(limit, author=each.author, role=each.role, comment=each.id)
    return tuple(each for each in newest.values() if each.until >= day and each.kind != "exercise_on")


def of_kind(limits: Iterable[Limit], kind: Kind, what: str = "") -> list[Limit]:
    """The limits of a kind, the most careful first."""
    found = (each for each in limits if (each.kind, each.what) == (kind, what))
    return sorted(found, key=lambda each: each.number or 0)


def hold_back(advice: RunAdvice, limits: Sequence[Limit]) -> RunAdvice:
    """The advice as the limits leave it: a lower stage, never a higher one, and what else to heed, with who says so."""
    stage, text, told, most = advice.stage, advice.text, list[str](), None
    for hold in of_kind(limits, "hold_stage")[:1]:
        if stage is not None and hold.number is not None and stage > hold.number:
            text = text.replace(f"stage {stage}", f"stage {hold.number}", 1)
            told.append(f"held at stage {hold.number} ({hold.by})")
            stage = hold.number
    for longest in of_kind(limits, "max_run_min")[:1]:
        most = longest.number
        told.append(f"at most {longest.number} min of running ({longest.by})")
    for kind, words in (("no_downhill", "no downhill"), ("no_speed", "no speed work")):
        told += [f"{words} ({each.by})" for each in of_kind(limits, kind)[:1]]  # type: ignore[arg-type]
    if not told:
        return advice
    return replace(advice, stage=stage, text="; ".join((text, *told)), most_minutes=most, limits=tuple(told))


def too_long(run: Run, limits: Sequence[Limit]) -> str | None:
    """A notice when a run went beyond a limit, else None."""
    for each in of_kind(limits, "max_run_min")[:1]:
        if run.minutes is not None and each.number is not None and run.minutes > each.number:
            return f"{run.minutes:g} min is more than the {each.number} min of your {each.by}"
    return None


def limited_massage(massage: MassageDay, limits: Sequence[Limit]) -> MassageDay:
    """Today's massage with at most the sessions that a limit leaves."""
    for each in of_kind(limits, "dose_set", MASSAGE)[:1]:
        most = each.number or 0
        words = f"at most {count(most, 'session')} a day ({each.by})" if most else f"none ({each.by})"
        if massage.done >= most:
            blocked = massage.blocked_by or words
            return replace(massage, goal=min(massage.goal, most), proposals=(), blocked_by=blocked, gate=massage.gate)
        return replace(massage, goal=min(massage.goal, most), advice=f"{massage.advice} {words.capitalize()}.".strip())
    return massage


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 6


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word) if len(word) == len("2026-12-31") else None
    except ValueError:
        return None
