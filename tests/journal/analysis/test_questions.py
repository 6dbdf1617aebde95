"""Questions asked ahead: answered alone, from the day they were asked."""

from dataclasses import replace
from typing import Any

import pytest

from journal.analysis.shapes import Answer
from journal.analysis.wording import answer
from journal.model import Entry, Question
from tests.journal.analysis.support import SITE, content, on, ratings, said, scores, trigger
from tests.support import moment, rating

DAYS = 60
DRIVES = range(1, DAYS, 4)


def question(asked: int = 0, **fields: Any) -> Question:
    """Whether driving is followed by another rating the next day."""
    given = {"site": SITE, "side": "left", "trigger": "driving", "unit": "min", **fields}
    return Question(at=moment(on(asked), "06:00"), **given)


def driven(effect: int = 3, amount: float = 150, wall: str = "20:00") -> list[Entry]:
    """A rating a day, `effect` higher the day after a drive of `amount` minutes."""
    felt = [score + effect * (day - 1 in DRIVES) for day, score in enumerate(scores(DAYS))]
    return [*ratings(felt, wall), *(trigger(day, amount) for day in DRIVES)]


def answered(asked: Question, entries: list[Entry]) -> Answer:
    """Its answer."""
    (found,) = said([*entries, asked]).questions
    return found


def test_a_question_is_answered_alone() -> None:
    found = answered(question(), driven())
    assert (found.verdict, found.n_exposed_days, found.asked) == ("clear", len(DRIVES), on(0))
    assert found.effect == pytest.approx(3, abs=0.6)
    assert (found.p_adjusted, found.q) == (None, None)
    assert answer(found, content()) == (
        "Driving, the next day, left upper outer calf, asked on 6 Jan: followed by "
        f"+{found.effect:.1f} (90 %: +{found.interval90[0]:.1f} to +{found.interval90[1]:.1f}), 15 days. Clear. "  # type: ignore[index]
        "Asked ahead and judged alone."
    )


def test_it_is_not_in_the_family_of_the_links() -> None:
    assert said(driven()).triggers == said([*driven(), question()]).triggers


def test_only_what_came_after_it_counts() -> None:
    late = answered(question(30), driven())
    assert late.n_exposed_days + late.n_unexposed_days == DAYS - 31
    assert late.n_exposed_days == len([day for day in DRIVES if day >= 30])
    assert late == answered(question(30), [each for each in driven() if each.day >= on(30)])
    too_late = answered(question(45), driven())
    assert (too_late.verdict, too_late.needs_exposed_days) == ("not_enough_data", 2)
    assert answer(too_late, content()).endswith("not enough yet, 4 of 6 such days have a rating since then.")


def test_what_was_rated_before_the_minute_of_asking_does_not_count() -> None:
    same_day = replace(question(0, lag_days=0), at=moment(on(0), "21:00"))
    found = answered(same_day, driven())
    assert found.n_exposed_days + found.n_unexposed_days == DAYS - 1


def test_only_days_above_the_amount_count() -> None:
    entries = [*driven(), *(trigger(day, 30) for day in range(2, DAYS, 4))]
    assert answered(question(above=120), entries).n_exposed_days == len(DRIVES)
    assert answered(question(above=149.5), entries).n_exposed_days == len(DRIVES)
    assert answered(question(above=150), entries).verdict == "not_enough_data"
    assert answered(question(), entries).n_exposed_days == 2 * len(DRIVES)


def test_amounts_of_a_day_are_added_up() -> None:
    halves = [*driven(amount=80), *(trigger(day, 80, wall="09:00") for day in DRIVES)]
    assert answered(question(above=120), halves).n_exposed_days == len(DRIVES)


def test_of_the_same_day_only_what_was_before_the_rating_counts() -> None:
    morning = driven(wall="07:00")
    assert answered(question(lag_days=0), morning).n_exposed_days == 0
    assert answered(question(lag_days=0), driven()).n_exposed_days == len(DRIVES)


def test_mornings_alone_when_it_was_asked_so() -> None:
    entries = [*driven(effect=0), *(rating(on(day), 3 + 2 * (day - 1 in DRIVES), "07:00") for day in range(DAYS))]
    mornings = answered(question(mornings=True), entries)
    assert mornings.effect == pytest.approx(2, abs=0.1)
    whole = answered(question(), entries)
    assert whole.effect is not None
    assert whole.effect < 1.5
    assert answered(question(mornings=True), driven()).verdict == "not_enough_data"


def test_what_else_was_recorded_is_held_equal() -> None:
    """Stairs do it; driving happens on the same days and some others."""
    days = [day for day in range(1, 120) if day % 3 == 1]
    stairs = [day for day in days if day % 2]
    felt = [score + 3 * (day - 1 in stairs) for day, score in enumerate(scores(120))]
    stairs_too = [trigger(day, 10, "stairs") for day in stairs]
    entries: list[Entry] = [*ratings(felt), *(trigger(day) for day in days)]
    alone, together = answered(question(), entries), answered(question(), [*entries, *stairs_too])
    assert alone.verdict == "clear"
    assert together.verdict != "clear"


@pytest.mark.parametrize(
    ("entries", "verdict"),
    [
        ([], None),
        ([*ratings([3] * DAYS), *(trigger(day) for day in DRIVES)], "no_variation"),
        ([*ratings(scores(DAYS)), *(trigger(day) for day in range(DAYS))], "not_enough_data"),
        ([*ratings(scores(25)), *(trigger(day) for day in range(0, 25, 2))], "not_enough_data"),
        ([*ratings(scores(DAYS)), *(trigger(day) for day in range(5, DAYS, 7))], "inseparable"),
        (driven(effect=0), "unclear"),
    ],
)
def test_what_cannot_be_told(entries: list[Entry], verdict: str | None) -> None:
    found = said([*entries, question()]).questions
    if verdict is None:
        assert found == ()
        return
    (row,) = found
    assert row.verdict in ({"unclear", "probably_small"} if verdict == "unclear" else {verdict})
    assert answer(row, content())
