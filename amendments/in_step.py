"""Whether a translation still says what its source says. Pure Python: no Django, no clock.

A text is known by its digest. A translation keeps the digest of the source from which it was
made; when the source has another one, the translation is out of date until it is written anew
or somebody says that it is still right.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import blake2b

NONE = ""
"""The digest of no text."""


class Standing(Enum):
    """How a text stands in one language."""

    MISSING = "missing"
    UP_TO_DATE = "up-to-date"
    OUT_OF_DATE = "out-of-date"
    DISMISSED = "dismissed"  # Its source changed, and an editor found it still right


@dataclass(frozen=True)
class Basis:
    """What one translation was made from, as digests.

    `made_from` is the source as it was then, `source` as it is now, `target` the translation.
    The language in which a text is written has no `source_language`.
    """

    source_language: str = ""
    made_from: str = NONE
    source: str = NONE
    target: str = NONE
    is_dismissed: bool = False

    @property
    def standing(self) -> Standing:
        if self.target == NONE:
            return Standing.MISSING
        if self.made_from != self.source:
            return Standing.OUT_OF_DATE
        return Standing.DISMISSED if self.is_dismissed else Standing.UP_TO_DATE


def digest(text: str | None) -> str:
    """Return sixteen digits that tell a text from others; none for no translation.

    An empty text has digits of its own: the law says nothing there, which is not "missing".
    """
    return NONE if text is None else blake2b(text.encode(), digest_size=8).hexdigest()


def source_of(texts: Mapping[str, str | None], sources: tuple[str, ...]) -> str:
    """Return the first of the languages that has a text: that is the source. "" for none."""
    return next((language for language in sources if texts.get(language) is not None), "")


def followed(known: Basis | None, source_language: str, source: str, target: str) -> Basis:
    """Return the basis of a translation after a save, `known` being that before it.

    A translation that was not known, was just written or has got another language as its
    source is made from the source as it is now. One left as it was keeps what it was made from.
    """
    now = Basis(source_language, source if target else NONE, source, target)
    was_left = known is not None and known.target == target != NONE
    if known is None or not was_left or known.source_language != source_language:
        return now
    return replace(known, source=source)


def dismissed(known: Basis) -> Basis:
    """Return the basis once an editor has said that the translation is still right."""
    return replace(known, made_from=known.source, is_dismissed=True)
