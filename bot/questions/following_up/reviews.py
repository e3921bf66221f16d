"""What leans on a review just shown, in words what its buttons do: the whole of it, more by its reviewer."""

from __future__ import annotations

import re

from bot.model import Filters
from bot.questions.conversation import Conversation
from bot.questions.kinds import (
    EVERY_FILM,
    Average,
    AverageRating,
    CompareFilms,
    Count,
    Counted,
    Extreme,
    Measure,
    Opinion,
    Order,
    Question,
    RandomQuote,
    ReviewedBy,
    Reviewer,
    SaidBy,
    Timeline,
    TopReviews,
    Unclear,
    WholeReview,
)

_POLITE = (
    r"^(?:(?:and|but|ok|okay|so|yes|please|now|then|hm|well|wow|nice|cool|great|lol|haha|lmao|omg|oh) )*"
)
_ASKS = (
    r"(?:(?:could|can|would|will) you |(?:can|could|may) (?:i|we) |let me |let us "
    r"|i (?:want|would like|need) to |is there (?:a way to )?|do you have |have you got |where is |what is )?"
)
_OPEN = r"(?:(?:show|open|read|see|give|get|view|display|expand|print|post|send|find)(?: me| us)? )"
_REVIEW = r"(?:reviews?|text|thing|post|comment|article|quote|passage)"
_TEXT = r"(?:review|text|post|comment|article|full thing)"
_ITS = r"(?:(?:the|that|this|his|her|their|its|it) )"
_WHOLE = r"(?:(?:whole|full|entire|complete) )"
_END = r"(?: (?:please|pls|then|now|thanks|again|here|in full|(?:that )?(?:it|this|that) (?:is|was|came) from"
_END += r"|(?:of|behind|for|to|from) (?:it|that|this|the quote)|he wrote|she wrote|they wrote))*$"
_WHOLE_REVIEW = re.compile(
    rf"{_POLITE}{_ASKS}(?:"
    rf"{_OPEN}?{_ITS}?{_WHOLE}{_REVIEW}"
    rf"|{_OPEN}{_ITS}{_TEXT}"
    rf"|{_OPEN}(?:it|this|that|that one|this one)(?: (?:all|whole|in full))?"
    rf"|{_OPEN}(?:all|the rest|more) of (?:it|this|that|the review|this review|that review)"
    rf"|{_OPEN}(?:me )?(?:it all|everything (?:he|she|they) (?:said|wrote)(?: (?:here|there|about it))?)"
    r"|(?:the )?rest of (?:it|the review|that|this|that review|this review)|read on|in full|(?:all|more)"
    r" of it"
    r"|what else (?:did|does) (?:he|she|they|it|the review|this review|that review|the reviewer) (?:say"
    r"|think)"
    r"(?: (?:about|of) (?:it|the film|the movie|this|that)| there| in it)?"
    r"|(?:in|give|show|what is) (?:the |its |some )?context"
    rf"){_END}"
)
_HE = (
    r"(?:he|she|they|this (?:reviewer|user|person|guy|author|critic|man|woman|one)"
    r"|that (?:reviewer|user|person|guy|author|critic|man|woman)"
    r"|the (?:reviewer|user|author|writer|same (?:reviewer|person|user|author|one)))"
)
_HIM = rf"(?:him|her|them|{_HE})"
_HIS = r"(?:his|her|their|this (?:reviewer|user|person|guy)s?|that (?:reviewer|user|person|guy)s?)"
_OTHERS = r"(?:(?:other|older|newer|all|remaining|further|more) )"
_WROTE = (
    r"(?:writ(?:e|ten|es)|wrote|review(?:s|ed)?|post(?:s|ed)?|rat(?:e|es|ed)|watch(?:es|ed)?|see|seen"
    r"|cover(?:ed)?)"
)
_MORE_BY = re.compile(
    rf"{_POLITE}{_ASKS}{_OPEN}?(?:"
    rf"(?:some |any )?(?:more|others?|else|anything|something|anything else|something else|everything|all"
    rf"|(?:more |other |all |the )*(?:reviews|quotes|ones|stuff|things|opinions|films|movies))(?: reviews| of"
    rf" the reviews| stuff)? (?:(?:by|from) {_HIM}|of (?:him|her|{_HE}))"
    rf"|(?:other |more |all )(?:stuff|things|work|opinions) (?:by|from|of) {_HIM}"
    rf"|what is {_HIS} (?:average|mean|usual|typical|normal)(?: rating| score| mark)?"
    rf"|(?:and )?what (?:else|other (?:films?|movies?|reviews?)) (?:did|does|has|have|had) {_HE} {_WROTE}"
    rf"|(?:did|does|has|have) {_HE} {_WROTE} (?:anything|something|any|other|about|more|of)"
    rf"(?: (?:else|other|more|films?|movies?|reviews?|about|on|of))*"
    rf"|what (?:films?|movies?|reviews?) (?:else )?(?:did|has|have) {_HE} {_WROTE}"
    rf"|(?:all )?(?:of )?{_HIS} {_OTHERS}?(?:reviews|ratings)"
    rf"|(?:does|did|has) {_HE} (?:have|got|give|given) (?:any )?other (?:reviews|ratings)"
    rf"){_END}"
)
_LIKED = re.compile(
    rf"{_POLITE}which(?: film| movie| one| films| movies| ones)?(?: of (?:them|these|those|his|her|the"
    rf" (?:two|2|films)))*"
    rf" (?:did|does|has) {_HE}"
    rf" (?:like|rate|enjoy|prefer|love|hate|score|liked|rated)d?(?: (?:the |it )?(?:best|most|more"
    rf"|better|least"
    rf"|less|highest|higher|lowest|lower|worst|worse))?{_END}"
)
_LESS = re.compile(r"\b(?:hated?|least|less|lowest|lower|worst|worse)\b")
_IT = r"(?:it|this|that|the review|this review|that review|his review|her review|this one|that one|he|she)"
_VOTED = re.compile(
    rf"{_POLITE}(?:how many (?:helpful |useful |up)?votes(?: (?:did|does|has|have|had|for|on|got|gotten"
    rf"|get|was|were|given"
    rf"|to|there|are|{_IT}))*"
    rf"|(?:the |its )?(?:helpful )?votes|how (?:helpful|useful) (?:is|was) {_IT}|(?:is|was) {_IT}"
    rf" (?:found |voted |very )*"
    rf"(?:helpful|useful)(?: to (?:people|readers|anyone))?|how many (?:people|readers|users)? ?(?:found"
    rf"|find|thought|voted)"
    rf" {_IT}(?: (?:was|is))?(?: (?:helpful|useful))?|(?:did|do) (?:people|readers|anyone|anybody) find {_IT}"
    rf" (?:helpful|useful)|(?:is|was) {_IT} (?:a |an )?(?:good|helpful|useful|popular) (?:one|review)){_END}"
)
_SIZED = re.compile(
    rf"{_POLITE}how (?:long|many words) (?:is|was|has) (?:the|this|that|his|her) review{_END}"
)
_AGREES = re.compile(
    rf"{_POLITE}(?:(?:(?:does|did|do|is there) )?(?:any ?(?:one|body)|some ?(?:one|body)|who|others?|the"
    rf" others"
    r"|people|they)|how many(?: (?:people|others|reviewers|users|of them))?)"
    rf"(?: else)?(?: who)? (?P<dis>dis)?agree[sd]?"
    rf"(?: with (?:{_HIM}|it|this|that|that review|this review))?{_END}"
)
_ABOUT_HIM = re.compile(
    rf"{_POLITE}{_ASKS}{_OPEN}?(?:(?:(?:what|how) about |and |what of )?(?:him|her|the (?:reviewer|author"
    rf"|writer))"
    rf"|(?:all )?(?:of )?{_HIS} {_OTHERS}?(?:ones|writing|work|films|movies|opinions|stuff)"
    rf"|(?:the )?(?:same|this|that) (?:reviewer|user|author|person)(?: again)?"
    rf"|(?:(?:tell me|something|anything|more) )*about {_HIM}|who is {_HE}(?: anyway)?){_END}"
)
_WHY = re.compile(
    rf"{_POLITE}(?:but )?(?:why(?: so| not| is that| is it| was that| though| exactly| that| this| on earth"
    r"| (?:low|high|bad|good|little|much|many)| so (?:low|high|bad|good|little|much|harsh|generous|angry))?"
    r"|how (?:come|so)|for what reasons?|what for|explain(?: that| this| it| why| yourself)?"
    r"|what (?:is|was|are|were) (?:the|his|her|their) (?:reasons?|reasoning|argument|problem|point|issue"
    r"|arguments)|on what grounds|because of what|what makes (?:him|her|them) (?:say|think) (?:so|that)"
    rf"|why (?:did|does|do|is|was|would|has) {_HE}\b(?!.*§film).*)$"
)
_OF_A_REVIEW = (WholeReview, SaidBy, ReviewedBy, RandomQuote, Reviewer, Extreme)
"""After these `he` is who wrote what was shown."""

