"""Every public page in every language, for search engines."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db import models
from django.db.models import Value
from django.db.models.functions import Cast
from django.urls import reverse

from amendments.models import (
    Amendment,
    Article,
    FactCheck,
    Institution,
    Reviewed,
    ReviewedQuerySet,
    Source,
    Term,
    Topic,
    Voice,
)
from amendments.recent_changes import last_saved

# Pages without an argument. Search results and private pages are no pages to be found. Other
# apps add theirs in `AppConfig.ready()`, here and below.
SINGLE = [
    "home",
    "amendments:list",
    "amendments:topics",
    "amendments:constitution",
    "amendments:referendum",
    "amendments:try_the_rule",
    "amendments:referendum_regions",
    "amendments:referendum_results",
    "amendments:referendum_held",
    "amendments:referendum_criticism",
    "amendments:referendum_voices",
    "amendments:since_2026",
    "amendments:novelties",
    "amendments:vote_2026",
    "amendments:not_known_2026",
    "amendments:institutions",
    "amendments:timeline",
    "amendments:glossary",
    "amendments:voices",
    "amendments:fact_check",
    "amendments:sources",
    "amendments:corrections",
    "amendments:about",
    "amendments:privacy",
    "amendments:accessibility",
]

# Each text of these has a page of its own: which, and the column that its address takes
EACH: dict[type[models.Model], tuple[str, str]] = {
    Amendment: ("amendments:change", "slug"),
    Topic: ("amendments:topic", "slug"),
    Article: ("amendments:article", "number"),
    Institution: ("amendments:institution", "slug"),
    Voice: ("amendments:voice", "slug"),
    FactCheck: ("amendments:checked_point", "slug"),
    Term: ("amendments:term", "slug"),
    Source: ("amendments:source", "slug"),
}


@dataclass(frozen=True)
class SitePage:
    """A page by the name of its view; `changed` is when its own text was last saved."""

    view: str
    arguments: tuple[str, ...] = ()
    changed: datetime | None = None


class SiteMap(Sitemap):  # type: ignore[type-arg]  # No class to subscript when running
    """All pages in one file, each in three languages that name each other. One query.

    A file may hold 50,000 addresses, or 16,000 pages; there are some hundreds. The template
    adds the `x-default`, which is the Kazakh page, as in the head of each page.
    """

    i18n = True
    alternates = True
    limit = 50_000

    def items(self) -> list[SitePage]:
        kinds = list(EACH)
        first, *others = (_pages(kind, place) for place, kind in enumerate(kinds))
        rows = first.union(*others, all=True).order_by("place", "argument")
        return [SitePage(view) for view in SINGLE] + [
            SitePage(EACH[kinds[place]][0], (argument,), changed)
            for place, argument, changed in rows
        ]

    def location(self, item: SitePage) -> str:
        return reverse(item.view, args=item.arguments)

    def lastmod(self, item: SitePage) -> datetime | None:
        return item.changed

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


def _pages(kind: type[models.Model], place: int) -> Any:
    # Not the manager, which puts translated columns in disorder
    texts: ReviewedQuerySet[Any] = ReviewedQuerySet(kind)
    return (
        (texts.published() if issubclass(kind, Reviewed) else texts)
        .order_by()
        .annotate(
            place=Value(place),
            argument=Cast(EACH[kind][1], models.TextField()),
            changed=last_saved(kind),
        )
        .values_list("place", "argument", "changed")
    )
