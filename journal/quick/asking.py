"""Lines that are about the numbers: a question asked ahead, and days on which triggers were not tracked."""

import re
from dataclasses import dataclass
from typing import Any

from journal.model import Question, Untracked
from journal.quick.bag import Bag
from journal.quick.errors import Refusal, quoted
from journal.quick.feeling import What
from journal.quick.items import Amount, Day, Number
from journal.quick.scan import Scanner
from journal.quick.units import amount_in, example, needs_unit
from journal.quick.when import Given, date_of
from journal.quick.where import take_where

HEAD = re.compile(r"\s*(?P<head>ask|untracked|not tracked)(?=[\s:]|$)[\s:]*", re.IGNORECASE)
"""What such a line begins with."""

ASK_EXAMPLE = "ask drive over 2h next morning"
UNTRACKED_EXAMPLE = "untracked 3 nov to 9 nov"

_LATER = r"(?:(?:two|2) days? (?:later|on|after)|(?:in|after) (?:two|2) days)"
OUTCOMES: tuple[tuple[re.Pattern[str], int, bool], ...] = tuple(
    (re.compile(rf"\b{words}\b[,.]?", re.IGNORECASE), lag, mornings)
    for words, lag, mornings in (
        (rf"(?:on )?(?:the )?mornings? {_LATER}|{_LATER} (?:in )?the mornings?", 2, True),
        (_LATER, 2, False),
        (r"(?:on |in )?(?:the )?(?:next|following) mornings?", 1, True),
        (r"(?:on )?(?:the )?(?:next|following) day", 1, False),
        (r"(?:later )?(?:on )?(?:the )?same morning", 0, True),
        (r"(?:later )?(?:on )?(?:the )?same day", 0, False),
    )
)
"""When the ratings are that a question is about: the words, days later, mornings only."""

_OVER = re.compile(r"(?:\b(?:over|above|more than|longer than)\b|>)\s*", re.IGNORECASE)
_TO = re.compile(r"\s(?:to|until|till|through|–|-)\s", re.IGNORECASE)
_OWN = {"run": "min", "strength": "sets"}
"""Exposures that are no triggers, with the unit of their amounts."""
_SAID = re.compile(
    r"\b(?:are|is|do|does|will|followed by|(?:more|less|higher|lower) (?:soreness|pain|tightness|ratings?))\b|\?",
    re.IGNORECASE,
)
"""What makes a sentence of a question and says nothing more."""
_STRENGTH = re.compile(r"\bstrength(?: work)?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Asking:
    """What such a line says: the kind, its fields, and the day it begins on (None: now)."""

    what: What
    day: Day | None


def question(text: str, given: Given) -> Asking:
    """ "drive over 2h next morning l calf": a trigger, above which amount, when the ratings are, of which place."""
    if given.default_at is not None or given.day not in (None, given.today):
        raise Refusal("a question is asked ahead, so it is asked now", ASK_EXAMPLE)
    lag, mornings, rest = _outcome(_SAID.sub(" ", text))
    strength = _STRENGTH.search(rest) is not None
    rest = _STRENGTH.sub(" ", _OVER.sub(" ", rest))
    scanner = Scanner(rest, given.vocabulary, given.tracked_phrases, ("site", "trigger"))
    bag = Bag(scanner.items(), given.vocabulary, text)
    trigger, unit, asked = _exposure(bag, given, strength=strength)
    above = _above(bag, unit, asked)
    site, side = take_where(bag, given)
    bag.check_empty("a question", ASK_EXAMPLE)
    fields: dict[str, Any] = {"trigger": trigger, "above": above, "unit": unit, "lag_days": lag, "mornings": mornings}
    return Asking((Question, {"site": site, "side": side, **fields}), None)


def untracked(text: str, given: Given) -> Asking:
    """ "3 nov to 9 nov", or one day."""
    found = [
        Scanner(part, given.vocabulary, given.tracked_phrases, ()).items() for part in _TO.split(f" {text} ") if part
    ]
    days = [[item for item in items if isinstance(item, Day)] for items in found]
    odd = [item for items in found for item in items if not isinstance(item, Day)]
    if odd:
        raise Refusal(f"{quoted(odd[0].text)} has no place in days that were not tracked", UNTRACKED_EXAMPLE, odd[0])
    flat = [day for each in days for day in each]
    if not 1 <= len(flat) <= 2:
        raise Refusal("from which day to which is not said", UNTRACKED_EXAMPLE)
    last = date_of(flat[-1].day, flat[-1], given)
    if last > given.today:
        raise Refusal(f"{quoted(flat[-1].text)} has not come yet", "today", flat[-1])
    return Asking((Untracked, {"last": last}), flat[0])


def _outcome(text: str) -> tuple[int, bool, str]:
    for pattern, lag, mornings in OUTCOMES:
        if found := pattern.search(text):
            return lag, mornings, f"{text[: found.start()]} {text[found.end() :]}"
    return 1, False, text


def _exposure(bag: Bag, given: Given, *, strength: bool) -> tuple[str, str, str]:
    """The id of what is asked about, the unit it is stored in, and the one it is asked in."""
    named = bag.take_name("trigger")
    own = "strength" if strength else bag.take_key("run")
    if named is not None and own:
        raise Refusal(f"{quoted(own)} and {quoted(named[1].text)} are two where one has a place", ASK_EXAMPLE)
    if own:
        return own, _OWN[own], _OWN[own]
    if named is None:
        raise Refusal("what it is about is not said", ASK_EXAMPLE)
    kind = given.catalogue.triggers[named[0].id]
    return kind.id, kind.unit, kind.ask_unit or kind.unit


def _above(bag: Bag, unit: str, asked: str) -> float | None:
    amount, number = bag.take(Amount), bag.take(Number)
    if number is not None and (amount is not None or needs_unit(unit)):
        problem = "is a second amount" if amount is not None else "needs a unit"
        raise Refusal(f"{quoted(number.text)} {problem}", f"over {example(asked)}", number)
    if number is not None:
        return number.value
    if amount is None:
        return None
    found = amount_in(amount, unit)
    if found is None:
        raise Refusal(f"{quoted(amount.text)} is not measured in {unit}", f"over {example(asked)}", amount)
    return found
