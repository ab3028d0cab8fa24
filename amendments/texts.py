"""A text in the reader's language, or in another one with its language said aloud."""

from dataclasses import dataclass
from typing import Any

from amendments.editions import Edition
from amendments.languages import FALLBACKS
from amendments.models import Amendment


@dataclass(frozen=True)
class Text:
    """A translated text and the language it is really in.

    `language` differs from `wanted` when the translation is missing: the page must say so.
    An empty `value` in the wanted language means that no language has a text. `edition` is
    where the law says so; our renderings have none.
    """

    value: str
    language: str
    wanted: str
    edition: Edition | None = None

    @property
    def is_foreign(self) -> bool:
        return self.language != self.wanted

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True)
class TextPair:
    """What stood before and after one change, both in the same language and of one nature.

    Of authentic texts one edition is None where the law had no text on that side.
    """

    before: str
    after: str
    language: str
    wanted: str
    edition_before: Edition | None = None
    edition_after: Edition | None = None

    @property
    def is_foreign(self) -> bool:
        return self.language != self.wanted

    @property
    def editions(self) -> list[Edition]:
        """The editions that authentic texts are quoted from, each once; none for renderings."""
        return _each_once(self.edition_before, self.edition_after)

    @property
    def is_unchanged(self) -> bool:
        """The law changed the other authentic text, not this one."""
        return self.before == self.after


def editions_of(*texts: Text | TextPair | None) -> list[Edition]:
    """Return the editions that some texts are quoted from, each once."""
    pairs = [
        text.editions if isinstance(text, TextPair) else [text.edition] for text in texts if text
    ]
    return _each_once(*(edition for pair in pairs for edition in pair))


def _each_once(*editions: Edition | None) -> list[Edition]:
    return [edition for edition in dict.fromkeys(editions) if edition]


def text_in(language: str, item: Any, field: str) -> Text:
    """Read a translated field of a model instance in `language` or the nearest one there is."""
    for candidate in FALLBACKS[language]:
        value = getattr(item, f"{field}_{candidate}")
        if value:
            return Text(value, candidate, language)
    return Text("", language, language)


def texts_in(language: str, amendment: Amendment) -> TextPair:
    """Return an amendment's texts, taken together from one language.

    NULL means not translated and an empty text means that the law has none, so a language
    counts as soon as its *before* is not NULL.
    """
    for candidate in FALLBACKS[language]:
        before = getattr(amendment, f"before_{candidate}")
        after = getattr(amendment, f"after_{candidate}")
        if before is not None and after is not None:
            return TextPair(before, after, candidate, language)
    raise ValueError(f"{amendment.slug} has no texts in any language")
