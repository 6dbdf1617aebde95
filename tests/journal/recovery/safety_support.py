"""Short ways to answer about warning signs and to record a massage."""

from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from journal.model import Comment, Entry, Massage, Note, SafetyCheck, Side, Trigger
from journal.recovery.gate import gate_answers
from journal.recovery.safety import blocks, open_signs
from journal.recovery.shapes import Blocks, OpenSign
from journal.settings import Settings
from tests.journal.recovery.support import CATALOGUE, SETTINGS, begun, on, percent, rated
from tests.support import moment


def check(number: int = 0, wall: str = "08:00", /, **more: Any) -> SafetyCheck:
    """Answers on a day of the story, given as sign=True or sign=False."""
    common = {name: more.pop(name) for name in list(more) if name in SafetyCheck.__dataclass_fields__}
    fields: dict[str, Any] = {"id": f"check-{number:03}-{wall}", "at": moment(on(number), wall), **common}
    return SafetyCheck(answers=more, **fields)


def seen(number: int, *signs: str, wall: str = "15:00", by: str = "doctor: Ada", **more: Any) -> SafetyCheck:
    """A clinician saw `signs`."""
    said = {"cleared_by": by, "note": "it is a strained muscle", **more}
    return check(number, wall, **dict.fromkeys(signs, False), **said)


def gate(number: int = 0, wall: str = "08:00", *yes: str, **more: Any) -> SafetyCheck:
    """The five questions, all no but for `yes`."""
    answers = {question.id: question.id in yes for question in CATALOGUE.gate}
    made = gate_answers(answers, CATALOGUE, moment(on(number), wall))
    return check(number, wall, **{**made.answers, **more})


def drive(number: int, hours: float, wall: str = "18:00", **more: Any) -> Trigger:
    """A drive on a day of the story."""
    fields: dict[str, Any] = {"trigger": "driving", "unit": "min", **more}
    return Trigger(at=moment(on(number), wall), amount=hours * 60, **fields)


def massaged(
    number: int,
    before: int | None = None,
    after: int | None = None,
    wall: str = "09:00",
    side: Side = "left",
    **more: Any,
) -> Massage:
    """A minute with the ball at the main site on a day of the story."""
    fields: dict[str, Any] = {
        "id": f"massage-{number:03}-{wall}-{side}",
        "technique": "ball_upper_outer_calf_sit",
        "site": "upper_outer_calf",
        "seconds": 60,
        **more,
    }
    return Massage(at=moment(on(number), wall), side=side, before=before, after=after, **fields)


def at(number: int, wall: str = "20:00") -> datetime:
    """A moment on a day of the story."""
    return moment(on(number), wall)


def signs_at(number: int, *entries: Entry, wall: str = "20:00", settings: Settings = SETTINGS) -> tuple[OpenSign, ...]:
    """What is open on a day of the story."""
    return open_signs(entries, CATALOGUE, settings, at(number, wall))


def ids_at(number: int, *entries: Entry, wall: str = "20:00", settings: Settings = SETTINGS) -> list[str]:
    """The ids of what is open."""
    return [each.id for each in signs_at(number, *entries, wall=wall, settings=settings)]


def blocked_at(number: int, *entries: Entry, wall: str = "20:00") -> Blocks:
    """What is suspended on a day of the story."""
    return blocks(signs_at(number, *entries, wall=wall))


_days = st.integers(-30, 20)
_walls = st.sampled_from(["05:00", "08:00", "12:00", "19:00", "23:00"])
_scores = st.integers(0, 10)
_signs = st.dictionaries(st.sampled_from(sorted({*CATALOGUE.signs, *CATALOGUE.contraindications})), st.just(False))
_weak: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [
        {},
        {"cleared_by": "coach: Bo", "note": "looks fine to me"},
        {"cleared_by": "self: me", "note": "fine"},
        {"cleared_by": "doctor: Ada", "note": "fine", "source": "import:strava"},
        {"source": "import:strava"},
        {"cleared_by": "doctor:", "note": "fine"},
        {"cleared_by": "doctor: Ada"},
        {"time_known": False},
    ]
)

anything_but_a_clinician: st.SearchStrategy[list[Entry]] = st.lists(
    st.one_of(
        st.builds(rated, _days, _scores, _walls, st.sampled_from(["left", "right"])),
        st.builds(percent, _days, st.integers(0, 100), _walls),
        st.builds(lambda day, wall, no, who: check(day, wall, **no, **who), _days, _walls, _signs, _weak),
        st.builds(gate, _days, _walls),
        st.builds(massaged, _days, _scores, _scores, _walls),
        st.builds(drive, _days, st.floats(0, 9), _walls),
        st.builds(lambda day: begun(number=day, id=f"episode-{day}"), _days),
        st.builds(
            lambda day, role: Comment(at=at(day), author="Bo", role=role, text="go on, it is fine", constraint="run"),
            _days,
            st.sampled_from(["coach", "self", "physio", "doctor"]),
        ),
        st.builds(lambda day: Note(at=at(day), note="all is well", source="import:diary"), _days),
    ),
    max_size=15,
)
"""Entries that take back no warning sign, whatever they say."""
