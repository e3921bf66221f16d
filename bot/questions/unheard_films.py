"""Films that a sentence asks about and that the library doesn't hold: nothing of another film may answer it.

No list of the world's films is needed: what stands where a film's name stands, and is no word with which
films or reviews are spoken of, is taken for one.
"""

from __future__ import annotations

import re

from bot.language.english import is_english
from bot.language.topic_words import CHARACTERS
from bot.language.topics import read_topic
from bot.questions.figures.filler import FILLER, MEASURED
from bot.questions.figures.narrowing import BOUNDS, NARROW
from bot.questions.jobs import job_asked_for
from bot.questions.kinds import NotInReviews, Question, Unclear
from bot.questions.known import Known
from bot.questions.naming import is_film
from bot.questions.plain_words import EVERYDAY_WORDS
from bot.questions.sentence import Sentence
from bot.questions.series import name_of_series, sibling
from bot.questions.titled_films import film_by_its_title

_LONGEST_TITLE = 4
_AHEAD = """
rating ratings rate rated rates score scores average reviews review of for about on is was are directed in
did does has have like think than versus and or compare compared show watch watched seen saw see
stars from beats
"""
_NO_TITLE = """
act acts scene scenes season episode chapter volume reel disc hour hours round number nr take version level
step bucket category class straight solid strong clean clear perfect flat full reached reach hit
got gave measly lousy weak low mere
meagre whopping generous rare steady standard decent interval beneath sub exceeding sum
"""
_NUMBERED = re.compile(
    rf"(?:^|(?<= ))(?:{'|'.join(_AHEAD.split())}|^)(?: (?:the film|the movie))? ?"
    r"(?P<name>[a-z]{3,}(?: [a-z]+){0,3} (?:[1-9]|i{2,3}|iv|vi{0,3}|ix))(?![\w/.%])"
    r"(?= (?:here|available|there|in here|ratings?|rated|scores?|scored|averages?|reviews?|reviewed|any|good"
    r"|is|was|have|has|get|got|did"
    r"|does"
    r"|versus|better|worse|or|film|movie|about)\b|$)(?! or (?:\d|more|less|above|below|up|higher|lower"
    r"|better))"
)
_MORE_REVIEWS = re.compile(r"§film\d (?P<number>[2-9]) reviews?$")
_NO_NAMES = FILLER | NARROW | EVERYDAY_WORDS | MEASURED | BOUNDS | frozenset(_NO_TITLE.split())
_OF_A_FILM = re.compile(
    r"\bwho(?: all)? (?:is |was |are )?(?:directed|helmed|stars? in|starred in|starring in|plays in|acts in"
    r"|acted in"
    r"|in)(?: the)? (?P<name>[a-z]+(?: [a-z]+){0,3}(?: (?:18|19|20)\d\d)?)$"
    r"|\bwhich (?:film|movie|1|one|of them|is|has|have|got|gets)\b.*"
    r"\b(?:ratings?|rated|better|higher|best|highest|averages?|scores?)"
    r" (?P<either>[a-z]{3,}(?: [a-z]+){0,3} or [a-z]{3,}(?: [a-z]+){0,3})$"
    r"|^(?:what|how) (?:is|was) (?:the )?(?P<rated>[a-z]+(?: [a-z]+){0,2}) (?:rated|scored)$"
)
_FILM_NOUNS = """
rating ratings score scores average mean median review reviews ending endings plot soundtrack cast script
trailer runtime budget cinematography pacing finale climax verdict director
"""
_SLOT = re.compile(
    rf"\b(?:{'|'.join(_FILM_NOUNS.split())}) (?:of|for|on) (?P<of>[a-z]+(?: [a-z]+){{0,3}}(?: \d+)?)$"
    r"|\b(?:rate|review) (?P<rated>[a-z]+(?: [a-z]+){0,3}(?: \d+)?)$"
)
"""Where nothing but a film stands: `the ending of drive`, `how did people rate blade runner 2049`."""
_ARTICLES = ("the", "a", "an")
_NO_FILM = frozenset(
    """one ones picture flick it this that thing here there lead cast leads role roles charge""".split()
)


