from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bot.store.matching
import bot.store.places
import bot.store.search
from bot.language.keywords import parse_keywords
from bot.store.films import all_films
from bot.store.library import Library
from bot.store.matching import Within
from bot.store.removing import remove_film
from bot.store.search import SearchResults, search_reviews
from tests.language.test_words import TOKENIZER
from tests.making import HARBOUR, HARBOUR_II, make_review, save

WORDS = "act acting acted good film films bleak violent violence the of a prison".split()
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
TEXTS = st.lists(TEXT, min_size=1, max_size=40)


def find(
    library: Library, words: str, *, order: str = "relevance", limit: int = 10, **within: object
) -> list[str]:
    """The reviewers of what was found, in order."""
    return [item.review.byline.reviewer for item in search(library, words, order, limit, **within).reviews]


def search(
    library: Library, words: str, order: str = "relevance", limit: int = 10, **within: object
) -> SearchResults:
    return search_reviews(library, parse_keywords(words), Within(**within), order=order, limit=limit)  # type: ignore[arg-type]


def save_texts(library: Library, **texts: str) -> None:
    save(library, [make_review(reviewer, text=text) for reviewer, text in texts.items()])


def film_id(library: Library, title: str) -> int:
    return next(entry.id for entry in all_films(library) if entry.film.title == title)


@pytest.fixture
def spoken(library: Library) -> Library:
    save_texts(
        library,
        ada="The acting is good, and the acting of the father is better.",
        bob="He acts as if a café in Copenhagen were a prison.",
        cyd="A bleak film; violence without violins. Good.",
        dan="Violent, bleak, 10/10. Who's the spider-man here?",
        eve="Nothing to see.",
    )
    return library


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("act", {"ada", "bob"}),
        ("acting good", {"ada"}),
        ('"the acting"', {"ada"}),
        ('"he acts"', {"bob"}),
        ('"he acting"', set()),
        ('"acts"', {"bob"}),
        ("bleak -violence", {"dan"}),
        ('bleak -"violence without"', {"dan"}),
        ("violen*", {"cyd", "dan"}),
        ("prison OR violins", {"bob", "cyd"}),
        ("CAFE", {"bob"}),
        ("10/10", {"dan"}),
        ("who's", {"dan"}),
        ("spider-man", {"dan"}),
        ("spider man", {"dan"}),
        ("father's", {"ada"}),
        ("copen* prison", {"bob"}),
        ("-bleak", set()),
    ],
)
def test_words_phrases_prefixes_and_exclusions_find(spoken: Library, words: str, found: set[str]) -> None:
    assert set(find(spoken, words)) == found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(words=st.text())
def test_any_text_can_be_searched_for(spoken: Library, words: str) -> None:
    for order in ("relevance", "newest"):
        search(spoken, words, order)


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "NEAR(a b)",
        "a AND OR",
        "text:act",
        "act^2",
        "{title}: x",
        "\0act",
        "*",
        "a" * 10_000,
        "a " * 5_000,
    ],
)
def test_what_means_something_to_fts5_is_text_like_any_other(spoken: Library, words: str) -> None:
    search(spoken, words)


@pytest.mark.parametrize("places", [2, 2_400])  # so few that the texts must be read; enough
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(texts=TEXTS, asked=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True))
def test_the_best_are_bm25s_best(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], asked: list[str], places: int
) -> None:
    with (
        pytest.MonkeyPatch.context() as patch,
        Library(tmp_path_factory.mktemp("library") / "library.db") as library,
    ):
        patch.setattr(bot.store.places, "_MOST_PLACES", places * len(texts))
        save_texts(library, **{f"reviewer{number}": text for number, text in enumerate(texts)})
        found = find(library, " ".join(asked), limit=100)
        scores = bm25(library, asked)
    assert sorted(found) == sorted(scores)
    for better, worse in pairwise(found):
        assert scores[better] >= scores[worse] - 1e-5


