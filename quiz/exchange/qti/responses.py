"""What an item declares as right, and how it is scored."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from quiz.exchange.decimals import number, plain, weight
from quiz.exchange.markup import Texts
from quiz.exchange.qti.names import all_of, attribute, first_of, text
from quiz.exchange.question import CannotCarry
from quiz.question_types import AskedChoice

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Response:
    """A response declaration. `upper` is the most that the mapping gives, or None."""

    identifier: str
    cardinality: str
    base_type: str
    correct: list[str]
    mapped: dict[str, Decimal]
    default: Decimal
    upper: Decimal | None
    is_case_sensitive: bool

    def scored(self) -> list[str]:
        return [key for key, value in self.mapped.items() if value > 0]

    def weights(
        self, identifiers: Sequence[str], *, single: bool, texts: Texts
    ) -> dict[str, Decimal]:
        """Return per cent of the mark. Raises CannotCarry if nothing is right."""
        if not self.scored():
            return self._by_the_right_ones(identifiers, single=single, texts=texts)
        values = {key: self.mapped.get(key, self.default) for key in identifiers}
        gains = [value for value in values.values() if value > 0]
        most = self.upper or (max(gains, default=0) if single else sum(gains))
        if most <= 0:
            raise CannotCarry("no answer gives a mark")
        return {key: weight(str(value / most * 100)) for key, value in values.items()}

    def _by_the_right_ones(
        self, identifiers: Sequence[str], *, single: bool, texts: Texts
    ) -> dict[str, Decimal]:
        """All or nothing there: here each right one counts, each wrong one counts against."""
        right = [key for key in identifiers if key in self.correct]
        wrong = [key for key in identifiers if key not in self.correct]
        if not right:
            raise CannotCarry("it says no right answer")
        gain = HUNDRED if single else HUNDRED / len(right)
        loss = Decimal(0) if single else -HUNDRED / max(1, len(wrong))
        if not single:
            texts.note("all or nothing there; here each right choice gives a part of the mark")
        return {key: weight(str(gain if key in right else loss)) for key in identifiers}


def response_of(root: etree._Element, interaction: etree._Element) -> Response:
    wanted = attribute(interaction, "response-identifier")
    for declared in all_of(root, "response-declaration"):
        if attribute(declared, "identifier") == wanted:
            return _response(declared, wanted)
    raise CannotCarry("it does not declare what is right")


def _response(declared: etree._Element, identifier: str) -> Response:
    correct = first_of(declared, "correct-response")
    mapping = first_of(declared, "mapping")
    entries = [] if mapping is None else list(all_of(mapping, "map-entry"))
    upper = "" if mapping is None else attribute(mapping, "upper-bound")
    default = "0" if mapping is None else attribute(mapping, "default-value", "0")
    return Response(
        identifier=identifier,
        cardinality=attribute(declared, "cardinality", "single"),
        base_type=attribute(declared, "base-type"),
        correct=[] if correct is None else [text(value) for value in all_of(correct, "value")],
        mapped={
            attribute(entry, "map-key"): number(attribute(entry, "mapped-value", "0"))
            for entry in entries
        },
        default=number(default),
        upper=number(upper) if upper else None,
        is_case_sensitive=any(attribute(entry, "case-sensitive") == "true" for entry in entries),
    )


def numbers(root: etree._Element, response: Response) -> list[AskedChoice]:
    """Return the accepted numbers: from the rules of marking, the mapping or the right answer."""
    ruled = [
        choice
        for branch in all_of(root, "response-if", "response-else-if")
        for choice in _ruled(branch, response)
    ]
    if ruled:
        return ruled
    if response.scored():
        most = response.upper or max(response.mapped.values())
        return [
            AskedChoice("", number=number(key), weight=weight(str(value / most * 100)))
            for key, value in response.mapped.items()
        ]
    return [AskedChoice("", number=number(key), weight=HUNDRED) for key in response.correct]


def _ruled(branch: etree._Element, response: Response) -> list[AskedChoice]:
    """Read "if the response equals 98, within 2, the score is 1"."""
    equal = first_of(branch, "equal")
    if equal is None:
        return []
    told = first_of(equal, "base-value")
    values = [text(told)] if told is not None else response.correct
    lower, upper = _tolerances(equal)
    score = next(
        (
            text(value)
            for outcome in all_of(branch, "set-outcome-value")
            if attribute(outcome, "identifier") == "SCORE"
            for value in all_of(outcome, "base-value")
        ),
        "1",
    )
    choices = []
    for value in values:
        middle = number(value)
        below, above = lower, upper
        if attribute(equal, "tolerance-mode") == "relative":
            below, above = abs(middle) * lower / 100, abs(middle) * upper / 100
        choices.append(
            AskedChoice(
                "",
                number=number(str(middle + (above - below) / 2)),
                tolerance=number(str(plain((above + below) / 2))),
                weight=weight(str(number(score) * 100)),
            )
        )
    return choices


def _tolerances(equal: etree._Element) -> tuple[Decimal, Decimal]:
    if attribute(equal, "tolerance-mode", "exact") == "exact":
        return Decimal(0), Decimal(0)
    given = [abs(number(each)) for each in attribute(equal, "tolerance", "0").split()]
    return given[0], given[-1]
