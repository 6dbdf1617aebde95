"""`rj restore`, and the command that a message about damage names."""

import shlex
from pathlib import Path

import pytest

from tests.journal.commands.support import Shell, Told


def scores(rj: Shell) -> list[int]:
    return [entry["score"] for entry in rj("list", "--json").json]


def named_command(told: Told) -> list[str]:
    """The words of the command that an error ends with."""
    words = shlex.split(told.error.partition("To use it: ")[2])
    assert words[0] == "recovery-journal"
    return words[1:]


def test_the_command_in_the_message_about_damage_brings_the_journal_back(rj: Shell) -> None:
    rj("log", "l calf 5")
    rj("backup")
    rj("log", "l calf 6")
    file = rj.folder / "journal.db"
    file.write_bytes(content := b"torn" * 5000)
    told = rj("log", "l calf 7")
    assert told.status == 3
    assert told.error.count("\n") == 1
    assert f"Newest backup: {rj.folder}/backups/journal-" in told.error
    restored = rj(*named_command(told))
    assert restored.status == 0, restored.error
    assert restored.out.startswith("restored 1 entry from ")
    assert scores(rj) == [5]
    former = Path(restored.out.splitlines()[0].partition("the former journal is at ")[2])
    assert former.read_bytes() == content


def test_with_another_folder_the_command_names_it(rj: Shell, tmp_path: Path) -> None:
    other = str(tmp_path / "my data")
    rj("--data", other, "log", "l calf 5")
    (tmp_path / "my data" / "journal.db").write_bytes(b"torn")
    told = rj("--data", other, "today")
    assert rj(*named_command(told)).status == 0
    assert [each["score"] for each in rj("--data", other, "list", "--json").json] == [5]
    assert not rj.folder.exists()


def test_a_damaged_backup_is_never_the_one_that_is_named(rj: Shell) -> None:
    rj("log", "l calf 5")
    (first,) = (rj.folder / "backups").iterdir()
    newer = first.with_name("journal-29991231-000000-day.db")
    newer.write_bytes(first.read_bytes()[:5000])
    (rj.folder / "journal.db").write_bytes(b"")
    assert f"Newest backup: {first}." in rj("today").error


def test_without_a_backup_the_message_names_the_rescue(rj: Shell) -> None:
    rj.folder.mkdir()
    (rj.folder / "journal.db").write_bytes(b"")
    told = rj("today")
    assert told.error.rstrip().endswith(
        "There is no backup. To rescue what can be read: recovery-journal check --repair"
    )


def test_going_back_undoes_a_restore(rj: Shell) -> None:
    rj("log", "l calf 5")
    rj("log", "l calf 6")
    newest = rj("restore", "--list", "--json").json[0]
    assert (newest["why"], newest["entries"], newest["problem"]) == ("day", 1, None)
    told = rj("restore", Path(newest["path"]).name, "--json").json
    assert (told["entries"], scores(rj)) == (1, [5])
    assert rj("restore", told["former"]).status == 0
    assert scores(rj) == [5, 6]


def test_the_list_says_what_is_not_whole(rj: Shell) -> None:
    assert rj("restore", "--list").out == "no backups yet\n"
    assert not rj.folder.exists()
    rj("log", "l calf 5")
    (backup,) = (rj.folder / "backups").iterdir()
    assert "1 entry    daily" in rj("restore", "--list").out
    backup.write_bytes(b"")
    assert "not whole: " in rj("restore", "--list").out
    told = rj("restore", str(backup))
    assert (told.status, told.error.startswith("error: nothing was restored: ")) == (3, True)
    assert scores(rj) == [5]


@pytest.mark.parametrize(("what", "status"), [("no journal", 3), ("a folder", 3), ("nothing", 4)])
def test_what_is_no_backup_is_refused_with_the_command_that_lists_them(rj: Shell, what: str, status: int) -> None:
    rj("log", "l calf 5")
    given = rj.folder.parent / "given"
    if what == "no journal":
        given.write_text("a letter\n")
    elif what == "a folder":
        given.mkdir()
    told = rj("restore", str(given))
    assert (told.status, told.error.startswith("error: nothing was restored: ")) == (status, True)
    assert told.error.endswith(". What there is: recovery-journal restore --list\n")
    assert len(list((rj.folder / "backups").iterdir())) == 1


def test_a_journal_that_went_missing_is_not_replaced_in_silence(rj: Shell) -> None:
    assert rj("log", "l calf 5").error == ""
    (rj.folder / "journal.db").unlink()
    told = rj("log", "l calf 6")
    assert told.error.startswith(f"warning: no journal was in {rj.folder}, so a new one is begun; there are backups")
    assert rj("log", "l calf 7").error == ""


def test_without_a_file_nothing_happens(rj: Shell) -> None:
    rj("log", "l calf 5")
    told = rj("restore")
    assert told.status == 2
    assert "The newest: recovery-journal restore " in told.error
    assert rj("restore", "nofile.db").status == 4
