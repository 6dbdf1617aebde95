"""When the sets are fewer: every fourth week, and after a flare-up. Common coaching practice, no study."""

from collections.abc import Iterable
from datetime import date, timedelta

WEEKS_FROM = date(2024, 1, 1)
"""A Monday; weeks are counted from it while there never was an episode."""


def lighter_week(today: date, first: date, trained: Iterable[date], every: int) -> int | None:
    """The number of today's week, counted from the day `first`, when it is a lighter one; None when it is not.

    It is when it is the last of `every` weeks and strength was `trained` in each of those before it: there is
    nothing to recover from otherwise.
    """
    week, weekday = divmod((today - first).days, 7)
    if (week + 1) % every:
        return None
    begins = today - timedelta(days=weekday)
    weeks_ago = {(begins - day - timedelta(days=1)).days // 7 for day in trained if day < begins}
    return week + 1 if weeks_ago >= set(range(every - 1)) else None
