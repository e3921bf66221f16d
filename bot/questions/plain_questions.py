"""Questions in plain English: what any sentence asks, or that it can't be told.

The names are read first, then what leans on the last answer, then figures, then who, then opinions. Only what
was understood to the last word that matters becomes a figure.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.language.topics import read_topic
from bot.questions.asking_again import about_film, film_of
from bot.questions.beside import read_beside, without_films
from bot.questions.conversation import Conversation
from bot.questions.figures.asked import Reading
from bot.questions.figures.filler import MEASURED
from bot.questions.figures.reading import as_unclear, how_many, read_figure
from bot.questions.film_keys import as_numbered, series_of, tokens_of
from bot.questions.following_up.films import compares, of_compared, with_those_films
from bot.questions.following_up.picking import behind_the_list, lists
from bot.questions.following_up.reading import follow_up
from bot.questions.following_up.turning import asks_to_turn
from bot.questions.kinds import (
    THE_FILM,
    AverageRating,
    CompareFilms,
    CompareOpinions,
    Count,
    Extreme,
    Films,
    Help,
    Measure,
    Mentions,
    NotInReviews,
    Opinion,
    People,
    Question,
    RandomQuote,
    Search,
    Share,
    SmallTalk,
    Unclear,
)
from bot.questions.known import Known
from bot.questions.marking import Named, name_within
from bot.questions.naming import is_film
from bot.questions.of_no_film import of_no_film, of_several_films, over_the_library
from bot.questions.opinions import read_opinion
from bot.questions.sentence import Sentence, without_commas
from bot.questions.sentences import read_sentence
from bot.questions.series import (
    COMPARES,
    missing_relative,
    names_place_of_film,
    names_relative,
    of_one_series,
    with_relatives,
)
from bot.questions.slots.marked import Slots
from bot.questions.slots.reading import read_slots
from bot.questions.small_talk import read_small_talk
from bot.questions.unheard_films import (
    asks_for_film,
    film_not_here,
    missing_film,
    titled_word,
    unheard,
    unknown_film,
)
from bot.questions.unread import UnreadError
from bot.questions.who import read_who


def read_plain(typed: str, known: Known, last: Conversation | None = None) -> Question:
    """The question that a sentence asks; `Unclear`, with what may be meant, where that can't be told."""
    named = name_within(typed, known)
    if (talk := read_small_talk(named.sentence.text, typed)) is not None:
        return talk
    spoken_of = _spoken_of(last, known)
    sentence = with_relatives(named.sentence, spoken_of)
    if not sentence.text:
        return Unclear(typed)
    if last is not None:
        sentence = _without_only(sentence)
    slots = read_slots(sentence, known.today, known.sites)
    if last is None and asks_to_turn(sentence.text):
        return SmallTalk("nothing_yet")
    if (beside := _of_those_films(sentence, last, known)) is not None:
        return beside
    if last is not None and not lists(last.list_of) and (not sentence.films or names_place_of_film(sentence)):
        missing = missing_relative(sentence, spoken_of)
        if missing is not None:
            beyond = behind_the_list(sentence.text, last)
            return beyond or NotInReviews(missing, str(spoken_of.film), is_film=True)
    if last is not None and (continued := follow_up(sentence, slots, last)) is not None:
        return continued
    asked = (
        of_several_films(sentence) or _beside(sentence, known)
        if sentence.films
        else of_no_film(sentence.text, one_film=spoken_of.film is not None)
    )
    if asked is not None:
        return asked
    question = _about_the_last_film(_read(typed, named, sentence, slots, known), last)
    question = of_compared(question, last, typed)
    return question if known.film is not None else over_the_library(question, sentence.text)


def _of_those_films(sentence: Sentence, last: Conversation | None, known: Known) -> Question | None:
    """`which is longer`, `which has more 10s` of the films that were just spoken of."""
    marked = sentence if last is None else with_those_films(sentence, last)
    if marked is sentence:
        return None
    slots = read_slots(marked, known.today, known.sites)
    figure = _figure(marked, slots, known)
    read = figure is not None and not figure.unread and isinstance(figure.question, CompareFilms)
    if figure is not None and read and slots.filters:
        return figure.question
    if (beside := _on_something(marked, known)) is not None:
        return beside
    if figure is not None and read:
        return figure.question
    offered = CompareFilms(marked.films)
    asks = "I can't compare films by that. I can by their ratings, by numbers and by what is said of them."
    return Unclear(sentence.typed, readings=(offered,), asks=asks) if compares(sentence.text) else None


