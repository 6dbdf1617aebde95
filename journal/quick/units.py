"""Numbers with units: read, turned into the unit that is stored, and written."""

import re

from journal.quick.items import Amount
from journal.tell import MILE

NUMBER = r"(?:[0-9]{1,9}(?:[.,][0-9]{1,30})?|\.[0-9]{1,30})"
"""A number as typed; a comma is read as a decimal point."""

_TIME = {
    3600.0: ("h", "hr", "hrs", "hour", "hours"),
    60.0: ("m", "min", "mins", "minute", "minutes"),
    1.0: ("s", "sec", "secs", "second", "seconds"),
}
RUN_OF_20M = {"km": "3km", "mi": "2mi"}
"""How far one may run in 20 minutes, by the unit that distances are written in."""

_LENGTH = {
    1000.0: ("km", "kms", "k", "kilometre", "kilometres", "kilometer", "kilometers"),
    MILE * 1000: ("mi", "mile", "miles"),
    1.0: ("m", "metre", "metres", "meter", "meters"),
    0.3048: ("ft", "feet"),
}
_MASS = {1.0: ("kg", "kgs", "kilo", "kilos"), 0.45359237: ("lb", "lbs", "pound", "pounds")}
_COUNTED = {
    "%": ("%", "percent"),
    "flights": ("flight", "flights"),
    "count": ("rep", "reps", "times"),
    "sets": ("set", "sets"),
    "days": ("d", "day", "days"),
}

WORDS: dict[str, dict[str, float]] = {}
"""A unit as typed to what it can measure, each with its factor to seconds, metres or kilograms."""
for _dimension, _factors in (("time", _TIME), ("length", _LENGTH), ("mass", _MASS)):
    for _factor, _words in _factors.items():
        for _word in _words:
            WORDS.setdefault(_word, {})[_dimension] = _factor
for _dimension, _counted in _COUNTED.items():
    for _word in _counted:
        WORDS.setdefault(_word, {})[_dimension] = 1.0

STORED = {
    "min": ("time", 60.0),
    "h": ("time", 3600.0),
    "s": ("time", 1.0),
    "m": ("length", 1.0),
    "km": ("length", 1000.0),
    "kg": ("mass", 1.0),
}
"""The units that are stored and have to be said; every other stored unit is a bare number."""

UNIT = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
PART = re.compile(rf"\s*({NUMBER})\s*({UNIT})(?![^\W\d_])", re.IGNORECASE)
"""One number with its unit."""


def number(text: str) -> float:
    """The value of a NUMBER."""
    return float(text.replace(",", "."))


def needs_unit(stored: str) -> bool:
    """True when a bare number says too little for an amount stored in that unit."""
    return stored in STORED


def amount_in(amount: Amount, stored: str) -> float | None:
    """`amount` in the unit `stored`, None when it measures something else."""
    dimension, target = STORED.get(stored, (stored, 1.0))
    factors = [WORDS[unit].get(dimension) for _, unit in amount.parts]
    if len(factors) == 1 and factors[0] == target:
        return amount.parts[0][0]
    total = 0.0
    for (value, _), factor in zip(amount.parts, factors, strict=True):
        if factor is None:
            return None
        total += value * factor
    return round(total / target, 6)


def number_words(value: float) -> str:
    """A number as a line writes it, without an exponent."""
    if float(value).is_integer():
        return str(int(value))
    plain = repr(value)
    return plain if "e" not in plain else f"{value:.30f}".rstrip("0")


def amount_words(value: float, stored: str) -> str:
    """An amount in the unit `stored` as a line writes it, such that it reads back the same: "1h30m", "0.5min", "12"."""
    if stored == "min" and value >= 60 and float(value).is_integer():
        hours, minutes = divmod(int(value), 60)
        return f"{hours}h{minutes}m" if minutes else f"{hours}h"
    return number_words(value) + (stored if needs_unit(stored) else "")


def distance_words(km: float, unit: str) -> str:
    """A distance as a line writes it: "5km", "3mi"; in km where miles with two decimals do not say it exactly."""
    miles = Amount(text="", start=0, parts=((round(km / MILE, 2), "mi"),))
    if unit == "mi" and amount_in(miles, "km") == km:
        return f"{number_words(miles.parts[0][0])}mi"
    return f"{number_words(km)}km"


def seconds_words(seconds: int) -> str:
    """A duration as a line writes it: "10m", "90s"."""
    return f"{seconds // 60}m" if seconds and seconds % 60 == 0 else f"{seconds}s"


def example(unit: str) -> str:
    """A likely amount in a unit that is stored or asked."""
    return {"min": "20m", "h": "3h", "s": "90s", "m": "200m", "km": "5km"}.get(unit, "3")
