from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.stemming import stem, word_with_stem
from bot.language.words import plain, plain_words, stem_of

TOKENIZER = "porter unicode61 remove_diacritics 2"  # as in the schema
ENDINGS = """
ational tional enci anci izer logi bli alli entli eli ousli ization ation ator alism iveness fulness ousness
aliti iviti biliti ical ness icate iciti ful ative alize al ance ence er ic able ible ant ement ment ent ion
ou ism ate iti ous ive ize ed ing eed s es ies sses y e l ll at bl iz
""".split()
INVENTED = st.builds(
    lambda start, endings: start + "".join(endings),
    st.text("aeiouybcdlstwxz", min_size=1, max_size=6),
    st.lists(st.sampled_from(ENDINGS), max_size=3),
)


class Fts5:
    """SQLite's own tokenizer, asked for what it makes of a text."""

    def __init__(self, tokenizer: str) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute(f"CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='{tokenizer}')")
        self._database.execute("CREATE VIRTUAL TABLE places USING fts5vocab('texts', 'instance')")

    def words(self, text: str) -> list[str]:
        self._database.execute("INSERT INTO texts (rowid, text) VALUES (1, ?)", (text,))
        found = self._database.execute("SELECT term FROM places ORDER BY offset").fetchall()
        self._database.execute("DELETE FROM texts")
        return [word for (word,) in found]

    def close(self) -> None:
        self._database.close()


@pytest.fixture(scope="module")
def stemming() -> Iterator[Fts5]:
    fts5 = Fts5(TOKENIZER)
    yield fts5
    fts5.close()


@pytest.fixture(scope="module")
def splitting() -> Iterator[Fts5]:
    fts5 = Fts5(TOKENIZER.removeprefix("porter "))
    yield fts5
    fts5.close()


@given(text=st.text(st.characters(max_codepoint=0x17F, exclude_characters="\0ſ" + "µ")))
def test_a_text_has_the_words_that_the_index_takes_from_it(splitting: Fts5, text: str) -> None:
    assert plain_words(text) == splitting.words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Café naïve Søren",
        "cafe\u0301s",
        "ПРИВЕТ мир",
        "Ἀθῆναι",
        "東京物語",
        "x²",
        "snake_case",
        "rock’n’roll",
        "a-b/c",
        "😀 10/10",
    ],
)
def test_words_of_other_scripts_are_those_of_the_index(splitting: Fts5, text: str) -> None:
    assert plain_words(text) == splitting.words(text)


@given(word=INVENTED)
def test_a_word_has_the_stem_that_the_index_keeps(stemming: Fts5, word: str) -> None:
    assert stemming.words(word) == [stem(word)]


@given(
    word=st.text(
        st.characters(categories=["L", "N"], max_codepoint=0x17F, exclude_characters="ſµ"), min_size=1
    )
)
def test_stems_beyond_ascii_are_those_of_the_index(stemming: Fts5, word: str) -> None:
    assert stemming.words(word) == [stem_of(word)]


@given(word=INVENTED)
def test_a_word_begins_with_its_stem_but_for_the_last_letter(word: str) -> None:
    assert word.startswith(stem(word)[:-1])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("act acts acted acting", {"act"}),
        ("violence violent violently", {"violenc", "violent"}),
        ("happy happiness", {"happi"}),
        ("he she it", {"he", "she", "it"}),
    ],
)
def test_forms_of_a_word_share_a_stem(words: str, expected: set[str]) -> None:
    assert set(map(stem, words.split())) == expected


def test_accents_and_capitals_are_folded() -> None:
    assert plain("DÉJÀ Vu") == "deja vu"


@pytest.mark.parametrize("wanted", ["act", "agre", "happi", "violenc", "hop", "busi"])
def test_a_stem_gives_a_word_that_has_it(wanted: str) -> None:
    word = word_with_stem(wanted)
    assert word is not None
    assert stem(word) == wanted
