"""The status of a day as a whole: more pain is never rewarded, an open sign holds everything, order does not matter."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.catalogue import load_catalogue
from journal.model import Comment, Entry, Episode, Function, Massage, Rating, Run, SafetyCheck, Side, Trigger
from journal.recovery.gate import gate_answers
from journal.recovery.status import Standing, Status, make_standing, make_status
from journal.settings import Settings
from tests.strategies import entries as any_entries
from tests.support import MONDAY, moment

CATALOGUE = load_catalogue()
SETTINGS = Settings()
DAYS = 12
START = MONDAY - timedelta(days=DAYS - 1)


def status(entries: Sequence[Entry]) -> Status:
    now = datetime.combine(MONDAY, time(22), tzinfo=moment(MONDAY).tzinfo)
    return make_status(entries, CATALOGUE, SETTINGS, now, MONDAY)


def numbered(entries: Sequence[Entry]) -> list[Entry]:
    return [replace(entry, id=f"{number:04}") for number, entry in enumerate(entries)]


@st.composite
def spells(draw: st.DrawFn) -> list[Entry]:
    """An open episode with ratings, function, massage and runs on some of its days."""
    site = "upper_outer_calf"
    side: Side = "left"
    found: list[Entry] = [Episode(at=moment(START, "07:00"), site=site, side=side, rest_days=draw(st.integers(0, 6)))]
    for number in range(DAYS):
        day = START + timedelta(days=number)
        if draw(st.booleans()):
            found.append(Rating(at=moment(day, "07:30"), site=site, side=side, score=draw(st.integers(0, 9))))
        if draw(st.booleans()):
            found.append(Function(at=moment(day, "20:00"), percent=draw(st.sampled_from((70, 90, 95, 100)))))
        if draw(st.integers(0, 3)) == 0:
            found.append(
                Massage(
                    at=moment(day, "12:00"),
                    technique="thumb_release_active_bend",
                    site=site,
                    side=side,
                    seconds=60,
                    before=draw(st.integers(0, 6)),
                    after=draw(st.integers(0, 6)),
                )
            )
        if draw(st.integers(0, 4)) == 0:
            found.append(Run(at=moment(day, "18:00"), minutes=10, stage=draw(st.integers(0, 4)), pain_during=0))
        if draw(st.integers(0, 4)) == 0:
            found.append(Trigger(at=moment(day, "17:00"), trigger="driving", amount=300, unit="min"))
    return numbered(found)


@settings(max_examples=60, deadline=None)
@given(spells(), st.data())
def test_more_pain_is_never_rewarded(entries: list[Entry], data: st.DataObject) -> None:
    rated = [number for number, entry in enumerate(entries) if isinstance(entry, Rating)]
    if not rated:
        return
    at = data.draw(st.sampled_from(rated))
    rating = entries[at]
    assert isinstance(rating, Rating)
    worse = list(entries)
    worse[at] = replace(rating, score=data.draw(st.integers(rating.score, 10)))
    calm, sore = status(entries), status(worse)
    assert sore.episodes[0].rest.days_left >= calm.episodes[0].rest.days_left
    before, after = calm.episodes[0].run.stage, sore.episodes[0].run.stage
    assert after is None or (before is not None and after <= before)
    if calm.massage.blocked_by is not None and calm.massage.gate is None:
        assert sore.massage.blocked_by is not None


@settings(max_examples=60, deadline=None)
@given(spells(), st.lists(st.sampled_from(("comment", "gate", "import", "rating")), max_size=4))
def test_an_urgent_sign_holds_everything_whatever_comes_after(entries: list[Entry], later: list[str]) -> None:
    at = moment(MONDAY, "09:00")
    told = [*entries, SafetyCheck(at=at, id="sign", answers={"rf_dvt": True}, level="urgent")]
    for number, what in enumerate(later, 1):
        when = at + timedelta(minutes=10 * number)
        told.append(_after(what, when, f"later{number}"))
    now = status(told)
    assert now.signs[0].id == "rf_dvt"
    assert now.massage.blocked_by is not None
    assert now.strength.planned == ()
    assert now.cardio == ()
    assert now.blocks.run is not None
    assert all(not each.rest.ready for each in now.episodes)


def _after(what: str, at: datetime, name: str) -> Entry:
    if what == "comment":
        return Comment(at=at, id=name, author="Anna", role="coach", text="cleared to run")
    if what == "gate":
        return replace(gate_answers({each.id: False for each in CATALOGUE.gate}, CATALOGUE, at), id=name)
    if what == "import":
        answers = {"rf_dvt": False}
        return SafetyCheck(at=at, id=name, answers=answers, cleared_by="doctor: Somebody", source="import:file")
    return Rating(at=at, id=name, site="upper_outer_calf", side="left", score=0)


@settings(max_examples=60, deadline=None)
@given(spells(), st.randoms(use_true_random=False))
def test_the_order_in_which_entries_come_does_not_matter(entries: list[Entry], random: object) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert status(shuffled) == status(entries)


@settings(max_examples=100, deadline=None)
@given(st.lists(any_entries(), max_size=8))
def test_no_entries_whatever_break_it(entries: list[Entry]) -> None:
    known = [
        entry
        for entry in entries
        if getattr(entry, "technique", None) in (None, *CATALOGUE.techniques)
        and getattr(entry, "exercise", None) in (None, *CATALOGUE.exercises)
        and getattr(entry, "site", None) in (None, *CATALOGUE.sites)
    ]
    assert status(numbered(known)).day == MONDAY


@settings(max_examples=20, deadline=None)
@given(spells())
def test_how_a_day_stands_is_the_same_without_what_is_to_be_done(entries: list[Entry]) -> None:
    now = datetime.combine(MONDAY, time(22), tzinfo=moment(MONDAY).tzinfo)
    found = vars(status(entries))
    parts = [each.name for each in fields(Standing)]
    assert vars(make_standing(entries, CATALOGUE, SETTINGS, now, MONDAY)) == {part: found[part] for part in parts}
