"""Random keys for hours: nothing crashes, the app answers within a second, and memory stays bounded."""

import json
from pathlib import Path

from tests.faults.findings import Tally
from tests.faults.program import Build

LONG = {"keys": 100_000}
SHORT = {"keys": 600}
MOST_GROWTH, MOST_FILLING = 1.0, 300.0
"""KiB of memory for a key, once the first tenth of the keys has filled the caches; and in a session that is shorter
than a tenth of the long one, and so still fills them.
"""


def run(build: Build, scratch: Path, keys: int) -> list[Tally]:
    """A session of `keys` keys on an empty journal, in a process of its own."""
    folder = scratch / "soak"
    crash, answer, memory, whole = (
        Tally("soak", check)
        for check in (
            "a key crashes nothing",
            "every probe is answered within 1 s of processor",
            "memory stays bounded",
            "the journal is whole",
        )
    )
    said: dict[str, float] = {}
    with build.start(folder, str(keys), module="tests.faults.soaking", stderr=None) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said = json.loads(line)
            if "crash" in said:
                crash.saw(False, str(said["crash"]))
            if "probe" in said:
                answer.saw(said["probe"] < 1.0, f"{said['probe']:.2f} s after {said['keys']} keys")
                answer.figures["slowest, s"] = max(answer.figures.get("slowest, s", 0), said["probe"])
    crash.add(int(said.get("keys", 0)), 0)
    crash.saw(process.returncode == 0, f"ended with status {process.returncode}")
    memory.figures = {name: said[name] for name in ("first, MiB", "last, MiB", "KiB a key") if name in said}
    most = MOST_FILLING if keys < LONG["keys"] / 10 else MOST_GROWTH
    memory.saw(said.get("KiB a key", most) < most, f"{said}")
    whole.figures = {"entries": said.get("entries", 0)}
    whole.saw(said.get("problems") == 0, f"{said}")
    return [crash, answer, memory, whole]
