"""What members of a server typed on the sample films, where the first answer was a wrong one or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.answers.answer import Answer
from bot.answers.desk import Desk
from bot.indexing import index_files, page_files
from bot.questions.reading import read
from bot.store.library import Library

PAGES = Path(__file__).resolve().parents[2] / "data" / "pages"
Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    library = Library(tmp_path_factory.mktemp("members") / "library.db")
    index_files(library, page_files(sorted(PAGES.glob("*-sample.txt"))))
    desk = Desk(library)
    yield lambda words: desk.answer(read(words, desk.known()))
    library.close()


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("is the average of exchange above 7", "Exchange 1961: (Do Not) Answer (2021) averages 6.58"),
        (
            "average of the 8s and up for exchange",
            "6 rated reviews of Exchange 1961: (Do Not) Answer (2021) that",
        ),
        (
            "how many reviews of tallow quay 2003 to 2005",
            "4 of 14 reviews of Tallow Quay (2003) were written from 2003",
        ),
        ("how many reviews mention strake across all films?", "15 of 40 reviews of all 3 films here mention"),
        (
            "how many reviews of tallow quay say boring",
            '2 of 14 reviews of Tallow Quay (2003) mention "boring"',
        ),
        (
            "how many reviewers gave low water a lower rating than tallow quay",
            'I could not read "lower than", so I give no figure.',
        ),
        (
            "latest review date of exchange",
            "The latest review of Exchange 1961: (Do Not) Answer (2021) is by",
        ),
        (
            "the two marks from pilar_ontanda, what r they",
            "Pilar_Ontanda gave Tallow Quay II: Low Water (2007) 9",
        ),
        ("how many spoiler reviews in total", "6 of 40 reviews of all 3 films here are marked as spoilers."),
        ("how many reviews nobody found helpful", "Which film: "),
        (
            "who hated exchange the most",
            "The lowest rating is 1/10, given by 1 of 12 rated reviews of Exchange",
        ),
        ("who directed exchange", "Íñigo Balerdún directed Exchange 1961"),
        (
            "why do people hate exchange",
            "What reviews of Exchange 1961: (Do Not) Answer (2021) hold against it.",
        ),
        ("who's the actress in exchange", "The reviews of Exchange 1961: (Do Not) Answer (2021) name"),
        ("who is jarek pomeroy", "Jarek Pommeroy plays Rook, the engineer, say 3 reviews"),
        ("tallow quay rating plz thx", "Tallow Quay (2003) averages 7.31 out of 10."),
        ("whats vesper-77s take on low water", "vesper-77 on Tallow Quay II: Low Water (2007), 6 of 10."),
        ("who wrote the music of low water", "Hallgerd Finnbo composed the music of Tallow Quay II"),
        ("how is tallow quay (1999) rated", 'No film called "tallow quay (1999)" is in the library.'),
        ("is there a sequel to exchange", "The second Exchange 1961 isn't in the library."),
        ("what is the rating of titanic", 'No film called "titanic" is in the library.'),
        ("summarise exchange for me", "What reviews of Exchange 1961: (Do Not) Answer (2021) think of it"),
        ("did vesper like tallow quay?", "No review of Tallow Quay (2003) is by vesper-77, who wrote of"),
    ],
)
def test_members_get_the_answer_that_they_asked_for(ask: Ask, words: str, headline: str) -> None:
    assert ask(words).headline.startswith(headline)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("how many reviewers with a number in their name", '"name"'),
        ("how many reviewers whose name starts with a", '"name"'),
        ("who gave both tallow quay and low water a 9 or more", '"both"'),
        ("how many are negative in low water?", 'Which ratings count as "negative"?'),
    ],
)
def test_what_is_not_told_or_not_read_gives_no_figure(ask: Ask, words: str, asked: str) -> None:
    answer = ask(words)
    assert not answer.found
    assert asked in answer.headline


@pytest.mark.parametrize(
    "words",
    [
        "what was in the sandwich",
        "how much money did it make",
        "how much did low water make",
        "was exchange a box office hit",
    ],
)
def test_what_no_review_tells_is_admitted(ask: Ask, words: str) -> None:
    answer = ask(words)
    assert not answer.found
    assert "don't say" in answer.headline or "says anything of the box office" in answer.headline


def test_what_was_in_the_crate_is_told_by_those_who_speak_of_its_inside(ask: Ask) -> None:
    answer = ask("what was in the crate in low water")
    assert answer.found
    assert "I began to envy the crate." not in [quote.text for quote in answer.quotes]
    assert all(quote.hidden for quote in answer.quotes)


def test_a_kind_of_film_is_looked_for_in_all_of_them(ask: Ask) -> None:
    assert (
        "reviews of all 3 films here speak of how frightening it is" in ask("something scary please").headline
    )


def test_the_closest_mention_is_of_the_thing_that_was_asked_about(ask: Ask) -> None:
    (quote,) = ask("does the dog die in low water").quotes
    assert "with a dog" in quote.text
    assert not ask("does the dog die in exchange").quotes
