from __future__ import annotations

import io
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.answers.answer import Answer
from bot.answers.desk import Desk
from bot.errors import StoreError
from bot.questions.kinds import Question, TopReviews
from bot.questions.known import Known
from bot.questions.reading import read
from bot.store.library import Library
from bot.terminal.chat import Chat, converse
from bot.terminal.prompt import Completions, typed_lines
from tests.making import HARBOUR_II, make_review, save
from tests.terminal.answers import shown

LONG = "The pilot says nothing for a while. " * 30


@pytest.fixture
def chat(library: Library, desk: Desk) -> Chat:
    save(
        library,
        [make_review(f"ada-{number}", rating=number, title=f"Number {number}") for number in range(1, 8)],
    )
    save(
        library,
        [make_review("bob", title="Wreck", spoiler=True, rating=None, text=LONG + "The pilot drowns.")],
    )
    return Chat(lambda text, last: read(text, Known(desk.catalogue().index), last), desk.answer)


def said(chat: Chat, line: str) -> str:
    reply = chat.reply(line)
    assert reply is not None
    return shown(reply, width=100)


def test_question_is_answered(chat: Chat) -> None:
    assert "averages 4.00 out of 10" in said(chat, "rating harbour lights")


def test_a_line_leans_on_the_answer_before_it(chat: Chat) -> None:
    said(chat, "what is the highest rating of harbour lights?")
    assert "The lowest rating is 1/10" in said(chat, "and the lowest?")
    said(chat, "thanks!")
    assert "ada-1 wrote that" in said(chat, "who said that?")


def test_more_and_prev_turn_pages(chat: Chat) -> None:
    assert "Page 1 of 2" in said(chat, "top harbour lights lowest")
    assert "Page 2 of 2" in said(chat, "more")
    assert "That was all" in said(chat, "next")
    assert "Page 1 of 2" in said(chat, "prev")
    assert "That is the first page" in said(chat, "p")
    assert "Page 2 of 2" in said(chat, "page 2")
    assert "has 2 pages" in said(chat, "page 3")
    assert "Page 1 of 2" in said(chat, "the first page")
    assert "Page 2 of 2" in said(chat, "last page please")
    assert "no quote 9" in said(chat, "show 9")
    assert "Number 7" in said(chat, "show 2"), "what is said of pages ends no list"


def test_more_turns_the_pages_of_opinions(chat: Chat, library: Library) -> None:
    save(
        library,
        [make_review(f"eve-{number}", text=f"The music of reel {number} is fine.") for number in range(9)],
    )
    assert "Page 1 of 2" in said(chat, "what about the music of harbour lights?")
    assert "Page 2 of 2" in said(chat, "more")


def test_more_after_a_quote_gives_another(chat: Chat) -> None:
    said(chat, "quote")
    assert "★" in said(chat, "more")


def test_nothing_to_turn_or_pick_is_said(chat: Chat) -> None:
    assert "shown nothing yet" in said(chat, "more")
    assert "shown nothing yet" in said(chat, "page 2")
    assert "no quote 1" in said(chat, "show 1")
    assert "no 9 to pick" in said(chat, "9")
    said(chat, "rating")
    assert "Nothing here has pages" in said(chat, "page 2")


def test_number_picks_a_follow_up(chat: Chat) -> None:
    said(chat, "rating")
    assert "lowest rating first" in said(chat, "2")
    assert isinstance(chat.last and chat.last.question, TopReviews)


def test_show_opens_a_spoiler_whole(chat: Chat) -> None:
    said(chat, "reviewer bob")
    opened = said(chat, "show 1")
    assert "drowns" in opened
    assert "Wreck" in opened
    assert "drowns" not in said(chat, "reviewer bob")


def test_a_review_that_was_opened_does_not_end_the_list(chat: Chat, library: Library) -> None:
    save(
        library, [make_review(f"eve-{number}", text=f"{LONG}{number}, they whisper.") for number in range(8)]
    )
    said(chat, "search whisper")
    second_page = said(chat, "more")
    said(chat, "prev")
    opened = [said(chat, f"show {number}") for number in (1, 2)]
    assert all("whisper" in review for review in opened)
    assert opened[0] != opened[1]
    assert "averages" in said(chat, "2"), "the numbers to pick are those of what was shown last"
    said(chat, "search whisper")
    said(chat, "show 2")
    assert said(chat, "more") == second_page


