"""A guided massage session, from the technique's own words."""

import re
from collections.abc import Sequence

from journal.catalogue.shapes import Technique
from journal.recovery.shapes import Proposal, Step
from journal.settings import Settings

NAMED = re.compile(r"\bfor (\d+)(?: to \d+)? seconds\b")
"""How a cue says how long it takes."""


def steps(technique: Technique, proposal: Proposal, settings: Settings) -> tuple[Step, ...]:
    """The parts of a session: get ready, each spot with its cues in turn, a pause between spots, done.

    The steps of one spot last `proposal.seconds` together.
    """
    ready = Step(label=technique.setup, seconds=settings.massage_ready_seconds, kind="ready")
    switch = Step(label="Move on to the next spot", seconds=settings.massage_switch_seconds, kind="switch")
    done = Step(label="Done. How is it now?", seconds=0, kind="done")
    spots: list[Step] = []
    for number in range(proposal.sets):
        spots += [switch] if number else []
        spots += _spot(technique, proposal.seconds)
    return (ready, *spots, done)


def _spot(technique: Technique, seconds: int) -> list[Step]:
    """The cues over `seconds`: what a cue says of its own time, and the others as evenly as whole seconds go.

    The first ones are longer; each has at least a second.
    """
    cues = (technique.cues or (technique.name,))[: max(1, seconds)]
    own = _own_times(cues, seconds)
    others = own.count(None)
    each, more = divmod(seconds - sum(filter(None, own)), max(1, others))
    shares = iter([each + 1] * more + [each] * (others - more))
    return [Step(label=cue, seconds=said or next(shares)) for cue, said in zip(cues, own, strict=True)]


def _own_times(cues: Sequence[str], seconds: int) -> list[int | None]:
    """The seconds that each cue names ("for 20 to 30 seconds" is 20), None for a cue that names none.

    None for every cue where the others would not keep a second each of `seconds`.
    """
    found = (NAMED.search(cue) for cue in cues)
    named = [(int(each[1]) or None) if each else None for each in found]
    return named if 0 < named.count(None) <= seconds - sum(filter(None, named)) else [None] * len(cues)
