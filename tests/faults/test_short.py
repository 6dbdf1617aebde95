"""The short form of `python -m tests.faults`: every section holds, and each is shown to fail on a broken build."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.faults.__main__ import SECTIONS, missing, run_section
from tests.faults.broken import BROKEN
from tests.faults.findings import Tally
from tests.faults.program import Build

pytestmark = pytest.mark.long
CAUGHT: dict[str, tuple[str, str, dict[str, int]]] = {
    "acknowledge-early": ("kills", "stream acknowledged", {"commands": 0, "apps": 0}),
    "never-flushed": ("power", "only what was flushed", {"states": 20, "lines": 3}),
    "swallowing": ("disks", "says truly", {}),
    "impatient": ("several", "was told is saved", {"races": 0}),
    "trusting": ("damaged", "letter", {"flips": 0, "specials": 0}),
    "outdated": ("backups", "saved before it", {}),
    "unbegun": ("migrations", "old or the new schema", {"entries": 3000, "kills": 3}),
    "row-by-row": ("imports", "imported whole", {"files": 20, "bombs": 0}),
    "raw-text": ("texts", "harmless", {"screens": 0}),
    "open-to-all": ("quiet", "0600", {"app": 0}),
    "calls-home": ("quiet", "socket", {"app": 0}),
    "deaf": ("terminals", "signal", {"resizes": 1, "lost": 0, "hurried": 0}),
    "forgetful": ("terminals", "typed is kept", {"resizes": 1, "lost": 1, "hurried": 0}),
    "hasty": ("terminals", "right before the end", {"resizes": 1, "lost": 0, "hurried": 1}),
    "elsewhere": ("clocks", "left out", {"instants": 0, "rolls": 0}),
    "brittle": ("soak", "crashes nothing", {"keys": 200}),
}
"""For each broken build the section and the check that must catch it, with counts that are enough."""


def run(section: str, build: Build, scratch: Path, counts: Mapping[str, int] = MappingProxyType({})) -> list[Tally]:
    """What the section finds; skipped, with the reason, where the machine lacks what it needs."""
    if missing(section):
        pytest.skip(missing(section))
    return run_section(section, build, scratch, counts=counts)


@pytest.mark.parametrize("section", SECTIONS)
def test_it_holds(section: str, tmp_path: Path) -> None:
    found = run(section, Build(), tmp_path)
    assert [(each.check, each.examples) for each in found if not each.held] == []


@pytest.mark.parametrize("broken", CAUGHT)
def test_a_broken_build_is_caught(broken: str, tmp_path: Path) -> None:
    section, check, counts = CAUGHT[broken]
    found = run(section, Build(broken), tmp_path, counts)
    (caught,) = [each for each in found if check in each.check]
    assert caught.failed, f"{caught}"


def test_every_broken_build_is_caught_by_a_section() -> None:
    assert set(CAUGHT) == set(BROKEN)
    assert {section for section, _, _ in CAUGHT.values()} == set(SECTIONS)
