"""Films that aren't here, typed in small letters and everyday words: `is no country for old men better`.

What a review prints as a title is one; so is what stands where only a film is asked for, unless its words are
those of which films are made.
"""

from __future__ import annotations

import re

from bot.language.english import is_english
from bot.language.topic_words import CHARACTERS
from bot.language.topics import read_topic
from bot.questions.figures.filler import MEASURED
from bot.questions.known import Known
from bot.questions.naming import is_film
from bot.questions.plain_words import FILM_TALK
from bot.questions.sentence import Sentence

_SOME = r"[a-z]+(?: [a-z]+){1,4}"
_AND = r"^(?:(?:and|so|but|ok) )?"
_MAY_BE = re.compile(
    r"^(?:(?:and|so|but|ok|what about|how about|ratings?|rate|reviews?|anything on)(?: of| for)? )*"
    rf"(?P<alone>{_SOME})$"
    r"|\b(?:of|about|on|like|liked|love|loved|hate|hated|rate|rated|than|watched|seen|reviewed)"
    rf" (?P<behind>{_SOME})$"
    rf"|\b(?:who|what)\b.* (?:for|in|to) (?P<of_it>{_SOME}?)(?: (?:then|too|please|though|now|again))?$"
    rf"|{_AND}(?:how )?(?:is|was) (?P<judged>{_SOME}?)"
    r" (?:any good|good|great|bad|rated|worth \w+|(?:better|worse|as good)(?: (?:than|as) [\w§ ]+)?)$"
)
_THAN_THIS = r"(?: than (?:it|this|this one|§film\d))?$"
_FIRST = r"(?:first|last|second|final) (?P<of>[a-z]+)(?: [a-z]+){0,2}?"
_RATED = re.compile(rf"{_AND}(?:ratings?|rate|score)(?: of| for)? (?P<film>{_FIRST})$")
_JUDGED = re.compile(rf"{_AND}(?:is|was) (?P<film>{_FIRST}) (?:any good$|(?:better|worse){_THAN_THIS})")
_COMPARED = re.compile(rf"\b(?:better|worse) than (?P<film>{_FIRST})$")
_RATED_HERE = re.compile(
    rf"{_AND}(?:how )?(?:is|was) (?P<film>[a-z]+) rated (?:well|high|highly|good|bad|badly|low|here)\b"
)
_BETTER = re.compile(rf"{_AND}(?:is|was) (?P<film>{_SOME}?) (?:better|worse){_THAN_THIS}")
_OF_REVIEWS = frozenset(
    """review reviews rating ratings score scores mark marks reviewer reviewers user users critic person
    people film movie picture one part half third quarter act scene scenes hour hours minute minutes time year
    years month months week weeks day days decade date ten five few couple viewing watch entry
    instalment installment line thing reel word words season version cut chapter name names s rated""".split()
)
"""Of what there is a first and a last one in films, and in reviews of them."""
_NO_TITLE = frozenset(
    """it this that these those he she they anyone anybody anything everything something nothing here there
    half part one ones version original sequel prequel film films movie movies book books series trilogy
    cut year years scene scenes review reviews rating ratings average first second third last my your
    his her their our""".split()
)
_BEGIN = frozenset("the a an any every each some all both more most".split())


def film_by_its_title(sentence: Sentence, known: Known) -> str | None:
    """A film that a review names by its title, or as which only a film is asked for."""
    if sentence.reviewers or sentence.quotes:
        return None
    found = _MAY_BE.search(sentence.text)
    name = found and next(filter(None, found.groupdict().values()), None)
    if name and _may_be_asked(name, known) and known.is_title(name):
        return _typed(name, sentence)
    for form in (_RATED, _JUDGED, _COMPARED):
        if (found := form.search(sentence.text)) and _is_of_no_film(found["of"], known):
            return _typed(found["film"], sentence)
    if (found := _RATED_HERE.search(sentence.text)) and _is_one_word_title(found["film"], known):
        return _typed(found["film"], sentence)
    if (found := _BETTER.search(sentence.text)) and _is_named_so(found["film"], known):
        return _typed(found["film"], sentence)
    return None


def _typed(name: str, sentence: Sentence) -> str:
    return " ".join(map(sentence.as_typed, name.split()))


def _may_be_asked(name: str, known: Known) -> bool:
    if any(concept.subject for concept in read_topic(name).concepts) and name.split()[0] in _BEGIN:
        return False  # `THE SOUND` heads a passage
    return not known.is_person(name) and not is_film(name, known)


def _is_of_no_film(word: str, known: Known) -> bool:
    """`first blood` is a title: films have no first and second blood."""
    plain = is_english(word) and not word.endswith("s") and word not in CHARACTERS
    return plain and word not in _OF_REVIEWS and not known.is_person(word)


def _is_one_word_title(word: str, known: Known) -> bool:
    """`is jaws rated well here`: nothing but a film is rated, and no word of films is meant."""
    return not (
        word in _NO_TITLE | CHARACTERS | MEASURED | FILM_TALK or known.is_person(word) or is_film(word, known)
    )


def _is_named_so(name: str, known: Known) -> bool:
    """Whether several words without an article are no topic, nobody's name and nothing of the reviews."""
    words = name.split()
    if words[0] in _BEGIN or not (_NO_TITLE | CHARACTERS | MEASURED).isdisjoint(words):
        return False
    if words[-1].endswith("ing") or not _may_be_asked(name, known) or any(map(known.is_person, words)):
        return False
    return not any(concept.subject for concept in read_topic(name).concepts)
