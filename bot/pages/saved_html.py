"""Pages saved as HTML, review by review: the file is cut where reviews begin, and each piece is parsed alone.

So a file of any size needs the memory of its longest review, and nothing that a hostile page nests or repeats
reaches beyond one review. What a site's layout is made of is said in one `Layout` per module.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import BinaryIO, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.errors import PageError
from bot.model import Film, PageHead, Problem, Review, Told, Votes
from bot.pages.film_in_force import FilmInForce
from bot.pages.reader import Found, cut, dated_byline
from bot.pages.saved_text import SavedText, without_controls

LONGEST_PIECE = 2 << 20
"""Characters of a review's or a head's HTML that are kept; what follows it up to the next may be longer."""
LONGEST_PARSED = 256 << 10
"""Characters of these, without scripts, styles and pictures, that are parsed: the time may grow faster."""
DEEPEST = 1_000
"""Elements within each other beyond which a piece is not parsed: the time would grow with their square."""
LONGEST_TAG = 6_000
"""Characters of a tag beyond which a piece is not parsed, for the same reason."""

_PAGE_BEGINS = re.compile(r"<(?:!DOCTYPE|!doctype|html|HTML)\b")
_BREAK = "\ue000"  # a character that no text has: it survives the parser as a line's end
_BREAK_TAG = re.compile(r"<[bB][rR]\b[^<>]{0,200}>|\ue000")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)[^>]*+")
_NOT_READ = re.compile(r"<(script|style)\b.*?(?:</\1\s*+>|\Z)|(?<=data:)[a-z]{3,20}/[^\"'\s<>)]*+", re.DOTALL)
_NOT_READ_SIGNS = ("<script", "<style", "data:")
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{LONGEST_TAG},}}")
_UNCLOSED = frozenset("br img input meta link hr wbr source area base col embed track p li".split())
_HTML = re.compile(
    rb"[^\w<]{0,20}(?:<!--.{0,500}?-->\s{0,20})?<(?:!doctype|html|head|body|div|article|section|meta)\b",
    re.I | re.S,
)
_MARKUP = re.compile(rb"<(?:div|span|a|p|article|script) [a-z-]{2,20}=[\"']")
_SPACE = re.compile(r" [ \t\n\r\f]+|[\t\n\r\f][ \t\n\r\f]*")  # but not a space by itself


class Item(NamedTuple):
    """What the HTML of one review says. `text` is None where the page doesn't hold it."""

    site_id: str | None
    rating: int | None
    title: str
    reviewer: str
    date: dt.date | None
    spoiler: bool
    text: str | None
    votes: Votes | None
    film: Film | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A site's way to print reviews: the tag that begins one, a sign in it and its pattern, and its parts."""

    site: str
    sign: str
    item_tag: str
    read_item: Callable[[LexborNode], Item | None]
    read_head: Callable[[LexborNode], PageHead | None]


class _Piece(NamedTuple):
    line: int
    html: str
    layout: Layout | None


def is_html(opening: bytes) -> bool:
    """Whether a file begins as HTML does, a whole page of it or a part."""
    text = opening.replace(b"\0", b"")  # UTF-16
    return bool(_HTML.match(text)) or len(_MARKUP.findall(text[:4_000])) > 5


def read_html(file: BinaryIO, source: str, told: Told, layouts: tuple[Layout, ...]) -> Iterator[Found]:
    """Read the saved pages in a file, one after the other. Raises PageError where there is no review."""
    saved = SavedText(file, source, ends=b">")
    films = FilmInForce(source, told.film)
    began = False
    head: _Piece | None = None
    for piece in _pieces(saved, layouts):
        if piece.layout is None:
            head = piece
            continue
        if head is not None:  # only a head with reviews below it is worth its time
            yield from films.begin(_head(head, layouts), head.line)
            head = None
        began = True
        yield from _read_piece(piece, piece.layout, films, source)
    if not began:
        raise PageError(
            f"{source}: this saved page holds no review that can be read. Save a film's page of user reviews "
            'whole ("Save page as...") once its reviews show, and try again.'
        )
    yield from films.end()
    yield from saved.problems


def text_of(node: LexborNode | None) -> str:
    """The text as a browser shows it, with a line's end for each `<br>`; empty where there is no node."""
    if node is None:
        return ""
    lines = without_controls(_SPACE.sub(" ", node.text())).split(_BREAK)
    return "\n".join(line.strip() for line in lines).strip()


def line_of(node: LexborNode | None) -> str:
    """The text as `text_of` gives it, in one line."""
    return text_of(node).replace("\n", " ")