def _beside(sentence: Sentence, known: Known) -> Question | None:
    """`which is older, pusher or low water`: what is asked of several films that the words name."""
    if len(sentence.films) < _SEVERAL:
        return None
    read = _on_something(sentence, known)
    series = of_one_series(sentence.films, known.films)
    leaves = isinstance(read, CompareOpinions) and series and not _COMPARE.search(sentence.text)
    return None if leaves else read


def _on_something(sentence: Sentence, known: Known) -> Question | None:
    text = without_films(sentence.text)
    for number, quote in enumerate(sentence.quotes):
        text = text.replace(f"§quote{number}", quote.lower())
    return read_beside(text, sentence.films, known.holds)


_SEVERAL = 2
_COMPARE = re.compile(r"\b(?:compare|contrast|longer|longest|shorter|shortest)\b")
"""Says that each of two films of a series is meant, where else reviews of the later one compare them."""


_ONLY_FIGURES = re.compile(r"^(?:(?:and|but) )?(?:only|just) (?:the )?(?=\d)")


def _without_only(sentence: Sentence) -> Sentence:
    """`only 8 or more` said of what was just shown: the ratings alone."""
    text, with_commas = (_ONLY_FIGURES.sub("", words) for words in (sentence.text, sentence.with_commas))
    return replace(sentence, text=text, with_commas=with_commas)


def _spoken_of(last: Conversation | None, known: Known) -> Known:
    """What is known, with the film of the last answer as the one whose series `the first one` is of."""
    if last is None or last.film is None:
        return known
    return replace(known, film=next((one for one in known.films.films if str(one) == last.film), known.film))


def _read(typed: str, named: Named, sentence: Sentence, slots: Slots, known: Known) -> Question:
    if named.missing:
        compared = _compared_with_missing(named, known)
        return compared or _of_missing(named.missing[0], named.sentence, known)
    if (beside := _beside_first(sentence, known)) is not None:
        return beside
    if (other := film_not_here(sentence, known)) is not None:
        return _of_missing(other, sentence, known)
    simple = _simple(typed, known)
    if isinstance(simple, People | Films | Help | RandomQuote):
        return simple
    figure = _figure(sentence, slots, known)
    if figure is not None and (missing := missing_relative(sentence, known)):
        return NotInReviews(missing, str(known.film) if known.film else None, is_film=True)
    if isinstance(simple, Mentions | Search) and slots.marks == ("mention",) and not how_many(sentence.text):
        return simple
    if figure is not None and not figure.unread:
        return figure.question
    if (told := _by_its_names(figure, sentence, known)) is not None:
        return told
    opinion = _of_unheard_film(figure, sentence, known) or _opinion(sentence, known)
    if figure is not None:
        return _half_read(figure, opinion, sentence, slots, known)
    return simple or _or_missing(opinion or _bare(sentence) or unheard(sentence, known), sentence, known)


def _opinion(sentence: Sentence, known: Known) -> Question | None:
    """What reviews are asked about; they don't tell how many of them were found helpful."""
    opinion = read_opinion(sentence, known)
    counts = isinstance(opinion, Opinion) and _COUNTS_REVIEWS.search(sentence.text)
    return Unclear(sentence.typed) if counts else opinion


def _by_its_names(figure: Reading | None, sentence: Sentence, known: Known) -> Question | None:
    """A film that isn't here, two films that have nothing in common, or somebody who is asked for."""
    if (other := titled_word(sentence, known)) is not None:
        return missing_film(other)
    if len(sentence.films) > 1 and not of_one_series(sentence.films, known.films):
        return _of_two_films(figure, sentence, known)
    return None if _HOW_MANY.search(sentence.text) else read_who(sentence)


