from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amendments.public_page import public_page
from amendments.timeline_page import TimelinePage


@require_safe
@public_page
def timeline(request: HttpRequest) -> HttpResponse:
    """Show what happened from 1993 to 2026 at a glance, or one phase in full (`?phase=`)."""
    page = TimelinePage(request.GET.get("phase", ""))
    return render(request, "amendments/timeline.html", {"page": page})