def bm25(library: Library, words: list[str]) -> dict[str, float]:
    """FTS5's own score of each reviewer's review, from an index of titles and texts alone."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(
            f"CREATE VIRTUAL TABLE found USING fts5(reviewer UNINDEXED, title, text, tokenize='{TOKENIZER}')"
        )
        rows = library.rows("SELECT reviewer, title, text FROM review")
        database.executemany("INSERT INTO found VALUES (?, ?, ?)", map(tuple, rows))
        asked = " AND ".join(f'"{word}"' for word in words)
        sql = "SELECT reviewer, -bm25(found) FROM found WHERE found MATCH ?"
        return dict(database.execute(sql, (asked,)))


def test_what_speaks_of_it_most_comes_first(library: Library) -> None:
    save_texts(library, once="A prison film of some length, with much else in it.", twice="Prison, prison.")
    assert find(library, "prison") == ["twice", "once"]


def test_of_more_matches_than_texts_are_read_the_best_comes_first(crowded: Library) -> None:
    most = "The harbour, a harbour, that harbour, any harbour: harbours and no end of them."
    save(
        crowded,
        [make_review("helpful", text=most, votes=(60, 60)), make_review("not", text=most, votes=None)],
    )
    assert find(crowded, "harbour")[0] == "helpful"
    assert "not" not in find(crowded, "harbour", limit=100)  # it stands behind those that are looked at


def test_filters_narrow_the_search(library: Library) -> None:
    save(
        library,
        [
            make_review("ada", rating=9, date=dt.date(2004, 5, 1)),
            make_review("bob", rating=2, date=dt.date(2004, 12, 31), spoiler=True),
            make_review("cyd", rating=None, date=dt.date(2011, 1, 1)),
            make_review("dan", rating=10, date=None),
        ],
    )
    save(library, [make_review("Ada", film=HARBOUR_II, rating=5, date=dt.date(2012, 2, 2))])
    assert set(find(library, "harbour", film_id=film_id(library, HARBOUR.title))) == {
        "ada",
        "bob",
        "cyd",
        "dan",
    }
    assert set(find(library, "harbour", rating_from=9)) == {"ada", "dan"}
    assert set(find(library, "harbour", rating_from=1, rating_to=5)) == {"bob", "Ada"}
    assert set(find(library, "harbour", year_from=2004, year_to=2004)) == {"ada", "bob"}
    assert set(find(library, "harbour", year_from=2005)) == {"cyd", "Ada"}
    assert find(library, "harbour", year_from=1950, year_to=1960) == []
    assert find(library, "harbour", spoilers=True) == ["bob"]
    assert "bob" not in find(library, "harbour", spoilers=False)
    assert set(find(library, "harbour", reviewer="ADA")) == {"ada", "Ada"}
    assert find(library, "harbour", reviewer="ada", rating_from=6) == ["ada"]
    assert find(library, "harbour", reviewer="nobody") == []


def test_orders_sort_the_matches(library: Library) -> None:
    save(
        library,
        [
            make_review("ada", rating=9, votes=(1, 9), date=dt.date(2004, 5, 1)),
            make_review("bob", rating=2, votes=(50, 60), date=dt.date(2004, 5, 2)),
            make_review("cyd", rating=9, votes=(5, 6), date=dt.date(2011, 1, 1)),
            make_review("dan", rating=None, votes=(9, 9), date=None),
        ],
    )
    assert find(library, "harbour", order="helpful") == ["bob", "dan", "cyd", "ada"]
    assert find(library, "harbour", order="newest") == ["cyd", "bob", "ada"]
    assert find(library, "harbour", order="highest") == ["cyd", "ada", "bob"]
    assert find(library, "harbour", order="lowest") == ["bob", "cyd", "ada"]
    assert search(library, "harbour", "newest").total == 4


def test_pages_go_on_where_the_last_one_ended(library: Library) -> None:
    save(library, [make_review(f"reviewer{number}", votes=(number, 40)) for number in range(23)])
    keywords = parse_keywords("harbour")
    for order in ("relevance", "helpful", "newest", "highest"):
        seen = [
            item.review_id
            for offset in range(0, 30, 10)
            for item in search_reviews(library, keywords, order=order, limit=10, offset=offset).reviews
        ]
        assert len(seen) == len(set(seen)) == 23


def test_a_misspelt_word_offers_words_that_are_there(spoken: Library) -> None:
    save_texts(spoken, fay="More violence in prison, and bleaker.")
    assert search(spoken, "violance").nearest == ("violence",)
    assert search(spoken, "prisson bleak").nearest[0] == "prison"


def test_words_that_never_stand_together_are_offered_one_by_one(spoken: Library) -> None:
    assert search(spoken, "copenhagen violins").nearest == ("copenhagen", "violins")
    assert search(spoken, "nothing -see").nearest == ("nothing",)


def test_suggestions_find_something_where_the_search_looked(spoken: Library) -> None:
    save(spoken, [make_review("gus", film=HARBOUR_II, text="A calm evening.")])
    second = film_id(spoken, HARBOUR_II.title)
    assert search(spoken, "bleak violence evening", film_id=second).nearest == ("evening",)


@pytest.fixture
def crowded(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library with more matches than a search looks at."""
    monkeypatch.setattr(bot.store.search, "MOST_MATCHES", 20)
    monkeypatch.setattr(bot.store.search, "MOST_READ", 5)
    monkeypatch.setattr(bot.store.search, "_COUNTING_STEPS", 10)
    reviews = [make_review(f"reviewer{number}", text="The harbour. The harbours") for number in range(30)]
    save(library, reviews)
    return library