_ITS_RATING = re.compile(
    r"^(?:(?:and|so|the|what is|show|show me|give me|tell me) )*§film0 (?P<number>[1-9]) (?:ratings?|marks?)$"
)


def numbered_film(sentence: Sentence, known: Known) -> str | None:
    """`rating alien 3`, `pusher 3 rating`: a name with a number behind it, where a film's name stands."""
    if more := _MORE_REVIEWS.search(sentence.text) or _ITS_RATING.search(sentence.text):
        film = next((film for film in known.films.films if str(film) == sentence.films[0]), None)
        is_another = film is not None and sibling(film, int(more["number"]), known.films) is None
        name = name_of_series(film) if film is not None and is_another else sentence.films[0]
        return f"{name} {more['number']}"
    for found in _NUMBERED.finditer(sentence.text):
        *words, number = found["name"].split()
        while words and words[0] in _NO_NAMES:
            words = words[1:]
        if words and _NO_NAMES.isdisjoint(words):
            return " ".join(map(sentence.as_typed, [*words, number]))
    return None


def film_asked_for(sentence: Sentence, known: Known) -> str | None:
    """`who directed jaws`, `what's pusher rated`: what can be nothing but a film."""
    found = _OF_A_FILM.search(sentence.text) if not sentence.films else None
    if found is None:
        return None
    for name in next(name for name in found.groupdict().values() if name).split(" or "):
        words = name.split()
        if (_NO_FILM | FILLER | MEASURED).isdisjoint(words) and not is_film(name, known):
            return " ".join(map(sentence.as_typed, words))
    return None


_COMPARED = re.compile(
    r"(?:^|\b(?:compare|compared|comparing|which|what|is|are|was|better|worse|higher|lower)\b.*)§film\d"
    r" (?:or|versus|and|with|to|against|(?:[a-z]+ )?(?:better|worse|higher|lower|rated higher) than)"
    r" (?P<behind>[a-z]+(?: [a-z]+){0,3}(?: \d+)?)$"
    r"|^(?:compare |which .*(?:ratings?|scores?|averages?|better|higher|worse|lower|best) )"
    r"(?P<before>[a-z]+(?: [a-z]+){0,3}(?: \d+)?) (?:or|versus|and|with|to|against) §film\d$"
)


def compared_film(sentence: Sentence, known: Known) -> str | None:
    """`compare low water and zzz`: what is set beside a film and no review has heard of."""
    found = _COMPARED.search(sentence.text)
    words = (found["behind"] or found["before"]).split() if found else []
    telling = [word for word in words if not word.isdigit() and word not in _ARTICLES]
    if not telling or any(map(known.holds, telling)) or known.is_person(" ".join(telling)):
        return None
    if not (_NO_FILM | _NO_NAMES | CHARACTERS).isdisjoint(telling):
        return None
    return " ".join(map(sentence.as_typed, words))


def film_in_slot(sentence: Sentence, known: Known) -> str | None:
    """What stands where only a film can, and is no topic, person or word that the reviews know better."""
    found = _SLOT.search(sentence.text) if not sentence.films else None
    if found is None:
        return None
    words = (found["of"] or found["rated"]).split()
    articled = words[0] in _ARTICLES and len(words) > 1
    telling = [word for word in words[articled:] if not word.isdigit()]
    if not telling or not (_NO_FILM | _NO_NAMES | CHARACTERS).isdisjoint(telling):
        return None
    if _is_known_as_something_else(telling, known, word_will_do=articled):
        return None
    return " ".join(map(sentence.as_typed, words))


def _is_known_as_something_else(words: list[str], known: Known, *, word_will_do: bool) -> bool:
    """Whether the words are a topic or a person; with `word_will_do` any words of the reviews are."""
    if any(concept.subject for concept in read_topic(" ".join(words)).concepts):
        return True
    if known.is_person(" ".join(words)):
        return True
    held = all(map(known.holds, words))
    return held and (word_will_do or words[-1].endswith("s"))


