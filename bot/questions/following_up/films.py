"""What leans on the two films just spoken of: `compare them`, `which is better?`."""

from __future__ import annotations

import re

from bot.questions.conversation import Conversation
from bot.questions.kinds import AverageRating, CompareFilms, Question

_POLITE = r"(?:(?:and|but|ok|okay|so|now|then|please|hm|well|yes|how) )*"
_THEM = (
    r"(?:(?:all )?(?:the |these |those |of )*(?:3|three|4|four)(?: films| of them)?|all of them|all"
    r"|them|these|those|both|they|the 2|the two|these (?:2|two)|those (?:2|two)|the (?:2|two) of them"
    r"|both of them|(?:the |these |those |both )?(?:2 |two )?(?:films|movies|ones)|each other|one another)"
)
_OF_THEM = rf"(?: (?:of|between|among|out of) {_THEM}| {_THEM})?"
_END = r"(?: (?:please|then|now|overall|together|side by side|with each other|to each other|in ratings?))*"
_RATED = r"(?:rated|liked|received|reviewed|scored|ranked|loved)"
_COMPARES = re.compile(
    rf"{_POLITE}(?:(?:can|could|would) you |let us |i want to )?(?:"
    rf"compare(?:(?: {_THEM})|(?: the)? ratings?)?(?: of {_THEM}| against each other)?"
    rf"|(?:a |the )?comparison(?: please)?{_OF_THEM}"
    rf"|how (?:do|would|did) (?:they|these|those|the 2|the two|both) (?:compare|differ|stack up|measure up)"
    rf"|(?:do )?(?:they|these 2|these two|the two|the 2) compared?"
    rf"|(?:what is |is there )?(?:the |a |any )?differences?(?: in (?:ratings?|scores?))?{_OF_THEM}"
    rf"|(?:put|show)(?: me)? {_THEM} (?:side by side|together|beside each other|next to each other)"
    rf"|how (?:big|large|great|much) is the (?:difference|gap)|side by side|one against the other|{_THEM}"
    rf" compared|versus each other"
    rf"){_END}"
)
_BETTER = re.compile(
    rf"{_POLITE}(?:which|what|which 1)(?: one| film| movie)?{_OF_THEM}"
    rf"(?: (?:is|was|are|were|has|have|got|gets|do|did|came|comes|does))*"
    rf"(?: (?:the|a|an|people|they|reviewers|critics|out))*(?: more| most)?"
    rf" (?P<how>better|best|worse|worst|prefer(?:red|s)?|like(?:d)? (?:more|better|most|less|least)"
    rf"|(?:higher|lower|highest|lowest|best|worst|better|worse)(?: {_RATED}|(?: average)? ratings?"
    rf"|(?: average)? scores?| marks?)?|{_RATED}(?: (?:higher|lower|better|worse|more|less|highest|lowest))?"
    rf"|winner|loser|wins?|ahead|on top){_OF_THEM}{_END}"
)
_CHOICE = re.compile(
    rf"{_POLITE}(?:which(?: one| film)?{_OF_THEM}(?: then)?|which(?: one| film)?{_OF_THEM} (?:would|do"
    rf"|should|shall|to)"
    rf"(?: (?:people|you|they|reviewers|i|we|most))* (?:recommend|choose|pick|watch|see|prefer|like)"
    rf"(?: more| most| better| best| first| rather)?){_END}"
)
_WINS = re.compile(rf"{_POLITE}(?:who|which(?: one)?|what) (?:wins|won|is the winner){_OF_THEM}{_END}")
_LESS = re.compile(r"\b(?:worse|worst|lower|lowest|less|least|loser)\b")
_OF_FILMS = re.compile(
    r"\b(?:which|what) (?:films?|movies?) (?:is|was|has) (?:the )?(?:best|worst|highest|lowest)"
)


def of_both_films(text: str, last: Conversation) -> Question | None:
    """The two films that were spoken of last beside each other; None where that isn't asked."""
    compares, better = _COMPARES.fullmatch(text), _BETTER.fullmatch(text) or _WINS.fullmatch(text)
    if isinstance(last.question, AverageRating | CompareFilms):
        better = better or _CHOICE.fullmatch(text)
    if not (compares or better) or _OF_FILMS.search(text):
        return None
    films = _films(last, every=bool(_ALL.search(text)))
    if len(films) < 2:
        return None
    return CompareFilms(films, lowest=bool(better and _LESS.search(text)))


_ALL = re.compile(r"\b(?:all|3|three|4|four)\b")


def _films(last: Conversation, *, every: bool) -> tuple[str, ...]:
    """The two films that were spoken of last, or every one of them."""
    if isinstance(last.question, CompareFilms) and last.question.films:
        return last.question.films
    films = (*last.earlier_films, *([last.film] if last.film is not None else []))
    return films if every else films[-2:]
