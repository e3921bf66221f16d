"""What reviews say of something, in their own sentences: from both sides, the most telling first.

A sentence answers when it speaks of everything that was asked about. Where none does, that is the answer,
with the closest mentions called so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.answer import Answer, Fact, FollowUp, Quote
from bot.answers.asked import Asked, left_out
from bot.answers.opinions.altogether import altogether, sums
from bot.answers.opinions.asked_about import asks_premise, asks_worth, parts_of, topic_asked
from bot.answers.opinions.choosing import (
    SHOWN,
    SIDES,
    best_of,
    of_side,
    once,
    paged,
)
from bot.answers.opinions.judging import READ, said_on, speaking
from bot.answers.opinions.nothing import is_of_missing_film, not_there
from bot.answers.opinions.premise import premise
from bot.answers.opinions.said import Said, quote_of
from bot.answers.opinions.sides import Stand, claimed, named_sides, sides_of, stands_on
from bot.answers.scope import Scope, scope_of
from bot.answers.wording import counted
from bot.language.stemming import stem
from bot.language.topics import Topic
from bot.language.words import plain_words
from bot.model import Filters
from bot.questions.kinds import (
    NotInReviews,
    Opinion,
    Search,
    Side,
)
from bot.store.counting import count, select
from bot.store.passages import Speaking


def opinion(question: Opinion | NotInReviews, asked: Asked) -> Answer:
    """Sentences on the topic; or that there are none, with what comes closest."""
    if isinstance(question, Opinion) and question.openly:
        asked = replace(asked, place=replace(asked.place, spoilers_left_out=True))
    scope = scope_of(question.film, asked)
    question = replace(question, film=scope.named)
    topic = topic_asked(question.topic, scope, asked)
    if not topic.needed and not is_of_missing_film(question):
        return altogether(question, scope, asked)
    if (
        isinstance(question, Opinion)
        and asks_premise(topic)
        and (told := premise(question, topic, scope, asked))
    ):
        return told
    found = speaking(topic, scope, asked)
    said = list(said_on(topic, found, scope))
    if isinstance(question, Opinion) and question.reviewer:
        said = [one for one in said if one.stored.review.byline.reviewer == question.reviewer]
    answering = [one for one in said if one.missing == 0]
    if isinstance(question, Opinion) and question.side:
        answering = of_side(
            answering, SIDES[question.side], [claimed(one, topic, scope) for one in answering]
        )
    for part in parts_of(topic) if isinstance(question, Opinion) and not answering else ():
        said = list(said_on(part, found, scope))
        answering = [one for one in said if one.missing == 0]
        if answering:
            topic = part
            break
    if isinstance(question, NotInReviews) or not answering:
        return not_there(question, topic, scope, said, asked)
    return _shown(question, topic, scope, answering, found, asked)


def _shown(
    question: Opinion, topic: Topic, scope: Scope, said: list[Said], found: Speaking, asked: Asked
) -> Answer:
    stands = stands_on(topic, found, scope) if question.reviewer is None else []
    if question.side is None:
        said = [*_as_they_stand(stands, said, topic, scope), *_others(stands, said)]
    told = [replace(one, side=claimed(one, topic, scope)) for one in said]
    ranked = once(sorted(told, key=lambda one: -one.score))
    chosen, summing = best_of(ranked), list[Said]()
    if scope.film_id is not None and all(asks_worth(concept) for concept in topic.needed):
        summing = _summing(ranked, scope, asked)
        chosen = [*(ranked if summing else chosen), *summing]
        ranked = [*ranked, *summing]
    chosen, at = paged(ranked, chosen, question.page)
    shown = [quote for one in chosen if (quote := quote_of(one, topic, asked)) is not None]
    quotes = tuple(sorted(shown, key=lambda quote: quote.hidden))
    stands = stands or [Stand(one, 0) for one in said]
    line = _line(topic, scope, stands, found, asked)
    return Answer(
        question,
        found=True,
        headline=line if chosen else f"That was all. {line}",
        notes=(
            *_unsure(question, topic, stands),
            *_summing_note(len(summing), chosen),
            *covered(quotes),
            *left_out(len(chosen) - len(quotes), what="spoiler passage"),
        ),
        facts=_facts(topic, stands, shown=not found.all_of_them),
        quotes=quotes,
        paging=at,
        film=scope.film,
        follow_ups=_follow_ups(question, quotes, scope),
    )


def _summing(ranked: list[Said], scope: Scope, asked: Asked) -> list[Said]:
    """How others sum the film up, where few say whether it is worth seeing."""
    if len(ranked) >= SHOWN:
        return []
    named = {one.stored.review_id for one in ranked}
    others = [one for one in sums(scope, None, asked) if one.stored.review_id not in named]
    return others[: SHOWN - len(ranked)]


def _summing_note(summing: int, chosen: list[Said]) -> tuple[str, ...]:
    if not summing:
        return ()
    return (f"{summing} of the {len(chosen)} below {'is' if summing == 1 else 'are'} how others sum it up.",)


def _as_they_stand(stands: list[Stand], said: list[Said], topic: Topic, scope: Scope) -> list[Said]:
    """What each review says, in the sentence by which it is counted where sides are told."""
    if topic.wished or sides_of(stands, topic) is None:
        return said
    taken = {stand.best.stored.review_id: stand for stand in stands if stand.side}
    return [
        replace(stand.best, score=one.score)
        if (stand := taken.get(one.stored.review_id)) and claimed(one, topic, scope) != stand.side
        else one
        for one in said
    ]


def _others(stands: list[Stand], said: list[Said]) -> list[Said]:
    """What those reviews say that speak of it, if not in the words that were asked for."""
    shown = {one.stored.review_id for one in said}
    worst = min(one.score for one in said)
    return [
        replace(stand.best, score=min(worst, stand.best.score))
        for stand in stands
        if stand.best.stored.review_id not in shown
    ]


def _line(topic: Topic, scope: Scope, stands: list[Stand], found: Speaking, asked: Asked) -> str:
    everything = count(asked.library, select(asked.library, scope.film_id, Filters()))
    speaks = "tell" if _is_told(topic) else "speak of"
    if len(stands) == 1:
        speaks = "tells" if _is_told(topic) else "speaks of"
    label = topic.label_of_any if any(stand.best.lacks for stand in stands) else topic.label
    if not found.all_of_them:
        return (
            f"More than {READ} reviews{scope.of} may speak of {label}; "
            f"of the {READ} most helpful ones {len(stands)} do."
        )
    sides = sides_of(stands, topic)
    told = sides.in_words if sides else ""
    return f"{len(stands)} of {counted(everything, 'review')}{scope.of} {speaks} {label}{told}."


def _unsure(question: Opinion, topic: Topic, stands: list[Stand]) -> tuple[str, ...]:
    """That nothing shown is surely of the side that was asked for, where that is so."""
    side = question.side
    told = sides_of(stands, topic)
    if side is None or told is None or (told.pro if side is Side.FOR else told.contra):
        return ()
    if named_sides(topic) == ("for", "against"):
        return (f"None of them surely speaks {side.value} {topic.label_of_any}.",)
    return ("None of them surely says otherwise.",) if side is Side.AGAINST else ()


def _is_told(topic: Topic) -> bool:
    """Whether it is a fact with a name that follows `tell`: `tell how long it is`."""
    return topic.fact and topic.label.startswith(("how ", "when ", "where ", "what "))


def _facts(topic: Topic, stands: list[Stand], *, shown: bool) -> tuple[Fact, ...]:
    sides = sides_of(stands, topic)
    told = [("Speak of it", counted(len(stands), "review"))]
    if sides:
        told += [(sides.yes.capitalize(), f"{sides.pro:,}"), (sides.no.capitalize(), f"{sides.contra:,}")]
        told += [("Can't tell", f"{sides.untold:,}")] if sides.untold else []
    return tuple(Fact(label, value, shown=shown) for label, value in told)


def covered(quotes: tuple[Quote, ...]) -> tuple[str, ...]:
    """How many of the quotes are covered, and why; none where none is."""
    hidden = sum(quote.hidden for quote in quotes)
    if not hidden:
        return ()
    one = hidden == 1
    why = "from a spoiler review" if one else "from spoiler reviews"
    if not all(quote.spoiler for quote in quotes if quote.hidden):
        why = "because it may give the ending away" if one else "because they may give the ending away"
    return (f"{hidden} of the {len(quotes)} below {'is' if one else 'are'} covered, {why}.",)


def _follow_ups(question: Opinion, quotes: Sequence[Quote], scope: Scope) -> tuple[FollowUp, ...]:
    """A search for the word by which open sentences speak of it mostly, and how the film is rated."""
    stems = {stem(word) for word in plain_words(question.topic)}
    words = Counter(
        word
        for quote in quotes
        if not quote.hidden
        for word in {quote.text[start:end].lower() for start, end in quote.stress}
    )
    telling = [word for word, times in words.most_common() if times > 1 or stem(word) in stems]
    search = (FollowUp(f"Search for {word}", Search(word, question.film)) for word in telling[:1])
    return (*search, FollowUp("How it is rated", scope.rating))
