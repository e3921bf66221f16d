"""What reviews say of something, in their own sentences: from both sides, the most telling first.

A sentence answers when it speaks of everything that was asked about. Where none does, that is the answer,
with the closest mentions called so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answers.answer import Answer, Fact, FollowUp, Quote
from bot.answers.asked import Asked, left_out
from bot.answers.casting import Part, lead_of, part_of
from bot.answers.passages import passage
from bot.answers.scope import Scope, scope_of
from bot.answers.wording import counted
from bot.errors import FilmNotFoundError
from bot.language.english import is_common_name, is_english
from bot.language.giving_away import speaks_of_ending
from bot.language.sayings import Saying, saying, sentences_of
from bot.language.senses import sense
from bot.language.sentences import Span
from bot.language.stance import is_judged_near, valence, words_of
from bot.language.stemming import stem
from bot.language.topic_words import CHARACTERS
from bot.language.topics import Concept, Topic, has_number, hint_of, proves, read_topic, weighed
from bot.language.words import plain, plain_words
from bot.model import Filters
from bot.questions.film_names import find_film
from bot.questions.kinds import (
    EVERY_FILM,
    AverageRating,
    NotInReviews,
    Opinion,
    Order,
    Search,
    Side,
    TopReviews,
)
from bot.store.counting import count, select
from bot.store.figures import helpfulness
from bot.store.passages import Speaking, reviews_holding
from bot.store.people import find_people, open_name, spellings
from bot.store.reviews import StoredReview, film_reviews

SHOWN = 5
_READ = 80
_CLOSEST = 3
_FEW = 2
_LONG_SENTENCE = 25
_EARLY = 6
_WORSE_THAN_BEST, _MUCH_WORSE, _FIRST = 2.2, 2.8, 3


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of a review (or its title, where `span` is None) with how well it answers.

    `side` is 1 for, -1 against, 0 not to be told; `quality` tells the same of the quality that is asked for.
    `missing` counts what it doesn't speak of and should; `lacks` the words that it may do without.
    """

    stored: StoredReview
    span: Span | None
    score: float
    side: int
    missing: int
    quality: int = 0
    lacks: int = 0

    @property
    def text(self) -> str:
        """The sentence as it is written."""
        review = self.stored.review
        return review.title if self.span is None else review.text[slice(*self.span)]


def opinion(question: Opinion | NotInReviews, asked: Asked) -> Answer:
    """Sentences on the topic; or that there are none, with what comes closest."""
    scope = scope_of(question.film, asked)
    question = replace(question, film=scope.named)
    topic = _with_people(read_topic(question.topic), scope, asked)
    if not topic.needed and not _is_of_missing_film(question):
        return _altogether(question, scope, asked)
    found = _speaking(topic, scope, asked)
    said = list(_said(topic, found, scope))
    if isinstance(question, Opinion) and question.reviewer:
        said = [one for one in said if one.stored.review.byline.reviewer == question.reviewer]
    answering = [one for one in said if one.missing == 0]
    if isinstance(question, Opinion) and question.side:
        answering = _of_side(answering, _SIDES[question.side])
    for less in _less(topic) if isinstance(question, Opinion) and not answering else ():
        said = list(_said(less, found, scope))
        answering = [one for one in said if one.missing == 0]
        if answering:
            topic = less
            break
    if isinstance(question, NotInReviews) or not answering:
        return _not_there(question, topic, scope, said, asked)
    return _shown(question, topic, scope, answering, found, asked)


def _of_side(said: list[_Said], side: int) -> list[_Said]:
    """Those of the side; where they are few, those of which no side can be told come behind them."""
    of_side = [one for one in said if one.side == side]
    if len(of_side) >= _FEW:
        return of_side
    others = [replace(one, score=one.score - 1) for one in said if not one.side]
    return [*of_side, *others] or said


def _less(topic: Topic) -> Iterator[Topic]:
    """Parts of what was asked about that will do as well, one by one: none of a fact or a comparison."""
    if len(topic.needed) > 1 and not topic.fact and not _compares(topic.needed[0]):
        for concept in topic.needed:
            others = tuple(other for other in topic.concepts if other is not concept)
            yield replace(topic, needed=(concept,), wished=others)


