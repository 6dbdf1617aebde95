"""Small wording that several rules share."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from journal.dates import day_words
from journal.plural import count
from journal.recovery.shapes import Criterion, Rest
from journal.settings import Settings


def times(number: int) -> str:
    """ "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def in_words(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    *most, last = parts or ("",)
    return f"{', '.join(most)} and {last}" if most else last


def told(criterion: Criterion) -> str:
    """A criterion in words, which say so where its bar is an app default."""
    text = criterion.text
    if not criterion.app_default:
        return text
    return f"{text[:-1]}; app default)" if text.endswith(")") else f"{text} (app default)"


def when(day: date, today: date, settings: Settings) -> str:
    """ "today", "tomorrow", or "on Thu 26 Nov"."""
    if day <= today:
        return "today"
    return "tomorrow" if day == today + timedelta(days=1) else f"on {short(day, settings)}"


def short(day: date, settings: Settings) -> str:
    """ "Thu 26 Nov", in the form the runner chose."""
    return day_words(day, settings.date_format)


def first_run(rest: Rest, day: date, settings: Settings) -> str:
    """The first day that may be one of running, of a spell that is not ready; none while a warning sign is open."""
    if rest.has_sign:
        return "no day for running is named while a warning sign is open"
    return f"running at the earliest {short(day + timedelta(days=rest.days_left), settings)}"


def rest_sentence(rest_day: int, days_left: int, criteria: Iterable[Criterion], *, off: bool) -> str:
    """The countdown in one line: "Rest day 4 · at least 2 more · function 90 of 100 % · 1 good day of 3".

    `rest_day` 0 is the day of a run; `off` says that the last run asks for a day without one.
    """
    by_id = {each.id: each for each in criteria}
    function, good, sign = by_id["function_100"], by_id["good_days"], by_id["no_warning_sign"]
    needed = int(good.needed or 0)
    parts = [
        f"Rest day {rest_day}" if rest_day > 0 else "Run day",
        f"at least {days_left} more" if days_left else "no run today" if off else "ready to run",
        "function not rated" if function.value is None else f"function {function.value:g} of {function.needed:g} %",
        f"{count(min(int(good.value or 0), needed), 'good day')} of {needed}",
        "" if sign.met else "a warning sign is open",
    ]
    return " · ".join(part for part in parts if part)
