"""Nothing leaves the machine, nobody else may look in, and the log holds nothing that was written."""

from pathlib import Path

from journal.cli import COMMANDS
from tests.benchmarks.speed.terminal import Terminal
from tests.faults.findings import Tally
from tests.faults.program import Build

TRACED = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,connect", "-o")

LONG = {"commands": 99, "app": 1}
SHORT = {"commands": 99, "app": 1}


def run(build: Build, scratch: Path, commands: int, app: int) -> list[Tally]:
    """At most so many commands, of all, with an umask that would let all look in; and (`app` 1) the app, traced."""
    folder, out = scratch / "data", scratch / "out"
    out.mkdir()
    wide = ("sh", "-c", 'umask 022; exec "$@"', "sh")
    sockets = Tally("quiet", "no socket is opened")
    rights = Tally("quiet", "no file is wider than 0600, no folder than 0700")
    every = (
        *(("log", "l calf 5"), ("log", "note private"), ("undo",), ("redo",), ("backup", str(out / "b.db"))),
        *(("export", str(out / "e.jsonl")), ("report", str(out / "r.md")), ("settings", "rest_days", "4")),
        *(("import", str(out / "e.jsonl")), ("list",), ("today",), ("today", "--short"), ("trends",), ("links",)),
        *(("signs", "--none"), ("due",), ("ask", "drive over 2h next morning"), ("trial",), ("comments", "list")),
        *(("restore", str(out / "b.db")), ("check",), ("calendar", str(out / "c.ics")), ("completion", "bash")),
        *(("demo", "--into", str(out / "demo")), ("paths",)),
    )
    sockets.saw({first for first, *_ in every} == set(COMMANDS), "a command is missing here")
    for command in every[:commands]:
        trace = scratch / "trace"
        told = build.run(folder, *command, before=(*wide, *TRACED, str(trace)))
        opened = trace.read_text(encoding="utf-8")
        sockets.saw(not opened and told.status in (0, 1), f"{command}: {told.error} {opened[:200]}")
    if app:
        _app(build, folder, scratch / "app", sockets)
    for each in (*folder.rglob("*"), folder, *out.rglob("*")):
        rights.saw(each.stat().st_mode & 0o077 == 0, f"{each} {each.stat().st_mode:o}")
    return [sockets, rights]


def _app(build: Build, folder: Path, trace: Path, sockets: Tally) -> None:
    """The event loop talks to itself through a pair of sockets that lead nowhere; anything else is a finding."""
    argv = [*TRACED, str(trace), *build.argv()]
    with Terminal(argv, build.environment(folder)) as terminal:
        terminal.until("14 days")
        terminal.settle(0.5)
        terminal.press("5")
        terminal.until("Saved")
        terminal.end("q")
    sockets.saw(not trace.read_text(), f"the app: {trace.read_text()[:300]}")
