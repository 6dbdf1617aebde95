"""Looking for commits while others write: nobody waits in a ring."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from journal.storage.connecting import make_engine
from journal.storage.store import Store
from journal.storage.watching import Watch
from tests.support import MONDAY, rating


def test_a_reader_that_a_writer_waits_for_waits_for_nobody(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asks, ask = Event(), Watch._ask

    def asked(watch: Watch) -> int:
        asks.set()
        return ask(watch)

    engine = make_engine(store.path)
    watch = Watch(store.path, engine)
    with ThreadPoolExecutor() as pool, engine.connect() as reader:
        reader.exec_driver_sql("SELECT max(n) FROM entry").all()
        written = pool.submit(store.record, [rating(MONDAY, 4)], "rated")
        while watch.version_now() is not None:  # until the writer wants the file for itself
            assert not written.done()
        monkeypatch.setattr(Watch, "_ask", asked)
        version = pool.submit(watch.version)
        assert asks.wait(10)
        try:
            assert pool.submit(watch.mark, reader).result(timeout=5)
        finally:
            reader.rollback()
        assert isinstance(version.result(timeout=10), int)
        written.result(timeout=10)
    watch.close()
