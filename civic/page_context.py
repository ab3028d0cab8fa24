"""What every page of the site knows about itself: its language, its address, the ways on."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import get_language, gettext

from amendments.languages import LANGUAGES, NAMES
from civic.latin_script import wants_latin


@dataclass(frozen=True)
class Language:
    code: str
    name: str


@dataclass(frozen=True)
class Way:
    """A link of the head or foot; `is_here` is what `aria-current` says, or empty."""

    url: str
    name: str
    is_here: str


@dataclass(frozen=True)
class Site:
    """The frame of a page. `path` is its address without the language, with a leading slash;
    empty where the address carries no language; `to` is that with its query, for the same page in
    another language. `is_latin` says that it will be shown in Latin
    script, `in_other_script` is its address in the other one."""

    url: str
    language: str
    path: str
    to: str
    is_latin: bool
    in_other_script: str
    languages: list[Language]
    ways: list[Way]
    further: list[Way]


def page_context(request: HttpRequest) -> dict[str, Any]:
    language = get_language() or settings.LANGUAGE_CODE
    return {
        "site": Site(
            url=settings.SITE_URL,
            language=language,
            path=path_without_language(request.path),
            to=_with_query(path_without_language(request.path) or "/", request.GET),
            is_latin=wants_latin(request),
            in_other_script=_in_other_script(request),
            languages=[Language(code, NAMES[code]) for code in LANGUAGES],
            ways=_ways(request.path),
            further=_further(request.path),
        )
    }


def path_without_language(path: str) -> str:
    """Return `/amendments/` for `/kk/amendments/`; empty for an address without a language."""
    prefix, _slash, rest = path.removeprefix("/").partition("/")
    return f"/{rest}" if prefix in LANGUAGES else ""


def _in_other_script(request: HttpRequest) -> str:
    return _with_query(request.path, request.GET, "" if wants_latin(request) else "latn")


def _with_query(path: str, asked: QueryDict, script: str = "") -> str:
    """Return the address with what was asked, in Latin script or as the language is written."""
    query = asked.copy()
    query.pop("script", None)
    if script:
        query["script"] = script
    return f"{path}?{query.urlencode()}" if query else path


def _ways(path: str) -> list[Way]:
    names = {
        "amendments:list": gettext("Changes"),
        "amendments:topics": gettext("Topics"),
        "amendments:constitution": gettext("Constitution"),
        "amendments:referendum": gettext("Referendum"),
        "amendments:since_2026": gettext("Since 2026"),
        "quiz:catalogue": gettext("Quizzes"),
        "amendments:search": gettext("Search"),
    }
    return _links(path, names)


def _further(path: str) -> list[Way]:
    names = {
        "amendments:institutions": gettext("Institutions"),
        "amendments:timeline": gettext("Timeline"),
        "amendments:glossary": gettext("Glossary"),
        "amendments:voices": gettext("Voices"),
        "amendments:fact_check": gettext("Fact check"),
        "amendments:sources": gettext("Sources"),
        "amendments:corrections": gettext("Corrections"),
        "amendments:about": gettext("About"),
        "amendments:privacy": gettext("Privacy"),
        "amendments:accessibility": gettext("Accessibility"),
    }
    return _links(path, names)


def _links(path: str, names: dict[str, str]) -> list[Way]:
    urls = {reverse(view): name for view, name in names.items()}
    return [Way(url, name, _is_here(path, url)) for url, name in urls.items()]


def _is_here(path: str, url: str) -> str:
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""
