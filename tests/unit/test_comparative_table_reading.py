"""What the rows of the sample files compare, whoever keeps the provisions."""

import pytest

from amendments.comparative_table.docx.number_formats import written
from amendments.comparative_table.docx.reading import read_docx
from amendments.comparative_table.rows.compared import ComparedRow, LeftOut, Revisions, Unclear
from amendments.comparative_table.rows.reading import compared_rows
from tests.samples.comparative_table.make_samples import SAMPLES
from tests.samples.comparative_table.texts import DEATH, SIGNS


def entries(name, revisions=Revisions.BEFORE_AFTER):
    return compared_rows(read_docx(SAMPLES[name]), revisions).entries


def rows(name, revisions=Revisions.BEFORE_AFTER):
    return [each for each in entries(name, revisions) if isinstance(each, ComparedRow)]


def compared(name, revisions=Revisions.BEFORE_AFTER):
    return [(row.address, row.before, row.after) for row in rows(name, revisions)]


def said(name, revisions=Revisions.BEFORE_AFTER):
    return [line for entry in entries(name, revisions) for line in entry.said]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("plain-three-columns.docx", [DEATH, SIGNS]),
        ("header-repeated-on-each-page.docx", [DEATH, SIGNS]),
        ("header-in-two-lines.docx", [DEATH]),
        ("number-and-reason-columns.docx", [DEATH]),
        ("table-cut-in-two.docx", [DEATH, SIGNS]),
        (
            "after-stands-before-before.docx",
            [("Article 15(2)", "The penalty is set by law.", "The penalty is prohibited.")],
        ),
        (
            "two-columns-article-in-the-text.docx",
            [
                ("", "15-бап.\n2. Өлім жазасы бар.", "15-бап.\n2. Өлім жазасына тыйым салынады."),
                ("", "44-бап. Президент:\n2) он бес күн;", "44-бап. Президент:\n2) бір ай;"),
            ],
        ),
    ],
)
def test_columns_are_found_in_each_order_and_headers_are_no_rows(name, found):
    assert compared(name) == found


def test_a_place_is_the_row_as_one_counts_it_in_word():
    assert [str(row.place) for row in rows("header-repeated-on-each-page.docx")] == [
        "table 1, row 3",
        "table 1, row 6",
    ]


def test_cells_merged_down_hold_for_the_rows_below():
    found = rows("cells-merged-down.docx")

    assert [row.address for row in found] == [
        "Статья 61",
        "Статья 61",
        "Статья 44, 2)",
        "Статья 44, 3)",
    ]
    assert found[3].before == found[2].before == "2) старый второй;\n3) старый третий;"
    assert found[3].said == ("the before is a cell merged down from above",)


def test_cells_merged_across_are_titles_or_said_to_be_unclear():
    found = entries("titles-merged-across.docx")

    assert [(str(each.place), getattr(each, "reason", "")) for each in found] == [
        ("table 1, row 1", "a title above the header"),
        ("table 1, row 3", "a title across the table: Раздел II. Человек и гражданин"),
        ("table 1, row 4", "a title across the table: Статья 15"),
        ("table 1, row 5", ""),
        ("table 1, row 6", "it says that nothing changed"),
        ("table 1, row 7", "before and after are one merged cell"),
    ]
    assert rows("titles-merged-across.docx")[0].heading == "Статья 15"


def test_numbers_that_word_counts_are_written_out_at_every_depth():
    [(_address, before, after)] = compared("nested-automatic-numbering.docx")

    assert before.splitlines() == [
        "1. Суд старый:",
        "1) старый первый;",
        "2) второй:",
        "а) буква;",
        "2. Другой пункт.",
    ]
    assert after.splitlines()[0] == "1. Суд новый:"  # The second list starts anew
    assert after.splitlines()[-1] == "2. Другой пункт."


def test_a_style_may_number_its_paragraphs():
    assert compared("styles-that-number.docx") == [
        ("Статья 61", "Первый.\n2. Срочно.", "Первый.\n2. Сразу.")
    ]


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (4, "decimal", "4"),
        (4, "lowerRoman", "iv"),
        (19, "upperRoman", "XIX"),
        (2, "lowerLetter", "b"),
        (28, "upperLetter", "BB"),
        (3, "russianLower", "в"),
        (7, "decimalZero", "07"),
        (7, "chineseCounting", "7"),
        (0, "lowerRoman", "0"),
        (99_999, "upperRoman", "99999"),
    ],
)
def test_numbers_are_written_as_word_writes_them(count, form, text):
    assert written(count, form) == text


def test_a_soft_break_within_a_sentence_is_a_blank_and_before_a_number_a_line():
    [(_address, before, _after)] = compared("soft-breaks.docx")

    assert before == "1. Суд решает:\n1) споры о выборах;\n2) иное."


def test_a_footnote_is_told_and_kept_out_of_the_text():
    [row] = rows("footnotes.docx")

    assert row.after == DEATH[2]
    assert row.said == ("footnote 2, kept out of the text: “Введено в действие позже.”",)


