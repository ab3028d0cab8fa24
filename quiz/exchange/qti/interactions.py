"""What is asked and what is right, by the kind of interaction."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from quiz.exchange.markup import Texts
from quiz.exchange.plain_text import tidy
from quiz.exchange.qti.body import without_feedback
from quiz.exchange.qti.names import TRUE_FALSE, all_of, attribute, qti
from quiz.exchange.qti.responses import numbers, response_of
from quiz.exchange.question import CannotCarry, keyed
from quiz.question_types import AskedChoice

Answers = tuple[str, tuple[AskedChoice, ...]]


@dataclass(frozen=True)
class Item:
    """An item being read; `feedback` is that of single choices, by their identifiers."""

    root: etree._Element
    texts: Texts
    feedback: dict[str, str]


def _choice(item: Item, interaction: etree._Element) -> Answers:
    response = response_of(item.root, interaction)
    found = list(all_of(interaction, "simple-choice"))
    identifiers = [attribute(each, "identifier") for each in found]
    single = response.cardinality == "single"
    weights = response.weights(identifiers, single=single, texts=item.texts)
    choices = []
    for identifier, each in zip(identifiers, found, strict=True):
        text, feedback = without_feedback(each, item.texts)
        feedback = feedback or item.feedback.get(identifier, "")
        choices.append(
            AskedChoice(identifier, text=text, weight=weights[identifier], feedback=feedback)
        )
    if single and _is_true_false(choices):
        by_key = {choice.key.lower(): choice for choice in choices}
        return "true_false", tuple(
            AskedChoice(key, weight=by_key[key].weight, feedback=by_key[key].feedback)
            for key in ("true", "false")
        )
    return ("single" if single else "multiple"), keyed(choices)


def _is_true_false(choices: list[AskedChoice]) -> bool:
    words = {word.lower() for words in TRUE_FALSE.values() for word in words.values()}
    return sorted(choice.key.lower() for choice in choices) == ["false", "true"] and all(
        choice.text.lower() in words for choice in choices
    )


def _order(item: Item, interaction: etree._Element) -> Answers:
    correct = response_of(item.root, interaction).correct
    found = {
        attribute(each, "identifier"): without_feedback(each, item.texts)
        for each in all_of(interaction, "simple-choice")
    }
    if sorted(correct) != sorted(found):
        raise CannotCarry("not every step has one place in the right order")
    return "ordering", keyed([AskedChoice("", text=found[key][0]) for key in correct])


def _match(item: Item, interaction: etree._Element) -> Answers:
    response = response_of(item.root, interaction)
    sets = [each for each in interaction if qti(each) == "simple-match-set"]
    if len(sets) != 2:
        raise CannotCarry("it does not match one set with another")
    sources, targets = (
        {
            attribute(each, "identifier"): without_feedback(each, item.texts)[0]
            for each in all_of(group, "simple-associable-choice")
        }
        for group in sets
    )
    pairs = [tuple(pair.split()) for pair in response.correct or response.scored()]
    known = [pair for pair in pairs if len(pair) == 2 and pair[0] in sources and pair[1] in targets]
    partner = {pair[0]: pair[1] for pair in known}
    if len(partner) < len(known) or len(known) < len(pairs) or set(partner) != set(sources):
        raise CannotCarry("not every line has exactly one match")
    rows = [AskedChoice("", text=sources[key], match=targets[partner[key]]) for key in sources]
    taken = set(partner.values())
    rest = [AskedChoice("", match=text) for key, text in targets.items() if key not in taken]
    return "matching", keyed([*rows, *rest])


def _text_entry(item: Item, interaction: etree._Element) -> Answers:
    response = response_of(item.root, interaction)
    if response.base_type in ("float", "integer"):
        return "number", keyed(numbers(item.root, response))
    accepted = response.mapped or dict.fromkeys(response.correct, Decimal(1))
    if not accepted:
        raise CannotCarry("it says no right answer")
    if response.is_case_sensitive:
        item.texts.note("capital letters count there, not here")
    weights = response.weights(list(accepted), single=True, texts=item.texts)
    return "short_answer", keyed(
        [
            AskedChoice("", text=tidy(text).replace("*", "\\*"), weight=weights[text])
            for text in accepted
        ]
    )


READ: dict[str, Callable[[Item, etree._Element], Answers]] = {
    "choice-interaction": _choice,
    "order-interaction": _order,
    "match-interaction": _match,
    "text-entry-interaction": _text_entry,
}
