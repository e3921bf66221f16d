"""Who plays whom and who made the film, by vote of the reviews that tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from bot.answers.answer import Answer, Fact, FollowUp, Quote
from bot.answers.asked import Asked, left_out
from bot.answers.casting import (
    Told,
    Vote,
    cast_of,
    is_called,
    is_named,
    lead_first,
    reviews_read,
    told_beside,
    told_of_description,
    voted,
)
from bot.answers.opinions.answering import opinion
from bot.answers.passages import passage, veiled
from bot.answers.scope import Scope, scope_of
from bot.answers.wording import counted
from bot.language.credits import Credit, crew
from bot.language.english import is_english
from bot.language.folding import folded
from bot.language.sayings import sentences_of
from bot.language.sentences import Span
from bot.language.topic_words import CHARACTERS
from bot.questions.kinds import EVERY_FILM, Mentions, NotInReviews, Opinion, People, Who
from bot.store.people import PersonEntry, find_people, reviews_mentioning

_READ = 100
_SHOWN = 3
_LISTED = 8
_TOGETHER = 2
_PARTS = ("cast", "lead", "villain")
_DID = {
    "director": "directed",
    "writer": "wrote",
    "composer": "composed the music of",
    "cinematographer": "shot",
    "editor": "edited",
    "producer": "produced",
    "sound designer": "designed the sound of",
    "voice": "is the voice of",
    "dedication": "has the dedication of",
}


def who(question: Who, asked: Asked) -> Answer:
    """The name, how many reviews tell it, and their sentences."""
    scope = scope_of(question.film, asked)
    question = replace(question, film=scope.named)
    if scope.film_id is None:
        scope = _scope_of_somebody(question, asked)
    question = replace(question, film=scope.named)
    told = _credits(question, scope, asked) if question.subject in _DID else cast_of(scope, asked)
    openly = [
        one for one in told if not (one.stored.review.spoiler if question.subject in _DID else one.hidden)
    ]
    answer = _part(question, openly, scope, asked)
    if answer.found or len(openly) == len(told):
        return answer
    behind = _part(question, told, scope, asked)
    return _veiled(behind) if behind.found else answer


def _part(question: Who, told: list[Told], scope: Scope, asked: Asked) -> Answer:
    if question.subject in _DID:
        return _job(question, told, scope, asked)
    if question.subject in _PARTS:
        return _cast(question, told, scope, asked)
    return _somebody(question, told, scope, asked)


def _veiled(answer: Answer) -> Answer:
    """The answer where only hidden passages tell it: they are shown so, and nothing else names anybody."""
    what = _asked_for(answer.question.subject) if isinstance(answer.question, Who) else "that"
    quotes = tuple(quote for quote in answer.quotes if quote.hidden)
    headline = f"Only passages hidden as spoilers say {what}."
    return replace(answer, headline=headline, facts=(), quotes=quotes, follow_ups=())


def _asked_for(subject: str) -> str:
    if subject in _DID:
        return f"who {_DID[subject]} it"
    if subject in _PARTS:
        return "who is in it"
    return "who plays that part" if subject.islower() and " " in subject else f"who plays {subject}"


def _scope_of_somebody(question: Who, asked: Asked) -> Scope:
    """The film whose reviews speak most of somebody; raises FilmAmbiguousError where none does."""
    people = [] if question.subject in (*_DID, *_PARTS) else _named_in(question.subject, asked)
    if not people:
        asked.catalogue.meant(EVERY_FILM, asked.place)
    spoken = reviews_mentioning(asked.library, people[0].id, limit=_READ)
    films = Counter(str(stored.review.film) for stored in spoken)
    return scope_of(films.most_common(1)[0][0], asked)


def _named_in(subject: str, asked: Asked) -> list[PersonEntry]:
    """Who bears the name, or, in `tonny dad`, the longest of its words that is somebody's."""
    words = sorted((word for word in subject.split() if not is_english(word)), key=len, reverse=True)
    return next((found for name in (subject, *words) if (found := find_people(asked.library, name))), [])


