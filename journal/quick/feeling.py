"""How the leg is: a rating, percent of normal, an episode that begins or ends."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from journal.model import Entry, Episode, Function, Measure, Rating, Side
from journal.quick.bag import Bag, score
from journal.quick.errors import Refusal, quoted
from journal.quick.items import Amount, Day, Number, Word
from journal.quick.keywords import MEASURES
from journal.quick.units import amount_in
from journal.quick.when import Given, date_of
from journal.quick.where import take_site, take_where


@dataclass(frozen=True)
class EpisodeEnd:
    """ "well again": the open episode, at this site and side when they were said, ends on the journal day `day`."""

    day: date
    site: str | None = None
    side: Side | None = None


@dataclass(frozen=True)
class RestPlan:
    """ "rest 6": so many rest days in all are planned for the episode that is open on the journal day `day`."""

    day: date
    days: int
    site: str | None = None
    side: Side | None = None


Change = EpisodeEnd | RestPlan
"""What a line changes in an open episode, at the site and side that were said."""

What = tuple[type[Entry] | type[Change], dict[str, Any]]
"""What a line says: the kind of entry and its own fields."""


def rating(bag: Bag, given: Given) -> What:
    """A site and a score; the measure when it is not the one that is tracked there."""
    said = bag.take_key(*MEASURES)
    named = any(meaning.kind == "site" for word in bag.all(Word) for meaning in word.names)
    site, side = take_where(bag, given)
    number = bag.take(Number)
    if number is None:
        raise _no_score(bag)
    main = given.main
    by_default = main.measure if not named and side == main.side else _measure(site, side, given)
    return Rating, {"site": site, "side": side, "measure": said or by_default, "score": score(number)}


def _measure(site: str, side: Side, given: Given) -> Measure:
    """The measure that is tracked at the place where it is the only one, else soreness."""
    tracked = {each.measure for each in given.tracked if (each.site, each.side) == (site, side)}
    return tracked.pop() if len(tracked) == 1 else "soreness"


def _no_score(bag: Bag) -> Refusal:
    if amounts := bag.all(Amount):
        text = amounts[0].text
        return Refusal(f"{quoted(text)} does not say of what", f"drive {text}", amounts[0])
    if limp := bag.take_key("limp", "no limp"):
        return Refusal("a limp is said with function", f"function 90% {limp}")
    return Refusal("the rating is missing", f"{bag.text} 5")


def function(bag: Bag, given: Given) -> What:
    """Percent of normal, for one leg when a side is said; limping when that is said."""
    side = bag.take_side()
    limp = {"limp": True, "no limp": False}.get(bag.take_key("limp", "no limp"))
    amount, number = bag.take(Amount), bag.take(Number)
    percent = amount_in(amount, "%") if amount else number.value if number else None
    if percent is None or (amount and number):
        raise Refusal("the percent of normal is missing", "function 90%", amount or number)
    if not float(percent).is_integer() or not 0 <= percent <= 100:
        raise Refusal(f"{percent:g} is not a whole 0-100 %", "function 90%", amount or number)
    return Function, {"percent": int(percent), "limp": limp, "side": side}


def flare(bag: Bag, given: Given) -> What:
    """An episode that begins: its place, planned rest days, how it began, and when it ended if it has."""
    rest = bag.take_after("rest", Number) or bag.take_after("rest", Amount)
    ended = bag.take_after("ended", Day)
    onset = bag.take_key("sudden", "gradual") or "gradual"
    site, side = take_where(bag, given)
    fields: dict[str, Any] = {"site": site, "side": side, "onset_kind": onset, "rest_days": given.rest_days}
    if rest is not None:
        fields["rest_days"] = _rest_days(rest)
    if ended is not None:
        fields["ended_on"] = date_of(ended.day, ended, given)
        if fields["ended_on"] > given.today:
            raise Refusal(f"{quoted(ended.text)} has not come yet", "ended yesterday", ended)
    return Episode, fields


def well(bag: Bag, given: Given) -> What:
    """The end of the open episode, at a place when one is said."""
    found = take_site(bag, given)
    site, side = (found[0], found[1]) if found else (None, bag.take_side())
    return EpisodeEnd, {"site": site, "side": side}


def rest(bag: Bag, given: Given) -> What:
    """More rest days for the open episode, at a place when one is said."""
    said = bag.take(Number) or bag.take(Amount)
    if said is None:
        raise Refusal("the number of rest days is missing", "rest 6")
    found = take_site(bag, given)
    site, side = (found[0], found[1]) if found else (None, bag.take_side())
    return RestPlan, {"days": _rest_days(said), "site": site, "side": side}


def _rest_days(said: Number | Amount) -> int:
    days = amount_in(said, "days") if isinstance(said, Amount) else said.value
    if days is None or not float(days).is_integer():
        raise Refusal(f"{quoted(said.text)} is not a number of rest days", "rest 4", said)
    return int(days)


def is_percent(bag: Bag) -> bool:
    """True for a line with a percentage: only function is said in percent."""
    return any(amount_in(amount, "%") is not None for amount in bag.all(Amount))
