"""What the runner chose, and the defaults: each with its range and its reason. Kept in `settings.toml`.

A default without a source is an "app default": a design decision, not evidence. This module holds the values and what
is said of them; `settings_schema` makes a list of it, from which the file, the screen and `docs/settings.md` are made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from journal.model import Measure, Side


@dataclass(frozen=True, order=True)
class Tracked:
    """A site the runner rates."""

    site: str
    side: Side
    measure: Measure = "soreness"


DATE_FORMATS = ("23 Nov", "Nov 23", "2026-11-23")
"""The same day in each of the ways a day can be written."""

DISTANCE_UNITS = ("km", "mi")

MAIN = Tracked("upper_outer_calf", "left")
"""The main site until the first run has asked."""


def chosen(value: Any, told: str, choices: tuple[str, ...] = ()) -> Any:
    """A settings field the runner chooses: what it begins as, what is said of it, and what it may be."""
    metadata = {"told": told, "choices": choices}
    if isinstance(value, dict):
        return field(default_factory=lambda: dict(value), metadata=metadata)
    return field(default=value, metadata=metadata)


def default(
    value: Any, why: str, least: float | None = None, most: float | None = None, sources: tuple[str, ...] = ()
) -> Any:
    """A settings field: its default, the reason for it, the range it may be set in, and the ids of the sources in the
    content that the default rests on; without one it is an app default.
    """
    return field(default=value, metadata={"why": why, "least": least, "most": most, "sources": sources})


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Every setting. A field made with `default(...)` and no source is an app default and is shown as one."""

    tracked: tuple[Tracked, ...] = chosen(
        (MAIN,), "the sites you rate, each with its measure; the first is the main one"
    )
    trigger_keys: Mapping[str, str] = chosen({}, "a key for each trigger that should have one, also for your own")
    equipment: tuple[str, ...] = chosen(
        ("none", "mat", "wall", "chair", "towel", "band", "step", "bench", "dumbbells"),
        "what you have at hand for strength work",
    )
    conditions: tuple[str, ...] = chosen((), "what you answered yes to in the questions about your health")
    theme: str = chosen("journal-dark", "the colours of the app")
    date_format: str = chosen("23 Nov", "how a day is written", DATE_FORMATS)
    distance_unit: str = chosen("km", "how a distance is written", DISTANCE_UNITS)
    reduced_motion: bool = chosen(False, "nothing glides or blinks")
    bell: bool = chosen(True, "the terminal rings when a step of a timer begins")
    keymap: Mapping[str, str] = chosen({}, "other keys for commands, by the name of the command")
    first_run_done: bool = chosen(False, "the app has asked its first questions")

    minutes_a_day: int = default(30, "time for strength on a day without a run", 5, 120)
    massage_goal: int = default(3, "sessions a day while it is sore", 1, 4)
    rest_days: int = default(3, "rest days planned for a new episode", 0, 60)
    good_days_needed: int = default(3, "good days in a row before running", 3, 14)
    function_needed: int = default(100, "percent of normal before running", 95, 100, sources=("P01",))
    good_day_highest: int = default(1, "the highest rating of a good day", 0, 1)
    bad_day_lowest: int = default(3, "the rating from which a day is bad", 2, 3)
    missing_days_reset: int = default(2, "days in a row without a rating that only hold the count", 0, 2)
    function_drop: int = default(10, "points below the median of the days before that make a bad day", 5, 20)
    function_median_days: int = default(7, "the days before over which that median is taken", 5, 14)
    flare_rise: int = default(2, "points above the median of the days before that make a flare-up", 1, 3)
    flare_median_days: int = default(14, "the days before over which that median is taken", 7, 28)
    flare_lowest: int = default(3, "the lowest rating that can be a flare-up", 2, 4)
    flare_once: int = default(6, "a rating that is a flare-up at once", 4, 7)
    evening_from: int = default(17, "o'clock from which the check-in asks how the day was", 12, 23)
    check_in_hours: int = default(3, "ratings this many hours apart or less are one check-in", 1, 3)
    flare_apart: int = default(7, "days without a flare-up before the next one counts as another", 1, 7)

    # strength instead of running
    morning_pain_swap: int = default(3, "the morning rating from which the legs rest and the upper body works", 2, 5)
    strength_pain_most: int = default(3, "the highest pain during strength that is still fine", 1, 3)
    strength_morning_rise: int = default(2, "points higher the next morning that mean one step back", 1, 2)
    heavy_rest_days: int = default(1, "full days between two heavy days of the same region", 1, 3)
    calf_heavy_hours: int = default(48, "hours between two heavy calf sessions", 48, 96, sources=("P87",))
    knee_heavy_hours: int = default(48, "hours between two heavy knee sessions", 48, 96, sources=("P87",))
    sessions_to_progress: int = default(2, "good sessions in a row before one step more", 2, 4)
    rep_step: int = default(2, "repetitions of one step", 1, 3)
    hold_step_seconds: int = default(5, "seconds of one step of a hold", 5, 10)
    load_step_percent: int = default(5, "percent of weight of one step", 2, 10, sources=("P87",))
    steps_back_pause: int = default(2, "steps back in a row after which a region pauses", 1, 2)
    region_pause_days: int = default(7, "days a region pauses after steps back in a row", 3, 14)
    deload_week: int = default(4, "every such week has fewer sets", 3, 6, sources=("K",))
    deload_cut_percent: int = default(45, "percent fewer sets in a lighter week", 40, 50, sources=("K",))
    deload_days_after_flare: int = default(7, "days with fewer sets after a flare-up", 3, 14)
    easy_after_days: int = default(6, "days of strength in a row before an easy one", 3, 6)
    exercises_a_day: int = default(5, "exercises in a day's plan", 2, 8)
    easy_exercises: int = default(2, "light exercises that an easy day has at most", 1, 3)
    site_hurts_above: int = default(2, "a rating above this leaves out the exercises that load the place", 0, 2)
    baseline_days: int = default(3, "days for which a rating says how the leg was before a session or a run", 1, 7)
    rep_seconds: int = default(4, "seconds a repetition is taken to last where no tempo is given", 2, 10)
    slow_rep_seconds: int = default(6, "seconds a slow repetition is taken to last", 3, 15)
    set_up_seconds: int = default(20, "seconds to get ready for an exercise", 0, 120)
    set_pause_seconds: int = default(60, "pause between heavy sets; light ones take half of it", 20, 180)
    hold_ready_seconds: int = default(5, "seconds to get into position before a hold is timed", 0, 30)
    cardio_pain_most: int = default(2, "the highest pain during low-impact cardio that is still fine", 1, 2)
    cardio_share_percent: int = default(67, "percent of the day's minutes that cardio may take", 30, 100)
    cardio_least_minutes: int = default(5, "minutes that cardio is not made shorter than", 2, 10)
    cardio_step_minutes: int = default(5, "minutes more of cardio after good sessions", 1, 10)
    test_days: int = default(7, "days for which a test counts when exercises are chosen", 3, 28)
    strength_memory_days: int = default(28, "days for which an exercise is remembered; then it begins low", 14, 56)
    break_cut_percent: int = default(10, "percent less weight when it begins low", 10, 50)
    adherence_days: int = default(14, "days over which the days with strength are counted", 7, 56)

    # The way back to running
    function_days: int = default(2, "days for which the last function entry stands", 0, 2)
    close_after: int = default(14, "good days in a row before closing the episode is offered", 7, 60)
    protect_pain_above: int = default(2, "a rating above this keeps the leg protected", 0, 2)
    protect_function_below: int = default(80, "percent of normal below which the leg is protected", 80, 95)
    load_after_days: int = default(1, "days after the onset or a flare-up before loading", 1, 7)
    maintain_after_days: int = default(28, "days of full running without a flare-up before it is routine", 28, 84)
    recurrence_days: int = default(14, "days after full running in which a flare-up counts as come back", 14, 28)
    relapse_stages_back: int = default(2, "stages back from the last clean one after a flare-up", 2, 7)
    gate_test_days: int = default(14, "days for which the result of a return-to-run test stands", 7, 14)
    calf_raise_symmetry: int = default(
        90, "percent of the other side that passes a counted test", 90, 100, sources=("P45", "P46", "P47")
    )
    clean_needed: int = default(2, "clean sessions before the next stage", 2, 4, sources=("P51",))
    advances_most: int = default(2, "stages up at most within 7 days", 1, 2, sources=("P50",))
    advances_days: int = default(7, "the days within which stages up are counted", 7, 14, sources=("P50",))
    days_between_runs: int = default(1, "days without a run after each run", 1, 3, sources=("P50", "P53"))
    run_pain_most: int = default(2, "pain above this while running means a lower stage next", 0, 2, sources=("P35",))
    run_pain_flare: int = default(5, "pain above this while running is a flare-up", 3, 5)
    morning_rise_flare: int = default(2, "points above the level before the run, next morning: a flare-up", 1, 2)
    sore_after_minutes: int = default(
        60, "minutes after a run by which the leg is back to its level before", 30, 60, sources=("P35", "P52")
    )
    sore_days_off: int = default(1, "days off when it is sore later that day or the next", 1, 3, sources=("P52",))
    drop_days_off: int = default(2, "days off when soreness in the warm-up stays or returns", 2, 5, sources=("P52",))
    drops_hold: int = default(2, "drops in a short time that hold the stage", 1, 2)
    drops_days: int = default(14, "the days within which drops are counted", 14, 28)
    repeats_hold: int = default(3, "repeats of one stage that hold it", 2, 3)
    hold_days: int = default(7, "days a stage is held", 7, 21)
    spike_percent: int = default(
        10, "percent above the longest recent run that is worth a notice", 5, 10, sources=("P63",)
    )
    spike_days: int = default(30, "days a run is compared with", 14, 30, sources=("P63",))

    # comments
    limit_days: int = default(28, "days for which a limit without an end holds", 1, 84)

    # warning signs and the calf questions
    gate_symptom: int = default(3, "the rating from which the calf questions come before a massage", 1, 3)
    seated_minutes: int = default(
        240, "minutes seated in a day after which a new symptom is asked about", 120, 240, sources=("P64", "P65")
    )
    seated_days: int = default(
        28, "days after long seated travel in which a new symptom is asked about", 28, 56, sources=("P65",)
    )
    new_symptom_days: int = default(14, "days without a symptom after which the next one is new", 1, 14)
    still_there_hours: int = default(24, "hours after which tingling that is still there should be seen", 12, 24)
    conditions_days: int = default(90, "days after which the questions about your health are asked again", 30, 90)
    trend_mean_days: int = default(7, "the days over which the mean of a trend is taken", 5, 7)
    trend_rise: int = default(2, "points that mean rises before someone should look", 1, 2)
    trend_rise_days: int = default(14, "the days within which it rises so", 14, 28)
    trend_rated_days: int = default(3, "rated days such a mean needs to count", 1, 3)
    trend_high: int = default(5, "a rating above this on days in a row should be seen", 3, 5)
    trend_high_days: int = default(3, "days in a row above it", 2, 3)
    trend_function: int = default(80, "percent of normal below which function should be seen", 80, 95)
    trend_function_days: int = default(14, "days function is below it", 7, 14)
    trend_unchanged_days: int = default(21, "days without a clear change before someone should look", 14, 21)
    trend_fall: int = default(2, "points the mean falls when it has clearly changed", 2, 4, sources=("P30", "P31"))
    trend_fall_percent: int = default(30, "or percent of the first mean", 30, 50, sources=("P30", "P31"))
    trend_flares: int = default(3, "flare-ups before someone should look", 2, 3)
    trend_flare_weeks: int = default(12, "weeks in which they are counted", 12, 26)

    # massage
    massage_sessions_most: int = default(4, "short sessions of one place in a day", 1, 4)
    massage_sore_days: int = default(5, "days with several sessions after a sore spell or flare-up began", 1, 5)
    massage_week: int = default(3, "sessions a week on each leg once it is well", 1, 7)
    massage_leg_gap: int = default(2, "sessions a week more on one leg: then the other is named", 1, 4)
    massage_discomfort: int = default(4, "the most discomfort under the ball", 1, 4)
    massage_discomfort_light: int = default(3, "the most discomfort where only light pressure belongs", 1, 3)
    massage_spot_light: int = default(60, "seconds on one spot where only light pressure belongs", 15, 60)
    massage_region_light: int = default(180, "seconds in one session where only light pressure belongs", 30, 180)
    massage_pass: int = default(120, "seconds of one pass elsewhere", 30, 120)
    massage_rise: int = default(2, "points higher after a massage that are too much", 1, 2)
    massage_least: int = default(10, "seconds that a spot is not made shorter than", 5, 15)
    massage_pause_after: int = default(2, "sessions in a row that were too much before a place pauses", 1, 2)
    massage_pause_hours: int = default(48, "hours such a place is left alone", 48, 168)
    massage_memory_days: int = default(14, "days for which such a session counts", 14, 60)
    massage_acute_hours: int = default(
        72, "hours after a sudden beginning without pressure and heavy calf work", 72, 168, sources=("P83",)
    )
    massage_ready_seconds: int = default(10, "seconds to get ready for a massage", 0, 60)
    massage_switch_seconds: int = default(10, "seconds to move on to the next spot", 0, 60)

    @property
    def main(self) -> Tracked:
        """The site that a bare number rates."""
        return self.tracked[0] if self.tracked else MAIN


def is_app_default(settings: Settings, *names: str) -> bool:
    """True when every one of these settings is an app default, and still as it was."""
    return all(
        getattr(settings, each.name) == each.default and is_design(each.metadata)
        for each in fields(Settings)
        if each.name in names
    )


def is_design(said: Mapping[str, Any]) -> bool:
    """True when what is `said` of a field gives a reason and no source: a design decision, not evidence."""
    return "why" in said and not said["sources"]
