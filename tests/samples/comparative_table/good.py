"""Tables as lawyers send them, without tracked changes."""

from tests.samples.comparative_table.texts import BOLD, DEATH, EN, KK, LATIN, RU, SIGNS
from tests.samples.comparative_table.word_xml import (
    W,
    cell,
    docx,
    numbered,
    paragraph,
    row,
    run,
    table,
    word,
)

LEVELS = (("decimal", "%1."), ("decimal", "%2)"), ("russianLower", "%3)"))
NUMBERING = word(
    "numbering",
    '<w:abstractNum w:abstractNumId="0">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(LEVELS)
    )
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    + '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
)
FOOTNOTES = word(
    "footnotes",
    '<w:footnote w:id="2"><w:p><w:r><w:t>Введено в действие позже.</w:t></w:r></w:p></w:footnote>',
)


def _field(instruction, shown):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark("begin") + code + mark("separate") + run(shown) + mark("end")


def _control(inner):
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def _paragraphs(word_):
    return [
        numbered(1 if word_ == "старый" else 2, 0, f"Суд {word_}:"),
        numbered(1 if word_ == "старый" else 2, 1, f"{word_} первый;"),
        numbered(1 if word_ == "старый" else 2, 1, "второй:"),
        numbered(1 if word_ == "старый" else 2, 2, "буква;"),
        numbered(1 if word_ == "старый" else 2, 0, "Другой пункт."),
    ]


