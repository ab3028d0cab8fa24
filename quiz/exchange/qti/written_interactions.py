"""What an item of each type asks, what it declares as right and how it is scored."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lxml import etree

from quiz.exchange.decimals import text_of
from quiz.exchange.qti.elements import E, fill, fill_inline
from quiz.exchange.qti.names import TRUE_FALSE
from quiz.exchange.question import CannotCarry, ExchangedQuestion
from quiz.question_types import AskedChoice

_TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"


@dataclass(frozen=True)
class Parts:
    declarations: Sequence[etree._Element] = ()
    interaction: Sequence[etree._Element] = ()
    processing: Sequence[etree._Element] = ()


def _choices(question: ExchangedQuestion) -> Parts:
    several = question.type == "multiple"
    cardinality = "multiple" if several else "single"
    right = [c.key for c in question.choices if (c.weight > 0 if several else c.weight == 100)]
    interaction = E("choiceInteraction", responseIdentifier="RESPONSE", shuffle="true")
    interaction.set("maxChoices", "0" if several else "1")
    for choice in question.choices:
        element = E("simpleChoice", identifier=choice.key)
        fill(element, choice.text)
        if choice.feedback:
            feedback = E("feedbackInline", outcomeIdentifier="FEEDBACK", identifier=choice.key)
            feedback.set("showHide", "show")
            fill_inline(feedback, choice.feedback)
            element.append(feedback)
        interaction.append(element)
    response = _response(cardinality, "identifier", right)
    response.append(_mapping([(choice.key, choice.weight) for choice in question.choices]))
    told = _outcome("FEEDBACK", cardinality, "identifier")
    rules = E(
        "responseProcessing",
        _set("SCORE", E("mapResponse", identifier="RESPONSE")),
        _set("FEEDBACK", E("variable", identifier="RESPONSE")),
    )
    return Parts([response, _score(), told], [interaction], [rules])


def _true_false(question: ExchangedQuestion) -> Parts:
    words = TRUE_FALSE[question.language]
    choices = tuple(replace(choice, text=words[choice.key]) for choice in question.choices)
    return _choices(replace(question, choices=choices))


def _ordering(question: ExchangedQuestion) -> Parts:
    interaction = E("orderInteraction", responseIdentifier="RESPONSE", shuffle="true")
    for choice in question.choices:
        element = E("simpleChoice", identifier=choice.key)
        fill(element, choice.text)
        interaction.append(element)
    response = _response("ordered", "identifier", [choice.key for choice in question.choices])
    return Parts([response, _score()], [interaction], [_by_template("match_correct")])


def _matching(question: ExchangedQuestion) -> Parts:
    rows = [choice for choice in question.choices if choice.text]
    identifiers: dict[str, str] = {}
    for choice in [*rows, *question.choices]:
        identifiers.setdefault(choice.match, f"t-{len(identifiers) + 1}")
    pairs = [f"s-{choice.key} {identifiers[choice.match]}" for choice in rows]
    interaction = E(
        "matchInteraction",
        E("simpleMatchSet", *(_associable(f"s-{c.key}", c.text, "1") for c in rows)),
        E("simpleMatchSet", *(_associable(key, text, "0") for text, key in identifiers.items())),
        responseIdentifier="RESPONSE",
        shuffle="true",
        maxAssociations=str(len(rows)),
    )
    response = _response("multiple", "directedPair", pairs)
    mapping = E("mapping", defaultValue="0")
    for pair in pairs:
        mapping.append(E("mapEntry", mapKey=pair, mappedValue="1"))
    response.append(mapping)
    return Parts([response, _score()], [interaction], [_by_template("map_response")])


def _associable(identifier: str, text: str, most: str) -> etree._Element:
    element = E("simpleAssociableChoice", identifier=identifier, matchMax=most)
    fill(element, text)
    return element


def _short_answer(question: ExchangedQuestion) -> Parts:
    accepted = [(_without_stars(choice.text), choice.weight) for choice in question.choices]
    right = [text for text, weight in accepted if weight == 100]
    response = _response("single", "string", right)
    mapping = _mapping(accepted)
    for entry in mapping:
        entry.set("caseSensitive", "false")
    response.append(mapping)
    return Parts([response, _score()], [_entry()], [_by_template("map_response")])


def _without_stars(text: str) -> str:
    if "*" in text.replace("\\*", ""):
        raise CannotCarry(
            "an accepted answer with *, which stands for anything, has no place in QTI"
        )
    return text.replace("\\*", "*")


def _number(question: ExchangedQuestion) -> Parts:
    """The first number within whose tolerance the response lies decides."""
    condition = E("responseCondition")
    for choice in question.choices:
        condition.append(_within("responseElseIf" if len(condition) else "responseIf", choice))
    best = max(question.choices, key=lambda choice: choice.weight)
    response = _response("single", "float", [text_of(best.number or Decimal(0))])
    return Parts([response, _score()], [_entry()], [E("responseProcessing", condition)])


def _within(name: str, choice: AskedChoice) -> etree._Element:
    if choice.number is None:
        raise CannotCarry("a choice without a number")
    tolerance = text_of(choice.tolerance)
    equal = E(
        "equal",
        E("variable", identifier="RESPONSE"),
        E("baseValue", text_of(choice.number), baseType="float"),
        toleranceMode="absolute",
        tolerance=f"{tolerance} {tolerance}",
    )
    share = text_of(choice.weight / 100)
    return E(name, equal, _set("SCORE", E("baseValue", share, baseType="float")))


def _description(question: ExchangedQuestion) -> Parts:
    return Parts()


def _entry() -> etree._Element:
    return E("p", E("textEntryInteraction", responseIdentifier="RESPONSE"))


def _response(cardinality: str, base_type: str, right: Sequence[str]) -> etree._Element:
    response = E("responseDeclaration", identifier="RESPONSE", cardinality=cardinality)
    response.set("baseType", base_type)
    response.append(E("correctResponse", *(E("value", value) for value in right)))
    return response


def _mapping(entries: Sequence[tuple[str, Decimal]]) -> etree._Element:
    mapping = E("mapping", lowerBound="0", upperBound="1", defaultValue="0")
    for key, weight in entries:
        mapping.append(E("mapEntry", mapKey=key, mappedValue=text_of(weight / 100)))
    return mapping


def _score() -> etree._Element:
    return _outcome("SCORE", "single", "float")


def _outcome(identifier: str, cardinality: str, base_type: str) -> etree._Element:
    outcome = E("outcomeDeclaration", identifier=identifier, cardinality=cardinality)
    outcome.set("baseType", base_type)
    return outcome


def _set(identifier: str, value: etree._Element) -> etree._Element:
    return E("setOutcomeValue", value, identifier=identifier)


def _by_template(name: str) -> etree._Element:
    return E("responseProcessing", template=f"{_TEMPLATES}{name}")


WRITE: dict[str, Callable[[ExchangedQuestion], Parts]] = {
    "single": _choices,
    "multiple": _choices,
    "true_false": _true_false,
    "ordering": _ordering,
    "matching": _matching,
    "short_answer": _short_answer,
    "number": _number,
    "description": _description,
}
