"""Whom to tell of a hole in the site, for those who look for one (RFC 9116)."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from amendments.days import today
from amendments.languages import LANGUAGES
from amendments.public_page import public_page


@require_safe
@public_page
def security_txt(request: HttpRequest) -> HttpResponse:
    """Name the contact of the settings, else the form for readers' reports.

    `Expires` moves on at local midnight, so that the file is the same all day.
    """
    midnight = datetime.combine(today(), time(), timezone.get_default_timezone())
    expires = (midnight + timedelta(days=settings.SECURITY_TXT_DAYS)).astimezone(UTC)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT or _report_form()}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(LANGUAGES)}",
        f"Canonical: {settings.SITE_URL}{reverse('security_txt')}",
    ]
    content = "".join(f"{line}\n" for line in lines)
    return HttpResponse(content, content_type="text/plain; charset=utf-8")


def _report_form() -> str:
    with override("en"):
        return settings.SITE_URL + reverse("amendments:report")
