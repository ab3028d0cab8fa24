"""Which form an answer gets: the one that `Accept` prefers, as RFC 9110 has it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http.request import MediaType
from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.request import Request


class ByQuality(DefaultContentNegotiation):
    """Weighs by `q`, which the library leaves unread; what has `q=0` is never given.

    Of forms that weigh the same the one named most precisely comes first, then the one that the
    view has first. Parameters other than `q` make no difference.
    """

    def select_renderer(
        self, request: Request, renderers: Iterable[Any], format_suffix: str | None = None
    ) -> tuple[Any, str]:
        known = list(renderers)
        if format_suffix:
            known = self.filter_renderers(known, format_suffix)
        accepted = [MediaType(each) for each in self.get_accept_list(request)]
        weighed = [(_weight(each.media_type, accepted), each) for each in known]
        wanted = [(weight, each) for weight, each in weighed if weight[0] > 0]
        if not wanted:
            raise NotAcceptable(available_renderers=known)
        renderer = max(wanted, key=lambda each: each[0])[1]
        return renderer, renderer.media_type


def _weight(form: str, accepted: Sequence[MediaType]) -> tuple[float, int]:
    """Return the quality that a form has, and how precisely it is named; 0 where it is not."""
    main, _slash, sub = form.partition("/")
    named = [
        each for each in accepted if each.main_type in ("*", main) and each.sub_type in ("*", sub)
    ]
    closest = max(named, key=lambda each: each.specificity, default=None)
    return (closest.quality, closest.specificity) if closest else (0, 0)
