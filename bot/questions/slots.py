"""Which reviews a sentence means: its ratings, days, lengths, votes, reviewer, spoilers, mentioned words.

Slots are read apart from what is asked. What was read is replaced in the text by a mark (`§RATING`), so that
whatever is left over shows what was not understood.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass, replace

from bot.model import Filters
from bot.questions.dates import find_days
from bot.questions.mentioned import find_mentioned, with_antecedent
from bot.questions.numbers import Range, RangeFound, ranges_in
from bot.questions.sentence import Sentence, without_commas

LOWEST, HIGHEST = 0, 10
MARKS = frozenset("§RATING §DAYS §REVIEWER §SPOILERS §MENTION §LENGTH §VOTES §RATED".split())
"""What stands in the text where a slot was read."""

_OF_TEN = r"(?: ?(?:/|out of|of) 10s?)?(?: stars?| star| points?| marks?)?"
_RATING = r"(?:an? |the )?(?:full |perfect |solid |straight |rating of |score of )?{n}" + _OF_TEN
_LENGTH = r"{n}(?: words)?"
_HELPFUL_VOTES = r"{n}(?: (?:helpful|useful|up) ?votes)?"
_VOTES = r"{n}(?: (?:people |total |reader )?(?:votes|voters))?"

_FULL_MARKS = re.compile(
    r"(?:the )?(?:full|perfect|flawless) (?:marks?|scores?|ratings?|points)|(?:top|maximum) (?:marks"
    r"|points)|perfect 10s?"
    r"|(?:the )?(?:highest|maximum|best|top) possible (?:score|rating|mark)s?|(?:a )?perfect(?="
    r" (?:reviews?|§film|$))"
)
_LOWEST_MARKS = re.compile(r"(?:the )?(?:lowest|minimum|worst) possible (?:score|rating|mark)s?")
_NOT_RATED = re.compile(
    r"(?:left|leave|leaves) (?:the |their |it )?(?:star )?(?:rating|ratings|score|scores|stars?)"
    r" ?(?:blank|empty|out|off)|(?:skip(?:s|ped)?|omit(?:s|ted)?) (?:the |their )?(?:rating|score"
    r"|stars?)|"
    r"(?:never|did not (?:even )?(?:bother|care)) (?:to )?(?:gave|give|left|leave|put|with|add|added)(?:"
    r" (?:an?|any|the|it|in))*(?: star)?"
    r" (?:number|rating|score|mark|stars?)s?|"
    r"(?:forgot(?:ten)?|forgets?|fail(?:s|ed)?|neglect(?:s|ed)?|refus(?:e|es|ed)|declin(?:e|es|ed)"
    r"|omit(?:s|ted)?) to"
    r" (?:(?:leave|give|put|add|post|assign)(?: (?:an?|any|the|it|in))*(?: star)? (?:rating|score|mark|number"
    r"|stars)|(?:rate|score)(?: it)?$)|"
    r"(?:carry|carries|carrying|bear|bears|show|shows) no (?:star )?(?:rating|score|mark|number|stars?)|"
    r"without (?:putting|giving|leaving|adding|assigning|awarding) (?:an? |any )?(?:star |number"
    r" )?(?:ratings?|scores?|stars?"
    r"|marks?|number)(?: (?:on|to|for) (?:it|them|this))?|"
    r"(?:with(?:out| no) |(?:has|have|had|gave|give|left|leave) no |(?:did|do|does) not (?:give|leave|have"
    r"|include) )"
    r"(?:(?:it |the film |§film\d )?(?:an? |any )?(?:star )?(?:ratings?|scores?|stars?|marks?|number))(?:"
    r" at all)?"
    r"|unrated|un rated|not rated|(?:did|do|does) not rate(?: it)?(?: at all)?|no (?:rating|score|stars?)\b"
    r"|(?:missing|lack(?:s|ing)?) (?:an? |the )?(?:rating|score)s?|ratingless|scoreless"
)
_WITH_RATING = re.compile(
    r"(?<!highest )(?<!lowest )(?<!best )(?<!worst )(?<!top )(?<!most )(?<!least )\b(?:rated|scored)"
    r" (?=reviews|ones)|"
    r"(?:with|(?:has|have|had|gave|give|left|includ(?:e|es|ing))) (?:an? |any )(?:star )?(?:rating|score)s?"
    r"(?! (?:of|above|below|over|under|between|higher|lower|greater|less|at least|at most|\d|better|worse"
    r"|exactly))(?: at all)?"
    r"|(?:rated|scored) at all|(?:are|is|were) (?:actually )?rated$"
)
_NO_SPOILERS = re.compile(
    r"(?:with(?:out| no)|exclud(?:e|es|ing)|ignor(?:e|ing)|except(?: for)?|minus|not counting|leav(?:e"
    r"|ing) out|skip(?:ping)?|not including)"
    r" (?:any |the |of )*(?:spoilers?(?: warnings?| tags?| reviews?| ones?| marked reviews?)?|reviews with"
    r" spoilers)"
    r"|(?:do|does|did|are|is|were) not (?:(?:have|contain|include|has|carry|bear|come with|give) (?:any "
    r"|a )?|marked (?:as |for "
    r"|with )?|tagged (?:as |for |with )?|flagged (?:as |for |with )?)?(?:an? )?(?:spoilers?(?: warnings?|"
    r" tags?)?)"
    r"|(?:without|exclud(?:e|es|ing)|ignor(?:e|ing)|except|minus|leav(?:e|ing) out|skip(?:ping)?"
    r"|drop(?:ping)?"
    r"|tak(?:e|ing) (?:out|away)|remov(?:e|ing)|not counting|other than|apart from)"
    r"(?: (?:the|any|all|of|those|reviews?|ones?|that|which|who|are|were|is|got|have|has|with|having"
    r"|contain|containing"
    r"|marked|tagged|flagged|labell?ed|as|for|a|carry|carrying))* spoilers?(?: warnings?| tags?|"
    r" reviews?| ones?)?"
    r"|(?:leav|tak|filter|throw|cut|kick|toss|chuck|drop|get rid|remov|exclud|ignor|skip|weed|minus"
    r"|without|disregard|forget"
    r"|not count|put)\w*"
    r"(?: (?:out|away|off|aside|of|the|all|those|any|every|anything|everything|whatever|\d|reviews?"
    r"|ones?|that|which|who|are|were|is"
    r"|got|have|has|with|having"
    r"|marked|tagged|flagged|labell?ed|as|for|a|containing|carrying))* spoilers?"
    r"(?: (?:marked|tagged|flagged|labell?ed|reviews?|ones?|warnings?|flags?|tags?|from|carrying))*(?:"
    r" (?:out|away|aside|off))?"
    r"|(?:leav|tak|keep|filter|throw|cut|kick|lef)\w*(?: (?:the|all|those|any|out))*"
    r" spoilers?(?: (?:marked|tagged|flagged|reviews?|ones?|warnings?))* (?:out|away|aside|off)"
    r"|not want (?:any |the )?spoilers?"
    r"|spoilers?(?: (?:marked|tagged|flagged|labell?ed|reviews?|ones?|warnings?|with|having|a|are|is"
    r"|were|get|got|being|been|have|all))*"
    r" (?:left out|excluded|ignored|removed|skipped|taken (?:out|away)|thrown (?:out|away)|dropped"
    r"|discounted|not counted|kept out"
    r"|filtered out|set aside|put aside|cut out)\b"
    r"|not (?:marked|tagged|flagged) (?:as |for |with )?(?:an? )?spoilers?|(?:no|non|un) ?spoilers?"
    r"|(?:do|does|did) not spoil(?: (?:anything|it|the \w+))?|spoiler free|spoilerfree|unspoiled"
    r"|no spoilers?|without (?:getting |being |having it )*spoil(?:ed|t"
    r"|ing)"
)
_SPOILERS = re.compile(
    r"(?:carry|carries|carrying|have|has|having|bear|bears|come with|comes with|with) (?:a|the|any)"
    r" warnings?\b|"
    r"(?:with|have|has|contain(?:s|ing)?|includ(?:e|es|ing)|marked|tagged|flagged|labell?ed|warn(?:s"
    r"|ing)?(?: about| of| for)?|give|carry|carries|carrying|come with|comes with|got)"
    r" (?:as |for |with |a |an |any |the |having |containing )*spoilers?(?: warnings?| tags?| alerts?)?"
    r"|(?:marked |flagged |tagged )?(?:as )?(?:giv(?:e|es|ing)|gave)(?: away)? the (?:story|ending|plot"
    r"|end)(?: away)?"
    r"|spoil(?:s|ed)? (?:it|the film|§film\d|the ending|anything|something)"
    r"|(?:marked|tagged|flagged|labell?ed)(?: (?:his|her|their|the|its|own|text|review|reviews|it|as"
    r"|containing"
    r"|having|with|for|a))* spoilers?"
    r"|spoiler (?:warning |tagged |marked |filled |flagged )?(?=reviews?|ones)|spoilers?(?: warnings?|"
    r" tags?)?"
)


@dataclass(frozen=True, slots=True)
class Slots:
    """The reviews meant, the marks of what said so in their order, and the text with these marks in it.

    `limit` is how many of them are asked for (`the 3 longest`), None where no number is told.
    """

    filters: Filters
    marks: tuple[str, ...]
    text: str
    limit: int | None = None


def read_slots(sentence: Sentence, today: dt.date) -> Slots:
    """Read whatever the sentence says of which reviews are meant."""
    slots = Slots(Filters(), (), sentence.with_commas)
    slots = _mention(_reviewer(slots, sentence), sentence)
    slots = replace(slots, text=without_commas(slots.text))
    slots = _spoilers(slots)
    slots = _days(slots, today)
    slots = _lengths(_limit(slots))
    slots = _votes(slots)
    slots = _rated(slots)
    slots = _ratings(slots, sentence)
    order = tuple(mark.lower() for mark in re.findall(r"§([A-Z]+)\b", slots.text))
    return replace(slots, marks=order)


def _put(slots: Slots, start: int, end: int, mark: str, filters: Filters) -> Slots:
    text = " ".join(f"{slots.text[:start]} §{mark.upper()} {slots.text[end:]}".split())
    return replace(slots, text=text, filters=filters)


def _reviewer(slots: Slots, sentence: Sentence) -> Slots:
    found = re.search(
        r"(?:(?:written |posted )?by )?(?:the )?(?:users? |reviewers? )?§reviewer\d+", slots.text
    )
    if found is None or len(sentence.reviewers) != 1 or _IS_LEFT_OUT.search(slots.text):
        return slots
    filters = replace(slots.filters, reviewer=sentence.reviewers[0])
    return _put(slots, found.start(), found.end(), "reviewer", filters)


_IS_LEFT_OUT = re.compile(
    r"\b(?:left|leav(?:e|ing)|taken?|taking|kept|keep(?:ing)?|thrown?|kick(?:ed)?|cut)(?: \S+){0,3}? (?:out"
    r"|away|aside|off)\b"
    r"|\b(?:exclud\w*|without|except|minus|besides|ignor\w*|skip\w*|remov\w*|disregard\w*|not count\w*"
    r"|other than|apart from)\b"
    r"|\b(?:is|are|was|were|gets?|got|be) (?:dropped|gone|out|away)\b|\b(?:did|was|were|had) not (?:exist"
    r"|there|reviewed|rated|count\w*)\b"
)


def _mention(slots: Slots, sentence: Sentence) -> Slots:
    slots = replace(slots, text=with_antecedent(slots.text, sentence.typed))
    found = find_mentioned(slots.text, sentence.quotes)
    if found is None:
        return slots
    return _put(slots, found.start, found.end, "mention", replace(slots.filters, mentions=found.words))


def _spoilers(slots: Slots) -> Slots:
    for pattern, wanted in ((_NO_SPOILERS, False), (_SPOILERS, True)):
        filters = replace(slots.filters, spoilers=wanted)
        while found := pattern.search(slots.text):
            slots = _put(slots, found.start(), found.end(), "spoilers", filters)
        if slots.filters.spoilers is not None:
            return _spoilers_left_out(slots)
    return slots


_NOT_COUNTED = re.compile(
    r"\b(?:do|did|does|should|would|must|can|could|are|is|were|was) not (?:be )?(?:count(?:ed)?|included?"
    r"|considered|matter|there|part of it)\b"
    r"|\b(?:are|is|were|was|get|got|be|being|been) (?:gone|out|away|off|(?:taken|left|thrown|kicked|filtered)"
    r" (?:out|away|off)|removed|excluded|ignored|dropped|skipped)\b"
    r"|\b(?:forget(?: about)?|ditch|scrap|lose|leav(?:e|ing) aside|(?:get(?:ting)?|got) rid of"
    r"|do away with)\b"
)
_THE_REST = re.compile(
    r"(?:\bof )?\b(?:all )?(?:the )?(?:rest|remaining(?: ones)?|remainder|what is left|others)\b"
)


def _spoilers_left_out(slots: Slots) -> Slots:
    """`the spoiler ones should not count`, `forget the spoilers, average of the rest`: those are left out."""
    told = _NOT_COUNTED.search(slots.text) if slots.filters.spoilers else None
    if told is not None:
        text = f"{slots.text[: told.start()]} {slots.text[told.end() :]}"
        slots = replace(slots, text=text, filters=replace(slots.filters, spoilers=False))
    if slots.filters.spoilers is False:
        slots = replace(slots, text=" ".join(_THE_REST.sub(" ", slots.text).split()))
    return slots


_ENDS = r"highest|lowest|longest|shortest|newest|latest|oldest|earliest|best|worst|top|bottom|first|last"
_LIMIT = re.compile(
    rf"(?:\btop )?(?<!/ )(?<!out of )\b(?P<before>\d+) (?P<kept>(?:(?:most|least|{_ENDS}|harshest"
    rf"|reviews? with the"
    rf"|fewest) ?)+)(?=\w|$)"
    rf"|\b(?P<how>{_ENDS}) (?P<after>\d+)(?!\d|s\b| ?(?:/|stars?\b|points?\b|out of|or\b|-))"
)


def _limit(slots: Slots) -> Slots:
    found = _LIMIT.search(slots.text)
    if found is None:
        return slots
    words = found["kept"] or found["how"]
    text = f"{slots.text[: found.start()]} {words} {slots.text[found.end() :]}"
    return replace(slots, text=" ".join(text.split()), limit=int(found["before"] or found["after"]))


def _days(slots: Slots, today: dt.date) -> Slots:
    found = find_days(slots.text, today)
    if found is None:
        return slots
    since, until, start = found.days.since, found.days.until, found.start
    if left_out := _LEFT_OUT.search(slots.text[: found.start]):
        if (since is None) == (until is None):
            return slots
        since, until = _next_day(until), _day_before(since)
        start = left_out.start()
    return _told_once(
        _put(slots, start, found.end, "days", replace(slots.filters, since=since, until=until)), today
    )


def _told_once(slots: Slots, today: dt.date) -> Slots:
    """Without the same days in other words behind them: `since 2020 (so 2020 and newer)`."""
    again = find_days(slots.text, today)
    if again is None or (again.days.since, again.days.until) != (slots.filters.since, slots.filters.until):
        return slots
    return replace(slots, text=" ".join(f"{slots.text[: again.start]} {slots.text[again.end :]}".split()))


_LEFT_OUT = re.compile(
    r"(?:exclud(?:e|ing)|ignor(?:e|ing)|leav(?:e|ing) out|without|except(?: for)?|not counting"
    r"|skip(?:ping)?|drop(?:ping)?)"
    r"(?: (?:all|everything|anything|the|reviews?|those|ones|that|were|was|written|posted|from))* $"
)


def _next_day(day: dt.date | None) -> dt.date | None:
    return None if day is None else day + dt.timedelta(days=1)


def _day_before(day: dt.date | None) -> dt.date | None:
    return None if day is None else day - dt.timedelta(days=1)


def _only(slots: Slots, number: str, unit: str = "") -> RangeFound | None:
    """The one range of numbers of that unit; None where there are several, which can't all be meant."""
    found = [each for each in ranges_in(slots.text, number) if unit in slots.text[each.start : each.end]]
    if len(found) == _BOTH_SIDES and (both := _between_both(found, slots.text)) is not None:
        return both
    return found[0] if len(found) == 1 else None


