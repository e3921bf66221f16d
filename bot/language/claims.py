"""What a sentence surely claims: that something is good or bad, that the film has a quality or lacks it.

Where a fair reader couldn't say, nothing is claimed: what others say or what might have been, a question,
another film, praise of the next thing, both sides at once. So a claim may be counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from bot.language.film_talk import subjects
from bot.language.going_on import stated
from bot.language.praise import BLAME, PRAISE, TURNERS
from bot.language.senses import sense
from bot.language.stance import Words, belongs_to_comparison, clauses, is_turned, places_of, turns, words_of
from bot.language.topic_words import FRAME
from bot.language.topics import Concept, is_of_something_else, length_at, stands_at

_NEAR = 6
_OTHERS = (
    r"(?:people|some|others|many|most|critics?|friends?|reviewers?|reviews|every ?(?:one|body)"
    r"|any ?(?:one|body)|some ?(?:one|body)|they|wife|husband|(?:boy|girl)friend|mates?|brother|sister|mother"
    r"|father|son|daughter|students?|fans?|folks)"
)
_NOT_CLAIMED = re.compile(
    rf"\b{_OTHERS} (?:\w+ ){{0,6}}(?:say|says|said|saying|complain\w*|call\w*|claim\w*|think|thinks|thought"
    r"|told|tells?|criti\w+|find|finds|found|warn\w*|feel|felt|hate[sd]?|love[sd]?|yawn\w*|prais\w+|argu\w+"
    r"|recommend\w*)\b"
    r"|\b(?:has|have|had) (?:often )?been (?:called|said|described|praised)\b|\bi (?:was|had been|am) told\b"
    r"|\b(?:supposed|meant|ready|tries|trying|tried|wants?|wanted|aims?|hoping) to\b|\bso.called\b"
    r"|\bi (?:had |have |was |'d )?(?:expect\w*|fear\w*|hop(?:ed|ing)|wanted"
    r"|(?:heard|read) (?:that|it|this(?! (?:year|month|week|decade))|of|about|so|good|bad|great|some|the))\b"
    r"|\b(?:could|should|might|must)(?: not|n['’]t)? (?:have|be|make)\b|\bwould\b(?! (?:\w+ )?recommend)"
    r"|(?<!\beven )\bif\b(?! (?:a (?:bit|little|touch)|rather|slightly|somewhat|slow|uneven|flawed|not))"
    r"|\bunless\b|\bused to\b|\busually\b"
    r"|\b(?:wish|instead of|rather than|would rather)\b|\bmaybe\b|\bperhaps\b|\bwhether\b|\bpromis\w+"
    r"|\bposter\b|\btrailer\b|\bhis (?:earlier|other)\b|\bnecessarily\b|\bto be\b|\bmind\b|\bexactly\b"
    r"|\b(?:apart|aside|away) from\b|\bexcept\b|\bother than\b|\benough\b|\bfunny (?:how|that|thing)\b"
    r"|\bor not\b|\bin (?:his|her|their) day\b|\b(?:what a|a) waste of (?:[A-Z]|talent)"
    r"|\bsome\b|\bonly\b|\bi (?:guess|suppose)\b|\bidea that\b|\bso bad\b",
    re.IGNORECASE,
)
"""What others say, what might have been, what was expected."""
_IN_PARTS = re.compile(
    r"\b(?:here and there|at times|(?:some|often)times|occasional\w*|in (?:parts|places)|parts? of"
    r"|once or twice|(?:first|second|last|middle|opening|final|third) (?:part|section|half|hour|acts?|third"
    r"|reel|minutes|ten|twenty|stretch)|middle|beginning|opening|at first|start(?:s|ed)?|beg[ai]ns?"
    r"|a (?:bit|tad)"
    r"|a little (?:bit|too|slow\w*|long|dull|boring|scary|funny|violent)|slightly|somewhat|moments?"
    r"|scenes?)\b",
    re.IGNORECASE,
)
"""A part of the film rather than the film."""
_SOMEBODY_IS = re.compile(
    r"(?<![A-Z] )\b(?!(?:It|This|That|There|Which|What|Everything|Nothing|Overall|Film|Movie|All|Part) )"
    r"[A-Z][a-z]+ (?:is|was|looks|seems|gets|becomes|feels) (?:\w+ ){0,2}(?:bored|sad|confused|afraid"
    r"|scared|frightened|violent|brutal|funny|tense|slow|cruel|dull|tame|mild|boring|scary)\b"
)
_SOMEBODY = frozenset(
    """he she him his her hers they their them himself herself who whom hes shes theyre man men woman women
    guy guys father mother son daughter boy girl character characters person people somebody someone
    everyone everybody""".split()
)
_OF_MANY_THINGS = frozenset(
    map(
        sense,
        """win winner won right works work well top form fresh rich deep depth sharp lean warm wise wiser
        laughed sobbed cried happy special important considered surprised surprising lost lose loses long
        hole holes damp worn tired loud restless sink sinks forgotten slept asleep sleepy slow problem
        problems wrong cheap thin shallow crush charm skip avoid success successful succeed fail fails
        failed glad recommend recommended worth worthy worthwhile original unique scary terrifying
        frightening chilling funny hilarious intense tense tender moving improved improves improve
        improvement lack lacks lacking too average hollow painful harmed dour envied regret minus complain
        fault sadly unfortunately needless ruin ruins ruined unnecessary ugly disgusting smart
        clever fine nice waste wasted""".split(),
    )
)
"""Words of praise and blame that may as well tell of something in the film, or of something else."""
_TASTES = frozenset(
    map(
        sense,
        "love loved like liked enjoy enjoyed adore adored admire admired hate hated dislike disliked".split(),
    )
)
_TASTERS = frozenset(
    """i we you really also absolutely just especially particularly did dont didnt do truly totally
    simply""".split()
)
_OF_PEOPLE = frozenset(
    map(
        sense,
        """weak poor poorly stupid silly bad mess confused confusing awkward clumsy pretentious annoying
        annoyed""".split(),
    )
)
"""Blame that may be of somebody in the film rather than of whoever plays him."""
_DONE = frozenset(
    """acted played portrayed performed cast shot filmed photographed lit framed written scripted directed
    made told paced staged edited scored chosen crafted""".split()
)
"""What is done well where praise is meant: `well acted`."""
_LINKS = frozenset(
    """and or but so very really quite pretty too also as with by in on at of to for from throughout all here
    is was are were be been being has have had""".split()
)


def claim(concept: Concept, sentence: str, *, quality: bool) -> int:
    """What the sentence claims of the concept: for or has it (1), against or hasn't it (-1), or nothing (0).

    With `quality` the film has it or lacks it; otherwise it is praised or blamed.
    """
    sentence = _named_once(concept, stated(sentence)) if concept.person else stated(sentence)
    if not _may_claim(concept, words_of(sentence), quality=quality):
        return 0
    sides = [_claimed(concept, part, quality=quality) for part in _parts(sentence)]
    if concept.cast and any(_acting_in(words_of(sentence))):
        sides.append(judged_cast(concept, sentence))
    return one_side(sides)


def judged_cast(concept: Concept, sentence: str) -> int:
    """Whether the sentence surely praises (1) or blames (-1) somebody who acts in the film."""
    return claim(_anybody(concept.cast), sentence, quality=False)


@lru_cache(maxsize=256)
def _anybody(names: frozenset[str]) -> Concept:
    return Concept("the cast", names, names, person=True)


def _named_once(concept: Concept, sentence: str) -> str:
    """The sentence with nobody beside the person in a list of names that are judged in one breath."""

    def named(found: re.Match[str]) -> str:
        there = words_of(found[0])
        return next(
            (word for word, stem in zip(there.plain, there.stems, strict=True) if stem in concept.phrases),
            found[0],
        )

    return (
        _NAMES.sub(named, sentence) if " and " in sentence or "," in sentence or "&" in sentence else sentence
    )


_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’.-]+(?: [A-ZÀ-ÖØ-Þ][\w'’.-]+){0,3}"
_NAMES = re.compile(rf"{_NAME}(?:(?:,? and |, | & ){_NAME})+")


def _may_claim(concept: Concept, words: Words, *, quality: bool) -> bool:
    """Whether the words are there without which nothing is claimed: most sentences go no further."""
    if not quality:
        return any(word in PRAISE or word in BLAME for word in words.stems)
    return concept.subject is not None and bool(places_of(concept.subject.qualities, words))


def judgement(sentence: str) -> int:
    """Whether the sentence surely praises (1) or blames (-1) anything; 0 where it does neither, or both."""
    return one_side(vote for part in _parts(stated(sentence)) for vote in _judged(part))


def verdict(sentence: str) -> int:
    """On which side the sentence comes down: `great acting but a weaker plot` blames (-1)."""
    sides = [one_side(_judged(part)) for part in _parts(stated(sentence))]
    if not _BUT.search(sentence):
        return one_side(sides)
    return next((side for side in reversed(sides) if side), 0)


_BUT = re.compile(r"\b(?:but|however)\b", re.IGNORECASE)


def names_thing(words: Words) -> bool:
    """Whether the sentence names what films have or are, such as the music or a scene."""
    return not _things().isdisjoint(words.stems)


def _judged(part: str) -> Iterator[int]:
    words = words_of(part)
    for at, word in enumerate(words.stems):
        weight = (word in PRAISE) - (word in BLAME)
        if weight and _is_sure(None, words, at) and not _is_hedged(part):
            turned = is_turned(words, at)
            yield -weight if turned else 0 if _may_be_turned(words, at) else weight


@lru_cache(maxsize=16_384)
def _parts(sentence: str) -> tuple[str, ...]:
    """What is said of one thing and of another, without questions."""
    return tuple(_PARTS.split(_QUESTION.sub(" ", sentence) if "?" in sentence else sentence))


@lru_cache(maxsize=16_384)
def _is_hedged(part: str) -> bool:
    """Whether the writer doesn't claim it: others say so, or it might be."""
    return bool(_NOT_CLAIMED.search(part))


