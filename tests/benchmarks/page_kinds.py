"""Pages of every kind that can be read, of invented reviews, as many as a benchmark asks for."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

from bot.cli.exporting import review_as_json
from bot.model import NOTHING_TOLD, Byline, Film, Review, Told, Votes
from bot.pages.own_markdown import FIRST_LINE, facts_comment, quotation
from tests.pages.html_rendering import render_older
from tests.pages.html_rendering import render_todays as render_todays_html
from tests.pages.rendering import render_page, render_todays
from tests.pages.test_letterboxd import REVIEW_NAMES

FILM = Film("Harbour Lights", 1999)
WORDS = "the harbour lights of a film that nobody saw in its year are on again – it’s as good as ever".split()
DUMP_COLUMNS = ("user", "film", "rating", "title", "date", "text", "helpful", "total", "spoiler_tag")
OWN_COLUMNS = tuple(
    review_as_json("", Review(FILM, "", Byline("", "", None), None, None, spoiler=False, text=""))
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: reviews, rendered any number of times, between what stands above and below them.

    `above` holds `reviews_above` reviews itself. `told` is what the host has to say of such a file.
    """

    render: Callable[[list[Review]], bytes]
    above: bytes = b""
    below: bytes = b""
    reviews_above: int = 0
    told: Told = NOTHING_TOLD

    def page(self, reviews: list[Review]) -> bytes:
        """One whole page."""
        return self.above + self.render(reviews) + self.below


def make_reviews(count: int) -> list[Review]:
    """Reviews of about 1,200 characters, always the same ones."""
    random = Random(2004)
    return [make_review(random, number) for number in range(count)]


def make_review(random: Random, number: int) -> Review:
    text = "\n\n".join(" ".join(random.choices(WORDS, k=86)) + "." for _ in range(3))
    date = dt.date(2000, 1, 1) + dt.timedelta(days=random.randrange(9000))
    name = f"reviewer-{random.randrange(100_000)}"
    byline = Byline(f"{name}{date.day} {date:%B} {date.year}", name, date)
    helpful = random.randrange(2000)
    votes = Votes(helpful, helpful + random.randrange(500))
    spoiler = random.random() < 0.1
    rating = random.randint(1, 10)
    return Review(FILM, "A title of some words", byline, rating, votes, spoiler, text, f"rw{number}")


def as_table(rows: Iterable[Iterable[object]], separator: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode()


def dump_row(review: Review) -> tuple[object, ...]:
    assert review.votes
    facts = (
        review.byline.reviewer,
        review.film,
        review.rating,
        review.title,
        review.byline.date,
        review.text,
    )
    return (*map(str, facts), review.votes.helpful, review.votes.total, str(review.spoiler))


def dump_object(review: Review) -> str:
    """A review as the public dumps of the site's reviews have it."""
    assert review.votes
    votes = [str(review.votes.helpful), str(review.votes.total)]
    fields = {
        "review_id": review.site_id,
        "reviewer": review.byline.reviewer,
        "movie": str(review.film),
        "rating": str(review.rating),
        "review_summary": review.title,
        "review_date": f"{review.byline.date:%d %B %Y}",
        "spoiler_tag": int(review.spoiler),
        "review_detail": review.text.replace("\n", "<br/>"),
        "helpful": votes,
    }
    return json.dumps(fields)


def letterboxd_row(review: Review) -> tuple[object, ...]:
    assert review.rating
    film = f"{review.film.title} {review.site_id}"
    date = review.byline.date
    return (
        date,
        film,
        1999,
        f"https://boxd.it/{review.site_id}",
        review.rating / 2,
        "",
        review.text,
        "",
        date,
    )


def own_fields(review: Review) -> dict[str, object]:
    return review_as_json(f"{review.site_id}-{review.byline.reviewer}", review)


def own_json(reviews: list[Review]) -> bytes:
    return "".join(f"{json.dumps(own_fields(review))}\n" for review in reviews).encode()


def own_markdown(reviews: list[Review]) -> bytes:
    written = ""
    for review in reviews:
        facts = {key: value for key, value in own_fields(review).items() if key != "text"}
        written += f"\n{facts_comment(facts)}\n\n## {review.title}\n\n{quotation(review.text)}\n"
    return written.encode()


def spoilers_below(reviews: list[Review]) -> bytes:
    return render_page(FILM, reviews, spoilers_below_votes=True).encode()


KINDS = {
    "older page, copied": Kind(lambda reviews: render_page(FILM, reviews).encode()),
    "older page, copied, spoilers below": Kind(spoilers_below),
    "today's page, copied": Kind(lambda reviews: render_todays(FILM, reviews).encode()),
    "older page, HTML": Kind(lambda reviews: render_older(FILM, reviews).encode()),
    "today's page, HTML": Kind(lambda reviews: render_todays_html(FILM, reviews).encode()),
    "Letterboxd table": Kind(
        lambda reviews: as_table(map(letterboxd_row, reviews)),
        above=as_table([REVIEW_NAMES]),
        told=Told(reviewer="ada_l"),
    ),
    "dump, CSV": Kind(lambda reviews: as_table(map(dump_row, reviews)), above=as_table([DUMP_COLUMNS])),
    "dump, JSON array": Kind(
        lambda reviews: "".join(f",\n{dump_object(review)}" for review in reviews).encode(),
        above=f"[{dump_object(make_reviews(1)[0])}".encode(),
        below=b"]\n",
        reviews_above=1,
    ),
    "dump, JSON lines": Kind(
        lambda reviews: "".join(f"{dump_object(review)}\n" for review in reviews).encode()
    ),
    "own CSV": Kind(
        lambda reviews: as_table(own_fields(review).values() for review in reviews),
        above=as_table([OWN_COLUMNS]),
    ),
    "own JSON lines": Kind(
        lambda reviews: "".join(
            f"{json.dumps(own_fields(review), default=str)}\n" for review in reviews
        ).encode()
    ),
    "own Markdown": Kind(own_markdown, above=f"{FIRST_LINE}\n\n# {FILM}\n".encode()),
}