def _of_two_films(figure: Reading | None, sentence: Sentence, known: Known) -> Question:
    """What is asked of films that have nothing in common: how they are rated, or what is said of each."""
    if figure is not None:
        return as_unclear(sentence, figure)
    topic = read_topic(" ".join(re.sub(r"§\w+", " ", sentence.text).split()))
    about = [one for one in topic.concepts if one.subject is None or one.subject.name not in _OF_WORTH]
    if not about:
        return CompareFilms(sentence.films)
    question = read_opinion(_of_one(sentence, sentence.films[0]), known)
    if isinstance(question, Opinion):
        return CompareOpinions(question.topic, sentence.films, question.side)
    return Unclear(sentence.typed)


_OF_WORTH = ("comparison", "worth")


def _of_one(sentence: Sentence, film: str) -> Sentence:
    """The sentence as if it named the one film alone."""
    text = " ".join(re.sub(r"(?: or| and| versus| than)? ?§film\d", " ", sentence.text).split())
    return replace(sentence, text=f"{text} §film0", with_commas=f"{text} §film0", films=(film,))


def _figure(sentence: Sentence, slots: Slots, known: Known) -> Reading | None:
    figure = read_figure(sentence, slots, known.holds)
    if figure is None or figure.unread:
        figure = _in_one_clause(sentence, known) or figure
    return None if figure is not None and _is_of_the_first_film(figure, sentence, known) else figure


def _of_unheard_film(figure: Reading | None, sentence: Sentence, known: Known) -> Question | None:
    """`what have you got on Festen`: a name in capitals that no review has, where a film's name stands."""
    if figure is not None or not asks_for_film(sentence.text):
        return None
    missing = unheard(sentence, known)
    return missing if isinstance(missing, NotInReviews) else None


def _in_one_clause(sentence: Sentence, known: Known) -> Reading | None:
    """The figure that one clause asks for by itself, where no other could narrow what it counts."""
    clauses = sentence.with_commas.split(" , ")
    if isinstance(unheard(sentence, known), NotInReviews):
        return None
    for place, clause in enumerate(clauses) if len(clauses) > 1 else ():
        others = (*clauses[:place], *clauses[place + 1 :])
        narrowed = any(
            _MAY_NARROW.search(other) or not MEASURED.isdisjoint(other.split()) for other in others
        )
        if narrowed or len(clause.split()) < _CLAUSE or _NAMES_ALONE.fullmatch(clause):
            continue
        alone = replace(sentence, with_commas=clause, text=without_commas(clause))
        reading = read_figure(alone, read_slots(alone, known.today, known.sites), known.holds)
        vague = reading is not None and isinstance(reading.question, AverageRating) and "score" in clause
        if reading is not None and not reading.unread and not vague:
            return reading
    return None


_CLAUSE = 2
_NAMES_ALONE = re.compile(r"(?:§\w+|or|and|versus| )+")
_MAY_NARROW = re.compile(
    r"\d|§|\b(?:mention\w*|spoilers?|contain\w*|words?|score|music|average|median|excluding|except|without)\b"
    r"|^(?!(?:before|since|as|if|after|for|with|in) (?:i|we|you|my|our|they|he|she)\b)(?:but|only|except"
    r"|not|just|from|in|before|after|since|by|for|if|of|with|among|during|until|who|that)\b"
)


def _is_of_the_first_film(figure: Reading, sentence: Sentence, known: Known) -> bool:
    """`better than the first pusher`: no first review is meant, but a film that isn't here."""
    dated = isinstance(figure.question, Extreme) and figure.question.measure is Measure.DATE
    return dated and bool(COMPARES.search(sentence.text)) and names_relative(sentence, known)


_COUNTS_REVIEWS = re.compile(
    r"\bhow many (?:of (?:the|its|their) )?(?:reviews?|reviewers?|ratings?|votes)\b.*\b(?:helpful|useful"
    r"|votes?|voted)\b"
)
"""Asks for a number of reviews by their votes, which nobody tells in words."""
_HOW_MANY = re.compile(r"\bhow (?:many|often)\b")


def _half_read(
    figure: Reading, opinion: Question | None, sentence: Sentence, slots: Slots, known: Known
) -> Question:
    """What stays when a figure is not understood to the last word: an opinion, or a question back."""
    if isinstance(opinion, Opinion) and _is_rather_opinion(figure, slots, sentence.text):
        return opinion
    missing = unknown_film(sentence, figure.unread, known)
    if missing is None and isinstance(other := unheard(sentence, known), NotInReviews):
        return other
    return missing_film(missing) if missing else as_unclear(sentence, figure)


