"""Text from outside is harmless when shown, and unchanged when it is harmless."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.visible import REPLACEMENT, visible


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[2J",
        "\x9b31m",
        "\u202etxt",
        "\u2066",
        "a\u200bb",
        "\ufeff",
        "\x00",
        "\x07",
        "\ud800",
        "\r",
        "\x85",
        "\u2028",
    ],
)
def test_hostile_characters_are_replaced(hostile: str) -> None:
    shown = visible(hostile)
    assert REPLACEMENT in shown
    assert all(unicodedata.category(each) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for each in shown)


@pytest.mark.parametrize("fine", ["calf 5 → 3", "[/] [@click=quit]", "Grüße, 走る", "👩\u200d⚕️ said", "½ × ≥"])
def test_harmless_text_stays(fine: str) -> None:
    assert visible(fine) == fine


def test_lines_stay_only_when_asked_for() -> None:
    assert visible("a\nb\tc") == "a b c"
    assert visible("a\nb\tc", lines=True) == "a\nb\tc"


@given(st.text())
def test_nothing_unsafe_comes_out_and_length_is_kept(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert not any(unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"} for each in shown)
