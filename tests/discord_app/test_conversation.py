from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import discord
import pytest

from bot.discord_app.asking import Asking
from bot.discord_app.client import Pullquote
from bot.discord_app.pace import MOST, SECONDS, Pace
from bot.discord_app.talks import KEPT_FOR
from bot.settings import Settings
from bot.store.library import Library
from bot.store.servers import Choices, save_choices
from tests.discord_app.seeing import Server, buttons, shown, text
from tests.making import HARBOUR_II, make_review, save


@pytest.fixture
def two_films(library: Library) -> None:
    reviews = [make_review(f"r{place}", rating=9, title=f"Title {place}") for place in range(7)]
    save(library, [*reviews, make_review(film=HARBOUR_II, rating=3)])


async def said(server: Server, words: str) -> str:
    """What we say in answer to what Ann says; nothing where we stay silent."""
    message = await server.ann.send(server.channel, words)
    last = server.channel.last_message
    return "" if last is None or last.id == message.id else text(last)


def mention(server: Server) -> str:
    assert server.env.bot.user is not None
    return server.env.bot.user.mention


@pytest.mark.usefixtures("two_films")
async def test_a_mention_is_answered_without_any_privileged_intent(server: Server) -> None:
    assert "II (2003) averages 3.00" in await said(server, f"{mention(server)} rating harbor lights 2")
    assert "II (2003) averages 3.00" in await said(server, f"rating of harbour lights ii? {mention(server)}")


@pytest.fixture
def rated(library: Library) -> None:
    ratings = {"ada": 9, "ben": 4}
    save(library, [make_review(name, rating=rating) for name, rating in ratings.items()])
    save(library, [make_review("cho", film=HARBOUR_II, rating=2)])


@pytest.mark.usefixtures("rated")
async def test_a_question_leans_on_the_members_last_answer_in_the_channel(server: Server) -> None:
    await server.ann.slash(
        server.channel, "ask", question="what is the highest rating of harbour lights 1999?"
    )
    lowest = await said(server, f"{mention(server)} and the lowest?")
    assert "The lowest rating is 4/10" in lowest
    assert "Harbour Lights (1999)" in lowest
    assert "ben wrote that" in await said(server, f"{mention(server)} who said that?")
    await server.bob.send(server.channel, f"{mention(server)} and the lowest?")
    assert server.channel.last_message is not None
    assert "4/10" not in text(server.channel.last_message), "Bob asked nothing before"


@pytest.mark.usefixtures("rated")
async def test_a_button_is_an_answer_that_can_be_leant_on(server: Server) -> None:
    await said(server, f"{mention(server)} rating harbour lights 1999")
    answer = server.channel.last_message
    assert answer is not None
    await server.ann.click(answer, label="Lowest rated")
    assert "The highest rating is 9/10" in await said(
        server, f"{mention(server)} and what is the highest rating?"
    )


@pytest.mark.usefixtures("rated")
async def test_direct_messages_lean_on_each_other(server: Server) -> None:
    for words in ("what is the highest rating of harbour lights 1999?", "and the lowest?"):
        await server.ann.send_dm(words)
    last = server.ann.user.dm_channel.last_message
    assert last is not None
    assert "The lowest rating is 4/10" in text(last)


@pytest.mark.usefixtures("rated")
async def test_an_answer_is_leant_on_for_some_minutes_only(server: Server) -> None:
    await said(server, f"{mention(server)} what is the highest rating of harbour lights 1999?")
    await server.env.advance_time(KEPT_FOR.total_seconds() + 60)
    assert "The lowest rating is 4/10" not in await said(server, f"{mention(server)} and the lowest?")


@pytest.mark.usefixtures("rated")
async def test_a_reply_to_us_needs_no_mention(server: Server) -> None:
    await said(server, f"{mention(server)} what is the highest rating of harbour lights 1999?")
    answer = server.channel.last_message
    assert answer is not None
    await server.ann.send(server.channel, "and the lowest?", reply_to=answer)
    last = server.channel.last_message
    assert last is not None
    assert "The lowest rating is 4/10" in text(last)


@pytest.mark.usefixtures("two_films")
async def test_a_direct_message_is_answered(server: Server) -> None:
    for words in ("rating harbour lights 2", "!rating harbour lights 2", "/rating harbour lights 2"):
        await server.ann.send_dm(words)
        last = server.ann.user.dm_channel.last_message
        assert last is not None
        assert "II (2003) averages 3.00" in text(last)


@pytest.mark.usefixtures("two_films")
async def test_a_bare_mention_is_helped(server: Server) -> None:
    assert "Ask about 2 films" in await said(server, mention(server))


@pytest.mark.usefixtures("rated")
async def test_a_passing_mention_is_greeted_and_a_question_around_one_answered(server: Server) -> None:
    assert "Which film" not in await said(server, f"I asked {mention(server)} yesterday")
    assert "Hello" in await said(server, f"I asked {mention(server)} yesterday")
    assert "averages 2.00" in await said(server, f"hey {mention(server)} rating harbour lights 2")
    assert "averages 2.00" in await said(server, f"please {mention(server)} rating harbour lights 2")


