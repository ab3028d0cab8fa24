"""What a page that can be embedded says of that: in its head to programs, below to people."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from amendments.embeds.code import frame
from amendments.embeds.registry import EMBEDDABLE
from amendments.texts import Text

register = template.Library()


@register.simple_tag
def oembed_link(view: str, slug: str) -> SafeString:
    """Say in the head where programs ask how to embed this page (oEmbed discovery)."""
    page = settings.SITE_URL + reverse(view, args=[slug])
    asked = urlencode({"url": page, "format": "json"})
    return format_html(
        '<link rel="alternate" type="application/json+oembed" href="{}{}?{}">',
        settings.SITE_URL,
        reverse("oembed"),
        asked,
    )


@register.inclusion_tag("embeds/offer.html")
def offer_embed(view: str, slug: str, title: Text | str) -> dict[str, Any]:
    """Offer the HTML that shows this page inside another one, in the language of this one."""
    kind = EMBEDDABLE[view]
    language = get_language()
    return {"code": frame(kind, slug, str(title), language, width="100%", height=kind.height)}
