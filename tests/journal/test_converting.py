"""Converting in several threads at once."""

import subprocess
import sys

RACE = """
import sys
from dataclasses import make_dataclass
from threading import Barrier, Thread
from typing import Literal

import msgspec

from journal.converting import convert

sys.setswitchinterval(1e-6)


def go(shape, barrier):
    barrier.wait()
    convert({"way": "there", "back": "home"}, shape)


for _ in range(200):
    shape = make_dataclass("Shape", [("way", Literal["there", "here"]), ("back", Literal["home", "away"] | None)])
    barrier = Barrier(4)
    threads = [Thread(target=go, args=(shape, barrier)) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
"""


def test_threads_that_are_the_first_to_convert_do_not_end_the_process() -> None:
    ended = subprocess.run([sys.executable, "-c", RACE], capture_output=True, check=False, timeout=60)
    assert ended.returncode == 0, ended.stderr
