"""Files that no app wrote: taken right, or refused in one line with the place."""

from random import Random

import pytest

from journal.errors import ImportRefused
from journal.exchange.recognise import mapping_for
from journal.plain import from_json, to_json
from tests.journal.exchange.support import MAPPINGS, content_of, own_mapping, read

FILES = ("track_and_graph.csv", "loop.zip", "strava.csv", "daylio.csv", "whoop.csv", "intervals.csv", "jrnl.json")
ROUNDS = 120
ODD = (
    *(b"", b",", b'"', b"\n", b"\r\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b"-1", b"1e999", b"NaN", b"0" * 40),
    *(b"2026-02-30", b"0001-01-01", b"9999-12-31T23:59:59+14:00", b"2026-01-01T00:00:00-23:59:59", b"24:00"),
    *("\u202e\u2028\U0010ffff٣".encode(), b"=1+1", b"../..", b"1_0", b"Infinity", b"true", b"null", b"2026-W01-1"),
    *(b"9" * 300, b"{}", b"[" * 80),
)


def mutated(content: bytes, random: Random) -> bytes:
    """`content` with one to four changes."""
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(content) + 1)
        end = min(len(content), start + random.choice((0, 0, 1, 2, 8, 40)))
        content = content[:start] + random.choice(ODD) + content[end:]
        if random.random() < 0.1:
            content = content[: random.randrange(len(content) + 1)] or b"x"
    return content


@pytest.mark.parametrize("file", [*FILES, "own.csv"])
def test_a_mutated_file_is_taken_or_refused_with_its_place(file: str) -> None:
    random = Random(file)
    original = content_of(file)
    mapping = own_mapping() if file == "own.csv" else mapping_for(original, file, MAPPINGS)
    taken = refused = 0
    for _ in range(ROUNDS):
        content = mutated(original, random)
        try:
            incoming = read(content, file, mapping)
        except ImportRefused as error:
            refused += 1
            assert str(error).startswith(f"nothing was imported: {file}")
            assert len(str(error).splitlines()) == 1, str(error)
        else:
            taken += 1
            assert len({entry.id for entry in incoming.entries}) == len(incoming.entries)
            assert all(from_json(to_json(entry)) == entry for entry in incoming.entries)
    assert taken
    assert refused


@pytest.mark.parametrize("file", FILES)
def test_a_mutated_file_is_recognised_or_refused(file: str) -> None:
    random = Random(f"recognise {file}")
    for _ in range(ROUNDS):
        try:
            mapping = mapping_for(mutated(content_of(file), random), file, MAPPINGS)
        except ImportRefused as error:
            assert str(error).startswith(f"nothing was imported: {file}")
        else:
            assert mapping in MAPPINGS