_BOTH_SIDES = 2
_AND_ALSO = re.compile(r"[ ,]*(?:and|but|yet|though)?(?: also| still)?(?: (?:a mark|is|was|that is|it))? *")


def _between_both(found: list[RangeFound], text: str) -> RangeFound | None:
    """`higher than 7 but lower than 10`: what both allow, where one bounds below and the other above."""
    first, second = found
    joined = _AND_ALSO.fullmatch(text[first.end : second.start])
    ranges = sorted((first.range, second.range), key=lambda each: each.low == -math.inf)
    low, high = ranges
    bounds = not low.values and not high.values and low.high == math.inf and high.low == -math.inf
    if joined is None or not bounds or low.low == -math.inf or low.low > high.high:
        return None
    return RangeFound(Range(low.low, high.high), first.start, second.end, bare=False)


def _lengths(slots: Slots) -> Slots:
    found = _only(slots, _LENGTH, "words")
    if found is None:
        return slots
    filters = replace(slots.filters, words_from=found.range.whole_from, words_to=found.range.whole_to)
    return _put(slots, found.start, found.end, "length", filters)


def _votes(slots: Slots) -> Slots:
    if found := _only(slots, _HELPFUL_VOTES, "votes"):
        filters = replace(slots.filters, helpful_from=found.range.whole_from, helpful_to=found.range.whole_to)
    elif found := _only(slots, _VOTES, "vote"):
        filters = replace(slots.filters, votes_from=found.range.whole_from, votes_to=found.range.whole_to)
    else:
        return slots
    return _put(slots, found.start, found.end, "votes", filters)


