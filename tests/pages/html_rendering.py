"""Reviews as the site's pages print them in HTML, older and newer."""

# ruff: noqa: E501 - the site's tags are longer than our lines

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bot.model import Film, Review

STAR = (
    '<svg class="ipl-icon" height="24" viewBox="0 0 24 24"><path d="M0 0h24v24H0z" fill="none"></path></svg>'
)


def render_older(
    film: Film, reviews: Sequence[Review], *, site_total: int = 44, site_id: str = "tt0396184"
) -> str:
    title, year = escape(film.title), film.year
    return f"""<!DOCTYPE html>
<html xmlns:og="http://ogp.me/ns#"><head><meta charset="utf-8">
<title>{title} ({year}) - {title} ({year}) - User Reviews - IMDb</title>
<link rel="canonical" href="https://www.imdb.com/title/{site_id}/reviews" />
<script>if (1 < 2) {{ document.write("<div>"); }}</script></head>
<body><div id="main"><div class="subpage_title_block">
<img class="poster" alt="{title} ({year}) Poster" src="x.jpg"/>
<h3 itemprop="name"><a href="/title/{site_id}/?ref_=tt_urv" itemprop="url">{title}</a>
<span class="nobr">({year})</span></h3></div>
<div class="lister"><div class="header"><div><span>{site_total:,} Reviews</span></div></div>
<div class="lister-list">{"".join(map(older_item, reviews))}</div>
<div class="load-more-data"></div></div></div><footer><p>Recently viewed<p>© </footer></body></html>
"""


def older_item(review: Review) -> str:
    votes = ""
    if review.votes:
        votes = f"{review.votes.helpful:,} out of {review.votes.total:,} found this helpful."
    actions = f"""<div class="actions text-muted">
        {votes}
        <span>Was this review helpful? <a href="/registration/signin"> Sign in</a> to vote.</span>
        <br/><a href="/review/{review.site_id}/?ref_=tt_urv">Permalink</a></div>"""
    text = f'<div class="text show-more__control">{in_html(review.text)}</div>'
    rating = ""
    if review.rating is not None:
        rating = f"""<div class="ipl-ratings-bar"><span class="rating-other-user-rating">{STAR}
            <span>{review.rating}</span><span class="point-scale">/10</span></span></div>"""
    kind = "with-spoiler" if review.spoiler else "collapsable"
    warning = '<span class="spoiler-warning">Warning: Spoilers</span>' if review.spoiler else ""
    content = f'{actions}<div class="content">{text}</div>' if review.spoiler else ""
    return f"""<div class="lister-item mode-detail imdb-user-review  {kind}" data-review-id="{review.site_id}">
<div class="review-container"><div class="lister-item-content">{rating}
<a href="/review/{review.site_id}/?ref_=tt_urv" class="title"> {escape(review.title)}
</a><div class="display-name-date"><span class="display-name-link"><a href="/user/ur1/">{reviewer(review)}</a></span>
<span class="review-date">{older_date(review)}</span></div>{warning}
{content or f'<div class="content">{text}{actions}</div>'}
</div><div class="clear"></div></div></div>
"""


def render_todays(
    film: Film, reviews: Sequence[Review], *, site_total: int = 572, site_id: str = "tt0396184"
) -> str:
    title, year = escape(film.title), film.year
    return f"""<!DOCTYPE html><html lang="en-US"><head><title>{title} ({year}) - User reviews - IMDb</title>
<meta property="og:url" content="https://www.imdb.com/title/{site_id}/reviews/"/>
<style>.a>.b{{color:red}}</style></head><body><div id="__next"><main><section>
<h2 data-testid="subtitle">{title}</h2><h1><span>User reviews</span></h1>
<div data-testid="tturv-total-reviews">{site_total:,}<!-- --> reviews</div>
{"".join(map(todays_item, reviews))}</section></main></div>
<script id="__NEXT_DATA__" type="application/json">{{"a":"<article class=x>"}}</script></body></html>"""


def todays_item(review: Review, *, opened: bool = True) -> str:
    rating = ""
    if review.rating is not None:
        rating = f"""<span class="ipc-rating-star review-rating" aria-label="User rating: {review.rating}">
            <svg width="24"><path d="M12 20"></path></svg><span class="ipc-rating-star--rating">{review.rating}</span>
            <span class="ipc-rating-star--maxRating">/10</span></span>"""
    parts = "".join(
        f'<div class="ipc-html-content"><div class="ipc-html-content-inner-div" role="presentation">{in_html(part)}</div></div>'
        for part in review.text.split("\n\n")
    )
    if review.spoiler:
        button = (
            "" if opened else '<button class="ipc-btn review-spoiler-button"><span>Spoiler</span></button>'
        )
        parts = f'<div data-testid="review-spoiler-content">{button}{parts if opened else ""}</div>'
    votes = ""
    if review.votes:
        down = review.votes.total - review.votes.helpful
        votes = f"""<span class="ipc-voting__label__count ipc-voting__label__count--up">{review.votes.helpful}</span>
            <span class="ipc-voting__label__count ipc-voting__label__count--down">{down}</span>"""
    date = review.byline.date
    printed = f"{date:%b} {date.day}, {date.year}" if date else ""
    return f"""<article class="sc-d99cd751-1 kzUfxa user-review-item"><div data-testid="review-card-parent">
<div class="ipc-list-card__content"><div>{rating}</div><div data-testid="review-summary">
<a href="/review/{review.site_id}/?ref_=tturv_perm_1" class="ipc-title-link-wrapper"><h3 class="ipc-title__text">
{escape(review.title)}</h3></a></div>{parts}</div><div class="ipc-list-card__actions"><span>Helpful</span>•{votes}
<ul><li><a href="/user/ur1/" data-testid="author-link">{reviewer(review)}</a></li>
<li class="ipc-inline-list__item review-date">{printed}</li></ul>
<a href="/review/{review.site_id}/" data-testid="permalink-link">Permalink</a></div></div></article>
"""


def in_html(text: str) -> str:
    return "<br/>".join(escape(text).split("\n"))


def reviewer(review: Review) -> str:
    return escape(review.byline.reviewer)


def older_date(review: Review) -> str:
    date = review.byline.date
    return f"{date.day} {date:%B} {date.year}" if date else ""
