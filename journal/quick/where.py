"""The site and side of an entry, from its words and what is tracked."""

from journal.model import Side
from journal.quick.bag import Bag
from journal.quick.errors import Refusal, quoted
from journal.quick.items import Word
from journal.quick.when import Given


def take_where(bag: Bag, given: Given) -> tuple[str, Side]:
    """The site and side an entry is about; without a site the main one. Raises Refusal when the side is not clear."""
    found = take_site(bag, given)
    if found is None:
        main = given.main
        return main.site, bag.take_side() or main.side
    site, side, word = found
    return site, side or tracked_side(site, bag, given, word)


def take_site(bag: Bag, given: Given) -> tuple[str, Side | None, Word] | None:
    """The site that was named, with the side that was said with it."""
    named = bag.take_name("site")
    if named is None:
        return None
    meaning, word = named
    said = bag.take_side()
    if said and meaning.side and said != meaning.side:
        raise Refusal(f"{quoted(word.text)} is {meaning.side}, not {said}", f"{said} {id_words(meaning.id)}", word)
    return meaning.id, said or meaning.side, word


def tracked_side(site: str, bag: Bag, given: Given, word: Word | None = None) -> Side:
    """The side on which `site` is tracked. Raises Refusal, naming both, when it is none or two."""
    sides = {each.side for each in given.tracked if each.site == site}
    if not given.tracked and given.main.site == site:
        sides = {given.main.side}
    if len(sides) == 1:
        return sides.pop()
    name = word.text if word else id_words(site)
    raise Refusal(f"which side of {quoted(name)} is not said", f"l {bag.text} or r {bag.text}", word)


def id_words(known_id: str) -> str:
    """An id of the catalogue as words that read back to it."""
    return known_id.replace("_", " ")
