"""The forms of simple sentences once their film is taken out, and the question that each asks.

A form must be the whole sentence. What stands in a form's slot must be a name or a topic and nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from bot.questions.film_keys import fold
from bot.questions.kinds import (
    AverageRating,
    Films,
    Help,
    Mentions,
    Order,
    People,
    Question,
    RandomQuote,
    Reviewer,
    Search,
    TopReviews,
    WholeReview,
)
from bot.questions.naming import name_slot, topic_slot
from bot.questions.orders import ORDER_PHRASE, order_word
from bot.questions.plain_words import EVERYDAY_WORDS, FILM_TALK
from bot.questions.quote_words import split_rating
from bot.questions.unread import UnreadError

_Match: TypeAlias = "re.Match[str]"
_Build: TypeAlias = Callable[[_Match, str | None], Question]

_CONDITIONS = frozenset(
    "rating ratings rated star stars spoiler spoilers vote votes score scores page pages".split()
)
"""Words that are conditions rather than topics: `reviews with spoilers` is no search for a word."""


def _rating(_found: _Match, film: str | None) -> Question:
    return AverageRating(film)


def _top(found: _Match, film: str | None) -> Question:
    phrase = found.groupdict().get("order")
    return TopReviews(film, (order_word(phrase) if phrase else None) or Order.HELPFUL)


def _mentions(found: _Match, film: str | None) -> Question:
    """A person or character; everyday words and things with an article are searched for as words."""
    name = found["name"]
    article = re.match(r"(?:the|a|an|any)\s+", name, re.I)
    bare = name[article.end() :] if article else name
    if set(fold(bare).split()) & FILM_TALK or (article and bare == bare.lower()):
        return Search(_plain_topic(bare), film)
    return Mentions(name_slot(bare), film)


def _search(found: _Match, film: str | None) -> Question:
    return Search(_plain_topic(found["words"]), film)


def _plain_topic(text: str) -> str:
    """A topic without figures, and without words that would be conditions rather than topics."""
    words = topic_slot(text)
    conditions = {
        "rating",
        "ratings",
        "rated",
        "star",
        "stars",
        "spoiler",
        "spoilers",
        "vote",
        "votes",
        "score",
    }
    if text.strip()[:1] not in '"“«' and (
        re.search(r"[0-9]", words) or set(fold(words).split()) & conditions
    ):
        raise UnreadError(text)
    return words


def _quote(found: _Match, film: str | None) -> Question:
    about, name = found["about"] or found["about_first"], found["by"]
    told = split_rating(found["rated"] or "")
    reviewer = name_slot(name, longest=2) if name else None
    if reviewer and (reviewer.isdigit() or set(fold(reviewer).split()) & EVERYDAY_WORDS):
        raise UnreadError(reviewer)
    topic = topic_slot(about) if about else None
    return RandomQuote(film, topic, told.lowest, rating_to=told.highest, reviewer=reviewer)


def _by_reviewer(found: _Match, film: str | None) -> Question:
    name = name_slot(found["name"], longest=2)
    if name.isdigit() or set(fold(name).split()) & EVERYDAY_WORDS:
        raise UnreadError(name)
    return Reviewer(name) if film is None else WholeReview(name, film)


def _films(_found: _Match, film: str | None) -> Question:
    if film is not None:
        raise UnreadError(film)
    return Films()


def _people(_found: _Match, film: str | None) -> Question:
    return People(film)


def _help(_found: _Match, film: str | None) -> Question:
    if film is not None:
        raise UnreadError(film)
    return Help()


_EVERYONE = r"(?:people|everyone|everybody|users|viewers|reviewers|audiences|they)"
_SPOKEN_OF = r"(?:mentioned|named|talked about|spoken of)"
_MENTIONS = (
    r"(?:mention(?:s|ed|ing)?|(?:talk(?:s|ed|ing)?|speak(?:s|ing)?|spoke|writes?|wrote|writing) (?:about|of)"
    r"|names?|naming|brings? up|refers? to)"
)
_WHO = (
    r"(?:who(?: else| all)?|(?:does|did|has|do) (?:anyone|anybody|someone|any reviews?)"
    r"|(?:(?:which|what|any|all|all the|the|some|how many) )?(?:reviews?|reviewers|people|users)"
    r"(?: that| which| who)?)"
)
_NUMBER = r"(?:[1-9][0-9]?|three|five|ten)"
_AVERAGE = r"(?:average|avg|mean|median|overall|typical|user)"

_FORMS: tuple[tuple[_Build, tuple[str, ...]], ...] = (
    (
        _rating,
        (
            rf"(?:(?:what|how) (?:is|are|was|were) )?(?:the |its )?(?:{_AVERAGE} )*(?:ratings?|score)",
            rf"(?:what is )?(?:the )?{_AVERAGE}(?: of)?(?: all)?(?: the)?(?: reviews| ratings| scores)?",
            r"how (?:(?:highly|well|high) )?(?:is|was|are) (?:it |this )?(?:rated|scored)(?: on average)?",
            rf"(?:how|what) (?:do|did|does|would) {_EVERYONE} (?:rate|score|give)(?: it)?(?: on average)?",
            r"what (?:average )?(?:rating|score) (?:does|did|has) (?:it )?(?:have|get|got|received)?",
            r"(?:what is )?(?:the )?(?:ratings? )?(?:histogram|distribution|spread)(?: of (?:the )?ratings)?",
            r"how are (?:the |its )?(?:ratings|scores) (?:spread|distributed)",
        ),
    ),
    (
        _top,
        (
            r"(?:what (?:are|do) )?(?:all )?(?:the )?reviews?(?: say)?",
            rf"(?:(?:what|which) (?:is|are|was|were) )?(?:the )?(?:{_NUMBER} )?(?P<order>{ORDER_PHRASE})"
            rf"(?: {_NUMBER})?(?: rated)? reviews?",
            rf"(?:the )?top {_NUMBER} (?P<order>{ORDER_PHRASE}) reviews?",
            rf"(?:which|what) reviews? (?:is|are|was|were) (?:the )?(?P<order>{ORDER_PHRASE})",
            rf"(?:the )?reviews?,? (?:(?:sorted|ordered) )?(?:by )?(?P<order>{ORDER_PHRASE})(?: first)?",
        ),
    ),
    (
        _mentions,
        (
            rf"{_WHO} {_MENTIONS} (?P<name>.+)",
            rf"how (?:often|many times) (?:is|was|are) (?P<name>.+?) {_SPOKEN_OF}",
            rf"(?:where|in which reviews) (?:is|are) (?P<name>.+?) {_SPOKEN_OF}",
            r"(?:all )?(?:the )?mentions of (?P<name>.+)",
        ),
    ),
    (
        _quote,
        (
            r"(?:quote(?: me)?|(?:(?:a|an|any|some|another|one|your|the) )?"
            r"(?:(?:random|good|nice|great|funny|cool|best|favou?rite) )*(?:quote|line|sentence)s?)"
            r"(?: (?:something|anything|a line|a sentence))?(?: about (?P<about_first>\S+(?: \S+){0,2}?))?"
            r"(?: by (?P<by>\S+(?: (?!about\b|from\b|of\b)\S+)?))?"
            r"(?P<rated> (?:from|of) (?:an?|any|some|one of the|the) .{1,30}? reviews?)?"
            r"(?: about (?P<about>.+))?",
        ),
    ),
    (
        _films,
        (
            r"(?:which|what|how many) (?:films|movies) (?:are there|have you got|(?:are )?in the library"
            r"|do you (?:have|know)(?: of| about)?|can i ask (?:you )?about|are (?:here|known|available))",
            r"(?:a |the )?(?:list of )?(?:all )?(?:the |your )?(?:films|movies)(?: (?:you have|there are))?",
        ),
    ),
    (
        _by_reviewer,
        (
            r"(?:what|which) (?:else )?(?:did|has|does) (?P<name>\S+(?: \S+)?) "
            r"(?:write|wrote|written|say|said|review|reviewed|rate|think)(?: about| of)?(?: it)?",
            r"(?:all )?(?:the )?reviews? (?:(?:written )?by|from) (?P<name>\S+(?: \S+)?)",
            r"(?P<name>\S+(?: \S+)??)'s? reviews?",
        ),
    ),
    (
        _people,
        (
            rf"who(?:m)? (?:do|did) {_EVERYONE} (?:talk|speak|write) (?:about|of)(?: the)?(?: most)?",
            rf"who is {_SPOKEN_OF}(?: the)? most(?: often)?",
            rf"(?:which|what) (?:people|persons|names|actors) (?:are|get) {_SPOKEN_OF}(?: most)?",
        ),
    ),
    (
        _search,
        (
            r"(?:(?:find|search|search for|look for) )?(?:(?:all|any|some|the|me) )*(?:reviews?|passages?)"
            r"(?: that| which)? (?:with|containing|contains?|says?|saying|about|on)"
            r"(?: the)?(?: words?| phrase)? (?P<words>.+)",
        ),
    ),
    (
        _help,
        (
            r"help(?: me)?",
            r"what can (?:i ask|you do|you answer|you tell me)(?: you)?",
            r"how (?:does (?:this|it) work|do i use (?:this|you))",
            r"(?:what are )?(?:the |your )?commands(?: are there)?",
            r"what (?:commands|questions) (?:are there|can i ask)",
        ),
    ),
)

FORMS = tuple((re.compile(pattern, re.I), build) for build, patterns in _FORMS for pattern in patterns)
"""Each form with what makes its question; making it raises UnreadError where a slot holds too much."""