GOOD = {
    "plain-three-columns.docx": docx(
        paragraph("СРАВНИТЕЛЬНАЯ ТАБЛИЦА"),
        table(RU, row(*DEATH), row(*SIGNS)),
    ),
    "two-columns-article-in-the-text.docx": docx(
        table(
            row("Қолданыстағы редакция", "Ұсынылатын редакция"),
            row(
                "15-бап.¶2. Өлім жазасы бар.",
                "15-бап.¶2. Өлім жазасына тыйым салынады.",
            ),
            row(
                "44-бап. Президент:¶2) он бес күн;",
                "44-бап. Президент:¶2) бір ай;",
            ),
        )
    ),
    "header-in-kazakh.docx": docx(
        table(KK, row("44-баптың 2) тармақшасы", "2) он бес күн;", "2) бір ай;"))
    ),
    "header-in-kazakh-latin.docx": docx(
        table(
            LATIN,
            row(
                "15-baptyń 2-tarmaǵy",
                "Ólim jazasy zańmen belgilenedi.",
                "Ólim jazasyna tyıym salynady.",
            ),
        )
    ),
    "header-repeated-on-each-page.docx": docx(
        table(
            RU,
            row("1", "2", "3"),
            row(*DEATH),
            RU,
            row("1", "2", "3"),
            row(*SIGNS),
            row("Структурный  элемент", "Действующая редакция\n", "Предлагаемая\nредакция"),
        )
    ),
    "after-stands-before-before.docx": docx(
        table(
            row("Proposed wording", "Current wording", "Article"),
            row(
                "The penalty is prohibited.",
                "The penalty is set by law.",
                "Article 15(2)",
            ),
        )
    ),
    "cells-merged-down.docx": docx(
        table(
            RU,
            row(cell("Статья 61", down="restart"), "2. Срочно.", "2. В тот же день."),
            row(cell(down="continue"), "3. Обычно.", "3. В течение месяца."),
            row(
                "Статья 44, 2)",
                cell(
                    "2) старый второй;¶3) старый третий;".split("¶")[0],
                    "3) старый третий;",
                    down="restart",
                ),
                "2) новый второй;",
            ),
            row("Статья 44, 3)", cell(down="continue"), "3) новый третий;"),
        )
    ),
    "titles-merged-across.docx": docx(
        table(
            row(cell("Сравнительная таблица к проекту закона", across=3)),
            RU,
            row(cell(run("Раздел II. Человек и гражданин", BOLD), across=3)),
            row(cell("Статья 15", across=3)),
            row("пункт 2", DEATH[1], DEATH[2]),
            row("Статья 44", cell("без изменений", across=2)),
            row("Статья 61", cell("2. Один текст для обоих.", across=2)),
        )
    ),
    "header-in-two-lines.docx": docx(
        table(
            row(cell("Статья", down="restart"), cell("Редакция", across=2)),
            row(cell(down="continue"), "действующая", "предлагаемая"),
            row(*DEATH),
        )
    ),
    "number-and-reason-columns.docx": docx(
        table(
            row("№ п/п", "Статья", "Было", "Стало", "Обоснование"),
            row("1.", *DEATH, "Гуманизация"),
        )
    ),
    "nested-automatic-numbering.docx": docx(
        table(RU, row("Статья 72", cell(*_paragraphs("старый")), cell(*_paragraphs("новый")))),
        parts={"word/numbering.xml": NUMBERING},
    ),
    "soft-breaks.docx": docx(
        table(
            RU,
            row(
                "Статья 72",
                "1. Суд\nрешает:\n1) споры\nо выборах;\n2) иное.",
                "1. Суд\nрешает:\n1) все споры\nо выборах;\n2) иное.",
            ),
        )
    ),
    "footnotes.docx": docx(
        table(
            RU,
            row(
                DEATH[0],
                DEATH[1],
                cell(
                    paragraph(
                        "2. Смертная казнь запрещается",
                        '<w:r><w:footnoteReference w:id="2"/></w:r>',
                        ".",
                    )
                ),
            ),
        ),
        parts={"word/footnotes.xml": FOOTNOTES},
    ),
    "fields-links-and-controls.docx": docx(
        _control(
            table(
                RU,
                row(
                    cell(
                        paragraph(
                            '<w:hyperlink r:id="rId1">' + run("Статья 83") + "</w:hyperlink>",
                            "<w:r><w:noBreakHyphen/></w:r>",
                            "1",
                        )
                    ),
                    cell("Отсутствует"),
                    cell(
                        paragraph(
                            "1. Уполномо", "<w:r><w:softHyphen/></w:r>", "ченный\u00a0независим."
                        ),
                        _control(
                            paragraph(
                                "2. Избирается ",
                                _field("DATE", "Сенатом"),
                                run("тайно", "<w:vanish/>"),
                                ".",
                            )
                        ),
                    ),
                ),
            )
        ),
        relations=[("hyperlink", "https://example.org/law", "External")],
    ),
    "added-and-repealed.docx": docx(
        table(
            EN,
            row("Article 44 sub-paragraph 10-1", "None", "10-1) applies to the Court;"),
            row("Article 61 paragraph 3", "3. A rule.", "Repealed"),
            row(
                "Article 54, paragraph 1, opening words",
                "1. Parliament adopts laws and acts:",
                "1. Parliament adopts laws:",
            ),
        )
    ),
    "several-provisions-in-one-row.docx": docx(
        table(
            RU,
            row(
                "Статья 61",
                "2. Срочно.¶3. Обычно.¶4. Не меняется.¶5-2. Старое.",
                "2. В тот же день.¶3. В течение месяца.¶4. Не меняется.¶5-2. Новое.",
            ),
            row("пункты 4–6 статьи 71", "4. А.¶5. Б.¶6. В.", "4. А.¶5. Б, новое.¶6. В."),
            row("Заголовок раздела VІ", "Раздел VI. Совет", "Раздел VI. Суд"),
        )
    ),
    "letters-that-look-alike.docx": docx(
        table(
            row("Cтaтья", "Дeйствующaя peдaкция", "Пpeдлaгaeмaя peдaкция"),
            row("Cтaтья 15, пyнкт 2", "2. Өлім жазасы бар.", "2. Өлім жазасы жоқ."),
        )
    ),
    "table-cut-in-two.docx": docx(
        table(RU, row(*DEATH)),
        paragraph("продолжение таблицы"),
        table(row(*SIGNS)),
        table(row("Министр", "А. Садыкова")),
    ),
    "rows-not-understood.docx": docx(
        table(
            RU,
            row("Статья 44, 2)", "3) другой подпункт;", "3) совсем другой;"),
            row("", "Текст без адреса.", "Новый текст без адреса."),
            row("Статья 999", "Нет такой.", "И не было."),
            row("Статья 15, пункт 2, абзац третий", "Часть.", "Другая часть."),
            row("Статья 61", "", ""),
            row("Статья 61", "мало ячеек"),
            row(
                "Статья 61, пункт 2",
                cell("2. Срочно.", table(row("таблица")), "<w:p/>"),
                "2. Сразу.",
            ),
            row("Статья 71, пункт 5", "5. Только пятый.", "5. Только новый пятый."),
            row(*DEATH),
        )
    ),
    "strict-open-xml.docx": docx(
        document=(
            f'<w:document xmlns:w="{W}"><w:body>'
            + table(EN, row("44(2)", "2) in fifteen days;", "2) in a month;"))
            + "</w:body></w:document>"
        ).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    ),
    "styles-that-number.docx": docx(
        table(
            RU,
            row(
                "Статья 61",
                cell(
                    paragraph("Первый."), paragraph("Срочно.", properties='<w:pStyle w:val="Own"/>')
                ),
                cell(paragraph("Первый."), numbered(4, 0, "Сразу.")),
            ),
        ),
        parts={
            "word/numbering.xml": word(
                "numbering",
                '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="2"/>'
                '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
                '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
                '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
                '<w:startOverride w:val="2"/></w:lvlOverride></w:num>',
            ),
            "word/styles.xml": word(
                "styles",
                '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
                "</w:style>"
                '<w:style w:styleId="Own"><w:basedOn w:val="Base"/></w:style>',
            ),
        },
    ),
}
