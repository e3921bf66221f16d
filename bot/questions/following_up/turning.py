"""What turns the pages of the last list: `more`, `previous`, `page 3`, `the last page`."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions.conversation import Conversation
from bot.questions.kinds import CompareOpinions, Extreme, Opinion, Question, RandomQuote, SmallTalk, Unclear
from bot.questions.pages import at_page, page_of

_POLITE = r"^(?:(?:and|ok|okay|so|yes|please|now|then|well) )*"
_MORE = re.compile(
    rf"{_POLITE}(?:(?:can you |could you )?(?:show|give|tell|get|read)(?: me| us)?"
    r" )?(?:(?:some|any|a few|the|even) )?(?:more|1 more|one more|another(?: one)?|next(?: one| page)?"
    r"|others?|the rest|go"
    r" on|continue|keep going|what else|anything else|else|further|older ones|all of (?:them|these|those)"
    r"|who else|(?:what (?:do|does|did|is) )?the (?:rest|others) (?:say|think|write))(?: (?:please|of (?:them"
    r"|these|those|that)|like (?:that|this|these)|reviews?|quotes?|opinions?|results|examples|about"
    r" (?:that|it|this)|on (?:that|this)|did they say|do they say|is there))*$"
)
_BACK = re.compile(
    rf"{_POLITE}(?:(?:show|give)(?: me| us)? )?(?:(?:the )?(?:prev|previous|preceding) page"
    r"|prev(?:ious)?(?: one| ones)?|(?:go |turn )?back|(?:go )?back (?:to the list|a page|one page|1 page)"
    r"|the (?:list|page) (?:before|again))(?: please)?$"
)
_PAGES = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_PAGE = re.compile(
    rf"{_POLITE}(?:(?:go|turn|jump) (?:back )?to |(?:show|give|open|see)(?: me| us)? )?(?:the )?"
    rf"(?:page (?:number |no |nr )?(?P<number>[1-9]\d{{0,5}})|(?P<place>{'|'.join(_PAGES)}|last) page)"
    r"(?: (?:please|now|then|again))*$"
)


def asks_to_turn(text: str) -> bool:
    """Whether the words ask to go on from something, or back: `next page`."""
    return any(pattern.match(text) for pattern in (_MORE, _BACK, _PAGE))


def turned(text: str, last: Conversation) -> Question | None:
    """The page that the words turn to, or the list that something was opened from; None where they turn none.

    Behind the last page and before the first there is nothing, which is said.
    """
    if _MORE.match(text):
        return more_of(last)
    if _BACK.match(text):
        return _before(last)
    found = _PAGE.match(text)
    return None if found is None else _at(_number(found, last), last)


def more_of(last: Conversation) -> Question:
    """The next page of the last list, its next quote, or that there is no more."""
    for question in (last.question, last.list_of):
        match question:
            case RandomQuote():
                return replace(question, position=question.position + 1)
            case CompareOpinions(topic, films, side):
                readings = tuple(Opinion(topic, film, side=side) for film in films)
                return Unclear("more", readings=readings, asks="More of which film?")
            case Extreme():
                return replace(question, limit=question.limit // _LIMIT * _LIMIT + _LIMIT)
            case _ if question is not None and (turned := at_page(question, page_of(question) + 1)):
                return SmallTalk("no_more") if page_of(question) >= (last.pages or _ENDLESS) else turned
    return SmallTalk("no_more")


_LIMIT = 5
_ENDLESS = 10**6


def _before(last: Conversation) -> Question:
    if last.list_of is not None and last.list_of != last.question:
        return last.list_of
    page = page_of(last.question) - 1
    turned = at_page(last.question, page) if page else None
    return turned or SmallTalk("no_page_before")


def _number(found: re.Match[str], last: Conversation) -> int:
    if found["number"]:
        return int(found["number"])
    return last.pages or 1 if found["place"] == "last" else _PAGES.index(found["place"]) + 1


def _at(page: int, last: Conversation) -> Question:
    lists = (last.question, last.list_of)
    turned = next((each for one in lists if one is not None and (each := at_page(one, page))), None)
    if turned is None:
        return SmallTalk("no_pages")
    if last.pages is not None and page > last.pages:
        only = f"The list has {last.pages:,} pages." if last.pages > 1 else "The list has one page alone."
        end = at_page(turned, last.pages)
        return Unclear(f"page {page}", readings=(end,) if end is not None else (), asks=only)
    return turned
