"""GIFT → questions. The grammar is beside this file."""

import re
from decimal import Decimal
from functools import cache
from itertools import islice

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from quiz.exchange.decimals import number, plain, weight
from quiz.exchange.decoding import decoded
from quiz.exchange.gift.blocks import Block, blocks
from quiz.exchange.gift.faults import in_words
from quiz.exchange.markup import Texts
from quiz.exchange.plain_text import one_line
from quiz.exchange.question import (
    MOST_CHOICES,
    MOST_QUESTIONS,
    CannotCarry,
    ExchangedQuestion,
    Reading,
    Refused,
    check_number_of,
    keyed,
    title_of,
)
from quiz.question_types import AskedChoice

Node = Tree[Token]
GAP = "_____"
_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
_TITLE = re.compile(r"\s*::((?:\\.|(?!::)[^\\])*)::", re.DOTALL)
_SIGN = re.compile(r"[=~]")
MOST_SIGNS = 4 * MOST_CHOICES  # Each choice has one; some stand in texts, behind a backslash
HUNDRED = Decimal(100)


def read(data: bytes) -> Reading:
    """Raises Unreadable unless the file is text in a known encoding."""
    found = list(islice(blocks(decoded(data)), MOST_QUESTIONS + 1))
    check_number_of(len(found))
    return Reading([_read(block) for block in found])


@cache
def _parser() -> Lark:
    """Built when first needed: it takes as long as a tenth of the site's start."""
    return Lark.open("grammar.lark", rel_to=__file__, parser="lalr", lexer="contextual")


def _read(block: Block) -> ExchangedQuestion | Refused:
    try:
        if len(_SIGN.findall(block.text)) > MOST_SIGNS:
            raise CannotCarry(f"more than {MOST_CHOICES} choices")
        return _Question(block, _parser().parse(block.text)).read()
    except UnexpectedInput as error:
        return Refused(_title(block), in_words(error, block), block.line)
    except CannotCarry as error:
        return Refused(_title(block), str(error), block.line)


def _title(block: Block) -> str:
    found = _TITLE.match(block.text)
    return one_line(unescaped(found[1])) if found else title_of(block.text)


def unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], text)


