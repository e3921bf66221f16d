"""One sample file of every format that a host may bring: the same three invented reviews, or one person's."""

from __future__ import annotations

import base64
import csv
import datetime as dt
import gzip
import html
import io
import json
import quopri
import zipfile
from collections.abc import Iterable

from bot.cli.exporting import review_as_json
from bot.model import Review
from bot.pages.own_markdown import FIRST_LINE, facts_comment, quotation
from tests.making import HARBOUR, make_review
from tests.pages.html_rendering import render_older
from tests.pages.html_rendering import render_todays as render_todays_html
from tests.pages.rendering import render_page, render_todays

REVIEWS = [
    make_review(
        "fennimore_w",
        title='Wet, slow & "beautiful"',
        rating=9,
        votes=(1204, 1391),
        date=dt.date(2003, 11, 14),
        text="It smells of diesel; of rope, too.\n\nI'd see it again – twice.",
        site_id="rw1000001",
    ),
    make_review(
        "Pilar_Ontanda",
        title="Not for me",
        rating=None,
        votes=(3, 40),
        date=dt.date(2011, 5, 3),
        text="I left before the lighthouse.",
        site_id="rw1000002",
    ),
    make_review(
        "Ingvild.T",
        title="The ending",
        rating=4,
        votes=(0, 0),
        date=dt.date(2016, 8, 24),
        spoiler=True,
        text="He was the keeper all along, and the lamp was never lit. Ærlig talt: 4/10.",
        site_id="rw1000003",
    ),
]
FILM = str(HARBOUR)

LETTERBOXD = {
    "profile.csv": [["Date Joined", "Username", "Given Name"], ["2009-01-01", "orla_vint", "Orla"]],
    "reviews.csv": [
        [*"Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date".split(",")],
        [
            *("2010-05-17", "Harbour Lights", "1999", "https://boxd.it/1abc", "4.5", ""),
            *('It glows; "twice", he said.\n\nSee <i>it</i>, with salt.', "sea, fog", "2010-05-16"),
        ],
        [*("2019-01-02", "Tallow Quay", "2003", "https://boxd.it/1abd", "", "Yes", "Again!", "", "")],
    ],
    "ratings.csv": [
        ["Date", "Name", "Year", "Letterboxd URI", "Rating"],
        ["2010-05-17", "Harbour Lights", "1999", "https://boxd.it/f1", "4.5"],
        ["2012-03-04", "Lantern Row", "1988", "https://boxd.it/f2", "0.5"],
    ],
    "watched.csv": [["Date", "Name", "Year", "Letterboxd URI"]],
    "deleted/reviews.csv": [
        [*"Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date".split(",")],
        ["2018-05-17", "Tallow Quay", "2003", "https://boxd.it/1abx", "1", "", "Taken back.", "", ""],
    ],
}


def as_table(rows: Iterable[Iterable[object]], separator: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode()


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def as_single_file(page: bytes, encoding: str) -> bytes:
    """As Chrome saves a page as a single file, with a picture behind it."""
    encode = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(encoding, bytes)
    mark = b"----MultipartBoundary--x----"
    kinds = (b"text/html", encoding.encode(), encode(page)), (b"image/png", b"base64", b"iVBORw0KGgo=\n")
    head = (
        b'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n'
    )
    parts = [head + b'\tboundary="' + mark + b'"\n']
    for kind, how, body in kinds:
        parts.append(b"Content-Type: " + kind + b"\nContent-Transfer-Encoding: " + how + b"\n\n" + body)
    return (b"\n--" + mark + b"\n").join(parts).replace(b"\n", b"\r\n") + b"\r\n--" + mark + b"--\r\n"


def _in_a_dump(review: Review) -> dict[str, object]:
    """As the public dumps of the site's reviews have it."""
    assert review.votes
    return {
        "review_id": review.site_id,
        "reviewer": review.byline.reviewer,
        "movie": FILM,
        "rating": None if review.rating is None else str(review.rating),
        "review_summary": review.title,
        "review_date": f"{review.byline.date:%d %B %Y}",
        "spoiler_tag": int(review.spoiler),
        "review_detail": html.escape(review.text).replace("\n", "<br/>"),
        "helpful": [str(review.votes.helpful), str(review.votes.total)],
    }


def _in_a_table(review: Review) -> list[object]:
    """As tables that people share have it."""
    assert review.votes
    rating = "N/A" if review.rating is None else f"{review.rating}/10"
    votes = f"{review.votes.helpful} out of {review.votes.total}"
    date = f"{review.byline.date:%d/%m/%Y}"
    text = html.escape(review.text).replace("\n", "<br />")
    return [FILM, review.byline.reviewer, rating, review.title, date, text, votes, review.spoiler]


def _own(review: Review) -> dict[str, object]:
    return review_as_json(f"{review.site_id}", review)


def _own_markdown() -> bytes:
    parts = [FIRST_LINE, f"# {FILM}"]
    for review in REVIEWS:
        facts = {key: value for key, value in _own(review).items() if key != "text"}
        parts += [facts_comment(facts), f"## {review.title}", quotation(review.text)]
    return "\n\n".join(parts).encode()


_TABLE = as_table(
    [
        [
            "film_title",
            "username",
            "score",
            "headline",
            "review_date",
            "content",
            "found_helpful",
            "is_spoiler",
        ],
        *map(_in_a_table, REVIEWS),
    ]
)
_LINES = "".join(f"{json.dumps(_in_a_dump(review))}\n" for review in REVIEWS).encode()
_ARRAY = json.dumps([_in_a_dump(review) for review in REVIEWS], indent=2, ensure_ascii=False).encode()

OF_THE_FILM: dict[str, bytes] = {
    "older.html": render_older(HARBOUR, REVIEWS).encode(),
    "todays.html": render_todays_html(HARBOUR, REVIEWS).encode(),
    "todays.mhtml": as_single_file(render_todays_html(HARBOUR, REVIEWS).encode(), "quoted-printable"),
    "older.txt": render_page(HARBOUR, REVIEWS).encode(),
    "todays.txt": render_todays(HARBOUR, REVIEWS).encode(),
    "dump.json": _ARRAY,
    "dump.jsonl": _LINES,
    "dump.csv": _TABLE,
    "dump.csv.gz": gzip.compress(_TABLE),
    "dump.jsonl.gz": gzip.compress(_LINES),
    "dump.zip": packed({"archive/reviews.csv": _TABLE, "archive/README.md": b"# A dump of reviews\n"}),
    "pages.zip": packed({"older.html": render_older(HARBOUR, REVIEWS).encode(), "a.png": b"\x89PNG"}),
    "own.md": _own_markdown(),
    "own.jsonl": "".join(f"{json.dumps(_own(review))}\n" for review in REVIEWS).encode(),
    "own.csv": as_table([_own(REVIEWS[0]), *(_own(review).values() for review in REVIEWS)]),
}
"""Files that hold all of `REVIEWS`, by names that a host may give them."""

OF_LETTERBOXD: dict[str, bytes] = {
    "letterboxd-orla_vint-2024-05-01-10-00-utc.zip": packed(
        {name: as_table(rows) for name, rows in LETTERBOXD.items()}
    ),
    "letterboxd-orla_vint-2024-05-01-10-00-utc-reviews.csv": as_table(LETTERBOXD["reviews.csv"]),
    "letterboxd-orla_vint-2024-05-01-10-00-utc-reviews-semicolons.csv": as_table(
        LETTERBOXD["reviews.csv"], ";"
    ),
}
"""The whole export, and its table of reviews by itself."""