_JUDGED = re.compile(
    r"\b(?:like|liked|love|loved|enjoy|enjoyed|hate|hated|rate|rated|think of|thought of|make of|made of)"
    r" (?P<liked>[a-z]+(?: [a-z]+){1,3})$"
    r"|^(?:and |so |but )?(?:is|was) (?P<is>[a-z]+(?: [a-z]+){1,3}?)"
    r" (?:any good|worth (?:it|watching|seeing)|good|great|bad)$"
)


def judged_film(sentence: Sentence, known: Known) -> str | None:
    """`how did people like das boot`: several words of which one is neither English nor heard of here."""
    found = _JUDGED.search(sentence.text) if not sentence.films and not sentence.reviewers else None
    if found is None:
        return None
    words = (found["liked"] or found["is"]).split()
    unheard = [word for word in words if not is_english(word) and not known.holds(word)]
    talked_of = not (_NO_FILM | _NO_NAMES | CHARACTERS).isdisjoint(set(words) - {"the", "a"})
    name = " ".join(words)
    if not unheard or talked_of or known.is_person(name) or job_asked_for(f"who is {name}") is not None:
        return None
    return " ".join(map(sentence.as_typed, words))


_CLAUSE_OF_CAPITALS = re.compile(
    r"^(?:(?:ok|okay|so|but|and|what about|how about|now) )*(?P<name>[A-Z][\w'’]+(?: (?:[A-Z][\w'’]*|of|the"
    r"|and|in|to))+), .*\bthat (?:one|film|movie)\b",
)


_IN_CAPITALS = r"[A-Z][\w'’]+(?: (?:[A-Z][\w'’]*|of|the|and|in|to))*"
_REVIEWS_OF_CAPITALS = re.compile(
    rf"\b(?:reviews?|ratings?) (?:of|for) (?P<name>{_IN_CAPITALS} [A-Z][\w'’]*)"
    r"(?=[ ?!.]*$| (?:in |on |up )?(?:here|there)\b)"
)
_JUDGED_CAPITALS = re.compile(
    rf"^(?:[Ii]s|[Ww]as) (?P<name>{_IN_CAPITALS}) (?:any )?(?:good|great|bad|worth \w+)\b.*"
    r"\b(?:the|that) (?:\w+ ){0,3}(?:one|film|movie)\b"
)


def titled_clause(sentence: Sentence, known: Known) -> str | None:
    """`Only God Forgives, what did people give that one`: a name in capitals that is told to be a film."""
    if sentence.films or sentence.reviewers:
        return None
    for capitals in (_CLAUSE_OF_CAPITALS, _REVIEWS_OF_CAPITALS, _JUDGED_CAPITALS):
        found = capitals.search(sentence.typed)
        if found and not known.is_person(found["name"]) and not is_film(found["name"], known):
            return found["name"]
    return None


def film_not_here(sentence: Sentence, known: Known) -> str | None:
    """The film that the sentence asks about and that the library doesn't hold; None where it names none."""
    return (
        numbered_film(sentence, known)
        or film_asked_for(sentence, known)
        or compared_film(sentence, known)
        or film_in_slot(sentence, known)
        or titled_clause(sentence, known)
        or judged_film(sentence, known)
        or film_by_its_title(sentence, known)
    )


def missing_film(name: str) -> NotInReviews:
    """What is asked of a film that the library doesn't hold."""
    return NotInReviews(name, is_film=True)


_FILM_PLACE = (
    r"\b(?:of|for|does|did|has|is|was|on|about|to|from|in) (?:the )?{}"
    r"(?: (?:have|has|had|get|got|film|movie|receive|rated|the)\b|$)"
)


