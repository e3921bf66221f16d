"""What leans on the passages just shown: who wrote them and when, and more of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, cast

from bot.questions.kinds import (
    Extreme,
    Films,
    Mentions,
    Opinion,
    People,
    Question,
    RandomQuote,
    Reviewer,
    Search,
    SmallTalk,
    TopReviews,
)

WHO_SAID = re.compile(
    r"^(?:and |but |ok |so )?(?:who (?:said|says|wrote|writes|is saying|thinks|thought|posted) (?:that"
    r"|this|it|so|those|these|the (?:first|last|second) (?:one|quote))|who(?:se)? (?:review |quote "
    r"|opinion |words )?(?:is|was|are) (?:that|this|it|those)(?: (?:by|from))?|by who(?:m)?|who(?: is it|"
    r" was it| was that)?(?: by| from)?|whose|says who|who is this from|source"
    r"|(?:which|what) (?:film|movie) (?:is|was) (?:that|this|it)(?: quote| review)?(?: from| about| of| on)?"
    r"|(?:that|this|it) is (?:from|about|of) (?:which|what) (?:film|movie))$"
)
THEY = re.compile(
    r"^(?:and |but |so |ok )*(?:which (?:users?|reviewers?|people|critics)|(?:who|which(?: ones|"
    r" reviewers)?|what) (?:were|are|was|is) (?:they|those|those people"
    r"|these|that|them|he|she|it|the ones)|who(?: exactly)?|names?|name them"
    r"|(?:their|the) names|by whom|which ones"
    r"|how many (?:(?:people|reviewers|reviews|users|of them) )?(?:gave|rated|chose|picked)"
    r" (?:it )?(?:that|those|it)(?: one)?"
    r"|list (?:them|those)|who gave (?:it|that|those|them)(?:"
    r" that)?|whose(?: is it| are they)?|who by)(?: please| exactly| then)?$"
)
READ_THEM = re.compile(
    r"^(?:and |ok |so |yes |please )*(?:(?:can|may|could) i |let me |i want to )?"
    r"(?:read|see|show(?: me| us)?|open) "
    r"(?:them|those|these|that one|it|(?:the|these|those) (?:reviews?|ones?))(?: please| then)?$"
)
MORE = re.compile(
    r"^(?:and |ok |so |yes |please )*(?:(?:can you |could you )?(?:show|give|tell|get|read)(?: me| us)?"
    r" )?(?:(?:some|any|a few|the|even) )?(?:more|1 more|one more|another(?: one)?|next(?: one| page)?"
    r"|others?|the rest|go"
    r" on|continue|keep going|what else|anything else|else|further|older ones|all of (?:them|these|those)"
    r"|who else|(?:what (?:do|does|did|is) )?the (?:rest|others) (?:say|think|write))(?: (?:please|of (?:them"
    r"|these|those|that)|like (?:that|this|these)|reviews?|quotes?|opinions?|results|examples|about"
    r" (?:that|it|this)|on (?:that|this)|did they say|do they say|is there))*$"
)
WHEN_SAID = re.compile(
    r"^(?:(?:and|but|so|ok|okay) )*(?:(?:(?:what|which) (?:day|date|year|month)|when|on (?:what|which)"
    r" (?:day|date)|how long"
    r" ago)\b.*\b(?:post(?:ed)?|wr(?:ote|ite|itten)|say|said|publish(?:ed)?|put (?:it|that) (?:up"
    r"|online)|review(?:ed)?|upload(?:ed)?)\b"
    r"(?: (?:that|it|this|one|up|online|that one|the review|his review|her review))*"
    r"|(?:what|which) (?:date|day) (?:is|was) (?:that|it|this)(?: from| posted| written)?|when (?:is"
    r"|was) (?:that|it|this)"
    r" (?:from|posted|written|published|put up)|(?:the |what )?date(?: of (?:that|it))?|when)$"
)


def asks_for_more(text: str) -> bool:
    """Whether the words ask to go on from something: `next page`."""
    return bool(MORE.match(text))


_BACK = re.compile(
    r"^(?:and |ok |so |please )*(?:(?:show|give)(?: me| us)? )?(?:(?:the )?(?:previous|last|preceding) page"
    r"|previous(?: one| ones)?|(?:go |turn )?back|(?:go )?back (?:to the list|a page|one page|1 page)"
    r"|the (?:list|page) (?:before|again))(?: please)?$"
)


def back(text: str, question: Question, list_of: Question | None) -> Question | None:
    """`previous`, `back to the list`: the page before, or the list that something was opened from."""
    if not _BACK.match(text):
        return None
    if list_of is not None and list_of != question:
        return list_of
    page = getattr(question, "page", 1)
    return cast(Question, replace(cast(Any, question), page=page - 1)) if page > 1 else SmallTalk("no_more")


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
