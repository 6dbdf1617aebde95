"""Days in words, in the form the runner chose."""

from datetime import date


def day_words(day: date, form: str = "23 Nov", *, weekday: bool = True, year: bool = False) -> str:
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
