"""The numbers in sentences that read well aloud. Never "causes": "is followed by"; never a percentage of a score.

`form` is the form in which the runner has days written (`dates`).
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from journal.analysis.forecast import LONGEST, likely_dates
from journal.analysis.self_trial import TrialDay
from journal.analysis.shapes import Answer, Comparison, Effect, Experiment, Forecast, MassageEffect, Trend, TriggerLink
from journal.analysis.verdicts import LEAST_DAYS, LEAST_RATED_DAYS, LEAST_SPAN
from journal.catalogue.shapes import Catalogue
from journal.dates import STANDARD, day_words
from journal.model import SelfTrial
from journal.tell import LATER, amount, asked, short_day, site_name, technique_name, trigger_name

OUTCOMES = {"immediate": "just after", "next_day": "the next day"}
SMALL, SMALL_WHEN_LOW, LOW = 2, 1, 3
"""Points below which a change is called small (Salaffi 2004: 1 is slightly better, 2 or a third much better)."""
FLUKE = "Possible; about 1 in 10 such hints is a fluke. Keep logging."
NO_SIGN = "No sign of an effect bigger than 1 point."
SKIPPED = "You may skip it on bad days."
EVENINGS = "You rate evenings only, and may skip it when the morning felt bad: rate mornings too, and it can be told."
NOT_DRAWN = "This includes expectation (placebo), since no lot was drawn."
DRAWN = "The calendar, not your soreness, chose the days, so the difference is fair."
ALONE = "Asked ahead and judged alone."
TYPICAL = "Based on typical calf strains, not on you."
LIKELY = 0.8


def signed(value: float) -> str:
    """A change in points: "+1.4", "−0.3", "0.0"."""
    return "0.0" if abs(value) < 0.05 else f"{value:+.1f}".replace("-", "−")


def span(row: Effect | Experiment | Trend) -> str:
    """The 90 % interval: "−0.4 to +1.9"; "" without one."""
    return f"{signed(row.interval90[0])} to {signed(row.interval90[1])}" if row.interval90 else ""


def link(row: TriggerLink, catalogue: Catalogue) -> str:
    """What a trigger is followed by."""
    name = trigger_name(row.trigger, catalogue)
    head = f"{name}, {LATER[row.lag_days]}"
    if in_doubt(row, catalogue):
        return f"{head}: not told. {EVENINGS}"
    found = row.effect is not None and row.verdict in ("clear", "possible")
    if found and row.effect is not None:
        typical = amount(_rounded(row.typical_amount), row.unit)
        said = f"{name}{f', typically {typical},' if typical else ''} is followed {LATER[row.lag_days]} by "
        said += f"{signed(row.effect)} (90 %: {span(row)}), {row.n_exposed_days} days.{_small(row)} {_verdict(row)}"
    else:
        said = f"{head}: {_link_verdict(row, catalogue)}"
    return f"{said} {SKIPPED}" if row.lag_days == 0 and row.p is not None and _chosen(row, catalogue) else said


def in_doubt(row: TriggerLink, catalogue: Catalogue) -> bool:
    """True where nothing may be said: an activity of the same day that is chosen, and only evenings are rated."""
    return row.lag_days == 0 and row.evenings_only and row.p is not None and _chosen(row, catalogue)


def answer(row: Answer, catalogue: Catalogue, form: str = STANDARD) -> str:
    """What a question that was asked ahead is answered by."""
    head = f"{asked(row, catalogue)}, asked on {short_day(row.asked, form)}"
    if row.verdict == "not_enough_data":
        return f"{head}: not enough yet, {_since(row)}"
    if row.verdict == "inseparable":
        return f"{head}: it goes along with something else and can't be told apart."
    if row.effect is not None and row.verdict == "clear":
        found = f"{signed(row.effect)} (90 %: {span(row)}), {row.n_exposed_days} days.{_small(row)} Clear."
        return f"{head}: followed by {found} {ALONE}"
    return f"{head}: {_verdict(row)} {ALONE}"


def progress(row: Answer) -> tuple[int, int, str]:
    """What is still missing for the answer to a question: how many there are, how many are needed, of what."""
    if row.needs_exposed_days:
        return row.n_exposed_days, LEAST_DAYS, "days"
    if row.n_unexposed_days < LEAST_DAYS:
        return row.n_unexposed_days, LEAST_DAYS, "days without"
    return row.n_exposed_days + row.n_unexposed_days, LEAST_RATED_DAYS, "rated days"


def _since(row: Answer) -> str:
    have, need, what = progress(row)
    told = {"days": "such days have a rating", "days without": "rated days without it", "rated days": what}[what]
    more = f" in at least {LEAST_SPAN} days" if what == "rated days" else ""
    return f"{have} of {need} {told} since then{more}."


def _rounded(value: float | None) -> float | None:
    return value if value is None or value < 10 else float(round(value))


def _link_verdict(row: TriggerLink, catalogue: Catalogue) -> str:
    if row.verdict == "inseparable":
        if row.like.endswith("day"):
            return f"always on {row.like}s: can't be told apart from {row.like}."
        other = trigger_name(row.like, catalogue) if row.like else "other things"
        return f"always together with {other}: can't be told apart."
    if row.verdict == "not_enough_data":
        return _missing(row)
    return _verdict(row)


def _missing(row: TriggerLink) -> str:
    rated = "a rating later that day" if row.lag_days == 0 else f"a rating {LATER[row.lag_days]}"
    if row.needs_exposed_days:
        return f"needs {LEAST_DAYS} days with {rated}; you have {row.n_exposed_days}."
    if row.n_unexposed_days < LEAST_DAYS:
        return f"needs {LEAST_DAYS} rated days without it; you have {row.n_unexposed_days}."
    return f"needs {LEAST_RATED_DAYS} rated days in at least {LEAST_SPAN}, and more of them the more is compared."


def massage(row: MassageEffect, catalogue: Catalogue) -> str:
    """What follows a technique."""
    head = f"{technique_name(row.technique, catalogue)}, {OUTCOMES[row.outcome]}"
    if row.verdict == "not_enough_data":
        asked = "before and after" if row.outcome == "immediate" else "before"
        return f"{head}: needs {LEAST_DAYS} sessions rated {asked}; you have {row.n_sessions}."
    if row.verdict == "inseparable":
        return f"{head}: it goes along with something else and can't be told apart."
    if row.effect is not None and row.verdict in ("clear", "possible"):
        found = f"{signed(row.effect)} (90 %: {span(row)}), {row.n_sessions} sessions.{_small(row)} {_verdict(row)}"
        return f"{head}: {found} {NOT_DRAWN}"
    return f"{head}: {_verdict(row)}{f' {NOT_DRAWN}' if row.p is not None else ''}"


def comparison(row: Comparison, catalogue: Catalogue) -> str:
    """One technique against another."""
    one, other = technique_name(row.technique, catalogue), technique_name(row.against, catalogue)
    head = f"{one} against {other[:1].lower()}{other[1:]}, {OUTCOMES[row.outcome]}"
    if row.effect is not None and row.verdict in ("clear", "possible"):
        return f"{head}: {signed(row.effect)} (90 %: {span(row)}). {_verdict(row)}"
    return f"{head}: {_verdict(row).replace('an effect', 'a difference')}"


def _verdict(row: Effect) -> str:
    match row.verdict:
        case "clear":
            return "Clear."
        case "possible":
            return FLUKE
        case "probably_small":
            return NO_SIGN
        case "no_variation":
            return "All ratings are the same, so there is nothing to compare."
        case _:
            return f"Can't tell: anything from {span(row)} fits."


def _small(row: Effect) -> str:
    least = SMALL_WHEN_LOW if row.level is not None and row.level < LOW else SMALL
    return " Small." if row.effect is not None and abs(row.effect) < least else ""


def _chosen(row: TriggerLink, catalogue: Catalogue) -> bool:
    known = catalogue.triggers.get(row.trigger)
    return known.self_chosen if known else True


def experiment(row: Experiment, catalogue: Catalogue, form: str = STANDARD) -> str:
    """What a self-trial showed; while it goes on, when its answer comes."""
    head = f"Self-trial, {compared(row, catalogue)}, {row.planned_days} days from {short_day(row.start, form)}"
    if row.state in ("waiting", "running"):
        when = f"the answer comes on {day_words(row.answer_on, form)}, as an earlier look would be unfair"
        return f"{head}, seed {row.seed}: {when}."
    if row.ended is not None:
        head = f"{head}, ended early on {short_day(row.ended, form)} ({row.why})"
    if row.effect is None:
        same = row.verdict == "unclear"
        return f"{head}: {'all ratings are the same' if same else 'not enough rated days to tell'}."
    told = {"helps": "It helps.", "hurts": "It hurts.", "unclear": f"Can't tell: anything from {span(row)} fits."}
    if row.verdict == "unclear":
        return f"{head}: {told['unclear']} {DRAWN}"
    return f"{head}: the next day {signed(row.effect)} (90 %: {span(row)}). {told[row.verdict]} {DRAWN}"


def compared(row: Experiment | SelfTrial, catalogue: Catalogue) -> str:
    """What a self-trial compares: "Ball under the calf against no massage"."""
    other = technique_name(row.against, catalogue)
    return f"{technique_name(row.technique, catalogue)} against {other[:1].lower()}{other[1:]}"


def trial_today(now: TrialDay, catalogue: Catalogue, form: str = STANDARD) -> str:
    """What a self-trial says of a day: what belongs to it, or that it waits or ended; "" when it is long over."""
    trial = now.trial
    where = site_name(trial.site, trial.side, catalogue)
    if now.state == "waiting":
        return f"The self-trial of the {where} begins on {day_words(trial.start, form)}."
    if now.state == "running":
        said = "no massage" if now.technique is None else f"{technique_name(now.technique, catalogue)}, in the evening"
        return f"Today: {said}, it is the trial ({where}, day {now.number} of {trial.days})."
    if now.ended is not None and now.day == now.ended:
        return f"The self-trial of the {where} has ended: {now.why}."
    return ""


def forecast(row: Forecast, form: str = STANDARD) -> str:
    """When a spell may be over: a likely day and its range; "" outside a spell."""
    dates = likely_dates(row)
    if dates is not None:
        likely, first, last = dates
        said = f"Well again most likely around {day_words(likely, form)}; "
        said += f"9 in 10 chance between {short_day(first, form)} and {short_day(last, form)}."
        return said if row.n_past_episodes else f"{said} {TYPICAL}"
    if row.verdict == "too_long_to_forecast":
        weeks = (row.episode_day or LONGEST) // 7
        return f"This has lasted {weeks} weeks: no forecast. A doctor or physiotherapist should see it."
    if row.verdict == "warning_sign":
        return "No forecast while a warning sign is open."
    if row.verdict == "not_enough_data":
        return "No forecast: it needs ratings and function (percent of normal) of this spell."
    return ""


def trend(row: Trend) -> str:
    """How this week differs."""
    if row.change is None:
        same = row.verdict == "no_variation"
        return "This week: all ratings are the same." if same else "This week: not enough ratings to compare."
    said = {"rising": "rising", "falling": "falling"}.get(row.verdict, "no clear change")
    lean = ""
    if row.verdict == "no_clear_change" and row.prob_rising is not None:
        rising = row.prob_rising >= 0.5
        sure = row.prob_rising if rising else 1 - row.prob_rising
        lean = f"; probably {'rising' if rising else 'falling'} ({100 * sure:.0f} %)" if sure >= LIKELY else ""
    return f"This week: {said}{lean}. {signed(row.change)} (90 %: {span(row)})."


def chances(row: Forecast, form: str = STANDARD) -> str:
    """How likely it is over within some days; "" without a forecast."""
    if row.as_of is None or not row.chances:
        return ""
    told = (
        f"{100 * chance:.0f} % by {day_words(row.as_of + timedelta(days=days), form)}" for days, chance in row.chances
    )
    return f"The chance to be well again: {', '.join(told)}."


def place(row: TriggerLink | MassageEffect | Forecast | Trend | Comparison | Experiment, catalogue: Catalogue) -> str:
    """ "Left upper outer calf"."""
    return site_name(row.site, row.side, catalogue).capitalize()


def link_lines(rows: Sequence[TriggerLink], catalogue: Catalogue) -> Iterator[str]:
    """What is said about triggers: what matters first; what shows no sign, and what is not enough, in one line each."""
    told = ("clear", "possible", "unclear", "inseparable")
    for row in sorted(rows, key=lambda each: (told.index(each.verdict) if each.verdict in told else 9, _weight(each))):
        if row.verdict in told:
            yield link(row, catalogue)
    small = [_short(row, catalogue) for row in rows if row.verdict == "probably_small"]
    if small:
        yield f"{NO_SIGN[:-1]}: {'; '.join(small)}."
    if any(row.verdict == "no_variation" for row in rows):
        yield "All ratings are the same, so there is nothing to compare."
    missing = [
        f"{trigger_name(row.trigger, catalogue)}, {_missing(row)[:-1]}"
        for row in rows
        if _says_what_is_missing(row, rows)
    ]
    if missing:
        yield f"Not enough yet: {'; '.join(missing)}."


def _says_what_is_missing(row: TriggerLink, rows: Sequence[TriggerLink]) -> bool:
    """True for one row of its trigger: of those without enough data the next day, else the one with the most days."""
    here = [each for each in rows if each.trigger == row.trigger and each.verdict == "not_enough_data"]
    return bool(here) and row is max(here, key=lambda each: (each.lag_days == 1, each.n_exposed_days))


def _short(row: TriggerLink, catalogue: Catalogue) -> str:
    return f"{trigger_name(row.trigger, catalogue)} {LATER[row.lag_days]}"


def _weight(row: TriggerLink) -> float:
    return -abs(row.effect or 0.0)
