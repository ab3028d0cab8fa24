"""After five wrong passwords a name is locked for an address, for a quarter of an hour.

What is kept of the tries (name, address, browser) goes with the lock.
"""

from datetime import timedelta
from ipaddress import ip_network
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from amendments.rate_limit import network_of


def address_of(request: HttpRequest) -> str | None:
    """Return the address that tries are counted for; a household's first one for IPv6.

    None where the server does not know it: then all such tries count together.
    """
    network = network_of(request)
    return str(ip_network(network).network_address) if network else None


def locked_out(
    request: HttpRequest, response: HttpResponse, credentials: dict[str, Any] | None
) -> HttpResponse:
    """Answer instead of the sign-in page, whether or not the password was right this time."""
    seconds = int(settings.AXES_COOLOFF_TIME.total_seconds())
    title = _("Locked for a while")
    context = {**admin.site.each_context(request), "title": title, "minutes": seconds // 60}
    page = render(request, "admin/sign_in/locked_out.html", context, status=429)
    page["Retry-After"] = str(seconds)
    page["Cache-Control"] = "no-store"
    return page


def forget_tries(*, older_than: timedelta) -> int:
    """Delete the tries whose lock has ended; return how many."""
    old = AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - older_than)
    return int(old.delete()[0])
