from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.spellings import buckets, by_ear, same_spelling, skeleton

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=10)


@pytest.mark.parametrize(
    ("one", "other"), [("nicholas", "nicolas"), ("tonny", "tony"), ("tonny", "tonni"), ("phil", "fil")]
)
def test_words_that_sound_alike(one: str, other: str) -> None:
    assert by_ear(one) == by_ear(other)


@pytest.mark.parametrize(
    ("one", "other"), [("jim", "kim"), ("maria", "mario"), ("anna", "hanna"), ("frank", "hank")]
)
def test_words_that_do_not(one: str, other: str) -> None:
    assert by_ear(one) != by_ear(other)


def test_the_skeleton_is_what_misspellings_leave_alone() -> None:
    assert skeleton("mikkelsen") == skeleton("mickelson") == skeleton("mikelsen") == "mklsn"
    assert skeleton("anders") == skeleton("enders") == "anders"[0] + "ndrs"


@given(WORDS, st.data())
def test_spellings_a_dropped_or_changed_vowel_apart_share_a_bucket(word: str, data: st.DataObject) -> None:
    vowels = [at for at, letter in enumerate(word) if letter in "aeiou" and at > 0]
    if not vowels:
        return
    at = data.draw(st.sampled_from(vowels))
    if word[at - 1 : at + 2 : 2] == "ph":  # `pah` without its vowel is another sound
        return
    assert skeleton(word)[0] == skeleton(word[:at] + word[at + 1 :])[0]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("mads mikkelsen", "mads mikkelson"),
        ("mads mikkelsen", "mads mikelson"),
        ("mads mikkelsen", "nads mikkelsen"),
        ("mads mikkelsen", "madsmikkelsen"),
        ("nicolas winding refn", "nicholas winding refn"),
        ("bodnia", "bodina"),
        ("bodnia", "bodia"),
    ],
)
def test_misspellings_meet_in_a_bucket_and_are_told(right: str, wrong: str) -> None:
    assert buckets(right) & buckets(wrong)
    assert same_spelling(right, wrong)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jim", "kim"),
        ("mads mikkelsen", "lars mikkelsen"),
        ("casey affleck", "ben affleck"),
        ("milo", "mike"),
        ("brad pitt", "brad dourif"),
    ],
)
def test_different_names_are_told_apart(one: str, other: str) -> None:
    assert not same_spelling(one, other)
