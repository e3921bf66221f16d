"""The slash commands about films and reviews: each turns its arguments into a `Question`, asks, and shows.

What members type (`!rating pusher 2`, a mention, a direct message) is read in `conversation`, by the same
reader as in the terminal.
"""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

from discord import app_commands

from bot.discord_app import autocomplete
from bot.discord_app.asking import Asker, Reply
from bot.discord_app.bot import Interaction
from bot.discord_app.showing import show
from bot.questions.kinds import (
    AverageRating,
    CompareFilms,
    Films,
    Help,
    Mentions,
    Order,
    People,
    Question,
    RandomQuote,
    Reviewer,
    Search,
    SearchOrder,
    Timeline,
    TopReviews,
    WholeReview,
)

Name = app_commands.Range[str, 1, 200]
Words = app_commands.Range[str, 1, 300]
Points = app_commands.Range[int, 1, 10]
Year = app_commands.Range[int, 1900, 2100]

_ABOUT = {
    "film": "Which film; may be left out where one film is meant or is the only one",
    "private": "Only you see the answer",
}
_ORDERS = [
    app_commands.Choice(name="most helpful", value=Order.HELPFUL.value),
    app_commands.Choice(name="newest", value=Order.NEWEST.value),
    app_commands.Choice(name="highest rating", value=Order.HIGHEST.value),
    app_commands.Choice(name="lowest rating", value=Order.LOWEST.value),
    app_commands.Choice(name="most divisive", value=Order.DIVISIVE.value),
]
_SEARCH_ORDERS = [
    app_commands.Choice(name="best match", value=SearchOrder.RELEVANCE.value),
    *(choice for choice in _ORDERS if choice.value != Order.DIVISIVE.value),
]


async def _ask(interaction: Interaction, question: Question, *, private: bool | None) -> None:
    await _show(interaction, interaction.client.asking.ask(question, Asker.of(interaction)), private=private)


async def _show(interaction: Interaction, reply: Awaitable[Reply], *, private: bool | None) -> None:
    if private is None:
        private = interaction.client.asking.places.choices(interaction.guild_id).private
    await show(interaction, reply, private=private)


@app_commands.command(description="How a film is rated: mean, median and spread")
@app_commands.describe(**_ABOUT)
@app_commands.autocomplete(film=autocomplete.films)
async def rating(interaction: Interaction, film: Name | None = None, *, private: bool | None = None) -> None:
    """Ask for a film's rating."""
    await _ask(interaction, AverageRating(film), private=private)


@app_commands.command(description="How a film was rated in each year")
@app_commands.describe(**_ABOUT)
@app_commands.autocomplete(film=autocomplete.films)
async def timeline(
    interaction: Interaction, film: Name | None = None, *, private: bool | None = None
) -> None:
    """Ask how a film was rated over the years."""
    await _ask(interaction, Timeline(film), private=private)


@app_commands.command(description="Two films beside each other")
@app_commands.describe(film="One film", other="The other film", private=_ABOUT["private"])
@app_commands.autocomplete(film=autocomplete.films, other=autocomplete.films)
async def compare(interaction: Interaction, film: Name, other: Name, *, private: bool | None = None) -> None:
    """Ask which of two films is rated higher."""
    await _ask(interaction, CompareFilms((film, other)), private=private)


@app_commands.command(description="A film's reviews: most helpful, newest, highest, lowest, most divisive")
@app_commands.describe(order="Which come first", **_ABOUT)
@app_commands.choices(order=_ORDERS)
@app_commands.autocomplete(film=autocomplete.films)
async def top(
    interaction: Interaction,
    film: Name | None = None,
    order: str = Order.HELPFUL.value,
    *,
    private: bool | None = None,
) -> None:
    """Ask for a film's reviews."""
    await _ask(interaction, TopReviews(film, Order(order)), private=private)


