from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

import pytest

from bot.answers.answer import Fact, FollowUp, Histogram
from bot.answers.desk import Desk
from bot.answers.place import Place
from bot.language.quotable import Quotable, good_quotes
from bot.model import Byline, Film, Filters
from bot.questions.kinds import (
    Average,
    AverageRating,
    CompareFilms,
    Count,
    Extreme,
    Films,
    Help,
    Measure,
    Mentions,
    Opinion,
    Order,
    People,
    Question,
    RandomQuote,
    ReviewedBy,
    Reviewer,
    Search,
    Share,
    Timeline,
    TopReviews,
    Unclear,
    WholeReview,
    WroteOfAll,
)
from bot.questions.reading import read
from bot.questions.wording import in_words
from bot.store.film_changes import merge_films, rename_film
from bot.store.library import Library
from tests.making import HARBOUR, HARBOUR_II, make_review, save

TWO_QUOTES = (
    "Reel {0} of this film is gorgeous and moves like a boat in the fog.\n\n"
    "The actors whisper reel {0} as if somebody were asleep in the next room."
)
LONG = (
    "The harbour glows in every frame of it. Nobody raises a voice for an hour and a half.\n\n"
    "The music of Ida Brandt is a slow tide under all of this. It never once tells you what to feel. "
    "Some will call the second half long, and they may be right about that.\n\n"
    "What remains is the face of the old pilot at his window, and the light going out."
)


@pytest.fixture
def two_films(library: Library) -> None:
    save(
        library,
        [
            make_review("ada", rating=8, votes=(54, 62), text=LONG),
            make_review(
                "ben", rating=7, votes=(2, 2), text="Slow music, slower boats, and I liked the boats."
            ),
            make_review("cho", rating=None, votes=None, text="I slept through the second reel of this one."),
            make_review(
                "dag", rating=8, votes=(9, 20), spoiler=True, text="The pilot drowns at the very end."
            ),
            make_review(
                "ada", rating=4, film=HARBOUR_II, date=dt.date(2011, 2, 1), text="A second helping, cold."
            ),
        ],
        site_total=44,
    )


@pytest.mark.usefixtures("two_films")
def test_average_tells_what_it_rests_on(desk: Desk) -> None:
    answer = desk.answer(AverageRating("harbor lights 1999"))
    assert answer.headline == "Harbour Lights (1999) averages 7.67 out of 10."
    assert answer.notes == (
        "3 of 4 reviews are rated, from 7 to 8. The median is 8.",
        "The site says there are 44 reviews in all.",
    )
    facts = {fact.label: fact.value for fact in answer.facts}
    assert facts == {
        "Mean": "7.67 of 10",
        "Median": "8 of 10",
        "Rated": "3 of 4 reviews",
        "Spread": "7×1 · 8×2",
        "Range": "from 7 to 8, 1 apart",
        "On the site": "44 reviews",
    }
    assert isinstance(answer.picture, Histogram)
    assert answer.picture.counts == (0, 0, 0, 0, 0, 0, 1, 2, 0, 0)


def test_mean_is_rounded_half_up_and_median_may_lie_between(desk: Desk, library: Library) -> None:
    save(library, [make_review(f"r{n}", rating=rating) for n, rating in enumerate([1, 1, 1, 1, 1, 1, 1, 2])])
    save(library, [make_review("x", rating=3, film=HARBOUR_II), make_review("y", rating=4, film=HARBOUR_II)])
    assert "1.13 out of 10" in desk.answer(AverageRating("Harbour Lights (1999)")).headline
    facts = {fact.label: fact.value for fact in desk.answer(AverageRating("harbour lights 2")).facts}
    assert facts["Median"] == "3.5 of 10"


def test_a_film_without_ratings_gives_no_figure(desk: Desk, library: Library) -> None:
    save(library, [make_review(rating=None)])
    answer = desk.answer(AverageRating())
    assert not answer.found
    assert answer.headline == "No review of Harbour Lights (1999) gives a rating."


@pytest.mark.usefixtures("two_films")
def test_without_a_film_it_asks_which_and_offers_the_same_question_of_each(desk: Desk) -> None:
    answer = desk.answer(TopReviews(order=Order.LOWEST))
    assert not answer.found
    assert [item.question for item in answer.follow_ups] == [
        TopReviews("Harbour Lights (1999)", Order.LOWEST),
        TopReviews("Harbour Lights II (2003)", Order.LOWEST),
    ]


@pytest.mark.usefixtures("two_films")
def test_the_place_tells_which_film_is_meant(desk: Desk) -> None:
    assert desk.answer(AverageRating(), Place(film="Harbour Lights II (2003)")).film == HARBOUR_II
    assert (
        desk.answer(AverageRating("harbour lights"), Place(film="Harbour Lights II (2003)")).film == HARBOUR
    )


def test_the_only_film_is_meant(desk: Desk, library: Library) -> None:
    save(library, [make_review()])
    assert desk.answer(AverageRating()).film == HARBOUR