_FIGURES = (AverageRating, Average, Timeline)
_FEW = 4


_REST = re.compile(rf"{_POLITE}{_ASKS}{_OPEN}?(?:the )?rest{_END}")


def of_review(text: str, last: Conversation) -> Question | None:
    """The whole review, or others of its reviewer, as the words ask for one that was just shown."""
    if _WHOLE_REVIEW.match(text) or (_WHY.match(text) and isinstance(last.question, _OF_A_REVIEW)):
        return _whole(text, last)
    one = len(last.reviewers) == 1 and isinstance(last.question, _OF_A_REVIEW)
    if one and _REST.match(text):
        return _whole(text, last)
    if (name := _whose_were_compared(last)) is not None and _VOTED.match(text):
        return Count(EVERY_FILM, Filters(reviewer=name), Counted.HELPFUL_VOTES)
    if one and last.film is not None and (measure := _measured(text)) is not None:
        return ReviewedBy(last.reviewers[0], last.film, measure)
    if one and (agrees := _AGREES.match(text)):
        return _others_of(last, text, disagree=bool(agrees["dis"]))
    if one and (liked := _LIKED.match(text)):
        return CompareFilms(filters=Filters(reviewer=last.reviewers[0]), lowest=bool(_LESS.search(liked[0])))
    if _MORE_BY.match(text) or (_ABOUT_HIM.match(text) and isinstance(last.question, _OF_A_REVIEW)):
        return _by_reviewer(text, last)
    if _WHY.match(text) and isinstance(last.question, _FIGURES) and not re.search(r"\b(?:he|she)\b", text):
        return Opinion("", last.film) if last.film else None
    return None


