"""What leans on the last answer, in the many ways in which it is said."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.model import Film, Filters
from bot.questions.conversation import Conversation
from bot.questions.film_names import FilmIndex
from bot.questions.kinds import (
    EVERY_FILM,
    Average,
    AverageRating,
    CompareFilms,
    CompareOpinions,
    Count,
    Counted,
    Extreme,
    Measure,
    Mentions,
    NotInReviews,
    Opinion,
    Order,
    Question,
    RandomQuote,
    ReviewedBy,
    Reviewer,
    SaidBy,
    Search,
    SearchOrder,
    Side,
    SmallTalk,
    Statistic,
    Timeline,
    TopReviews,
    Unclear,
    Who,
    WholeReview,
    WroteOfAll,
)
from bot.questions.known import Known
from bot.questions.reading import read
from bot.questions.wording import in_words

LIGHTS, LIGHTS_II, GULL = "Harbour Lights (1999)", "Harbour Lights II (2003)", "The Gull House (2011)"
FILMS = FilmIndex.of(
    [Film("Harbour Lights", 1999), Film("Harbour Lights II", 2003), Film("The Gull House", 2011)]
)
PEOPLE = {name.lower(): name for name in ("ada-1", "ben.k")}
KNOWN = Known(
    FILMS,
    holds=lambda word: word in "otto brandt foghorn parrot harbour music cocaine heroin".split(),
    find_reviewer=lambda name: PEOPLE.get(name.lower()),
)
FIRST, SECOND, THIRD = (WholeReview(f"pq{number}", LIGHTS) for number in (1, 2, 3))


def of_list(question: Question) -> Conversation:
    return Conversation(
        question, LIGHTS, ("pq1", "pq2", "pq3"), ("ada-1", "ben.k", "cleo"), (FIRST, SECOND, THIRD), question
    )


def of_one(question: Question) -> Conversation:
    return Conversation(question, LIGHTS, ("pq1",), ("ada-1",), (FIRST,), question)


TOP = of_list(TopReviews(LIGHTS))
QUOTE = of_one(RandomQuote(LIGHTS, deck=3))
REVIEW = of_one(FIRST)
RATING = Conversation(AverageRating(LIGHTS), LIGHTS)


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("the second one", SECOND),
        ("The second one, please!", SECOND),
        ("show me the third one", THIRD),
        ("open the second", SECOND),
        ("open the 2nd one pls", SECOND),
        ("number 2", SECOND),
        ("number two", SECOND),
        ("review number 3", THIRD),
        ("review 2", SECOND),
        ("read 2", SECOND),
        ("2", SECOND),
        ("the last one", THIRD),
        ("last one please", THIRD),
        ("first review please", FIRST),
        ("can you open the first review", FIRST),
        ("i want to read the third review in full", THIRD),
        ("ok the whole second review", SECOND),
        ("and the third one?", THIRD),
        ("what does the second one say", SECOND),
        ("what did the third reviewer say?", THIRD),
        ("let me see the 3rd", THIRD),
        ("secnd one", SECOND),
        ("who wrote the second one?", SaidBy("pq2")),
    ],
)
@pytest.mark.parametrize("last", [TopReviews(LIGHTS), Search("music"), Mentions("Otto", LIGHTS)])
def test_a_place_in_a_list_opens_what_stands_there(typed: str, question: Question, last: Question) -> None:
    assert read(typed, KNOWN, of_list(last)) == question


@pytest.mark.parametrize("typed", ["the second one", "open the second", "number 2", "the 2nd review"])
@pytest.mark.parametrize("last", [Opinion("music", LIGHTS), Count(LIGHTS, Filters(ratings=(10,)))])
def test_so_does_a_place_among_sentences_and_names(typed: str, last: Question) -> None:
    assert read(typed, KNOWN, of_list(last)) == SECOND


@pytest.mark.parametrize("typed", ["in the second one?", "what about the second one?", "and the second one"])
def test_after_an_opinion_the_second_one_may_be_the_film(typed: str) -> None:
    assert read(typed, KNOWN, of_list(Opinion("music", LIGHTS))) == Opinion("music", LIGHTS_II)


@pytest.mark.parametrize("typed", ["the second one", "and the second one?", "what about the sequel"])
def test_with_no_list_the_second_one_is_the_film(typed: str) -> None:
    assert read(typed, KNOWN, RATING) == AverageRating(LIGHTS_II)


@pytest.mark.parametrize("typed", ["and the third one?", "what about the third one", "in the third one?"])
def test_a_film_of_the_series_that_is_not_here_is_said_to_be_none(typed: str) -> None:
    question = read(typed, KNOWN, RATING)
    assert isinstance(question, NotInReviews)
    assert question.is_film


def test_a_place_that_the_list_has_not_is_no_question_about_a_film() -> None:
    question = read("the ninth one", KNOWN, TOP)
    assert isinstance(question, Unclear)
    assert "shows 3" in question.asks
    assert question.readings == (TopReviews(LIGHTS, page=2),)


def test_the_list_goes_on_after_one_of_it_was_opened() -> None:
    opened = replace(REVIEW, listed=(FIRST, SECOND, THIRD), list_of=TopReviews(LIGHTS))
    assert read("and the third one?", KNOWN, opened) == THIRD
    assert read("show me more", KNOWN, opened) == TopReviews(LIGHTS, page=2)


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("more", 3),
        ("next page please", 3),
        ("previous", 1),
        ("prev page", 1),
        ("go back", 1),
        ("page 1", 1),
        ("ok show me page 3", 3),
        ("the third page", 3),
        ("go to page number 3", 3),
        ("last page", 3),
    ],
)
def test_pages_are_turned_by_words(typed: str, page: int) -> None:
    for last in (TopReviews(LIGHTS, page=2), Search("music", page=2), Opinion("music", LIGHTS, page=2)):
        assert read(typed, KNOWN, replace(of_list(last), pages=3)) == replace(last, page=page)


def test_no_page_stands_behind_the_last_nor_before_the_first() -> None:
    top = replace(TOP, pages=1)
    assert read("more", KNOWN, top) == SmallTalk("no_more")
    assert read("previous", KNOWN, top) == SmallTalk("no_page_before")
    assert read("page 2", KNOWN, RATING) == SmallTalk("no_pages")
    beyond = read("page 4", KNOWN, replace(TOP, pages=3))
    assert isinstance(beyond, Unclear)
    assert (beyond.asks, beyond.readings) == ("The list has 3 pages.", (TopReviews(LIGHTS, page=3),))


@pytest.mark.parametrize(
    "typed",
    [
        "show the whole review",
        "show me the whole review",
        "the whole review please",
        "can i read the full review?",
        "open it",
        "read it",
        "read on",
        "show me the full text",
        "whole review",
        "the rest of it",
        "what else did he say",
        "what else does she say about it?",
        "i want to read the review",
        "why?",
        "why so?",
        "why did he say that",
        "how come",
        "ok, show it all",
        "read the rest",
        "can i see the entire review",
    ],
)
@pytest.mark.parametrize("last", [QUOTE, of_one(Extreme(LIGHTS, lowest=True)), of_one(SaidBy("pq1"))])
def test_the_whole_review_is_asked_for_in_words(typed: str, last: Conversation) -> None:
    assert read(typed, KNOWN, last) == FIRST


@pytest.mark.parametrize(
    "typed",
    [
        "what else did he write?",
        "what else has she written",
        "more by him",
        "more by them please",
        "more from this reviewer",
        "show me more reviews by this reviewer",
        "everything by him",
        "other reviews by the same reviewer",
        "anything else by her?",
        "what about him?",
        "his other reviews",
        "what other films did he review?",
        "did she review anything else",
        "tell me more about him",
        "who is he",
        "has he written anything else",
        "other stuff from him",
        "is there more by this guy",
        "what's his average?",
    ],
)
@pytest.mark.parametrize("last", [QUOTE, REVIEW, of_one(Extreme(LIGHTS, lowest=True))])
def test_more_by_the_reviewer_is_asked_for_in_words(typed: str, last: Conversation) -> None:
    assert read(typed, KNOWN, last) == Reviewer("ada-1")


def test_with_several_shown_it_is_asked_whose() -> None:
    whose = read("show the whole review", KNOWN, of_list(Opinion("music", LIGHTS)))
    assert isinstance(whose, Unclear)
    assert WholeReview("ben.k", LIGHTS) in whose.readings
    by_whom = read("more by him", KNOWN, of_list(Opinion("music", LIGHTS)))
    assert isinstance(by_whom, Unclear)
    assert Reviewer("cleo") in by_whom.readings


@pytest.mark.parametrize("typed", ["what do people think of him", "tell me about him", "what about him?"])
def test_after_who_somebody_is_he_is_no_reviewer(typed: str) -> None:
    who = of_one(Who("otto", LIGHTS))
    assert not isinstance(read(typed, KNOWN, who), Reviewer)


@pytest.mark.parametrize("typed", ["why?", "why is that", "how come?"])
def test_why_a_film_is_rated_so_is_told_by_what_they_think(typed: str) -> None:
    assert read(typed, KNOWN, RATING) == Opinion("", LIGHTS)


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("and of harbour lights 2?", WholeReview("ada-1", LIGHTS_II)),
        ("and harbour lights 2", WholeReview("ada-1", LIGHTS_II)),
        ("what about the gull house?", WholeReview("ada-1", GULL)),
        ("what did he think of the gull house", WholeReview("ada-1", GULL)),
        ("did she like the gull house?", WholeReview("ada-1", GULL)),
        ("what did he give the gull house", ReviewedBy("ada-1", GULL)),
    ],
)
def test_a_reviewer_is_leant_on_for_another_film(typed: str, question: Question) -> None:
    assert read(typed, KNOWN, REVIEW) == question


@pytest.mark.parametrize("typed", ["what did ben.k think?", "what does ben.k say", "ben.k's opinion?"])
def test_a_film_is_leant_on_for_a_reviewer(typed: str) -> None:
    assert read(typed, KNOWN, RATING) == WholeReview("ben.k", LIGHTS)


@pytest.mark.parametrize("typed", ["and by ben.k?", "and ben.k", "what about ben.k?"])
def test_after_a_films_rating_a_name_asks_what_somebody_gave(typed: str) -> None:
    assert read(typed, KNOWN, RATING) == ReviewedBy("ben.k", LIGHTS)


TWO = Conversation(AverageRating(GULL), GULL, earlier_films=(LIGHTS,))


@pytest.mark.parametrize(
    "typed",
    [
        "compare them",
        "compare the two",
        "compare both",
        "compare these two films please",
        "can you compare them",
        "which is better?",
        "which one is better",
        "which of them is better?",
        "which of the two is rated higher?",
        "and which one is the best?",
        "how do they compare",
        "what's the difference between them?",
        "which one do people prefer",
        "which wins?",
        "put the two films side by side",
        "show them side by side",
        "which has the higher rating",
        "so which one?",
        "which would people recommend",
        "how big is the difference?",
    ],
)
def test_two_films_just_spoken_of_are_compared(typed: str) -> None:
    assert read(typed, KNOWN, TWO) == CompareFilms((LIGHTS, GULL))


@pytest.mark.parametrize(
    "typed", ["which is worse?", "which one is rated lower", "which of the two is worst"]
)
def test_the_worse_of_two_is_asked_for(typed: str) -> None:
    assert read(typed, KNOWN, TWO) == CompareFilms((LIGHTS, GULL), lowest=True)


@pytest.mark.parametrize("typed", ["compare all three", "compare the three films", "compare all of them"])
def test_more_than_two_are_compared_where_all_are_meant(typed: str) -> None:
    three = replace(TWO, earlier_films=(LIGHTS_II, LIGHTS))
    assert read(typed, KNOWN, three) == CompareFilms((LIGHTS_II, LIGHTS, GULL))
    assert read("compare them", KNOWN, three) == CompareFilms((LIGHTS, GULL))


@pytest.mark.parametrize(
    "typed", ["which film is that from?", "what film is this", "which movie is it about"]
)
def test_of_which_film_a_quote_is(typed: str) -> None:
    assert read(typed, KNOWN, QUOTE) == SaidBy("pq1")


@pytest.mark.parametrize(
    "typed", ["previous", "previous page", "back", "go back", "the previous page please"]
)
def test_a_page_is_turned_back_and_a_list_gone_back_to(typed: str) -> None:
    assert read(typed, KNOWN, of_list(TopReviews(LIGHTS, page=2))) == TopReviews(LIGHTS)
    opened = replace(REVIEW, listed=(FIRST, SECOND), list_of=Search("music"))
    assert read(typed, KNOWN, opened) == Search("music")


@pytest.mark.parametrize("typed", ["what did they say?", "what do they think", "their reviews", "read them"])
def test_those_who_were_counted_are_read(typed: str) -> None:
    tens = Filters(ratings=(10,))
    assert read(typed, KNOWN, Conversation(Count(LIGHTS, tens), LIGHTS)) == TopReviews(LIGHTS, filters=tens)


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("best review", TopReviews(LIGHTS)),
        ("newest", TopReviews(LIGHTS, Order.NEWEST)),
        ("timeline", Timeline(LIGHTS)),
        ("rating", AverageRating(LIGHTS)),
        ("top the gull house", TopReviews("the gull house")),
        ("search music", Search("music")),
    ],
)
def test_a_command_that_lacks_its_film_is_about_the_one_spoken_of(typed: str, question: Question) -> None:
    assert read(typed, KNOWN, QUOTE) == question


@pytest.mark.parametrize(
    "typed",
    [
        "what is the story",
        "why is it so slow?",
        "show me the original",
        "what's the plot",
        "who wrote the script",
    ],
)
def test_what_is_asked_of_the_film_opens_no_review(typed: str) -> None:
    assert not isinstance(read(typed, KNOWN, QUOTE), WholeReview | Reviewer | SaidBy)


@pytest.mark.parametrize(
    "typed", ["show me all of them", "what do the others say", "who else?", "and one more"]
)
def test_more_of_a_list_is_asked_for_in_other_words(typed: str) -> None:
    assert read(typed, KNOWN, TOP) == TopReviews(LIGHTS, page=2)


def test_with_one_film_there_is_nothing_to_compare() -> None:
    assert not isinstance(read("which is better?", KNOWN, RATING), CompareFilms)
    assert read("compare harbour lights and harbour lights 2", KNOWN, TWO) == CompareFilms(
        ("harbour lights", "harbour lights 2")
    )


def dated(since: int | None, until: int | None) -> Filters:
    return Filters(
        since=dt.date(since, 1, 1) if since else None, until=dt.date(until, 12, 31) if until else None
    )


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ((None, 2009), "and after?", (2010, None)),
        ((None, 2009), "and after that", (2010, None)),
        ((None, 2009), "what about later?", (2010, None)),
        ((None, 2009), "and since then", (2010, None)),
        ((2010, None), "and before?", (None, 2009)),
        ((2010, None), "and earlier?", (None, 2009)),
        ((2005, 2006), "and afterwards", (2007, None)),
        ((2005, 2006), "and before that?", (None, 2004)),
    ],
)
def test_what_lies_before_or_after_the_days_of_a_figure(
    before: tuple[int | None, int | None], typed: str, after: tuple[int | None, int | None]
) -> None:
    last = Conversation(Average(LIGHTS, dated(*before)), LIGHTS)
    assert read(typed, KNOWN, last) == Average(LIGHTS, dated(*after))


@pytest.mark.parametrize(
    ("typed", "ratings"),
    [
        ("only the good ones", (7, 10)),
        ("just the positive ones please", (7, 10)),
        ("and the good reviews?", (7, 10)),
        ("only positive", (7, 10)),
        ("only the bad ones", (0, 4)),
        ("what about the negative ones", (0, 4)),
        ("show me the negative reviews", (0, 4)),
        ("only 8+", (8, 10)),
        ("only 8 or more", (8, 10)),
    ],
)
def test_a_search_is_narrowed_to_the_good_or_the_bad(typed: str, ratings: tuple[int, int]) -> None:
    narrowed = Search("heroin", rating_from=ratings[0], rating_to=ratings[1])
    assert read(typed, KNOWN, of_list(Search("heroin"))) == narrowed
    filters = Filters(ratings=tuple(range(ratings[0], ratings[1] + 1)), mentions="Otto")
    assert read(typed, KNOWN, of_list(Mentions("Otto", LIGHTS))) == TopReviews(LIGHTS, filters=filters)
    assert read(typed, KNOWN, TOP) == TopReviews(LIGHTS, filters=replace(filters, mentions=None))


def test_a_list_is_narrowed_and_ordered_in_other_ways() -> None:
    search = of_list(Search("heroin"))
    assert read("and from 2010", KNOWN, search) == Search("heroin", year_from=2010, year_to=2010)
    assert read("without spoilers", KNOWN, search) == Search("heroin", spoilers=False)
    assert read("only by ben.k", KNOWN, search) == Search("heroin", reviewer="ben.k")
    assert read("newest first", KNOWN, search) == Search("heroin", order=SearchOrder.NEWEST)
    assert read("sort them by rating", KNOWN, TOP) == TopReviews(LIGHTS, Order.HIGHEST)
    music = of_list(Opinion("music", LIGHTS))
    assert read("only the good ones", KNOWN, music) == Opinion("music", LIGHTS, side=Side.FOR)


@pytest.mark.parametrize(
    "typed",
    ["and cocaine?", "what about cocaine", "and for cocaine", "now cocaine", "how about the word cocaine?"],
)
def test_another_word_after_a_search_is_searched_too(typed: str) -> None:
    assert read(typed, KNOWN, of_list(Search("heroin", LIGHTS))) == Search("cocaine", LIGHTS)
    count = Count(LIGHTS, Filters(mentions="heroin"))
    assert read(typed, KNOWN, Conversation(count, LIGHTS)) == Count(LIGHTS, Filters(mentions="cocaine"))


@pytest.mark.parametrize(
    "typed", ["one about music", "and about music?", "a quote about the music", "and on music"]
)
def test_a_quote_about_something_else_is_dealt_anew(typed: str) -> None:
    question = read(typed, KNOWN, of_one(RandomQuote(LIGHTS, "fog", deck=4, position=2)))
    assert question in (RandomQuote(LIGHTS, "music"), RandomQuote(LIGHTS, "the music"))


def test_another_name_after_mentions_is_looked_for_and_a_topic_is_asked_about() -> None:
    mentions = of_list(Mentions("Otto", LIGHTS))
    assert read("and Brandt?", KNOWN, mentions) == Mentions("Brandt", LIGHTS)
    assert isinstance(read("and the music?", KNOWN, mentions), Opinion)


@pytest.mark.parametrize(
    "typed",
    ["and the worst?", "and the average?", "how is it rated?", "who directed it", "and how long is it"],
)
def test_a_question_of_its_own_is_no_word_to_search_for(typed: str) -> None:
    assert not isinstance(read(typed, KNOWN, of_list(Search("heroin", LIGHTS))), Search)


BOTH = (LIGHTS, GULL)
COMPARED = Conversation(CompareFilms(BOTH), compared=BOTH)


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("which is longer?", CompareOpinions("how long", BOTH)),
        ("and which one has the shorter runtime", CompareOpinions("how long", BOTH)),
        ("which has more reviews?", CompareFilms(BOTH, Statistic.COUNT)),
        ("which of them has more 10s", CompareFilms(BOTH, Statistic.COUNT, Filters(ratings=(10,)))),
        ("and the oldest?", CompareFilms(BOTH, Statistic.RELEASED, lowest=True)),
        ("which one is older", CompareFilms(BOTH, Statistic.RELEASED, lowest=True)),
        ("which is the newest of the two", CompareFilms(BOTH, Statistic.RELEASED)),
        ("which one came out first?", CompareFilms(BOTH, Statistic.RELEASED, lowest=True)),
        ("which has more helpful votes", CompareFilms(BOTH, Statistic.HELPFUL_VOTES)),
        ("which is more helpful", CompareFilms(BOTH, Statistic.HELPFUL_VOTES)),
        ("which got fewer votes", CompareFilms(BOTH, Statistic.VOTES, lowest=True)),
        ("compare them on music", CompareOpinions("music", BOTH)),
        ("compare the acting", CompareOpinions("acting", BOTH)),
        ("which one has better acting?", CompareOpinions("acting", BOTH)),
        ("which is scarier", CompareOpinions("scary", BOTH)),
        ("which film is the most violent", CompareOpinions("violent", BOTH)),
        ("which is worse", CompareFilms(BOTH, lowest=True)),
        ("how long are they", CompareOpinions("how long are they", BOTH)),
        ("is it slow?", CompareOpinions("is it slow", BOTH)),
        ("how many reviews?", CompareFilms(BOTH, Statistic.COUNT)),
        ("the median?", CompareFilms(BOTH, Statistic.MEDIAN)),
    ],
)
def test_after_a_comparison_what_compares_or_names_no_film_is_of_those_films(
    typed: str, question: Question
) -> None:
    assert read(typed, KNOWN, COMPARED) == question


def test_what_can_be_asked_of_one_film_alone_is_asked_back_with_the_films_compared() -> None:
    for typed in ("what is the longest review?", "which has the longest review", "who gave the lowest?"):
        question = read(typed, KNOWN, COMPARED)
        assert isinstance(question, Unclear), typed
        assert [getattr(one, "film", None) for one in question.readings] == list(BOTH)


def test_films_spoken_of_one_after_the_other_are_set_beside_each_other() -> None:
    last = Conversation(Opinion("slow", GULL), GULL, earlier_films=(LIGHTS,))
    assert read("which is the slowest?", KNOWN, last) == CompareOpinions("slow", (LIGHTS, GULL))
    assert read("which came first", KNOWN, last) == CompareFilms(
        (LIGHTS, GULL), Statistic.RELEASED, lowest=True
    )


def test_another_film_ends_what_was_compared_and_takes_its_topic_along() -> None:
    last = Conversation(CompareOpinions("violent", BOTH), compared=BOTH)
    assert read("and harbour lights 2?", KNOWN, last) == Opinion("violent", LIGHTS_II)


def test_the_worst_of_films_compared_by_something_else_is_rated_worst() -> None:
    last = replace(COMPARED, question=CompareFilms(BOTH, Statistic.COUNT))
    assert read("and the worst?", KNOWN, last) == CompareFilms(BOTH, lowest=True)
    assert read("and the lowest?", KNOWN, last) == CompareFilms(BOTH, Statistic.COUNT, lowest=True)


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        (
            "which is older, gull house or harbour lights?",
            CompareFilms((GULL, LIGHTS), Statistic.RELEASED, lowest=True),
        ),
        ("is gull house or harbour lights longer", CompareOpinions("how long", (GULL, LIGHTS))),
        ("compare gull house and harbour lights on music", CompareOpinions("music", (GULL, LIGHTS))),
        ("which film is the oldest?", CompareFilms((), Statistic.RELEASED, lowest=True)),
    ],
)
def test_films_named_in_the_words_are_compared_on_the_same_things(typed: str, question: Question) -> None:
    assert read(typed, KNOWN) == question
    assert read(in_words(question), KNOWN) == question


@pytest.mark.parametrize(
    "typed",
    [
        "i meant gull house",
        "No, I meant Gull House!",
        "sorry, gull house",
        "no, gull house",
        "gull house i mean",
        "gull house, i meant",
        "not harbour lights, gull house",
        "i was asking about gull house",
        "oops i meant the gull house",
    ],
)
def test_a_film_put_right_is_asked_the_last_question_anew(typed: str) -> None:
    assert read(typed, KNOWN, RATING) == AverageRating(GULL)
    slow = Conversation(Opinion("slow", LIGHTS), LIGHTS)
    assert read(typed, KNOWN, slow) == Opinion("slow", GULL)


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("no, the music", Opinion("music", LIGHTS)),
        ("sorry i meant the music", Opinion("music", LIGHTS)),
        ("no i meant who plays otto", Who("otto", LIGHTS)),
        ("i meant the worst", Extreme(LIGHTS, lowest=True)),
        ("i meant ada-1", ReviewedBy("ada-1", LIGHTS)),
    ],
)
def test_anything_else_put_right_is_asked_as_a_continuation(typed: str, question: Question) -> None:
    assert read(typed, KNOWN, RATING) == question


def test_a_correction_may_stumble_over_itself() -> None:
    assert read("oh no wait, gull house", KNOWN, RATING) == AverageRating(GULL)
    assert read("i meant rate gull house", KNOWN, REVIEW) == AverageRating("gull house")


def test_what_corrects_nothing_is_no_correction() -> None:
    assert isinstance(read("no thanks", KNOWN, RATING), SmallTalk)
    assert read("no more spoilers please", KNOWN, RATING) != read("what about spoilers", KNOWN, RATING)


@pytest.mark.parametrize(
    "typed", ["forget it", "never mind", "Nevermind!", "nvm", "oh well, leave it", "skip it"]
)
def test_whoever_drops_a_question_gets_no_figure(typed: str) -> None:
    assert read(typed, KNOWN, RATING) == SmallTalk("never_mind")
    assert read(typed, KNOWN) == SmallTalk("never_mind")


@pytest.mark.parametrize("typed", ["is she good?", "is he any good in it", "what do people say about her?"])
def test_whoever_was_named_is_judged_by_that_name(typed: str) -> None:
    told = Conversation(Who("otto", LIGHTS), LIGHTS, persons=("Jan Kessler",))
    assert read(typed, KNOWN, told) == Opinion("jan kessler", LIGHTS)
    nobody = read(typed, KNOWN, Conversation(NotInReviews("best", LIGHTS), LIGHTS))
    assert isinstance(nobody, Unclear)
    assert "names nobody" in nobody.asks


def test_he_is_whoever_the_last_sentences_were_of() -> None:
    brandt = Conversation(Opinion("otto brandt", LIGHTS, page=2), LIGHTS)
    assert read("what do people think of him", KNOWN, brandt) == Opinion("otto brandt", LIGHTS)
    assert isinstance(
        read("what do people think of him", KNOWN, Conversation(Opinion("", LIGHTS), LIGHTS)), Unclear
    )
    assert read("is he good", KNOWN, of_list(Mentions("Otto", LIGHTS))) == Opinion("otto", LIGHTS)


@pytest.mark.parametrize(
    "typed",
    [
        "how many helpful votes?",
        "how many votes did it get",
        "and how many votes",
        "was it helpful?",
        "how helpful was that review",
        "how many people found it helpful",
        "is that a good review",
    ],
)
@pytest.mark.parametrize("last", [REVIEW, QUOTE, of_one(SaidBy("pq1")), of_one(Extreme(LIGHTS))])
def test_votes_after_a_review_are_its_own(typed: str, last: Conversation) -> None:
    assert read(typed, KNOWN, last) == ReviewedBy("ada-1", LIGHTS, Measure.HELPFUL_VOTES)


def test_what_he_gave_is_a_rating_whatever_of_the_review_was_told_last() -> None:
    told = of_one(ReviewedBy("ada-1", LIGHTS, Measure.HELPFUL_VOTES))
    assert read("what did he give it", KNOWN, told) == ReviewedBy("ada-1", LIGHTS)


def test_votes_after_a_list_are_not_those_of_one_review() -> None:
    assert not isinstance(read("how many helpful votes?", KNOWN, TOP), ReviewedBy)


def test_which_film_a_reviewer_liked_more_is_told_by_the_ratings_given() -> None:
    liked = CompareFilms(filters=Filters(reviewer="ada-1"))
    for typed in ("which one did he like more?", "which film did he like best?"):
        assert read(typed, KNOWN, REVIEW) == liked
    for typed in ("which did she like least", "which one does he hate"):
        assert read(typed, KNOWN, REVIEW) == replace(liked, lowest=True)
    again = replace(REVIEW, question=liked)
    assert read("and the least?", KNOWN, again) == replace(liked, lowest=True)


def test_whether_others_agree_is_asked_back_with_those_who_rated_alike() -> None:
    question = read("anyone agree with him?", KNOWN, replace(REVIEW, rating=7))
    assert isinstance(question, Unclear)
    assert question.readings[0] == TopReviews(LIGHTS, filters=Filters(ratings=(6, 7, 8)))
    other = read("does anyone disagree with her", KNOWN, replace(REVIEW, rating=7))
    assert isinstance(other, Unclear)
    assert other.readings == question.readings[::-1]
    for typed in ("anyone agree with him?", "how many agree with him", "lol does anybody agree"):
        assert isinstance(read(typed, KNOWN, REVIEW), Unclear)


def test_who_said_it_does_not_end_what_was_asked() -> None:
    slow = Opinion("slow", LIGHTS)
    said = replace(of_list(slow), question=SaidBy("pq1 pq2 pq3"))
    assert read("what about gull house?", KNOWN, said) == Opinion("slow", GULL)
    assert read("anyone disagree?", KNOWN, said) == replace(slow, side=Side.AGAINST)
    assert read("more", KNOWN, said) == replace(slow, page=2)


@pytest.mark.parametrize(
    ("typed", "side"),
    [
        ("and what do the bad ones say?", Side.AGAINST),
        ("what do the negative reviews say about it", Side.AGAINST),
        ("what did the good ones say", Side.FOR),
    ],
)
def test_what_the_bad_ones_say_is_one_side(typed: str, side: Side) -> None:
    assert read(typed, KNOWN, Conversation(Opinion("", LIGHTS), LIGHTS)) == Opinion("", LIGHTS, side=side)
    ratings = tuple(range(5)) if side is Side.AGAINST else tuple(range(7, 11))
    assert read(typed, KNOWN, RATING) == TopReviews(LIGHTS, filters=Filters(ratings=ratings))


def test_sentences_are_shown_without_spoilers_when_asked_so() -> None:
    last = of_list(Opinion("ending", LIGHTS, page=2))
    assert read("without spoilers please", KNOWN, last) == Opinion("ending", LIGHTS, openly=True)


def test_the_second_one_of_one_that_was_shown_is_no_film() -> None:
    alone = Conversation(Extreme(GULL), GULL, ("pq1",), ("ada-1",), (FIRST,), Extreme(GULL))
    question = read("the second one", KNOWN, alone)
    assert isinstance(question, Unclear)
    assert question.asks == "My last answer shows one alone. Ask for more."


def test_the_worst_of_the_years_is_told_by_the_same_timeline() -> None:
    assert read("and the worst?", KNOWN, Conversation(Timeline(LIGHTS), LIGHTS)) == Timeline(LIGHTS)


@pytest.mark.parametrize(
    ("typed", "least"),
    [
        ("how many reviewers reviewed more than one film?", 2),
        ("who wrote about at least 3 films", 3),
        ("did anyone review several films", 2),
        ("which reviewers reviewed 2 or more films", 2),
    ],
)
def test_those_who_wrote_of_several_films_are_asked_for_by_number(typed: str, least: int) -> None:
    assert read(typed, KNOWN) == WroteOfAll(least=least)
    assert read(in_words(WroteOfAll(least=least)), KNOWN) == WroteOfAll(least=least)


def test_a_number_of_reviews_by_the_share_of_their_votes_is_not_understood() -> None:
    question = read("how many reviews of harbour lights 1999 were found helpful by more than half?", KNOWN)
    assert isinstance(question, Unclear)


def test_more_of_films_beside_each_other_is_asked_back_film_by_film() -> None:
    last = Conversation(CompareOpinions("slow", BOTH), compared=BOTH)
    question = read("more", KNOWN, last)
    assert isinstance(question, Unclear)
    assert question.readings == (Opinion("slow", LIGHTS), Opinion("slow", GULL))
    assert read("and the worst?", KNOWN, last) == CompareFilms(BOTH, lowest=True)


@pytest.mark.parametrize("typed", ["by how much?", "how much better is it", "how far apart are they"])
def test_how_much_better_tells_the_comparison_with_its_difference(typed: str) -> None:
    assert read(typed, KNOWN, COMPARED) == COMPARED.question


@pytest.mark.parametrize(
    ("typed", "side"),
    [
        ("anything bad?", Side.AGAINST),
        ("what is wrong with it", Side.AGAINST),
        ("any complaints", Side.AGAINST),
        ("anything good about it?", Side.FOR),
    ],
)
def test_anything_bad_asks_for_one_side_of_what_was_just_shown(typed: str, side: Side) -> None:
    assert read(typed, KNOWN, Conversation(Opinion("", LIGHTS), LIGHTS)) == Opinion("", LIGHTS, side=side)


def test_who_made_films_that_were_compared_is_asked_back_film_by_film() -> None:
    question = read("who directed them?", KNOWN, COMPARED)
    assert isinstance(question, Unclear)
    assert question.readings == (Who("director", LIGHTS), Who("director", GULL))


def test_how_long_ago_tells_the_day_of_the_review_shown() -> None:
    for typed in ("how long ago?", "how old is that review"):
        assert read(typed, KNOWN, REVIEW) == SaidBy("pq1")


def test_how_many_she_wrote_is_counted_of_her_or_not_at_all() -> None:
    of_hers = Conversation(CompareFilms(filters=Filters(reviewer="ada-1")))
    count = read("how many reviews did she write", KNOWN, of_hers)
    assert isinstance(count, Count)
    assert count.filters.reviewer == "ada-1"
    votes = read("how many helpful votes?", KNOWN, of_hers)
    assert votes == Count(EVERY_FILM, Filters(reviewer="ada-1"), Counted.HELPFUL_VOTES)
    assert isinstance(read("how many reviews did she write", KNOWN), Unclear)
    assert isinstance(read("how many reviews did she write", KNOWN, RATING), Unclear)


def test_whether_he_was_better_elsewhere_is_another_question_than_the_last() -> None:
    brandt = Conversation(Opinion("otto brandt", LIGHTS), LIGHTS)
    assert read("is he better than in the second one", KNOWN, brandt) != Opinion("otto brandt", LIGHTS)


def test_spoilers_of_films_are_counted_and_never_looked_for_as_a_word() -> None:
    question = read("which has more spoilers", KNOWN, COMPARED)
    assert not isinstance(question, CompareOpinions)
    assert read("which one do people hate more", KNOWN, COMPARED) == CompareFilms(BOTH, lowest=True)
    two = Conversation(Opinion("violent", GULL), GULL, earlier_films=(LIGHTS,))
    assert read("the funniest?", KNOWN, two) == CompareOpinions("funny", (LIGHTS, GULL))


def test_what_films_cannot_be_compared_by_is_said() -> None:
    question = read("which one has longer reviews", KNOWN, COMPARED)
    assert isinstance(question, Unclear)
    assert question.readings == (CompareFilms(BOTH),)


def test_the_whole_review_is_of_whoever_was_just_told_to_have_said_it() -> None:
    listed = of_list(Opinion("slow", LIGHTS))
    told = replace(listed, question=SaidBy("pq2"), review_ids=("pq2",), reviewers=("ben.k",))
    assert read("the whole review", KNOWN, told) == SECOND
