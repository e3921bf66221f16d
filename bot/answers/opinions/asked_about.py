"""What a question asks about, with the library's people in it, and what of it will do as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answers.asked import Asked
from bot.answers.casting import Part, cast_of, lead_of
from bot.answers.parts_meant import part_of
from bot.answers.scope import Scope
from bot.language.english import is_common_name, is_english
from bot.language.senses import sense
from bot.language.topic_words import CHARACTERS
from bot.language.topics import Concept, Topic, read_topic, weighed
from bot.language.words import plain_words
from bot.store.people import find_people, open_name, spellings


def topic_asked(text: str, scope: Scope, asked: Asked) -> Topic:
    """The topic of a question's words, read with the people and the title of the film it is about."""
    topic = with_people(read_topic(text), scope, asked)
    return with_cast(without_title(topic, scope), scope, asked)


def with_people(topic: Topic, scope: Scope, asked: Asked) -> Topic:
    """The topic with the words that name a person standing for all spellings of the name."""
    people = tuple(_as_person(concept, scope, asked) for concept in topic.concepts)
    if people == topic.concepts:
        return topic
    once = tuple({concept.label: concept for concept in people}.values())
    return weighed(once, wants_number=topic.wants_number, fact=topic.fact)


def with_cast(topic: Topic, scope: Scope, asked: Asked) -> Topic:
    """The topic with the names of those who act, where a film's acting is asked about."""
    if scope.film_id is None or not any(map(_asks_acting, topic.needed)):
        return topic
    names = {
        plain_words(told.credit.who)[-1] for told in cast_of(scope, asked) if plain_words(told.credit.who)
    }
    spelt = frozenset(name for name in names if not is_english(name))
    cast = frozenset(map(sense, spelt))
    needed = tuple(
        replace(one, phrases=one.phrases | cast, spelt=one.spelt | spelt, cast=cast)
        if _asks_acting(one)
        else one
        for one in topic.needed
    )
    return replace(topic, needed=needed)


def _asks_acting(concept: Concept) -> bool:
    return concept.is_of("acting")


def without_title(topic: Topic, scope: Scope) -> Topic:
    """The topic without the film's own name, by which no sentence answers better."""
    title = frozenset(plain_words(scope.film.title)) if scope.film is not None else frozenset()
    wished = tuple(one for one in topic.wished if one.subject is not None or one.label not in title)
    return replace(topic, wished=wished)


def _as_person(concept: Concept, scope: Scope, asked: Asked) -> Concept:
    if concept.subject is not None:
        part = lead_of(scope, asked) if concept.subject.name == "lead" else None
        return concept if part is None else _as_part(concept, part)
    people = find_people(asked.library, concept.label, scope.film_id)
    if not people or (is_english(concept.label) and not _is_part_of(concept.label, people[0].name)):
        may_be = concept.label in CHARACTERS or (
            scope.film is not None and is_common_name(concept.label) and not people
        )
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


def parts_of(topic: Topic) -> Iterator[Topic]:
    """Parts of what was asked about that will do as well, one by one: none of a fact or a comparison."""
    if len(topic.needed) > 1 and not topic.fact and not compares(topic.needed[0]):
        for concept in topic.needed:
            others = tuple(other for other in topic.concepts if other is not concept)
            yield replace(topic, needed=(concept,), wished=others)


def asks_premise(topic: Topic) -> bool:
    """Whether it is asked what the film is about."""
    return all(one.is_of("summary") for one in topic.concepts)


def asks_worth(concept: Concept) -> bool:
    """Whether it is asked whether the film is worth seeing."""
    return concept.is_of("worth")


def compares(concept: Concept) -> bool:
    """Whether the film is set beside another one."""
    return concept.is_of("comparison", "standalone", "sequel")


def sets_beside(concept: Concept) -> bool:
    """Whether it is asked how the film compares with another of its series."""
    return concept.is_of("comparison")


def tells_year(concept: Concept) -> bool:
    """Whether it is asked when the film came out."""
    return concept.is_of("release")