def test_unread_line_gets_three_examples(chat: Chat) -> None:
    reply = said(chat, "colourless green ideas")
    assert [line.split()[0] for line in reply.splitlines() if line[:2].strip().isdigit()] == ["1", "2", "3"]


@pytest.mark.parametrize("word", ["quit", "exit", "q", "bye", "QUIT"])
def test_leaving_is_understood(chat: Chat, word: str) -> None:
    assert chat.reply(word) is None


def test_expected_failure_is_said_and_the_chat_goes_on() -> None:
    def fail(_question: Question) -> Answer:
        raise StoreError("The library is busy.")

    chat = Chat(lambda text, _last: TopReviews(text), fail)
    assert "The library is busy." in said(chat, "anything")


def test_piped_lines_are_echoed_and_answered_until_quit(chat: Chat) -> None:
    file = io.StringIO()
    converse(chat, ["rating", "", "films", "quit", "help"], Console(file=file, width=80), echo=True)
    text = file.getvalue()
    assert text.startswith("> rating\nHarbour Lights (1999) averages")
    assert "> films\n1 film with 8 reviews." in text
    assert "> help" not in text


def completed(typed: str) -> list[str]:
    offers = Completions(
        lambda name: [film for film in ("Pusher (1996)", "Pusher II (2004)") if name.lower() in film.lower()]
    )
    return [each.text for each in offers.get_completions(Document(typed), CompleteEvent())]


def test_command_words_and_films_are_completed() -> None:
    assert completed("ra") == ["rating "]
    assert completed("/ra") == ["rating "]
    assert completed("rating pus") == ["Pusher (1996)", "Pusher II (2004)"]
    assert completed("mentions mads in pusher i") == ["Pusher II (2004)"]
    assert completed("reviewer pus") == []


@pytest.mark.parametrize("leave", ["\x03", "\x04"])
def test_typed_lines_are_kept_as_history_until_ctrl_c_or_d(tmp_path: Path, leave: str) -> None:
    with create_pipe_input() as keys:
        keys.send_text(f"rating\rfilms\r{leave}")
        lines = list(typed_lines(tmp_path / "history", lambda _typed: [], source=keys, screen=DummyOutput()))
    assert lines == ["rating", "films"]
    assert "+films" in (tmp_path / "history").read_text()


def test_ctrl_c_clears_a_line_before_it_leaves(tmp_path: Path) -> None:
    with create_pipe_input() as keys:
        keys.send_text("half a quest\x03films\r\x03rating\r")
        lines = list(typed_lines(tmp_path / "history", lambda _typed: [], source=keys, screen=DummyOutput()))
    assert lines == ["films"]


def test_bytes_that_are_no_text_are_typed_without_harm(tmp_path: Path) -> None:
    with create_pipe_input() as keys:
        keys.send_bytes(b"\xff\xfe\r\x04")
        lines = list(typed_lines(tmp_path / "history", lambda _typed: [], source=keys, screen=DummyOutput()))
    assert lines == ["??"]
    assert "+??" in (tmp_path / "history").read_text()


def test_history_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    with create_pipe_input() as keys:
        keys.send_text("rating\r\x04")
        lines = typed_lines(tmp_path / "no" / "history", lambda _typed: [], source=keys, screen=DummyOutput())
        assert list(lines) == ["rating"]


@pytest.mark.parametrize(
    "typed", ["\x1b[;M", "\x1b[32M", "\x1b[M\xff\xff\xff", "\x1b[", "\x1b[<;;M", "\x1b[;R"]
)
def test_escape_sequences_that_are_typed_or_pasted_do_no_harm(tmp_path: Path, typed: str) -> None:
    with create_pipe_input() as keys:
        keys.send_text(f"x{typed}\x03films\r\x04")
        lines = list(typed_lines(tmp_path / "history", lambda _typed: [], source=keys, screen=DummyOutput()))
    assert lines == ["films"]


def test_what_other_films_have_is_a_number_away(chat: Chat, library: Library) -> None:
    save(library, [make_review("cho", film=HARBOUR_II, text="Quiet as a church.")])
    shown_first = said(chat, "search pilot in harbour lights 2")
    assert "1 review of Harbour Lights (1999) does." in shown_first
    assert "In all films" in shown_first
    assert "1 review holds" in said(chat, "1")
