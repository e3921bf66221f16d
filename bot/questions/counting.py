"""Questions with a figure for an answer: how many, what share, the average, the most common, the extremes.

A cue tells what is asked; the slots tell of which reviews. When a word is left that neither has read, no
figure is asked for: the question comes back as unclear, with the figures that may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.model import Filters
from bot.questions.filler import FILLER, MEASURED
from bot.questions.kinds import (
    EVERY_FILM,
    THE_FILM,
    Average,
    AverageRating,
    CompareFilms,
    Count,
    Counted,
    Extreme,
    Films,
    Grouping,
    Measure,
    MostCommon,
    Question,
    ReviewedBy,
    Share,
    Statistic,
    Unclear,
)
from bot.questions.sentence import MARK, Sentence
from bot.questions.slots import Slots

_LONGEST_LIST = 25
_EVERY_FILM = re.compile(
    r"(?:of |in |across |over |for |from |among )*(?:all (?:of )?(?:the |these |your )?(?:films?|movies?)"
    r"|(?:the )?(?:whole|entire|full) (?:library|database|collection|site)"
    r"|every (?:film|movie)|(?:the |this |your )?(?:library|database|collection))"
)
_IT = re.compile(r"\b(?:it|(?:this|the|that) (?:film|movie|one)|the sequel)\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """A question, and the words of the sentence that its reading leaves unread."""

    question: Question
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """A sentence with its slots, and the film they are about."""

    sentence: Sentence
    slots: Slots
    film: str | None

    @property
    def text(self) -> str:
        return self.slots.text

    @property
    def filters(self) -> Filters:
        return self.slots.filters


def read_figure(sentence: Sentence, slots: Slots) -> Reading | None:
    """The figure that is asked for, with what stayed unread; None where no figure is asked for."""
    text = slots.text
    film = sentence.films[0] if len(sentence.films) == 1 else None
    if every := _EVERY_FILM.search(text):
        slots = replace(slots, text=" ".join(f"{text[: every.start()]} {text[every.end() :]}".split()))
        film = film or EVERY_FILM
    elif film is None and _IT.search(sentence.text):
        film = THE_FILM
    asked = _Asked(sentence, slots, film)
    for read in _CUES:
        if reading := read(asked):
            return _with_limit(reading, slots.limit)
    return None


def _with_limit(reading: Reading, limit: int | None) -> Reading:
    """The reading with the number of reviews asked for, which is unread where no list is asked for."""
    if limit is None:
        return reading
    if isinstance(reading.question, Extreme) and 1 <= limit <= _LONGEST_LIST:
        return replace(reading, question=replace(reading.question, limit=limit))
    return replace(reading, unread=(*reading.unread, str(limit)))


def _left(text: str, *cues: re.Match[str] | None) -> tuple[str, ...]:
    """The words of the text that neither a cue nor a slot has read and that may matter."""
    letters = list(text)
    for cue in cues:
        if cue is not None:
            letters[cue.start() : cue.end()] = " " * (cue.end() - cue.start())
    return tuple(word for word in "".join(letters).split() if word not in FILLER and not _is_read(word))


def _is_read(word: str) -> bool:
    return (bool(MARK.fullmatch(word)) and word.startswith("§film")) or word in _SLOT_MARKS


_SLOT_MARKS = frozenset(
    f"§{name}" for name in "RATING DAYS REVIEWER SPOILERS MENTION LENGTH VOTES RATED".split()
)

_SHARE = re.compile(
    r"(?:in |as )?(?:what|which|how (?:big|large|high|great|small)|the|a)? ?(?:a |an |is the |is"
    r" )?(?:exact |total )?"
    r"(?:percentages?|percent|%|share|fraction|proportion|portion|ratio)(?: of)?(?: (?:the|all|all the"
    r"|total|these|those))?"
    r"|how much percent|what part of (?:the )?reviews"
)


def _share(asked: _Asked) -> Reading | None:
    cue = _SHARE.search(asked.text)
    if cue is None or not cue[0].strip():
        return None
    filters, among = _divided(asked)
    unread = _left(asked.text, cue)
    if not filters:
        return Reading(Count(asked.film), (*unread, cue[0].strip()))
    return Reading(Share(asked.film, filters, among), unread)


_FIELDS = {
    "rating": ("ratings",),
    "rated": ("rated",),
    "days": ("since", "until"),
    "reviewer": ("reviewer",),
    "spoilers": ("spoilers",),
    "mention": ("mentions",),
    "length": ("words_from", "words_to"),
    "votes": ("helpful_from", "helpful_to", "votes_from", "votes_to"),
}


def _divided(asked: _Asked) -> tuple[Filters, Filters]:
    """The filters asked about, and those of the reviews among which it is asked."""
    marks = list(asked.slots.marks)
    if len(marks) < 2:
        return asked.filters, Filters()
    told = marks[-1]
    if told == "days" and not re.search(
        r"\b(?:are|is|were|was|come|came|comes|written|posted) §DAYS", asked.text
    ):
        told = next((mark for mark in marks if mark != "days"), told)
    names = _FIELDS[told]
    asked_for = Filters(**{name: getattr(asked.filters, name) for name in names})
    return asked_for, replace(asked.filters, **dict.fromkeys(names))


_COUNT = re.compile(
    r"how many(?: of (?:the|these|those|them|all)(?: \w+)?)?|how much (?=reviews|ratings|people|votes)"
    r"|(?:what is |give me )?(?:the )?(?:total |exact )?(?:number|count|amount|tally|sum) of"
    r"|^count(?: up)?|how often|how frequently|^(?:number|count)$"
)
_ANY = re.compile(
    r"^(?:(?:and |so |but )?(?:did|does|do|has|have|is|are|was|were) (?:there )?(?:any ?one|any ?body|some"
    r" ?one|some ?body|any|no ?body)|any ?one|any ?body|any)\b(?: (?:of them|reviewers?|reviews?|people"
    r"|users?|critics?|person|else))?"
)
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
_THAT_MANY = re.compile(r"^how many (?:stars|points|marks)\b")


def _count(asked: _Asked) -> Reading | None:
    text, filters = asked.text, asked.filters
    if _THAT_MANY.search(text) and filters.ratings is None:
        return _stars(asked)
    cue = _COUNT.search(text) or (_ANY.search(text) if asked.slots.marks else None)
    if cue is None:
        return None
    rest = text[cue.end() :]
    of = Counted.REVIEWS
    noun: re.Match[str] | None = None
    if _COUNT.search(text):
        of, noun = _noun(rest)
    different = _DIFFERENT.search(text)
    unread = tuple(word for word in _left(rest, noun) if not (different and word == different[0]))
    unread += _left(text[: cue.start()])
    if of is Counted.FILMS and not filters and not unread:
        return Reading(Films())
    if of is Counted.REVIEWERS and asked.film not in (None, EVERY_FILM):
        of = Counted.REVIEWERS if different else Counted.REVIEWS
    if re.search(r"\bratings\b", rest) and not filters.ratings and filters.rated is None:
        filters = replace(filters, rated=True)
    return Reading(Count(asked.film, filters, of), unread)


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


def _stars(asked: _Asked) -> Reading:
    unread = _left(asked.text[len("how many") :])
    if asked.filters.reviewer and not unread:
        return Reading(ReviewedBy(asked.filters.reviewer, asked.film))
    return _averaged(asked, unread)


_AVERAGE = re.compile(
    r"(?:on )?(?:the )?(?:average|mean|averages|averaged|averaging)(?: (?:star )?(?:rating|score|ratings"
    r"|scores|mark|grade|stars|value|number))?(?: (?:given|out of 10|/ 10))?"
)
_TO_MEAN = re.compile(
    r"\b(?:do|does|did|would|could|what) [^§]*\bmean\b(?! (?:rating|score))$|\bmean(?:s|t) (?:by|to)\b"
)
_MEDIAN = re.compile(r"(?:the )?(?:median|middle(?= (?:rating|score)))")
_OVERALL = re.compile(
    r"^(?:(?:so )?what is |what was |whats |tell me |show me |give me |and )?(?:the |its |it is"
    r" )?(?:overall |total |user |imdb |final |general |average )?(?:rating|ratings|score|scores|stars)(?:"
    r" (?:for|of|on) )?"
    r"|how (?:highly |high |low |well )?(?:is|was|are|were|did|do|does|has) .*(?:rated|rate|score|scored"
    r"|been rated|rating)\b"
    r"|what (?:rating|score|grade|mark|ratings|scores|marks)\b.*|how (?:many stars|good is the (?:rating"
    r"|score))|(?:rating|ratings|score) (?:distribution|breakdown|spread|histogram|summary)"
    r"|(?:distribution|breakdown|spread|histogram|summary) of (?:the )?(?:ratings|scores|stars)|^(?:rating"
    r"|ratings|score|rated)$|(?:rating|score)$"
)


def _average(asked: _Asked) -> Reading | None:
    text = asked.text
    for pattern, statistic in ((_MEDIAN, Statistic.MEDIAN), (_AVERAGE, Statistic.MEAN)):
        cue = pattern.search(text)
        if cue is None or _TO_MEAN.search(text):
            continue
        length = re.search(r"\b(?:length|long|words?|wordy)\b", text)
        measure = Measure.LENGTH if length else Measure.RATING
        votes = re.search(r"\b(?:helpful )?votes\b", text)
        if votes:
            measure = Measure.HELPFUL_VOTES if "helpful" in votes[0] else Measure.VOTES
        unread = _left(
            text, cue, length if length and not cue.end() > length.start() > cue.start() else None, votes
        )
        if not (_speaks_of_reviews(text) or asked.slots.marks) and unread:
            return None
        return _averaged(asked, unread, measure, statistic)
    return None


def _averaged(
    asked: _Asked,
    unread: tuple[str, ...],
    measure: Measure = Measure.RATING,
    statistic: Statistic = Statistic.MEAN,
) -> Reading:
    plain = measure is Measure.RATING and statistic is Statistic.MEAN and not asked.filters
    if plain and asked.film != EVERY_FILM:
        return Reading(AverageRating(asked.film or None), unread)
    return Reading(Average(asked.film, asked.filters, measure, statistic), unread)


def _speaks_of_reviews(text: str) -> bool:
    return any(word in MEASURED for word in text.split())


_MOST_COMMON = re.compile(
    r"(?:the )?(?P<how>most|least|more) (?:common|frequent|popular|usual|given|used|typical|often|commonly"
    r"|frequently)(?: (?:given|used|awarded|chosen))?"
    r"|(?:the )?(?:mode|modal)(?: (?:rating|score|value))?|(?:the )?(?P<rare>rarest|commonest|usual|typical)"
)
_PER_YEAR = re.compile(
    r"(?:what|which|in (?:what|which)) year(?: (?:had|has|have|saw|got|were|was|did|do|are|is"
    r"|of))*(?P<most> (?:the )?(?P<how>most|least|fewest))?"
    r"|(?P<busiest>busiest|quietest) year"
)
_PER_REVIEWER = re.compile(
    r"(?:who|which (?:reviewer|user|critic|person)) (?:has |have )?(?:wrote|written|posted|reviewed|left)?"
    r" ?(?:the )?(?P<how>most|fewest) (?:reviews|films|movies)"
    r"|(?:most (?:active|prolific|frequent)|busiest) (?:reviewer|user|critic|writer)"
)


def _most_common(asked: _Asked) -> Reading | None:
    text = asked.text
    if (cue := _PER_REVIEWER.search(text)) is not None:
        least = cue["how"] == "fewest"
        return Reading(MostCommon(asked.film, asked.filters, Grouping.REVIEWER, least), _left(text, cue))
    year = _PER_YEAR.search(text)
    common = _MOST_COMMON.search(text)
    most = re.search(
        r"\b(?:the )?(?P<how>most|least|fewest) (?:reviews|reviewed|ratings|popular|active)\b", text
    )
    if year is not None and (year["most"] or year["busiest"] or most or common):
        how = next((found["how"] for found in (year, most, common) if found and found["how"]), "most")
        least = how in ("least", "fewest") or year["busiest"] == "quietest"
        return Reading(
            MostCommon(asked.film, asked.filters, Grouping.YEAR, least), _left(text, year, most or common)
        )
    if common is None:
        return None
    unread = _left(text, common)
    if not _speaks_of_reviews(text) and (unread or not re.search(r"mode|modal", common[0])):
        return None
    least = common["how"] == "least" or common["rare"] == "rarest"
    return Reading(MostCommon(asked.film, asked.filters, Grouping.RATING, least), unread)


_SUPERLATIVES: tuple[tuple[str, Measure, bool], ...] = (
    (
        r"(?:most|more) (?:helpful|useful|helpfull) votes|(?:highest|largest|biggest) number of helpful"
        r" votes",
        Measure.HELPFUL_VOTES,
        False,
    ),
    (r"(?:fewest|least) (?:helpful|useful) votes", Measure.HELPFUL_VOTES, True),
    (r"most (?:votes|voted(?: on)?)|(?:highest|largest|biggest) number of votes", Measure.VOTES, False),
    (r"(?:fewest|least) votes", Measure.VOTES, True),
    (
        r"(?:most|highest) (?:helpful|useful|upvoted|liked|helpfulness|appreciated)|best voted|helpful"
        r" ?est|top voted",
        Measure.HELPFULNESS,
        False,
    ),
    (
        r"(?:least|lowest|most un) ?(?:helpful|useful|upvoted|helpfulness)|most (?:unhelpful|downvoted"
        r"|useless)|worst voted",
        Measure.HELPFULNESS,
        True,
    ),
    (
        r"longest|lengthiest|wordiest|most (?:words|wordy|verbose)|(?:highest|biggest) word count",
        Measure.LENGTH,
        False,
    ),
    (
        r"shortest|briefest|tersest|(?:fewest|least) words|most (?:concise|brief)|smallest",
        Measure.LENGTH,
        True,
    ),
    (r"(?:most recent(?:ly)?|newest|latest|last|final)", Measure.DATE, False),
    (r"(?:earliest|oldest|first|very first|original)", Measure.DATE, True),
    (
        r"(?:highest|top|best|maximum|biggest|greatest|kindest|(?:most|more) (?:positive|generous"
        r"|favourable|enthusiastic|glowing)|nicest|happiest|high)(?: (?:rated|scoring|scored|rating|score"
        r"|ratings|scores|mark|marks|grade|stars))?|(?:like|liked|love|loved|enjoy|enjoyed)(?: it| §film\d"
        r"| the film)? (?:the )?(?:most|best)|most stars",
        Measure.RATING,
        False,
    ),
    (
        r"(?:lowest|worst|minimum|smallest|harshest|meanest|toughest|strictest|poorest|(?:most|more)"
        r" (?:negative|critical|scathing|brutal)|least (?:positive|favourable|generous|impressed|stars)"
        r"|bottom|low)(?: (?:rated|scoring|scored|rating|score|ratings|scores|mark|marks|grade))?|(?:like"
        r"|liked|enjoyed|love|loved)(?: it| §film\d| the film)? (?:the )?least|(?:hate|hated|dislike"
        r"|disliked)(?: it| §film\d| the film)?(?: (?:the )?most)?",
        Measure.RATING,
        True,
    ),
)
_SUPERLATIVE = [
    (
        re.compile(rf"\b(?:the )?(?:single )?(?:very )?(?:{words})\b"),
        measure,
        lowest,
    )
    for words, measure, lowest in _SUPERLATIVES
]
_WHO = re.compile(
    r"^(?:and |so |but )?(?:who|whose|which (?:reviewer|user|critic|person|one)|what (?:reviewer|user))\b"
)
_DATE_ASKED = re.compile(
    r"^(?:and |so )?(?:when|what date|which date|how (?:old|recent)|on (?:what|which) (?:day|date))\b"
)


def _extreme(asked: _Asked) -> Reading | None:
    text = asked.text
    for pattern, measure, lowest in _SUPERLATIVE:
        cue = pattern.search(text)
        if cue is None:
            continue
        unread = _left(text, cue)
        about_reviews = _speaks_of_reviews(text) or _WHO.search(text) or asked.slots.marks
        if not about_reviews or (unread and not _speaks_of_reviews(text)):
            return None
        unread = tuple(word for word in unread if word not in _LENGTH_WORDS)
        return Reading(Extreme(asked.film, measure, lowest, asked.filters), unread)
    return None


_LENGTH_WORDS = frozenset("long old recent words word high low".split())

_VERSUS = re.compile(
    r"\b(?:versus|compared (?:to|with|against)|against|or|and|than|with|to|between|compare)\b"
)
_WHICH_FILM = re.compile(
    r"\b(?:which|what)(?: one)?(?: of)?(?: the| these| them| your| all)*(?: \d)? (?:films?|movies?)\b"
    r"|\bwhich (?:one|of (?:them|these|the 2|the 3|those))\b"
    r"|\b(?:best|worst|highest|lowest|top|most|least|favou?rite)(?: (?:rated|scoring|scored|reviewed|liked"
    r"|loved|hated|popular|rating|average|and))* (?:films?|movies?|one)\b"
    r"|\b(?:films?|movies?) (?:with|that (?:has|got|have)|having) the (?:most|least|fewest|highest|lowest"
    r"|best|worst)\b"
)
_STATISTIC = (
    (
        re.compile(
            r"\b(?:how many|number of|most|more|fewest|fewer|least) (?:reviews?|reviewers|ratings)\b"
            r"|\b(?:most|least|more|less) reviewed\b|reviewed (?:the )?(?:most|least)"
        ),
        Statistic.COUNT,
    ),
    (re.compile(r"\bmedian(?: (?:rating|score))?s?\b"), Statistic.MEDIAN),
    (
        re.compile(
            r"\b(?:rated|rating|ratings|rate|rates|score|scores|scored|average|averages|mean|stars"
            r"|reviewed|reviews|reviewers|received)\b"
        ),
        Statistic.MEAN,
    ),
)
_MORE = re.compile(
    r"\b(?:higher|highest|better|best|top|more|most|bigger|larger|greater|ahead|favourite|wins?|winner"
    r"|beats?|above|preferred|prefer|preferred|liked|loved|rank(?:s|ed)?|difference|compare[ds]?"
    r"|comparison|comparing|side|both|great(?:est)?)\b"
)
_FEWER = re.compile(r"\b(?:lower|lowest|worse|worst|least|fewest|fewer|less|bottom|poorer|poorest)\b")


def _compare(asked: _Asked) -> Reading | None:
    text = asked.text
    films = asked.sentence.films
    which = _WHICH_FILM.search(text) if len(films) != 1 else None
    if len(films) < 2 and which is None:
        return None
    if len(films) < 2 and re.search(r"\b(?:reviewer|reviewers|who|user)\b", text):
        return None
    found = next(((cue, stat) for pattern, stat in _STATISTIC if (cue := pattern.search(text))), None)
    share = re.search(r"\b(?:share|percentage|percent|proportion|fraction|ratio)\b(?: of)?", text)
    more, fewer = _MORE.search(text), _FEWER.search(text)
    if (
        found is None
        and not asked.filters
        and not (
            re.fullmatch(r"(?:compare )?(?:§film\d ?(?:versus|or|and|,)? ?)+", text)
            or (which and (more or fewer))
        )
    ):
        return None
    if not (more or fewer or len(films) > 1):
        return None
    unread = tuple(
        word
        for word in _left(text, more, fewer, share, which, found[0] if found else None)
        if not (_VERSUS.fullmatch(word) or _MORE.fullmatch(word))
    )
    statistic = found[1] if found else Statistic.MEAN
    if asked.filters.ratings or asked.filters.mentions or share:
        statistic = Statistic.SHARE if share else Statistic.COUNT
    return Reading(CompareFilms(films, statistic, asked.filters, bool(fewer)), unread)


_GIVEN = re.compile(
    r"\b(?:give|gave|given|rate|rated|score|scored|rating|grade|mark|stars|award|awarded|vote|voted|think"
    r"|like|liked)\b"
)
_ABOUT_HIS = (
    (
        re.compile(r"\b(?:when|what date|which date|what day|what year|which year|how long ago|date)\b"),
        Measure.DATE,
    ),
    (re.compile(r"\bhow long\b|\blength\b|\bwords\b"), Measure.LENGTH),
    (
        re.compile(r"\bhow (?:helpful|useful)\b|\b(?:helpful|useful|found|votes|helpfulness)\b"),
        Measure.HELPFULNESS,
    ),
    (
        re.compile(
            r"\b(?:rating|ratings|rate|rated|score|scored|stars|points|mark|grade|give|gave|given|out of"
            r" 10|/ 10)\b"
        ),
        Measure.RATING,
    ),
)


def _reviewed_by(asked: _Asked) -> Reading | None:
    reviewer = asked.filters.reviewer
    if reviewer is None or asked.filters != Filters(reviewer=reviewer):
        return None
    for pattern, measure in _ABOUT_HIS:
        cue = pattern.search(asked.text)
        if cue is None:
            continue
        if measure is Measure.RATING and re.search(r"\b(?:average|mean|median|how many)\b", asked.text):
            return None
        unread = tuple(
            word
            for word in _left(asked.text, cue)
            if word not in ("helpful", "useful", "found", "long", "words", "year", "day", "ago", "did")
        )
        if unread and not _speaks_of_reviews(asked.text):
            return None
        return Reading(ReviewedBy(reviewer, asked.film or None, measure), unread)
    return None


def _overall(asked: _Asked) -> Reading | None:
    cue = _OVERALL.search(asked.text)
    if asked.filters.ratings is not None:
        return None
    if cue is None or not cue[0].strip():
        return None
    unread = _left(
        asked.text,
        re.search(
            r"\b(?:distribution|breakdown|spread|histogram|summary|highly|well|high|good|range)\b", asked.text
        ),
    )
    if unread:
        return None
    return _averaged(asked, ())


def _who_gave(asked: _Asked) -> Reading | None:
    """`who gave it a 4`, `which reviews are from 2005`, `10s?`: the reviews themselves are asked for."""
    if not asked.slots.marks or asked.slots.marks == ("reviewer",):
        return None
    unread = _left(asked.text)
    who = _WHO.search(asked.text)
    if unread and not (who or _speaks_of_reviews(asked.text)):
        return None
    if asked.slots.marks == ("mention",) and not (who or _speaks_of_reviews(asked.text)):
        return None
    if asked.slots.marks == ("spoilers",) and not _speaks_of_reviews(asked.text):
        return None
    return Reading(Count(asked.film, asked.filters), unread)


_CUES: tuple[Callable[[_Asked], Reading | None], ...] = (
    _compare,
    _share,
    _most_common,
    _average,
    _count,
    _extreme,
    _reviewed_by,
    _overall,
    _who_gave,
)


def how_many(text: str) -> bool:
    """Whether the words ask for a number or a share, not for the reviews themselves."""
    return bool(_COUNT.search(text) or _SHARE.search(text) or _AVERAGE.search(text) or _MEDIAN.search(text))


def as_unclear(sentence: Sentence, reading: Reading) -> Unclear:
    """The question that asks back: what was not understood, and what would be counted without it."""
    unread = " ".join(dict.fromkeys(map(sentence.as_typed, reading.unread)))
    return Unclear(sentence.typed, unread, (reading.question,))
