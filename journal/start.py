"""Where `rj` begins. The line for a prompt is answered before anything else is imported; the rest is `journal.cli`."""

import gc
import os
import sys
from contextlib import suppress

OBJECTS = 20_000
"""So many new objects are made before the next look for unused ones: importing makes many and drops few."""


def main() -> int:
    """Run the command line and give its exit status, or end with it."""
    if "--short" in sys.argv:
        due = _short(sys.argv[1:])
        if due is not None:
            return due
    gc.set_threshold(OBJECTS)
    from journal.cli import main as command_line

    status = command_line()
    # All is saved and printed. For Python to take itself apart takes as long as all that an entry costs beside imports.
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(status)


def _short(arguments: list[str]) -> int | None:
    """Print the line of `rj today --short` from the glance; None when it takes more than that to answer."""
    import time

    from journal.errors import CannotWrite
    from journal.glance import read_glance
    from journal.paths import data_folder

    if "--data" in arguments[:-1]:
        at = arguments.index("--data")
        given = arguments[at + 1]
        arguments = arguments[:at] + arguments[at + 2 :]
    else:
        given = None
    if arguments != ["today", "--short"]:
        return None
    if sys.stdout is None:
        return None
    # The journal's clock takes as long to import as all of this; the zone alone says which day the glance is of.
    try:
        glance = read_glance(data_folder(given, os.environ), time.time(), time.localtime().tm_gmtoff)
    except CannotWrite:
        return None
    if glance is None:
        return None
    try:
        print(glance.line.encode(sys.stdout.encoding, "replace").decode(sys.stdout.encoding), flush=True)
    except OSError:
        return None
    return int(glance.due)
