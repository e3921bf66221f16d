from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from bot.language.people import NamedPerson, people_in

REAL_PAGE = Path(__file__).parents[3] / "shared/pages/pusher-ii-2004.txt"


def people(*texts: str, title: str = "Harbour Lights") -> dict[str, NamedPerson]:
    found = people_in([(number, "", text) for number, text in enumerate(texts, 1)], title)
    return {person.name: person for person in found}


def reviews_of(found: dict[str, NamedPerson], name: str) -> tuple[int, ...]:
    return found[name].reviews


def test_a_surname_is_tied_to_the_full_name_that_other_reviews_give() -> None:
    found = people("I liked Noor Hadaway in it.", "It is Hadaway who carries it.", "Hadaway is great.")
    assert list(found) == ["Noor Hadaway"]
    assert found["Noor Hadaway"].reviews == (1, 2, 3)
    assert found["Noor Hadaway"].spellings == {"Hadaway": 2, "Noor Hadaway": 1}


def test_a_first_name_is_tied_unless_it_is_far_more_frequent() -> None:
    assert list(people("It has Noor Hadaway.", "I find that Noor is great.")) == ["Noor Hadaway"]
    others = ["He follows Noor home."] * 9
    assert set(people("It has Noor Hadaway.", *others)) == {"Noor", "Noor Hadaway"}


def test_a_surname_that_two_bear_is_settled_by_the_review_it_stands_in() -> None:
    found = people(
        "It has Noor Hadaway, and Hadaway shines.",
        "I saw Amina Hadaway in it, and Hadaway glows.",
        "We like Hadaway here.",
    )
    assert reviews_of(found, "Noor Hadaway") == (1,)
    assert reviews_of(found, "Amina Hadaway") == (2,)
    assert reviews_of(found, "Hadaway") == (3,)


def test_rare_misspellings_are_tied_to_the_frequent_form() -> None:
    well = ["It has Zoltan Mikkelberg, and Mikkelberg is it."] * 6
    found = people(
        *well,
        "So does Zoltan Mikelberg.",
        "I think Zoltan Mikkelburg is good.",
        "He is Mikkelborg again.",
        "It is Zoltán Mikkelberg's film.",
        "That is Mikkelbergs dad.",
        "There is Zultan Mikelberg.",
    )
    assert list(found) == ["Zoltan Mikkelberg"]
    assert len(found["Zoltan Mikkelberg"].reviews) == 12


def test_names_that_sound_alike_are_one_within_a_film_even_where_both_are_frequent() -> None:
    texts = ["We meet Tonny again."] * 5 + ["We meet Tony again."] * 4
    assert people(*texts)["Tonny"].spellings == {"Tonny": 5, "Tony": 4}


def test_frequent_names_that_only_look_alike_stay_apart() -> None:
    texts = (
        ["We meet Jim again."] * 5 + ["We meet Kim again."] * 4 + ["We meet Maria."] * 5 + ["So, Mario?"] * 4
    )
    assert {"Jim", "Kim", "Maria", "Mario"} <= set(people(*texts))


def test_shorter_and_longer_forms_of_a_name_are_one_person() -> None:
    found = people(
        "It is Leif Orsk in the lead, with A. Quill.",
        "There is Leif Orsk Petersen, and Anna Quill.",
        "That is Leif Orsk, and Anna Quill.",
        "We have Anna Maria Quill.",
    )
    assert reviews_of(found, "Leif Orsk") == (1, 2, 3)
    assert reviews_of(found, "Anna Quill") == (1, 2, 3, 4)


def test_a_person_goes_by_the_name_in_full() -> None:
    found = people(
        "It is De Marco again.", "So De Marco acts.", "It has Bob De Marco.", "We like Bob DeMarco."
    )
    assert {name: person.reviews for name, person in found.items()} == {"Bob De Marco": (1, 2, 3, 4)}
    assert found["Bob De Marco"].key == "bob de marco"


def test_family_names_may_come_first() -> None:
    found = people("It is Park Dae-jung's film.", "We know Park Dae-jung.", "It is by Dae-jung Park.")
    assert found["Park Dae-jung"].spellings == {"Park Dae-jung": 2, "Dae-jung Park": 1}


def test_names_in_lower_case_and_in_capitals_are_found_once_they_are_known() -> None:
    found = people(
        "It has Noor Hadaway in it.",
        "We adore Noor Hadaway, always.",
        "noor hadaway was great in this",
        "NOOR HADAWAY IS GREAT! WHAT A FILM",
        "what was hadaway thinking",
    )
    assert list(found) == ["Noor Hadaway"]
    assert found["Noor Hadaway"].reviews == (1, 2, 3, 4, 5)


def test_lower_case_words_are_not_taken_for_names() -> None:
    found = people(
        "We like Mark Stone here.", "It has Mark Stone.", "mark my words, cold as stone", "a stone"
    )
    assert reviews_of(found, "Mark Stone") == (1, 2)


def test_the_first_word_of_a_sentence_is_no_name_by_itself() -> None:
    assert not people("Violence abounds. Gloom prevails. Love.", "Luckily it ends.", "Desperate stuff.")


def test_the_first_word_of_a_sentence_is_parted_from_the_name_behind_it() -> None:
    found = people(
        "Luckily Noor Hadaway is in it.",
        "Is it luckily over? It is not, says Noor Hadaway.",
        "But Hadaway is.",
    )
    assert list(found) == ["Noor Hadaway"]


def test_a_name_that_only_begins_sentences_is_found() -> None:
    assert reviews_of(people("Noor Hadaway was great.", "Noor Hadaway again."), "Noor Hadaway") == (1, 2)


def test_words_that_the_reviews_also_print_small_are_no_names() -> None:
    assert not people("It is about Respect.", "They respect nobody.", "No respect at all.")


