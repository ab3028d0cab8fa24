"""Files that are refused, each for one reason."""

from tests.samples.comparative_table.texts import DEATH, RU
from tests.samples.comparative_table.word_xml import (
    MAIN,
    W,
    content_types,
    docx,
    paragraph,
    relationships,
    row,
    table,
    word,
    zipped,
)

TABLE = table(RU, row(*DEATH))
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(8))
_DDE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    "<w:r><w:instrText> DDE</w:instrText></w:r>"
    '<w:r><w:instrText>AUTO cmd "/k calc"</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_OPEN = {
    "[Content_Types].xml": content_types(),
    "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
}

FAULTY = {
    "zip-bomb.docx": docx(TABLE, parts={"word/media/image1.bmp": bytes(20_000_000)}),
    "zip-bomb-in-the-document.docx": docx(paragraph(" " * 8_000_000), TABLE),
    "macros-renamed-to-docx.docx": docx(
        TABLE,
        main="application/vnd.ms-word.document.macroEnabled.main+xml",
        parts={"word/vbaProject.bin": b"made up"},
    ),
    "macros-not-declared.docx": docx(TABLE, parts={"word/vbaProject.bin": b"made up"}),
    "external-template.docx": docx(
        TABLE,
        parts={
            "word/settings.xml": word("settings", '<w:attachedTemplate r:id="rId1"/>'),
            "word/_rels/settings.xml.rels": relationships(
                ("attachedTemplate", "https://example.org/macros.dotm", "External")
            ),
        },
    ),
    "external-picture.docx": docx(
        TABLE, relations=[("image", "file://server/share/seen.png", "External")]
    ),
    "external-object.docx": docx(
        TABLE, relations=[("oleObject", "https://example.org/book.xlsx", "External")]
    ),
    "field-that-starts-a-program.docx": docx(paragraph(_DDE), TABLE),
    "entity-bomb.docx": docx(
        table(row("&l8;")).replace("&amp;", "&"),
        before=f'<!DOCTYPE w:document [<!ENTITY l0 "ha">{_LAUGHS}]>',
    ),
    "entity-from-a-file.docx": docx(
        TABLE.replace("запрещается", "&x;"),
        before='<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    ),
    "doctype-in-an-unread-part.docx": docx(
        TABLE, parts={"customXml/item1.xml": '<!DOCTYPE a SYSTEM "https://example.org/a.dtd"><a/>'}
    ),
    "part-outside-the-file.docx": docx(TABLE, parts={"../../startup.xml": "<a/>"}),
    "cell-a-million-wide.docx": docx(
        TABLE.replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="999999"/>', 1)
    ),
    "no-table.docx": docx(paragraph("Статья 15. Казнь запрещается.")),
    "no-comparative-table.docx": docx(table(row("Министр", "А. Садыкова"))),
    "damaged-xml.docx": docx(document=f'<w:document xmlns:w="{W}"><w:body>'),
    "cut-off.docx": docx(TABLE)[:600],
    "template.docx": docx(TABLE, main=MAIN.replace("document", "template")),
    "workbook.docx": zipped(_OPEN | {"xl/workbook.xml": "<a/>"}),
    "no-word-file.docx": zipped({"readme.txt": "A zip file."}),
    "writer.odt": zipped(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}
    ),
    "password-protected.docx": COMPOUND + "EncryptedPackage".encode("utf-16-le"),
    "old-word.doc": COMPOUND + "WordDocument".encode("utf-16-le"),
    "scan.pdf": b"%PDF-1.7\n%made up\n",
    "letter.rtf": rb"{\rtf1\ansi made up}",
    "page.docx": b"<!DOCTYPE html><html><table></table></html>",
    "one-file-of-word-xml.docx": (
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>'
    ),
    "empty.docx": b"",
    "text.docx": "Статья 15".encode(),
}
