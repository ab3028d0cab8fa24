"""What the site holds, asked once: the checks compare texts with it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from django.utils import translation

from amendments.content_files import Entry
from amendments.days import today
from amendments.languages import LANGUAGES
from amendments.models import AmendingLaw, Amendment, Article, Provision, Reviewed, Term
from amendments.sitemaps import EACH, SINGLE


class Page(Enum):
    """What stands at an address of this site."""

    THERE = "there"
    UNPUBLISHED = "unpublished"
    GONE = "gone"
    UNKNOWN = "unknown"  # No address that begins so is ours: it may be something else


@dataclass(frozen=True)
class KnownTerm:
    slug: str
    names: Mapping[str, list[str]]


class Known:
    """Remembers what it has asked: make a new one for each round of checks."""

    @cached_property
    def paragraphs(self) -> Mapping[str, frozenset[str]]:
        """The paragraphs, or sub-paragraphs of an article without any, of 1995, by article."""
        held: dict[str, set[str]] = defaultdict(set)
        rows = Provision.objects.filter(article__section__constitution__slug="1995")
        for article, *parts in rows.values_list("article__number", "paragraph", "subparagraph"):
            held[article].update(part for part in parts if part)
        return {article: frozenset(parts) for article, parts in held.items()}

    @cached_property
    def terms(self) -> list[KnownTerm]:
        return [
            KnownTerm(term.slug, {language: _names(term, language) for language in LANGUAGES})
            for term in Term.objects.published().order_by("slug")
        ]

    def rule_has_ended(self, entry: Entry) -> bool:
        """Whether the text that an amendment left is no longer law today."""
        ends = [self._end_of_constitution(entry["law"])]
        if ends[0] is None or ends[0] > today():
            later = Amendment.objects.published().filter(
                provision__slug=entry["provision"], in_force_from__gt=entry["in_force_from"]
            )
            ends += later.values_list("in_force_from", flat=True)
        return any(end is not None and end <= today() for end in ends)

    def page_at(self, path: str) -> Page:
        """Say what a reader would find at a path of this site. Up to two queries."""
        bare = urlsplit(path).path
        first = bare.strip("/").partition("/")[0]
        if first in LANGUAGES:
            return self._page(bare, is_ours=True)
        found = self._page(f"/en{bare}", is_ours=first in self._first_parts)
        return self._page(bare, is_ours=False) if found is Page.UNKNOWN else found

    def _page(self, path: str, *, is_ours: bool) -> Page:
        language = path.split("/")[1]
        try:
            with translation.override(language if language in LANGUAGES else "en"):
                match = resolve(path if path.endswith("/") or "." in path else f"{path}/")
        except Resolver404:
            return Page.GONE if is_ours else Page.UNKNOWN
        if match.url_name == "article":
            held = Article.objects.filter(number=match.kwargs["number"]).exists()
            return Page.THERE if held else Page.GONE
        return _shown_there(match.view_name, match.kwargs)

    @cached_property
    def _first_parts(self) -> frozenset[str]:
        """How the addresses of readers' pages begin, such as "amendments"."""
        with translation.override("en"):
            return frozenset(reverse(name).split("/")[2] for name in SINGLE) - {""}

    @cached_property
    def _ends(self) -> Mapping[str, Any]:
        laws = AmendingLaw.objects.values_list("slug", "constitution__in_force_until")
        return dict(laws)

    def _end_of_constitution(self, law: str) -> Any:
        return self._ends.get(law)


def _shown_there(view_name: str, arguments: Mapping[str, Any]) -> Page:
    """Look for the text that a page of its own shows."""
    for model, (name, column) in EACH.items():
        if name == view_name:
            rows = model._default_manager.filter(**{column: next(iter(arguments.values()))})
            if not rows.exists():
                return Page.GONE
            is_seen = not issubclass(model, Reviewed) or rows.published().exists()  # type: ignore[attr-defined]
            return Page.THERE if is_seen else Page.UNPUBLISHED
    return Page.THERE


def own_hosts() -> str:
    """Return how the addresses of this site begin, without a slash at the end."""
    return str(settings.SITE_URL).rstrip("/")


def _names(term: Term, language: str) -> list[str]:
    also = (getattr(term, f"also_{language}") or "").split("\n")
    names = [getattr(term, f"name_{language}") or "", *also]
    return [name for name in names if len(name) > 2]
