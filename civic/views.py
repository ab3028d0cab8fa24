"""The pages that belong to the site as a whole: home, choosing a language, error pages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language_from_request, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from amendments.api.problems import is_for_programs, plain_answer
from amendments.languages import LANGUAGES
from amendments.public_page import public_page
from civic.home_page import home_context


@require_safe
@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Show what the referendum asked, how it went, the fields it changed and where to start."""
    return render(request, "home.html", home_context())


@require_safe
@never_cache
def front_door(request: HttpRequest) -> HttpResponse:
    """Lead from `/` to the reader's language: chosen before, else what the browser prefers."""
    language = get_language_from_request(request)
    with override(language if language in LANGUAGES else settings.LANGUAGE_CODE):
        response = HttpResponseRedirect(reverse("home"))
    response["Vary"] = "Accept-Language, Cookie"
    return response


@require_safe
@never_cache
def choose_language(request: HttpRequest, language: str) -> HttpResponse:
    """Remember a language and lead to the same page in it; the only cookie before a quiz.

    `?to=` is the page's address without its language; anything else leads home.
    """
    to = request.GET.get("to", "/")
    if not to.startswith("/") or not url_has_allowed_host_and_scheme(to, allowed_hosts=None):
        to = "/"
    response = HttpResponseRedirect(f"/{language}{to}")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        samesite="Lax",
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
    )
    return response


@require_safe
def icon(request: HttpRequest) -> HttpResponse:
    """Lead browsers that ask unbidden to the icon."""
    return HttpResponseRedirect(static("icon.svg"))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_for_programs(request):
        return plain_answer(request, 404)
    return render(request, "errors/404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_for_programs(request):
        return plain_answer(request, 400)
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", status=403)