def test_fields_links_and_controls_give_their_text_and_hidden_text_is_told():
    document = read_docx(SAMPLES["fields-links-and-controls.docx"])
    [row] = rows("fields-links-and-controls.docx")

    assert row.address == "Статья 83-1"
    assert row.after == "1. Уполномоченный независим.\n2. Избирается Сенатом."
    assert row.said == ("hidden text was left out: “тайно”",)
    assert document.notes == ("links to addresses were dropped, their words kept: 1",)


def test_the_strict_variant_of_the_format_is_read():
    assert len(rows("strict-open-xml.docx")) == 1


BY = "by А. Садыкова on 2022-05-03"


def test_tracked_changes_of_the_only_text_give_before_and_after():
    assert compared("tracked-in-the-only-text.docx") == [
        ("Статья 15, пункт 2", "2. Казнь устанавливается законом.", "2. Казнь запрещается."),
        ("Статья 61, пункт 3", "", "3. Новый пункт."),
        ("Статья 61, пункт 2", "2. Без правок.", "2. Без правок."),
    ]
    assert said("tracked-in-the-only-text.docx") == [
        f"tracked change: deleted “устанавливается законом” {BY}",
        f"tracked change: inserted “запрещается” {BY}",
        f"tracked change: inserted “3. Новый пункт.” {BY}",
    ]


def test_one_cell_across_both_texts_compares_by_its_tracked_changes():
    assert compared("tracked-across-both-texts.docx") == [
        (DEATH[0], "2. Казнь есть.", "2. Казнь запрещена.")
    ]


@pytest.mark.parametrize("revisions", [Revisions.BEFORE_AFTER, Revisions.ACCEPT])
def test_tracked_changes_beside_a_before_are_accepted_and_told(revisions):
    assert compared("tracked-in-the-after-cell.docx", revisions) == [DEATH]
    assert said("tracked-in-the-after-cell.docx", revisions) == [
        f"tracked change: deleted “ограничена” {BY}",
        f"tracked change: inserted “запрещается” {BY}",
    ]


def test_with_all_changes_accepted_one_text_has_nothing_to_be_compared_with():
    found = entries("tracked-in-the-only-text.docx", Revisions.ACCEPT)

    assert all(isinstance(each, Unclear) for each in found)
    assert "tracked change: deleted" in found[0].said[0]


def test_a_row_inserted_is_taken_and_a_row_deleted_is_told():
    taken, gone = entries("rows-inserted-and-deleted.docx")

    assert (taken.address, taken.before, taken.after) == DEATH
    assert taken.said == (f"tracked change: inserted the whole row {BY}",)
    assert isinstance(gone, LeftOut)
    assert gone.said == (f"tracked change: deleted the whole row {BY}",)


def test_with_one_text_a_row_inserted_is_added_and_a_row_deleted_repealed():
    assert compared("rows-inserted-and-deleted-one-text.docx") == [
        ("Статья 61, пункт 3", "", "3. Новый пункт."),
        ("Статья 61, пункт 2", "2. Прежний пункт.", ""),
    ]


def test_a_moved_row_is_taken_once_where_it_now_stands():
    gone, _other, here = entries("moved-row.docx")

    assert compared("moved-row.docx") == [SIGNS, DEATH]
    assert str(gone.place) == "table 1, row 2"
    assert str(here.place) == "table 1, row 4"
    assert any("tracked change: moved away" in line for line in gone.said)
    assert any("tracked change: moved here" in line for line in here.said)


def test_text_moved_within_a_cell_stands_where_it_stood_and_where_it_went():
    assert compared("moved-in-a-cell.docx") == [
        (
            "Статья 15, пункт 2",
            "2. Казнь запрещается. Жизнь неприкосновенна.",
            "2. Жизнь неприкосновенна. Казнь запрещается.",
        )
    ]


def test_where_a_paragraphs_end_was_deleted_the_next_joins_on():
    [(_address, before, after)] = compared("paragraph-ends-tracked.docx")

    assert before.splitlines() == ["2. Срочно", ", сразу.", "4. Прежний."]
    assert after.splitlines() == ["2. Срочно сразу.", "3. Новый.", "4. Прежний."]


def test_numbers_that_word_counts_differ_before_and_after():
    [(_address, before, after)] = compared("numbers-shift-when-accepted.docx")

    assert before == "1. Первый.\n2. Прежний второй."
    assert after == "1. Первый.\n2. Вставленный.\n3. Прежний второй."


def test_what_one_inserted_and_another_deleted_stands_on_neither_side():
    assert compared("inserted-then-deleted.docx") == [
        ("Статья 15, пункт 2", "2. Казнь.", "2. Казнь запрещена.")
    ]


def test_tracked_changes_outside_and_of_formatting_are_told_too():
    document = read_docx(SAMPLES["tracked-outside-the-table.docx"])

    assert document.notes == (
        f"tracked change: inserted “с правкой” {BY}; outside the tables, not taken",
    )
    assert said("tracked-outside-the-table.docx") == [
        "tracked change of formatting only, which the text does not show: 1"
    ]
