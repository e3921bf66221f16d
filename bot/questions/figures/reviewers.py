"""What one reviewer gave, when, in how many words, and how helpful it was found."""

from __future__ import annotations

import re

from bot.model import Filters
from bot.questions.figures.asked import Asked, Reading, left
from bot.questions.kinds import Average, Measure, ReviewedBy

_ABOUT = (
    (
        Measure.DATE,
        re.compile(r"\b(?:when|what date|which date|what day|what year|which year|how long ago|date)\b"),
    ),
    (Measure.LENGTH, re.compile(r"\bhow long\b|\blength\b|\bwords?\b|\b(?:wordy|lengthy)\b")),
    (
        Measure.HELPFULNESS,
        re.compile(
            r"\bhow (?:helpful|useful)\b|\b(?:helpful|useful|found|thumbs up|thumbs|likes|votes|voted"
            r"|voters|helpfulness|upvotes)\b"
        ),
    ),
    (
        Measure.RATING,
        re.compile(
            r"\b(?:rating|ratings|rate|rates|rated|score|scores|scored|stars|points|marks?|grade|grades|give"
            r"|gave|given|number|verdict|out of 10|/ 10|how (?:high|low|highly|well))\b"
        ),
    ),
)
_USUALLY = re.compile(r"\b(?:usually|typically|tends? to|generally|normally)\b")
_BESIDES = frozenset(
    "clicked click pressed hit tapped pushed percent percentage helpful useful found long words year day"
    " ago did each every both 2 3 many liked"
    " like".split()
)


_SIDE_BY_SIDE = re.compile(
    r"\b(?:more|better|higher|kinder|nicer|softer|harsher|meaner|lower|worse|less|stricter|tougher|most|best|least|generous|longer|shorter"
    r"|liked?|likes|hated?|loved?|enjoyed|between|compare[ds]?|comparison|versus|vs|or|and|than|same|agree|differ\w*|earlier|later|first"
    r"|each|both|other|two|2|kind|harsh|highest|lowest)\b|§reviewer\d"
)
_COMPARES = re.compile(
    r"\b(?:more|better|higher|kinder|nicer|softer|harsher|meaner|lower|worse|less|stricter|tougher|versus|vs|or|compare[ds]?|longer|shorter"
    r"|earlier|later|each|both|than)\b"
)


def two_reviewers(asked: Asked) -> Reading | None:
    """`who liked it more, ada or ben`: what each of them gave, or another thing about both reviews."""
    names = asked.sentence.reviewers
    if len(names) < _TWO or asked.filters or not _COMPARES.search(asked.text):
        return None
    measures = ((measure, cue) for measure, words in _ABOUT if (cue := words.search(asked.text)))
    measure, cue = next(measures, (Measure.RATING, None))
    if re.search(r"\b(?:longer|shorter)\b", asked.text):
        measure = Measure.LENGTH
    unread = tuple(word for word in left(asked.text, _SIDE_BY_SIDE, cue) if word not in _BESIDES)
    return Reading(ReviewedBy(names[0], asked.film or None, measure, names[1]), unread)


_TWO = 2


def reviewed_by(asked: Asked) -> Reading | None:
    """One thing about what a reviewer wrote."""
    reviewer = asked.filters.reviewer
    if (
        reviewer
        and asked.filters == Filters(reviewer=reviewer)
        and asked.has("usually|typically|tends?|generally|normally")
    ):
        return Reading(Average(asked.film, asked.filters), left(asked.text, _USUALLY))
    if reviewer is None or asked.filters != Filters(reviewer=reviewer):
        return None
    for measure, pattern in _ABOUT:
        cue = pattern.search(asked.text)
        if cue is None:
            continue
        if measure is Measure.RATING and asked.has("average|mean|median|how many"):
            return None
        unread = tuple(word for word in left(asked.text, cue) if word not in _BESIDES)
        if unread and not (asked.speaks_of_reviews or asked.has("gave|give|given|rate|rated|how high")):
            return None
        return Reading(ReviewedBy(reviewer, asked.film or None, measure), unread)
    return None
