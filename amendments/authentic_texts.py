"""Which text is shown of which side of a change: the authentic one where an edition covers it.

Ask with amendments from `with_authentic_texts`; from any other queryset all is a rendering.
"""

from datetime import date
from enum import Enum
from typing import Any

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from amendments.editions import Edition
from amendments.languages import AUTHENTIC
from amendments.models import Amendment, Kind
from amendments.texts import Text, TextPair, texts_in


class Nature(TextChoices):
    AUTHENTIC = "authentic", _("Authentic text")
    RENDERING = "rendering", _("Our rendering")

    @classmethod
    def from_query(cls, query: QueryDict) -> "Nature":
        """Read `?text=`; an unknown value asks for the authentic text."""
        given = query.get("text")
        return cls(given) if given in cls.values else cls.AUTHENTIC


class Side(Enum):
    BEFORE = "before"
    AFTER = "after"


_NONE_THERE = {Side.BEFORE: Kind.ADDED, Side.AFTER: Kind.REPEALED}


def side_in(
    language: str, amendment: Amendment, side: Side, nature: Nature = Nature.AUTHENTIC
) -> Text:
    """Return one side of a change as it is shown in `language`; its edition tells its nature."""
    if nature == Nature.AUTHENTIC and (found := authentic_side(language, amendment, side)):
        return found
    pair = texts_in(language, amendment)
    return Text(getattr(pair, side.value), pair.language, language)


def authentic_side(language: str, amendment: Amendment, side: Side) -> Text | None:
    """Return what the law said on one side, or None where no edition covers it.

    Where the law had no text, that is known without an edition: the text is empty.
    """
    if language in AUTHENTIC and amendment.kind == _NONE_THERE[side]:
        return Text("", language, language)
    return quoted(language, amendment, side.value)


def authentic_pair(language: str, amendment: Amendment) -> TextPair | None:
    """Return both sides of a change from official editions; None unless both are known."""
    return pair_of(*(authentic_side(language, amendment, side) for side in Side))


def pair_of(before: Text | None, after: Text | None) -> TextPair | None:
    """Join two authentic texts; None where one is not known or both have no edition."""
    if before is None or after is None or not (before.edition or after.edition):
        return None
    return TextPair(
        before.value, after.value, after.language, after.wanted, before.edition, after.edition
    )


def quoted(language: str, item: Any, name: str) -> Text | None:
    """Read what a queryset added to an amendment or a provision."""
    found = getattr(item, f"authentic_{name}_{language}", None)
    if found is None:
        return None
    edition = Edition(language, date.fromisoformat(found["as_of"]), found["url"])
    return Text(found["text"], language, language, edition)
