"""Who plays whom and who made the film, by vote of the reviews that tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.answers.absent import absences, is_of_another_film
from bot.answers.answer import Answer, Fact, FollowUp, Quote
from bot.answers.asked import Asked, left_out
from bot.answers.casting import Told, Vote, cast_of, lead_first, reviews_read, voted
from bot.answers.opinions.answering import opinion
from bot.answers.parts_meant import (
    gathered,
    is_described,
    is_kin,
    meant_by,
    name_in,
    perhaps_meant,
    told_beside,
    told_of_description,
)
from bot.answers.passages import passage, veiled
from bot.answers.scope import Scope, scope_of
from bot.answers.wording import counted
from bot.language.credits import Credit, crew
from bot.language.english import is_english
from bot.language.folding import folded
from bot.language.part_names import is_called, is_same_player, is_same_role
from bot.language.sentences import Span
from bot.language.topic_words import CHARACTERS
from bot.questions.kinds import EVERY_FILM, Mentions, NotInReviews, Opinion, People, Who
from bot.store.people import PersonEntry, find_people, reviews_mentioning
from bot.store.reviews import StoredReview

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
    hidden = [one for one in told if one not in openly]
    answer = _part(question, openly, scope, asked, hidden)
    if answer.found or len(openly) == len(told):
        return answer
    behind = _part(question, told, scope, asked, ())
    return _veiled(behind) if behind.found else answer


def _part(question: Who, told: list[Told], scope: Scope, asked: Asked, also: Sequence[Told]) -> Answer:
    if question.subject in _DID:
        return _job(question, told, scope, asked)
    if question.subject in _PARTS:
        return _cast(question, told, scope, asked, also)
    return _somebody(question, told, scope, asked, also)


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
    return "who plays that part" if subject.islower() else f"who plays {subject}"


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
    names = (subject, name_in(subject), *words)
    return next((found for name in names if (found := find_people(asked.library, name))), [])


def _credits(question: Who, scope: Scope, asked: Asked) -> list[Told]:
    """Whatever the reviews tell of who did a job."""
    title = set(folded(scope.film.title if scope.film else "").split())
    return [
        Told(stored, (start, end), credit)
        for stored in reviews_read(scope, asked)
        for (start, end), credit in _credits_in(stored, question.subject)
        if not set(folded(credit.who).split()) <= title
    ]


def _job(question: Who, told: list[Told], scope: Scope, asked: Asked) -> Answer:
    votes = voted(told, scope, asked)
    if not votes:
        return _nobody(question, scope, asked)
    first = votes[0]
    together = [vote.name for vote in votes if vote.reviews == first.reviews][:_TOGETHER]
    names = " and ".join(together) if question.subject == "writer" else first.name
    line = f"{names} {_DID[question.subject]} {scope.film}, {_say(first.reviews)}."
    return _answer(question, line, votes[:_LISTED], scope, asked)


@lru_cache(maxsize=2_048)
def _credits_in(stored: StoredReview, job: str) -> tuple[tuple[Span, Credit], ...]:
    text = stored.review.text
    return tuple((span, credit) for span in stored.sentences for credit in crew(text[slice(*span)], job))


def _say(number: int) -> str:
    return f"{'says' if number == 1 else 'say'} {counted(number, 'review')}"


def _somebody(question: Who, told: list[Told], scope: Scope, asked: Asked, also: Sequence[Told]) -> Answer:
    if meant := meant_by(question.subject, told):
        return _plays(question, meant, told, scope, asked, also)
    if played := [one for one in told if is_called(question.subject, one.credit.who)]:
        role = _main_role(voted(played, scope, asked)[0])
        meant = [one for one in played if one.credit.role == role]
        return _plays(question, meant, told, scope, asked, also)
    if (made := _what_they_did(question, scope, asked)) is not None:
        return made
    if likely := _likely(question.subject, told, scope, asked):
        votes = voted(likely, scope, asked)
        part = _called(max(votes[0].roles, key=len), likely)
        reviews = counted(votes[0].reviews, "review")
        line = f"If I read {reviews}{_of(scope)} right, {votes[0].name} plays {part}."
        return _answer(question, line, votes[:2], scope, asked)
    return _nobody(question, scope, asked)


def _what_they_did(question: Who, scope: Scope, asked: Asked) -> Answer | None:
    """What somebody who plays no part did on the film: `Hallgerd Finnbo composed its music`."""
    if is_english(question.subject.split()[-1]) or not find_people(
        asked.library, question.subject, scope.film_id
    ):
        return None
    for job in _DID:
        told = [
            one
            for one in _credits(replace(question, subject=job), scope, asked)
            if is_same_player(question.subject, one.credit.who) and not one.stored.review.spoiler
        ]
        if told:
            return _job(replace(question, subject=job), told, scope, asked)
    return None


def _plays(
    question: Who, meant: list[Told], told: list[Told], scope: Scope, asked: Asked, also: Sequence[Told]
) -> Answer:
    """Who plays the part of these credits; who tells the same among what is hidden counts too."""
    votes = voted(meant, scope, asked)
    first = [one for one in meant if one.stored.review_id in votes[0].told and _is_of(votes[0], one)]
    whole = gathered(first, told)
    same = gathered(whole, also)
    vote = voted(whole, scope, asked)[0]
    vote.told |= {one.stored.review_id: one for one in same if one.stored.review_id not in vote.told}
    part = _part_called(question.subject, first, whole)
    missed = list(absences(whole, reviews_read(scope, asked)))
    elsewhere = is_of_another_film([*whole, *same], len(missed), scope, asked)
    there = ", but in another film" if elsewhere else ""
    line = f"{vote.name} plays {part}{there}, {_say(vote.reviews)}{_of(scope)}."
    others = [other for other in votes[1:_LISTED] if other.name != vote.name]
    answer = _answer(question, line, [vote, *others], scope, asked)
    return (
        replace(answer, quotes=(*_missing(missed, asked), *answer.quotes)[:_SHOWN]) if elsewhere else answer
    )


def _is_of(vote: Vote, one: Told) -> bool:
    return is_same_player(vote.name, one.credit.who) or one in vote.told.values()


def _missing(missed: list[tuple[StoredReview, Span]], asked: Asked) -> Iterator[Quote]:
    """The sentences that say so of the film itself, as far as they may be shown."""
    for stored, span in missed[:_TOGETHER]:
        quote = veiled(passage(stored, span))
        if not (quote.hidden and asked.place.spoilers_left_out):
            yield quote


def _part_called(subject: str, first: list[Told], whole: list[Told]) -> str:
    """`Dot Corrigan`, `the father, Smeden`: as it was asked for, and how else those call it who count too."""
    words = folded(subject).split()
    kin = words[-1] if is_kin(words) else ""
    names = [one.credit.role for one in whole if one.credit.role[:1].isupper()]
    called = [role for role in names if not kin and is_same_role(name_in(subject), role)]
    if called or (names and any(is_called(subject, one.credit.who) for one in first)):
        counted_first = {one.stored.review_id for one in first}
        too = (one.credit.role for one in whole if one.stored.review_id not in counted_first)
        too_called = _longest(role for role in too if not role[:1].isupper())
        return _called(_longest(called or names), whole) + (f", the {too_called}" if too_called else "")
    lower = _longest(one.credit.role for one in first if not one.credit.role[:1].isupper()) or kin or subject
    return f"the {lower}, {_longest(names)}" if names else f"the {lower}"


def _longest(names: Iterable[str]) -> str:
    return max(names, key=len, default="")


def _called(role: str, told: Iterable[Told]) -> str:
    """`the Purser`, where the reviews print it so."""
    printed = re.compile(rf"\b[Tt]he {re.escape(role)}\b")
    articled = not role[:1].isupper() or any(
        printed.search(one.stored.review.text, *one.span) for one in told if one.credit.role == role
    )
    return f"the {role}" if articled else role


_UNNAMED = frozenset("baby infant newborn toddler dog cat parrot horse bird".split())
"""Whoever stands near one of these in a sentence does not play it."""


def _likely(subject: str, told: list[Told], scope: Scope, asked: Asked) -> list[Told]:
    """Credits of whoever the reviews may call that: `Tarrant, a tug skipper`, `Oakshaw as the villain`."""
    words = folded(subject).split()
    if is_kin(words):
        return _likely_kin(words[-1], words[:-1], told)
    if not _UNNAMED.isdisjoint(words):
        return []
    openly = not any(one.hidden for one in told)
    return (
        (list(told_beside(subject, told)) if all(map(is_english, words)) else [])
        or list(told_of_description(subject, told, scope, asked, openly=openly))
        or perhaps_meant(subject, scope, asked)
    )


def _likely_kin(kin: str, others: list[str], told: list[Told]) -> list[Told]:
    """`Charlotte, the baby's mother` by what stands near; nobody where the reviews call another so."""
    if any(is_described([kin], one.credit) for one in told):
        return []
    beside = list(told_beside(kin, told))
    named = [one for one in beside if any(is_called(word, one.credit.role) for word in others)]
    return named or [one for one in beside if one.credit.role not in CHARACTERS]


def _of(scope: Scope) -> str:
    return f" of {scope.film}"


def _cast(question: Who, told: list[Told], scope: Scope, asked: Asked, also: Sequence[Told]) -> Answer:
    if question.subject == "villain":
        return _somebody(Who("villain", question.film), told, scope, asked, also)
    reviews = reviews_read(scope, asked)
    votes = [
        vote
        for vote in voted(told, scope, asked)
        if any(role[:1].isupper() for role in vote.roles)
        and not _is_of_another_film(vote, told, reviews, scope, asked)
    ]
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


def _is_of_another_film(
    vote: Vote, told: list[Told], reviews: list[StoredReview], scope: Scope, asked: Asked
) -> bool:
    his = [one for one in told if one in vote.told.values() or is_same_player(vote.name, one.credit.who)]
    return is_of_another_film(his, len(list(absences(his, reviews))), scope, asked)


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
