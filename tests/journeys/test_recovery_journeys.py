"""The hard days, through the one door: a swollen calf, a flare to full running, a relapse, silence, both legs."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Static

from journal.book import Journal
from journal.cli import main
from journal.errors import Refused
from journal.recovery.gate import gate_answers, sign_answers
from journal.recovery.safety import clearance
from journal.recovery.shapes import EpisodeStatus
from tests.screens.support import Runner, live
from tests.support import FakeClock

FIRST = date(2026, 9, 7)
"""A Monday."""
GATES = (
    "test walk 30 0",
    "test stairs down 0",
    "test full motion 1",
    "test calf raise l 25",
    "test calf raise r 25",
    "test pogo hops 0",
    "test hops l 0",
    "test hops r 0",
    "test confidence 9",
)


class Life:
    """A runner who speaks to the journal day by day."""

    def __init__(self, journal: Journal, clock: FakeClock) -> None:
        self.journal = journal
        self.clock = clock
        self.said: list[tuple[datetime, tuple[str, ...]]] = []
        """Every line with the moment it was said, to be said again elsewhere."""

    def say(self, day: int, wall: str, *lines: str) -> None:
        """Say lines on the day so many days after the first."""
        self.clock.set(datetime.combine(FIRST + timedelta(days=day), time.fromisoformat(wall), tzinfo=UTC))
        self.journal.log(lines)
        self.said.append((self.clock.now(), lines))

    def at(self, day: int, wall: str = "21:00") -> EpisodeStatus:
        """Where the first open episode stands."""
        self.clock.set(datetime.combine(FIRST + timedelta(days=day), time.fromisoformat(wall), tzinfo=UTC))
        return self.journal.status().episodes[0]


class CommandLine:
    """The same by commands alone: what they print is all that is known."""

    def __init__(self, folder: Path, clock: FakeClock, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.clock = clock
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str]:
        """The exit status of a command, and what it printed."""
        self.clock.advance(minutes=1)
        status = main(["--data", str(self.folder), *arguments])
        told = self._capsys.readouterr()
        return status, told.out + told.err

    def log(self, day: int, wall: str, *lines: str) -> None:
        """Log lines on the day so many days after the first."""
        self.clock.set(datetime.combine(FIRST + timedelta(days=day), time.fromisoformat(wall), tzinfo=UTC))
        status, told = self("log", *lines)
        assert status == 0, told

    def today(self) -> dict[str, Any]:
        """The only open episode of `rj today --json`."""
        (episode,) = json.loads(self("today", "--json")[1])["episodes"]
        assert isinstance(episode, dict)
        return episode


@pytest.fixture
def rj(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    clock = FakeClock(datetime.combine(FIRST, time(7, 30), tzinfo=UTC))
    monkeypatch.setattr("journal.commands.system_clock", lambda: clock)
    return CommandLine(tmp_path / "data", clock, capsys)


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Life]:
    clock = FakeClock(datetime.combine(FIRST, time(7), tzinfo=UTC))
    with Journal(tmp_path / "data", clock) as journal:
        yield Life(journal, clock)


def good_morning(life: Life, day: int) -> None:
    life.say(day, "07:30", "l calf 0", "f 100 no limp")


def settle(life: Life) -> int:
    """A plain flare that settles; gives the first day that is ready to run."""
    life.say(0, "07:30", "flare l upper outer calf rest 3", "l calf 5", "f 80 no limp")
    for day, (score, function) in enumerate(((4, 85), (2, 90), (1, 95), (1, 100), (0, 100)), 1):
        life.say(day, "07:30", f"l calf {score}", f"f {function} no limp")
    return 5


def climb(life: Life, day: int, until: int) -> int:
    """Run each next session without soreness, every other day, until stage `until` is clean; gives the last day."""
    for _ in range(60):
        good_morning(life, day)
        run = life.at(day, "08:00").run
        if run.last_clean is not None and run.last_clean >= until:
            return day
        if run.stage is not None and run.earliest is not None and run.earliest <= FIRST + timedelta(days=day):
            minutes = life.journal.catalogue.stages[run.stage].total_run_minutes or 30
            life.say(day, "18:00", f"run {minutes:g}m stage {run.stage} pain 0")
        day += 1
    raise AssertionError("the ladder has no end")


def test_a_long_drive_and_a_swollen_calf(life: Life) -> None:
    life.say(0, "18:00", "drive 5h")
    life.say(1, "07:30", "l calf 4")
    status = life.journal.status()
    assert status.massage.gate is not None
    assert "5 h" in status.massage.gate.because or "seated" in status.massage.gate.because
    catalogue, now = life.journal.catalogue, life.clock.now()
    swelling = {each.id: "rf_dvt" in each.raises for each in catalogue.gate}
    life.journal.record(gate_answers(swelling, catalogue, now))
    life.clock.advance(minutes=10)
    status = life.journal.status()
    assert status.signs[0].level == "urgent"
    assert None not in (status.massage.blocked_by, status.strength.blocked_by, status.blocks.run)
    with pytest.raises(Refused, match="warning sign"):
        life.journal.log(["massage ball 60s"])
    life.say(1, "12:00", "comment coach Anna: cleared to run, go on")
    assert life.journal.status().signs[0].level == "urgent"
    life.clock.advance(hours=5)
    signs = [sign for sign in life.journal.status().signs if sign.clinician]
    life.journal.record(clearance(signs, "doctor", "Dr Example", "no clot, walk as you like", life.clock.now()))
    life.clock.advance(minutes=5)
    assert [sign for sign in life.journal.status().signs if sign.level == "urgent"] == []
    life.journal.log(["massage ball 60s"])


def test_the_same_on_the_command_line(rj: CommandLine) -> None:
    rj("log", "drive 5h yesterday", "l calf 4")
    assert "questions" in rj("today")[1]
    assert rj("signs", "--yes", "rf_dvt")[0] == 0
    status, told = rj("log", "massage ball 60s")
    assert status == 2
    assert "get medical help today" in told.lower()
    assert "urgent" in rj("today")[1]
    assert rj("signs", "--seen", "coach: Joe", "--said", "fine")[0] == 2
    assert rj("signs", "--seen", "doctor: Dr Example", "--said", "no clot")[0] == 0
    assert rj("signs") == (0, "no warning sign is open\n")
    assert rj("undo")[0] == 0
    assert "urgent" in rj("signs")[1]


def test_a_plain_flare_goes_all_the_way_to_full_running(life: Life) -> None:
    ready = settle(life)
    assert life.at(0, "08:00").phase == "protect"
    assert life.at(ready - 1, "08:00").rest.days_left == 1
    assert life.at(ready, "08:00").rest.ready
    assert life.at(ready, "08:00").phase == "load"
    life.say(ready, "17:00", *GATES)
    assert life.at(ready + 1, "07:00").phase == "load", "the morning after the walk decides"
    good_morning(life, ready + 1)
    assert life.at(ready + 1, "08:00").phase == "return"
    last = climb(life, ready + 1, 7)
    # Two clean sessions on each of six stages and the first on stage 7, every other day, known the next morning.
    assert last - ready == 2 * (6 * 2 + 1)
    done = life.at(last)
    assert done.phase in ("return", "maintain")
    for day in range(last + 1, last + 40):
        good_morning(life, day)
    final = life.at(last + 39)
    assert final.phase == "maintain"
    assert final.offer_to_close


def test_a_plain_flare_to_full_running_on_the_command_line(rj: CommandLine) -> None:
    rj.log(0, "07:30", "flare l upper outer calf rest 3", "l calf 5", "f 80 no limp")
    seen, ready, ran = [rj.today()["phase"]], None, list[int]()
    day = 0
    while "maintain" not in seen and day < 100:
        # Once the last stage is behind, a rating every third day shows as well that it stays calm.
        day += 3 if ran[-2:] == [7, 7] else 1
        score, function = {1: (4, 85), 2: (2, 90), 3: (1, 95), 4: (1, 100)}.get(day, (0, 100))
        rj.log(day, "07:30", f"l calf {score}", f"f {function} no limp")
        if ready is not None and (day - ready) % 2:
            continue
        now = rj.today()
        if now["phase"] != seen[-1]:
            seen.append(now["phase"])
        if now["rest"]["days_left"] == 0 and ready is None:
            ready = day
            rj.log(day, "17:00", *GATES)
        run = now["run"]
        if ran[-2:] != [7, 7] and run["stage"] and run["earliest"] == (FIRST + timedelta(days=day)).isoformat():
            minutes = {1: 6, 2: 12, 3: 18, 4: 24, 5: 27, 6: 28, 7: 30}[run["stage"]]
            rj.log(day, "18:00", f"run {minutes}m stage {run['stage']} pain 0")
            ran.append(run["stage"])
    assert seen == ["protect", "load", "return", "maintain"]
    assert (ready, ran) == (5, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7])
    # The second run of stage 7 was on day 33; then four weeks, seen every sixth day.
    assert day == 63
    assert rj.today()["offer_to_close"]


def test_a_relapse_at_stage_4_goes_back_to_protect_and_restarts_two_stages_lower(life: Life) -> None:
    ready = settle(life)
    life.say(ready, "17:00", *GATES)
    day = climb(life, ready + 1, 4)
    life.say(day + 1, "07:30", "l calf 6", "f 70 limp")
    sore = life.at(day + 1, "08:00")
    assert sore.phase == "protect"
    assert sore.rest.days_left >= 3
    assert sore.run.stage is None
    days_left = []
    for number, score in enumerate((3, 1, 1, 0, 0, 0, 0), 2):
        life.say(day + number, "07:30", f"l calf {score}", "f 100 no limp")
        days_left.append(life.at(day + number, "08:00").rest.days_left)
    # Three good days are there on the fifth; the week's mean, which the relapse raised after three weeks, keeps the
    # sign "no clear change" open until that day has left it.
    assert days_left == [3, 2, 1, 1, 1, 1, 0]
    again = life.at(day + 8, "08:00")
    assert again.run.stage == 2


def test_five_skipped_check_ins_start_the_count_again(life: Life) -> None:
    life.say(0, "07:30", "flare l upper outer calf rest 2", "l calf 4", "f 90 no limp")
    for day in (1, 2):
        life.say(day, "07:30", "l calf 1", "f 100 no limp")
    assert life.at(2, "08:00").rest.good_days == 2
    assert life.at(4).rest.good_days == 2
    assert life.at(7).rest.good_days == 0
    good_morning(life, 8)
    after = life.at(8, "08:00")
    assert (after.rest.good_days, after.rest.ready) == (1, False)


def test_both_legs_at_once_and_the_stricter_one_rules(life: Life) -> None:
    life.say(0, "07:30", "flare l upper outer calf rest 2", "l calf 3", "f 90 no limp")
    life.say(1, "07:30", "flare r mid calf rest 6", "r mid calf 5", "l calf 1")
    status = life.journal.status()
    assert len(status.episodes) == 2
    strictest = status.strictest
    assert strictest is not None
    assert strictest.episode.side == "right"
    assert status.sentence == strictest.rest.sentence
    assert {proposal.side for proposal in status.massage.proposals} <= {"left", "right"}
    life.say(1, "20:00", "well again right")
    assert [each.episode.side for each in life.journal.status().episodes] == ["left"]


def test_no_coach_and_no_import_opens_the_gate(life: Life) -> None:
    life.say(0, "07:30", "l calf 4")
    life.journal.record(sign_answers({"rf_dvt": True}, life.journal.catalogue, life.clock.now()))
    life.clock.advance(minutes=5)
    foreign = clearance(life.journal.status().signs, "doctor", "Somebody", "all clear", life.clock.now())
    life.journal.take_in([replace(foreign, id="0192f0c4-0000-7000-8000-000000000001", source="import:file")], "import")
    life.clock.advance(minutes=5)
    assert life.journal.status().signs[0].level == "urgent"


def flare_to_stage_2(life: Life) -> None:
    ready = settle(life)
    life.say(ready, "17:00", *GATES)
    climb(life, ready + 1, 2)


def relapse(life: Life) -> None:
    flare_to_stage_2(life)
    day = (life.clock.today() - FIRST).days
    life.say(day + 1, "07:30", "l calf 6", "f 70 limp")
    life.say(day + 2, "07:30", "l calf 3", "f 90 no limp")


def silence(life: Life) -> None:
    life.say(0, "07:30", "flare l upper outer calf rest 2", "l calf 4", "f 90 no limp")
    life.say(1, "07:30", "l calf 1", "f 100 no limp")
    life.say(7, "07:30", "l calf 1")


def both_legs(life: Life) -> None:
    life.say(0, "07:30", "flare l upper outer calf rest 2", "l calf 3", "f 90 no limp")
    life.say(1, "07:30", "flare r mid calf rest 6", "r mid calf 5", "l calf 1")


@pytest.mark.parametrize("story", [flare_to_stage_2, relapse, silence, both_legs], ids=lambda story: story.__name__)
def test_door_command_line_and_app_agree(
    life: Life,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    story: Callable[[Life], None],
) -> None:
    story(life)
    known = life.journal.status()
    folder = tmp_path / "again"
    clock = FakeClock(life.clock.now())
    monkeypatch.setattr("journal.commands.system_clock", lambda: clock)
    for moment, lines in life.said:
        clock.set(moment)
        assert main(["--data", str(folder), "log", *lines]) == 0
    clock.set(life.clock.now())
    capsys.readouterr()
    assert main(["--data", str(folder), "today", "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert again["sentence"] == known.sentence
    assert [each["phase"] for each in again["episodes"]] == [each.phase for each in known.episodes]
    assert [each["rest"]["days_left"] for each in again["episodes"]] == [each.rest.days_left for each in known.episodes]
    assert [each["run"]["text"] for each in again["episodes"]] == [each.run.text for each in known.episodes]

    async def journey(runner: Runner) -> None:
        runner.clock.set(life.clock.now())
        runner.app.look()
        await runner.press("r")
        shown = [str(each.visual) for each in runner.app.screen.query(Static)]
        for each in known.episodes:
            assert each.rest.sentence in " · ".join(shown)  # in two lines
            assert each.run.text in shown

    live(folder, journey, size=(200, 120))


def test_a_much_longer_run_gets_a_gentle_notice(life: Life) -> None:
    life.say(0, "18:00", "run 30m 5km")
    life.say(3, "18:00", "run 60m 10km")
    (notice,) = life.journal.status().notices
    assert "longer" in notice
    assert "risk" not in notice


def test_rest_is_only_ever_lengthened_by_hand(life: Life) -> None:
    life.say(0, "07:30", "flare l upper outer calf rest 4")
    (episode,) = life.journal.episodes()
    assert life.journal.more_rest(episode, 2).rest_days == 6
    (longer,) = life.journal.episodes()
    with pytest.raises(Refused):
        life.journal.amend(longer, replace(longer, rest_days=2))
    assert life.journal.episodes() == (longer,)
