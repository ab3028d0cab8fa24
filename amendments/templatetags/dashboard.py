"""The dashboard on the admin's first page."""

from typing import Any

from django import template

from amendments.admin.dashboard import Shown, panels

register = template.Library()


@register.simple_tag(takes_context=True)
def panels_shown(context: Any) -> list[Shown]:
    """Return the panels with what they have for the editor who asks."""
    return list(panels.shown_to(context["request"].user))
