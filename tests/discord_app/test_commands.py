from __future__ import annotations

import datetime as dt

import discord
import pytest

from bot.answers.catalogue import EMPTY
from bot.discord_app.asking import Asking
from bot.model import Film
from bot.store.films import all_films
from bot.store.library import Library
from bot.store.removing import remove_film
from bot.store.servers import save_channel_film
from tests.discord_app.markdown import open_text
from tests.discord_app.seeing import NewBot, Server, buttons, choices, options, shown, text, words_of_pictures
from tests.making import HARBOUR, HARBOUR_II, make_review, save

MANY = [
    make_review(f"reader{number}", rating=number % 10 + 1, votes=(60 - number, 60), title=f"Title {number}")
    for number in range(12)
]


async def test_rating_shows_the_figures_of_the_film(server: Server, library: Library) -> None:
    save(library, (make_review(f"r{rating}", rating=rating) for rating in (4, 8, 9)))

    answer = shown(await server.ann.slash(server.channel, "rating", film="harbor lihgts"))

    assert "Harbour Lights (1999) averages 7.00 out of 10" in text(answer)
    assert "The median is 8." in text(answer)
    assert text(answer).count("7.00") == 1
    assert not answer.ephemeral


async def test_the_only_film_needs_no_name(server: Server, library: Library) -> None:
    save(library, [make_review(rating=9)])
    assert "averages 9.00" in text(shown(await server.ann.slash(server.channel, "rating")))


async def test_private_answer_is_seen_by_the_one_who_asked_alone(server: Server, library: Library) -> None:
    save(library, [make_review()])
    assert shown(await server.ann.slash(server.channel, "rating", private=True)).ephemeral


async def test_a_quote_names_reviewer_stars_date_and_votes(server: Server, library: Library) -> None:
    save(library, [make_review("alke-2", rating=7, votes=(1413, 1597), date=dt.date(2005, 1, 3))])

    seen = text(shown(await server.ann.slash(server.channel, "top")))

    assert "★★★½☆ 7/10 · alke-2 · 3 January 2005 · 1,413 of 1,597 found it helpful" in seen
    assert "> The harbour glows" in seen


async def test_pages_are_turned_by_the_one_who_asked(server: Server, library: Library) -> None:
    save(library, MANY)
    first = shown(await server.ann.slash(server.channel, "top", film="harbour lights"))
    assert "Title 0" in text(first)
    assert "Page 1 of 3" in text(first)

    await server.ann.click(first, label="›")
    assert "Title 5" in text(first)
    await server.ann.click(first, label="»")
    assert "Title 10" in text(first)
    assert "Page 3 of 3" in text(first)
    await server.ann.click(first, label="«")
    assert "Title 0" in text(first)


async def test_somebody_else_gets_a_copy_of_their_own(server: Server, library: Library) -> None:
    save(library, MANY)
    first = shown(await server.ann.slash(server.channel, "top"))

    copy = shown(await server.bob.click(first, label="›"))

    assert copy.ephemeral
    assert "Title 5" in text(copy)
    assert "Title 0" in text(first), "the message of the one who asked stays as it is"
    turned = await server.bob.click(copy, label="›")
    assert "Title 10" in text(copy), "the copy is turned by the one who has it"
    assert not turned.followups


async def test_private_answer_stays_private_when_turned_and_followed(
    server: Server, library: Library
) -> None:
    save(library, MANY)
    first = shown(await server.ann.slash(server.channel, "rating", private=True))

    followed = shown(await server.ann.click(first, label="Most helpful"))

    assert followed.ephemeral
    await server.ann.click(followed, label="›")
    assert followed.ephemeral
    assert server.channel.history(viewer=server.bob) == []


async def test_old_button_works_after_a_restart(server: Server, library: Library, new_bot: NewBot) -> None:
    save(library, MANY)
    first = shown(await server.ann.slash(server.channel, "top"))

    await server.env.restart_bot(new_bot())

    await server.ann.click(first, label="»")
    assert "Title 10" in text(first)


async def test_button_under_a_long_question_works_after_a_restart(
    server: Server, library: Library, new_bot: NewBot
) -> None:
    words = "harbour glows nobody says word about it " * 5
    save(library, MANY)
    first = shown(await server.ann.slash(server.channel, "search", words=words))
    assert "1 of 3" in text(first) or "Page 1" in text(first)

    await server.env.restart_bot(new_bot())

    await server.ann.click(first, label="»")
    assert "Page 3 of 3" in text(first)