@pytest.mark.usefixtures("two_films")
def test_an_unknown_film_is_said_with_the_nearest(desk: Desk) -> None:
    answer = desk.answer(AverageRating("harbour lights 9"))
    assert not answer.found
    assert 'No film called "harbour lights 9"' in answer.headline
    assert "Harbour Lights" in answer.headline


@pytest.mark.usefixtures("two_films")
def test_top_reviews_name_reviewer_rating_date_and_votes(desk: Desk) -> None:
    answer = desk.answer(TopReviews("Harbour Lights (1999)"))
    first = answer.quotes[0]
    assert (first.reviewer, first.rating, first.date, first.helpful, first.total) == (
        "ada",
        8,
        dt.date(2010, 5, 17),
        54,
        62,
    )
    assert LONG.startswith(first.text)
    assert first.text.endswith((".", "?", "!"))
    assert not first.ends
    assert [quote.spoiler for quote in answer.quotes if quote.reviewer == "dag"] == [True]


@pytest.mark.usefixtures("two_films")
def test_spoilers_are_left_out_where_the_place_says_so(desk: Desk) -> None:
    answer = desk.answer(TopReviews("Harbour Lights (1999)"), Place(spoilers_left_out=True))
    assert "dag" not in [quote.reviewer for quote in answer.quotes]
    assert answer.notes == ("1 spoiler review left out here.",)


def test_pages_turn_and_stop_at_the_last(desk: Desk, library: Library) -> None:
    save(library, [make_review(f"r{n:02}", votes=(n, n)) for n in range(12)])
    pages = [desk.answer(TopReviews(page=page)) for page in (1, 2, 3, 9, -1)]
    assert [answer.paging and (answer.paging.page, answer.paging.pages) for answer in pages] == [
        (1, 3),
        (2, 3),
        (3, 3),
        (3, 3),
        (1, 3),
    ]
    shown = [quote.reviewer for answer in pages[:3] for quote in answer.quotes]
    assert shown == [f"r{n:02}" for n in reversed(range(12))]


@pytest.mark.usefixtures("two_films")
def test_search_stresses_the_words_in_a_verbatim_passage(desk: Desk) -> None:
    answer = desk.answer(Search("music"))
    assert answer.found
    assert {quote.reviewer for quote in answer.quotes} == {"ada", "ben"}
    for quote in answer.quotes:
        assert [quote.text[start:end].lower() for start, end in quote.stress] == ["music"]
        assert quote.text in LONG or quote.text.startswith("Slow music")


@pytest.mark.usefixtures("two_films")
@pytest.mark.parametrize(
    "words", ["who's", "spider-man", "10/10", "AND", '"', "(", "*", "NEAR(", "", "😀", "a" * 10_000]
)
def test_any_text_can_be_searched_for(desk: Desk, words: str) -> None:
    headline = desk.answer(Search(words)).headline
    assert 0 < len(headline) < 300


@pytest.mark.usefixtures("two_films")
@pytest.mark.parametrize("question", [Reviewer("adalbert"), WholeReview("adalbert")])
def test_names_that_begin_alike_can_be_picked(desk: Desk, question: Question) -> None:
    answer = desk.answer(question)
    assert "Names that begin alike: ada." in answer.headline
    (follow_up,) = answer.follow_ups
    assert desk.answer(follow_up.question).quotes[0].reviewer == "ada"


@pytest.mark.usefixtures("two_films")
def test_one_review_is_found_by_id_and_by_reviewer(desk: Desk) -> None:
    (quote,) = desk.answer(WholeReview("ADA", "harbour lights")).quotes
    assert quote.text == LONG
    assert quote.begins
    assert quote.ends
    assert desk.answer(WholeReview(quote.review_id)).quotes == (quote,)


@pytest.mark.usefixtures("two_films")
def test_a_reviewer_has_all_their_reviews_newest_first(desk: Desk) -> None:
    answer = desk.answer(Reviewer("ada"))
    assert answer.headline == "ada wrote 2 reviews in this library, 6.00 out of 10 on average over 2 rated."
    assert [quote.film for quote in answer.quotes] == [HARBOUR_II, HARBOUR]


@pytest.mark.parametrize(
    ("ratings", "wrote"),
    [
        ((7,), "1 review in this library with a rating: 7 out of 10."),
        ((7, None), "2 reviews in this library, one of them with a rating: 7 out of 10."),
        ((None,), "1 review in this library."),
    ],
)
def test_one_rating_is_no_average(
    desk: Desk, library: Library, ratings: tuple[int | None, ...], wrote: str
) -> None:
    save(library, [make_review(film=Film(f"F{at}"), rating=rating) for at, rating in enumerate(ratings)])
    assert desk.answer(Reviewer("ada")).headline == f"ada wrote {wrote}"


