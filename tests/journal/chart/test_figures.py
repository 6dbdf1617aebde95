"""The pages of what the numbers say, and their rows at any width."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.evidence import Stretch
from journal.analysis.rows import Place
from journal.analysis.shapes import (
    Answer,
    Comparison,
    Experiment,
    Forecast,
    Insights,
    MassageEffect,
    Trend,
    TriggerLink,
)
from journal.analysis.track_record import PastForecast
from journal.analysis.wording import ALONE, NOT_DRAWN
from journal.chart.figure_rows import cut, rows
from journal.chart.figures import EMPTY, Figure, Page, forecast_page, heading, links_page, massage_page
from tests.journal.analysis.support import BALL, HANDS, SITE, content
from tests.support import MONDAY

PLACE: Place = (SITE, "left")
WEEK = Trend(site=SITE, side="left", change=0.4, interval90=(-1.0, 1.8), verdict="no_clear_change", prob_rising=0.6)


def link(trigger: str, lag: int, effect: float | None, verdict: str, exposed: int = 20, rated: int = 60) -> TriggerLink:
    interval = None if effect is None else (effect - 0.3, effect + 0.3)
    return TriggerLink(
        site=SITE,
        side="left",
        trigger=trigger,
        lag_days=lag,
        typical_amount=120,
        unit="min",
        effect=effect,
        interval90=interval,
        p=None if effect is None else 0.01,
        n_exposed_days=exposed,
        n_unexposed_days=rated - exposed,
        needs_exposed_days=max(0, 6 - exposed),
        verdict=verdict,  # type: ignore[arg-type]
    )


def page_of(*triggers: TriggerLink) -> Page:
    return links_page(Insights(as_of=MONDAY, triggers=triggers, trend=(WEEK,)), PLACE, "Left calf", content())


def massage(outcome: str, effect: float | None, sessions: int, technique: str = BALL) -> MassageEffect:
    return MassageEffect(
        site=SITE,
        side="left",
        technique=technique,
        outcome=outcome,  # type: ignore[arg-type]
        n_sessions=sessions,
        effect=effect,
        interval90=None if effect is None else (effect - 0.2, effect + 0.2),
        verdict="not_enough_data" if effect is None else "clear",
    )


def test_what_matters_comes_first_and_what_is_missing_last() -> None:
    page = page_of(
        link("stairs", 1, 0.1, "probably_small"),
        link("laptop_on_lap", 1, None, "not_enough_data", exposed=3),
        link("driving", 2, 0.3, "possible"),
        link("sitting", 1, 0.4, "clear"),
        link("driving", 1, 1.4, "clear"),
    )
    assert [each.label for each in page.figures] == [
        "Driving → next day",
        "Sitting without a break → next day",
        "Driving → 2 days on",
        "Stairs → next day",
        "Laptop on the lap",
    ]
    first, last = page.figures[0], page.figures[-1]
    assert first.interval == pytest.approx((1.1, 1.4, 1.7))
    assert (first.said, first.verdict) == ("+1.4   20 d", "clear")
    assert "is followed the next day by +1.4" in first.sentence
    assert (last.share, last.said, last.verdict) == (0.5, "3 of 6 days", "not yet")
    assert "you have 3" in last.sentence


def test_a_trigger_with_an_answer_is_not_missing_too() -> None:
    page = page_of(link("driving", 0, 1.0, "clear"), link("driving", 1, None, "not_enough_data", exposed=5))
    assert [each.label for each in page.figures] == ["Driving → same day"]


def test_too_few_rated_days_are_the_first_thing_missing() -> None:
    page = page_of(link("driving", 1, None, "not_enough_data", exposed=8, rated=12))
    assert [(each.label, each.share) for each in page.figures] == [("Rated days", 0.6), ("Driving", 1)]


def test_a_page_without_figures_says_what_to_record() -> None:
    nothing = Insights(as_of=MONDAY)
    assert links_page(nothing, PLACE, "Left calf", content()).note == EMPTY
    assert "d, l, w" in page_of().note
    assert "m guides one" in massage_page(nothing, PLACE, "Left calf", content()).note
    assert forecast_page(nothing, PLACE, "Left calf", ()).note == EMPTY


ASKED = Answer(
    site=SITE,
    side="left",
    trigger="driving",
    above=120,
    unit="min",
    lag_days=1,
    mornings=True,
    asked=MONDAY,
    n_exposed_days=3,
    n_unexposed_days=20,
    needs_exposed_days=3,
)


def test_what_was_asked_ahead_comes_first_and_shows_how_far_it_is() -> None:
    found = Insights(as_of=MONDAY, triggers=(link("driving", 1, 1.4, "clear"),), trend=(WEEK,), questions=(ASKED,))
    page = links_page(found, PLACE, "Left calf", content())
    assert [each.label for each in page.figures] == [
        "You asked ahead",
        "Driving over 2 h → next morning",
        "Everything recorded",
        "Driving → next day",
    ]
    asked = page.figures[1]
    assert (asked.share, asked.said, asked.verdict) == (0.5, "3 of 6 days", "not yet")
    rated = replace(ASKED, needs_exposed_days=0, n_exposed_days=7, n_unexposed_days=8)
    page = links_page(replace(found, questions=(rated,)), PLACE, "Left calf", content())
    assert (page.figures[1].share, page.figures[1].said) == (0.75, "15 of 20 rated days")


def test_an_answer_has_an_interval() -> None:
    told = replace(ASKED, needs_exposed_days=0, effect=1.2, interval90=(0.4, 2.0), p=0.01, verdict="clear")
    found = Insights(as_of=MONDAY, trend=(WEEK,), questions=(told,))
    figure = links_page(found, PLACE, "Left calf", content()).figures[1]
    assert (figure.interval, figure.share, figure.verdict) == ((0.4, 1.2, 2.0), None, "clear")
    assert figure.sentence.endswith(ALONE)


def test_what_stays_in_doubt_has_no_interval() -> None:
    row = replace(link("run", 0, -1.0, "clear"), evenings_only=True)
    (figure,) = page_of(row).figures
    assert (figure.interval, figure.said, figure.verdict) == (None, "", "in doubt")


TRIED = Experiment(
    site=SITE,
    side="left",
    planned_days=28,
    technique=BALL,
    against=None,
    start=MONDAY - timedelta(days=8),
    seed=7,
    state="running",
    answer_on=MONDAY + timedelta(days=20),
)


def test_a_trial_shows_its_day_and_no_answer_before_it_is_over() -> None:
    page = massage_page(Insights(as_of=MONDAY, experiments=(TRIED,)), PLACE, "Left calf", content())
    running = page.figures[1]
    assert (running.said, running.verdict, running.share) == ("day 9 of 28", "running", 9 / 28)
    over = replace(TRIED, state="finished", effect=-0.8, interval90=(-1.2, -0.3), verdict="helps")
    figure = massage_page(Insights(as_of=MONDAY, experiments=(over,)), PLACE, "Left calf", content()).figures[1]
    assert (figure.interval, figure.share, figure.verdict) == ((-1.2, -0.8, -0.3), None, "it helps")


def test_massage_stands_under_its_technique_with_the_caveat() -> None:
    found = Insights(
        as_of=MONDAY,
        massage=(massage("immediate", -1.3, 38), massage("next_day", None, 4), massage("immediate", -1, 9, HANDS)),
        comparisons=(
            Comparison(
                site=SITE,
                side="left",
                technique=BALL,
                against=HANDS,
                outcome="immediate",
                effect=-0.3,
                interval90=(-0.6, 0),
                verdict="probably_small",
            ),
        ),
    )
    page = massage_page(found, PLACE, "Left calf", content())
    assert [each.heading for each in page.figures] == [True, False, False, True, False, True, False]
    assert "against" in page.figures[5].label
    assert page.figures[1].verdict == "clear"
    assert page.figures[2].share == pytest.approx(4 / 6)
    assert page.figures[2].said == "4 of 6 rated"
    assert NOT_DRAWN in page.note
    assert not page.figures[1].sentence.endswith(NOT_DRAWN)


def test_a_forecast_has_a_range_chances_and_its_record() -> None:
    now = Forecast(
        site=SITE,
        side="left",
        in_episode=True,
        episode_day=5,
        as_of=MONDAY,
        median_days=4.7,
        interval90_days=(1, 14),
        n_past_episodes=2,
        verdict="forecast",
        chances=((3, 0.25), (7, 0.7), (14, 0.95)),
    )
    past = [
        PastForecast(began=MONDAY - timedelta(days=back), length=9, asked=MONDAY, low=4, high=high)
        for back, high in ((200, 30), (90, 8))
    ]
    page = forecast_page(Insights(as_of=MONDAY, forecast=(now,), trend=(WEEK,)), PLACE, "Left calf", past)
    assert [each.label.strip() for each in page.figures] == [
        "This week",
        "change in 7 days",
        "Well again",
        "around Sat 28 Nov",
        "by Thu 26 Nov",
        "by Mon 30 Nov",
        "by Mon 7 Dec",
        "Finished spells: of 2 forecasts, 1 held",
        "25 Aug – 3 Sep '26",
        "7 May – 16 May '26",
    ]
    assert [each.verdict for each in page.figures[-2:]] == ["missed", "held"]
    assert page.figures[4].said == "25 %"
    assert page.figures[3].figured == Stretch(site=SITE, side="left", first=date(2026, 11, 19), last=MONDAY)


def test_without_a_spell_there_is_no_date() -> None:
    now = Forecast(site=SITE, side="left", verdict="not_in_episode")
    page = forecast_page(Insights(as_of=MONDAY, forecast=(now,), trend=(WEEK,)), PLACE, "Left calf", ())
    assert "nothing to forecast" in page.figures[2].label
    assert "not known" in page.note
    late = Forecast(
        site=SITE, side="left", in_episode=True, episode_day=65, as_of=MONDAY, verdict="too_long_to_forecast"
    )
    page = forecast_page(Insights(as_of=MONDAY, forecast=(late,), trend=(WEEK,)), PLACE, "Left calf", ())
    assert "should see it" in page.figures[3].sentence


FIGURES = (
    heading("A heading that is quite long for a narrow screen"),
    Figure(
        label="Laptop on the lap → 2 days on",
        said="+1.4  20 d",
        span="+1.1 to +1.7",
        verdict="clear",
        interval=(1, 2, 3),
    ),
    Figure(label="Driving", said="3 of 6 days", verdict="not yet", share=0.5),
)


def test_intervals_in_words_stand_in_their_column() -> None:
    page = page_of(link("driving", 1, 1.4, "clear"), link("stairs", 1, 0.3, "possible", exposed=7))
    made, _ = rows(page.figures, 120)
    assert [row.said for row in made] == ["+1.4   20 d  +1.1 to +1.7", "+0.3    7 d   0.0 to +0.6"]


@given(st.integers(20, 200))
def test_rows_fit_their_width(width: int) -> None:
    made, scale = rows(FIGURES, width)
    assert len(made) == len(FIGURES)
    assert all(sum(map(len, row)) + 2 * sum(map(bool, row[1:])) <= max(width, 50) for row in made)
    assert len(scale) <= width


def test_intervals_are_written_out_where_there_is_room() -> None:
    assert "+1.1 to +1.7" not in rows(FIGURES, 76)[0][1].said
    assert "+1.1 to +1.7" in rows(FIGURES, 110)[0][1].said
    assert rows(FIGURES, 76)[0][2].picture.count("█") > 3


def test_a_cut_label_keeps_what_follows_the_arrow() -> None:
    assert cut("Laptop on the lap → next day", 20) == "Laptop o… → next day"
    assert cut("Laptop on the lap", 8) == "Laptop …"
