"""The answers of a question in Moodle XML, by its type."""

from collections.abc import Callable
from decimal import Decimal

from lxml import etree

from quiz.exchange.decimals import number, weight
from quiz.exchange.moodle_xml.texts import XmlTexts, plain_text
from quiz.exchange.plain_text import one_line
from quiz.exchange.question import CannotCarry, keyed
from quiz.exchange.xml_reading import child, children
from quiz.question_types import AskedChoice

Answers = tuple[str, str, tuple[AskedChoice, ...]]
"""The type of question, its unit and its choices."""


def answers(element: etree._Element, texts: XmlTexts) -> Answers:
    """Raises CannotCarry for a type that is not asked here."""
    type_ = element.get("type", "")
    if type_ not in _READ:
        raise CannotCarry(
            _REASONS.get(type_, f"questions of the type “{type_}” are not asked here")
        )
    return _READ[type_](element, texts)


def _multichoice(element: etree._Element, texts: XmlTexts) -> Answers:
    single = child(element, "single")
    says = "true" if single is None else (single.text or "").strip().lower()
    choices = [
        _choice(answer, texts, texts.formatted(answer)) for answer in children(element, "answer")
    ]
    return ("single" if says in ("true", "1") else "multiple"), "", keyed(choices)


def _true_false(element: etree._Element, texts: XmlTexts) -> Answers:
    found = {
        plain_text(answer).lower(): _choice(answer, texts, "")
        for answer in children(element, "answer")
    }
    if set(found) != {"true", "false"}:
        raise CannotCarry("needs the two answers true and false")
    choices = [
        AskedChoice(key, weight=found[key].weight, feedback=found[key].feedback)
        for key in ("true", "false")
    ]
    return "true_false", "", tuple(choices)


def _short_answer(element: etree._Element, texts: XmlTexts) -> Answers:
    choices = [_choice(answer, texts, plain_text(answer)) for answer in children(element, "answer")]
    return "short_answer", "", keyed(choices)


def _numerical(element: etree._Element, texts: XmlTexts) -> Answers:
    choices = []
    for answer in children(element, "answer"):
        choice = _choice(answer, texts, "")
        written = plain_text(answer) or (answer.text or "").strip()
        if written == "*":
            if choice.weight:
                raise CannotCarry("gives marks for any number (*)")
            if choice.feedback:
                texts.note("the feedback for any other number was left out")
            continue
        tolerance = child(answer, "tolerance")
        allowed = (tolerance.text or "").strip() if tolerance is not None else ""
        choices.append(
            AskedChoice(
                "",
                number=number(written),
                tolerance=abs(number(allowed or "0")),
                weight=choice.weight,
                feedback=choice.feedback,
            )
        )
    return "number", _unit(element, texts), keyed(choices)


def _unit(element: etree._Element, texts: XmlTexts) -> str:
    units = child(element, "units")
    names = []
    for unit in () if units is None else children(units, "unit"):
        name = child(unit, "unit_name")
        names.append(one_line(name.text or "") if name is not None else "")
    if len(names) > 1:
        texts.note(f"other units were left out: {', '.join(names[1:])}")
    return names[0] if names else ""


def _matching(element: etree._Element, texts: XmlTexts) -> Answers:
    pairs = [
        AskedChoice("", text=texts.formatted(row), match=plain_text(child(row, "answer")))
        for row in children(element, "subquestion")
    ]
    return "matching", "", keyed(pairs)


def _ordering(element: etree._Element, texts: XmlTexts) -> Answers:
    """The fraction of a step is its place; the order of the file decides where places repeat."""
    steps = children(element, "answer")
    places = [number(step.get("fraction") or "0") for step in steps]
    rows = sorted(zip(places, steps, strict=True), key=lambda row: row[0])
    choices = [
        AskedChoice(
            "", text=texts.formatted(step), feedback=texts.formatted(child(step, "feedback"))
        )
        for _place, step in rows
    ]
    return "ordering", "", keyed(choices)


def _description(element: etree._Element, texts: XmlTexts) -> Answers:
    return "description", "", ()


def _choice(answer: etree._Element, texts: XmlTexts, text: str) -> AskedChoice:
    share = weight(answer.get("fraction") or "0")
    feedback = texts.formatted(child(answer, "feedback"))
    return AskedChoice("", text=text, weight=share or Decimal(0), feedback=feedback)


_READ: dict[str, Callable[[etree._Element, XmlTexts], Answers]] = {
    "multichoice": _multichoice,
    "truefalse": _true_false,
    "shortanswer": _short_answer,
    "numerical": _numerical,
    "matching": _matching,
    "match": _matching,
    "ordering": _ordering,
    "description": _description,
}
_REASONS = {
    "essay": "an essay, which nobody here could mark",
    "cloze": "a cloze text (several questions in one), which is not asked here",
    "multianswer": "a cloze text (several questions in one), which is not asked here",
}
