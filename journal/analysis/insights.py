"""Everything the numbers say about a journal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from journal.analysis.columns import Frame
from journal.analysis.forecast import PRIOR_DAYS, forecast
from journal.analysis.joint import joint_fit
from journal.analysis.links import link_columns, links, testable
from journal.analysis.massage_effect import comparisons, fitted_rows, massage_columns, massage_effects, sessions
from journal.analysis.questions import answers, questions
from journal.analysis.rows import HISTORY, Doses, Place, Row, exposures, places, site_rows, tracked_rows, within
from journal.analysis.self_trial import standing, trials
from journal.analysis.shapes import Comparison, Experiment, Insights, MassageEffect, TriggerLink
from journal.analysis.trend import trend
from journal.analysis.trial_effect import experiment
from journal.analysis.verdicts import judged
from journal.catalogue.shapes import Catalogue
from journal.model import Entry
from journal.settings import Settings


def insights(
    entries: Iterable[Entry],
    catalogue: Catalogue,
    settings: Settings,
    as_of: date,
    history: timedelta | None = HISTORY,
) -> Insights:
    """What the entries of the `history` (None: all) up to the end of `as_of` say, for every place with a rating.

    Tracked places come first. Exposures whose id the catalogue does not know are left out.
    """
    kept = within(entries, as_of, history)
    known = (*catalogue.triggers, "run", "strength")
    doses = {name: each for name, each in exposures(kept).items() if name in known}
    where = places(kept, [(tracked.site, tracked.side) for tracked in settings.tracked])
    found = Insights(as_of=as_of, experiments=tuple(_experiments(kept, as_of)))
    for place in where:
        found = _with_place(found, kept, place, doses, catalogue)
    return replace(
        found,
        triggers=tuple(judged(found.triggers)),
        massage=tuple(judged(found.massage)),
        comparisons=tuple(judged(found.comparisons)),
    )


def _with_place(
    so_far: Insights, entries: Sequence[Entry], place: Place, doses: dict[str, Doses], catalogue: Catalogue
) -> Insights:
    rows = site_rows(entries, place)
    tracked = tracked_rows(rows, entries)
    found, massages, compared = _joint(entries, tracked, place, doses)
    asked = answers(questions(entries, place), tracked, doses)
    site = catalogue.sites.get(place[0])
    likely = forecast(entries, rows, place, so_far.as_of, site.usual_days if site else PRIOR_DAYS)
    return replace(
        so_far,
        triggers=(*so_far.triggers, *found),
        massage=(*so_far.massage, *massages),
        comparisons=(*so_far.comparisons, *compared),
        questions=(*so_far.questions, *asked),
        forecast=(*so_far.forecast, likely),
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
        yield experiment(standing(trial, entries, as_of), site_rows(entries, (trial.site, trial.side)))