def _measured(text: str) -> Measure | None:
    """What is asked of the review itself: how helpful it was found, how long it is."""
    if _VOTED.match(text):
        return Measure.HELPFUL_VOTES
    return Measure.LENGTH if _SIZED.match(text) else None


def _others_of(last: Conversation, text: str, *, disagree: bool) -> Question:
    """Nobody says with whom they agree; the other reviews of the film may tell, by their ratings."""
    asks = "Reviews don't say with whom they agree."
    if last.film is None:
        return Unclear(text, asks=asks)
    if last.rating is None:
        readings: tuple[Question, ...] = (
            TopReviews(last.film, Order.LOWEST),
            TopReviews(last.film, Order.HIGHEST),
        )
    else:
        alike = tuple(range(max(1, last.rating - 1), min(10, last.rating + 1) + 1))
        other = tuple(rating for rating in range(1, 11) if abs(rating - last.rating) >= _FAR)
        readings = tuple(TopReviews(last.film, filters=Filters(ratings=each)) for each in (alike, other))
        readings = readings[::-1] if disagree else readings
    return Unclear(text, readings=readings, asks=f"{asks} The ratings may tell.")


_FAR = 4


def _whole(text: str, last: Conversation) -> Question | None:
    reviews = [one for one in last.listed if isinstance(one, WholeReview)]
    if isinstance(last.question, WholeReview):
        return last.question
    if isinstance(last.question, SaidBy) and len(last.review_ids) == 1:
        return WholeReview(last.review_ids[0], last.film)
    if len(reviews) == 1:
        return reviews[0]
    if not reviews:
        return None
    named = zip(last.reviewers, reviews, strict=False)
    readings = tuple(WholeReview(name, review.film) for name, review in named)
    return Unclear(text, readings=readings[:_FEW], asks="Whose review? Say which, such as the first one.")


def _by_reviewer(text: str, last: Conversation) -> Question | None:
    if isinstance(last.question, Reviewer):
        return last.question
    if len(last.reviewers) == 1:
        return Reviewer(last.reviewers[0])
    if not last.reviewers:
        return None
    return Unclear(text, readings=tuple(map(Reviewer, last.reviewers[:_FEW])), asks="More by whom?")


_PRONOUN = re.compile(
    r"(?P<before>\b(?:did|does|has|had|would|by|was|is)\s+)"
    r"(?:he|she|him|(?:this|that|the) (?:reviewer|user|author|critic|guy|person))\b(?=\s+(?:think|say"
    r"|write|give|rate|like"
    r"|love|hate|review|make|enjoy|find|call|mention|rated|reviewed|seen|score|mark|recommend)\b)",
    re.IGNORECASE,
)


def _whose_were_compared(last: Conversation) -> str | None:
    """Whose reviews of several films were set beside each other: `which one did he like more`."""
    return last.question.filters.reviewer if isinstance(last.question, CompareFilms) else None


def _reviewer_spoken_of(last: Conversation) -> str | None:
    if isinstance(last.question, _OF_A_REVIEW) and len(last.reviewers) == 1:
        return last.reviewers[0]
    if isinstance(last.question, Reviewer):
        return last.question.name
    return last.question.filters.reviewer if isinstance(last.question, Count) else _whose_were_compared(last)


def with_reviewer_meant(typed: str, last: Conversation) -> str:
    """The words with the reviewer's name for `he`, where one review was shown: `what did he give it`."""
    name = _reviewer_spoken_of(last)
    if name is None or '"' in name or not _PRONOUN.search(typed):
        return typed
    return _PRONOUN.sub(lambda found: f'{found["before"]}user "{name}"', typed, count=1)
