"""Zips that are not as zips are."""

import io
import stat
import zipfile

import pytest

from journal.errors import ImportRefused
from journal.exchange import archive
from tests.journal.exchange.support import LOOP, zipped


def refusal(content: bytes, pattern: str = "*") -> str:
    with pytest.raises(ImportRefused) as caught:
        archive.members(content, "a.zip", [pattern])
    return str(caught.value)


@pytest.mark.parametrize("name", ["../a.csv", "/etc/a.csv", "a/../../b.csv", "C:\\b.csv", "..\\b.csv"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    assert "its name leads out of the zip" in refusal(zipped({name: b"x"}))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert "beyond all measure" in refusal(zipped({"a.csv": b"0" * (8 * 1024 * 1024)}))


def test_more_than_the_limit_in_all_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_WHOLE", 10)
    assert "more than 0 MiB" in refusal(zipped({"a.csv": b"123456", "b.csv": b"123456"}))


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 3)
    assert "more than 3 files" in refusal(zipped(LOOP))


def test_a_file_larger_than_it_says_is_refused() -> None:
    content = zipped({"a.csv": b"one,two\n" * 400})
    size = (8 * 400).to_bytes(4, "little")
    assert content.count(size) == 2
    assert "a.csv: it " in refusal(content.replace(size, (80).to_bytes(4, "little")))


def test_a_link_and_an_encrypted_file_are_refused() -> None:
    link = zipfile.ZipInfo("activities.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr(link, "/etc/passwd")
    assert "a link" in refusal(buffer.getvalue())
    content = zipped({"a.csv": b"x"})
    locked = content[:6] + b"\x01" + content[7:]
    central = locked.index(b"PK\x01\x02") + 8
    assert "encrypted" in refusal(locked[:central] + b"\x01" + locked[central + 1 :])


def test_what_is_cut_off_or_spoilt_is_refused() -> None:
    content = zipped(LOOP)
    assert "not a whole zip" in refusal(content[: len(content) // 2])
    packed = content.index(b"001 Driving/Checkmarks.csv") + len(b"001 Driving/Checkmarks.csv")
    spoilt = content[: packed + 5] + b"\xff\xff\xff" + content[packed + 8 :]
    assert "it cannot be unpacked" in refusal(spoilt)


def test_only_what_is_asked_for_is_read() -> None:
    found = archive.members(zipped(LOOP), "a.zip", ["*/Checkmarks.csv"])
    assert [name.split("/")[0] for name, _ in found] == ["001 Driving", "002 Foam roll", "003 Water", "004 No driving"]
