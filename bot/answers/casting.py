"""Who plays whom in a film, as its reviews tell it in passing, the same person's names taken together.

Shared by the answers that name people and by those that quote what is said of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from bot.answers.asked import Asked
from bot.answers.scope import Scope
from bot.errors import FilmAmbiguousError
from bot.language.credits import Credit, Proof
from bot.language.folding import folded
from bot.language.giving_away import speaks_of_ending
from bot.language.part_names import is_same_player, is_same_role
from bot.language.parts import TITLES, casting
from bot.language.sentences import Span
from bot.store.people import film_people, find_people, open_name
from bot.store.reviews import StoredReview, film_reviews

_READ = 100


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
        for span, credit in _credits_in(stored):
            yield Told(stored, span, credit)


@lru_cache(maxsize=2_048)
def _credits_in(stored: StoredReview) -> tuple[tuple[Span, Credit], ...]:
    told = [stored.review.text[slice(*span)] for span in stored.sentences]
    return tuple(
        (span, credit)
        for span, sentence, before in zip(stored.sentences, told, ["", *told], strict=False)
        for credit in casting(sentence, before)
    )


def sure_ones(told: list[Told], scope: Scope) -> list[Told]:
    """What is told surely, and what is borne out by it: never what names the film itself."""
    title = set(folded(scope.film.title if scope.film else "").split())
    told = [_turned(one, told) for one in told]
    sure = [
        one
        for one in told
        if one.credit.proof is Proof.NONE and not title & set(folded(one.credit.role).split())
    ]
    return sure + [one for one in told if one.credit.proof is not Proof.NONE and _is_borne_out(one, sure)]


def _is_borne_out(one: Told, sure: list[Told]) -> bool:
    known = [other for other in sure if is_same_player(one.credit.who, other.credit.who)]
    if one.credit.proof is Proof.PLAYER:
        return bool(known)
    return any(is_same_role(one.credit.role, other.credit.role) for other in known)


def _turned(one: Told, told: list[Told]) -> Told:
    """`Kevin Marlow (Doctor Holt)` names the player first, if other sentences call him one and Holt none."""
    who, role = one.credit.who.split(), one.credit.role.split()
    if who[0].lower() in TITLES and role[0].lower() not in TITLES and len(role) > 1:
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


def cast_of(scope: Scope, asked: Asked) -> list[Told]:
    """Every credit of a part that the reviews tell."""
    return sure_ones(list(credits_told(scope, asked)), scope)


def told_openly(scope: Scope, asked: Asked) -> list[Told]:
    """Every credit of a part that a sentence tells without giving anything away."""
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
    votes = [vote for vote in voted(told_openly(scope, asked), scope, asked) if _has_name(vote)]
    return as_part(lead_first(votes, scope, asked)[0]) if votes else None


def _has_name(vote: Vote) -> bool:
    return any(role[:1].isupper() for role in vote.roles)


def as_part(vote: Vote) -> Part:
    """Whom the votes make of somebody."""
    return Part(vote.name, max(vote.roles.items(), key=lambda each: (each[0][:1].isupper(), each[1]))[0])
