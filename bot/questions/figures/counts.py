"""`how many`, `what share`, `did anyone`, `who gave`: reviews, reviewers, films and votes counted."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.model import Filters
from bot.questions.figures.asked import Asked, Reading, left
from bot.questions.figures.averages import averaged
from bot.questions.figures.narrowing import NARROW
from bot.questions.kinds import EVERY_FILM, Count, Counted, Films, ReviewedBy, Share, TopReviews

SHARE = re.compile(
    r"(?:in |as )?(?:what|which|how (?:big|large|high|great|small)|the|a)? ?(?:of an? |a |an |is the |is )?"
    r"(?:exact |total )?(?:percentages?\b|percent\b|%|share(?= of)|(?<=what )share|(?<=which )share|fraction"
    r"|proportion|portion"
    r"|ratio)(?: of)?(?: (?:the|all|all the|total|these|those))?|how (?:big|large|high|great"
    r"|small) (?:of )?an? (?:share|part|proportion|fraction|chunk|slice)\b"
    r"(?: of)?(?: the| all| these)*|what part of (?:the |all |these |those )*"
    r"(?:reviews|reviewers|people|critics|users|viewers|voters|ratings|them)"
)
COUNT = re.compile(
    r"(?:what is )?(?:the |your )?sample size|how (?:big|large) is (?:the|your) (?:sample|data ?set|set"
    r"|collection)(?: of reviews)?|"
    r"(?:what is |give me |tell me )?(?:the )?(?:sum|total) of(?: all)?(?: the)?(?= (?:helpful )?votes)|"
    r"how many times (?=.*§MENTION)|how many(?: of (?:them|these|those|the)\b)?|how much (?=reviews|ratings"
    r"|people|votes)"
    r"|(?:what is |give me )?(?:the )?(?:total |exact )?(?:number|count|amount|tally) of|^count(?: up)?"
    r"|^(?:the )?total (?=§RATING|reviews|ratings|votes|helpful|reviewers|films)|^(?=(?:helpful )?votes"
    r" in total)"
    r"|how often|how frequently|\b(?:number|count|tally|quantity|(?<!in )total)$|how (?:few|numerous)"
)
WHO = re.compile(
    r"^(?:and |so |but )?(?:who|whose|which (?:reviewers?|users?|critics?|person|people|ones?)|what"
    r" (?:reviewer|user))\b"
)
_ANYBODY = (
    r"(?:not (?:a|even a|any)(?: single| one)?|"
    r"any ?thing|any ?one|any ?body|some ?one|some ?body|any|no ?body|no one|people|there)"
    r"(?: (?:of them|reviewers?|reviews?|people|users?|critics?|person|else|even|actually))*"
)
_ANY = re.compile(
    rf"^(?:and |so |but )?(?:did|does|do|has|have|is|are|was|were) (?:there )?{_ANYBODY}\b|^{_ANYBODY}\b"
)
_ANY_RATING = re.compile(r"\bany (?=§RATING)")
_COUNTED = (
    (Counted.HELPFUL_VOTES, re.compile(r"(?:helpful|useful|up) ?votes")),
    (Counted.VOTES, re.compile(r"\bvotes\b")),
    (Counted.FILMS, re.compile(r"\b(?:films|movies|titles)\b")),
    (
        Counted.REVIEWERS,
        re.compile(
            r"\b(?:reviewers|people|users|critics|viewers|persons|voters|writers|authors|members"
            r"|contributors|of them)\b"
        ),
    ),
)
_DIFFERENT = re.compile(r"\b(?:different|distinct|unique|individual|separate)\b")
_STARS = re.compile(r"^how many (?:stars|points|marks)\b")
_HIS_STARS = re.compile(r"\bhow many(?: (?:stars|points|marks)\b|(?: (?:out of|/) 10)?$)")
_HIS_VOTES = re.compile(r"\b(?:thumbs(?: up)?|likes|voted|votes|voters|found|helpful|useful|upvotes)\b")
_HIS_OWN = re.compile(rf"{_HIS_VOTES.pattern}|\b(?:words?|long)\b")
_FIELDS: dict[str, tuple[str, ...]] = {
    "rating": ("ratings", "stars"),
    "rated": ("rated",),
    "days": ("since", "until"),
    "reviewer": ("reviewer",),
    "spoilers": ("spoilers",),
    "mention": ("mentions", "also_mentions", "as_spelt"),
    "site": ("site",),
    "length": ("words_from", "words_to"),
    "votes": ("helpful_from", "helpful_to", "votes_from", "votes_to"),
}
_TELLS_DAYS = re.compile(r"\b(?:are|is|were|was|come|came|comes|written|posted) §DAYS")


_MOODS = re.compile(
    r"\b(?P<mood>positive|favou?rable|good|great|glowing|negative|unfavou?rable|bad|poor|mixed|average"
    r"|middling|neutral|high|low)"
    r" (?:reviews?|ratings?|scores?|ones|marks?|opinions?)\b|\b(?:reviews?|ratings?|scores?) (?:are|were"
    r"|is) (?P<are>positive|negative|mixed|favou?rable|bad|good|high|low)\b"
    r"|^(?:how many|what (?:share|percentage|percent|fraction|proportion))(?: of (?:them|these|those|all))?"
    r" (?:are|were|is) (?P<bare>positive|negative|mixed|favou?rable|unfavou?rable)\b"
    r"|\b(?P<felt>(?:dis)?liked?|loved?|hated?|enjoy(?:ed)?|fans?|haters?|recommend(?:ed|s)?)"
    r"(?: (?:it|this|that|the (?:film|movie)|§film\d|of it|overall|in total|are there|there are|does it have"
    r"|did it get))*$"
)
_BAD = frozenset(
    "negative unfavorable unfavourable bad poor low dislike disliked hate hated hater haters".split()
)
_MIDDLE = frozenset("mixed average middling neutral".split())


def mood(asked: Asked) -> Reading | None:
    """`how many positive reviews`: which ratings are positive is for the asker to say."""
    found = _MOODS.search(asked.text)
    if (
        found is None
        or asked.filters.ratings is not None
        or asked.filters.reviewer is not None
        or not (COUNT.search(asked.text) or SHARE.search(asked.text))
    ):
        return None
    word = found["mood"] or found["are"] or found["bare"] or found["felt"]
    ratings = tuple(range(5)) if word in _BAD else (5, 6) if word in _MIDDLE else tuple(range(7, 11))
    asks = f'Which ratings count as "{word}"?'
    return Reading(Count(asked.film, replace(asked.filters, ratings=ratings)), (word,), told=False, asks=asks)


_PART = re.compile(
    r"(?:\b(?:more than|less than|fewer than|greater than|over|under|at least|at most|exactly|about|roughly"
    r"|almost|nearly|close to|up to|around) )?(?:\ba |\bone |\bthe )?\b(?:half|third|quarter|fifth|tenth|2"
    r" thirds|3 quarters)\b(?: or (?:more|less))?(?: of\b)?|\b(?:the |a )?(?:vast |great |large |clear |big"
    r" |huge )?(?:majority|minority)\b(?: of\b)?|\b(?:mostly|mainly)\b"
    r"|(?<!the )\bmost(?= (?:of|people|reviewers|reviews|users|critics|viewers|ratings|scores|gave|give|rated"
    r"|rate|them"
    r"|§))"
)


def quantified(asked: Asked) -> Reading | None:
    """`did more than half give it 8+`: the share itself tells whether it is so."""
    cue = _PART.search(asked.text)
    if cue is None or not asked.slots.marks or asked.slots.marks == ("reviewer",):
        return None
    if asked.filters.ratings is None and not _YES_OR_NO.search(asked.text):
        return None
    asked_for, among = _divided(asked)
    return Reading(Share(asked.film, asked_for, among), left(asked.text, cue))


_YES_OR_NO = re.compile(r"^(?:and |so |but )?(?:do|does|did|is|are|was|were|have|has)\b")
_BESIDE = re.compile(
    r"\b(?:(?:how many )?(?:more|fewer)|ratio(?: of)?|(?:which|what) (?:is|one is|was) (?:the )?(?:more|most)"
    r" (?:common|frequent|popular|usual|often)(?: 1| one)?|(?:more|most) (?:common|frequent|popular|often)"
    r"|outnumber(?:s|ed)?|difference between|which (?:one )?(?:has|got|had) more|compared?(?: to| with)?"
    r"|versus"
    r"|than)\b"
)
_TWO = 2


def beside(asked: Asked) -> Reading | None:
    """`more 7s or 8s?`, `are there more 8s than 9s`: two ratings counted beside each other."""
    ratings = asked.filters.ratings
    if ratings is None or len(ratings) != _TWO or not _BESIDE.search(asked.text):
        return None
    if len(asked.sentence.films) > 1 or MORE_THAN_ONE.search(asked.text):
        return None
    return Reading(Count(asked.film, asked.filters), left(asked.text, _BESIDE))


MORE_THAN_ONE = re.compile(r"\b(?:films|movies|average|mean|median|longest|shortest)\b")


_IN_PERCENT = re.compile(r"\b(?:(?:in|as) (?:a )?)?(?:percentages?|percent|%)")


def share(asked: Asked) -> Reading | None:
    """What part of the reviews."""
    cue = SHARE.search(asked.text)
    if cue is None or not cue[0].strip():
        return None
    unread = left(asked.text, cue, _IN_PERCENT)
    if not asked.filters:
        return Reading(Count(asked.film), (*unread, cue[0].strip()))
    if asked.filters == Filters(reviewer=asked.filters.reviewer) and _HIS_VOTES.search(asked.text):
        return None
    asked_for, among = _divided(asked)
    return Reading(Share(asked.film, asked_for, among), unread)


def _divided(asked: Asked) -> tuple[Filters, Filters]:
    """The filters asked about, and those of the reviews among which: what is told last is asked about."""
    marks = asked.slots.marks
    if len(marks) < 2:
        return asked.filters, Filters()
    told = marks[-1]
    if told == "days" and not _TELLS_DAYS.search(asked.text):
        told = next((mark for mark in marks if mark != "days"), told)
    if told == "rated":
        told = next((mark for mark in marks if mark != "rated"), told)
    names = _FIELDS[told]
    asked_for = Filters(**{name: getattr(asked.filters, name) for name in names})
    return asked_for, replace(asked.filters, **dict.fromkeys(names))


_TIMES = re.compile(r"^ ?times\b")


def count(asked: Asked) -> Reading | None:
    """How many."""
    text, filters = asked.text, asked.filters
    stars = _HIS_STARS if filters.reviewer else _STARS
    if (cue := stars.search(text)) and filters.ratings is None:
        return _stars(asked, cue)
    if filters == Filters(reviewer=filters.reviewer) and filters.reviewer and _HIS_OWN.search(text):
        return None
    cue = COUNT.search(text)
    if cue is None:
        return _any(asked)
    rest = text[cue.end() :]
    of, noun = _noun(rest)
    different = _DIFFERENT.search(rest)
    times = _TIMES if asked.slots.marks else None
    unread = left(rest, noun, different, COUNT, _ANY, times) + left(text[: cue.start()], _ANY)
    if unread and not asked.slots.marks and rest.split()[:1] == [unread[0]] and unread[0] not in NARROW:
        return None
    if of is Counted.VOTES and "helpful" in unread:
        of, unread = Counted.HELPFUL_VOTES, tuple(word for word in unread if word != "helpful")
    if of is Counted.FILMS and not filters and not unread:
        return Reading(Films())
    if of is Counted.REVIEWERS and asked.film not in (None, EVERY_FILM) and not different:
        of = Counted.REVIEWS
    if re.search(r"\bratings\b", rest) and filters.ratings is None and filters.rated is None:
        filters = replace(filters, rated=True)
    return Reading(Count(asked.film, filters, of), unread)


def _any(asked: Asked) -> Reading | None:
    cue = _ANY.search(asked.text) or _ANY_RATING.search(asked.text) if asked.slots.marks else None
    if cue is None or asked.slots.marks == ("mention",):
        return None
    unread = left(asked.text, cue)
    if _ANY_REVIEW.match(asked.text):
        return Reading(TopReviews(asked.film, filters=asked.filters), unread)
    return Reading(Count(asked.film, asked.filters), unread)


_ANY_REVIEW = re.compile(r"(?:and |so |but )?(?:(?:is|are) there )?any (?!one|body|thing)")


def _noun(rest: str) -> tuple[Counted, re.Match[str] | None]:
    """What is counted: the first noun after the cue decides."""
    first = rest.split(" §")[0]
    found = [(noun.start(), of, noun) for of, pattern in _COUNTED if (noun := pattern.search(first))]
    if not found:
        return Counted.REVIEWS, None
    start, of, noun = min(found, key=lambda each: each[0])
    if re.search(r"\b(?:reviews|ratings|review|scores)\b", rest[:start]):
        return Counted.REVIEWS, None
    return of, noun


def _stars(asked: Asked, cue: re.Match[str]) -> Reading | None:
    unread = left(asked.text, cue)
    if asked.filters.reviewer and not unread:
        return Reading(ReviewedBy(asked.filters.reviewer, asked.film))
    if unread and not asked.slots.marks:
        return None
    return averaged(asked, unread)


_ASKS_WHO = re.compile(rf"{WHO.pattern}|\b(?:who|whose|names?)$")


def who_gave(asked: Asked) -> Reading | None:
    """`who gave it a 4`, `which reviews are from 2005`, `10s?`: the reviews themselves are asked for."""
    marks = asked.slots.marks
    if not marks or marks == ("reviewer",):
        return None
    about_reviews = bool(_ASKS_WHO.search(asked.text)) or asked.speaks_of_reviews
    unread = left(asked.text)
    if (unread or marks in (("mention",), ("spoilers",))) and not about_reviews:
        return None
    if unread and marks == ("days",) and not asked.speaks_of_reviews:  # `who made that 80s music`
        return None
    if asked.has("reviews?|opinions?|write ups?"):
        return Reading(TopReviews(asked.film, filters=asked.filters), unread)
    return Reading(Count(asked.film, asked.filters), unread)