_EVEN_UNRATED = re.compile(
    r"(?: ,)? (?:(?:also )?counting|including|even|also)(?: (?:any|those|the|all|ones?|reviews?|that|who"
    r"|which|are))*"
    r" (?:(?:carry|have|has|with|gave|give|left|bear|show)(?:ing)? )?(?:unrated(?: ones?)?|no (?:mark"
    r"|rating|score|number|stars?)"
    r"|without (?:an? |any )?(?:mark|rating|score|number|stars?))"
)


def _rated(slots: Slots) -> Slots:
    slots = replace(slots, text=_EVEN_UNRATED.sub("", slots.text))
    for pattern, wanted in ((_NOT_RATED, False), (_WITH_RATING, True)):
        if found := pattern.search(slots.text):
            return _put(slots, found.start(), found.end(), "rated", replace(slots.filters, rated=wanted))
    return slots


_PAIR = re.compile(
    r"(?<![\w/.§-])(?<!/ )(?<!than )(?<!out of )(?P<one>\d+)s?(?: (?:reviews|ratings|scores|stars|out of"
    r" 10|/ 10))?"
    r" (?:than|versus|to|against|or|and|compared (?:to|with))(?: (?:more|fewer|there|are|were|it|got"
    r"|gave|the|of))*"
    r" (?P<other>\d+)s?(?! ?/| ?- ?\d| out of|\w|\.)"
)
_ASKS_PAIR = re.compile(
    r"\bmore (?!than)|\b(?:fewer|less) (?!than)|\bratio\b|\boutnumber|\bversus\b|\bdifference between\b"
    r"|\bmore (?:common|frequent|popular)"
)


