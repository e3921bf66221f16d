from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from simcord.components import COMPONENTS_V2_FLAG, validate_components, walk_components

from bot.answers.answer import Answer, Fact, FollowUp, Histogram, Paging, Quote
from bot.discord_app.limits import TEXT_IN_MESSAGE, length
from bot.discord_app.rendering import Message, render, say, stars
from bot.discord_app.rows import Reader
from bot.model import Film
from bot.questions.kinds import AverageRating, Help, Reviewer, Search, TopReviews, WholeReview
from tests.discord_app.markdown import open_text, what_works
from tests.discord_app.test_codes import QUESTIONS
from tests.discord_app.test_markup import HOSTILE, turned

HIDDEN = "".join(("zq", "xj", "kv"))
"""Stands in all that a spoiler review says; put together here, lest hypothesis picks it up and uses it."""

SEAM = "\n\ue001\n"
"""Stands between the texts of a message."""

TEXTS = st.one_of(HOSTILE, st.sampled_from(["word " * 900, "x" * 12_000, "*" * 5_000, "One. " * 700]))
FILMS = st.builds(Film, HOSTILE, st.none() | st.integers(1880, 2100))


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    spoiler = draw(st.booleans())
    secret = HIDDEN if spoiler else ""
    text = secret + draw(TEXTS).replace("word", f"word{secret}") + secret
    spans = draw(st.lists(st.integers(0, len(text)), max_size=6))
    return Quote(
        review_id=draw(st.text(max_size=120)),
        film=draw(FILMS),
        reviewer=draw(HOSTILE),
        byline_certain=draw(st.booleans()),
        rating=draw(st.none() | st.integers(1, 10)),
        date=draw(st.none() | st.dates(dt.date(1990, 1, 1))),
        helpful=draw(st.none() | st.integers(0, 10**7)),
        total=draw(st.none() | st.integers(0, 10**7)),
        spoiler=spoiler,
        title=secret + draw(HOSTILE) + secret,
        text=text,
        stress=tuple((min(pair), max(pair)) for pair in zip(spans[::2], spans[1::2], strict=False)),
        begins=draw(st.booleans()),
        ends=draw(st.booleans()),
    )


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    page = draw(st.integers(1, 10**6))
    return Answer(
        question=draw(QUESTIONS),
        found=draw(st.booleans()),
        headline=draw(TEXTS),
        notes=tuple(draw(st.lists(TEXTS, max_size=4))),
        facts=tuple(draw(st.lists(st.builds(Fact, TEXTS, TEXTS), max_size=40))),
        quotes=tuple(draw(st.lists(quotes(), max_size=30))),
        picture=draw(
            st.none() | st.builds(Histogram, FILMS, st.sampled_from([(0,) * 10, (10**6,) * 10]), st.just(5.5))
        ),
        follow_ups=tuple(draw(st.lists(st.builds(FollowUp, TEXTS, QUESTIONS), max_size=30))),
        paging=draw(
            st.none() | st.builds(Paging, st.just(page), st.integers(page, 10**7), st.integers(0, 10**9))
        ),
        film=draw(st.none() | FILMS),
    )


def components_of(message: Message) -> list[dict[str, Any]]:
    return message.view.to_components()  # type: ignore[no-untyped-call,no-any-return]


def seen(message: Message) -> tuple[str, str]:
    """The texts of a message, and the words on its buttons and menus."""
    parts = list(walk_components(components_of(message)))
    texts = SEAM.join(part["content"] for part in parts if part["type"] == 10)
    labels = [part.get("label") or "" for part in parts]
    for part in parts:
        labels += [f"{option['label']} {option.get('description')}" for option in part.get("options", ())]
    return texts, " ".join(labels)


@given(answers(), st.integers(0, 10**4), st.booleans())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_no_answer_exceeds_discord_or_shows_a_spoiler_open(answer: Answer, start: int, card: bool) -> None:  # noqa: FBT001
    message = render(answer, Reader(7, lambda code: "0123456789abcdef0123", start=start, card=card))

    validate_components(components_of(message), flags=COMPONENTS_V2_FLAG)
    texts, labels = seen(message)
    assert length(texts.replace(SEAM, "")) <= TEXT_IN_MESSAGE
    assert HIDDEN not in open_text(texts)
    assert HIDDEN not in labels


