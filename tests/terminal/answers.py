"""Answers of every shape, and how they look, for the tests of the terminal."""

from __future__ import annotations

import io
import unicodedata

from hypothesis import strategies as st
from rich.console import Console, RenderableType

from bot.answers.answer import Answer, Fact, FollowUp, Histogram, Paging, Quote
from bot.model import Film
from bot.questions.kinds import AverageRating, Help, RandomQuote, Search, TopReviews, Unclear, WholeReview

TEXTS = st.text(max_size=200) | st.sampled_from(
    [
        "\x1b[31mred\x1b[0m",
        "[bold red]markup[/]",
        "a\rb\x07\x9b2J",
        "\u202egnp.exe",
        "שלום 1",
        "\ud800",
        "x" * 500,
        "𝔘 👩‍👩‍👧 é",
    ]
)
FILMS = st.builds(Film, TEXTS, st.none() | st.integers(1880, 2100))
QUESTIONS = st.one_of(
    st.builds(AverageRating, st.none() | TEXTS),
    st.builds(TopReviews, st.none() | TEXTS),
    st.builds(Search, TEXTS),
    st.builds(RandomQuote, st.none() | TEXTS, deck=st.none() | st.integers(0, 9)),
    st.builds(WholeReview, TEXTS),
    st.builds(Unclear, TEXTS),
    st.just(Help()),
)


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    return Quote(
        review_id=draw(TEXTS),
        film=draw(FILMS),
        reviewer=draw(TEXTS),
        byline_certain=draw(st.booleans()),
        rating=draw(st.none() | st.integers(1, 10)),
        date=draw(st.none() | st.dates()),
        helpful=draw(st.none() | st.integers(0, 10_000)),
        total=draw(st.none() | st.integers(0, 10_000)),
        spoiler=draw(st.booleans()),
        title=draw(TEXTS),
        text=text,
        stress=tuple(draw(st.lists(st.tuples(ends, ends), max_size=4))),
        begins=draw(st.booleans()),
        ends=draw(st.booleans()),
    )


ANSWERS = st.builds(
    Answer,
    question=QUESTIONS,
    found=st.booleans(),
    headline=TEXTS,
    notes=st.lists(TEXTS, max_size=2).map(tuple),
    facts=st.lists(st.builds(Fact, TEXTS, TEXTS), max_size=4).map(tuple),
    quotes=st.lists(quotes(), max_size=3).map(tuple),
    picture=st.none()
    | st.builds(
        Histogram,
        FILMS,
        st.lists(st.integers(0, 100_000), min_size=10, max_size=10).map(tuple),
        st.floats(1, 10),
    ),
    follow_ups=st.lists(st.builds(FollowUp, TEXTS, QUESTIONS), max_size=3).map(tuple),
    paging=st.none()
    | st.builds(Paging, st.integers(1, 9), st.integers(1, 9), st.integers(0, 99_999), st.booleans()),
    film=st.none() | FILMS,
)


def make_quote(
    text: str = "The lamp lights up.", *, spoiler: bool = False, ends: bool = True, rating: int | None = 8
) -> Quote:
    return Quote(
        review_id="r1",
        film=Film("Harbour Lights", 1999),
        reviewer="ada",
        byline_certain=True,
        rating=rating,
        date=None,
        helpful=1_413,
        total=1_597,
        spoiler=spoiler,
        title="A title",
        text=text,
        ends=ends,
    )


def shown(
    renderable: RenderableType, *, width: int = 80, colours: bool = False, encoding: str = "utf-8"
) -> str:
    """What the terminal would get."""
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", newline="\n")
    console = Console(
        file=file, width=width, force_terminal=colours, color_system="truecolor" if colours else None
    )
    console.print(renderable)
    file.seek(0)
    return file.read()


def steering(text: str) -> list[str]:
    """The characters of the text that would steer a terminal."""
    turning = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x2068))}
    return [
        char
        for char in text
        if (unicodedata.category(char) in {"Cc", "Cs"} and char != "\n") or char in turning
    ]
