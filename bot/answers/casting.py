"""Who plays whom in a film, as its reviews tell it in passing, the same person's names taken together.

Shared by the answers that name people and by those that quote what is said of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rapidfuzz import fuzz

from bot.answers.asked import Asked
from bot.answers.scope import Scope
from bot.errors import FilmAmbiguousError
from bot.language.credits import Credit, casting
from bot.language.folding import folded
from bot.language.giving_away import speaks_of_ending
from bot.language.sayings import sentences_of
from bot.language.sentences import Span
from bot.store.people import film_people, find_people, open_name
from bot.store.reviews import StoredReview, film_reviews

_READ = 100
_ALIKE = 82


@dataclass(frozen=True, slots=True)
class Told:
    """A credit with the sentence of the review that tells it."""

    stored: StoredReview
    span: Span
    credit: Credit

    @property
    def hidden(self) -> bool:
        """Whether the sentence is shown as a spoiler only."""
        return self.stored.review.spoiler or speaks_of_ending(self.stored.review.text[slice(*self.span)])


@dataclass(slots=True)
class Vote:
    """What speaks for somebody: the name as it is mostly known, the parts, and who tells."""

    name: str
    roles: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    told: dict[str, Told] = field(default_factory=dict)

    @property
    def reviews(self) -> int:
        """How many reviews tell it."""
        return len(self.told)


def reviews_read(scope: Scope, asked: Asked) -> list[StoredReview]:
    """The reviews in which names are looked for; raises FilmAmbiguousError where no film is meant."""
    if scope.film_id is None:
        raise FilmAmbiguousError("", asked.catalogue.index.films)
    return film_reviews(asked.library, scope.film_id, "helpful", limit=_READ)


def credits_told(scope: Scope, asked: Asked) -> Iterator[Told]:
    """Whatever the reviews tell of who plays whom."""
    for stored in reviews_read(scope, asked):
        for span, credit in _credits_in(stored.review.text):
            yield Told(stored, span, credit)


@lru_cache(maxsize=2_048)
def _credits_in(text: str) -> tuple[tuple[Span, Credit], ...]:
    return tuple(
        ((start, end), credit) for start, end in sentences_of(text) for credit in casting(text[start:end])
    )


def sure_ones(told: list[Told], scope: Scope) -> list[Told]:
    """Without what names the film itself, or may name one: `Refn's Drive`."""
    title = set(folded(scope.film.title if scope.film else "").split())
    told = [_turned(one, told) for one in told]
    sure = [one for one in told if one.credit.sure and not title & set(folded(one.credit.role).split())]
    also = [
        one
        for one in told
        if not one.credit.sure and any(is_called(one.credit.role, other.credit.role) for other in sure)
    ]
    return sure + also


_TITLES = frozenset(
    """Doctor Dr Captain Inspector Sergeant Detective Officer Constable Agent Professor Father Mother Sister
    Brother Aunt Uncle King Queen Prince Princess Lady Lord Sir Madame Colonel General Major Lieutenant Judge
    Nurse Reverend""".split()
)
"""What parts are called by, and players are not."""


def _turned(one: Told, told: list[Told]) -> Told:
    """`Kevin Marlow (Doctor Holt)` names the player first, if other sentences call him one and Holt none."""
    who, role = one.credit.who.split(), one.credit.role.split()
    if who[0] in _TITLES and role[0] not in _TITLES and len(role) > 1:
        return replace(one, credit=replace(one.credit, who=one.credit.role, role=one.credit.who))
    players = {other.credit.who for other in told if other.credit != one.credit}
    if one.credit.role not in players or one.credit.who in players:
        return one
    return replace(one, credit=replace(one.credit, who=one.credit.role, role=one.credit.who))


def voted(told: Iterable[Told], scope: Scope, asked: Asked, name_of: str = "who") -> list[Vote]:
    """The votes for each person, the same person under one name, most votes first."""
    found: dict[str, Vote] = {}
    known: dict[str, tuple[str, str]] = {}
    for one in told:
        printed = one.credit.who if name_of == "who" else one.credit.role
        if printed not in known:
            known[printed] = _settled(printed, scope, asked)
        key, name = known[printed]
        vote = found.setdefault(key, Vote(name))
        if len(printed) > len(vote.name):
            vote.name = printed if key not in (folded(vote.name),) else vote.name
        vote.told.setdefault(one.stored.review_id, one)
        vote.roles[one.credit.role if name_of == "who" else one.credit.who] += 1
    return sorted(found.values(), key=lambda vote: -vote.reviews)


def _settled(printed: str, scope: Scope, asked: Asked) -> tuple[str, str]:
    """The key and the fullest known form of a name."""
    people = find_people(asked.library, printed, scope.film_id)
    if not people:
        return folded(printed).rpartition(" ")[2], printed
    return people[0].key, open_name(asked.library, people[0], printed, scope.film_id)


def is_called(typed: str, name: str) -> bool:
    """Whether a name as typed, maybe misspelt or in part, is that name."""
    typed_words, words = folded(typed).split(), folded(name).split()
    if not typed_words or not words:
        return False
    return all(
        any(_is_word(same, other) for other in words for same in _SAME.get(word, {word}))
        for word in typed_words
    )


def is_named(word: str, role: str) -> bool:
    """Whether the word is a part of the role's name, and not only of what it is."""
    return any(part[:1].isupper() and _is_word(word, folded(part)) for part in role.split())


