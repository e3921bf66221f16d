"""People whom reviews speak of, and the ways reviewers print their names."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from random import Random

from tests.benchmarks.words import one_edit

_FIRST = """
Mads Anna Zlatko Leif Maria Kurt Anne Nicolas Sofia Peter Laura John Emma Thomas Kim Ingrid Lars Eva Jean
Claire Pierre Juliette Carlos Penélope Javier Inés José Ana Luis Sofía Marco Giulia Paolo Chiara Hiroshi
Yuki Kenji Naomi Wei Li Ming Raj Priya Anil Deepa Omar Leila Yusuf Amina Ivan Olga Dmitri Natasha Piotr
Agnieszka Milan Jana Tomáš Zuzana Béla Ágnes Søren Åse Bjørn Jürgen Käthe Günther Renée François Zoë Chloë
Seán Siobhán Rory Fiona Duncan Moira Gareth Megan Denzel Whitney Marlon Viola Clint Meryl Robert Diane Al
Jodie Tom Nicole Brad Cate Daniel Kate Joaquin Tilda Ralph Helen Ian Judi Anthony Maggie Michael Glenda
Colin Rosamund Idris Thandie Chiwetel Lupita Steve Frances Ethan Joel Sam Greta Noah Wes Bill Jason Owen
Luke Angelica Gwyneth Danny Ben Casey Matt Sean Naveen Ritesh Irrfan Tabu Nawazuddin Konkona
""".split()
_SURNAMES = """
Mikkelsen Burić Sørensen Refn O'Brien Garcia Nuñez Müller Schröder Dupont Lefèvre Moreau Rossi Bianchi
Tanaka Kurosawa Kowalski Nowak Novák Dvořák Szabó Kovács Petrov Ivanova Singh Kapoor Khan Hassan MacDonald
McGregor Fitzgerald Gallagher Stone Young Page Day Rush Washington Freeman Streep Pacino Bergman Lindqvist
Åkerman Väisänen Korhonen Jiménez Peña
""".split()
_STARTS = """
Ab Al Am Ar Ba Bel Ber Bo Bran Ca Cor Da Del Dor El Er Fal Far Fen Ga Gar Gil Hal Har Hol Is Ja Jor Ka Kel
Ko La Lin Lor Ma Mar Mo Na Nor Ol Or Pa Per Po Qui Ra Ros Sa Sel Sta Ta Tor Ul Va Ven Vo Wa Wil Za Zel
""".split()
_MIDDLES = """
ba da de di do fa ga go ka ko la le li lo ma mo na ne ni ra re ri ro sa so ta te ti to va vi zo
""".split()
_ENDS = """
ard bach berg burg dahl dez elli ens er feld ford gaard gren halt ić ien inen ini kamp koff lund man mann
mark mond nik nov off old oni ova owitz quist rez ros rup sen ski son stein stad strom ton vall vic wald
ward well wick wood zak
""".split()
_PARTICLES = ("von", "van", "de", "de la", "del", "di")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom reviews speak of, by full name or by surname alone."""

    first: str
    surname: str

    def __str__(self) -> str:
        return f"{self.first} {self.surname}"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a review speaks of a person: how it stands there and what that is."""

    person: Person
    printed: str
    full: bool
    misspelt: bool


def without_diacritics(name: str) -> str:
    """The name as typed on a plain keyboard."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return folded.replace("ø", "o").replace("Ø", "O")


def make_people(count: int, seed: int = 2004) -> list[Person]:
    """`count` different people, the best known first; many a surname belongs to more than one of them."""
    random = Random(f"people {seed}")
    surnames = list(_SURNAMES)
    while len(surnames) < count * 3 // 4:
        made = (
            random.choice(_STARTS)
            + "".join(random.choices(_MIDDLES, k=random.choice((0, 1, 1, 2))))
            + random.choice(_ENDS)
        )
        surnames.append(f"{random.choice(_PARTICLES)} {made}" if random.random() < 0.02 else made)
    surnames = list(dict.fromkeys(surnames))
    people: dict[Person, None] = {}
    while len(people) < count:
        people[Person(random.choice(_FIRST), random.choice(surnames))] = None
    return list(people)


def mention(person: Person, random: Random, *, full: bool, others: Collection[str]) -> Mention:
    """The person's name as a reviewer may print it.

    One in twenty is misspelt by one edit, one in twelve is a possessive, some lack their diacritics. A
    misspelling is none of the names in `others`, so that the truth stays one.
    """
    name = str(person) if full else person.surname
    if random.random() < 0.4:
        name = without_diacritics(name)
    misspelt = random.random() < 0.05
    if misspelt:
        name = _misspelt(name, random, others)
    printed = name + ("'" if name.endswith("s") else "'s") if random.random() < 0.08 else name
    return Mention(person, printed, full, misspelt)


def _misspelt(name: str, random: Random, others: Collection[str]) -> str:
    parts: Sequence[str] = name.split(" ")
    while True:
        at = max(range(len(parts)), key=lambda i: len(parts[i]) * random.random())
        edited = one_edit(parts[at], random)
        if edited[:1].isalpha() and edited not in others:
            return " ".join(
                [
                    *parts[:at],
                    edited[:1].upper() + edited[1:] if parts[at][0].isupper() else edited,
                    *parts[at + 1 :],
                ]
            )
