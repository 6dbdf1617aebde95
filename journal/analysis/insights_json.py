"""The insights as one JSON object, `recovery-insights/1`: every row, null for what was not computed, never NaN."""

from datetime import date
from typing import Any

from journal.analysis.shapes import Insights

SCHEMA = "recovery-insights/1"
UNITS = {"effect": "NRS points (0-10)", "lag_days": "calendar days, day starts 04:00", "interval": "90 %"}

_ESTIMATE = ("effect", "interval90", "p", "p_adjusted", "q", "verdict")
FIELDS: dict[str, tuple[str, ...]] = {
    "triggers": (
        *("site", "side", "trigger", "lag_days", "typical_amount", "effect", "interval90"),
        *("n_exposed_days", "n_unexposed_days", "p", "p_adjusted", "q", "verdict", "needs_exposed_days"),
    ),
    "massage": ("site", "side", "technique", "outcome", "n_sessions", "randomised", *_ESTIMATE),
    "experiments": ("site", "side", "outcome", "planned_days", "randomised", "effect", "interval90", "p", "verdict"),
    "forecast": (
        *("site", "side", "in_episode", "episode_day", "as_of", "median_days", "interval90_days"),
        *("n_past_episodes", "verdict"),
    ),
    "trend": (
        *("site", "side", "window_days", "baseline_days", "change", "interval90", "p", "mcid", "verdict"),
        "exceeds_mcid",
    ),
    "comparisons": ("site", "side", "technique", "against", "outcome", *_ESTIMATE),
    "questions": (
        *("site", "side", "trigger", "above", "unit", "lag_days", "mornings", "asked", "effect", "interval90"),
        *("n_exposed_days", "n_unexposed_days", "p", "verdict", "needs_exposed_days"),
    ),
}
"""The fields of each list, in their order."""


def plain(insights: Insights) -> dict[str, Any]:
    """`insights` as JSON values; effects to four decimals, p values to four digits."""
    return {
        "schema": SCHEMA,
        "as_of": insights.as_of.isoformat(),
        "units": dict(UNITS),
        **{name: [row(name, each) for each in getattr(insights, name)] for name in FIELDS},
    }


def row(name: str, answer: Any) -> dict[str, Any]:
    """One row of the list `name`."""
    return {field: _value(field, getattr(answer, field)) for field in FIELDS[name]}


def _value(field: str, value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(field, each) for each in value]
    if isinstance(value, float):
        return float(f"{value:.4g}") if field in ("p", "p_adjusted", "q") else round(value, 4) + 0.0
    return value.isoformat() if isinstance(value, date) else value
