"""Mutated files through `rj import`, one after the other in this process: `python -m tests.faults.importing COUNT`."""

import io
import json
import os
import sqlite3
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random

from journal.cli import main as command_line
from tests.journal.exchange.support import content_of
from tests.journal.exchange.test_mutated import FILES, mutated


def journal_ids(folder: Path) -> set[str]:
    """What the journal holds, asked of SQLite itself: it is asked after each of thousands of files."""
    with closing(sqlite3.connect(f"file:{folder / 'journal.db'}?mode=ro", uri=True)) as connection:
        return {row[0] for row in connection.execute("SELECT id FROM entry")}


def command(*arguments: str) -> tuple[int, str, str]:
    """Status, output and errors of `rj`; a traceback is status -1."""
    out, error = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(error), ThreadPoolExecutor(1) as beside:
        ended = beside.submit(command_line, arguments)
        raised = ended.exception()  # of whatever kind: a command is to raise nothing
    if raised is None:
        return ended.result(), out.getvalue(), error.getvalue()
    if isinstance(raised, SystemExit):
        return int(raised.code or 0), out.getvalue(), error.getvalue()
    return -1, out.getvalue(), "".join(traceback.format_exception(raised))[-1500:]


def main(folder: Path, count: int) -> None:
    """Half of the files are exports of this journal, with entries that are there and others; the rest other apps'."""
    random, failed, examples, taken, refused = Random(1), 0, "", 0, 0
    own = folder.parent / "own.jsonl"
    command("log", *(f"l calf {number % 11} {number + 1}d ago" for number in range(30)))
    command("export", str(own))
    lines = own.read_bytes().splitlines(keepends=True)
    known = journal_ids(folder)
    for turn in range(count):
        name = "own.jsonl" if turn % 2 else random.choice(FILES)
        content = b"".join(lines[:1] + random.sample(lines[1:], 12)) if turn % 2 else content_of(name)
        if turn % 2:
            content = content.replace(b'"id":"0', b'"id":"%x' % random.randrange(1, 16), 6)
            content = content.replace(b'"score":4', b'"score":5')
        file = folder.parent / f"{random.getrandbits(32):x}-{name}"
        file.write_bytes(mutated(content, random))
        status, out, error = command("import", str(file), "--json")
        now = journal_ids(folder)
        fine = status in (0, 2, 6) and (status == 0 or (now == known and error.count("\n") == 1)) and known <= now
        if status == 0 and fine:
            fine = len(now) - len(known) == json.loads(out)["added"]
        taken, refused = taken + (status == 0), refused + (status != 0)
        if not fine:
            failed += 1
            examples = f"{name}, turn {turn}: status {status}, {len(known)} -> {len(now)}: {error}{out[:300]}"
        known = now
        file.unlink()
        if (turn + 1) % 100 == 0 or turn + 1 == count:
            tried = 100 if (turn + 1) % 100 == 0 else count % 100
            print(json.dumps({"tried": tried, "failed": failed, "what": examples, "taken": taken, "refused": refused}))
            failed, examples = 0, ""
        if len(known) > 3000:
            for each in (*folder.glob("journal.db*"), *folder.glob("backups/*")):
                each.unlink()
            command("import", str(own))
            known = journal_ids(folder)


if __name__ == "__main__":
    main(Path(os.environ["RECOVERY_JOURNAL_DATA"]), int(sys.argv[1]))
