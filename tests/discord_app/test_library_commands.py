from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import discord
import pytest
import simcord
from simcord.results import InteractionResult, ResponseMessage

from bot.discord_app.client import Pullquote
from bot.discord_app.library_commands import library as library_group
from bot.model import Film
from bot.store.films import all_films
from bot.store.library import Library
from bot.store.removing import all_imports
from bot.store.reviews import every_review
from tests.discord_app.seeing import NewBot, Server, buttons, choices, parts, shown, text
from tests.making import HARBOUR, make_review, save

PAGES = Path(__file__).resolve().parents[2] / "data" / "pages"
QUAY, LOW_WATER, EXCHANGE = (
    (PAGES / f"{name}-sample.txt").read_bytes()
    for name in ("tallow-quay-2003", "tallow-quay-ii-low-water-2007", "exchange-1961-do-not-answer-2021")
)


@pytest.fixture
def host(server: Server) -> simcord.MemberActor:
    """The host of the bot, as `.env` names them."""
    user = server.env.create_user("host")
    bot = server.env.bot
    assert isinstance(bot, Pullquote)
    bot.settings = replace(bot.settings, hosts=frozenset({user.id}))
    return _manager(server, user)


def _manager(server: Server, user: simcord.UserHandle) -> simcord.MemberActor:
    guild = server.env.guild
    role = guild.create_role("Bosses", permissions=discord.Permissions(manage_guild=True))
    return guild.add_member(user, roles=[role])


def films(library: Library) -> list[str]:
    return [str(entry.film) for entry in all_films(library)]


def answer(result: InteractionResult) -> ResponseMessage:
    message = shown(result)
    assert message.ephemeral
    return message


