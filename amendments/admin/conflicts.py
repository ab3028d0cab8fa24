"""An approved change that could not take effect, told to whoever approved it."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from amendments.models import ProposedChange, Reviewed


def tell_conflict(request: HttpRequest, moved: Reviewed) -> bool:
    """Say why readers see nothing new though a change of it is approved, if so; and whether."""
    if not isinstance(moved, ProposedChange) or not moved.is_in_conflict():
        return False
    said = _("%(slug)s is approved, but readers see it as before: %(why)s")
    messages.error(request, said % {"slug": moved.slug, "why": _(moved.conflict)})
    return True