def unknown_film(sentence: Sentence, unread: tuple[str, ...], known: Known) -> str | None:
    """What stands in the place of a film's name, or is a name that is nothing here; None where nothing is."""
    if not NARROW.isdisjoint(unread):
        return None
    if not unread or sentence.films or len(unread) > _LONGEST_TITLE or any(word.isdigit() for word in unread):
        return None
    name, typed = " ".join(unread), " ".join(map(sentence.as_typed, unread))
    unheard = not any(known.holds(word) for word in unread)
    if unheard and not any(map(is_english, unread)) and typed[:1].isupper():
        return typed
    place = _FILM_PLACE.format(re.escape(name))
    named = typed[:1].isupper() or not any(map(is_english, unread))
    if (unheard or named) and re.search(place, sentence.text):
        return typed
    return None


_ASKS_FOR_FILM = re.compile(
    r"\b(?:got|have|has|know|anything|something|reviews?|reviewed|seen|watched|heard|verdict|opinions?"
    r"|thoughts?|take|films?"
    r"|movies?|rate|think|thought|say|make|stars|score)\b.*\b(?:on|of|about|for"
    r"|rate|film|movie|called)\b|\brate\b"
)


def asks_for_film(text: str) -> bool:
    """Whether the words ask for a film by what follows: `anything on`, `thoughts of`, `rate`."""
    return bool(_ASKS_FOR_FILM.search(text))


_CAPITALS = re.compile(
    r"(?<=[a-z,] )(?P<name>[A-Z][\w'’]{2,}(?: (?:[A-Z][\w'’]*|of|the|and|in))*)|(?<=[a-z] )(?P<small>In"
    r"|The|A|On|My) [A-Z]\w+"
)
_OF_THE_ASKER = re.compile(r"(?:^|(?<=[.!?;,] ))(?:i|we|my|our|i['’]m|im)\b[^.!?;]*[.!;]", re.IGNORECASE)
_BEHIND_TITLE = re.compile(r"(?: (?:of|the|and|in))+$")


def unheard(sentence: Sentence, known: Known) -> Question:
    """A name in capitals of which no review has heard; `Unclear` where there is none."""
    for found in _CAPITALS.finditer(_OF_THE_ASKER.sub(" ", sentence.typed)):
        words = [word.lower() for word in re.findall(r"\w{4,}", found[0])]
        is_unheard = (
            words
            and NARROW.isdisjoint(words)
            and not any(map(known.holds, words))
            and known.find_reviewer(found[0].strip()) is None
        )
        if not is_unheard and _is_a_title(found[0], sentence, known):
            return missing_film(_BEHIND_TITLE.sub("", found[0].strip()))
        if is_unheard and (" " in found[0] or not all(map(is_english, words))):
            return NotInReviews(found[0].strip())
    return NotInReviews(sentence.text) if _DID_SOMETHING.match(sentence.text) else Unclear(sentence.typed)


_DID_SOMETHING = re.compile(
    r"^(?:and |so )?who (?!reviewed|rated|watched|liked|loved|hated|enjoyed|disliked|agreed|disagreed"
    r"|recommended)\w+ed"
    r" (?:it|this|the (?:film|movie)|§film\d)$"
)


def _is_a_title(name: str, sentence: Sentence, known: Known) -> bool:
    """`the verdict on Local Hero`, asked of no film: words in capitals that name nobody."""
    words = re.findall(r"\w{4,}", name.lower())
    return (
        len(words) > 1
        and known.film is None
        and not sentence.films
        and not sentence.reviewers
        and all(map(is_english, words))
        and asks_for_film(sentence.text)
    )


_ABOUT_A_WORD = re.compile(
    r"\b(?:about|of|on|rate|rates|like|liked|love|loved) (?P<name>[A-Z][a-z]{2,})[?!. ]*$"
)


def titled_word(sentence: Sentence, known: Known) -> str | None:
    """`what do people say about Drive`: one word in capitals that is nobody's name."""
    found = _ABOUT_A_WORD.search(sentence.typed)
    if found is None or sentence.typed.istitle() or sentence.films or sentence.reviewers:
        return None
    word = found["name"].lower()
    talked_of = word in CHARACTERS or word in _NO_NAMES or not is_english(word)
    return None if talked_of or known.is_person(found["name"]) else found["name"]
