"""The sentences of reviews are found when a review is kept, and stay in step with its text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.language.sentences import sentences
from bot.store.film_changes import merge_films, undo_film_change
from bot.store.films import all_films
from bot.store.library import Library
from bot.store.removing import undo_import
from bot.store.reviews import every_review
from bot.store.safekeeping import find_faults, mend
from bot.store.saving import importing
from bot.store.sentences import read_places, sentence_places
from tests.making import HARBOUR_II, make_review, save

ADA = ["It rains upon the harbour all night.", "It pours upon the tug."]


def kept(library: Library) -> dict[str, list[str]]:
    """The sentences by their reviewers, as anybody reads them who opens the library."""
    told: dict[str, list[str]] = {}
    rows = library.rows(
        "SELECT reviewer, sentence FROM sentence JOIN review ON review.id = review ORDER BY reviewer, number"
    )
    for row in rows:
        told.setdefault(row["reviewer"], []).append(row["sentence"])
    return told


def test_an_import_keeps_where_sentences_stand(library: Library) -> None:
    text = "Mr. Bell rows 🌊 out.\n\n  Does he come back? “Never.” He does!"
    save(library, [make_review("ada", text=text), make_review("ben", text="")])

    assert kept(library) == {"ada": ["Mr. Bell rows 🌊 out.", "Does he come back?", "“Never.”", "He does!"]}
    (ada, ben) = every_review(library)
    assert [text[slice(*span)] for span in ada.sentences] == kept(library)["ada"]
    assert ben.sentences == ()


def test_they_follow_the_text(library: Library) -> None:
    save(library, [make_review("ada", text="It rains. It pours.")])
    with importing(library) as running:
        running.begin_file("newer.txt")
        running.add([make_review("ada", text="Now it snows, and harder than it ever rained. Fog. Ice.")])
    newer = running.import_id

    assert kept(library) == {"ada": ["Now it snows, and harder than it ever rained.", "Fog.", "Ice."]}
    assert newer is not None
    undo_import(library, newer)
    assert kept(library) == {"ada": ["It rains.", "It pours."]}


def test_a_merge_and_its_undoing_keep_them(library: Library) -> None:
    save(library, [make_review("ada", text=" ".join(ADA)), make_review("ben", text="Fog. Ice.")])
    save(library, [make_review("ada", film=HARBOUR_II, text=" ".join([*ADA, "It ends."]))])
    before = list(every_review(library))
    port, port_ii = sorted(all_films(library), key=lambda entry: entry.film.title)
    merge_films(library, port_ii, port)
    assert kept(library) == {"ada": [*ADA, "It ends."], "ben": ["Fog.", "Ice."]}
    undo_film_change(library)
    assert list(every_review(library)) == before
    assert find_faults(library) == ()


def test_wrong_places_are_told_and_mended(library: Library) -> None:
    save(library, [make_review("ada", text="It rains. It pours.")])
    with library.transaction() as connection:
        connection.execute("UPDATE review SET sentences = '[[0, 3]]'")
    assert find_faults(library) == ("Harbour Lights keeps wrong places of its reviews' sentences.",)
    mend(library)
    assert kept(library) == {"ada": ["It rains.", "It pours."]}


@given(st.text(alphabet=st.sampled_from("aB .!?\n…”’('é🌊"), max_size=60))
def test_what_is_kept_is_what_was_cut(text: str) -> None:
    assert read_places(sentence_places(text)) == tuple(sentences(text))
