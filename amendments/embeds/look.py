"""How an embed looks: the host page decides, in the address."""

from dataclasses import dataclass

from django.conf import settings
from django.http import QueryDict

from amendments.languages import LANGUAGES

THEMES = ("auto", "light", "dark")


@dataclass(frozen=True)
class Look:
    """What `?lang=` and `?theme=` ask for; `auto` follows the reader's system."""

    language: str
    theme: str

    @classmethod
    def from_query(cls, query: QueryDict) -> "Look":
        """Read the address; what it does not know falls back, so no host page shows an error.

        Without `?lang=` an embed is in Kazakh, not in what the browser prefers: the page around
        it has one language, and the frame stays the same for everyone.
        """
        language, theme = query.get("lang", ""), query.get("theme", "")
        return cls(
            language if language in LANGUAGES else settings.LANGUAGE_CODE,
            theme if theme in THEMES else THEMES[0],
        )
