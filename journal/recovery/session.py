"""A guided massage session, from the technique's own words."""

from journal.catalogue.shapes import Technique
from journal.recovery.shapes import Proposal, Step
from journal.settings import Settings


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
    """The cues over `seconds`, as evenly as whole seconds go, the first ones longer; at least a second each."""
    cues = (technique.cues or (technique.name,))[: max(1, seconds)]
    each, more = divmod(seconds, len(cues))
    return [Step(label=cue, seconds=each + (number < more)) for number, cue in enumerate(cues)]
