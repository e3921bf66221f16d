"""Whom the reviews of a film speak of, worked out from their texts alone.

A name in capitals is a person's unless the texts tell otherwise: by printing it in lower case as often, by
what stands around it ("in Copenhagen"), or because it is the film's own title. What belongs to one person is
brought together: the full name, its parts, its rare misspellings, and mentions in lower case or all capitals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bot.language.folding import folded
from bot.language.name_tally import Loose, NameCount, Tally
from bot.language.name_ties import Ties
from bot.language.name_words import ALSO_WORDS, NEVER_ALONE, PARTICLES
from bot.language.names import Name, NamedText

_OFTEN, _OFTEN_IN_FULL = 3, 2
_PARTICLES = frozenset(PARTICLES)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody whom a film's reviews speak of, a person or a character.

    `key` is the name as it is compared, `name` as it is printed most often. `reviews` are the numbers of the
    reviews, each once, in order; `spellings` tells how often each form stands in them, the commonest first.
    `certain` is False where the texts leave open whether it is a person: it may be a place or another film.
    """

    key: str
    name: str
    reviews: tuple[int, ...]
    spellings: dict[str, int]
    certain: bool


def people_in(texts: Iterable[NamedText], title: str) -> list[NamedPerson]:
    """Whom the texts about a film speak of, the most talked about first. Goes over `texts` twice."""
    count = NameCount(texts, title)
    ties = _tie(count)
    found: defaultdict[str, Tally] = defaultdict(Tally)
    for key, head in ties.heads.items():
        if key in count.tallies:
            found[head].take(count.tallies[key])
    for word, heads in ties.shared.items():
        _share_out(word, count.tallies[word], heads, found)
    _add_first_words(count, ties, found)
    _add_loose(count, ties, found)
    _add_lower(count, ties, found)
    people = [_person(ties.in_full(head), tally) for head, tally in found.items()]
    return sorted(people, key=lambda person: (-len(person.reviews), person.key))


def _tie(count: NameCount) -> Ties:
    full: dict[str, int] = {}
    single: dict[str, int] = {}
    unusual: set[str] = set()
    founding: set[str] = set()
    for key, tally in count.tallies.items():
        if " " in key:
            words = key.split()
            common = _all_common(words, tally, count) and not tally.is_a_role()
            if not NEVER_ALONE.issuperset(words) and not common:
                full[key] = len(tally.reviews)
            continue
        thing = tally.speaks_of_a_thing()
        if key not in NEVER_ALONE or not thing:
            single[key] = len(tally.reviews)
        if key not in NEVER_ALONE and not count.is_common(key):
            unusual.add(key)
            if tally.is_sure() and not thing:
                founding.add(key)
    return Ties(full, single, unusual, founding)


def _all_common(words: list[str], tally: Tally, count: NameCount) -> bool:
    return all(len(count.lower.get(word, ())) >= len(tally.reviews) for word in words)


def _share_out(word: str, tally: Tally, heads: tuple[str, ...], found: dict[str, Tally]) -> None:
    """A surname that several bear is that of the one whom the same review names in full, if it does."""
    printed = max(tally.printed, key=lambda form: (tally.printed[form], form))
    bearing = {head: found[head].reviews.copy() for head in heads}
    for review in tally.reviews:
        named = [head for head, reviews in bearing.items() if review in reviews]
        found[named[0] if len(named) == 1 else word].add(printed, [review])


def _add_first_words(count: NameCount, ties: Ties, found: dict[str, Tally]) -> None:
    for item in count.first_words(ties.heads):
        head = ties.head_of(item.name.key)
        if head is not None and not _is_doubtful(item.name.key, count):
            found[head].add(item.name.printed, item.reviews)


def _add_loose(count: NameCount, ties: Ties, found: dict[str, Tally]) -> None:
    compounds = [
        Loose(Name(min(count.tallies[key].printed), key), sorted(count.tallies[key].reviews))
        for key in sorted(ties.compounds)
    ]
    for item in [*count.loose, *compounds]:
        printed = item.name.printed.replace("-", " ").split()
        for start, end, piece, head in ties.pieces(item.name.key):
            if not _is_doubtful(piece, count):
                form = " ".join(printed[start:end])
                found[head].add(form if folded(form) == piece else piece, item.reviews)


def _add_lower(count: NameCount, ties: Ties, found: dict[str, Tally]) -> None:
    """Count `mads mikkelsen was great`, where the word is printed so less often than as a name."""
    printed: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for word, reviews in count.lower.items():
        head = ties.heads.get(word)
        if head is None or word in ALSO_WORDS or _is_doubtful(word, count):
            continue
        if len(reviews) <= len(found[head].reviews):
            for review in reviews:
                printed[head, review].append(word)
    for (head, review), words in printed.items():
        form = head if set(words) >= {*head.split()} - _PARTICLES else min(words)
        found[head].add(form, [review])


def _is_doubtful(key: str, count: NameCount) -> bool:
    """Whether only capitals inside a sentence would make a name of it."""
    if " " in key:
        return False
    return key in NEVER_ALONE or count.is_common(key) or (key in ALSO_WORDS and key in count.lower)


def _person(head: str, tally: Tally) -> NamedPerson:
    spellings = dict(sorted(tally.printed.items(), key=lambda item: (-item[1], item[0])))
    forms = [printed for printed in spellings if folded(printed) == head] or list(spellings)
    name = max(
        forms,
        key=lambda printed: (not printed.islower(), spellings[printed], not printed.isascii(), printed),
    )
    return NamedPerson(head, name, tuple(sorted(tally.reviews)), spellings, _is_certain(head, tally))


def _is_certain(head: str, tally: Tally) -> bool:
    if tally.speaks_of_a_thing():
        return False
    return tally.speaks_of_a_person() or len(tally.reviews) >= (_OFTEN_IN_FULL if " " in head else _OFTEN)
