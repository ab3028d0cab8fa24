"""What became of the rules of 2022 in the Constitution in force since 1 July 2026."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page
from amendments.since_2026_page import (
    NoveltiesPage,
    Since2026Page,
    Vote2026Page,
    statements,
)


@require_safe
@public_page
def since_2026(request: HttpRequest) -> HttpResponse:
    """Show the fate of every rule of 2022, counted and listed (`?fate=&topic=&page=`)."""
    page = Since2026Page(request.GET)
    return render_page_or_partial(
        request, "amendments/since_2026.html", "rules", {"page": page, "part": "rules"}
    )


@require_safe
@public_page
def novelties(request: HttpRequest) -> HttpResponse:
    """Show a selection of what the 2026 Constitution has that no change of 2022 led to."""
    return _part(request, "new", page=NoveltiesPage(), caveats=statements(("caveat",)))


@require_safe
@public_page
def vote(request: HttpRequest) -> HttpResponse:
    """Show the numbers of the vote of 15 March 2026 and what was not found."""
    page = Vote2026Page()
    if page.referendum is None:
        raise Http404
    return _part(request, "vote", page=page)


@require_safe
@public_page
def not_known(request: HttpRequest) -> HttpResponse:
    """Say what is not known of the time since, and how the 2026 text was read and compared."""
    return _part(
        request,
        "not_known",
        unknown=statements(("unknown",)),
        method=statements(("method", "meaning")),
    )


def _part(request: HttpRequest, part: str, **context: Any) -> HttpResponse:
    return render(request, f"amendments/since_2026_{part}.html", {"part": part, **context})
