"""Questions → Moodle XML."""

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from quiz.exchange.carries import Carries, write_each
from quiz.exchange.categories import written_category
from quiz.exchange.decimals import text_of
from quiz.exchange.question import CannotCarry, ExchangedQuestion, Written
from quiz.question_types import AskedChoice

_ADVISED = frozenset({"single", "multiple", "true_false", "number", "short_answer", "ordering"})
_ALL = _ADVISED | {"matching", "description"}
CARRIES = Carries(
    types=_ALL,
    fields=frozenset({"name", "category", "idnumber", "hidden", "unit"}),
    explained=_ALL,
    advised=_ADVISED,
)
_NAMES = {
    "single": "multichoice",
    "multiple": "multichoice",
    "true_false": "truefalse",
    "number": "numerical",
    "short_answer": "shortanswer",
    "matching": "matching",
    "ordering": "ordering",
    "description": "description",
}


def write(questions: Iterable[ExchangedQuestion]) -> Written:
    root = etree.Element("quiz")
    category = ""

    def one(question: ExchangedQuestion) -> None:
        nonlocal category
        element = _question(question)
        if question.category != category:
            category = question.category
            shelf = etree.SubElement(root, "question", type="category")
            _text(etree.SubElement(shelf, "category"), written_category(category))
        root.append(element)

    written = write_each(questions, CARRIES, one)
    etree.indent(root, space="  ")
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return replace(written, data=data + b"\n")


def _question(question: ExchangedQuestion) -> etree._Element:
    element = etree.Element("question", type=_NAMES[question.type])
    _text(etree.SubElement(element, "name"), question.name)
    _formatted(element, "questiontext", question.prompt)
    _formatted(element, "generalfeedback", question.explanation)
    mark = "0" if question.type == "description" else "1"
    etree.SubElement(element, "defaultgrade").text = mark
    etree.SubElement(element, "penalty").text = "0"
    etree.SubElement(element, "hidden").text = "1" if question.hidden else "0"
    etree.SubElement(element, "idnumber").text = question.idnumber
    if question.type in ("single", "multiple"):
        etree.SubElement(element, "single").text = str(question.type == "single").lower()
        etree.SubElement(element, "shuffleanswers").text = "true"
        etree.SubElement(element, "answernumbering").text = "abc"
    elif question.type == "short_answer":
        etree.SubElement(element, "usecase").text = "0"
    elif question.type == "matching":
        etree.SubElement(element, "shuffleanswers").text = "true"
    elif question.type == "ordering":
        for name, said in _ORDERED.items():
            etree.SubElement(element, name).text = said
    for place, choice in enumerate(question.choices, 1):
        _choice(element, question.type, choice, place)
    if question.unit:
        _unit(element, question.unit)
    return element


# One below the other, all of them
_ORDERED = {"layouttype": "VERTICAL", "selecttype": "ALL", "selectcount": "0"}


def _choice(parent: etree._Element, type_: str, choice: AskedChoice, place: int) -> None:
    if type_ == "matching":
        row = _formatted(parent, "subquestion", choice.text)
        _text(etree.SubElement(row, "answer"), choice.match)
        return
    fraction = str(place) if type_ == "ordering" else text_of(choice.weight)
    answer = etree.SubElement(parent, "answer", fraction=fraction, format="plain_text")
    _text(answer, _answer_text(type_, choice))
    _formatted(answer, "feedback", choice.feedback)
    if type_ == "number":
        etree.SubElement(answer, "tolerance").text = text_of(choice.tolerance)


def _answer_text(type_: str, choice: AskedChoice) -> str:
    if type_ == "true_false":
        return choice.key
    if type_ != "number":
        return choice.text
    if choice.number is None:
        raise CannotCarry("a choice without a number")
    return text_of(choice.number)


def _unit(element: etree._Element, name: str) -> None:
    unit = etree.SubElement(etree.SubElement(element, "units"), "unit")
    etree.SubElement(unit, "multiplier").text = "1"
    etree.SubElement(unit, "unit_name").text = name
    for setting in ("unitgradingtype", "unitpenalty", "showunits", "unitsleft"):
        etree.SubElement(element, setting).text = "0"  # A reader may write the unit


def _formatted(parent: etree._Element, name: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, name, format="plain_text")
    _text(element, text)
    return element


def _text(element: etree._Element, text: str) -> None:
    etree.SubElement(element, "text").text = text
