"""Films by titles that they have no longer: a question that names one is read with the title of now."""

from __future__ import annotations

import re

from bot.questions.film_in_sentence import find_film_within
from bot.questions.film_names import FilmMatch, find_film
from bot.questions.known import Known


def with_name_of_now(text: str, known: Known) -> str:
    """The text with the title that a film had before replaced by the one of now; films of now go first."""
    if not known.called_now or find_film_within(text, known.films) is not None:
        return text
    named = find_film_within(text, known.earlier)
    name = None if named is None else _name_of_now(named.match, known)
    return text if named is None or name is None else f"{text[: named.start]}{name}{text[named.end :]}"


def with_part_of_earlier_name(text: str, part: str, known: Known) -> str:
    """The same for a film that was found not to be here: `exchange` where there was an `Exchange 1961`."""
    name = _name_of_now(find_film(part, known.earlier), known) if known.called_now else None
    return text if name is None else re.sub(re.escape(part), lambda _: name, text, count=1, flags=re.I)


def _name_of_now(match: FilmMatch, known: Known) -> str | None:
    films = {known.called_now[film] for film in (match.film, *match.candidates) if film is not None}
    return str(films.pop()) if len(films) == 1 else None
