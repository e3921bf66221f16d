from __future__ import annotations

import discord
import pytest
import simcord

from bot.model import Film
from bot.store.film_changes import rename_film
from bot.store.films import all_films
from bot.store.library import Library
from bot.store.removing import remove_film
from tests.discord_app.seeing import NewBot, Server, buttons, options, shown, text
from tests.making import HARBOUR, HARBOUR_II, make_review, save


@pytest.fixture
def boss(server: Server) -> simcord.MemberActor:
    """Somebody who may manage the server."""
    guild = server.env.guild
    role = guild.create_role("Bosses", permissions=discord.Permissions(manage_guild=True))
    return guild.add_member(server.env.create_user("boss"), roles=[role])


@pytest.fixture
def two_films(library: Library) -> None:
    save(
        library,
        [make_review(rating=9), make_review("dag", spoiler=True), make_review(film=HARBOUR_II, rating=3)],
    )


@pytest.mark.usefixtures("two_films")
async def test_channel_film_is_meant_when_none_is_named(
    server: Server, boss: simcord.MemberActor, new_bot: NewBot
) -> None:
    panel = shown(await boss.slash(server.channel, "settings"))
    assert panel.ephemeral
    assert "**This channel's film** none" in text(panel)
    assert "Which film" in text(shown(await server.ann.slash(server.channel, "rating")))

    await boss.select(panel, [str(HARBOUR_II)], custom_id="pq:set:film")

    assert "**This channel's film** Harbour Lights II (2003)" in text(panel)
    assert "II (2003) averages 3.00" in text(shown(await server.ann.slash(server.channel, "rating")))
    await server.env.restart_bot(new_bot())
    assert "II (2003) averages 3.00" in text(shown(await server.ann.slash(server.channel, "rating")))
    other = server.env.guild.create_text_channel("other")
    assert "Which film" in text(shown(await server.ann.slash(other, "rating")))

    await boss.select(panel, ["-"], custom_id="pq:set:film")
    assert "Which film" in text(shown(await server.ann.slash(server.channel, "rating")))


async def test_a_channel_whose_film_was_removed_goes_on(
    server: Server, boss: simcord.MemberActor, library: Library
) -> None:
    save(library, [make_review(film=film) for film in (HARBOUR, HARBOUR_II, Film("Low Water", 2007))])
    await boss.slash(server.channel, "settings", film=str(HARBOUR))
    await boss.slash(server.channel, "quotes schedule", time="12:00", zone="UTC", film=str(HARBOUR))
    remove_film(library, next(entry.id for entry in all_films(library) if entry.film == HARBOUR))

    assert "Ask about 2 films" in text(shown(await server.ann.slash(server.channel, "help")))
    assert "Which film" in text(shown(await server.ann.slash(server.channel, "rating")))
    panel = shown(await boss.slash(server.channel, "settings"))
    assert f"**This channel's film** {HARBOUR}, which is no longer in the library" in text(panel)
    listed = shown(await boss.slash(server.channel, "quotes list"))
    assert f"{HARBOUR}, which is no longer in the library · next" in text(listed)


async def test_a_channel_shows_its_film_by_the_name_of_now(
    server: Server, boss: simcord.MemberActor, library: Library
) -> None:
    save(library, [make_review(film=film) for film in (HARBOUR, HARBOUR_II)])
    await boss.slash(server.channel, "settings", film=str(HARBOUR))
    harbour = next(entry for entry in all_films(library) if entry.film == HARBOUR)
    rename_film(library, harbour, Film("Havnelys", 1999))

    panel = shown(await boss.slash(server.channel, "settings"))

    assert "**This channel's film** Havnelys (1999)" in text(panel)
    assert str(HARBOUR) not in options(panel)
    assert [label for label in options(panel) if "1999" in label] == ["Havnelys (1999)"]


@pytest.mark.usefixtures("two_films")
async def test_channel_film_can_be_named_roughly(server: Server, boss: simcord.MemberActor) -> None:
    panel = shown(await boss.slash(server.channel, "settings", film="harbor lights 2"))
    assert "**This channel's film** Harbour Lights II (2003)" in text(panel)

    dialog = await boss.click(panel, label="Name a film")
    assert dialog.modal is not None
    field = dialog.modal["components"][0]["component"]["custom_id"]
    await boss.submit_modal(dialog, {field: "harbour lights 1999"})
    assert f"**This channel's film** {HARBOUR}" in text(panel)


@pytest.mark.usefixtures("two_films")
async def test_a_film_that_is_unknown_is_refused(server: Server, boss: simcord.MemberActor) -> None:
    refused = shown(await boss.slash(server.channel, "settings", film="casablanca"))
    assert refused.ephemeral
    assert 'No film called "casablanca"' in text(refused)
    assert len(server.env.errors) == 1, "it went to the one handler of failures"


@pytest.mark.usefixtures("two_films")
async def test_spoilers_can_be_left_out(server: Server, boss: simcord.MemberActor) -> None:
    panel = shown(await boss.slash(server.channel, "settings"))
    listed = text(shown(await server.ann.slash(server.channel, "top", film=str(HARBOUR))))
    assert "||" in listed

    await boss.select(panel, ["left out"], custom_id="pq:set:spoilers")

    assert "**Spoilers** left out" in text(panel)
    listed = text(shown(await server.ann.slash(server.channel, "top", film=str(HARBOUR))))
    assert "||" not in listed


@pytest.mark.usefixtures("two_films")
async def test_answers_can_be_private_unless_asked_otherwise(
    server: Server, boss: simcord.MemberActor
) -> None:
    panel = shown(await boss.slash(server.channel, "settings"))
    await boss.select(panel, ["private"], custom_id="pq:set:answers")

    assert shown(await server.ann.slash(server.channel, "films")).ephemeral
    assert not shown(await server.ann.slash(server.channel, "films", private=False)).ephemeral


@pytest.mark.parametrize("nonsense", ["abc", "/"])
async def test_prefix_can_be_changed_and_nonsense_is_refused(
    server: Server, boss: simcord.MemberActor, nonsense: str
) -> None:
    panel = shown(await boss.slash(server.channel, "settings"))
    assert "begin with !" in text(panel)

    dialog = await boss.click(panel, label="Change prefix")
    assert dialog.modal is not None
    field = dialog.modal["components"][0]["component"]["custom_id"]
    await boss.submit_modal(dialog, {field: "?"})
    assert "begin with ?" in text(panel)

    dialog = await boss.click(panel, label="Change prefix")
    assert dialog.modal is not None
    field = dialog.modal["components"][0]["component"]["custom_id"]
    refused = shown(await boss.submit_modal(dialog, {field: nonsense}))
    assert "can't begin commands" in text(refused)


async def test_only_those_who_manage_the_server_may_set_anything(
    server: Server, boss: simcord.MemberActor
) -> None:
    with pytest.raises(simcord.SetupError, match="not visible"):
        await server.ann.slash(server.channel, "settings")
    assert "Change prefix" in buttons(shown(await boss.slash(server.channel, "settings")))