def _with_people(topic: Topic, scope: Scope, asked: Asked) -> Topic:
    """The topic with the words that name a person standing for all spellings of the name."""
    people = tuple(_as_person(concept, scope, asked) for concept in topic.concepts)
    if people == topic.concepts:
        return topic
    once = tuple({concept.label: concept for concept in people}.values())
    return weighed(once, wants_number=topic.wants_number, fact=topic.fact)


def _as_person(concept: Concept, scope: Scope, asked: Asked) -> Concept:
    if concept.subject is not None:
        part = lead_of(scope, asked) if concept.subject.name == "lead" else None
        return concept if part is None else _as_part(concept, part)
    people = find_people(asked.library, concept.label, scope.film_id)
    if not people or (is_english(concept.label) and not _is_part_of(concept.label, people[0].name)):
        may_be = concept.label in CHARACTERS or (is_common_name(concept.label) and not people)
        part = part_of(concept.label, scope, asked) if may_be else None
        return concept if part is None else _as_part(concept, part)
    printed = [form for form, _ in spellings(asked.library, people[0].id, scope.film_id, limit=12)]
    last_names = {plain_words(form)[-1] for form in [*printed, people[0].name] if plain_words(form)}
    spelt = frozenset({concept.label, *last_names})
    stems = frozenset(sense(word) for word in spelt)
    name = open_name(asked.library, people[0], concept.label, scope.film_id)
    return Concept(name, stems, spelt, " ".join(sorted(stems)), person=True)


def _as_part(concept: Concept, part: Part) -> Concept:
    """A character with whoever plays it: what is said of one is said of the other."""
    names = {plain_words(name)[-1] for name in (part.player, part.role) if plain_words(name)}
    own = {word for word in concept.spelt if concept.subject is None}
    spelt = frozenset({*own, *names})
    stems = frozenset(map(sense, spelt))
    return Concept(f"{part.role} ({part.player})", stems, spelt, " ".join(sorted(stems)), person=True)


def _is_part_of(word: str, name: str) -> bool:
    return word in plain_words(name)


def _speaking(topic: Topic, scope: Scope, asked: Asked) -> Speaking:
    spelt: frozenset[str] = frozenset().union(*(concept.spelt for concept in topic.concepts))
    return reviews_holding(asked.library, spelt, scope.film_id, limit=_READ)


def _answers(one: _Said) -> tuple[float, ...]:
    """By how much a sentence answers."""
    return -one.missing, one.score


def _said(
    topic: Topic, found: Speaking, scope: Scope, telling: Callable[[_Said], tuple[float, ...]] = _answers
) -> Iterator[_Said]:
    """The most telling sentence of each review."""
    for stored in found.reviews:
        judged = list(_judged(stored, topic, scope))
        if judged:
            yield max(judged, key=telling)


def _judged(stored: StoredReview, topic: Topic, scope: Scope) -> Iterator[_Said]:
    review = stored.review
    hint = hint_of(frozenset[str]().union(*(concept.spelt for concept in topic.concepts)))
    for span in _hinted(hint, review.text):
        if said := _judge(stored, span, review.text[slice(*span)], topic, scope):
            yield said
    if review.title and (title := _judge(stored, None, review.title, topic, scope)):
        yield replace(title, score=title.score - 0.5)


def _hinted(hint: re.Pattern[str], text: str) -> Iterator[Span]:
    """The sentences in which the hint is found."""
    places = [found.start() for found in hint.finditer(plain(text))]
    for start, end in sentences_of(text) if places else ():
        at = bisect_left(places, start)
        if at < len(places) and places[at] < end:
            yield start, end


