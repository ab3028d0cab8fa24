"""What stands in a paragraph: text with its tracked changes, and what is no text."""

import re
from dataclasses import dataclass, field

from lxml import etree

from amendments.comparative_table.docx.changes import KINDS, change_of
from amendments.comparative_table.docx.hardened_xml import attribute, child, is_on, name_of
from amendments.comparative_table.rows.cells import SOFT_BREAK, Changes, Piece
from amendments.comparative_table.rows.plain import one_line
from amendments.comparative_table.unreadable import Unreadable

_SIGNS = {
    "br": SOFT_BREAK,
    "cr": SOFT_BREAK,
    "tab": " ",
    "ptab": " ",
    "noBreakHyphen": "-",
    "softHyphen": "",
}
_AROUND = frozenset(
    ["hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdt", "sdtContent"]
)
_PICTURES = frozenset({"drawing", "pict", "object", ":AlternateContent"})
_FETCHES = re.compile(r"\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT)\b", re.IGNORECASE)
_BLANKS = re.compile(r"[\n\r\t]+ *")
_PRIVATE = range(0xF000, 0xF100)  # Where Word keeps the signs of the font Symbol
_SHORT = 60


@dataclass
class _Field:
    """A field such as a date: its instruction first, then what it shows."""

    instruction: str = ""
    is_instruction: bool = True


@dataclass
class Runs:
    """Collects the pieces of one cell after another; a field may reach over paragraphs.

    `footnotes` leads from "footnote 3" to its text.
    """

    footnotes: dict[str, str] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    formatting: int = 0
    _fields: list[_Field] = field(default_factory=list)
    _struck: list[str] = field(default_factory=list)

    def start_cell(self) -> None:
        self.notes, self._fields, self.formatting = [], [], 0

    def of(self, paragraph: etree._Element, changes: Changes) -> tuple[Piece, ...]:
        self.pieces, self._struck = [], []
        self._walk(paragraph, changes)
        if self._struck:
            self._note("text struck through by hand was kept", "".join(self._struck))
        return tuple(self.pieces)

    def _walk(self, element: etree._Element, changes: Changes) -> None:
        for each in element:
            name = name_of(each)
            if name in KINDS:
                self._walk(each, (*changes, change_of(each)))
            elif name == "r":
                self._run(each, changes)
            elif name in _AROUND:
                if name == "fldSimple":
                    _refuse_fetching(attribute(each, "instr") or "")
                self._walk(each, changes)
            elif name in (":oMath", ":oMathPara"):
                self._note("a formula was left out")
            elif name == ":AlternateContent":
                self._note("a picture or text box was left out")

    def _run(self, run: etree._Element, changes: Changes) -> None:
        properties = child(run, "rPr")
        if child(properties, "rPrChange") is not None:
            self.formatting += 1
        is_hidden = is_on(properties, "vanish")
        is_struck = is_on(properties, "strike") or is_on(properties, "dstrike")
        for each in run:
            text = self._text(each)
            if not text or any(field.is_instruction for field in self._fields):
                continue
            if is_hidden:
                self._note("hidden text was left out", text)
                continue
            if is_struck:
                self._struck.append(text)
            self.pieces.append(Piece(text, changes))

    def _text(self, element: etree._Element) -> str:
        name = name_of(element)
        if name in ("t", "delText"):
            return _BLANKS.sub(" ", element.text or "")
        if name in _SIGNS:
            return _SIGNS[name]
        if name in ("instrText", "delInstrText") and self._fields:
            self._fields[-1].instruction += element.text or ""
        elif name == "fldChar":
            self._field(attribute(element, "fldCharType"))
        elif name in ("footnoteReference", "endnoteReference"):
            note = f"{name.removesuffix('Reference')} {attribute(element, 'id')}"
            self._note(f"{note}, kept out of the text", self.footnotes.get(note, ""), whole=True)
        elif name == "sym":
            return self._symbol(attribute(element, "char") or "")
        elif name in _PICTURES:
            self._note("a picture or text box was left out")
        return ""

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields:
            _refuse_fetching(self._fields[-1].instruction)
            self._fields[-1].is_instruction = False
            if kind == "end":
                self._fields.pop()

    def _symbol(self, code: str) -> str:
        try:
            number = int(code, 16)
            sign = chr(number)
        except (ValueError, OverflowError):
            number, sign = 0xF000, ""
        if number in _PRIVATE:
            self._note("a sign of a symbol font was left out")
            return ""
        return sign

    def _note(self, what: str, text: str = "", *, whole: bool = False) -> None:
        line = one_line(text)
        if not whole and len(line) > _SHORT:
            line = f"{line[: _SHORT - 1]}…"
        note = f"{what}: “{line}”" if line else what
        if note not in self.notes:
            self.notes.append(note)


def _refuse_fetching(instruction: str) -> None:
    if fetches := _FETCHES.match(instruction):
        raise Unreadable(
            f"The file has a field that fetches from elsewhere ({fetches[1].upper()}): refused."
        )
