"""What reference managers read in the head of a page: Dublin Core and citation tags."""

from collections.abc import Iterator
from datetime import date

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from amendments.change_page import ChangePage
from amendments.json_ld.things import LICENCE
from amendments.texts import Text, text_in

register = template.Library()

SCHEMA = mark_safe('<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">')


@register.simple_tag
def citation_metadata(page: ChangePage) -> SafeString:
    """Tell who wrote the page of a change, what it is called, when it last changed.

    Source: DCMI "Expressing Dublin Core in HTML/XHTML"; Google Scholar's inclusion guidelines.
    """
    tags = format_html_join("", '\n  <meta name="{}" content="{}">', _tags(page))
    return SCHEMA + tags


def _tags(page: ChangePage) -> Iterator[tuple[str, Text | str]]:
    title = text_in(page.language, page.amendment, "title")
    url = settings.SITE_URL + reverse("amendments:change", args=[page.amendment.slug])
    changed = _day_of_change(page)
    constitution = page.amendment.law.constitution
    yield "DC.title", title
    yield "DC.creator", gettext("Ata Zań")
    yield "DC.subject", text_in(page.language, page.amendment.topic, "title")
    yield "DC.language", page.language
    yield "DC.identifier", url
    yield "DC.rights", LICENCE
    for official in (constitution.authentic_url_kk, constitution.authentic_url_ru):
        if official:
            yield "DC.source", official
    yield "citation_title", title
    yield "citation_author", gettext("Ata Zań")
    yield "citation_language", page.language
    yield "citation_public_url", url
    if changed:
        yield "DC.date", changed.isoformat()
        yield "citation_publication_date", changed.strftime("%Y/%m/%d")


def _day_of_change(page: ChangePage) -> date | None:
    """The local day on which the text became what it is; None where its history is unknown."""
    changed = getattr(page.amendment, "changed", None)  # Annotated by the view
    published = page.amendment.publish_at
    if changed is None:
        return None
    return timezone.localdate(max(changed, published) if published else changed)
