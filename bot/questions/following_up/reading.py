"""What the words ask as a continuation of the last answer."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions.asking_again import about_film
from bot.questions.conversation import Conversation
from bot.questions.figures.asked import left
from bot.questions.figures.extremes import superlative
from bot.questions.following_up.connecting import CONNECTED, IS_WHOLE, LEANS
from bot.questions.following_up.films import of_both_films
from bot.questions.following_up.lists import in_order, of_mood, of_other_words
from bot.questions.following_up.narrowing import as_share, beyond, filtered, year_beside
from bot.questions.following_up.persons import NAME_AGAIN, is_name, judged, spoken_of, who_is_meant
from bot.questions.following_up.picking import picked
from bot.questions.following_up.reviews import of_review
from bot.questions.following_up.shown import READ_THEM, THEY, WHEN_SAID, WHO_SAID
from bot.questions.following_up.sides import other_end, side_asked_for
from bot.questions.following_up.turning import turned
from bot.questions.kinds import (
    Average,
    AverageRating,
    Count,
    Extreme,
    Mentions,
    Opinion,
    Question,
    SaidBy,
    Search,
    Share,
    TopReviews,
    Who,
    WholeReview,
)
from bot.questions.known import Known
from bot.questions.sentence import Sentence, words_of
from bot.questions.slots.marked import Slots
from bot.questions.typos import put_right
from bot.questions.who import who_named


def follow_shown(typed: str, known: Known, last: Conversation) -> Question | None:
    """What the words ask of what was just shown, be it in a command's words: `read it`, `compare them`."""
    text = " ".join(put_right(word, known.holds) for word, _ in words_of(typed) if word != ",")
    page = turned(text, last) if "page" in text.split() else None
    return page or picked(text, last) or of_review(text, last) or of_both_films(text, last)


def follow_up(sentence: Sentence, slots: Slots, last: Conversation) -> Question | None:
    """What the words ask as a continuation of the last answer; None where they stand by themselves."""
    text = sentence.text
    if isinstance(last.question, SaidBy) and isinstance(last.list_of, Opinion | Search | Mentions):
        last = replace(last, question=last.list_of)
    if (leaning := _leaning(sentence, last)) is not None:
        return leaning
    rest = CONNECTED.sub("", slots.text, count=1).strip()
    if isinstance(last.question, Who) and LEANS.match(text) and (end := superlative(rest)) is not None:
        return Extreme(last.question.film, *end)
    if isinstance(last.question, Who) and (name := who_named(rest)) and (LEANS.match(text) or is_name(text)):
        return replace(last.question, subject=name)
    stands_alone = bool(sentence.films) and not LEANS.match(text)
    if not stands_alone and (found := other_end(text, slots, last)) is not None:
        return found
    if _FILM_ALONE.fullmatch(rest) and sentence.films and not slots.marks:
        asked_again = _about_film(last, sentence.films[0])
        return AverageRating(sentence.films[0]) if asked_again == last.question else asked_again
    if slots.marks and not left(rest) and not stands_alone and not IS_WHOLE.match(text):
        return filtered(last, slots, sentence.films[0] if sentence.films else None)
    return of_other_words(sentence, last.question)


_FILM_ALONE = re.compile(r"(?:§film\d ?(?:film|movie|one)?(?: (?:instead|too|then|please|as well|now))*)|")


def _about_film(last: Conversation, film: str) -> Question:
    """The last question about another film: after one review, what the same reviewer wrote of it."""
    if isinstance(last.question, WholeReview | SaidBy) and len(last.reviewers) == 1:
        return WholeReview(last.reviewers[0], film)
    return about_film(last.question, film)


_THEY_SAID = re.compile(
    r"^(?:and |so |ok )*(?:what (?:did|do) (?:they|those|those (?:people|reviewers|users)|the reviewers)"
    r" (?:say|write|think)(?: about it| of it)?|why(?: did they(?: say so)?)?|their reviews)$"
)


def _leaning(sentence: Sentence, last: Conversation) -> Question | None:
    """What is asked in words that mean nothing without the last answer: `who were they`, `show me more`."""
    text, question = sentence.text, last.question
    if (found := of_mood(text, question) or in_order(text, question)) is not None:
        return found
    if (found := _beside(sentence, last) or who_is_meant(sentence, last)) is not None:
        return found
    if (page := turned(text, last)) is not None:
        return page
    if (
        (READ_THEM.match(text) or _THEY_SAID.match(text))
        and isinstance(question, Count | Average)
        and question.filters
    ):
        return TopReviews(question.film, filters=question.filters)
    if THEY.match(text) and isinstance(question, Count | Share | Extreme):
        return Count(question.film, question.filters) if isinstance(question, Share) else question
    if WHO_SAID.match(text) and last.review_ids:
        return SaidBy(" ".join(last.review_ids))
    if NAME_AGAIN.search(text) and (somebody := spoken_of(question)) is not None:
        return somebody
    return as_share(text, question) or side_asked_for(text, question)


def _beside(sentence: Sentence, last: Conversation) -> Question | None:
    """When what was shown was written, what is thought of whoever was named, and the year beside one."""
    text = sentence.text
    if WHEN_SAID.match(text) and last.review_ids and not sentence.films:
        return SaidBy(" ".join(last.review_ids[:1]))
    return judged(text, last) or year_beside(text, last.question) or beyond(text, last.question)