def _bare(sentence: Sentence) -> Question | None:
    """A film's name and nothing more asks how it is rated."""
    if sentence.films and not sentence.text.replace("§film0", "").strip():
        return AverageRating(sentence.films[0])
    return None


def _compared_with_missing(named: Named, known: Known) -> Question | None:
    """`is it better than pusher 1` where only its sequel is here: what reviews of the sequel say of that."""
    sentence = named.sentence
    if known.film is None or len(sentence.films) != 1 or not COMPARES.search(sentence.text):
        return None
    words = replace(sentence, films=(), text=sentence.text.replace("§film0", "the first film"))
    opinion = read_opinion(words, known)
    return opinion if isinstance(opinion, Opinion) and named.missing[0].rstrip().endswith("1") else None


def _beside_first(sentence: Sentence, known: Known) -> Question | None:
    """`can I watch it without seeing pusher 1`: what reviews of the sequel say of that."""
    if known.film is None or sentence.films or not COMPARES.search(sentence.text):
        return None
    series = re.escape(" ".join(series_of(known.film.title)[0]))
    text, found = re.subn(rf"\b{series} (?:part )?(?:1|one|i)\b", "the first film", sentence.text)
    if not found:
        return None
    opinion = read_opinion(replace(sentence, text=text, with_commas=text), known)
    return opinion if isinstance(opinion, Opinion) else None


def _of_missing(name: str, sentence: Sentence, known: Known) -> Question:
    """`who was Frank in the first pusher` where only its sequel is here, whose reviews may tell it."""
    numbered = as_numbered(tokens_of(name))
    of_series = known.film is not None and numbered[:-1] == series_of(known.film.title)[0]
    if not of_series or not numbered[-1].isdigit():
        return missing_film(name)
    return _who_in(name, sentence) or missing_film(name)


def _who_in(name: str, sentence: Sentence) -> Question | None:
    """Who is asked for, as if the sentence did not name the film."""
    text = re.sub(rf"(?:\bthe )?(?:§film\d|\b{re.escape(name.lower())}\b)", "it", sentence.text)
    return read_who(replace(sentence, films=(), text=text, with_commas=text))


def _or_missing(question: Question, sentence: Sentence, known: Known) -> Question:
    """The question, unless it is about a film of the series that the library doesn't hold."""
    missing = missing_relative(sentence, known)
    if missing is None:
        return question
    here = str(known.film) if known.film else sentence.films[0] if sentence.films else None
    return _who_in(missing, sentence) or NotInReviews(missing, here, is_film=True)


def _is_rather_opinion(figure: Reading, slots: Slots, text: str) -> bool:
    """`how many people liked the music`: a figure's words, but nothing of it that reviews are counted by."""
    if slots.marks or not isinstance(figure.question, Count | Share) or figure.question.filters.ratings:
        return False
    if not _OF_REVIEWS.search(text) and any(concept.fact for concept in read_topic(text).concepts):
        return True
    return any(word in _STANDS for word in (*figure.unread, *text.split()))


_OF_REVIEWS = re.compile(r"\b(?:reviews?|ratings?|reviewers?)\b")
_STANDS = frozenset(
    """
like liked love loved loves enjoy enjoyed hate hated dislike disliked praise praised complain complained
criticise criticised find found think thought felt feel call called recommend recommended consider
considered prefer preferred agree bored boring annoyed impressed disappointed scared say says said calls
""".split()
)
"""Words with which a number of people is asked for who stand to something in some way."""


def _simple(typed: str, known: Known) -> Question | None:
    """A list, a quote, a review: what the simple forms of sentences ask for."""
    try:
        question = read_sentence(typed, known)
    except UnreadError:
        return None
    film = getattr(question, "film", None)
    if isinstance(question, AverageRating) or (film is not None and not is_film(film, known)):
        return None
    return question


def _about_the_last_film(question: Question, last: Conversation | None) -> Question:
    """Where the question names no film, the one that was just spoken of is meant."""
    if last is None or last.film is None or isinstance(question, CompareFilms):
        return question
    return about_film(question, last.film) if film_of(question) in (None, THE_FILM) else question
