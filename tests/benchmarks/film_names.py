"""How long it takes to find a film by the name that somebody types, among five thousand.

Run as `python -m tests.benchmarks.film_names`. Every typing of a name counts, also a single letter of it, and
a name that is nobody's.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from random import Random

from bot.model import Film
from bot.questions.film_in_sentence import find_film_within
from bot.questions.film_names import FilmIndex, find_film, suggest_films
from bot.questions.known import Known
from bot.questions.reading import read

FILMS = 5_000
ASKED = 200


def make_films(random: Random) -> list[Film]:
    """Films with one to five words in their titles, some of them sequels, some with a second title."""
    words = ["".join(random.choices("aeioubcdlmnrst", k=random.randint(3, 9))) for _ in range(4_000)]
    tails = ("", "", " II", ": the Return")
    return [
        Film(
            " ".join(random.choices(words, k=random.randint(1, 5))).title() + random.choice(tails),
            random.randint(1920, 2024),
        )
        for _ in range(FILMS)
    ]


def misspelt(title: str, random: Random) -> str:
    """The title with one letter left out or put in."""
    place = random.randrange(len(title))
    return title[:place] + random.choice(("", "x")) + title[place + 1 :]


def measure(name: str, ask: Callable[[str], object], typed: Sequence[str]) -> None:
    """Print how long the middle, the slowest twentieth and the slowest call take, each at its best."""
    taken = sorted(min(_once(ask, text) for _ in range(3)) for text in typed)
    middle, late, worst = taken[len(taken) // 2], taken[len(taken) * 95 // 100], taken[-1]
    print(f"{name:32} p50 {middle:5.2f}  p95 {late:5.2f}  worst {worst:5.2f} ms")


def _once(ask: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    ask(text)
    return (time.perf_counter() - start) * 1_000


def main() -> None:
    """Build the index and ask it everything."""
    random = Random(1)
    films = make_films(random)
    start = time.perf_counter()
    index = FilmIndex.of(films)
    print(f"{FILMS:,} films, index built in {(time.perf_counter() - start) * 1_000:.0f} ms")
    titles = [film.title for film in random.sample(films, ASKED)]
    kinds = {
        "exact": titles,
        "misspelt": [misspelt(title, random) for title in titles],
        "begun": [title[: random.randint(1, 6)] for title in titles],
        "nobody's": ["".join(random.choices("qwxyz ", k=15)) for _ in titles],
    }
    for kind, typed in kinds.items():
        measure(f"found, {kind}", lambda text: find_film(text, index), typed)
        measure(f"suggested, {kind}", lambda text: suggest_films(text, index), typed)
    for kind in ("exact", "misspelt"):
        sentences = [f"what did people think of {title.lower()}?" for title in kinds[kind]]
        measure(f"in a sentence, {kind}", lambda text: find_film_within(text, index), sentences)
    questions = [f"what is the average rating of {title.lower()}?" for title in kinds["misspelt"]]
    measure("question read, misspelt", lambda text: read(text, Known(index)), questions)
    found = sum(find_film(typed, index).film is not None for typed in kinds["misspelt"])
    print(f"misspelt by one letter: {found} of {ASKED} settled")


if __name__ == "__main__":
    main()
