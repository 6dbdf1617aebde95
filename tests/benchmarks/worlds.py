"""The worlds that the goals are measured in."""

from dataclasses import replace

from tests.benchmarks.simulator import World

NULL = World()
REALISTIC = World(flares=1 / 60, heavy=True, informative=True, selects=True, massage_at=5)
"""Nothing has an effect, and everything that misleads is there."""

NULLS = {
    "realistic, a year": REALISTIC,
    "plain, a year": NULL,
    "plain, 120 days": replace(NULL, days=120),
    "heavy tails, a year": replace(NULL, heavy=True),
    "at the floor, a year": replace(NULL, base=0.8),
    "drifting, a year": replace(NULL, drift=2.0),
}
ONE_POINT = {("driving", 1): 1.0, ("stairs", 0): 1.0, ("stress", 2): 1.0}
YEARS = {
    "carry-over 0.7": replace(NULL, effects=ONE_POINT),
    "carry-over 0.9": replace(NULL, effects=ONE_POINT, phi=0.9),
    "realistic": replace(REALISTIC, effects=ONE_POINT),
}
SHORT = replace(NULL, days=120, effects={("driving", 1): 1.5, ("stairs", 0): 1.0, ("stress", 2): 1.25})
"""Effects of 1 to 1.5 points."""

MASSAGE = replace(NULL, massage_at=4, triggers=False, noise=1.0)
MASSAGES = {
    f"carry-over {phi}, true effects {now:g} and {later:g}": replace(MASSAGE, phi=phi, immediate=now, next_day=later)
    for phi in (0.5, 0.7, 0.9)
    for now, later in ((0.0, 0.0), (-1.0, -0.5))
}
STATIONARY = {
    f"{days} days, carry-over {phi}": World(days=days, phi=phi, triggers=False)
    for days in (60, 120, 365)
    for phi in (0.5, 0.7, 0.9)
}