def _credits(question: Who, scope: Scope, asked: Asked) -> list[Told]:
    """Whatever the reviews tell of who did a job."""
    title = set(folded(scope.film.title if scope.film else "").split())
    return [
        Told(stored, (start, end), credit)
        for stored in reviews_read(scope, asked)
        for (start, end), credit in _credits_in(stored.review.text, question.subject)
        if not set(folded(credit.who).split()) <= title
    ]


def _job(question: Who, told: list[Told], scope: Scope, asked: Asked) -> Answer:
    votes = voted(told, scope, asked)
    if not votes:
        return _nobody(question, scope, asked)
    first = votes[0]
    together = [vote.name for vote in votes if vote.reviews == first.reviews][:_TOGETHER]
    names = " and ".join(together) if question.subject == "writer" else first.name
    line = f"{names} {_DID[question.subject]} {scope.film}, {_say(first.reviews, scope)}."
    return _answer(question, line, votes[:_LISTED], scope, asked)


@lru_cache(maxsize=2_048)
def _credits_in(text: str, job: str) -> tuple[tuple[Span, Credit], ...]:
    return tuple(
        ((start, end), credit) for start, end in sentences_of(text) for credit in crew(text[start:end], job)
    )


def _say(number: int, scope: Scope) -> str:
    return f"{'says' if number == 1 else 'say'} {counted(number, 'review')}"


def _somebody(question: Who, told: list[Told], scope: Scope, asked: Asked) -> Answer:
    if (kin := _kin(question.subject)) is not None:
        return _kinsman(question, kin, told, scope, asked)
    roles = [one for one in told if is_called(question.subject, one.credit.role)]
    if roles:
        votes = voted(roles, scope, asked)
        role = max((one.credit.role for one in roles), key=len)
        line = f"{votes[0].name} plays {role}, {_say(votes[0].reviews, scope)}{_of(scope)}."
        return _answer(question, line, votes[:_LISTED], scope, asked)
    played = [one for one in told if is_called(question.subject, one.credit.who)]
    if played:
        votes = voted(played, scope, asked)
        role = _main_role(votes[0])
        part = role if role[:1].isupper() else f"the {role}"
        line = f"{votes[0].name} plays {part}, {_say(votes[0].reviews, scope)}{_of(scope)}."
        return _answer(question, line, votes[:1], scope, asked)
    for word in sorted(question.subject.split(), key=len, reverse=True):
        if len(question.subject.split()) > 1 and any(is_named(word, one.credit.role) for one in told):
            return _somebody(replace(question, subject=word), told, scope, asked)
    described = _described(question.subject, told, scope, asked)
    if described:
        votes = voted(described, scope, asked)
        role = max(votes[0].roles, key=len)
        part = role if role[:1].isupper() else f"the {role}"
        reviews = counted(votes[0].reviews, "review")
        line = f"If I read {reviews}{_of(scope)} right, {votes[0].name} plays {part}."
        return _answer(question, line, votes[:2], scope, asked)
    return _nobody(question, scope, asked)


_UNNAMED = frozenset("baby infant newborn toddler dog cat parrot horse bird".split())
"""Whoever stands near one of these in a sentence does not play it."""


def _described(subject: str, told: list[Told], scope: Scope, asked: Asked) -> list[Told]:
    """Credits of whoever the reviews call that: `Tarrant, a tug skipper`, `Oakshaw as the villain`."""
    if not _UNNAMED.isdisjoint(subject.split()):
        return []
    beside = list(told_beside(subject, told))
    openly = not any(one.hidden for one in told)
    return beside or list(told_of_description(subject, told, scope, asked, openly=openly))


def _kin(subject: str) -> str | None:
    """The word of kinship or job in `tonny father`, by which another than Tonny is meant."""
    words = subject.split()
    return next((word for word in words if word in _KIN), None) if len(words) > 1 else None


_KIN = CHARACTERS | frozenset(
    "kid child brother sister wife husband girlfriend boyfriend uncle aunt grandfather grandmother".split()
)


