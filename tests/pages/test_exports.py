from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import PageError
from bot.pages.cells import guarded, unguarded
from bot.pages.columns import OWN_MARK
from bot.pages.own_markdown import FIRST_LINE, facts_comment, quotation, read_facts, unquoted
from bot.pages.reading import read_page

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("'=+-@\t\r\n \\`*_[]~|#>&;<1.)"))


@given(TEXTS)
def test_a_cell_is_no_formula_and_reads_back_the_same(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(text)) == text


@given(TEXTS)
def test_a_quotation_reads_back_the_same(text: str) -> None:
    lines = quotation(text).split("\n")
    assert all(line.startswith(">") for line in lines)
    assert unquoted(lines) == text


@given(st.dictionaries(TEXTS, TEXTS | st.none() | st.integers()))
def test_facts_in_a_comment_read_back_the_same(facts: dict[str, object]) -> None:
    comment = facts_comment(facts)
    assert "\n" not in comment
    assert "--" not in comment[4:-3]
    if facts:
        assert read_facts(comment) == facts


def test_what_is_no_text_is_left_out_of_markdown_that_was_changed() -> None:
    told = facts_comment(
        {"film": "Harbour", "reviewer": "ada", "title": "A title", "rating": 7, OWN_MARK: True}
    )
    page = f"{FIRST_LINE}\n{told}\n\n> It&#0; glows.&#27;\n".replace("A title", r"\ud800A\u0000 title")
    (review,) = read_page(page.encode(), "own.md").reviews
    assert (review.title, review.text) == ("A title", "It glows.")


def test_markdown_of_a_review_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.pages.own_markdown.LONGEST_TEXT", 1_000)
    told = facts_comment({"film": "Harbour", "reviewer": "ada", OWN_MARK: True})
    quoted = "> so it goes\n" * 100
    with pytest.raises(PageError, match="the text of a review is longer"):
        read_page(f"{FIRST_LINE}\n{told}\n{quoted}".encode(), "own.md")
