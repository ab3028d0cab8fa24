"""Which row names the columns."""

import pytest

from amendments.comparative_table.rows.cells import Cell, Paragraph, Piece, Row
from amendments.comparative_table.rows.header_words import Column
from amendments.comparative_table.rows.headers import column_of, is_repeated, layout_of

A, B, C, T = Column.ARTICLE, Column.BEFORE, Column.AFTER, Column.TEXT


def row_of(*texts):
    cells = (
        Cell((Paragraph((Piece(text),)),), start, start + 1) for start, text in enumerate(texts)
    )
    return Row(1, tuple(cells))


def columns(*texts):
    layout = layout_of(row_of(*texts))
    return layout and [column for column, _start, _end in layout.columns]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Структурный элемент", "Действующая редакция", "Предлагаемая редакция"], [A, B, C]),
        (["Статья", "Было", "Стало"], [A, B, C]),
        (["Статья", "Новая редакция", "Старая редакция"], [A, C, B]),
        (["Редакция до 08.06.2022", "Редакция после 08.06.2022"], [B, C]),
        (["Текст до внесения изменений", "Текст после внесения изменений", "Статья"], [B, C, A]),
        (["Бап", "Қолданыстағы редакция", "Ұсынылатын редакция"], [A, B, C]),
        (["Құрылымдық элемент", "Өзгерістерге дейін", "Өзгерістерден кейін"], [A, B, C]),
        (["Bap", "Qoldanystağy redaksia", "Usynylatyn redaksia"], [A, B, C]),
        (["Burynǵy mátin", "Jańa mátin"], [B, C]),
        (["Article", "Before", "After"], [A, B, C]),
        (["Proposed text", "Current text", "Provision"], [C, B, A]),
        (["Article", "Text with tracked changes"], [A, T]),
        (["Бап", "Мәтін"], [A, T]),
        (["ДЕЙСТВУЮЩАЯ\nРЕДАКЦИЯ", "ПРЕДЛАГАЕМАЯ\nРЕДАКЦИЯ"], [B, C]),
        (["Article", "Old text", "New text, as in force from 8 June"], [A, B, C]),
    ],
)
def test_a_header_is_known_in_each_language_script_and_order(texts, found):
    assert columns(*texts) == found


@pytest.mark.parametrize(
    "texts",
    [
        ["Министр", "А. Садыкова"],
        ["Статья 44", "Отсутствует", "Новая статья"],
        ["Статья 44", "Новый текст"],
        ["1", "2", "3"],
        ["Было", "Было"],
        ["Статья", "", ""],
        ["1. До выборов.", "1. После выборов."],
    ],
)
def test_other_rows_are_no_header(texts):
    assert columns(*texts) is None


def test_a_header_comes_again_word_for_word_or_nearly():
    layout = layout_of(row_of("Статья", "Было (на 1 мая)", "Стало"))

    assert layout is not None
    assert is_repeated(row_of("Статья", "Было (на 1 мая)", "Стало"), layout)
    assert is_repeated(row_of("статья", "было", "стало"), layout)
    assert not is_repeated(row_of("Статья", "Срок до пяти лет.", "Срок после семи лет."), layout)


def test_columns_beside_the_comparison_are_known():
    assert [column_of("№ п/п"), column_of("Обоснование"), column_of("Негіздеме")] == [
        Column.NUMBER,
        Column.REASON,
        Column.REASON,
    ]