async def test_misspelt_film_offers_the_likely_ones_as_buttons(server: Server, library: Library) -> None:
    save(library, [make_review(film=HARBOUR), make_review(film=HARBOUR_II, rating=3)])

    asked = shown(await server.ann.slash(server.channel, "rating", film="harbour"))
    assert "Which film" in text(asked)

    await server.ann.click(asked, label="Harbour Lights II (2003)")
    assert "Harbour Lights II (2003) averages 3.00" in text(asked)


async def test_picked_review_opens_for_the_one_who_picks(server: Server, library: Library) -> None:
    save(library, [make_review("ada", text="One. " * 200), make_review("ben", title="The other")])
    listed = shown(await server.ann.slash(server.channel, "top"))

    opened = shown(await server.bob.select(listed, [options(listed)["ben · 7/10"]]))

    assert opened.ephemeral
    assert "The other" in text(opened)


async def test_long_review_is_read_on_to_its_end(server: Server, library: Library) -> None:
    sentences = [f"Sentence number {number} of the review goes like this." for number in range(240)]
    save(library, [make_review("ada", text=" ".join(sentences))])
    message = shown(await server.ann.slash(server.channel, "review", reviewer="ada"))
    seen = text(message)
    assert len(seen) <= 4_000
    while "Read on" in buttons(message):
        assert text(message).split("\n")[-2].endswith("this. …"), "cut where a sentence ends"
        await server.ann.click(message, label="Read on")
        seen += text(message)
    missing = [sentence for sentence in sentences if sentence not in seen]
    assert not missing

    await server.ann.click(message, label="From the beginning")
    assert sentences[0] in text(message)


async def test_spoiler_is_blurred_until_somebody_asks_for_it_privately(
    server: Server, library: Library
) -> None:
    save(library, [make_review("ada", spoiler=True, title="The pilot did it", text="The pilot drowns.")])
    message = shown(await server.ann.slash(server.channel, "review", reviewer="ada"))
    assert "> || The pilot drowns. ||" in text(message)
    assert "The pilot did it" not in text(message)

    open_ = shown(await server.bob.click(message, label="Show spoiler"))

    assert open_.ephemeral
    assert "> The pilot drowns." in text(open_)
    assert "The pilot did it" in text(open_)
    assert "> || The pilot drowns. ||" in text(message)


async def test_another_quote_comes_in_place_of_the_first(server: Server, library: Library) -> None:
    texts = [f"The harbour number {number} glows and nobody says a word about it." for number in range(9)]
    save(library, [make_review(f"r{place}", text=words) for place, words in enumerate(texts)])
    message = shown(await server.ann.slash(server.channel, "quote"))
    seen = {text(message).split("\n> ")[1].split("\n")[0]}
    for _ in texts[1:]:
        await server.ann.click(message, label="Another quote")
        seen.add(text(message).split("\n> ")[1].split("\n")[0])
    assert seen == set(texts)


async def test_an_empty_library_says_what_to_do(server: Server) -> None:
    asked: list[tuple[str, dict[str, str]]] = [
        *((command, {}) for command in ("rating", "top", "films", "help", "quote")),
        ("search", {"words": "music"}),
        ("mentions", {"name": "Mikkelsen"}),
    ]
    for command, given in asked:
        assert text(shown(await server.ann.slash(server.channel, command, **given))) == f"### {EMPTY}"
    for command, given in (("review", {"reviewer": "ada"}), ("reviewer", {"name": "ada"})):
        assert text(shown(await server.bob.slash(server.channel, command, **given))) == f"### {EMPTY}"


async def test_a_review_that_was_removed_is_said_so_privately(server: Server, library: Library) -> None:
    save(library, [make_review("dag", spoiler=True), make_review(film=HARBOUR_II)])
    listed = shown(await server.ann.slash(server.channel, "top", film=str(HARBOUR)))
    whole = shown(await server.ann.slash(server.channel, "review", reviewer="dag"))
    remove_film(library, next(entry.id for entry in all_films(library) if entry.film == HARBOUR))

    picked = shown(await server.ann.select(listed, [*options(listed).values()][:1]))
    unveiled = shown(await server.ann.click(whole, label="Show spoiler"))
    film = shown(await server.ann.click(whole, label="Average rating"))

    for told in (picked, unveiled):
        assert told.ephemeral
        assert text(told) == "### That review has since been removed."
    assert film.ephemeral
    assert "No film called" in text(film)


