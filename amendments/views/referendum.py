"""The referendum of 5 June 2022, part by part."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page
from amendments.referendum_page import (
    HOW_IT_WAS_COUNTED,
    HOW_IT_WAS_HELD,
    HOW_THE_REGIONS_VOTED,
    WHAT_WAS_SAID,
    ReferendumPage,
    RegionsPage,
)
from amendments.try_the_rule import Trial

VOICES_PER_PAGE = 9


@require_safe
@public_page
def referendum(request: HttpRequest) -> HttpResponse:
    """Show what was asked, the final result, the rule in both tellings and the regions."""
    return _part(request, "", "overview", page=ReferendumPage(with_citations=True))


@require_safe
@public_page
def try_the_rule(request: HttpRequest) -> HttpResponse:
    """Say whether a vote would have passed (`?turnout=&yes=&regions=`), by both rules."""
    page = ReferendumPage(with_citations=True)
    law, reported = page.law_rule, page.reported_rule
    if law is None or reported is None:
        raise Http404
    trial = Trial(
        request.GET, referendum=page.referendum, final=page.final, law=law, reported=reported
    )
    context = {"page": page, "trial": trial, "part": "try"}
    return render_page_or_partial(request, "amendments/referendum_try.html", "answer", context)


@require_safe
@public_page
def regions(request: HttpRequest) -> HttpResponse:
    """Show the regions of that day as a map and as a table."""
    page = RegionsPage()
    return _part(request, "_regions", "regions", page=page, told=page.points(HOW_THE_REGIONS_VOTED))


@require_safe
@public_page
def results(request: HttpRequest) -> HttpResponse:
    """Show the final numbers, and apart from them the earlier ones."""
    page = ReferendumPage()
    return _part(request, "_results", "results", page=page, told=page.points(HOW_IT_WAS_COUNTED))


@require_safe
@public_page
def held(request: HttpRequest) -> HttpResponse:
    """Show by which acts the vote was called, how one voted and when the rules started."""
    page = ReferendumPage()
    return _part(request, "_held", "held", page=page, told=page.points(HOW_IT_WAS_HELD))


@require_safe
@public_page
def criticism(request: HttpRequest) -> HttpResponse:
    """Show who watched and who criticised, each under their name."""
    page = ReferendumPage()
    return _part(request, "_criticism", "criticism", page=page, told=page.points(WHAT_WAS_SAID))


@require_safe
@public_page
def voices(request: HttpRequest) -> HttpResponse:
    """Show the voices on the vote itself, page by page, and the press report beside the record."""
    page = ReferendumPage()
    shown = Paginator(page.voices, VOICES_PER_PAGE).get_page(request.GET.get("page"))
    return _part(request, "_voices", "voices", page=page, voices=shown)


def _part(request: HttpRequest, template: str, part: str, **context: Any) -> HttpResponse:
    return render(request, f"amendments/referendum{template}.html", {"part": part, **context})
