"""What frames every page."""

from datetime import timedelta
from typing import Any

from django import template

from amendments.days import today
from amendments.models import Constitution

register = template.Library()


@register.inclusion_tag("components/ended_notice.html")
def ended_notice(constitution: Constitution | None = None) -> dict[str, Any]:
    """Say of the amended Constitution that it has ended, once it has.

    A page that holds the Constitution already hands it over; otherwise it costs a query.
    """
    constitution = constitution or Constitution.objects.filter(slug="1995").first()
    until = constitution.in_force_until if constitution else None
    return {
        "constitution": constitution,
        "day": today(),
        "last_day": until - timedelta(days=1) if until else None,
    }