@pytest.mark.usefixtures("two_films")
async def test_what_is_not_understood_is_met_with_examples(server: Server) -> None:
    answer = await said(server, f"{mention(server)} xyzzy plugh")
    assert "could not read that" in answer
    assert "**rating Harbour Lights (1999)**" in answer


@pytest.mark.usefixtures("two_films")
async def test_pages_of_an_answer_to_a_message_are_turned_by_its_author(server: Server) -> None:
    await said(server, f"{mention(server)} top harbour lights 1999")
    answer = server.channel.last_message
    assert answer is not None

    copy = shown(await server.bob.click(answer, label="›"))
    assert copy.ephemeral
    await server.ann.click(answer, label="›")
    turned = server.channel.last_message
    assert turned is not None
    assert "Page 2 of 2" in text(turned)


@pytest.mark.usefixtures("two_films")
async def test_nobody_is_pinged(server: Server) -> None:
    answer = await said(server, f'{mention(server)} rating "@everyone {server.bob.mention}"')
    assert "@everyone" in answer
    assert "\\@everyone" in answer
    last = server.channel.last_message
    assert last is not None
    assert not last.mentions
    assert not last.mention_everyone


async def test_what_is_not_for_us_is_left_alone(server: Server, library: Library) -> None:
    save(library, [make_review()])
    for words in ("rating harbour lights", "!rating harbour lights", "hello", "!play music"):
        assert await said(server, words) == "", "without the intent, the text of these isn't ours to read"


class TestWithMessageContent:
    """Where the application may read messages, a prefix works."""

    @pytest.fixture
    def new_bot(self, asking: Asking, library: Library, settings: Settings) -> Callable[[], Pullquote]:
        return lambda: Pullquote(asking, library, settings, message_content=True)

    @pytest.mark.usefixtures("two_films")
    @pytest.mark.parametrize(
        "words",
        [
            "!rating harbor lights 2",
            "! rating harbour lights ii",
            '!rating "Harbour Lights II"',
            "!rating film: Harbour Lights II",
            "!RATING harbour lights II (2003)",
        ],
    )
    async def test_a_prefix_command_is_answered(self, server: Server, words: str) -> None:
        assert "II (2003) averages 3.00" in await said(server, words)

    @pytest.mark.usefixtures("two_films")
    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ('rating --film "Harbour Lights II"', "II (2003) averages 3.00"),
            ('timeline "harbour lights 2"', "All dated reviews of Harbour Lights II (2003)"),
            ('compare "harbour lights" "harbour lights 2"', "has the higher average rating"),
            ("compare --film harbour lights --other harbour lights 2", "has the higher average rating"),
            ('top "harbour lights" --order newest', "7 reviews of Harbour Lights (1999), newest first"),
            ('search harbour --film "harbour lights 2" --order newest', "1 review of Harbour Lights II"),
            ("search harbour --rating-from 2 --rating-to 4", "1 of the reviews"),
            ('search "says a word" --rating >=8 --reviewer r3', "1 of the reviews"),
            ('mentions "Ida Brandt" --film "harbour lights 2"', 'mentions "Ida Brandt"'),
            ('people "harbour lights"', "No review of Harbour Lights (1999) names anybody"),
            ('quote --film "harbour lights 2" --about harbour --rating 3', "ada on Harbour Lights II (2003)"),
            ("films --page 1", "2 films with 8 reviews"),
            ("rating —film harbour lights 2", "II (2003) averages 3.00"),
            ('review "r3" --film "harbour lights"', "r3 on Harbour Lights (1999)"),
            ('reviewer --name "r3"', "r3 wrote 1 review"),
            ("ask how is harbour lights 2 rated?", "II (2003) averages 3.00"),
            ('ask "how is harbour lights 2 rated?"', "II (2003) averages 3.00"),
            ("help", "Ask about 2 films"),
            ("help rating", "Ask about 2 films"),
            ("privacy", "That is a slash command: type /privacy."),
            ("quotes schedule 20:00", "That is a slash command: type /quotes schedule."),
            ("library import", "That is a slash command: type /library import."),
            ("rating casablanca", 'No film called "casablanca"'),
        ],
    )
    async def test_every_slash_command_has_a_typed_form(
        self, server: Server, typed: str, sentence: str
    ) -> None:
        assert sentence in await said(server, f"!{typed}")

    @pytest.mark.usefixtures("two_films")
    @pytest.mark.parametrize(
        "typed", ["rating harbour lights 2 --private", "rating --private harbour lights 2"]
    )
    async def test_a_private_answer_is_sent_directly(self, server: Server, typed: str) -> None:
        assert await said(server, f"!{typed}") == "The answer is in your direct messages."
        last = server.ann.user.dm_channel.last_message
        assert last is not None
        assert "II (2003) averages 3.00" in text(last)

    @pytest.mark.usefixtures("two_films")
    async def test_a_server_with_private_answers_has_typed_ones_sent_directly(
        self, server: Server, asking: Asking
    ) -> None:
        save_choices(asking.servers, server.env.guild.id, Choices(private=True))
        asking.places.read(asking.servers)
        assert "in your direct messages" in await said(server, "!films")
        assert "2 films with 8 reviews" in await said(server, "!films --public")

    @pytest.mark.usefixtures("two_films")
    async def test_where_direct_messages_are_closed_that_is_said(self, server: Server) -> None:
        server.env.inject_error("POST", "/users/@me/channels", status=403, code=50007)
        assert "I may not write to you directly" in await said(server, "!films --private")

    @pytest.mark.usefixtures("two_films")
    async def test_other_bots_commands_are_left_alone(self, server: Server) -> None:
        for words in ("!play harbour lights", "rating harbour lights", "!", "!!", "! ", "what a rating!"):
            assert await said(server, words) == ""

    @pytest.mark.usefixtures("two_films")
    async def test_a_server_may_have_a_prefix_of_its_own(self, server: Server, asking: Asking) -> None:
        save_choices(asking.servers, server.env.guild.id, Choices(prefix="?"))
        asking.places.read(asking.servers)
        assert "averages" in await said(server, "?rating harbour lights 2")
        assert await said(server, "!rating harbour lights 2") == ""

    async def test_bots_are_not_answered(self, server: Server, library: Library) -> None:
        save(library, [make_review()])
        other = server.env.guild.add_member(server.env.create_user("otherbot", bot=True))
        message = await other.send(server.channel, "!films")
        last = server.channel.last_message
        assert last is not None
        assert last.id == message.id


