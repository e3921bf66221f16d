"""Today's user-reviews page, saved as HTML."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from bot.pages.dates import parse_date
from bot.pages.imdb_head import read_head
from bot.pages.saved_html import Item, Layout, line_of, text_of
from bot.pages.votes import votes_up_and_down

_REVIEW_ID = re.compile(r"/review/(rw[0-9]{1,12})\b")
_RATINGS = frozenset(str(points) for points in range(1, 11))


def read_item(root: LexborNode) -> Item | None:
    """Read one `article.user-review-item`. A spoiler's text is there only if it was opened before saving."""
    item = root.css_first("article.user-review-item")
    if item is None:
        return None
    rating = line_of(item.css_first(".ipc-rating-star--rating"))
    paragraphs = [text_of(part) for part in item.css(".ipc-html-content-inner-div")]
    return Item(
        site_id=_site_id(item),
        rating=int(rating) if rating in _RATINGS else None,
        title=line_of(item.css_first("[data-testid=review-summary] h3") or item.css_first("h3")),
        reviewer=line_of(item.css_first("[data-testid=author-link]") or item.css_first(".author-link")),
        date=parse_date(line_of(item.css_first("li.review-date") or item.css_first(".review-date"))),
        spoiler=_is_spoiler(item),
        text="\n\n".join(part for part in paragraphs if part) if paragraphs else None,
        votes=votes_up_and_down(
            line_of(item.css_first(".ipc-voting__label__count--up")),
            line_of(item.css_first(".ipc-voting__label__count--down")),
        ),
    )


def _is_spoiler(item: LexborNode) -> bool:
    if item.css_first("[data-testid=review-spoiler-content], .review-spoiler-button") is not None:
        return True
    return any(line_of(button) == "Spoiler" for button in item.css("button"))


def _site_id(item: LexborNode) -> str | None:
    for link in item.css("a"):
        if match := _REVIEW_ID.search(link.attributes.get("href") or ""):
            return match[1]
    return None


TODAYS_HTML = Layout(
    site="IMDb",
    sign="user-review-item",
    item_tag=r'<article\b[^<>]{0,500}?\buser-review-item[ "]',
    read_item=read_item,
    read_head=read_head,
)