_SO_MANY_MARKED = re.compile(r"(?<=\bthe )\d+ (?=§(?:SPOILERS|RATED)\b)")
_INTERVAL = re.compile(
    r"\b(?:closed |inclusive |in )*(?:the )?(?:closed |inclusive )*(?:interval|range|bracket) (?:of "
    r"|from )?(\d+) ?(?:,|to|-|and)? ?(\d+)\b"
)
_NUMBERS_APART = re.compile(r"\b(\d+s) (?:and|or) how many (?=\d+s\b)")
_ENDS_COUNTED = re.compile(
    r"\b((?P<low>\d+) (?:and|to|-) (?P<high>\d+))(?: ,)? (?:(?:counting|including|i mean|so|with) )+"
    r"(?:both )?(?P=low) and (?P=high)(?: (?:too|as well|included|both))*\b"
)
_NOT_EVEN = re.compile(
    r"\b(?:could|would|did|can|will|do) not (?:(?:be bothered|bring themselves|manage|bother|care|want"
    r"|dare) to |even )*"
    r"(?:(?:give|gave|rate|score)(?: it| this| the film| §film\d)* (?:even |as (?:much|high) as )"
    r"|(?:even )?(?:(?:get|go|make it|come|stretch)"
    r" (?:even )?(?:up )?to|reach)(?: even)? |(?<=even )(?:give|gave|rate|score)(?: it| this| the film"
    r"| §film\d)* )(?:an? )?(\d+)\b"
)
_ALL_TEN = re.compile(r"(?<!\d)(?<!\d )(?<!\ds )\bout of 10\b")
_AGAIN = re.compile(
    r"(?<=§RATING)(?: ,)?(?: (?:i e|ie|i|e|aka|so|meaning|that is|which is))* (?:10 ?(?:/|out of|of) ?10"
    r"|10)(?! ?(?:/|out))"
)


