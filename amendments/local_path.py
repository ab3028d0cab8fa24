"""Addresses of this site that come from outside, before they are shown or followed."""

import re

from django.utils.http import url_has_allowed_host_and_scheme

_UNFIT = re.compile(r"[\s\\\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


def local_path(given: str | None, *, longest: int) -> str:
    """Return a path of this site (with its query), or an empty text for anything else.

    A path that is too long loses its query; one that is too long without it is nothing. What
    would read as something else than it is (line breaks, right-to-left marks) is refused too.
    """
    path = given or ""
    if len(path) > longest:
        path = path.partition("?")[0]
    is_local = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_local and len(path) <= longest and not _UNFIT.search(path) else ""
