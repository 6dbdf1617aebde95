"""At most one sentence for today, and only about what is clear."""

from dataclasses import replace

import pytest

from journal.analysis.shapes import Insights, TriggerLink
from journal.analysis.worth_knowing import worth_knowing
from journal.model import Entry
from tests.journal.analysis.support import SITE, content, on, trigger

DAY = on(10)
DRIVE = TriggerLink(
    site=SITE,
    side="left",
    trigger="driving",
    lag_days=1,
    typical_amount=150,
    unit="min",
    effect=1.4,
    interval90=(1.1, 1.7),
    n_exposed_days=41,
    n_unexposed_days=200,
    verdict="clear",
)


def said(links: list[TriggerLink], *entries: Entry) -> str:
    return worth_knowing(Insights(as_of=DAY, triggers=tuple(links)), entries, DAY, content())


def test_what_yesterday_is_clearly_followed_by() -> None:
    told = said([DRIVE], trigger(9, 120), trigger(9, 60))
    assert told == "Driving 3 h yesterday: such days are followed by +1.4 (+1.1 to +1.7)."


def test_the_largest_of_several_and_where() -> None:
    other = replace(DRIVE, side="right", effect=1.6, interval90=(1.0, 2.2), lag_days=2)
    told = said([DRIVE, other], trigger(9, 120), trigger(8, None))
    assert told == (
        "Driving two days ago: such days are followed two days later by +1.6 (+1.0 to +2.2) "
        "in the right upper outer calf."
    )


@pytest.mark.parametrize("verdict", ["possible", "probably_small", "unclear", "not_enough_data"])
def test_what_is_not_clear_is_not_said(verdict: str) -> None:
    assert said([replace(DRIVE, verdict=verdict)], trigger(9)) == ""  # type: ignore[arg-type]


def test_nothing_is_said_of_small_effects_or_of_other_days() -> None:
    assert said([replace(DRIVE, effect=0.4, interval90=(0.2, 0.6))], trigger(9)) == ""
    assert said([DRIVE], trigger(8), trigger(10), trigger(9, 0), trigger(9, name="stairs")) == ""
    assert said([]) == ""