def _ratings(slots: Slots, sentence: Sentence) -> Slots:
    text = _INTERVAL.sub(r"from \1 to \2", _SO_MANY_MARKED.sub("", slots.text))
    text = re.sub(r"\b(\d+s) (?=\d+s\b)", r"\1 , ", text)
    text = _NUMBERS_APART.sub(r"\1 and ", _ENDS_COUNTED.sub(r"\1", text))
    text = _NOT_EVEN.sub(r" below \1 ", text)
    slots = replace(slots, text=" ".join(_ALL_TEN.sub(" ", text).split()))
    slots = _rated_by(slots)
    if _may_be_turned_round(sentence):
        slots = _turned_round(slots)
    slots = replace(slots, text=re.sub(r"§RATING (?:range|mark|bracket)\b", "§RATING", slots.text))
    if slots.filters.ratings == (HIGHEST,):
        slots = replace(slots, text=_AGAIN.sub("", slots.text))
    return slots


def _rated_by(slots: Slots) -> Slots:
    for pattern, rating in ((_FULL_MARKS, HIGHEST), (_LOWEST_MARKS, 1)):
        if found := pattern.search(slots.text):
            return _put(
                slots, found.start(), found.end(), "rating", replace(slots.filters, ratings=(rating,))
            )
    if pair := _PAIR.search(slots.text):
        two = sorted({int(pair["one"]), int(pair["other"])})
        if _ASKS_PAIR.search(slots.text) and two[-1] <= HIGHEST:
            filters = replace(slots.filters, ratings=tuple(two))
            return _put(slots, pair.start(), pair.end(), "rating", filters)
    found_range = _only(slots, _RATING)
    if found_range is None or not _may_be_rating(slots.text, found_range):
        return slots
    ratings = _whole(found_range.range)
    if ratings is None:
        return slots
    filters = replace(slots.filters, ratings=ratings)
    return _put(slots, found_range.start, found_range.end, "rating", filters)


