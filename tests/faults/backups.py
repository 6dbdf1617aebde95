"""Backups made while others write: each is verified, and restores with all that was acknowledged before it."""

from pathlib import Path
from threading import Thread

from tests.faults.findings import Tally
from tests.faults.program import Build

LONG = {"backups": 40}
SHORT = {"backups": 2}


def run(build: Build, scratch: Path, backups: int) -> list[Tally]:
    """A stream writes all the time; backups are made one after the other, and restored elsewhere at the end."""
    tally = Tally("backups", "a backup made while another program writes restores with all that was saved before it")
    folder = scratch / "data"
    build.run(folder, "log", "l calf 3")
    said: list[str] = []
    writer = build.start(folder, "log", "--stdin")
    assert writer.stdin is not None
    stop: list[bool] = []

    def write() -> None:
        """A line once the one before was answered."""
        assert writer.stdin is not None
        assert writer.stdout is not None
        while not stop:
            writer.stdin.write(b"stairs 3\n")
            writer.stdin.flush()
            said.extend(writer.stdout.readline().decode().split()[1:])

    writing = Thread(target=write)
    writing.start()
    made = []
    for number in range(backups):
        before = len(said)
        while len(said) == before and writing.is_alive():  # so that each has something the one before has not
            writing.join(0.01)
        acknowledged, to = set(said), scratch / f"{number}.db"
        made.append((to, acknowledged, build.run(folder, "backup", str(to))))
    stop.append(True)
    writing.join()
    writer.communicate()
    for to, acknowledged, told in made:
        elsewhere = scratch / f"restored-{to.stem}"
        restored = build.run(elsewhere, "restore", str(to))
        kept = {entry["id"] for entry in build.entries(elsewhere)} if restored.status == 0 else set()
        tally.saw(told.status == 0 and acknowledged <= kept, f"{len(acknowledged - kept)} lost: {told}, {restored}")
    tally.figures = {"entries written meanwhile": len(said)}
    return [tally]
