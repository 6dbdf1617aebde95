"""The log says where, never what; it is the runner's alone and stays small."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from journal import fault_log
from journal.fault_log import log_fault, where

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


def failing(note: str) -> ValueError:
    try:
        try:
            raise KeyError(note)
        except KeyError as error:
            raise ValueError(f"bad {note}") from error
    except ValueError as error:
        return error


def test_places_are_logged_and_values_are_not(tmp_path: Path) -> None:
    file = tmp_path / "errors.log"
    assert log_fault(file, failing("secret"), "rj list", NOW)
    text = file.read_text()
    assert "2026-11-23T07:30:00+0000 recovery-journal" in text
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "test_fault_log.py" in text
    assert "secret" not in text
    assert file.stat().st_mode & 0o777 == 0o600


def test_it_rotates_and_the_old_one_is_private_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fault_log, "MOST_BYTES", 1000)
    for _ in range(20):
        assert log_fault(tmp_path / "errors.log", failing("x"), "rj", NOW)
    files = sorted(tmp_path.iterdir())
    assert [each.name for each in files] == ["errors.log", "errors.log.1"]
    assert all(each.stat().st_size < 2000 for each in files)
    assert all(each.stat().st_mode & 0o777 == 0o600 for each in files)


def test_a_log_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    assert not log_fault(tmp_path / "missing" / "errors.log", failing("x"), "rj", NOW)


def test_where_it_happened() -> None:
    assert where(failing("x")).startswith("ValueError in test_fault_log.py:")