_QUESTION = re.compile(r"[^.!?]*\?")
_PARTS = re.compile(
    r"\bif you (?:like|love|enjoy|are a fan).*|[.;:!—–()]|\s-\s|,? \b(?:but|while|whereas|although|though)\b"
    r"|, (?=(?:and|so|they|it|he|she|i|we|you|which|who|because|with|as|there|this|that|no|not|never)\b)",
    re.IGNORECASE,
)


def _claimed(concept: Concept, part: str, *, quality: bool) -> int:
    words = words_of(part)
    places = concept.places(words)
    if places:
        places = [at for at in concept.strong(words, places) if not _is_a_time(words, at)]
    if not places:
        return 0
    side = one_side(_has(concept, words, places) if quality else _judgements(concept, part, words, places))
    if not side or _is_hedged(part):
        return 0
    of_parts = _IN_PARTS.search(part) and not _is_comparison(concept)
    return 0 if quality and (of_parts or _SOMEBODY_IS.search(part)) else side


def _is_comparison(concept: Concept) -> bool:
    """Whether films are set beside each other: the first part is one of them then."""
    return concept.is_of("comparison")


def one_side(votes: Iterable[int]) -> int:
    """The side of all votes; nothing where they differ."""
    found = set(votes) - {0}
    return found.pop() if len(found) == 1 else 0


