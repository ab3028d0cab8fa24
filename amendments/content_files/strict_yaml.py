"""YAML as plain as it can be: no tags, no anchors, nothing guessed, every line remembered.

A tree is built from YAML's events, so no object is ever constructed and no alias expanded:
neither `!!python/object` nor a "billion laughs" file can do anything but be refused.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from amendments.content_files.faults import shortened

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # The same events, ten times faster
_resolver: Any = yaml.resolver.Resolver()

_TAG = "tag:yaml.org,2002:"
_NAMES = {
    "bool": "the YAML boolean",
    "int": "the YAML whole number",
    "float": "the YAML number",
    "timestamp": "the YAML date",
}


@dataclass
class Node:
    """A piece of YAML. `flaw` says what is not allowed about it."""

    line: int
    flaw: str = field(default="", kw_only=True)

    def found(self) -> str:
        """Name this piece in a sentence: "expected a text, found …"."""
        raise NotImplementedError


@dataclass
class Scalar(Node):
    """`type` is what YAML takes it for: str, bool, int, float, timestamp, null, …"""

    text: str
    type: str

    def found(self) -> str:
        if self.type == "null":
            return "nothing"
        if self.type == "str":
            return f'the text "{shortened(self.text)}"'
        return f"{_NAMES.get(self.type, 'the YAML sign')} {shortened(self.text)}"


@dataclass
class Listing(Node):
    items: list[Node] = field(default_factory=list)

    def found(self) -> str:
        return "a list"


@dataclass
class Mapping(Node):
    """Keys and values as written: a key may stand twice, or be no text."""

    pairs: list[tuple[Node, Node]] = field(default_factory=list)

    def found(self) -> str:
        return "a mapping"

    def value(self, key: str) -> Node | None:
        """Find the first value written under `key`."""
        for written, value in self.pairs:
            if isinstance(written, Scalar) and written.text == key:
                return value
        return None


class NotYaml(Exception):
    """The text is no single YAML document. The message names the line where one is known."""


def parse(text: str) -> Node | None:
    """Build the tree of one YAML document, or None if there is nothing in it.

    Raises NotYaml.
    """
    roots: list[Node] = []
    building: list[list[Node]] = [roots]  # The open collections' contents, outermost first
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.NodeEvent):
                node = _node(event)
                building[-1].append(node)
                if isinstance(event, yaml.CollectionStartEvent):
                    building.append([])
            elif isinstance(event, yaml.CollectionEndEvent):
                children = building.pop()
                _fill(building[-1][-1], children)
    except yaml.YAMLError as error:
        raise NotYaml(_explained(error)) from error
    if len(roots) > 1:
        raise NotYaml("expected one YAML document, found a second after ---")
    return roots[0] if roots else None


def _node(event: Any) -> Node:
    line: int = event.start_mark.line + 1
    flaw = ""
    if isinstance(event, yaml.AliasEvent):
        return Scalar(line, "", "alias", flaw=f"YAML aliases (*{event.anchor}) are not allowed")
    if event.anchor:
        flaw = f"YAML anchors (&{event.anchor}) are not allowed"
    elif event.tag:
        flaw = f"YAML tags ({event.tag.replace(_TAG, '!!')}) are not allowed"
    if isinstance(event, yaml.ScalarEvent):
        tag: str = _resolver.resolve(yaml.ScalarNode, event.value, event.implicit)
        return Scalar(line, event.value, tag.removeprefix(_TAG), flaw=flaw)
    if isinstance(event, yaml.SequenceStartEvent):
        return Listing(line, flaw=flaw)
    return Mapping(line, flaw=flaw)


def _fill(parent: Node, children: list[Node]) -> None:
    if isinstance(parent, Mapping):
        parent.pairs = list(zip(children[::2], children[1::2], strict=True))
    elif isinstance(parent, Listing):
        parent.items = children


def _explained(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).replace("\n", " ")
    where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
    return f"malformed YAML: {where}{problem}"
