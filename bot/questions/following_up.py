"""Questions that lean on the last answer: `and the worst?`, `show me more`, `who said that?`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import fields, replace
from typing import TypeAlias

from bot.language.english import is_english
from bot.language.topic_words import CHARACTERS
from bot.language.topics import read_topic
from bot.model import Filters
from bot.questions.asking_again import about_film
from bot.questions.conversation import Conversation
from bot.questions.figures.asked import left
from bot.questions.figures.extremes import superlative
from bot.questions.jobs import JOBS, job_asked_for, job_of_work
from bot.questions.kinds import (
    Average,
    AverageRating,
    CompareFilms,
    Count,
    Extreme,
    Films,
    Measure,
    Mentions,
    MostCommon,
    NotInReviews,
    Opinion,
    Order,
    People,
    Question,
    RandomQuote,
    ReviewedBy,
    Reviewer,
    SaidBy,
    Search,
    Share,
    Side,
    SmallTalk,
    TopReviews,
    Who,
    WholeReview,
)
from bot.questions.sentence import Sentence
from bot.questions.slots.marked import Slots
from bot.questions.who import who_named

_Filtered: TypeAlias = Count | Share | Average | TopReviews | MostCommon | Extreme

_WHO_SAID = re.compile(
    r"^(?:and |but |ok |so )?(?:who (?:said|says|wrote|writes|is saying|thinks|thought|posted) (?:that"
    r"|this|it|so|those|these|the (?:first|last|second) (?:one|quote))|who(?:se)? (?:review |quote "
    r"|opinion |words )?(?:is|was|are) (?:that|this|it|those)(?: (?:by|from))?|by who(?:m)?|who(?: is it|"
    r" was it| was that)?(?: by| from)?|whose|says who|who is this from|source)$"
)
_THEY = re.compile(
    r"^(?:and |but |so |ok )*(?:which (?:users?|reviewers?|people|critics)|(?:who|which(?: ones|"
    r" reviewers)?|what) (?:were|are|was|is) (?:they|those|those people"
    r"|these|that|them|he|she|it|the ones)|who(?: exactly)?|names?|name them"
    r"|(?:their|the) names|by whom|which ones|list (?:them|those)|who gave (?:it|that|those|them)(?:"
    r" that)?|whose(?: is it| are they)?|who by)(?: please| exactly| then)?$"
)
_READ_THEM = re.compile(
    r"^(?:and |ok |so |yes |please )*(?:(?:can|may|could) i |let me |i want to )?"
    r"(?:read|see|show(?: me| us)?|open) "
    r"(?:them|those|these|that one|it|(?:the|these|those) (?:reviews?|ones?))(?: please| then)?$"
)
_MORE = re.compile(
    r"^(?:and |ok |so |yes |please )*(?:(?:can you |could you )?(?:show|give|tell|get|read)(?: me| us)?"
    r" )?(?:(?:some|any|a few|the|even) )?(?:more|another(?: one)?|next(?: one| page)?|others?|the rest|go"
    r" on|continue|keep going|what else|anything else|else|further|older ones)(?: (?:please|of (?:them"
    r"|these|those|that)|like (?:that|this|these)|reviews?|quotes?|opinions?|results|examples|about"
    r" (?:that|it|this)|on (?:that|this)|did they say|do they say|is there))*$"
)
_NAME_AGAIN = re.compile(
    r"\b(?:name|called)\b.*\b(?:that|this|the|him|her|he|she|again)\b|\bwho was (?:that|it|he|she) again\b"
)
_OTHER_END = re.compile(
    r"\b(?:at|on|from|to)? ?the other end\b(?: of (?:the|that) (?:table|list|scale|line|range|spectrum))?"
)
_CONNECTED = re.compile(
    r"^(?:(?:and|but|ok|okay|so|also|hm|hmm|right|now|then|what|how|same|the same) )*(?:(?:about"
    r"|abt) )?(?:(?:for|in|of"
    r"|with|from|by|on) )*(?:(?:the|its|his|her|their) )?"
)
_LEANS = re.compile(
    r"^(?:and|but|what about|how about|also|what of|(?:ok|okay|so|k|right|cool|nice|great|thanks) (?:and"
    r"|but|what about|how about))\b"
)

_IS_WHOLE = re.compile(
    r"^(?:who|which (?:reviewers?|reviews|ones) (?:mention|say|said|speak|spoke)\w*|how many"
    r"|what (?:share|part|percent\w*))\b(?!.*\b(?:those|these|them|they)\b)"
)
"""Asks for its own figure, so that no condition of the last one holds."""


def follow_up(sentence: Sentence, slots: Slots, last: Conversation) -> Question | None:
    """What the words ask as a continuation of the last answer; None where they stand by themselves."""
    text = sentence.text
    if (leaning := _leaning(sentence, last)) is not None:
        return leaning
    rest = _CONNECTED.sub("", slots.text, count=1).strip()
    if isinstance(last.question, Who) and _LEANS.match(text) and (end := superlative(rest)) is not None:
        return Extreme(last.question.film, *end)
    if (
        isinstance(last.question, Who)
        and (name := who_named(rest))
        and (_LEANS.match(text) or _is_name(text))
    ):
        return replace(last.question, subject=name)
    stands_alone = bool(sentence.films) and not _LEANS.match(text)
    if not stands_alone and (found := _other_end(text, slots, last)) is not None:
        return found
    if re.fullmatch(r"(?:§film\d ?(?:film|movie|one)?)|", rest) and sentence.films and not slots.marks:
        asked_again = about_film(last.question, sentence.films[0])
        return AverageRating(sentence.films[0]) if asked_again == last.question else asked_again
    if slots.marks and not left(rest) and not stands_alone and not _IS_WHOLE.match(text):
        return _filtered(last, slots.filters, sentence.films[0] if sentence.films else None)
    return None


def asks_for_more(text: str) -> bool:
    """Whether the words ask to go on from something: `next page`."""
    return bool(_MORE.match(text))


def _leaning(sentence: Sentence, last: Conversation) -> Question | None:
    """What is asked in words that mean nothing without the last answer: `who were they`, `show me more`."""
    text, question = sentence.text, last.question
    if (found := _beside(sentence, last) or _who_is_meant(sentence, last)) is not None:
        return found
    if _READ_THEM.match(text) and isinstance(question, Count | Average) and question.filters:
        return TopReviews(question.film, filters=question.filters)
    if _THEY.match(text) and isinstance(question, Count | Share | Extreme):
        return Count(question.film, question.filters) if isinstance(question, Share) else question
    if _WHO_SAID.match(text) and last.review_ids:
        return SaidBy(" ".join(last.review_ids))
    if _MORE.match(text):
        return more_of(question) or SmallTalk("no_more")
    if _NAME_AGAIN.search(text) and (somebody := _spoken_of(question)) is not None:
        return somebody
    return _as_share(text, question) or _side_asked_for(text, question)


_PLAYS_HIM = re.compile(
    r"^(?:and |but |so )?(?:who|which (?:actor|actress)) (?:plays?|played|is playing|portrays?|does|acts?"
    r"|is it)(?: as)? (?:him|her"
    r"|them|that|this|it|(?:that|this|the) (?:guy|man|woman|character|part|role|one|person))(?: again"
    r"| then)?$"
    r"|^(?:and )?who (?:is|was) (?:he|she|that|it|they) (?:played|portrayed|acted|voiced) by$"
    r"|^(?:and )?(?:what|how) is (?:the|that) (?:actor|actress)(?: s)?(?: name| called)+$|^(?:and )?(?:actor"
    r"|actress) name$"
)
_MADE_IT = re.compile(
    r"^(?:and |but |so )?(?:who (?:made|did|has made|has done|composed|created|is behind|was behind"
    r"|is responsible for)"
    r" (?:it|that|this|them|those|these)|whose is (?:it|that|this)|who is (?:it|that|this) by|who (?:wrote"
    r"|shot|took|filmed) it)$"
)
_JOB_OF_TOPIC = {
    "music": "composer",
    "sound": "sound designer",
    "look": "cinematographer",
    "writing": "writer",
    "story": "writer",
    "direction": "director",
    "voice": "voice",
}
"""Who made what was just spoken of, by the subject of film talk."""


def _who_is_meant(sentence: Sentence, last: Conversation) -> Question | None:
    """`who played him`, `who made it`, `and the music` after an answer about somebody or something."""
    text, question = sentence.text, last.question
    film = getattr(question, "film", None)
    if isinstance(question, Opinion | NotInReviews | Who) and _PLAYS_HIM.match(text):
        name = (
            question.subject if isinstance(question, Who) else who_named(_OF_SPEECH.sub(" ", question.topic))
        )
        return Who(name, film) if name and name not in JOBS else None
    if isinstance(question, Opinion | NotInReviews) and _MADE_IT.match(text):
        subjects = [one.subject.name for one in read_topic(question.topic).concepts if one.subject]
        job = next((_JOB_OF_TOPIC[name] for name in subjects if name in _JOB_OF_TOPIC), None)
        return Who(job, film) if job else None
    if isinstance(question, Who) and _LEANS.match(text):
        job = job_asked_for(text) or job_of_work(_CONNECTED.sub("", text, count=1))
        return Who(job, film) if job and not sentence.films else None
    return None


_OF_SPEECH = re.compile(
    r"\b(?:what|how|do|did|does|they|people|reviews|reviewers|think|thought|say|said|make|of|about|good|any"
    r"|like|liked|new|old)\b"
)
_AS_SHARE = re.compile(
    r"^(?:and |so |ok |okay )*(?:(?:what|which|how many|how much) (?:is )?(?:the )?(?:percentage|percent|%"
    r"|share|fraction|proportion)"
    r"|(?:as|in) (?:an? )?(?:percentage|percent|%|share|fraction))(?: (?:is|are|was|were|would) (?:that|it"
    r"|they|this|those|these)(?: be)?)?$"
)


def _as_share(text: str, question: Question) -> Share | None:
    """`what percentage is that` after a number of reviews."""
    if not isinstance(question, Count) or not question.filters or not _AS_SHARE.match(text):
        return None
    return Share(question.film, question.filters)


def _beside(sentence: Sentence, last: Conversation) -> Question | None:
    """When what was shown was written, what is thought of whoever was named, and the year beside one."""
    text = sentence.text
    if _WHEN_SAID.match(text) and last.review_ids and not sentence.films:
        return SaidBy(" ".join(last.review_ids[:1]))
    return _judged(text, last.question) or _year_beside(text, last.question)


_WHEN_SAID = re.compile(
    r"^(?:(?:and|but|so|ok|okay) )*(?:(?:(?:what|which) (?:day|date|year|month)|when|on (?:what|which)"
    r" (?:day|date)|how long"
    r" ago)\b.*\b(?:post(?:ed)?|wr(?:ote|ite|itten)|say|said|publish(?:ed)?|put (?:it|that) (?:up"
    r"|online)|review(?:ed)?|upload(?:ed)?)\b"
    r"(?: (?:that|it|this|one|up|online|that one|the review|his review|her review))*"
    r"|(?:what|which) (?:date|day) (?:is|was) (?:that|it|this)(?: from| posted| written)?|when (?:is"
    r"|was) (?:that|it|this)"
    r" (?:from|posted|written|published|put up)|(?:the |what )?date(?: of (?:that|it))?|when)$"
)
_JUDGED = re.compile(
    r"^(?:(?:and|but|so|ok|okay|well|right) )*(?:(?:is|was|were|are|do|does|did|has|have|how) (?:they "
    r"|people |reviewers"
    r" |everyone |anyone |critics )?(?:(?:like|love|rate|hate|praise|mention|enjoy|good|think of|find"
    r"|complain about) )?"
    r"(?:is |was |about )?(?:he|she|him|her|they|them)\b|how (?:did|does|is|was) (?:he|she|they) (?:do|doing"
    r"|perform|act|fare)\b|what (?:do|did) (?:they|people|reviewers"
    r"|critics) (?:think|say|make) (?:of|about)"
    r" (?:him|her|them)\b|any good(?: in it)?$)"
)


def _judged(text: str, question: Question) -> Question | None:
    """`and is he any good in it` after the answer who somebody is: what reviews say of that person."""
    if (
        not isinstance(question, Who)
        or not _JUDGED.match(text)
        or re.search(r"\b(?:who|play|plays|name)\b", text)
    ):
        return None
    topic = _JOBS_TOPICS.get(question.subject, f"{question.subject} acting")
    return Opinion(topic, question.film)


_JOBS_TOPICS = {
    "director": "the direction",
    "writer": "the script",
    "composer": "the music",
    "cinematographer": "the cinematography",
    "sound designer": "the sound",
    "editor": "the editing",
    "voice": "the voice",
    "cast": "the acting",
    "lead": "the acting",
}
_YEAR_BESIDE = re.compile(
    r"^(?:(?:and|but|so|ok|okay|what about|how about|in|for|now) )*(?:the |a |one )?(?:year"
    r" (?P<back>before|earlier|prior|previous)"
    r"|year (?:after|later|following|next)|(?P<previous>previous|preceding|last) year|(?:next|following)"
    r" year)"
    r"(?: that| it| then)?$"
)


def _year_beside(text: str, question: Question) -> Question | None:
    """`and the year before that?` after a figure of one year's reviews, or of some years'."""
    found = _YEAR_BESIDE.match(text)
    if found is None or not isinstance(question, _Filtered):
        return None
    since, until = question.filters.since, question.filters.until
    if since is None or until is None:
        return None
    step = -1 if found["back"] or found["previous"] else 1
    filters = replace(question.filters, since=_moved(since, step), until=_moved(until, step))
    return replace(question, filters=filters)


def _moved(day: dt.date, years: int) -> dt.date:
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == _FEBRUARY else day.day)


_FEBRUARY = 2


def _spoken_of(question: Question) -> Question | None:
    """Who is asked for when the name of `that actor` is: of the last answer, or of whom its topic tells."""
    if isinstance(question, Opinion) and (
        played := re.search(r"\bplay(?:s|ed|ing) (?:the )?([\w ]+)$", question.topic)
    ):
        return Who(played[1], question.film)
    return question if isinstance(question, Who) else None


def more_of(question: Question) -> Question | None:
    """The next page of the question, or its next quote; None where there is no such thing."""
    match question:
        case RandomQuote():
            return replace(question, position=question.position + 1)
        case TopReviews() | Search() | Mentions() | People() | Films() | Reviewer() | Opinion():
            return replace(question, page=question.page + 1)
        case Extreme():
            return replace(question, limit=max(5, question.limit + 5))
        case _:
            return None


def _is_name(text: str) -> bool:
    """Whether nothing but a name is said, or what somebody is: `milo?`, `the landlady`."""
    words = text.removeprefix("the ").split()
    if not 0 < len(words) <= _SHORT_NAME:
        return False
    told = [concept.subject for concept in read_topic(" ".join(words)).concepts]
    return (len(told) == len(words) and not any(told)) or all(
        word in CHARACTERS or not is_english(word) for word in words
    )


_SHORT_NAME = 2
_DISAGREES = re.compile(
    r"^(?:and |but |so )?(?:does |did |do |is there )?(?:any ?one|any ?body|some ?one|who"
    r"|others?)(?: else)? (?:who )?(?:disagree[sd]?|think"
    r" otherwise|thinks otherwise|hates? it|hated it|dislike[sd]? it|did not like it|complain(?:s|ed)?)$"
)
_AGREES = re.compile(
    r"^(?:and |but |so )?(?:does |did |do )?(?:any ?one|any ?body|some ?one|who)(?: else)? (?:agree[sd]?"
    r"|likes? it|liked it|loves? it|loved it|praise[sd]? it)$"
)


def _side_asked_for(text: str, question: Question) -> Opinion | None:
    """`anyone disagree`, `who liked it` after sentences on a topic: those of one side."""
    if not isinstance(question, Opinion):
        return None
    side = Side.AGAINST if _DISAGREES.match(text) else Side.FOR if _AGREES.match(text) else None
    return replace(question, side=side, page=1) if side else None


def _other_end(text: str, slots: Slots, last: Conversation) -> Question | None:
    """`and the worst?` after a question about reviews or ratings."""
    bare = _CONNECTED.sub("", text, count=1).strip()
    question = last.question
    if isinstance(question, Extreme | CompareFilms) and _OTHER_END.search(text):
        return replace(question, lowest=not question.lowest)
    if len(bare.split()) > 5 or slots.marks or _OF_FILMS.search(bare):
        return None
    if isinstance(question, Opinion) and not re.search(r"review|rat|score", bare):
        side = {"worst": Side.AGAINST, "bad": Side.AGAINST, "best": Side.FOR, "good": Side.FOR}.get(
            bare.split()[0] if bare else ""
        )
        side = side or (
            Side.AGAINST
            if re.fullmatch(
                r"(?:the )?(?:negatives?|downsides?|complaints|cons|other side|bad (?:things|stuff|ones)"
                r"|critics)",
                bare,
            )
            else None
        )
        return replace(question, side=side, page=1) if side else None
    if not isinstance(question, _FIGURES):
        return None
    if isinstance(question, Extreme) and _FLIPPED.fullmatch(bare):
        return replace(question, lowest=not question.lowest, limit=1)
    if isinstance(question, TopReviews) and question.order in _MEASURES and _FLIPPED.fullmatch(bare):
        return Extreme(question.film, _MEASURES[question.order], lowest=question.order is not Order.LOWEST)
    found = superlative(bare)
    if found is None:
        return None
    measure, lowest = found
    film = getattr(question, "film", None)
    filters = getattr(question, "filters", None) or Filters()
    if isinstance(question, CompareFilms):
        return replace(question, lowest=lowest)
    return Extreme(film, measure, lowest, replace(filters, ratings=None))


_OF_FILMS = re.compile(r"\b(?:which|what) (?:film|movie)s?\b|\b(?:films|movies)\b")
_FLIPPED = re.compile(
    r"(?:the )?(?:least|lowest|worst|most|opposite|reverse|other (?:end|way)(?: round| around)?|bottom|top"
    r"|highest)(?: one)?(?: ,? ?(?:so |i mean |meaning )?(?:the )?(?:highest|lowest|best|worst|most"
    r"|least|longest|shortest)(?: one)?)?"
)
_MEASURES = {
    Order.HELPFUL: Measure.HELPFULNESS,
    Order.NEWEST: Measure.DATE,
    Order.HIGHEST: Measure.RATING,
    Order.LOWEST: Measure.RATING,
}
_FIGURES = (
    Count,
    Share,
    Average,
    AverageRating,
    MostCommon,
    Extreme,
    TopReviews,
    ReviewedBy,
    CompareFilms,
    WholeReview,
)


def _filtered(last: Conversation, filters: Filters, film: str | None) -> Question | None:
    """The last figure for other reviews: `and in 2005?`, `and without spoilers?`, `how about 9s?`."""
    question = last.question
    if isinstance(question, AverageRating) or (
        isinstance(question, TopReviews) and question.order is Order.HIGHEST
    ):
        question = Average(question.film) if filters.ratings is None else Count(question.film)
    if filters.reviewer is not None and isinstance(question, ReviewedBy | WholeReview):
        return ReviewedBy(filters.reviewer, film or question.film)
    if not isinstance(question, _Filtered):
        return Count(film or last.film, filters) if filters.ratings is not None else None
    given = {
        field.name: value for field in fields(Filters) if (value := getattr(filters, field.name)) is not None
    }
    if {"since", "until"} & set(given):
        given = {"since": None, "until": None} | given
    merged = replace(question.filters, **given)
    return replace(question, filters=merged, film=film or question.film)
