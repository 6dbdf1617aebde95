"""The outlines: every site of the content is drawn once, in its view, and mistakes are named."""

import pytest

from journal.catalogue.load import load_catalogue
from journal.catalogue.outlines import LegOutline, Region, load_outlines, read_outlines
from journal.catalogue.problems import CatalogueError

GOOD = """
[[outline]]
view = "back"
edge = [[0, 0.1, 0.9], [1, 0.2, 0.8]]
[[outline.region]]
site = "calf"
span = [[0.1, 0, 1], [0.9, 0, 1]]
[[outline]]
view = "front"
edge = [[0, 0.1, 0.9], [1, 0.2, 0.8]]
[[outline.region]]
site = "shin"
span = [[0.1, 0, 1], [0.9, 0, 1]]
"""


def test_every_site_is_drawn_in_its_view() -> None:
    legs = load_outlines()
    drawn = {site: view for view, leg in legs.items() for site in leg.sites}
    assert drawn == {site.id: site.view for site in load_catalogue().sites.values()}


def test_what_may_not_be_massaged_covers_the_joint() -> None:
    catalogue, back = load_catalogue(), load_outlines()["back"]
    knee = [region for region in back.region if region.site in ("back_of_knee", "posterolateral_knee")]
    assert {catalogue.sites[region.site].massage for region in knee} == {"no"}
    assert back.region[:2] == tuple(knee)


def test_reads_what_is_right() -> None:
    legs = read_outlines(GOOD.encode())
    assert legs["back"].region == (Region(site="calf", span=((0.1, 0, 1), (0.9, 0, 1))),)
    assert isinstance(legs["front"], LegOutline)


@pytest.mark.parametrize(
    ("right", "wrong", "named"),
    [
        ('view = "front"', 'view = "back"', "one outline of the back"),
        ('view = "front"', 'view = "side"', "view"),
        ('site = "shin"', 'site = "calf"', "calf"),
        ("[[0.1, 0, 1], [0.9, 0, 1]]", "[[0.9, 0, 1], [0.1, 0, 1]]", "do not go down"),
        ("[[0.1, 0, 1], [0.9, 0, 1]]", "[[0.1, 1, 0], [0.9, 0, 1]]", "crosses over"),
        ("[[0.1, 0, 1], [0.9, 0, 1]]", "[[0.1, 0, 1], [1.9, 0, 1]]", "outside"),
        ("[[0.1, 0, 1], [0.9, 0, 1]]", "[[0.1, 0, 1]]", "two points"),
        ("[[0.1, 0, 1], [0.9, 0, 1]]", "[[0.1, 0]]", "span"),
        ("edge = [[0, 0.1, 0.9], [1", "edge = [[0, 0.1, 0.9], [0.9", "from 0 to 1"),
        ("span =", "spam = 1\nspan =", "spam"),
        ("span =", "spam =", "span: it is missing"),
        ("edge =", "hedge =", "did you mean edge"),
        ("[[outline]]", "[outline]", "outline"),
        ('view = "back"', "view = ", "TOML"),
    ],
)
def test_names_a_mistake(right: str, wrong: str, named: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_outlines(GOOD.replace(right, wrong, 1).encode())
    assert named in str(caught.value)
    assert "outlines.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_table_or_none_is_refused() -> None:
    with pytest.raises(CatalogueError, match="legs"):
        read_outlines(GOOD.encode() + b"\n[legs]\n")
    with pytest.raises(CatalogueError, match="outline"):
        read_outlines(b"")
    with pytest.raises(CatalogueError):
        read_outlines(b"outline = [1]")


def test_a_site_has_one_region() -> None:
    region = Region(site="calf", span=((0.1, 0, 1), (0.9, 0, 1)))
    with pytest.raises(ValueError, match="two regions"):
        LegOutline(view="back", edge=((0, 0, 1), (1, 0, 1)), region=(region, region))
