"""Files written whole: the old one or the new one, for their owner alone, whatever stands in the way."""

import os
import resource
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.errors import CannotWrite
from journal.files import ASIDE, STRAY_SECONDS, read_whole, sweep, whole, write_whole
from tests.faults.inject import unprivileged


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that is there."""
    made = tmp_path / "settings.toml"
    made.write_bytes(b"old")
    return made


def strays(folder: Path) -> list[Path]:
    return list(folder.glob(ASIDE))


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_whole(tmp_path / "new", b"new")
    finally:
        os.umask(before)
    assert (tmp_path / "new").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600
    assert strays(tmp_path) == []


def test_what_fails_half_way_leaves_the_old_file(file: Path) -> None:
    with pytest.raises(ZeroDivisionError), whole(file) as aside:
        aside.write_bytes(b"half")
        raise ZeroDivisionError
    assert file.read_bytes() == b"old"
    assert strays(file.parent) == []


@pytest.fixture
def small_files() -> Iterator[None]:
    """No file may grow beyond 1000 bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_limit_on_the_size_of_files_leaves_the_old_file(file: Path, small_files: None) -> None:
    with pytest.raises(CannotWrite, match=f"not exported: {file}: File too large. Nothing else was changed."):
        write_whole(file, b"x" * 5000, "not exported")
    assert file.read_bytes() == b"old"
    assert strays(file.parent) == []


def test_a_link_is_followed_and_kept(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link"
    link.parent.mkdir()
    link.symlink_to(file)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_what_is_no_regular_file_stays(tmp_path: Path, make: object) -> None:
    assert callable(make)
    make(tmp_path / "there")
    before = (tmp_path / "there").lstat().st_mode
    with pytest.raises(CannotWrite, match="not a regular file"):
        write_whole(tmp_path / "there", b"new")
    assert (tmp_path / "there").lstat().st_mode == before


def test_a_file_marked_read_only_is_not_written_over(file: Path) -> None:
    file.chmod(0o400)
    with unprivileged(), pytest.raises(CannotWrite, match="it is read-only"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert strays(file.parent) == []


def test_what_was_left_half_written_goes_after_a_day(tmp_path: Path) -> None:
    left, fresh, other = (tmp_path / name for name in (".rj-1-1.new", ".rj-2-1.new", "notes.new"))
    for each in (left, fresh, other):
        each.touch()
    now = fresh.stat().st_mtime
    os.utime(left, (now - STRAY_SECONDS - 1,) * 2)
    sweep(tmp_path, now)
    assert sorted(each.name for each in tmp_path.iterdir()) == [".rj-2-1.new", "notes.new"]


@pytest.mark.parametrize("made", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_is_refused_and_not_kept_open(tmp_path: Path, made: Callable[[Path], None]) -> None:
    made(tmp_path / "settings.toml")

    def next_handle() -> int:
        handle = os.open(os.devnull, os.O_RDONLY)
        os.close(handle)
        return handle

    before = next_handle()
    with pytest.raises(OSError, match="not a regular file"):
        read_whole(tmp_path / "settings.toml")
    assert next_handle() == before
