"""What the descriptions of all pages have in common."""

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, gettext

from amendments.texts import Text

Thing = dict[str, Any]

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


def as_script(things: list[Thing]) -> str:
    """Return JSON that may stand in a script element: nothing in it can end the element."""
    graph = {"@context": "https://schema.org", "@graph": things}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def trail(steps: Iterable[tuple[Text | str, str]]) -> Thing:
    """The way to a page, as names with full addresses, the page itself last.

    The first page of the site comes before them and need not be named.
    """
    first = (gettext("Ata Zań"), home())
    items = [
        {"@type": "ListItem", "position": place, "name": str(name), "item": url}
        for place, (name, url) in enumerate([first, *steps], start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def web_page(url: str, name: Text | str, description: Text | None, about: str) -> Thing:
    page: Thing = {"@type": "WebPage", "@id": url, "url": url, "name": said(name)}
    if description:
        page["description"] = said(description)
    return page | {
        "inLanguage": get_language(),
        "license": LICENCE,
        "publisher": project(),
        "mainEntity": {"@id": about},
    }


def said(text: Text | str) -> str | Thing:
    """A text, with its language where that is not the page's."""
    if isinstance(text, Text) and text.is_foreign:
        return {"@value": text.value, "@language": text.language}
    return str(text)


def project() -> Thing:
    return {"@type": "Organization", "name": gettext("Ata Zań"), "url": settings.SITE_URL}


def home() -> str:
    return f"{settings.SITE_URL}/{get_language()}/"


def page_url(view: str, *arguments: str) -> str:
    return settings.SITE_URL + reverse(f"amendments:{view}", args=arguments)
