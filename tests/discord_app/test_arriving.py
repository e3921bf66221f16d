from __future__ import annotations

import discord
import pytest
import simcord

from bot.discord_app.arriving import invite_link
from bot.discord_app.asking import Asking
from bot.discord_app.client import Pullquote
from bot.store.library import Library
from bot.store.servers import Choices, all_choices, channel_films, save_channel_film, save_choices
from tests.discord_app.seeing import NewBot, Server, buttons, shown, text
from tests.making import make_review, save


async def join(server: Server) -> None:
    """The bot is added to the server: simcord's servers are there before anybody could be greeted."""
    bot, guild = server.env.bot, server.env.bot.get_guild(server.env.guild.id)
    assert isinstance(bot, Pullquote)
    assert guild is not None
    await bot.on_guild_join(guild)


async def test_a_new_server_is_greeted_with_three_things_to_try(server: Server, library: Library) -> None:
    save(library, [make_review(rating=9), make_review("b", rating=8)])
    await join(server)

    greeting = server.channel.last_message
    assert greeting is not None
    assert "Hello!" in text(greeting)
    assert "Ask about 1 film and 2 reviews" in text(greeting)
    assert len(buttons(greeting)) == 3

    copy = shown(await server.bob.click(greeting, label=buttons(greeting)[0]))
    assert copy.ephemeral
    assert "Harbour Lights (1999)" in text(copy)


async def test_a_new_server_with_no_library_is_told_what_its_host_does(server: Server) -> None:
    await join(server)
    greeting = server.channel.last_message
    assert greeting is not None
    assert "library holds no film yet" in text(greeting)


async def test_where_we_may_not_speak_nobody_is_greeted(server: Server) -> None:
    server.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    await join(server)
    assert server.channel.last_message is None


async def test_a_server_that_we_leave_is_forgotten(server: Server, asking: Asking) -> None:
    guild = server.env.guild
    save_choices(asking.servers, guild.id, Choices(private=True))
    save_channel_film(asking.servers, guild.id, server.channel.id, "Harbour Lights (1999)")
    cached = server.env.bot.get_guild(guild.id)
    assert cached is not None
    await cached.leave()
    await server.env.settle()
    assert all_choices(asking.servers) == {}
    assert channel_films(asking.servers) == {}


async def test_a_server_that_sent_us_away_meanwhile_is_forgotten_at_the_next_start(
    server: Server, asking: Asking, new_bot: NewBot
) -> None:
    save_choices(asking.servers, server.env.guild.id, Choices(private=True))
    save_choices(asking.servers, 42, Choices(private=True))
    await server.env.restart_bot(new_bot())
    assert set(all_choices(asking.servers)) == {server.env.guild.id}


async def test_a_channel_that_is_gone_is_forgotten(server: Server, asking: Asking) -> None:
    save_channel_film(asking.servers, server.env.guild.id, server.channel.id, "Harbour Lights (1999)")
    channel = server.env.bot.get_channel(server.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.delete()
    await server.env.settle()
    assert channel_films(asking.servers) == {}


async def test_the_host_is_told_how_to_invite_the_bot(
    server: Server, new_bot: NewBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO"):
        await server.env.restart_bot(new_bot())
    assert server.env.bot.application_id is not None
    assert invite_link(server.env.bot.application_id) in caplog.text
    assert "in 1 server." in caplog.text
    assert "switch on the message content intent" in caplog.text


async def test_find_in_reviews_finds_what_a_message_speaks_of(server: Server, library: Library) -> None:
    save(
        library,
        [
            make_review("ada", text="The music of Ida Brandt is a slow tide under all of this."),
            make_review("ben", text="The boats are slow and so is the plot of it, I slept."),
        ],
    )
    message = await server.bob.send(server.channel, "I really loved the music in that harbour thing")

    found = shown(await server.ann.context_menu(server.channel, "Find in reviews", message))

    assert found.ephemeral
    assert "The **music** of Ida Brandt" in text(found)


async def test_find_in_reviews_answers_a_question_that_somebody_put_to_others(
    server: Server, library: Library
) -> None:
    save(library, [make_review(rating=9)])
    message = await server.bob.send(server.channel, "how is harbour lights rated?")
    found = shown(await server.ann.context_menu(server.channel, "Find in reviews", message))
    assert "averages 9.00" in text(found)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("zzz qqq", "none of these words"),
        ("", "no words in that message"),
        ("https://example.org/watch?v=harbour", "no words in that message"),
        ("www.harbour.org <https://harbour.net/a>", "no words in that message"),
        ("😀 🎬 :harbour: <:harbour:1456074443980800020> 1️⃣", "no words in that message"),
        ("<@1456074443980800020> <#1456074443980800020> <t:1767268800:R>", "no words in that message"),
        ("... !!! ||  ||", "no words in that message"),
    ],
)
async def test_find_in_reviews_says_where_there_is_nothing(
    server: Server, library: Library, words: str, sentence: str
) -> None:
    save(library, [make_review()])
    attachments = [] if words else [("picture.png", b"x")]
    message = await server.bob.send(server.channel, words, attachments=attachments)
    found = shown(await server.ann.context_menu(server.channel, "Find in reviews", message))
    assert found.ephemeral
    assert sentence in text(found)
    assert len(server.env.errors) == ("no words" in sentence)


async def test_find_in_reviews_passes_over_addresses_in_a_message(server: Server, library: Library) -> None:
    save(library, [make_review("ada", text="The music of Ida Brandt is a slow tide under all of this.")])
    message = await server.bob.send(server.channel, "https://harbour.org/https what about the music?")
    found = shown(await server.ann.context_menu(server.channel, "Find in reviews", message))
    assert "The **music** of Ida Brandt" in text(found) or "music" in text(found)
    assert "https" not in text(found)


async def test_privacy_tells_what_is_kept_and_deletes_it(server: Server, library: Library) -> None:
    save(library, [make_review()])
    guild = server.env.guild
    role = guild.create_role("Bosses", permissions=discord.Permissions(manage_guild=True))
    boss: simcord.MemberActor = guild.add_member(server.env.create_user("boss"), roles=[role])
    assert "stands nowhere" in text(shown(await server.ann.slash(server.channel, "privacy")))
    await boss.slash(server.channel, "quotes schedule", time="12:00", zone="UTC")

    told = shown(await boss.slash(server.channel, "privacy"))
    assert told.ephemeral
    assert "beside 1 schedule of quotes" in text(told)
    await boss.click(told, label="Forget me")

    assert "stands nowhere in the files of this bot any more" in text(told)
    assert "stands nowhere in the files of this bot." in text(
        shown(await boss.slash(server.channel, "privacy"))
    )
