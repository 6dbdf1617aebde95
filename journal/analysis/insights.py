"""Everything the numbers say about a journal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from journal.analysis.columns import Frame
from journal.analysis.forecast import forecast
from journal.analysis.joint import joint_fit
from journal.analysis.links import link_columns, links, testable
from journal.analysis.massage_effect import comparisons, fitted_rows, massage_columns, massage_effects, sessions
from journal.analysis.rows import Doses, Place, Row, exposures, places, site_rows, within
from journal.analysis.self_trial import last_day, trials
from journal.analysis.shapes import Comparison, Experiment, Insights, MassageEffect, TriggerLink
from journal.analysis.trend import trend
from journal.analysis.trial_effect import trial_effect
from journal.analysis.verdicts import judged
from journal.catalogue.shapes import Catalogue
from journal.model import Entry
from journal.settings import Settings


def insights(entries: Iterable[Entry], catalogue: Catalogue, settings: Settings, as_of: date) -> Insights:
    """What the entries up to the end of `as_of` say, for every place with a rating: tracked ones first.

    Exposures whose id the catalogue does not know are left out.
    """
    kept = within(entries, as_of)
    known = (*catalogue.triggers, "run", "strength")
    doses = {name: each for name, each in exposures(kept).items() if name in known}
    where = places(kept, [(tracked.site, tracked.side) for tracked in settings.tracked])
    answers = Insights(as_of=as_of, experiments=tuple(_experiments(kept, as_of)))
    for place in where:
        answers = _with_place(answers, kept, place, doses)
    return replace(
        answers,
        triggers=tuple(judged(answers.triggers)),
        massage=tuple(judged(answers.massage)),
        comparisons=tuple(judged(answers.comparisons)),
    )


def _with_place(so_far: Insights, entries: Sequence[Entry], place: Place, doses: dict[str, Doses]) -> Insights:
    rows = site_rows(entries, place)
    found, massages, compared = _joint(entries, rows, place, doses)
    return replace(
        so_far,
        triggers=(*so_far.triggers, *found),
        massage=(*so_far.massage, *massages),
        comparisons=(*so_far.comparisons, *compared),
        forecast=(*so_far.forecast, forecast(entries, rows, place, so_far.as_of)),
        trend=(*so_far.trend, trend(place, rows, so_far.as_of)),
    )


def _joint(
    entries: Sequence[Entry], rows: Sequence[Row], place: Place, doses: dict[str, Doses]
) -> tuple[list[TriggerLink], list[MassageEffect], list[Comparison]]:
    done = sessions(entries, place)
    frame = Frame(fitted_rows(rows, done))
    columns = link_columns(frame, doses)
    joint = joint_fit(frame, [*(each for each in columns if testable(frame, each)), *massage_columns(frame, done)])
    return (
        list(links(place, frame, columns, joint, doses)),
        list(massage_effects(place, frame, done, joint)),
        list(comparisons(place, done, joint)),
    )


def _experiments(entries: Sequence[Entry], as_of: date) -> Iterator[Experiment]:
    for trial in trials(entries):
        last = min(last_day(trial, entries), as_of - timedelta(days=1))
        yield trial_effect(trial, site_rows(entries, (trial.site, trial.side)), last)
