"""Every button of every kind of answer is pressed, and what comes is read."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import discord
import pytest

from bot.discord_app.asking import Asker, Asking
from bot.discord_app.places import Where
from bot.model import Film, Filters
from bot.questions.kinds import (
    EVERY_FILM,
    Average,
    AverageRating,
    CompareFilms,
    CompareOpinions,
    CompareSpans,
    Count,
    Counted,
    Extreme,
    Films,
    Grouping,
    Help,
    Measure,
    Mentions,
    MostCommon,
    NotInReviews,
    Opinion,
    Order,
    People,
    Question,
    RandomQuote,
    ReviewedBy,
    Reviewer,
    SaidBy,
    Search,
    Share,
    SmallTalk,
    Statistic,
    Timeline,
    TopReviews,
    Unclear,
    Who,
    WholeReview,
    WroteOfAll,
)
from bot.store.library import Library
from bot.store.reviews import every_review
from bot.store.servers import save_channel_film
from tests.discord_app.seeing import Server, parts, text
from tests.discord_app.test_manners import LIBRARIES
from tests.making import HARBOUR, HARBOUR_II, make_review, save

LOW_WATER = Film("Low Water", 2007)
FILMS = (HARBOUR, HARBOUR_II, LOW_WATER)
SENTENCES = (
    "Ida Brandt plays Captain Mole with great music around her. Nobody sings like Ida Brandt.",
    "The music of Ida Brandt's harbour is superb and moved me. It glows and nobody says a word about it.",
    "The music is dreadful and the harbour is boring. I slept while Ida Brandt looked at boats.",
    "Ida Brandt as Captain Mole is a quiet wonder. The ending drowns in music that nobody wanted.",
    "I saw the harbour at night, and Ida Brandt was in it. The music had gone home by then.",
    "Directed by Tom Skerry, it hums with music. Ida Brandt walks through it like the weather.",
)


def fill(library: Library, films: int) -> None:
    save(
        library,
        [
            make_review(
                f"reader{place}",
                film=film,
                rating=None if place == 4 else (9, 8, 2, 6, 5, 10)[place],
                votes=(30 - 5 * place, 31),
                date=dt.date(2004 + place, 5, 17),
                spoiler=place == 3,
                text=words,
            )
            for film in FILMS[:films]
            for place, words in enumerate(SENTENCES)
        ],
    )


def of_film(film: str | None) -> list[Question]:
    """Questions of every kind that can be asked of a film or of all."""
    high, music = Filters(ratings=(8, 9, 10)), Filters(mentions="music")
    return [
        Search("music", film),
        Mentions("Ida Brandt", film),
        RandomQuote(film, deck=7),
        RandomQuote(film, about="music", deck=7),
        Count(film, music),
        SaidBy("", "superb and moved", film),
        SaidBy("", "music superb", film),
        Count(film, high),
        TopReviews(film, filters=high),
        Count(film, of=Counted.REVIEWERS),
        Share(film, high),
        Average(film),
        Average(film, high),
        Average(film, music, Measure.LENGTH, Statistic.MEDIAN),
        MostCommon(film),
        MostCommon(film, by=Grouping.YEAR),
        MostCommon(film, by=Grouping.REVIEWER),
        *(Extreme(film, measure) for measure in Measure),
        Extreme(film, limit=3),
        CompareSpans(film, Filters(until=dt.date(2005, 12, 31)), Filters(since=dt.date(2006, 1, 1))),
        RandomQuote(film, rating_to=9, deck=7, reviewer="reader1"),
        ReviewedBy("reader2", film),
        Opinion("music", film),
        NotInReviews("the budget", film),
    ]


def of_one(film: str) -> list[Question]:
    """Questions that are asked of one film alone."""
    return [
        AverageRating(film),
        Timeline(film),
        *(TopReviews(film, order) for order in Order),
        People(film),
        WholeReview("reader1", film),
        Opinion("", film),
        Who("Captain Mole", film),
        Who("director", film),
    ]


ELSEWHERE: list[Question] = [
    Films(),
    Reviewer("reader1"),
    CompareFilms(tuple(map(str, FILMS[:2]))),
    CompareFilms(),
    CompareOpinions("music", tuple(map(str, FILMS[:2]))),
    WroteOfAll(tuple(map(str, FILMS[:2]))),
    WroteOfAll(),
    WroteOfAll(least=2),
    Help(),
    SmallTalk(),
    Unclear("xyzzy"),
    Unclear("xyzzy", "xyzzy", (AverageRating(str(HARBOUR)), Films())),
]

ASKED: list[tuple[int, Question]] = [
    *((1, question) for question in (*of_film(None), *of_one(str(HARBOUR)), *ELSEWHERE[:2], *ELSEWHERE[8:])),
    *((3, question) for question in (*of_film(str(HARBOUR_II)), *of_one(str(HARBOUR_II)), *ELSEWHERE)),
    *((3, question) for question in of_film(EVERY_FILM)),
]


def test_every_kind_of_question_is_asked() -> None:
    kinds = {type(question) for _, question in ASKED} | {SaidBy}
    assert kinds == set(get_args(Question))


@pytest.fixture(autouse=True)
def no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.discord_app.pace.MOST", 1_000)


@pytest.mark.parametrize(
    ("films", "own"), [(1, None), (3, None), (3, str(HARBOUR))], ids=["one", "three", "a channel's own"]
)
async def test_every_button_of_every_answer_brings_an_answer(
    server: Server, library: Library, asking: Asking, films: int, own: str | None
) -> None:
    fill(library, films)
    save_channel_film(asking.servers, server.env.guild.id, server.channel.id, own)
    asking.places.read(asking.servers)
    said_by = SaidBy(" ".join(item.review_id for item in every_review(library)))
    asked = [question for number, question in ASKED if number == films]
    for question in (*asked, said_by):
        await press_all(server, asking, question)


@pytest.mark.parametrize("name", LIBRARIES)
async def test_help_offers_what_this_library_can_answer(
    server: Server, library: Library, asking: Asking, name: str
) -> None:
    save(library, LIBRARIES[name])
    await press_all(server, asking, Help())


async def press_all(server: Server, asking: Asking, question: Question) -> None:
    """Ask, and press each button of the answer in turn, each on an answer of its own."""
    presses = pressable(await answered(server, asking, question))
    for label, custom_id in presses.items():
        message = await answered(server, asking, question)
        result = await server.ann.click(message, custom_id=custom_id)
        new = (*result.followups, *([result.response] if result.response else []))
        (shown,) = new or (await channel_message(server, message),)
        told = f"{label!r} under {question} brings {text(shown)!r}"
        assert text(shown).startswith("### ") or shown.attachments, told
        assert "went wrong" not in text(shown), told
        assert not shown.flags.ephemeral or label == "Show spoiler", told
    assert not server.env.errors


def pressable(message: discord.Message) -> dict[str, str]:
    """The buttons that can be pressed: what they say, and their custom ids."""
    return {
        part["label"]: part["custom_id"]
        for part in parts(message)
        if part["type"] == 2 and not part.get("disabled")
    }


async def answered(server: Server, asking: Asking, question: Question) -> discord.Message:
    channel = server.env.bot.get_channel(server.channel.id)
    assert isinstance(channel, discord.TextChannel)
    asker = Asker(server.ann.user.id, Where(server.env.guild.id, (server.channel.id,)))
    reply = await asking.ask(question, asker)
    return await channel.send(view=reply.message.view, files=reply.message.files())


async def channel_message(server: Server, message: discord.Message) -> discord.Message:
    """The message as it is now."""
    return next(item for item in server.channel.history(viewer=server.ann) if item.id == message.id)
