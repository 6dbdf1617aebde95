"""Keys that terminals cannot send are refused by name."""

import pytest

from journal.keys import refusal


@pytest.mark.parametrize("key", ["D", "?", "ctrl+b", "f5", "up", "pagedown", "ctrl+left", "~"])
def test_what_a_terminal_sends_may_be_chosen(key: str) -> None:
    assert refusal(key) is None


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("ctrl+m", "arrives as enter"),
        ("ctrl+i", "arrives as tab"),
        ("ctrl+h", "arrives as backspace"),
        ("ctrl+1", "a terminal cannot send 'ctrl+1'"),
        ("ctrl+shift+d", "a terminal cannot send"),
        ("cmd+k", "a terminal cannot send"),
        ("shift+enter", "a terminal cannot send"),
        ("shift+d", "write 'D'"),
        ("ctrl+c", "it copies"),
        ("pagdown", "did you mean 'pagedown'?"),
        ("", "there is no key ''"),
        (" ", "there is no key ' '"),
        ("dd", "there is no key 'dd'"),
    ],
)
def test_what_it_does_not_send_is_refused_with_the_reason(key: str, says: str) -> None:
    assert says in (refusal(key) or "")
