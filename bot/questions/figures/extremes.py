"""The highest, lowest, longest, first, most helpful: the reviews at the ends of some order."""

from __future__ import annotations

import re

from bot.questions.figures.asked import Asked, Reading, left
from bot.questions.figures.averages import AVERAGE, MEDIAN
from bot.questions.figures.counts import COUNT, WHO
from bot.questions.kinds import EVERY_FILM, AverageRating, Extreme, Measure

_VOTED = r"(?:helpful|useful|upvoted|helpfulness|appreciated|liked)"
_THEY = r"(?:people|readers|users|viewers|voters|others|many)"
_IT = r"(?: (?:this film|this movie|the film|the movie|it|this|§film\d))?"
_RATED = r"(?: (?:rated|scoring|scored|rating|score|ratings|scores|mark|marks|grade|stars))?"
_PUT_DOWN = r"(?:wrote|writes?|written|said|says?|typed?|types|penned|has|had|got)"
_TO_SAY = r"(?: to (?:say|write|tell)|$| (?:in|about|for|of) (?:it|this|that|here|all|§film\d))"
_PATTERNS: tuple[tuple[Measure, bool, str], ...] = (
    (
        Measure.HELPFUL_VOTES,
        False,
        r"(?:most|more) (?:(?:helpful|useful) votes|thumbs up|upvotes|likes)|(?:highest|largest|biggest)"
        r" number of helpful votes",
    ),
    (
        Measure.HELPFUL_VOTES,
        True,
        r"(?:fewest|least) (?:(?:helpful|useful) votes|thumbs up|thumbs|upvotes|likes)",
    ),
    (Measure.VOTES, False, r"most (?:votes|voted(?: on)?)|(?:highest|largest|biggest) number of votes"),
    (Measure.VOTES, True, r"(?:fewest|least) votes"),
    (
        Measure.HELPFULNESS,
        False,
        rf"most {_THEY} (?:click(?:ing|ed)?|vot(?:ing|ed)|press(?:ing|ed)|say(?:ing)?|said|mark(?:ing"
        rf"|ed)|hit(?:ting)?)(?: it| on| as)*"
        rf" (?:helpful|useful)|(?:most|highest) {_VOTED}|(?:best|top) voted|(?:found|find) (?:the )?most"
        rf" {_THEY} (?:helpful"
        rf"|useful)"
        rf"|(?:the )?most {_THEY} (?:found|find|considered|thought|voted|called)(?: (?:to be|was|as))?"
        rf" (?:helpful|useful)"
        rf"|(?:found|thought|voted|got|considered)(?: \w+){{0,2}}? (?:helpful"
        rf"|useful) (?:the )?most(?: often)?$"
        rf"|(?:every(?:one|body)|most {_THEY}|so many(?: {_THEY})?) (?:found|finds"
        rf"|considers?) (?:it )?(?:helpful|useful)"
        rf"|(?:top|best) (?:helpful|useful)|(?:helped|(?:helpful|useful) (?:to|for"
        rf"|by)) (?:the )?most(?: {_THEY})?|helpfullest|(?:helpful"
        rf"|useful) (?:to|for) most {_THEY}",
    ),
    (
        Measure.HELPFULNESS,
        True,
        rf"(?:fewest|least) {_THEY} (?:found|find|finds|considered|thought|voted|marked|called|clicked)"
        rf"(?: it)?(?: (?:to be|was|as))? (?:helpful|useful)"
        rf"|(?:worst|poorest) {_VOTED}(?: (?:ratio|rate|votes))?|"
        rf"(?:next to|almost|nearly|virtually|hardly|practically) (?:nobody|no one|none|any(?:one"
        rf"|body))(?: \w+){{0,3}} (?:find|found|finds)"
        rf"(?: it| this)? (?:helpful|useful)|(?:least|lowest) {_VOTED}|most (?:unhelpful|downvoted"
        rf"|useless)|worst voted|(?:find|found) (?:it )?(?:useless|unhelpful)"
        rf"|(?:nobody|no one|hardly anyone) (?:found|finds) (?:it )?(?:helpful|useful)"
        rf"|(?:helped|(?:helpful|useful) (?:to|for|by)) (?:the )?(?:least|fewest)(?: {_THEY})?",
    ),
    (
        Measure.LENGTH,
        False,
        r"at (?:the )?(?:greatest|most|such) length|greatest length|longest|lengthiest|wordiest"
        r"|chattiest|most (?:long ?winded|rambling|talkative|detailed|words"
        r"|wordy|verbose)"
        r"|(?:biggest|largest|longest) (?:wall of text|essay|review|text|piece)|wall of text"
        r"|(?:monster|super|very|really|mega|giant|huge|epic|crazy|insanely) long (?:one|review|piece|text)"
        r"|monster (?:one|review)"
        r"|(?:highest|biggest) word count"
        rf"|{_PUT_DOWN} (?:the )?most{_TO_SAY}|(?:biggest|worst|greatest)"
        r" (?:yapper|rambler|waffler|talker|chatterbox|windbag|blabbermouth)",
    ),
    (
        Measure.LENGTH,
        True,
        r"(?:quickest|fastest) to read|shortest|tiniest|laziest|briefest|tersest|(?:fewest|least) words"
        r"|most (?:concise|brief)|smallest"
        rf"|{_PUT_DOWN} (?:the )?least{_TO_SAY}|(?:could|did) not (?:be bothered|bother|care) to (?:write"
        rf"|say) much",
    ),
    (Measure.DATE, False, r"most recent(?:ly)?|newest|freshest|latest|last|final"),
    (
        Measure.DATE,
        True,
        r"earliest|oldest|first(?! rate$| rate\b(?! review)| class| time| half| film| part| name| ever time)"
        r"|original(?= reviews?\b)|reviews (?:start"
        r"|begin)|start of the reviews"
        r"|(?:start|begin|began|started) (?:to )?review(?:ing)?|(?:quickest|fastest|soonest) to"
        r" (?:review|post|write|rate)",
    ),
    (
        Measure.RATING,
        False,
        rf"(?:biggest|greatest) (?:fan|admirer)|(?:top|highest|best) (?:scorer|marker|rater)|(?:highest"
        rf"|top|best|maximum|biggest|greatest|kindest"
        rf"|nicest|happiest|warmest|sweetest|softest"
        rf"|(?:most|more) (?:positive"
        rf"|generous|favourable|enthusiastic|glowing)){_RATED}"
        rf"|(?:like|likes|liked|love|loves|loved|enjoy|enjoyed|adore|adores|adored){_IT} (?:the"
        rf" )?(?:most|best)|most (?:stars|points)|(?:gave|gives|give){_IT} (?:the )?most$",
    ),
    (
        Measure.RATING,
        True,
        rf"(?:biggest|greatest|main|worst) (?:hater|grump|critic)|(?:lowest|worst|minimum|smallest"
        rf"|harshest|meanest|toughest|strictest|poorest|grumpiest|grouchiest|sourest|fiercest|cruell?est"
        rf"|unkindest|hardest|angriest|saltiest|crankiest|bitterest"
        rf"|stingiest|cruelest|nastiest|rudest|pickiest|bottom|(?:most|more)"
        rf" (?:negative|critical|scathing|damning)|(?:least|fewest) (?:positive|favourable|generous|impressed"
        rf"|stars|points)){_RATED}"
        rf"|(?:like|likes|liked|enjoyed|love|loved){_IT} (?:the )?least"
        rf"|(?:gave|gives|give){_IT} (?:the )?least$"
        rf"|think(?:s)? (?:the )?least of(?: it| this| the film)?|(?:hate|hates|hated|dislike"
        rf"|disliked){_IT}(?: (?:the )?most)?",
    ),
)
_SUPERLATIVES = tuple(
    (measure, lowest, re.compile(rf"\b(?:the )?(?:single |very )*(?:{words})\b"))
    for measure, lowest, words in _PATTERNS
)
_BY = (
    (
        Measure.HELPFUL_VOTES,
        re.compile(
            r"\b(?:going |sorted |ordered |ranked )?(?:by|in|on|according to|in terms of) (?:the )?(?:raw"
            r"|sheer|absolute|plain|total|pure|simple|mere|bare) (?:(?:number|count|amount) of )?"
            r"(?:helpful |useful )?(?:votes?|clicks|numbers?|terms|counts?)(?: counts?| numbers?)?\b"
            r"|\bby (?:the )?(?:sheer )?(?:number|count|amount) of (?:helpful |useful )(?:votes|clicks)\b"
        ),
    ),
    (
        Measure.HELPFULNESS,
        re.compile(
            r"\b(?:by|in|on|for|according to|in terms of) (?:the )?(?:helpful|useful)(?:ness| votes)?\b"
        ),
    ),
    (Measure.VOTES, re.compile(r"\b(?:by|in terms of|according to) (?:the )?(?:number of )?votes\b")),
    (Measure.LENGTH, re.compile(r"\b(?:by|in terms of) (?:length|words|word count)\b")),
)
_VOTES_AHEAD = re.compile(r"^(?:and |so |by )?(?P<helpful>helpful |useful )?votes?(?: count)?\b")
"""`helpful votes: whose review comes out on top`: what is best in votes is best by no rating."""
_WHICH_FILM = re.compile(r"\b(?:which|what) (?:of (?:the|your|these) )?(?:\d )?(?:films?|movies?)\b")
_VOTES_OF_ONE = re.compile(r"\bhow many (?:helpful |useful )?votes\b")
_SHORT = 4
_LONGEST = 16
_GENERAL = re.compile(
    r"\b(?:best|worst|top|bottom|biggest|greatest|smallest|nicest|warmest|sweetest|softest)$"
)
_ORDINAL = re.compile(r"\b(?:first|last|final|original|latest|oldest|smallest)$")
_FELT = re.compile(r"(?:dis)?like|hate|love|enjoy")
_GIVES = re.compile(r"\b(?:gave|give|given|gives|rated|rate|§RATING)\b")
_OF_REVIEWS_ALONE = (Measure.LENGTH, Measure.DATE, Measure.HELPFULNESS, Measure.HELPFUL_VOTES, Measure.VOTES)
_BESIDES = frozenset(
    "harsh mean kind nice generous long old recent words word high low helpful useful votes ago day date"
    " year month time length".split()
)


