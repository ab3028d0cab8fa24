"""What the page of one change shows besides the texts: explanations, sources, citing."""

from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from amendments.change_page import ChangePage
from amendments.texts import text_in

register = template.Library()


@register.inclusion_tag("amendments/explained.html")
def explained(page: ChangePage, field: str) -> dict[str, Any]:
    """Show one explanation under its heading, with its terms explained and its sources."""
    shown = text_in(page.language, page.amendment, field)
    html = page.terms.mark(shown.value, language=shown.language)
    return {
        "page": page,
        "claim": field,
        "heading": _headings()[field],
        "shown": shown,
        "html": html,
        "terms": page.terms.newly_marked(),
    }


@register.inclusion_tag("amendments/claim_sources.html")
def claim_sources(page: ChangePage, *claims: str) -> dict[str, Any]:
    """Point to the numbers of the sources of these claims, else to those of the whole change."""
    numbered = list(enumerate(page.sources, start=1))
    named = [use for use in numbered if set(claims) & set(use[1].claims)]
    whole = [use for use in numbered if use[1].is_for_all]
    return {"uses": [(number, use.source.slug) for number, use in named or whole]}


@register.inclusion_tag("amendments/cite_and_share.html")
def cite_and_share(page: ChangePage) -> dict[str, Any]:
    """Offer the page to be cited and passed on, without a third party."""
    url = settings.SITE_URL + reverse("amendments:change", args=[page.amendment.slug])
    return {"cited": page.cited(_("Ata Zań"), url), "slug": page.amendment.slug}


def _headings() -> dict[str, str]:
    return {
        "what_changed": _("What changed"),
        "why_it_matters": _("Why it matters"),
        "who_it_touches": _("Who it touched"),
    }
