from __future__ import annotations

import pytest

from bot.language.credits import Proof
from bot.language.parts import casting


def told(sentence: str, before: str = "") -> set[tuple[str, str]]:
    return {(credit.who, credit.role) for credit in casting(sentence, before)}


@pytest.mark.parametrize(
    ("sentence", "credit"),
    [
        ("Small-time crook Tarn (Ole Brandt) is released.", ("Ole Brandt", "Tarn")),
        ('He gets hired by his father "Anvil" (Nils Holt): a rich man.', ("Nils Holt", "Anvil")),
        ("He wants to be loved by his father(Nils Holt), who is cold.", ("Nils Holt", "father")),
        (
            "A deal (the rope supplier, again played by Ida Vane, helps)",
            ("Ida Vane", "rope supplier"),
        ),
        (
            "It is about Tarn - the sidekick played by Ole Brandt in the first film.",
            ("Ole Brandt", "Tarn"),
        ),
        ("Ida Vane's harbour mistress Mole is back.", ("Ida Vane", "Mole")),
        ("Ida Vane as Inspector Mole is his equal.", ("Ida Vane", "Mole")),
        ("Ida Vane, as the engineer, is downstairs.", ("Ida Vane", "engineer")),
        ("Ida Vane is touching as the engineer, who is afraid.", ("Ida Vane", "engineer")),
        (
            "Ole Brandt is having the time of his life as the villain, but no.",
            ("Ole Brandt", "villain"),
        ),
        ("Ida Vane is playing the inspector so calm that you fear her.", ("Ida Vane", "inspector")),
        ("Of course the killer is played by Ole Brandt.", ("Ole Brandt", "killer")),
        ("the pub lady (ida vane) is even better", ("ida vane", "pub lady")),
    ],
)
def test_a_sentence_tells_who_plays_whom(sentence: str, credit: tuple[str, str]) -> None:
    assert credit in told(sentence)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("If there is a weakness, it is the Purser.", "Ole Brandt plays him with relish."),
        ("And Ole Brandt?", "I used to find his Purser too large for the picture."),
    ],
)
def test_a_pronoun_is_whom_the_sentence_before_names(before: str, sentence: str) -> None:
    assert told(sentence, before) == {("Ole Brandt", "Purser")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The director (Solveig Tarn) was there.",
        "Le Chiffre in that film is as far from him as a character could get.",
        "The man from the first film, played by nobody I know, is back.",
        "Ole Brandt is at his best as a director.",
    ],
)
def test_what_nobody_plays_is_no_part(sentence: str) -> None:
    assert told(sentence) == set()


def test_what_may_mean_something_else_needs_proof() -> None:
    (credit,) = casting("Ida Vane's Drive is better.")
    assert credit.proof is Proof.PAIR


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ('his crime boss father "Anvil" (Nils Holt)', {"crime", "boss", "father"}),
        ("Ida Vane as Dot Mole, the landlady of the inn, is good", {"landlady"}),
        ("the new crook, Ansgar Tarn, whom Ole Brandt plays", {"new", "crook"}),
        ("to the old father (Nils Holt), known as the Duke", {"old", "duke"}),
    ],
)
def test_a_part_has_what_it_is_called_beside_its_name(sentence: str, words: set[str]) -> None:
    assert words <= set().union(*(credit.described for credit in casting(sentence)))


def test_whose_somebody_is_stands_with_the_part() -> None:
    (credit,) = casting("Nell Mole (Ida Vane), Dot's daughter, walks in.")
    assert credit.owner == "Dot"
    assert credit.described == frozenset({"daughter"})


@pytest.mark.parametrize(
    "sentence", ["Vic (Ida Vane) from Harbour is missed.", "Vic (Ida Vane) and Tarn (Ole Holt) from Harbour"]
)
def test_the_film_in_which_a_part_is_placed_stands_with_it(sentence: str) -> None:
    assert next(casting(sentence)).placed == "Harbour"
