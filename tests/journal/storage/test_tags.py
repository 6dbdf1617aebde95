"""Tags in use, with how many entries bear each."""

from journal.model import Note
from journal.storage.store import Store
from tests.support import MONDAY, moment


def test_tags_are_counted_the_most_used_first(store: Store) -> None:
    assert store.tags() == []
    for tags in (("a", "b"), ("b",), ("bb",), ()):
        store.record([Note(at=moment(MONDAY), note="x", tags=tags)], "note")
    assert store.tags() == [("b", 2), ("a", 1), ("bb", 1)]