@pytest.mark.parametrize(
    "text",
    [
        "It is a Danish film from Hollywood, made in Copenhagen in May.",
        "The CGI is from the BBC, and won an Oscar.",
        'Once upon a time "With Blood On My Hands" was its title.',
        "I saw HARBOUR LIGHTS on DVD, then Harbour Lights II, then HarbourLights.",
    ],
)
def test_places_titles_and_the_like_are_kept_out(text: str) -> None:
    assert not people(text, text)


def test_a_part_that_others_write_in_lower_case_is_a_person() -> None:
    found = people(
        "The best is Nell Corrigan (Oona Braithwell).", "i liked nell corrigan too, and nell is loud."
    )
    assert found["Nell Corrigan"].reviews == (1, 2)


def test_a_part_named_like_the_film_is_a_person() -> None:
    texts = [f"We see Agnes Dole ({actor}) walk." for actor in ("Noor Hadaway", "Noor Hadaway")]
    assert "Agnes Dole" in people(*texts, title="Agnes Dole")
    assert "Agnes Dole" not in people("We saw Agnes Dole again.", title="Agnes Dole")


def test_what_reads_like_a_place_or_a_film_is_not_certain_to_be_a_person() -> None:
    found = people(
        "They drink in the Eel Basket, seen before in Silver Gull (1998).",
        "It is all about the Eel Basket; it was filmed by Noor Hadaway.",
    )
    assert [name for name, person in found.items() if person.certain] == ["Noor Hadaway"]
    assert {"Eel Basket", "Silver Gull"} <= set(found)


def test_roles_and_actors_are_told_apart() -> None:
    found = people(
        "The thug Tonny (Wim Tarrant) meets Milo (Dot Orsk).",
        "I like Wim Tarrant as Tonny. And Dot Orsk's Milo.",
    )
    assert {name: person.reviews for name, person in found.items()} == {
        "Tonny": (1, 2), "Wim Tarrant": (1, 2), "Milo": (1, 2), "Dot Orsk": (1, 2)
    }  # fmt: skip


def test_names_run_together_are_parted() -> None:
    known = ["It has Noor Hadaway, and Wim Tarrant."] * 6
    found = people(*known, "So Noor Hadaway Wim Tarrant Hadaway.")
    assert set(found) == {"Noor Hadaway", "Wim Tarrant"}
    assert reviews_of(found, "Wim Tarrant")[-1] == 7


def test_the_name_shown_is_the_one_printed_most() -> None:
    assert "Bruno Káldossy" in people("It is Bruno Kaldossy.", *["It is Bruno Káldossy."] * 2)


def test_headings_count_for_known_names() -> None:
    texts = [(1, "Noor Hadaway Strikes Again", "Good."), (2, "", "We like Noor Hadaway.")]
    (person,) = people_in(texts, "Harbour Lights")
    assert person.reviews == (1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "NONSENSE WRDS IN CAPITALZ " * 4_000,
        "Nonsense Wrds In Capitalz " * 4_000,
        "A" * 100_000,
        "Aa" * 50_000,
        "A. " * 30_000,
        "A-" * 50_000,
        "O'" * 50_000,
        "de la " * 20_000,
        "X (Y) " * 20_000,
    ],
)
def test_nonsense_of_any_length_ends_soon_and_names_few(text: str) -> None:
    assert len(people_in([(1, "", text), (2, text, "")], "Harbour Lights")) < 10


def test_thousands_of_names_alike_are_told_in_linear_time() -> None:
    names = [f"Noor {''.join(letters).capitalize()}ov" for letters in product("abdefg", repeat=4)]
    text = f"so {', '.join(names)}"
    assert len(people_in([(1, "", text), (2, "", text)], "Harbour Lights")) <= len(names)


def test_no_texts_no_people() -> None:
    assert people_in([], "") == []
    assert people_in([(1, "", "")], "") == []


@pytest.mark.skipif(not REAL_PAGE.exists(), reason="the real page is not part of the repository")
def test_the_real_page() -> None:
    found = {person.name: person for person in people_in(_real_texts(), "Pusher II")}
    counts = {name: len(person.reviews) for name, person in found.items() if person.certain}
    assert list(counts)[:8] == [
        "Tonny", "Mads Mikkelsen", "Nicolas Winding Refn", "Frank", "Leif Sylvester", "Zlatko Buric", "Milo",
        "Kim Bodnia",
    ]  # fmt: skip
    assert counts["Mads Mikkelsen"] == 13
    assert {"Mikkelson", "Mikkelsens"} <= set(found["Mads Mikkelsen"].spellings)
    assert {"Nicholas Winding Refn", "Winding Refn", "Refn"} <= set(found["Nicolas Winding Refn"].spellings)
    assert {"Tonny", "Tony", "Tonni"} == set(found["Tonny"].spellings)
    assert set(found["Anne Sørensen"].spellings) == {"Anne Sørensen", "Anne Sorensen"}
    assert not {"Pusher", "Drive", "DRIVE", "Copenhagen", "Hollywood", "Denmark", "Respect"} & set(found)


def _real_texts() -> list[tuple[int, str, str]]:
    """Heading and body of each review, read by the furniture around them."""
    lines = REAL_PAGE.read_text(encoding="utf-8").splitlines()
    ends = [number for number, line in enumerate(lines) if line == "Permalink"]
    starts = [lines.index("Filter by Rating:") + 1, *(end + 1 for end in ends[:-1])]
    texts = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        review = lines[start : end - 1]
        if "/10" in review[0][:5]:
            review = review[1:]
        body = [line for line in review[2:] if line != "Warning: Spoilers"]
        texts.append((number, review[0], "\n".join(body)))
    return texts