@pytest.mark.parametrize(
    ("ratings", "note"),
    [
        ((7,), "Its only review is rated."),
        ((7, 8), "All 2 reviews are rated, from 7 to 8. The median is 7.5."),
        ((7, None), "1 of 2 reviews is rated."),
        ((7, 8, None), "2 of 3 reviews are rated, from 7 to 8. The median is 7.5."),
    ],
)
def test_how_many_are_rated_is_said_in_good_english(
    desk: Desk, library: Library, ratings: tuple[int | None, ...], note: str
) -> None:
    save(library, [make_review(f"r{at}", rating=rating) for at, rating in enumerate(ratings)])
    assert desk.answer(AverageRating()).notes == (note,)


def test_a_film_compared_with_itself_asks_for_another(desk: Desk, library: Library) -> None:
    save(library, [make_review()])
    itself = CompareFilms(("harbour lights", str(HARBOUR)))
    answer = desk.answer(itself)
    assert not answer.found
    assert answer.headline == "Both names mean Harbour Lights (1999). The library holds no other film."

    save(library, [make_review(film=HARBOUR_II)])
    itself = CompareFilms((str(HARBOUR), str(HARBOUR)))
    answer = desk.answer(itself)
    assert "Name another film to compare it with." in answer.headline
    assert answer.follow_ups == (
        FollowUp("With Harbour Lights II (2003)", CompareFilms((str(HARBOUR), str(HARBOUR_II)))),
    )


def test_a_misnamed_film_of_a_comparison_is_put_right(desk: Desk, library: Library) -> None:
    save(library, [make_review(), make_review(film=HARBOUR_II), make_review(film=Film("Low Water", 2007))])
    answer = desk.answer(CompareFilms(("low water", "harbour")))
    assert "Which film is meant" in answer.headline
    assert answer.follow_ups[0].question == CompareFilms(("low water", str(HARBOUR)))
    assert desk.answer(answer.follow_ups[0].question).found


def test_many_films_that_are_level_are_not_all_named(desk: Desk, library: Library) -> None:
    save(library, [make_review(film=Film(f"F{at}")) for at in range(9)])
    assert desk.answer(CompareFilms()).headline == (
        "F0, F1, F2 and 6 more films are level: 7.00 of 10, over 1 rated review each."
    )
    save(library, [make_review("ben", film=Film("F1"))])
    assert desk.answer(CompareFilms(("F0", "F1"))).headline == (
        "2 films are level: F0 7.00 of 10, over 1 rated review; F1 7.00 of 10, over 2 rated reviews."
    )


@pytest.mark.parametrize(
    "question",
    [AverageRating(), Timeline(), People(), *(TopReviews(None, order) for order in Order), Opinion()],
)
def test_a_film_that_nobody_rated_or_dated_leads_to_no_dead_end(
    desk: Desk, library: Library, question: Question
) -> None:
    save(library, [make_review(rating=None, date=None, votes=None, text="Well.")])
    answer = desk.answer(question)
    assert answer.found or answer.follow_ups
    for follow_up in answer.follow_ups:
        if not isinstance(question, Opinion):
            assert desk.answer(follow_up.question).found


def test_a_film_without_ratings_can_not_be_compared(desk: Desk, library: Library) -> None:
    save(library, [make_review(rating=7), make_review(film=HARBOUR_II, rating=None)])
    answer = desk.answer(CompareFilms((str(HARBOUR), str(HARBOUR_II))))
    assert answer.headline == (
        "Of these, only Harbour Lights (1999) can be compared: 7.00 of 10, over 1 rated review."
    )


@pytest.mark.parametrize(
    "question",
    [
        TopReviews(),
        Reviewer("dag"),
        Search("harbour"),
        Mentions("Ida Brandt"),
        Extreme(measure=Measure.LENGTH),
        Extreme(measure=Measure.LENGTH, limit=3),
        ReviewedBy("dag"),
    ],
)
def test_a_list_says_how_many_spoilers_it_leaves_out(
    desk: Desk, library: Library, question: Question
) -> None:
    words = "Ida Brandt sees the harbour. We saw Ida Brandt again. Then Ida Brandt left."
    save(library, [make_review("dag", spoiler=True, text=words, date=None), make_review("eva", text=words)])
    answer = desk.answer(question, Place(spoilers_left_out=True))
    assert "1 spoiler review left out here." in answer.notes
    assert not any(quote.spoiler for quote in answer.quotes)
    assert "1 spoiler review left out here." not in desk.answer(question).notes


@pytest.mark.parametrize("question", [Opinion("music"), Opinion()])
def test_passages_with_spoilers_that_are_left_out_are_counted(
    desk: Desk, library: Library, question: Question
) -> None:
    words = "Ida Brandt plays Captain Mole with great music around her, and the film is wonderful."
    save(library, [make_review("dag", spoiler=True, text=words), make_review("eva", text=words)])
    answer = desk.answer(question, Place(spoilers_left_out=True))
    assert answer.notes[-1:] == ("1 spoiler passage left out here.",)
    assert [quote.reviewer for quote in answer.quotes] == ["eva"]
    assert not any("left out" in note for note in desk.answer(question).notes)


