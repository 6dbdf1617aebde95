"""The guided session."""

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from journal.recovery.session import steps
from journal.recovery.shapes import Proposal, Step
from journal.settings import Settings
from tests.journal.recovery.support import CATALOGUE, SETTINGS

SECONDS = st.integers(1, 900)
BALL = CATALOGUE.techniques["ball_upper_outer_calf_sit"]


def proposal(seconds: int = 32, sets: int = 2) -> Proposal:
    return Proposal(
        technique=BALL.id,
        site="upper_outer_calf",
        side="left",
        seconds=seconds,
        sets=sets,
        discomfort_cap=3,
        why="",
    )


def test_a_session_is_made_of_the_words_of_its_technique() -> None:
    cues = [Step(label=cue, seconds=seconds) for cue, seconds in zip(BALL.cues, (3, 3, 20, 3, 3), strict=True)]
    assert steps(BALL, proposal(), SETTINGS) == (
        Step(label=BALL.setup, seconds=10, kind="ready"),
        *cues,
        Step(label="Move on to the next spot", seconds=10, kind="switch"),
        *cues,
        Step(label="Done. How is it now?", seconds=0, kind="done"),
    )


def test_a_cue_lasts_as_long_as_it_says_where_the_others_keep_some_time() -> None:
    def seconds(whole: int) -> list[int]:
        made = steps(BALL, proposal(whole, sets=1), SETTINGS)
        return [each.seconds for each in made if each.kind == "spot"]

    assert BALL.cues[2] == "Breathe there for 20 seconds"
    assert seconds(60) == [10, 10, 20, 10, 10]
    assert seconds(30) == [3, 3, 20, 2, 2]
    assert seconds(24) == [1, 1, 20, 1, 1]
    assert seconds(23) == [5, 5, 5, 4, 4]


def test_the_pauses_are_settings() -> None:
    settings = Settings(massage_ready_seconds=3, massage_switch_seconds=4)
    assert [each.seconds for each in steps(BALL, proposal(), settings) if each.kind in ("ready", "switch")] == [3, 4]


def test_a_technique_without_cues_is_called_by_its_name() -> None:
    spots = [each for each in steps(replace(BALL, cues=()), proposal(sets=1), SETTINGS) if each.kind == "spot"]
    assert spots == [Step(label=BALL.name, seconds=32)]


@given(st.sampled_from(list(CATALOGUE.techniques.values())), SECONDS, st.integers(1, 4))
def test_the_spots_last_as_long_as_was_proposed(technique: object, seconds: int, sets: int) -> None:
    kind = next(each for each in CATALOGUE.techniques.values() if each == technique)
    made = steps(kind, proposal(seconds, sets), SETTINGS)
    spots = [each.seconds for each in made if each.kind == "spot"]
    assert sum(spots) == seconds * sets
    assert min(spots) >= 1
    assert [each.kind for each in made].count("switch") == sets - 1
    assert (made[0].kind, made[-1].kind) == ("ready", "done")


WORDS = ("Lean in", "Roll slowly", "Hold for 0 seconds", "Hold for 5 seconds", "Breathe for 20 to 30 seconds")


@given(st.lists(st.sampled_from(WORDS) | st.integers(0, 90).map("Stay for {} seconds".format), max_size=8), SECONDS)
@example(["Hold for 0 seconds"], 10)
@example(["Lean in", "Hold for 5 seconds", "Hold for 5 seconds"], 30)
def test_the_cues_of_a_spot_last_as_long_as_the_spot_whatever_they_say(cues: list[str], seconds: int) -> None:
    made = steps(replace(BALL, cues=tuple(cues)), proposal(seconds, sets=1), SETTINGS)
    spots = [each.seconds for each in made if each.kind == "spot"]
    assert sum(spots) == seconds
    assert min(spots) >= 1


def test_equal_cues_last_as_long_as_each_says() -> None:
    cues = ("Lean in", "Hold for 5 seconds", "Lean out", "Hold for 5 seconds")
    made = steps(replace(BALL, cues=cues), proposal(30, sets=1), SETTINGS)
    assert [each.seconds for each in made if each.kind == "spot"] == [10, 5, 10, 5]
