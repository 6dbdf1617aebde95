"""`rj links`, and the forecast in `rj today`."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from journal.catalogue import load_catalogue
from journal.commands.demo import make_demo
from tests.journal.commands.support import InProcess, Shell
from tests.support import FakeClock

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> InProcess:
    """`rj` on the sample journal of a year, on a day of its own."""
    clock = FakeClock(NOW)
    monkeypatch.setattr("journal.commands.system_clock", lambda: clock)
    make_demo(tmp_path / "data", clock).close()
    return InProcess(tmp_path / "data", capsys)


def test_links_of_an_empty_journal(rj: Shell) -> None:
    told = rj("links", "--json").json
    assert told["schema"] == "recovery-insights/1"
    assert told["triggers"] == told["massage"] == told["forecast"] == told["trend"] == told["experiments"] == []
    assert "Nothing is rated yet." in rj("links").out


def test_links_of_a_year(demo: InProcess) -> None:
    told = demo("links", "--json", "--as-of", "last")
    assert (told.status, told.error) == (0, "")
    assert told.out == demo("links", "--json", "--as-of", "last").out
    clear = {
        (row["side"], row["trigger"], row["lag_days"]) for row in told.json["triggers"] if row["verdict"] == "clear"
    }
    assert ("left", "driving", 1) in clear
    assert {row["trigger"] for row in told.json["triggers"]} <= {
        *load_catalogue(demo.folder / "x").triggers,
        "run",
        "strength",
    }
    words = demo("links", "--as-of", "last").out
    assert re.search(r"Driving, typically \d h( \d+ min)?, is followed the next day by \+", words)
    assert "Left upper outer calf.\n" in words


def test_looking_back_knows_only_what_was_known(demo: InProcess) -> None:
    last = demo("links", "--json", "--as-of", "last").json
    early = demo("links", "--json", "--as-of", "2000-01-01").json
    assert early["as_of"] == "2000-01-01"
    assert early["triggers"] == []
    assert len(last["triggers"]) > 0


def test_today_forecasts_each_open_spell(demo: InProcess) -> None:
    today = demo("today", "--json", "--as-of", "last").json
    forecast = today["episodes"][0]["forecast"]
    assert set(forecast) == {"verdict", "median_days", "interval90_days"}
    assert forecast["verdict"] == "forecast"
    low, high = forecast["interval90_days"]
    assert 1 <= low <= forecast["median_days"] <= high
    same = [row for row in demo("links", "--json", "--as-of", "last").json["forecast"] if row["side"] == "left"]
    assert same[0]["median_days"] == forecast["median_days"]
    assert "Well again most likely around" in demo("today", "--as-of", "last").out


def test_no_day_is_told_while_a_warning_sign_is_open(demo: InProcess) -> None:
    assert demo("log", "l calf 3").status == 0
    assert "Well again most likely" in demo("links").out
    assert demo("signs", "--yes", "rf_dvt").status == 0
    none = {"verdict": "warning_sign", "median_days": None, "interval90_days": None}
    assert demo("today", "--json").json["episodes"][0]["forecast"] == none
    (row,) = (each for each in demo("links", "--json").json["forecast"] if each["in_episode"])
    assert none.items() <= row.items()
    told = demo("links").out
    assert "No forecast while a warning sign is open." in told
    assert "Well again most likely" not in told
    assert "chance to be well again" not in told


def test_a_day_that_is_none_is_refused(rj: Shell) -> None:
    told = rj("links", "--as-of", "soon")
    assert told.status == 2
    assert told.error.startswith("error: ")


def test_one_sentence_for_today(demo: InProcess) -> None:
    drives = demo("list", "--kind", "trigger", "--search", "driving", "--limit", "1", "--json").json
    after = (date.fromisoformat(drives[0]["at"][:10]) + timedelta(days=1)).isoformat()
    told = demo("links", "--today", "--as-of", after)
    assert re.match(r"Driving 3 h yesterday: such days are followed by \+\d\.\d \(", told.out)
    assert demo("links", "--today", "--json", "--as-of", after).json == {"day": after, "sentence": told.out.strip()}
    assert demo("links", "--today", "--json", "--as-of", "2000-01-01").json["sentence"] is None
