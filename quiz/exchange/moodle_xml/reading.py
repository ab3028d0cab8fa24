"""Moodle XML → questions."""

from lxml import etree

from quiz.exchange.categories import category_of
from quiz.exchange.moodle_xml.answers import answers
from quiz.exchange.moodle_xml.texts import XmlTexts, plain_text
from quiz.exchange.plain_text import one_line
from quiz.exchange.question import (
    CannotCarry,
    ExchangedQuestion,
    Reading,
    Refused,
    Unreadable,
    check_number_of,
    title_of,
)
from quiz.exchange.xml_reading import child, children, name_of, parsed

OVERALL = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")


def read(data: bytes) -> Reading:
    """Raises Unreadable unless the file is harmless, well-formed XML of a Moodle quiz."""
    root = parsed(data)
    if name_of(root) != "quiz":
        raise Unreadable(f"Moodle XML begins with <quiz>, this file with <{name_of(root)}>.")
    entries: list[ExchangedQuestion | Refused] = []
    category = ""
    questions = children(root, "question")
    check_number_of(len(questions))
    for element in questions:
        if element.get("type") == "category":
            category = category_of(plain_text(child(element, "category")))
        else:
            entries.append(_read(element, category))
    return Reading(entries)


def _read(element: etree._Element, category: str) -> ExchangedQuestion | Refused:
    texts = XmlTexts()
    name = one_line(plain_text(child(element, "name")))
    prompt = ""
    line: int = element.sourceline or 0  # type: ignore[assignment]  # The stubs say "..."
    try:
        prompt = texts.formatted(child(element, "questiontext"))
        type_, unit, choices = answers(element, texts)
        _note_what_has_no_place(element, texts)
        return ExchangedQuestion(
            type=type_,
            prompt=prompt,
            name=name,
            category=category,
            idnumber=one_line(_content(element, "idnumber")),
            hidden=_content(element, "hidden") == "1",
            explanation=texts.formatted(child(element, "generalfeedback")),
            unit=unit,
            choices=choices,
            notes=texts.notes,
            line=line,
        )
    except CannotCarry as error:
        return Refused(name or title_of(prompt), str(error), line)


def _note_what_has_no_place(element: etree._Element, texts: XmlTexts) -> None:
    if any(plain_text(child(element, name)) for name in OVERALL):
        texts.note("the feedback for right, partly right and wrong answers was left out")
    if any(plain_text(hint) for hint in children(element, "hint")):
        texts.note("hints were left out")
    if child(element, "tags") is not None:
        texts.note("tags were left out")
    mark = _content(element, "defaultgrade")
    if mark and mark.strip("0") not in ("", ".", "1", "1."):
        texts.note(f"worth {mark.rstrip('0').rstrip('.')} marks there, 1 here")
    if _content(element, "usecase") == "1":
        texts.note("capital letters count there, not here")
    if _content(element, "selecttype") not in ("", "0", "ALL"):
        texts.note("some of the steps are drawn there, all are asked here")


def _content(element: etree._Element, name: str) -> str:
    found = child(element, name)
    return "" if found is None else (found.text or "").strip()
