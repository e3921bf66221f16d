"""The older user-reviews page, saved as HTML; pages of a single review and of one reviewer's reviews too."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from bot.model import Film
from bot.pages.dates import parse_date
from bot.pages.imdb_head import read_head
from bot.pages.saved_html import Item, Layout, line_of, text_of
from bot.pages.votes import votes_out_of

_REVIEW_ID = re.compile(r"/review/(rw[0-9]{1,12})\b")
_RATINGS = frozenset(str(points) for points in range(1, 11))


def read_item(root: LexborNode) -> Item | None:
    """Read one `.lister-item`. In spoilers the votes stand above the body; here that makes no difference."""
    item = root.css_first(".lister-item")
    if item is None:
        return None
    rating = line_of(item.css_first(".rating-other-user-rating span"))
    text = item.css_first(".text.show-more__control") or item.css_first(".content .text")
    return Item(
        site_id=_site_id(item),
        rating=int(rating) if rating in _RATINGS else None,
        title=line_of(item.css_first("a.title") or item.css_first(".title")),
        reviewer=line_of(item.css_first(".display-name-link a") or item.css_first(".display-name-link")),
        date=parse_date(line_of(item.css_first(".review-date"))),
        spoiler=item.css_first(".spoiler-warning") is not None or "with-spoiler" in _classes(item),
        text=text_of(text) if text is not None else None,
        votes=votes_out_of(line_of(item.css_first(".actions"))),
        film=_film(item),
    )


def _site_id(item: LexborNode) -> str | None:
    named = item.attributes.get("data-review-id") or ""
    link = item.css_first("a.title")
    match = _REVIEW_ID.search(f"/review/{named}") or _REVIEW_ID.search(
        (link and link.attributes.get("href")) or ""
    )
    return match[1] if match else None


def _classes(item: LexborNode) -> str:
    return item.attributes.get("class") or ""


def _film(item: LexborNode) -> Film | None:
    """The film where each review names its own, as on the page of one reviewer."""
    title = line_of(item.css_first(".lister-item-header a"))
    if not title:
        return None
    return Film.parse(f"{title} {line_of(item.css_first('.lister-item-year'))}")


OLDER_HTML = Layout(
    site="IMDb",
    sign="lister-item",
    item_tag=r'<div\b[^<>]{0,500}?\bclass="(?:[^"<>]{0,200} )?lister-item[ "]',
    read_item=read_item,
    read_head=read_head,
)
