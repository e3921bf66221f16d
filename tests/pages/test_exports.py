from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.pages.cells import guarded, unguarded
from bot.pages.own_markdown import facts_comment, quotation, read_facts, unquoted

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
