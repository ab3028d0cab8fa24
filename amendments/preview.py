"""The public page of a text as readers would see it, before they do. Nothing of it stays."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from inspect import unwrap
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

from django.db import IntegrityError, models
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import resolve
from django.utils import translation

from amendments.content_files import BadContent
from amendments.days import as_if_on, asked_day, today
from amendments.languages import LANGUAGES, NAMES
from amendments.models import Reviewed, State
from amendments.proposals import Conflict, as_proposed, open_proposal
from amendments.public_address import public_address

M = TypeVar("M", bound=models.Model)

AS_ON = "as-on"  # In the address of a preview; the rest of its query is the page's own
FIRST_DAY, LAST_DAY = date(2022, 1, 1), date(2099, 12, 31)

# What the page is told of whoever asks: where it is, and whether htmx wants a part of it
_PASSED_ON = (
    "HTTP_HOST",
    "SERVER_NAME",
    "SERVER_PORT",
    "HTTP_HX_REQUEST",
    "HTTP_HX_BOOSTED",
    "HTTP_HX_HISTORY_RESTORE_REQUEST",
)

_addresses: dict[type[models.Model], Callable[[Any], str]] = {}


def previewed_at(model: type[M], address: Callable[[M], str]) -> None:
    """Say where readers find a kind of text of which `PLACES` knows nothing."""
    _addresses[model] = address


def address_for_readers(text: models.Model) -> str:
    """Return the path, in the active language, of the page that would show the text."""
    return _addresses.get(type(text), public_address)(text)


@dataclass(frozen=True)
class Frame:
    """HTML put around the page: above its text and, for experts, below it."""

    above: str
    below: str = ""


class ReaderRequest(HttpRequest):
    """What a reader without an account would send; `base.html` shows the frame."""

    preview: Frame


class PreviewDay:
    """The day on which the page is shown (`?as-on=YYYY-MM-DD`), today unless asked otherwise."""

    def __init__(self, query: QueryDict) -> None:
        asked = asked_day(query.get(AS_ON))
        is_far = asked.day is not None and not FIRST_DAY <= asked.day <= LAST_DAY
        self.chosen = None if is_far else asked.day
        self.is_refused = bool(asked.refused or is_far)
        self.first, self.last = FIRST_DAY, LAST_DAY

    @property
    def day(self) -> date:
        return self.chosen or today()


def preview(
    text: Reviewed,
    request: HttpRequest,
    *,
    language: str,
    address_in: Callable[[str], str],
    below: str = "",
    status: int = 200,
) -> HttpResponse:
    """Answer with the text's public page in `language`, framed, for whoever asks and nobody else.

    `address_in` says where the preview stands in each language; links of the page to itself
    lead there.
    """
    day = PreviewDay(request.GET)
    query = urlencode({AS_ON: day.chosen.isoformat()}) if day.chosen else ""
    ways = [
        (code, NAMES[code], address_in(code) + (f"?{query}" if query else ""), code == language)
        for code in LANGUAGES
    ]
    with translation.override(language):
        context = {"day": day, "ways": ways, "has_part_below": bool(below)}
        above = render_to_string("amendments/preview_banner.html", context)
        with as_if_on(day.chosen):
            path, html = _as_readers_would(text, request, Frame(above, below))
    response = HttpResponse(_within(html, path, address_in(language)), status=status)
    return for_nobody_else(response)


def for_nobody_else(response: HttpResponse) -> HttpResponse:
    """Keep a page out of caches and search engines, and its address from other sites."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"
    return response


@contextmanager
def as_if_public(text: Reviewed) -> Iterator[None]:
    """Let the database say for a while that the text is public, as proposed; then take it back.

    So is what it belongs to, such as the topic of a change.
    """
    with as_proposed(open_proposal(text)):
        _publish(text)
        yield


def _publish(text: models.Model) -> None:
    """Without a signal: nothing is to hear of it."""
    if isinstance(text, Reviewed) and not text.is_public():
        type(text)._base_manager.filter(pk=text.pk).update(
            state=State.PUBLISHED, author=None, approver=None, publish_at=None
        )
    for column in text._meta.concrete_fields:
        owner = column.related_model if column.is_relation else None
        if isinstance(owner, type) and issubclass(owner, Reviewed):
            belongs_to = getattr(text, column.name)
            if belongs_to is not None:
                _publish(belongs_to)


def _as_readers_would(text: Reviewed, request: HttpRequest, frame: Frame) -> tuple[str, str]:
    """Return the path of the public page and its HTML, or HTML that says why there is none."""
    path = ""
    try:
        with as_if_public(text):
            address = urlsplit(address_for_readers(_anew(text)))
            path = address.path
            reader = _reader(request, path, address.query, frame)
            match = resolve(path)
            reader.resolver_match = match
            # Not the view as it is public: nothing of this may reach caches and ETags
            response = unwrap(match.func)(reader, *match.args, **match.kwargs)
            if response.status_code == 200:
                return path, response.content.decode()
            fault = ""
    except Http404:
        fault = ""
    except (BadContent, Conflict, IntegrityError) as error:
        fault = str(error)
    reader = _reader(request, path, "", frame)
    shown = render(reader, "amendments/preview_not_shown.html", {"fault": fault})
    return path, shown.content.decode()


def _anew(text: M) -> M:
    return type(text)._base_manager.get(pk=text.pk)


def _reader(request: HttpRequest, path: str, query: str, frame: Frame) -> ReaderRequest:
    reader = ReaderRequest()
    reader.method = "GET"
    reader.path = reader.path_info = path
    reader.META = {name: request.META[name] for name in _PASSED_ON if name in request.META}
    asked = QueryDict(query, mutable=True)
    for name, values in request.GET.lists():
        asked.setlist(name, values)
    reader.META["QUERY_STRING"] = asked.urlencode()
    reader.GET = asked  # type: ignore[assignment]  # The stubs know only what cannot be changed
    reader.preview = frame
    return reader


def _within(html: str, public: str, own: str) -> str:
    """Let what leads from the public page to itself stay in the preview."""
    if not public:
        return html
    to_itself = re.compile(rf'\b(href|action|hx-get)="{re.escape(public)}(?=["?#])')
    return to_itself.sub(lambda found: f'{found[1]}="{own}', html)
