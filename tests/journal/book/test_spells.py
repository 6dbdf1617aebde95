"""A place has one sore spell at a time, whichever way it is recorded; what was imported stays as it came."""

from dataclasses import replace
from datetime import timedelta

import pytest

from journal.book import Journal
from journal.errors import Refused
from journal.model import Entry, Episode
from tests.support import MONDAY, moment


def open_spells(journal: Journal) -> list[tuple[str, str]]:
    return [(each.site, each.side) for each in journal.episodes()]


def two_open(journal: Journal) -> None:
    """Two open spells of one place, as an import may bring them."""
    spells: list[Entry] = [
        Episode(
            at=moment(MONDAY - timedelta(days=back)),
            id=f"0190aaaa-0000-7000-8000-00000000000{back}",
            recorded_at=moment(MONDAY - timedelta(days=back)),
            site="upper_outer_calf",
            side="left",
            source="import:app",
        )
        for back in (3, 5)
    ]
    journal.take_in(spells, "import")


def test_a_flare_where_a_spell_is_open_opens_no_second(journal: Journal) -> None:
    journal.log(["flare l calf yesterday rest 4"])
    with pytest.raises(Refused, match=r"a sore spell is open since Sun 22 Nov: left upper outer calf\. .*well again"):
        journal.log(["flare l calf rest 6"])
    assert journal.count() == 1


def test_other_places_and_later_spells_are_their_own(journal: Journal) -> None:
    journal.log(["flare l calf 5d ago; flare r calf 5d ago; flare l hamstring 5d ago"])
    journal.log(["well again l calf 2d ago"])
    journal.log(["flare l calf"])
    assert sorted(open_spells(journal)) == [
        ("outer_hamstring", "left"),
        ("upper_outer_calf", "left"),
        ("upper_outer_calf", "right"),
    ]


@pytest.mark.parametrize("line", ["flare l calf; flare l calf", "flare l calf 3d ago; flare l calf"])
def test_two_in_one_action_are_refused_whole(journal: Journal, line: str) -> None:
    with pytest.raises(Refused):
        journal.log([line])
    assert journal.count() == 0


def test_one_that_ended_before_is_history(journal: Journal) -> None:
    journal.log(["flare l calf yesterday"])
    journal.log(["flare l calf 10d ago ended 5d ago"])
    with pytest.raises(Refused, match="open since Sun 22 Nov"):
        journal.log(["flare l calf 3d ago"])
    with pytest.raises(Refused, match="from Fri 13 Nov to Wed 18 Nov"):
        journal.log(["flare l calf 7d ago ended 4d ago"])


def test_what_ends_in_the_same_action_makes_room(journal: Journal) -> None:
    journal.log(["flare l calf 3d ago"])
    journal.log(["well again l calf yesterday; flare l calf"])
    assert len(open_spells(journal)) == 1


def test_one_that_ended_is_not_opened_again_over_another(journal: Journal) -> None:
    journal.log(["flare l calf 10d ago ended 5d ago", "flare l calf yesterday"])
    old = journal.entries(kinds=("episode",))[0]
    assert isinstance(old, Episode)
    with pytest.raises(Refused):
        journal.amend(old, replace(old, ended_on=None))
    journal.amend(old, replace(old, ended_on=MONDAY - timedelta(days=2)))


def test_two_that_were_imported_end_together(journal: Journal) -> None:
    two_open(journal)
    journal.log(["well again"])
    assert open_spells(journal) == []
    journal.undo()
    assert len(open_spells(journal)) == 2


def test_one_of_two_that_were_imported_can_end_alone(journal: Journal) -> None:
    two_open(journal)
    journal.end_episode(journal.episodes()[0])
    assert len(open_spells(journal)) == 1


def test_a_spell_ends_as_it_is_stored_whatever_was_seen_of_it(journal: Journal) -> None:
    journal.log(["flare l calf 2d ago rest 3"])
    (seen,) = journal.episodes()
    journal.amend(seen, replace(seen, note="stairs", rest_days=5))
    closed = journal.end_episode(seen)
    assert (closed.note, closed.rest_days) == ("stairs", 5)
    assert journal.entry(seen.id) == closed


def test_a_spell_that_is_gone_can_neither_end_nor_rest_longer(journal: Journal) -> None:
    journal.log(["flare l calf 2d ago rest 3"])
    (seen,) = journal.episodes()
    journal.remove(seen.id)
    with pytest.raises(Refused, match="left upper outer calf is gone"):
        journal.end_episode(seen)
    with pytest.raises(Refused, match="left upper outer calf is gone"):
        journal.more_rest(seen, 1)
