from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from amendments.forms import ReportForm
from amendments.local_path import local_path
from amendments.models import Report
from amendments.rate_limit import may_write

MOST, WITHIN = 5, 60 * 60  # Reports, seconds


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def report(request: HttpRequest) -> HttpResponse:
    """Take a report that something is wrong on `?page=`. One reader's own page, unlike others."""
    if request.method != "POST":
        return _form(request, ReportForm(initial={"page": _page(request)}))
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _form(request, form, status=422)
    if not may_write(request, "report", most=MOST, seconds=WITHIN):
        response = _form(request, form, status=429, is_over_limit=True)
        response["Retry-After"] = str(WITHIN)
        return response
    page = form.save_report(get_language()).page
    thanks = reverse("amendments:report_thanks")
    return redirect(f"{thanks}?{urlencode({'page': page})}" if page else thanks)


@require_safe
@never_cache
def report_thanks(request: HttpRequest) -> HttpResponse:
    """Say that a report has come in, and lead back to its page."""
    response = render(request, "amendments/report_thanks.html", {"back": _page(request)})
    return _not_for_search_engines(response)


def _page(request: HttpRequest) -> str:
    return _local(request.GET.get("page"))


def _local(page: str | None) -> str:
    return local_path(page, longest=Report.LONGEST_PAGE)


def _form(
    request: HttpRequest, form: ReportForm, *, status: int = 200, is_over_limit: bool = False
) -> HttpResponse:
    about = _local(form["page"].value())
    context = {"form": form, "about": about, "is_over_limit": is_over_limit}
    response = render(request, "amendments/report.html", context, status=status)
    return _not_for_search_engines(response)


def _not_for_search_engines(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response