def test_names_of_reviews_that_are_left_out_are_counted(desk: Desk, library: Library) -> None:
    save(library, [make_review("dag", spoiler=True, rating=9), make_review("eva", rating=9)])
    answer = desk.answer(Count(filters=Filters(ratings=(9,))), Place(spoilers_left_out=True))
    assert Fact("By", "eva (9/10), 1 spoiler review left out here") in answer.facts


@pytest.mark.usefixtures("two_films")
def test_an_unknown_reviewer_is_said(desk: Desk) -> None:
    answer = desk.answer(Reviewer("adam"))
    assert not answer.found
    assert 'No review in this library is by "adam"' in answer.headline
    assert "ada" in answer.headline


@pytest.mark.usefixtures("two_films")
def test_films_are_listed_with_reviews_and_average(desk: Desk) -> None:
    answer = desk.answer(Films())
    assert [(fact.label, fact.value) for fact in answer.facts] == [
        ("Harbour Lights (1999)", "4 reviews, 7.67 of 10"),
        ("Harbour Lights II (2003)", "1 review, 4.00 of 10"),
    ]


@pytest.mark.parametrize("film", [None, "Harbour Lights (1999)"])
def test_no_quote_comes_twice_before_all_were_dealt(desk: Desk, library: Library, film: str | None) -> None:
    texts = [TWO_QUOTES.format(n) for n in range(9)]
    save(library, [make_review(f"r{n}", text=text) for n, text in enumerate(texts)])
    save(library, [make_review("other", film=HARBOUR_II, text=LONG)])
    pool = {text[slice(*quote.span)] for text in texts for quote in good_quotes(text)}
    pool |= {LONG[slice(*quote.span)] for quote in good_quotes(LONG)} if film is None else set()
    dealt: list[str] = []
    question: Question = RandomQuote(film, deck=17)
    for _ in range(len(pool)):
        answer = desk.answer(question)
        dealt.append(answer.quotes[0].text)
        question = answer.follow_ups[0].question
    assert Counter(dealt) == Counter(pool)
    assert desk.answer(question).quotes[0].text in pool


@pytest.mark.usefixtures("two_films")
def test_random_quotes_never_come_from_spoilers(desk: Desk) -> None:
    for deck in range(30):
        assert not desk.answer(RandomQuote("Harbour Lights (1999)", deck=deck)).quotes[0].spoiler


@pytest.mark.usefixtures("two_films")
def test_a_quote_about_a_word_holds_the_word(desk: Desk) -> None:
    answer = desk.answer(RandomQuote(about="music", film="Harbour Lights (1999)"))
    (quote,) = answer.quotes
    ((start, end),) = quote.stress
    assert quote.text[start:end].lower() == "music"
    assert not desk.answer(RandomQuote(about="submarine")).found


@pytest.mark.parametrize(
    "question", [AverageRating(), TopReviews(), RandomQuote(), Films(), Help(), Search("x")]
)
def test_an_empty_library_is_said(desk: Desk, question: Question) -> None:
    answer = desk.answer(question)
    assert not answer.found
    assert answer.headline


@pytest.mark.usefixtures("two_films")
def test_every_example_and_follow_up_can_be_answered(desk: Desk) -> None:
    for start in (Help(), Unclear("hm"), AverageRating("harbour lights 2"), Films(), Search("music")):
        for follow_up in desk.answer(start).follow_ups:
            assert desk.answer(follow_up.question).headline


def test_answers_are_about_the_library_as_it_is_now(desk: Desk, library: Library) -> None:
    save(library, [make_review()])
    assert desk.answer(AverageRating()).film == HARBOUR
    save(library, [make_review(film=Film("Quiet Pier", 2001))])
    assert desk.answer(AverageRating("quiet pier")).film == Film("Quiet Pier", 2001)


@pytest.mark.usefixtures("two_films")
def test_an_answered_question_asked_again_gives_the_same(desk: Desk) -> None:
    for question in (
        AverageRating("harbor lights"),
        TopReviews("harbour lights 2"),
        Search("music"),
        RandomQuote(),
    ):
        answer = desk.answer(question)
        assert desk.answer(answer.question) == answer


def test_an_uncertain_byline_is_said_with_the_review(desk: Desk, library: Library) -> None:
    byline = Byline(
        "hesper128 May 2010",
        "hesper1",
        dt.date(2010, 5, 28),
        certain=False,
        other=("hesper12", dt.date(2010, 5, 8)),
    )
    save(library, [replace(make_review(), byline=byline)])
    (note,) = desk.answer(WholeReview("hesper1")).notes
    assert note == "The page prints name and day together, so it may also be hesper12 on 8 May 2010."


def test_averages_are_told_by_site_where_there_are_several(library: Library, desk: Desk) -> None:
    save(library, [make_review("ada", rating=4, site="IMDb"), make_review("ben", rating=5, site="IMDb")])
    assert not [fact for fact in desk.answer(AverageRating()).facts if "IMDb" in fact.label]
    save(library, [make_review("cho", rating=9, site="Letterboxd"), make_review("dag", rating=7)])
    facts = {fact.label: fact.value for fact in desk.answer(AverageRating()).facts}
    assert facts["Mean"] == "6.25 of 10"
    assert facts["On IMDb"] == "4.50 of 10 over 2 rated"
    assert facts["On Letterboxd"] == "9.00 of 10 over 1 rated"
    assert facts["Elsewhere"] == "7.00 of 10 over 1 rated"


