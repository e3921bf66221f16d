"""Every format that a host may bring comes in by each of three doors, and is the same behind all of them."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import discord
import pytest
import simcord

from bot.cli.main import run
from bot.cli.streams import Streams
from bot.discord_app.client import Pullquote
from bot.model import Review
from bot.store.films import FilmEntry, all_films
from bot.store.library import Library
from bot.store.reviews import StoredReview, every_review
from tests.discord_app.seeing import Server, shown, text
from tests.every_format import LETTERBOXD, OF_LETTERBOXD, OF_THE_FILM, REVIEWS, as_table

Held = tuple[tuple[FilmEntry, ...], list[StoredReview]]


def held(library: Library) -> Held:
    return all_films(library), list(every_review(library))


def written(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def by_command(file: Path, data: Path) -> Held:
    return _started(["import", str(file)], data)


def by_folder(file: Path, data: Path) -> Held:
    pages = data / "pages"
    pages.mkdir(parents=True)
    file.rename(pages / file.name)
    return _started([], data)


def _started(argv: list[str], data: Path) -> Held:
    source, output, errors = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(3))
    assert run(argv, {"PULLQUOTE_DATA": str(data)}, Streams(source, output, errors), data.parent) == 0
    with Library(data / "library.db") as library:
        return held(library)


async def by_upload(server: Server, library: Library, **files: tuple[str, bytes]) -> Held:
    user, bot = server.env.create_user("host"), server.env.bot
    assert isinstance(bot, Pullquote)
    bot.settings = replace(bot.settings, hosts=frozenset({user.id}))
    role = server.env.guild.create_role("Bosses", permissions=discord.Permissions(manage_guild=True))
    host: simcord.MemberActor = server.env.guild.add_member(user, roles=[role])
    asked = shown(await host.slash(server.channel, "library import", **files))
    await host.click(asked, label="Import")
    assert "Imported" in text(asked)
    return held(library)


def facts(review: Review) -> tuple[object, ...]:
    byline = review.byline
    names = {byline.reviewer, *([byline.other[0]] if byline.other else [])}
    kept = (review.film, review.title, review.rating, review.votes, review.spoiler, review.text)
    return (*kept, "fennimore_w" in names, "Pilar_Ontanda" in names, "Ingvild.T" in names)


@pytest.mark.parametrize("name", [*OF_THE_FILM, *OF_LETTERBOXD])
async def test_every_format_comes_in_by_every_door(
    name: str, server: Server, library: Library, tmp_path: Path
) -> None:
    content = (OF_THE_FILM | OF_LETTERBOXD)[name]

    uploaded = await by_upload(server, library, file=(name, content))
    commanded = by_command(written(tmp_path, name, content), tmp_path / "commanded")
    found = by_folder(written(tmp_path, name, content), tmp_path / "found")

    assert uploaded == commanded == found
    reviews = [stored.review for stored in uploaded[1]]
    if name in OF_THE_FILM:
        assert sorted(map(facts, reviews), key=str) == sorted(map(facts, REVIEWS), key=str)
    else:
        said = {(str(review.film), review.byline.reviewer, review.rating, review.text) for review in reviews}
        assert said >= {
            ("Harbour Lights (1999)", "orla_vint", 9, 'It glows; "twice", he said.\n\nSee it, with salt.'),
            ("Tallow Quay (2003)", "orla_vint", None, "Again!"),
        }
        assert len(reviews) == (3 if name.endswith(".zip") else 2)


async def test_an_export_that_was_unpacked_is_the_same_as_its_archive(
    server: Server, library: Library, tmp_path: Path
) -> None:
    (packed,) = [content for name, content in OF_LETTERBOXD.items() if name.endswith(".zip")]
    as_archive = by_command(written(tmp_path, "export.zip", packed), tmp_path / "archive")
    tables = {name: as_table(rows) for name, rows in LETTERBOXD.items()}
    for name, content in tables.items():
        file = tmp_path / "data" / "pages" / "letterboxd-orla" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    names = ("reviews.csv", "ratings.csv", "profile.csv")
    files = {
        f"file{number or ''}": (name, tables[name]) for number, name in zip((0, 2, 3), names, strict=True)
    }

    assert _started([], tmp_path / "data") == as_archive
    assert by_command(tmp_path / "data" / "pages" / "letterboxd-orla", tmp_path / "commanded") == as_archive
    assert await by_upload(server, library, **files) == as_archive
