from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.folding import folded
from bot.language.name_lookup import KnownName, best_matches, likeness, nearest

KNOWN = [
    KnownName(folded(name), reviews)
    for name, reviews in [
        ("Mads Mikkelsen", 13),
        ("Lars Mikkelsen", 2),
        ("Nicolas Winding Refn", 9),
        ("Tonny", 20),
        ("Frank", 6),
        ("Zlatko Burić", 5),
        ("Leif Sylvester", 5),
        ("Anne Sørensen", 2),
        ("Vic", 1),
    ]
]


def meant(typed: str) -> list[str]:
    return [name.key for name in best_matches(folded(typed), KNOWN)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Mads Mikelsen", "mads mikkelsen"),
        ("mads mikkelson", "mads mikkelsen"),
        ("MADS", "mads mikkelsen"),
        ("m. mikkelsen", "mads mikkelsen"),
        ("madsmikkelsen", "mads mikkelsen"),
        ("Mickleson", "mads mikkelsen"),
        ("Burić", "zlatko buric"),
        ("Buric", "zlatko buric"),
        ("zlatco", "zlatko buric"),
        ("sorenson", "anne sorensen"),
        ("Nicholas Refn", "nicolas winding refn"),
        ("Winding Refn", "nicolas winding refn"),
        ("Leif Sylvester Petersen", "leif sylvester"),
        ("Tony", "tonny"),
        ("refm", "nicolas winding refn"),
        ("franks", "frank"),
    ],
)
def test_a_name_is_found_as_members_type_it(typed: str, name: str) -> None:
    assert meant(typed)[0] == name


@pytest.mark.parametrize(
    "typed", ["Brad Pitt", "Tom Cruise", "Mads Nielsen", "Frank Miller", "Miles", "ref", "", "?!", "x" * 5000]
)
def test_a_name_nobody_mentions_is_not_found(typed: str) -> None:
    assert meant(typed) == []


def test_of_equally_like_names_the_one_spoken_of_most_comes_first() -> None:
    assert meant("mikkelsen") == ["mads mikkelsen", "lars mikkelsen"]


def test_near_names_are_offered_where_none_is_meant() -> None:
    assert nearest("mads nielsen", KNOWN, 1)[0].key == "mads mikkelsen"
    assert nearest("xyzzy", KNOWN, 3) == []


@given(st.text(alphabet="abc ", max_size=20), st.text(alphabet="abc ", max_size=20))
def test_likeness_is_a_share(typed: str, name: str) -> None:
    typed, name = folded(typed), folded(name)
    assert 0 <= likeness(typed, name) <= 100


@pytest.mark.parametrize("typed", ["m", "x" * 200, "m m"])
def test_initials_alone_are_nobodys_name(typed: str) -> None:
    known = [KnownName("fear x", 2), KnownName("milo", 4), KnownName("mads mikkelsen", 13)]
    assert best_matches(typed, known) == []
    assert [name.key for name in best_matches("mads m", known)] == ["mads mikkelsen"]
    assert [name.key for name in best_matches("fear x", known)] == ["fear x"]
