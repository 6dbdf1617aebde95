"""The object `recovery-insights/1`."""

from journal.model import Question, SelfTrial
from tests.benchmarks.simulator import World, simulate
from tests.journal.analysis.support import BALL, SITE, as_json, content, on, said
from tests.support import function, moment

FIELDS = {
    "triggers": "site side trigger lag_days typical_amount effect interval90 n_exposed_days n_unexposed_days p "
    "p_adjusted q verdict needs_exposed_days",
    "massage": "site side technique outcome n_sessions randomised effect interval90 p p_adjusted q verdict",
    "experiments": "site side outcome planned_days randomised effect interval90 p verdict",
    "forecast": "site side in_episode episode_day as_of median_days interval90_days n_past_episodes verdict",
    "trend": "site side window_days baseline_days change interval90 p mcid verdict exceeds_mcid",
    "comparisons": "site side technique against outcome effect interval90 p p_adjusted q verdict",
    "questions": "site side trigger above unit lag_days mornings asked effect interval90 n_exposed_days "
    "n_unexposed_days p verdict needs_exposed_days",
}


def test_every_list_has_its_fields_in_order() -> None:
    entries = simulate(World(days=120, massage_at=4), 2).entries
    start = entries[0].day
    trial = SelfTrial(at=moment(start), site=SITE, side="left", technique=BALL, start=start, seed=1)
    asked = Question(at=moment(start), site=SITE, side="left", trigger="driving")
    whole = as_json(said([*entries, function(start, 80), trial, asked]))
    assert list(whole) == ["schema", "as_of", "units", *FIELDS]
    assert whole["schema"] == "recovery-insights/1"
    assert whole["units"]["lag_days"] == "calendar days, day starts 04:00"
    for name, fields in FIELDS.items():
        assert whole[name], name
        assert all(list(row) == fields.split() for row in whole[name])


def test_names_are_ids_of_the_catalogue() -> None:
    whole = as_json(said(simulate(World(days=120, massage_at=4), 2).entries))
    assert {row["trigger"] for row in whole["triggers"]} <= set(content().triggers)
    assert {row["technique"] for row in whole["massage"]} <= set(content().techniques)
    assert {row["site"] for name in FIELDS for row in whole[name]} <= set(content().sites)


def test_numbers_are_short_and_what_is_unknown_is_null() -> None:
    rows = as_json(said(simulate(World(days=120), 2).entries))["triggers"]
    known = [row for row in rows if row["p"] is not None]
    assert known
    for row in known:
        assert row["effect"] == round(row["effect"], 4)
        assert row["interval90"][0] < row["effect"] < row["interval90"][1]
        assert row["p"] <= row["q"] <= 1
    unknown = as_json(said(simulate(World(days=20), 2).entries))["triggers"]
    names = ("effect", "interval90", "p", "p_adjusted", "q")
    assert {row[name] for row in unknown for name in names} == {None}


def test_order_of_the_entries_does_not_matter() -> None:
    entries = simulate(World(days=120, massage_at=4), 2).entries
    assert as_json(said(entries)) == as_json(said(entries[::-1]))
    assert said(entries, on(900)).as_of == on(900)