@pytest.mark.parametrize("words", ["the harbour", '"the harbour"', "harb*"])
def test_above_the_bound_the_total_is_said_to_be_more(crowded: Library, words: str) -> None:
    results = search(crowded, words, limit=100)
    assert not results.exact
    assert len(results.reviews) == results.listed <= results.total < 30


def test_of_one_word_the_total_is_always_exact(crowded: Library) -> None:
    results = search(crowded, "harbours")
    assert (results.total, results.exact, results.listed) == (30, True, 20)


def test_of_one_word_of_a_reviewer_the_total_is_theirs(crowded: Library) -> None:
    results = search(crowded, "harbour", reviewer="reviewer7")
    assert (results.total, results.exact, results.listed) == (1, True, 1)


def test_a_walk_over_a_big_index_is_cut_short(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    save(library, [make_review(f"reviewer{number}", text="bleak") for number in range(20)])
    monkeypatch.setattr(bot.store.matching, "_STEPS", 4)
    monkeypatch.setattr(bot.store.matching, "standing_of", lambda library, place: place << 32)
    results = search(library, '"bleak bleak"')
    assert (results.reviews, results.exact) == ((), False)


def test_the_index_agrees_with_the_table_whatever_happens(library: Library) -> None:
    first = [make_review(f"reviewer{number}", votes=(number, 40)) for number in range(20)]
    save(library, first)
    save(library, [make_review("reviewer1", votes=(40, 44), rating=3, text="An octopus at last.")])
    save(library, [make_review("reviewer2", votes=(3, 41), spoiler=True)])
    save(library, [make_review("other", film=HARBOUR_II)])
    remove_film(library, film_id(library, HARBOUR_II.title))
    with library.transaction() as connection:
        connection.execute("INSERT INTO review_text (review_text, rank) VALUES ('integrity-check', 1)")
    assert find(library, "octopus") == ["reviewer1"]
    assert find(library, "harbour", rating_from=3, rating_to=3) == []
    assert find(library, "harbour", spoilers=True) == ["reviewer2"]
    assert len(find(library, "harbour", limit=100)) == 19


def test_words_of_an_import_are_found_at_once(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        save(library, [make_review(f"reviewer{number}") for number in range(50)])
        save_texts(library, late="A xylophone, two xylophones.")
        assert find(library, "xylo*") == find(library, "xylophone") == ["late"]
