"""Making the system fail: calls that return errors (strace), disks that are full, files that may not grow."""

import ctypes
import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

WRITES = "write,pwrite64,writev,pwritev,ftruncate"
SYNCS = "fsync,fdatasync"
PASSING_OVER = 0b110
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH (capabilities(7)): what lets root pass over permissions."""


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
def unprivileged() -> Iterator[None]:
    """As an owner of files to whom permissions apply, in this thread: root may do everything."""
    if os.geteuid() != 0:
        yield
        return
    system, version_3 = ctypes.CDLL(None, use_errno=True), (ctypes.c_uint32 * 2)(0x20080522, 0)
    able = (ctypes.c_uint32 * 6)()
    assert system.capget(version_3, able) == 0
    effective = able[0]
    able[0] &= ~PASSING_OVER
    assert system.capset(version_3, able) == 0
    try:
        yield
    finally:
        able[0] = effective
        assert system.capset(version_3, able) == 0


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
