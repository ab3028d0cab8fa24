"""What every text must be: a text to YAML, printable, and within its column's rules."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CharField, Model

from amendments.content_files.faults import Place
from amendments.content_files.strict_yaml import Node, Scalar
from amendments.nfc import first_unprintable, in_one_spelling


def read_text(node: Node, place: Place) -> str | None:
    """Return a text in one spelling, or report why it is none and return None."""
    if node.flaw:
        place.fault(node.flaw)
    elif not isinstance(node, Scalar):
        place.fault(f"expected a text, found {node.found()}")
    elif node.type == "null":
        place.fault("empty; leave the key out")
    elif node.type != "str":
        place.fault(f"expected a text, found {node.found()}; put it in quotes")
    else:
        text = in_one_spelling(node.text)
        if not (bad := first_unprintable(text)):
            return text
        place.fault(f"has the unprintable character U+{ord(bad[0]):04X}")
    return None


def keep_the_columns_rules(value: Any, place: Place, model: type[Model], attribute: str) -> bool:
    """Report what the model's column says against the value: too long, no address, …"""
    column: Any = model._meta.get_field(attribute)
    if isinstance(column, CharField) and "\n" in value:
        place.fault("expected a text of one line")
        return False
    try:
        column.run_validators(value)
    except ValidationError as error:
        for message in error.messages:
            place.fault(message.rstrip("."))
        return False
    return True
