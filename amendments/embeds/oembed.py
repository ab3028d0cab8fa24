"""Answers by the oEmbed protocol (oembed.com, 1.0): from the address of a page to its embed."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import QueryDict
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, gettext, override

from amendments.embeds.code import WIDTH, frame
from amendments.embeds.registry import EMBEDDABLE


@dataclass
class NotAnswered(Exception):
    """Which parameter is at fault, what would be right, and the status that the protocol asks."""

    parameter: str
    message: str
    status: int = 400


def answer(query: QueryDict) -> dict[str, Any]:
    """Return what the protocol calls a rich response. One query. Raises NotAnswered."""
    if query.get("format", "json") != "json":
        raise NotAnswered("format", gettext("Only json is spoken here."), 501)
    width = _at_most(query, "maxwidth", WIDTH)
    kind, slug, language = _page(query.get("url", ""))
    title = kind.title_of(slug, language)
    if title is None:
        raise NotAnswered("url", gettext("No such page, or it cannot be embedded."), 404)
    height = _at_most(query, "maxheight", kind.height)
    with override(language):
        name = gettext("Ata Zań")
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": name,
        "provider_url": settings.SITE_URL,
        "title": str(title),
        "html": frame(kind, slug, str(title), language, width=width, height=height),
        "width": width,
        "height": height,
    }


def _page(url: str) -> tuple[Any, str, str]:
    """Find the kind of page, its slug and its language by its full address."""
    try:
        parts = urlsplit(url)
    except ValueError:  # Such as brackets that are no IPv6 address
        parts = urlsplit("")
    ours = urlsplit(settings.SITE_URL)
    if parts.scheme not in ("http", "https") or parts.netloc.lower() != ours.netloc.lower():
        expected = gettext("Expected the full address of a page of %(site)s.")
        raise NotAnswered("url", expected % {"site": settings.SITE_URL})
    language = get_language_from_path(parts.path)
    try:
        with override(language):
            match = resolve(parts.path)
        return EMBEDDABLE[match.view_name], match.kwargs["slug"], str(language)
    except (Resolver404, KeyError):
        message = gettext("No such page, or it cannot be embedded.")
        raise NotAnswered("url", message, 404) from None


def _at_most(query: QueryDict, name: str, ours: int) -> int:
    given = query.get(name)
    if given is None:
        return ours
    digits = given.lstrip("0")
    if not (digits.isascii() and digits.isdecimal()):
        raise NotAnswered(name, gettext("Expected a whole number of pixels, 1 or more."))
    return ours if len(digits) > len(str(ours)) else min(ours, int(digits))