def _is_a_time(words: Words, at: int) -> bool:
    """`at the end`, `the original`: when, or another film, rather than what is judged."""
    before = words.plain[at - 1] if at else ""
    if words.plain[at] == "original":
        return before in ("the", "an") or before.isdigit()
    return words.plain[at] == "the" and before in _WHEN


_WHEN = frozenset("at by in until till near toward towards to before after".split())


def _has(concept: Concept, words: Words, places: list[int]) -> Iterator[int]:
    """For each word of the quality, whether it is said of the film."""
    subject = concept.subject
    if subject is None:
        return
    for place in places:
        said = stands_at(subject.yes, words, place) - stands_at(subject.no, words, place)
        if not said or _is_of_somebody(words, place) or not _is_of_the_film(concept, words, place):
            continue
        if not is_turned(words, place):
            yield 0 if words.plain[place] in _DENIED or _may_be_turned(words, place) else said
        elif subject.name != "worth":  # `isn't a bad film` recommends nothing
            yield -said


def _may_be_turned(words: Words, place: int) -> bool:
    """Whether a word that turns round stands before it in the clause, too far to be sure."""
    clause = clauses(words)
    return any(
        clause[back] == clause[place] and turns(words, back, place)
        for back in range(max(0, place - 12), place)
    )


def _is_of_the_film(concept: Concept, words: Words, place: int) -> bool:
    """Whether the quality is said of the film: `it is dull`, `a dull film`; no `leads are dull`."""
    qualities = concept.subject.qualities if concept.subject else frozenset()
    before, behind = words.plain[place - 1 : place], words.plain[place + 1 : place + 5]
    if before == ("as",) or (before in (("less",), ("more",)) and "than" in behind):
        return False
    if length_at(qualities, words, place) == 1:
        if behind[:1] and behind[0] in _OTHERWISE:
            return False
        if is_of_something_else(words, place):
            return False
        if words.plain[place + 1 : place + 2] == ("and",) and place + 2 < len(words.plain):
            return not is_of_something_else(words, place + 2) and _has_film_for_subject(words, place)
    return _has_film_for_subject(words, place)


_DENIED = frozenset(["boredom"])
"""What the film is said to lack, if it is said of the film: else somebody in it has it."""
_OTHERWISE = frozenset("me him her us them you as".split())
"""Behind a quality that isn't the film's: `dragged me there`, `believable as a father`."""


