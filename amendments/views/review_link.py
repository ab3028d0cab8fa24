"""The page on which an expert without an account reads a draft and says what they think."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from amendments.expert_form import ExpertForm
from amendments.models import Reviewed
from amendments.preview import for_nobody_else, preview
from amendments.rate_limit import may_write
from amendments.review_links import address_of, find_link
from amendments.wording import wording_of

MOST, WITHIN = 20, 60 * 60  # Comments, seconds


@require_http_methods(["GET", "HEAD", "POST"])
def review_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show the draft with the form below it; take a comment and, once, a verdict."""
    link = find_link(token)
    if link is None:
        raise Http404
    text = link.text
    if not isinstance(text, Reviewed) or not link.is_open():
        response = render(request, "amendments/review_link_over.html", status=410)
        return for_nobody_else(response)
    has_verdict = link.comments.exclude(verdict="").exists()
    sent = request.POST if request.method == "POST" else None
    form = ExpertForm(link, wording_of(text), sent, has_verdict=has_verdict)
    status = _take(request, form) if sent is not None else 200
    if status == 303:
        here = address_of(token, get_language())
        return for_nobody_else(redirect(f"{here}?kept=1#review"))
    return _page(request, text, form, token, status)


def _take(request: HttpRequest, form: ExpertForm) -> int:
    """Keep what was sent, if it is in order; return the status to answer with."""
    if not form.is_valid():
        return 422
    if not may_write(request, "expert-comment", most=MOST, seconds=WITHIN):
        return 429
    return 422 if form.save_comment(timezone.now()) is None else 303


def _page(
    request: HttpRequest, text: Reviewed, form: ExpertForm, token: str, status: int
) -> HttpResponse:
    context = {
        "form": form,
        "comments": form.link.comments.all(),
        "link": form.link,
        "is_over_limit": status == 429,
        "is_kept": "kept" in request.GET and status == 200,
    }
    response = preview(
        text,
        request,
        language=get_language(),
        address_in=lambda language: address_of(token, language),
        below=render_to_string("amendments/review_link.html", context, request),
        status=status,
    )
    if status == 429:
        response["Retry-After"] = str(WITHIN)
    return response
