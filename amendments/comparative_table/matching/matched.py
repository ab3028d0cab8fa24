"""What matching found for a row of the table."""

from dataclasses import dataclass

from amendments.models import Provision


@dataclass(frozen=True)
class Matched:
    """A provision and its texts in the row; empty where the law has none."""

    provision: Provision
    before: str
    after: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unmatched:
    """`address` is as far as it was understood, in English; empty if not at all."""

    reason: str
    address: str = ""


@dataclass(frozen=True)
class Unchanged:
    """The row was understood, and its two texts are one."""

    address: str