def _pieces(saved: SavedText, layouts: tuple[Layout, ...]) -> Iterator[_Piece]:
    """The file's text, cut before each review and each further page. The first piece is a page's head."""
    html = _Beginning()
    line = here = 1
    layout: Layout | None = None
    for text in saved:
        start = 0
        for place, next_layout in _beginnings(text, layouts):
            html.add(text[start:place])
            here += text.count("\n", start, place)
            yield _Piece(line, html.take(), layout)
            start, line, layout = place, here, next_layout
        html.add(text[start:])
        here += text.count("\n", start)
    yield _Piece(line, html.take(), layout)


def _beginnings(text: str, layouts: tuple[Layout, ...]) -> list[tuple[int, Layout | None]]:
    """Where reviews begin, each with its layout, and where pages do, in the order of the text."""
    found: list[tuple[int, Layout | None]] = [(match.start(), None) for match in _PAGE_BEGINS.finditer(text)]
    for layout in layouts:
        tag = re.compile(layout.item_tag)
        sign = text.find(layout.sign)
        while sign >= 0:
            start = text.rfind("<", max(sign - LONGEST_TAG, 0), sign)
            if start >= 0 and (match := tag.match(text, start)) and match.end() > sign:
                found.append((start, layout))
            sign = text.find(layout.sign, sign + 1)
    return sorted(found, key=itemgetter(0))


class _Beginning:
    """The beginning of a text that comes in parts, so much of it as is kept in memory."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._room = LONGEST_PIECE

    def add(self, text: str) -> None:
        if self._room > 0:
            self._parts.append(text[: self._room])
            self._room -= len(text)

    def take(self) -> str:
        text = "".join(self._parts)
        self._parts, self._room = [], LONGEST_PIECE
        return text


def _read_piece(piece: _Piece, layout: Layout, films: FilmInForce, source: str) -> Iterator[Found]:
    html = _what_is_read(piece.html)
    root = _parsed(html)
    if root is None:
        reason = "this review's HTML is nested too deeply or has too long a tag, so it is left out"
        yield Problem(source, piece.line, cut(piece.html.strip()), reason)
        return
    item = layout.read_item(root)
    if item is None or not item.reviewer:
        reason = "no reviewer can be read in this review, so it is left out"
        yield Problem(source, piece.line, cut(line_of(root.css_first("body"))), reason)
        return
    film = films.film if item.film is None else item.film
    if film is None:
        films.leave_out(piece.line, item.title)
        return
    yield from films.head() if item.film is None else ()
    yield _review(item, film, layout.site)
    yield from (
        Problem(source, piece.line, cut(item.title or item.reviewer), reason)
        for reason in _missing(item, is_cut=len(html) > LONGEST_PARSED)
    )


def _review(item: Item, film: Film, site: str) -> Review:
    return Review(
        film=film,
        title=item.title,
        byline=dated_byline(item.reviewer, item.date),
        rating=item.rating,
        votes=item.votes,
        spoiler=item.spoiler,
        text=item.text or "",
        site_id=item.site_id,
        site=site,
    )


def _missing(item: Item, *, is_cut: bool) -> Iterator[str]:
    if item.text is None and item.spoiler:
        yield "the page doesn't hold this spoiler's text: it was saved before the text was opened"
    elif item.text is None:
        yield "the page doesn't hold the text of this review"
    if is_cut and len(item.text or "") > LONGEST_PARSED // 2:
        yield "the text of this review is so long that its end isn't read"
    if item.date is None:
        yield "no date can be read in this review"
    if item.votes is None:
        yield "no votes can be read in this review"


def _head(piece: _Piece, layouts: tuple[Layout, ...]) -> PageHead | None:
    root = _parsed(_what_is_read(piece.html))
    if root is None:
        return None
    return next((head for layout in layouts if (head := layout.read_head(root)) is not None), None)


def _what_is_read(html: str) -> str:
    """The HTML without scripts, styles and the data of pictures, which may be larger than all the rest."""
    return _NOT_READ.sub("", html) if any(sign in html for sign in _NOT_READ_SIGNS) else html


def _parsed(html: str) -> LexborNode | None:
    """The HTML's beginning as a tree, None where it is made to take a parser's time."""
    html = html[:LONGEST_PARSED]
    if _LONG_TAG.search(html) or (html.count("<") > DEEPEST and _depth(html) > DEEPEST):
        return None
    return LexborHTMLParser(_BREAK_TAG.sub(_BREAK, html)).root


def _depth(html: str) -> int:
    """How many elements are open at most, rather too many than too few."""
    opened: list[str] = []
    open_of_name: Counter[str] = Counter()
    deepest = 0
    for closes, name in _TAG.findall(html.lower()):
        if not closes:
            is_foreign = open_of_name["svg"] or open_of_name["math"]  # in these, any element may hold others
            if name not in _UNCLOSED or is_foreign:
                opened.append(name)
                open_of_name[name] += 1
                deepest = max(deepest, len(opened))
        elif open_of_name[name]:  # else it closes nothing
            while True:
                closed = opened.pop()
                open_of_name[closed] -= 1
                if closed == name:
                    break
    return deepest