async def test_film_is_offered_while_it_is_typed(server: Server, library: Library) -> None:
    save(library, [make_review(film=HARBOUR), make_review("b"), make_review(film=HARBOUR_II)])

    offered = await choices(server.ann, server.channel, "rating", "film", "harbor")

    assert offered["Harbour Lights (1999) · 2 reviews"] == "Harbour Lights (1999)"
    assert offered["Harbour Lights II (2003) · 1 review"] == "Harbour Lights II (2003)"


async def test_no_more_is_offered_than_discord_takes(server: Server, library: Library) -> None:
    save(
        library, (make_review(film=Film(f"{number} " + "very " * 40 + "long", 1950)) for number in range(60))
    )
    offered = await choices(server.ann, server.channel, "rating", "film", "")
    assert len(offered) <= 25
    assert all(len(name) <= 100 and len(value) <= 100 for name, value in offered.items())


LONG = [f"A{'b' * 8} {'very ' * 30}long {number}" for number in range(2)]


async def test_films_with_long_names_are_offered_and_taken(
    server: Server, library: Library, new_bot: NewBot
) -> None:
    for number, title in enumerate(LONG):
        save(library, [make_review("ada", film=Film(title, 1950), rating=3 + number)])
    offered = await choices(server.ann, server.channel, "rating", "film", "abbbbbbbb ve")
    assert [name.endswith(f"long {n} (1950) · 1 review") for n, name in enumerate(offered)] == [True, True]
    values = list(offered.values())
    await server.env.restart_bot(new_bot())

    seen = [text(shown(await server.ann.slash(server.channel, "rating", film=value))) for value in values]
    assert sorted("averages 3.00" in words for words in seen) == [False, True]
    assert sorted("averages 4.00" in words for words in seen) == [False, True]
    both = shown(await server.ann.slash(server.channel, "compare", film=values[0], other=values[1]))
    assert "has the higher average rating: 4.00" in text(both)
    named = await choices(server.ann, server.channel, "mentions", "name", "brandt")
    assert named == {}


async def test_reviewers_with_long_names_are_offered_and_taken(server: Server, library: Library) -> None:
    name = "Zoe " + "van der " * 15 + "Linden"
    save(library, [make_review(name)])
    offered = await choices(server.ann, server.channel, "reviewer", "name", "zoe")
    ((shown_name, value),) = offered.items()
    assert shown_name.startswith("Zoe van der")
    assert "wrote 1 review" in text(shown(await server.ann.slash(server.channel, "reviewer", name=value)))
    assert "Zoe van der" in text(shown(await server.bob.slash(server.channel, "review", reviewer=value)))
    found = shown(await server.ann.slash(server.channel, "search", words="harbour", reviewer=value))
    assert "were written by Zoe" in text(found) or "was written by Zoe" in text(found)


async def test_person_is_offered_while_the_name_is_typed(server: Server, library: Library) -> None:
    ida = [
        f"Ida Brandt plays it well, and in reel {number} I was moved by Ida Brandt." for number in range(3)
    ]
    save(library, [make_review(f"r{place}", text=words) for place, words in enumerate(ida)])
    offered = await choices(server.ann, server.channel, "mentions", "name", "ida br")
    assert offered == {"Ida Brandt · 3 reviews": "Ida Brandt"}


async def test_reviewer_is_offered_while_it_is_typed(server: Server, library: Library) -> None:
    save(library, [make_review("UlrikSander"), make_review("ulla")])
    assert set(await choices(server.ann, server.channel, "reviewer", "name", "ulr")) == {"UlrikSander"}


@pytest.mark.parametrize("command", ["films", "help", "people", "mentions", "reviewer"])
async def test_every_question_is_answered(server: Server, library: Library, command: str) -> None:
    save(library, MANY)
    given = {"mentions": {"name": "Brandt"}, "reviewer": {"name": "reader3"}}.get(command, {})
    assert text(shown(await server.ann.slash(server.channel, command, **given))).startswith("### ")


async def test_commands_are_told_once_and_again_when_they_change(server: Server, new_bot: NewBot) -> None:
    def told() -> int:
        return sum(entry.method == "PUT" for entry in server.env.http_requests)

    assert told() == 1
    await server.env.restart_bot(new_bot())
    assert told() == 1

    changed = new_bot()
    original = changed.setup_hook

    async def with_another_command() -> None:
        changed.tree.command(name="new", description="New")(_nothing)
        await original()

    changed.setup_hook = with_another_command  # type: ignore[method-assign]
    await server.env.restart_bot(changed)
    assert told() == 2


