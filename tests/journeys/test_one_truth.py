"""The command line and the app say the same of the same journal."""

from pathlib import Path

from journal.book import Journal
from journal.commands.aloud import sentences
from journal.commands.today import plain
from tests.screens.support import Runner, live

CONTRACT = {
    "day",
    "episodes",
    "ratings",
    "function",
    "strength",
    "massage",
    "warnings",
}
EPISODE = {"id", "site", "side", "started", "day", "phase", "rest", "run_stage", "forecast"}
REST = {"rest_day", "days_left", "good_days", "good_days_needed", "criteria"}
CRITERION = {"id", "required", "met", "value", "needed", "text"}


def test_what_today_says_in_json_is_what_the_app_shows(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        journal: Journal = runner.journal
        status = journal.status()
        told = plain(status, journal)
        assert told.keys() >= CONTRACT
        (episode,) = told["episodes"]
        assert episode.keys() >= EPISODE
        assert episode["rest"].keys() >= REST
        assert all(each.keys() >= CRITERION for each in episode["rest"]["criteria"])
        shown = " ".join(runner.text.split())
        assert all(part in shown for part in episode["rest"]["sentence"].split(" · "))
        assert all(f"[{rating['score']}]" in shown for rating in told["ratings"] if rating["measure"] == "soreness")
        for planned in told["strength"]["planned"]:
            assert journal.catalogue.exercises[planned["exercise"]].name in shown
        aloud = "\n".join(sentences(status, journal))
        assert episode["rest"]["sentence"] in aloud
        await runner.press("r")
        rest = " ".join(runner.text.split())
        for criterion in episode["rest"]["criteria"]:
            assert criterion["text"] in rest

    live(tmp_path, journey, sample=True, size=(160, 80))
