"""The content: sites, triggers, techniques, exercises, warning signs and stages, with the runner's own additions."""

from journal.catalogue.adding import add_own, carry_over, own_additions, with_additions
from journal.catalogue.load import load_catalogue
from journal.catalogue.problems import CatalogueError
from journal.catalogue.shapes import (
    Alias,
    Catalogue,
    Condition,
    Contraindication,
    Exercise,
    GateQuestion,
    NoPress,
    Problem,
    Site,
    Source,
    Technique,
    TestKind,
    TriggerKind,
    WalkRunStage,
    WarningSign,
)

__all__ = [
    "Alias",
    "Catalogue",
    "CatalogueError",
    "Condition",
    "Contraindication",
    "Exercise",
    "GateQuestion",
    "NoPress",
    "Problem",
    "Site",
    "Source",
    "Technique",
    "TestKind",
    "TriggerKind",
    "WalkRunStage",
    "WarningSign",
    "add_own",
    "carry_over",
    "load_catalogue",
    "own_additions",
    "with_additions",
]
