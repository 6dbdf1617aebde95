"""Numbers that are worked out aside, in a program of their own: the app stays small, and no key waits for them."""

import asyncio
import json
import os
import sys
from datetime import date
from pathlib import Path

HOME = Path(__file__).parents[1]


async def worth_knowing(folder: Path, day: date) -> str:
    """The sentence of `rj links --today` for the journal in `folder`; "" when there is none or it cannot be had."""
    paths = os.pathsep.join(filter(None, (str(HOME), os.environ.get("PYTHONPATH"))))
    words = ("--data", str(folder), "links", "--today", "--json", "--as-of", day.isoformat())
    try:
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "journal", *words),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )
    except OSError:
        return ""
    try:
        told, _ = await child.communicate()
    except asyncio.CancelledError:
        child.kill()
        await child.wait()
        raise
    return str(json.loads(told)["sentence"] or "") if child.returncode == 0 else ""
