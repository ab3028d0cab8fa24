"""A small site of public pages: some keep their promise, the others break it, each its way."""

from collections.abc import Callable
from typing import Any

from csp.constants import NONCE
from csp.decorators import csp_update
from django.conf.urls.i18n import i18n_patterns
from django.contrib import messages
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.template import engines
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from amendments.models import Topic
from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page
from civic.health import health

TEMPLATES = {
    "page.html": (
        "{% load partials %}<html><body><h1>Topics</h1>"
        "{% partialdef list inline %}<ul>{% for topic in topics %}<li>{{ topic.title }}</li>"
        "{% endfor %}</ul>{% endpartialdef %}<p>{{ filler }}</p></body></html>"
    ),
    "token.html": "<form>{% csrf_token %}</form>",
}
FILLER = "a long page is worth compressing " * 20

calls: list[str] = []  # What the views were asked for, in order


@require_safe
@public_page
def topics(request: HttpRequest) -> HttpResponse:
    calls.append(request.get_full_path())
    if request.GET.get("fail"):
        raise Http404
    context = {"topics": Topic.objects.published(), "filler": FILLER}
    return render_page_or_partial(request, "page.html", "list", context)


@public_page
def lazy(request: HttpRequest) -> TemplateResponse:
    return TemplateResponse(request, "page.html", {"filler": "rendered late"})


@public_page
def moved(request: HttpRequest) -> HttpResponse:
    return redirect("/kk/topics/")


@public_page
def data(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        '<link rel="stylesheet" href="a.css"><script src="/a.js" defer></script>'
        '<script type="application/ld+json">{}</script>'
        '<script id="x" type="application/json">{}</script>'
        "<p title='style'>no style=here, and one=two</p>"
    )


class TopicFeed(Feed):
    title = "Topics"
    link = "/kk/topics/"

    def items(self) -> list[Topic]:
        return []


def personal(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"You are {request.user}")


def broken(fault: Callable[[HttpRequest, HttpResponse], object]) -> Any:
    @public_page
    def view(request: HttpRequest) -> HttpResponseBase:
        response = HttpResponse("<p>" + FILLER)
        calls.append(request.path)
        fault(request, response)
        return response

    return view


def body(markup: str) -> Any:
    return broken(lambda request, response: response.write(markup))


def unmarked(request: HttpRequest) -> HttpResponse:
    return HttpResponse("no ETag")


unmarked.is_public_page = True  # type: ignore[attr-defined]


def with_token(request: HttpRequest, response: HttpResponse) -> None:
    template = engines["django"].get_template("token.html")
    response.write(template.render({}, request))


broken_pages = {
    "cookie": broken(lambda request, response: response.set_cookie("seen", "yes")),
    "vary": broken(lambda request, response: patch_vary_headers(response, ["Cookie"])),
    "authorization": broken(
        lambda request, response: patch_vary_headers(response, ["Authorization"])
    ),
    "session": broken(lambda request, response: request.session.get("learner")),
    "session-written": broken(lambda request, response: request.session.update({"learner": 1})),
    "user": broken(lambda request, response: request.user.is_authenticated),
    "messages": broken(lambda request, response: messages.info(request, "Hello")),
    "token": broken(with_token),
    "hidden-token": broken(lambda request, response: get_token(request)),
    "forged-token": body('<input name="csrfmiddlewaretoken" value="1">'),
    "style": body('<p class="a" style="color: red">'),
    "style-element": body("<style>p {}</style>"),
    "handler": body('<a href="#" onclick="x()">'),
    "script": body("<script>alert(1)</script>"),
    "no-etag": unmarked,
    "no-csp": broken(lambda request, response: setattr(response, "_csp_exempt", True)),
    "nonce": csp_update({"script-src": [NONCE]})(
        broken(lambda request, response: response.write(str(getattr(request, "csp_nonce", ""))))
    ),
    "unsafe": csp_update({"script-src": ["'unsafe-inline'"]})(body("")),
}

urlpatterns = [
    path("health/", health),
    path("feed/", public_page(TopicFeed())),
    *i18n_patterns(
        path("topics/", topics),
        path("lazy/", lazy),
        path("moved/", moved),
        path("data/", data),
        path("personal/", personal),
        *(path(f"broken/{name}/", view, name=name) for name, view in broken_pages.items()),
    ),
]