def _judge(stored: StoredReview, span: Span | None, text: str, topic: Topic, scope: Scope) -> _Said | None:
    known = saying(text)
    words = known.words
    needed = [(concept, concept.places(words)) for concept in topic.needed]
    wished = [(concept, concept.places(words)) for concept in topic.wished]
    missing = lacks = sum(not places for _, places in needed)
    if not topic.fact and all(concept.subject is None for concept in topic.needed):
        missing = max(0, missing - len(needed) // 2)
    if not any(places for _, places in (*needed, *wished)):
        named = any(concept.mentions(words) for concept in topic.needed)
        return _Said(stored, span, _weight(stored, known, 0), 0, len(needed)) if named else None
    other_film = _is_of_another_film(known, scope)
    if topic.fact:
        missing += other_film + (topic.wants_number and not has_number(text))
        missing += not all(proves(concept, text) for concept in topic.needed)
    spoken = [(concept, places) for concept, places in (*needed, *wished) if places]
    side = next((side for concept, places in spoken if (side := concept.stance(words, places))), 0)
    weak = [places for concept, places in needed if places and not concept.strong(words, places)]
    missing += sum(not (side and is_judged_near(words, places)) for places in weak)
    score = sum(2.0 * bool(places) + concept.telling(words, places) for concept, places in needed)
    score += sum(1.5 * bool(places) + concept.telling(words, places) for concept, places in wished)
    score -= 1.2 * len(weak)
    score += _weight(stored, known, side)
    if other_film and not any(_compares(concept) for concept in topic.concepts):
        score -= 1.2
    if spoken and min(spoken[0][1]) < _EARLY:
        score += 0.4
    first, places = needed[0]
    return _Said(stored, span, score, side, missing, first.quality(words, places), lacks)


def _weight(stored: StoredReview, known: Saying, side: int) -> float:
    """What makes a sentence worth showing whatever was asked: a judgement, brevity, readers' votes."""
    review = stored.review
    score = 1.2 * abs(side) + 0.3 * min(2, known.judging)
    score -= 0.03 * max(0, len(known.words.plain) - _LONG_SENTENCE)
    if review.spoiler or known.gives_away:
        score -= 0.8
    score -= 0.7 * (not known.of_film and not known.judging and known.of_somebody > 1)
    score += 0.6 * known.of_film - 0.7 * known.asks
    return score + (0.8 * helpfulness(review.votes.helpful, review.votes.total) if review.votes else 0)


def _asks_worth(concept: Concept) -> bool:
    return concept.subject is not None and concept.subject.name == "worth"


def _compares(concept: Concept) -> bool:
    return concept.subject is not None and concept.subject.name in ("comparison", "standalone", "sequel")


def _is_of_another_film(known: Saying, scope: Scope) -> bool:
    """Whether a sentence speaks of an earlier film, or of one with another year."""
    years = {year for year in known.years if scope.film is None or str(scope.film.year) != year}
    return bool(known.other_film or years)


def _shown(
    question: Opinion, topic: Topic, scope: Scope, said: list[_Said], found: Speaking, asked: Asked
) -> Answer:
    ranked = _once(sorted(said, key=lambda one: -one.score))
    best = ranked[0].score
    kept = [
        one
        for place, one in enumerate(ranked)
        if one.score >= best - (_WORSE_THAN_BEST if place >= _FIRST else _MUCH_WORSE)
    ]
    chosen = _both_sides(kept, ranked)
    if scope.film_id is not None and all(_asks_worth(concept) for concept in topic.needed):
        told = {one.stored.review_id for one in chosen}
        others = [one for one in _sums(scope, None, asked) if one.stored.review_id not in told]
        chosen = [*chosen, *others][:SHOWN]
    if question.page > 1:
        chosen = _further([one for one in ranked if one not in chosen], question.page)
    shown = [quote for one in chosen if (quote := _quote(one, topic, asked)) is not None]
    quotes = tuple(sorted(shown, key=lambda quote: quote.spoiler))
    if question.side is None and question.reviewer is None:
        said = _whoever_speaks(topic, found, scope) or said
    line = _line(topic, scope, said, found, asked)
    return Answer(
        question,
        found=True,
        headline=line if chosen else f"That was all. {line}",
        notes=(*_ending_note(quotes), *left_out(len(chosen) - len(quotes), what="spoiler passage")),
        facts=_facts(topic, said),
        quotes=quotes,
        film=scope.film,
        follow_ups=_follow_ups(question, quotes, scope),
    )


def _whoever_speaks(topic: Topic, found: Speaking, scope: Scope) -> list[_Said]:
    """Each review's stand on the topic, in whatever words that was asked for: figures must not differ."""
    needed = tuple(replace(concept, asked="", asks_yes=None) for concept in topic.needed)
    plainly = replace(topic, needed=needed, wished=())
    return [one for one in _said(plainly, found, scope, _stand) if one.missing == 0]


def _stand(one: _Said) -> tuple[float, ...]:
    """By how much a sentence tells where its review stands."""
    return -one.missing, abs(one.quality), abs(one.side), one.score


def _further(others: list[_Said], page: int) -> list[_Said]:
    """What stands on a page behind the first, of what the first has not shown."""
    return others[SHOWN * (page - 2) : SHOWN * (page - 1)]


def _once(ranked: Sequence[_Said]) -> list[_Said]:
    """Each sentence once: people quote each other, and some write the same under two names."""
    once: dict[tuple[str, bool], _Said] = {}
    for one in ranked:
        once.setdefault((one.text, one.stored.review.spoiler), one)
    return list(once.values())


def _both_sides(best: Sequence[_Said], others: Sequence[_Said]) -> list[_Said]:
    """The best ones, with the best of the smaller side among the first three."""
    chosen = list(best[:SHOWN])
    sides = {one.side for one in chosen}
    for side in (1, -1):
        other = next((one for one in others if one.side == side), None)
        if other is not None and side not in sides:
            chosen = [*chosen[: SHOWN - 1], other]
    first = chosen[:1]
    against = next((one for one in chosen[1:] if first and one.side == -first[0].side != 0), None)
    if against is not None:
        chosen.remove(against)
        chosen.insert(min(2, len(chosen)), against)
    return chosen


def _quote(one: _Said, topic: Topic, asked: Asked) -> Quote | None:
    review = one.stored.review
    hidden = review.spoiler or speaks_of_ending(one.text)
    if hidden and asked.place.spoilers_left_out:
        return None
    quote = passage(one.stored, one.span or (0, 0), _stress(one, topic))
    if one.span is None:
        quote = replace(quote, title="", text=review.title, begins=True, ends=True)
    return replace(quote, spoiler=hidden)


_WORD = re.compile(r"[^\W_]+")


def _stress(one: _Said, topic: Topic) -> tuple[Span, ...]:
    """Where the words that were asked about stand in the sentence."""
    if one.span is None:
        return ()
    phrases = frozenset().union(*(concept.phrases for concept in topic.concepts))
    start, end = one.span
    return tuple(
        (found.start() - start, found.end() - start)
        for found in _WORD.finditer(one.stored.review.text, start, end)
        if words_of(found[0]).stems[:1] and words_of(found[0]).stems[0] in phrases
    )


def _line(topic: Topic, scope: Scope, said: list[_Said], found: Speaking, asked: Asked) -> str:
    everything = count(asked.library, select(asked.library, scope.film_id, Filters()))
    speaks = "speaks" if len(said) == 1 else "speak"
    label = topic.label_of_any if any(one.lacks for one in said) else topic.label
    if not found.all_of_them:
        return (
            f"More than {_READ} reviews{scope.of} may speak of {label}; "
            f"of the {_READ} most helpful ones {len(said)} do."
        )
    sides = _sides(topic, said)
    told = sides.in_words if sides else ""
    return f"{len(said)} of {counted(everything, 'review')}{scope.of} {speaks} of {label}{told}."


@dataclass(frozen=True, slots=True)
class _Sides:
    """How many reviews stand on which side; `yes` and `no` name the sides."""

    yes: str
    no: str
    pro: int
    contra: int

    @property
    def in_words(self) -> str:
        """As it follows what they speak of."""
        if self.yes == "for":
            return f": {self.pro} for, {self.contra} against"
        return f": {self.pro} {'says' if self.pro == 1 else 'say'} {self.yes}, {self.contra} {self.no}"


def _sides(topic: Topic, said: list[_Said]) -> _Sides | None:
    """The sides, None where they can't be told: praise beside what a film tells of is no opinion on it."""
    concept, subject = topic.needed[0], topic.needed[0].subject
    if subject is None:
        named = ("for", "against") if concept.person else None
    elif concept.asks_yes is not None or subject.label.startswith("how "):
        named = subject.sides
    else:
        named = None if subject.fact or subject.content else ("for", "against")
    if named is None:
        return None
    by_quality = named != ("for", "against")
    sides = [one.quality if by_quality else one.side for one in said]
    return _Sides(*named, sides.count(1), sides.count(-1)) if any(sides) else None


def _facts(topic: Topic, said: list[_Said]) -> tuple[Fact, ...]:
    sides = _sides(topic, said)
    return (
        Fact("Speak of it", counted(len(said), "review")),
        *(
            (Fact(sides.yes.capitalize(), f"{sides.pro:,}"), Fact(sides.no.capitalize(), f"{sides.contra:,}"))
            if sides
            else ()
        ),
    )


def _ending_note(quotes: tuple[Quote, ...]) -> tuple[str, ...]:
    hidden = sum(quote.spoiler for quote in quotes)
    if not hidden:
        return ()
    return (
        f"{hidden} of them {'is' if hidden == 1 else 'are'} hidden, as"
        f" {'it' if hidden == 1 else 'they'} may give the ending away.",
    )


def _follow_ups(question: Opinion, quotes: Sequence[Quote], scope: Scope) -> tuple[FollowUp, ...]:
    """A search for the word by which open sentences speak of it mostly, and how the film is rated."""
    stems = {stem(word) for word in plain_words(question.topic)}
    words = Counter(
        word
        for quote in quotes
        if not quote.spoiler
        for word in {quote.text[start:end].lower() for start, end in quote.stress}
    )
    telling = [word for word, times in words.most_common() if times > 1 or stem(word) in stems]
    search = (FollowUp(f"Search for {word}", Search(word, question.film)) for word in telling[:1])
    return (*search, FollowUp("How it is rated", scope.rating))


def _not_there(
    question: Opinion | NotInReviews, topic: Topic, scope: Scope, said: list[_Said], asked: Asked
) -> Answer:
    fewest = min((one.missing for one in said), default=0)
    closest = sorted((one for one in said if one.missing == fewest), key=lambda one: -one.score)[:_CLOSEST]
    quotes = tuple(quote for one in closest if (quote := _quote(one, topic, asked)) is not None)
    line = f"No review{scope.of} says anything of {topic.label}."
    notes = ("The closest mentions are no answer to it:",) if quotes else ()
    if quotes:
        line = f"The reviews{scope.of} don't say."
    follow_ups = _after_nothing(question, scope)
    if _is_of_missing_film(question):
        missing = FilmNotFoundError(question.topic, find_film(question.topic, asked.catalogue.index).nearest)
        line = str(missing)
        notes = (f"The closest mentions in the reviews{scope.of} are no answer to it:",) if quotes else ()
        follow_ups = tuple(FollowUp(str(film), AverageRating(str(film))) for film in missing.nearest)
    if scope.film is not None and scope.film.year and any(_tells_year(concept) for concept in topic.needed):
        notes = (f"Their page gives {scope.film.year} as its year.", *notes)
    return Answer(
        question if isinstance(question, NotInReviews) else NotInReviews(question.topic, question.film),
        found=False,
        headline=line,
        notes=notes,
        quotes=quotes,
        film=scope.film,
        follow_ups=follow_ups,
    )


def _is_of_missing_film(question: Opinion | NotInReviews) -> bool:
    return isinstance(question, NotInReviews) and question.is_film


def _after_nothing(question: Opinion | NotInReviews, scope: Scope) -> tuple[FollowUp, ...]:
    if scope.film is None:
        return ()
    return (FollowUp("What people think of it", Opinion("", question.film)),)


def _tells_year(concept: Concept) -> bool:
    return concept.subject is not None and concept.subject.name == "release"


def _altogether(question: Opinion | NotInReviews, scope: Scope, asked: Asked) -> Answer:
    """Sentences on the film as a whole, from those who liked it and those who didn't."""
    if scope.film_id is None:
        asked.catalogue.meant(EVERY_FILM, asked.place)
        raise AssertionError(scope)
    side = _SIDES[question.side] if isinstance(question, Opinion) and question.side else None
    ranked = _once(_sums(scope, side, asked))
    chosen = _both_sides(ranked, ranked)
    quotes = tuple(quote for one in chosen if (quote := _quote(one, Topic(()), asked)) is not None)
    return Answer(
        Opinion("", question.film, side=question.side if isinstance(question, Opinion) else None),
        found=bool(quotes),
        headline=f"What reviews{scope.of} {_THINK[side]}." if quotes else _NO_SUM.format(of=scope.of),
        notes=left_out(len(chosen) - len(quotes), what="spoiler passage"),
        quotes=quotes,
        film=scope.film,
        follow_ups=(
            FollowUp("How it is rated", scope.rating),
            FollowUp("The harshest", TopReviews(question.film, Order.LOWEST)),
        ),
    )


_NO_SUM = "No review{of} sums it up in a sentence that can be quoted."


def _sums(scope: Scope, side: int | None, asked: Asked) -> list[_Said]:
    """What each review says of the film as a whole, the best first."""
    if scope.film_id is None:
        return []
    reviews = [
        *film_reviews(asked.library, scope.film_id, "helpful", limit=_READ // 2),
        *film_reviews(asked.library, scope.film_id, "lowest", limit=10),
    ]
    once = {stored.review_id: stored for stored in reviews}
    said = [best for stored in once.values() if (best := _summing_up(stored, scope, side)) is not None]
    return sorted(said, key=lambda one: -one.score)


_SIDES = {Side.FOR: 1, Side.AGAINST: -1}
_THINK = {None: "think of it, for and against", 1: "praise", -1: "hold against it"}
_FILM_WORDS = frozenset(words_of("film movie flick picture masterpiece sequel it").stems)


_COMPLAINS = re.compile(
    r"\b(?:but|however|unfortunately|sadly|minus|weakness(?:es)?|weak|reservations?|mistakes?|problems?|faults?|flaws?|wish"
    r"|could (?:lose|go|have)|too|lacks?|less convinced|bad|drags?|boring|pointless|disappoint\w*|mess"
    r"|cheat|not|isn['’]t"
    r"|wasn['’]t|doesn['’]t|didn['’]t)\b",
    re.IGNORECASE,
)
_PRAISES = re.compile(
    r"\b(?:best|strongest|great|superb|brilliant|wonderful|perfect|amazing|love[ds]?|finest|excellent|highlight|beautiful"
    r"|outstanding|terrific|incredible|magnificent|special|good)\b",
    re.IGNORECASE,
)
_SUMS_UP = re.compile(
    r"\b(?:overall|all in all|in short|this (?:film|movie)|the (?:film|movie) is|recommend)\b", re.IGNORECASE
)
_MIDDLE_RATING = 6.5


def _leans(stored: StoredReview, sentence: str, side: int) -> float:
    """How much a sentence is likelier to praise or blame by its own words and by the review's rating."""
    rating = stored.review.rating
    told = 0.35 * side * (rating - _MIDDLE_RATING) if rating is not None else 0.0
    return told + 1.2 * bool((_PRAISES if side > 0 else _COMPLAINS).search(sentence))


def _summing_up(stored: StoredReview, scope: Scope, wanted: int | None) -> _Said | None:
    """The sentence of a review that judges the film as a whole, or that best praises or blames it."""
    best: _Said | None = None
    text = stored.review.text
    for span in sentences_of(text):
        sentence = text[slice(*span)]
        known = saying(sentence)
        words = known.words
        side = valence(words, ())
        if not side or len(words.plain) < 4 or wanted not in (None, side):
            continue
        score = known.judging - 0.06 * max(0, len(words.plain) - 22)
        score += 2 * any(word in _FILM_WORDS for word in words.stems)
        score -= 1.5 * known.gives_away + _is_of_another_film(known, scope)
        score += 1.5 * bool(_SUMS_UP.search(sentence))
        score += _leans(stored, sentence, wanted) if wanted else 0
        score -= known.asks
        votes = stored.review.votes
        score += helpfulness(votes.helpful, votes.total) if votes else 0
        if best is None or score > best.score:
            best = _Said(stored, span, score, side, 0)
    return best