async def test_import_shows_what_it_would_do_and_does_it_on_confirmation(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    asked = answer(await host.slash(server.channel, "library import", file=("quay.txt", QUAY)))
    assert "What this import would do" in text(asked)
    assert "Tallow Quay (2003) (new)" in text(asked)
    reviews = len(list(every_review(library)))
    assert (films(library), reviews) == ([], 0), "nothing is written yet"

    await host.click(asked, label="Import")

    assert "Imported" in text(asked)
    assert films(library) == ["Tallow Quay (2003)"]
    assert "averages" in text(shown(await server.ann.slash(server.channel, "rating")))


async def test_what_ratings_were_read_out_of_is_noted_and_can_be_overruled(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    table = ("mine.csv", b"reviewer,film,rating,text\nada,Lantern Row,2,Dim.\n")
    asked = answer(await host.slash(server.channel, "library import", file=table))
    assert "**Notes** 1" in text(asked)
    assert "scale: 5" in text(asked)
    assert "Problems" not in text(asked)
    overruled = answer(await host.slash(server.channel, "library import", file=table, scale=5))
    assert "Notes" not in text(overruled)
    await host.click(overruled, label="Import")
    assert [stored.review.rating for stored in every_review(library)] == [4]


async def test_order_of_day_and_month_is_noted_and_can_be_overruled(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    table = ("mine.csv", b"reviewer,film,rating,text,date\nada,Lantern Row,8,Dim.,3/4/2005\n")
    asked = answer(await host.slash(server.channel, "library import", file=table))
    assert "dates: month-first" in text(asked)
    overruled = answer(await host.slash(server.channel, "library import", file=table, dates="month-first"))
    assert "Notes" not in text(overruled)
    await host.click(overruled, label="Import")
    assert [stored.review.byline.date for stored in every_review(library)] == [dt.date(2005, 3, 4)]


async def test_several_files_are_taken_at_once(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    asked = answer(
        await host.slash(
            server.channel,
            "library import",
            file=("a.txt", QUAY),
            file2=("b.txt", LOW_WATER),
            file10=("c.txt", EXCHANGE),
        )
    )
    await host.click(asked, label="Import")
    assert len(films(library)) == 3


async def test_without_files_a_dialog_asks_for_them(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    dialog = await host.slash(server.channel, "library import")
    assert dialog.modal is not None
    field = dialog.modal["components"][0]["component"]["custom_id"]
    asked = answer(await host.submit_modal(dialog, {field: [("a.txt", QUAY), ("b.txt", LOW_WATER)]}))
    await host.click(asked, label="Import")
    assert len(films(library)) == 2


async def test_an_import_can_be_cancelled(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    asked = answer(await host.slash(server.channel, "library import", file=("quay.txt", QUAY)))
    await host.click(asked, label="Cancel")
    assert text(asked) == "Nothing was changed."
    assert films(library) == []


async def test_an_import_can_be_undone_even_after_a_restart(
    server: Server, host: simcord.MemberActor, library: Library, new_bot: NewBot
) -> None:
    save(library, [make_review(film=HARBOUR)])
    asked = answer(await host.slash(server.channel, "library import", file=("quay.txt", QUAY)))
    await host.click(asked, label="Import")
    old = server.env.bot
    assert isinstance(old, Pullquote)
    fresh = new_bot()
    fresh.settings = old.settings
    await server.env.restart_bot(fresh)

    await host.click(asked, label="Undo")

    assert text(asked) == "Taken back: 14 reviews went."
    assert films(library) == [str(HARBOUR)]

    asked = answer(await host.slash(server.channel, "library import", file=("quay.txt", QUAY)))
    await host.click(asked, label="Import")
    assert len(films(library)) == 2, "what was taken back can be imported again"


async def test_any_import_can_be_taken_back_by_its_number(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    for name, content in (("quay.txt", QUAY), ("low.txt", LOW_WATER)):
        asked = answer(await host.slash(server.channel, "library import", file=(name, content)))
        await host.click(asked, label="Import")
    offered = await choices(host, server.channel, "library undo", "import", "quay.txt")
    (number,) = offered.values()

    asked = answer(await host.slash(server.channel, "library undo", **{"import": number}))
    assert "quay.txt" in text(asked)
    await host.click(asked, label="Take it back")

    assert films(library) == ["Tallow Quay II: Low Water (2007)"]


async def test_what_an_import_updated_is_told_before_it_is_taken_back(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    save(library, [make_review(rating=7)])
    save(library, [make_review(rating=8)])
    asked = answer(await host.slash(server.channel, "library undo", **{"import": 2}))
    assert "0 new reviews, 1 updated:" in text(asked)


async def test_a_newer_copy_says_what_it_updates(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    asked = answer(await host.slash(server.channel, "library import", file=("quay.txt", QUAY)))
    await host.click(asked, label="Import")

    again = answer(await host.slash(server.channel, "library import", file=("again.txt", QUAY)))
    assert "There is nothing to import" in text(again)
    assert buttons(again) == []


async def test_removing_a_film_asks_first(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    save(library, [make_review(film=HARBOUR), make_review("b")])
    asked = answer(await host.slash(server.channel, "library remove", film="harbor lights"))
    assert "Harbour Lights (1999) and its 2 reviews will go for good" in text(asked)
    await host.click(asked, label="Cancel")
    assert films(library) == [str(HARBOUR)]

    asked = answer(await host.slash(server.channel, "library remove", film="harbor lights"))
    message = shown(await server.ann.slash(server.channel, "review", reviewer="b"))
    await host.click(asked, label="Remove")

    assert films(library) == []
    told = shown(await server.ann.click(message, label="Average rating"))
    assert told.ephemeral
    assert "no film" in text(told), "an old button says that its film is gone"


@pytest.mark.parametrize(
    "title", ["*batteries not included", "**", "*" + "very " * 30 + "long", "a:b", "very " * 30 + "long"]
)
async def test_a_film_of_any_name_can_be_removed(
    server: Server, host: simcord.MemberActor, library: Library, title: str
) -> None:
    film = Film(title, 1987)
    save(library, [make_review(film=HARBOUR), make_review(film=film)])
    asked = answer(await host.slash(server.channel, "library remove", film=str(film)))
    await host.click(asked, label="Remove")
    assert "was removed with its 1 review" in text(asked)
    assert films(library) == [str(HARBOUR)]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (("film.zip", b"PK\x03\x04"), "this packed file is broken"),
        (("poster.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "this is a picture"),
        (("reviews.csv", b"user,film,text\n"), "this table has no rows"),
        (("page.txt", b""), "is empty"),
        (("page.txt", b"\x00\x01\x02\xff" * 99), "page.txt"),
        (("page.txt", b"hello there"), "page.txt"),
        (("@everyone [x](http://y).txt", b"hello"), "\\@everyone \\[x\\](http\\://y).txt"),
    ],
)
async def test_what_is_no_page_is_refused_and_nothing_is_written(
    server: Server, host: simcord.MemberActor, library: Library, file: tuple[str, bytes], sentence: str
) -> None:
    told = answer(await host.slash(server.channel, "library import", file=file))
    assert sentence in text(told)
    assert buttons(told) == []
    assert films(library) == []
    assert all("PageError" in repr(error) for error in server.env.errors)


async def test_what_the_files_do_not_say_is_said_by_the_host(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    table = ("mine.csv", b"was,wie,wo\nIt glows.,8,sea\nIt fades.,10,pier\n")
    told = answer(await host.slash(server.channel, "library import", file=table))
    assert "columns: text=COLUMN" in text(told)
    said = {"film": "Candle Row (1990)", "reviewer": "orla-vint", "columns": "text=was, rating=wie"}
    asked = answer(await host.slash(server.channel, "library import", file=table, **said))
    await host.click(asked, label="Import")
    assert [(one.review.byline.reviewer, one.review.rating) for one in every_review(library)] == [
        ("orla-vint", 8),
        ("orla-vint", 10),
    ]
    wrong = answer(await host.slash(server.channel, "library import", file=table, columns="text"))
    assert "doesn't say which column holds what" in text(wrong)
    assert all("PageError" in repr(error) for error in server.env.errors)


async def test_a_file_too_large_is_refused_before_it_is_fetched(
    server: Server, host: simcord.MemberActor, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.discord_app.uploads.LARGEST", 1_000)
    told = answer(await host.slash(server.channel, "library import", file=("quay.txt", QUAY)))
    assert "is larger than" in text(told)
    assert server.env.errors


async def test_members_are_not_offered_what_only_the_host_may_do(server: Server) -> None:
    offered = server.ann.available_commands(server.channel)
    assert "rating" in offered
    assert not any(command.startswith("library") for command in offered)


async def test_everybody_but_the_host_is_refused_privately(server: Server, library: Library) -> None:
    boss = _manager(server, server.env.create_user("boss"))
    for command, given in (
        ("import", {"file": ("quay.txt", QUAY)}),
        ("films", {}),
        ("remove", {"film": "x"}),
        ("undo", {}),
        ("merge", {"film": "x", "into": "y"}),
        ("rename", {"film": "x", "to": "y"}),
        ("undo-change", {}),
    ):
        told = answer(await boss.slash(server.channel, f"library {command}", **given))
        assert "Only the host" in text(told)
    names = {"import", "films", "remove", "undo", "merge", "rename", "undo-change"}
    assert {command.name for command in library_group.commands} == names
    assert server.env.errors
    assert films(library) == []


async def test_a_progress_bar_moves_while_an_import_runs(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    asked = answer(await host.slash(server.channel, "library import", file=("quay.txt", QUAY)))
    await host.click(asked, label="Import")
    edits = [str(entry.json) for entry in server.env.http_requests if "Importing" in str(entry.json)]
    assert "▱▱▱▱▱▱▱▱▱▱▱▱ 0%" in edits[0]


async def test_the_host_sees_the_films_privately(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    save(library, [make_review(film=HARBOUR)])
    assert "1 film with 1 review" in text(answer(await host.slash(server.channel, "library films")))


async def test_an_upload_from_before_a_restart_is_asked_for_again(
    server: Server, host: simcord.MemberActor, library: Library, new_bot: NewBot
) -> None:
    asked = answer(await host.slash(server.channel, "library import", file=("quay.txt", QUAY)))
    old = server.env.bot
    assert isinstance(old, Pullquote)
    fresh = new_bot()
    fresh.settings = old.settings
    await server.env.restart_bot(fresh)

    told = answer(await host.click(asked, label="Import"))
    assert text(told) == "These files are held no longer. Upload them again with /library import."
    await host.click(asked, label="Cancel")
    assert text(asked) == "Nothing was changed."
    assert films(library) == []
    assert all("NotFoundError" in repr(error) for error in server.env.errors)


async def test_an_upload_is_held_for_half_an_hour_and_no_longer(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    asked = answer(await host.slash(server.channel, "library import", file=("quay.txt", QUAY)))
    assert "The files wait here for 30 minutes." in text(asked)
    bot = server.env.bot
    assert isinstance(bot, Pullquote)
    assert len(bot.uploads) == 1
    await server.env.advance_time(31 * 60)
    assert len(bot.uploads) == 0
    assert "held no longer" in text(answer(await host.click(asked, label="Import")))


async def test_a_second_press_on_import_imports_nothing_more(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    asked = answer(await host.slash(server.channel, "library import", file=("quay.txt", QUAY)))
    custom_id = next(part["custom_id"] for part in parts(asked) if part.get("label") == "Import")
    await host.click(asked, label="Import")
    again = host.click(asked, custom_id=custom_id)
    with pytest.raises(Exception, match="custom_id"):
        await again
    assert len(all_imports(library)) == 1


@pytest.mark.parametrize("film", ["()", "(2004)", "...", " - ", "[] ()", '""', "\u200b"])
async def test_what_is_no_name_of_a_film_is_refused(
    server: Server, host: simcord.MemberActor, library: Library, film: str
) -> None:
    told = answer(await host.slash(server.channel, "library import", file=("quay.txt", QUAY), film=film))
    assert "is no name of a film. Give its title" in text(told)
    save(library, [make_review()])
    told = answer(await host.slash(server.channel, "library rename", film=str(HARBOUR), to=film))
    assert "is no name of a film. Give its title" in text(told)
    for command in ("rating", "top", "timeline", "people", "quote"):
        asked = shown(await server.ann.slash(server.channel, command, film=film))
        assert "No film called" in text(asked) or "Harbour Lights" in text(asked)
    assert all("FilmError" in repr(error) for error in server.env.errors)


async def test_two_films_are_made_one_after_asking_and_parted_again(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    other = Film("Harbor Lights: The Film", 1999)
    save(
        library,
        [make_review("a"), make_review("b"), make_review("c", film=other), make_review("a", film=other)],
    )
    offered = await choices(host, server.channel, "library merge", "film", "harbor lights: the")
    assert str(other) in offered.values()
    asked = answer(await host.slash(server.channel, "library merge", film=str(other), into=str(HARBOUR)))
    assert "and its 2 reviews will be part of Harbour Lights (1999), which has 2 reviews" in text(asked)
    assert len(films(library)) == 2, "nothing is done yet"

    await host.click(asked, label="Merge")
    assert "is part of Harbour Lights (1999) now. 1 review that both had is one." in text(asked)
    assert films(library) == [str(HARBOUR)]
    assert "3 reviews" in text(shown(await server.ann.slash(server.channel, "films")))

    await host.click(asked, label="Undo")
    assert "Taken back: Made" in text(asked)
    assert len(films(library)) == 2


async def test_a_film_is_renamed_after_asking_and_called_as_before_again(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    save(library, [make_review()])
    asked = answer(
        await host.slash(
            server.channel, "library rename", film="harbor lights", to="The Port at Night (1999)"
        )
    )
    await host.click(asked, label="Cancel")
    assert films(library) == [str(HARBOUR)]
    asked = answer(
        await host.slash(
            server.channel, "library rename", film="harbor lights", to="The Port at Night (1999)"
        )
    )
    await host.click(asked, label="Rename")
    assert text(asked) == "Harbour Lights (1999) is called The Port at Night (1999) now."
    assert films(library) == ["The Port at Night (1999)"]
    assert "averages" in text(shown(await server.ann.slash(server.channel, "rating", film="harbour lights")))

    undo = answer(await host.slash(server.channel, "library undo-change"))
    await host.click(undo, label="Take it back")
    assert films(library) == [str(HARBOUR)]
    (told,) = (await host.click(asked, label="Undo")).followups
    assert "nothing to take back" in text(told)


async def test_an_older_change_is_not_taken_back_for_the_latest(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    save(library, [make_review(film=Film("One", 1999)), make_review(film=Film("Two", 2000))])
    first = answer(await host.slash(server.channel, "library rename", film="One", to="Uno (1999)"))
    await host.click(first, label="Rename")
    second = answer(await host.slash(server.channel, "library rename", film="Two", to="Due (2000)"))
    await host.click(second, label="Rename")
    (told,) = (await host.click(first, label="Undo")).followups
    assert "First comes the latest change: Called Two (2000) Due (2000)" in text(told)
    assert films(library) == ["Due (2000)", "Uno (1999)"]


@pytest.mark.parametrize(
    ("command", "given", "sentence"),
    [
        ("merge", {"film": "one", "into": "one (1999)"}, "Both names mean One (1999)"),
        ("merge", {"film": "one", "into": "casablanca"}, "No film called"),
        ("rename", {"film": "one", "to": "One (1999)"}, "called One (1999) already"),
    ],
)
async def test_a_change_that_makes_no_sense_is_refused(
    server: Server,
    host: simcord.MemberActor,
    library: Library,
    command: str,
    given: dict[str, str],
    sentence: str,
) -> None:
    save(library, [make_review(film=Film("One", 1999)), make_review(film=Film("Two", 2000))])
    assert sentence in text(answer(await host.slash(server.channel, f"library {command}", **given)))
    assert server.env.errors


async def test_a_name_that_another_film_has_is_refused(
    server: Server, host: simcord.MemberActor, library: Library
) -> None:
    save(library, [make_review(film=Film("One", 1999)), make_review(film=Film("Two", 2000))])
    asked = answer(await host.slash(server.channel, "library rename", film="one", to="Two (2000)"))
    (told,) = (await host.click(asked, label="Rename")).followups
    assert "Another film is called Two (2000). If the two are the same, merge One (1999)" in text(told)
