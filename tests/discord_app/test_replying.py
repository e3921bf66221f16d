"""Replies to messages of ours lean on these messages, whoever asked for them, also after a restart."""

from __future__ import annotations

import re

import discord
import pytest
import simcord

from bot.discord_app.asking import Asking
from bot.discord_app.talks import KEPT_FOR
from bot.store.library import Library
from bot.store.servers import Choices, save_choices
from tests.discord_app.seeing import NewBot, Server, text
from tests.making import HARBOUR, HARBOUR_II, make_review, save

LONG = "The pilot says nothing for a while. " * 12


@pytest.fixture(autouse=True)
def reviews(library: Library) -> None:
    save(
        library,
        [
            make_review(
                "ada", rating=9, votes=(9, 9), text=f"The foghorn sounds over the town tonight. {LONG}"
            ),
            make_review("ben", rating=4, votes=(8, 9), text=f"{LONG} In the end the tired pilot goes home."),
            make_review("cho", rating=6, votes=(7, 9), spoiler=True, text=f"He drowns. {LONG}"),
        ],
    )
    dull = "The second harbour is a dull and tired place to be."
    save(library, [make_review("dee", film=HARBOUR_II, rating=2, votes=(1, 9), text=dull)])


@pytest.fixture
def boss(server: Server) -> simcord.MemberActor:
    guild = server.env.guild
    role = guild.create_role("Bosses", permissions=discord.Permissions(manage_guild=True))
    return guild.add_member(server.env.create_user("boss"), roles=[role])


def last(server: Server) -> discord.Message:
    found = server.channel.last_message
    assert found is not None
    return found


async def asked(server: Server, words: str) -> discord.Message:
    """Our answer to what Ann asks."""
    us = server.env.bot.user
    assert us is not None
    await server.ann.send(server.channel, f"{us.mention} {words}")
    return last(server)


async def replied(server: Server, words: str, message: discord.Message) -> str:
    """Our answer to what Bob replies to a message."""
    await server.bob.send(server.channel, words, reply_to=message)
    return text(last(server))


REPLIES = [
    ("quote about foghorn", "who said that?", "ada wrote that"),
    ("quote about foghorn", "show me the whole review", "### ada on Harbour Lights (1999)"),
    ("quote about foghorn", "more by him", "ada wrote 1 review"),
    ("quote about foghorn", "how is this film rated?", "Harbour Lights (1999) averages 6.33"),
    ("quote about foghorn", "and the lowest?", "The lowest rating is 4/10"),
    ("rating harbour lights 1999", "and the lowest?", "The lowest rating is 4/10"),
    ("rating harbour lights 1999", "what about the sequel?", "Harbour Lights II (2003) averages 2.00"),
    ("top harbour lights 1999", "the second one", "### ben on Harbour Lights (1999)"),
    ("top harbour lights 1999", "only the good ones", "1 of 3 rated reviews"),
    ("lowest rating of harbour lights 1999", "and the highest?", "The highest rating is 9/10"),
    ("search pilot in harbour lights 1999", "open the last one", "### "),
    ("what do people say about the foghorn in harbour lights 1999?", "who said that?", "ada wrote that"),
    ("review ben", "and the film's rating?", "Harbour Lights (1999)"),
]


@pytest.mark.parametrize(("question", "reply", "answer"), REPLIES)
@pytest.mark.parametrize("when", ["at once", "later", "after a restart"])
async def test_a_reply_leans_on_the_message_that_somebody_else_asked_for(
    server: Server, new_bot: NewBot, question: str, reply: str, answer: str, when: str
) -> None:
    message = await asked(server, question)
    await asked(server, "rating harbour lights 2")
    if when == "later":
        await server.env.advance_time(KEPT_FOR.total_seconds() + 60)
    elif when == "after a restart":
        await server.env.restart_bot(new_bot())
    assert answer in await replied(server, reply, message)


async def test_a_figure_is_leant_on_with_its_conditions(server: Server) -> None:
    message = await asked(server, "how many reviews of harbour lights 1999 gave 9?")
    assert "1 of 3 rated reviews of Harbour Lights (1999) gave 4/10" in await replied(
        server, "and 4?", message
    )


async def test_what_a_slash_command_or_a_button_brought_is_leant_on(server: Server) -> None:
    us = server.env.bot.user
    assert us is not None
    await server.ann.slash(server.channel, "rating", film=str(HARBOUR))
    rating = last(server)
    assert "The lowest rating is 4/10" in await replied(server, f"{us.mention} and the lowest?", rating)
    await server.ann.click(rating, label="Most helpful")
    listed = last_of(server, "most helpful first")
    assert "### ben on" in await replied(server, f"{us.mention} the second one", listed)
    await server.ann.click(listed, label="Lowest")
    assert "### cho on" in await replied(server, f"{us.mention} the second one", listed)