@given(answers())
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_nothing_in_an_answer_mentions_links_or_draws(answer: Answer) -> None:
    texts, _ = seen(render(answer, Reader(7, lambda code: "0123456789abcdef0123")))
    assert not what_works(texts) & {"mention", "link", "picture"}


QUOTE = Quote(
    review_id="id",
    film=Film("F"),
    reviewer="ada",
    byline_certain=True,
    rating=7,
    date=None,
    helpful=1,
    total=2,
    spoiler=False,
    title="Title",
    text="Text.",
)
HEBREW = st.lists(st.sampled_from(["נמל", "שקט,", "2", "(1999)", "and", '"', "||", "x"]), min_size=1).map(
    " ".join
)


@given(HEBREW, HEBREW, HEBREW)
def test_no_line_of_ours_is_turned_by_what_strangers_write(title: str, reviewer: str, words: str) -> None:
    film = Film(title, 1999)
    quote = replace(QUOTE, film=film, reviewer=reviewer, title=title)
    answer = Answer(
        Search(words, str(film)),
        found=True,
        headline=f'{film} has 3 reviews by {reviewer} with "{words}".',
        notes=(f"{reviewer} wrote that of {film}.",),
        facts=(Fact(reviewer, f"{film}, 7/10"),),
        quotes=(quote, replace(quote, film=Film("Other"), spoiler=True)),
        follow_ups=(FollowUp(f"More by {reviewer}", Reviewer(reviewer)),),
    )
    for message in (render(answer, Reader(7, str)), render(replace(answer, question=Help()), Reader(7, str))):
        for part in walk_components(components_of(message)):
            options = [text for option in part.get("options", ()) for text in option.values()]
            for shown in (part.get("content"), part.get("label"), *options):
                assert not isinstance(shown, str) or shown.startswith("w|") or not turned(shown)


def test_a_spoiler_is_open_only_to_the_one_who_asked_for_it() -> None:
    quote = replace(QUOTE, spoiler=True, text=f"{HIDDEN} dies.")
    answer = Answer(WholeReview("id"), found=True, headline="ada on F.", quotes=(quote,))
    hidden, _ = seen(render(answer, Reader(7, str)))
    opened, _ = seen(render(answer, Reader(7, str, unveiled=True)))
    assert HIDDEN not in open_text(hidden)
    assert HIDDEN in open_text(opened)


def test_what_gives_the_ending_away_is_covered_under_its_own_title() -> None:
    quote = replace(QUOTE, title="A quiet one", text=f"In the end {HIDDEN} dies.", gives_away=True)
    answer = Answer(
        Search("dies"),
        found=True,
        headline="H.",
        quotes=(quote, replace(quote, review_id="other", spoiler=True)),
    )
    texts, labels = seen(render(answer, Reader(7, str)))
    assert HIDDEN not in open_text(texts)
    assert texts.count("**A quiet one** *may give the ending away*") == 1
    assert texts.count("**Spoiler**") == 1
    assert "A quiet one" in labels


def test_stars_are_read_at_a_glance() -> None:
    assert stars(10) == "★★★★★ 10/10"
    assert stars(7) == "★★★½☆ 7/10"
    assert stars(1) == "½☆☆☆☆ 1/10"
    assert stars(None) == "no rating"


def test_a_good_film_is_green_and_a_bad_one_red() -> None:
    def colour(mean: float) -> tuple[int, int, int]:
        answer = Answer(
            AverageRating("F"), found=True, headline="F.", picture=Histogram(Film("F"), (1,) * 10, mean)
        )
        accent = render(answer, Reader(7, str)).view.children[0].accent_colour  # type: ignore[attr-defined]
        return accent.to_rgb()  # type: ignore[no-any-return]

    red, green, _ = colour(9.0)
    assert green > red
    red, green, _ = colour(1.5)
    assert red > green


def test_a_page_tells_where_it_stands() -> None:
    answer = Answer(TopReviews("F", page=3), found=True, headline="H.", paging=Paging(3, 12, 58))
    texts, labels = seen(render(answer, Reader(7, str)))
    assert "Page 3 of 12 · 58 in all" in texts
    assert "3 of 12" in labels


def test_a_sentence_of_ours_is_safe_too() -> None:
    texts, _ = seen(say('No film called "@everyone [x](http://y)".'))
    assert what_works(texts) == set()
