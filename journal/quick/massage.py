"""A self-massage: which technique, where, how long, before and after."""

from journal.catalogue import Technique
from journal.model import Massage, Side
from journal.quick.bag import SCORE_HINT, Bag, is_word
from journal.quick.errors import Refusal, quoted
from journal.quick.feeling import What
from journal.quick.items import Amount, Change, Item, Meaning, Number, Rank, Word
from journal.quick.phrases import phrase
from journal.quick.units import amount_in
from journal.quick.when import Given
from journal.quick.where import id_words, take_site, tracked_side


def massage(bag: Bag, given: Given) -> What:
    """A technique, or the tool that stands for one at this site; without a site the main one where it fits."""
    if any(is_word(item, "both") for item in bag.left):
        raise Refusal("both legs are two entries", "massage ball l 5m; massage ball r 5m")
    site = take_site(bag, given)
    named = bag.take_name("technique")
    if site is not None:
        _check_pressed(site[0], named[0] if named else None, site[2], given)
    if named is None:
        raise Refusal("which technique is not said", "massage ball 10m")
    meaning, word = named
    technique = given.catalogue.techniques[meaning.id]
    if site is not None:
        place, side = site[0], site[1] or tracked_side(site[0], bag, given, site[2])
    else:
        place, side = _place(technique, meaning, word, bag, given)
    chosen = _at_site(technique, meaning, place, given) or technique
    before, after = _change(bag)
    return Massage, {
        "technique": chosen.id,
        "site": place,
        "side": side,
        "seconds": _seconds(bag, word),
        "before": before,
        "after": after,
    }


def _check_pressed(site_id: str, meaning: Meaning | None, word: Word, given: Given) -> None:
    site = given.catalogue.sites[site_id]
    presses = meaning is None or given.catalogue.techniques[meaning.id].press
    if site.massage == "no" and presses:
        zones = [given.catalogue.no_press[zone] for zone in site.near_no_press if zone in given.catalogue.no_press]
        why = zones[0] if zones else "no muscle belly lies there"
        raise Refusal(f"{quoted(word.text)} is never pressed ({why})", "massage ball l calf 5m", word)


def _at_site(technique: Technique, meaning: Meaning, site: str, given: Given) -> Technique | None:
    """The technique at that site: itself, or where a word stood for it another with the same tool. None: neither."""
    if site in technique.sites:
        return technique
    if meaning.rank is Rank.NAME:
        return None
    same = (each for each in given.catalogue.techniques.values() if each.tool == technique.tool)
    return next((each for each in same if site in each.sites), None)


def _place(technique: Technique, meaning: Meaning, word: Word, bag: Bag, given: Given) -> tuple[str, Side]:
    """The site inside the technique's own name, else the main one if the technique or its tool is for it."""
    said = bag.take_side()
    inside = next((site for site in given.vocabulary.sites_in(phrase(word.text)) if site in technique.sites), None)
    if inside is not None:
        return inside, said or tracked_side(inside, bag, given)
    main = given.main
    if _at_site(technique, meaning, main.site, given) is not None:
        return main.site, said or main.side
    names = " or ".join(map(id_words, technique.sites))
    side = "" if said else "l "
    raise Refusal(f"where {quoted(word.text)} was is not said", f"{bag.text} {side}{names}", word)


def _change(bag: Bag) -> tuple[int | None, int | None]:
    change = bag.take(Change)
    before, after = bag.take_score_after("before"), bag.take_score_after("after")
    if change is None:
        return before, after
    if before is not None or after is not None:
        raise Refusal(f"before and after stand beside {quoted(change.text)} again", "6>3", change)
    return _checked(change.before, change), _checked(change.after, change)


def _checked(value: int | None, item: Item) -> int | None:
    if value is not None and value > 10:
        raise Refusal(f"{value} is not a 0-10 rating", SCORE_HINT, item)
    return value


def _seconds(bag: Bag, word: Word) -> int | None:
    amount, number = bag.take(Amount), bag.take(Number)
    if number is not None:
        raise Refusal(
            f"{quoted(number.text)} needs a unit, or both ratings",
            f"{word.text} {number.text}m or {word.text} 6>3",
            number,
        )
    if amount is None:
        return None
    seconds = amount_in(amount, "s")
    if seconds is None:
        raise Refusal(f"{quoted(amount.text)} is not a time", f"{word.text} 10m", amount)
    return round(seconds)