async def test_what_discord_keeps_from_us_is_asked_for_with_a_mention(server: Server) -> None:
    await server.ann.slash(server.channel, "rating", film=str(HARBOUR))
    assert "Mention me in it" in await replied(server, "and the lowest?", last(server))


def openly(shown: str) -> str:
    """What of a message is no spoiler that Discord hides."""
    return re.sub(r"\|\|.*?\|\|", "", shown, flags=re.DOTALL)


def last_of(server: Server, words: str) -> discord.Message:
    return next(one for one in server.channel.history(viewer=server.ann) if words in text(one))


async def test_a_reply_goes_on_from_what_it_leant_on(server: Server) -> None:
    message = await asked(server, "quote about foghorn")
    await replied(server, "how is this film rated?", message)
    us = server.env.bot.user
    assert us is not None
    await server.bob.send(server.channel, f"{us.mention} and the lowest?")
    assert "The lowest rating is 4/10" in text(last(server))


@pytest.mark.parametrize("restarted", ["", "restarted"])
async def test_the_quote_of_the_day_is_leant_on(
    server: Server, boss: simcord.MemberActor, new_bot: NewBot, restarted: str
) -> None:
    await boss.slash(server.channel, "quotes schedule", time="12:00", zone="UTC", film=str(HARBOUR_II))
    await server.env.advance_time(24 * 3_600.0)
    quote = last_of(server, "dee")
    if restarted:
        await server.env.restart_bot(new_bot())
    assert "dee wrote that" in await replied(server, "who said that?", quote)
    assert "### dee on Harbour Lights II" in await replied(server, "show me the whole review", quote)
    assert "Harbour Lights II (2003) averages 2.00" in await replied(server, "how is this film rated?", quote)
    assert "dee wrote 1 review" in await replied(server, "what else did he write?", quote)


async def test_a_quote_of_the_day_set_as_a_card_is_leant_on(
    server: Server, boss: simcord.MemberActor
) -> None:
    await boss.slash(
        server.channel, "quotes schedule", time="12:00", zone="UTC", film=str(HARBOUR_II), card=True
    )
    await server.env.advance_time(24 * 3_600.0)
    quote = next(one for one in server.channel.history(viewer=server.ann) if one.attachments)
    assert "dee wrote that" in await replied(server, "who said that?", quote)


async def test_a_spoiler_stays_hidden_in_the_answer_to_a_reply(server: Server, new_bot: NewBot) -> None:
    message = await asked(server, "top harbour lights 1999")
    for words in ("the third one", "who wrote the third one?", "the whole of the last review"):
        shown = await replied(server, words, message)
        assert "drowns" not in openly(shown)
    await server.env.restart_bot(new_bot())
    shown = await replied(server, "the third one", message)
    assert "### cho on" in shown
    assert "drowns" not in openly(shown)


async def test_where_spoilers_are_left_out_a_reply_brings_none(server: Server, asking: Asking) -> None:
    message = await asked(server, "top harbour lights 1999")
    save_choices(asking.servers, server.env.guild.id, Choices(spoilers_left_out=True))
    asking.places.read(asking.servers)
    assert "drowns" not in openly(await replied(server, "the third one", message))


async def test_a_private_answer_is_leant_on_where_it_was_sent(server: Server) -> None:
    await asked(server, "rating harbour lights 1999 --private")
    answer = server.ann.user.dm_channel.last_message
    assert answer is not None
    await server.ann.send_dm("rating harbour lights 2")
    reference = {"channel_id": str(answer.channel.id), "message_id": str(answer.id)}
    await server.ann.send_dm("and the lowest?", reference=reference)
    told = server.ann.user.dm_channel.last_message
    assert told is not None
    assert "The lowest rating is 4/10" in text(told)


async def test_a_reply_to_somebody_else_leans_on_no_message_of_ours(server: Server) -> None:
    await asked(server, "rating harbour lights 1999")
    us = server.env.bot.user
    assert us is not None
    other = await server.ann.send(server.channel, "what a film")
    await server.bob.send(server.channel, f"{us.mention} and the lowest?", reply_to=other)
    assert "4/10" not in text(last(server))


async def test_a_reply_that_stands_by_itself_is_answered_so(server: Server) -> None:
    message = await asked(server, "quote about foghorn")
    assert "II (2003) averages 2.00" in await replied(server, "rating harbour lights 2", message)
