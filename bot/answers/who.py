"""Who plays whom and who made the film, by vote of the reviews that tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from bot.answers.answer import Answer, Fact, FollowUp, Quote
from bot.answers.asked import Asked
from bot.answers.opinions import opinion
from bot.answers.passages import passage
from bot.answers.scope import Scope, scope_of
from bot.answers.wording import counted
from bot.errors import NotFoundError
from bot.language.credits import Credit, casting, crew
from bot.language.folding import folded
from bot.language.giving_away import speaks_of_ending
from bot.language.sentences import Span, sentences
from bot.questions.kinds import EVERY_FILM, Mentions, NotInReviews, Opinion, People, Who
from bot.questions.who import JOBS
from bot.store.people import film_people, find_people, reviews_mentioning
from bot.store.reviews import StoredReview, film_reviews

_READ = 100
_SHOWN = 3
_LISTED = 8
_ALIKE = 82
_PARTS = ("cast", "lead", "villain")
_DID = {
    "director": "directed",
    "writer": "wrote",
    "composer": "composed the music of",
    "cinematographer": "shot",
    "editor": "edited",
    "producer": "produced",
    "sound designer": "designed the sound of",
}


@dataclass(frozen=True, slots=True)
class _Told:
    """A credit with the sentence of the review that tells it."""

    stored: StoredReview
    span: Span
    credit: Credit


@dataclass(slots=True)
class _Vote:
    """What speaks for somebody: the name as it is mostly known, the parts, and who tells."""

    name: str
    roles: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    told: dict[str, _Told] = field(default_factory=dict)

    @property
    def reviews(self) -> int:
        return len(self.told)


def who(question: Who, asked: Asked) -> Answer:
    """The name, how many reviews tell it, and their sentences."""
    scope = scope_of(question.film, asked)
    question = replace(question, film=scope.named)
    if scope.film_id is None:
        scope = _scope_of_somebody(question, asked)
    question = replace(question, film=scope.named)
    if question.subject in JOBS:
        return _job(question, scope, asked)
    told = _sure(list(_credits(scope, asked)), scope)
    if question.subject in _PARTS:
        return _cast(question, told, scope, asked)
    return _somebody(question, told, scope, asked)


def _scope_of_somebody(question: Who, asked: Asked) -> Scope:
    """The film whose reviews speak most of somebody; raises FilmAmbiguousError where none does."""
    people = find_people(asked.library, question.subject) if question.subject not in (*JOBS, *_PARTS) else []
    if not people:
        asked.catalogue.meant(EVERY_FILM, asked.place)
    spoken = reviews_mentioning(asked.library, people[0].id, limit=_READ)
    films = Counter(str(stored.review.film) for stored in spoken)
    return scope_of(films.most_common(1)[0][0], asked)


def _reviews(scope: Scope, asked: Asked) -> list[StoredReview]:
    if scope.film_id is None:
        raise NotFoundError("Tell me which film you mean.")
    return film_reviews(asked.library, scope.film_id, "helpful", limit=_READ)


def _credits(scope: Scope, asked: Asked) -> Iterator[_Told]:
    for stored in _reviews(scope, asked):
        text = stored.review.text
        for start, end in sentences(text):
            for credit in casting(text[start:end]):
                yield _Told(stored, (start, end), credit)


def _sure(told: list[_Told], scope: Scope) -> list[_Told]:
    """Without what names the film itself, or may name one: `Refn's Drive`."""
    title = set(folded(scope.film.title if scope.film else "").split())
    sure = [one for one in told if one.credit.sure and not title & set(folded(one.credit.role).split())]
    also = [
        one
        for one in told
        if not one.credit.sure and any(_is_called(one.credit.role, other.credit.role) for other in sure)
    ]
    return sure + also


def _votes(told: Iterable[_Told], scope: Scope, asked: Asked, name_of: str = "who") -> list[_Vote]:
    """The votes for each person, the same person under one name, most votes first."""
    votes: dict[str, _Vote] = {}
    known: dict[str, tuple[str, str]] = {}
    for one in told:
        printed = one.credit.who if name_of == "who" else one.credit.role
        if printed not in known:
            known[printed] = _settled(printed, scope, asked)
        key, name = known[printed]
        vote = votes.setdefault(key, _Vote(name))
        if len(printed) > len(vote.name):
            vote.name = printed if key not in (folded(vote.name),) else vote.name
        vote.told.setdefault(one.stored.review_id, one)
        vote.roles[one.credit.role if name_of == "who" else one.credit.who] += 1
    return sorted(votes.values(), key=lambda vote: -vote.reviews)


def _settled(printed: str, scope: Scope, asked: Asked) -> tuple[str, str]:
    """The key and the fullest known form of a name."""
    people = find_people(asked.library, printed, scope.film_id)
    if not people:
        return folded(printed).rpartition(" ")[2], printed
    return people[0].key, people[0].name


def _job(question: Who, scope: Scope, asked: Asked) -> Answer:
    title = set(folded(scope.film.title if scope.film else "").split())
    told = [
        _Told(stored, (start, end), credit)
        for stored in _reviews(scope, asked)
        for start, end in sentences(stored.review.text)
        for credit in crew(stored.review.text[start:end], question.subject)
        if not set(folded(credit.who).split()) <= title
    ]
    votes = _votes(told, scope, asked)
    if not votes:
        return _nobody(question, f"who {_DID[question.subject]} it", scope, asked)
    first = votes[0]
    line = f"{first.name} {_DID[question.subject]} {scope.film}, {_say(first.reviews, scope)}."
    return _answer(question, line, votes[:_LISTED], scope, asked)


def _say(number: int, scope: Scope) -> str:
    return f"{'says' if number == 1 else 'say'} {counted(number, 'review')}"


def _somebody(question: Who, told: list[_Told], scope: Scope, asked: Asked) -> Answer:
    roles = [one for one in told if _is_called(question.subject, one.credit.role)]
    if roles:
        votes = _votes(roles, scope, asked)
        role = max((one.credit.role for one in roles), key=len)
        line = f"{votes[0].name} plays {role}, {_say(votes[0].reviews, scope)}{_of(scope)}."
        return _answer(question, line, votes[:_LISTED], scope, asked)
    played = [one for one in told if _is_called(question.subject, one.credit.who)]
    if played:
        votes = _votes(played, scope, asked)
        role = max(votes[0].roles.items(), key=lambda each: (each[1], len(each[0])))[0]
        line = f"{votes[0].name} plays {role}, {_say(votes[0].reviews, scope)}{_of(scope)}."
        return _answer(question, line, votes[:1], scope, asked)
    for word in sorted(question.subject.split(), key=len, reverse=True):
        if len(question.subject.split()) > 1 and any(_is_named(word, one.credit.role) for one in told):
            return _somebody(replace(question, subject=word), told, scope, asked)
    described = list(_described(question.subject, told))
    if described:
        votes = _votes(described, scope, asked)
        role = max(votes[0].roles, key=len)
        line = (
            f"{votes[0].name} as {role}, if I read {counted(votes[0].reviews, 'review')} right{_of(scope)}."
        )
        return _answer(question, line, votes[:2], scope, asked)
    return _nobody(question, f"who plays {question.subject}", scope, asked)


def _of(scope: Scope) -> str:
    return f" of {scope.film}"


def _is_called(typed: str, name: str) -> bool:
    """Whether a name as typed, maybe misspelt or in part, is that name."""
    typed_words, words = folded(typed).split(), folded(name).split()
    if not typed_words or not words:
        return False
    return all(
        any(_is_word(same, other) for other in words for same in _SAME.get(word, {word}))
        for word in typed_words
    )


def _is_named(word: str, role: str) -> bool:
    """Whether the word is a part of the role's name, and not only of what it is."""
    return any(part[:1].isupper() and _is_word(word, folded(part)) for part in role.split())