@pytest.mark.usefixtures("two_films")
async def test_ask_command_reads_words(server: Server) -> None:
    answer = shown(await server.ann.slash(server.channel, "ask", question="how is harbour lights 2 rated?"))
    assert "II (2003) averages 3.00" in text(answer)
    assert "Most helpful" in buttons(answer)


@pytest.mark.usefixtures("two_films")
async def test_who_asks_too_quickly_is_told_when_to_ask_again(server: Server) -> None:
    for _ in range(MOST):
        assert "films" in text(shown(await server.ann.slash(server.channel, "films")))

    told = shown(await server.ann.slash(server.channel, "films"))
    assert told.ephemeral
    assert "Ask again in 20 seconds." in text(told)
    assert "2 films" in text(shown(await server.bob.slash(server.channel, "films"))), "others are not held up"

    await server.env.advance_time(SECONDS)
    assert "2 films" in text(shown(await server.ann.slash(server.channel, "films")))


def test_pace_forgets_those_who_rest() -> None:
    pace = Pace()
    for member in range(5_000):
        assert pace.seconds_to_wait(member, member * 1.0) == 0
    assert pace.seconds_to_wait(4_999, 4_999.0) == 0


async def test_a_failure_that_nobody_expected_is_apologised_for(
    server: Server, asking: Asking, caplog: pytest.LogCaptureFixture
) -> None:
    asking.threads.shutdown()

    told = shown(await server.ann.slash(server.channel, "films"))

    assert told.ephemeral
    assert "Sorry, something went wrong" in text(told)
    failure = text(told).rstrip(".").rsplit(" ", 1)[1]
    assert f"Failure {failure}" in caplog.text
    assert server.env.errors
    answer = await said(server, f"{mention(server)} films")
    assert "Sorry, something went wrong" in answer


@pytest.fixture
def silenced(server: Server, library: Library) -> Server:
    """A server in whose channel we may read but not speak."""
    save(library, [make_review()])
    us = server.env.bot.user
    assert us is not None
    closed = discord.PermissionOverwrite(send_messages=False)
    channel = server.env.guild.create_text_channel("rules", overwrites={us: closed})
    return replace(server, channel=channel)


async def test_where_we_may_not_speak_the_answer_is_sent_directly(silenced: Server) -> None:
    assert await said(silenced, f"{mention(silenced)} films") == ""
    told = silenced.ann.user.dm_channel.last_message
    assert told is not None
    assert "1 film with 1 review" in text(told)
    await said(silenced, f"{mention(silenced)} films --private")
    assert len(silenced.ann.user.dm_channel.history()) == 2, "the answer alone, not that it was sent"


async def test_where_we_may_not_speak_nor_write_we_react(silenced: Server) -> None:
    for words in ("films", "films --private"):
        silenced.env.inject_error("POST", "/users/@me/channels", status=403, code=50007)
        message = await silenced.ann.send(silenced.channel, f"{mention(silenced)} {words}")
        assert [str(reaction.emoji) for reaction in message.reactions] == ["🔇"]


async def test_where_we_may_do_nothing_nothing_breaks(silenced: Server) -> None:
    silenced.env.inject_error("POST", "/users/@me/channels", status=403, code=50007)
    silenced.env.inject_error("PUT", "/channels/*/messages/*/reactions/*", status=403, code=50013)
    assert await said(silenced, f"{mention(silenced)} films") == ""
