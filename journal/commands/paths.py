"""`rj paths`: where everything lives."""

import argparse

from journal.commands import folder_of, print_json
from journal.paths import Paths
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Print each place; none is made by asking."""
    paths = Paths(folder_of(arguments))
    places = {
        "folder": paths.folder,
        "journal": paths.journal,
        "settings": paths.settings,
        "own": paths.own,
        "backups": paths.backups,
        "log": paths.log,
    }
    if arguments.json:
        print_json({name: str(path) for name, path in places.items()})
    else:
        for name, path in places.items():
            print(f"{name:9} {visible(str(path))}")
    return 0
