"""One question asked in hundreds of ways gives one figure; with a word that narrows it, none is claimed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from random import Random

import pytest

from bot.model import Film, Filters
from bot.questions.film_names import FilmIndex
from bot.questions.kinds import Average, AverageRating, Count, Extreme, Question, Statistic
from bot.questions.known import Known
from bot.questions.reading import read

KNOWN = Known(
    FilmIndex.of([Film("Harbour Lights", 1999), Film("The Gull House", 2011)]),
    film=Film("Harbour Lights", 1999),
    find_reviewer=lambda name: {"ada-77": "ada-77", "quill": "Quill"}.get(name.lower()),
    holds=lambda word: word in {"brandt", "otto", "music", "scene", "ending", "boat"},
    today=dt.date(2026, 5, 1),
)
BEFORE = (
    *(
        "",
        "",
        "hey ",
        "ok so ",
        "pls ",
        "quick one: ",
        "just wondering, ",
        "sorry, ",
        "hello there! ",
        "lol ",
    ),
    *(
        "tell me ",
        "can you tell me ",
        "i need to know ",
        "do you know ",
        "gimme ",
        "so um ",
        "actually ",
        "and ",
    ),
    *("we are planning the evening, so ", "for the podcast: ", "excuse me but ", "i'm curious - ", "bro "),
)
AFTER = (
    *("", "", " pls", " thx", " lol", " tho", "??", " exactly", " in total", " overall", " for me", " mate"),
    *(" ngl", " i wonder", " anyway", " 🙏", ", thanks a lot", " then", " here", " for this film", " fr"),
    *(" so far", ", asking for a friend", ", my mum wants to know", " by the way", " if you know"),
)
PEOPLE = (
    *("people", "ppl", "reviewers", "users", "folks", "critics", "viewers", "guys", "lads", "of them"),
    *("of the reviewers", "raters", "reviews", "different people", "souls", "voters"),
)
GAVE = (
    *("gave it", "gave", "rated it", "scored it", "gave this", "awarded it", "went for", "handed out", "put"),
    *(
        "dropped",
        "have given it",
        "left",
        "voted",
        "chose",
        "gave the film",
        "rated the movie",
        "settled for",
    ),
)
HEADS = ("how many {}", "number of {} that", "count of {} who", "how many {} actually")
NINE = ("a 9", "9/10", "9 out of 10", "a nine", "nine stars", "exactly 9", "a score of 9", "nine out of ten")
EIGHT_UP = (
    *("8+", "8 or more", "8 or higher", "at least 8", "at least an 8", "8 and up", "no less than 8"),
    *(
        "a minimum of 8",
        "more than 7",
        "above 7",
        "higher than a 7",
        ">= 8",
        "eight or more",
        "not less than 8",
    ),
)
UP_TO_FOUR = (
    *("4 or less", "4 or below", "at most 4", "under 5", "below 5", "less than 5", "<= 4", "no more than 4"),
    *("not more than 4", "4 or worse", "up to 4", "4 and below"),
)
SIX_TO_EIGHT = (
    *("between 6 and 8", "from 6 to 8", "6 to 8", "6-8", "somewhere between 6 and 8", "6 through 8"),
    *("between 6 & 8", "in the 6-8 range", "from 6 up to and including 8", "6 thru 8"),
)
FORMS = [(NINE, (9,)), (EIGHT_UP, (8, 9, 10)), (UP_TO_FOUR, (1, 2, 3, 4)), (SIX_TO_EIGHT, (6, 7, 8))]
NARROWING = (
    *(" by women", " from texas", " above 30", " in 1998", " except ada-77", " not 10", " without music"),
    *(" on tuesdays", " in march", " twice", " per year", " who liked the boat", " more than once"),
    *(" by americans", " besides quill", " 17", " since may", " last week", " with photos", " older than me"),
    *(
        " by Gary Oldman",
        " half of them",
        " from Paris",
        " that are funny",
        " each",
        " or Schmidt",
        " and also 3",
    ),
)


def asked_in_ways(cores: Sequence[str], number: int, seed: int) -> list[str]:
    random = Random(seed)  # noqa: S311 - the same ways each time
    return [random.choice(BEFORE) + random.choice(cores) + random.choice(AFTER) for _ in range(number)]


def counted(numbers: Sequence[str]) -> list[str]:
    return [
        f"{head.format(people)} {gave} {number}"
        for head in HEADS
        for people in PEOPLE
        for gave in GAVE
        for number in numbers
    ]


def counts(question: Question, ratings: tuple[int, ...]) -> bool:
    if not isinstance(question, Count) or question.filters != Filters(ratings=question.filters.ratings):
        return False
    return set(question.filters.ratings or ()) - {0} == set(ratings)


@pytest.mark.parametrize(("numbers", "ratings"), FORMS, ids=lambda value: str(value[0]))
def test_a_count_of_ratings_is_read_in_nearly_every_way(
    numbers: Sequence[str], ratings: tuple[int, ...]
) -> None:
    ways = asked_in_ways(counted(numbers), 250, seed=ratings[0])
    read_otherwise = [way for way in ways if not counts(read(way, KNOWN), ratings)]
    assert len(read_otherwise) <= 0.03 * len(ways), read_otherwise
    assert not [way for way in read_otherwise if isinstance(read(way, KNOWN), Count)]


@pytest.mark.parametrize("what", ["average", "median"])
def test_the_average_is_read_in_nearly_every_way(what: str) -> None:
    names = {
        "average": (
            "average rating",
            "avg",
            "mean score",
            "average",
            "avg score",
            "average mark",
            "avg rating",
        ),
        "median": ("median", "median rating", "median score", "middle score", "median of the ratings"),
    }[what]
    cores = [
        f"{head}{name}{of}"
        for head in ("what is the ", "whats the ", "", "the ")
        for name in names
        for of in ("", " of the reviews", " given", " of it", " overall")
    ]
    ways = asked_in_ways(cores, 150, seed=7)
    assert sum(not is_average(read(way, KNOWN), what) for way in ways) <= 0.03 * len(ways)


def is_average(question: Question, what: str) -> bool:
    if isinstance(question, AverageRating):
        return what == "average"
    wanted = Statistic.MEAN if what == "average" else Statistic.MEDIAN
    return isinstance(question, Average) and question.statistic is wanted and not question.filters


@pytest.mark.parametrize(
    "question",
    [
        "how many people gave it a 9",
        "how many gave 8 or more",
        "number of reviews from 2005",
        "average rating",
        "what is the average score of reviews before 2010",
        "median score",
        "how many reviews mention brandt",
        "what percentage gave 9 or more",
        "most common rating",
        "who gave it a 4",
        "longest review",
        "lowest rating",
        "how many reviews without spoilers",
    ],
)
def test_a_word_that_narrows_a_figure_is_never_passed_over(question: str) -> None:
    plain = read(question, KNOWN)
    assert [more for more in NARROWING if read(question + more, KNOWN) == plain] == []


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("reviews in or after 2010, how many", 2010, None),
        ("how many reviews in or before 2010", None, 2010),
        ("how many reviews were written after 2010", 2011, None),
        ("how many reviews since 2010, 2010 included", 2010, None),
        ("how many reviews from '04 to '06", 2004, 2006),
        ("how many reviews in the years 2014, 2015 and 2016", 2014, 2016),
        ("how many reviews 2023 onwards", 2023, None),
        ("how many reviews between 2005 and 2008", 2005, 2008),
        ("number of reviews 2009 or earlier", None, 2009),
    ],
)
def test_a_span_of_years_has_the_ends_it_names(text: str, since: int | None, until: int | None) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Count)
    filters = question.filters
    assert filters.since == (dt.date(since, 1, 1) if since else None)
    assert filters.until == (dt.date(until, 12, 31) if until else None)


@pytest.mark.parametrize(
    ("text", "ratings"),
    [
        ("how many marks strictly between 6 and 9", (7, 8)),
        ("number of ratings in the closed interval [6, 8]", (6, 7, 8)),
        ("how many of you gave it the full 10 out of 10", (10,)),
        ("how many gave a mark higher than seven but lower than ten", (8, 9)),
        ("the fives sixes and sevens, how many altogether", (5, 6, 7)),
        ("did anybody go as low as 3 or below? how many", (0, 1, 2, 3)),
        ("my sister claims nobody hated it. how many rated it under 6??", (0, 1, 2, 3, 4, 5)),
    ],
)
def test_ratings_are_told_in_odd_ways_too(text: str, ratings: tuple[int, ...]) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Count)
    assert question.filters.ratings == ratings


@pytest.mark.parametrize(
    "text",
    [
        "average without the spoiler ones",
        "I do not want spoilers. What is the average if you leave the spoiler reviews out?",
        "if i throw out the two spoiler-flagged ones what does the mean become",
        "if I leave out the reviews flagged for spoilers, what is the mean rating?",
        "mean rating if you throw out the reviews flagged for spoilers?",
        "average, but skip anything with a spoiler tag",
        "drop the spoilers and give me the average",
        "Could you tell me the mean if the spoiler-marked reviews are left out?",
    ],
)
def test_spoilers_that_are_left_out_are_left_out(text: str) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Average)
    assert question.filters == Filters(spoilers=False)


@pytest.mark.parametrize(
    "text",
    [
        "how many refused to give more than 5",
        "how many ay them couldnae give it a five",
        "take away the highest and lowest marks, whats the average",
        "who was the kindest and who the cruellest",
        "second most common rating",
        "how many reviews in May",
        "how many reviews are one line",
        "how many different ratings",
        "what is the lowest mark among the long ones",
        "how many gave it a seven and a half",
        "how many gave it a thumbs up",
        "what would the average be without ada-77",
    ],
)
def test_what_may_turn_a_figure_round_is_asked_back(text: str) -> None:
    assert not isinstance(read(text, KNOWN), Count | Average | AverageRating | Extreme)


@pytest.mark.parametrize(
    ("text", "ratings"),
    [
        ("how many non-tens", tuple(range(10))),
        ("count everything except the tens", tuple(range(10))),
        ("how many wouldn't go higher than a six", tuple(range(7))),
        ("were there more tens or more nines", (9, 10)),
        ("is it true that nobody gave it a two", (2,)),
    ],
)
def test_ratings_left_out_or_set_beside_each_other_are_counted(text: str, ratings: tuple[int, ...]) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Count)
    assert question.filters.ratings == ratings


@pytest.mark.parametrize(
    "chatter",
    [
        "my sister claims nobody hated this film. {}",
        "No time tonight. {}",
        "Excuse me, my English is not good. {}",
        "{} i want to read only the others first",
        "i am studying statistics in Osaka. {}",
        "someone wrote an absolute essay didnt they 💀 {}",
        "we had a terrible week, so: {}",
    ],
)
@pytest.mark.parametrize(
    "asked", ["How many gave it a 9?", "Whose review is the shortest?", "What is the median?"]
)
def test_clauses_that_tell_of_the_asker_change_nothing(chatter: str, asked: str) -> None:
    assert read(chatter.format(asked), KNOWN) == read(asked, KNOWN)
