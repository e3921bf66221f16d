"""The highest, lowest, longest, first, most helpful: the reviews at the ends of some order."""

from __future__ import annotations

import re

from bot.questions.figures.asked import Asked, Reading, left
from bot.questions.figures.counts import WHO
from bot.questions.kinds import Extreme, Measure

_VOTED = r"(?:helpful|useful|upvoted|helpfulness|appreciated|liked)"
_THEY = r"(?:people|readers|users|viewers|voters|others|many)"
_IT = r"(?: (?:it|this|§film\d|the film|the movie|this film))?"
_RATED = r"(?: (?:rated|scoring|scored|rating|score|ratings|scores|mark|marks|grade|stars))?"
_PATTERNS: tuple[tuple[Measure, bool, str], ...] = (
    (
        Measure.HELPFUL_VOTES,
        False,
        r"(?:most|more) (?:(?:helpful|useful) votes|thumbs up|upvotes|likes)|(?:highest|largest|biggest)"
        r" number of helpful votes",
    ),
    (Measure.HELPFUL_VOTES, True, r"(?:fewest|least) (?:helpful|useful) votes"),
    (Measure.VOTES, False, r"most (?:votes|voted(?: on)?)|(?:highest|largest|biggest) number of votes"),
    (Measure.VOTES, True, r"(?:fewest|least) votes"),
    (
        Measure.HELPFULNESS,
        False,
        rf"(?:most|highest) {_VOTED}|(?:best|top) voted|(?:found|find) (?:the )?most {_THEY} (?:helpful"
        rf"|useful)"
        rf"|(?:the )?most {_THEY} (?:found|find|considered|thought|voted|called)(?: (?:to be|was|as))?"
        rf" (?:helpful|useful)"
        rf"|(?:helped|(?:helpful|useful) (?:to|for|by)) (?:the )?most(?: {_THEY})?|helpfullest|(?:helpful"
        rf"|useful) (?:to|for) most {_THEY}",
    ),
    (
        Measure.HELPFULNESS,
        True,
        rf"(?:least|lowest) {_VOTED}|most (?:unhelpful|downvoted|useless)|worst voted"
        rf"|(?:helped|(?:helpful|useful) (?:to|for|by)) (?:the )?(?:least|fewest)(?: {_THEY})?",
    ),
    (
        Measure.LENGTH,
        False,
        r"longest|lengthiest|wordiest|most (?:words|wordy|verbose)|(?:highest|biggest) word count"
        r"|(?:wrote|writes?|written) (?:the )?most(?! (?:reviews|films|helpful))",
    ),
    (
        Measure.LENGTH,
        True,
        r"shortest|briefest|tersest|(?:fewest|least) words|most (?:concise|brief)|smallest"
        r"|(?:wrote|writes?|written) (?:the )?least(?! (?:reviews|films|helpful))",
    ),
    (Measure.DATE, False, r"most recent(?:ly)?|newest|latest|last|final"),
    (Measure.DATE, True, r"earliest|oldest|first|original"),
    (
        Measure.RATING,
        False,
        rf"(?:highest|top|best|maximum|biggest|greatest|kindest|nicest|happiest|warmest|sweetest|softest"
        rf"|biggest fan|(?:most|more) (?:positive"
        rf"|generous|favourable|enthusiastic|glowing)){_RATED}"
        rf"|(?:like|likes|liked|love|loves|loved|enjoy|enjoyed){_IT} (?:the )?(?:most|best)|most stars"
        r"|(?:biggest|greatest) fan",
    ),
    (
        Measure.RATING,
        True,
        rf"(?:lowest|worst|minimum|smallest|harshest|meanest|toughest|strictest|poorest|grumpiest|angriest|saltiest|crankiest|bitterest|stingiest|cruelest|nastiest|rudest|pickiest|bottom|(?:most|more)"
        rf" (?:negative|critical|scathing|damning)|least (?:positive|favourable|generous|impressed"
        rf"|stars)){_RATED}"
        rf"|(?:like|likes|liked|enjoyed|love|loved){_IT} (?:the )?least"
        rf"|(?:hate|hates|hated|dislike|disliked){_IT}(?: (?:the )?most)?",
    ),
)
_SUPERLATIVES = tuple(
    (measure, lowest, re.compile(rf"\b(?:the )?(?:single |very )*(?:{words})\b"))
    for measure, lowest, words in _PATTERNS
)
_BY = (
    (
        Measure.HELPFULNESS,
        re.compile(
            r"\b(?:by|in|on|for|according to|in terms of) (?:the )?(?:helpful|useful)(?:ness| votes)?\b"
        ),
    ),
    (Measure.VOTES, re.compile(r"\b(?:by|in terms of|according to) (?:the )?(?:number of )?votes\b")),
    (Measure.LENGTH, re.compile(r"\b(?:by|in terms of) (?:length|words|word count)\b")),
)
_SHORT = 4
_OF_REVIEWS_ALONE = (Measure.LENGTH, Measure.DATE, Measure.HELPFULNESS, Measure.HELPFUL_VOTES, Measure.VOTES)
_BESIDES = frozenset(
    "long old recent words word high low helpful useful votes ago day date year month time length".split()
)


def extreme(asked: Asked) -> Reading | None:
    """The reviews at an end of some order."""
    for measure, lowest, pattern in _SUPERLATIVES:
        cue = pattern.search(asked.text)
        if cue is None:
            continue
        measure = next((told for told, words in _BY if words.search(asked.text)), measure)
        unread = tuple(word for word in left(asked.text, cue) if word not in _BESIDES)
        about_reviews = bool(asked.speaks_of_reviews or WHO.search(asked.text) or asked.slots.marks) or (
            measure is Measure.LENGTH and asked.has("who|which one|wrote|penned|posted")
        )
        alone = not unread and measure in _OF_REVIEWS_ALONE and len(asked.text.split()) <= _SHORT
        if not (about_reviews or alone) or (unread and not asked.speaks_of_reviews):
            return None
        return Reading(Extreme(asked.film, measure, lowest, asked.filters), unread)
    return None


def superlative(text: str) -> tuple[Measure, bool] | None:
    """The measure whose extreme the words ask for, and whether it is the lowest; None where it is none."""
    for measure, lowest, pattern in _SUPERLATIVES:
        if (cue := pattern.search(text)) is not None and not left(text, cue):
            return measure, lowest
    return None
