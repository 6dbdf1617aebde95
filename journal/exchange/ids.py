"""Ids for entries that come without one: the same for the same row, whenever and wherever it is imported."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from uuid import UUID

import msgspec

EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - counts on the wall clock


def id_of(shown: datetime, basis: Sequence[str]) -> str:
    """A UUIDv7 of the wall clock that a row shows, and of its content (`basis`)."""
    milliseconds = max(0, (shown - EPOCH) // timedelta(milliseconds=1))
    digest = int.from_bytes(blake2b(msgspec.json.encode(list(basis)), digest_size=10).digest())
    high, low = digest >> 62 & 0xFFF, digest & ((1 << 62) - 1)
    return str(UUID(int=(milliseconds & ((1 << 48) - 1)) << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low))
