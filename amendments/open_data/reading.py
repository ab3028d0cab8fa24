"""What the site publishes, as the API answers it, each thing whole."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import override
from rest_framework.renderers import JSONRenderer

from amendments.api.viewset import Collection

Things = dict[str, list[bytes]]


class AtTheSite(HttpRequest):
    """A request that came to the public address, so that addresses in the answer are there."""

    def get_host(self) -> str:
        return urlsplit(settings.SITE_URL).netloc

    def _get_scheme(self) -> str:
        return urlsplit(settings.SITE_URL).scheme


def things_in(language: str, collections: Mapping[str, type[Collection]], on: date) -> Things:
    """Return the published things of each collection as JSON, one query each at most for more."""
    request = AtTheSite()
    render = JSONRenderer().render
    with override(language):
        return {
            name: [render(each) for each in collection.wholes(request, on)]
            for name, collection in collections.items()
        }


def last_change(things: Iterable[Any]) -> str:
    """Return the latest `changed` of the things, as an ISO date; empty where none has one."""
    return max((str(each.get("changed") or "")[:10] for each in things), default="")


def loaded(lines: Iterable[bytes]) -> list[Any]:
    return [json.loads(line) for line in lines]
