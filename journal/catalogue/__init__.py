"""The content: sites, triggers, techniques, exercises, warning signs and stages, with the runner's own additions."""

from journal.catalogue.adding import add_own, carry_over, own_additions, with_additions
from journal.catalogue.load import load_catalogue
from journal.catalogue.shapes import Catalogue, Technique, TriggerKind

__all__ = [
    "Catalogue",
    "Technique",
    "TriggerKind",
    "add_own",
    "carry_over",
    "load_catalogue",
    "own_additions",
    "with_additions",
]
