"""Films beside each other: which is rated higher, which has more reviews, more 10s, a larger share."""

from __future__ import annotations

import re

from bot.questions.figures.asked import Asked, Reading, left
from bot.questions.figures.averages import MEDIAN
from bot.questions.kinds import EVERY_FILM, CompareFilms, Statistic, WroteOfAll

_VERSUS = frozenset(
    "versus compared against or and than then with to between compare beside next head".split()
)
_FILMS = r"(?:films?|movies?)"
_WHICH = re.compile(
    rf"\b(?:which|what)(?: one)?(?: of)?(?: the| these| them| your| all| your)*(?: \d)? {_FILMS}\b"
    r"|\bwhich (?:one|of (?:them|these|the 2|the 3|those))\b"
    r"|\b(?:best|worst|highest|lowest|top|most|least|favou?rite)"
    rf"(?: (?:rated|scoring|scored|reviewed|liked|loved|hated|popular|rating|average|and))* {_FILMS}\b"
    r"|\b(?:best|worst|highest|lowest|top|most|least) (?:rated|scoring|scored|liked|loved|reviewed) one\b"
    rf"|\b{_FILMS} (?:with|that (?:has|got|have)|having|has|got|have) the (?:most|least|fewest|highest"
    rf"|lowest|best|worst)\b"
    rf"|^(?:please )?(?:rank|order|sort)\b|\b(?:rank|order|sort) (?:them|em|the|these|those|all|your|by|§)"
)
EACH_FILM = re.compile(
    r"\b(?:per|by) (?:film|movie)\b|\b(?:(?:for|of|in|at|to|by) )?each(?: 1| one)?(?: of the)?"
    r" (?:film|movie)s?\b|\bfilm by film\b"
)
_STATISTICS = (
    (
        re.compile(
            r"\b(?:how many|number of|most|more|fewest|fewer|least) (?:reviews?|reviewers|ratings)\b"
            r"|\b(?:most|fewest|more) (?:people|reviewers|users) (?:review|reviewed|rate|rated|write about"
            r"|wrote about)\b"
            r"|\b(?:most|least|more|less) reviewed\b|reviewed (?:the )?(?:most|least|more)"
        ),
        Statistic.COUNT,
    ),
    (
        re.compile(
            r"\bstandard deviations?(?: of (?:the )?ratings)?\b"
            r"|\b(?:splits?|divid\w+|divisive|polari[sz]\w+|controversial"
            r"|(?:dis)?agree[sd]?(?: (?:on|about|over))?|unanimous|united)\b(?: (?:the )?(?:opinions?|people"
            r"|critics|reviewers|crowd|audience|ratings|pack))?"
        ),
        Statistic.DEVIATION,
    ),
    (re.compile(r"\bmedian(?: (?:rating|score))?s?\b"), Statistic.MEDIAN),
    (
        re.compile(
            r"\b(?:rated|rating|ratings|rate|rates|score|scores|scored|marks?|grades?|points|average"
            r"|beats?|outscores?|averages|mean|stars|reviewed"
            r"|reviews|reviewers|received)\b"
        ),
        Statistic.MEAN,
    ),
)
_MORE = re.compile(
    r"\b(?:higher|highest|better|best|top|more|most|bigger|larger|greater|ahead|favourite|wins?|winner|beats?"
    r"|above|preferred|prefer|liked|loved|rank(?:s|ed)?|order|sort|difference|gap|compare[ds]?|comparison"
    r"|comparing"
    r"|side|both|great(?:est)?|far|apart)\b"
)
_FEWER = re.compile(r"\b(?:lower|lowest|worse|worst|least|fewest|fewer|less|bottom|poorer|poorest)\b")
_SHARE = re.compile(r"\b(?:share|percentage|percent|proportion|fraction|ratio)\b(?: of)?")
_WHO_OF_BOTH = re.compile(
    r"\b(?:who|which (?:reviewers?|people|users?))\b.*\b(?:review\w*|rated|wrote about"
    r"|seen|saw)\b|\b(?:who|which (?:reviewers?|people|users?)|anyone|anybody) .*\bboth (?:of )?§film"
)
_THAN_OTHERS = re.compile(r"\bthan (?:the |any |all )*(?:others?|rest)\b")
_ONLY_FILMS = re.compile(r"(?:compare )?(?:§film\d ?(?:versus|or|and|,|against)? ?)+")


