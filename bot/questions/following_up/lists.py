"""A list, a search or a quote for other reviews or other words: `only the good ones`, `and cocaine?`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import fields, replace

from bot.language.english import is_english
from bot.model import Filters
from bot.questions.figures.extremes import superlative
from bot.questions.kinds import (
    EVERY_FILM,
    Average,
    AverageRating,
    Count,
    Mentions,
    Opinion,
    Question,
    RandomQuote,
    Reviewer,
    Search,
    Share,
    Side,
    TopReviews,
)
from bot.questions.orders import order_word, search_order_word
from bot.questions.plain_words import FUNCTION_WORDS
from bot.questions.sentence import Sentence

_POLITE = r"(?:(?:and|but|ok|okay|so|now|then|please|hm|well|yes|no) )*"
_GOOD = r"good|positive|favou?rable|nice|great|glowing|kind|happy|praising|enthusiastic"
_BAD = r"bad|negative|unfavou?rable|poor|critical|harsh|unhappy|nasty|scathing"
_MIXED = r"mixed|average|middling|neutral|lukewarm|so so"
_MOOD = re.compile(
    rf"{_POLITE}(?:(?:show|give|read|list|see|keep)(?: me| us)? )?(?P<only>(?:only|just) )?(?:what about "
    rf"|how about |what (?:do|did|does|would|have|are|were) )?"
    rf"(?:the |any )?(?:(?P<good>{_GOOD})|(?P<bad>{_BAD})|(?P<mixed>{_MIXED}))"
    r"(?P<noun> (?:ones|reviews?|reviewers?|people|critics|ratings|opinions|quotes|results|hits)"
    r"|s)?(?P<behind> only| alone)?(?: of"
    r" (?:them|these|those))?(?: (?:say|saying|said|think|thought|write|wrote|complain|praise)(?:"
    r" (?:about|of) (?:it|the"
    r" (?:film|movie)|that))?)?"
    r"(?: please| then)*"
)
_RATINGS = {"good": range(7, 11), "mixed": range(5, 7), "bad": range(5)}

_SORTED = re.compile(
    rf"{_POLITE}(?:(?:(?:can|could) you )?(?:sort|order|sorted|ordered|rank)(?: (?:them|it|these|those))?"
    rf" (?:by|for) "
    r"(?:the )?(?P<by>[\w ]+?)|(?:show me |with )?(?:the )?(?P<first>[\w ]+?) (?:ones |reviews )?first)"
    r"(?: please| then| instead)*"
)
_ORDERED = {
    "date": "newest",
    "time": "newest",
    "rating": "highest",
    "ratings": "highest",
    "score": "highest",
    "stars": "highest",
    "helpfulness": "helpful",
    "votes": "helpful",
}


def narrowed(question: Question, filters: Filters) -> Question | None:
    """Those of the listed reviews that the filters let through; None where no list can be narrowed so."""
    match question:
        case Search():
            return _searched(question, filters)
        case Mentions(name, film):
            return TopReviews(film or EVERY_FILM, filters=replace(filters, mentions=name))
        case Reviewer(name):
            return TopReviews(EVERY_FILM, filters=replace(filters, reviewer=name))
        case RandomQuote() if filters == Filters(ratings=filters.ratings) and filters.ratings:
            least = min(filters.ratings)
            fits = filters.ratings == tuple(range(least, 11))
            return replace(question, rating_from=least, deck=None, position=0) if fits else None
        case _:
            return None


def of_mood(text: str, question: Question) -> Question | None:
    """`only the good ones`: of a list the well rated, of sentences those that praise."""
    found = _MOOD.fullmatch(text)
    if found is None or not (found["only"] or found["noun"] or found["behind"]):
        return None
    mood = next(name for name in _RATINGS if found[name])
    if isinstance(question, Opinion):
        side = {"good": Side.FOR, "bad": Side.AGAINST}.get(mood)
        return replace(question, side=side, page=1) if side else None
    filters = Filters(ratings=tuple(_RATINGS[mood]))
    if isinstance(question, AverageRating):
        return TopReviews(question.film, filters=filters)
    if isinstance(question, TopReviews):
        merged = replace(question.filters, ratings=filters.ratings, stars=None)
        return TopReviews(question.film, filters=merged)
    return narrowed(question, filters)


def in_order(text: str, question: Question) -> Question | None:
    """`newest first`, `sort by rating`: the same list in another order."""
    found = _SORTED.fullmatch(text)
    if found is None:
        return None
    word = found["by"] or found["first"]
    word = _ORDERED.get(word, word)
    if isinstance(question, Search):
        order = search_order_word(word)
        return None if order is None else replace(question, order=order, page=1)
    if isinstance(question, TopReviews) and not question.filters:
        other = order_word(word)
        return None if other is None else replace(question, order=other, page=1)
    return None


def _searched(question: Search, filters: Filters) -> Search | None:
    """The search with the filters as far as it knows them; None where it doesn't know them all."""
    told = {name for field in fields(Filters) if getattr(filters, name := field.name) is not None}
    if told - {"ratings", "since", "until", "reviewer", "spoilers", "stars"}:
        return None
    found = replace(question, page=1)
    if filters.ratings is not None:
        low, high = min(filters.ratings), max(filters.ratings)
        if filters.ratings != tuple(range(low, high + 1)):
            return None
        found = replace(found, rating_from=low, rating_to=high)
    if filters.since is not None or filters.until is not None:
        if not _whole_years(filters.since, filters.until):
            return None
        found = replace(
            found,
            year_from=filters.since.year if filters.since else None,
            year_to=filters.until.year if filters.until else None,
        )
    return replace(
        found,
        reviewer=filters.reviewer or found.reviewer,
        spoilers=found.spoilers if filters.spoilers is None else filters.spoilers,
    )