@app_commands.command(description="Find the reviews that hold your words")
@app_commands.describe(
    words="Words to look for",
    order="Which come first",
    reviewer="Only reviews by this reviewer",
    rating_from="Only ratings from this on, in points of ten",
    rating_to="Only ratings up to this",
    year_from="Only reviews written in or after this year",
    year_to="Only reviews written in or before this year",
    spoilers="Only reviews marked as spoilers, or none of them",
    **_ABOUT,
)
@app_commands.choices(order=_SEARCH_ORDERS)
@app_commands.autocomplete(film=autocomplete.films, reviewer=autocomplete.reviewers)
async def search(
    interaction: Interaction,
    words: Words,
    film: Name | None = None,
    order: str = SearchOrder.RELEVANCE.value,
    reviewer: Name | None = None,
    rating_from: Points | None = None,
    rating_to: Points | None = None,
    year_from: Year | None = None,
    year_to: Year | None = None,
    *,
    spoilers: bool | None = None,
    private: bool | None = None,
) -> None:
    """Ask for the reviews with some words."""
    question = Search(
        words,
        film,
        SearchOrder(order),
        reviewer,
        rating_from=rating_from,
        rating_to=rating_to,
        year_from=year_from,
        year_to=year_to,
        spoilers=spoilers,
    )
    await _ask(interaction, question, private=private)


@app_commands.command(description="Who speaks of an actor, a director or a character")
@app_commands.describe(name="The name; it may be misspelt", **_ABOUT)
@app_commands.autocomplete(film=autocomplete.films, name=autocomplete.people)
async def mentions(
    interaction: Interaction, name: Name, film: Name | None = None, *, private: bool | None = None
) -> None:
    """Ask who speaks of somebody."""
    await _ask(interaction, Mentions(name, film), private=private)


@app_commands.command(description="Whom a film's reviews speak of most")
@app_commands.describe(**_ABOUT)
@app_commands.autocomplete(film=autocomplete.films)
async def people(interaction: Interaction, film: Name | None = None, *, private: bool | None = None) -> None:
    """Ask whom reviews speak of."""
    await _ask(interaction, People(film), private=private)


@app_commands.command(description="A sentence or two from a review")
@app_commands.describe(
    about="A word or person it speaks of", rating="At least so many points of ten", **_ABOUT
)
@app_commands.autocomplete(film=autocomplete.films, about=autocomplete.people)
async def quote(
    interaction: Interaction,
    film: Name | None = None,
    about: Words | None = None,
    rating: Points | None = None,
    *,
    private: bool | None = None,
) -> None:
    """Ask for a quote."""
    await _ask(interaction, RandomQuote(film, about, rating), private=private)


@app_commands.command(description="The films that can be asked about")
@app_commands.describe(private=_ABOUT["private"])
async def films(interaction: Interaction, *, private: bool | None = None) -> None:
    """Ask for the list of films."""
    await _ask(interaction, Films(), private=private)


@app_commands.command(description="One review whole")
@app_commands.describe(reviewer="Who wrote it", **_ABOUT)
@app_commands.autocomplete(film=autocomplete.films, reviewer=autocomplete.reviewers)
async def review(
    interaction: Interaction, reviewer: Name, film: Name | None = None, *, private: bool | None = None
) -> None:
    """Ask for one review."""
    await _ask(interaction, WholeReview(reviewer, film), private=private)


@app_commands.command(description="What one reviewer wrote")
@app_commands.describe(name="The reviewer", private=_ABOUT["private"])
@app_commands.autocomplete(name=autocomplete.reviewers)
async def reviewer(interaction: Interaction, name: Name, *, private: bool | None = None) -> None:
    """Ask for a reviewer's reviews."""
    await _ask(interaction, Reviewer(name), private=private)


@app_commands.command(description="Ask in your own words")
@app_commands.describe(
    question="For example: how is it rated, who mentions the music", private=_ABOUT["private"]
)
async def ask(interaction: Interaction, question: Words, *, private: bool | None = None) -> None:
    """Ask in words."""
    reply = interaction.client.asking.ask_in_words(question, Asker.of(interaction))
    await _show(interaction, reply, private=private)


@app_commands.command(name="help", description="What can be asked, with examples from this library")
@app_commands.describe(private=_ABOUT["private"])
async def help_(interaction: Interaction, *, private: bool | None = None) -> None:
    """Ask what can be asked."""
    await _ask(interaction, Help(), private=private)


QUESTIONS: tuple[app_commands.Command[Any, ..., Any], ...] = (
    rating,
    timeline,
    compare,
    top,
    search,
    mentions,
    people,
    quote,
    films,
    review,
    reviewer,
    ask,
    help_,
)
"""The commands that ask something."""
