"""`rj demo`: a sample journal of a year in a folder of its own, never the runner's."""

import argparse
import tempfile
from pathlib import Path

from journal.book import Journal
from journal.clock import Clock, system_clock
from journal.commands.app import show
from journal.demo import demo_entries
from journal.errors import Refused
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Open the app on a sample journal in a temporary folder, or write it into --into."""
    clock = system_clock()
    if arguments.into:
        folder = Path(arguments.into).absolute()
        if folder.exists() and any(folder.iterdir()):
            raise Refused(f"{folder} is not empty; the sample journal needs a folder of its own")
        make_demo(folder, clock).close()
        print(f"a sample journal is in {visible(str(folder))}; open it with: rj --data {visible(str(folder))}")
        return 0
    with tempfile.TemporaryDirectory(prefix="recovery-journal-demo-") as made:
        return show(make_demo(Path(made) / "journal", clock), ask_first=False)


def make_demo(folder: Path, clock: Clock) -> Journal:
    """A sample journal in `folder`, open."""
    journal = Journal(folder, clock).open()
    journal.change_settings(
        first_run_done=True,
        tracked=({"site": "upper_outer_calf", "side": "left"}, {"site": "upper_outer_calf", "side": "right"}),
    )
    journal.take_in(demo_entries(clock.today(), clock=clock), "the sample journal")
    return journal
