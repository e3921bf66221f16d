"""Questions for what reviews say: of the film altogether, or of anything that stands in them."""

from __future__ import annotations

import re

from bot.language.english import is_english
from bot.language.topics import read_topic
from bot.questions.kinds import THE_FILM, NotInReviews, Opinion, Question, Side
from bot.questions.known import Known
from bot.questions.sentence import Sentence
from bot.questions.series import sibling

_MARK = re.compile(
    r"(?:(?:of|in|about|for|on|from|with|is|was|does|did|at) )?(?:the (?:film|movie) )?§(?:film|reviewer)\d+"
)
_PEOPLE = (
    r"(?:(?:the |these |other |most )?(?:people|everyone|everybody|reviewers|reviews|they|users|viewers"
    r"|critics|folks|anyone|you|others)"
    r"(?: (?:all|generally|really|usually|mostly|actually|here|in here))* )"
)
_BEGINNING = re.compile(r"^(?:(?:and|so|but|ok|okay|hey|hi|well|please|now|just) )+(?:the |its )?")
_FRAME = re.compile(
    r"^(?:(?:can|could|would) you )?(?:(?:tell"
    r"|show|give) (?:me|us) )?"
    rf"(?:(?:(?:what|how) )?(?:do|did|does|would|have|has) {_PEOPLE}(?:think|thought|say|said|feel|felt"
    rf"|make|made|like|love|hate|dislike"
    r"|describe|talk|speak|have to say|got to say|rate|find|see|write|wrote|report|comment|mention)(?:"
    r" (?:of|about|on|regarding))? |"
    rf"what (?:about|of) |how about |{_PEOPLE}(?:say|said|think|thought|write) (?:of|about) |about )(?:the"
    rf" |its |their |his |her )?"
)
_OPINION = re.compile(
    r"^(?:(?:any|some|the|what are|what is|peoples|general|overall) )*(?:opinions?|thoughts?|views?|takes?"
    r"|reactions?|consensus|verdict|impressions?) (?:on|of|about|regarding|to) (?:the )?"
)
_AGAINST = re.compile(
    r"\b(?:complain\w*|criticis\w*|criticiz\w*|negatives?|cons|weakness(?:es)?|flaws?|downsides?"
    r"|drawbacks?|problems?|issues?|faults?|shortcomings?)\b|\b(?:bad|wrong|worst|weak) (?:about|with"
    r"|thing|things|part|parts|aspects?)\b"
    r"|\b(?:hate|hated|dislike|disliked)\b|\b(?:did|do|does) not (?:\w+ )?(?:like|love|enjoy)\b|\b(?:bad"
    r"|negative|critical) (?:things|points|sides?|reviews|comments)\b|\bnot to like\b|\blike the least\b"
    r"|\bleast (?:like|liked|favourite)\b"
)
_FOR = re.compile(
    r"\b(?:positives?|pros|strengths?|praise[ds]?|highlights?|upsides?)\b|\b(?:good|great|best|right"
    r"|strongest) (?:about|thing|things|part|parts|aspects?|with)\b|\bwhat (?:do|did|does) (?:people|they"
    r"|everyone|reviewers|you|viewers|critics) (?:really |most |all )?(?:like|love|enjoy|liked|loved)\b"
    r"|\bwhy (?:do|did|does|is) (?:people|they|everyone|so many|reviewers|it|critics)\b.*\b(?:like|love"
    r"|liked|loved|good|great|popular)\b|\bfavou?rite (?:part|thing|aspect)s?\b"
)


def read_opinion(sentence: Sentence, known: Known) -> Question | None:
    """What reviews are asked about; None where the words are no question that they could answer."""
    text = _MARK.sub(" ", sentence.text)
    for number, quote in enumerate(sentence.quotes):
        text = text.replace(f"§quote{number}", quote.lower())
    text = " ".join(text.split())
    film = sentence.films[0] if sentence.films else THE_FILM if _IT.search(text) else None
    if len(sentence.films) > 1:
        text = f"{text} compared with {_other(sentence, known)}"
    reviewer = sentence.reviewers[0] if sentence.reviewers else None
    side = _side(sentence.text)
    topic = read_topic(text)
    free = [concept.label for concept in topic.concepts if concept.subject is None]
    if side is not None:
        free = []
    unknown = [word for word in free if not known.holds(word)]
    if len(unknown) == len(text.split()) and not any(is_english(word) for word in unknown):
        return None
    if any(word.isdigit() for word in free) and not (_ASKS.search(sentence.text) or "?" in sentence.typed):
        return None
    if not topic.concepts and not _asks_altogether(sentence.text):
        return None
    words = _topic_words(text) if topic.concepts and not (side and not _subjects(text)) else ""
    if topic.concepts and not words:
        words = text
    if unknown and len(unknown) == len(topic.concepts):
        return NotInReviews(words, film) if _ASKS.search(sentence.text) or "?" in sentence.typed else None
    return Opinion(words, film, reviewer, side)


def _other(sentence: Sentence, known: Known) -> str:
    """How the film is called that another is compared with: the first of its series, or its title."""
    by_name = {str(film): film for film in known.films.films}
    first, other = (by_name.get(name) for name in sentence.films[:2])
    return (
        "the first film" if first and other and sibling(first, 1, known.films) == other else str(other or "")
    )


def _subjects(text: str) -> bool:
    return any(concept.subject is not None for concept in read_topic(text).concepts)


def _side(text: str) -> Side | None:
    if _AGAINST.search(text):
        return Side.AGAINST
    return Side.FOR if _FOR.search(text) else None


def _topic_words(text: str) -> str:
    words = _OPINION.sub("", _FRAME.sub("", _BEGINNING.sub("", text), count=1), count=1)
    return words.strip() or text


_IT = re.compile(r"\b(?:it|(?:this|the) (?:film|movie))\b")
_ALTOGETHER = re.compile(
    r"§film|§reviewer|\b(?:it|this|that|film|movie|people|reviews?|reviewers|critics|they|everyone"
    r"|opinions?|thoughts?|consensus|verdict|any good|worth|recommend|like|liked|love|loved|think|good|bad"
    r"|received|reception)\b"
)
_ASKS = re.compile(
    r"\b(?:what|how|is|was|are|were|do|does|did|should|would|any|why|which|can|good|bad|worth|opinions?"
    r"|thoughts?|consensus|verdict|reception|general|overall|summary|summarise|summarize|tell|say)\b"
)


def _asks_altogether(text: str) -> bool:
    return bool(_ALTOGETHER.search(text) and _ASKS.search(text))