_SAME_PEOPLE = (
    "father dad daddy pops papa",
    "mother mom mum mommy mama birth",
    "son boy kid",
    "daughter girl",
    "cop policeman policewoman detective inspector officer police",
    "villain baddie crook gangster antagonist",
    "wife spouse",
    "boss chief",
    "doctor doc",
)
_SAME = {word: set(words.split()) for words in _SAME_PEOPLE for word in words.split()}


def _is_word(typed: str, word: str) -> bool:
    if typed == word:
        return True
    return min(len(typed), len(word)) > 3 and typed[0] == word[0] and fuzz.ratio(typed, word) >= _ALIKE


def told_beside(subject: str, told: list[Told]) -> Iterator[Told]:
    """Credits beside which somebody is called that: `Imelda Strake as Dot Corrigan, the landlady`."""
    wanted = [word for word in folded(subject).split() if len(word) > 2]
    for reach in _REACHES:
        found = [one for one in told if wanted and _stand_near(wanted, one, reach)]
        if found:
            yield from found
            return


_REACHES = (45, 75)
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"


def told_of_description(
    subject: str, told: list[Told], scope: Scope, asked: Asked, *, openly: bool
) -> Iterator[Told]:
    """Credits of a part that some sentence describes so, or of a player who is somebody `as the villain`.

    `openly` passes over what reviews marked as spoilers describe.
    """
    described = folded(subject).split()
    words = "|".join(sorted({same for word in described for same in _SAME.get(word, {word})}))
    part = re.compile(
        rf"(?P<role>{_CAPITALS}(?: {_CAPITALS})?),? (?:is |was )?(?:a|an|the|his"
        rf"|her) (?:[\w-]+ ){{0,3}}(?:{words})\b"
        rf"|\b(?:[Tt]he |[Aa] )(?:{words}),? (?P<called>{_CAPITALS})"
    )
    player = re.compile(
        rf"(?P<who>{_CAPITALS}(?: {_CAPITALS})?)\b[^.;A-Z]{{0,60}}? as (?:a|an"
        rf"|the) (?:{words})\b"
    )
    for stored in reviews_read(scope, asked):
        if openly and stored.review.spoiler:
            continue
        for found in part.finditer(stored.review.text):
            if not _is_described(described, stored.review.text[found.start() : found.end() + _BEHIND]):
                continue
            name = found["role"] or found["called"]
            yield from (one for one in told if is_called(name, one.credit.role))
        for found in player.finditer(stored.review.text):
            if not _is_described(described, found[0]):
                continue
            yield from (one for one in told if is_called(found["who"], one.credit.who))


def _is_described(words: list[str], passage: str) -> bool:
    """Whether all that was asked for stands there: `a tug skipper` is no boy on the tug."""
    there = set(folded(passage).split())
    return all(_SAME.get(word, {word}) & there for word in words)


_BEHIND = 20


def _stand_near(wanted: list[str], one: Told, reach: int) -> bool:
    text = one.stored.review.text[slice(*one.span)]
    near = set(folded(text[max(0, one.credit.start - reach) : one.credit.end + reach]).split())
    return all(_SAME.get(word, {word}) & near for word in wanted)


def cast_of(scope: Scope, asked: Asked) -> list[Told]:
    """Every credit of a part that the reviews tell."""
    return sure_ones(list(credits_told(scope, asked)), scope)


def _told_openly(scope: Scope, asked: Asked) -> list[Told]:
    return [one for one in cast_of(scope, asked) if not one.hidden]


def lead_first(votes: list[Vote], scope: Scope, asked: Asked) -> list[Vote]:
    """The votes with whoever plays the lead in front: reviews speak most of that person."""
    if scope.film_id is None:
        return votes
    spoken = {entry.name: entry.reviews for entry in film_people(asked.library, scope.film_id, limit=_READ)}
    return sorted(votes, key=lambda vote: -spoken.get(vote.name, 0))


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in the film: the player's full name and how the part is called."""

    player: str
    role: str


def lead_of(scope: Scope, asked: Asked) -> Part | None:
    """The lead, None where no open sentence tells who plays whom."""
    votes = [vote for vote in voted(_told_openly(scope, asked), scope, asked) if _has_name(vote)]
    return _part(lead_first(votes, scope, asked)[0]) if votes else None


def part_of(role: str, scope: Scope, asked: Asked) -> Part | None:
    """The part that a word for a character means, such as `dad` or `engineer`; None if untold openly."""
    told = _told_openly(scope, asked)
    meant = [one for one in told if is_called(role, one.credit.role)] or list(told_beside(role, told))
    votes = voted(meant, scope, asked)
    return _part(votes[0]) if votes else None


def _has_name(vote: Vote) -> bool:
    return any(role[:1].isupper() for role in vote.roles)


def _part(vote: Vote) -> Part:
    return Part(vote.name, max(vote.roles.items(), key=lambda each: (each[0][:1].isupper(), each[1]))[0])
