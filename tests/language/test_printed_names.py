"""Where a text prints a name in one of its forms."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.language.printed_names import PrintedName

FORMS = ("Mads Mikkelsen", "Mikkelsen", "Mads", "mads mikkelsen", "Mikelsen", "O'Brien", "Ø. Ås", "M")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Mads Mikkelsen is Mads.", ["Mads Mikkelsen", "Mads"]),
        ("mads mikkelsen's eyes", ["mads mikkelsen"]),
        ("Mikkelsens, _Mads, Madsen and xMikkelsen", []),
        ("By Ø. Ås, with O'Brien (M)", ["Ø. Ås", "O'Brien", "M"]),
        ("", []),
    ],
)
def test_name_is_found_as_whole_words_in_its_longest_form(text: str, printed: list[str]) -> None:
    assert [text[start:end] for start, end in PrintedName(FORMS).spans(text)] == printed


def test_name_without_forms_is_nowhere() -> None:
    assert PrintedName(()).spans("Mads Mikkelsen") == []


@given(some.lists(some.from_regex(r"[\wøå]+([ .'-][\w]+){0,2}", fullmatch=True), max_size=6), some.data())
def test_forms_are_found_where_a_pattern_of_them_all_finds_them(
    forms: list[str], data: some.DataObject
) -> None:
    text = "".join(data.draw(some.lists(some.sampled_from([*forms, " ", "-", "_", "'s", "x", "M"]))))
    longest_first = "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) or "(?!)"
    expected = [found.span() for found in re.finditer(rf"(?<!\w)(?:{longest_first})(?!\w)", text)]
    assert PrintedName(forms).spans(text) == expected
