"""Files that are not taken, each with a clear word; and the limits of those that are."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from amendments.comparative_table.docx import package
from amendments.comparative_table.docx.reading import read_docx
from amendments.comparative_table.rows.compared import Revisions
from amendments.comparative_table.rows.reading import compared_rows
from amendments.comparative_table.unreadable import Unreadable
from tests.samples.comparative_table.faulty import FAULTY
from tests.samples.comparative_table.make_samples import SAMPLES
from tests.samples.comparative_table.texts import DEATH, RU
from tests.samples.comparative_table.word_xml import docx, row, table

FOLDER = Path(__file__).parents[1] / "samples" / "comparative_table"
WORDS = {
    "zip-bomb.docx": "zip bomb",
    "zip-bomb-in-the-document.docx": "zip bomb",
    "macros-renamed-to-docx.docx": "macros",
    "macros-not-declared.docx": "macros",
    "external-template.docx": "fetches from elsewhere (attachedTemplate",
    "external-picture.docx": "fetches from elsewhere (image",
    "external-object.docx": "fetches from elsewhere (oleObject",
    "field-that-starts-a-program.docx": "DDEAUTO",
    "entity-bomb.docx": "DOCTYPE",
    "entity-from-a-file.docx": "DOCTYPE",
    "doctype-in-an-unread-part.docx": "DOCTYPE",
    "part-outside-the-file.docx": "outside",
    "cell-a-million-wide.docx": "columns wide",
    "no-table.docx": "no table",
    "damaged-xml.docx": "damaged",
    "cut-off.docx": "damaged or cut off",
    "template.docx": "template",
    "workbook.docx": "Excel",
    "no-word-file.docx": "no Word document",
    "writer.odt": ".odt",
    "password-protected.docx": "password-protected",
    "old-word.doc": ".doc",
    "scan.pdf": "PDF",
    "letter.rtf": "RTF",
    "page.docx": "HTML",
    "one-file-of-word-xml.docx": "Word XML",
    "empty.docx": "empty",
    "text.docx": "no .docx",
}


@pytest.mark.parametrize(("name", "word"), WORDS.items())
def test_a_file_is_refused_with_a_clear_word(name, word):
    with pytest.raises(Unreadable) as refused:
        read_docx((FOLDER / name).read_bytes())

    assert word in str(refused.value)


def test_every_faulty_sample_is_tried():
    in_a_table = {"no-comparative-table.docx"}  # Refused by the import, which looks for a header

    assert set(FAULTY) == set(WORDS) | in_a_table


def parts(data):
    if not zipfile.is_zipfile(BytesIO(data)):
        return data
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {info.filename: file.read(info) for info in file.infolist()}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_sample_on_disk_is_the_one_that_is_described(name):
    assert parts((FOLDER / name).read_bytes()) == parts(SAMPLES[name])


def test_no_file_lies_beside_those_described():
    found = {path.name for path in FOLDER.iterdir() if path.is_file() and path.suffix != ".py"}

    assert found == set(SAMPLES)


@pytest.mark.parametrize("name", ["MOST_BYTES", "MOST_PARTS", "MOST_UNPACKED", "MOST_OF_A_PART"])
def test_the_limits_hold(monkeypatch, name):
    monkeypatch.setattr(package, name, 3)

    with pytest.raises(Unreadable):
        read_docx(SAMPLES["plain-three-columns.docx"])


def test_a_size_that_lies_does_not_get_past_the_limit(monkeypatch):
    data = bytearray(SAMPLES["plain-three-columns.docx"])
    at = data.rfind(b"PK\x01\x02", 0, data.find(b"word/document.xml", data.find(b"PK\x01\x02")))
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")  # The unpacked size, as the list has it
    monkeypatch.setattr(package, "MOST_OF_A_PART", 2_000)

    with pytest.raises(Unreadable):
        read_docx(bytes(data))


def test_two_parts_of_one_name_are_refused():
    buffer = BytesIO(SAMPLES["plain-three-columns.docx"])
    with zipfile.ZipFile(buffer, "a") as file:
        file.writestr("WORD/document.xml", "<other/>")

    with pytest.raises(Unreadable, match="two parts"):
        read_docx(buffer.getvalue())


def test_a_file_that_is_zipped_without_being_packed_is_read():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as file:
        for name, data in parts(SAMPLES["plain-three-columns.docx"]).items():
            file.writestr(name, data)

    assert len(read_docx(buffer.getvalue()).tables) == 1


def test_utf_16_hides_no_document_type():
    xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "y">]><a/>'
    data = docx(table(RU, row(*DEATH)), parts={"customXml/item1.xml": xml.encode("utf-16")})

    with pytest.raises(Unreadable, match="DOCTYPE"):
        read_docx(data)


def test_very_deep_nesting_ends_in_a_word_not_in_a_crash():
    deep = "<w:sdt><w:sdtContent>" * 5_000
    end = "</w:sdtContent></w:sdt>" * 5_000

    with pytest.raises(Unreadable):
        read_docx(docx(table(RU), f"{deep}<w:p/>{end}"))


@pytest.mark.parametrize("around", ["smartTag", "sdt", "ins"])
def test_deep_nesting_that_xml_allows_is_read(around):
    cells = row(*DEATH).replace("<w:r>", f"<w:{around}>" * 100 + "<w:r>", 1)
    cells = cells.replace("</w:r>", "</w:r>" + f"</w:{around}>" * 100, 1)

    found = compared_rows(read_docx(docx(table(RU, cells))), Revisions.BEFORE_AFTER)

    assert [getattr(each, "address", None) for each in found.entries] == [DEATH[0]]
