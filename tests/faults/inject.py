"""Making the system fail: calls that return errors (strace), disks that are full, files that may not grow."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

WRITES = "write,pwrite64,writev,pwritev,ftruncate"
SYNCS = "fsync,fdatasync"
NOBODY = 65534


def failing(trace: Path, calls: str, error: str, when: str, *paths: Path) -> Sequence[str]:
    """The words before a command that make its system `calls` fail with `error` ("EIO", "ENOSPC").

    `when` is strace's: "3" the third, "3+" all from there. `paths` limit it to these. What happened is in `trace`;
    see `fired`.
    """
    only = [word for path in paths for word in ("-P", str(path))]
    inject = f"inject={calls}:error={error}:when={when}"
    return ("strace", "-f", "--seccomp-bpf", "-qq", "-o", str(trace), *only, "-e", f"trace={calls}", "-e", inject)


def set_of(journal: Path) -> tuple[Path, ...]:
    """What SQLite writes to: the journal, what stands beside it, its folder."""
    return journal, Path(f"{journal}-journal"), journal.parent


def fired(trace: Path) -> bool:
    """True when a call was made to fail."""
    return "(INJECTED)" in trace.read_text(errors="replace")


def small_files(limit: int) -> Sequence[str]:
    """The words before a command that let no file of it grow beyond `limit` bytes; writing there fails (EFBIG)."""
    return ("prlimit", f"--fsize={limit}", "env", "--ignore-signal=XFSZ")


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A disk of `size` bytes mounted at `folder` (needs root)."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def unprivileged(folder: Path) -> Iterator[None]:
    """As a user who owns `folder` and what is in it, and to whom permissions apply: root may do everything."""
    if os.geteuid() != 0:
        yield
        return
    for each in (folder, *folder.rglob("*")):
        os.chown(each, NOBODY, NOBODY)
    closed = {each: each.stat().st_mode for each in folder.parents if each.stat().st_mode & 0o011 != 0o011}
    for each, mode in closed.items():
        each.chmod(mode | 0o011)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        for each, mode in closed.items():
            each.chmod(mode)


def fill(folder: Path) -> Path:
    """Leave no space on the disk of `folder`; gives the file that takes it."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        block = 1 << 16
        while block:
            try:
                file.write(bytes(block))
            except OSError:
                block //= 2
    return ballast
