"""What every text must be: a text to YAML, printable, and within its column's rules."""

import re
from typing import Any
from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.db.models import Model

from amendments.content_files.faults import Place
from amendments.content_files.strict_yaml import Node, Scalar

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def read_text(node: Node, place: Place) -> str | None:
    """Return a text in NFC, or report why it is none and return None."""
    if node.flaw:
        place.fault(node.flaw)
    elif not isinstance(node, Scalar):
        place.fault(f"expected a text, found {node.found()}")
    elif node.type == "null":
        place.fault("empty; leave the key out")
    elif node.type != "str":
        place.fault(f"expected a text, found {node.found()}; put it in quotes")
    elif bad := _UNPRINTABLE.search(node.text):
        place.fault(f"has the unprintable character U+{ord(bad[0]):04X}")
    else:
        return normalize("NFC", node.text)
    return None


def keep_the_columns_rules(value: Any, place: Place, model: type[Model], attribute: str) -> bool:
    """Report what the model's column says against the value: too long, no address, …"""
    column: Any = model._meta.get_field(attribute)
    try:
        column.run_validators(value)
    except ValidationError as error:
        for message in error.messages:
            place.fault(message.rstrip("."))
        return False
    return True
