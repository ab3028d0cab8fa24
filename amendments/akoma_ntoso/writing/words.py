"""What a document says in words of its own, in its language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """`passage_in` and `authentic` go by the language spoken of (kk, ru, en).

    `article` and `section` take a `number` by the % operator.
    """

    not_authentic: str
    only_held: str
    none_held: str
    no_changes_held: str
    not_held: str
    repealed: str
    before: str
    after: str
    article: str
    section: str
    official: str
    adopted_by: Mapping[str, str]
    authentic: Mapping[str, str]
    passage_in: Mapping[str, str]
    publisher: str
    state: str