def _whole_years(since: dt.date | None, until: dt.date | None) -> bool:
    begins = since is None or (since.month, since.day) == (1, 1)
    return begins and (until is None or (until.month, until.day) == (12, 31))


_JOINED = re.compile(
    r"(?:(?:and|or|also|now|then|ok|okay|so|but|try|next|what about|how about|what of|same for|the same for"
    r"|same with) )+(?:(?:for|with|about|of|the words?|the phrase|the name|search(?: for)?|mentions of|that"
    r" mentions?|mentioning) )*(?:(?:the|a|an|any|some) )?(?P<words>(?:§quote\d|[\w-]+)(?: [\w-]+){0,3})"
    r"(?: (?:then|instead|too|as well|please|there|now))?"
)
_ABOUT = re.compile(
    rf"{_POLITE}(?:(?:show|give|get)(?: me| us)? )?(?:what about |how about )?(?:(?:maybe |perhaps"
    rf" )?(?:one|another(?: one)?"
    r"|a quote|quote|quotes|something|anything|some) )?(?:about|on|of|with|mentioning|that mentions)"
    r" (?:(?:the|a|an) )?(?P<words>(?:§quote\d|[\w-]+)(?: [\w-]+){0,2})(?: (?:then|instead|too|as well"
    r"|please))?"
)
_NO_WORDS = FUNCTION_WORDS | frozenset(
    """rating ratings average averages score scores median mean review reviews reviewer reviewers film films
    movie movies quote quotes spoiler spoilers worst best year years rest""".split()
)


def of_other_words(sentence: Sentence, question: Question) -> Question | None:
    """`and cocaine?` after a search for heroin: the same for another word or name."""
    if isinstance(question, RandomQuote):
        found = _ABOUT.fullmatch(sentence.text) or (
            _JOINED.fullmatch(sentence.text) if question.about else None
        )
    else:
        found = _JOINED.fullmatch(sentence.text)
    if found is None or not _may_be_looked_for(found["words"], sentence):
        return None
    words = " ".join(map(sentence.as_typed, found["words"].split()))
    is_quoted = found["words"].startswith("§")
    match question:
        case Search():
            return replace(question, words=f'"{words}"' if is_quoted else words, page=1)
        case RandomQuote():
            return replace(question, about=words, deck=None, position=0)
        case Mentions() if is_quoted or _is_name(found["words"], sentence):
            return replace(question, name=words, page=1)
        case Count() | Average() | Share() if question.filters.mentions is not None:
            filters = replace(question.filters, mentions=words, also_mentions=None, as_spelt=None)
            return replace(question, filters=filters)
        case TopReviews() if question.filters.mentions is not None:
            filters = replace(question.filters, mentions=words, also_mentions=None, as_spelt=None)
            return replace(question, filters=filters, page=1)
        case _:
            return None


def _may_be_looked_for(words: str, sentence: Sentence) -> bool:
    if sentence.films or "§reviewer" in words or superlative(words) is not None:
        return False
    return _NO_WORDS.isdisjoint(words.split()) and not any(word.isdigit() for word in words.split())


def _is_name(words: str, sentence: Sentence) -> bool:
    return all(
        sentence.as_typed(word)[:1].isupper() or (word.isalpha() and not is_english(word))
        for word in words.split()
    )