def dealt(desk: Desk, question: Question, place: Place, times: int) -> list[str]:
    return [desk.answer(question, place).quotes[0].text for _ in range(times)]


def test_a_quote_asked_for_again_goes_on_in_the_places_own_deck(desk: Desk, library: Library) -> None:
    texts = [TWO_QUOTES.format(n) for n in range(9)]
    save(library, [make_review(f"r{n}", text=text) for n, text in enumerate(texts)])
    pool = sum(len(good_quotes(text)) for text in texts)
    here, there = Place(channel=1), Place(channel=2)
    first = dealt(desk, RandomQuote(), here, 4)
    other = dealt(desk, RandomQuote(), there, pool)
    assert len({*first, *dealt(desk, RandomQuote(), here, pool - 4)}) == pool
    assert len(set(other)) == pool


def test_another_quote_by_button_is_not_dealt_again_when_typed(desk: Desk, library: Library) -> None:
    texts = [f"Reel {n} of this film is gorgeous and moves like a boat in the fog." for n in range(6)]
    save(library, [make_review(f"r{n}", text=text) for n, text in enumerate(texts)])
    answer = desk.answer(RandomQuote())
    shown = {answer.quotes[0].text, desk.answer(answer.follow_ups[0].question).quotes[0].text}
    assert shown.isdisjoint(dealt(desk, RandomQuote(), Place(), 4))


def test_words_that_are_nobodys_name_are_still_found_as_words(desk: Desk, library: Library) -> None:
    save(library, [make_review("ada", text="There is fog in it, and more fog."), make_review("ben")])
    answer = desk.answer(Mentions("fog"))
    assert answer.found
    assert answer.headline == '1 review holds "fog". Nobody is known by that name.'
    assert [quote.reviewer for quote in answer.quotes] == ["ada"]
    assert not desk.answer(Mentions("submarine")).found


def test_a_film_is_found_by_the_name_it_had_before(library: Library, desk: Desk) -> None:
    havnen = Film("Havnen", 1999)
    save(library, [make_review("ada", film=havnen), make_review("ben", film=HARBOUR_II)])
    save(library, [make_review("cho", film=Film("Harbour Lights", 1999))])
    films = desk.catalogue()
    merge_films(library, films.named("havnen"), films.named("Harbour Lights (1999)"))
    rename_film(library, desk.catalogue().named("Harbour Lights II"), Film("The Long Pier", 2003))
    for name in ("havnen", "Havnen (1999)"):
        assert desk.answer(AverageRating(name)).film == HARBOUR
        assert desk.answer(AverageRating(), Place(film=name)).film == HARBOUR
    assert str(desk.answer(AverageRating("Harbour Lights II")).film) == "The Long Pier (2003)"
    assert str(desk.answer(AverageRating("long pier")).film) == "The Long Pier (2003)"


@pytest.mark.parametrize(
    "words",
    [
        "rating exchange",
        "rating exchange 1961",
        "how is exchange rated?",
        "what is the average of exchange 1961?",
    ],
)
def test_a_film_is_found_by_a_part_of_the_name_it_had_before(
    library: Library, desk: Desk, words: str
) -> None:
    exchange = Film("Exchange 1961", 2012)
    save(library, [make_review(film=film) for film in (exchange, HARBOUR, Film("The Long Pier", 2003))])
    films = desk.catalogue().by_film
    merge_films(library, films[exchange], films[HARBOUR])
    assert desk.answer(read(words, desk.known())).headline.startswith(f"{HARBOUR} averages")


@pytest.mark.usefixtures("two_films")
def test_a_search_says_which_reviews_it_looked_through(desk: Desk) -> None:
    def headline(question: Search) -> str:
        return desk.answer(question).headline

    film = "Harbour Lights (1999)"
    assert headline(Search("music", rating_to=7)) == '1 of the reviews that gave 7/10 or less holds "music".'
    assert (
        headline(Search("music", film, rating_from=9, year_from=2000))
        == f'None of the reviews of {film} that gave 9/10 or more and were written since 2000 holds "music".'
    )
    assert headline(Search("music", rating_from=8, rating_to=7)).startswith(
        "2 of the reviews that gave 7/10 or 8/10"
    )
    assert headline(Search("music", reviewer="nobody")).startswith(
        'No review in this library is by "nobody".'
    )
    assert headline(Search('"slow tide" -rain')) == '1 review answers to "slow tide" -rain.'
    for words in ("", '"', "-music", "()"):
        assert headline(Search(words)).startswith("Give at least one word")


@pytest.mark.usefixtures("two_films")
def test_spoilers_asked_for_where_they_are_left_out_are_not_searched(desk: Desk) -> None:
    answer = desk.answer(Search("pilot", spoilers=True), Place(spoilers_left_out=True))
    assert not answer.found
    assert "left out here" in answer.headline