_SAME_PEOPLE = (
    "father dad daddy pops papa",
    "mother mom mum mommy mama",
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


def _described(subject: str, told: list[_Told]) -> Iterator[_Told]:
    """Credits beside which somebody is called that: `Imelda Strake as Dot Corrigan, the landlady`."""
    wanted = [word for word in folded(subject).split() if len(word) > 2]
    for one in told:
        text = one.stored.review.text[slice(*one.span)]
        near = folded(text[max(0, one.credit.start - 45) : one.credit.end + 45]).split()
        if wanted and all(_SAME.get(word, {word}) & set(near) for word in wanted):
            yield one


def _cast(question: Who, told: list[_Told], scope: Scope, asked: Asked) -> Answer:
    votes = [vote for vote in _votes(told, scope, asked) if any(role[:1].isupper() for role in vote.roles)]
    if question.subject == "villain":
        return _somebody(Who("villain", question.film), told, scope, asked)
    if not votes:
        return _nobody(question, "who is in it", scope, asked)
    if question.subject == "lead":
        votes = _most_spoken_of_first(votes, scope, asked)
        role = max(votes[0].roles.items(), key=lambda each: each[1])[0]
        line = f"{votes[0].name} as {role}, of whom the reviews{_of(scope)} speak most."
        return _answer(question, line, votes[:1], scope, asked)
    names = "; ".join(f"{vote.name} as {_main_role(vote)}" for vote in votes[:_LISTED])
    answer = _answer(question, f"The reviews{_of(scope)} name {names}.", votes[:_LISTED], scope, asked)
    return replace(answer, follow_ups=(FollowUp("Whom they speak of most", People(question.film)),))


def _most_spoken_of_first(votes: list[_Vote], scope: Scope, asked: Asked) -> list[_Vote]:
    if scope.film_id is None:
        return votes
    spoken = {entry.name: entry.reviews for entry in film_people(asked.library, scope.film_id, limit=_READ)}
    return sorted(votes, key=lambda vote: -spoken.get(vote.name, 0))


def _main_role(vote: _Vote) -> str:
    named = {role: number for role, number in vote.roles.items() if role[:1].isupper()}
    return max(named.items(), key=lambda each: (each[1], len(each[0])))[0]


def _answer(question: Who, line: str, votes: list[_Vote], scope: Scope, asked: Asked) -> Answer:
    quotes = [quote for vote in votes[:1] for one in vote.told.values() if (quote := _quote(one, asked))]
    return Answer(
        question,
        found=True,
        headline=line,
        facts=tuple(Fact(vote.name, _told_by(vote)) for vote in votes),
        quotes=tuple(sorted(quotes, key=lambda quote: (quote.spoiler, len(quote.text)))[:_SHOWN]),
        film=scope.film,
        follow_ups=(
            FollowUp(f"What they say of {votes[0].name}", Opinion(votes[0].name, question.film)),
            FollowUp(f"Who mentions {votes[0].name}", Mentions(votes[0].name, question.film)),
        ),
    )


def _told_by(vote: _Vote) -> str:
    roles = ", ".join(dict.fromkeys(role for role in vote.roles if role not in JOBS))
    return f"{roles}: {counted(vote.reviews, 'review')}" if roles else counted(vote.reviews, "review")


def _quote(one: _Told, asked: Asked) -> Quote | None:
    text = one.stored.review.text[slice(*one.span)]
    hidden = one.stored.review.spoiler or speaks_of_ending(text)
    if hidden and asked.place.spoilers_left_out:
        return None
    start = one.span[0]
    stress = ((start + one.credit.start, start + one.credit.end),)
    return replace(passage(one.stored, one.span, stress), spoiler=hidden)


def _nobody(question: Who, what: str, scope: Scope, asked: Asked) -> Answer:
    closest = opinion(NotInReviews(question.subject, question.film), asked)
    return replace(closest, headline=f"No review{_of(scope)} says {what}.")
