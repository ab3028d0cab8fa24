"""One line of the quality table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A measured figure beside what it is measured against, as texts with their units.

    `ratio` is ours against the reference as the demand words it ("23× faster", "0.91×"), or
    empty where nothing is compared; `demanded` is the bound ("at least 20× faster").
    """

    what: str
    ours: str
    reference: str
    ratio: str
    demanded: str
    ok: bool