def test_a_quote_is_offered_behind_a_search_only_where_a_sentence_holds_the_words(
    library: Library, desk: Desk
) -> None:
    save(library, [make_review(text="The harbour glows and nobody says a word about it.\n\nIt did.")])
    for words, offers in (("glows", ["A quote about it"]), ("did", [])):
        answer = desk.answer(Search(words))
        assert answer.found
        assert [each.label for each in answer.follow_ups] == offers
        assert desk.answer(RandomQuote(about=words)).found == bool(offers)


@pytest.mark.parametrize("begun", [Search(""), Mentions(""), Reviewer("")])
def test_what_was_begun_is_offered_whole_of_this_library(
    begun: Question, library: Library, desk: Desk
) -> None:
    text = "The music glows. We saw Bruno Káldossy twice."
    save(library, [make_review(f"ada-{number}", text=text) for number in range(4)])
    answer = desk.answer(Unclear("typed", readings=(begun,), asks="What?"))
    assert (answer.found, answer.headline) == (False, "What?")
    assert {type(each.question) for each in answer.follow_ups} == {type(begun)}
    assert all(desk.answer(each.question).found for each in answer.follow_ups)


def test_a_long_review_is_read_once_for_a_quote(
    library: Library, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counting(text: str) -> list[Quotable]:
        read.append(text)
        return good_quotes(text)

    monkeypatch.setattr("bot.answers.quotes.good_quotes", counting)
    save(library, [make_review("ada", text="But he says it, and so he goes. " * 40)])
    assert not desk.answer(RandomQuote()).found
    assert len(read) == 1


@pytest.mark.usefixtures("two_films")
def test_what_was_counted_can_be_read(desk: Desk) -> None:
    counted = desk.answer(Count(str(HARBOUR), Filters(ratings=(8,))))
    read_them = counted.follow_ups[0]
    assert read_them.label == "Read them"
    answer = desk.answer(read_them.question)
    assert answer.headline == "2 of 3 rated reviews of Harbour Lights (1999) gave 8/10."
    assert [quote.reviewer for quote in answer.quotes] == ["ada", "dag"]
    assert desk.answer(answer.question) == answer
    hidden = desk.answer(read_them.question, Place(spoilers_left_out=True))
    assert [quote.reviewer for quote in hidden.quotes] == ["ada"]
    assert hidden.notes == ("1 spoiler review left out here.",)


def test_a_counted_list_has_pages(library: Library, desk: Desk) -> None:
    save(library, [make_review(f"r{number}", rating=6) for number in range(7)])
    answer = desk.answer(TopReviews(str(HARBOUR), page=2, filters=Filters(ratings=(6,))))
    assert answer.paging is not None
    assert (answer.paging.page, answer.paging.pages, len(answer.quotes)) == (2, 2, 2)


def test_the_only_quote_about_a_word_offers_no_other(library: Library, desk: Desk) -> None:
    text = "The fog rolls in over the harbour and nobody minds. The boats are slow and lovely to look at."
    save(library, [make_review("ada", text=text)])
    answer = desk.answer(RandomQuote(about="fog"))
    assert answer.notes == ("There is no other one like it.",)
    assert [item.label for item in answer.follow_ups] == ["The whole review", "Average rating"]
    assert desk.answer(RandomQuote(about="the")).follow_ups[0].label == "Another quote"


def test_an_opinion_offers_the_word_that_open_sentences_use(library: Library, desk: Desk) -> None:
    save(
        library,
        [
            make_review("ada", text="The ending is wonderful."),
            make_review("ben", text="The score is wonderful. I liked it."),
            make_review("cho", text="A dull score. I did not like it."),
        ],
    )
    labels = [item.label for item in desk.answer(Opinion("music", str(HARBOUR))).follow_ups]
    assert labels == ["Search for score", "How it is rated"]
    labels = [item.label for item in desk.answer(Opinion("have a good ending", str(HARBOUR))).follow_ups]
    assert labels == ["How it is rated"], "the sentences about it are hidden"


def test_a_rating_that_more_gave_than_are_listed_is_told(library: Library, desk: Desk) -> None:
    save(library, [make_review(f"r{number}", rating=rating) for number, rating in enumerate((2, 3, 3, 3))])
    answer = desk.answer(Extreme(str(HARBOUR), Measure.RATING, lowest=True, limit=2))
    assert answer.notes == ("2 more reviews gave 3/10 too.",)


def test_films_are_listed_by_the_numbers_in_their_titles(library: Library, desk: Desk) -> None:
    for number in (10, 2, 1):
        save(library, [make_review(film=Film(f"Part {number}", 2000))])
    assert [fact.label for fact in desk.answer(Films()).facts] == [
        "Part 1 (2000)",
        "Part 2 (2000)",
        "Part 10 (2000)",
    ]


def test_many_films_are_offered_with_the_list_of_all(library: Library, desk: Desk) -> None:
    for number in range(7):
        save(library, [make_review(film=Film(f"Part {number}", 2000))])
    answer = desk.answer(AverageRating())
    assert answer.headline.endswith(" or another of the 7?")
    assert answer.follow_ups[-1] == FollowUp("Every film there is", Films())
    assert desk.answer(AverageRating("casablanca")).follow_ups == (FollowUp("Every film there is", Films()),)


@pytest.mark.usefixtures("two_films")
def test_facts_that_the_headline_tells_are_not_told_again(desk: Desk) -> None:
    compared = desk.answer(CompareFilms((str(HARBOUR), str(HARBOUR_II))))
    assert compared.facts
    assert not compared.further_facts
    for question in (
        AverageRating(str(HARBOUR)),
        Extreme(str(HARBOUR)),
        Share(str(HARBOUR), Filters(ratings=(8,))),
    ):
        answer = desk.answer(question)
        assert answer.facts
        assert not answer.further_facts
    labels = [fact.label for fact in desk.answer(Count(str(HARBOUR), Filters(ratings=(8,)))).further_facts]
    assert labels == ["By"]
    labels = [fact.label for fact in desk.answer(Average(str(HARBOUR))).further_facts]
    assert labels == ["Median", "Spread"]


@pytest.mark.usefixtures("two_films")
def test_no_button_leads_to_a_review_that_is_left_out(desk: Desk) -> None:
    place = Place(spoilers_left_out=True)
    spoilers = Filters(spoilers=True)
    for question in (
        Extreme(str(HARBOUR), Measure.LENGTH, filters=spoilers),
        Count(str(HARBOUR), spoilers),
        Reviewer("dag"),
    ):
        for follow_up in desk.answer(question, place).follow_ups:
            assert not isinstance(follow_up.question, WholeReview | TopReviews)


@pytest.mark.usefixtures("two_films")
def test_who_reviewed_several_films_is_told_with_the_ratings(desk: Desk, library: Library) -> None:
    save(library, [make_review("ben", rating=None, film=HARBOUR_II)])
    films = (str(HARBOUR), str(HARBOUR_II))
    answer = desk.answer(WroteOfAll(films))
    assert answer.headline == (
        "2 reviewers wrote of both Harbour Lights (1999) and Harbour Lights II (2003): ada and ben."
    )
    assert answer.facts[1] == Fact("ben", "Harbour Lights (1999) 7/10, Harbour Lights II (2003) no rating")
    assert answer.follow_ups[0].question == Reviewer("ada")
    assert desk.answer(read(in_words(WroteOfAll(films)), desk.known())).question == WroteOfAll(films)
    assert desk.answer(read(in_words(WroteOfAll()), desk.known())).question == WroteOfAll()


@pytest.mark.usefixtures("two_films")
def test_nobody_reviewed_every_film_where_none_did(desk: Desk, library: Library) -> None:
    save(library, [make_review("eve", film=Film("Ash", 2000))])
    answer = desk.answer(WroteOfAll())
    assert answer.headline == "No reviewer here wrote of all 3 films here."


def test_two_spans_of_years_are_set_beside_each_other(desk: Desk, library: Library) -> None:
    rated: dict[int, list[int | None]] = {2004: [9, 8], 2008: [7], 2015: [4, 5], 2020: [None]}
    save(
        library,
        [
            make_review(f"r{year}-{number}", rating=rating, date=dt.date(year, 5, 1))
            for year, given in rated.items()
            for number, rating in enumerate(given)
        ],
    )

    def asked(words: str) -> str:
        return desk.answer(read(words, desk.known())).text

    assert asked("average 2004-2008 vs 2015-2020") == (
        "The average rating of the reviews of Harbour Lights (1999) written from 2004 to 2008 is 8.00 of 10,"
        " over 3 rated reviews; of those from 2015 to 2020 it is 4.50 of 10, over 2 rated reviews."
        " The difference is 3.50."
    )
    assert asked("how many reviews in 2004 vs 2015-2020") == (
        "2 reviews of Harbour Lights (1999) were written in 2004, 3 from 2015 to 2020."
        " Together that is 5 reviews. The difference is 1."
    )
    assert "of those in 2020 it is not to be told, as none is rated" in asked("median 2004 vs 2020")


@pytest.mark.usefixtures("two_films")
def test_a_quote_is_by_whom_and_of_what_rating_it_was_asked_for(desk: Desk, library: Library) -> None:
    text = "The boats are slow, and I liked every one of them. The music is a slow tide."
    save(library, [make_review("ann", rating=3, text=text), make_review("bob", rating=9, text=text)])
    for words in ("quote by ann", "a quote by Ann about boats", "quote from a 3/10 review"):
        (quote,) = desk.answer(read(words, desk.known())).quotes
        assert quote.reviewer == "ann"
    for _ in range(5):
        assert desk.answer(read("quote from a 2 star review", desk.known())).quotes[0].rating in (3, 4)
    nobody = desk.answer(read("quote by dag", desk.known()))
    assert not nobody.found
    assert "Reviews marked as spoilers are not quoted." in nobody.headline
    assert "rated 1/10 has a sentence" in desk.answer(read("quote from a 1/10 review", desk.known())).headline
    assert not desk.answer(RandomQuote(reviewer="nobody at all")).found


def test_a_reviewers_spoilers_are_never_quoted(desk: Desk, library: Library) -> None:
    save(library, [make_review("ada", rating=2, spoiler=True, text=LONG)])
    for question in (
        RandomQuote(reviewer="ada"),
        RandomQuote(rating_to=2),
        RandomQuote(about="music", rating_to=2),
    ):
        assert not desk.answer(question).quotes


def test_where_no_sentence_can_be_quoted_the_words_can_be_searched(library: Library, desk: Desk) -> None:
    save(library, [make_review("ada", spoiler=True, text="And the crate is full of salt. Wet salt.")])
    answer = desk.answer(RandomQuote(about="salt"))
    assert not answer.found
    assert [item.label for item in answer.follow_ups] == ["Search for salt"]
    assert desk.answer(RandomQuote(about="salt"), Place(spoilers_left_out=True)).follow_ups == ()


@pytest.mark.usefixtures("two_films")
def test_who_wrote_of_other_films_is_said_so(desk: Desk) -> None:
    answer = desk.answer(WholeReview("BEN", "harbour lights ii"))
    assert answer.headline == (
        "No review of Harbour Lights II (2003) is by ben, who wrote of Harbour Lights (1999)."
    )
    assert answer.follow_ups == (FollowUp("ben", Reviewer("ben")),)


@pytest.mark.usefixtures("two_films")
@pytest.mark.parametrize("words", ["rating harbour lights (1987)", "average rating of harbour lights (1987)"])
def test_a_film_of_another_year_is_not_here(desk: Desk, words: str) -> None:
    assert desk.answer(read(words, desk.known())).headline.startswith(
        'No film called "harbour lights (1987)"'
    )


@pytest.mark.usefixtures("two_films")
@pytest.mark.parametrize("words", ["review", "!review", "read"])
def test_a_review_of_nobody_is_asked_back(desk: Desk, words: str) -> None:
    answer = desk.answer(read(words, desk.known()))
    assert answer.headline == "Whose review?"
    assert answer.follow_ups


@pytest.mark.usefixtures("two_films")
def test_a_search_that_names_a_film_offers_it_there(desk: Desk) -> None:
    answer = desk.answer(Search("boats harbour lights"))
    assert answer.headline.endswith(
        'holds "boats harbour lights". Did you mean "boats" in Harbour Lights (1999)?'
    )
    assert answer.follow_ups == (
        FollowUp("boats in Harbour Lights (1999)", Search("boats", "Harbour Lights (1999)")),
    )
    assert "Did you mean" not in desk.answer(Search("submarine harbour lights")).headline


@pytest.mark.usefixtures("two_films")
def test_what_spoilers_alone_hold_is_not_denied_where_they_are_left_out(desk: Desk) -> None:
    answer = desk.answer(Search("drowns"), Place(spoilers_left_out=True))
    assert answer.headline == 'No review that is shown here holds "drowns".'
    assert answer.notes == ("1 spoiler review left out here.",)
    hidden = desk.answer(WholeReview("dag"), Place(spoilers_left_out=True))
    assert hidden.headline.endswith("Ask for it in a direct message to me.")


def test_several_films_that_may_be_meant_are_listed_with_one_or(library: Library, desk: Desk) -> None:
    save(library, [make_review(film=Film(title, 2000)) for title in ("Ash", "Birch", "Cedar")])
    assert desk.answer(AverageRating()).headline == "Which film: Ash (2000), Birch (2000) or Cedar (2000)?"


@pytest.mark.usefixtures("two_films")
@pytest.mark.parametrize(("words", "offered"), [("how many are negative?", 4), ("how many are positive?", 7)])
def test_a_mood_by_itself_is_asked_back_as_ratings(desk: Desk, words: str, offered: int) -> None:
    (follow_up,) = desk.answer(read(words, desk.known())).follow_ups
    assert str(offered) in follow_up.label


@pytest.mark.usefixtures("two_films")
@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("recommend me a film", "Harbour Lights (1999) has the higher average rating"),
        ("what should I watch tonight?", "Harbour Lights (1999) has the higher average rating"),
        ("which has more reviews?", "Harbour Lights (1999) has more reviews: 4"),
        ("who is the harshest reviewer?", "The lowest rating is 4/10"),
        ("which reviewers saw all films?", "1 reviewer wrote of both films here: ada."),
        (
            "who reviewed both harbour lights 1 and harbour lights 2",
            "1 reviewer wrote of both Harbour Lights",
        ),
        ("who wrote the most", "ada wrote the most: 2 of 5 reviews"),
        ("what is the best review of all", "The highest rating is 8/10"),
    ],
)
def test_what_no_one_film_answers_is_asked_of_the_library(desk: Desk, words: str, headline: str) -> None:
    answer = desk.answer(read(words, desk.known()))
    assert answer.headline.startswith(headline)
    assert answer.follow_ups
