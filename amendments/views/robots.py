from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from amendments.public_page import public_page

ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /api/
Allow: /api/docs/
Disallow: /language/

Sitemap: {sitemap}
"""


@require_safe
@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """Tell search engines where everything is.

    The private form and the embeds say themselves that they are not for them: what may not be
    fetched cannot say so, and an embed belongs to the page around it.
    """
    said = ROBOTS.format(sitemap=settings.SITE_URL + reverse("sitemap"))
    return HttpResponse(said, content_type="text/plain; charset=utf-8")
