"""Atom feeds of what was changed in the content: in each language, of all or of one topic."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language, gettext, override

from amendments.languages import NAMES
from amendments.models import Topic
from amendments.recent_changes import ChangedText, recent_changes
from amendments.texts import text_in

MOST = 50


@dataclass(frozen=True)
class Followed:
    """What a feed tells of; None where it tells of everything."""

    language: str
    topic: Topic | None = None


class ChangesFeed(Feed):  # type: ignore[type-arg]  # No class to subscript when running
    """The last texts to change, each with the day of its last change.

    A text that changes again keeps its id and gets a new date, so that a reader's program shows
    it as changed, not as new. Two queries, the freshness included.
    """

    feed_type = Atom1Feed
    feed_copyright = "CC BY 4.0"

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with override(kwargs["language"]):
            response: HttpResponse = super().__call__(request, *args, **kwargs)
        response["Content-Language"] = kwargs["language"]
        return response

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Followed:
        return Followed(kwargs["language"])

    def title(self, followed: Followed) -> str:
        return gettext("Ata Zań: what changed on these pages")

    def author_name(self, followed: Followed) -> str:
        return gettext("Ata Zań")

    def subtitle(self, followed: Followed) -> str:
        return gettext("New and rewritten texts about the 2022 changes, and corrections.")

    def link(self, followed: Followed) -> str:
        return f"{settings.SITE_URL}/{followed.language}/"

    def feed_url(self, followed: Followed) -> str:
        return settings.SITE_URL + reverse("changes_feed", args=[followed.language])

    def items(self, followed: Followed) -> list[ChangedText]:
        return recent_changes(MOST, topic=followed.topic)

    def item_title(self, item: ChangedText) -> str:
        return f"{item.kind_name}: {_shown(item, 'title')}"

    def item_description(self, item: ChangedText) -> str:
        return _shown(item, "summary")

    def item_link(self, item: ChangedText) -> str:
        return settings.SITE_URL + item.address

    def item_guid(self, item: ChangedText) -> str:
        """A tag URI (RFC 4151): it stays when the text moves to another address."""
        kind = item.kind._meta.model_name
        return (
            f"tag:{urlsplit(settings.SITE_URL).hostname},2026:{get_language()}/{kind}/{item.slug}"
        )

    def item_updateddate(self, item: ChangedText) -> datetime:
        return item.changed

    def item_categories(self, item: ChangedText) -> list[str]:
        return [item.kind_name]


class TopicFeed(ChangesFeed):
    """The same of one topic: itself, its changes, its voices, its checked points.

    Three queries, the freshness included.
    """

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Followed:
        topic = get_object_or_404(Topic.objects.published(), slug=kwargs["slug"])
        return Followed(kwargs["language"], topic)

    def title(self, followed: Followed) -> str:
        said = gettext("Ata Zań: what changed on “%(topic)s”")
        return said % {"topic": text_in(followed.language, followed.topic, "title")}

    def author_name(self, followed: Followed) -> str:
        return gettext("Ata Zań")

    def subtitle(self, followed: Followed) -> str:
        return gettext("New and rewritten texts on one field of the 2022 changes.")

    def link(self, followed: Followed) -> str:
        return settings.SITE_URL + reverse("amendments:topic", args=[_slug(followed)])

    def feed_url(self, followed: Followed) -> str:
        return settings.SITE_URL + reverse("topic_feed", args=[_slug(followed), followed.language])


def _slug(followed: Followed) -> str:
    return followed.topic.slug if followed.topic else ""


def _shown(item: ChangedText, field: str) -> str:
    """A text, with its language named where it is not the feed's."""
    shown = text_in(get_language(), item, field)
    return f"{shown} ({NAMES[shown.language]})" if shown.is_foreign else str(shown)
