from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.discord_app.cutting import cut
from bot.discord_app.limits import length
from bot.discord_app.markup import clean, escaped, inline, label, passage
from tests.discord_app.markdown import open_text, plain, what_works

SIGNS = """* ** _ __ ~~ ` ``` || | > \\ [a](http://b) @everyone <@1> <#1> <t:1:R> </a:1> :smile: https://x.yz
    <http://x.yz> word שלום نمل،٢ 。 👩‍👩‍👧 \u202e \u2066 \u200b \ud800""".split()
SPACED = (" ", "\n", "\n\n", ">>> ", "# ", "-# ", "- ", "1. ", "e" + "\u0301" * 9)
PIECES = st.sampled_from([*SIGNS, *SPACED])
HOSTILE = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=80))


@given(HOSTILE)
@example("- \n\n")
def test_nothing_a_stranger_writes_works(text: str) -> None:
    assert what_works(escaped(text)) == set()
    assert what_works(inline(text)) == set()
    assert what_works("\n".join(line[2:] for line in passage(text).split("\n"))) == set()


@given(HOSTILE)
def test_what_a_stranger_writes_shows_as_written(text: str) -> None:
    assert plain(escaped(text)) == clean(text)


@given(HOSTILE, st.lists(HOSTILE, max_size=3))
def test_no_name_turns_the_direction_of_what_stands_beside_it(text: str, names: list[str]) -> None:
    assert not turned(inline(f"{text} {' and '.join(names)}", names))


@given(HOSTILE, st.integers(1, 40))
@example("נמל נמל", 1)
@example("נ 名 נ", 2)
def test_a_label_fits_and_keeps_its_direction_to_itself(text: str, limit: int) -> None:
    assert length(label(text, limit)) <= limit
    assert not turned(label(text, limit))


def turned(shown: str) -> bool:
    """Whether something in the text may turn what stands beside it: unbalanced, or right to left and open."""
    depth = 0
    for char in shown:
        kind = unicodedata.bidirectional(char)
        assert kind not in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI")
        depth += {"FSI": 1, "PDI": -1}.get(kind, 0)
        if depth < 0 or (depth == 0 and kind in ("R", "AL")):
            return True
    return depth != 0


@pytest.mark.parametrize(
    ("line", "names", "shown"),
    [
        ("נמל (1999) averages 7.", ["נמל (1999)"], "<נמל (1999)> averages 7."),
        ('No film called "נמל 2" is here.', [], 'No film called "<נמל> 2" is here.'),
        ("Written by דנה, נועה and נמל שקט.", [], "Written by <דנה>, <נועה> and <נמל שקט>."),
        ("דנה, נועה wrote that.", ["דנה, נועה"], "<דנה, נועה> wrote that."),
        ("Rating of نمل ٢٠ by ada", [], "Rating of <نمل ٢٠> by ada"),
        ("Fahrenheit ארבע and more", ["Fahrenheit ארבע"], "<Fahrenheit ארבע> and more"),
    ],
)
def test_only_the_strange_run_is_set_apart(line: str, names: list[str], shown: str) -> None:
    assert inline(line, names).replace("\u2068", "<").replace("\u2069", ">").replace("\\", "") == shown


@given(HOSTILE, st.integers(0, 40), st.integers(0, 40))
def test_a_spoiler_is_never_open(text: str, start: int, size: int) -> None:
    shown = passage(text, [(start, start + size)], spoiler=True)
    assert open_text(shown).strip() == ""


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs"]), min_size=1), st.data())
def test_the_stressed_words_are_bold(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    word = clean(text[start:end]).strip()
    shown = passage(text, [(start, end)])
    assert (f"**{word}**" in shown) == bool(word)


@given(HOSTILE, st.integers(8, 300), st.booleans())
def test_a_cut_keeps_to_its_room_and_its_markup(text: str, room: int, spoiler: bool) -> None:  # noqa: FBT001
    part = cut(text, room, spoiler=spoiler)
    assert length(part.shown) <= room
    assert 0 <= part.end <= len(text)
    if spoiler:
        assert open_text(part.shown).strip() == ""


def test_a_cut_ends_with_a_sentence() -> None:
    text = "The first sentence stands here. The second one is here. The third is long and cut."
    assert cut(text, 70).shown == "> The first sentence stands here. The second one is here. …"


def test_a_cut_without_a_sentence_ends_with_a_word() -> None:
    assert cut("words and words and words and words", 20).shown == "> words and words…"


def test_what_was_cut_off_follows_in_the_next_part() -> None:
    text = " ".join(f"Sentence number {number} stands here." for number in range(99))
    seen, start = "", 0
    while start < len(text):
        part = cut(text, 200, start=start)
        seen += plain(part.shown).removesuffix("…").strip() + " "
        assert part.end > start
        start = part.end
    assert seen.strip() == text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\n\nb", "> a\n> \n> b"),
        ("- no list", "> \\- no list"),
        ("1. no list", "> 1\\. no list"),
        ("see https://a.bc", "> see https\\://a.bc"),
        ("half||open", "> half\\|\\|open"),
    ],
)
def test_a_passage_is_a_block_quote(written: str, shown: str) -> None:
    assert passage(written) == shown
