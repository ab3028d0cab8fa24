"""What the parser stumbled over, in the words of whoever wrote the file."""

from lark.exceptions import UnexpectedInput

from quiz.exchange.gift.blocks import Block

_SAID = {
    "{": "a second “{”, where a question has one pair of braces (write \\{ for the character)",
    "}": "a “}” that closes nothing (write \\} for the character)",
}
NOT_CLOSED = "a “{” is not closed; no empty line may stand within a question"


def in_words(error: UnexpectedInput, block: Block) -> str:
    at = error.pos_in_stream
    rest = block.text[at:].lstrip() if at is not None and at >= 0 else ""
    if not rest or getattr(getattr(error, "token", None), "type", "") == "$END":
        return NOT_CLOSED
    line = block.line + block.text.count("\n", 0, len(block.text) - len(rest))
    said = _SAID.get(rest[0], f"“{rest[:20].splitlines()[0]}” cannot stand here")
    if rest[0] not in "{}=~#":
        said = f"{said}; answers begin with = or ~, numbers with #, and * stands for no number"
    return f"line {line}: {said}"
