"""Tables in which Word tracked the changes: in cells, at paragraphs' ends and of whole rows."""

from tests.samples.comparative_table.good import NUMBERING
from tests.samples.comparative_table.texts import DEATH, RU, SIGNS
from tests.samples.comparative_table.word_xml import (
    BY,
    cell,
    deleted,
    docx,
    inserted,
    moved_away,
    moved_here,
    numbered,
    paragraph,
    row,
    run,
    table,
)

INSERTED, DELETED = f"<w:ins {BY}/>", f"<w:del {BY}/>"
ONE_TEXT = row("Статья", "Текст с правками")


def _ended_by(mark):
    return f"<w:rPr>{mark}</w:rPr>"


def _all(kind, texts):
    return [cell(paragraph(kind(text))) for text in texts]


TRACKED = {
    "tracked-in-the-only-text.docx": docx(
        table(
            ONE_TEXT,
            row(
                "Статья 15, пункт 2",
                cell(
                    paragraph(
                        "2. Казнь ",
                        deleted("устанавливается законом"),
                        inserted("запрещается"),
                        ".",
                    )
                ),
            ),
            row(cell("Статья 61, пункт 3"), cell(paragraph(inserted("3. Новый пункт.")))),
            row("Статья 61, пункт 2", "2. Без правок."),
        )
    ),
    "tracked-across-both-texts.docx": docx(
        table(
            RU,
            row(
                DEATH[0],
                cell(paragraph("2. Казнь ", deleted("есть"), inserted("запрещена"), "."), across=2),
            ),
        )
    ),
    "tracked-in-the-after-cell.docx": docx(
        table(
            RU,
            row(
                DEATH[0],
                DEATH[1],
                cell(
                    paragraph(
                        "2. Смертная казнь ", deleted("ограничена"), inserted("запрещается"), "."
                    )
                ),
            ),
        )
    ),
    "rows-inserted-and-deleted.docx": docx(
        table(
            RU,
            row(*_all(inserted, DEATH), properties=INSERTED),
            row(*_all(deleted, SIGNS), properties=DELETED),
        )
    ),
    "rows-inserted-and-deleted-one-text.docx": docx(
        table(
            ONE_TEXT,
            row(*_all(inserted, ["Статья 61, пункт 3", "3. Новый пункт."]), properties=INSERTED),
            row(*_all(deleted, ["Статья 61, пункт 2", "2. Прежний пункт."]), properties=DELETED),
        )
    ),
    "moved-row.docx": docx(
        table(
            RU,
            row(*_all(moved_away, DEATH), properties=DELETED),
            row(*SIGNS),
            row(*_all(moved_here, DEATH), properties=INSERTED),
        )
    ),
    "moved-in-a-cell.docx": docx(
        table(
            ONE_TEXT,
            row(
                "Статья 15, пункт 2",
                cell(
                    paragraph(
                        "2. ",
                        moved_away("Казнь запрещается. "),
                        "Жизнь неприкосновенна. ",
                        moved_here("Казнь запрещается."),
                    )
                ),
            ),
        )
    ),
    "paragraph-ends-tracked.docx": docx(
        table(
            ONE_TEXT,
            row(
                "Статья 61",
                cell(
                    paragraph("2. Срочно", properties=_ended_by(DELETED)),
                    paragraph(deleted(","), " сразу."),
                    paragraph(inserted("3. Новый."), properties=_ended_by(INSERTED)),
                    paragraph("4. Прежний."),
                ),
            ),
        )
    ),
    "numbers-shift-when-accepted.docx": docx(
        table(
            ONE_TEXT,
            row(
                "Статья 61",
                cell(
                    numbered(1, 0, "Первый."),
                    paragraph(
                        inserted("Вставленный."),
                        properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
                        + _ended_by(INSERTED),
                    ),
                    numbered(1, 0, "Прежний второй."),
                ),
            ),
        ),
        parts={"word/numbering.xml": NUMBERING},
    ),
    "inserted-then-deleted.docx": docx(
        table(
            ONE_TEXT,
            row(
                "Статья 15, пункт 2",
                cell(
                    paragraph(
                        "2. Казнь",
                        f"<w:ins {BY}>{deleted(' иногда')}</w:ins>",
                        inserted(" запрещена"),
                        ".",
                    )
                ),
            ),
        )
    ),
    "tracked-outside-the-table.docx": docx(
        paragraph("Письмо ", inserted("с правкой")),
        table(
            RU,
            row(
                DEATH[0],
                DEATH[1],
                cell(
                    paragraph(
                        run(
                            "2. Смертная казнь запрещается.",
                            f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>",
                        )
                    )
                ),
            ),
        ),
    ),
}
