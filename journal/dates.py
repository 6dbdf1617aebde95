"""Days in words, in the form the runner chose."""

from datetime import date

STANDARD = "23 Nov"
"""The form in which days are written until the runner chooses another."""


def day_aloud(day: date, form: str = STANDARD) -> str:
    """ "Monday 23 November 2026", "Monday November 23, 2026" or "Monday 2026-11-23": what reads well aloud."""
    if form == "2026-11-23":
        return f"{day:%A} {day.isoformat()}"
    return f"{day:%A} {day.day} {day:%B %Y}" if form == STANDARD else f"{day:%A} {day:%B} {day.day}, {day.year}"


def day_words(day: date, form: str = STANDARD, *, weekday: bool = True, year: bool = False) -> str:
    """ "Mon 23 Nov", "Mon Nov 23" or "Mon 2026-11-23"; the last form always names the year."""
    name = f"{day:%a} " if weekday else ""
    if form == "2026-11-23":
        return f"{name}{day.isoformat()}"
    words = f"{day.day} {day:%b}" if form == "23 Nov" else f"{day:%b} {day.day}"
    return (
        f"{name}{words} {day.year}"
        if year and form == "23 Nov"
        else f"{name}{words}, {day.year}"
        if year
        else f"{name}{words}"
    )
