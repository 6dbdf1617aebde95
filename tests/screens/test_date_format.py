"""The form of a day that the runner chose holds wherever a day is shown."""

import re
from pathlib import Path

import pytest

from journal.book import Journal
from screens.commands import SECTION_KEYS
from tests.journal.commands.support import Shell
from tests.screens.states import bring_state
from tests.screens.support import NOW, Runner, live
from tests.support import FakeClock

MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
DAY_FIRST = re.compile(rf"\b\d{{1,2}} (?:{MONTHS})\b")
MONTH_FIRST = re.compile(rf"\b(?:{MONTHS})[a-z]* \d{{1,2}}\b(?!\d)")
ISO = re.compile(r"\b20\d\d-\d\d-\d\d\b")
OTHERS = {"Nov 23": (DAY_FIRST, ISO), "2026-11-23": (DAY_FIRST, MONTH_FIRST)}
"""What must not be seen with each form."""


def prepared(folder: Path, form: str, state: str) -> None:
    """A journal in `state` whose runner has days written in `form`."""
    bring_state(folder, state)
    with Journal(folder, FakeClock(NOW)) as journal:
        journal.change_settings(date_format=form)


def strangers(text: str, form: str) -> list[str]:
    """The days in `text` that are written in another form."""
    return [found for other in OTHERS[form] for found in other.findall(text)]


@pytest.mark.parametrize("form", OTHERS)
@pytest.mark.parametrize("state", ["flare", pytest.param("returning", marks=pytest.mark.long)])
def test_no_screen_writes_a_day_in_another_form(tmp_path: Path, form: str, state: str) -> None:
    prepared(tmp_path, form, state)

    async def journey(runner: Runner) -> None:
        seen: list[str] = []
        for key in (*SECTION_KEYS.values(), "o", "y", "L", "M", "F"):
            await runner.press(key)
            seen.append(runner.text)
            assert strangers(runner.text, form) == [], key
        assert any("2026-11-" in text if form == "2026-11-23" else "Nov 2" in text for text in seen)

    live(tmp_path, journey, size=(200, 50))


@pytest.mark.parametrize("form", OTHERS)
def test_no_command_writes_a_day_in_another_form(tmp_path: Path, form: str) -> None:
    folder = tmp_path / "data"
    prepared(folder, form, "returning")
    rj = Shell(folder)
    for words in ("today", "links --as-of last", "trends --as-of last", "list", "report r.md"):
        told = rj(*words.split())
        assert told.status == 0, told.error
        assert strangers(told.out, form) == [], words
    page = (tmp_path / "r.md").read_text().replace("until 2026-12-31", "")
    assert strangers(page, form) == []
