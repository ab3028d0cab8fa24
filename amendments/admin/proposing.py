"""What came of a proposed change, told to the editor who saved it."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from amendments.models import ProposedChange


def tell_proposed(
    request: HttpRequest,
    waiting: ProposedChange | None,
    change: ProposedChange | None,
    now: datetime,
    kept: str = "",
) -> None:
    """Say what `propose` made, at `now`, of the change that was waiting before, if one was.

    `kept` is said where the change became another, in the place of the usual words.
    """
    if change is not None and change.proposed_at == now:
        usual = _("Your change is kept. Readers see it once somebody else has approved it.")
        messages.success(request, kept or usual)
    elif change is not None:
        messages.info(request, _("Nothing new: the change that waits says so already."))
    elif waiting is not None:
        said = _("This is what readers see already: the change that waited is discarded.")
        messages.warning(request, said)
    else:
        messages.info(request, _("Nothing new: this is what readers see already."))
