"""The lines of a page that are the site's own, around and between the reviews.

Some are known by name. Others are known by their place: whatever stands above the last line of a page's head
(menus, lists), and whatever follows the first line of its foot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.model import Film

_NAMES = frozenset(
    """+ Review|Add a review|Advertisement|All|All topics|Any|Ascending|Awards|Back to top
    Clear your history|Contribute to This Page|Critic Reviews|Date|Descending|Edit page|EN|English
    External Reviews|FAQ|Featured|Feedback|Filter|Filter by|Filter by Rating:|Filters|Helpfulness
    Hide Spoilers|IMDb|IMDbPro|Learn more about contributing|Load More|Menu|Metacritic Reviews
    More to explore|Most Votes|Movies|Permalink|Prolific Reviewer|Rating|Ratings|Recently Viewed
    Report this|Review|Review Date|Review Rating|Review this title|Reviews|Search|See also|See more
    Share|Share this page:|Show All|Sign In|Sort by|Sort by:|Spoilers|Total Votes|TV Shows
    User Ratings|User Reviews|Watchlist""".casefold()
    .replace("\n    ", "|")
    .split("|")
)
_LONGEST_TITLE = 300
_LINE = re.compile(r"[^\n]*+(?:\n|\Z)")
_RATING = re.compile(r"(?:10|[1-9]) ?/ ?10")
_MORE = re.compile(r"[0-9]{1,3} more")
_NO_DIGIT = re.compile(r"[^0-9]+")
_STARS = re.compile(r"(?:[1-9]|10) Stars?", re.IGNORECASE)
_YEAR_LINE = re.compile(
    r"\((?:[A-Za-z ]{1,40} )?(?:18|19|20|21)[0-9]{2}(?:/[IVXLC]{1,6})?(?: ?[-–] ?(?:[0-9]{4})? ?)?\)"
)
_TOTAL_LINE = re.compile(r"(?P<total>[0-9][0-9,.'’ \u202f]{0,15}) (?:User )?Reviews?", re.IGNORECASE)
_HEAD_NAMES = frozenset(
    (
        "user reviews",
        "review this title",
        "sort by:",
        "filter by rating:",
        "hide spoilers",
        "filter by:",
        "reviews",
    )
)
_HEAD = re.compile(
    r"""^[ \t]*+(?:
        \S[^\n]{0,300}[ ]Poster  # the line under the picture
        | (?:\S[^\n]{0,300}\n\s*+)?\((?:18|19|20|21)[0-9]{2}\)  # title and year in lines of their own
    )[ \t]*+\n
    (?:[^\n]{0,300}\n){0,8}?
    [ \t]*+(?:User[ ]Reviews|Review[ ]this[ ]title)[ \t]*+(?:\n|\Z)
    """,
    re.MULTILINE | re.VERBOSE,
)
_FOOT = re.compile(
    r"""^[ \t]*+(?:
        An[ ]error[ ]has[ ]occurr?ed\.[ ]Please[ ]try[ ]again\.  # a body may say so too
            (?=\s*+(?:\Z|Load[ ]More|See[ ]also|Awards\b|Recently[ ][Vv]iewed|More[ ]to|Contribute[ ]to))
        | (?:Load[ ]More[ \t]*+\n\s*+)?See[ ]also[ \t]*+\n\s*+Awards\b[^\n]*+
        | Awards[ ]\|[ ]FAQ\b[^\n]*+
        | Recently[ ][Vv]iewed | More[ ]to[ ]explore | Contribute[ ]to[ ]this[ ]page
    )[ \t]*+(?:\n|\Z)
    """,
    re.MULTILINE | re.VERBOSE,
)


def is_known(line: str) -> bool:
    """Whether the site itself prints this line."""
    line = line.strip()
    if (
        line.casefold() in _NAMES
        or _STARS.fullmatch(line)
        or _MORE.fullmatch(line)
        or line.startswith(("Sort by", "Filter by"))
    ):
        return True
    return bool(_FOOT.fullmatch(line)) or is_head_line(line)


def is_head_line(line: str) -> bool:
    """Whether this line stands in the head of a page, above its reviews."""
    return (
        line.casefold() in _HEAD_NAMES
        or line.endswith(" Poster")
        or is_year_line(line)
        or site_total(line) is not None
    )


def is_year_line(line: str) -> bool:
    """Whether the line is a film's year by itself, as in `(2004)`."""
    return bool(_YEAR_LINE.fullmatch(line))


def site_total(line: str) -> int | None:
    """How many reviews the line says there are: `1,413 Reviews`; None where it says no such thing."""
    match = _TOTAL_LINE.fullmatch(line)
    return number(match["total"]) if match else None


def number(text: str) -> int:
    """The whole number that is printed with thousands separators of any kind."""
    return int(_NO_DIGIT.sub("", text))


def find_head(text: str, start: int, end: int) -> int | None:
    """Where a page begins between the two places, None if none does.

    One line may be a reviewer's; a head is a film's line with another line of a head soon below.
    """
    if text.find("Review", start, end) < 0:  # 20 times as fast as the pattern
        return None
    match = _HEAD.search(text, start, end)
    return match.start() if match else None


def find_foot(text: str, start: int, end: int) -> int | None:
    """Where the foot of a page begins between the two places, None if there is none."""
    match = _FOOT.search(text, start, end)
    return match.start() if match else None


def is_film_line(line: str) -> bool:
    """Whether the line could name a film by itself: `Pusher II (2004)`."""
    return 0 < len(line) <= _LONGEST_TITLE and not is_year_line(line) and Film.parse(line).year is not None


def head_stop(lead: str, *, is_first: bool) -> int:
    """Where a page's head stops in the lines above its first review; 0 where they hold no head.

    Above it everything is the site's own. Only at the top of a file (`is_first`) is a single line of a head
    enough to know one by: further down it may be a reviewer's.
    """
    start = 0 if is_first else find_head(lead, 0, len(lead))
    if start is None:
        return 0
    stop, place, last = 0, start, ""
    for line in _lines(lead[start:]):
        place += len(line)
        last = line.strip() or last
        if is_head_line(line.strip()):
            stop = place
        elif stop and _RATING.fullmatch(line.strip()):
            break
    return stop or (len(lead) if is_first and is_film_line(last) else 0)


def runs(text: str) -> Iterator[tuple[bool, str]]:
    """Neighbouring lines together that are the site's own, or are not. From a page's foot on all are."""
    foot = find_foot(text, 0, len(text))
    run: list[str] = []
    is_furniture = True
    for line in _lines(text[:foot]):
        if line.strip() and is_known(line) != is_furniture:
            if run:
                yield is_furniture, "".join(run)
            run, is_furniture = [], not is_furniture
        run.append(line)
    if run:
        yield is_furniture, "".join(run)
    if foot is not None:
        yield True, text[foot:]


def _lines(text: str) -> list[str]:
    return [line for line in _LINE.findall(text) if line]