def _has_film_for_subject(words: Words, place: int) -> bool:
    """Whether a verb that links the quality to what has it, if there is one, links it to the film."""
    back = place - 1
    while back > 0 and words.plain[back] not in _LINKING and words.stems[back] not in PRAISE | BLAME:
        if words.plain[back] not in FRAME | TURNERS and not words.plain[back].endswith("ly"):
            return True
        back -= 1
    if back <= 0 or words.plain[back] not in _LINKING:
        return True
    return words.stems[back - 1] in _FILMS or (
        words.plain[back - 1] in ("i", "we") and words.plain[place] in _EXPERIENCED
    )


_LINKING = frozenset(
    "is are was were isnt arent wasnt werent seems seemed looks looked feels felt gets got becomes".split()
)
_EXPERIENCED = frozenset(
    "bored hooked gripped riveted enthralled engaged confused scared terrified frightened asleep".split()
)
_FILMS = frozenset(
    map(
        sense,
        """it this that film movie flick picture thing whole all everything which sequel story plot pace
        pacing tempo thriller comedy horror drama also one there what part""".split(),
    )
)


def _is_of_somebody(words: Words, place: int) -> bool:
    """`he is sad`: said of somebody in the film."""
    return any(word in _SOMEBODY for word in words.plain[max(0, place - 4) : place])


def _judgements(concept: Concept, part: str, words: Words, places: list[int]) -> Iterator[int]:
    """For each word of praise or blame beside one of the places, its side."""
    if len(set(_judged(part)) - {0}) > 1:
        return
    clause = clauses(words)
    own = {at for place in places for at in range(place, place + length_at(concept.phrases, words, place))}
    acting = frozenset(_acting_in(words) if concept.person else ())
    for at, word in enumerate(words.stems):
        weight = (word in PRAISE) - (word in BLAME)
        if not weight or at in own or not _is_sure(concept, words, at):
            continue
        near = min(places, key=lambda place: abs(place - at))
        if (
            clause[near] != clause[at]
            or abs(near - at) > _NEAR
            or (at < near and _ends_between(words.plain[at:near]))
        ):
            continue
        if word in _TASTES and not (at < near and (not at or words.plain[at - 1] in _TASTERS)):
            continue
        if not _stands_between(words, min(near, at), max(near, at), own | acting) and not _is_of_the_next(
            words, at, own | acting
        ):
            turned = is_turned(words, at)
            yield -weight if turned else 0 if _may_be_turned(words, at) else weight


def _ends_between(words: tuple[str, ...]) -> bool:
    """Whether what is judged is over before the other comes: `the film is great and there is the music`."""
    return "," in words or ("and" in words and not _LINKING.isdisjoint(words))


def _acting_in(words: Words) -> Iterator[int]:
    """Where the words for what actors do stand, by which an actor is judged: `a good performance`."""
    phrases = subjects()["acting"].every_word
    for place in places_of(phrases, words):
        yield from range(place, place + length_at(phrases, words, place))


def _is_sure(concept: Concept | None, words: Words, at: int) -> bool:
    word, before = words.stems[at], words.plain[at - 1] if at else ""
    if word == "well" and words.plain[at + 1 : at + 2] and words.plain[at + 1] in _DONE:
        return True
    if word in _OF_MANY_THINGS or before in ("as", "less", "least", "more"):
        return False
    if words.plain[at] in ("better", "worse") and "than" in words.plain[at + 1 : at + 4]:
        return False
    return not (concept and concept.person and word in _OF_PEOPLE) and not belongs_to_comparison(words, at)


def _stands_between(words: Words, start: int, end: int, own: set[int]) -> bool:
    """Whether another thing of films is named between the two, to which the judgement belongs.

    What is named in one breath (`the music and the camera are great`) is judged together.
    """
    between = [at for at in range(start + 1, end) if at not in own and words.stems[at] in _things()]
    return any(not all(word in _IN_ONE_BREATH for word in _others(words, start, at)) for at in between)


def _others(words: Words, start: int, end: int) -> list[str]:
    """The words between the two places that name nothing of films."""
    return [words.plain[at] for at in range(start + 1, end) if words.stems[at] not in _things()]


_IN_ONE_BREATH = frozenset("and the both its their his her also , as well".split())


def _is_of_the_next(words: Words, at: int, own: set[int]) -> bool:
    """`great movie`: the judgement belongs to the noun behind it, which isn't what was asked about."""
    behind = at + 1
    while (
        behind < len(words.plain)
        and words.plain[behind] not in FRAME | _LINKS
        and words.plain[behind].isalpha()
    ):
        if behind in own:
            return False
        if words.stems[behind] in _things():
            return True
        behind += 1
    return False


@cache
def _things() -> frozenset[str]:
    """What a film has or is, in single words."""
    named = frozenset(word for one in subjects().values() for word in one.words if " " not in word)
    return named - PRAISE - BLAME