def _kinsman(question: Who, kin: str, told: list[Told], scope: Scope, asked: Asked) -> Answer:
    """Somebody told by what he is to others, or by his work: `Tonny's father`, `Rook the engineer`."""
    others = [word for word in question.subject.split() if word != kin]
    named = [one for one in told if any(is_named(word, one.credit.role) for word in others)]
    beside = list(told_beside(kin, told))
    both = [one for one in beside if one in named]
    meant = (
        both
        or [one for one in told if is_called(kin, one.credit.role)]
        or [one for one in beside if one not in named and one.credit.role not in CHARACTERS]
    )
    if not meant:
        return _nobody(question, scope, asked)
    votes = voted(meant, scope, asked)
    role = max(votes[0].roles, key=len)
    role = role if role[:1].isupper() else kin
    line = f"{votes[0].name} plays {role}, {_say(votes[0].reviews, scope)}{_of(scope)}."
    return _answer(question, line, votes[:2], scope, asked)


def _of(scope: Scope) -> str:
    return f" of {scope.film}"


def _cast(question: Who, told: list[Told], scope: Scope, asked: Asked) -> Answer:
    votes = [vote for vote in voted(told, scope, asked) if any(role[:1].isupper() for role in vote.roles)]
    if question.subject == "villain":
        return _somebody(Who("villain", question.film), told, scope, asked)
    if not votes:
        return _nobody(question, scope, asked)
    if question.subject == "lead":
        votes = lead_first(votes, scope, asked)
        role = max(votes[0].roles.items(), key=lambda each: each[1])[0]
        line = f"{votes[0].name} as {role}, of whom the reviews{_of(scope)} speak most."
        return _answer(question, line, votes[:1], scope, asked)
    names = "; ".join(f"{vote.name} as {_main_role(vote)}" for vote in votes[:_LISTED])
    answer = _answer(question, f"The reviews{_of(scope)} name {names}.", votes[:_LISTED], scope, asked)
    return replace(answer, follow_ups=(FollowUp("Whom they speak of most", People(question.film)),))


def _main_role(vote: Vote) -> str:
    named = {role: number for role, number in vote.roles.items() if role[:1].isupper()} or vote.roles
    return max(named.items(), key=lambda each: (each[1], len(each[0])))[0]


def _answer(question: Who, line: str, votes: list[Vote], scope: Scope, asked: Asked) -> Answer:
    quotes = [quote for vote in votes[:1] for one in vote.told.values() if (quote := _quote(one, asked))]
    return Answer(
        question,
        found=True,
        headline=line,
        notes=left_out(sum(len(vote.told) for vote in votes[:1]) - len(quotes), what="spoiler passage"),
        facts=tuple(Fact(vote.name, _told_by(vote)) for vote in votes),
        quotes=tuple(sorted(quotes, key=lambda quote: (quote.hidden, len(quote.text)))[:_SHOWN]),
        film=scope.film,
        follow_ups=(
            FollowUp(f"What they say of {votes[0].name}", Opinion(votes[0].name, question.film)),
            FollowUp(f"Who mentions {votes[0].name}", Mentions(votes[0].name, question.film)),
        ),
    )


def _told_by(vote: Vote) -> str:
    roles = ", ".join(dict.fromkeys(role for role in vote.roles if role not in _DID))
    return f"{roles}: {counted(vote.reviews, 'review')}" if roles else counted(vote.reviews, "review")


def _quote(one: Told, asked: Asked) -> Quote | None:
    stress = ((one.credit.start, one.credit.end),)
    quote = veiled(passage(one.stored, one.span, stress))
    return None if quote.hidden and asked.place.spoilers_left_out else quote


def _nobody(question: Who, scope: Scope, asked: Asked) -> Answer:
    closest = opinion(NotInReviews(question.subject, question.film), asked)
    line = f"No review{_of(scope)} says {_asked_for(question.subject)}."
    return replace(closest, paging=None, headline=line)
