"""What holds for a redline of any two texts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from amendments.redline import Edit, EditKind, count_words, redline
from amendments.redline.changes import Changes
from amendments.redline.edits import as_read
from amendments.redline.endings import look_alike

# Texts as laws are: words that recur, in several forms and with letters that look alike, list
# numbers, blank lines, odd spaces and accents
pieces = st.sampled_from(
    (
        "a|b|the court|құқық| |  |\u00a0|\n|\r\n|\n1) |\n2) |3)|.|;|, |«|–|\u0301|\u2028|\x00|😀|"
        "\n3-тармақ. |\n4-тармақ |\nпункт 3 |\nподпункт 3) |\nArticle 5. |III бөлім|"
        "депутаттан|депутаттардан|депутатты|deputies|deputy|бiлiм|білім|бiлiмi|а|cot|сот| | "
    ).split("|")
)
law_like = st.lists(pieces, max_size=25).map("".join)
texts = st.text() | law_like


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[str, str]:
    """A text and the same lines in another order."""
    before = draw(law_like)
    return before, "\n".join(draw(st.permutations(before.split("\n"))))


# Words apart, so that some are the same, some in another form
word_by_word = st.lists(
    st.sampled_from(
        "a b сот cot депутаттан депутаттардан депутатты бiлiм білім білімге 5-ші".split()
    ),
    max_size=12,
).map(" ".join)

pairs = st.tuples(texts, texts) | shuffled() | st.tuples(word_by_word, word_by_word)


def joined(edits: list[Edit], without: EditKind) -> str:
    return "".join(edit.text for edit in edits if edit.kind is not without)


@given(before=st.text(), after=st.text())
def test_any_two_texts_come_back_exactly(before: str, after: str) -> None:
    edits = redline(before, after)

    assert joined(edits, EditKind.INSERTED) == before
    assert joined(edits, EditKind.DELETED) == after


@given(pairs)
def test_texts_like_laws_come_back_exactly(pair: tuple[str, str]) -> None:
    edits = redline(*pair)

    assert joined(edits, EditKind.INSERTED) == pair[0]
    assert joined(edits, EditKind.DELETED) == pair[1]


@given(texts)
def test_a_text_is_not_changed_from_itself(text: str) -> None:
    assert redline(text, text) == ([Edit(EditKind.KEPT, text)] if text else [])


@given(pairs)
def test_the_same_texts_give_the_same_redline(pair: tuple[str, str]) -> None:
    assert redline(*pair) == redline(*pair)


@given(pairs)
def test_no_edit_is_empty_and_none_could_be_joined_to_the_next(pair: tuple[str, str]) -> None:
    edits = redline(*pair)

    assert [edit for edit in edits if edit.text == ""] == []
    assert [
        (one, two) for one, two in pairwise(edits) if one.kind is two.kind and one.mark == two.mark
    ] == []


@given(pairs)
def test_a_deletion_comes_before_the_insertion_that_replaces_it(pair: tuple[str, str]) -> None:
    edits = redline(*pair)
    turned = [
        one
        for one, two in pairwise(edits)
        if (one.kind, two.kind) == (EditKind.INSERTED, EditKind.DELETED)
    ]

    # An addition may stand right before a renumbering or a move, which replace nothing of it,
    # and the ending of a word or one that looks alike beside any other
    marked = any(edit.moved or edit.renumbered for edit in edits)
    assert marked or all(edit.stem or edit.look_alike for edit in turned)


@given(pairs)
def test_every_mark_has_its_partner_and_kept_text_has_none(pair: tuple[str, str]) -> None:
    edits = redline(*pair)

    def moves(kind: EditKind) -> list[int]:
        return sorted(edit.moved for edit in edits if edit.kind is kind and edit.moved)

    def numbers(kind: EditKind) -> int:
        return sum(edit.kind is kind and edit.renumbered for edit in edits)

    assert moves(EditKind.DELETED) == moves(EditKind.INSERTED)
    assert numbers(EditKind.DELETED) == numbers(EditKind.INSERTED)
    assert moves(EditKind.KEPT) == []
    assert numbers(EditKind.KEPT) == 0


@given(pairs)
def test_no_more_words_are_counted_than_a_text_has_letters(pair: tuple[str, str]) -> None:
    count = count_words(redline(*pair))

    assert 0 <= count.removed <= len(pair[0])
    assert 0 <= count.added <= len(pair[1])


@given(pairs)
def test_changes_are_numbered_without_a_gap_in_reading_order(pair: tuple[str, str]) -> None:
    changes = Changes(redline(*pair))
    first_seen = list(dict.fromkeys(number for number in changes.numbers if number))

    assert first_seen == list(range(1, changes.count + 1))


@given(pairs)
def test_an_ending_follows_its_stem(pair: tuple[str, str]) -> None:
    edits = redline(*pair)

    for at, edit in enumerate(edits):
        if edit.stem:
            kept = next(each for each in reversed(edits[:at]) if each.kind is EditKind.KEPT)
            assert kept.text.endswith(edit.stem)


@given(pairs)
def test_letters_that_look_alike_are_the_only_difference_of_what_is_marked_so(
    pair: tuple[str, str],
) -> None:
    edits = redline(*pair)
    old = [e.text for e in edits if e.look_alike and e.kind is EditKind.DELETED]
    new = [e.text for e in edits if e.look_alike and e.kind is EditKind.INSERTED]

    assert len(old) == len(new)
    assert all(one != other and look_alike(one, other) for one, other in zip(old, new, strict=True))
    assert not any(edit.look_alike for edit in as_read(edits))
