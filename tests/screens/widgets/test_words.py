"""Labels where there is little room."""

import pytest

from screens.widgets.words import fitted


@pytest.mark.parametrize(
    ("label", "cells", "said"),
    [
        ("left calf, outer", 16, "left calf, outer"),
        ("left calf, outer", 15, "L calf, outer"),
        ("right knee, corner", 14, "R knee, corner"),
        ("right knee, corner", 10, "R knee, c…"),
        ("right ham, outer tightness", 26, "right ham, outer tightness"),
        ("right ham, outer tightness", 20, "R ham, outer tight"),
        ("right knee, corner tightness", 17, "R knee, co… tight"),
        ("right knee, corner tightness", 6, "R kne…"),
        ("  tightness", 9, "  tightn…"),
        ("now", 3, "now"),
        ("now here", 4, "now…"),
        ("anything", 0, "…"),
    ],
)
def test_a_label_is_shortened_by_its_side_first(label: str, cells: int, said: str) -> None:
    assert fitted(label, cells) == said
