"""Ids of entries and actions: UUIDv7 (RFC 9562), which sort by the time they were made."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock
from uuid import UUID

from journal.clock import Clock

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_RANDOM_BITS = 74
_STEP_BITS = 32


class Ids:
    """Makes ids, each greater than the one before even when the clock stands still or goes back.

    Within one millisecond the random part counts on by a random step, so ids stay hard to guess and never repeat.
    """

    def __init__(self, clock: Clock, random: Callable[[int], bytes] = os.urandom) -> None:
        self._clock = clock
        self._random = random
        self._lock = Lock()
        self._last = -1

    def new(self) -> str:
        """The next id, as 36 lower-case characters."""
        millisecond = max(0, (self._clock.read() - EPOCH) // timedelta(milliseconds=1))
        with self._lock:
            value = millisecond << _RANDOM_BITS | self._bits(_RANDOM_BITS)
            if value >> _RANDOM_BITS <= self._last >> _RANDOM_BITS:
                value = self._last + 1 + self._bits(_STEP_BITS)
            self._last = value
        return _uuid7(value)

    def _bits(self, count: int) -> int:
        return int.from_bytes(self._random((count + 7) // 8)) & ((1 << count) - 1)


def _uuid7(value: int) -> str:
    """48 bits of milliseconds and 74 random bits, with the version and the variant set between them."""
    milliseconds, high, low = value >> 74, value >> 62 & 0xFFF, value & ((1 << 62) - 1)
    return str(UUID(int=milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low))