def _whole(meant: Range) -> tuple[int, ...] | None:
    """The ratings meant; None where the range names a number that is no rating."""
    ends = [*meant.values, meant.low, meant.high]
    if any(abs(end) != float("inf") and not LOWEST <= round(end, 6) <= HIGHEST for end in ends):
        return None
    if any(value != int(value) for value in meant.values):
        return None
    found = tuple(rating for rating in range(LOWEST, HIGHEST + 1) if meant.holds(rating))
    return found or None


_OTHER_UNITS = re.compile(
    r" (?:films?|movies?|people|persons?|reviewers?|users?|critics?|viewers?|times?|votes?|words?|years?"
    r"|months?|days?|weeks?"
    r"|hours?|hrs?|minutes?|mins?|yrs?|percent|%|sentences?|paragraphs?|characters?|letters|pages?|helpful"
    r"|more|th\b|of"
    r" (?:them|the)|dollars?|kroner)\b"
)


_OF_FILMS = re.compile(r"\b(?:the|these|both|all|of) (?:the )?\d$")


_OF_SO_MANY = re.compile(r"\bof (?:the|these|those|all) $")


_ONE_OF_SO_MANY = re.compile(r"\b(?:which|which one|any|each|all|both) of (?:the|these|those|your) \d$")


def _may_be_rating(text: str, found: RangeFound) -> bool:
    if _OTHER_UNITS.match(text[found.end :]):
        return False
    if _OF_FILMS.search(text[: found.start] + text[found.start : found.end]) and text[found.end :].startswith(
        " §film"
    ):
        return False
    if _OF_SO_MANY.search(text[: found.start]) and not text[found.end :].strip(" ?"):
        return False
    if _ONE_OF_SO_MANY.search(text[: found.start] + text[found.start : found.end]):
        return False
    if re.search(r"\ball $", text[: found.start]) and re.fullmatch(r"\d", text[found.start : found.end]):
        return False
    before = text[: found.start].split()[-1:]
    return before not in (
        ["top"],
        ["first"],
        ["last"],
        ["latest"],
        ["newest"],
        ["best"],
        ["worst"],
        ["part"],
        ["number"],
        ["page"],
        ["next"],
    )