async def _nothing(interaction: discord.Interaction) -> None: ...


async def test_ratings_are_a_picture_with_words_for_those_who_can_not_see_it(
    server: Server, library: Library
) -> None:
    save(library, (make_review(f"r{rating}", rating=rating) for rating in (4, 8)))

    answer = shown(await server.ann.slash(server.channel, "rating"))

    assert [file.filename for file in answer.attachments] == ["ratings.png"]
    assert words_of_pictures(answer) == [
        "Ratings of Harbour Lights (1999): 6.00 of 10 on average; 1 gave 4, 1 gave 8."
    ]


async def test_a_quote_can_be_had_as_a_card_and_another_one_after_it(
    server: Server, library: Library
) -> None:
    for place in range(2):
        text_of = f"The harbour number {place} glows and nobody says a word about it."
        save(library, [make_review(f"r{place}", text=text_of)])
    message = shown(await server.ann.slash(server.channel, "quote"))

    card = shown(await server.ann.click(message, label="As a card"))
    first = words_of_pictures(card)
    assert len(first) == 1
    assert "glows and nobody says a word about it" in first[0]

    await server.ann.click(card, label="Another quote")
    assert words_of_pictures(card) != first
    assert len(words_of_pictures(card)) == 1
    assert len(card.attachments) == 1


async def test_two_films_are_compared_in_a_picture(server: Server, library: Library) -> None:
    save(library, [make_review(rating=9), make_review(film=HARBOUR_II, rating=3)])
    answer = shown(
        await server.ann.slash(server.channel, "compare", film="harbor lights 1999", other="harbor lights 2")
    )
    assert "Harbour Lights (1999) has the higher average rating" in text(answer)
    assert "Ratings of two films beside each other" in words_of_pictures(answer)[0]


async def test_a_film_is_followed_over_the_years_from_its_rating(server: Server, library: Library) -> None:
    save(library, [make_review(rating=9, date=dt.date(year, 1, 1)) for year in (2004, 2007, 2010)])
    rating = shown(await server.ann.slash(server.channel, "rating"))
    answer = shown(await server.ann.click(rating, label="Over the years"))
    assert "9.00 of 10 in each of them" in text(answer)
    assert "Mean rating of Harbour Lights (1999) by year" in words_of_pictures(answer)[0]


async def test_a_long_spoiler_is_read_on_privately_to_its_end(server: Server, library: Library) -> None:
    sentences = [f"Secret number {number} of the plot goes like this." for number in range(160)]
    save(library, [make_review("ada", spoiler=True, text=" ".join(sentences))])
    message = shown(await server.ann.slash(server.channel, "review", reviewer="ada"))
    assert buttons(message)[0] == "Show spoiler"
    assert "Read on" not in buttons(message)

    opened = shown(await server.bob.click(message, label="Show spoiler"))
    seen = text(opened)
    while "Read on" in buttons(opened):
        await server.bob.click(opened, label="Read on")
        assert opened.ephemeral
        seen += text(opened)

    assert all(sentence in seen for sentence in sentences)
    await server.bob.click(opened, label="From the beginning")
    assert sentences[0] in text(opened)
    assert "Secret" not in open_text(text(message)), "what everybody sees stays blurred"


async def test_a_quote_stands_by_itself_without_ellipses(server: Server, library: Library) -> None:
    save(library, [make_review(text="Oh.\n\nThe harbour glows and nobody says a word about it. Oh. Well.")])
    quote = text(shown(await server.ann.slash(server.channel, "quote")))
    assert "> The harbour glows and nobody says a word about it.\n" in quote


async def test_in_a_channel_with_a_film_what_other_films_have_is_a_button_away(
    server: Server, library: Library, asking: Asking
) -> None:
    save(library, [make_review("ada", text="The foghorn sounds over the harbour all night long.")])
    save(library, [make_review("ben", film=HARBOUR_II, text="The second one is as quiet as a church.")])
    save_channel_film(asking.servers, server.env.guild.id, server.channel.id, str(HARBOUR_II))
    asking.places.read(asking.servers)
    for command, option in (("search", "words"), ("mentions", "name"), ("quote", "about")):
        result = await server.ann.slash(server.channel, command, **{option: "foghorn"})
        assert "Harbour Lights (1999)" in text(shown(result)), command
        message = server.channel.last_message
        assert message is not None
        await server.ann.click(message, label="In all films")
        assert server.channel.last_message is not None
        assert "foghorn" in text(server.channel.last_message).replace("**", "").lower()
