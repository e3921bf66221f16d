from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.names import Setting, in_lower_case, read_group, sightings


def names_in(text: str) -> list[str]:
    groups = [group for found in sightings([(1, "", text)]) for group in found]
    return sorted(name.printed for group in groups for name in read_group(group).names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("it has Dot Corrigan and Wim Tarrant in it", ["Dot Corrigan", "Wim Tarrant"]),
        ("a film by J. J. Vasquelin, seen twice", ["J. J. Vasquelin"]),
        ("a film by J.J. Vasquelin, seen twice", ["J.J. Vasquelin"]),
        ("shot by Samuel L. Quill for once", ["Samuel L. Quill"]),
        ("as Otto von der Heide says", ["Otto von der Heide"]),
        ("as Inés de la Peña says", ["Inés de la Peña"]),
        ("as Bob De Marco says", ["Bob De Marco"]),
        ("by Fergus O'Shea or Fergus O’Shea", ["Fergus O'Shea", "Fergus O’Shea"]),
        ("so does Ewan McGarvey", ["Ewan McGarvey"]),
        ("so does Mary-Ann Day-Pym", ["Mary-Ann Day-Pym"]),
        ("so does Park Dae-jung", ["Park Dae-jung"]),
        ("so does Robert Orsk Jr. here", ["Robert Orsk Jr"]),
        ("that is Corrigan's best, and Orsk’s worst", ["Corrigan", "Orsk"]),
        ("the boat is Tarrants' own", ["Tarrants"]),
        ("so does Kim Orsk's Frank here", ["Frank", "Kim Orsk"]),
        ('his father "Smed" (Leif Corrigan) is', ["Leif Corrigan", "Smed"]),
        ("it was Director Noor Hadaway who", ["Noor Hadaway"]),
        ("an Orsk-directed film", ["Orsk"]),
        ("he plays Dae-su there", ["Dae-su"]),
        ("so I think I am out", []),
        ("his iPhone and deWinter", []),
        ("В Москве снимал Андрей Тарковский", ["Андрей Тарковский", "Москве"]),
        ("映画はとても良かった 😀", []),
    ],
)
def test_names_are_read_as_they_are_printed(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Tancred Wyrębik", "tancred wyrebik"),
        ("Søren Ågård", "soren agard"),
        ("J. J. Quill", "jj quill"),
        ("J.J. Quill", "jj quill"),
        ("Day-Pym", "day pym"),
        ("O’Shea", "oshea"),
    ],
)
def test_names_are_compared_without_accents_and_marks(printed: str, key: str) -> None:
    assert [name.key for name in read_group(printed).names] == [key]


@pytest.mark.parametrize(
    ("text", "group", "setting"),
    [
        ("it is Orsk, again", "Orsk", Setting.PLAIN),
        ("Yes. Orsk again", "Orsk", Setting.START),
        ('He said. "Orsk again', "Orsk", Setting.START),
        ("all of the others. Orsk again", "Orsk", Setting.START),
        ("thanks to Dr. Orsk, again", "Orsk", Setting.PLAIN),
        ("the streets of Copenhagen", "Copenhagen", Setting.THING),
        ("just like Fear X (2002), but", "Fear X", Setting.FILM),
        ("a gangster, Tonny (Wim Tarrant), is", "Tonny", Setting.ROLE),
        ("a gangster, Tonny (Wim Tarrant), is", "Wim Tarrant", Setting.ROLE),
        ("scenes where Orsk plays cards", "Orsk", Setting.PERSON),
        ("it was made by Orsk, again", "Orsk", Setting.PERSON),
        ("Bottom line: Disaster", "Disaster", Setting.START),
    ],
)
def test_what_stands_around_a_name_is_told(text: str, group: str, setting: Setting) -> None:
    assert group in sightings([(1, "", f"so {text}")])[setting]


def test_a_heading_is_told_from_the_text() -> None:
    found = sightings([(7, "Orsk Strikes Again", "it was Orsk.")])
    assert found[Setting.LOOSE] == {"Orsk Strikes Again": [7]}
    assert found[Setting.PLAIN] == {"Orsk": [7]}


def test_words_in_lower_case_are_found_with_accents_folded() -> None:
    texts = [(1, "", "noor hadaway's film, and káldossy!"), (2, "hadaway", "Noor"), (3, "", "noorish")]
    found = in_lower_case(texts, {"noor", "hadaway", "kaldossy"})
    assert found == {"noor": [1], "hadaway": [1, 2], "kaldossy": [1]}


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for found in sightings([(1, text, text)]):
        for group in found:
            for name in read_group(group).names:
                assert name.key


@given(st.text(alphabet="ABab .'-’(", max_size=400))
def test_capitals_and_marks_in_any_order_can_be_read(text: str) -> None:
    assert all(read_group(group) for found in sightings([(1, "", text)]) for group in found)