class _Question:
    """One parsed question; the texts keep what they lose for its notes."""

    def __init__(self, block: Block, tree: Node) -> None:
        self.block = block
        self.parts = {part.data: part for part in tree.children if isinstance(part, Tree)}
        self.texts = Texts()
        prompt = self.parts["prompt"]
        self.format = _format(prompt) or "moodle"

    def read(self) -> ExchangedQuestion:
        if self.block.has_tags:
            self.texts.note("tags were left out")
        type_, choices = self._answers()
        title = self.parts.get("title")
        return ExchangedQuestion(
            type=type_,
            prompt=self._prompt(),
            name=one_line(unescaped(_token(title, "TITLE").strip()[2:-2])) if title else "",
            category=self.block.category,
            idnumber=one_line(self.block.idnumber),
            explanation=self._text(self.parts.get("general"), "GENERAL_FEEDBACK"),
            choices=choices,
            notes=self.texts.notes,
            line=self.block.line,
        )

    def _prompt(self) -> str:
        prompt, tail = self.parts["prompt"], self.parts.get("tail")
        text = _token(prompt, "PROSE")
        if tail and _token(tail, "PROSE").strip():
            text = f"{text}{GAP}{_token(tail, 'PROSE')}"
        return self.texts.read(unescaped(text), self.format)

    def _answers(self) -> tuple[str, tuple[AskedChoice, ...]]:
        if "essay" in self.parts:
            raise CannotCarry("an essay, which nobody here could mark")
        if "true_false" in self.parts:
            return "true_false", self._true_false(self.parts["true_false"])
        if "numerical" in self.parts:
            return "number", self._numerical(self.parts["numerical"])
        if "choices" in self.parts:
            return self._choices(self.parts["choices"])
        return "description", ()

    def _true_false(self, node: Node) -> tuple[AskedChoice, ...]:
        """The first feedback is for the wrong answer, the second for the right one."""
        says_true = _token(node, "TRUTH").lower().startswith("t")
        said = [self._text(part, "TRUTH_FEEDBACK") for part in node.find_data("tf_feedback")]
        wrong, right = [*said, "", ""][:2]
        return (
            AskedChoice(
                "true",
                weight=HUNDRED if says_true else Decimal(0),
                feedback=right if says_true else wrong,
            ),
            AskedChoice(
                "false",
                weight=Decimal(0) if says_true else HUNDRED,
                feedback=wrong if says_true else right,
            ),
        )

    def _numerical(self, node: Node) -> tuple[AskedChoice, ...]:
        accepted = [self._accepted(part) for part in node.find_data("accepted")]
        if not accepted:
            raise CannotCarry("a number is asked for, but none is given")
        if any(self._feedback(part) for part in node.find_data("wrong")):
            self.texts.note("the feedback for any other number was left out")
        return keyed(accepted)

    def _accepted(self, node: Node) -> AskedChoice:
        value = number(_token(node, "NUMBER"))
        tolerance = Decimal(0)
        for part in node.find_data("within"):
            tolerance = abs(number(_token(part, "NUMBER")))
        for part in node.find_data("up_to"):
            low, high = sorted((value, number(_token(part, "NUMBER"))))
            value, tolerance = plain((low + high) / 2), plain((high - low) / 2)
        return AskedChoice(
            "",
            number=number(str(value)),
            tolerance=number(str(tolerance)),
            weight=_weight(node) if _token(node, "WEIGHT") else HUNDRED,
            feedback=self._feedback(node),
        )

    def _choices(self, node: Node) -> tuple[str, tuple[AskedChoice, ...]]:
        """A tilde makes a choice of several answers, an arrow a matching question."""
        choices = [part for part in node.children if isinstance(part, Tree)]
        tildes = [bool(_token(part, "TILDE")) for part in choices]
        if any(tildes):
            asked = keyed([self._choice(part) for part in choices])
            return ("multiple" if all(tildes) else "single"), asked
        if any(_token(part, "ARROW") for part in choices):
            return "matching", keyed([self._pair(part) for part in choices])
        return "short_answer", keyed([self._choice(part) for part in choices])

    def _choice(self, node: Node) -> AskedChoice:
        right = HUNDRED if _token(node, "EQUALS") else Decimal(0)
        return AskedChoice(
            "",
            text=self.texts.read(unescaped(_tokens(node)), self._format(node)),
            weight=_weight(node) if _token(node, "WEIGHT") else right,
            feedback=self._feedback(node),
        )

    def _pair(self, node: Node) -> AskedChoice:
        if not _token(node, "ARROW"):
            raise CannotCarry("a line of a matching question without “->”")
        text, match = _tokens(node).split("->", 1)
        return AskedChoice(
            "",
            text=self.texts.read(unescaped(text), self._format(node)),
            match=self.texts.read(unescaped(match), "plain"),
            feedback=self._feedback(node),
        )

    def _feedback(self, node: Node) -> str:
        return "".join(self._text(part, "FEEDBACK") for part in node.find_data("feedback"))

    def _text(self, node: Node | None, kind: str) -> str:
        if node is None:
            return ""
        return self.texts.read(unescaped(_token(node, kind)), self._format(node))

    def _format(self, node: Node) -> str:
        return _format(node) or self.format


def _format(node: Node) -> str:
    return _token(node, "FORMAT").strip().strip("[]")


def _weight(node: Node) -> Decimal:
    return weight(_token(node, "WEIGHT").strip("%"))


def _token(node: Node, kind: str) -> str:
    """Return the first token of a kind among the node's own, or an empty text."""
    for part in node.children:
        if isinstance(part, Token) and part.type == kind:
            return str(part)
    return ""


def _tokens(node: Node) -> str:
    """Return the text of a choice, arrows included."""
    return "".join(
        str(part)
        for part in node.children
        if isinstance(part, Token) and part.type in ("TEXT", "ARROW")
    )
