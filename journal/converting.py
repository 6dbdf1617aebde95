"""Plain values to frozen dataclasses, from any thread."""

from threading import Lock
from typing import Any, Final, TypeVar

import msgspec

Shape = TypeVar("Shape")

_BUILDING: Final = Lock()
_BUILT: Final[set[type]] = set()


def convert(value: Any, shape: type[Shape]) -> Shape:
    """`value` as a `shape`. Raises msgspec.ValidationError, and what the shape itself raises.

    msgspec keeps what it knows of a dataclass with the class, and lets others see it half built: two threads that are
    the first to convert to the same class end the process. So one thread alone builds it.
    """
    if shape not in _BUILT:
        with _BUILDING:
            msgspec.json.Decoder(shape)
            _BUILT.add(shape)
    return msgspec.convert(value, shape)
