"""What opening and writing may not import, because the runner would wait for it."""

import subprocess
import sys
from pathlib import Path

from journal.storage.store import Store
from tests.support import MONDAY, FakeClock, rating

ROOT = Path(__file__).parents[3]
SLOW = ("sqlalchemy.orm", "alembic", "numpy", "textual", "dateutil", "mako")
SCRIPT = """
import sys
from pathlib import Path
from journal.clock import system_clock
from journal.storage.store import Store
from tests.support import MONDAY, rating
store = Store.open(Path(sys.argv[1]), system_clock())
store.record([rating(MONDAY, 5, note="x")], "five")
assert store.entries(text="x") and store.daily("upper_outer_calf", "left", None, MONDAY, MONDAY)
store.undo()
store.close()
print(*sorted(sys.modules))
"""


def test_an_existing_journal_opens_and_is_written_to_without_the_slow_modules(path: Path, clock: FakeClock) -> None:
    store = Store.open(path, clock)
    store.record([rating(MONDAY, 1)], "one")
    store.close()
    said = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    loaded = {name for name in said.stdout.split() if name.startswith(SLOW)}
    assert not loaded


def test_the_room_itself_imports_nothing() -> None:
    script = "import sys, journal.storage, journal.storage.shapes; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True)
    assert "sqlalchemy" not in said.stdout.split()