_OF_A_REVIEW = re.compile(
    r"\b(?:single|individual) (?:lowest|highest|best|worst)"
    r"|(?:lowest|highest|best|worst) (?:single|individual)\b"
    r"|\b(?:votes|voted|upvote[sd]?|helpful|useful|long(?:er|est)?|short(?:er|est)?|words?|(?<!people )review"
    r"|newest"
    r"|oldest"
    r"|latest|earliest)\b"
)
_OF_WHICH_FILM = re.compile(
    r"\b(?:highest|lowest|best|worst|top|bottom) (?:mark|grade|score|rating)\b.* and "
    rf"(?:(?:for|of|on|to|in) )?(?:which|what) {_FILMS}\b"
)
"""Asks for one rating, and which film it was given."""
_AGREE = re.compile(r"\b(?:agree[sd]?|unanimous|united)\b")
_OF_FILMS = re.compile(
    r"\b(?:films?|movies?|of (?:them|these|those|the))\b|^(?:rank|order|sort)|(?:rank|order|sort)"
)
_RATED_HIGHER = re.compile(r"\b(?:rated|scored|scores?|rates?) (?:higher|better|highest|best|lower|worse)\b")


_STANDS = re.compile(r"\b(?:stand|say|think|feel|prefer|opinions?|side)\b")
_RATED = re.compile(
    r"\b(?:rat\w+|scor\w+|average|mean|median|stars|points|marks?|grades?|more|fewer|most"
    r"|fewest|higher|lower)\b"
)


_HOW_MANY_WHO = re.compile(
    r"\bhow many (?:reviewers|people|users|of them) (?:gave|rated|liked|preferred|scored|thought)\b.*"
    r"\b(?:lower|higher|better|worse|more|less)\b.* than\b"
)
"""Asks how many rated one film above another: no figure here tells that."""


def compare(asked: Asked) -> Reading | None:
    """Which film has more of something, or less."""
    films = asked.sentence.films
    if _HOW_MANY_WHO.search(asked.sentence.text):
        return None
    which = (EACH_FILM.search(asked.text) or _WHICH.search(asked.text)) if len(films) != 1 else None
    ends = asked.has("highest|lowest|higher|lower|best|worst|top")
    if MEDIAN.search(asked.text) and len(films) < 2 and which and "film" not in which[0] and not ends:
        return None
    if _STANDS.search(asked.text) and not _RATED.search(asked.text):
        return None
    one_rating = _OF_A_REVIEW.search(asked.text) or _OF_WHICH_FILM.search(asked.text)
    if which is not None and len(films) < 2 and one_rating:
        return None
    every = asked.film == EVERY_FILM and asked.has(
        "compare|rank|versus|difference|order|sort|averages|each|which (?!year|reviewer|user|review"
        "|rating|score|mark|person|people).*(?:highest|best|lowest|worst"
        "|higher|lower|better|most|fewest|least)|(?:highest|best|lowest|worst)"
        " (?:average|mean|median)"
    )
    if len(films) > 1 and _WHO_OF_BOTH.search(asked.sentence.text):
        return Reading(WroteOfAll(films), ("both",))
    if len(films) < 2 and not every and (which is None or asked.has("reviewer|reviewers|who|user")):
        return None
    return _compared(asked, which)


def _counts_reviews(asked: Asked) -> bool:
    """`which film has most spoiler reviews`: the reviews so marked are counted, no rating is spoken of."""
    return bool(
        asked.filters
        and _MOST_REVIEWS.search(asked.text)
        and not _RATED.search(_WITHOUT_MOST.sub("", asked.text))
    )


_MOST_REVIEWS = re.compile(
    r"\b(?:most|more|fewest|fewer|least|number of) (?:§[A-Z]+ )*(?:reviews?|ones|§[A-Z]+)"
)
_WITHOUT_MOST = re.compile(r"\b(?:most|more|fewest|fewer|least|number of)\b")


def _compared(asked: Asked, which: re.Match[str] | None) -> Reading | None:
    text = asked.text
    cue, statistic = next(
        ((cue, stat) for pattern, stat in _STATISTICS if (cue := pattern.search(text))),
        (None, Statistic.MEAN),
    )
    share, more, fewer = _SHARE.search(text), _MORE.search(text), _FEWER.search(text)
    told = (
        cue
        or asked.filters
        or _ONLY_FILMS.fullmatch(text)
        or (which and _OF_FILMS.search(which[0]) and (more or fewer))
    )
    if not told or not (more or fewer or len(asked.sentence.films) > 1 or EACH_FILM.search(text)):
        return None
    unread = tuple(
        word
        for word in left(
            text, _THAN_OTHERS, more, fewer, share, which, *(pattern for pattern, _ in _STATISTICS)
        )
        if word not in _VERSUS and not _MORE.fullmatch(word)
    )
    if asked.filters.ratings and _RATED_HIGHER.search(text):
        return Reading(CompareFilms(asked.sentence.films), (*unread, "§RATING"))
    if asked.filters.ratings or asked.filters.mentions or share or _counts_reviews(asked):
        statistic = Statistic.SHARE if share else Statistic.COUNT
    lowest = bool(fewer) != (statistic is Statistic.DEVIATION and bool(_AGREE.search(text)))
    return Reading(CompareFilms(asked.sentence.films, statistic, asked.filters, lowest), unread)
