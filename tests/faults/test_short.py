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
CAUGHT: tuple[tuple[str, str, tuple[str, ...], dict[str, int]], ...] = (
    ("acknowledge-early", "kills", ("stream", "killed command", "killed app"), {"commands": 12, "apps": 1}),
    ("never-flushed", "power", ("only what was flushed", "any part of the rest"), {"states": 20, "lines": 3}),
    ("swallowing", "disks", ("says truly",), {}),
    ("starting-over", "disks", ("earlier entries stay",), {}),
    ("impatient", "several", ("was told is saved",), {"races": 0}),
    ("crowding", "several", ("make the journal together",), {"writers": 0}),
    ("starting-over", "damaged", ("a lost page", "is no journal"), {"flips": 0, "letters": 0}),
    ("trusting", "damaged", ("letter",), {"flips": 0, "specials": 0}),
    ("outdated", "backups", ("saved before it",), {}),
    ("unbegun", "migrations", ("old or the new schema",), {"entries": 3000, "kills": 3}),
    ("row-by-row", "imports", ("imported whole",), {"files": 20, "bombs": 0}),
    ("bottomless", "imports", ("a bomb",), {"files": 1, "bombs": 1}),
    ("raw-text", "texts", ("harmless", "formula"), {"screens": 0}),
    ("tidying", "texts", ("exact",), {"screens": 0}),
    ("open-to-all", "quiet", ("0600",), {"commands": 1, "app": 0}),
    ("calls-home", "quiet", ("socket",), {"commands": 1, "app": 0}),
    ("deaf", "terminals", ("signal",), {"resizes": 1, "lost": 0, "hurried": 0}),
    ("forgetful", "terminals", ("typed is kept",), {"resizes": 1, "lost": 1, "hurried": 0}),
    ("hasty", "terminals", ("right before the end",), {"resizes": 1, "lost": 0, "hurried": 1}),
    ("cramped", "terminals", ("resizes",), {"lost": 0, "hurried": 0}),
    ("mute", "terminals", ("without a terminal",), {"resizes": 1, "lost": 0, "hurried": 0}),
    ("elsewhere", "clocks", ("wall clock", "left out"), {"rolls": 0}),
    ("by-the-day", "clocks", ("set back",), {"instants": 0, "odd": 0, "rolls": 0}),
    ("asleep", "clocks", ("new day",), {"instants": 0, "odd": 0}),
    ("brittle", "soak", ("crashes nothing",), {"keys": 200}),
    ("sluggish", "soak", ("answered",), {"keys": 200}),
    ("hoarding", "soak", ("memory",), {"keys": 600}),
    ("scribbling", "soak", ("whole",), {"keys": 200}),
)
"""For each broken build the section and the checks that must catch it, with counts that are enough."""


def run(section: str, build: Build, scratch: Path, counts: Mapping[str, int] = MappingProxyType({})) -> list[Tally]:
    """What the section finds; skipped, with the reason, where the machine lacks what it needs."""
    if missing(section):
        pytest.skip(missing(section))
    return run_section(section, build, scratch, counts=counts)


@pytest.mark.parametrize("section", SECTIONS)
def test_it_holds(section: str, tmp_path: Path) -> None:
    found = run(section, Build(), tmp_path)
    assert [(each.check, each.examples) for each in found if not each.held] == []
    can_fail = [check for _, of, checks, _ in CAUGHT for check in checks if of == section]
    assert [each.check for each in found if not any(check in each.check for check in can_fail)] == []


@pytest.mark.parametrize(("broken", "section", "checks", "counts"), CAUGHT, ids=[f"{b}-{s}" for b, s, _, _ in CAUGHT])
def test_a_broken_build_is_caught(
    tmp_path: Path, broken: str, section: str, checks: tuple[str, ...], counts: dict[str, int]
) -> None:
    found = run(section, Build(broken), tmp_path, counts)
    failed = [each.check for each in found if each.failed]
    assert [check for check in checks if not any(check in each for each in failed)] == [], f"{found}"


def test_every_broken_build_is_caught_by_a_section() -> None:
    assert {broken for broken, _, _, _ in CAUGHT} == set(BROKEN)
