"""The short form of `python -m tests.faults`: every section holds, and each is shown to fail on a broken build."""

from pathlib import Path

import pytest

from tests.faults.__main__ import SECTIONS, run_section
from tests.faults.broken import BROKEN
from tests.faults.program import Build

pytestmark = pytest.mark.long  # needs strace
CAUGHT: dict[str, tuple[str, str, dict[str, int]]] = {
    "acknowledge-early": ("kills", "stream acknowledged", {"commands": 0, "apps": 0}),
    "never-flushed": ("power", "only what was flushed", {"states": 20, "lines": 3}),
    "row-by-row": ("imports", "imported whole", {"files": 40}),
    "raw-text": ("texts", "harmless", {}),
    "open-to-all": ("quiet", "0600", {}),
    "calls-home": ("quiet", "socket", {}),
    "deaf": ("terminals", "signal", {"resizes": 1, "lost": 0}),
    "forgetful": ("terminals", "typed is kept", {"resizes": 1, "lost": 1}),
    "brittle": ("soak", "crashes nothing", {"keys": 400}),
}
"""For each broken build the section and the check that must catch it, with counts that are enough."""


@pytest.mark.parametrize("section", SECTIONS)
def test_it_holds(section: str, tmp_path: Path) -> None:
    found = run_section(section, Build(), tmp_path)
    assert [(each.check, each.examples) for each in found if not each.held] == []


@pytest.mark.parametrize("broken", CAUGHT)
def test_a_broken_build_is_caught(broken: str, tmp_path: Path) -> None:
    section, check, counts = CAUGHT[broken]
    found = run_section(section, Build(broken), tmp_path, counts=counts)
    (caught,) = [each for each in found if check in each.check]
    assert caught.failed, f"{caught}"


def test_every_broken_build_is_caught_by_a_section() -> None:
    assert set(CAUGHT) == set(BROKEN)
    assert {section for section, _, _ in CAUGHT.values()} == set(SECTIONS)
