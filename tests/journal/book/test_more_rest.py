"""Rest is lengthened in words, for the spell that is meant, and never shortened."""

import pytest

from journal.book import Journal
from journal.errors import Refused


def planned(journal: Journal) -> list[tuple[str, int]]:
    return sorted((each.side, each.rest_days) for each in journal.episodes())


def test_more_rest_days_are_one_action(journal: Journal) -> None:
    journal.log(["flare l calf yesterday rest 4"])
    journal.log(["rest 6"])
    assert planned(journal) == [("left", 6)]
    assert journal.status().episodes[0].rest.planned_left == 5
    journal.undo()
    assert planned(journal) == [("left", 4)]


def test_fewer_are_refused(journal: Journal) -> None:
    journal.log(["flare l calf yesterday rest 4"])
    with pytest.raises(Refused, match="4 rest days are planned: there can be more, not fewer"):
        journal.log(["l calf 5", "rest 3"])
    assert (planned(journal), journal.count()) == ([("left", 4)], 1)


def test_of_several_spells_one_has_to_be_named(journal: Journal) -> None:
    journal.log(["flare l calf yesterday rest 4", "flare r calf yesterday rest 5"])
    with pytest.raises(Refused, match="which episode rests longer"):
        journal.log(["rest 7"])
    journal.log(["rest r 7"])
    assert planned(journal) == [("left", 4), ("right", 7)]


def test_without_an_open_spell_nothing_is_saved(journal: Journal) -> None:
    with pytest.raises(Refused, match="no episode is open that could have more rest"):
        journal.log(["rest 6"])


def test_more_rest_and_well_again_in_one_action_are_both_kept(journal: Journal) -> None:
    journal.log(["flare l calf yesterday rest 4"])
    journal.log(["rest 6", "well again"])
    (ended,) = journal.entries(kinds=("episode",))
    assert (getattr(ended, "rest_days", 0), getattr(ended, "ended_on", None)) == (6, journal.clock.today())