_NOT = re.compile(
    r"\b(?:non|all but|everything but|everyone but|(?:do|did|does|have|has|is|are|was|were|would) not(?:"
    r" \w+){0,3}?|not|except(?: for)?"
    r"|exclud(?:e"
    r"|ing)|without|minus|leav(?:e|ing) out|ignor(?:e|ing)|drop(?:ping)?|not counting|tak(?:e|ing)"
    r" (?:out|away)"
    r"|remov(?:e|ing)|throw(?:ing)? out|disregard(?:ing)?|other than|apart from|aside from|besides|but"
    r" not|anything but)"
    r"(?P<between>(?: (?:it|a|an|the|all|those|reviews|with|who|that|film|§film\d|give|given|giving|gave"
    r"|rate|rated|get|got|score|scored"
    r"|of|as|any))*) §RATING\b"
)


_TURNING = re.compile(
    r"\b(?:not|non|except|exclud\w*|without|minus|leav\w*|ignor\w*|drop\w*|counting|tak\w*|remov\w*|throw\w*"
    r"|disregard\w*|other"
    r"|apart|aside|besides|but)\b"
)
_RATED = re.compile(r"\d|\b(?:full marks|perfect)\b")


def _may_be_turned_round(sentence: Sentence) -> bool:
    """Whether one clause has both a number and a word that turns it round: `didnt they, how many gave 9`."""
    clauses = sentence.with_commas.split(" , ")
    return any(_TURNING.search(clause) and _RATED.search(clause) for clause in clauses)


def _turned_round(slots: Slots) -> Slots:
    """`did not give it a 10`: every rating but those."""
    found = _NOT.search(slots.text)
    if found is None or slots.filters.ratings is None:
        return slots
    others = tuple(rating for rating in range(HIGHEST + 1) if rating not in slots.filters.ratings)
    text = f"{slots.text[: found.start()]} §RATING {slots.text[found.end() :]}"
    return replace(slots, text=" ".join(text.split()), filters=replace(slots.filters, ratings=others))