def both_ends(asked: Asked) -> Reading | None:
    """`best and worst score`: how the ratings are spread, with their range."""
    superlatives = [pattern for measure, _, pattern in _SUPERLATIVES if measure is Measure.RATING]
    from_to = _FROM_TO.search(asked.text)
    if (
        not (from_to or all(end.search(asked.text) for end in superlatives))
        or AVERAGE.search(asked.text)
        or MEDIAN.search(asked.text)
        or asked.filters
    ):
        return None
    if WHO.search(asked.text) or asked.has("who|names?"):
        ends = (Extreme(asked.film), Extreme(asked.film, lowest=True))
        return Reading(ends[0], ("both",), told=False, others=ends[1:], asks="I look at one end at a time.")
    if not asked.speaks_of_reviews:
        return None
    return Reading(AverageRating(asked.film or None), left(asked.text, *superlatives, _RANGE, _FROM_TO))


_FROM_TO = re.compile(r"\bfrom (?:what|where) to (?:what|where)\b|\bhow (?:high|low) and how (?:high|low)\b")
_RANGE = re.compile(r"\b(?:how far apart|apart|range|spread|gap|difference|between)\b")


def extreme(asked: Asked) -> Reading | None:
    """The reviews at an end of some order."""
    if AVERAGE.search(asked.text) or (asked.slots.limit and COUNT.search(asked.text)):
        return None
    for measure, lowest, pattern in _SUPERLATIVES:
        cue = pattern.search(asked.text)
        if cue is None:
            continue
        measure, by = next(
            ((told, by) for told, words in _BY if (by := words.search(asked.text))), (measure, None)
        )
        if measure is Measure.RATING and (voted := _VOTES_AHEAD.search(asked.text)):
            measure, by = Measure.HELPFUL_VOTES if voted["helpful"] else Measure.VOTES, voted
        unread = tuple(word for word in left(asked.text, cue, pattern, by) if word not in _BESIDES)
        if measure is Measure.RATING and _VOTES_OF_ONE.search(asked.text):
            return None
        behind = asked.text[cue.end() :].split()
        if (
            unread
            and behind
            and behind[0] == unread[0]
            and measure is Measure.RATING
            and _GENERAL.search(cue[0])
        ):
            return None
        about_reviews = bool(asked.speaks_of_reviews or WHO.search(asked.text) or asked.slots.marks) or (
            measure is Measure.LENGTH and asked.has("who|which one|wrote|penned|posted")
        )
        felt_by = _FELT.match(cue[0]) and WHO.search(asked.text)
        clear = measure in _OF_REVIEWS_ALONE or felt_by or not _GENERAL.search(cue[0])
        ordinal = _ORDINAL.search(cue[0]) and not asked.has("when|date|who|name")
        short = len(asked.text.split()) <= (_SHORT if ordinal else _LONGEST)
        alone = not unread and (clear or _GIVES.search(asked.text)) and short and not _FELT.match(cue[0])
        if (
            measure is Measure.RATING
            and not clear
            and not (asked.speaks_of_reviews or _GIVES.search(asked.text))
        ):
            return None
        speaks = asked.speaks_of_reviews or (
            measure is Measure.LENGTH
            and (asked.has("wrote|write|penned|written|posted|text") or WHO.search(asked.text))
        )
        if not (about_reviews or alone) or (unread and not speaks):
            return None
        film = EVERY_FILM if _WHICH_FILM.search(asked.text) and asked.film is None else asked.film
        return Reading(Extreme(film, measure, lowest, asked.filters), unread)
    return None


def superlative(text: str) -> tuple[Measure, bool] | None:
    """The measure whose extreme the words ask for, and whether it is the lowest; None where it is none."""
    for measure, lowest, pattern in _SUPERLATIVES:
        if (cue := pattern.search(text)) is not None and not left(text, cue):
            return measure, lowest
    return None
