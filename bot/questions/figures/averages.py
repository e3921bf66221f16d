"""Means, medians, the most common rating, and how a film is rated altogether."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions.figures.asked import Asked, Reading, left
from bot.questions.kinds import (
    EVERY_FILM,
    Average,
    AverageRating,
    Grouping,
    Measure,
    MostCommon,
    Statistic,
)

AVERAGE = re.compile(
    r"(?:on )?(?:the )?\b(?:averages|averaged|averaging|average|mean)\b"
    r"(?: (?:star )?(?:rating|score|ratings|scores|mark|grade|stars|value|number))?"
    r"(?: (?:given|out of 10|/ 10))*"
    r"|\b(?:add|sum)\w*(?: (?:all|up|the|every|each|these|those|of|and|ratings?|scores?|marks?|stars"
    r"|points))* (?:and )?divid\w+"
    r"(?: (?:it|that|them|the|total|sum|by|how|many|number|of|there|are|reviews|reviewers|people))*"
)
MEDIAN = re.compile(
    r"(?:the )?(?:(?:score|rating|mark|one|value|number) (?:right )?in the (?:very |exact )?middle"
    r"|middle of the pack|(?:middle|centre|central) (?:one|value)"
    r"|half \w+ it above(?: it)? and half(?: \w+)? below"
    r"|medians|50th percentile|(?:which|what)(?: one| rating| score| mark| number| value)?"
    r" (?:sits|is|lands|falls"
    r"|stands|comes) (?:right |dead |smack |bang )*(?:in |at )?(?:the )?(?:very |exact |dead )?(?:middle"
    r"|centre|center)|half ?way (?:mark|score|rating|value)"
    r"|(?:mid(?:dle)? (?:rating|score|value|mark) )?median"
    r"|(?:middle|mid)(?="
    r" (?:rating|score"
    r"|value|mark)))"
)
_WHAT_THEY_GAVE = re.compile(
    r"\bwhat (?:rating|score|mark|grade|number)?s? ?(?:did|do|have|were|would) (?:(?:the|most|other)"
    r" )?(?:people|they"
    r"|reviewers|users|viewers|critics|everyone|everybody|folks|those|we|fans)(?: \w+)?"
    r" (?:give|gave|given|rate|rated|score|scored|giving)\b"
    r"|\bwhat is (?:the |its )?(?:rating|score)\b|^(?:the )?(?:rating|score|ratings|scores)\b"
    r"|\bhow (?:highly |well |high )?(?:did|do|was|is) .*\b(?:rate|rated|score|scored)\b"
)
_TO_MEAN = re.compile(
    r"\b(?:do|does|did|would|could|what) [^§]*(?<!the )(?<!their )(?<!its )(?<!a )\bmean\b(?! (?:rating"
    r"|score))$|\bmean(?:s|t)"
    r" (?:by|to)\b|\bi"
    r" mean\b"
)
_AVERAGE_OF = re.compile(
    r"\b(?:average|mean|median) (?:for|of|on)\b"
    r"|^(?:what is |and )?(?:the |its )?(?:average|median)(?! \w+ (?:film|movie|thriller|drama|flick))"
)
_OF_THOSE = re.compile(
    r"\b(?:who|that|which|those|reviews?|reviewers?|people|ones|gave|giving|with|among|critics|users"
    r"|of(?! (?:§film\d|it|this|that|the (?:film|movie))\b)"
    r"|ratings|scores|rated §RATING|§RATING (?:reviews?|ratings?|ones))\b"
)
_LENGTH = re.compile(r"\b(?:length|how long|long (?:is|are|was|were)|words?|wordy|word count)\b")
_VOTES = re.compile(r"\b(?:helpful )?votes\b")
_RATINGS = r"(?:rating|ratings|score|scores|stars|marks|grades)"
_OVERALL = re.compile(
    rf"^(?:(?:so )?(?:what is|what was|tell me|show me|give me|and|what) )*(?:the |it is )?"
    rf"(?:overall |total |user |imdb |final |general )?{_RATINGS}(?: (?:for|of|on))?\b"
    r"|how (?:highly |high |low |well )?(?:is|was|are|were|did|do|does|has) .*"
    r"(?:rated|rate|score|scored|been rated|rating)\b"
    r"|what (?:rating|score|grade|mark|ratings|scores|marks)\b.*"
    rf"|{_RATINGS} (?:distribution|breakdown|spread|histogram|summary)"
    r"|\b(?:highly|well|badly|poorly|better|worse) rated\b|\brated (?:how )?(?:high(?:ly)?|well|good"
    r"|bad(?:ly)?"
    r"|low|poorly)\b|\bwhat (?:is|was) (?:it|this|this film|the film|the movie|§film\d) rated\b"
    rf"|(?:lowest to highest|highest to lowest|min(?:imum)? (?:and|to) max(?:imum)?|range)(?: of)?(?: the)?"
    rf" {_RATINGS}|{_RATINGS} range|range$"
    r"|^(?:give me |what are |show me |just )*(?:the |its )?numbers$|\b(?:in|as) (?:a )?(?:numbers?"
    r"|figures?)$|^out of 10$"
    r"|how far apart .*\b(?:best|highest|top|worst|lowest)\b"
    rf"|(?:distribution|breakdown|spread|histogram|summary) of (?:the )?{_RATINGS}|{_RATINGS}(?: overall"
    rf"| altogether| in total| on the whole)?$|^rated$"
)
_RATING_OF = re.compile(r"\b(?:what|which|how) .*\b(?:rating|score|rated|stars)\b|\brating (?:of|for)\b")
_OF_ALL = re.compile(
    r"\b(?:out of|/) (?:10|5|100)\b|\b(?:lowest to highest|highest to lowest|minimum (?:and|to) maximum)\b"
    r"|\b(?:far apart|apart|best|worst|highest|lowest|top|distribution|breakdown|spread|histogram"
    r"|summary|highly|well|high|low|range"
    r"|good|bad|badly|poorly)\b"
)
_MANY = (
    r"(?:(?:most|more|(?:the )?(?:largest|biggest|greatest|highest) (?:number|group|share|part)"
    r"|the majority)(?: of)?)"
)
_THEM = r"(?:the|these|them|those|all|people|reviewers|users|viewers|critics|voters|others|everybody)"
_GIVE = (
    r"(?:(?:did )?give|gave|given|gives|rate|rated|rates|score|scored|go for|went for|settled? (?:on"
    r"|for)|pick|picked|chose|choose)"
)
_ONE_RATING = r"(?:rating|score|mark|number|grade)"
_MOST_COMMON = re.compile(
    r"(?:the )?(?P<how>most|least) (?:common|frequent|popular|usual|given|used|typical|often|commonly"
    r"|frequently)(?: (?:given|used|awarded|chosen))?"
    r"|(?:the |their |peoples |everyones )?favou?rite (?=mark|score|rating|number|grade)|(?:hand|give"
    r"|dish|pick|choose|award|use)s?(?: out)?"
    r" (?:the )?most(?: often)?$|(?:the )?(?:mode|modal)(?: (?:rating|score|value))?|(?:the"
    r" )?(?P<rare>rarest|commonest|usual|typical)"
    r"|(?:given|awarded|used|chosen|picked|appears?|\w+ up|occurs?|handed out)(?: the)?"
    r" (?P<often>most|least)(?: often| frequently)?"
    r"|(?:(?:turns?|comes?|shows?|crops?) up |appears? |occurs? |given )?more often than any(?: other)?(?:"
    r" one)?|(?:more (?:people|reviewers)|most (?:people|reviewers)) (?:give|gave|chose|picked)(?= than"
    r" any|$| it)"
)
_MOST_PEOPLE = re.compile(
    rf"\b(?:what|which)\b.*\b{_MANY} (?:{_THEM} )*{_GIVE}\b|\b{_MANY} (?:{_THEM} )*{_GIVE}\b.*\b(?:what"
    rf"|which)\b"
    rf"|\b(?:what|which) (?:\w+ )?{_ONE_RATING}\b.*\b(?:see|sees|get|gets|got|find|crops?|shows?|turns?"
    rf"|comes?|came|occurs?"
    r"|appears?|give|given|used?|picked|chosen)\b.*(?<!like )(?<!liked )\bmost(?: often| frequently)?\b"
)
_PER_YEAR = re.compile(
    r"(?:what|which|in (?:what|which)) year(?: (?:had|has|have|saw|got|get|were|was|did|do|are|is|of|it|this"
    r"|the film"
    r"|reviewed|rated))*"
    r"(?P<most> (?:the )?(?P<how>most|least|fewest))?|(?P<busiest>busiest|quietest) year"
    r"|year (?:with|that had) (?:the )?(?P<with>most|least|fewest)"
)
_PER_REVIEWER = re.compile(
    r"(?:who|which (?:reviewer|user|critic|person)) (?:has |have )?(?:wrote|written|posted|reviewed|left)? ?"
    r"(?:the )?(?P<how>most|fewest) (?:reviews|films|movies)"
    r"|(?:review\w*|wr(?:ote|itten) about|rated|covered) (?:more than 1|more than one|several|multiple|2"
    r" or more|at least 2|two or more)"
    r"(?: (?:of the )?(?:films?|movies?))?"
    r"|(?:who|which (?:reviewer|user|critic|person)) (?:reviewed|posted|rated) (?:the )?most(?: often"
    r"| frequently)?$"
    r"|(?:most (?:active|prolific|frequent)|busiest) (?:reviewer|user|critic|writer)"
)
_SEVERAL_FILMS = re.compile(r"\b(?:more than|several|multiple|or more|at least)\b")
_OF_EVERY_FILM = re.compile(
    r"(?:who|any ?one|any ?body|some ?one|some ?body|person|people|1 user|which (?:reviewers?|users?"
    r"|person|people))(?: (?!longest|shortest|first|last|newest|oldest|latest|earliest|best|worst)\w+){0,4}?"
    r" (?:reviewed|did|done"
    r"|review|wrote about|rated|covered|seen)(?: in)?(?: here)?(?: who| which| names?| name them| please"
    r"| is it|"
    r" was it)*$"
)
_MOST = re.compile(r"\b(?:the )?(?P<how>most|least|fewest) (?:reviews|reviewed|ratings|popular|active)\b")


def average(asked: Asked) -> Reading | None:
    """A mean or a median."""
    if _NOT_THE_MEAN.search(asked.text):
        slots = replace(asked.slots, text=" ".join(_NOT_THE_MEAN.sub(" ", asked.text).split()))
        asked = replace(asked, slots=slots)
    text = asked.text
    if MEDIAN.search(text) and _AND_MEAN.search(text) and not asked.filters:
        return averaged(asked, left(text, MEDIAN, AVERAGE, _AND_MEAN, _BOTH))
    for pattern, statistic in ((MEDIAN, Statistic.MEDIAN), (AVERAGE, Statistic.MEAN)):
        cue = pattern.search(text)
        if cue is None or _means_something_else(cue, text):
            continue
        votes, length = _VOTES.search(text), _LENGTH.search(text)
        measure = Measure.LENGTH if length else Measure.RATING
        if votes:
            measure = Measure.HELPFUL_VOTES if "helpful" in votes[0] else Measure.VOTES
        in_order = _IN_ORDER if statistic is Statistic.MEDIAN else None
        unread = left(
            text,
            pattern,
            MEDIAN,
            in_order,
            cue,
            votes,
            length,
            _TYPICAL,
            _HOW_HIGH,
            _PER_SITE,
            _EACH if length or votes else None,
        )
        if _IS.match(text):
            unread = left(_EQUALS.sub("", text), pattern, MEDIAN, cue, votes, length)
        of_those = _OF_THOSE.search(text) or (_LEFT_OUT.search(asked.sentence.text) and not _IS.match(text))
        if asked.filters.ratings and measure is Measure.RATING and not of_those:
            if not _COMPARED.search(asked.sentence.text):
                unread = (*unread, *map(str, asked.filters.ratings))
            return _compared_with(asked, unread, statistic)
        if unread and not (asked.speaks_of_reviews or asked.slots.marks or _AVERAGE_OF.search(text)):
            return None
        return averaged(asked, unread, measure, statistic)
    return None


def _means_something_else(cue: re.Match[str], text: str) -> bool:
    """`what do they mean by it`, `is he mean`, `the middle one` of three films."""
    if _MIDDLE_ONE.fullmatch(cue[0].strip()) and not _OF_MARKS.search(text):
        return True
    return bool(_TO_MEAN.search(text)) or (cue[0].strip() == "mean" and not _IS_A_MEAN.search(text))


_MIDDLE_ONE = re.compile(r"(?:the )?(?:middle|centre|central) one")
_OF_MARKS = re.compile(r"\b(?:ratings?|scores?|marks|stars|numbers|median)\b")
_PER_SITE = re.compile(
    r"\b(?:by|per|for each|for every|of each|at each|each|on each) (?:source|site"
    r"|website)s?\b"
)
_HOW_HIGH = re.compile(r"\bhow (?:high|low|good|big)\b")
_TYPICAL = re.compile(r"\b(?:typical|usual)\b")
_IN_ORDER = re.compile(
    r"\b(?:from )?(?:low|lowest|small|smallest|high|highest|big|biggest|worst|best|least|most) to (?:low"
    r"|lowest|small|smallest|high"
    r"|highest|big|biggest|worst|best|least|most)\b|\b(?:exact|line[ds]?|sort(?:ed)?|order(?:ed)?"
    r"|arrange[ds]?)\b|\bmiddle\b"
)
_IS_A_MEAN = re.compile(
    r"(?:^|\b(?:the|arithmetic|its|their|what|whats|and|or|give|me|show|need|that|spoilers?|§[A-Z]+) )mean\b"
    r"|\bmean(?: (?:of|for|value|among|over|across|in|from|after|before|without|with|since|please|pls|if"
    r"|§[A-Z]+)\b|$)"
)
_NOT_THE_MEAN = re.compile(r"(?: ,)? not (?:the )?(?:mean|average|median)\b")
_AND_MEAN = re.compile(r"\b(?:mean|average|avg)\b")
_BOTH = re.compile(r"\bboth\b")
_LEFT_OUT = re.compile(
    r"\b(?:without|exclud\w+|except|minus|leav(?:e|ing) out|ignor\w+|drop\w*|all but|not counting"
    r"|remov\w+|skip\w*|apart from)\b"
)
_EACH = re.compile(r"\b(?:per|in (?:a|each|every)|for (?:a|each|every)|each|every|a) (?:review|reviewer)\b")
_IS = re.compile(r"(?:is|was) ")
_EQUALS = re.compile(r"\b\d+\.\d+(?: out of 10| / 10)?$")


_COMPARED = re.compile(
    r"^(?:and |so |but )?(?:is|was|are|were|does|did|will|would)\b|\b(?:above|below|over|under|higher than"
    r"|lower than|more than|less than|better than|at least|at most|exactly)\b"
)


def _compared_with(asked: Asked, unread: tuple[str, ...], statistic: Statistic) -> Reading:
    """`is the average above 7`: the number says nothing of which reviews are meant."""
    plain = replace(asked.filters, ratings=None)
    slots = replace(asked.slots, filters=plain)
    return averaged(replace(asked, slots=slots), unread, Measure.RATING, statistic)


def averaged(
    asked: Asked,
    unread: tuple[str, ...],
    measure: Measure = Measure.RATING,
    statistic: Statistic = Statistic.MEAN,
) -> Reading:
    """The average asked for; the plain one is how a film is rated."""
    plain = measure is Measure.RATING and statistic is Statistic.MEAN and not asked.filters
    if plain and asked.film != EVERY_FILM:
        return Reading(AverageRating(asked.film or None), unread)
    return Reading(Average(asked.film, asked.filters, measure, statistic), unread)


def overall(asked: Asked) -> Reading | None:
    """`what's the rating`, `how is it rated`, `rating distribution`."""
    cue = _OVERALL.search(asked.text or asked.sentence.text)
    if asked.filters.ratings is not None or cue is None:
        return None
    unread = left(asked.text, _OF_ALL)
    return averaged(asked, unread) if not unread or _RATING_OF.search(asked.text) else None


def what_they_gave(asked: Asked) -> Reading | None:
    """`what did people give it in 2008`, `rating without the spoilers`: the mean of those reviews."""
    cue = _WHAT_THEY_GAVE.search(asked.text)
    filters = asked.filters
    if cue is None or not filters or filters.ratings or filters.rated is not None or filters.reviewer:
        return None
    return averaged(asked, left(asked.text, cue))


def most_common(asked: Asked) -> Reading | None:
    """The rating, year or reviewer that most reviews have."""
    text = asked.text
    cue = _PER_REVIEWER.search(text) or (_OF_EVERY_FILM.search(text) if asked.film == EVERY_FILM else None)
    if cue is not None:
        least = cue.groupdict().get("how") == "fewest"
        both = ("both",) if re.search(r"\bboth\b", asked.sentence.text) else ()
        film = EVERY_FILM if _SEVERAL_FILMS.search(cue[0]) else asked.film
        return Reading(MostCommon(film, asked.filters, Grouping.REVIEWER, least), (*both, *left(text, cue)))
    common = _MOST_COMMON.search(text) or _MOST_PEOPLE.search(text)
    if common is not None and AVERAGE.search(text):
        return None
    if common is not None and asked.slots.marks == ("rating",) and _IS.match(text):
        return Reading(MostCommon(asked.film), left(text, common))
    if (reading := _year(asked, common)) is not None:
        return reading
    if common is None or (asked.has("films?|movies?") and not asked.speaks_of_reviews):
        return None
    unread = left(text, common)
    is_mode = re.search(r"mode|modal", common[0]) is not None
    if not (asked.speaks_of_reviews or asked.has("number|gave|give")) and (unread or not is_mode):
        return None
    told = common.groupdict()
    least = "least" in (told.get("how"), told.get("often")) or told.get("rare") == "rarest"
    return Reading(MostCommon(asked.film, asked.filters, Grouping.RATING, least), unread)


def _year(asked: Asked, common: re.Match[str] | None) -> Reading | None:
    year, most = _PER_YEAR.search(asked.text), _MOST.search(asked.text)
    if year is None or not (year["most"] or year["busiest"] or year["with"] or most or common):
        return None
    told = common.groupdict() if common else {}
    how = {year["how"], year["with"], most["how"] if most else None, told.get("how")}
    least = bool(how & {"least", "fewest"}) or year["busiest"] == "quietest"
    unread = left(asked.text, year, most, common)
    return Reading(MostCommon(asked.film, asked.filters, Grouping.YEAR, least), unread)
